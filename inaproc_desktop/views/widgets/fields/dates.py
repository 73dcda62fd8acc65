"""Fields for a date and for a range of dates: typed or picked from a calendar."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.fields.field import Field

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)


class _DateLine(QLineEdit):
    """One line that reads a date, with a button that opens a calendar below it.

    Signals:
        edited(): typed or picked.
        left(): Enter, focus lost, or a day picked.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, earliest: dt.date, latest: dt.date) -> None:
        super().__init__()
        self._earliest, self._latest = earliest, latest
        self._popup: QFrame | None = None
        self.setPlaceholderText("25-11-2026")
        self.setMinimumWidth(theme.px(132))
        self._open = QAction(self.tr("Buka kalender"), self)
        self._open.setShortcut("Alt+Down")
        self._open.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        theme.set_icon(self._open, "calendar", "muted", 16)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._open.triggered.connect(self._open_calendar)
        self.textEdited.connect(lambda _text: self.edited.emit())
        self.editingFinished.connect(self._settle)

    def limit(self, earliest: dt.date, latest: dt.date) -> None:
        """Change the first and the last date that are accepted."""
        self._earliest, self._latest = earliest, latest

    def date(self) -> dt.date | None:
        """Return the date if it can be read and lies within the limits."""
        value = fmt.parse_date(self.text()).value
        return value if value is not None and self._earliest <= value <= self._latest else None

    def show_date(self, value: dt.date | None) -> None:
        """Show a date."""
        text = "" if value is None else fmt.date(value)
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def complaint(self) -> str:
        """Return a sentence about what is wrong, empty when nothing is."""
        read = fmt.parse_date(self.text())
        if read.problem == "empty":
            return ""
        if read.value is None:
            return self.tr("Tanggal tidak terbaca. Tulis misalnya 25-11-2026.")
        if read.value < self._earliest:
            return self.tr("Paling awal {date}.").format(date=fmt.date(self._earliest))
        if read.value > self._latest:
            return self.tr("Paling akhir {date}.").format(date=fmt.date(self._latest))
        return ""

    def _settle(self) -> None:
        value = fmt.parse_date(self.text()).value
        if value is not None:
            self.show_date(value)
        self.left.emit()

    def _open_calendar(self) -> None:
        if self.isReadOnly():
            return
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.set_role(popup, "popup")
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(4, 4, 4, 4)
        calendar = _calendar()
        calendar.setMinimumDate(_to_qt(self._earliest))
        calendar.setMaximumDate(_to_qt(self._latest))
        calendar.setAccessibleName(self.accessibleName())
        shown = self.date()
        if shown is not None:
            calendar.setSelectedDate(_to_qt(shown))
        calendar.activated.connect(lambda day: self._pick(day, popup))
        calendar.clicked.connect(lambda day: self._pick(day, popup))
        layout.addWidget(calendar)
        popup.adjustSize()
        popup.move(self._place_for(popup))
        popup.show()
        calendar.setFocus()
        self._popup = popup

    def _place_for(self, popup: QFrame) -> QPoint:
        """Return where a popup stands: under the line, or above it when the screen ends before."""
        below = self.mapToGlobal(QPoint(0, self.height()))
        above = self.mapToGlobal(QPoint(0, -popup.height()))
        screen = self.screen().availableGeometry()
        place = above if below.y() + popup.height() > screen.bottom() and above.y() >= screen.top() else below
        rightmost = screen.right() - popup.width()
        return QPoint(max(min(place.x(), rightmost), screen.left()), place.y())

    def _pick(self, day: QDate, popup: QFrame) -> None:
        popup.close()
        self.show_date(dt.date(day.year(), day.month(), day.day()))
        self.edited.emit()
        self.left.emit()


