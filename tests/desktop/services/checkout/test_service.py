"""Beginning, keeping, submitting and reopening a checkout: nothing typed is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.content import PaymentMethod
from inaproc_core.orders.states import State
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.checkout import CheckoutForm, Origin, Standing
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.services.checkout import (
    CheckoutService,
    find_rups,
    product_offer,
    with_offer,
    with_text,
)
from tests import builders
from tests.desktop.services.checkout.desk import complete, make


def _total(service: CheckoutService, form: CheckoutForm) -> int:
    return service.evaluate(form, service.know(form)).listed.total


def test_it_begins_with_what_goes_without_saying():
    service, mine = make(builders.PPK)
    mine.put_in_cart("p-1", 1000)
    desk = service.open(service.start_from_cart("v-1"))
    assert desk is not None
    assert (desk.form.ppk_access_id, desk.form.method) == ("a-ppk", PaymentMethod.LS)
    assert list(desk.known.ppks) == ["a-ppk"]
    assert desk.saved_at == mine.world.clock.now()


def test_a_pp_may_choose_among_ppks_and_is_never_one_of_them():
    service, mine = make()
    also_ppk = replace(builders.official(builders.PPK), user_id="u-pp", access_id="a-pp-as-ppk")
    mine.world.officials.append(also_ppk)
    mine.put_in_cart("p-1", 1000)
    desk = service.open(service.start_from_cart("v-1"))
    assert desk is not None
    assert set(desk.known.ppks) == {"a-ppk", "a-ppk2"}
    assert (desk.form.ppk_access_id, desk.form.method) == ("", PaymentMethod.UP)


def test_the_last_place_of_delivery_is_suggested():
    service, mine = make()
    mine.world.add_orders(builders.play_to(State.WAIT_SELLER))
    mine.put_in_cart("p-1", 1000)
    desk = service.open(service.start_from_cart("v-1"))
    assert desk is not None
    assert desk.form.places[0].recipient == "Bagian Umum"
    assert desk.form.places[0].arrive_from is None


def test_going_on_keeps_what_was_typed_and_follows_the_keranjang():
    service, mine = make()
    form = complete(service, mine, p_1=1000)
    form = with_text(with_offer(form, product_offer("p-1"), Rupiah(51_000)), "places.p1.phone", "0812-abc")
    service.save(replace(form, note="Mohon dikemas per ruangan"))
    mine.put_in_cart("p-1", 1200)
    mine.put_in_cart("p-2", 300)
    desk = service.open(service.start_from_cart("v-1"))
    assert desk is not None
    assert desk.form.order_id == form.order_id
    assert desk.form.note == "Mohon dikemas per ruangan"
    assert desk.form.offers == {"product:p-1": 51_000}
    assert desk.form.texts == {"places.p1.phone": "0812-abc"}
    assert [(line.product_id, line.quantity) for line in desk.form.lines] == [("p-1", 1200), ("p-2", 300)]


def test_a_quantity_typed_in_the_checkout_survives_going_back_to_the_keranjang():
    service, mine = make()
    form = complete(service, mine, p_1=1000)
    typed = replace(form, lines=(replace(form.lines[0], quantity=Quantity(750)),))
    service.save(typed)
    desk = service.open(service.start_from_cart("v-1"))
    assert desk is not None
    assert desk.form.lines[0].quantity == 750


def test_a_draft_comes_back_exactly():
    service, mine = make()
    form = complete(service, mine)
    desk = service.open(form.order_id)
    assert desk is not None
    assert desk.form == form
    newest = service.open("")
    assert newest is not None
    assert newest.form == form
    assert service.open("nothing") is None


def test_an_empty_keranjang_has_nothing_to_check_out():
    service, _ = make()
    with pytest.raises(Refused) as refused:
        service.start_from_cart("v-1")
    assert refused.value.refusal.code == "checkout.empty"


def test_beli_langsung_leaves_the_keranjang_alone():
    service, mine = make()
    mine.put_in_cart("p-1", 1000)
    desk = service.open(service.start_direct("p-2", Quantity(200)))
    assert desk is not None
    assert desk.form.origin is Origin.DIRECT
    assert [line.product_id for line in desk.form.lines] == ["p-2"]
    assert service.start_from_cart("v-1") != desk.form.order_id


def test_submitting_clears_draft_and_keranjang_and_waits_for_a_number():
    service, mine = make()
    form = complete(service, mine)
    mine.put_in_cart("p-4", 1000)
    sent, changes = service.submit(form, _total(service, form))
    assert sent.standing is Standing.WAITING
    assert {"deed", "order", "draft", "cart"} <= changes.kinds
    assert mine.drafts.all() == ()
    assert [line.product_id for line in mine.cart.lines()] == ["p-4"]
    view = mine.mirror.order(form.order_id)
    assert view is not None
    assert (view.confirmed, view.order.state) == (None, State.WAIT_SELLER)
    mine.outbox.deliver()
    sent = service.submission(form.order_id)
    assert sent.standing is Standing.ORDERED
    assert sent.number.startswith("EP-")


def test_the_intent_carries_what_was_seen_and_holds_three_days():
    service, mine = make()
    form = complete(service, mine)
    total = _total(service, form)
    service.submit(form, total)
    (seen,) = mine.outbox.puts
    assert seen["guards"] == {"total": total, "catalogue_seq": 1, "remaining": 250_000_000}
    assert seen["not_after"] - mine.world.clock.now() == timedelta(hours=72)
    assert (seen["order_id"], seen["base_rev"], seen["clear_draft"]) == (form.order_id, 0, form.order_id)
    assert seen["command"].max_total == total


def test_a_local_refusal_keeps_everything():
    service, mine = make()
    form = replace(complete(service, mine), declaration=False)
    service.save(form)
    with pytest.raises(Refused) as refused:
        service.submit(form, _total(service, form))
    assert refused.value.refusal.code == "checkout.declaration_missing"
    desk = service.open(form.order_id)
    assert desk is not None
    assert desk.form == form
    assert len(mine.cart.lines()) == 2
    assert mine.outbox.deeds() == ()


def test_a_total_that_grew_since_it_was_seen_is_refused():
    service, mine = make()
    form = complete(service, mine)
    with pytest.raises(Refused) as refused:
        service.submit(form, _total(service, form) - 1)
    assert refused.value.refusal.code == "checkout.total_changed"


def test_a_full_disk_keeps_draft_and_keranjang():
    service, mine = make()
    form = complete(service, mine)
    mine.outbox.full_disk = True
    with pytest.raises(WorldFailed):
        service.submit(form, _total(service, form))
    assert mine.drafts.get(form.order_id) is not None
    assert len(mine.cart.lines()) == 2


def test_a_refused_submission_opens_again_with_all_that_was_typed():
    service, mine = make()
    form = complete(service, mine)
    mine.world.refuse_next = Refusal(code="checkout.over_pagu", field="rup_code", facts={"missing": 5})
    service.submit(form, _total(service, form))
    mine.outbox.deliver()
    standing = service.submission(form.order_id)
    assert standing.standing is Standing.REFUSED
    assert standing.deed is not None
    desk = service.open(f"deed:{standing.deed.cmd_id}")
    assert desk is not None
    assert desk.refusal is not None
    assert (desk.refusal.code, desk.refusal.field) == ("checkout.over_pagu", "rup_code")
    assert desk.form.order_id == form.order_id
    for part in ("rup_code", "mak", "ppk_access_id", "method", "plan", "note", "declaration"):
        assert getattr(desk.form, part) == getattr(form, part)
    before = service.evaluate(form, service.know(form))
    after = service.evaluate(desk.form, desk.known)
    assert (after.listed, after.offered) == (before.listed, before.offered)
    assert after.is_ready
    assert mine.outbox.deeds() == ()
    assert mine.drafts.get(desk.form.order_id) is not None
    assert service.open(f"deed:{standing.deed.cmd_id}") is None


def test_discarding_keeps_the_keranjang():
    service, mine = make()
    form = complete(service, mine)
    assert service.discard(form).touches("draft")
    assert mine.drafts.all() == ()
    assert len(mine.cart.lines()) == 2


def test_rup_packages_are_found_by_code_name_and_account_those_with_money_first():
    service, mine = make()
    mine.world.rups["51402877"] = builders.rup(reserved=250_000_000)
    form = complete(service, mine)
    known = service.know(form)
    assert [rup.code for rup in find_rups(known, "belanja")] == ["51402901", "51402877"]
    assert [rup.code for rup in find_rups(known, "atk 514")] == []
    assert [rup.code for rup in find_rups(known, "01.01.0024")] == ["51402877"]
    mine.world.rups["51402901"] = replace(mine.world.rups["51402901"], year=2025)
    assert [rup.code for rup in find_rups(service.know(form), "")] == ["51402877"]
