"""The whole catalogue as one compressed file, made once for each state of it and kept on disk."""

from __future__ import annotations

import gzip
import os
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from inaproc_backend.catalogue.changes import catalogue_seq
from inaproc_backend.catalogue.products import all_products, all_vendors
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import read_meta
from inaproc_backend.storage.tables import products, vendors
from inaproc_core.wire.codec import to_json

_LEVEL = 6
_KEPT = 2


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A finished pack: gzip of NDJSON, first its head, then penyedia, then products."""

    seq: int
    path: Path


class Packs:
    """Makes packs in a folder and hands them out.

    Files are named by epoch and sequence, so one of another history is never taken for this one's.
    """

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._making = threading.Lock()

    def seq(self) -> int:
        """Return the catalogue's sequence as of now."""
        with self._database.read() as connection:
            return catalogue_seq(connection)

    def current(self) -> Pack:
        """Return the pack of the catalogue as it is now; the first caller makes it, the others wait."""
        with self._making, self._database.read() as connection:
            seq = catalogue_seq(connection)
            epoch = read_meta(connection, "epoch")
            path = self._folder / f"{epoch[:16]}-{seq}.ndjson.gz"
            if path.exists():
                return Pack(seq=seq, path=path)
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            try:
                # No time and no name in the gzip header: equal catalogues are equal files.
                with os.fdopen(handle, "wb") as raw, gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) as packed:
                    head = {
                        "seq": seq,
                        "vendors": connection.execute(select(func.count()).select_from(vendors)).scalar_one(),
                        "products": connection.execute(
                            select(func.count()).select_from(products).where(products.c.listed)
                        ).scalar_one(),
                    }
                    packed.write(to_json(head) + b"\n")
                    for vendor in all_vendors(connection):
                        packed.write(to_json({"kind": "vendor", **vendor}) + b"\n")
                    for product in all_products(connection):
                        packed.write(to_json({"kind": "product", **product}) + b"\n")
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            self._drop_old()
            return Pack(seq=seq, path=path)

    def _drop_old(self) -> None:
        packs = sorted(self._folder.glob("*.ndjson.gz"), key=lambda path: path.stat().st_mtime_ns)
        for path in packs[:-_KEPT]:
            # Windows refuses while somebody still reads it; the next pack tries again.
            with suppress(OSError):
                path.unlink()
