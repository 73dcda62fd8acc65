"""Manajemen Akses."""
