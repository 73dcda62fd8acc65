"""Starting the program after a power cut, and what must be found then."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from inaproc_core.orders.visibility import user_scope
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.settling import LocalWorkFile
from inaproc_desktop.storage.work import open_work_file
from tests import builders
from tests.desktop.fakes import FixedClock
from tests.desktop.powerloss.crashes import Crash, Files
from tests.desktop.powerloss.workload import OLD, Day, Promise
from tests.desktop.sealed import KEY

_MINE = user_scope(builders.PP.user_id)


@dataclass(frozen=True)
class Found:
    """What a start found."""

    trouble: str
    outbox: dict[str, bytes]
    journal: dict[str, bytes]
    tray: frozenset[str]
    drafts: dict[str, str]
    settings: dict[str, str]
    wizard: str
    cursors: dict[str, int]
    newest: dict[str, int]


def start(folder: Path, files: Files) -> Found:
    """Lay files into an empty folder, start on them, look, end, and empty the folder."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    try:
        return _started(folder / "work.db")
    except WorldFailed as failed:
        return Found(str(failed), {}, {}, frozenset(), {}, {}, "", {}, {})
    finally:
        for file in folder.iterdir():
            file.unlink()


def _started(place: Path) -> Found:
    work = open_work_file(place, KEY)
    try:
        position = LocalWorkFile(work, FixedClock(builders.NOW), "dev-1").position()
        with work.read() as connection:

            def rows(statement: str) -> list[tuple[str, bytes]]:
                return [(row[0], row[1]) for row in connection.exec_driver_sql(statement)]

            sound = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            names = {name for name, _kind in rows("SELECT name, type FROM sqlite_master")}
            wizard = dict(rows("SELECT key, page FROM wizard_drafts")) if "wizard_drafts" in names else {}
            drafts = {key: json.loads(row) for key, row in rows("SELECT id, content FROM drafts")}
            return Found(
                trouble="" if sound == ["ok"] else f"integrity_check: {sound}",
                outbox=dict(rows("SELECT cmd_id, envelope FROM outbox")),
                journal=dict(rows("SELECT cmd_id, envelope FROM journal")),
                tray=frozenset(cmd_id for cmd_id, _one in rows("SELECT cmd_id, 1 FROM tray")),
                drafts={key: content.get("text", "") for key, content in drafts.items()},
                settings={key: str(value) for key, value in rows("SELECT key, value FROM settings")},
                wizard=str(wizard.get("profile", "")),
                cursors=dict(position.cursors),
                newest={
                    scope: int(seq) for scope, seq in rows("SELECT scope, max(seq) FROM base GROUP BY scope")
                },
            )
    finally:
        work.close()


def broken(day: Day, crash: Crash, found: Found) -> str:
    """Return which promise does not hold, empty when all do."""
    if found.trouble:
        return found.trouble
    both = found.outbox.keys() & found.journal.keys()
    if both:
        return f"in outbox and journal: {sorted(both)}"
    made = day.recorder.promises[: crash.saved]
    for promise in made:
        if promise.command:
            kept = found.outbox.get(promise.command) or found.journal.get(promise.command)
            if kept != promise.envelope:
                return f"{promise.command} was saved and is {'changed' if kept else 'gone'}"
        if promise.refused and promise.refused not in found.tray:
            return f"{promise.refused} was refused and has no card"
    if day.name == "older":
        both_kinds = {**found.outbox, **found.journal}
        lost = [cmd_id for cmd_id, raw in OLD.items() if both_kinds.get(cmd_id) != raw]
        if lost:
            return f"lost with the first version's file: {lost}"
    if not found.tray <= found.journal.keys():
        return "a card without its command"
    return (
        _state(day, crash, _draft_of(found)) or _state(day, crash, _setting_of(found)) or _cursors(day, found)
    )


_Look = Callable[[Promise], "tuple[tuple[str, object], object] | None"]


def _state(day: Day, crash: Crash, look: _Look) -> str:
    """Check what has a newest value: what was promised last, or something that came after it."""
    owed: dict[str, list[object]] = {}
    held: dict[str, object] = {}
    for number, promise in enumerate(day.recorder.promises):
        seen = look(promise)
        if seen is None:
            continue
        (key, wanted), is_there = seen
        if number < crash.saved:
            owed[key] = [wanted]
        else:
            owed.setdefault(key, [None]).append(wanted)
        held[key] = is_there
    for key, values in owed.items():
        if (held[key] or None) not in [value or None for value in values]:
            return f"{key} holds {str(held[key])[:40]!r}"
    return ""


def _draft_of(found: Found) -> _Look:
    def look(promise: Promise) -> tuple[tuple[str, object], object] | None:
        if promise.draft:
            return (promise.draft, promise.text), found.drafts.get(promise.draft)
        if promise.gone.startswith("d-"):
            return (promise.gone, None), found.drafts.get(promise.gone)
        if promise.wizard or promise.gone:
            return ("wizard", promise.wizard or None), found.wizard
        return None

    return look


def _setting_of(found: Found) -> _Look:
    def look(promise: Promise) -> tuple[tuple[str, object], object] | None:
        name, _value = promise.setting
        return (promise.setting, found.settings.get(name)) if name else None

    return look


def _cursors(day: Day, found: Found) -> str:
    """Every cursor covers just the rows that are held, and every acknowledged command is settled."""
    for scope, seq in found.cursors.items():
        if scope == _MINE:
            behind = [cmd_id for cmd_id in day.acks[:seq] if cmd_id in found.outbox]
            if behind:
                return f"the cursor stands behind the acks of {behind}, which are not settled"
        elif found.newest.get(scope, 0) != seq:
            return f"the cursor of {scope} says {seq}, the newest row held is {found.newest.get(scope, 0)}"
    extra = found.newest.keys() - found.cursors.keys()
    return f"rows without a cursor: {sorted(extra)}" if extra else ""
