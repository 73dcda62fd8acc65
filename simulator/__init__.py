"""A deterministic simulator of the whole sync: real core, real engine, real command handler, made-up world.

One seed gives one schedule: which people do what on which machines, what the network, the disks and the
clocks do to it, and when somebody is killed. After every step the promises of the sync protocol are checked
against oracles of their own; at the end everything is healed and all machines have to agree with the backend.

Not shipped with the program. ``python -m simulator`` runs it; see ``docs/simulator.md``.
"""
