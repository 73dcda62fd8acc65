"""The desk's house, on SQLite and where it matters on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from tests.backend.desk.bench import Bench
from tests.backend.office import Office


@pytest.fixture
def bench(any_office: Office) -> Bench:
    """On either database."""
    return Bench(any_office)


@pytest.fixture
def sqlite_bench(office: Office) -> Bench:
    """On SQLite alone: for what asks little of the database, many times."""
    return Bench(office)


@pytest.fixture
def client(bench: Bench) -> Iterator[TestClient[Any]]:
    app = create_app(bench.services.config, services=bench.services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened
