"""NIK and passport numbers without the numbers: a keyed hash to compare by, a masked form to show.

The key lies beside the database, never in it: sixteen digits of which eight are a place and a birthday are
quickly tried out, so a plain hash would hide nothing from whoever holds a copy of the database.
"""

from __future__ import annotations

import hashlib
import hmac

from sqlalchemy import Connection

from inaproc_backend.services import Services
from inaproc_backend.storage.schema import read_meta, write_meta
from inaproc_backend.storage.server_keys import server_key
from inaproc_core.registration.vocabulary import Nationality

KEY_NAME = "persons"
_CHECK = "persons_key_check"


class PersonKeyLostError(RuntimeError):
    """The key of persons is gone or another one; restore it from the backup of the data folder."""


def person_key(connection: Connection, services: Services) -> bytes:
    """Return the key that persons are compared by, made at its first use.

    Args:
        connection: a writing transaction: the first use leaves a check value in the database.
        services: for the data folder and randomness.

    Raises:
        PersonKeyLostError: the database was filled with another key. With a new one the same person could be
            verified twice, so nothing goes on.
    """
    stored = read_meta(connection, _CHECK)
    if stored and not (services.config.data / f"{KEY_NAME}.secret").exists():
        message = f"{KEY_NAME}.secret is missing in the data folder: persons cannot be compared"
        raise PersonKeyLostError(message)
    key = server_key(services.config.data, KEY_NAME, services.bits)
    check = _digest(key, "check")
    if not stored:
        write_meta(connection, _CHECK, check)
    elif not hmac.compare_digest(stored, check):
        message = f"{KEY_NAME}.secret in the data folder does not belong to this database"
        raise PersonKeyLostError(message)
    return key


def fingerprint(key: bytes, nationality: Nationality, number: str) -> str:
    """Return the fingerprint of a NIK (WNI) or passport number (WNA); the number in its normal form."""
    kind = "nik" if nationality is Nationality.WNI else "passport"
    return _digest(key, f"{kind}:{number.strip().upper()}")


def _digest(key: bytes, text: str) -> str:
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
