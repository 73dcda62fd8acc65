"""An account owner, on SQLite and where asked for on PostgreSQL too."""

from __future__ import annotations

import pytest

from tests.backend.accounts.owner import Owner
from tests.backend.office import Office


@pytest.fixture
def owner(office: Office) -> Owner:
    return Owner(office)


@pytest.fixture
def any_owner(any_office: Office) -> Owner:
    """On SQLite and on PostgreSQL."""
    return Owner(any_office)
