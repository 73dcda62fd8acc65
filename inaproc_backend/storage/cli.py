"""``inaproc-backend migrate`` and ``inaproc-backend restored``: what is done while nobody serves."""

from __future__ import annotations

import argparse
import secrets
import sys
from contextlib import nullcontext
from typing import Any

from inaproc_backend.config import Config
from inaproc_backend.place import add_place, open_database
from inaproc_backend.storage.folder import hold_folder
from inaproc_backend.storage.occupancy import nobody_serving
from inaproc_backend.storage.schema import HEAD, SchemaMismatchError, Standing, find_shape, write_meta


def add_arguments(subparsers: Any) -> None:
    """Add the command to a parser's subparsers."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "migrate",
        help="bring an older database up to date",
        description="Runs what is missing, one transaction for each revision; may be run again after "
        "anything. Back the database up first (docs/operating.md); a SQLite file is copied first.",
    )
    add_place(parser)
    parser.add_argument(
        "--check", action="store_true", help="only say whether something is missing: status 1"
    )
    parser.set_defaults(run=_migrate)
    restored: argparse.ArgumentParser = subparsers.add_parser(
        "restored",
        help="after putting a backup back: begin a new history",
        description="Names a new history (epoch), so that applications fetch everything anew and send again "
        "what the backup does not know. Run it before the first process serves from a restored database.",
    )
    add_place(restored)
    restored.set_defaults(run=_restored)


def _migrate(args: argparse.Namespace) -> int:
    # Late: Alembic takes a third of a second to load, and no other command needs it.
    from inaproc_backend.storage.migrating import copy_before, migrate, shape_of

    config = Config(data=args.data, database_url=args.database)
    on_sqlite = not config.database_url
    if on_sqlite and not (config.data / "inaproc.db").exists():
        sys.stderr.write(f"inaproc-backend: there is no database in {config.data}\n")
        return 2
    with hold_folder(config.data) if on_sqlite and not args.check else nullcontext():
        database = open_database(config)
        try:
            database.check_server()
            shape = shape_of(database)
            if shape.standing is Standing.CURRENT:
                sys.stdout.write(f"the database is at revision {HEAD}; nothing to do\n")
                return 0
            if shape.standing is Standing.EMPTY:
                sys.stdout.write(
                    "the database is empty; the first process that serves from it makes the tables\n"
                )
                return 0
            if shape.standing is not Standing.BEHIND:
                raise SchemaMismatchError(shape)
            if args.check:
                sys.stdout.write(f"the database is at revision {shape.revision}, this program needs {HEAD}\n")
                return 1
            if on_sqlite:
                name = f"inaproc-at-{shape.revision.replace(' ', '-')}"
                sys.stdout.write(f"copied to {copy_before(database, config.data, name)}\n")
            migrate(database, done=lambda revision: _say(f"revision {revision} done"))
        finally:
            database.close()
    return 0


def _restored(args: argparse.Namespace) -> int:
    config = Config(data=args.data, database_url=args.database)
    on_sqlite = not config.database_url
    if on_sqlite and not (config.data / "inaproc.db").exists():
        sys.stderr.write(f"inaproc-backend: there is no database in {config.data}\n")
        return 2
    with hold_folder(config.data) if on_sqlite else nullcontext():
        database = open_database(config)
        try:
            database.check_server()
            with nobody_serving(database), database.write() as connection:
                shape = find_shape(connection)
                if shape.standing is not Standing.CURRENT:
                    raise SchemaMismatchError(shape)
                epoch = secrets.token_hex(16)
                write_meta(connection, "epoch", epoch)
        finally:
            database.close()
    _say(f"a new history begins: {epoch}")
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
