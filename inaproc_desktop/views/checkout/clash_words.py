"""What two devices did differently, in words: what it is about, and how each side reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from inaproc_core.orders.form import CheckoutForm, FormLine, FormPlace
from inaproc_core.orders.merging import Clash
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.checkout import CheckoutSheet
from inaproc_desktop.ports.drafts import DraftClash
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.checkout.words import (
    address_words,
    courier_words,
    field_words,
    method_words,
    plan_words,
    product_name,
)

NOTHING = "—"

_FIELDS: Mapping[str, str] = {"budget": "rup_code", "recipient": "recipient", "address": "street"}
"""Members that only make sense together, to the field whose label names them."""


def device_words(device: str) -> str:
    """Return how another device of the person is called."""
    if device in {"", "-"}:
        return QCoreApplication.translate("Checkout", "perangkat lain")
    return device


def followed_words(device: str, *, begun_anew: bool) -> str:
    """Return what is said when the page shows what another device did."""
    if begun_anew:
        return QCoreApplication.translate(
            "Checkout",
            "Draf yang lama berakhir di perangkat lain. Isian Anda disimpan di sini sebagai draf baru.",
        )
    text = QCoreApplication.translate(
        "Checkout", "Diperbarui dari {device}. Isian sebelumnya ada di Versi sebelumnya."
    )
    return text.format(device=device_words(device))


def ended_words() -> str:
    """Return what is said when the draft on the page is no more."""
    return QCoreApplication.translate("Checkout", "Draf ini sudah diajukan atau dihapus dari perangkat lain.")


def clash_name(clash: DraftClash, place: Clash, sheet: CheckoutSheet) -> str:
    """Return what a row is about: ``Jumlah: Kertas HVS A4``."""
    head, _, rest = place.where.partition(".")
    if head == "lines":
        product_id, _, member = rest.partition(".")
        label, _ = field_words(f"goods.x.{'price' if member == 'seen_price' else 'quantity'}", sheet)
        return f"{label}: {product_name(sheet, product_id)}"
    if head == "places":
        place_id, _, member = rest.partition(".")
        label, _ = field_words(f"places.{place_id}.{_FIELDS.get(member, member) or 'street'}", sheet)
        if member == "note":
            label, _ = field_words("note", sheet)
        where = _place_in(clash, place_id)
        product = member.partition(".")[2] if member.startswith("quantities.") else ""
        about = ", ".join(part for part in (where, product_name(sheet, product) if product else "") if part)
        return f"{label}: {about}" if about else label
    if head == "attachments":
        return QCoreApplication.translate("Checkout", "Dokumen pendukung")
    if head in {"discount", "texts", "origin", "vendor_id"}:
        return _rare(head)
    label, about = field_words(_FIELDS.get(place.where, place.where), sheet)
    return f"{label}: {about}" if about else label


def clash_value(place: Clash, value: Any, sheet: CheckoutSheet) -> str:
    """Return how one side reads."""
    if value is None or value == "" or value == () or value == (None, None):
        return NOTHING
    head, _, rest = place.where.partition(".")
    member = rest.partition(".")[2]
    if head == "budget":
        return " · ".join(part for part in value if part) or NOTHING
    if head == "ppk_access_id":
        return next((one.name for one in sheet.reviewers if one.access_id == value), str(value))
    if head in _CODES:
        return str(_CODES[head](value))
    if head == "offers" or member == "seen_price":
        return fmt.rupiah(Rupiah(value))
    if head == "lines":
        amount = value.quantity if isinstance(value, FormLine) else value[0]
        unit = _unit(sheet, rest.partition(".")[0])
        return NOTHING if amount is None else fmt.quantity(amount, unit)
    if head == "places":
        return _of_place(value, member, sheet)
    if head == "attachments":
        return str(getattr(value, "name", value))
    return str(value)


def _of_place(value: Any, member: str, sheet: CheckoutSheet) -> str:
    if isinstance(value, FormPlace):
        return ", ".join(part for part in (value.recipient, address_words(value)) if part) or NOTHING
    if member == "arrival":
        days = [fmt.date(day) if day is not None else NOTHING for day in value]
        return " – ".join(days)
    if member == "courier":
        return courier_words(value)
    if member.startswith("quantities."):
        return fmt.quantity(value, _unit(sheet, member.partition(".")[2]))
    if member == "address":
        street, _code, path, postal_code = value
        return ", ".join(part for part in (street, path, postal_code) if part) or NOTHING
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value if part) or NOTHING
    return str(value)


_CODES: Mapping[str, Any] = {
    "method": method_words,
    "plan": plan_words,
    "discount": lambda value: fmt.percent(basis_points=value),
    "declaration": lambda value: (
        QCoreApplication.translate("Checkout", "Dicentang")
        if value
        else QCoreApplication.translate("Checkout", "Tidak dicentang")
    ),
}


def _rare(head: str) -> str:
    match head:
        case "discount":
            return QCoreApplication.translate("Checkout", "Saran potongan harga")
        case "texts":
            return QCoreApplication.translate("Checkout", "Isian yang belum terbaca")
    return QCoreApplication.translate("Checkout", "Barang")


def _place_in(clash: DraftClash, place_id: str) -> str:
    """Return a place by number and recipient, in whichever version has it."""
    versions: list[CheckoutForm | None] = [clash.mine, clash.theirs, clash.base]
    for form in versions:
        for number, place in enumerate(form.places if form is not None else (), start=1):
            if place.id == place_id:
                said = QCoreApplication.translate("Checkout", "lokasi {no}").format(no=number)
                return f"{said}, {place.recipient}" if place.recipient else said
    return ""


def _unit(sheet: CheckoutSheet, product_id: str) -> str:
    product = sheet.products.get(product_id)
    return product.unit if product is not None else ""
