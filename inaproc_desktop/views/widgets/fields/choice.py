"""Fields for choosing: a short list, and a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.fields.field import Field
from inaproc_desktop.views.widgets.marks import draw_mark
from inaproc_desktop.views.widgets.values import Option, Tone

_BOX = 16


class ChoiceBox(QComboBox):
    """A combo box with the arrow of the icon family, deaf to the wheel until it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A view of its own takes the colours and row heights of the sheet; Fusion's menu-like one does not.
        self.setView(QListView(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(14)
        colour = "muted" if self.isEnabled() else "disabled"
        arrow = theme.pixmap("chevron_down", side, colour, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - side - theme.px(10), (self.height() - side) // 2, arrow)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a choice changed by a passing wheel is a wrong order."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TickBox(QCheckBox):
    """A check box in the look of the house: a box with a tick, a ring around it while it has the focus."""

    def sizeHint(self) -> QSize:
        """Return the room for box and words."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(
            theme.px(_BOX + 8) + words.width() + theme.px(6), max(words.height(), theme.px(_BOX + 8))
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same as :meth:`sizeHint`: a statement that is cut off cannot be agreed to."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on box or words."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        shown = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_BOX)
        box = QRectF(theme.px(3) + 0.5, (self.height() - side) // 2 + 0.5, side - 1, side - 1)
        ticked = self.isChecked()
        edge = shown.accent if ticked or self.hasFocus() else shown.control_line
        if not self.isEnabled():
            edge = shown.disabled if ticked else shown.line
        if self.hasFocus():
            painter.setPen(QPen(QColor(shown.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), theme.px(5), theme.px(5))
        painter.setPen(QPen(QColor(shown.bad if self.property("wrong") else edge), theme.scale()))
        painter.setBrush(QColor(edge if ticked else shown.surface))
        painter.drawRoundedRect(box, theme.px(3), theme.px(3))
        if ticked:
            inside = box.adjusted(theme.px(3), theme.px(3), -theme.px(3), -theme.px(3))
            draw_mark(painter, inside, Tone.OK, QColor(shown.on_accent))
        painter.setPen(QColor(shown.text if self.isEnabled() else shown.disabled))
        painter.setFont(self.font())
        words = self.rect().adjusted(theme.px(_BOX + 12), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, flags, self.text())
        painter.end()


class ComboField(Field):
    """One of a short list. ``value()`` is the id of the choice, None while nothing is chosen.

    Args:
        label: see :class:`Field`.
        hint: see :class:`Field`.
        required: see :class:`Field`.
        placeholder: what stands there while nothing is chosen.
        label_visible: see :class:`Field`.
        parent: the widget that owns it.
    """

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        placeholder: str = "",
        label_visible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=label_visible, parent=parent)
        self._box = ChoiceBox()
        self._box.setPlaceholderText(placeholder or self.tr("Pilih…"))
        self._options: tuple[Option, ...] = ()
        self._place(self._box)
        self._box.activated.connect(self._on_chosen)

    def show_options(self, options: Sequence[Option]) -> None:
        """Show these choices; the present one stays if it is still among them."""
        if tuple(options) == self._options:
            return
        chosen = self.value()
        self._options = tuple(options)
        self._box.clear()
        for option in options:
            self._box.addItem(f"{option.text} · {option.detail}" if option.detail else option.text)
        self.show_value(chosen)

    def options(self) -> tuple[Option, ...]:
        """Return the choices."""
        return self._options

    def value(self) -> str | None:
        """Return the id of the choice, None while nothing is chosen."""
        at = self._box.currentIndex()
        return self._options[at].id if 0 <= at < len(self._options) else None

    def show_value(self, value: str | None) -> None:
        """Show a choice without telling ``changed``; an unknown id shows none."""
        ids = [option.id for option in self._options]
        self._box.setCurrentIndex(ids.index(value) if value in ids else -1)

    def _on_chosen(self, _index: int) -> None:
        self.show_error("")
        self.changed.emit(self.value())
        self.committed.emit(self.value())


class CheckField(Field):
    """A tick with its statement beside it. ``value()`` is a bool.

    Args:
        label: the statement.
        hint: see :class:`Field`.
        required: see :class:`Field`.
        parent: the widget that owns it.
    """

    def __init__(
        self, label: str, *, hint: str = "", required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=False, parent=parent)
        self._box = TickBox(parts.plain(label))
        self._place(self._box)
        self._box.clicked.connect(self._on_clicked)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self._box.isChecked()

    def show_value(self, value: bool) -> None:
        """Tick or clear it without telling ``changed``."""
        self._box.setChecked(value)

    def _on_clicked(self) -> None:
        ticked = self._box.isChecked()
        self.show_error("")
        self.changed.emit(ticked)
        self.committed.emit(ticked)
