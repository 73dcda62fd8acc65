"""Seconds that run down on screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

_TICK = 500


class Countdown(QObject):
    """Counts seconds down on a clock that nobody sets, and tells at every change.

    Args:
        parent: the widget that shows it.
        on_tick: gets the seconds that are left, down to 0.
    """

    def __init__(self, parent: QObject, on_tick: Callable[[int], None]) -> None:
        super().__init__(parent)
        self._on_tick = on_tick
        self._seconds = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)

    def left(self) -> int:
        """Return the seconds that are left."""
        if not self._since.isValid():
            return 0
        return max(self._seconds - self._since.elapsed() // 1000, 0)

    def start(self, seconds: int) -> None:
        """Count down from here; 0 stops."""
        self._seconds = seconds
        self._since.start()
        if seconds > 0:
            self._timer.start()
        self._tick()

    def stop(self) -> None:
        """Stop without telling."""
        self._timer.stop()
        self._since.invalidate()

    def _tick(self) -> None:
        left = self.left()
        if left == 0:
            self._timer.stop()
        self._on_tick(left)


def clock_text(seconds: int) -> str:
    """Return ``4.32`` for minutes and seconds, as times are written in Indonesian."""
    return f"{seconds // 60}.{seconds % 60:02d}"
