"""``python -m endurance soak | kills | away``: figures from real processes; the last line has them all."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from endurance.postgresql import postgresql

Result = tuple[Sequence[str], str]
"""Broken promises, and the line of figures."""

_MOST_SHOWN = 30


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of them; returns 1 when a promise was broken."""
    args = _parser().parse_args(arguments)
    with _database(args.database) as url, _folder(args.keep) as folder:
        violations, line = args.run(args, folder, url)
        for violation in violations[:_MOST_SHOWN]:
            sys.stdout.write(f"  {violation}\n")
        sys.stdout.write(f"{args.database}, seed {args.seed}: {line}\n")
    return 1 if violations else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="endurance", description=__doc__)
    subparsers = parser.add_subparsers(required=True, metavar="WHAT")
    soaking = subparsers.add_parser("soak", help="machines on a bad line, with kills and pauses")
    soaking.add_argument("--minutes", type=float, default=10.0, help="of trouble (10)")
    soaking.add_argument("--machines", type=int, default=8, help="client processes, 4 to 8 (8)")
    soaking.set_defaults(run=_soak)
    killing = subparsers.add_parser("kills", help="kill -9 at moments that hurt")
    killing.add_argument("--count", type=int, default=200, help="kills of clients and backend (200)")
    killing.add_argument("--machines", type=int, default=5, help="client processes, 4 to 8 (5)")
    killing.set_defaults(run=_kills)
    away = subparsers.add_parser("away", help="a month offline comes home over a thin line")
    away.add_argument("--commands", type=int, default=1000, help="waiting in the outbox (1000)")
    away.add_argument("--rows", type=int, default=50_000, help="changed meanwhile (50000)")
    away.add_argument("--orders", type=int, default=10_000, help="of them orders, the others RUP (10000)")
    away.add_argument("--kilobits", type=int, default=256, help="of the line in a second (256)")
    away.set_defaults(run=_away)
    for each in (soaking, killing, away):
        each.add_argument("--seed", type=int, default=1, help="decides deeds, trouble and kills (1)")
        each.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
        each.add_argument("--keep", type=Path, default=None, metavar="FOLDER", help="leave all files there")
    return parser


def _soak(args: argparse.Namespace, folder: Path, url: str) -> Result:
    from endurance.soak import soak  # late: it loads the whole backend

    seconds = args.minutes * 60
    report = soak(folder, seconds=seconds, seed=args.seed, machines=args.machines, database_url=url, say=_say)
    return report.verdict.violations, report.line


def _kills(args: argparse.Namespace, folder: Path, url: str) -> Result:
    from endurance.kills import kills  # late, as above

    report = kills(
        folder, count=args.count, seed=args.seed, machines=args.machines, database_url=url, say=_say
    )
    return report.verdict.violations, report.line


def _away(args: argparse.Namespace, folder: Path, url: str) -> Result:
    from endurance.away import Absence, come_home  # late, as above

    absence = Absence(
        commands=args.commands, rows=args.rows, orders=args.orders, bytes_per_second=args.kilobits * 125
    )
    return come_home(folder, absence, seed=args.seed, database_url=url, say=_say)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    folder = Path(tempfile.mkdtemp(prefix="inaproc-endurance-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def _database(kind: str) -> AbstractContextManager[str]:
    return postgresql() if kind == "postgresql" else nullcontext("")


if __name__ == "__main__":
    sys.exit(main())
