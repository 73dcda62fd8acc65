"""What the command palette finds beside pages and actions: orders by number or penyedia, and products."""

from __future__ import annotations

from collections.abc import Sequence

from inaproc_core.orders.model import Order
from inaproc_core.roles import BUYERS
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.ports.catalogue import CatalogueQuery, ProductRow
from inaproc_desktop.ports.ui import Lane
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.shell.presenter import PaletteAnswer, PaletteProvider, matches
from inaproc_desktop.views.shell.rows import PaletteEntry
from inaproc_desktop.views.words import order_label, party_of

_LEAST_LETTERS = 2
_MOST = 8


def providers(deps: Deps) -> tuple[PaletteProvider, ...]:
    """Return the finders of an access; a penyedia has no catalogue to buy from."""
    finders: list[PaletteProvider] = [_OrderFinder(deps).find]
    if deps.signed_in.actor.role in BUYERS:
        finders.append(_ProductFinder(deps).find)
    return tuple(finders)


class _OrderFinder:
    def __init__(self, deps: Deps) -> None:
        self._deps = deps

    def find(self, query: str, answer: PaletteAnswer) -> None:
        if len(query.strip()) < _LEAST_LETTERS:
            answer(())
            return
        self._deps.runner.submit(
            Lane.DATA,
            self._look,
            query,
            on_done=lambda orders: answer([self._entry(order) for order in orders]),
        )

    def _look(self, query: str) -> Sequence[Order]:
        found = (view.order for view in self._deps.mirror.orders() if matches(query, _text_of(view.order)))
        return [order for order, _ in zip(found, range(_MOST), strict=False)]

    def _entry(self, order: Order) -> PaletteEntry:
        vendor = order.vendor.name if order.vendor is not None else ""
        label = order_label(order, party_of(self._deps.signed_in.actor.role))
        return PaletteEntry(
            id=f"order:{order.id}",
            text=fmt.order_number(order.number) if order.number else vendor,
            detail=" · ".join(part for part in (vendor, label) if part),
            icon="order",
            group="orders",
            run=lambda: self._deps.navigator.open_page("order", order.id),
        )


class _ProductFinder:
    def __init__(self, deps: Deps) -> None:
        self._deps = deps

    def find(self, query: str, answer: PaletteAnswer) -> None:
        if len(query.strip()) < _LEAST_LETTERS:
            answer(())
            return
        self._deps.runner.submit(
            Lane.DATA,
            self._look,
            query,
            on_done=lambda rows: answer([self._entry(row) for row in rows]),
        )

    def _look(self, query: str) -> Sequence[ProductRow]:
        return self._deps.catalogue.search(CatalogueQuery(text=query, limit=_MOST)).rows

    def _entry(self, row: ProductRow) -> PaletteEntry:
        product = row.product
        return PaletteEntry(
            id=f"product:{product.id}",
            text=product.name,
            detail=f"{fmt.rupiah(product.price)} · {row.vendor_name}",
            icon="catalogue",
            group="products",
            run=lambda: self._deps.navigator.open_page("catalogue", product.id),
        )


def _text_of(order: Order) -> str:
    vendor = order.vendor.name if order.vendor is not None else ""
    return " ".join((order.number, vendor, *(line.name for line in order.lines)))
