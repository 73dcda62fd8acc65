"""A keyring that survives a kill, as a desktop's does: there it lives in another process, here in a file."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import keyring.backend
import keyring.errors


class FileKeyring(keyring.backend.KeyringBackend):
    """Secrets of made-up people in one readable file."""

    # keyring reads the priority from the class; low, so that nobody picks this one by accident.
    priority = 0.1

    def __init__(self, place: Path) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._place = place
        self._lock = threading.Lock()

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret or ``None``."""
        return self._read().get(f"{service}\n{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret; whoever kills this process finds the old one or the new one."""
        with self._lock:
            self._write({**self._read(), f"{service}\n{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret.

        Raises:
            keyring.errors.PasswordDeleteError: There is none.
        """
        with self._lock:
            kept = self._read()
            if kept.pop(f"{service}\n{username}", None) is None:
                raise keyring.errors.PasswordDeleteError(username)
            self._write(kept)

    def _read(self) -> dict[str, str]:
        try:
            found: dict[str, str] = json.loads(self._place.read_bytes())
        except FileNotFoundError:
            return {}
        return found

    def _write(self, kept: dict[str, str]) -> None:
        beside = self._place.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            json.dump(kept, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._place)
