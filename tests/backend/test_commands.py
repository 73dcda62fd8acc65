"""One command, from envelope to feed: effects once, together, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from inaproc_backend.purchasing import deciding
from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.machine import decide
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah, quantity
from inaproc_core.wire.messages import Outcome
from tests import builders as b
from tests.backend.office import Office

ORDER = "0193a1b2-0000-7000-8000-00000000000a"
OTHER = "0193a1b2-0000-7000-8000-00000000000b"


def _checkout() -> c.SubmitCheckout:
    return c.SubmitCheckout(checkout=b.checkout(b.facts()), max_total=Rupiah(10**12))


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
    envelope = any_office.envelope(b.PP, _checkout(), ORDER)
    results = {
        any_office.handler.execute(any_office.asked(b.PP, envelope, lang)) for lang in ("id", "en", "id")
    }
    assert len(results) == 1
    assert len(any_office.rows(tables.commands)) == 1


def test_a_new_device_may_send_the_same_command_with_new_numbers(office: Office) -> None:
    envelope = office.envelope(b.PP, _checkout(), ORDER, seq=1)
    first = office.execute(b.PP, envelope)
    again = office.execute(b.PP, msgspec.structs.replace(envelope, device_id="new", seq=77))
    assert first == again


def test_one_id_for_two_commands_is_refused(office: Office) -> None:
    envelope = office.envelope(b.PP, _checkout(), ORDER)
    office.execute(b.PP, envelope)
    with pytest.raises(Refused) as caught:
        office.execute(b.PP, msgspec.structs.replace(envelope, base_rev=3))
    assert caught.value.refusal.code == "command.id_reused"
    with pytest.raises(Refused):  # the same words from another person are another command
        office.execute(b.PPK, envelope)


def test_the_outcome_of_a_refusal_is_final_and_explained(office: Office) -> None:
    office.put_rup(b.rup(code="51402878", pagu=1_000_000))
    known = replace(b.facts(), rup=b.rup(code="51402878", pagu=1_000_000))
    outcome = office.checkout(ORDER, known)
    assert (outcome.outcome, outcome.code, outcome.field) == ("rejected", "checkout.over_pagu", "rup_code")
    assert outcome.facts["remaining"] == 1_000_000
    assert "melebihi sisa pagu RUP 51402878 sebesar Rp1.000.000" in outcome.sentence
    assert office.order(ORDER) is None
    kinds = [(row["scope"], row["kind"]) for row in office.rows(tables.feed)]
    assert kinds == [("user/u-pp", "ack")]
    assert office.rows(tables.audit)[0]["outcome"] == "rejected"


def test_a_command_on_an_older_revision_is_a_conflict(office: Office) -> None:
    office.checkout(ORDER)
    outcome = office.send(b.PP, c.CancelNegotiation(reason="Salah memilih"), ORDER, base_rev=0)
    assert (outcome.outcome, outcome.code) == ("conflict", "order.revision_moved_on")
    assert outcome.facts == {"seen": 0, "revision": 1}


def test_strangers_are_not_even_told_the_revision(office: Office) -> None:
    office.checkout(ORDER)
    outcome = office.send(b.OTHER_VENDOR, c.AgreePrices(round_no=1), ORDER, base_rev=0)
    assert (outcome.outcome, outcome.code, outcome.facts) == ("rejected", "order.not_yours", {})


def test_authority_counts_at_execution_not_at_writing(any_office: Office) -> None:
    written = any_office.envelope(b.PP, _checkout(), ORDER)
    with any_office.services.database.write() as connection:
        connection.execute(
            tables.accesses.update()
            .where(tables.accesses.c.id == "a-pp")
            .values(revoked_at="2026-11-23T00:00:00.000000+00:00")
        )
    outcome = any_office.execute(b.PP, written)
    assert (outcome.outcome, outcome.code) == ("rejected", "access.not_active")


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "code"),
    [
        ("2026-11-23", "2026-11-23", ""),
        ("2026-11-24", "", "access.not_active"),
        ("", "2026-11-22", "access.not_active"),
    ],
)
def test_an_access_counts_on_its_days_both_included(
    office: Office, valid_from: str, valid_to: str, code: str
) -> None:
    with office.services.database.write() as connection:
        connection.execute(tables.accesses.update().values(valid_from=valid_from, valid_to=valid_to))
    office.clock.now = b.NOW  # 23 November in Jakarta
    outcome = office.send(b.PP, c.SaveDraft(form=b.form()), ORDER)
    assert outcome.code == code


def test_one_cannot_act_as_somebody_else(office: Office) -> None:
    envelope = office.envelope(b.PP, _checkout(), ORDER, acting_as=b.PPK.access_id)
    assert office.execute(b.PP, envelope).code == "access.not_yours"
    as_system = office.envelope(b.PP, c.ExpireDeadline(), ORDER, acting_as="system")
    assert office.execute(b.PP, as_system).code == "access.not_yours"
    with pytest.raises(Refused) as caught:
        office.handler.execute(replace(office.asked(b.PP, envelope), token="forged"))
    assert caught.value.refusal.code == "session.token_expired"


def test_an_expired_intent_asks_again(office: Office) -> None:
    late = office.envelope(b.PP, _checkout(), ORDER, not_after=b.NOW - timedelta(seconds=1))
    outcome = office.execute(b.PP, late)
    assert (outcome.outcome, outcome.code) == ("rejected", "command.intent_expired")
    in_time = office.envelope(b.PP, _checkout(), ORDER, not_after=b.NOW + timedelta(hours=1))
    assert office.execute(b.PP, in_time).outcome == "ok"


def test_what_builds_on_a_refusal_is_skipped_and_what_builds_on_nothing_waits(office: Office) -> None:
    bad = office.envelope(b.PP, c.SubmitToPpk(), ORDER)
    good = office.envelope(b.PP, _checkout(), ORDER, depends_on=bad.cmd_id)
    waiting = office.execute(b.PP, good)
    assert (waiting.outcome, waiting.code) == ("retry", "command.waits_for_other")
    assert office.execute(b.PP, bad).outcome == "rejected"
    skipped = office.execute(b.PP, good)
    assert (skipped.outcome, skipped.code) == ("skipped", "command.other_refused")
    after = office.envelope(b.PP, _checkout(), OTHER)
    office.execute(b.PP, after)
    draft = office.envelope(b.PP, c.SaveDraft(form=b.form()), ORDER, depends_on=after.cmd_id)
    assert office.execute(b.PP, draft).outcome == "ok"


@pytest.mark.parametrize(
    ("changes", "outcome", "code", "field"),
    [
        ({"type": "order.unheard_of"}, "parked", "command.unsupported_version", "type_version"),
        ({"type_version": 9}, "parked", "command.unsupported_version", "type_version"),
        ({"payload": {}}, "rejected", "wire.malformed", ""),
        ({"payload": {"round_no": "1"}}, "rejected", "wire.malformed", "round_no"),
        ({"payload": {"round_no": 1, "price": 2}}, "rejected", "wire.unknown_field", "price"),
    ],
)
def test_payloads_are_read_strictly(
    office: Office, changes: dict[str, Any], outcome: str, code: str, field: str
) -> None:
    office.checkout(ORDER)
    before = len(office.rows(tables.commands))
    envelope = office.envelope(b.VENDOR, c.AgreePrices(round_no=1), ORDER, 1, **changes)
    found = office.execute(b.VENDOR, envelope)
    assert (found.outcome, found.code, found.field) == (outcome, code, field)
    decided = len(office.rows(tables.commands)) - before
    assert decided == (0 if outcome == "parked" else 1)


def test_a_draft_is_its_authors_until_it_is_submitted(office: Office) -> None:
    draft = c.SaveDraft(form=b.form())
    assert office.send(b.PP, draft, ORDER).outcome == "ok"
    assert office.send(b.PPK, draft, ORDER).code == "order.not_yours"
    assert office.checkout(ORDER).outcome == "ok"
    rows = [
        (row["scope"], row["kind"], bool(row["deleted"]))
        for row in office.rows(tables.feed)
        if row["kind"] == "order"
    ]
    assert ("user/u-pp", "order", False) in rows
    assert ("user/u-pp", "order", True) in rows
    assert ("satker/s-1", "order", False) in rows


def test_a_draft_that_is_thrown_away_goes_from_all_devices_of_its_author(office: Office) -> None:
    draft = c.SaveDraft(form=b.form(), device="Meja 1")
    office.send(b.PP, draft, ORDER)
    assert office.send(b.PPK, c.DiscardDraft(), ORDER, 1).code == "order.not_yours"
    late = office.envelope(b.PP, draft, ORDER, 1)
    assert office.send(b.PP, c.DiscardDraft(), ORDER, 1).outcome == "ok"
    last = [row for row in office.rows(tables.feed) if row["kind"] == "order"][-1]
    assert (last["scope"], last["rev"], bool(last["deleted"])) == ("user/u-pp", 2, True)
    moved = office.execute(b.PP, late)
    assert (moved.outcome, moved.code) == ("conflict", "order.revision_moved_on")
    assert office.send(b.PP, c.DiscardDraft(), ORDER, 2).code == "order.not_allowed_in_state"


def test_of_two_submissions_of_one_draft_one_becomes_an_order(office: Office) -> None:
    office.send(b.PP, c.SaveDraft(form=b.form()), ORDER)
    first = office.envelope(b.PP, _checkout(), ORDER, 1)
    second = office.envelope(b.PP, _checkout(), ORDER, 1)
    assert office.execute(b.PP, first).outcome == "ok"
    assert office.execute(b.PP, second).outcome == "conflict"
    assert len(office.rows(tables.orders)) == 1


def test_the_penyedia_never_gets_the_offices_money(office: Office) -> None:
    office.checkout(ORDER)
    images = {row["scope"]: msgspec.json.decode(row["row"]) for row in office.rows(tables.feed, kind="order")}
    assert images["satker/s-1"]["rup"]["pagu"] == 250_000_000
    assert images["vendor/v-1"]["rup"]["pagu"] == 0


def test_training_orders_are_marked(tmp_path: Any) -> None:
    from tests.backend.office import open_office

    office = open_office(tmp_path, training=True)
    office.checkout(ORDER)
    order = office.order(ORDER)
    assert order is not None
    assert order.simulation
    office.close()


def test_stock_is_taken_on_acceptance_and_never_below_zero(any_office: Office) -> None:
    with any_office.services.database.write() as connection:
        connection.execute(
            tables.products.update().where(tables.products.c.id == "p-1").values(stock=quantity(15))
        )
    orders = [
        replace(b.play_to(State.WAITING_SELLER_CONFIRMATION), id=order_id, number=f"EP-{order_id}")
        for order_id in (ORDER, OTHER)
    ]
    outcomes = []
    for order in orders:
        assert order.letter is not None
        any_office.put_order(order)
        any_office.put_document(order, order.letter.document_id)
        any_office.put_revision(order.letter.document_id, order.id[-1] * 64, actor=b.VENDOR)
        command = c.AcceptOrder(sha256=order.id[-1] * 64)
        outcomes.append(any_office.send(b.VENDOR, command, order.id))
        # Both letters have one id in the builders; only one document row fits.
        with any_office.services.database.write() as connection:
            connection.execute(tables.document_revisions.delete())
            connection.execute(tables.documents.delete())
    assert [outcome.outcome for outcome in outcomes] == ["ok", "rejected"]
    assert outcomes[1].code == "order.stock_short"
    assert outcomes[1].facts["stock_qty"] == quantity(5)
    stocks = {row["id"]: row["stock"] for row in any_office.rows(tables.products)}
    assert stocks["p-1"] == quantity(5)
    first, second = any_office.order(ORDER), any_office.order(OTHER)
    assert first is not None and second is not None
    assert (first.state, second.state) == (State.PROCESSING, State.WAITING_SELLER_CONFIRMATION)


def test_a_bast_number_is_used_once_in_satker_and_year(any_office: Office) -> None:
    for order_id in (ORDER, OTHER):
        any_office.put_order(
            replace(b.play_to(State.BAST_DRAFT), id=order_id, number=f"EP-{order_id}", bast=None)
        )
    assert any_office.send(b.PPK, c.IssueBast(number="027/BAST/7"), ORDER).outcome == "ok"
    taken = any_office.send(b.PPK, c.IssueBast(number=" 027/bast/7 "), OTHER)
    assert (taken.outcome, taken.code) == ("rejected", "bast.number_taken")
    assert any_office.send(b.PPK, c.IssueBast(number="027/BAST/8"), ORDER).outcome == "ok"
    assert any_office.send(b.PPK, c.IssueBast(number="027/BAST/7"), OTHER).outcome == "ok"
    numbers = {(row["order_id"], row["number"]) for row in any_office.rows(tables.bast_numbers)}
    assert numbers == {(ORDER, "027/BAST/8"), (OTHER, "027/BAST/7")}


def test_signing_needs_a_fresh_proof_and_takes_the_named_revision(any_office: Office) -> None:
    order = replace(b.play_to(State.ESIGN_IN_PROGRESS), id=ORDER)
    assert order.letter is not None
    document = order.letter.document_id
    any_office.put_order(order)
    any_office.put_document(order, document)
    any_office.put_revision(document, "1" * 64, actor=b.PPK)
    envelope = any_office.envelope(b.PPK, c.SignLetter(sha256="1" * 64), ORDER, order.revision)
    any_office.token(b.PPK)
    any_office.clock.forward(seconds=301)
    parked = any_office.execute(b.PPK, envelope)
    assert (parked.outcome, parked.code) == ("parked", "session.step_up_required")
    assert any_office.rows(tables.commands) == []
    any_office.step_up(b.PPK)
    assert any_office.execute(b.PPK, envelope).outcome == "ok"
    statuses = {row["sha256"][0]: row["status"] for row in any_office.rows(tables.document_revisions)}
    assert statuses == {"0": "superseded", "1": "current"}


@pytest.mark.expects_log
def test_a_command_that_breaks_us_is_set_aside_after_three_times(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    envelope = office.envelope(b.PP, _checkout(), ORDER)
    fine = office.envelope(b.PP, _checkout(), OTHER)
    calls_for: list[str] = []

    def broken(*given: Any) -> Any:
        if calls_for.pop() == ORDER:
            message = "boom"
            raise RuntimeError(message)
        return decide(*given)

    monkeypatch.setattr(deciding, "decide", broken)
    kinds: list[Outcome] = []
    for _ in range(3):
        calls_for[:] = [OTHER, ORDER]
        asked = [office.asked(b.PP, envelope), office.asked(b.PP, fine)]
        results = [r for r in office.handler.execute_together(asked) if isinstance(r, bytes)]
        outcomes = [msgspec.json.decode(result, type=Outcome) for result in results]
        kinds.append(outcomes[0])
        assert [outcome.outcome for outcome in outcomes[1:]] == ["ok"]
    assert [(kind.outcome, kind.code) for kind in kinds] == [
        ("retry", "server.incident"),
        ("retry", "server.incident"),
        ("parked", "command.quarantined"),
    ]
    incidents = office.rows(tables.incidents)
    assert len(incidents) == 3
    assert "boom" in incidents[0]["detail"]
    assert str(kinds[0].facts["incident"]) in kinds[0].sentence
    assert office.order(ORDER) is None
    monkeypatch.undo()
    assert office.execute(b.PP, envelope).outcome == "ok"


def test_a_group_is_nested_transactions_under_one_commit(office: Office) -> None:
    first = office.envelope(b.PP, _checkout(), ORDER)
    then = office.envelope(b.VENDOR, c.AgreePrices(round_no=1), ORDER, 1)
    wrong = office.envelope(b.PP, c.SubmitToPpk(), ORDER, 0)
    reused = msgspec.structs.replace(first, base_rev=5)
    last = office.envelope(b.PP, c.SubmitToPpk(), ORDER, 2)
    asked = [
        office.asked(b.VENDOR if one is then else b.PP, one) for one in (first, then, wrong, reused, last)
    ]
    results = office.handler.execute_together(asked)
    refusal = results.pop(3)
    assert isinstance(refusal, Refused)
    outcomes = [msgspec.json.decode(r, type=Outcome).outcome for r in results if isinstance(r, bytes)]
    assert outcomes == ["ok", "ok", "conflict", "ok"]
    order = office.order(ORDER)
    assert order is not None
    assert order.state is State.WAITING_PPK_REVIEW


def test_a_database_held_by_another_process_is_told_as_busy(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    envelope = office.envelope(b.PP, _checkout(), ORDER)
    asked = office.asked(b.PP, envelope)
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorname = "SQLITE_BUSY"

    @contextmanager
    def locked(_: Database) -> Iterator[None]:
        raise busy
        yield

    monkeypatch.setattr(Database, "write", locked)
    results = [office.handler.execute(asked), *office.handler.execute_together([asked])]
    for result in results:
        assert isinstance(result, bytes)
        outcome = msgspec.json.decode(result, type=Outcome)
        assert (outcome.outcome, outcome.code) == ("retry", "server.busy")
    monkeypatch.undo()
    assert office.execute(b.PP, envelope).outcome == "ok"
