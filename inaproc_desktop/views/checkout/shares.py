"""How much of each product one of several places gets."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.values import Quantity
from inaproc_desktop.ports.buying import Amount
from inaproc_desktop.ports.checkout import CheckoutSheet, FormPlace
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.checkout.words import product_name
from inaproc_desktop.views.widgets import (
    Align,
    Field,
    GridColumn,
    LineGrid,
    QuantityField,
    button,
    label,
)

_REST = 3


class SharesGrid(QWidget):
    """A line per product: ordered, for this place, not shared out yet.

    Signals:
        changed(str, Amount): product, and what was typed.
    """

    changed = Signal(str, Amount)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editors: dict[str, QuantityField] = {}
        self._rest: dict[str, int] = {}
        self._grid = LineGrid(
            self.tr("Jumlah untuk lokasi ini"),
            [
                GridColumn(self.tr("Jumlah untuk lokasi ini")),
                GridColumn(self.tr("Dipesan"), 90, Align.RIGHT),
                GridColumn(self.tr("Di sini"), 120),
                GridColumn(self.tr("Belum dibagi"), 96, Align.RIGHT),
            ],
        )
        self.take_rest = button(self.tr("Ambil semua yang belum dibagi"), "link")
        self.take_rest.setObjectName("checkout.place.take_rest")
        self.take_rest.clicked.connect(self._on_take_rest)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(4), 0, 0)
        layout.setSpacing(theme.px(theme.GAP_4))
        layout.addWidget(self._grid)
        layout.addWidget(self.take_rest)
        layout.addWidget(self._problem)

    def show_place(self, sheet: CheckoutSheet, place: FormPlace) -> None:
        """Fill the fields with a place's shares."""
        wanted = [line.product_id for line in sheet.form.lines]
        for gone in [known for known in self._editors if known not in wanted]:
            editor = self._editors.pop(gone)
            editor.hide()
            editor.deleteLater()
        for product_id in wanted:
            editor = self._editor(product_id)
            product = sheet.products.get(product_id)
            editor.show_unit(product.unit if product is not None else "")
            editor.show_value(place.quantities.get(product_id))
            editor.show_error("")
        self._show_lines(sheet)

    def show_sheet(self, sheet: CheckoutSheet, place: FormPlace) -> None:
        """Show what is not shared out yet."""
        if [line.product_id for line in sheet.form.lines] != list(self._editors):
            self.show_place(sheet, place)
        self._show_lines(sheet)

    def first_field(self) -> Field | None:
        """Return the first editor, where a missing share is settled."""
        return next(iter(self._editors.values()), None)

    def _show_lines(self, sheet: CheckoutSheet) -> None:
        self._rest = dict(sheet.verdict.unshared)
        lines: list[tuple[str, list[QWidget | str]]] = []
        for line in sheet.form.lines:
            product = sheet.products.get(line.product_id)
            unit = product.unit if product is not None else ""
            ordered = fmt.quantity(line.quantity, unit) if line.quantity is not None else "—"
            rest = self._rest.get(line.product_id, 0)
            name = product_name(sheet, line.product_id)
            lines.append(
                (line.product_id, [name, ordered, self._editor(line.product_id), fmt.quantity(rest)])
            )
        self._grid.show_lines(lines)
        self.take_rest.setEnabled(any(rest > 0 for rest in self._rest.values()))

    def _editor(self, product_id: str) -> QuantityField:
        editor = self._editors.get(product_id)
        if editor is None:
            editor = QuantityField(self.tr("Jumlah di lokasi ini"), label_visible=False, parent=self._grid)
            editor.setObjectName(f"checkout.share.{product_id}")
            editor.changed.connect(
                lambda _value, at=product_id, made=editor: self.changed.emit(at, Amount(made.value()))
            )
            self._editors[product_id] = editor
        return editor

    def _on_take_rest(self) -> None:
        for product_id, rest in list(self._rest.items()):
            editor = self._editors.get(product_id)
            if rest > 0 and editor is not None:
                total = Quantity((editor.value() or 0) + rest)
                editor.show_value(total)
                self.changed.emit(product_id, Amount(total))
