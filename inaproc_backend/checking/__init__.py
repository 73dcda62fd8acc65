"""What an operator wants to know of a database: is everything in it consistent?

Everything is read from one snapshot, a few rows at a time, while the service may go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from inaproc_backend.checking import images, ledger, stored
from inaproc_backend.checking.ledger import Faults
from inaproc_backend.purchasing import audit
from inaproc_backend.services import Services

_MOST = 200
"""Faults of one check that are shown: more say no more, and a table that is gone has millions."""


def _shown(check: Callable[[Connection], Faults]) -> Callable[[Connection], list[str]]:
    def run(connection: Connection) -> list[str]:
        return first_of(check(connection))

    return run


def first_of(faults: Iterable[str]) -> list[str]:
    """Return the first faults, and that there are more."""
    rest = iter(faults)
    found = list(islice(rest, _MOST))
    if next(rest, None) is not None:
        found.append(f"… and more than these {_MOST}")
    return found


CHECKS: tuple[tuple[str, Callable[[Connection], list[str]]], ...] = (
    ("feed numbers without a gap", _shown(ledger.check_feed)),
    ("budgets equal the sum of their orders", _shown(ledger.check_budget)),
    ("orders equal their events", _shown(ledger.check_orders)),
    ("commands acknowledged once", _shown(ledger.check_acknowledgements)),
    ("audit chains unbroken", _shown(audit.verify)),
)
"""Name and check of what every transaction promises."""

MORE_CHECKS: tuple[tuple[str, Callable[[Services, Connection], Faults]], ...] = (
    ("orders are what their events make", lambda _, connection: ledger.check_played(connection)),
    ("commands equal their effects", lambda _, connection: ledger.check_effects(connection)),
    ("commands audited once", lambda _, connection: ledger.check_audited(connection)),
    ("orders shown as they are", lambda _, connection: images.check_orders_in_feed(connection)),
    ("packages, penyedia and officials shown as they are", images.check_facts_in_feed),
    ("accesses shown as they are", lambda _, connection: images.check_accesses_in_feed(connection)),
    ("documents hold their bytes", lambda _, connection: stored.check_documents(connection)),
    ("files hold their bytes", stored.check_files),
    ("orders keep their files", lambda _, connection: stored.check_attachments(connection)),
)
"""Name and check of what takes longer, or needs the data folder."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What one check found.

    Attributes:
        name: of the check.
        faults: a sentence each; empty when all is well.
    """

    name: str
    faults: list[str]


def check_all(services: Services) -> Iterator[Checked]:
    """Run every check on one snapshot."""
    with services.database.read() as connection:
        if not services.database.is_sqlite:  # an operator has time, and so does this snapshot
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
        for name, check in CHECKS:
            yield Checked(name=name, faults=check(connection))
        for name, deep in MORE_CHECKS:
            yield Checked(name=name, faults=first_of(deep(services, connection)))
