"""What the shell shows, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True)
class PlaceItem:
    """An entry of the rail with the number of things that wait there."""

    id: str
    icon: str = ""
    section: int = 0
    badge: int = 0


@dataclass(frozen=True)
class AccessItem:
    """An access of the person: ``PPK``, ``Dinas Pendidikan Kota Bandung``, ``31 Des 2026``."""

    id: str
    role: str
    office: str
    until: str = ""


class SyncState(StrEnum):
    """The faces of the sync pill. ``PARKED``: nothing is sent before program or backend is updated."""

    SYNCED = "synced"
    SYNCING = "syncing"
    OFFLINE = "offline"
    ATTENTION = "attention"
    PARKED = "parked"


@dataclass(frozen=True)
class SyncPill:
    """What the sync pill says.

    Attributes:
        state: which face.
        at: when all was last in step, aware; None when never.
        done: parts of the running round that are done.
        total: parts of the running round; 0 when not known.
        waiting: changes that wait to be sent.
        refused: changes that came back refused.
    """

    state: SyncState
    at: datetime | None = None
    done: int = 0
    total: int = 0
    waiting: int = 0
    refused: int = 0


@dataclass(frozen=True)
class BellItem:
    """A notice: what, more about it, when, and whether it is new."""

    id: str
    text: str
    detail: str = ""
    when: str = ""
    unread: bool = False


@dataclass(frozen=True)
class PaletteEntry:
    """One line of the command palette.

    Attributes:
        id: unique among the entries shown.
        text: what it is.
        detail: what tells it apart.
        icon: name of an icon.
        group: heading above entries of its kind.
        shortcut: keys that do the same.
        run: what happens when it is chosen.
    """

    id: str
    text: str
    detail: str = ""
    icon: str = ""
    group: str = ""
    shortcut: str = ""
    run: Callable[[], None] | None = field(default=None, compare=False)
