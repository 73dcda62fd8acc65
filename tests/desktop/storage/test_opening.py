"""Opening the sealed work file: its self-check, older and newer files, the copy before a migration."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage import aside, conversion, work
from inaproc_desktop.storage import files as files_module
from inaproc_desktop.storage.aside import set_aside
from inaproc_desktop.storage.opening import Contents, make_ready
from inaproc_desktop.storage.schema import METADATA, VERSION
from inaproc_desktop.storage.sealing import PLAIN_HEADER, Plain, Sealed, is_sealed
from inaproc_desktop.storage.work import WorkDatabase, open_work_file
from tests.desktop.sealed import KEY, on_disk
from tests.desktop.storage.first_version import make_first_version, rows_of

OTHER = bytes(reversed(range(32)))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "work.db"


def bytes_of(place: Path) -> dict[str, bytes]:
    """File and log; the index of the log holds no data and is made anew by whoever opens."""
    sides = (place, place.with_name(f"{place.name}-wal"))
    return {side.name: side.read_bytes() for side in sides if side.exists() and side.stat().st_size}


def refused(place: Path, key: bytes = KEY) -> str:
    """Try to open a file that cannot be opened; it is the same afterwards, to the byte."""
    before = bytes_of(place)
    with pytest.raises(WorldFailed) as failed:
        open_work_file(place, key)
    assert bytes_of(place) == before
    return failed.value.code


@pytest.fixture
def left_open(place: Path) -> Iterator[Path]:
    """A file as a killed program leaves it: the newest rows are in the log."""
    opened = open_work_file(place, KEY)
    opened.keep_setting("name", "Ayu Latihan")
    copies = bytes_of(place)
    opened.close()
    for name, content in copies.items():
        place.with_name(name).write_bytes(content)
    assert len(copies[f"{place.name}-wal"]) > 4096
    yield place


def test_what_is_written_cannot_be_read_without_the_key(place: Path) -> None:
    opened = open_work_file(place, KEY)
    opened.keep_setting("name", "Ayu Latihan")
    assert b"Ayu Latihan" not in on_disk(place.parent)
    opened.close()
    assert is_sealed(place)
    assert b"Ayu Latihan" not in on_disk(place.parent)
    assert b"CREATE TABLE" not in on_disk(place.parent)
    again = open_work_file(place, KEY)
    assert again.setting("name") == "Ayu Latihan"
    again.close()


def test_every_connection_is_safe_before_it_is_fast(place: Path) -> None:
    opened = open_work_file(place, KEY)
    with opened.read() as first, opened.read() as second:
        for connection in (first, second):
            asked = ("journal_mode", "synchronous", "foreign_keys", "temp_store", "cipher_version")
            found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in asked]
            assert found[:4] == ["wal", 2, 1, 2]
            assert found[4]
    opened.close()


def test_the_key_is_the_first_statement(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    class Recorded:
        def __init__(self, inner: object) -> None:
            self._inner = inner

        def execute(self, statement: str) -> object:
            said.append(statement)
            return self._inner.execute(statement)  # type: ignore[attr-defined]

    connected = Sealed(KEY).module.connect

    class Driver:
        @staticmethod
        def connect(*given: object, **named: object) -> Recorded:
            return Recorded(connected(*given, **named))

    monkeypatch.setattr("inaproc_desktop.storage.sealing.sealing_driver", lambda: Driver)
    Sealed(KEY).connect(place)
    assert said == [f"PRAGMA key = \"x'{KEY.hex()}'\""]


def test_wrong_key_is_told_and_changes_nothing(left_open: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert refused(left_open, OTHER) == "world.key_wrong"
    said = capfd.readouterr()
    assert said.out == said.err == ""
    opened = open_work_file(left_open, KEY)
    assert opened.setting("name") == "Ayu Latihan"
    opened.close()


def test_something_else_in_its_place_is_left_alone(place: Path) -> None:
    place.write_bytes(b"this is no database" * 1000)
    assert refused(place) == "world.key_wrong"


def test_damaged_file_is_told_from_a_wrong_key(place: Path) -> None:
    open_work_file(place, KEY).close()
    content = bytearray(place.read_bytes())
    content[100] ^= 1
    place.write_bytes(content)
    assert refused(place) == "world.damaged_file"


def test_damage_further_in_is_told_when_it_is_met(place: Path) -> None:
    opened = open_work_file(place, KEY)
    opened.keep_setting("long", "x" * 40_000)
    opened.close()
    content = bytearray(place.read_bytes())
    content[-10_000] ^= 1
    place.write_bytes(content)
    with pytest.raises(WorldFailed) as failed:
        opened = open_work_file(place, KEY)
        try:
            opened.setting("long")
        finally:
            opened.close()
    assert failed.value.code == "world.damaged_file"


def test_changed_canary_is_seen(place: Path) -> None:
    opened = open_work_file(place, KEY)
    with opened.write() as connection:
        connection.execute(text("UPDATE seal SET canary = 'x'"))
    opened.close()
    with pytest.raises(WorldFailed) as failed:
        open_work_file(place, KEY)
    assert failed.value.code == "world.damaged_file"


def test_newer_file_is_refused_and_left_alone(left_open: Path) -> None:
    with closing(Sealed(KEY).connect(left_open)) as raw:
        raw.execute(f"PRAGMA user_version={VERSION + 1}")
    assert refused(left_open) == "world.newer_file"


def test_newer_version_that_is_still_in_the_log_is_refused(left_open: Path) -> None:
    with closing(Sealed(KEY).connect(left_open)) as raw:
        raw.execute(f"PRAGMA user_version={VERSION + 1}")
        files = bytes_of(left_open)
    for name, content in files.items():
        left_open.with_name(name).write_bytes(content)
    assert refused(left_open) == "world.newer_file"


def test_plain_file_of_today_was_put_there_by_somebody(place: Path) -> None:
    WorkDatabase(place, Plain()).close()
    assert refused(place) == "world.not_encrypted"


def test_a_driver_that_does_not_encrypt_is_found_out(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_work_file(place, KEY).close()
    monkeypatch.setattr("inaproc_desktop.storage.sealing.sealing_driver", lambda: sqlite3)
    assert refused(place) == "world.not_encrypted"


def test_plain_file_of_the_first_version_is_sealed_with_all_it_holds(place: Path) -> None:
    make_first_version(place)
    before = rows_of(Plain(), place)
    assert b"RAHASIA" in on_disk(place.parent)
    opened = open_work_file(place, KEY)
    after = rows_of(Sealed(KEY), place)
    opened.close()
    assert is_sealed(place)
    assert b"RAHASIA" not in on_disk(place.parent)
    for table, rows in before.items():
        kept = [row[: len(rows[0])] for row in after[table]] if rows else after[table]
        assert kept == rows, table
    assert before["outbox"] and before["journal"] and before["drafts"]
    assert before["sqlite_sequence"] == [("outbox", 7)]
    again = open_work_file(place, KEY)  # the copy from before the migration goes with the start after it
    again.close()
    assert sorted(file.name for file in place.parent.iterdir()) == ["work.db"]


@pytest.mark.parametrize("step", ["_export", "_compare", "sync_file", "move_durably"])
def test_conversion_that_ends_early_leaves_the_plain_file(
    place: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    make_first_version(place)
    before = rows_of(Plain(), place)

    def ends(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(conversion, step, ends)
        open_work_file(place, KEY)
    assert place.read_bytes().startswith(PLAIN_HEADER)
    assert rows_of(Plain(), place) == before
    open_work_file(place, KEY).close()
    assert is_sealed(place)
    assert rows_of(Sealed(KEY), place)["sqlite_sequence"] == [("outbox", 7)]


def test_sealed_file_that_differs_never_takes_the_place(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_first_version(place)
    export = conversion._export

    def loses_a_row(plain: object, building: Path, sealed: Sealed) -> None:
        export(plain, building, sealed)
        with closing(sealed.connect(building)) as made:
            made.execute("UPDATE outbox SET envelope = x'00' WHERE seq = 7")

    monkeypatch.setattr(conversion, "_export", loses_a_row)
    with pytest.raises(WorldFailed) as failed:
        open_work_file(place, KEY)
    assert failed.value.code == "world.damaged_file"
    assert place.read_bytes().startswith(PLAIN_HEADER)


def next_version(steps: Sequence[str]) -> Contents:
    made: Mapping[int, Sequence[str]] = {VERSION + 1: steps}
    return Contents(tables=METADATA, version=VERSION + 1, sealed_since=2, steps=made)


def test_copy_from_before_a_migration_stays_until_the_next_start(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_work_file(place, KEY)
    opened.keep_setting("name", "Ayu Latihan")
    opened.close()
    after = next_version(["ALTER TABLE settings ADD COLUMN note TEXT NOT NULL DEFAULT ''"])
    make_ready(place, KEY, after)
    copy = place.with_name(f"work.db.before-{VERSION + 1}")
    assert is_sealed(copy)
    opened = WorkDatabase(copy, Sealed(KEY))
    assert opened.setting("name") == "Ayu Latihan"
    opened.close()
    with closing(Sealed(KEY).connect(place)) as raw:
        raw.execute(f"PRAGMA user_version={VERSION + 1}")
    make_ready(place, KEY, after)
    assert not copy.exists()


def test_migration_is_whole_or_not_at_all(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_work_file(place, KEY).close()
    before = rows_of(Sealed(KEY), place)
    steps = ["ALTER TABLE settings ADD COLUMN note TEXT", "ALTER TABLE nothing ADD COLUMN note TEXT"]
    monkeypatch.setattr(work, "VERSION", VERSION + 1)
    monkeypatch.setattr(work, "STEPS", {VERSION + 1: steps})
    monkeypatch.setattr(work, "CONTENTS", next_version(steps))
    with pytest.raises(WorldFailed):
        open_work_file(place, KEY)
    monkeypatch.undo()
    assert rows_of(Sealed(KEY), place) == before
    open_work_file(place, KEY).close()


@pytest.mark.expects_log
def test_file_of_another_computer_is_said_to_be_so(place: Path, caplog: pytest.LogCaptureFixture) -> None:
    opened = open_work_file(place, KEY)
    with opened.write() as connection:
        connection.execute(text("""UPDATE seal SET holder = '{"computer": "lain", "process": 1}'"""))
    opened.close()
    with caplog.at_level("WARNING"):
        open_work_file(place, KEY).close()
    assert "another computer" in caplog.text


def test_file_put_aside_is_whole_and_its_place_is_free(left_open: Path) -> None:
    files = bytes_of(left_open)
    folder = set_aside(left_open, date(2026, 11, 22))
    assert bytes_of(folder / "work.db") == files
    open_work_file(left_open, OTHER).close()
    found = open_work_file(folder / "work.db", KEY)
    assert found.setting("name") == "Ayu Latihan"
    found.close()
    second = set_aside(left_open, date(2026, 11, 22))
    assert (folder.name, second.name) == ("set-aside-2026-11-22-1", "set-aside-2026-11-22-2")


def test_putting_aside_that_was_cut_short_is_finished(
    left_open: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = bytes_of(left_open)
    moved = files_module.move_durably

    def not_the_file(source: Path, place: Path) -> None:
        if source == left_open:
            raise KeyboardInterrupt
        moved(source, place)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(aside, "move_durably", not_the_file)
        set_aside(left_open, date(2026, 11, 22))
    folder = set_aside(left_open, date(2026, 11, 22))
    assert folder.name == "set-aside-2026-11-22-1"
    assert bytes_of(folder / "work.db") == files


def test_the_program_opens_private_files_sealed() -> None:
    """Only lists that everybody may read are plain; what names no opener is one of them."""
    plain, works = set(), set()
    for file in Path("inaproc_desktop").rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        if re.search(r"(?<!class )\bPlain\(\)", source):
            plain.add(file.name)
        if re.search(r"(?<!Work)(?<!class )\bDatabase\((?![^)]*opener)", source):
            plain.add(file.name)
        if re.search(r"(?<!class )\bWorkDatabase\(", source):
            works.add(file.name)
    assert works == {"work.py"}
    assert plain == {"database.py", "regions.py", "catalogue_file.py"}
