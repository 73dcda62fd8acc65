"""Usernames: is one free, and which are near one that is taken."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import Refused
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.identity import check_username

_TAKEN = Statement("SELECT 1 FROM people WHERE username = :username")
_OFFERED = 3
_LAST_NUMBER = 99


def is_free(connection: Connection, username: str) -> bool:
    """Return whether no account has this username; ``username`` in lower case."""
    return _TAKEN.one(connection, {"username": username}) is None


def suggest(connection: Connection, username: str, full_name: str, rules: RegistrationRules) -> list[str]:
    """Return a few free usernames made from the name, or from the one that is taken and a number."""
    found: list[str] = []
    for candidate in _candidates(username, full_name, rules.limits.username_max):
        if len(found) == _OFFERED:
            break
        if candidate not in found and _fits(candidate, rules) and is_free(connection, candidate):
            found.append(candidate)
    return found


def _candidates(username: str, full_name: str, longest: int) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", full_name.lower()).encode("ascii", "ignore").decode()
    words = ["".join(letter for letter in word if letter.isalpha()) for word in plain.split()]
    words = [word for word in words if word]
    if len(words) > 1:
        first, last = words[0], words[-1]
        yield from (f"{first}.{last}", f"{first}{last}", f"{first[0]}.{last}", f"{last}.{first}")
    for number in range(1, _LAST_NUMBER + 1):
        yield f"{username[: longest - 2].rstrip('._')}{number:02d}"


def _fits(candidate: str, rules: RegistrationRules) -> bool:
    try:
        return check_username(candidate, rules) == candidate
    except Refused:
        return False
