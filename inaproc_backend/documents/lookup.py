"""What anybody may know about a document by its verification number: that it exists, its hash, who signed."""

from __future__ import annotations

from datetime import datetime

import msgspec

from inaproc_backend.documents import store
from inaproc_backend.documents.rendering import LETTER, load_order
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.services import Services
from inaproc_core.orders.model import Bast, Letter, Order


class PublicSignature(msgspec.Struct, frozen=True, kw_only=True):
    """One signature as the backend verified it."""

    name: str
    role: str
    signed_at: datetime
    certificate_serial: str


class PublicDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document as a reader of its printed copy may check it.

    Attributes:
        number: the order's number, or the BAST's.
        sha256: of the file as it stands; a copy with another hash is another file.
        replaced: a newer issue took its place.
        simulation: made in training mode, without legal force.
    """

    verification: str
    kind: str
    number: str
    order_number: str
    issued_at: datetime
    issued_by: str
    vendor: str
    sha256: str
    signatures: list[PublicSignature]
    replaced: bool
    simulation: bool


def look_up(services: Services, number: str) -> PublicDocument:
    """Return the public facts of a document.

    Raises:
        HttpRefused: 404 ``document.unknown_number``.
    """
    clean = "".join(number.split()).upper()
    with services.database.read() as connection:
        stored = store.find_by_verification(connection, clean)
        order = load_order(connection, stored.order_id) if stored is not None else None
    if stored is None or order is None:
        raise HttpRefused(404, "document.unknown_number", at="verification", number=clean[:40])
    issued = order.letter if stored.kind == LETTER else order.bast
    if issued is None:
        raise HttpRefused(404, "document.unknown_number", at="verification", number=clean[:40])
    replaced = issued.document_id != stored.document_id
    return PublicDocument(
        verification=stored.verification,
        kind=stored.kind,
        number=_number(order, issued, replaced),
        order_number=order.number,
        issued_at=issued.issued_at,
        issued_by=order.satker.name if order.satker else "",
        vendor=order.vendor.name if order.vendor else "",
        sha256=stored.sha256,
        signatures=[] if replaced else _signatures(issued),
        replaced=replaced,
        simulation=order.simulation,
    )


def _number(order: Order, issued: Letter | Bast, replaced: bool) -> str:
    if isinstance(issued, Letter):
        return order.number
    return "" if replaced else issued.number


def _signatures(issued: Letter | Bast) -> list[PublicSignature]:
    return [
        PublicSignature(
            name=one.by.name,
            role=one.by.role.value,
            signed_at=one.at,
            certificate_serial=one.certificate_serial,
        )
        for one in issued.signatures
    ]
