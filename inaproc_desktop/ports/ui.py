"""What presenters and services need from the window: work lanes, change bus, messages, clock, navigation.

Plain types only, so that presenters are tested in milliseconds with the toolkit uninstalled.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar, TypeVarTuple

Fact = str | int

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Lane(StrEnum):
    """Where a job runs.

    ``DATA`` is one thread that takes jobs in order: everything that touches the local database.
    ``NETWORK`` is a few parallel threads: requests, page rendering, images.
    """

    DATA = "data"
    NETWORK = "network"


class Cancelled(Exception):  # noqa: N818 - an agreed way out of a job, not a fault
    """Raised inside a job by :meth:`CancelToken.stop_if_cancelled`; the runner swallows it."""


class CancelToken:
    """A switch that any thread may throw once. One token may serve many jobs, e.g. all those of a page."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the jobs of this token to stop; none of their callbacks runs afterwards."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether the token was thrown."""
        return self._event.is_set()

    def stop_if_cancelled(self) -> None:
        """Leave a long job at a safe point.

        Raises:
            Cancelled: if the token was thrown.
        """
        if self._event.is_set():
            raise Cancelled


class Runner(Protocol):
    """Takes work off the UI thread and brings results back to it."""

    def submit(
        self,
        lane: Lane,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> CancelToken:
        """Run ``fn(*args)`` on a lane.

        Args:
            lane: see :class:`Lane`.
            fn: the job; touches no widget.
            args: its positional arguments (keyword arguments: ``functools.partial``).
            on_done: gets the result, on the UI thread.
            on_error: gets the exception, on the UI thread. Without it the exception goes to the
                exception hook; it is never lost.
            cancel: the token to watch; a new one is made when absent.

        Returns:
            The token. After ``cancel()`` neither callback is called.
        """

    def call_soon(self, callback: Callable[[], None]) -> None:
        """Run ``callback`` on the UI thread at its next turn. Safe from any thread."""

    def after(self, seconds: float, callback: Callable[[], None]) -> CancelToken:
        """Run ``callback`` on the UI thread after a pause, unless the returned token is cancelled.

        Call from the UI thread. For debouncing and autosaving: cancel the old token, keep the new one.
        """


@dataclass(frozen=True, kw_only=True)
class ChangeSet:
    """What a write changed, so that screens know whether to read again.

    Attributes:
        kinds: kinds of things, e.g. ``{"order", "cart"}``.
        ids: ids of the things; empty means "any of these kinds".
        initiator: who caused it (a screen name, ``"sync"``), so that a screen may ignore its own echo.
    """

    kinds: frozenset[str]
    ids: frozenset[str] = frozenset()
    initiator: str = ""

    @classmethod
    def of(cls, *kinds: str, ids: Iterable[str] = (), initiator: str = "") -> ChangeSet:
        """Return a change set of these kinds."""
        return cls(kinds=frozenset(kinds), ids=frozenset(ids), initiator=initiator)

    def touches(self, *kinds: str) -> bool:
        """Return whether any of ``kinds`` changed."""
        return not self.kinds.isdisjoint(kinds)


class ChangeBus(Protocol):
    """Tells the screens what changed."""

    def publish(self, changes: ChangeSet) -> None:
        """Announce a change. Safe from any thread; listeners run on the UI thread."""

    def subscribe(self, listener: Callable[[ChangeSet], None], *kinds: str) -> Callable[[], None]:
        """Call ``listener`` for changes of ``kinds`` (all when none are named).

        Returns:
            A function that ends the subscription; calling it twice is harmless.
        """


class Level(StrEnum):
    """How loud a message is: INFO and DONE pass by, WARNING stays until read, ERROR opens a dialog."""

    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, kw_only=True)
class Message:
    """Something to tell the person, as a code and facts; the shell finds the words.

    Attributes:
        level: how loud.
        code: stable dotted code, e.g. ``"sync.command_refused"``.
        facts: what the sentence needs.
        detail: technical text, folded away and copyable; never a secret.
    """

    level: Level
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """Something to ask before going on.

    Attributes:
        code: stable dotted code of the question.
        facts: what the sentence needs.
        harmful: whether saying yes destroys something.
        needs_reason: whether a written reason of at least ten characters is required.
    """

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    harmful: bool = False
    needs_reason: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The answer to a question; ``reason`` is empty unless one was asked for."""

    agreed: bool
    reason: str = ""


class Messages(Protocol):
    """Carries messages and questions up to the shell."""

    def tell(self, message: Message) -> None:
        """Show a message. Safe from any thread."""

    def ask(self, question: Question, on_answer: Callable[[Answer], None]) -> None:
        """Ask; ``on_answer`` runs on the UI thread, exactly once (closing the dialog is a no)."""


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """Return the present moment, aware."""


class Navigator(Protocol):
    """Moves the window to another page without knowing that page."""

    def open_page(self, place_id: str, item_id: str = "") -> None:
        """Open a page, and in it one item when ``item_id`` is given."""
