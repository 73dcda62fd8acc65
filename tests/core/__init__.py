"""Tests of inaproc_core."""
