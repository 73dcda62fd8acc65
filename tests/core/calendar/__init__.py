"""Tests of inaproc_core.calendar."""
