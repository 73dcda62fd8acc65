"""One command, from envelope to feed: effects once, together, or not at all."""

from __future__ import annotations

from inaproc_backend.storage import tables
from inaproc_core.orders import commands as c
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from tests import builders as b
from tests.backend.office import Office

ORDER = "0193a1b2-0000-7000-8000-00000000000a"


def test_a_checkout_writes_order_events_budget_log_audit_and_feed(any_office: Office) -> None:
    outcome = any_office.checkout(ORDER)
    assert (outcome.outcome, outcome.rev, outcome.code) == ("ok", 1, "")
    assert outcome.number.startswith("EP-")
    order = any_office.order(ORDER)
    assert order is not None
    assert order.state is State.WAIT_SELLER
    assert order.listed is not None
    assert any_office.rup()["reserved"] == order.listed.total
    assert [row["type"] for row in any_office.rows(tables.order_events)] == ["NegotiationOpened"]
    assert [row["outcome"] for row in any_office.rows(tables.commands)] == ["ok"]
    assert len(any_office.rows(tables.audit)) == 1
    feed = {(row["scope"], row["seq"], row["kind"]) for row in any_office.rows(tables.feed)}
    assert feed == {
        ("satker/s-1", 1, "order"),
        ("satker/s-1", 2, "rup"),
        ("user/u-pp", 1, "ack"),
        ("vendor/v-1", 1, "order"),
    }


def test_the_same_command_again_returns_the_same_bytes(any_office: Office) -> None:
    form = b.checkout(b.facts())
    command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
    envelope = any_office.envelope(b.PP, command, ORDER)
    results = {
        any_office.handler.execute(any_office.asked(b.PP, envelope, lang)) for lang in ("id", "en", "id")
    }
    assert len(results) == 1
    assert len(any_office.rows(tables.commands)) == 1
