"""Password hashes: Argon2id (RFC 9106), never more than a few at once because each takes 64 MiB."""

from __future__ import annotations

import threading

from argon2 import PasswordHasher, Type
from argon2.exceptions import Argon2Error, InvalidHashError

from inaproc_backend.config import PasswordCost

_AT_ONCE = 2


class Passwords:
    """Makes and checks password hashes."""

    def __init__(self, cost: PasswordCost) -> None:
        self._hasher = PasswordHasher(
            time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes, type=Type.ID
        )
        self._turn = threading.BoundedSemaphore(_AT_ONCE)
        # Checked for names that do not exist, so that they take as long as names that do.
        self._nobody = self._hasher.hash("no such account")

    def hash(self, password: str) -> str:
        """Return the encoded hash of a password, with salt and parameters."""
        with self._turn:
            return self._hasher.hash(password)

    def matches(self, encoded: str | None, password: str) -> bool:
        """Return whether the password is right; ``None`` (no such account) costs the same and is wrong."""
        with self._turn:
            try:
                found = self._hasher.verify(encoded or self._nobody, password)
            except (Argon2Error, InvalidHashError):
                return False
        return found and encoded is not None
