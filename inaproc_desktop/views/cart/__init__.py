"""Keranjang: lines by penyedia, on their way to a checkout."""
