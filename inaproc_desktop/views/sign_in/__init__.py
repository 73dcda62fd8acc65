"""Masuk: before anything else."""
