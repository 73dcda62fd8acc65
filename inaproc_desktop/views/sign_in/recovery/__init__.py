"""Lupa kata sandi: the way back in."""
