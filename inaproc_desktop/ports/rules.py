"""Where dated rules come from: a book, or whichever book is in force when it is asked."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from inaproc_core.policy import Policy
from inaproc_core.registration.forms import RegistrationRules


class PolicySource(Protocol):
    """Rules of procurement."""

    @property
    def version(self) -> str:
        """Return which book it is; another one when its content is."""

    def at(self, on: date, region: str | None = None) -> Policy:
        """Return the rules in force on a day at a place; see ``PolicyBook.at``."""


class RegistrationSource(Protocol):
    """Forms, limits and reasons of registration."""

    def at(self, day: date) -> RegistrationRules:
        """Return the rules in force on a day; see ``RegistrationBook.at``."""
