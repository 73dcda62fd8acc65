"""The presenter of the signing page without Qt and without threads."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from inaproc_core.orders.states import State
from inaproc_desktop.ports.finishing import Paper, PaperFile, ShownPaper, SignStep, Verdict
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.views.signing.presenter import SigningPresenter
from tests import builders
from tests.desktop.fake_data import Mine
from tests.desktop.fakes import HeldRunner, ImmediateRunner, RecordingBus, RecordingNavigator
from tests.desktop.finishing import PASSPHRASE, signer, signing_of, state_of, world_of


@dataclass
class View:
    """Keeps what it was told, in order."""

    told: list[tuple[str, Any]] = field(default_factory=list)

    def names(self) -> list[str]:
        return [name for name, _ in self.told]

    def last(self, name: str) -> Any:
        return [value for told, value in self.told if told == name][-1]

    def show_file(self, file: PaperFile, now: datetime) -> None:
        self.told.append(("file", file))

    def show_online(self, online: bool) -> None:
        self.told.append(("online", online))

    def show_reading(self) -> None:
        self.told.append(("reading", None))

    def show_missing(self) -> None:
        self.told.append(("missing", None))

    def show_loading(self) -> None:
        self.told.append(("loading", None))

    def show_paper(self, shown: ShownPaper) -> None:
        self.told.append(("paper", shown))

    def show_no_paper(self, error: Exception) -> None:
        self.told.append(("no_paper", error))

    def show_verdict(self, verdict: Verdict | None) -> None:
        self.told.append(("verdict", verdict))

    def show_checking(self, checking: bool) -> None:
        self.told.append(("checking", checking))

    def show_step(self, step: SignStep | None) -> None:
        self.told.append(("step", step))

    def show_turned_back(self) -> None:
        self.told.append(("turned_back", None))

    def show_busy(self, busy: bool) -> None:
        self.told.append(("busy", busy))

    def show_key_made(self) -> None:
        self.told.append(("key_made", None))

    def show_sign_failure(self, error: Exception) -> None:
        self.told.append(("sign_failure", error))

    def show_failure(self, error: Exception) -> None:
        self.told.append(("failure", error))

    def show_saved(self, path: str) -> None:
        self.told.append(("saved", path))


@dataclass
class Stage:
    """A presenter with its fakes."""

    mine: Mine
    runner: HeldRunner
    view: View
    bus: RecordingBus
    navigator: RecordingNavigator
    presenter: SigningPresenter


def stage(mine: Mine, *, held: bool = False, paper: Paper = Paper.LETTER) -> Stage:
    view, bus, navigator = View(), RecordingBus(), RecordingNavigator()
    runner: HeldRunner = HeldRunner() if held else ImmediateRunner()
    presenter = SigningPresenter(
        view, signing_of(mine), runner, bus, mine.world.clock, navigator, mine.link, paper
    )
    return Stage(mine, runner, view, bus, navigator, presenter)


def test_opening_shows_the_file_and_the_document() -> None:
    on = stage(signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK))
    on.presenter.open("o-0")
    assert on.view.names() == ["reading", "verdict", "online", "file", "loading", "verdict", "paper"]


def test_an_unknown_order_is_missing() -> None:
    on = stage(signer(world_of(), builders.PPK, key=False))
    on.presenter.open("nowhere")
    assert "missing" in on.view.names()


def test_offline_shows_the_kept_copy_and_fetches_again_later() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    mine = signer(world, builders.PPK)
    mine.documents.fetch("o-0.sp.1")
    world.online = False
    on = stage(mine)
    on.presenter.open("o-0")
    assert on.view.last("paper").cached
    world.online = True
    on.presenter.open("o-0")
    assert not on.view.last("paper").cached


def test_offline_without_a_copy_says_why() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    world.online = False
    on = stage(signer(world, builders.PPK, key=False))
    on.presenter.open("o-0")
    assert str(on.view.last("no_paper")) == "world.offline"


def test_signing_ends_on_the_order() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    on = stage(signer(world, builders.PPK))
    on.presenter.open("o-0")
    on.presenter.sign(PASSPHRASE, "", "rahasia")
    steps = [value for name, value in on.view.told if name == "step"]
    assert steps == [SignStep.PROVING, *SignStep, None]
    assert on.navigator.opened == [("order", "o-0")]
    assert on.bus.published[-1].touches("order")
    assert state_of(world) is State.WAITING_SELLER_CONFIRMATION


def test_a_failure_is_told_and_the_document_read_anew() -> None:
    on = stage(signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK))
    on.presenter.open("o-0")
    on.presenter.sign("bukan frasa sandinya", "", "rahasia")
    assert "sign_failure" in on.view.names()
    assert on.view.names()[-1] == "paper"
    assert on.view.last("step") is None
    assert on.navigator.opened == []


def test_turning_back_says_so_and_nothing_follows() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    on = stage(signer(world, builders.PPK), held=True)
    on.presenter.open("o-0")
    on.runner.run_all()
    on.presenter.sign(PASSPHRASE, "", "rahasia")
    on.presenter.turn_back()
    on.runner.run_all()
    assert on.view.names()[-1] == "turned_back"
    assert on.navigator.opened == []
    assert state_of(world) is State.ESIGN_IN_PROGRESS


def test_a_second_click_signs_nothing_twice() -> None:
    on = stage(signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK), held=True)
    on.presenter.open("o-0")
    on.runner.run_all()
    on.presenter.sign(PASSPHRASE, "", "rahasia")
    waiting = len(on.runner.waiting)
    on.presenter.sign(PASSPHRASE, "", "rahasia")
    assert len(on.runner.waiting) == waiting


def test_a_change_elsewhere_is_read_and_another_order_is_not() -> None:
    on = stage(signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK))
    on.presenter.open("o-0")
    before = len(on.view.told)
    on.bus.publish(ChangeSet.of("order", ids=["o-9"]))
    assert len(on.view.told) == before
    on.bus.publish(ChangeSet.of("order", ids=["o-0"]))
    assert on.view.names()[before:] == ["file"]
    on.presenter.close()
    on.bus.publish(ChangeSet.of("order", ids=["o-0"]))
    assert len(on.view.told) == before + 1


def test_numbering_brings_the_document() -> None:
    on = stage(signer(world_of(State.BAST_DRAFT), builders.PPK), paper=Paper.BAST)
    on.presenter.open("o-0")
    assert "paper" not in on.view.names()
    on.presenter.number("027/BAST/009/2026")
    assert on.view.last("file").number == "027/BAST/009/2026"
    assert on.view.names()[-1] == "paper"
