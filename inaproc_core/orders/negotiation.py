"""Rows 4–11 and 14: offers, counter offers, agreement and its failure (orders.md §4)."""

from __future__ import annotations

from collections.abc import Mapping

from inaproc_core.errors import refuse
from inaproc_core.orders.context import Context, person, require_reason
from inaproc_core.orders.events import NegotiationCancelled, PricesAgreed, PricesOffered
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import Party, State
from inaproc_core.orders.totals import listed_prices, order_totals
from inaproc_core.policy import Policy
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah

_MAX_NOTE = 2000


def floor_of(item: str, policy: Policy) -> Rupiah:
    """Return the lowest price an item may be offered at."""
    kind = item.partition(":")[0]
    return {
        "line": policy.product_floor,
        "service": policy.service_floor,
        "shipping": policy.shipping_floor,
    }[kind]


def check_offer(
    listed: Mapping[str, Rupiah],
    ceilings: Mapping[str, Rupiah],
    offers: Mapping[str, Rupiah],
    policy: Policy,
    *,
    whole: bool,
) -> None:
    """Check a buyer's offer: each price below the ceiling, not under its floor, known items only.

    Args:
        listed: every negotiable item with its listed price.
        ceilings: listed price in the first round, the penyedia's last price later; an offer must be lower.
            An item already at its floor cannot go lower and is offered at the floor.
        offers: the buyer's prices.
        policy: floors of the day.
        whole: the first offer covers every item; later rounds may pick.

    Raises:
        Refused: ``offer.unknown_item``, ``offer.incomplete``, ``offer.below_floor``, ``offer.not_lower``.
    """
    if not offers:
        refuse("offer.empty", at="prices")
    for item in offers:
        if item not in listed:
            refuse("offer.unknown_item", at=f"prices.{item}", item=item)
    for item, ceiling in ceilings.items():
        price = offers.get(item)
        if price is None:
            if whole:
                refuse("offer.incomplete", at=f"prices.{item}", item=item)
            continue
        floor = floor_of(item, policy)
        if price < floor:
            refuse("offer.below_floor", at=f"prices.{item}", item=item, price=price, floor=floor)
        if price >= ceiling and not (price == ceiling == floor):
            refuse("offer.not_lower", at=f"prices.{item}", item=item, price=price, ceiling=ceiling)


def prices_of(order: Order, party: Party) -> Mapping[str, Rupiah]:
    """Return a side's standing prices; the penyedia's are the listed ones until it counters."""
    latest = order.last_round(party)
    if latest is not None:
        return latest.prices
    return listed_prices(order.lines, order.services, order.deliveries)


def counter_bounds(order: Order) -> dict[str, tuple[Rupiah, Rupiah]]:
    """Return per item the lowest and highest price that the penyedia may answer with (row 5)."""
    buyer, own = prices_of(order, Party.BUYER), prices_of(order, Party.VENDOR)
    return {item: (buyer[item], own[item]) for item in own}


def offer_bounds(order: Order, policy: Policy) -> dict[str, tuple[Rupiah, Rupiah]]:
    """Return per item the lowest and highest price that the buyer may offer (row 8).

    The highest is one rupiah under the penyedia's last price, or the floor where that is the last price.
    """
    bounds: dict[str, tuple[Rupiah, Rupiah]] = {}
    for item, ceiling in prices_of(order, Party.VENDOR).items():
        floor = floor_of(item, policy)
        bounds[item] = (floor, Rupiah(max(floor, ceiling - 1)))
    return bounds


def counter_offer(
    order: Order, round_no: int, prices: Mapping[str, Rupiah], note: str, actor: Actor, ctx: Context
) -> PricesOffered:
    """Row 5: the penyedia answers; items left out keep the penyedia's last price."""
    _guard_round(order, round_no, ctx)
    bounds = counter_bounds(order)
    if not prices:
        refuse("offer.empty", at="prices")
    for item, price in prices.items():
        if item not in bounds:
            refuse("offer.unknown_item", at=f"prices.{item}", item=item)
        lowest, highest = bounds[item]
        if price > highest:
            refuse("offer.above_own_last", at=f"prices.{item}", item=item, price=price, ceiling=highest)
        if price < lowest:
            refuse("offer.below_buyer", at=f"prices.{item}", item=item, price=price, floor=lowest)
    whole = {**prices_of(order, Party.VENDOR), **prices}
    return _offered(order, Party.VENDOR, whole, note, actor, ctx, ctx.policy.negotiation_buyer_days)


