"""Keamanan akun: contact, password, second factor, devices, what happened."""
