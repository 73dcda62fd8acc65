"""Where bytes lie that are too many for the database: a folder here, an object store where many serve.

A blob has a random id and nothing of its owner in its name. Its content is sealed with a key that lies beside
the data folder's other keys, so that a copied folder or a lost disk shows nobody's KTP; whoever can read the
key can read the blobs.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from inaproc_backend.accounts.tokens import Bits
from inaproc_backend.services import Services
from inaproc_backend.storage.server_keys import server_key

_ID = re.compile(r"[0-9a-f]{32}")
_NONCE_BITS = 96
_NONCE = _NONCE_BITS // 8
_TRIES = 5


class Blobs(Protocol):
    """A store of bytes by id. What was put is durable when ``put`` returns."""

    def put(self, blob_id: str, content: bytes) -> None:
        """Store bytes under an id from :func:`new_blob_id`.

        Raises:
            OSError: there is no room, or the store is away.
        """
        ...

    def get(self, blob_id: str) -> bytes:
        """Return the bytes.

        Raises:
            LookupError: there are none.
            ValueError: they were damaged or exchanged.
        """
        ...

    def drop(self, blob_id: str) -> None:
        """Forget the bytes; does nothing where there are none."""
        ...

    def older_than(self, moment: datetime) -> Iterator[str]:
        """Yield the ids of blobs that were put before a moment."""
        ...


class FolderBlobs:
    """Blobs as sealed files, 256 folders deep, so that no folder grows too large."""

    def __init__(self, folder: Path, key: bytes, bits: Bits) -> None:
        """Name the folder; it is made at the first blob.

        Args:
            folder: of the blobs alone.
            key: 32 bytes for AES-256-GCM.
            bits: source of randomness for nonces.
        """
        self._folder = folder
        self._cipher = AESGCM(key)
        self._bits = bits

    def put(self, blob_id: str, content: bytes) -> None:
        """Store bytes whole or not at all, and wait until the disk has them."""
        place = self._place(blob_id)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        nonce = self._bits(_NONCE_BITS).to_bytes(_NONCE, "big")
        draft = place.with_suffix(".part")
        try:
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(nonce + self._cipher.encrypt(nonce, content, blob_id.encode()))
                file.flush()
                os.fsync(file.fileno())
            _replace(draft, place)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        _settle(place.parent)

    def get(self, blob_id: str) -> bytes:
        """Return the bytes, which must be those that were put under this very id."""
        try:
            sealed = self._place(blob_id).read_bytes()
        except FileNotFoundError:
            message = f"there is no blob {blob_id}"
            raise LookupError(message) from None
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], blob_id.encode())
        except InvalidTag:
            message = f"blob {blob_id} was damaged, exchanged or sealed with another key"
            raise ValueError(message) from None

    def drop(self, blob_id: str) -> None:
        """Forget the bytes."""
        self._place(blob_id).unlink(missing_ok=True)

    def older_than(self, moment: datetime) -> Iterator[str]:
        """Yield ids by the time of their files, abandoned drafts included."""
        for place in sorted(self._folder.glob("??/*")):
            with contextlib.suppress(FileNotFoundError):
                written = datetime.fromtimestamp(place.stat().st_mtime, UTC)
                if written >= moment:
                    continue
                if place.suffix == ".part":
                    place.unlink(missing_ok=True)
                elif _ID.fullmatch(place.name):
                    yield place.name

    def _place(self, blob_id: str) -> Path:
        # Ids are ours and never typed by anybody; a wrong one is a bug that must not become a path.
        if not _ID.fullmatch(blob_id):
            message = f"{blob_id!r} is no id of a blob"
            raise ValueError(message)
        return self._folder / blob_id[:2] / blob_id


def blobs_of(services: Services) -> Blobs:
    """Return the store of a running service: the folder ``files`` of its data folder."""
    key = bytes.fromhex(server_key(services.config.data, "files", services.bits).decode())
    return FolderBlobs(services.config.data / "files", key, services.bits)


def new_blob_id(bits: Bits) -> str:
    """Return an id that says nothing."""
    return f"{bits(128):032x}"


def _replace(draft: Path, place: Path) -> None:
    """Give a finished file its name; on Windows a scanner may hold it for a moment."""
    for attempt in range(_TRIES):
        try:
            draft.replace(place)
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(0.05 * 2**attempt)
        else:
            return


def _settle(folder: Path) -> None:
    """Make a new name in a folder durable, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
