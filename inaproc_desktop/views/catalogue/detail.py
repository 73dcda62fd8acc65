"""One product with everything that helps to judge it, and the two ways to buy it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.values import Quantity
from inaproc_desktop.ports.buying import Amount, ProductDetail
from inaproc_desktop.ports.catalogue import ProductRow
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.catalogue.words import (
    content_pill,
    content_words,
    ppn_words,
    stock_words,
    vendor_words,
    weight_words,
)
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    Column,
    EmptyText,
    Pill,
    PillText,
    QuantityField,
    Table,
    Tone,
    button,
    label,
    parts,
    row,
)
from inaproc_desktop.views.words import refusal_sentence

_MOST_SIMILAR = 8


class ProductPanel(QWidget):
    """The panel at the right.

    Args:
        preferred: TKDN + BMP from which domestic products are preferred, in hundredths of a percent.
        parent: the widget that owns it.

    Signals:
        add_asked(Amount): Tambah Keranjang.
        buy_asked(Amount): Beli Langsung.
        compare_asked(str): pick for comparison, or put back.
        cart_asked(): Lihat Keranjang.
        similar_opened(str): look at a product of the same kind.
    """

    add_asked = Signal(Amount)
    buy_asked = Signal(Amount)
    compare_asked = Signal(str)
    cart_asked = Signal()
    similar_opened = Signal(str)

    def __init__(self, preferred: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferred = preferred
        self._product_id = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(theme.GAP_12))
        self._main = Card()
        self._build_head()
        self._build_buying()
        self._spec = Card()
        self._spec.show_title(self.tr("Spesifikasi"))
        self._description = label("", "", wrap=True, selectable=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(theme.GAP_12))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        self._spec.add(self._description)
        self._spec.body.addLayout(self._grid)
        self._similar = Card(padded=False)
        self._similar.show_title(self.tr("Produk setara"))
        self.similar = self._similar_table()
        self._similar.add(self.similar, 1)
        for card in (self._main, self._spec, self._similar):
            self._layout.addWidget(card)
        self.show_detail(None)

    # ---- showing

    def show_detail(self, detail: ProductDetail | None) -> None:
        """Show a product, or that none is chosen."""
        chosen = detail is not None
        for part in (self._spec, self._similar, self._price, self._marks, self._buying):
            parts.show_or_hide(part, chosen)
        parts.show_or_hide(self._tagline, True)
        self._forget_outcome()
        if detail is None:
            self._product_id = ""
            self._name.setText(self.tr("Belum ada produk dipilih"))
            self._tagline.setText(self.tr("Pilih produk di daftar untuk melihat harga dan spesifikasinya."))
            return
        product, same = detail.row.product, detail.row.product.id == self._product_id
        self._product_id = product.id
        self._name.setText(product.name)
        self._tagline.setText(
            " · ".join(part for part in (product.brand, product.category.replace(" > ", " › ")) if part)
        )
        self._price.setText(f"{fmt.rupiah(product.price)} / {product.unit}")
        self._show_pills(detail.row)
        self.quantity.show_unit(product.unit)
        if not same:
            self.quantity.show_value(product.minimum)
            self.quantity.show_error("")
        self._show_spec(detail)
        self.similar.show_rows(detail.similar[:_MOST_SIMILAR])

    def show_compared(self, picked: bool, full: bool) -> None:
        """Show whether this product is picked for comparison, and whether another one may be."""
        self.compare.setText(self.tr("Batal bandingkan") if picked else self.tr("Bandingkan"))
        self.compare.setEnabled(picked or not full)
        self.compare.setToolTip(self.tr("Paling banyak empat produk.") if full and not picked else "")

    def show_added(self, name: str, quantity: Quantity, unit: str) -> None:
        """Say that it is in the Keranjang."""
        self._done.setText(
            self.tr("{quantity} masuk Keranjang.").format(quantity=fmt.quantity(quantity, unit))
        )
        self._done.setAccessibleName(f"{name}: {self._done.text()}")
        parts.show_or_hide(self._outcome, True)

    def show_refused(self, refusal: Refusal) -> None:
        """Say at the quantity why not."""
        self._forget_outcome()
        self.quantity.show_error(refusal_sentence(refusal))
        self.quantity.focus_editor()

    def show_busy(self, busy: bool) -> None:
        """Keep the buttons from being pressed twice."""
        self.add.setEnabled(not busy)
        self.buy.setEnabled(not busy)

    @property
    def product_id(self) -> str:
        """The product shown, empty when none is."""
        return self._product_id

    # ---- building

    def _build_head(self) -> None:
        self._name = label("", "title", wrap=True, selectable=True)
        self._tagline = label("", "muted", wrap=True)
        self._price = label("", "total", selectable=True)
        self._pills = QWidget()
        self._pill_row = QHBoxLayout(self._pills)
        self._pill_row.setContentsMargins(0, 0, 0, 0)
        self._pill_row.setSpacing(theme.px(6))
        self.compare = button(self.tr("Bandingkan"), "link")
        self.compare.setObjectName("catalogue.compare")
        self._marks = row(self._pills, None, self.compare)
        for part in (self._name, self._tagline, self._price, self._marks):
            self._main.add(part)

    def _build_buying(self) -> None:
        self._buying = QWidget()
        layout = QVBoxLayout(self._buying)
        layout.setContentsMargins(0, theme.px(4), 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        self.quantity = QuantityField(self.tr("Jumlah"))
        self.quantity.setObjectName("catalogue.quantity")
        self.add = button(self.tr("Tambah Keranjang"), "primary", "cart")
        self.add.setObjectName("catalogue.add")
        self.buy = button(self.tr("Beli Langsung"))
        self.buy.setObjectName("catalogue.buy")
        layout.addWidget(self.quantity)
        layout.addWidget(row(self.add, self.buy, None))
        self._done = label("", "ok", wrap=True)
        self.to_cart = button(self.tr("Lihat Keranjang"), "link")
        self.to_cart.setObjectName("catalogue.to_cart")
        self._outcome = row(self._done, None, self.to_cart)
        self._outcome.hide()
        layout.addWidget(self._outcome)
        self._main.add(self._buying)
        self.add.clicked.connect(lambda: self.add_asked.emit(Amount(self.quantity.value())))
        self.buy.clicked.connect(lambda: self.buy_asked.emit(Amount(self.quantity.value())))
        self.compare.clicked.connect(lambda: self.compare_asked.emit(self._product_id))
        self.to_cart.clicked.connect(self.cart_asked)
        self.quantity.changed.connect(lambda _value: self._forget_outcome())

    def _similar_table(self) -> Table:
        columns: list[Column[ProductRow]] = [
            Column(
                key="name",
                title=self.tr("Produk"),
                text=lambda one: one.product.name,
                secondary=lambda one: one.vendor_name,
                tooltip=lambda one: one.product.name,
                stretch=True,
                width=150,
            ),
            Column(
                key="price",
                title=self.tr("Harga"),
                text=lambda one: fmt.rupiah(one.product.price),
                secondary=lambda one: one.product.unit,
                align=Align.RIGHT,
                width=112,
            ),
        ]
        table = Table(
            self.tr("Produk setara"),
            columns,
            row_id=lambda one: one.product.id,
            lines=2,
            key="catalogue.similar",
            empty=EmptyText(self.tr("Tidak ada produk setara di katalog lokal.")),
        )
        table.setObjectName("catalogue.similar")
        table.setMinimumHeight(theme.px(240))
        table.opened.connect(self.similar_opened)
        return table

    # ---- inside

    def _show_pills(self, shown: ProductRow) -> None:
        parts.clear(self._pill_row)
        self._pill_row.addWidget(Pill(content_pill(shown.product, self._preferred)))
        if shown.vendor_umkk:
            self._pill_row.addWidget(Pill(PillText(self.tr("UMKK"), Tone.ACCENT)))
        if not shown.product.listed:
            self._pill_row.addWidget(Pill(PillText(self.tr("tidak tayang"), Tone.BAD)))

    def _show_spec(self, detail: ProductDetail) -> None:
        product, vendor = detail.row.product, detail.vendor
        self._description.setText(detail.row.description)
        parts.show_or_hide(self._description, bool(detail.row.description))
        facts = [
            (self.tr("Penyedia"), detail.row.vendor_name),
            ("", vendor_words(vendor)),
            (self.tr("Dikirim dari"), vendor.address if vendor is not None else "—"),
            (self.tr("TKDN + BMP"), content_words(product)),
            (self.tr("Pembelian minimum"), fmt.quantity(product.minimum, product.unit)),
            (self.tr("Stok"), stock_words(product)),
            (self.tr("Berat"), weight_words(product)),
            (self.tr("Pajak"), ppn_words(product)),
            (self.tr("KBKI"), product.kbki),
            (self.tr("SKU"), product.sku),
        ]
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, (name, value) in enumerate(fact for fact in facts if fact[1]):
            left = label(name, "muted")
            right = label(value, wrap=True, selectable=True)
            right.setAccessibleName(f"{name}: {value}" if name else value)
            self._grid.addWidget(left, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(right, line, 1)

    def _forget_outcome(self) -> None:
        self._outcome.hide()