def offer_prices(
    order: Order, round_no: int, prices: Mapping[str, Rupiah], note: str, actor: Actor, ctx: Context
) -> PricesOffered:
    """Row 8: the buyer offers again; items left out keep the buyer's last price."""
    _guard_round(order, round_no, ctx)
    maximum = ctx.policy.max_rounds
    if maximum is not None and round_no >= maximum:
        refuse("offer.no_more_rounds", maximum=maximum)
    listed = listed_prices(order.lines, order.services, order.deliveries)
    check_offer(listed, prices_of(order, Party.VENDOR), prices, ctx.policy, whole=False)
    whole = {**prices_of(order, Party.BUYER), **prices}
    return _offered(order, Party.BUYER, whole, note, actor, ctx, ctx.policy.negotiation_seller_days)


def agree(order: Order, round_no: int, actor: Actor, ctx: Context, facts: Facts) -> PricesAgreed:
    """Rows 4 and 7: take the other side's last prices and freeze them."""
    _guard_round(order, round_no, ctx)
    _still_listed(order, facts)
    party = Party.VENDOR if order.state is State.WAIT_SELLER else Party.BUYER
    other = Party.BUYER if party is Party.VENDOR else Party.VENDOR
    prices = dict(prices_of(order, other))
    return PricesAgreed(
        at=ctx.now,
        by=person(actor),
        party=party,
        prices=prices,
        totals=order_totals(order, prices, ctx.policy),
        deadline=ctx.deadline(ctx.policy.ppk_follow_up_days),
    )


def cancel(cause: str, reason: str, actor: Actor, ctx: Context) -> NegotiationCancelled:
    """Rows 6 and 9: one side ends it, with a reason."""
    return NegotiationCancelled(at=ctx.now, by=person(actor), cause=cause, reason=require_reason(reason, ctx))


def delist(order: Order, product_id: str, actor: Actor, ctx: Context) -> NegotiationCancelled:
    """Row 10: the negotiation fails with the product."""
    line = next((line for line in order.lines if line.product_id == product_id), None)
    if line is None:
        refuse("order.product_not_in_order", product=product_id)
    return NegotiationCancelled(at=ctx.now, by=person(actor), cause="delisted", reason=line.name)


def expire(order: Order, actor: Actor, ctx: Context) -> NegotiationCancelled:
    """Rows 11 and 14: Batal Otomatis."""
    require_expired(order, ctx)
    return NegotiationCancelled(at=ctx.now, by=person(actor), cause="expired", reason="")


def require_expired(order: Order, ctx: Context) -> None:
    """Refuse to end an order by time while its deadline has not passed."""
    if order.deadline is None or ctx.now <= order.deadline:
        refuse("order.deadline_not_passed", until=order.deadline.isoformat() if order.deadline else "")


def _offered(
    order: Order,
    party: Party,
    prices: Mapping[str, Rupiah],
    note: str,
    actor: Actor,
    ctx: Context,
    days: int,
) -> PricesOffered:
    if len(note) > _MAX_NOTE:
        refuse("offer.note_too_long", at="note", maximum=_MAX_NOTE, length=len(note))
    return PricesOffered(
        at=ctx.now,
        by=person(actor),
        party=party,
        prices=dict(prices),
        totals=order_totals(order, prices, ctx.policy),
        note=note.strip(),
        deadline=ctx.deadline(days),
    )


def _guard_round(order: Order, round_no: int, ctx: Context) -> None:
    if round_no != len(order.rounds):
        refuse("offer.round_moved_on", at="round_no", seen=round_no, round=len(order.rounds))
    if order.deadline is not None and ctx.now > order.deadline:
        refuse("offer.deadline_passed", until=order.deadline.isoformat())


def _still_listed(order: Order, facts: Facts) -> None:
    for line in order.lines:
        product = facts.products.get(line.product_id)
        if product is not None and not product.listed:
            refuse("order.product_delisted", product=line.name)
