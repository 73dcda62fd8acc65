"""Commands and queued deeds in plain words, for Kotak Keluar and for "menunggu terkirim" on an order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from inaproc_desktop.ports.data import Deed, DeedState
from inaproc_desktop.ports.outgoing import Standing
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets.values import PillText, Tone


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


def deed_words(deed: Deed) -> str:
    """Return where a deed stands; one that may have arrived is not called unsent."""
    may_have_arrived = deed.state is DeedState.WAITING and deed.uncertain
    return deed_state_words(DeedState.SENDING if may_have_arrived else deed.state)


def standing_words(standing: Standing) -> str:
    """Return where a deed stands, so that a reader knows whose move it is."""
    return _STANDINGS[standing]()


def standing_pill(standing: Standing) -> PillText:
    """Return the same as a pill: a colour, a shape and words."""
    return PillText(standing_words(standing), _TONES[standing])


_STANDINGS: dict[Standing, Callable[[], str]] = {
    Standing.WAITING: lambda: QCoreApplication.translate("Words", "Menunggu tautan"),
    Standing.BEHIND: lambda: QCoreApplication.translate("Words", "Menunggu yang sebelumnya"),
    Standing.SENDING: lambda: QCoreApplication.translate("Words", "Sedang dikirim"),
    Standing.UNANSWERED: lambda: QCoreApplication.translate("Words", "Terkirim, belum dijawab"),
    Standing.NOT_ORDERED: lambda: QCoreApplication.translate("Words", "Terkirim, belum dipesan"),
    Standing.STEP_UP: lambda: QCoreApplication.translate("Words", "Ditahan: butuh kode"),
    Standing.EXPIRED: lambda: QCoreApplication.translate("Words", "Perlu dikonfirmasi lagi"),
    Standing.ATTACHMENT: lambda: QCoreApplication.translate("Words", "Ditahan: menunggu lampiran"),
    Standing.VERSION: lambda: QCoreApplication.translate("Words", "Ditahan: beda versi"),
    Standing.QUARANTINED: lambda: QCoreApplication.translate("Words", "Ditahan: gangguan peladen"),
    Standing.HELD: lambda: QCoreApplication.translate("Words", "Ditahan: perlu tindakan Anda"),
    Standing.REFUSED: lambda: QCoreApplication.translate("Words", "Ditolak"),
    Standing.SKIPPED: lambda: QCoreApplication.translate("Words", "Ikut batal"),
    Standing.CONFLICT: lambda: QCoreApplication.translate("Words", "Bentrok"),
    Standing.ACCEPTED: lambda: QCoreApplication.translate("Words", "Diterima"),
}

_TONES = {
    Standing.WAITING: Tone.NEUTRAL,
    Standing.BEHIND: Tone.NEUTRAL,
    Standing.SENDING: Tone.ACCENT,
    Standing.UNANSWERED: Tone.ACCENT,
    Standing.NOT_ORDERED: Tone.ACCENT,
    Standing.STEP_UP: Tone.WARN,
    Standing.EXPIRED: Tone.WARN,
    Standing.ATTACHMENT: Tone.WARN,
    Standing.VERSION: Tone.WARN,
    Standing.QUARANTINED: Tone.WARN,
    Standing.HELD: Tone.WARN,
    Standing.REFUSED: Tone.BAD,
    Standing.SKIPPED: Tone.BAD,
    Standing.CONFLICT: Tone.BAD,
    Standing.ACCEPTED: Tone.OK,
}

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def age_words(at: datetime, now: datetime) -> str:
    """Return how long ago something was; a clock that was put back reads as now."""
    seconds = int((now - at).total_seconds())
    if seconds < _MINUTE:
        return QCoreApplication.translate("Words", "baru saja")
    if seconds < _HOUR:
        return QCoreApplication.translate("Words", "{count} menit lalu").format(count=seconds // _MINUTE)
    if seconds < _DAY:
        return QCoreApplication.translate("Words", "{count} jam lalu").format(count=seconds // _HOUR)
    return QCoreApplication.translate("Words", "{count} hari lalu").format(count=seconds // _DAY)


def made_words(at: datetime, now: datetime) -> str:
    """Return when something was done, exactly and as an age."""
    return f"{fmt.moment(at)} ({age_words(at, now)})"


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
