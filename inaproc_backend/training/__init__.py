"""Training mode: a made-up office with people, RUP packages, penyedia and a catalogue, built from a seed.

``office.build_office`` makes it, ``office.reset`` makes it anew; both are deterministic for a seed and a day.
Everything about it is data in ``resources/data/training_*.json``.
"""
