"""A look at every widget with sample rows: ``python -m tests.desktop.gallery --shots DIR``."""
