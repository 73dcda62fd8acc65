"""The list at the left of Pengiriman and Penerimaan: orders, whose move it is, until when."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from inaproc_desktop.ports.finishing import GoodsRow
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets.table import Column, Table
from inaproc_desktop.views.widgets.values import EmptyText, PillText


class GoodsList(Table):
    """Orders as two-line rows.

    Args:
        key: name of the page, prefix of object name and remembered widths.
        name: what is listed, for a screen reader.
        state: a row's state as a pill.
        other: the other side's name of a row.
        empty: what the empty list says.
        parent: the widget that owns it.
    """

    def __init__(
        self,
        key: str,
        name: str,
        *,
        state: Callable[[GoodsRow], PillText],
        other: Callable[[GoodsRow], str],
        empty: EmptyText,
        parent: QWidget | None = None,
    ) -> None:
        columns: list[Column[GoodsRow]] = [
            Column(
                key="order",
                title=name,
                text=lambda one: fmt.order_number(one.order.number),
                secondary=other,
                width=120,
                stretch=True,
                strong=True,
                tooltip=lambda one: one.order.number,
            ),
            Column(key="state", title="", text=lambda _one: "", pill=state, width=188),
        ]
        super().__init__(name, columns, lines=2, key=f"{key}.list", empty=empty, parent=parent)
        self.setObjectName(f"{key}.list")

    def show_orders(self, rows: Sequence[GoodsRow]) -> None:
        """Show these orders."""
        self.show_rows(rows)
