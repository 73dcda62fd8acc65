"""Products side by side; what differs is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from inaproc_desktop.ports.buying import ProductDetail
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.catalogue.words import (
    content_words,
    ppn_words,
    stock_words,
    vendor_words,
    weight_words,
)
from inaproc_desktop.views.widgets import FormDialog, label, rule


def compared_rows(details: Sequence[ProductDetail]) -> list[tuple[str, list[str], bool]]:
    """Return the lines of a comparison: what, a value per product, and whether the values differ."""
    lines: list[tuple[str, Callable[[ProductDetail], str]]] = [
        (QCoreApplication.translate("Catalogue", "Harga"), _price),
        (QCoreApplication.translate("Catalogue", "Merek"), lambda one: one.row.product.brand or "—"),
        (QCoreApplication.translate("Catalogue", "Penyedia"), lambda one: one.row.vendor_name),
        (QCoreApplication.translate("Catalogue", "Jenis penyedia"), lambda one: vendor_words(one.vendor)),
        (QCoreApplication.translate("Catalogue", "TKDN + BMP"), lambda one: content_words(one.row.product)),
        (
            QCoreApplication.translate("Catalogue", "Minimum"),
            lambda one: fmt.quantity(one.row.product.minimum, one.row.product.unit),
        ),
        (QCoreApplication.translate("Catalogue", "Stok"), lambda one: stock_words(one.row.product)),
        (QCoreApplication.translate("Catalogue", "Berat"), lambda one: weight_words(one.row.product)),
        (QCoreApplication.translate("Catalogue", "Pajak"), lambda one: ppn_words(one.row.product)),
        (QCoreApplication.translate("Catalogue", "Kategori"), lambda one: one.row.product.category or "—"),
    ]
    shown = [(name, [say(one) for one in details]) for name, say in lines]
    return [(name, values, len(set(values)) > 1) for name, values in shown]


def _price(detail: ProductDetail) -> str:
    product = detail.row.product
    return f"{fmt.rupiah(product.price)} / {product.unit}"


class ComparisonDialog(FormDialog):
    """A sheet with up to four products; lines that differ are bold, equal ones quiet."""

    def __init__(self, parent: QWidget, details: Sequence[ProductDetail]) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(theme.GAP_16))
        grid.setVerticalSpacing(theme.px(6))
        for column, one in enumerate(details, start=1):
            name = label(one.row.product.name, "heading", wrap=True)
            name.setMinimumWidth(theme.px(150))
            grid.addWidget(name, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        line = 1
        for what, values, differs in compared_rows(details):
            grid.addWidget(rule(), line, 0, 1, len(details) + 1)
            grid.addWidget(label(what, "muted"), line + 1, 0, Qt.AlignmentFlag.AlignTop)
            for column, value in enumerate(values, start=1):
                cell = label(value, "strong" if differs else "muted", wrap=True, selectable=True)
                cell.setAccessibleName(f"{details[column - 1].row.product.name}, {what}: {value}")
                grid.addWidget(cell, line + 1, column, Qt.AlignmentFlag.AlignTop)
            line += 2
        super().__init__(
            parent,
            title=QCoreApplication.translate("Catalogue", "Perbandingan produk"),
            body=body,
            confirm=QCoreApplication.translate("Catalogue", "Selesai"),
            width=170 + 190 * len(details),
        )
        self.setObjectName("catalogue.comparison")
        self.cancel_button.hide()
        self.confirmed.connect(self.accept)