def _calendar() -> QCalendarWidget:
    """Return a calendar in the look of the house; Qt's own has red weekends and black arrows in any theme."""
    made = QCalendarWidget()
    made.setLocale(QLocale(QLocale.Language.Indonesian) if fmt.language() == "id" else QLocale("en"))
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    weekend = QTextCharFormat()
    weekend.setForeground(QColor(theme.colours().muted))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day, weekend)
    for name, icon in (("qt_calendar_prevmonth", "chevron_left"), ("qt_calendar_nextmonth", "chevron_right")):
        arrow = made.findChild(QToolButton, name)
        if arrow is not None:
            theme.set_icon(arrow, icon, "text", 16)
    return made


def _to_qt(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


class DateField(Field):
    """One date. ``value()`` is None when it is empty, unreadable or outside the limits.

    Args:
        label: see :class:`Field`.
        hint: see :class:`Field`.
        required: see :class:`Field`.
        minimum: the first date that is accepted.
        maximum: the last date that is accepted.
        label_visible: see :class:`Field`.
        parent: the widget that owns it.
    """

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        minimum: dt.date = EARLIEST,
        maximum: dt.date = LATEST,
        label_visible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=label_visible, parent=parent)
        self._line = _DateLine(minimum, maximum)
        self._edited = False
        self._place(self._line)
        self._line.edited.connect(self._on_edited)
        self._line.left.connect(self._on_left)

    def value(self) -> dt.date | None:
        """Return the date, None when there is no valid one."""
        return self._line.date()

    def show_value(self, value: dt.date | None) -> None:
        """Show a date without telling ``changed``."""
        self._line.show_date(value)
        self._edited = False

    def show_limits(self, minimum: dt.date = EARLIEST, maximum: dt.date = LATEST) -> None:
        """Change the first and the last date that are accepted."""
        self._line.limit(minimum, maximum)

    def typed(self) -> str:
        """Return the text exactly as it stands in the field."""
        return self._line.text()

    def _on_edited(self) -> None:
        self._edited = True
        self.show_error("")
        self.changed.emit(self.value())

    def _on_left(self) -> None:
        complaint = self._line.complaint()
        if complaint:
            self.show_error(complaint)
        if self._edited:
            self._edited = False
            self.committed.emit(self.value())


class DateRangeField(Field):
    """Two dates, the second not before the first. ``value()`` is a pair; either may be None.

    ``changed`` and ``committed`` carry the pair.
    """

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        minimum: dt.date = EARLIEST,
        maximum: dt.date = LATEST,
        label_visible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, required=required, label_visible=label_visible, parent=parent)
        self._first = _DateLine(minimum, maximum)
        self._last = _DateLine(minimum, maximum)
        self._edited = False
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(self._first, 1)
        layout.addWidget(parts.label("–", "muted"))
        layout.addWidget(self._last, 1)
        self._place(holder, self._first, self._last)
        self._first.setAccessibleName(self.tr("{label}, dari").format(label=label))
        self._last.setAccessibleName(self.tr("{label}, sampai").format(label=label))
        for line in (self._first, self._last):
            line.edited.connect(self._on_edited)
            line.left.connect(self._on_left)

    def value(self) -> tuple[dt.date | None, dt.date | None]:
        """Return both dates; None for one that is missing or wrong."""
        return self._first.date(), self._last.date()

    def show_value(self, value: tuple[dt.date | None, dt.date | None]) -> None:
        """Show two dates without telling ``changed``."""
        self._first.show_date(value[0])
        self._last.show_date(value[1])
        self._edited = False

    def show_limits(self, minimum: dt.date = EARLIEST, maximum: dt.date = LATEST) -> None:
        """Change the first and the last date that are accepted."""
        self._first.limit(minimum, maximum)
        self._last.limit(minimum, maximum)

    def _on_edited(self) -> None:
        self._edited = True
        self.show_error("")
        self.changed.emit(self.value())

    def _on_left(self) -> None:
        first, last = self.value()
        complaint = self._first.complaint() or self._last.complaint()
        if not complaint and first is not None and last is not None and last < first:
            complaint = self.tr("Tanggal akhir lebih awal daripada tanggal awal.")
        if complaint:
            self.show_error(complaint)
        if self._edited:
            self._edited = False
            self.committed.emit(self.value())
