"""States of an order and whose move it is, in the words of the reader's side (orders.md §6.2)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from inaproc_core.orders.model import Order
from inaproc_core.orders.states import Party, State
from inaproc_core.roles import Role


def party_of(role: Role) -> Party:
    """Return the side of an order that a role stands on; ``NOBODY`` for one that only looks."""
    return _PARTY.get(role, Party.NOBODY)


_PARTY = {
    Role.PP: Party.BUYER,
    Role.POKJA: Party.BUYER,
    Role.PPK: Party.PPK,
    Role.PENYEDIA: Party.VENDOR,
    Role.BENDAHARA: Party.TREASURER,
    Role.SYSTEM: Party.SYSTEM,
}


def state_label(state: State, party: Party) -> str:
    """Return what a state is called on one side.

    Args:
        state: the state.
        party: the reader's side. A PPK who bought alone reads as ``BUYER`` while the negotiation runs.
    """
    if party is Party.VENDOR and (label := _FOR_VENDOR.get(state)) is not None:
        return label()
    if party is Party.TREASURER and (label := _FOR_TREASURER.get(state)) is not None:
        return label()
    if party is Party.BUYER and state is State.WAIT_BUYER:
        return QCoreApplication.translate("Words", "Negosiasi: Menunggu Respons Anda")
    return _LABELS[state]()


def order_label(order: Order, party: Party) -> str:
    """Return what an order's state is called; tells an automatic cancellation from one by a person."""
    if order.history and order.history[-1].facts.get("cause") == "expired":
        return QCoreApplication.translate("Words", "Batal Otomatis")
    if party is Party.PPK and order.buyer.role is Role.PPK:
        party = Party.BUYER
    return state_label(order.state, party)


_LABELS: dict[State, Callable[[], str]] = {
    State.NONE: lambda: QCoreApplication.translate("Words", "Belum terkirim"),
    State.DRAFT: lambda: QCoreApplication.translate("Words", "Draf"),
    State.WAIT_SELLER: lambda: QCoreApplication.translate("Words", "Negosiasi: Menunggu Respons Penyedia"),
    State.WAIT_BUYER: lambda: QCoreApplication.translate("Words", "Negosiasi: Menunggu Respons Pembeli"),
    State.AGREED: lambda: QCoreApplication.translate("Words", "Nego Disepakati"),
    State.WAITING_PPK_REVIEW: lambda: QCoreApplication.translate("Words", "Menunggu Persetujuan PPK"),
    State.ESIGN_IN_PROGRESS: lambda: QCoreApplication.translate("Words", "Proses Tanda Tangan"),
    State.WAITING_SELLER_CONFIRMATION: lambda: QCoreApplication.translate(
        "Words", "Menunggu Konfirmasi Penyedia"
    ),
    State.PROCESSING: lambda: QCoreApplication.translate("Words", "Diproses Penyedia"),
    State.ON_ADDENDUM: lambda: QCoreApplication.translate("Words", "Proses Addendum"),
    State.SHIPPING: lambda: QCoreApplication.translate("Words", "Pesanan dalam pengiriman"),
    State.ARRIVED: lambda: QCoreApplication.translate("Words", "Pesanan Tiba"),
    State.COMPLAINT: lambda: QCoreApplication.translate(
        "Words", "Pesanan Tiba - Menunggu Konfirmasi Penyedia"
    ),
    State.BAST_DRAFT: lambda: QCoreApplication.translate("Words", "Menunggu Konfirmasi BAST oleh Pembeli"),
    State.WAIT_BAST_SELLER: lambda: QCoreApplication.translate(
        "Words", "Menunggu Konfirmasi BAST oleh Penyedia"
    ),
    State.PAYMENT_PREPARATION: lambda: QCoreApplication.translate(
        "Words", "Menunggu Pemilihan Metode Pembayaran"
    ),
    State.WAIT_PAYMENT: lambda: QCoreApplication.translate("Words", "Menunggu Pembayaran"),
    State.PARTLY_PAID: lambda: QCoreApplication.translate("Words", "Dibayarkan Sebagian"),
    State.REQUEST_CANCEL_BY_ADMIN: lambda: QCoreApplication.translate("Words", "Permintaan Pembatalan"),
    State.COMPLETED: lambda: QCoreApplication.translate("Words", "Selesai"),
    State.PAYMENT_OUTSIDE_SYSTEM: lambda: QCoreApplication.translate("Words", "Pembayaran di Luar Sistem"),
    State.CANCELLED: lambda: QCoreApplication.translate("Words", "Dibatalkan"),
    State.CANCELLED_ON_NEGOTIATION: lambda: QCoreApplication.translate("Words", "Dibatalkan saat negosiasi"),
    State.CANCELLED_ON_REVIEW: lambda: QCoreApplication.translate("Words", "Ditolak PPK"),
}

_FOR_VENDOR: dict[State, Callable[[], str]] = {
    State.WAIT_SELLER: lambda: QCoreApplication.translate("Words", "Negosiasi: Menunggu Respons Anda"),
    State.WAIT_BUYER: lambda: QCoreApplication.translate("Words", "Negosiasi: Menunggu Pembeli"),
    State.WAITING_PPK_REVIEW: lambda: QCoreApplication.translate("Words", "Menunggu PPK"),
    State.PROCESSING: lambda: QCoreApplication.translate("Words", "Dalam Pengiriman / Pengerjaan"),
    State.SHIPPING: lambda: QCoreApplication.translate("Words", "Dalam Pengiriman / Pengerjaan"),
    State.ARRIVED: lambda: QCoreApplication.translate("Words", "Menunggu Konfirmasi BAST oleh Pembeli"),
    State.PAYMENT_PREPARATION: lambda: QCoreApplication.translate("Words", "Menunggu Pembayaran"),
}

_FOR_TREASURER: dict[State, Callable[[], str]] = {
    State.PAYMENT_PREPARATION: lambda: QCoreApplication.translate("Words", "Menunggu PPK memilih metode"),
    State.WAIT_PAYMENT: lambda: QCoreApplication.translate("Words", "Perlu Diproses"),
}


def party_label(party: Party) -> str:
    """Return what a side is called."""
    match party:
        case Party.BUYER:
            return QCoreApplication.translate("Words", "Pembeli")
        case Party.PPK:
            return QCoreApplication.translate("Words", "PPK")
        case Party.VENDOR:
            return QCoreApplication.translate("Words", "Penyedia")
        case Party.TREASURER:
            return QCoreApplication.translate("Words", "Bendahara")
        case Party.SYSTEM:
            return QCoreApplication.translate("Words", "Sistem")
        case Party.NOBODY:
            return ""


def turn_words(turn: Party, own: Party = Party.NOBODY) -> str:
    """Return whose move it is.

    Args:
        turn: the side that must act (``Order.turn``).
        own: the reader's side; equal sides read "Giliran Anda".
    """
    if turn is Party.NOBODY:
        return QCoreApplication.translate("Words", "Tidak ada yang perlu bertindak")
    if turn is own:
        return QCoreApplication.translate("Words", "Giliran Anda")
    return QCoreApplication.translate("Words", "Giliran {party}").format(party=party_label(turn))
