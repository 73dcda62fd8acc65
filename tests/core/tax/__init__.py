"""Tests of inaproc_core.tax."""
