"""Recovery codes: ten words for the day the phone is gone; each proves presence once.

A code is twelve letters of Crockford's base 32 (no I, L, O, U). The first names its slot, so that one look-up
costs one Argon2 and not ten; the other eleven carry 55 random bits. Below 112 bits a plain hash would not do
(ASVS 5.0, 6.5.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 12
_BITS = 5
_GROUP = 4
_READ_AS = str.maketrans("OIL", "011")

_CLEAR = Statement("DELETE FROM recovery_codes WHERE user_id = :user_id")
_ADD = Statement(
    """
    INSERT INTO recovery_codes (user_id, slot, code_hash, made_at) VALUES (:user_id, :slot, :hash, :now)
    """
)
_SEE = Statement(
    "SELECT code_hash FROM recovery_codes WHERE user_id = :user_id AND slot = :slot AND used_at IS NULL"
)
_USE = Statement(
    """
    UPDATE recovery_codes SET used_at = :now
    WHERE user_id = :user_id AND slot = :slot AND code_hash = :hash AND used_at IS NULL
    """
)
_LEFT = Statement("SELECT COUNT(*) FROM recovery_codes WHERE user_id = :user_id AND used_at IS NULL")
# Whoever replaces a person's codes does it alone.
_LOCK = Statement("SELECT user_id FROM credentials WHERE user_id = :user_id /*pg FOR UPDATE*/")


def draw(services: Services, count: int) -> list[str]:
    """Return new codes, grouped for reading; at most 32."""
    codes = []
    for slot in range(count):
        drawn = services.bits(_BITS * (_LENGTH - 1))
        rest = "".join(_LETTERS[drawn >> (_BITS * place) & 31] for place in range(_LENGTH - 1))
        whole = _LETTERS[slot] + rest
        codes.append("-".join(whole[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP)))
    return codes


def hashed(services: Services, codes: Sequence[str]) -> list[str]:
    """Return what is kept of codes. Takes a tenth of a second each: call it outside any transaction."""
    return [services.passwords.hash(normal(code)) for code in codes]


def replace(connection: Connection, user_id: str, hashes: Sequence[str], now: datetime) -> None:
    """Put new codes in place of all old ones; no hashes: there are none from then on."""
    _LOCK.one(connection, {"user_id": user_id})
    _CLEAR.run(connection, {"user_id": user_id})
    _ADD.many(
        connection,
        [
            {"user_id": user_id, "slot": slot, "hash": one, "now": to_text(now)}
            for slot, one in enumerate(hashes)
        ],
    )


def find(services: Services, user_id: str, typed: str) -> str | None:
    """Return what is kept of the unused code that was typed, to be spent; ``None`` when it is wrong.

    Costs one Argon2, also where there is no such slot. Runs its own transaction.
    """
    code = normal(typed)
    with services.database.read() as connection:
        row = _SEE.one(connection, {"user_id": user_id, "slot": _LETTERS.index(code[0])})
    kept = str(row[0]) if row is not None else None
    return kept if services.passwords.matches(kept, code) else None


def spend(connection: Connection, user_id: str, kept: str, typed: str, now: datetime) -> bool:
    """Use a code that ``find`` found; of many at once exactly one gets ``True``."""
    slot = _LETTERS.index(normal(typed)[0])
    return _USE.run(connection, {"user_id": user_id, "slot": slot, "hash": kept, "now": to_text(now)}) == 1


def left(connection: Connection, user_id: str) -> int:
    """Return how many codes are unused."""
    row = _LEFT.one(connection, {"user_id": user_id})
    return int(row[0]) if row is not None else 0


def looks_like(typed: str) -> bool:
    """Return whether this may be a recovery code, and not six digits."""
    code = normal(typed)
    return len(code) == _LENGTH and all(letter in _LETTERS for letter in code)


def normal(typed: str) -> str:
    """Return a code without what people add or mistake: case, blanks, dashes, O for 0, I and L for 1."""
    return "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_READ_AS)
