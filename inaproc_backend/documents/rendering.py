"""From an order to its stored document: rendered on first need, from what was frozen, and never again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from inaproc_backend.accounts.accesses import load_accesses, scopes_for
from inaproc_backend.documents import store
from inaproc_backend.documents.store import StoredDocument
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.calendar import Zone, local_date
from inaproc_core.orders.model import Bast, Letter, Order
from inaproc_core.orders.visibility import scopes_of

_ORDER = Statement("SELECT image FROM orders WHERE id = :id")
_DECODER = msgspec.json.Decoder(Order)

LETTER = "SP"
BAST = "BAST"


@dataclass(frozen=True, kw_only=True)
class Visible:
    """A document that the person behind a request may see, with its order."""

    document: StoredDocument
    order: Order


def open_document(services: Services, user_id: str, document_id: str) -> Visible:
    """Return a document of an order that a person is party to; renders it when nobody asked for it before.

    Raises:
        HttpRefused: 404 ``document.unknown``: there is none, or it is not for this person.
    """
    with services.database.read() as connection:
        order = _order_of(connection, document_id)
        if order is None or not _sees(services, connection, user_id, order):
            raise HttpRefused(404, "document.unknown", at="document_id")
        stored = store.find(connection, document_id)
    if stored is None:
        _render(services, order, document_id)
        with services.database.read() as connection:
            stored = store.find(connection, document_id)
    if stored is None:
        raise HttpRefused(404, "document.unknown", at="document_id")
    return Visible(document=stored, order=order)


def load_order(connection: Connection, order_id: str) -> Order | None:
    """Return an order as it stands."""
    row = _ORDER.one(connection, {"id": order_id})
    return _DECODER.decode(bytes(row[0])) if row is not None else None


def _order_of(connection: Connection, document_id: str) -> Order | None:
    order_id = document_id.rsplit(".", 2)[0]
    return load_order(connection, order_id)


def _sees(services: Services, connection: Connection, user_id: str, order: Order) -> bool:
    accesses = load_accesses(connection, user_id, services.today())
    return not set(scopes_for(user_id, accesses)).isdisjoint(scopes_of(order))


def _render(services: Services, order: Order, document_id: str) -> None:
    """Render outside any transaction; two requests at once get the same bytes, and one of them is kept."""
    found = _issued(order, document_id)
    if found is None:
        return
    kind, issued = found
    pdf = _pdf(services, order, kind, issued.issued_at)
    with services.database.write() as connection:
        store.add_rendered(
            connection,
            document_id=document_id,
            order_id=order.id,
            kind=kind,
            version=issued.version,
            verification=issued.verification,
            pdf=pdf,
            at=services.clock(),
        )


def _issued(order: Order, document_id: str) -> tuple[str, Letter | Bast] | None:
    if order.letter is not None and order.letter.document_id == document_id:
        return LETTER, order.letter
    if order.bast is not None and order.bast.document_id == document_id:
        return BAST, order.bast
    return None


def _pdf(services: Services, order: Order, kind: str, issued_at: datetime) -> bytes:
    # reportlab takes a tenth of a second to import; only a service that renders pays for it.
    from inaproc_documents.bast import render_bast
    from inaproc_documents.surat_pesanan import render_surat_pesanan

    # Both documents speak by the rules of the day the letter was issued.
    issued = order.letter.issued_at if order.letter is not None else issued_at
    satker = order.satker
    day = local_date(issued, satker.zone if satker is not None else Zone.WIB)
    policy = services.policies.at(day, satker.region_code if satker is not None else None)
    render = render_surat_pesanan if kind == LETTER else render_bast
    return render(order, policy)
