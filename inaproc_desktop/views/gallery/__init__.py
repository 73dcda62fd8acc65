"""A look at every widget with sample rows: ``python -m inaproc_desktop.views.gallery --shots DIR``."""
