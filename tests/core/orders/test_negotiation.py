"""Rounds, bounds, agreement, return and automatic ends."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.model import Order
from inaproc_core.orders.negotiation import counter_bounds, offer_bounds
from inaproc_core.orders.states import Party, State
from inaproc_core.roles import SYSTEM, Actor
from inaproc_core.values import Rupiah
from tests.builders import NOW, PP, PPK, VENDOR, Play, context, facts, play_to, product

# Listed: paper Rp60.000, toner Rp1.200.000, shipping Rp60.000; the buyer offered ten percent less, the
# penyedia answered with three percent less (58.200, 1.164.000, 48.500).


def attempt(order: Order, command: c.Command, actor: Actor, **change: object):
    return decide(order, command, actor, facts(), context(change.get("now", NOW)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("prices", "code", "at"),
    [
        ({"line:1": 60_001}, "offer.above_own_last", "prices.line:1"),
        ({"line:1": 53_999}, "offer.below_buyer", "prices.line:1"),
        ({"line:9": 1}, "offer.unknown_item", "prices.line:9"),
        ({}, "offer.empty", "prices"),
        ({"line:1": 54_000}, "", ""),
        ({"line:1": 60_000}, "", ""),
    ],
)
def test_the_penyedia_answers_between_the_offer_and_its_own_last_price(prices, code, at):
    decision = attempt(play_to(State.WAIT_SELLER), c.CounterOffer(round_no=1, prices=prices), VENDOR)
    assert isinstance(decision, Refusal) is bool(code)
    if isinstance(decision, Refusal):
        assert (decision.code, decision.field) == (code, at)


@pytest.mark.parametrize(
    ("prices", "code"),
    [
        ({"line:1": 58_200}, "offer.not_lower"),
        ({"line:1": 58_199}, ""),
        ({"line:1": 0}, "offer.below_floor"),
        ({"shipping:1": 0}, ""),
        ({"shipping:1": -1}, "offer.below_floor"),
        ({"shipping:2": 10}, "offer.unknown_item"),
    ],
)
def test_the_buyer_offers_below_the_last_counter_price(prices, code):
    decision = attempt(play_to(State.WAIT_BUYER), c.OfferPrices(round_no=2, prices=prices), PP)
    assert isinstance(decision, Refusal) is bool(code)
    if isinstance(decision, Refusal):
        assert decision.code == code


def test_a_third_party_courier_is_no_item_of_the_negotiation():
    order = play_to(State.WAIT_BUYER)
    assert set(offer_bounds(order, context().policy)) == {"line:1", "line:2", "shipping:1"}


def test_items_left_out_keep_that_sides_last_price():
    order = play_to(State.WAIT_BUYER)
    decision = attempt(order, c.OfferPrices(round_no=2, prices={"line:1": Rupiah(57_000)}), PP)
    assert not isinstance(decision, Refusal)
    after = fold(order, decision, order.id)
    assert after is not None
    assert after.rounds[-1].prices == {**order.rounds[0].prices, "line:1": 57_000}


def test_a_reply_to_an_older_round_or_after_the_deadline_is_refused():
    order = play_to(State.WAIT_BUYER)
    stale = attempt(order, c.OfferPrices(round_no=1, prices={"line:1": Rupiah(50_000)}), PP)
    assert isinstance(stale, Refusal)
    assert (stale.code, stale.facts) == ("offer.round_moved_on", {"seen": 1, "round": 2})
    assert order.deadline is not None
    late = attempt(order, c.AgreePrices(round_no=2), PP, now=order.deadline + timedelta(seconds=1))
    assert isinstance(late, Refusal)
    assert late.code == "offer.deadline_passed"


def test_agreement_takes_the_other_sides_prices_and_gives_back_the_saving():
    order = play_to(State.WAIT_BUYER)
    (event,) = _accepted(attempt(order, c.AgreePrices(round_no=2), PP))
    after = fold(order, (event,), order.id)
    assert after is not None
    assert after.agreed == order.rounds[1].prices
    assert after.reserved == after.current.total < order.listed.total  # type: ignore[union-attr]


def test_agreement_needs_the_products_still_listed():
    order = play_to(State.WAIT_BUYER)
    gone = facts(product("p-1", listed=False), product("p-2", price=1_200_000))
    decision = decide(order, c.AgreePrices(round_no=2), PP, gone, context())
    assert isinstance(decision, Refusal)
    assert decision.code == "order.product_delisted"


def test_a_returned_order_opens_again_where_the_buyer_may_ask_for_less_or_agree():
    order = play_to(State.WAITING_PPK_REVIEW)
    (event,) = _accepted(attempt(order, c.ReturnToBuyer(reason="Harga masih di atas pasar"), PPK))
    back = fold(order, (event,), order.id)
    assert back is not None
    assert back.state is State.WAIT_BUYER
    assert [r.party for r in back.rounds] == [Party.BUYER, Party.VENDOR, Party.BUYER, Party.VENDOR]
    assert back.agreed is None
    assert not isinstance(attempt(back, c.AgreePrices(round_no=4), PP), Refusal)
    lower = {"line:1": Rupiah(back.rounds[-1].prices["line:1"] - 1)}
    assert not isinstance(attempt(back, c.OfferPrices(round_no=4, prices=lower), PP), Refusal)


def test_reasons_are_long_enough():
    decision = attempt(play_to(State.WAIT_SELLER), c.DeclineNegotiation(reason="  tidak sanggup "), VENDOR)
    assert not isinstance(decision, Refusal)
    short = attempt(play_to(State.WAIT_SELLER), c.DeclineNegotiation(reason="tidak   "), VENDOR)
    assert isinstance(short, Refusal)
    assert short.facts == {"minimum": 10, "length": 5}


@pytest.mark.parametrize(
    ("state", "ends"),
    [
        (State.WAIT_SELLER, State.CANCELLED_ON_NEGOTIATION),
        (State.WAIT_BUYER, State.CANCELLED_ON_NEGOTIATION),
        (State.AGREED, State.CANCELLED_ON_NEGOTIATION),
        (State.WAITING_SELLER_CONFIRMATION, State.CANCELLED),
    ],
)
def test_a_passed_deadline_ends_the_order_and_frees_the_budget(state: State, ends: State):
    order = play_to(state)
    assert order.deadline is not None
    early = attempt(order, c.ExpireDeadline(), SYSTEM, now=order.deadline)
    assert isinstance(early, Refusal)
    (event,) = _accepted(
        attempt(order, c.ExpireDeadline(), SYSTEM, now=order.deadline + timedelta(seconds=1))
    )
    after = fold(order, (event,), order.id)
    assert after is not None
    assert (after.state, after.reserved, after.committed, after.deadline) == (ends, 0, 0, None)


@given(data=st.data())
def test_any_legal_game_alternates_and_never_raises_a_price(data: st.DataObject):
    play = Play(order=play_to(State.WAIT_SELLER), known=facts())
    for _ in range(data.draw(st.integers(1, 6))):
        order = play.order
        assert order is not None
        seller = order.state is State.WAIT_SELLER
        bounds = counter_bounds(order) if seller else offer_bounds(order, context().policy)
        prices = {
            item: Rupiah(data.draw(st.integers(low, high)))
            for item, (low, high) in bounds.items()
            if low <= high
        }
        number = len(order.rounds)
        command: c.Command = (
            c.CounterOffer(round_no=number, prices=prices)
            if seller
            else c.OfferPrices(round_no=number, prices=prices)
        )
        decision = decide(order, command, VENDOR if seller else PP, facts(), context(play.now))
        if isinstance(decision, Refusal):
            assert decision.code == "offer.not_lower"  # the item stands at its floor on one side only
            break
        play.order = fold(order, decision, order.id)
    assert play.order is not None
    parties = [r.party for r in play.order.rounds]
    assert all(a is not b for a, b in itertools.pairwise(parties))
    theirs = [r.prices for r in play.order.rounds if r.party is Party.VENDOR]
    assert all(
        later[item] <= earlier[item] for earlier, later in itertools.pairwise(theirs) for item in earlier
    )


def _accepted(decision):
    assert not isinstance(decision, Refusal), decision
    return decision


def test_only_the_buyer_of_the_order_negotiates_it():
    order = play_to(State.WAIT_BUYER)
    colleague = replace(PP, user_id="u-other", access_id="a-other")
    decision = attempt(order, c.AgreePrices(round_no=2), colleague)
    assert isinstance(decision, Refusal)
    assert decision.code == "order.not_your_purchase"
