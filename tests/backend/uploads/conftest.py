"""The application over the small office, on either database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from tests.backend.office import Office
from tests.backend.uploads.office_files import Sender


@pytest.fixture
def client(any_office: Office) -> Iterator[TestClient[Any]]:
    app = create_app(any_office.services.config, services=any_office.services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def sender(any_office: Office, client: TestClient[Any]) -> Sender:
    """The PP's program."""
    return Sender(any_office, client)
