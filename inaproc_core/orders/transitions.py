"""The transition table of orders.md §6.4 as data: 41 rows, of which the marked ones wait for a later issue.

Row 42 is this project's own (decision 0032): a draft that is thrown away goes from all devices.

A row says who may ask for what in which state and where that can lead. Guards live beside their room
(``negotiation``, ``review`` …); ``machine.decide`` consults this table first, so that a command without a
row is refused before any guard runs.
"""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.orders import commands as c
from inaproc_core.orders.states import NEGOTIATING, State
from inaproc_core.roles import BUYERS, Role

_PP = frozenset({Role.PP})
_PPK = frozenset({Role.PPK})
_OVER = frozenset({Role.PPK, Role.POKJA})
_VENDOR = frozenset({Role.PENYEDIA})
_SYSTEM = frozenset({Role.SYSTEM})
_BENDAHARA = frozenset({Role.BENDAHARA})


@dataclass(frozen=True, kw_only=True)
class Transition:
    """One row.

    Attributes:
        row: its number in orders.md §6.4; 42 and above are our own.
        action: the label of the action, as people know it.
        command: the command that asks for it; ``None`` while the row waits for a later issue.
        sources: states it starts from.
        roles: roles that may ask.
        targets: states it can lead to.
    """

    row: int
    action: str
    command: type | None
    sources: frozenset[State]
    roles: frozenset[Role]
    targets: frozenset[State]


def _row(
    row: int,
    action: str,
    command: type | None,
    sources: State | frozenset[State],
    roles: frozenset[Role],
    *targets: State,
) -> Transition:
    starts = sources if isinstance(sources, frozenset) else frozenset({sources})
    return Transition(
        row=row, action=action, command=command, sources=starts, roles=roles, targets=frozenset(targets)
    )


_S = State
_FRESH = frozenset({_S.NONE, _S.DRAFT})
_RUNNING = frozenset(
    {_S.PROCESSING, _S.SHIPPING, _S.ARRIVED, _S.COMPLAINT, _S.BAST_DRAFT, _S.WAIT_BAST_SELLER}
)
_ON_WAY = frozenset({_S.PROCESSING, _S.SHIPPING})

