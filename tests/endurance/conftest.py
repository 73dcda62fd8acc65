"""People of the harness bring a keyring of their own; what follows gets back the one that was there."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest


@pytest.fixture(autouse=True)
def keyring_given_back() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)
