"""What training has in place of senders: a mailbox that the application shows."""

from __future__ import annotations

from inaproc_backend.messaging.queue import Claimed
from inaproc_backend.services import Clock
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import from_text, to_text
from inaproc_core.wire.account import Mailbox, MailboxMessage

_KEPT = 200

_PUT = Statement(
    """
    INSERT INTO mailbox (id, channel, target, subject, body, at)
    VALUES (:id, :channel, :target, :subject, :body, :at) ON CONFLICT (id) DO NOTHING
    """
)
_TRIM = Statement(
    "DELETE FROM mailbox WHERE id NOT IN (SELECT id FROM mailbox ORDER BY at DESC, id DESC LIMIT :kept)"
)
_ALL = Statement("SELECT id, channel, target, subject, body, at FROM mailbox ORDER BY at DESC, id DESC")


class TrainingSender:
    """Puts messages of both channels into the mailbox; nothing leaves this machine."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def send(self, message: Claimed) -> None:
        """Keep one message; the newest 200 are kept."""
        with self._database.write() as connection:
            _PUT.run(
                connection,
                {
                    "id": message.id,
                    "channel": message.channel.value,
                    "target": message.target,
                    "subject": message.subject,
                    "body": message.body,
                    "at": to_text(self._clock()),
                },
            )
            _TRIM.run(connection, {"kept": _KEPT})

    def rest(self) -> None:
        """Nothing is open."""


def read_mailbox(database: Database) -> Mailbox:
    """Return everything in the mailbox, newest first."""
    with database.read() as connection:
        rows = _ALL.all(connection)
    return Mailbox(
        messages=[
            MailboxMessage(
                id=row[0], channel=row[1], to=row[2], subject=row[3], text=row[4], at=from_text(row[5])
            )
            for row in rows
        ]
    )
