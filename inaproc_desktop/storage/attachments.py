"""Files that go with commands: sealed in ``blobs/``, listed in the work file, until nothing names them.

The order of things is what makes a kill harmless: the sealed file and its name are on the disk before the row
is, and the row before a draft or command names the file. Removal goes the other way round.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, text, update

from inaproc_core.errors import Fact
from inaproc_core.orders.attaching import UPLOAD_SLOT
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.attachments import FileState, KeptFile, Upload
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.storage.blobs import SealedBlobs
from inaproc_desktop.storage.records import QueueState
from inaproc_desktop.storage.schema import ATTACHMENTS, OUTBOX
from inaproc_desktop.storage.work import WorkDatabase

WAITS_FOR_FILE = "command.waiting_attachment"

_UNNAMED_FOR = timedelta(days=1)
"""How long a file may lie without a draft that names it: the page was open and the program ended."""

_JOURNAL_FOR = timedelta(days=35)
"""How long settled commands may have to be sent again to a restored backend (protocol.md 2.9)."""

_UNDECIDED = (QueueState.WAITING.value, QueueState.SENDING.value, QueueState.PARKED.value)

_OPEN = (FileState.KEPT.value, FileState.UPLOADING.value, FileState.CHECKING.value)

# Files are few: each is looked for by its hash in the bytes of what may name it.
_NAMED_BY_COMMAND = text(
    "SELECT cmd_id, state, outcome FROM outbox WHERE instr(envelope, CAST(:sha256 AS BLOB)) ORDER BY seq"
)
_NAMED_BY_DRAFT = text("SELECT 1 FROM drafts WHERE instr(content, CAST(:sha256 AS BLOB)) LIMIT 1")
_NAMED = text(
    "SELECT 1 FROM outbox WHERE instr(envelope, CAST(:sha256 AS BLOB))"
    " UNION ALL SELECT 1 FROM drafts WHERE instr(content, CAST(:sha256 AS BLOB))"
    " OR instr(base, CAST(:sha256 AS BLOB))"
    " UNION ALL SELECT 1 FROM draft_versions WHERE instr(content, CAST(:sha256 AS BLOB))"
    " UNION ALL SELECT 1 FROM journal WHERE instr(envelope, CAST(:sha256 AS BLOB))"
    " AND (settled_at = '' OR settled_at >= :since) LIMIT 1"
)
_ROW = select(ATTACHMENTS).where(ATTACHMENTS.c.sha256 == bindparam("sha256"))
_PARKED = select(OUTBOX.c.cmd_id, OUTBOX.c.outcome).where(OUTBOX.c.state == QueueState.PARKED.value)


class LocalAttachments:
    """Implements ``ports.attachments.AttachmentShelf`` and ``UploadQueue`` for one person."""

    def __init__(self, work: WorkDatabase, blobs: SealedBlobs, clock: Clock) -> None:
        """Take the work file and the folder beside it."""
        self._work = work
        self._blobs = blobs
        self._clock = clock

    # ---- choosing

    def keep(self, name: str, media_type: str, content: bytes, access_id: str) -> tuple[KeptFile, ChangeSet]:
        """Keep a file: sealed on the disk first, then its row."""
        sha256 = hashlib.sha256(content).hexdigest()
        with self._work.read() as connection:
            known = connection.execute(_ROW, {"sha256": sha256}).first()
        usable = known is not None and known.state != FileState.REFUSED.value and self._opens(known)
        if not usable:
            values = {
                "blob": self._blobs.put(content),
                "name": name,
                "media_type": media_type,
                "size": len(content),
                "purpose": UPLOAD_SLOT,
                "access_id": access_id,
                "upload_id": "",
                "state": FileState.KEPT.value,
                "sent": 0,
                "reason": "",
                "added_at": self._clock.now().isoformat(),
            }
            with self._work.new_work() as connection:
                connection.execute(delete(ATTACHMENTS).where(ATTACHMENTS.c.sha256 == sha256))
                connection.execute(insert(ATTACHMENTS).values(sha256=sha256, **values))
            if known is not None:
                self._blobs.drop(known.blob)
        return self.find((sha256,))[sha256], _changed(sha256)

    def find(self, hashes: Collection[str]) -> dict[str, KeptFile]:
        """Return what is known of files by hash."""
        if not hashes:
            return {}
        wanted = select(ATTACHMENTS).where(ATTACHMENTS.c.sha256.in_(hashes))
        with self._work.read() as connection:
            return {row.sha256: _kept(row) for row in connection.execute(wanted)}

    def content(self, sha256: str) -> bytes | None:
        """Return a file's content, which is certainly what was kept."""
        with self._work.read() as connection:
            row = connection.execute(_ROW, {"sha256": sha256}).first()
        if row is None:
            return None
        content = self._blobs.get(row.blob)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise WorldFailed("world.blob_damaged", f"{row.blob} holds another file")
        return content

    def _opens(self, row: Row[Any]) -> bool:
        try:
            return self.content(row.sha256) is not None
        except WorldFailed:
            return False

    # ---- uploading

    def next_upload(self, passed_over: Collection[str]) -> Upload | None:
        """Return a file that is to be sent; those that commands wait for come first."""
        wanted = (
            select(ATTACHMENTS)
            .where(ATTACHMENTS.c.state.in_(_OPEN), ATTACHMENTS.c.sha256.not_in(passed_over))
            .order_by(ATTACHMENTS.c.added_at, ATTACHMENTS.c.sha256)
        )
        with self._work.read() as connection:
            rows = connection.execute(wanted).all()
            for query in (_NAMED_BY_COMMAND, _NAMED_BY_DRAFT):
                for row in rows:
                    if connection.execute(query, {"sha256": row.sha256}).first() is not None:
                        return Upload(
                            sha256=row.sha256, name=row.name, size=row.size, access_id=row.access_id
                        )
        return None

    def progress(self, sha256: str, state: FileState, sent: int, upload_id: str = "") -> ChangeSet:
        """Note how far an upload is."""
        values: dict[str, Any] = {"state": state.value, "sent": sent, "reason": ""}
        if upload_id:
            values["upload_id"] = upload_id
        self._set(sha256, values)
        return _changed(sha256)

    def refuse(self, sha256: str, reason: str, facts: Mapping[str, Fact]) -> ChangeSet:
        """Note that a file will never be taken."""
        told = json.dumps({"code": reason, "facts": dict(facts)}, ensure_ascii=False)
        self._set(sha256, {"state": FileState.REFUSED.value, "reason": told})
        return _changed(sha256)

    def _set(self, sha256: str, values: Mapping[str, Any]) -> None:
        with self._work.write() as connection:
            connection.execute(update(ATTACHMENTS).where(ATTACHMENTS.c.sha256 == sha256).values(**values))

    # ---- commands that name files

    def held(self) -> frozenset[str]:
        """Return the commands that are not to be sent yet."""
        with self._work.read() as connection:
            found = (
                command.cmd_id
                for row in _in_states(connection, (*_OPEN, FileState.REFUSED.value))
                for command in connection.execute(_NAMED_BY_COMMAND, {"sha256": row.sha256})
            )
            return frozenset(found)

    def hopeless(self) -> tuple[tuple[str, KeptFile], ...]:
        """Return undecided commands that name a refused file, each with the first such file."""
        found: dict[str, KeptFile] = {}
        with self._work.read() as connection:
            for row in _in_states(connection, (FileState.REFUSED.value,)):
                for command in connection.execute(_NAMED_BY_COMMAND, {"sha256": row.sha256}):
                    if command.state in _UNDECIDED:
                        found.setdefault(command.cmd_id, _kept(row))
        return tuple(found.items())

    def held_there(self) -> tuple[str, ...]:
        """Return commands that the backend has put aside for a file."""
        with self._work.read() as connection:
            return tuple(cmd_id for cmd_id, _ in _held_there(connection))

    def resume(self, cmd_ids: Collection[str]) -> ChangeSet:
        """Have commands sent again, and files that the backend does not have uploaded again."""
        touched: list[str] = []
        with self._work.write() as connection:
            for cmd_id, outcome in _held_there(connection):
                if cmd_id not in cmd_ids:
                    continue
                sha256 = str(outcome.facts.get("sha256", ""))
                if outcome.facts.get("state") == "missing":
                    again = {"state": FileState.KEPT.value, "sent": 0}
                    of_file = (ATTACHMENTS.c.sha256 == sha256) & (
                        ATTACHMENTS.c.state == FileState.ACCEPTED.value
                    )
                    connection.execute(update(ATTACHMENTS).where(of_file).values(**again))
                waiting = {"state": QueueState.WAITING.value}
                connection.execute(update(OUTBOX).where(OUTBOX.c.cmd_id == cmd_id).values(**waiting))
                touched += [cmd_id, sha256]
        return ChangeSet.of("deed", "attachment", ids=touched, initiator="sync")

    # ---- forgetting

    def sweep(self) -> int:
        """Remove files that nothing names: the row first, so that no row is ever without its file."""
        now = self._clock.now()
        unnamed = (now - _UNNAMED_FOR).isoformat()
        since = (now - _JOURNAL_FOR).isoformat()
        gone: list[str] = []
        with self._work.write() as connection:
            old = select(ATTACHMENTS).where(ATTACHMENTS.c.added_at < unnamed)
            for row in connection.execute(old).all():
                if connection.execute(_NAMED, {"sha256": row.sha256, "since": since}).first() is None:
                    connection.execute(delete(ATTACHMENTS).where(ATTACHMENTS.c.sha256 == row.sha256))
                    gone.append(row.blob)
            known = set(connection.execute(select(ATTACHMENTS.c.blob)).scalars())
        for blob in gone:
            self._blobs.drop(blob)
        strange = [name for name in self._blobs.older_than(_UNNAMED_FOR.total_seconds()) if name not in known]
        for name in strange:
            self._blobs.drop_strange(name)
        return len(gone) + len([name for name in strange if name not in gone])


def _in_states(connection: Connection, states: Collection[str]) -> list[Row[Any]]:
    return list(connection.execute(select(ATTACHMENTS).where(ATTACHMENTS.c.state.in_(states))).all())


def _held_there(connection: Connection) -> list[tuple[str, Outcome]]:
    parked = (
        (row.cmd_id, msgspec.json.decode(row.outcome, type=Outcome))
        for row in connection.execute(_PARKED).all()
        if row.outcome is not None
    )
    return [(cmd_id, outcome) for cmd_id, outcome in parked if outcome.code == WAITS_FOR_FILE]


def _kept(row: Row[Any]) -> KeptFile:
    told: dict[str, Any] = json.loads(row.reason) if row.reason else {"code": "", "facts": {}}
    return KeptFile(
        sha256=row.sha256,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        state=FileState(row.state),
        sent=row.sent,
        added_at=datetime.fromisoformat(row.added_at),
        reason=told["code"],
        facts=told["facts"],
    )


def _changed(sha256: str) -> ChangeSet:
    return ChangeSet.of("attachment", ids=(sha256,))
