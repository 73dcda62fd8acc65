"""The command log: what was asked and what came of it, for ever; the reason why a command counts once."""

from __future__ import annotations

import hashlib
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from inaproc_backend.purchasing.actors import Sender
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.wire.messages import Envelope, Outcome

_FIND = Statement("SELECT fingerprint, result FROM commands WHERE cmd_id = :cmd_id")
_FIND_OWN = Statement("SELECT result FROM commands WHERE cmd_id = :cmd_id AND user_id = :user_id")
_OUTCOME = Statement("SELECT outcome FROM commands WHERE cmd_id = :cmd_id AND user_id = :user_id")
_ADD = Statement(
    """
    INSERT INTO commands (cmd_id, user_id, acting_as, device_id, seq, type, aggregate, fingerprint, envelope,
                          outcome, code, result, at)
    VALUES (:cmd_id, :user_id, :acting_as, :device_id, :seq, :type, :aggregate, :fingerprint, :envelope,
            :outcome, :code, :result, :at)
    """
)
_ENCODER = msgspec.json.Encoder(order="sorted")


def fingerprint_of(envelope: Envelope, user_id: str) -> str:
    """Return a hash of everything that gives a command its meaning.

    Device, sequence number and times of making are left out: a restored device sends the same command with
    new ones (protocol.md 2.9, fork).
    """
    meaning = (
        user_id,
        envelope.type,
        envelope.type_version,
        envelope.acting_as,
        envelope.aggregate,
        envelope.base_rev,
        envelope.payload,
        envelope.guards,
        envelope.not_after,
        envelope.depends_on,
        envelope.attachments,
    )
    return hashlib.sha256(_ENCODER.encode(meaning)).hexdigest()


def find_result(connection: Connection, envelope: Envelope, fingerprint: str) -> bytes | None:
    """Return the stored result of a command that was decided before.

    Raises:
        Refused: ``command.id_reused``: the id belongs to another command.
    """
    row = _FIND.one(connection, {"cmd_id": envelope.cmd_id})
    if row is None:
        return None
    if row[0] != fingerprint:
        refuse("command.id_reused", at="cmd_id", cmd_id=envelope.cmd_id)
    return bytes(row[1])


def find_own_result(connection: Connection, cmd_id: str, user_id: str) -> bytes | None:
    """Return the stored result of one's own command."""
    row = _FIND_OWN.one(connection, {"cmd_id": cmd_id, "user_id": user_id})
    return bytes(row[0]) if row is not None else None


def outcome_kind(connection: Connection, cmd_id: str, user_id: str) -> str:
    """Return what became of one's own earlier command, empty while it is undecided."""
    row = _OUTCOME.one(connection, {"cmd_id": cmd_id, "user_id": user_id})
    return str(row[0]) if row is not None else ""


def add(
    connection: Connection,
    envelope: Envelope,
    sender: Sender,
    fingerprint: str,
    outcome: Outcome,
    result: bytes,
    now: datetime,
) -> None:
    """Keep a decided command with its result."""
    _ADD.run(
        connection,
        {
            "cmd_id": envelope.cmd_id,
            "user_id": sender.user_id,
            "acting_as": envelope.acting_as,
            "device_id": envelope.device_id or sender.device_id,
            "seq": envelope.seq,
            "type": envelope.type,
            "aggregate": envelope.aggregate,
            "fingerprint": fingerprint,
            "envelope": _ENCODER.encode(envelope),
            "outcome": outcome.outcome,
            "code": outcome.code,
            "result": result,
            "at": to_text(now),
        },
    )
