"""What happened to an order, one sentence per line of its timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from inaproc_core.orders.model import HistoryEntry
from inaproc_core.orders.states import Party
from inaproc_core.values import Rupiah
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.words.channels import channel_name

_Facts = Mapping[str, str | int]


def event_words(entry: HistoryEntry) -> str:
    """Return what a line of the timeline says, without who and when; an unknown event by its own name."""
    say = _WORDS.get(entry.event)
    return say(entry.facts) if say is not None else entry.event


def _rupiah(facts: _Facts, name: str) -> str:
    amount = facts.get(name)
    return fmt.rupiah(Rupiah(amount)) if isinstance(amount, int) else "…"


def _with(text: str, addition: object) -> str:
    return f"{text}: {addition}" if addition else text


def _offered(facts: _Facts) -> str:
    total = _rupiah(facts, "total_rp")
    if facts.get("party") == Party.VENDOR:
        return QCoreApplication.translate("Words", "Penyedia menawar balik, total {total}").format(
            total=total
        )
    return QCoreApplication.translate("Words", "Pembeli mengajukan harga baru, total {total}").format(
        total=total
    )


def _agreed(facts: _Facts) -> str:
    total = _rupiah(facts, "total_rp")
    if facts.get("party") == Party.VENDOR:
        return QCoreApplication.translate("Words", "Penyedia menyetujui harga, total {total}").format(
            total=total
        )
    return QCoreApplication.translate("Words", "Pembeli menyetujui harga, total {total}").format(total=total)


def _negotiation_cancelled(facts: _Facts) -> str:
    reason = facts.get("reason", "")
    match facts.get("cause"):
        case "declined":
            return _with(QCoreApplication.translate("Words", "Penyedia menolak negosiasi"), reason)
        case "delisted":
            return _with(QCoreApplication.translate("Words", "Negosiasi batal: produk turun tayang"), reason)
        case "expired":
            return QCoreApplication.translate("Words", "Negosiasi batal otomatis: batas waktu lewat")
    return _with(QCoreApplication.translate("Words", "Pembeli membatalkan negosiasi"), reason)


def _order_cancelled(facts: _Facts) -> str:
    if facts.get("cause") == "expired":
        return QCoreApplication.translate("Words", "Pesanan batal otomatis: batas waktu penyedia lewat")
    return _with(QCoreApplication.translate("Words", "Penyedia menolak pesanan"), facts.get("reason"))


def _shipped(facts: _Facts) -> str:
    said = QCoreApplication.translate("Words", "Barang dikirim ke lokasi {delivery} dengan {courier}").format(
        delivery=facts.get("delivery", "…"), courier=facts.get("courier", "…")
    )
    tracking = facts.get("tracking")
    return f"{said} ({tracking})" if tracking else said


def _inspected(facts: _Facts) -> str:
    late = facts.get("late_days")
    if isinstance(late, int) and late > 0:
        return QCoreApplication.translate("Words", "Barang diperiksa, terlambat {days} hari").format(
            days=late
        )
    return QCoreApplication.translate("Words", "Barang diperiksa: tepat guna")


def _paid(facts: _Facts) -> str:
    return QCoreApplication.translate(
        "Words", "Pembayaran termin {termin} dikonfirmasi: {amount} ({reference})"
    ).format(
        termin=facts.get("termin", "…"),
        amount=_rupiah(facts, "amount_rp"),
        reference=facts.get("reference", "…"),
    )


_WORDS: dict[str, Callable[[_Facts], str]] = {
    "DraftSaved": lambda f: QCoreApplication.translate("Words", "Draf checkout disimpan"),
    "DraftDiscarded": lambda f: QCoreApplication.translate("Words", "Draf checkout dihapus"),
    "NegotiationOpened": lambda f: QCoreApplication.translate(
        "Words", "Negosiasi diajukan, penawaran awal {total}"
    ).format(total=_rupiah(f, "total_rp")),
    "PricesOffered": _offered,
    "PricesAgreed": _agreed,
    "NegotiationCancelled": _negotiation_cancelled,
    "SubmittedForReview": lambda f: _with(
        QCoreApplication.translate("Words", "Diajukan untuk persetujuan PPK"), f.get("note")
    ),
    "ReturnedToBuyer": lambda f: _with(
        QCoreApplication.translate("Words", "PPK mengembalikan ke pembeli"), f.get("reason")
    ),
    "OrderRejected": lambda f: _with(QCoreApplication.translate("Words", "PPK menolak"), f.get("reason")),
    "LetterIssued": lambda f: QCoreApplication.translate("Words", "Surat Pesanan dibuat"),
    "LetterSigned": lambda f: QCoreApplication.translate("Words", "PPK menandatangani Surat Pesanan"),
    "OrderAccepted": lambda f: QCoreApplication.translate(
        "Words", "Penyedia menerima dan menandatangani Surat Pesanan"
    ),
    "OrderCancelled": _order_cancelled,
    "Shipped": _shipped,
    "Arrived": lambda f: QCoreApplication.translate("Words", "Pesanan tiba, diterima oleh {person}").format(
        person=f.get("received_by") or "…"
    ),
    "Inspected": _inspected,
    "BastIssued": lambda f: QCoreApplication.translate("Words", "BAST {number} diterbitkan").format(
        number=f.get("number", "…")
    ),
    "BastSigned": lambda f: QCoreApplication.translate("Words", "PPK menandatangani BAST"),
    "BastCountersigned": lambda f: QCoreApplication.translate("Words", "Penyedia menandatangani BAST"),
    "PaymentMethodChosen": lambda f: QCoreApplication.translate(
        "Words", "Metode pembayaran dipilih: {channel}"
    ).format(channel=channel_name(str(f.get("channel", "…")))),
    "PaymentConfirmed": _paid,
}