TRANSITIONS: tuple[Transition, ...] = (
    _row(1, "Simpan draf checkout", c.SaveDraft, _FRESH, BUYERS, _S.DRAFT),
    _row(2, "Ajukan Negosiasi", c.SubmitCheckout, _FRESH, _PP, _S.WAIT_SELLER),
    _row(3, "Ajukan Negosiasi", c.SubmitCheckout, _FRESH, _OVER, _S.WAIT_SELLER),
    _row(4, "Setuju", c.AgreePrices, _S.WAIT_SELLER, _VENDOR, _S.AGREED),
    _row(5, "Ajukan harga balasan", c.CounterOffer, _S.WAIT_SELLER, _VENDOR, _S.WAIT_BUYER),
    _row(6, "Tolak negosiasi", c.DeclineNegotiation, _S.WAIT_SELLER, _VENDOR, _S.CANCELLED_ON_NEGOTIATION),
    _row(7, "Setuju", c.AgreePrices, _S.WAIT_BUYER, BUYERS, _S.AGREED),
    _row(8, "Ajukan Harga Baru", c.OfferPrices, _S.WAIT_BUYER, BUYERS, _S.WAIT_SELLER),
    _row(9, "Batalkan Nego", c.CancelNegotiation, NEGOTIATING, BUYERS, _S.CANCELLED_ON_NEGOTIATION),
    _row(10, "Produk turun tayang", c.DelistProduct, NEGOTIATING, _SYSTEM, _S.CANCELLED_ON_NEGOTIATION),
    _row(
        11,
        "Batas waktu nego lewat",
        c.ExpireDeadline,
        frozenset({_S.WAIT_SELLER, _S.WAIT_BUYER}),
        _SYSTEM,
        _S.CANCELLED_ON_NEGOTIATION,
    ),
    _row(12, "Ajukan ke PPK", c.SubmitToPpk, _S.AGREED, _PP, _S.WAITING_PPK_REVIEW),
    _row(13, "Lanjut Proses Pesanan", c.ProceedOrder, _S.AGREED, _OVER, _S.WAITING_PPK_REVIEW),
    _row(14, "Tidak ditindaklanjuti", c.ExpireDeadline, _S.AGREED, _SYSTEM, _S.CANCELLED_ON_NEGOTIATION),
    _row(15, "Kembalikan ke PP", c.ReturnToBuyer, _S.WAITING_PPK_REVIEW, _PPK, _S.WAIT_BUYER),
    _row(16, "Tolak", c.RejectOrder, _S.WAITING_PPK_REVIEW, _PPK, _S.CANCELLED_ON_REVIEW),
    _row(17, "Buat Surat Pesanan", c.IssueLetter, _S.WAITING_PPK_REVIEW, _PPK, _S.ESIGN_IN_PROGRESS),
    _row(
        18,
        "Tanda tangani Surat Pesanan",
        c.SignLetter,
        _S.ESIGN_IN_PROGRESS,
        _PPK,
        _S.WAITING_SELLER_CONFIRMATION,
    ),
    _row(19, "Penandatanganan gagal", None, _S.ESIGN_IN_PROGRESS, _SYSTEM, _S.ESIGN_IN_PROGRESS),
    _row(20, "Terima Pesanan", c.AcceptOrder, _S.WAITING_SELLER_CONFIRMATION, _VENDOR, _S.PROCESSING),
    _row(21, "Tolak Pesanan", c.DeclineOrder, _S.WAITING_SELLER_CONFIRMATION, _VENDOR, _S.CANCELLED),
    _row(22, "Tidak diterima", c.ExpireDeadline, _S.WAITING_SELLER_CONFIRMATION, _SYSTEM, _S.CANCELLED),
    _row(23, "Ajukan Addendum", None, _S.PROCESSING, _PPK | _VENDOR, _S.ON_ADDENDUM),
    _row(24, "Setujui Addendum", None, _S.ON_ADDENDUM, _PPK | _VENDOR, _S.PROCESSING, _S.PAYMENT_PREPARATION),
    _row(25, "Tolak Addendum", None, _S.ON_ADDENDUM, _PPK | _VENDOR, _S.PROCESSING, _S.PAYMENT_PREPARATION),
    _row(26, "Kirim", c.Ship, _ON_WAY, _VENDOR, _S.SHIPPING),
    _row(27, "Selesai pengerjaan", None, _S.PROCESSING, _VENDOR, _S.ARRIVED),
    _row(28, "Pesanan tiba", c.MarkArrived, _S.SHIPPING, _VENDOR | _PPK, _S.SHIPPING, _S.ARRIVED),
    _row(29, "Pemeriksaan Tepat Guna", c.Inspect, _S.ARRIVED, _PPK, _S.BAST_DRAFT),
    _row(30, "Laporkan ketidaksesuaian", None, _S.ARRIVED, _PPK, _S.COMPLAINT),
    _row(31, "Selesaikan ketidaksesuaian", None, _S.COMPLAINT, _VENDOR, _S.SHIPPING, _S.BAST_DRAFT),
    _row(32, "Terbitkan nomor BAST", c.IssueBast, _S.BAST_DRAFT, _PPK, _S.BAST_DRAFT),
    _row(32, "Tanda tangani BAST", c.SignBast, _S.BAST_DRAFT, _PPK, _S.WAIT_BAST_SELLER),
    _row(33, "Tanda tangani BAST", c.CountersignBast, _S.WAIT_BAST_SELLER, _VENDOR, _S.PAYMENT_PREPARATION),
    _row(34, "Ubah PPN lewat addendum", None, _S.PAYMENT_PREPARATION, _PPK, _S.ON_ADDENDUM),
    _row(35, "Pilih metode", c.ChoosePaymentMethod, _S.PAYMENT_PREPARATION, _PPK, _S.WAIT_PAYMENT),
    _row(
        36,
        "Konfirmasi pembayaran",
        c.ConfirmPayment,
        _S.WAIT_PAYMENT,
        _BENDAHARA,
        _S.PARTLY_PAID,
        _S.COMPLETED,
    ),
    _row(
        37,
        "Ajukan pembayaran di luar sistem",
        None,
        frozenset({_S.PAYMENT_PREPARATION, _S.WAIT_PAYMENT}),
        _PPK,
        _S.PAYMENT_OUTSIDE_SYSTEM,
    ),
    _row(
        38,
        "Bayar termin berikutnya",
        c.ConfirmPayment,
        _S.PARTLY_PAID,
        _BENDAHARA,
        _S.PARTLY_PAID,
        _S.COMPLETED,
    ),
    _row(39, "Penghentian atau pemutusan", None, _RUNNING, _PPK | _VENDOR, _S.REQUEST_CANCEL_BY_ADMIN),
    _row(
        40,
        "Putuskan pembatalan",
        None,
        _S.REQUEST_CANCEL_BY_ADMIN,
        frozenset({Role.ADMIN}),
        _S.CANCELLED,
        _S.PROCESSING,
        _S.SHIPPING,
        _S.ARRIVED,
        _S.COMPLAINT,
        _S.BAST_DRAFT,
        _S.WAIT_BAST_SELLER,
    ),
    _row(41, "Nilai Penyedia", None, _S.COMPLETED, _PPK, _S.COMPLETED),
    _row(42, "Hapus draf checkout", c.DiscardDraft, _S.DRAFT, BUYERS, _S.NONE),
)


def rows_for(state: State, command: type) -> tuple[Transition, ...]:
    """Return the rows that let this command start from this state."""
    return tuple(row for row in TRANSITIONS if row.command is command and state in row.sources)


def allowed_commands(state: State, role: Role) -> tuple[type, ...]:
    """Return the commands a role may try in a state, in table order, each once."""
    seen: dict[type, None] = {}
    for row in TRANSITIONS:
        if row.command is not None and state in row.sources and role in row.roles:
            seen.setdefault(row.command)
    return tuple(seen)
