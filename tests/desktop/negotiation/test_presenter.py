"""Typing, drafts and moves of a negotiation, without widgets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inaproc_core.errors import Refused
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.ordering import Bargain, Preview, Reply
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.negotiation import NegotiationService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.negotiation.presenter import NegotiationPresenter
from tests import builders
from tests.desktop.fake_data import Mine, office
from tests.desktop.fakes import HeldRunner, ImmediateRunner, RecordingBus

ID = builders.ORDER_ID
GOOD = {"line:1": Rupiah(50_000)}


class View:
    """Keeps what it was shown."""

    def __init__(self):
        self.rows: Any = None
        self.bargain: Any = None
        self.reply: Any = None
        self.preview: Any = None
        self.saved: list[Any] = []
        self.failures: list[Any] = []
        self.filled: list[Any] = []
        self.missing = 0
        self.busy = False
        self.loading = False

    def show_list(self, rows, now, *, searching):
        self.rows = rows

    def show_loading(self):
        self.loading = True

    def show_bargain(self, bargain: Bargain, reply: Reply, now):
        self.bargain, self.reply = bargain, reply

    def show_prices(self, prices):
        self.filled.append(dict(prices))

    def show_preview(self, preview: Preview):
        self.preview = preview

    def show_saved(self, at):
        self.saved.append(at)

    def show_busy(self, busy):
        self.busy = busy

    def show_missing(self):
        self.missing += 1

    def show_failure(self, error):
        self.failures.append(error)


class Table:
    """A presenter with everything around it."""

    def __init__(self, state=State.WAIT_BUYER, actor=builders.PP):
        world = office()
        world.add_orders(builders.play_to(state))
        self.world, self.mine = world, Mine(world, actor)
        self.view, self.runner, self.bus = View(), ImmediateRunner(), RecordingBus()
        service = NegotiationService(
            mirror=self.mine.mirror,
            outbox=self.mine.outbox,
            drafts=self.mine.drafts,
            catalogue=self.mine.catalogue,
            rules=Rules(builders.BOOK, builders.CALENDAR, world.clock),
            actor=actor,
        )
        self.presenter = NegotiationPresenter(
            self.view, service, self.runner, self.bus, world.clock, self.sync
        )

    def sync(self):
        if self.world.online:
            self.bus.publish(self.mine.outbox.deliver())


def test_without_an_id_the_list_is_shown():
    table = Table()
    table.presenter.open("")
    assert [row.id for row in table.view.rows] == [ID]
    table.presenter.search("tidak ada")
    assert table.view.rows == ()
    table.presenter.open("unknown")
    assert table.view.missing == 1


def test_typing_previews_at_once_and_keeps_after_a_pause():
    table = Table()
    table.presenter.open(ID)
    table.presenter.edit({"line:1": Rupiah(90_000)}, "")
    assert list(table.view.preview.problems) == ["line:1"]
    table.presenter.edit(GOOD, "Mohon")
    assert table.view.preview.ready
    assert table.mine.drafts.saves == 0
    assert table.runner.fire_timers() == 1
    assert table.mine.drafts.saves == 1
    assert table.view.saved == [builders.NOW]


def test_a_draft_survives_leaving_and_coming_back():
    table = Table()
    table.presenter.open(ID)
    table.presenter.edit(GOOD, "Mohon")
    table.presenter.close()
    assert table.runner.fire_timers() == 0
    again = Table()
    again.mine.drafts.kept.update(table.mine.drafts.kept)
    again.presenter.open(ID)
    assert (again.view.reply.prices, again.view.reply.note) == (GOOD, "Mohon")
    assert again.view.preview.ready


def test_sending_without_a_link_waits_and_says_so():
    table = Table()
    table.world.online = False
    table.presenter.open(ID)
    table.presenter.edit(GOOD, "Mohon")
    table.presenter.send()
    assert table.view.failures == []
    assert table.view.bargain.waiting is not None
    assert not table.view.bargain.my_move
    assert table.mine.drafts.all() == ()
    table.presenter.take_back()
    assert table.view.bargain.my_move
    assert table.view.reply.prices == GOOD


def test_sending_with_a_link_ends_at_the_other_side():
    table = Table()
    table.presenter.open(ID)
    table.presenter.edit(GOOD, "")
    table.presenter.send()
    assert table.view.bargain.waiting is None
    assert table.view.bargain.order.state is State.WAIT_SELLER
    assert table.view.bargain.round_no == 3


def test_a_refused_move_keeps_the_draft_and_says_why():
    table = Table()
    table.presenter.open(ID)
    table.presenter.edit({"line:1": Rupiah(90_000)}, "Mohon")
    table.presenter.send()
    assert [type(error) for error in table.view.failures] == [Refused]
    draft = table.mine.drafts.find("negotiation_reply", ID)
    assert draft is not None
    assert draft.content["note"] == "Mohon"
    table.presenter.stop("pendek")
    assert table.view.failures[-1].refusal.code == "reason.too_short"
    assert table.view.busy is False


def test_what_is_typed_survives_a_refresh_and_is_marked_when_the_round_moved():
    table = Table(State.WAIT_BUYER)
    table.presenter.open(ID)
    table.presenter.edit(GOOD, "")
    table.bus.publish(ChangeSet.of("order", ids=[ID]))
    assert table.view.reply.prices == GOOD
    order = table.world.orders[ID]
    later = replace(order, rounds=(*order.rounds, replace(order.rounds[-1], no=3)))
    table.world.add_orders(later)
    table.bus.publish(ChangeSet.of("order", ids=[ID]))
    assert (table.view.bargain.round_no, table.view.reply.round_no) == (3, 2)


def test_another_order_changing_does_not_read_again():
    table = Table()
    table.presenter.open(ID)
    table.view.bargain = None
    table.bus.publish(ChangeSet.of("order", ids=["o-9"]))
    assert table.view.bargain is None


@pytest.mark.parametrize(
    ("actor", "state"), [(builders.PP, State.WAIT_BUYER), (builders.VENDOR, State.WAIT_SELLER)]
)
def test_filling_the_column_is_typing_too(actor, state):
    table = Table(state, actor)
    table.presenter.open(ID)
    table.presenter.fill_same()
    table.presenter.fill_lower(500)
    assert len(table.view.filled) == 2
    assert table.view.preview.ready
    assert table.runner.fire_timers() == 1


def test_a_slow_read_says_so_and_takes_no_move_meanwhile():
    table = Table()
    held = HeldRunner()
    table.presenter._runner = held
    table.presenter.open(ID)
    held.fire_timers()
    assert table.view.loading
    table.presenter.stop("Harga di atas perkiraan kami")
    held.run_all()
    assert table.mine.outbox.deeds() == ()
    assert table.view.bargain.order.id == ID


def test_our_own_bug_is_not_shown_as_a_refusal(monkeypatch):
    table = Table()
    table.presenter.open(ID)
    monkeypatch.setattr(table.mine.outbox, "put", None)
    with pytest.raises(TypeError):
        table.presenter.agree()
    assert table.view.failures == []
