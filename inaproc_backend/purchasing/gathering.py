"""What a command needs to know from outside, read in the transaction that decides it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from sqlalchemy import Connection

from inaproc_backend.purchasing.attachments import attachment_facts
from inaproc_backend.storage.facts import (
    load_official,
    load_products,
    load_rup,
    load_vendor,
)
from inaproc_backend.storage.statements import Statement
from inaproc_core.orders import commands as c
from inaproc_core.orders.facts import Facts, SatkerFact, SignatureFact
from inaproc_core.orders.model import Order
from inaproc_core.roles import Actor

_BAST_NUMBER = Statement(
    """
    SELECT order_id FROM bast_numbers
    WHERE satker_id = :satker_id AND year = :year AND number_key = :number_key
    """
)


class SignedDocuments(Protocol):
    """The document store as the handler uses it, inside its own transaction."""

    def signature_fact(self, connection: Connection, document_id: str, sha256: str) -> SignatureFact | None:
        """Return an uploaded and verified revision, or ``None``."""

    def current_sha256(self, connection: Connection, document_id: str) -> str:
        """Return the hash of the revision that stands, empty when it was never rendered."""


def gather(
    connection: Connection,
    command: c.Command,
    actor: Actor,
    order: Order | None,
    *,
    documents: SignedDocuments,
    order_number: str,
    satker: SatkerFact | None,
    today: date,
    year: int,
) -> Facts:
    """Read the facts that this command's guards ask for, and no others.

    Args:
        connection: the deciding transaction.
        command: what is asked.
        actor: by whom.
        order: as it stands.
        documents: the document store.
        order_number: offered to a new order.
        satker: of the order or, for a new one, of the actor.
        today: the day that accesses are dated by.
        year: local year at the satker, in which a BAST number must be new.

    Raises:
        Undecided, Refused: as :func:`~inaproc_backend.purchasing.attachments.attachment_facts`.
    """
    if isinstance(command, c.SubmitCheckout):
        form = command.checkout
        found = attachment_facts(connection, actor.user_id, order, form.attachments)
        vendor = load_vendor(connection, form.vendor_id)
        products = load_products(connection, (line.product_id for line in form.lines))
        ppk = load_official(connection, form.ppk_access_id, today)
        # Last, because it stays locked until the commit: what the decision says of it still holds then, and
        # who comes next sees what was taken.
        rup = load_rup(connection, form.rup_code, lock=True) if form.rup_code else None
        return Facts(
            products=products,
            vendor=vendor[0] if vendor else None,
            satker=satker,
            ppk=ppk,
            rup=rup[0] if rup else None,
            order_number=order_number,
            attachments=found,
        )
    if isinstance(command, c.SaveDraft):
        held = command.form.attachments
        return Facts(attachments=attachment_facts(connection, actor.user_id, order, held))
    if order is None:
        return Facts()
    if isinstance(command, c.AgreePrices | c.IssueLetter):
        return Facts(products=load_products(connection, (line.product_id for line in order.lines)))
    if isinstance(command, c.IssueBast):
        return Facts(bast_number_taken=_is_taken(connection, order, command.number, year))
    document_id = signed_document(order, command)
    if document_id and hasattr(command, "sha256"):
        return Facts(
            signature=documents.signature_fact(connection, document_id, command.sha256),
            document_sha256=documents.current_sha256(connection, document_id),
        )
    return Facts()


def signed_document(order: Order, command: c.Command) -> str:
    """Return the id of the document that a command signs, empty when it signs none."""
    if isinstance(command, c.SignLetter | c.AcceptOrder) and order.letter is not None:
        return order.letter.document_id
    if isinstance(command, c.SignBast | c.CountersignBast) and order.bast is not None:
        return order.bast.document_id
    return ""


def number_key(number: str) -> str:
    """Return a BAST number as it is compared: without case and extra blanks."""
    return " ".join(number.split()).casefold()


def _is_taken(connection: Connection, order: Order, number: str, year: int) -> bool:
    row = _BAST_NUMBER.one(
        connection, {"satker_id": order.satker_id, "year": year, "number_key": number_key(number)}
    )
    return row is not None and row[0] != order.id
