"""Search box, order and facets above the results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.values import QUANTITY_SCALE
from inaproc_desktop.ports.catalogue import CatalogueQuery, Sort
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import (
    CheckField,
    ComboField,
    MoneyField,
    Option,
    SearchField,
    button,
)

_ALL = "*"
_STEP = " > "
"""Between the levels of a category, as the catalogue writes it."""

_ONE_ROW = 780


class CatalogueFilters(QWidget):
    """What is searched for.

    Signals:
        typed(CatalogueQuery): a letter changed; the whole query.
        asked(CatalogueQuery): a filter was chosen or Enter pressed; the whole query.
    """

    typed = Signal(CatalogueQuery)
    asked = Signal(CatalogueQuery)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(
            self.tr("Cari produk"), placeholder=self.tr("Nama produk, merek, atau penyedia…")
        )
        self.search.setObjectName("catalogue.search")
        self.order = ComboField(self.tr("Urutkan"), label_visible=False)
        self.order.setObjectName("catalogue.sort")
        self.order.show_options(
            [
                Option(Sort.RELEVANCE, self.tr("Paling sesuai")),
                Option(Sort.CHEAPEST, self.tr("Harga terendah")),
                Option(Sort.DEAREST, self.tr("Harga tertinggi")),
                Option(Sort.TKDN, self.tr("TKDN + BMP tertinggi")),
                Option(Sort.NEWEST, self.tr("Terbaru")),
            ]
        )
        self.order.show_value(Sort.RELEVANCE)
        self.category = ComboField(self.tr("Kategori"))
        self.category.setObjectName("catalogue.category")
        self.lowest = MoneyField(self.tr("Harga dari"))
        self.lowest.setObjectName("catalogue.min_price")
        self.highest = MoneyField(self.tr("Harga sampai"))
        self.highest.setObjectName("catalogue.max_price")
        self.domestic = CheckField(self.tr("PDN"))
        self.domestic.setObjectName("catalogue.pdn")
        self.small = CheckField(self.tr("UMKK"))
        self.small.setObjectName("catalogue.umkk")
        self.stocked = CheckField(self.tr("Stok tersedia"))
        self.stocked.setObjectName("catalogue.in_stock")
        self.clear = button(self.tr("Hapus saringan"), "link")
        self.clear.setObjectName("catalogue.clear_filters")
        self._chosen = ""
        self._build()
        self._connect()
        self.show_facets((), 0)

    def query(self) -> CatalogueQuery:
        """Return what is searched for, without a page."""
        return CatalogueQuery(
            text=self.search.value(),
            category=self._chosen,
            pdn_only=self.domestic.value(),
            umkk_only=self.small.value(),
            in_stock=self.stocked.value(),
            min_price=self.lowest.value(),
            max_price=self.highest.value(),
            sort=Sort(self.order.value() or Sort.RELEVANCE),
        )

    def show_facets(self, facets: Sequence[tuple[str, int]], total: int) -> None:
        """Show categories with how many results each has; the chosen one stays."""
        whole = sum(count for _name, count in facets) or total
        options = [Option(_ALL, self.tr("Semua kategori"), _count_words(whole))]
        options += category_options(facets)
        if self._chosen and self._chosen not in {option.id for option in options}:
            options.append(Option(self._chosen, self._chosen.replace(_STEP, " › "), "0"))
        self.category.show_options(options)
        self.category.show_value(self._chosen or _ALL)

    def is_narrowed(self) -> bool:
        """Whether anything but the text narrows the search."""
        plain = CatalogueQuery(text=self.search.value(), sort=self.query().sort)
        return self.query() != plain

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(theme.px(theme.GAP_8))
        first.addWidget(self.search, 1)
        self.order.setFixedWidth(theme.px(200))
        first.addWidget(self.order)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(theme.GAP_12))
        values = QHBoxLayout()
        values.setSpacing(theme.px(theme.GAP_8))
        values.addWidget(self.category, 2)
        values.addWidget(self.lowest, 1)
        values.addWidget(self.highest, 1)
        ticks = QHBoxLayout()
        ticks.setSpacing(theme.px(theme.GAP_12))
        for tick in (self.domestic, self.small, self.stocked, self.clear):
            ticks.addWidget(tick, 0, Qt.AlignmentFlag.AlignBottom)
        ticks.addStretch(1)
        self._row.addLayout(values, 1)
        self._row.addLayout(ticks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addLayout(first)
        layout.addLayout(self._row)

    def _connect(self) -> None:
        self.search.changed.connect(lambda _text: self.typed.emit(self.query()))
        self.search.search_asked.connect(lambda _text: self.asked.emit(self.query()))
        for field in (self.lowest, self.highest):
            field.changed.connect(lambda _value: self.typed.emit(self.query()))
        for tick in (self.domestic, self.small, self.stocked, self.order):
            tick.changed.connect(lambda _value: self._ask())
        self.category.changed.connect(self._on_category)
        self.clear.clicked.connect(self._on_clear)

    def _on_category(self, chosen: object) -> None:
        self._chosen = "" if chosen in (None, _ALL) else str(chosen)
        self._ask()

    def _on_clear(self) -> None:
        self._chosen = ""
        self.category.show_value(_ALL)
        for tick in (self.domestic, self.small, self.stocked):
            tick.show_value(False)
        for field in (self.lowest, self.highest):
            field.show_value(None)
        self._ask()

    def _ask(self) -> None:
        self.asked.emit(replace(self.query()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ticks under the values when there is no room beside them."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(_ONE_ROW)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)


def category_options(facets: Sequence[tuple[str, int]]) -> list[Option]:
    """Return categories as a list to choose from: each first level with its sum, its parts indented below.

    Args:
        facets: full category (``Alat Tulis Kantor > Buku``) and how many results it has.
    """
    groups: dict[str, list[tuple[str, int]]] = {}
    for name, count in facets:
        groups.setdefault(name.partition(_STEP)[0], []).append((name, count))
    options: list[Option] = []
    for first, parts in sorted(groups.items(), key=lambda group: -sum(count for _name, count in group[1])):
        options.append(Option(first, first, _count_words(sum(count for _name, count in parts))))
        options += [
            Option(name, "    " + name.removeprefix(first + _STEP).replace(_STEP, " › "), _count_words(count))
            for name, count in parts
            if name != first
        ]
    return options


def _count_words(count: int) -> str:
    return fmt.quantity(count * QUANTITY_SCALE)
