"""Penerimaan of a PPK: what came, and the Pemeriksaan Tepat Guna."""
