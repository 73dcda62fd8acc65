"""What payment channels are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_BANK = "VA_"


def channel_name(code: str) -> str:
    """Return what a payment channel is called; an unknown code as it stands."""
    match code:
        case "KKP":
            return QCoreApplication.translate("Payments", "Kartu Kredit Pemerintah (KKP)")
        case "VA_BRI" | "VA_MANDIRI" | "VA_BNI":
            name = QCoreApplication.translate("Payments", "Virtual Account {bank}")
            return name.format(bank=code.removeprefix(_BANK))
        case "KODE_BAYAR":
            return QCoreApplication.translate("Payments", "Transfer Bank (Kode Bayar)")
        case "LS_PEMDA":
            return QCoreApplication.translate("Payments", "LS Pemda")
        case "LS_NON_KONTRAKTUAL":
            return QCoreApplication.translate("Payments", "LS Non-kontraktual")
        case "LS_KONTRAKTUAL":
            return QCoreApplication.translate("Payments", "LS Kontraktual")
    return code
