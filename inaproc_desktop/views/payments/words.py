"""Words of Pembayaran: channels, taxes, who takes them, and why one is not taken."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inaproc_desktop.ports.finishing import TaxLine
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.words.channels import channel_name


def channel_words(code: str) -> tuple[str, str]:
    """Return what a channel is called, and who does what in it."""
    how = ""
    match code:
        case "KKP":
            how = QCoreApplication.translate("Payments", "Bendahara membayar dengan kartu di platform.")
        case "VA_BRI" | "VA_MANDIRI" | "VA_BNI":
            how = QCoreApplication.translate("Payments", "Bendahara mentransfer ke nomor VA pesanan ini.")
        case "KODE_BAYAR":
            how = QCoreApplication.translate(
                "Payments", "Bendahara SKPD memesan kode bayar, lalu mentransfer."
            )
        case "LS_PEMDA":
            how = QCoreApplication.translate("Payments", "SPP, SPM, lalu SP2D di SIPD; dicatat di sini.")
        case "LS_NON_KONTRAKTUAL":
            how = QCoreApplication.translate("Payments", "SPP, SPM, lalu SP2D lewat SAKTI.")
        case "LS_KONTRAKTUAL":
            how = QCoreApplication.translate("Payments", "Kontrak dicatat di SAKTI, SPM LS ke KPPN.")
    return channel_name(code), how


def tax_words(line: TaxLine) -> str:
    """Return what a tax line is called, with its rate."""
    match line.code:
        case "ppn":
            name = QCoreApplication.translate("Payments", "PPN")
        case "PPh22" | "PPh22_pihak_lain":
            name = QCoreApplication.translate("Payments", "PPh Pasal 22")
        case "PPh23":
            name = QCoreApplication.translate("Payments", "PPh Pasal 23")
        case "PPh21_bukan_pegawai":
            name = QCoreApplication.translate("Payments", "PPh Pasal 21")
        case "PPh4_2":
            name = QCoreApplication.translate("Payments", "PPh Pasal 4 ayat 2")
        case "PPhFinal_UMKM":
            name = QCoreApplication.translate("Payments", "PPh Final UMKM")
        case "meterai":
            name = QCoreApplication.translate("Payments", "Bea meterai kuitansi")
        case "penalty":
            name = QCoreApplication.translate("Payments", "Denda keterlambatan")
        case _:
            name = line.code
    return f"{name} {_rate(line.rate)}".strip()


def tax_detail(line: TaxLine) -> str:
    """Return base, who takes it, and where the rule stands."""
    base = QCoreApplication.translate("Payments", "dari {base}").format(base=fmt.rupiah(line.base))
    parts = [base, _spared(line.spared) if line.spared else _collector(line), line.source]
    return " · ".join(part for part in parts if part)


def _rate(rate: str) -> str:
    return rate.replace(".", ",").replace("%", " %")


def _collector(line: TaxLine) -> str:
    match line.collector:
        case "instansi":
            return QCoreApplication.translate("Payments", "dipungut oleh bendahara instansi")
        case "pihak_lain":
            return QCoreApplication.translate("Payments", "dipungut oleh platform (Pihak Lain)")
        case "penyedia":
            if line.code == "meterai":
                return QCoreApplication.translate("Payments", "ditanggung penyedia")
            return QCoreApplication.translate("Payments", "disetor sendiri oleh penyedia")
    if line.code == "penalty":
        return QCoreApplication.translate("Payments", "dipotong dari pembayaran")
    return ""


def _spared(reason: str) -> str:
    match reason:
        case "kkp":
            return QCoreApplication.translate("Payments", "tidak dipungut: dibayar dengan KKP")
        case "maks_2jt":
            return QCoreApplication.translate("Payments", "tidak dipungut: nilainya tidak melebihi batas")
        case "barang_dikecualikan":
            return QCoreApplication.translate("Payments", "tidak dipungut: barang dikecualikan")
        case "umkm_op_omzet_maks_500jt":
            return QCoreApplication.translate("Payments", "tidak dipungut: omzet UMKM di bawah batas")
    return reason
