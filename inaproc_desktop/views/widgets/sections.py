"""Finding one's way in a long page: the sections at its left, and the list of what is still missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.marks import badge_size, badge_text, draw_badge
from inaproc_desktop.views.widgets.values import ChecklistItem, Section, Tone


class NavButton(QAbstractButton):
    """One line of a navigation: icon, word, and a badge or a tick at its end.

    Args:
        text: the word.
        icon: icon before it, empty for none.
        parent: the widget that owns it.
    """

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count = 0
        self._tone = Tone.ACCENT
        self._done = False
        self._compact = False
        self._word = text
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.updateGeometry)
        self._describe()

    def show_count(self, count: int, tone: Tone = Tone.ACCENT) -> None:
        """Show how many wait or are missing; nothing at zero."""
        self._count, self._tone = count, tone
        self._describe()
        self.update()

    def show_done(self, done: bool) -> None:
        """Show a tick at the end."""
        self._done = done
        self._describe()
        self.update()

    def show_compact(self, compact: bool) -> None:
        """Show the icon alone, the word as tooltip."""
        if compact == self._compact:
            return
        self._compact = compact
        self.updateGeometry()
        self._describe()
        self.update()

    def show_word(self, word: str) -> None:
        """Change the word. Not Qt's own text: that would read ``&`` as a key and forget the shortcut."""
        if word != self._word:
            self._word = word
            self._describe()
            self.updateGeometry()
            self.update()

    def word(self) -> str:
        """Return the word."""
        return self._word

    def count(self) -> int:
        """Return the number in the badge."""
        return self._count

    def _describe(self) -> None:
        facts = [self._word]
        if self._count:
            facts.append(str(self._count))
        if self._done:
            facts.append(self.tr("lengkap"))
        self.setAccessibleName(", ".join(facts))
        self.setToolTip(self._word if self._compact else "")

    def sizeHint(self) -> QSize:
        """Return the room for the words."""
        if self._compact:
            return QSize(theme.px(44), theme.px(34))
        words = QFontMetrics(theme.font("strong")).horizontalAdvance(self._word)
        return QSize(words + theme.px(40 + (26 if self._icon else 0)), theme.px(34))

    def minimumSizeHint(self) -> QSize:
        """Return the least; the word is shortened."""
        return QSize(theme.px(40), theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        shown = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect()
        radius = theme.px(theme.RADIUS_SMALL)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(shown.accent_soft))
            painter.drawRoundedRect(box, radius, radius)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(QColor(shown.hover if not theme.is_dark() else shown.neutral_soft))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(shown.accent))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        ink = "accent" if self.isChecked() else "text" if self.isEnabled() else "disabled"
        left = theme.px(10)
        if self._icon:
            side = theme.px(18)
            where = (self.width() - side) // 2 if self._compact else left
            colour = ink if ink != "text" else "muted"
            drawn = theme.pixmap(self._icon, side, colour, self.devicePixelRatioF())
            painter.drawPixmap(where, (self.height() - side) // 2, drawn)
            left += side + theme.px(8)
        right = self._draw_end(painter)
        if not self._compact:
            font = theme.font("strong" if self.isChecked() else "body")
            painter.setFont(font)
            painter.setPen(QColor(getattr(shown, ink)))
            room = QRect(left, 0, right - left, self.height())
            text = QFontMetrics(font).elidedText(self._word, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _draw_end(self, painter: QPainter) -> int:
        """Draw badge or tick; return where the word must end."""
        right = self.width() - theme.px(8)
        if self._count:
            text = badge_text(self._count)
            size = badge_size(text)
            top = theme.px(1) if self._compact else (self.height() - size.height()) // 2
            left = self.width() - size.width() - (0 if self._compact else theme.px(8))
            draw_badge(painter, QRect(left, top, size.width(), size.height()), text, self._tone)
            return left - theme.px(6)
        if self._done and not self._compact:
            side = theme.px(14)
            drawn = theme.pixmap("check", side, "ok", self.devicePixelRatioF())
            painter.drawPixmap(right - side, (self.height() - side) // 2, drawn)
            return right - side - theme.px(6)
        return right


class SectionNav(QFrame):
    """The sections of a long page, with what is missing in each.

    Args:
        name: what the sections belong to, for a screen reader.
        parent: the widget that owns it.

    Signals:
        chosen(str): the id of the section to go to.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.setAccessibleName(name)
        self._buttons: dict[str, NavButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.px(side) for side in (6, 6, 6, 6)))
        self._layout.setSpacing(theme.px(2))
        self._current = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setFixedWidth(theme.px(170))

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections; buttons of known ids stay, so that the focus does."""
        if [section.id for section in sections] != list(self._buttons):
            parts.clear(self._layout)
            self._buttons = {}
            for section in sections:
                made = NavButton(section.text)
                made.clicked.connect(lambda _checked=False, at=section.id: self._on_clicked(at))
                self._layout.addWidget(made)
                self._buttons[section.id] = made
        for section in sections:
            shown = self._buttons[section.id]
            shown.show_word(section.text)
            shown.show_done(section.done and not section.missing)
            shown.show_count(section.missing, Tone.BAD)
        self.show_current(self._current)

    def show_current(self, section_id: str) -> None:
        """Mark the section in sight."""
        self._current = section_id
        for at, shown in self._buttons.items():
            shown.setChecked(at == section_id)

    def _on_clicked(self, section_id: str) -> None:
        self.show_current(section_id)
        self.chosen.emit(section_id)


class Checklist(QWidget):
    """What is still missing, each with a link to its field.

    Args:
        name: what it is a list of, for a screen reader: ``Yang masih kurang``.
        parent: the widget that owns it.

    Signals:
        followed(str): the id of the item whose link was followed.
    """

    followed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(6))
        self._shown: tuple[ChecklistItem, ...] | None = None

    def show_items(self, items: Sequence[ChecklistItem]) -> None:
        """Show these items; none says that nothing is missing."""
        if tuple(items) == self._shown:
            return
        self._shown = tuple(items)
        parts.clear(self._layout)
        if not items:
            self._layout.addWidget(parts.label(self.tr("Tidak ada yang kurang."), "ok", wrap=True))
        for item in items:
            link = parts.button(item.text, "link")
            link.setAccessibleDescription(item.detail)
            link.clicked.connect(lambda _checked=False, at=item.id: self.followed.emit(at))
            line = QWidget()
            layout = QVBoxLayout(line)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            if item.detail:
                detail = parts.label(item.detail, "small", wrap=True)
                detail.setContentsMargins(2, 0, 0, 0)
                layout.addWidget(detail)
            self._layout.addWidget(line)

    def items(self) -> tuple[ChecklistItem, ...]:
        """Return what is shown."""
        return self._shown or ()
