"""The Keranjang: what somebody means to buy, by penyedia, checked against the catalogue of now."""

from __future__ import annotations

from dataclasses import replace

from inaproc_core.errors import refuse
from inaproc_core.orders.quoting import check_buyable
from inaproc_core.values import ZERO, Quantity, Rupiah, line_amount
from inaproc_desktop.ports.buying import CartGroup, CartRow, CartView, LineState
from inaproc_desktop.ports.data import Cart, CartLine, Catalogue, ProductRow
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.services.rules import Rules


class CartService:
    """Puts into, changes and takes out of the Keranjang."""

    def __init__(self, *, cart: Cart, catalogue: Catalogue, rules: Rules, clock: Clock) -> None:
        self._cart = cart
        self._catalogue = catalogue
        self._rules = rules
        self._clock = clock

    def read(self) -> CartView:
        """Return the Keranjang, grouped by penyedia in the order they first came."""
        lines = self._cart.lines()
        known = {row.product.id: row for row in self._catalogue.products(tuple(x.product_id for x in lines))}
        by_vendor: dict[str, list[CartRow]] = {}
        for line in lines:
            by_vendor.setdefault(line.vendor_id, []).append(_row_of(line, known.get(line.product_id)))
        groups = tuple(self._group(vendor_id, tuple(rows)) for vendor_id, rows in by_vendor.items())
        return CartView(
            groups=groups,
            lines=len(lines),
            most_lines=self._rules.policy().cart_max_lines,
            goods=Rupiah(sum(group.goods for group in groups)),
        )

    def count(self) -> int:
        """Return how many lines there are, for the badge."""
        return len(self._cart.lines())

    def add(self, product_id: str, quantity: Quantity) -> ChangeSet:
        """Put a product in; more of one that is already there adds up.

        Raises:
            Refused: ``checkout.product_unknown``, ``checkout.product_delisted``,
                ``checkout.quantity_missing``, ``checkout.quantity_below_minimum``,
                ``checkout.quantity_over_stock``, ``checkout.too_many_lines``.
        """
        row = self._catalogue.product(product_id)
        if row is None:
            refuse("checkout.product_unknown", at="product_id", product=product_id)
        lines = {line.product_id: line for line in self._cart.lines()}
        present = lines.get(product_id)
        total = Quantity(quantity + (present.quantity if present is not None else 0))
        if quantity <= 0:
            refuse("checkout.quantity_missing", at="quantity", product=row.product.name)
        check_buyable(row.product, total)
        maximum = self._rules.policy().cart_max_lines
        if present is None and len(lines) >= maximum:
            refuse("checkout.too_many_lines", at="lines", maximum=maximum, count=len(lines) + 1)
        return self._cart.put(
            CartLine(
                product_id=product_id,
                vendor_id=row.product.vendor_id,
                quantity=total,
                seen_price=row.product.price,
                added_at=present.added_at if present is not None else self._clock.now(),
            )
        )

    def change_quantity(self, product_id: str, quantity: Quantity) -> ChangeSet:
        """Set the quantity of a line.

        Raises:
            Refused: as ``add``; the line stays as it was.
        """
        line = self._line(product_id)
        row = self._catalogue.product(product_id)
        if row is not None:
            check_buyable(row.product, quantity)
        return self._cart.put(replace(line, quantity=quantity))

    def take_new_price(self, product_id: str) -> ChangeSet:
        """Say that the changed price was seen."""
        line = self._line(product_id)
        row = self._catalogue.product(product_id)
        if row is None:
            refuse("checkout.product_unknown", at="product_id", product=product_id)
        return self._cart.put(replace(line, seen_price=row.product.price))

    def remove(self, product_id: str) -> tuple[CartLine, ChangeSet]:
        """Take a product out; the line comes back for an undo."""
        line = self._line(product_id)
        return line, self._cart.remove(product_id)

    def put_back(self, line: CartLine) -> ChangeSet:
        """Undo a removal."""
        return self._cart.put(line)

    def _line(self, product_id: str) -> CartLine:
        line = next((one for one in self._cart.lines() if one.product_id == product_id), None)
        if line is None:
            refuse("checkout.product_unknown", at="product_id", product=product_id)
        return line

    def _group(self, vendor_id: str, rows: tuple[CartRow, ...]) -> CartGroup:
        vendor = self._catalogue.vendor(vendor_id)
        blocked = ""
        if vendor is None or not vendor.active:
            blocked = "vendor_inactive"
        elif any(row.blocks for row in rows):
            blocked = "line_blocked"
        return CartGroup(
            vendor_id=vendor_id,
            vendor=vendor,
            rows=rows,
            goods=Rupiah(sum(row.amount for row in rows)),
            blocked=blocked,
        )


def _row_of(line: CartLine, row: ProductRow | None) -> CartRow:
    if row is None or not row.product.listed:
        return CartRow(line=line, row=row, state=LineState.DELISTED, amount=ZERO)
    product = row.product
    state = LineState.GOOD
    if product.stock is not None and line.quantity > product.stock:
        state = LineState.OVER_STOCK
    elif line.quantity < product.minimum:
        state = LineState.BELOW_MINIMUM
    elif product.price != line.seen_price:
        state = LineState.PRICE_CHANGED
    return CartRow(line=line, row=row, state=state, amount=line_amount(line.quantity, product.price))
