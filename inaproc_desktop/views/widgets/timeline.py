"""What happened, one under the other: what, who, when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.marks import ink_of
from inaproc_desktop.views.widgets.values import TimelineEvent, Tone


class Timeline(QWidget):
    """Events as the caller orders them, usually the newest first.

    Args:
        name: whose events they are, for a screen reader.
        parent: the widget that owns it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._shown: tuple[TimelineEvent, ...] = ()

    def show_events(self, events: Sequence[TimelineEvent]) -> None:
        """Show these events in place of the present ones."""
        if tuple(events) == self._shown:
            return
        self._shown = tuple(events)
        parts.clear(self._layout)
        for at, event in enumerate(events):
            self._layout.addWidget(_Event(event, last=at == len(events) - 1))

    def events(self) -> tuple[TimelineEvent, ...]:
        """Return what is shown."""
        return self._shown


class _Event(QWidget):
    def __init__(self, event: TimelineEvent, *, last: bool) -> None:
        super().__init__()
        self.setAccessibleName(
            ". ".join(part for part in (event.what, event.who, event.when, event.detail) if part)
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(_Rail(event.tone, last=last))
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0 if last else theme.px(theme.GAP_12))
        words.setSpacing(theme.px(2))
        words.addWidget(parts.label(event.what, "strong", wrap=True))
        facts = " · ".join(part for part in (event.who, event.when) if part)
        if facts:
            words.addWidget(parts.label(facts, "small", wrap=True))
        if event.detail:
            words.addWidget(parts.label(event.detail, wrap=True, selectable=True))
        layout.addLayout(words, 1)


class _Rail(QFrame):
    """The dot of an event and the line to the next."""

    def __init__(self, tone: Tone, *, last: bool) -> None:
        super().__init__()
        self._tone = tone
        self._last = last
        self.setFixedWidth(theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, theme.px(10))
        if not self._last:
            painter.setPen(QPen(QColor(theme.colours().line), theme.px(2)))
            painter.drawLine(middle, QPointF(middle.x(), self.height() + theme.px(4)))
        ink = QColor(theme.colours().control_line) if self._tone is Tone.NEUTRAL else ink_of(self._tone)
        painter.setPen(QPen(QColor(theme.colours().surface), theme.px(2)))
        painter.setBrush(ink)
        radius = 5.5 * theme.scale()
        painter.drawEllipse(middle, radius, radius)
        if self._tone is Tone.NEUTRAL:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours().surface))
            painter.drawEllipse(middle, radius * 0.4, radius * 0.4)
        painter.end()
