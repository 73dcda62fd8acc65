"""Negosiasi: the list, and the table at which both sides bargain."""
