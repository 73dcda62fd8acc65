"""Two real processes on one PostgreSQL database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backend.cluster.house import House, opened
from tests.backend.conftest import new_postgres_database


@pytest.fixture
def house(postgres_folder: Path, tmp_path: Path) -> Iterator[House]:
    """An office without a process yet."""
    with new_postgres_database(postgres_folder) as url, opened(tmp_path, url) as made:
        yield made


@pytest.fixture
def pair(shared_pair: House) -> Iterator[House]:
    """Two processes and their office, for tests that end none of them."""
    yield shared_pair
    shared_pair.hang_up()


@pytest.fixture(scope="module")
def shared_pair(postgres_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The same two for all tests of a file."""
    folder = tmp_path_factory.mktemp("pair")
    with new_postgres_database(postgres_folder) as url, opened(folder, url) as made:
        with made.served(2):
            yield made
        assert made.log.read_text(encoding="utf-8") == ""
