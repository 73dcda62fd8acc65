"""Command line: ``python -m inaproc_core.tax [--only ppn] FILE`` checks a file of tax vectors.

Prints one line per differing vector and a last line ``N passed, N failed``. Exit status: 0 when none failed,
1 when some did, 2 when the file could not be used. Expected fields about another reading of the law
(``…_jika_…``) that the engine does not compute are named on the error stream and count neither way; any other
field it does not know fails its vector.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from inaproc_core.policy.default import load_default
from inaproc_core.tax.vector_check import Scope, check_vector

_PASSED, _FAILED, _UNUSABLE = 0, 1, 2


class _UnusableFileError(Exception):
    """The file cannot be read as vectors; the message is a sentence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the check and return the exit status."""
    options = _parser().parse_args(arguments)
    scope = Scope(options.only) if options.only else Scope.ALL
    try:
        vectors = _load(options.file)
    except _UnusableFileError as error:
        sys.stderr.write(f"{error}\n")
        return _UNUSABLE
    book = load_default()
    failed = 0
    for position, raw in enumerate(vectors, start=1):
        verdict = check_vector(raw, position=position, book=book, scope=scope)
        if verdict.unchecked:
            sys.stderr.write(
                _one_line(f"{verdict.name}: not compared: {', '.join(verdict.unchecked)}") + "\n"
            )
        if not verdict.has_passed:
            failed += 1
            sys.stdout.write(_one_line(f"{verdict.name}: {'; '.join(verdict.problems)}") + "\n")
    sys.stdout.write(f"{len(vectors) - failed} passed, {failed} failed\n")
    return _FAILED if failed else _PASSED


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m inaproc_core.tax",
        description="Check a file of tax vectors against the tax engine.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="JSON list of vectors")
    parser.add_argument(
        "--only",
        choices=[Scope.PPN.value],
        help="compare only price, DPP, PPN, gross and budget charge, not what is withheld",
    )
    return parser


def _load(path: Path) -> list[object]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise _UnusableFileError(f"{path}: there is no such file. Give the path of a vector file.") from None
    except UnicodeDecodeError:
        raise _UnusableFileError(f"{path}: is not UTF-8 text. Save it as UTF-8.") from None
    except OSError as error:
        raise _UnusableFileError(f"{path}: cannot be read: {error.strerror}.") from None
    try:
        document = json.loads(text, parse_float=Decimal, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _UnusableFileError(f"{path}: is not valid JSON at {where}: {error.msg}.") from None
    except ValueError as error:
        raise _UnusableFileError(f"{path}: {error}.") from None
    except RecursionError:
        raise _UnusableFileError(f"{path}: is nested too deeply to be a vector file.") from None
    if not isinstance(document, list):
        raise _UnusableFileError(f"{path}: must hold a JSON list of vectors.")
    if not document:
        raise _UnusableFileError(f"{path}: holds no vectors, so nothing was checked.")
    return document


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members: dict[str, object] = {}
    for name, value in pairs:
        if name in members:
            message = f'the member "{name}" stands twice in one object'
            raise ValueError(message)
        members[name] = value
    return members


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
