"""One penyedia's lines in the Keranjang, with editors in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.errors import Refusal
from inaproc_desktop.ports.buying import Amount, CartGroup, CartRow, LineState
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    GridColumn,
    LineGrid,
    Pill,
    PillText,
    QuantityField,
    Tone,
    button,
    icon_button,
    label,
    parts,
    row,
)
from inaproc_desktop.views.words import refusal_sentence


class _Line(QWidget):
    """The editors of one line; made once and kept, so that typing is never interrupted."""

    quantity_changed = Signal(str, Amount)
    price_taken = Signal(str)
    removed = Signal(str)
    product_opened = Signal(str)

    def __init__(self, product_id: str, owner: QWidget) -> None:
        super().__init__(owner)
        self.hide()
        self._id = product_id
        # The cells belong to the card from the start: shown without an owner they would open as windows.
        self.quantity = QuantityField(self.tr("Jumlah"), label_visible=False, parent=owner)
        self.quantity.setObjectName(f"cart.quantity.{product_id}")
        self.quantity.setMinimumWidth(theme.px(120))
        self.quantity.committed.connect(self._on_committed)
        self.name = button("", "link")
        self.name.setObjectName(f"cart.product.{product_id}")
        self.name.clicked.connect(lambda: self.product_opened.emit(self._id))
        self._detail = label("", "small", wrap=True)
        self._state = Pill()
        self._advice = label("", "small", wrap=True)
        self._take = button(self.tr("Pakai harga baru"), "link")
        self._take.setObjectName(f"cart.take_price.{product_id}")
        self._take.clicked.connect(lambda: self.price_taken.emit(self._id))
        self.about = QWidget(owner)
        layout = QVBoxLayout(self.about)
        layout.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        layout.setSpacing(theme.px(2))
        layout.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._detail)
        self._trouble = row(self._state, self._take, None)
        layout.addWidget(self._trouble)
        layout.addWidget(self._advice)
        self.remove = icon_button(self.tr("Keluarkan dari Keranjang"), "remove", parent=owner)
        self.remove.setObjectName(f"cart.remove.{product_id}")
        self.remove.clicked.connect(lambda: self.removed.emit(self._id))

    def show_row(self, shown: CartRow) -> None:
        """Show the line; the quantity stays while it is being typed."""
        product = shown.row.product if shown.row is not None else None
        name = product.name if product is not None else self._id
        self.name.setText(name)
        self.name.setEnabled(product is not None)
        self.remove.setAccessibleName(self.tr("Keluarkan {name} dari Keranjang").format(name=name))
        detail = [product.brand, product.category] if product is not None else []
        self._detail.setText(" · ".join(part for part in detail if part))
        parts.show_or_hide(self._detail, bool(self._detail.text()))
        if product is not None:
            self.quantity.show_unit(product.unit)
        if not self.quantity.has_error() and self.quantity.value() != shown.line.quantity:
            self.quantity.show_value(shown.line.quantity)
        self._show_state(shown)

    def show_refused(self, refusal: Refusal) -> None:
        """Say why the quantity was not taken; it stays as typed."""
        self.quantity.show_error(refusal_sentence(refusal))

    def _show_state(self, shown: CartRow) -> None:
        pill, advice = self._words(shown)
        self._state.show_pill(pill)
        self._advice.setText(advice)
        parts.show_or_hide(self._advice, bool(advice))
        parts.show_or_hide(self._take, shown.state is LineState.PRICE_CHANGED)
        parts.show_or_hide(self._trouble, pill is not None)

    def _words(self, shown: CartRow) -> tuple[PillText | None, str]:
        product = shown.row.product if shown.row is not None else None
        match shown.state:
            case LineState.PRICE_CHANGED if product is not None:
                rises = product.price > shown.line.seen_price
                text = self.tr("Harga naik") if rises else self.tr("Harga turun")
                advice = self.tr("Semula {seen}, sekarang {price}.").format(
                    seen=fmt.rupiah(shown.line.seen_price), price=fmt.rupiah(product.price)
                )
                return PillText(text, Tone.WARN), advice
            case LineState.BELOW_MINIMUM if product is not None:
                least = fmt.quantity(product.minimum, product.unit)
                return PillText(self.tr("Di bawah minimum"), Tone.BAD), self.tr(
                    "Paling sedikit {least}. Tambah jumlahnya."
                ).format(least=least)
            case LineState.OVER_STOCK if product is not None:
                left = fmt.quantity(product.stock or 0, product.unit)
                return PillText(self.tr("Melebihi stok"), Tone.BAD), self.tr(
                    "Stok {left}. Kurangi jumlahnya."
                ).format(left=left)
            case LineState.DELISTED:
                return PillText(self.tr("Turun tayang"), Tone.BAD), self.tr(
                    "Produk ini tidak dijual lagi. Keluarkan, lalu cari penggantinya di Katalog."
                )
        return None, ""

    def _on_committed(self, _value: object) -> None:
        self.quantity_changed.emit(self._id, Amount(self.quantity.value()))


class VendorGroup(Card):
    """The card of one penyedia.

    Signals:
        quantity_changed(str, Amount): product and what was typed.
        price_taken(str): the new price of a product was seen.
        removed(str): a product is to go.
        product_opened(str): a product is to be looked at.
        checkout_asked(str): id of the penyedia.
    """

    quantity_changed = Signal(str, Amount)
    price_taken = Signal(str)
    removed = Signal(str)
    product_opened = Signal(str)
    checkout_asked = Signal(str)

    def __init__(self, vendor_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName(f"cart.group.{vendor_id}")
        self._vendor_id = vendor_id
        self._lines: dict[str, _Line] = {}
        self._umkk = Pill(PillText(self.tr("UMKK"), Tone.ACCENT))
        self.add_trailing(self._umkk)
        self._grid = LineGrid(
            self.tr("Isi Keranjang"),
            [
                GridColumn(self.tr("Produk")),
                GridColumn(self.tr("Harga satuan"), 120, Align.RIGHT),
                GridColumn(self.tr("Jumlah"), 132),
                GridColumn(self.tr("Jumlah harga"), 124, Align.RIGHT),
                GridColumn("", 32),
            ],
        )
        self.add(self._grid)
        self._why = label("", "warn")
        self._sum = label("", "strong")
        self.checkout = button(self.tr("Checkout"), "primary", "checkout")
        self.checkout.setObjectName(f"cart.checkout.{vendor_id}")
        self.checkout.clicked.connect(lambda: self.checkout_asked.emit(self._vendor_id))
        self.add(parts.rule())
        self.add(row(self._why, None, self._sum, self.checkout, gap=theme.GAP_12))

    def show_group(self, group: CartGroup) -> None:
        """Show the lines."""
        vendor = group.vendor
        self.show_title(vendor.name if vendor is not None else group.vendor_id)
        self.show_note(self.tr("{count} produk").format(count=len(group.rows)))
        parts.show_or_hide(self._umkk, vendor is not None and vendor.umkk)
        for product_id in [known for known in self._lines if known not in _ids(group)]:
            self._drop(product_id)
        cells: list[tuple[str, list[QWidget | str]]] = []
        for shown in group.rows:
            line = self._line(shown.line.product_id)
            line.show_row(shown)
            price = fmt.rupiah(shown.row.product.price) if shown.row is not None else "—"
            amount = fmt.rupiah(shown.amount) if shown.amount else "—"
            cells.append((shown.line.product_id, [line.about, price, line.quantity, amount, line.remove]))
        self._grid.show_lines(cells)
        self._sum.setText(self.tr("Jumlah {goods} sebelum pajak").format(goods=fmt.rupiah(group.goods)))
        self._why.setText(self._blocked_words(group.blocked))
        parts.show_or_hide(self._why, bool(group.blocked))
        self.checkout.setEnabled(not group.blocked)
        self.checkout.setToolTip(self._why.text())

    def show_quantity_refused(self, product_id: str, refusal: Refusal) -> bool:
        """Say at a line why its quantity was not taken; returns whether the line is here."""
        line = self._lines.get(product_id)
        if line is not None:
            line.show_refused(refusal)
        return line is not None

    def show_busy(self, busy: bool) -> None:
        """Keep Checkout from being pressed twice."""
        self.checkout.setEnabled(not busy and not self._why.text())

    def _line(self, product_id: str) -> _Line:
        line = self._lines.get(product_id)
        if line is None:
            line = self._lines[product_id] = _Line(product_id, self)
            line.quantity_changed.connect(self.quantity_changed)
            line.price_taken.connect(self.price_taken)
            line.removed.connect(self.removed)
            line.product_opened.connect(self.product_opened)
        return line

    def _drop(self, product_id: str) -> None:
        line = self._lines.pop(product_id)
        for part in (line.about, line.quantity, line.remove, line):
            part.hide()
            part.deleteLater()

    def _blocked_words(self, code: str) -> str:
        match code:
            case "vendor_inactive":
                return self.tr("Penyedia ini tidak aktif lagi.")
            case "line_blocked":
                return self.tr("Selesaikan dahulu produk yang ditandai merah.")
        return ""


def _ids(group: CartGroup) -> set[str]:
    return {shown.line.product_id for shown in group.rows}
