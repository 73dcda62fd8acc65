"""Messages and questions on their way from anywhere to the shell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from inaproc_desktop.bridge.tasks import TaskRunner
from inaproc_desktop.ports.ui import Answer, Message, Question


class MessageWindow(Protocol):
    """The window that shows them."""

    def show_message(self, message: Message) -> None:
        """Show a message."""

    def show_question(self, question: Question, on_answer: Callable[[Answer], None]) -> None:
        """Ask a question."""


@dataclass(frozen=True)
class _Asked:
    question: Question
    on_answer: Callable[[Answer], None]


class QtMessages:
    """Implements :class:`inaproc_desktop.ports.ui.Messages`.

    What is told before there is a window waits for it.

    Args:
        runner: brings messages from any thread to the UI thread.
    """

    def __init__(self, runner: TaskRunner) -> None:
        self._runner = runner
        self._window: MessageWindow | None = None
        self._waiting: list[Message | _Asked] = []

    def use_window(self, window: MessageWindow) -> None:
        """Show everything in this window from now on, what waited first."""
        self._window = window
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            self._show(each)

    def tell(self, message: Message) -> None:
        """Show a message; see the port."""
        self._runner.call_soon(lambda: self._show(message))

    def ask(self, question: Question, on_answer: Callable[[Answer], None]) -> None:
        """Ask; see the port."""
        self._runner.call_soon(lambda: self._show(_Asked(question, on_answer)))

    def _show(self, each: Message | _Asked) -> None:
        if self._window is None:
            self._waiting.append(each)
        elif isinstance(each, Message):
            self._window.show_message(each)
        else:
            self._window.show_question(each.question, each.on_answer)
