"""The dated rules that count now: a hello in the middle of the day may bring newer ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from inaproc_core.policy import Policy, PolicyBook
from inaproc_core.registration.book import RegistrationBook
from inaproc_core.registration.forms import RegistrationRules


class PolicyInForce:
    """Implements ``ports.rules.PolicySource`` by the book that is in force when it is asked."""

    def __init__(self, book: Callable[[], PolicyBook]) -> None:
        self._book = book

    @property
    def version(self) -> str:
        """Return which book it is."""
        return self._book().version

    def at(self, on: date, region: str | None = None) -> Policy:
        """Return the rules in force on a day; see ``PolicyBook.at``."""
        return self._book().at(on, region)


class RegistrationInForce:
    """Implements ``ports.rules.RegistrationSource`` likewise."""

    def __init__(self, book: Callable[[], RegistrationBook]) -> None:
        self._book = book

    def at(self, day: date) -> RegistrationRules:
        """Return the rules in force on a day; see ``RegistrationBook.at``."""
        return self._book().at(day)
