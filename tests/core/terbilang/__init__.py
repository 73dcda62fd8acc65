"""Tests of inaproc_core.terbilang."""
