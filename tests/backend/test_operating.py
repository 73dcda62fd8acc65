"""What an operator meets: an older database, a newer one, a folder in use, a folder of somebody else."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from inaproc_backend import cli
from inaproc_backend.cli import main
from inaproc_backend.config import Config
from inaproc_backend.services import open_services
from inaproc_backend.storage import migrating, schema
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.folder import (
    MARK_FILE,
    FolderInUseError,
    WrongFolderError,
    hold_folder,
    match_folder,
)
from inaproc_backend.storage.occupancy import DatabaseInUseError
from inaproc_backend.storage.schema import HEAD, REVISIONS
from inaproc_backend.storage.setting_aside import prepare_folder
from tests.backend.office import CHEAP, HandClock, open_office


def _put_back(folder: Path) -> None:
    """Make a database of this program one from before revisions."""
    with sqlite3.connect(folder / "inaproc.db") as connection:
        connection.executescript(
            "DROP TABLE alembic_version; DROP INDEX uq_feed_ack; DROP TABLE order_attachments;"
            "INSERT INTO meta VALUES ('schema_version', '2')"
        )
    connection.close()


def test_migrate_says_what_it_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--data", str(tmp_path)]
    assert main(["migrate", *place]) == 2
    open_office(tmp_path).close()
    assert main(["migrate", "--check", *place]) == 0
    _put_back(tmp_path)
    assert main(["check", *place]) == 2
    assert main(["migrate", "--check", *place]) == 1
    shown = capsys.readouterr()
    assert f"at revision version 2, this program needs {HEAD}" in shown.err
    assert "run 'inaproc-backend migrate'" in shown.err
    assert f"at revision version 2, this program needs {HEAD}" in shown.out
    assert main(["migrate", *place]) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines()[1:] == [f"revision {one} done" for one in REVISIONS]
    copy = sqlite3.connect(tmp_path / "inaproc-at-version-2.db")
    assert copy.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone() == ("2",)
    copy.close()
    assert main(["migrate", *place]) == 0
    assert "nothing to do" in capsys.readouterr().out
    assert main(["check", *place]) == 0


def test_a_newer_database_is_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_office(tmp_path).close()
    file = tmp_path / "inaproc.db"
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    before = file.read_bytes()
    for command in (["migrate"], ["check"], ["serve", "--port", "0"]):
        assert main([*command, "--data", str(tmp_path)]) == 2
        assert "revision 0999, which a newer program made" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_no_room_for_the_copy_stops_before_anything_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_office(tmp_path).close()
    _put_back(tmp_path)
    (tmp_path / ".inaproc-at-version-2.part").mkdir()  # nothing can be written there
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    with pytest.raises(OSError, match="copy of the database could not be written"):
        prepare_folder(tmp_path, training=False, now=HandClock()())
    with pytest.raises(schema.SchemaMismatchError):
        open_services(Config(data=tmp_path, passwords=CHEAP))


@pytest.mark.parametrize("version", ["0999", ""])
def test_a_training_office_of_another_version_is_set_aside(tmp_path: Path, version: str) -> None:
    """Made-up data must not keep the program from starting; nothing is deleted."""
    assert main(["training", "--data", str(tmp_path)]) == 0
    _spoil(tmp_path, version)
    old = (tmp_path / "inaproc.db").read_bytes()
    told = prepare_folder(tmp_path, training=True, now=HandClock()())
    assert len(told) == 1
    assert "set aside" in told[0]
    aside = list(tmp_path.glob("*.aside.db"))
    assert [file.read_bytes() for file in aside] == [old]
    assert main(["training", "--data", str(tmp_path)]) == 0
    assert main(["check", "--data", str(tmp_path)]) == 0


def _spoil(folder: Path, version: str) -> None:
    with sqlite3.connect(folder / "inaproc.db") as connection:
        if version:
            connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        else:
            connection.execute("DROP TABLE alembic_version")
    connection.close()


def test_a_real_office_is_never_set_aside(tmp_path: Path) -> None:
    open_office(tmp_path).close()
    _spoil(tmp_path, "0999")
    assert prepare_folder(tmp_path, training=True, now=HandClock()()) == []
    assert list(tmp_path.glob("*.aside.db")) == []


def test_one_process_serves_from_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "_PATIENCE_SECONDS", 0.0)
    with hold_folder(tmp_path):
        assert main(["serve", "--port", "0", "--data", str(tmp_path)]) == 2
        assert "another process serves" in capsys.readouterr().err
        with pytest.raises(FolderInUseError), hold_folder(tmp_path):
            pass
    with hold_folder(tmp_path):
        pass


def test_a_folder_is_waited_for(tmp_path: Path) -> None:
    """Its holder may be finishing its last requests."""
    let_go, held = threading.Event(), threading.Event()

    def hold() -> None:
        with hold_folder(tmp_path):
            held.set()
            let_go.wait()

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    threading.Timer(0.15, let_go.set).start()
    with hold_folder(tmp_path, patience=5):
        pass
    other.join()


@pytest.mark.postgres
def test_processes_on_one_database_share_one_folder(postgres_database: str, tmp_path: Path) -> None:
    """Keys and files lie in it; another folder would have other ones."""
    open_services(Config(data=tmp_path / "a", database_url=postgres_database)).database.close()
    open_services(Config(data=tmp_path / "a", database_url=postgres_database)).database.close()
    mark = tmp_path / "a" / MARK_FILE
    with pytest.raises(WrongFolderError, match=f"write {mark.read_text().strip()} into"):
        open_services(Config(data=tmp_path / "b", database_url=postgres_database))
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / MARK_FILE).write_text("f" * 32)
    with pytest.raises(WrongFolderError, match="of another database"):
        open_services(Config(data=tmp_path / "b", database_url=postgres_database))
    (tmp_path / "b" / MARK_FILE).write_text(mark.read_text())
    open_services(Config(data=tmp_path / "b", database_url=postgres_database)).database.close()


@pytest.mark.postgres
def test_of_two_first_processes_one_joins_its_folder(postgres_database: str, tmp_path: Path) -> None:
    database = Database(postgres_database)
    schema.create_schema(database, epoch="e", now=HandClock()())
    gate, refused = threading.Barrier(2), []

    def start(name: str) -> None:
        gate.wait()
        try:
            match_folder(database, tmp_path / name)
        except WrongFolderError:
            refused.append(name)

    both = [threading.Thread(target=start, args=(name,)) for name in "ab"]
    for one in both:
        one.start()
    for one in both:
        one.join()
    database.close()
    assert len(refused) == 1
    assert len(list(tmp_path.glob(f"*/{MARK_FILE}"))) == 1


@pytest.mark.postgres
def test_nothing_is_migrated_under_a_serving_process(postgres_database: str, tmp_path: Path) -> None:
    database, serving = Database(postgres_database), Database(postgres_database)
    schema.create_schema(database, epoch="e", now=HandClock()())
    with serving.engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock_shared({schema.SERVING_LOCK})")
        with pytest.raises(DatabaseInUseError, match="stop all of them"):
            migrating.migrate(database, patience=0.2)
        connection.detach()
    assert migrating.migrate(database) == []
    database.close()
    serving.close()


def test_a_restored_database_begins_a_new_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not under a process that serves, and not where there is nothing."""
    place = ["--data", str(tmp_path)]
    assert main(["restored", *place]) == 2
    office = open_office(tmp_path)
    before = office.services.epoch
    with hold_folder(tmp_path):
        assert main(["restored", *place]) == 2
    assert office.services.epoch == before
    assert main(["restored", *place]) == 0
    assert office.services.epoch in capsys.readouterr().out
    assert office.services.epoch != before
    office.close()


@pytest.mark.postgres
def test_no_password_is_shown(
    postgres_database: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is wrong with the address."""
    right = postgres_database.replace("postgres@", "postgres:geheim@")
    for url in (
        right.replace("/t", "/nowhere-t"),
        "postgresql://u:geheim@127.0.0.1:1/x",
        "geheim",
        "x://:geheim@",
    ):
        monkeypatch.setenv("INAPROC_DATABASE_URL", url)
        for command in ("check", "migrate", "serve"):
            assert main([command, "--data", str(tmp_path)]) == 2
    shown = capfd.readouterr()
    assert shown.err.count("inaproc-backend:") == 12
    assert "geheim" not in shown.out + shown.err
