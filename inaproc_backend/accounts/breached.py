"""Is a password known from a breach? Answered on this machine; no password, hash or prefix leaves it.

Two sources (docs/decisions/0021): the 30,000 most used passwords that ship with ``zxcvbn`` together with
words that Indonesian users of such a service pick, also in trivial variants; and, where the operator has
one, a file of SHA-1 values in the order of the values ("Pwned Passwords, ordered by hash").
"""

from __future__ import annotations

import hashlib
import re
import string
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import BinaryIO

from inaproc_backend.services import Services

_LOCAL_WORDS = (
    "admin administrator bahagia bandung bendahara bismillah cantik dinas doraemon garuda ganteng "
    "inaproc indonesia jakarta jayapura katalog kementerian kominfo lkpp lpse makassar mandiri medan "
    "merdeka negara pancasila pejabat pemerintah pemkab pemkot pemprov pengadaan penyedia persija "
    "persib rahasia rahasiaku salam satker sayang sayangku selamat semangat semarang sirup spse "
    "surabaya terserah"
)
"""Not in the English list, and the first that anybody would try here."""

_ADDED = string.digits + string.punctuation + " "
_LEET = [
    str.maketrans("0134578@$!|", "oieastbasii"),
    str.maketrans("0134578@$!|", "oleastbasll"),
]
_FEWEST_DIFFERENT = 4
_SHORTEST_PREFIX = 10
_LINE = re.compile(rb"[0-9A-Fa-f]+")
_LONGEST_LINE = 80


class NotAPrefixFileError(ValueError):
    """The operator's file is not a list of SHA-1 values."""


def breach_check(services: Services) -> Callable[[str], bool]:
    """Return the question ``inaproc_core`` asks of a new password."""
    return partial(is_breached, file=services.config.breached_passwords)


def is_breached(password: str, *, file: Path | None = None) -> bool:
    """Return whether a password, or what it is a trivial variant of, is publicly known.

    Args:
        password: as typed.
        file: see ``in_file``; ``None``: only what ships.

    Raises:
        OSError: the operator's file cannot be read.
        NotAPrefixFileError: it holds something else.
    """
    if len(set(password.lower())) < _FEWEST_DIFFERENT:
        return True
    known = _common()
    if any(form in known for form in _forms(password)):
        return True
    return file is not None and in_file(file, password)


def in_file(file: Path, password: str) -> bool:
    """Look a password up in a file of SHA-1 values, by halving: about 35 short reads in 40 gigabytes.

    Every line is the value in hexadecimal, or its beginning of at least ten digits, and may go on with a
    colon and a count. Lines are in the order of the values and end in LF or CR LF.

    Raises:
        OSError: the file cannot be read.
        NotAPrefixFileError: a line is no such value.
    """
    # SHA-1 is the index of the public list, not a protection of ours.
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with file.open("rb") as lines:
        low, high = 0, lines.seek(0, 2)
        # Invariant: a match begins at or after the line that ``low`` lies in, and before ``high``.
        while low < high:
            middle = (low + high) // 2
            start, value, following = _line_from(lines, middle)
            if value and wanted.startswith(value):
                return True
            if not value or value > wanted or start >= high:
                high = middle
            else:
                low = following
    return False


def check_file(file: Path) -> None:
    """Look at the beginning of the operator's file, so that a wrong one is told at the start of the service.

    Raises:
        OSError: it cannot be read.
        NotAPrefixFileError: it is no list of SHA-1 values.
    """
    with file.open("rb") as lines:
        _value_of(lines.readline(_LONGEST_LINE), file.name)


def _line_from(lines: BinaryIO, place: int) -> tuple[int, bytes, int]:
    """Return start, value and end of the first line that begins at or after a place; no value at the end."""
    lines.seek(max(place - 1, 0))
    if place > 0:
        lines.readline(_LONGEST_LINE)
    start = lines.tell()
    line = lines.readline(_LONGEST_LINE)
    return start, _value_of(line, str(lines.name)) if line.strip() else b"", lines.tell()


def _value_of(line: bytes, name: str) -> bytes:
    value = line.partition(b":")[0].strip()
    if len(value) < _SHORTEST_PREFIX or not _LINE.fullmatch(value):
        message = f"{name} is not a list of SHA-1 values ordered by value: found {line[:60]!r}"
        raise NotAPrefixFileError(message)
    return value.upper()


def _forms(password: str) -> Iterator[str]:
    """Yield what a password may be a variant of: without case, additions, leetspeak, repetition."""
    lower = password.strip().lower()
    for form in dict.fromkeys((lower, lower.strip(_ADDED), lower.lstrip(_ADDED), lower.rstrip(_ADDED))):
        for spelt in dict.fromkeys((form, *(form.translate(table) for table in _LEET))):
            yield spelt
            yield spelt[::-1]
            half = len(spelt) // 2
            if spelt[:half] == spelt[half:]:
                yield spelt[:half]


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    # Late: a hundred thousand words, needed only where somebody chooses a password.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(FREQUENCY_LISTS["passwords"]) | frozenset(_LOCAL_WORDS.split())
