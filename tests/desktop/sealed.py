"""A key for private files of tests, and what lies under it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from inaproc_desktop.storage.sealing import Sealed

KEY = bytes(range(32))


def on_disk(folder: Path) -> bytes:
    """Every byte of every file below a folder, as a thief would read them."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def unsealed(place: Path) -> bytes:
    """Everything that a sealed file holds, as its owner would read it."""
    with closing(Sealed(KEY).connect(place, mode="ro")) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        rows = [row for name in names for row in connection.execute(f'SELECT * FROM "{name}"')]
    return b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row)
