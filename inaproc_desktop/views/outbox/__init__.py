"""Kotak Keluar."""
