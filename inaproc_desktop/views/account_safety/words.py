"""Codes of account safety in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def event_words(code: str) -> str:
    """Return what happened to an account; the code itself when a newer backend sends another one."""
    words = {
        "account.created": QCoreApplication.translate("AccountSafety", "Akun dibuat"),
        "account.email_changed": QCoreApplication.translate("AccountSafety", "Email diganti"),
        "account.phone_changed": QCoreApplication.translate("AccountSafety", "Nomor ponsel diganti"),
        "account.factor_reset_asked": QCoreApplication.translate(
            "AccountSafety", "Diminta mematikan verifikasi dua langkah"
        ),
        "account.factor_reset_stopped": QCoreApplication.translate(
            "AccountSafety", "Permintaan mematikan verifikasi dua langkah dibatalkan"
        ),
        "account.locked": QCoreApplication.translate("AccountSafety", "Akun dijeda: banyak percobaan salah"),
        "account.new_device": QCoreApplication.translate("AccountSafety", "Masuk dari perangkat baru"),
        "account.password_changed": QCoreApplication.translate("AccountSafety", "Kata sandi diganti"),
        "account.password_reset": QCoreApplication.translate(
            "AccountSafety", "Kata sandi dibuat baru lewat Lupa kata sandi"
        ),
        "account.recovery_code_used": QCoreApplication.translate("AccountSafety", "Kode pemulihan dipakai"),
        "account.recovery_codes_made": QCoreApplication.translate(
            "AccountSafety", "Kode pemulihan baru dibuat"
        ),
        "account.session_ended": QCoreApplication.translate("AccountSafety", "Sebuah perangkat dikeluarkan"),
        "account.sessions_ended": QCoreApplication.translate("AccountSafety", "Semua perangkat dikeluarkan"),
        "account.token_reused": QCoreApplication.translate(
            "AccountSafety", "Sesi ditutup: kuncinya dipakai dua kali"
        ),
        "account.totp_changed": QCoreApplication.translate(
            "AccountSafety", "Verifikasi dua langkah pindah ponsel"
        ),
        "account.totp_locked": QCoreApplication.translate("AccountSafety", "Verifikasi dua langkah terkunci"),
        "account.totp_off": QCoreApplication.translate("AccountSafety", "Verifikasi dua langkah dimatikan"),
        "account.totp_on": QCoreApplication.translate("AccountSafety", "Verifikasi dua langkah diaktifkan"),
    }
    return words.get(code, code)
