"""Persetujuan PPK: the list, and everything about one order on one page."""
