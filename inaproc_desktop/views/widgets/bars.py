"""Bars: parts of a whole (pagu used, this order, left) and shares (PDN 88 %)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.values import Segment, Tone

_WHOLE_BASIS_POINTS = 10_000


class SegmentedBar(QWidget):
    """Parts of a whole as one bar. The words belong to the labels around it and to the accessible name.

    Args:
        name: what is divided, for a screen reader.
        parent: the widget that owns it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._segments: tuple[Segment, ...] = ()
        self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.notifier().changed.connect(self.updateGeometry)

    def show_segments(self, segments: Sequence[Segment], total: int) -> None:
        """Show parts of a whole, in the same unit; parts that overflow fill the bar."""
        self._segments = tuple(segments)
        self._total = total
        words = ", ".join(segment.text for segment in segments if segment.text)
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the thickness of the bar."""
        return QSize(theme.px(120), theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows parts."""
        return QSize(theme.px(40), theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts from the left, over the empty bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        radius = self.height() / 2
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), QColor(theme.colours().soft_line))
        whole = max(self._total, sum(max(segment.amount, 0) for segment in self._segments), 1)
        left = 0.0
        for segment in self._segments:
            width = self.width() * max(segment.amount, 0) / whole
            painter.fillRect(QRectF(left, 0, width, self.height()), _fill_of(segment.tone))
            left += width
        painter.end()


def _fill_of(tone: Tone) -> QColor:
    return QColor(
        theme.colours().control_line if tone is Tone.NEUTRAL else getattr(theme.colours(), tone.value)
    )


class ShareBar(QWidget):
    """A share with its word and number above a bar: ``PDN  88 %``.

    Args:
        label: the word.
        parent: the widget that owns it.
    """

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_4))
        self._label = parts.label(label)
        self._note = parts.label("", "muted")
        self._value = parts.label("", "strong")
        layout.addWidget(parts.row(self._label, self._note, None, self._value, gap=6))
        self._bar = SegmentedBar(label)
        layout.addWidget(self._bar)

    def show_share(self, basis_points: int, text: str, tone: Tone = Tone.ACCENT, note: str = "") -> None:
        """Show a share.

        Args:
            basis_points: 10_000 is the whole.
            text: the share in words, ``88 %``.
            tone: colour of the bar.
            note: quiet words behind the label, ``(sasaran 40 %)``.
        """
        self._value.setText(text)
        self._note.setText(note)
        self._bar.show_segments([Segment(text, basis_points, tone)], _WHOLE_BASIS_POINTS)
