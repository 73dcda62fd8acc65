"""Tests of inaproc_core.policy."""
