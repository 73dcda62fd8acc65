"""Statements fit the schema of both databases; transactions, schema versions and moments do what they say."""

from __future__ import annotations

import importlib
import pkgutil
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

import inaproc_backend
from inaproc_backend.storage import schema, statements, tables
from inaproc_backend.storage.database import Database, lost_race
from inaproc_backend.storage.times import from_text, to_text
from tests.backend.office import Office


def _import_everything() -> None:
    for module in pkgutil.walk_packages(inaproc_backend.__path__, "inaproc_backend."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def test_every_statement_runs_on_the_schema(any_office: Office) -> None:
    """With nothing to find and in a transaction that is thrown away, so only its grammar and names count."""
    _import_everything()
    assert len(statements.REGISTERED) > 60
    for statement in statements.REGISTERED:
        if "SAVEPOINT" in statement.sql or (
            not any_office.services.database.is_sqlite and _is_fts(statement)
        ):
            continue
        try:
            with any_office.services.database.write() as connection:
                statement._execute(connection, dict.fromkeys(statement.parameters))
                raise _ThrownAwayError
        except _ThrownAwayError:
            continue
        except Exception as error:
            # NULL where a value is required, or of no known type: the statement itself was understood.
            allowed = ("NOT NULL", "violates not-null", "datatype mismatch", "could not determine data type")
            assert any(text in str(error) for text in allowed), (statement.sql, error)


class _ThrownAwayError(Exception):
    pass


def _is_fts(statement: statements.Statement) -> bool:
    return "product_index" in statement.sql or " MATCH " in statement.sql or "fts" in statement.sql


def test_parameters_become_the_drivers_own() -> None:
    statement = statements.Statement("SELECT a::text FROM t WHERE a = :first AND b = :b AND c = :first")
    try:
        assert statement.parameters == ("first", "b")
        assert statement._by_dialect["postgresql"].endswith("a = %(first)s AND b = %(b)s AND c = %(first)s")
        assert "a::text" in statement._by_dialect["postgresql"]
    finally:
        statements.REGISTERED.remove(statement)


def test_a_failed_transaction_leaves_nothing_and_frees_the_writer(any_office: Office) -> None:
    database = any_office.services.database
    for use_core in (True, False):
        with pytest.raises(RuntimeError), database.write() as connection:
            if use_core:
                connection.execute(insert(tables.meta).values(key="x", value="1"))
            else:
                _META.run(connection, {"key": "x", "value": "1"})
            raise RuntimeError
    with database.write() as connection:
        assert schema.read_meta(connection, "x") == ""
        schema.write_meta(connection, "x", "2")
    with database.read() as connection:
        assert schema.read_meta(connection, "x") == "2"


_META = statements.Statement("INSERT INTO meta (key, value) VALUES (:key, :value)")


def test_a_reader_keeps_its_snapshot(any_office: Office) -> None:
    database = any_office.services.database
    with database.read() as connection:
        assert schema.read_meta(connection, "news") == ""
        writer = threading.Thread(target=_write_news, args=(database,))
        writer.start()
        writer.join()
        assert schema.read_meta(connection, "news") == ""
    with database.read() as connection:
        assert schema.read_meta(connection, "news") == "1"


def _write_news(database: Database) -> None:
    with database.write() as connection:
        schema.write_meta(connection, "news", "1")


def test_a_lost_race_is_told_from_a_broken_rule(any_office: Office) -> None:
    database = any_office.services.database
    with pytest.raises(Exception) as twice, database.write() as connection:
        for _ in range(2):
            _META.run(connection, {"key": "once", "value": "1"})
    assert lost_race(twice.value)
    with pytest.raises(Exception) as broken, database.write() as connection:
        connection.execute(tables.rup.update().values(reserved=-1))
    assert not lost_race(broken.value)
    assert not lost_race(ValueError("no"))


@pytest.mark.parametrize(
    "values",
    [
        {"reserved": 250_000_001},
        {"reserved": 200_000_000, "committed": 50_000_001},
        {"reserved": -1},
        {"pagu": -1},
    ],
)
def test_the_database_itself_refuses_to_overspend(any_office: Office, values: dict[str, int]) -> None:
    with pytest.raises(Exception, match=r"(?i)check"), any_office.services.database.write() as connection:
        connection.execute(tables.rup.update().values(values))


def test_a_database_is_made_once(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path)
    now = datetime(2026, 11, 23, tzinfo=UTC)
    schema.create_schema(database, epoch="e1", now=now)
    schema.create_schema(database, epoch="e2", now=now)
    with database.read() as connection:
        assert schema.read_meta(connection, "epoch") == schema.current_epoch(connection) == "e1"
    database.close()


def test_sqlite_is_durable_and_checked(office: Office) -> None:
    with office.services.database.write() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize("url", ["postgres://u:geheim@h/n", "postgresql://u:geheim@h/n"])
def test_a_url_without_driver_gets_ours_and_hides_its_password(url: str) -> None:
    database = Database(url)
    assert database.engine.url.drivername == "postgresql+psycopg"
    assert "geheim" not in repr(database.engine)
    database.close()


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused_in_words(url: str) -> None:
    with pytest.raises(ValueError, match=r"must be SQLite or PostgreSQL|needs a file"):
        Database(url)


def test_moments_are_fixed_width_and_sort_as_time() -> None:
    first = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    second = datetime(2026, 11, 23, 2, 30, 0, 1, tzinfo=UTC)
    assert to_text(first) == "2026-11-23T02:30:00.000000+00:00"
    assert to_text(first) < to_text(second)
    assert from_text(to_text(second)) == second
    with pytest.raises(ValueError, match="zone"):
        to_text(datetime(2026, 11, 23))


def test_tables_say_what_they_hold() -> None:
    """Names that other programs rely on."""
    columns: dict[str, Any] = {table.name: set(table.c.keys()) for table in tables.metadata.sorted_tables}
    assert {"code", "pagu", "reserved", "committed", "elsewhere"} <= columns["rup"]
    assert {"scope", "seq", "kind", "entity", "rev", "row", "deleted"} == columns["feed"]
    assert {"cmd_id", "fingerprint", "result", "envelope"} <= columns["commands"]
