"""The number a reader of a printed document looks it up by."""

from __future__ import annotations

from hashlib import sha256

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERS = 12


def verification_number(kind: str, number: str, version: int) -> str:
    """Return e.g. ``SP-7K3M-9QRT-0ABC``: twelve letters drawn from kind, order number and version.

    It is a look-up key, not a proof: the proof is the signature and the backend's stored hash.
    """
    digest = int.from_bytes(sha256(f"{kind}\n{number}\n{version}".encode()).digest(), "big")
    letters = "".join(_ALPHABET[(digest >> (5 * place)) & 31] for place in range(_LETTERS))
    return "-".join((kind, letters[:4], letters[4:8], letters[8:]))
