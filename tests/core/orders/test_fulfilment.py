"""From review to payment: checklist, signatures, shipments, inspection, BAST, termins, budget, visibility."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.acceptance import split_termins
from inaproc_core.orders.budget import budget_effect
from inaproc_core.orders.content import PaymentPlan
from inaproc_core.orders.delivery import left_to_ship
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.shipping_price import billed_kilograms, shipping_quote
from inaproc_core.orders.states import State
from inaproc_core.orders.verification import verification_number
from inaproc_core.orders.visibility import scopes_of, view_for
from inaproc_core.values import Quantity, Rupiah, quantity
from tests.builders import (
    BENDAHARA,
    NOW,
    PP,
    PPK,
    TARIFF,
    VENDOR,
    Play,
    checkout,
    context,
    facts,
    form,
    play_to,
)


def refused(order, command, actor, given=None, now=NOW + timedelta(hours=2)) -> Refusal:
    decision = decide(order, command, actor, given or facts(), context(now))
    assert isinstance(decision, Refusal), decision
    return decision


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.IssueLetter(terms="", checklist=CHECKLIST[:-1]), "review.checklist_incomplete"),
        (c.IssueLetter(terms="", checklist=(*CHECKLIST, "luck")), "review.unknown_point"),
        (c.IssueLetter(terms="x" * 5001, checklist=CHECKLIST), "review.terms_too_long"),
        (c.RejectOrder(reason="tidak"), "reason.too_short"),
    ],
)
def test_a_review_is_complete_or_refused(command: c.Command, code: str):
    assert refused(play_to(State.WAITING_PPK_REVIEW), command, PPK).code == code


def test_a_ppk_who_bought_alone_has_nobody_to_return_to():
    order = play_to(State.WAITING_PPK_REVIEW, buyer=PPK)
    reason = "Spesifikasi belum sesuai kebutuhan"
    assert refused(order, c.ReturnToBuyer(reason=reason), PPK).code == "review.own_order_cannot_return"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"valid": False}, "signature.invalid"),
        ({"based_on": "f" * 64}, "signature.document_moved_on"),
        ({"signer_user_id": "u-pp"}, "signature.other_person"),
        ({"sha256": "e" * 64}, "signature.not_uploaded"),
        ({"document_id": "other"}, "signature.not_uploaded"),
    ],
)
def test_a_signature_must_be_ours_of_this_document_and_of_this_revision(change, code):
    order = play_to(State.ESIGN_IN_PROGRESS)
    play = Play(known=facts())
    assert order.letter is not None
    good = play.signed(PPK, order.letter.document_id, "1" * 64)
    assert good.signature is not None
    bad = replace(good, signature=replace(good.signature, **change))
    assert refused(order, c.SignLetter(sha256="1" * 64), PPK, bad).code == code
    assert refused(order, c.SignLetter(sha256="1" * 64), PPK).code == "signature.not_uploaded"


def ship(order, **change):
    base = c.Ship(
        delivery_no=1,
        courier_name="Armada sendiri",
        tracking_number="",
        driver="Gilang Latihan",
        quantities=dict(order.deliveries[0].quantities),
        expected_on=date(2026, 12, 1),
    )
    return replace(base, **change)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"delivery_no": 2}, "shipment.unknown_delivery"),
        ({"courier_name": " "}, "shipment.courier_missing"),
        ({"driver": ""}, "shipment.driver_missing"),
        ({"expected_on": date(2026, 11, 1)}, "shipment.expected_past"),
        ({"quantities": {}}, "shipment.empty"),
        ({"quantities": {"1": quantity(10, 1)}}, "shipment.more_than_left"),
        ({"quantities": {"7": quantity(1)}}, "shipment.more_than_left"),
        ({"quantities": {"1": Quantity(-1)}}, "shipment.more_than_left"),
    ],
)
def test_a_shipment_is_complete_and_not_more_than_is_left(change, code):
    order = play_to(State.PROCESSING)
    assert refused(order, ship(order, **change), VENDOR).code == code


def test_an_order_arrives_when_every_part_has():
    play = Play(order=play_to(State.PROCESSING), known=facts(), now=NOW + timedelta(hours=2))
    assert play.order is not None
    play.do(ship(play.order, quantities={"1": quantity(10)}), VENDOR)
    play.do(c.MarkArrived(shipment_no=1, received_by="Gudang"), VENDOR)
    assert play.order.state.value == "SHIPPING"
    assert left_to_ship(play.order, play.order.deliveries[0]) == {"2": quantity(10)}
    again = refused(play.order, c.MarkArrived(shipment_no=1, received_by="Gudang"), PPK)
    assert again.code == "shipment.arrived_already"
    play.do(ship(play.order, quantities={"2": quantity(10)}), VENDOR)
    play.do(c.MarkArrived(shipment_no=2, received_by="Gudang"), PPK)
    assert play.order.state.value == "ARRIVED"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"finished_on": date(2026, 11, 25)}, "inspection.finish_in_future"),
        ({"function_ok": False}, "inspection.function_not_ok"),
        ({"quantity_ok": False}, "inspection.quantity_not_ok"),
        ({"time_ok": False}, "inspection.time_not_ok"),
    ],
)
def test_an_inspection_states_what_is_true(change, code):
    good = c.Inspect(finished_on=date(2026, 11, 23), function_ok=True, quantity_ok=True, time_ok=True)
    assert refused(play_to(State.ARRIVED), replace(good, **change), PPK).code == code


def test_a_late_delivery_is_counted_and_must_be_explained():
    order = play_to(State.ARRIVED)
    late = c.Inspect(finished_on=date(2026, 12, 8), function_ok=True, quantity_ok=True, time_ok=True)
    now = NOW + timedelta(days=20)
    refusal = refused(order, late, PPK, now=now)
    assert (refusal.code, refusal.facts) == ("inspection.late_needs_note", {"days": 3})
    decision = decide(order, replace(late, note="Disetujui lewat nota dinas"), PPK, facts(), context(now))
    assert not isinstance(decision, Refusal)
    assert fold(order, decision, order.id).inspection.late_days == 3  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("number", "taken", "code"),
    [
        ("  ", False, "bast.number_missing"),
        ("x" * 61, False, "bast.number_too_long"),
        ("027/2026", True, "bast.number_taken"),
    ],
)
def test_a_bast_number_is_there_short_and_unique(number: str, taken: bool, code: str):
    given = replace(facts(), bast_number_taken=taken)
    assert refused(play_to(State.BAST_DRAFT), c.IssueBast(number=number), PPK, given).code == code


def test_a_bast_is_not_signed_before_it_has_a_number():
    assert refused(play_to(State.BAST_DRAFT), c.SignBast(sha256="3" * 64), PPK).code == "bast.not_issued"


def test_a_channel_fits_the_method_and_its_limit():
    order = play_to(State.PAYMENT_PREPARATION)
    assert refused(order, c.ChoosePaymentMethod(channel="LS_PEMDA"), PPK).code == "payment.unknown_channel"
    assert order.current is not None
    rich = replace(order, current=replace(order.current, total=Rupiah(50_000_000)))
    small = refused(rich, c.ChoosePaymentMethod(channel="VA_BNI"), PPK)
    assert (small.code, small.facts["limit"]) == ("payment.channel_limit", 50_000_000)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"amount": Rupiah(1)}, "payment.wrong_amount"),
        ({"termin_no": 2}, "payment.wrong_termin"),
        ({"reference": " "}, "payment.reference_missing"),
        ({"reference": "9" * 61}, "payment.reference_too_long"),
        ({"paid_on": date(2026, 11, 24)}, "payment.in_future"),
        ({"paid_on": date(2026, 11, 22)}, "payment.before_bast"),
    ],
)
def test_a_payment_is_exact_and_proven(change, code):
    order = play_to(State.WAIT_PAYMENT)
    good = c.ConfirmPayment(
        termin_no=1, reference="SP2D-1", paid_on=date(2026, 11, 23), amount=order.termins[0].amount
    )
    assert refused(order, replace(good, **change), BENDAHARA).code == code
    orderer = replace(BENDAHARA, user_id=PPK.user_id)
    assert refused(order, good, orderer).code == "payment.same_person"


def test_termins_add_up_to_the_total():
    order = play_to(State.WAIT_BAST_SELLER)
    place = order.deliveries[0]
    three = replace(
        order,
        payment_plan=PaymentPlan.TERMIN,
        deliveries=tuple(
            replace(place, no=n, quantities={"1": quantity(share)}) for n, share in ((1, 1), (2, 1), (3, 1))
        ),
    )
    termins = split_termins(three, Rupiah(100))
    assert [termin.amount for termin in termins] == [33, 33, 34]


def test_budget_effects_of_a_whole_life_balance():
    held = bound = 0
    before = None
    for state in (
        State.WAIT_SELLER,
        State.WAIT_BUYER,
        State.AGREED,
        State.WAITING_PPK_REVIEW,
        State.PROCESSING,
        State.COMPLETED,
    ):
        after = play_to(state)
        effect = budget_effect(before, after)
        if effect is not None:
            held += effect.reserve
            bound += effect.commit
        assert held >= 0
        assert bound >= 0
        before = after
    assert before is not None
    assert before.current is not None
    assert (held, bound) == (0, before.current.total)


def test_the_penyedia_sees_no_budget_and_no_internal_review():
    order = play_to(State.ESIGN_IN_PROGRESS)
    assert scopes_of(order) == ("satker/s-1", "vendor/v-1")
    shown = view_for(order, "vendor/v-1")
    assert shown.rup is not None
    assert (shown.rup.pagu, shown.rup.reserved, shown.rup.maks) == (0, 0, ())
    assert shown.reviews[0].checklist == ()
    assert all(not e.facts for e in shown.history if e.event == "SubmittedForReview")
    assert view_for(order, "satker/s-1") == order


def test_a_draft_is_seen_by_its_author_alone():
    play = Play(known=facts())
    play.do(c.SaveDraft(form=form()), PP)
    assert play.order is not None
    assert scopes_of(play.order) == ("user/u-pp",)
    assert play.order.draft == form()


def test_saving_a_draft_again_and_again_is_one_line_of_its_history():
    play = Play(known=facts())
    for note in ("a", "b", "c"):
        play.do(c.SaveDraft(form=form(note=note), device="Meja 1"), PP)
    assert play.order is not None and play.order.draft is not None
    assert (play.order.revision, len(play.order.history)) == (3, 1)
    assert play.order.draft.note == "c"
    assert play.order.draft_device == "Meja 1"
    play.do(c.SubmitCheckout(checkout=checkout(facts()), max_total=Rupiah(10**12)), PP)
    assert [entry.n for entry in play.order.history] == [1, 2]
    assert not play.order.draft and not play.order.draft_device


def test_a_draft_that_was_thrown_away_is_seen_by_nobody_and_may_begin_again():
    play = Play(known=facts())
    play.do(c.SaveDraft(form=form()), PP)
    play.do(c.DiscardDraft(), PP)
    assert play.order is not None
    assert (play.order.state, play.order.draft, scopes_of(play.order)) == (State.NONE, None, ())
    play.do(c.SaveDraft(form=form()), PP)
    assert play.order.state is State.DRAFT


@given(weight=st.integers(1, 10**9))
def test_billed_weight_is_started_kilograms(weight: int):
    kilograms = billed_kilograms(weight)
    assert kilograms >= 1
    assert (kilograms - 1) * 100_000 < weight <= kilograms * 100_000


@pytest.mark.parametrize(
    ("origin", "destination", "expected"),
    [
        ("32.73.01.1001", "32.73.09.1002", 200_000),
        ("32.04.01.1001", "32.73.09.1002", 500_000),
        ("31.74.03.1002", "32.73.09.1002", 2_000_000),
    ],
)
def test_a_shipping_price_follows_the_distance(origin: str, destination: str, expected: int):
    assert shipping_quote(TARIFF, 100, origin, destination) == expected
    assert shipping_quote(TARIFF, 1, origin, origin) == TARIFF.minimum


def test_verification_numbers_differ_by_kind_order_and_version():
    numbers = {
        verification_number(kind, number, version)
        for kind in ("SP", "BAST")
        for number in ("EP-1", "EP-2")
        for version in (1, 2)
    }
    assert len(numbers) == 8
    assert all(len(number.split("-")) == 4 for number in numbers)
