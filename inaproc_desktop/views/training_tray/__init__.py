"""Kotak surat latihan: what training mode would have sent."""
