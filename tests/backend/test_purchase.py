"""A whole purchase through the command handler, the deadlines, and what an operator's check finds."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest

from inaproc_backend.checking import CHECKS
from inaproc_backend.checking.ledger import check_budget, check_feed, check_orders
from inaproc_backend.deadlines import DeadlineWorker, expire_overdue
from inaproc_backend.purchasing import audit
from inaproc_backend.storage import tables
from inaproc_backend.wake import Wake
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order
from inaproc_core.orders.negotiation import prices_of
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.states import Party, State
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah
from tests import builders as b
from tests.backend.office import Office

ORDER = "0193a1b2-0000-7000-8000-00000000000a"


def _order(office: Office) -> Order:
    found = office.order(ORDER)
    assert found is not None
    return found


def _do(office: Office, actor: Actor, command: c.Command, state: State) -> Order:
    office.clock.forward(minutes=3)
    office.token(actor)
    office.step_up(actor)
    outcome = office.send(actor, command, ORDER)
    assert (outcome.outcome, outcome.code) == ("ok", ""), outcome
    order = _order(office)
    assert order.state is state
    return order


def _sign(office: Office, actor: Actor, document: str, mark: str, based_on: str) -> str:
    sha256 = mark * 64
    office.put_revision(document, sha256, actor=actor, based_on=based_on * 64)
    return sha256


def test_a_purchase_from_checkout_to_payment(any_office: Office) -> None:
    office = any_office
    assert office.checkout(ORDER).outcome == "ok"
    theirs = prices_of(_order(office), Party.VENDOR)
    counter = {item: Rupiah(price * 97 // 100) for item, price in theirs.items()}
    _do(office, b.VENDOR, c.CounterOffer(round_no=1, prices=counter), State.WAIT_BUYER)
    listed = _order(office).listed
    assert listed is not None and office.rup()["reserved"] == listed.total
    agreed = _do(office, b.PP, c.AgreePrices(round_no=2), State.AGREED)
    assert agreed.current is not None
    total = agreed.current.total
    assert office.rup()["reserved"] == total < listed.total  # the saving went back
    _do(office, b.PP, c.SubmitToPpk(note="Mohon ditinjau"), State.WAITING_PPK_REVIEW)
    order = _do(office, b.PPK, c.IssueLetter(terms="", checklist=CHECKLIST), State.ESIGN_IN_PROGRESS)
    assert order.letter is not None
    letter = order.letter.document_id
    office.put_document(order, letter)
    by_ppk = _sign(office, b.PPK, letter, "1", "0")
    _do(office, b.PPK, c.SignLetter(sha256=by_ppk), State.WAITING_SELLER_CONFIRMATION)
    stale = _sign(office, b.VENDOR, letter, "9", "0")
    refused = office.send(b.VENDOR, c.AcceptOrder(sha256=stale), ORDER)
    assert refused.code == "signature.document_moved_on"
    by_vendor = _sign(office, b.VENDOR, letter, "2", "1")
    _do(office, b.VENDOR, c.AcceptOrder(sha256=by_vendor), State.PROCESSING)
    assert (office.rup()["reserved"], office.rup()["committed"]) == (0, total)
    ship = c.Ship(
        delivery_no=1,
        courier_name="Armada sendiri",
        tracking_number="",
        driver="Gilang Latihan",
        quantities=dict(order.deliveries[0].quantities),
        expected_on=date(2026, 12, 2),
    )
    _do(office, b.VENDOR, ship, State.SHIPPING)
    _do(office, b.PPK, c.MarkArrived(shipment_no=1, received_by="Bagian Umum"), State.ARRIVED)
    fine = c.Inspect(finished_on=date(2026, 11, 23), function_ok=True, quantity_ok=True, time_ok=True)
    _do(office, b.PPK, fine, State.BAST_DRAFT)
    order = _do(office, b.PPK, c.IssueBast(number="027/BAST/001/2026"), State.BAST_DRAFT)
    assert order.bast is not None
    bast = order.bast.document_id
    office.put_document(order, bast)
    _do(office, b.PPK, c.SignBast(sha256=_sign(office, b.PPK, bast, "3", "0")), State.WAIT_BAST_SELLER)
    countersigned = c.CountersignBast(sha256=_sign(office, b.VENDOR, bast, "4", "3"))
    order = _do(office, b.VENDOR, countersigned, State.PAYMENT_PREPARATION)
    _do(office, b.PPK, c.ChoosePaymentMethod(channel="KKP"), State.WAIT_PAYMENT)
    payment = c.ConfirmPayment(
        termin_no=1, reference="SP2D-1", paid_on=date(2026, 11, 23), amount=order.termins[0].amount
    )
    _do(office, b.BENDAHARA, payment, State.COMPLETED)
    assert office.rup()["committed"] == total
    statuses = [row["status"] for row in office.rows(tables.document_revisions, document_id=letter)]
    assert sorted(statuses) == ["candidate", "current", "superseded", "superseded"]
    with office.services.database.read() as connection:
        assert [fault for _, check in CHECKS for fault in check(connection)] == []


@pytest.mark.parametrize(
    ("state", "ends_in"),
    [
        (State.WAIT_SELLER, State.CANCELLED_ON_NEGOTIATION),
        (State.WAIT_BUYER, State.CANCELLED_ON_NEGOTIATION),
        (State.AGREED, State.CANCELLED_ON_NEGOTIATION),
        (State.WAITING_SELLER_CONFIRMATION, State.CANCELLED),
        (State.WAITING_PPK_REVIEW, State.WAITING_PPK_REVIEW),
        (State.ESIGN_IN_PROGRESS, State.ESIGN_IN_PROGRESS),
        (State.WAIT_PAYMENT, State.WAIT_PAYMENT),
    ],
)
def test_only_some_deadlines_end_an_order(office: Office, state: State, ends_in: State) -> None:
    """The others only warn (orders.md 6.3)."""
    order = b.play_to(state)
    office.put_order(order)
    assert order.deadline is not None
    office.clock.now = order.deadline
    assert expire_overdue(office.services, office.handler) == 0  # the last second still counts
    office.clock.now = order.deadline + timedelta(seconds=1)
    tried = expire_overdue(office.services, office.handler)
    after = office.order(order.id)
    assert after is not None and after.state is ends_in
    assert tried == (0 if ends_in is state else 1)
    if tried:
        assert office.rup()["reserved"] == 0
        assert after.history[-1].by.user_id == "system"
        assert expire_overdue(office.services, office.handler) == 0


def test_the_worker_looks_by_itself_and_stops(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    order = b.play_to(State.WAIT_SELLER)
    office.put_order(order)
    office.clock.forward(days=30)
    listening = threading.Event()
    monkeypatch.setattr(Wake, "announce", lambda *_: listening.set())
    worker = DeadlineWorker(office.services, office.handler, every=0.01)
    worker.start()
    assert listening.wait(10)
    worker.stop()
    after = office.order(order.id)
    assert after is not None and after.state is State.CANCELLED_ON_NEGOTIATION


def test_the_check_finds_what_was_tampered_with(office: Office) -> None:
    for _ in range(3):
        office.checkout(office.new_id())
    with office.services.database.read() as connection:
        assert [fault for _, check in CHECKS for fault in check(connection)] == []
    with office.services.database.write() as connection:
        connection.execute(tables.rup.update().values(reserved=tables.rup.c.reserved - 1))
        connection.execute(tables.feed.delete().where(tables.feed.c.seq == 2))
        connection.execute(tables.audit.update().where(tables.audit.c.n == 2).values(outcome="rejected"))
        connection.execute(tables.orders.update().values(state="AGREED"))
    with office.services.database.read() as connection:
        assert len(list(check_budget(connection))) == 1
        assert len(list(check_feed(connection))) == 3
        assert len(list(check_orders(connection))) == 3
        assert list(audit.verify(connection)) == [
            "audit chain user/u-pp: row 2 does not follow from the one before it"
        ]


def test_a_cut_audit_tail_is_found(office: Office) -> None:
    for _ in range(2):
        office.checkout(office.new_id())
    with office.services.database.write() as connection:
        connection.execute(tables.audit.delete().where(tables.audit.c.n == 2))
    with office.services.database.read() as connection:
        assert list(audit.verify(connection)) == ["audit chain user/u-pp: has 1 rows, its head says 2"]
