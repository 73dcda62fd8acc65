"""Fakes of the UI ports: presenters run with these, without Qt and without threads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar, TypeVarTuple

from inaproc_desktop.ports.ui import (
    Answer,
    Cancelled,
    CancelToken,
    ChangeSet,
    Lane,
    Message,
    Question,
)

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


@dataclass
class _Timer:
    seconds: float
    callback: Callable[[], None]
    token: CancelToken


class HeldRunner:
    """A runner that keeps every job until told to run it; shows what a screen does while waiting."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Lane, Callable[[], None], CancelToken]] = []
        self.timers: list[_Timer] = []

    def submit(
        self,
        lane: Lane,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> CancelToken:
        token = cancel or CancelToken()

        def run() -> None:
            if token.cancelled:
                return
            try:
                result = fn(*args)
            except Cancelled:
                return
            except Exception as error:
                if token.cancelled:
                    return
                if on_error is None:
                    raise
                on_error(error)
                return
            if on_done is not None and not token.cancelled:
                on_done(result)

        self._take(lane, run, token)
        return token

    def _take(self, lane: Lane, run: Callable[[], None], token: CancelToken) -> None:
        self.waiting.append((lane, run, token))

    def run_next(self) -> None:
        """Run the oldest waiting job."""
        self.waiting.pop(0)[1]()

    def run_all(self) -> None:
        """Run waiting jobs, and those that they start, until none is left."""
        while self.waiting:
            self.run_next()

    def call_soon(self, callback: Callable[[], None]) -> None:
        callback()

    def after(self, seconds: float, callback: Callable[[], None]) -> CancelToken:
        token = CancelToken()
        self.timers.append(_Timer(seconds, callback, token))
        return token

    def fire_timers(self) -> int:
        """Let all present timers run out; returns how many were still wanted."""
        due, self.timers = self.timers, []
        wanted = [timer for timer in due if not timer.token.cancelled]
        for timer in wanted:
            timer.callback()
        return len(wanted)


class ImmediateRunner(HeldRunner):
    """A runner that runs every job at once, inside ``submit``."""

    def _take(self, lane: Lane, run: Callable[[], None], token: CancelToken) -> None:
        run()


@dataclass
class RecordingBus:
    """A change bus that keeps what was published and calls its listeners at once."""

    published: list[ChangeSet] = field(default_factory=list)
    _listeners: list[tuple[Callable[[ChangeSet], None], tuple[str, ...]]] = field(default_factory=list)

    def publish(self, changes: ChangeSet) -> None:
        self.published.append(changes)
        for listener, kinds in list(self._listeners):
            if not kinds or changes.touches(*kinds):
                listener(changes)

    def subscribe(self, listener: Callable[[ChangeSet], None], *kinds: str) -> Callable[[], None]:
        entry = (listener, kinds)
        self._listeners.append(entry)

        def end() -> None:
            if entry in self._listeners:
                self._listeners.remove(entry)

        return end


@dataclass
class RecordingMessages:
    """Keeps what was told and asked; answers with ``answer`` at once."""

    answer: Answer = field(default_factory=lambda: Answer(agreed=True, reason="alasan untuk pengujian"))
    told: list[Message] = field(default_factory=list)
    asked: list[Question] = field(default_factory=list)

    def tell(self, message: Message) -> None:
        self.told.append(message)

    def ask(self, question: Question, on_answer: Callable[[Answer], None]) -> None:
        self.asked.append(question)
        on_answer(self.answer)

    @property
    def codes(self) -> list[str]:
        return [message.code for message in self.told]


@dataclass
class FixedClock:
    """A clock that stands until it is moved."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


@dataclass
class RecordingNavigator:
    """Keeps where it was sent."""

    opened: list[tuple[str, str]] = field(default_factory=list)

    def open_page(self, place_id: str, item_id: str = "") -> None:
        self.opened.append((place_id, item_id))
