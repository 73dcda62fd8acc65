"""Katalog: filters above, results at the left, the chosen product at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.values import Quantity
from inaproc_desktop.ports.buying import Amount, Freshness, ProductDetail
from inaproc_desktop.ports.catalogue import CataloguePage, CatalogueQuery, ProductRow, Sort
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.catalogue.comparison import ComparisonDialog
from inaproc_desktop.views.catalogue.detail import ProductPanel
from inaproc_desktop.views.catalogue.filters import CatalogueFilters
from inaproc_desktop.views.catalogue.words import content_pill, stock_words
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    Column,
    Columns,
    EmptyText,
    Page,
    PillText,
    Table,
    Tone,
    button,
)
from inaproc_desktop.views.words import failure_words

_STALE = timedelta(hours=24)


class CataloguePageView(Page):
    """The page.

    Args:
        preferred: TKDN + BMP from which domestic products are preferred, in hundredths of a percent.
        parent: the widget that owns it.

    Signals:
        typed(CatalogueQuery): a letter changed.
        asked(CatalogueQuery): search at once.
        block_needed(int, int): rows came into sight.
        product_chosen(str): a product is to be shown, empty for none.
        add_asked(Amount), buy_asked(Amount): buy this many.
        compare_asked(str): pick for comparison, or put back.
        comparison_asked(): show those picked side by side.
        comparison_cleared(): put them back.
        cart_asked(): go to the Keranjang.
    """

    typed = Signal(CatalogueQuery)
    asked = Signal(CatalogueQuery)
    block_needed = Signal(int, int)
    product_chosen = Signal(str)
    add_asked = Signal(Amount)
    buy_asked = Signal(Amount)
    compare_asked = Signal(str)
    comparison_asked = Signal()
    comparison_cleared = Signal()
    cart_asked = Signal()

    def __init__(self, preferred: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._preferred = preferred
        self.show_title(self.tr("Katalog"))
        self._compared: tuple[str, ...] = ()
        self._most = 0
        self.filters = CatalogueFilters()
        self.table = self._results()
        self.panel = ProductPanel(preferred)
        self.compare_all = button(self.tr("Bandingkan"))
        self.compare_all.setObjectName("catalogue.compare_all")
        self.compare_clear = button(self.tr("Kosongkan perbandingan"), "link")
        self.compare_clear.setObjectName("catalogue.compare_clear")
        for part in (self.compare_clear, self.compare_all):
            part.hide()
            self.add_trailing(part)
        card = Card(padded=False)
        card.add(self.table, 1)
        main = QWidget()
        layout = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.body.addWidget(self.filters)
        self.body.addWidget(Columns(main, self.panel, side_width=372, main_width=540), 1)
        self.use_filter(self.filters.search)
        self._connect()

    # ---- showing

    def show_results(self, page: CataloguePage, query: CatalogueQuery) -> None:
        """Show the first block of a new search."""
        self.table.show_empty(self._empty(query))
        self.table.show_total(page.total)
        self.table.show_block(0, page.rows)
        self.filters.show_facets(page.facets, page.total)
        self._mark_sorting(query.sort)
        self.show_status(PillText(self.tr("{count} produk").format(count=fmt.quantity(page.total * 100))))

    def show_block(self, offset: int, rows: Sequence[ProductRow]) -> None:
        """Show a further block of the same search."""
        self.table.show_block(offset, rows)

    def show_freshness(self, freshness: Freshness, now: datetime) -> None:
        """Say how old the catalogue is; loudly when a day or more."""
        if freshness.fetched_at is None:
            self.show_note("")
            text = self.tr("Katalog belum pernah diunduh. Sambungkan ke peladen; unduhan dimulai sendiri.")
            self.show_banner(Tone.WARN, text)
            return
        self.show_note(self.tr("Katalog per {moment}").format(moment=fmt.moment(freshness.fetched_at)))
        if now - freshness.fetched_at >= _STALE:
            text = self.tr(
                "Katalog ini diunduh {moment}. Harga dan stok mungkin berubah; checkout memeriksanya lagi."
            )
            self.show_banner(Tone.WARN, text.format(moment=fmt.moment(freshness.fetched_at)))
        else:
            self.show_banner(Tone.WARN, "")

    def show_detail(self, detail: ProductDetail | None) -> None:
        """Show one product, or none."""
        self.panel.show_detail(detail)
        self._show_picked()

    def show_compared(self, product_ids: Sequence[str], most: int) -> None:
        """Show how many are picked for comparison."""
        self._compared, self._most = tuple(product_ids), most
        count = len(product_ids)
        self.compare_all.setText(self.tr("Bandingkan ({count})").format(count=count))
        self.compare_all.setVisible(count > 0)
        self.compare_all.setEnabled(count > 1)
        self.compare_all.setToolTip("" if count > 1 else self.tr("Pilih sedikitnya dua produk."))
        self.compare_clear.setVisible(count > 0)
        self._show_picked()

    def show_comparison(self, details: Sequence[ProductDetail]) -> None:
        """Show products side by side."""
        ComparisonDialog(self, details).open()

    def show_added(self, name: str, quantity: Quantity, unit: str) -> None:
        """Say that a product is in the Keranjang."""
        self.panel.show_added(name, quantity, unit)

    def show_refused(self, refusal: Refusal) -> None:
        """Say at the quantity why a product cannot be taken."""
        self.panel.show_refused(refusal)

    def show_busy(self, busy: bool) -> None:
        """Keep the buttons from being pressed twice."""
        self.panel.show_busy(busy)

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        words = failure_words(error)
        if words is None:
            raise error
        self.show_banner(Tone.BAD, words.happened)

    # ---- inside

    def _results(self) -> Table:
        columns: list[Column[ProductRow]] = [
            Column(
                key="name",
                title=self.tr("Produk"),
                text=lambda one: one.product.name,
                secondary=lambda one: one.product.brand or one.product.category,
                tooltip=lambda one: one.product.name,
                strong=True,
                stretch=True,
                width=200,
            ),
            Column(
                key="vendor",
                title=self.tr("Penyedia"),
                text=lambda one: one.vendor_name,
                pill=lambda one: PillText(self.tr("UMKK"), Tone.ACCENT) if one.vendor_umkk else None,
                tooltip=lambda one: one.vendor_name,
                stretch=True,
                width=140,
            ),
            Column(
                key="price",
                title=self.tr("Harga"),
                text=lambda one: fmt.rupiah(one.product.price),
                secondary=lambda one: self.tr("per {unit}").format(unit=one.product.unit),
                align=Align.RIGHT,
                width=120,
                sortable=True,
            ),
            Column(
                key="tkdn",
                title=self.tr("TKDN + BMP"),
                text=lambda _one: "",
                pill=lambda one: content_pill(one.product, self._preferred),
                width=110,
                sortable=True,
            ),
            Column(
                key="stock",
                title=self.tr("Stok"),
                text=lambda one: stock_words(one.product, with_unit=False),
                width=84,
                align=Align.RIGHT,
            ),
        ]
        table = Table(
            self.tr("Hasil pencarian"),
            columns,
            row_id=lambda one: one.product.id,
            lines=2,
            key="catalogue.results",
        )
        table.setObjectName("catalogue.results")
        return table

    def _connect(self) -> None:
        self.filters.typed.connect(self.typed)
        self.filters.asked.connect(self.asked)
        self.filters.search.list_asked.connect(self.table.focus_rows)
        self.table.block_needed.connect(self.block_needed)
        self.table.chosen.connect(self.product_chosen)
        self.table.opened.connect(lambda _id: self.panel.quantity.focus_editor())
        self.table.sort_asked.connect(self._on_sort)
        self.table.filter_asked.connect(self.filters.search.focus_editor)
        self.table.empty_action.connect(self.filters.clear.click)
        self.panel.add_asked.connect(self.add_asked)
        self.panel.buy_asked.connect(self.buy_asked)
        self.panel.compare_asked.connect(self.compare_asked)
        self.panel.cart_asked.connect(self.cart_asked)
        self.panel.similar_opened.connect(self.product_chosen)
        self.compare_all.clicked.connect(self.comparison_asked)
        self.compare_clear.clicked.connect(self.comparison_cleared)

    def _on_sort(self, key: str, descending: bool) -> None:
        order = Sort.TKDN if key == "tkdn" else Sort.DEAREST if descending else Sort.CHEAPEST
        self.filters.order.show_value(order)
        self.asked.emit(self.filters.query())

    def _mark_sorting(self, sort: Sort) -> None:
        key, descending = {
            Sort.CHEAPEST: ("price", False),
            Sort.DEAREST: ("price", True),
            Sort.TKDN: ("tkdn", True),
        }.get(sort, ("", False))
        self.table.show_sorting(key, descending)

    def _show_picked(self) -> None:
        picked = self.panel.product_id in self._compared
        self.panel.show_compared(picked, bool(self._most) and len(self._compared) >= self._most)

    def _empty(self, query: CatalogueQuery) -> EmptyText:
        if self.filters.is_narrowed():
            return EmptyText(
                self.tr("Tidak ada produk yang cocok"),
                self.tr("Longgarkan saringan atau coba kata lain."),
                self.tr("Hapus saringan"),
            )
        if query.text:
            return EmptyText(
                self.tr("Tidak ada produk yang cocok"), self.tr("Periksa ejaan atau coba kata lain.")
            )
        return EmptyText(
            self.tr("Katalog masih kosong"), self.tr("Katalog diunduh begitu tersambung ke peladen.")
        )
