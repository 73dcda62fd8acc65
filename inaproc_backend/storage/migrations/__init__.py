"""Changes of the tables, one module of ``versions`` each, played by ``storage.migrating``.

A revision is written once and never changed after it was released: it says everything itself and imports
nothing of ``storage.tables``, which tells of today. How to add one: docs/operating.md.
"""
