"""Surat Pesanan and BAST: the document, what it is worth, and the place to sign it."""
