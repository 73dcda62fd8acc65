"""Tests of inaproc_core.registration."""
