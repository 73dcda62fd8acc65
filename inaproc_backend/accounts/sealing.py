"""Secrets of second factors, encrypted for the database (AES-256-GCM, the key beside it in the data folder).

A copy of the database alone makes no code. What is sealed for one person opens for nobody else, because the
person's id is authenticated with it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from inaproc_backend.services import Services
from inaproc_backend.storage.server_keys import server_key

_KEY = "secondfactor"
_VERSION = "1."
_NONCE_BITS = 96


class SealBrokenError(RuntimeError):
    """A stored secret does not open: the key file is another one, or the row was changed."""


def seal_secret(services: Services, user_id: str, secret: str) -> str:
    """Return a secret as the database keeps it."""
    nonce = services.bits(_NONCE_BITS).to_bytes(_NONCE_BITS // 8, "big")
    sealed = AESGCM(_key(services)).encrypt(nonce, secret.encode(), user_id.encode())
    return _VERSION + base64.b64encode(nonce + sealed).decode()


def open_secret(services: Services, user_id: str, sealed: str) -> str:
    """Return a secret that ``seal_secret`` sealed for this person.

    Raises:
        SealBrokenError: it does not open; restore ``secondfactor.secret`` from the backup of the data folder.
    """
    try:
        raw = base64.b64decode(sealed.removeprefix(_VERSION), validate=True)
        nonce, rest = raw[: _NONCE_BITS // 8], raw[_NONCE_BITS // 8 :]
        return AESGCM(_key(services)).decrypt(nonce, rest, user_id.encode()).decode()
    except (InvalidTag, ValueError) as error:
        message = f"the second factor of {user_id} does not open with {_KEY}.secret"
        raise SealBrokenError(message) from error


def _key(services: Services) -> bytes:
    raw = server_key(services.config.data, _KEY, services.bits)
    return hmac.new(raw, b"totp secrets, version 1", hashlib.sha256).digest()
