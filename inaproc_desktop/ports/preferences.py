"""What a person chooses about the window, where it is kept, and what this device stores."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Language(StrEnum):
    """The languages of the screens."""

    INDONESIAN = "id"
    ENGLISH = "en"


class ThemeChoice(StrEnum):
    """How the window is coloured."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


SCALES = (90, 100, 110, 125, 150)
"""Sizes of letters, controls and distances, in percent."""


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """The choices of one profile; nothing secret.

    Attributes:
        scale_percent: one of :data:`SCALES`.
        export_folder: where lists and documents are saved unless said otherwise; empty for the system's
            folder of documents.
    """

    language: Language = Language.INDONESIAN
    theme: ThemeChoice = ThemeChoice.SYSTEM
    scale_percent: int = 100
    export_folder: str = ""


class PreferenceStore(Protocol):
    """Keeps the choices between two runs. Any thread may call."""

    def load(self) -> Preferences:
        """Return what was chosen; what is missing or makes no sense comes back as the default."""

    def save(self, preferences: Preferences) -> None:
        """Keep the choices.

        Raises:
            WorldFailed: ``world.disk``.
        """


class StoredKind(StrEnum):
    """What lies in the data folder."""

    WORK = "work"
    CATALOGUE = "catalogue"
    KEYS = "keys"
    TRAINING = "training"
    PROGRAM = "program"


@dataclass(frozen=True, kw_only=True)
class StoredAmount:
    """How much of one kind is stored, in bytes."""

    kind: StoredKind
    size: int


@dataclass(frozen=True, kw_only=True)
class OfflineCatalogue:
    """What of the catalogue is on this device.

    Attributes:
        products: listed products.
        fetched_at: when it was downloaded; ``None`` when it never was.
    """

    products: int
    fetched_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class DeviceContent:
    """What is stored on this device, and where."""

    folder: str
    amounts: tuple[StoredAmount, ...]

    @property
    def total(self) -> int:
        """All of it, in bytes."""
        return sum(amount.size for amount in self.amounts)


class Device(Protocol):
    """This computer, as far as the settings page asks. Blocking."""

    def folder(self) -> str:
        """Return the folder in which everything of this profile lies."""

    def stored(self) -> tuple[StoredAmount, ...]:
        """Return the size of each kind, in the order of :class:`StoredKind`."""

    def can_write(self, folder: str) -> bool:
        """Return whether a file can be made in a folder."""
