"""Amounts of an order as documents print them: agreed prices per item, and shares that add up exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inaproc_core.orders.content import Courier, line_item, service_item, shipping_item
from inaproc_core.orders.model import Order, OrderDelivery, OrderLine, OrderService
from inaproc_core.values import Quantity, Rupiah, line_amount


class NotAgreedError(ValueError):
    """The order has no agreed prices yet, so there is nothing to put on paper."""

    def __init__(self, order: Order) -> None:
        super().__init__(f"order {order.number or order.id} has no agreed prices (state {order.state.value})")


@dataclass(frozen=True)
class AgreedPrices:
    """Prices both sides agreed on."""

    items: Mapping[str, Rupiah]

    @classmethod
    def of(cls, order: Order) -> AgreedPrices:
        """Return the agreed prices of an order.

        Raises:
            NotAgreedError: before agreement.
        """
        if order.agreed is None:
            raise NotAgreedError(order)
        return cls(order.agreed)

    def unit(self, line: OrderLine) -> Rupiah:
        """Return the unit price of a product line."""
        return self.items[line_item(line.no)]

    def line(self, line: OrderLine) -> Rupiah:
        """Return quantity times unit price, rounded as the totals are."""
        return line_amount(line.quantity, self.unit(line))

    def service(self, service: OrderService) -> Rupiah:
        """Return the price of a layanan tambahan."""
        return self.items[service_item(service.no)]

    def shipping(self, place: OrderDelivery) -> Rupiah:
        """Return what a delivery costs: the agreed price, or the third-party courier's fixed one."""
        if place.courier is Courier.VENDOR:
            return self.items[shipping_item(place.no)]
        return place.listed_shipping


def goods_by_delivery(order: Order, prices: AgreedPrices) -> dict[int, Rupiah]:
    """Return the goods value of each delivery number.

    Fractions of a rupiah are rounded on the running sum, so the parts of a line add up to its amount.
    """
    shares = {place.no: 0 for place in order.deliveries}
    for line in order.lines:
        unit = prices.unit(line)
        delivered = 0
        booked = 0
        for place in order.deliveries:
            delivered += place.quantities.get(str(line.no), 0)
            upto = line_amount(Quantity(delivered), unit)
            shares[place.no] += upto - booked
            booked = upto
    return {number: Rupiah(amount) for number, amount in shares.items()}
