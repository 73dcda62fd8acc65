"""Supporting documents of orders: there and clean when a command counts, kept for ever, shown to both sides.

A command names files by their hash. Whether they are there is decided when the command is: a file that is
still on its way leaves the command undecided, one that was refused refuses it (protocol.md 2.14, inv. 27).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NoReturn

import msgspec
from sqlalchemy import Connection

from inaproc_backend.accounts.accesses import load_accesses, scopes_for
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.purchasing.outcomes import Undecided
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_backend.uploads.viewing import SeenFile, read_file
from inaproc_core.errors import Refusal, refuse
from inaproc_core.orders import commands as c
from inaproc_core.orders.attaching import UPLOAD_SLOT, attachments_of
from inaproc_core.orders.content import Attachment
from inaproc_core.orders.facts import AttachmentFact
from inaproc_core.orders.model import Order
from inaproc_core.orders.visibility import scopes_of, view_for
from inaproc_core.wire.messages import Envelope

_LOOKED_AT = 100
"""Files of one command that are looked for; the rules allow far fewer, and refuse more by their number."""

_BOUND = Statement(
    """
    SELECT f.id, f.media_type, f.size FROM order_attachments a JOIN files f ON f.id = a.file_id
    WHERE a.order_id = :order_id AND a.sha256 = :hash
    """
)
_OWN = Statement(
    """
    SELECT id, media_type, size FROM files
    WHERE user_id = :user_id AND slot = :slot AND sha256 = :hash ORDER BY id LIMIT 1 /*pg FOR UPDATE*/
    """
)
_UPLOAD = Statement(
    "SELECT status, received, size, refusal FROM uploads"
    " WHERE user_id = :user_id AND slot = :slot AND sha256 = :hash"
)
_KEEP = Statement("UPDATE files SET used_at = COALESCE(used_at, :now) WHERE id = :file_id")
_BIND = Statement(
    """
    INSERT INTO order_attachments (order_id, sha256, file_id, bound_at)
    VALUES (:order_id, :hash, :file_id, :now)
    ON CONFLICT (order_id, sha256) DO NOTHING
    """
)
_OPEN = Statement(
    """
    SELECT f.sha256, f.media_type, f.blob_id FROM order_attachments a JOIN files f ON f.id = a.file_id
    WHERE a.order_id = :order_id AND a.sha256 = :hash
    """
)
_ORDER = Statement("SELECT image FROM orders WHERE id = :id")
_DECODER = msgspec.json.Decoder(Order)


def check_named(envelope: Envelope, command: c.Command) -> None:
    """Refuse a command whose envelope names other files than the command itself.

    Raises:
        Refused: ``command.attachments_differ``.
    """
    if sorted(envelope.attachments) != sorted(one.sha256 for one in attachments_of(command)):
        refuse("command.attachments_differ", at="attachments")


def attachment_facts(
    connection: Connection, user_id: str, order: Order | None, named: Sequence[Attachment]
) -> dict[str, AttachmentFact]:
    """Return what is known of the files that a command names, by hash.

    They must be the sender's own, or on this order already. Nobody learns of anybody else's file by its hash.

    Raises:
        Undecided: parked ``command.waiting_attachment`` with ``sha256``, ``name`` and ``state``
            (``missing``, ``uploading`` or ``checking``): the same command counts once the file is there.
        Refused: ``command.attachment_refused`` with ``sha256``, ``name`` and ``reason``: the code by which
            the file was refused.
    """
    found: dict[str, AttachmentFact] = {}
    for index, one in enumerate(named[:_LOOKED_AT]):
        row = _find(connection, user_id, order.id if order is not None else "", one.sha256)
        if row is None:
            _not_there(connection, user_id, one, index)
        found[one.sha256] = AttachmentFact(sha256=one.sha256, media_type=str(row[1]), size=int(str(row[2])))
    return found


def bind_attachments(connection: Connection, order: Order, now: datetime) -> None:
    """Tie the files that an order names to it, so that no sweep ever takes them away.

    Call it in the transaction that decided on :func:`attachment_facts`.
    """
    named = order.draft.attachments if order.draft is not None else order.attachments
    for one in named:
        row = _find(connection, order.buyer.user_id, order.id, one.sha256)
        if row is None:  # the facts of this very transaction said otherwise
            message = f"file {one.sha256} of order {order.id} vanished while it was being bound"
            raise RuntimeError(message)
        values = {"order_id": order.id, "hash": one.sha256, "file_id": row[0], "now": to_text(now)}
        _KEEP.run(connection, values)
        _BIND.run(connection, values)


def open_attachment(services: Services, user_id: str, order_id: str, sha256: str) -> SeenFile:
    """Return a file of an order to a person who sees it there, through any of their accesses.

    Raises:
        HttpRefused: 404 ``attachment.unknown``: there is none, or it is not for this person; both look alike.
    """
    with services.database.read() as connection:
        image = _ORDER.one(connection, {"id": order_id})
        order = _DECODER.decode(bytes(image[0])) if image is not None else None
        accesses = load_accesses(connection, user_id, services.today())
        shown = _shown(order, scopes_for(user_id, accesses)) if order is not None else {}
        row = _OPEN.one(connection, {"order_id": order_id, "hash": sha256}) if sha256 in shown else None
    if row is None:
        raise HttpRefused(404, "attachment.unknown")
    return read_file(services, name=shown[sha256].name, sha256=row[0], media_type=row[1], blob_id=row[2])


def _shown(order: Order, mine: Sequence[str]) -> dict[str, Attachment]:
    """Return the files that any of these scopes sees, by hash."""
    views = [view_for(order, scope) for scope in scopes_of(order) if scope in set(mine)]
    every = [
        one
        for view in views
        for one in (*view.attachments, *(view.draft.attachments if view.draft is not None else ()))
    ]
    return {one.sha256: one for one in every}


def _find(connection: Connection, user_id: str, order_id: str, sha256: str) -> tuple[object, ...] | None:
    row = _BOUND.one(connection, {"order_id": order_id, "hash": sha256}) if order_id else None
    if row is not None:
        return row
    return _OWN.one(connection, {"user_id": user_id, "slot": UPLOAD_SLOT, "hash": sha256})


def _not_there(connection: Connection, user_id: str, one: Attachment, index: int) -> NoReturn:
    row = _UPLOAD.one(connection, {"user_id": user_id, "slot": UPLOAD_SLOT, "hash": one.sha256})
    state = "missing"
    if row is not None and row[0] == "refused":
        refuse(
            "command.attachment_refused",
            at=f"attachments.{index}",
            sha256=one.sha256,
            name=one.name,
            reason=str(json.loads(row[3])["code"]),
        )
    if row is not None and row[0] == "open":
        state = "checking" if int(row[1]) == int(row[2]) else "uploading"
    facts = {"sha256": one.sha256, "name": one.name, "state": state}
    raise Undecided("parked", Refusal(code="command.waiting_attachment", facts=facts, field="attachments"))
