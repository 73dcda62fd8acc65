"""An account owner, what an attacker can measure, and threads that start at one moment."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest
from litestar.testing import TestClient

from inaproc_backend.accounts.passwords import Passwords
from inaproc_backend.app import create_app
from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import Refused
from tests.backend.accounts.owner import Owner
from tests.backend.office import Office


@pytest.fixture
def owner(office: Office) -> Owner:
    return Owner(office)


@pytest.fixture
def any_owner(any_office: Office) -> Owner:
    """On SQLite and on PostgreSQL."""
    return Owner(any_office)


@pytest.fixture
def client(office: Office) -> Iterator[TestClient[Any]]:
    app = create_app(office.services.config, services=office.services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


@dataclass
class Work:
    """What was done since it was last taken: slow hashes, and statements by their text."""

    hashes: int = 0
    statements: Counter[str] = field(default_factory=Counter)

    def take(self) -> tuple[int, dict[str, int]]:
        done = (self.hashes, dict(self.statements))
        self.hashes, self.statements = 0, Counter()
        return done


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """Counts Argon2 and SQL: what takes time, without a clock that a busy machine disturbs."""
    counted = Work()
    matches, hash_, execute = Passwords.matches, Passwords.hash, Statement._execute

    def watched_matches(self: Passwords, encoded: str | None, password: str) -> bool:
        counted.hashes += 1
        return matches(self, encoded, password)

    def watched_hash(self: Passwords, password: str) -> str:
        counted.hashes += 1
        return hash_(self, password)

    def watched_execute(self: Statement, connection: Any, params: Any) -> Any:
        counted.statements[self.sql] += 1
        return execute(self, connection, params)

    monkeypatch.setattr(Passwords, "matches", watched_matches)
    monkeypatch.setattr(Passwords, "hash", watched_hash)
    monkeypatch.setattr(Statement, "_execute", watched_execute)
    return counted


Together = Callable[[Sequence[Callable[[], Any]]], list[str]]


@pytest.fixture
def together() -> Together:
    """Run deeds at one moment; each becomes ``ok`` or the code it was refused with, sorted."""

    def run(deeds: Sequence[Callable[[], Any]]) -> list[str]:
        gate = threading.Barrier(len(deeds))

        def one(deed: Callable[[], Any]) -> str:
            gate.wait()
            try:
                deed()
            except Refused as refused:
                return refused.refusal.code
            return "ok"

        with ThreadPoolExecutor(len(deeds)) as pool:
            return sorted(pool.map(one, deeds))

    return run
