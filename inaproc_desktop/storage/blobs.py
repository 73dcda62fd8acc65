"""Files sealed one by one in ``blobs/`` of a person's folder, under random names (protocol.md 2.3)."""

from __future__ import annotations

import contextlib
import re
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.storage.files import sync_folder, write_durably

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_ID = re.compile(r"[0-9a-f]{32}")
_NONCE = 12


class SealedBlobs:
    """Bytes by id. What was put is durable, with its name, when ``put`` returns."""

    def __init__(self, folder: Path, key: Callable[[], bytes]) -> None:
        """Name the folder; it is made at the first blob.

        Args:
            folder: of the blobs alone.
            key: gives 32 bytes for AES-256-GCM; asked when a file is first sealed or opened.
        """
        self._folder = folder
        self._key = key

    def put(self, content: bytes) -> str:
        """Store bytes and return their id, which says nothing of them.

        Raises:
            WorldFailed: ``world.disk``.
        """
        blob_id, nonce = secrets.token_hex(16), secrets.token_bytes(_NONCE)
        if not self._folder.exists():
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                sync_folder(self._folder.parent)
            except OSError as error:
                raise WorldFailed("world.disk", str(error)) from error
        sealed = self._cipher().encrypt(nonce, content, blob_id.encode())
        write_durably(self._folder / blob_id, nonce + sealed)
        return blob_id

    def get(self, blob_id: str) -> bytes:
        """Return the bytes, which are those that were put under this very id.

        Raises:
            WorldFailed: ``world.blob_damaged``: they are gone, changed or exchanged; ``world.disk``.
        """
        from cryptography.exceptions import InvalidTag  # late: it loads OpenSSL

        try:
            sealed = self._place(blob_id).read_bytes()
        except FileNotFoundError as error:
            raise WorldFailed("world.blob_damaged", f"{blob_id} is gone") from error
        except OSError as error:
            raise WorldFailed("world.disk", str(error)) from error
        try:
            return self._cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], blob_id.encode())
        except (InvalidTag, ValueError) as error:
            raise WorldFailed("world.blob_damaged", f"{blob_id} does not open") from error

    def drop(self, blob_id: str) -> None:
        """Remove a file; one that is held by another program goes with the next sweep."""
        with contextlib.suppress(OSError):
            self._place(blob_id).unlink(missing_ok=True)

    def older_than(self, seconds: float) -> tuple[str, ...]:
        """Return the names of files, half-written ones included, that were written so long ago."""
        before = time.time() - seconds  # the clock that file times come from
        found = []
        with contextlib.suppress(OSError):
            for place in self._folder.iterdir():
                with contextlib.suppress(OSError):
                    if place.stat().st_mtime < before:
                        found.append(place.name)
        return tuple(found)

    def drop_strange(self, name: str) -> None:
        """Remove a file by a name from ``older_than``."""
        if _ID.fullmatch(name) or name.startswith("."):
            with contextlib.suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)

    def _place(self, blob_id: str) -> Path:
        if not _ID.fullmatch(blob_id):
            raise WorldFailed("world.blob_damaged", "the name of a blob is no id")
        return self._folder / blob_id

    def _cipher(self) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # late: it loads OpenSSL

        return AESGCM(self._key())
