"""``inaproc-backend import KIND FILE…``."""

from __future__ import annotations

import argparse
import secrets
import sys
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

from inaproc_backend.importers.kinds import KINDS
from inaproc_backend.importers.progress import progress_for
from inaproc_backend.importers.reading import FileUnreadable
from inaproc_backend.importers.reasons import file_sentence
from inaproc_backend.importers.report import Report
from inaproc_backend.importers.run import import_file
from inaproc_backend.importers.verdicts import Verdict
from inaproc_backend.place import add_place
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import create_schema

_SHOWN = 20


class Exit(IntEnum):
    """Exit statuses of an import."""

    DONE = 0
    """Every record of every file is in the database."""

    ROWS_REFUSED = 1
    """All files were read to the end, some records were refused."""

    FILE_UNREADABLE = 2
    """A file could not be read, or not to its end; what came before is kept."""

    DATABASE_FAILED = 3
    """The database refused; what was committed before is kept."""

    STOPPED = 130
    """Stopped by the operator; what was committed before is kept."""


def add_arguments(subparsers: Any) -> None:
    """Add the command to a parser's subparsers; its ``run`` default is ``run_import``."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "import",
        help="take over published data: RUP, products, satker, K/L/PD, regions",
        description="Streams CSV or JSON Lines files, plain or gzip, into the database. Safe to run twice.",
    )
    parser.add_argument("kind", choices=KINDS, help="what the files hold")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add_place(parser)
    parser.add_argument(
        "--report", type=Path, metavar="FILE.csv", help="write every refused row to this file"
    )
    parser.add_argument(
        "--show",
        type=int,
        default=_SHOWN,
        metavar="N",
        help=f"refused rows to print for each file ({_SHOWN})",
    )
    parser.set_defaults(run=run_import)


def run_import(args: argparse.Namespace) -> int:
    """Import the files one after the other and return the worst of their exit statuses."""
    database = Database(args.database) if args.database else Database.in_folder(args.data)
    worst = Exit.DONE
    try:
        create_schema(database, epoch=secrets.token_hex(16), now=_now())
        with Report(sys.stdout, shown=args.show, file=args.report) as report:
            for path in args.files:
                worst = max(worst, _import_one(database, args.kind, path, report))
    except FileUnreadable as error:
        sys.stderr.write(f"{file_sentence(error.code, error.facts)}\n")
        return Exit.FILE_UNREADABLE
    except KeyboardInterrupt:
        sys.stderr.write("Dihentikan. Yang sudah tersimpan tetap ada; impor dapat diulang.\n")
        return Exit.STOPPED
    finally:
        database.close()
    return worst


def _import_one(database: Database, kind: str, path: Path, report: Report) -> Exit:
    outcome = import_file(
        database, kind, path, clock=_now, progress=progress_for(path.name, sys.stderr), refused=report
    )
    report.close_file(outcome)
    if outcome.problem is not None:
        failed = outcome.problem.code == "import.database_failed"
        return Exit.DATABASE_FAILED if failed else Exit.FILE_UNREADABLE
    return Exit.ROWS_REFUSED if outcome.tally.counts[Verdict.REFUSED] else Exit.DONE


def _now() -> datetime:
    return datetime.now(UTC)
