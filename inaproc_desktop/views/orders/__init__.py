"""Pesanan: the list with its saved views, and the page of one order."""
