"""Executing one command: everything it does, or nothing, and its outcome once and for ever.

The steps are those of protocol.md 2.7: known command? → who sent it → the decision and its effects
(``deciding``) → log and audit → feed numbers last → commit → wake.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from inaproc_backend.feed.publish import Entry, publish
from inaproc_backend.incidents import count_incidents, note_incident
from inaproc_backend.purchasing import audit, log
from inaproc_backend.purchasing.actors import find_sender
from inaproc_backend.purchasing.deciding import Asked, Decider, Documents
from inaproc_backend.purchasing.effects import OrderMovedOnError
from inaproc_backend.purchasing.outcomes import Undecided, refused
from inaproc_backend.services import Services
from inaproc_backend.storage.database import lost_race
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.visibility import user_scope
from inaproc_core.wire.messages import OutcomeKind

__all__ = ["Asked", "CommandHandler", "Documents"]

_LOG = logging.getLogger(__name__)

_ATTEMPTS = 8
_QUARANTINE_AFTER = 3

_SAVEPOINT = Statement("SAVEPOINT one_command")
_ROLLBACK = Statement("ROLLBACK TO SAVEPOINT one_command")
_RELEASE = Statement("RELEASE SAVEPOINT one_command")
_ENCODER = msgspec.json.Encoder()


class CommandHandler:
    """Executes envelopes, one transaction each. Has no state of its own; any thread may call it."""

    def __init__(self, services: Services, documents: Documents) -> None:
        self._services = services
        self._decider = Decider(services, documents)

    def execute(self, asked: Asked) -> bytes:
        """Execute a command in a transaction of its own, or return what it came to before.

        Returns:
            JSON of the ``Outcome``: for a decided command the same bytes every time.

        Raises:
            Refused: ``command.id_reused``, or ``session.token_expired``.
        """
        for _ in range(_ATTEMPTS):
            try:
                with self._services.database.write() as connection:
                    result, heads = self._run(connection, asked)
            except Undecided as undecided:
                return _undecided(asked, undecided.kind, undecided.refusal)
            except Refused:
                raise
            except Exception as error:  # one bad command must not stop the others of its batch
                if not (isinstance(error, OrderMovedOnError) or lost_race(error)):
                    return self._failed(asked, error)
            else:
                self._services.wake.announce(heads)
                return result
        return _undecided(asked, "retry", Refusal(code="server.busy"))

    def execute_together(self, all_asked: Sequence[Asked]) -> list[bytes | Refused]:
        """Execute commands one after the other and make them durable by one commit (SQLite).

        Each is a nested transaction: it takes effect whole or not at all, and sees those before it. Nothing
        is answered before the common commit.

        Returns:
            For each command its outcome's JSON, or the refusal that ``execute`` would raise.
        """
        answers: list[bytes | Refused | Exception] = []
        heads: dict[str, int] = {}
        try:
            with self._services.database.write() as connection:
                for asked in all_asked:
                    answers.append(self._run_nested(connection, asked, heads))
        except Exception as error:  # the commit failed, so nothing of the group happened
            answers = [error for _ in all_asked]
        else:
            self._services.wake.announce(heads)
        return [self._said(asked, answer) for asked, answer in zip(all_asked, answers, strict=True)]

    def _said(self, asked: Asked, answer: bytes | Exception) -> bytes | Refused:
        """Put what became of one command of a group into its outcome."""
        if isinstance(answer, bytes | Refused):
            return answer
        if lost_race(answer):  # another process held the database for too long
            return _undecided(asked, "retry", Refusal(code="server.busy"))
        return self._failed(asked, answer)

    def _run_nested(
        self, connection: Connection, asked: Asked, heads: dict[str, int]
    ) -> bytes | Refused | Exception:
        _SAVEPOINT.run(connection)
        try:
            result, own = self._run(connection, asked)
        except Exception as error:  # an answer or a fault; either way this command leaves no trace
            _ROLLBACK.run(connection)
            _RELEASE.run(connection)
            if isinstance(error, Undecided):
                return _undecided(asked, error.kind, error.refusal)
            return error
        _RELEASE.run(connection)
        heads.update(own)
        return result

    def _run(self, connection: Connection, asked: Asked) -> tuple[bytes, Mapping[str, int]]:
        """Decide a command and write everything of it; return its outcome and the feed heads to announce."""
        envelope, now = asked.envelope, self._services.clock()
        sender = find_sender(connection, asked.token, now)
        fingerprint = log.fingerprint_of(envelope, sender.user_id)
        known = log.find_result(connection, envelope, fingerprint)
        if known is not None:
            return known, {}
        decided = self._decider.decide(connection, asked, sender, now)
        result = _ENCODER.encode(decided.outcome)
        log.add(connection, envelope, sender, fingerprint, decided.outcome, result, now)
        scope = user_scope(sender.user_id)
        audit.append(
            connection,
            scope,
            {
                "at": to_text(now),
                "actor": sender.user_id,
                "acting_as": envelope.acting_as,
                "device_id": envelope.device_id or sender.device_id,
                "cmd_id": envelope.cmd_id,
                "type": envelope.type,
                "aggregate": envelope.aggregate,
                "outcome": decided.outcome.outcome,
                "code": decided.outcome.code,
                "before_digest": decided.before_digest,
                "after_digest": decided.after_digest,
                "policy_version": decided.policy_version,
            },
        )
        ack = Entry(scope=scope, kind="ack", entity=envelope.cmd_id, rev=1, row=result)
        return result, publish(connection, [*decided.entries, ack])

    def _failed(self, asked: Asked, error: Exception) -> bytes:
        """Our own fault: keep it for the operator; after the third time the command is set aside."""
        envelope = asked.envelope
        trace = "".join(traceback.format_exception(error))
        number = note_incident(self._services, where=envelope.type, detail=trace, cmd_id=envelope.cmd_id)
        _LOG.error("incident %s in command %s (%s)", number, envelope.cmd_id, envelope.type, exc_info=error)
        facts: Mapping[str, str | int] = {"incident": number}
        if count_incidents(self._services, envelope.cmd_id) >= _QUARANTINE_AFTER:
            return _undecided(asked, "parked", Refusal(code="command.quarantined", facts=facts))
        return _undecided(asked, "retry", Refusal(code="server.incident", facts=facts))


def _undecided(asked: Asked, kind: OutcomeKind, refusal: Refusal) -> bytes:
    return _ENCODER.encode(refused(asked.envelope, kind, refusal, asked.sentences))
