"""Commands and queued deeds in plain words, for Kotak Keluar and for "menunggu terkirim" on an order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from inaproc_desktop.ports.data import DeedState


def command_words(command: str) -> str:
    """Return what a person did, by the wire name of the command (``order.counter_offer``)."""
    say = _COMMANDS.get(command)
    return say() if say is not None else command


def deed_state_words(state: DeedState) -> str:
    """Return where a queued deed stands."""
    match state:
        case DeedState.WAITING:
            return QCoreApplication.translate("Words", "Menunggu terkirim")
        case DeedState.SENDING:
            return QCoreApplication.translate("Words", "Terkirim, menunggu jawaban")
        case DeedState.REFUSED:
            return QCoreApplication.translate("Words", "Ditolak")
        case DeedState.CONFLICT:
            return QCoreApplication.translate("Words", "Bentrok dengan perubahan lain")
        case DeedState.PARKED:
            return QCoreApplication.translate("Words", "Ditahan: perlu tindakan Anda")
        case DeedState.ACCEPTED:
            return QCoreApplication.translate("Words", "Diterima")


_COMMANDS: dict[str, Callable[[], str]] = {
    "order.save_draft": lambda: QCoreApplication.translate("Words", "Menyimpan draf checkout"),
    "order.discard_draft": lambda: QCoreApplication.translate("Words", "Menghapus draf checkout"),
    "order.submit_checkout": lambda: QCoreApplication.translate("Words", "Mengajukan negosiasi"),
    "order.agree_prices": lambda: QCoreApplication.translate("Words", "Menyetujui harga"),
    "order.counter_offer": lambda: QCoreApplication.translate("Words", "Mengajukan harga balasan"),
    "order.decline_negotiation": lambda: QCoreApplication.translate("Words", "Menolak negosiasi"),
    "order.offer_prices": lambda: QCoreApplication.translate("Words", "Mengajukan harga baru"),
    "order.cancel_negotiation": lambda: QCoreApplication.translate("Words", "Membatalkan negosiasi"),
    "order.submit_to_ppk": lambda: QCoreApplication.translate("Words", "Mengajukan ke PPK"),
    "order.proceed": lambda: QCoreApplication.translate("Words", "Melanjutkan proses pesanan"),
    "order.return_to_buyer": lambda: QCoreApplication.translate("Words", "Mengembalikan ke PP"),
    "order.reject": lambda: QCoreApplication.translate("Words", "Menolak pesanan pada persetujuan"),
    "order.issue_letter": lambda: QCoreApplication.translate("Words", "Membuat Surat Pesanan"),
    "order.sign_letter": lambda: QCoreApplication.translate("Words", "Menandatangani Surat Pesanan"),
    "order.accept": lambda: QCoreApplication.translate("Words", "Menerima pesanan"),
    "order.decline": lambda: QCoreApplication.translate("Words", "Menolak pesanan"),
    "order.ship": lambda: QCoreApplication.translate("Words", "Mengirim barang"),
    "order.mark_arrived": lambda: QCoreApplication.translate("Words", "Menandai pesanan tiba"),
    "order.inspect": lambda: QCoreApplication.translate("Words", "Memeriksa barang"),
    "order.issue_bast": lambda: QCoreApplication.translate("Words", "Menerbitkan BAST"),
    "order.sign_bast": lambda: QCoreApplication.translate("Words", "Menandatangani BAST"),
    "order.countersign_bast": lambda: QCoreApplication.translate("Words", "Menandatangani BAST"),
    "order.choose_payment_method": lambda: QCoreApplication.translate("Words", "Memilih metode pembayaran"),
    "order.confirm_payment": lambda: QCoreApplication.translate("Words", "Mengonfirmasi pembayaran"),
    "order.delist_product": lambda: QCoreApplication.translate("Words", "Produk turun tayang"),
    "order.expire_deadline": lambda: QCoreApplication.translate("Words", "Batas waktu lewat"),
}
