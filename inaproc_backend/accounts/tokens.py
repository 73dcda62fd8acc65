"""Opaque tokens: what the client holds, what the database keeps of them, and the grace seal."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable

Bits = Callable[[int], int]
"""Source of randomness: number of bits to an integer of that many; ``secrets.randbits`` outside tests."""

_BYTES = 32
_SEAL = b"inaproc refresh successor"


def new_token(bits: Bits) -> str:
    """Return 256 random bits as 43 URL-safe letters."""
    return _letters(bits(8 * _BYTES).to_bytes(_BYTES, "big"))


def digest(token: str) -> str:
    """Return what the database keeps of a token: enough to know it again, not enough to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def seal(successor: str, spent: str) -> str:
    """Hide a successor so that only the spent token, which the database does not hold, opens it.

    The pad is used for one message only, because a token is spent once.
    """
    pad = hmac.new(spent.encode(), _SEAL, hashlib.sha256).digest()
    return bytes(a ^ b for a, b in zip(_bytes(successor), pad, strict=True)).hex()


def unseal(sealed: str, spent: str) -> str:
    """Return the successor that was sealed with this token."""
    pad = hmac.new(spent.encode(), _SEAL, hashlib.sha256).digest()
    return _letters(bytes(a ^ b for a, b in zip(bytes.fromhex(sealed), pad, strict=True)))


def _letters(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(token: str) -> bytes:
    return base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
