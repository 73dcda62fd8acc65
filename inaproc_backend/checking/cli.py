"""``inaproc-backend check``."""

from __future__ import annotations

import argparse
import sys
from typing import Any

import msgspec

from inaproc_backend.checking import Checked, check_all
from inaproc_backend.config import Config
from inaproc_backend.place import add_place, open_database
from inaproc_backend.services import open_services
from inaproc_backend.storage.schema import HEAD, Standing, find_shape


def add_arguments(subparsers: Any) -> None:
    """Add the command to a parser's subparsers."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "check",
        help="is everything in the database consistent?",
        description="Reads everything once, from one snapshot; the service may go on meanwhile. "
        "Status: 0 no faults, 1 faults, 2 could not be checked.",
    )
    add_place(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object in place of lines")
    parser.set_defaults(run=_check)


def _check(args: argparse.Namespace) -> int:
    config = Config(data=args.data, database_url=args.database)
    _refuse_nothing(config)
    services = open_services(config)
    found: list[Checked] = []
    try:
        if not args.json:
            sys.stdout.write(f"ok    schema revision {HEAD}\n")
        for checked in check_all(services):
            found.append(checked)
            if not args.json:
                _show(checked)
    finally:
        services.database.close()
    wrong = sum(len(one.faults) for one in found)
    if args.json:
        told = {"revision": HEAD, "faults": wrong, "checks": found}
        sys.stdout.write(msgspec.json.encode(told).decode() + "\n")
    else:
        sys.stdout.write(f"{wrong} faults\n" if wrong else "no faults\n")
    return 1 if wrong else 0


def _show(checked: Checked) -> None:
    sys.stdout.write(f"{'WRONG' if checked.faults else 'ok   '} {checked.name}\n")
    for fault in checked.faults:
        sys.stdout.write(f"      {fault}\n")
    sys.stdout.flush()


def _refuse_nothing(config: Config) -> None:
    """Refuse to call a database consistent that this command would make itself.

    Raises:
        FileNotFoundError: there is none.
    """
    if not config.database_url and not (config.data / "inaproc.db").exists():
        message = f"there is no database in {config.data}"
        raise FileNotFoundError(message)
    database = open_database(config)
    try:
        with database.read() as connection:
            if find_shape(connection).standing is Standing.EMPTY:
                message = "the database is empty"
                raise FileNotFoundError(message)
    finally:
        database.close()
