"""The fakes play by the real rules, so that screens tested on them behave as on the backend."""

from __future__ import annotations

from inaproc_core.orders import commands as c
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import DeedState
from tests import builders
from tests.desktop.fake_data import Mine, office


def _form(world):
    known = builders.facts(world.products["p-1"], budget=world.rups["51402877"])
    return builders.checkout(known)


def _submit(mine: Mine) -> str:
    command = c.SubmitCheckout(checkout=_form(mine.world), max_total=Rupiah(10**9))
    return mine.outbox.put(command, actor=builders.PP, order_id="o-1", base_rev=0)[0]


def test_a_queued_checkout_is_seen_before_and_after_its_number():
    mine = Mine(office(), builders.PP)
    _submit(mine)
    (waiting,) = mine.mirror.orders()
    assert (waiting.confirmed, waiting.order.number) == (None, "")
    mine.outbox.deliver()
    view = mine.mirror.order("o-1")
    assert view is not None
    assert view.confirmed is not None
    assert view.order.number.startswith("EP-")
    assert view.pending == ()
    assert mine.world.rups["51402877"].reserved == view.order.reserved > 0


def test_offline_nothing_leaves():
    mine = Mine(office(), builders.PP)
    mine.world.online = False
    _submit(mine)
    mine.outbox.deliver()
    assert [deed.state for deed in mine.outbox.deeds()] == [DeedState.WAITING]


def test_the_world_refuses_and_meets_conflicts():
    world = office()
    mine = Mine(world, builders.PP)
    world.add_orders(builders.play_to(State.WAIT_SELLER))
    mine.outbox.put(c.AgreePrices(round_no=1), actor=builders.PP, order_id=builders.ORDER_ID, base_rev=1)
    mine.outbox.put(c.AgreePrices(round_no=1), actor=builders.PP, order_id=builders.ORDER_ID, base_rev=7)
    mine.outbox.deliver()
    assert [deed.state for deed in mine.outbox.deeds()] == [DeedState.REFUSED, DeedState.CONFLICT]


def test_signing_goes_through_an_uploaded_revision():
    world = office()
    world.add_orders(builders.play_to(State.ESIGN_IN_PROGRESS))
    mine = Mine(world, builders.PPK)
    view = mine.mirror.order(builders.ORDER_ID)
    assert view is not None
    assert view.order.letter is not None
    revision = mine.documents.upload_signed(view.order.letter.document_id, b"signed")
    outcome = mine.backend.run_now(
        c.SignLetter(sha256=revision.sha256),
        actor=builders.PPK,
        order_id=builders.ORDER_ID,
        base_rev=view.order.revision,
    )
    assert outcome.outcome == "ok"
    assert mine.documents.fetch(view.order.letter.document_id).pdf == b"signed"
