"""The training office, built once for all tests that only look at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import create_schema
from inaproc_backend.training.office import build_office
from inaproc_backend.training.vault import Vault
from tests.builders import NOW


def hashed(password: str) -> str:
    return f"hash of {password}"


class MemoryBlobs:
    """Blobs in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put(self, blob_id: str, content: bytes) -> None:
        self.kept[blob_id] = content

    def get(self, blob_id: str) -> bytes:
        return self.kept[blob_id]

    def drop(self, blob_id: str) -> None:
        self.kept.pop(blob_id, None)

    def older_than(self, moment: datetime) -> Iterator[str]:
        return iter(())


VAULT = Vault(person_key=lambda _: b"key of the tests", blobs=MemoryBlobs())


def new_database(folder: Path) -> Database:
    database = Database.in_folder(folder)
    create_schema(database, epoch="first", now=NOW)
    return database


@pytest.fixture(scope="package")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An office that tests only look at."""
    database = new_database(tmp_path_factory.mktemp("office"))
    assert build_office(database, now=NOW, hash_password=hashed, vault=VAULT)
    yield database
    database.close()
