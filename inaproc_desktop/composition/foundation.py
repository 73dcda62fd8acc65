"""What every screen stands on: lanes, change bus, messages, clock, and the hook for our own faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from inaproc_desktop.appearance import Appearance
from inaproc_desktop.bridge.change_bus import QtChangeBus
from inaproc_desktop.bridge.failures import FailureHook
from inaproc_desktop.bridge.messages import MessageWindow, QtMessages
from inaproc_desktop.bridge.tasks import TaskRunner
from inaproc_desktop.composition.clock import SystemClock
from inaproc_desktop.ports.preferences import PreferenceStore
from inaproc_desktop.ports.ui import Lane

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Foundation:
    """Laid once the window is painted.

    Attributes:
        hook: takes exceptions nobody took; ``undo_hook`` ends that.
        runner: the lanes.
        bus: tells what changed.
        messages: shows messages on the window.
        clock: the time.
        look: language, theme and sizes of the window, and where they are kept.
    """

    hook: FailureHook
    undo_hook: Callable[[], None]
    runner: TaskRunner
    bus: QtChangeBus
    messages: QtMessages
    clock: SystemClock
    look: Appearance

    def fetch(self, make: Callable[[Foundation], T], on_done: Callable[[T], None]) -> None:
        """Make something on a thread and hand it in on the UI thread."""
        self.runner.submit(Lane.NETWORK, make, self, on_done=on_done)


def lay(application: QApplication, window: MessageWindow, preferences: PreferenceStore) -> Foundation:
    """Dress the application in full and lay the foundation; UI thread."""
    look = Appearance(application, preferences)
    # The hook must exist before the runner, the messages after it.
    hook = FailureHook(lambda message: messages.tell(message))
    runner = TaskRunner(on_exception=hook)
    messages = QtMessages(runner)
    messages.use_window(window)
    return Foundation(
        hook=hook,
        undo_hook=hook.install(),
        runner=runner,
        bus=QtChangeBus(runner),
        messages=messages,
        clock=SystemClock(),
        look=look,
    )
