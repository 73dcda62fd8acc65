"""The training office, built once for all tests that only look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import create_schema
from inaproc_backend.training.office import build_office
from tests.builders import NOW


def hashed(password: str) -> str:
    return f"hash of {password}"


def new_database(folder: Path) -> Database:
    database = Database.in_folder(folder)
    create_schema(database, epoch="first", now=NOW)
    return database


@pytest.fixture(scope="package")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An office that tests only look at."""
    database = new_database(tmp_path_factory.mktemp("office"))
    assert build_office(database, now=NOW, hash_password=hashed)
    yield database
    database.close()
