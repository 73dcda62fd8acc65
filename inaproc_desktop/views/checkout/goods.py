"""Barang & penawaran: quantities, listed prices, and the first offer for every product and every delivery."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.values import Rupiah, line_amount
from inaproc_desktop.ports.buying import Amount
from inaproc_desktop.ports.checkout import CheckoutSheet, FormLine, Offer
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.checkout.section import SectionCard, report_unread, show_typed_text
from inaproc_desktop.views.checkout.words import place_name, product_name
from inaproc_desktop.views.widgets import (
    Align,
    ComboField,
    Field,
    GridColumn,
    LineGrid,
    MoneyField,
    Option,
    QuantityField,
    button,
    icon_button,
    label,
    parts,
)

_DISCOUNTS = (0, 100, 200, 300, 500, 750, 1000, 1500, 2000)


class _About(QWidget):
    """What a line is, its listed price, and a new price to be taken."""

    price_taken = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(6), 0, 0)
        layout.setSpacing(0)
        self._name = label("", "strong", wrap=True)
        self._detail = label("", "small", wrap=True)
        self._take = button(self.tr("Pakai harga baru"), "link")
        self._take.clicked.connect(self.price_taken)
        layout.addWidget(self._name)
        layout.addWidget(self._detail)
        layout.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)

    def show_words(self, name: str, detail: str, *, new_price: bool = False) -> None:
        """Show them."""
        self._name.setText(name)
        self._detail.setText(detail)
        parts.show_or_hide(self._take, new_price)


class _ProductLine:
    """The editors of a product; kept while the product is in the form."""

    def __init__(self, owner: GoodsCard, grid: QWidget, product_id: str) -> None:
        self.about = _About(grid)
        self.quantity = QuantityField(
            QCoreApplication.translate("GoodsCard", "Jumlah"), label_visible=False, parent=grid
        )
        self.quantity.setObjectName(f"checkout.quantity.{product_id}")
        self.offer = MoneyField(
            QCoreApplication.translate("GoodsCard", "Penawaran awal"), label_visible=False, parent=grid
        )
        self.offer.setObjectName(f"checkout.offer.product.{product_id}")
        self.drop = icon_button(
            QCoreApplication.translate("GoodsCard", "Keluarkan dari checkout ini"), "remove", parent=grid
        )
        self.drop.setObjectName(f"checkout.drop.{product_id}")
        item = f"product:{product_id}"
        self.quantity.changed.connect(
            lambda _v: owner.quantity_changed.emit(product_id, Amount(self.quantity.value()))
        )
        self.offer.changed.connect(lambda _v: owner.offered.emit(item, Offer(self.offer.value())))
        self.about.price_taken.connect(lambda: owner.price_taken.emit(product_id))
        self.drop.clicked.connect(lambda: owner.line_dropped.emit(product_id))
        report_unread(self.quantity, f"goods.{product_id}.quantity", owner.unread.emit)
        report_unread(self.offer, f"offers.{item}", owner.unread.emit)

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the cells, to be let go together."""
        return self.about, self.quantity, self.offer, self.drop


