"""What lies on the table of a negotiation, and what a reply would do to it. Pure and quick."""

from __future__ import annotations

from collections.abc import Mapping

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.content import Courier, line_item, service_item, shipping_item
from inaproc_core.orders.context import Context
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.machine import decide
from inaproc_core.orders.model import Order
from inaproc_core.orders.negotiation import counter_bounds, offer_bounds, prices_of
from inaproc_core.orders.states import Party, State
from inaproc_core.orders.totals import listed_prices, order_totals
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah, half_up_div
from inaproc_desktop.ports.ordering import Bargain, Item, Preview


def items_of(order: Order, seat: Party, ctx: Context | None) -> tuple[Item, ...]:
    """Return what is bargained over, in document order.

    Args:
        order: the order.
        seat: the reader's side.
        ctx: rules of the day where the reader may offer now; ``None`` leaves the bounds out.
    """
    listed = listed_prices(order.lines, order.services, order.deliveries)
    own, other = sides_of(seat)
    mine, theirs = order.last_round(own), order.last_round(other)
    bounds: Mapping[str, tuple[Rupiah, Rupiah]] = {}
    if ctx is not None and order.state is State.WAIT_SELLER:
        bounds = counter_bounds(order)
    elif ctx is not None and order.state is State.WAIT_BUYER:
        bounds = offer_bounds(order, ctx.policy)

    def item(key: str, name: str, **more: object) -> Item:
        low, high = bounds.get(key, (None, None))
        return Item(
            key=key,
            name=name,
            listed=listed[key],
            mine=mine.prices.get(key) if mine is not None else None,
            theirs=theirs.prices.get(key) if theirs is not None else None,
            lowest=low,
            highest=high,
            **more,  # type: ignore[arg-type]  # members of Item, given by the three callers below
        )

    found = [
        item(
            line_item(line.no),
            line.name,
            quantity=line.quantity,
            unit=line.unit,
            tkdn=line.tkdn,
            bmp=line.bmp,
            pdn=line.pdn,
        )
        for line in order.lines
    ]
    found += [item(service_item(service.no), service.name) for service in order.services]
    for place in order.deliveries:
        if place.courier is Courier.VENDOR:
            found.append(item(shipping_item(place.no), "", place=place.region_path))
        else:
            found.append(
                Item(
                    key=f"courier:{place.no}", name="", listed=place.listed_shipping, place=place.region_path
                )
            )
    return tuple(found)


def preview(order: Order, seat: Party, prices: Mapping[str, Rupiah], actor: Actor, ctx: Context) -> Preview:
    """Return what a reply would do: each price decided by the rules, the whole added up by the core."""
    kind = c.CounterOffer if seat is Party.VENDOR else c.OfferPrices
    problems: dict[str, Refusal] = {}
    for item, price in prices.items():
        decision = decide(order, kind(round_no=len(order.rounds), prices={item: price}), actor, Facts(), ctx)
        if isinstance(decision, Refusal):
            problems[item] = decision
    own, _ = sides_of(seat)
    return preview_at(
        order, {**prices_of(order, own), **prices}, problems, ctx, ready=bool(prices) and not problems
    )


def saving_of(order: Order, total: Rupiah) -> tuple[int, int]:
    """Return what a total saves against the listed one, in rupiah and in hundredths of a percent."""
    listed = order.listed.total if order.listed is not None else total
    saved = listed - total
    points = half_up_div(abs(saved) * 10_000, listed) if listed > 0 else 0
    return saved, points if saved >= 0 else -points


def preview_at(
    order: Order, prices: Mapping[str, Rupiah], problems: Mapping[str, Refusal], ctx: Context, *, ready: bool
) -> Preview:
    """Return the order's money at these prices."""
    totals = order_totals(order, prices, ctx.policy)
    saved, points = saving_of(order, totals.total)
    return Preview(problems=problems, totals=totals, saved=saved, saved_basis_points=points, ready=ready)


def preview_of_theirs(order: Order, seat: Party, ctx: Context) -> Preview | None:
    """Return what taking the other side's prices comes to; the agreed ones once there are any."""
    if order.agreed is not None:
        return preview_at(order, order.agreed, {}, ctx, ready=False)
    _, other = sides_of(seat)
    latest = order.last_round(other)
    return preview_at(order, latest.prices, {}, ctx, ready=True) if latest is not None else None


def sides_of(seat: Party) -> tuple[Party, Party]:
    """Own and other side of the table; who only looks sits behind the buyer."""
    return (Party.VENDOR, Party.BUYER) if seat is Party.VENDOR else (Party.BUYER, Party.VENDOR)


def same_prices(bargain: Bargain) -> dict[str, Rupiah]:
    """Return prices that meet the other side: its last offer, moved into what may be offered.

    A buyer has to stay below the penyedia, so a buyer repeats the own last offer instead.
    """
    return {
        item.key: _within(item, item.theirs if bargain.seat is Party.VENDOR else item.mine)
        for item in bargain.items
        if item.highest is not None
    }


def lower_prices(bargain: Bargain, percent_hundredths: int) -> dict[str, Rupiah]:
    """Return the penyedia's standing prices less a percentage, moved into what may be offered.

    Args:
        bargain: the negotiation.
        percent_hundredths: 500 is 5 %.
    """
    kept = 10_000 - min(max(percent_hundredths, 0), 10_000)
    prices: dict[str, Rupiah] = {}
    for item in bargain.items:
        if item.highest is None:
            continue
        standing = item.mine if bargain.seat is Party.VENDOR else item.theirs
        base = item.listed if standing is None else standing
        prices[item.key] = _within(item, Rupiah(base * kept // 10_000))
    return prices


def _within(item: Item, price: Rupiah | None) -> Rupiah:
    lowest, highest = item.lowest or Rupiah(0), item.highest or Rupiah(0)
    return Rupiah(max(lowest, min(price if price is not None else highest, highest)))
