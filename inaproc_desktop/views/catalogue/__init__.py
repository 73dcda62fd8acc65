"""Katalog: search, judge and compare products, put them into the Keranjang."""
