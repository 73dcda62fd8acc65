"""The sign-in page without a toolkit: which step follows which, and what is asked of whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from inaproc_core.errors import Refusal, Refused
from inaproc_core.wire.messages import SignInAnswer
from inaproc_desktop.ports.data import BackendRefused, SignedIn, TrainingPerson, WorldFailed
from inaproc_desktop.ports.session import Server, ServerState
from inaproc_desktop.views.sign_in.presenter import TRAINING_PASSWORD, SignInPresenter
from inaproc_desktop.views.sign_in.rows import Busy
from tests.desktop.fakes import ImmediateRunner
from tests.desktop.session.test_service import Desk, session

PEOPLE = (
    TrainingPerson(username="pp", name="Ayu Latihan", role="PP", office="Dinas"),
    TrainingPerson(username="ppk", name="Bima Latihan", role="PPK", office="Dinas"),
)


@dataclass
class FakePage:
    """Keeps what it was told."""

    told: list[tuple[str, Any]] = field(default_factory=list)
    busy: Busy = Busy.NOTHING
    error: Exception | None = None
    people: tuple[TrainingPerson, ...] = ()
    account: tuple[str, str] = ("", "")
    server: tuple[ServerState | None, str] = (None, "")
    first_time: bool | None = None

    def show_server(self, state: ServerState | None, address: str) -> None:
        self.server = (state, address)

    def show_username(self, username: str) -> None:
        self.told.append(("username", username))

    def show_busy(self, busy: Busy) -> None:
        self.busy = busy

    def show_error(self, error: Exception | None) -> None:
        self.error = error

    def show_missing(self, *, username: bool, password: bool) -> None:
        self.told.append(("missing", (username, password)))

    def ask_code(self) -> None:
        self.told.append(("code", None))

    def ask_password(self) -> None:
        self.told.append(("password", None))

    def show_people(self, people: Sequence[TrainingPerson]) -> None:
        self.people = tuple(people)

    def show_account(self, username: str, password: str) -> None:
        self.account = (username, password)

    def ask_passphrase(self, *, first_time: bool) -> None:
        self.first_time = first_time

    def show_passphrase_error(self, error: Exception) -> None:
        self.told.append(("passphrase_error", error))

    def close_passphrase(self) -> None:
        self.told.append(("passphrase_closed", None))

    def ask_set_aside(self) -> None:
        self.told.append(("set_aside?", None))

    def show_set_aside(self, place: str) -> None:
        self.told.append(("set_aside", place))

    def show_server_answer(self, state: ServerState) -> None:
        self.told.append(("server", state.server.url))

    def show_server_error(self, error: Exception) -> None:
        self.told.append(("server_error", error))


class FakeTraining:
    failure: Exception | None = None

    def start(self) -> Server:
        if self.failure is not None:
            raise self.failure
        return Server(url="http://127.0.0.1:1", key="training")

    def stop(self) -> None:
        """Nothing runs."""


class Page:
    """A page with its presenter over a session on fake wires."""

    def __init__(self, folder: Path, sign_in_as: str = "", training: bool = False) -> None:
        self.desk = Desk(folder)
        connect = self.desk._connect

        def make(url: str, on_session: Any) -> Any:
            wire = connect(url, on_session)
            wire.training_people = lambda: PEOPLE
            if training:
                hello = wire.hello
                wire.hello = lambda: _as_training(hello())
            wire.offline = self.offline
            return wire

        self.offline = False
        self.desk.service._connect = make
        self.view = FakePage()
        self.training = FakeTraining()
        self.entered: list[SignedIn] = []
        self.presenter = SignInPresenter(
            self.view,
            self.desk.service,
            ImmediateRunner(),
            training=self.training,
            on_signed_in=self.entered.append,
            sign_in_as=sign_in_as,
        )


def _as_training(hello: Any) -> Any:
    return type(hello)(
        **{name: getattr(hello, name) for name in hello.__struct_fields__ if name != "training"},
        training=True,
    )


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(tmp_path)


def test_first_start_asks_nobody(page: Page) -> None:
    page.presenter.start("")
    assert page.view.server == (None, "")
    assert page.view.busy is Busy.NOTHING
    assert page.desk.wires == []
    page.presenter.sign_in("ayu", "rahasia", keep=False)
    assert isinstance(page.view.error, Refused)
    assert page.view.error.refusal.code == "server.none"


def test_signing_in(page: Page) -> None:
    page.presenter.start("https://inaproc.example")
    state, _ = page.view.server
    assert state is not None
    assert state.version == "1.0"
    page.presenter.sign_in("ayu", "rahasia", keep=False)
    assert [one.session.username for one in page.entered] == ["ayu"]
    assert page.view.busy is Busy.NOTHING


def test_empty_fields_are_marked_and_nothing_is_sent(page: Page) -> None:
    page.presenter.start("https://inaproc.example")
    page.presenter.sign_in("  ", "", keep=False)
    page.presenter.sign_in("ayu", "", keep=False)
    assert page.view.told[-2:] == [("missing", (True, True)), ("missing", (False, True))]
    assert page.entered == []


def test_code_is_asked_and_sent(page: Page) -> None:
    page.presenter.start("https://inaproc.example")
    page.desk.wire.answer = SignInAnswer(challenge="c-1")
    page.presenter.sign_in("ayu", "rahasia", keep=False)
    assert page.view.told[-1] == ("code", None)
    page.presenter.back_to_password()
    assert page.view.told[-1] == ("password", None)
    page.presenter.sign_in("ayu", "rahasia", keep=False)
    page.presenter.send_code("123456")
    assert len(page.entered) == 1


def test_refusal_is_told_and_can_be_tried_again(page: Page) -> None:
    page.presenter.start("https://inaproc.example")
    page.desk.wire.answer = BackendRefused(Refusal(code="session.wrong_credentials"), "Salah.", 401)
    page.presenter.sign_in("ayu", "x", keep=False)
    assert isinstance(page.view.error, BackendRefused)
    assert page.view.busy is Busy.NOTHING
    page.desk.wire.answer = SignInAnswer(session=session())
    page.presenter.sign_in("ayu", "rahasia", keep=False)
    assert page.view.error is None
    assert len(page.entered) == 1


def test_bad_address_of_the_command_line(page: Page) -> None:
    page.presenter.start("http://kantor.go.id")
    assert isinstance(page.view.error, Refused)
    assert page.view.error.refusal.code == "server.not_encrypted"


def test_server_is_asked_before_it_is_remembered(page: Page) -> None:
    page.offline = True
    page.presenter.check_server("lain.example")
    assert page.view.told[-1][0] == "server_error"
    assert page.desk.settings.server_url() == ""
    page.offline = False
    page.presenter.check_server("lain.example")
    assert ("server", "https://lain.example") in page.view.told
    assert page.desk.settings.server_url() == "https://lain.example"


def test_somebody_who_stays_goes_on(page: Page) -> None:
    page.presenter.start("https://inaproc.example")
    page.presenter.sign_in("ayu", "rahasia", keep=True)
    page.presenter.start("https://inaproc.example")
    assert len(page.entered) == 2
    assert not page.entered[1].offline


def test_somebody_who_stays_goes_on_without_a_link(page: Page) -> None:
    page.presenter.start("https://inaproc.example")
    page.presenter.sign_in("ayu", "rahasia", keep=True)
    page.offline = True
    page.presenter.start("https://inaproc.example")
    assert page.entered[1].offline


def test_unreachable_server_is_told(page: Page) -> None:
    page.offline = True
    page.presenter.start("https://inaproc.example")
    assert isinstance(page.view.error, WorldFailed)
    assert page.view.server == (None, "https://inaproc.example")
    assert page.view.busy is Busy.NOTHING


def test_session_that_ended_meanwhile_is_told(page: Page) -> None:
    page.presenter.start("https://inaproc.example")
    page.presenter.sign_in("ayu", "rahasia", keep=True)
    ended = BackendRefused(Refusal(code="session.ended"), status=401)
    page.desk.service.restore = lambda: None  # type: ignore[method-assign]
    page.presenter.start("https://inaproc.example")
    first = page.view.error
    assert isinstance(first, Refused)
    assert first.refusal.code == "session.ended_here"
    page.desk.settings.keep_signed_in("https://inaproc.example", "")
    page.presenter.resume(Server(url="https://inaproc.example", key="https://inaproc.example"), because=ended)
    shown: Exception | None = page.view.error
    assert shown == ended


def test_training_offers_its_people(tmp_path: Path) -> None:
    page = Page(tmp_path, training=True)
    page.presenter.start_training()
    assert page.view.people == PEOPLE
    page.presenter.choose_person("ppk")
    assert page.view.account == ("ppk", TRAINING_PASSWORD)
    assert page.entered == []
    assert page.desk.settings.server_url() == ""


def test_training_that_does_not_start(tmp_path: Path) -> None:
    page = Page(tmp_path, training=True)
    page.training.failure = WorldFailed("world.training_start", "no module")
    page.presenter.start_training()
    assert isinstance(page.view.error, WorldFailed)
    assert page.view.busy is Busy.NOTHING


def test_tour_signs_in_by_itself_in_training_only(tmp_path: Path) -> None:
    page = Page(tmp_path / "a", sign_in_as="pp", training=True)
    page.presenter.start_training()
    assert len(page.entered) == 1
    real = Page(tmp_path / "b", sign_in_as="pp")
    real.presenter.start("https://inaproc.example")
    assert real.entered == []


def test_machine_without_keyring_asks_its_passphrase_first(page: Page) -> None:
    state = {"needed": True}
    service: Any = page.desk.service
    service.needs_passphrase = lambda: state["needed"]
    service.passphrase_exists = lambda: False

    def unlock(passphrase: str) -> None:
        if passphrase == "salah":
            raise WorldFailed("world.passphrase_wrong")
        state["needed"] = False

    service.unlock = unlock
    page.presenter.start("https://inaproc.example")
    page.presenter.sign_in("ayu", "rahasia", keep=True)
    assert page.view.first_time is True
    assert page.entered == []
    page.presenter.give_passphrase("salah")
    assert page.view.told[-1][0] == "passphrase_error"
    page.presenter.give_passphrase("frasa sandi panjang")
    assert ("passphrase_closed", None) in page.view.told
    assert len(page.entered) == 1


@pytest.mark.parametrize("code", ["world.key_missing", "world.key_wrong"])
def test_work_file_that_no_key_opens_may_be_put_aside(page: Page, code: str) -> None:
    service: Any = page.desk.service
    memory = service._memory
    service._set_aside = lambda server, user_id: Path(f"/aside/{user_id}")

    def locked_out(*_given: object) -> Any:
        raise WorldFailed(code)

    page.presenter.start("https://inaproc.example")
    service._memory = locked_out
    page.presenter.sign_in("ayu", "rahasia", keep=False)
    assert isinstance(page.view.error, WorldFailed)
    assert ("set_aside?", None) in page.view.told
    page.presenter.set_aside()
    said, where = page.view.told[-1]
    assert said == "set_aside"
    assert where.startswith("/aside/")
    service._memory = memory
    page.presenter.sign_in("ayu", "rahasia", keep=False)
    assert len(page.entered) == 1


def test_other_failures_put_nothing_aside(page: Page) -> None:
    service: Any = page.desk.service

    def damaged(*_given: object) -> Any:
        raise WorldFailed("world.damaged_file")

    page.presenter.start("https://inaproc.example")
    service._memory = damaged
    page.presenter.sign_in("ayu", "rahasia", keep=False)
    assert ("set_aside?", None) not in page.view.told
