"""The person's signing key: an encrypted PKCS#12 file that never leaves this machine."""

from __future__ import annotations

from pathlib import Path

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.files import write_durably
from inaproc_desktop.storage.places import safe_name


class KeyFiles:
    """Implements ``ports.keys.KeyStore`` with one file per person."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, user_id: str) -> bytes | None:
        """Return the PKCS#12 bytes, ``None`` when this machine holds no key of the person.

        Raises:
            WorldFailed: ``world.disk`` when the file is there but cannot be read.
        """
        try:
            return self._place(user_id).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise WorldFailed("world.disk", str(error)) from error

    def save(self, user_id: str, p12: bytes) -> None:
        """Keep the PKCS#12 bytes durably, readable by the owner only."""
        write_durably(self._place(user_id), p12)

    def _place(self, user_id: str) -> Path:
        return self._folder / f"{safe_name(user_id)}.p12"
