"""Registrasi & Verifikasi Identitas Digital: stage 1."""
