"""Migrations: the same tables by either way, nothing half done, nothing newer touched."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, event, insert, inspect

from inaproc_backend.storage import migrating, schema, tables
from inaproc_backend.storage.database import Database, UnsupportedServerError, refuse_old_server
from inaproc_backend.storage.schema import HEAD, REVISIONS, SchemaMismatchError, Standing
from tests.backend.shapes import shape

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of either kind."""
    if request.param == "postgresql":
        opened = Database(request.getfixturevalue("postgres_database"))
    else:
        opened = Database.in_folder(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def other(request: pytest.FixtureRequest, database: Database, tmp_path: Path) -> Iterator[Database]:
    """Another one of the same kind."""
    if database.is_sqlite:
        opened = Database.in_folder(tmp_path / "other")
    else:
        name = "other"
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        opened = Database(database.engine.url.set(database=name).render_as_string(hide_password=False))
    yield opened
    opened.close()


def _shape(database: Database) -> set[tuple[str, ...]]:
    with database.read() as connection:
        return shape(connection)


def _version_2(database: Database) -> dict[str, int]:
    """Make a database as the last program without revisions left it, with a row in nearly every table."""
    with migrating._transaction(database) as connection:
        migrating._run(connection, REVISIONS[0])
        connection.exec_driver_sql("DROP TABLE alembic_version")
        rows = [("schema_version", "2"), ("epoch", "e-old"), ("created_at", "2026-11-01")]
        connection.execute(insert(tables.meta), [{"key": k, "value": v} for k, v in rows])
        connection.execute(insert(tables.catalogue_meta).values(id=1, seq=3))
        connection.execute(insert(tables.klpd).values(code="D1", name="K"))
        connection.execute(insert(tables.satker).values(id="s", name="S", klpd_code="D1"))
        for code in ("1", "2"):
            connection.execute(
                insert(tables.rup).values(
                    code=code,
                    satker_id="s",
                    year=2026,
                    name="R",
                    pagu=100,
                    reserved=5,
                    committed=20,
                    elsewhere=20,
                )
            )
        connection.execute(
            insert(tables.feed).values(scope="user/u", seq=1, kind="ack", entity="c", row=b"{}")
        )
        connection.execute(insert(tables.people).values(id="u", username="u", name="U"))
    return _counts(database)


def _counts(database: Database) -> dict[str, int]:
    with database.read() as connection:
        present = set(inspect(connection).get_table_names())
        return {
            table.name: connection.exec_driver_sql(f"SELECT count(*) FROM {table.name}").scalar_one()
            for table in tables.metadata.sorted_tables
            if table.name != "meta" and table.name in present
        }


def test_the_constants_are_the_scripts() -> None:
    """The program knows its revisions without loading Alembic."""
    walked = [one.revision for one in migrating.scripts().walk_revisions()]
    assert tuple(reversed(walked)) == REVISIONS
    assert migrating.scripts().get_heads() == [HEAD]


def test_both_ways_give_the_same_tables(database: Database, other: Database) -> None:
    """Made at once, or grown revision by revision: not one column, default, check or index differs."""
    schema.create_schema(database, epoch="e", now=NOW)
    assert migrating.migrate(other) == list(REVISIONS)
    at_once, grown = _shape(database), _shape(other)
    assert at_once - grown == set()
    assert grown - at_once == set()
    assert len(grown) > 500


def test_alembic_sees_no_difference_to_the_code(database: Database) -> None:
    """A changed table without a revision would show here first."""
    migrating.migrate(database)

    def ours(thing: Any, name: str | None, kind: str, _reflected: bool, _to: Any) -> bool:
        # Full text is not SQLAlchemy's: storage.tables.search makes it by hand, and both_ways compares it.
        return not (
            (kind == "table" and str(name).startswith(("catalogue_words", "alembic_version")))
            or (kind == "column" and name == "words")
            or name == "ix_catalogue_index_words"
        )

    with database.read() as connection:
        options = {
            "include_object": ours,
            "compare_type": True,
            # On SQLite Alembic takes '' for another default than ''; both_ways compares them there.
            "compare_server_default": not database.is_sqlite,
        }
        context = MigrationContext.configure(connection, opts=options)
        found = [one for one in compare_metadata(context, tables.metadata) if _is_real(one)]
    assert found == []


def _is_real(difference: Any) -> bool:
    """Comments are for readers of the code: a database keeps those it was made with."""
    first = difference[0] if isinstance(difference, list) else difference
    return first[0] not in {"modify_comment", "add_table_comment", "remove_table_comment"}


def test_a_database_from_before_revisions_is_taken_along(database: Database, other: Database) -> None:
    before = _version_2(database)
    with pytest.raises(SchemaMismatchError, match=r"at revision version 2.*'inaproc-backend migrate'"):
        schema.create_schema(database, epoch="e", now=NOW)
    told: list[str] = []
    assert migrating.migrate(database, done=told.append) == told == list(REVISIONS)
    assert migrating.migrate(database) == []
    schema.create_schema(database, epoch="e", now=NOW)
    schema.create_schema(other, epoch="e", now=NOW)
    assert _shape(database) == _shape(other)
    assert _counts(database).items() >= before.items()
    with database.read() as connection:
        assert schema.read_meta(connection, "epoch") == "e-old"
        assert schema.read_meta(connection, "schema_version") == ""


def test_a_migration_stopped_at_any_statement_goes_on_from_there(
    database: Database, other: Database, tmp_path: Path
) -> None:
    """At every moment the tables are those of one revision; once more, and they are the newest."""
    before = _version_2(database)
    copies = _copies(database, tmp_path)
    shapes = {"version 2": _shape(other)} if _version_2(other) else {}
    migrating.migrate(other, done=lambda revision: shapes.update({revision: _shape(other)}))
    with next(copies) as counted:
        count = _statements(counted)
    assert count > 10
    # Copying a database takes PostgreSQL long; its transactions are one like the other.
    for index in range(1, count + 1, 1 if database.is_sqlite else 6):
        with next(copies) as fresh:
            with pytest.raises(_KilledError):
                _statements(fresh, stop_at=index)
            assert _shape(fresh) == shapes[migrating.shape_of(fresh).revision]
            migrating.migrate(fresh)
            assert _shape(fresh) == shapes[HEAD]
            assert _counts(fresh).items() >= before.items()


class _KilledError(Exception):
    pass


def _copies(database: Database, folder: Path) -> Iterator[AbstractContextManager[Database]]:
    """Yield copies of a database that nobody uses any more."""
    database.close()
    url = database.engine.url
    for number in itertools.count():
        if database.is_sqlite:
            file = folder / f"copy-{number}.db"
            shutil.copy(str(url.database), file)
            yield closing(Database(f"sqlite:///{file}"))
        else:
            name = "copy"
            with create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT").connect() as admin:
                admin.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
                admin.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {url.database}")
                admin.detach()
            yield closing(Database(url.set(database=name).render_as_string(hide_password=False)))


def _statements(database: Database, *, stop_at: int = 0) -> int:
    """Migrate and count the statements and commits, or be killed at one of them."""
    seen = 0

    def step(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == stop_at:
            raise _KilledError

    for name in ("before_cursor_execute", "commit"):
        event.listen(database.engine, name, step)
    try:
        migrating.migrate(database)
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(database.engine, name, step)
    return seen


@pytest.mark.parametrize(
    ("spoil", "standing", "words"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", Standing.NEWER, "a newer program made"),
        ("DROP TABLE alembic_version", Standing.TOO_OLD, "from before the first release"),
        ("DROP TABLE meta; DROP TABLE alembic_version", Standing.FOREIGN, "tables of another program"),
    ],
)
def test_what_this_program_cannot_use_is_refused_and_left_alone(
    database: Database, spoil: str, standing: Standing, words: str
) -> None:
    schema.create_schema(database, epoch="e", now=NOW)
    with database.write() as connection:
        schema.write_meta(connection, "schema_version", "1")
        for statement in spoil.split("; "):
            connection.exec_driver_sql(statement)
    before = _shape(database)
    with pytest.raises(SchemaMismatchError, match=words) as refused:
        schema.create_schema(database, epoch="x", now=NOW)
    assert refused.value.shape.standing is standing
    with pytest.raises(SchemaMismatchError, match=words):
        migrating.migrate(database)
    assert _shape(database) == before


def test_the_walls_stand(database: Database) -> None:
    """What revision 0002 added: nothing can be written that the promises forbid."""
    _version_2(database)
    migrating.migrate(database)
    for statement in (
        insert(tables.feed).values(scope="user/v", seq=1, kind="ack", entity="c", row=b"{}"),
        tables.rup.update().values(elsewhere=21),
        tables.rup.update().values(elsewhere=-1),
        tables.rup.update().values(reserved=81),
        tables.rup.update().values(committed=-1, elsewhere=0),
    ):
        with pytest.raises(Exception, match=r"(?i)unique|check"), database.write() as connection:
            connection.execute(statement)


def test_an_old_server_is_refused_in_words() -> None:
    refuse_old_server(150_000)
    with pytest.raises(UnsupportedServerError, match=r"PostgreSQL 14; this program needs 15"):
        refuse_old_server(140_012)