class _ShippingLine:
    """The editor of a delivery's shipping."""

    def __init__(self, owner: GoodsCard, grid: QWidget, place_id: str) -> None:
        self.about = _About(grid)
        self.offer = MoneyField(
            QCoreApplication.translate("GoodsCard", "Penawaran ongkir"), label_visible=False, parent=grid
        )
        self.offer.setObjectName(f"checkout.offer.shipping.{place_id}")
        item = f"shipping:{place_id}"
        self.offer.changed.connect(lambda _v: owner.offered.emit(item, Offer(self.offer.value())))
        report_unread(self.offer, f"offers.{item}", owner.unread.emit)

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the cells, to be let go together."""
        return self.about, self.offer


class GoodsCard(SectionCard):
    """The section.

    Signals:
        quantity_changed(str, Amount): product, and what was typed.
        offered(str, Offer): item (``product:<id>``, ``shipping:<place id>``), and what was typed.
        discount_chosen(int): every offer this much under the listed price, hundredths of a percent.
        price_taken(str): the changed price of a product was seen.
        line_dropped(str): a product is to leave this checkout.
        unread(str, str): a field by name, and text in it that cannot be read.
    """

    quantity_changed = Signal(str, Amount)
    offered = Signal(str, Offer)
    discount_chosen = Signal(int)
    price_taken = Signal(str)
    line_dropped = Signal(str)
    unread = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("goods", "", parent=parent)
        self.show_title(self.tr("Barang & penawaran awal"))
        self._products: dict[str, _ProductLine] = {}
        self._shippings: dict[str, _ShippingLine] = {}
        self._rule = label("", "muted", wrap=True)
        self.discount = ComboField(self.tr("Semua penawaran di bawah harga tayang"))
        self.discount.setObjectName("checkout.discount")
        self.discount.setMaximumWidth(theme.px(300))
        self.discount.show_options(
            [Option(str(part), fmt.percent(basis_points=part)) for part in _DISCOUNTS if part]
        )
        self.discount.changed.connect(lambda value: self.discount_chosen.emit(int(str(value))))
        self._grid = LineGrid(
            self.tr("Barang dan penawaran awal"),
            [
                GridColumn(self.tr("Barang")),
                GridColumn(self.tr("Jumlah"), 116),
                GridColumn(self.tr("Penawaran awal"), 132),
                GridColumn(self.tr("Jumlah penawaran"), 108, Align.RIGHT),
                GridColumn("", 28),
            ],
        )
        for part in (self._rule, self.discount, self._grid):
            self.add(part)

    # ---- showing

    def show_form(self, sheet: CheckoutSheet) -> None:
        """Fill every field."""
        self.discount.show_value(str(sheet.form.discount))
        self._keep_lines(sheet)
        for line in sheet.form.lines:
            self._products[line.product_id].quantity.show_value(line.quantity)
        for name, field in self.fields().items():
            field.show_error("")
            if name.startswith("offers."):
                self._offer_field(name).show_value(_offer_of(sheet, name))
            text = sheet.form.texts.get(name)
            if text:
                show_typed_text(field, text)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show what follows from edits; a suggested offer follows too, a typed one stays."""
        self._keep_lines(sheet)
        own = len(sheet.form.offers)
        self.discount.show_hint(
            self.tr("{count} harga Anda isi sendiri; memilih lagi menggantinya.").format(count=own)
            if own
            else ""
        )
        self._show_rule(sheet)
        cells = [self._product_cells(sheet, line) for line in sheet.form.lines]
        cells += [self._shipping_cells(sheet, place_id) for place_id in self._shippings]
        self._grid.show_lines(cells)
        self.show_note(self.tr("{count} produk").format(count=len(sheet.form.lines)))
        self.show_state(sheet)

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by name."""
        found: dict[str, Field] = {}
        for product_id, line in self._products.items():
            found[f"goods.{product_id}.quantity"] = line.quantity
            found[f"offers.product:{product_id}"] = line.offer
        for place_id, shipping in self._shippings.items():
            found[f"offers.shipping:{place_id}"] = shipping.offer
        return found

    def reveal(self, name: str) -> Field | None:
        """Return a field; a changed price is settled beside the quantity."""
        if name in {"goods", "total"}:
            return next(iter(self.fields().values()), None)
        return self.fields().get(name.replace(".price", ".quantity") if name.startswith("goods.") else name)

    # ---- inside

    def _keep_lines(self, sheet: CheckoutSheet) -> None:
        wanted = [line.product_id for line in sheet.form.lines]
        items = sheet.verdict.items
        carried = [place.id for place in sheet.form.places if f"shipping:{place.id}" in items]
        _forget(self._products, wanted)
        _forget(self._shippings, carried)
        for product_id in wanted:
            if product_id not in self._products:
                self._products[product_id] = _ProductLine(self, self._grid, product_id)
        for place_id in carried:
            if place_id not in self._shippings:
                self._shippings[place_id] = _ShippingLine(self, self._grid, place_id)

    def _product_cells(self, sheet: CheckoutSheet, line: FormLine) -> tuple[str, list[QWidget | str]]:
        shown = self._products[line.product_id]
        product = sheet.products.get(line.product_id)
        item = sheet.verdict.items.get(f"product:{line.product_id}")
        changed = sheet.problem(f"goods.{line.product_id}.price") is not None
        detail = self.tr("tidak ada lagi di katalog")
        if product is not None:
            detail = self.tr("tayang {price} per {unit}").format(
                price=fmt.rupiah(product.price), unit=product.unit
            )
            shown.quantity.show_unit(product.unit)
        if changed and product is not None:
            detail = self.tr("harga berubah: {seen} menjadi {price} per {unit}").format(
                seen=fmt.rupiah(line.seen_price), price=fmt.rupiah(product.price), unit=product.unit
            )
        shown.about.show_words(product_name(sheet, line.product_id), detail, new_price=changed)
        shown.drop.setEnabled(len(sheet.form.lines) > 1)
        amount = "—"
        if item is not None and item.offer is not None and line.quantity is not None:
            amount = fmt.rupiah(line_amount(line.quantity, item.offer))
        self._follow(shown.offer, sheet, f"offers.product:{line.product_id}")
        return line.product_id, [shown.about, shown.quantity, shown.offer, amount, shown.drop]

    def _shipping_cells(self, sheet: CheckoutSheet, place_id: str) -> tuple[str, list[QWidget | str]]:
        shown = self._shippings[place_id]
        item = sheet.verdict.items[f"shipping:{place_id}"]
        quote = sheet.verdict.quotes[place_id]
        detail = self.tr("{place} · tayang {price}").format(
            place=place_name(sheet, place_id), price=fmt.rupiah(item.listed)
        )
        shown.about.show_words(self.tr("Ongkos kirim"), detail)
        self._follow(shown.offer, sheet, f"offers.shipping:{place_id}")
        weight = self.tr("{count} kg").format(count=quote.kilograms) if quote.kilograms else "—"
        amount = fmt.rupiah(item.offer) if item.offer is not None else "—"
        return f"shipping:{place_id}", [shown.about, weight, shown.offer, amount, ""]

    def _follow(self, field: MoneyField, sheet: CheckoutSheet, name: str) -> None:
        item = sheet.verdict.items.get(name.removeprefix("offers."))
        if item is None:
            return
        if not item.own:
            field.show_value(item.offer)
        field.setToolTip(
            self.tr("{lowest} sampai {highest}").format(
                lowest=fmt.rupiah(item.lowest), highest=fmt.rupiah(item.highest)
            )
        )

    def _offer_field(self, name: str) -> MoneyField:
        kind, _, at = name.removeprefix("offers.").partition(":")
        return self._products[at].offer if kind == "product" else self._shippings[at].offer

    def _show_rule(self, sheet: CheckoutSheet) -> None:
        text = self.tr(
            "Penawaran pertama mencakup semua barang dan ongkir, masing-masing di bawah harga tayang dan"
            " sebelum pajak. Penyedia menjawab dalam {days} hari kerja."
        )
        self._rule.setText(text.format(days=sheet.seller_days))


def _offer_of(sheet: CheckoutSheet, name: str) -> Rupiah | None:
    item = sheet.verdict.items.get(name.removeprefix("offers."))
    return item.offer if item is not None else None


def _forget(lines: dict[str, _ProductLine] | dict[str, _ShippingLine], wanted: list[str]) -> None:
    for gone in [known for known in lines if known not in wanted]:
        for widget in lines.pop(gone).widgets():
            widget.hide()
            widget.deleteLater()
