"""Things about an order that can differ, in words: what each is called, and how its value reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from inaproc_core.orders.content import Courier, PaymentMethod, PaymentPlan
from inaproc_core.orders.states import Party, State
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.outgoing import Aspect, Difference, Facet, Value
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.words.channels import channel_name
from inaproc_desktop.views.words.orders import state_label

NOTHING = "—"

_MONEY = frozenset(
    {Aspect.PRICE, Aspect.SERVICE_PRICE, Aspect.SHIPPING_PRICE, Aspect.TOTAL, Aspect.PAID},
)
_AMOUNTS = frozenset({Aspect.QUANTITY, Aspect.SHIPPED})


def facet_name(facet: Facet | Difference) -> str:
    """Return what a facet is about: ``Harga: Kertas HVS A4``."""
    name = _NAMES[facet.aspect]()
    return f"{name}: {facet.name}" if facet.name else name


def facet_value(facet: Facet | Difference, value: Value, party: Party = Party.NOBODY) -> str:
    """Return how a value of a facet reads, for a reader of this side."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, int):
        return _number(facet, value)
    if isinstance(value, tuple):
        return fmt.date_range(*value)
    if isinstance(value, date):
        return fmt.date(value)
    say = _CODES.get(facet.aspect)
    return say(value, party) if say is not None else value


def _number(facet: Facet | Difference, value: int) -> str:
    if facet.aspect in _MONEY:
        return fmt.rupiah(Rupiah(value))
    if facet.aspect in _AMOUNTS:
        return fmt.quantity(Quantity(value), facet.unit)
    if facet.aspect is Aspect.LETTER:
        return QCoreApplication.translate("Words", "{count} dari 2 tanda tangan").format(count=value)
    return str(value)


def _method(value: str) -> str:
    return {
        PaymentMethod.UP.value: QCoreApplication.translate("Words", "UP (uang persediaan)"),
        PaymentMethod.LS.value: QCoreApplication.translate("Words", "LS (langsung)"),
    }.get(value, value)


def _plan(value: str) -> str:
    return {
        PaymentPlan.ONCE.value: QCoreApplication.translate("Words", "Sekaligus"),
        PaymentPlan.TERMIN.value: QCoreApplication.translate("Words", "Per termin"),
    }.get(value, value)


def _courier(value: str) -> str:
    return {
        Courier.VENDOR.value: QCoreApplication.translate("Words", "Kurir Penyedia"),
        Courier.THIRD_PARTY.value: QCoreApplication.translate("Words", "Kurir pihak ketiga"),
    }.get(value, value)


_CODES: dict[Aspect, Callable[[str, Party], str]] = {
    Aspect.STATE: lambda value, party: state_label(State(value), party),
    Aspect.METHOD: lambda value, _party: _method(value),
    Aspect.PLAN: lambda value, _party: _plan(value),
    Aspect.COURIER: lambda value, _party: _courier(value),
    Aspect.CHANNEL: lambda value, _party: channel_name(value),
}

_NAMES: dict[Aspect, Callable[[], str]] = {
    Aspect.STATE: lambda: QCoreApplication.translate("Words", "Status"),
    Aspect.ROUND: lambda: QCoreApplication.translate("Words", "Ronde negosiasi"),
    Aspect.PRICE: lambda: QCoreApplication.translate("Words", "Harga"),
    Aspect.SHIPPING_PRICE: lambda: QCoreApplication.translate("Words", "Ongkir"),
    Aspect.SERVICE_PRICE: lambda: QCoreApplication.translate("Words", "Layanan"),
    Aspect.QUANTITY: lambda: QCoreApplication.translate("Words", "Jumlah"),
    Aspect.TOTAL: lambda: QCoreApplication.translate("Words", "Total"),
    Aspect.NOTE: lambda: QCoreApplication.translate("Words", "Catatan"),
    Aspect.ARRIVAL: lambda: QCoreApplication.translate("Words", "Permintaan tiba"),
    Aspect.RECIPIENT: lambda: QCoreApplication.translate("Words", "Penerima"),
    Aspect.ADDRESS: lambda: QCoreApplication.translate("Words", "Alamat"),
    Aspect.COURIER: lambda: QCoreApplication.translate("Words", "Kurir"),
    Aspect.BUYER: lambda: QCoreApplication.translate("Words", "Pembeli"),
    Aspect.PPK: lambda: QCoreApplication.translate("Words", "PPK"),
    Aspect.RUP: lambda: QCoreApplication.translate("Words", "RUP"),
    Aspect.MAK: lambda: QCoreApplication.translate("Words", "MAK"),
    Aspect.METHOD: lambda: QCoreApplication.translate("Words", "Metode pembayaran"),
    Aspect.PLAN: lambda: QCoreApplication.translate("Words", "Cara bayar"),
    Aspect.CHANNEL: lambda: QCoreApplication.translate("Words", "Kanal pembayaran"),
    Aspect.LETTER: lambda: QCoreApplication.translate("Words", "Surat Pesanan"),
    Aspect.TERMS: lambda: QCoreApplication.translate("Words", "Ketentuan Tambahan"),
    Aspect.SHIPMENTS: lambda: QCoreApplication.translate("Words", "Pengiriman tercatat"),
    Aspect.TRACKING: lambda: QCoreApplication.translate("Words", "Nomor resi"),
    Aspect.SHIPPED: lambda: QCoreApplication.translate("Words", "Dikirim"),
    Aspect.EXPECTED: lambda: QCoreApplication.translate("Words", "Perkiraan tiba"),
    Aspect.RECEIVED_BY: lambda: QCoreApplication.translate("Words", "Diterima oleh"),
    Aspect.INSPECTED_ON: lambda: QCoreApplication.translate("Words", "Tanggal selesai"),
    Aspect.BAST: lambda: QCoreApplication.translate("Words", "Nomor BAST"),
    Aspect.PAID: lambda: QCoreApplication.translate("Words", "Dibayar, termin"),
    Aspect.REFERENCE: lambda: QCoreApplication.translate("Words", "Nomor bukti, termin"),
    Aspect.REASON: lambda: QCoreApplication.translate("Words", "Alasan"),
}
