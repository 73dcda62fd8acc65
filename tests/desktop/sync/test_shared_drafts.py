"""One draft on two machines of one person: it follows, it merges, it clashes; nothing typed gets lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.merging import Side
from inaproc_core.orders.states import State
from inaproc_core.values import Quantity, Rupiah
from inaproc_core.wire.codec import from_plain, to_json, to_plain
from inaproc_desktop.ports.data import DeedState
from inaproc_desktop.ports.drafts import ClashKind, VersionOrigin
from tests import builders
from tests.desktop.sync.conftest import MakeMachine
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine

DRAFT = builders.ORDER_ID
BEGUN = builders.form(p_1=1000, p_2=500)


class Pair:
    """Two machines of one person, in step."""

    def __init__(self, machines: MakeMachine, server: FakeServer) -> None:
        self.server = server
        self.here, self.there = machines(name="here"), machines(name="there")
        self.sync()

    def sync(self) -> None:
        for machine in (self.here, self.there, self.here):
            assert machine.engine.round()

    def begin(self) -> None:
        """Begin a draft here and let it arrive there."""
        save(self.here, BEGUN)
        self.sync()
        assert form(self.there) == BEGUN

    def saves(self) -> int:
        order = self.server.orders.get(DRAFT)
        return order.revision if order is not None else 0


@pytest.fixture
def pair(machines: MakeMachine, server: FakeServer) -> Pair:
    return Pair(machines, server)


def save(machine: Machine, wanted: CheckoutForm, since: CheckoutForm | None = None) -> CheckoutForm:
    before = None if since is None else to_plain(since)
    kept = machine.drafts.save(wanted.order_id, "checkout", "v-1", "ATK", to_plain(wanted), before)
    return from_plain(dict(kept.content), CheckoutForm)


def form(machine: Machine) -> CheckoutForm | None:
    draft = machine.drafts.get(DRAFT)
    return None if draft is None else from_plain(dict(draft.content), CheckoutForm)


def amount(wanted: CheckoutForm, units: int) -> CheckoutForm:
    first = replace(wanted.lines[0], quantity=Quantity(units * 100))
    return replace(wanted, lines=(first, *wanted.lines[1:]))


def submit(machine: Machine) -> str:
    command = c.SubmitCheckout(checkout=builders.checkout(builders.facts()), max_total=Rupiah(10**12))
    cmd_id, _ = machine.outbox.put(
        command,
        actor=machine.actor,
        order_id=DRAFT,
        base_rev=machine.shared.position(DRAFT),
        clear_draft=DRAFT,
    )
    return cmd_id


def test_a_draft_begun_here_is_there_and_knows_where_it_came_from(pair: Pair) -> None:
    pair.begin()
    found = pair.there.drafts.get(DRAFT)
    assert found is not None
    assert (found.kind, found.subject, found.device) == ("checkout", "v-1", "Meja here")
    assert found.saved_at == pair.server.now
    assert pair.here.outbox.deeds() == pair.there.outbox.deeds() == ()


def test_many_saves_become_one_command_and_an_unsent_one_is_replaced(pair: Pair) -> None:
    pair.server.offline = True
    for note in ("a", "ab", "abc"):
        save(pair.here, replace(BEGUN, note=note))
        assert not pair.here.engine.round()
        assert len(pair.here.outbox.deeds()) == 1
    pair.server.offline = False
    pair.sync()
    assert pair.saves() == 1
    kept = form(pair.there)
    assert kept is not None and kept.note == "abc"


def test_one_that_may_have_arrived_is_never_replaced(pair: Pair) -> None:
    save(pair.here, BEGUN)
    pair.server.lose = 1
    assert not pair.here.engine.round()
    save(pair.here, replace(BEGUN, note="lanjut"))
    pair.sync()
    assert pair.saves() == 2
    assert form(pair.there) == form(pair.here) == replace(BEGUN, note="lanjut")


def test_an_untouched_draft_follows_and_keeps_what_stood_there(pair: Pair) -> None:
    pair.begin()
    save(pair.there, replace(BEGUN, note="dari sana"))
    pair.sync()
    assert form(pair.here) == replace(BEGUN, note="dari sana")
    (version,) = pair.here.shared.versions(DRAFT)
    assert (version.origin, version.form) == (VersionOrigin.FOLLOWED, BEGUN)
    assert any(
        changes.touches("draft") and DRAFT in changes.ids and changes.initiator == "sync"
        for changes in pair.here.bus.published
    )


def test_changes_of_different_places_merge_by_themselves(pair: Pair) -> None:
    pair.begin()
    save(pair.here, replace(BEGUN, note="dari sini"))
    save(pair.there, amount(BEGUN, 20))
    pair.sync()
    pair.sync()
    both = replace(amount(BEGUN, 20), note="dari sini")
    assert form(pair.here) == form(pair.there) == both
    order = pair.server.orders[DRAFT]
    assert order.draft == both
    assert {version.origin for version in pair.there.shared.versions(DRAFT)} >= {
        VersionOrigin.MINE,
        VersionOrigin.THEIRS,
    }
    assert pair.here.outbox.deeds() == pair.there.outbox.deeds() == ()


@pytest.mark.parametrize("side", Side)
def test_a_clash_waits_for_the_person_and_then_both_agree(pair: Pair, side: Side) -> None:
    pair.begin()
    save(pair.here, amount(BEGUN, 11))
    save(pair.there, replace(amount(BEGUN, 12), note="dari sana"))
    pair.sync()
    clash = pair.there.shared.clash(DRAFT)
    assert clash is not None
    assert (clash.kind, clash.device) == (ClashKind.EDITED, "Meja here")
    assert [place.where for place in clash.places] == ["lines.p-1.quantity"]
    assert form(pair.there) == replace(amount(BEGUN, 12), note="dari sana")
    saves = pair.saves()
    pair.sync()
    assert pair.saves() == saves
    (card,) = pair.there.outbox.deeds()
    assert card.state is DeedState.CONFLICT
    file = pair.there.outbox.file(card.cmd_id)
    assert file is not None and file.seen is not None
    assert (file.seen.revision, file.seen.draft) == (1, BEGUN)
    pair.there.shared.resolve(DRAFT, {"lines.p-1.quantity": side})
    pair.sync()
    expected = replace(amount(BEGUN, 12 if side is Side.MINE else 11), note="dari sana")
    assert form(pair.here) == form(pair.there) == expected
    assert pair.there.shared.clash(DRAFT) is None
    assert pair.there.outbox.deeds() == ()
    kept = [version.form for version in pair.there.shared.versions(DRAFT)]
    assert amount(BEGUN, 11) in kept


def test_a_clash_may_be_answered_on_its_card(pair: Pair) -> None:
    pair.begin()
    save(pair.here, amount(BEGUN, 11))
    save(pair.there, amount(BEGUN, 12))
    pair.sync()
    (card,) = pair.there.outbox.deeds()
    chosen = replace(amount(BEGUN, 12), note="dipilih di kartu")
    pair.there.outbox.put(
        c.SaveDraft(form=chosen), actor=builders.PP, order_id=DRAFT, base_rev=2, answers=(card.cmd_id,)
    )
    assert form(pair.there) == chosen
    pair.sync()
    assert form(pair.here) == form(pair.there) == chosen
    assert pair.there.shared.clash(DRAFT) is None
    assert pair.there.outbox.deeds() == ()


def test_a_clash_that_was_found_before_sending_has_one_card_too(pair: Pair) -> None:
    pair.begin()
    save(pair.here, amount(BEGUN, 11))
    assert pair.here.engine.round()
    pair.server.retry = {"order.save_draft"}
    save(pair.there, amount(BEGUN, 12))
    pair.there.engine.round()
    pair.server.retry = set()
    for _ in range(3):
        assert pair.there.engine.round()
        save(pair.there, replace(amount(BEGUN, 12), note="terus"))
    (card,) = pair.there.outbox.deeds()
    assert card.state is DeedState.CONFLICT
    draft = pair.there.drafts.get(DRAFT)
    assert draft is not None and draft.undecided


def test_a_clash_moves_on_with_the_other_device(pair: Pair) -> None:
    pair.begin()
    save(pair.here, amount(BEGUN, 11))
    save(pair.there, amount(BEGUN, 12))
    pair.sync()
    save(pair.here, amount(BEGUN, 12))
    pair.sync()
    assert pair.there.shared.clash(DRAFT) is None
    assert form(pair.there) == amount(BEGUN, 12)
    assert pair.there.shared.resolve(DRAFT, {}).ids


def test_what_is_being_typed_while_news_come_wins_and_theirs_is_kept(pair: Pair) -> None:
    pair.begin()
    save(pair.there, replace(amount(BEGUN, 12), note="sana"))
    pair.sync()
    kept = save(pair.here, replace(BEGUN, note="sini"), since=BEGUN)
    assert kept == replace(amount(BEGUN, 12), note="sini")
    assert VersionOrigin.THEIRS in {version.origin for version in pair.here.shared.versions(DRAFT)}
    pair.sync()
    assert form(pair.there) == kept


def test_what_is_being_typed_while_it_ends_elsewhere_goes_on_as_a_draft_of_its_own(pair: Pair) -> None:
    pair.begin()
    submit(pair.there)
    pair.sync()
    kept = save(pair.here, replace(BEGUN, note="masih mengetik"), since=BEGUN)
    assert kept.order_id != DRAFT
    assert (kept.note, kept.lines) == ("masih mengetik", BEGUN.lines)
    pair.sync()
    assert pair.there.drafts.get(kept.order_id) is not None
    assert pair.server.orders[DRAFT].state is State.WAIT_SELLER


def test_a_discarded_draft_goes_everywhere(pair: Pair) -> None:
    pair.begin()
    pair.here.shared.discard(DRAFT)
    assert form(pair.here) is None
    pair.sync()
    assert form(pair.there) is None
    assert pair.server.orders[DRAFT].state is State.NONE
    pair.sync()
    assert form(pair.here) is form(pair.there) is None


def test_a_draft_that_was_never_sent_is_discarded_without_a_word(pair: Pair) -> None:
    pair.server.offline = True
    save(pair.here, BEGUN)
    pair.here.engine.round()
    pair.here.shared.discard(DRAFT)
    assert pair.here.outbox.deeds() == ()
    pair.server.offline = False
    pair.sync()
    assert pair.server.orders == {}


def test_discarded_there_and_edited_here_is_decided_by_the_person(pair: Pair) -> None:
    pair.begin()
    pair.there.shared.discard(DRAFT)
    assert pair.there.engine.round()
    save(pair.here, replace(BEGUN, note="sini"))
    pair.sync()
    clash = pair.here.shared.clash(DRAFT)
    assert clash is not None
    assert (clash.kind, clash.theirs) == (ClashKind.DISCARDED, None)
    fresh = DRAFT.replace("0001", "0009")
    pair.here.shared.renew(DRAFT, fresh)
    pair.sync()
    assert form(pair.here) is None
    found = pair.there.drafts.get(fresh)
    assert found is not None and found.content["note"] == "sini"
    pair.here.shared.discard(fresh)
    pair.sync()
    assert pair.there.drafts.all() == ()


def test_an_edit_here_stops_a_discard_from_an_old_view_there(pair: Pair) -> None:
    pair.begin()
    save(pair.here, replace(BEGUN, note="sini"))
    assert pair.here.engine.round()
    pair.there.shared.discard(DRAFT)
    pair.sync()
    assert form(pair.here) == form(pair.there) == replace(BEGUN, note="sini")
    assert [deed.command for deed in pair.there.outbox.deeds()] == ["order.discard_draft"]


def test_submitting_takes_the_draft_away_on_both(pair: Pair) -> None:
    pair.begin()
    submit(pair.here)
    assert form(pair.here) is None
    pair.sync()
    assert form(pair.there) is None
    assert pair.server.orders[DRAFT].state is State.WAIT_SELLER
    assert pair.server.orders[DRAFT].revision == 2


def test_an_unsent_save_is_not_needed_by_a_submission(pair: Pair) -> None:
    pair.server.offline = True
    save(pair.here, BEGUN)
    pair.here.engine.round()
    submit(pair.here)
    assert [deed.command for deed in pair.here.outbox.deeds()] == ["order.submit_checkout"]
    pair.server.offline = False
    pair.sync()
    assert pair.server.orders[DRAFT].revision == 1


def test_a_submission_builds_on_a_save_that_may_have_arrived(pair: Pair) -> None:
    save(pair.here, BEGUN)
    pair.server.lose = 1
    pair.here.engine.round()
    submit(pair.here)
    pair.sync()
    assert pair.server.orders[DRAFT].state is State.WAIT_SELLER
    assert pair.here.outbox.deeds() == ()


def test_one_draft_submitted_on_both_becomes_one_order(pair: Pair) -> None:
    pair.begin()
    submit(pair.here)
    second = submit(pair.there)
    pair.sync()
    assert len(pair.server.orders) == 1
    assert [deed.cmd_id for deed in pair.there.outbox.deeds()] == [second]
    assert form(pair.here) is form(pair.there) is None


def test_submitted_elsewhere_while_editing_here_is_said(pair: Pair) -> None:
    pair.begin()
    submit(pair.there)
    assert pair.there.engine.round()
    save(pair.here, replace(BEGUN, note="sini"))
    pair.sync()
    clash = pair.here.shared.clash(DRAFT)
    assert clash is not None and clash.kind is ClashKind.SUBMITTED
    with pytest.raises(Refused) as caught:
        submit(pair.here)
    assert caught.value.refusal.code == "draft.changed_elsewhere"
    pair.here.shared.discard(DRAFT)
    pair.sync()
    assert form(pair.here) is None
    assert pair.server.orders[DRAFT].state is State.WAIT_SELLER


def test_a_refused_submission_gives_the_draft_back_with_what_came_meanwhile(pair: Pair) -> None:
    pair.begin()
    save(pair.there, replace(BEGUN, note="sana"))
    assert pair.there.engine.round()
    submit(pair.here)
    pair.sync()
    assert form(pair.here) == form(pair.there) == replace(BEGUN, note="sana")
    assert len(pair.here.outbox.deeds()) == 1
    assert pair.server.orders[DRAFT].state is State.DRAFT


def test_a_submission_that_is_taken_back_gives_the_draft_back_at_once(pair: Pair) -> None:
    pair.begin()
    pair.server.offline = True
    cmd_id = submit(pair.here)
    assert form(pair.here) is None
    pair.here.outbox.withdraw(cmd_id)
    assert form(pair.here) == BEGUN
    pair.server.offline = False
    pair.sync()
    assert form(pair.here) == form(pair.there) == BEGUN


def test_somebody_who_looked_at_an_older_draft_does_not_submit_it(pair: Pair) -> None:
    pair.begin()
    seen = pair.there.shared.position(DRAFT)
    save(pair.here, replace(BEGUN, note="sini"))
    pair.sync()
    with pytest.raises(Refused) as caught:
        pair.there.outbox.put(
            c.SubmitCheckout(checkout=builders.checkout(builders.facts()), max_total=Rupiah(10**12)),
            actor=pair.there.actor,
            order_id=DRAFT,
            base_rev=seen,
            clear_draft=DRAFT,
        )
    assert caught.value.refusal.code == "draft.changed_elsewhere"
    assert pair.there.outbox.deeds() == ()


def test_an_earlier_version_is_taken_back_and_goes_to_the_other_device(pair: Pair) -> None:
    pair.begin()
    save(pair.there, replace(BEGUN, note="sana"))
    pair.sync()
    (version,) = pair.here.shared.versions(DRAFT)
    pair.here.shared.take_back(DRAFT, version.n)
    pair.sync()
    assert form(pair.here) == form(pair.there) == BEGUN
    assert pair.here.shared.versions(DRAFT)[0].form == replace(BEGUN, note="sana")
    with pytest.raises(Refused):
        pair.here.shared.take_back(DRAFT, 999)


def test_earlier_versions_go_after_thirty_days(pair: Pair) -> None:
    pair.begin()
    save(pair.there, replace(BEGUN, note="sana"))
    pair.sync()
    for days, left in ((29, 1), (2, 0)):
        pair.server.now += timedelta(days=days)
        pair.here = pair.here.reopened()
        assert len(pair.here.shared.versions(DRAFT)) == left
    pair.here.close()


def test_a_restored_backend_gets_what_it_lost_and_overrules_nothing(pair: Pair) -> None:
    pair.begin()
    save(pair.here, replace(BEGUN, note="nanti"))
    pair.sync()
    order = pair.server.orders[DRAFT]
    assert order.revision == 2
    scope = "user/u-pp"
    first = next(row for row in pair.server.feed[scope] if row.kind == "order" and row.rev == 1)
    pair.server.epoch = "e2"
    pair.server.feed[scope] = [msgspec.structs.replace(first, seq=1)]
    pair.server.orders[DRAFT] = replace(
        order, revision=1, draft=BEGUN, draft_device="Meja here", history=order.history
    )
    pair.sync()
    pair.sync()
    assert form(pair.here) == form(pair.there) == replace(BEGUN, note="nanti")
    assert pair.server.orders[DRAFT].draft == replace(BEGUN, note="nanti")


def test_drafts_of_replies_stay_on_the_machine(pair: Pair) -> None:
    pair.here.drafts.save("r-1", "negotiation_reply", "o-1", "Balasan", {"note": "é"})
    pair.sync()
    assert pair.there.drafts.all() == ()
    assert pair.server.received == []


def test_a_draft_kept_by_an_older_program_is_shared_at_the_first_round(pair: Pair) -> None:
    with pair.here.work.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO drafts (access_id, id, kind, subject, title, content, saved_at) VALUES"
            " (?, ?, 'checkout', 'v-1', 'ATK', ?, ?)",
            (builders.PP.access_id, DRAFT, to_json(BEGUN), pair.server.now.isoformat()),
        )
    again = pair.here.reopened()
    assert again.engine.round()
    assert pair.there.engine.round()
    assert form(pair.there) == BEGUN
    again.close()
