"""Keys that lie beside the database and never in it: a copy of the database alone opens nothing.

Every key is a file ``<name>.secret`` of the data folder, readable for its owner alone. Several processes of
one service share the folder, and so the keys.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

_BITS = 256


def server_key(folder: Path, name: str, bits: Callable[[int], int]) -> bytes:
    """Return the key of this name, made at its first use.

    Args:
        folder: the data folder.
        name: lower case letters: ``codes``.
        bits: the service's source of randomness.
    """
    place = folder / f"{name}.secret"
    try:
        return place.read_bytes().strip()
    except FileNotFoundError:
        return _make(place, bits)


def _make(place: Path, bits: Callable[[int], int]) -> bytes:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f".{place.name}.{os.getpid()}.{threading.get_ident()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(f"{bits(_BITS):064x}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    # A link appears whole or not at all, and never over another one: nobody reads half a key.
    with contextlib.suppress(FileExistsError):
        os.link(draft, place)
    draft.unlink()
    return place.read_bytes().strip()
