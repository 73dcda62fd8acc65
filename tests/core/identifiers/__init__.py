"""Tests of inaproc_core.identifiers."""
