"""Pengiriman of a penyedia: what is left to send, and what is under way."""
