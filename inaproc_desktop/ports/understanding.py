"""How this program and its backend understand each other, as hello left it: versions and clocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol

from inaproc_core.errors import Refusal
from inaproc_desktop.ports.ui import ChangeSet


@dataclass(frozen=True, kw_only=True)
class Understanding:
    """What the window says about it; nothing needs saying by default.

    Attributes:
        parked: why nothing is sent until one of the two is updated; ``None`` while they get along.
        upgrade_to: version to install by ``upgrade_by``, empty when none is asked for.
        upgrade_by: last day (ISO) on which this program is taken.
        skew_minutes: how far the computer's clock is ahead of the backend's (negative: behind); 0 while the
            difference is small.
        clock_wrong: no secure connection comes about because of the computer's clock.
    """

    parked: Refusal | None = None
    upgrade_to: str = ""
    upgrade_by: str = ""
    skew_minutes: int = 0
    clock_wrong: bool = False


UNDERSTOOD = Understanding()
"""Nothing needs saying."""


class HeldCommands(Protocol):
    """Commands that wait because the backend did not know their version."""

    def count(self) -> int:
        """Return how many there are."""

    def release(self, accepted: Mapping[str, tuple[int, int]]) -> ChangeSet:
        """Let those be sent again whose version is accepted now; returns what changed."""


class Greeting(Protocol):
    """What the engine asks of whoever says hello."""

    def meeting(self) -> AbstractContextManager[None]:
        """Wrap one round: hello first if it is due, then as ``talking``."""

    def talking(self) -> AbstractContextManager[None]:
        """Wrap what is said to the backend.

        Raises:
            WorldFailed: ``world.parked`` when the two do not understand each other; nothing was asked, or the
                backend has said so.
        """

    def understanding(self) -> Understanding:
        """Return how things stand."""


class NoGreeting:
    """For an engine that is never told of versions: everything is understood."""

    @contextmanager
    def meeting(self) -> Iterator[None]:
        """Wrap one round."""
        yield

    @contextmanager
    def talking(self) -> Iterator[None]:
        """Wrap what is said to the backend."""
        yield

    def understanding(self) -> Understanding:
        """Return that nothing needs saying."""
        return UNDERSTOOD
