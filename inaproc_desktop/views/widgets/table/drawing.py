"""How cells and headings are drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets.marks import draw_pill, ink_of, pill_size
from inaproc_desktop.views.widgets.table.columns import Align, Cell, Column
from inaproc_desktop.views.widgets.table.model import CELL_ROLE, RowsModel
from inaproc_desktop.views.widgets.values import Tone

PAD = 10
_HORIZONTAL = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
}


class CellDelegate(QStyledItemDelegate):
    """Draws a cell: first line, second line, pill; the chosen row with a bar at its left."""

    def __init__(self, table: QTableView, two_lines: bool) -> None:
        super().__init__(table)
        self._table = table
        self._two_lines = two_lines
        self.hovered_row = -1
        self._on_chosen = False
        self._fonts: dict[str, tuple[QFont, QFontMetrics]] = {}
        theme.notifier().changed.connect(self._fonts.clear)

    def _font(self, name: str) -> tuple[QFont, QFontMetrics]:
        found = self._fonts.get(name)
        if found is None:
            font = theme.font(name)
            found = self._fonts[name] = (font, QFontMetrics(font))
        return found

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        model = self._table.model()
        cell = index.data(CELL_ROLE)
        if not isinstance(model, RowsModel) or not isinstance(cell, Cell):
            return
        painter.save()
        self._on_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._draw_ground(painter, option, index)
        column = model.columns[index.column()]
        inner = option.rect.adjusted(theme.px(PAD), 0, -theme.px(PAD), -1)
        if self._two_lines:
            _font, metrics = self._font("body")
            top = inner.top() + theme.px(7)
            first = QRect(inner.left(), top, inner.width(), metrics.height())
            small, small_metrics = self._font("small")
            second = QRect(inner.left(), first.bottom() + 1, inner.width(), small_metrics.height())
            crowded = cell.pill is not None and cell.text and not cell.secondary
            if crowded:
                # A pill that would push the words out goes under them, where nothing else stands.
                self._draw_first(painter, first, replace(cell, pill=None), column)
                self._draw_first(painter, second.translated(0, theme.px(2)), replace(cell, text=""), column)
            else:
                self._draw_first(painter, first, cell, column)
            if cell.secondary:
                self._draw_text(
                    painter, second, cell.secondary, small, QColor(theme.colours().muted), column.align
                )
        else:
            self._draw_first(painter, inner, cell, column)
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box: QRect = option.rect
        shown = theme.colours()
        if self._on_chosen:
            painter.fillRect(box, QColor(shown.accent_soft))
        elif index.row() == self.hovered_row:
            painter.fillRect(box, QColor(shown.hover))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(shown.soft_line))
        if not self._on_chosen:
            return
        if self._table.horizontalHeader().visualIndex(index.column()) == 0:
            painter.fillRect(box.left(), box.top(), theme.px(3), box.height(), QColor(shown.accent))
        if self._table.hasFocus():
            painter.fillRect(box.left(), box.top(), box.width(), 1, QColor(shown.accent))
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(shown.accent))

    def _draw_first(self, painter: QPainter, box: QRect, cell: Cell, column: Column[Any]) -> None:
        font, metrics = self._font("strong" if column.strong else "body")
        ink = QColor(theme.colours().text) if cell.tone is None else ink_of(cell.tone)
        if cell.pill is None:
            self._draw_text(painter, box, cell.text, font, ink, column.align)
            return
        size = pill_size(cell.pill)
        text_width = min(metrics.horizontalAdvance(cell.text) + theme.px(8), box.width()) if cell.text else 0
        width = min(size.width(), max(box.width() - text_width, min(size.width(), box.width())))
        text_width = min(text_width, max(box.width() - width, 0))
        left = box.left()
        if column.align is Align.RIGHT:
            left = box.right() - text_width - width + 1
        elif column.align is Align.CENTER:
            left += (box.width() - text_width - width) // 2
        if text_width:
            room = QRect(left, box.top(), text_width - theme.px(8), box.height())
            self._draw_text(painter, room, cell.text, font, ink, Align.LEFT)
        top = box.top() + (box.height() - size.height()) // 2
        draw_pill(
            painter,
            QRect(left + text_width, top, width, size.height()),
            cell.pill,
            raised=self._on_chosen and cell.pill.tone is Tone.ACCENT,
        )

    def _draw_text(
        self, painter: QPainter, box: QRect, text: str, font: QFont, ink: QColor, align: Align
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _HORIZONTAL[align] | Qt.AlignmentFlag.AlignVCenter, shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height of rows; widths are the header's affair."""
        return QSize(theme.px(60), self._table.verticalHeader().defaultSectionSize())


class Heading(QHeaderView):
    """Headings aligned like their columns, with a chevron on the sorted one."""

    def __init__(self, columns: tuple[Column[Any], ...], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.sorted_key = ""
        self.descending = False
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setStretchLastSection(False)
        theme.notifier().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(theme.px(32))
        self.setMinimumSectionSize(theme.px(40))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Draw one heading."""
        shown = theme.colours()
        column = self._columns[logical_index]
        painter.save()
        painter.fillRect(rect, QColor(shown.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(shown.line))
        inner = rect.adjusted(theme.px(PAD), 0, -theme.px(PAD), -1)
        is_sorted = column.key == self.sorted_key
        font = theme.font("small_strong")
        metrics = QFontMetrics(font)
        side = theme.px(12) if is_sorted else 0
        text = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, inner.width() - side)
        width = metrics.horizontalAdvance(text)
        left = inner.left()
        if column.align is Align.RIGHT:
            left = inner.right() - width - side + 1
        elif column.align is Align.CENTER:
            left += (inner.width() - width - side) // 2
        painter.setFont(font)
        painter.setPen(QColor(shown.text if is_sorted else shown.muted))
        room = QRect(left, inner.top(), width + 2, inner.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if is_sorted:
            name = "chevron_down" if self.descending else "chevron_up"
            arrow = theme.pixmap(name, theme.px(10), "text", self.devicePixelRatioF())
            painter.drawPixmap(left + width + theme.px(2), rect.center().y() - theme.px(4), arrow)
        painter.restore()
