"""Who signs the documents of an order, in the words printed around the place of their signature."""

from __future__ import annotations

from reportlab.platypus import Flowable

from inaproc_core.orders.model import Order
from inaproc_documents.paper import blocks
from inaproc_documents.paper.signing_area import Field, Signatory, signing_area, verification_note
from inaproc_documents.paper.words import NOTHING

_ROLE = "Pejabat Pembuat Komitmen"
_HINT = "ruang tanda tangan elektronik"
_ROOM = 250.0
_NOTES = (
    "Pindai kode atau masukkan nomor verifikasi di aplikasi untuk melihat naskah yang tersimpan.",
    "Tanda tangan elektronik melekat pada berkas PDF; periksalah pada berkas, bukan pada hasil cetak.",
)


def ppk_position(order: Order) -> str:
    """Return the position of the PPK as printed."""
    position = order.ppk.position if order.ppk else ""
    if not position or position.casefold() == _ROLE.casefold():
        return f"{_ROLE} (PPK)"
    return position


def signing_page(
    order: Order, *, opening: str, buyer_heading: str, seller_heading: str, verification: str
) -> Flowable:
    """Return the end of a document: both places to sign and the code to look it up, kept on one page."""
    return blocks.kept(
        *blocks.section("Penandatanganan", room=_ROOM),
        blocks.prose(opening),
        blocks.gap(4),
        signing_area(_buyer(order, buyer_heading), _seller(order, seller_heading), _HINT),
        blocks.gap(10),
        verification_note(verification, _NOTES),
    )


def _buyer(order: Order, heading: str) -> Signatory:
    satker, ppk = order.satker, order.ppk
    return Signatory(
        field=Field.PPK,
        heading=heading,
        on_behalf_of=satker.name if satker else NOTHING,
        name=ppk.name if ppk else NOTHING,
        lines=[ppk_position(order), f"NIP {ppk.nip}" if ppk and ppk.nip else ""],
    )


def _seller(order: Order, heading: str) -> Signatory:
    vendor = order.vendor
    return Signatory(
        field=Field.PENYEDIA,
        heading=heading,
        on_behalf_of=vendor.name if vendor else NOTHING,
        name=vendor.representative if vendor else NOTHING,
        lines=[vendor.representative_position if vendor else ""],
    )
