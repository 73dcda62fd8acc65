"""Beranda without widgets: reads, follows changes, leads to where things are done."""

from __future__ import annotations

from inaproc_core.orders.states import State
from inaproc_desktop.ports.home import HomeView
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.home import HomeService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.home.presenter import HomePresenter
from tests import builders
from tests.desktop.fake_data import Mine, office
from tests.desktop.fakes import HeldRunner, ImmediateRunner, RecordingBus, RecordingNavigator


class View:
    def __init__(self) -> None:
        self.homes: list[HomeView] = []
        self.loading = 0
        self.failures: list[Exception] = []

    def show_home(self, home, now) -> None:
        self.homes.append(home)

    def show_loading(self) -> None:
        self.loading += 1

    def show_failure(self, error: Exception) -> None:
        self.failures.append(error)


def make(runner=None, *orders):
    world = office()
    world.add_orders(*(orders or (builders.play_to(State.WAIT_BUYER),)))
    mine = Mine(world, builders.PP)
    service = HomeService(
        actor=builders.PP,
        mirror=mine.mirror,
        outbox=mine.outbox,
        drafts=mine.drafts,
        rules=Rules(builders.BOOK, builders.CALENDAR, world.clock),
    )
    view, bus, navigator = View(), RecordingBus(), RecordingNavigator()
    presenter = HomePresenter(view, service, runner or ImmediateRunner(), bus, navigator, world.clock)
    return presenter, view, bus, navigator, mine


def test_it_loads_once_and_reads_again_on_changes_until_closed():
    runner = HeldRunner()
    presenter, view, bus, _, _ = make(runner)
    presenter.open()
    assert (view.loading, view.homes) == (1, [])
    runner.run_all()
    assert len(view.homes) == 1
    bus.publish(ChangeSet.of("order"))
    bus.publish(ChangeSet.of("cart"))
    runner.run_all()
    assert len(view.homes) == 2
    presenter.open()
    runner.run_all()
    assert (view.loading, len(view.homes)) == (1, 3)
    presenter.close()
    bus.publish(ChangeSet.of("order"))
    runner.run_all()
    assert len(view.homes) == 3


def test_changes_before_the_first_visit_read_nothing():
    _, view, bus, _, _ = make()
    bus.publish(ChangeSet.of("order"))
    assert view.homes == []


def test_a_task_a_draft_and_an_order_lead_to_their_pages():
    presenter, _, _, navigator, mine = make()
    mine.drafts.save("d-1", "checkout", "v-1", "CV Graha Contoh Utama", {})
    presenter.open()
    presenter.open_task(builders.ORDER_ID)
    presenter.open_draft("d-1")
    presenter.open_order(builders.ORDER_ID)
    presenter.open_orders()
    presenter.open_catalogue()
    presenter.open_task("unknown")
    assert navigator.opened == [
        ("negotiation", builders.ORDER_ID),
        ("checkout", "d-1"),
        ("order", builders.ORDER_ID),
        ("orders", ""),
        ("catalogue", ""),
    ]


def test_a_failure_is_shown():
    presenter, view, _, _, mine = make()

    mine.mirror.broken = True
    presenter.open()
    assert [str(error) for error in view.failures] == ["world.disk"]


def test_waiting_for_the_first_data_ends_with_the_first_sync(monkeypatch):
    presenter, view, bus, _, mine = make()
    monkeypatch.setattr(mine.mirror, "synced_at", lambda: None)
    presenter.open()
    assert view.homes[-1].synced_at is None
    monkeypatch.setattr(mine.mirror, "synced_at", lambda: builders.NOW)
    bus.publish(ChangeSet.of("link"))
    assert view.homes[-1].synced_at == builders.NOW
    seen = len(view.homes)
    bus.publish(ChangeSet.of("link"))
    assert len(view.homes) == seen
