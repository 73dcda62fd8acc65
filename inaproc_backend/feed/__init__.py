"""The change feed: every scope's rows numbered 1, 2, 3 … in commit order, and how clients pull them.

Whoever changes something that clients hold (an importer, training mode, the command handler) calls
``publish.publish(connection, entries)`` as the **last** thing in its transaction, with the rows that
``rows`` builds, and wakes the scopes it returns after the commit (``Services.wake.announce``).
"""
