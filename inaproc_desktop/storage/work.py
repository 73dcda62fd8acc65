"""``work.db``: opening it, and its small settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from inaproc_desktop.storage.database import Database
from inaproc_desktop.storage.migrations import SEALED_SINCE, STEPS
from inaproc_desktop.storage.opening import Contents, claim, make_ready
from inaproc_desktop.storage.reserve import Reserve
from inaproc_desktop.storage.schema import METADATA, VERSION
from inaproc_desktop.storage.sealing import Opener, Sealed
from inaproc_desktop.storage.sql import Sql

# Asked for several times in every round: made once.
_GET = Sql("SELECT value FROM settings WHERE key = ?")
_SET = Sql(
    "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)
_UNSET = Sql("DELETE FROM settings WHERE key = ?")


class WorkDatabase(Database):
    """The work file of one person on one server: confirmed rows, outbox, drafts, cart."""

    def __init__(self, path: Path, opener: Opener, *, reserve: Reserve | None = None) -> None:
        """Open or make the file. The program does so by ``open_work_file``, which looks at it first.

        Args:
            path: its folder must exist.
            opener: what is underneath.
            reserve: room for what was saved before, when the disk is full.

        Raises:
            WorldFailed: ``world.newer_file``, and as ``read``.
        """
        super().__init__(path, opener=opener, reserve=reserve)
        try:
            self.prepare(METADATA, VERSION, STEPS)
        except BaseException:
            self.close()
            raise

    def setting(self, key: str) -> str:
        """Return a setting, empty when it was never set."""
        with self.read() as connection:
            return get_setting(connection, key)

    def keep_setting(self, key: str, value: str) -> None:
        """Set a setting durably."""
        with self.write() as connection:
            put_setting(connection, key, value)


CONTENTS = Contents(tables=METADATA, version=VERSION, sealed_since=SEALED_SINCE, steps=STEPS)


def open_work_file(path: Path, key: bytes, *, reserve: Reserve | None = None) -> WorkDatabase:
    """Open or make the sealed work file of a person; one of an earlier version becomes one of today's.

    Raises:
        WorldFailed: see ``opening.make_ready``; the file is never made anew or removed.
    """
    make_ready(path, key, CONTENTS)
    made = WorkDatabase(path, Sealed(key), reserve=reserve)
    try:
        claim(made)
    except BaseException:
        made.close()
        raise
    return made


def get_setting(connection: Connection, key: str) -> str:
    """Return a setting inside a transaction, empty when it was never set."""
    value: str | None = _GET.value(connection, (key,))
    return value or ""


def put_setting(connection: Connection, key: str, value: str) -> None:
    """Set a setting inside a transaction; an empty value removes it."""
    if value:
        _SET.run(connection, (key, value))
    else:
        _UNSET.run(connection, (key,))


class LastSession:
    """What the work file remembers of the last sign-in, without secrets, so that it opens offline."""

    def __init__(self, work: WorkDatabase) -> None:
        self._work = work

    def save(self, session: Mapping[str, Any]) -> None:
        """Keep the public part of a session."""
        self._work.keep_setting("session", json.dumps(session, ensure_ascii=False, sort_keys=True))

    def load(self) -> Mapping[str, Any] | None:
        """Return it, ``None`` when nobody ever signed in here."""
        kept = self._work.setting("session")
        found: Mapping[str, Any] | None = json.loads(kept) if kept else None
        return found
