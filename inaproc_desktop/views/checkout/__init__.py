"""Checkout: one page from RUP to Ajukan Negosiasi."""
