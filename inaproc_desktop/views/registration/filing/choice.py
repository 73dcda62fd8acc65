"""Choosing by cards: nationality, Tipe Profil, role. One card is one choice, reachable by Tab and arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import SearchField, label
from inaproc_desktop.views.widgets.parts import show_or_hide

_WIDE = 520


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One card: id, name, what it means, and the group it stands in."""

    id: str
    text: str
    detail: str = ""
    group: str = ""
    icon: str = ""


class ChoiceCard(QAbstractButton):
    """A card with a name and what it means; checked when it is the choice."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(choice.text)
        self.setAccessibleDescription(choice.detail)
        self.setToolTip(choice.detail)
        theme.notifier().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for the name and two lines of meaning."""
        lines = 2 if self.choice.detail else 0
        height = (
            QFontMetrics(theme.font("strong")).height() + lines * QFontMetrics(theme.font("small")).height()
        )
        return QSize(theme.px(240), height + theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Return the least width."""
        return QSize(theme.px(180), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        shown = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -2, -2)
        radius = theme.px(theme.RADIUS_SMALL)
        chosen = self.isChecked()
        marked = chosen or self.hasFocus()
        painter.setPen(QPen(QColor(shown.accent if marked else shown.control_line), 2 if marked else 1))
        ground = shown.accent_soft if chosen else shown.hover if self.underMouse() else shown.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, radius, radius)
        left = box.left() + theme.px(12)
        ring = theme.px(16)
        top = box.top() + theme.px(11)
        painter.setBrush(QColor(shown.surface))
        painter.setPen(QPen(QColor(shown.accent if chosen else shown.control_line), 1.5 * theme.scale()))
        painter.drawEllipse(left, top, ring, ring)
        if chosen:
            painter.setBrush(QColor(shown.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            inner = theme.px(4)
            painter.drawEllipse(left + inner, top + inner, ring - 2 * inner, ring - 2 * inner)
        left += ring + theme.px(10)
        font = theme.font("strong")
        painter.setFont(font)
        painter.setPen(QColor(shown.text if self.isEnabled() else shown.disabled))
        room = box.adjusted(left - box.left(), theme.px(9), -theme.px(10), -theme.px(8))
        name = QFontMetrics(font).elidedText(self.choice.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
        if self.choice.detail:
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(shown.muted))
            below = room.adjusted(0, QFontMetrics(font).height() + theme.px(3), 0, 0)
            painter.drawText(below, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self.choice.detail)
        painter.end()


class ChoiceList(QWidget):
    """Cards in groups, with a search box where there are many.

    Args:
        name: prefix of object names: ``profile`` gives ``profile.choice.WNI``.
        title: what is chosen, for a screen reader.
        searchable: whether a search box stands above.
        parent: the widget that owns it.

    Signals:
        chosen(str): the id of the card.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, title: str, *, searchable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        self.search = SearchField(self.tr("Cari peran"))
        self.search.setObjectName(f"{name}.search" if searchable else "")
        self.search.search_asked.connect(self._on_search)
        show_or_hide(self.search, searchable)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._none = label(self.tr("Tidak ada peran yang cocok. Coba kata lain."), "muted")
        self._none.hide()
        layout.addWidget(self.search)
        layout.addWidget(self._error)
        layout.addWidget(self._none)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(theme.GAP_8))
        layout.addLayout(self._grid)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._choices: tuple[Choice, ...] = ()
        self._cards: dict[str, ChoiceCard] = {}
        self._heads: dict[str, QWidget] = {}
        self._columns = 0

    def show_choices(self, choices: Sequence[Choice], chosen: str) -> None:
        """Show these cards, one of them chosen; empty for none."""
        if tuple(choices) != self._choices:
            self._build(tuple(choices))
        if not chosen:
            self._group.setExclusive(False)
        for at, card in self._cards.items():
            card.setChecked(at == chosen)
        self._group.setExclusive(True)

    def show_error(self, text: str) -> None:
        """Say that nothing was chosen; empty clears."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def focus_editor(self) -> None:
        """Put the focus on the choice, or on the first card."""
        card = next((card for card in self._cards.values() if card.isChecked()), None)
        card = card or next(iter(self._cards.values()), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def cards(self) -> tuple[ChoiceCard, ...]:
        """Return all cards, those that a search hides among them."""
        return tuple(self._cards.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cards under each other where two do not fit."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self, choices: tuple[Choice, ...]) -> None:
        for old in (*self._cards.values(), *self._heads.values()):
            self._grid.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._choices, self._cards, self._heads, self._columns = choices, {}, {}, 0
        for choice in choices:
            if choice.group and choice.group not in self._heads:
                self._heads[choice.group] = label(choice.group, "heading")
            card = ChoiceCard(choice)
            card.setObjectName(f"{self._name}.choice.{choice.id}")
            card.clicked.connect(lambda _checked=False, at=choice.id: self._on_chosen(at))
            self._group.addButton(card)
            self._cards[choice.id] = card
        self._arrange()

    def _on_chosen(self, choice_id: str) -> None:
        self.show_error("")
        self.chosen.emit(choice_id)

    def _on_search(self, _text: str) -> None:
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= theme.px(_WIDE) else 1
        if columns == self._columns:
            return
        self._columns = columns
        wanted = self.search.value().casefold()
        for each in (*self._cards.values(), *self._heads.values()):
            self._grid.removeWidget(each)
            each.hide()
        row = column = 0
        group = ""
        for choice in self._choices:
            if wanted not in f"{choice.text} {choice.detail} {choice.id}".casefold():
                continue
            if choice.group and choice.group != group:
                row, column, group = row + (1 if column else 0), 0, choice.group
                self._grid.addWidget(self._heads[group], row, 0, 1, columns)
                self._heads[group].show()
                row += 1
            self._grid.addWidget(self._cards[choice.id], row, column)
            self._cards[choice.id].show()
            column += 1
            if column == columns:
                row, column = row + 1, 0
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._none.setVisible(bool(self._choices) and not row and not column)
