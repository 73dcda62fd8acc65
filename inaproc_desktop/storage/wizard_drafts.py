"""Drafts of the registration wizards, with their files, in a SQLite file of their own or in ``work.db``.

What is forgotten is overwritten: a draft holds a person's NIK and the picture of their KTP.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Column, ColumnElement, Connection, LargeBinary, MetaData, Table, Text, delete, select
from sqlalchemy.dialects.sqlite import insert

from inaproc_desktop.ports.registration import DraftValue, KeptFile, WizardDraft
from inaproc_desktop.ports.ui import Clock
from inaproc_desktop.storage.database import Database
from inaproc_desktop.storage.opening import Contents, claim, make_ready
from inaproc_desktop.storage.reserve import Reserve
from inaproc_desktop.storage.sealing import Sealed

VERSION = 2
"""Version of the tables in a file of their own, kept as ``user_version``; version 1 was not sealed."""

METADATA = MetaData()

WIZARD_DRAFTS = Table(
    "wizard_drafts",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("page", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("saved_at", Text, nullable=False),
)

WIZARD_FILES = Table(
    "wizard_files",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)


class LocalWizardDrafts:
    """Implements ``ports.registration.WizardDrafts``."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Use a file; the tables are made where they are missing.

        Raises:
            WorldFailed: ``world.disk`` or ``world.damaged_file``.
        """
        self._database = database
        self._clock = clock
        with database.write() as connection:
            METADATA.create_all(connection)

    def load(self, key: str) -> WizardDraft | None:
        """Return a draft."""
        with self._database.read() as connection:
            found = _drafts(connection, WIZARD_DRAFTS.c.key == key)
        return found[0] if found else None

    def all(self, prefix: str = "") -> tuple[WizardDraft, ...]:
        """Return the drafts whose key begins so, newest first."""
        with self._database.read() as connection:
            return _drafts(connection, WIZARD_DRAFTS.c.key.startswith(prefix, autoescape=True))

    def save(self, key: str, page: str, data: Mapping[str, DraftValue]) -> None:
        """Keep a draft, durably; its files stay."""
        values = {
            "page": page,
            "data": json.dumps(dict(data), ensure_ascii=False).encode(),
            "saved_at": self._clock.now().isoformat(),
        }
        with self._database.new_work() as connection:
            _overwrite(connection)
            connection.execute(
                insert(WIZARD_DRAFTS)
                .values(key=key, **values)
                .on_conflict_do_update(index_elements=["key"], set_=values)
            )

    def keep_file(self, key: str, slot: str, name: str, content: bytes) -> None:
        """Keep a file of a draft, durably; replaces the one of the same slot."""
        values = {"name": name, "content": content}
        with self._database.new_work() as connection:
            _overwrite(connection)
            connection.execute(
                insert(WIZARD_FILES)
                .values(key=key, slot=slot, **values)
                .on_conflict_do_update(index_elements=["key", "slot"], set_=values)
            )

    def file(self, key: str, slot: str) -> KeptFile | None:
        """Return a file of a draft."""
        wanted = select(WIZARD_FILES.c.name, WIZARD_FILES.c.content).where(
            WIZARD_FILES.c.key == key, WIZARD_FILES.c.slot == slot
        )
        with self._database.read() as connection:
            row = connection.execute(wanted).first()
        return None if row is None else KeptFile(name=row.name, content=row.content)

    def drop_file(self, key: str, slot: str) -> None:
        """Remove one file, beyond recovery from the file itself."""
        with self._database.write() as connection:
            _overwrite(connection)
            connection.execute(
                delete(WIZARD_FILES).where(WIZARD_FILES.c.key == key, WIZARD_FILES.c.slot == slot)
            )
        self._database.checkpoint()

    def forget(self, key: str) -> None:
        """Remove the draft and its files, beyond recovery from the file itself."""
        with self._database.write() as connection:
            _overwrite(connection)
            for table in (WIZARD_DRAFTS, WIZARD_FILES):
                connection.execute(delete(table).where(table.c.key == key))
        self._database.checkpoint()


CONTENTS = Contents(tables=METADATA, version=VERSION, sealed_since=2, steps={})


def open_registration_file(path: Path, key: bytes, *, reserve: Reserve | None = None) -> Database:
    """Open or make the machine-wide, sealed file for drafts of people who have no account yet.

    Raises:
        WorldFailed: see ``opening.make_ready``.
    """
    make_ready(path, key, CONTENTS)
    made = Database(path, opener=Sealed(key), reserve=reserve)
    try:
        made.prepare(METADATA, VERSION)
        claim(made)
    except BaseException:
        made.close()
        raise
    return made


def _overwrite(connection: Connection) -> None:
    # https://www.sqlite.org/pragma.html#pragma_secure_delete: freed content is overwritten with zeros.
    connection.exec_driver_sql("PRAGMA secure_delete=ON")


def _drafts(connection: Connection, condition: ColumnElement[bool]) -> tuple[WizardDraft, ...]:
    wanted = (
        select(WIZARD_DRAFTS).where(condition).order_by(WIZARD_DRAFTS.c.saved_at.desc(), WIZARD_DRAFTS.c.key)
    )
    rows = connection.execute(wanted).all()
    names: dict[str, dict[str, str]] = {row.key: {} for row in rows}
    kept = select(WIZARD_FILES.c.key, WIZARD_FILES.c.slot, WIZARD_FILES.c.name).where(
        WIZARD_FILES.c.key.in_(tuple(names))
    )
    for file in connection.execute(kept):
        names[file.key][file.slot] = file.name
    return tuple(
        WizardDraft(
            key=row.key,
            page=row.page,
            data=json.loads(row.data),
            saved_at=datetime.fromisoformat(row.saved_at),
            files=names[row.key],
        )
        for row in rows
    )
