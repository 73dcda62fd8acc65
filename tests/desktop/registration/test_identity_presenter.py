"""The course of stage 1 without Qt: what is asked, kept, sent, and never kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from inaproc_core.errors import Refusal
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import RegistrationState
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.identity import FieldNews, IdentityForm, TotpSetup
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.services.registration.identity import DRAFT
from inaproc_desktop.views.registration.identity.rows import Waiting
from tests.desktop.registration.fakes import CODE, FORM, PASSWORD, refused
from tests.desktop.registration.identity_desk import Desk
from tests.desktop.sealed import on_disk, unsealed

TYPED = IdentityForm(**FORM, password=PASSWORD, password_again=PASSWORD)
BOTH = frozenset({"terms", "privacy"})


class FakeView:
    """Keeps what it was shown."""

    def __init__(self) -> None:
        self.page = "terms"
        self.typed = IdentityForm()
        self.ticked: frozenset[str] = frozenset()
        self.missing: frozenset[str] = frozenset()
        self.problems: list[str] = []
        self.news: dict[str, FieldNews] = {}
        self.lacks: tuple[str, ...] = ()
        self.resumed = False
        self.kept: datetime | None = None
        self.failure: Exception | None = None
        self.again = False
        self.state: RegistrationState | None = None
        self.code_errors: list[tuple[Channel, str]] = []
        self.change_errors: list[str] = []
        self.setup: TotpSetup | None = None
        self.compulsory = False
        self.codes: tuple[str, ...] = ()
        self.tick = False
        self.asked_to_put_away = False
        self.done: tuple[str, bool] | None = None
        self.forgotten = 0
        self.waiting = Waiting.NOTHING
        self.wish = ""

    def page_id(self) -> str:
        return self.page

    def show_page(self, page_id: str) -> None:
        self.page = str(page_id)

    def form(self) -> IdentityForm:
        return self.typed

    def show_form(self, form: IdentityForm) -> None:
        self.typed = form

    def agreed(self) -> frozenset[str]:
        return self.ticked

    def show_agreed(self, kinds: frozenset[str]) -> None:
        self.ticked = kinds

    def show_missing_consents(self, kinds: frozenset[str]) -> None:
        self.missing = kinds

    def show_news(self, name: str, news: FieldNews) -> None:
        self.news[name] = news

    def show_lacks(self, lacks: Sequence[str]) -> None:
        self.lacks = tuple(lacks)

    def show_problems(self, problems: Sequence[Refusal]) -> None:
        self.problems = [f"{problem.field}: {problem.code}" for problem in problems]

    def show_resumed(self) -> None:
        self.resumed = True

    def show_kept_at(self, at: datetime | None) -> None:
        self.kept = at

    def show_waiting(self, waiting: Waiting) -> None:
        self.waiting = waiting

    def show_failure(self, error: Exception | None, *, again: bool = False) -> None:
        self.failure, self.again = error, again

    def show_state(self, state: RegistrationState | None) -> None:
        self.state = state

    def show_code_error(self, channel: Channel, error: Exception) -> None:
        self.code_errors.append((channel, code_of(error)))

    def show_change_error(self, channel: Channel, error: Exception) -> None:
        self.change_errors.append(code_of(error))

    def show_changed(self, channel: Channel, value: str) -> None:
        name = "email" if channel is Channel.EMAIL else "phone"
        self.typed = replace(self.typed, **{name: value})

    def username_wish(self) -> str:
        return self.wish

    def show_username_taken(self, username: str) -> None:
        self.typed = replace(self.typed, username=username)

    def show_username_error(self, error: Exception) -> None:
        self.change_errors.append(code_of(error))

    def show_setup(self, setup: TotpSetup | None, *, compulsory: bool) -> None:
        self.setup, self.compulsory = setup, compulsory

    def show_setup_error(self, error: Exception) -> None:
        self.change_errors.append(code_of(error))

    def setup_code(self) -> str:
        return CODE

    def show_recovery_codes(self, codes: Sequence[str], account: str) -> None:
        self.codes = tuple(codes)

    def put_away(self) -> bool:
        return self.tick

    def show_not_put_away(self) -> None:
        self.asked_to_put_away = True

    def show_done(self, name: str, *, second_factor: bool) -> None:
        self.done = (name, second_factor)

    def forget_secrets(self) -> None:
        self.forgotten += 1
        self.codes = ()
        self.setup = None


def code_of(error: Exception) -> str:
    refusal: Refusal = error.refusal  # type: ignore[attr-defined]
    return refusal.code


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def view() -> FakeView:
    return FakeView()


def at_email(desk: Desk, view: FakeView) -> Any:
    presenter = desk.presenter(view)
    presenter.start()
    view.ticked, view.typed = BOTH, TYPED
    presenter.go_on("terms")
    presenter.go_on("account")
    return presenter


def at_totp(desk: Desk, view: FakeView) -> Any:
    presenter = at_email(desk, view)
    presenter.check_code(Channel.EMAIL, CODE)
    presenter.check_code(Channel.SMS, CODE)
    return presenter


def test_both_consents_are_needed(desk: Desk, view: FakeView) -> None:
    presenter = desk.presenter(view)
    presenter.start()
    view.ticked = frozenset({"terms"})
    presenter.go_on("terms")
    assert (view.page, view.missing) == ("terms", frozenset({"privacy"}))
    view.ticked = BOTH
    presenter.go_on("terms")
    assert view.page == "account"


def test_all_problems_of_the_form_are_shown_at_once(desk: Desk, view: FakeView) -> None:
    presenter = desk.presenter(view)
    presenter.start()
    view.ticked = BOTH
    view.typed = replace(TYPED, full_name="", email="salah", password_again="lain")
    presenter.go_on("account")
    assert view.problems == [
        "full_name: name.empty",
        "email: email.form",
        "password_again: password.not_repeated",
    ]
    assert desk.backend.calls == []


def test_fields_are_told_about_while_they_are_typed(desk: Desk, view: FakeView) -> None:
    presenter = desk.presenter(view)
    view.typed = replace(TYPED, email="ayu@gmial.com", username="Ayu.Latihan", password="rahasia")
    for name in ("email", "phone", "username", "password"):
        presenter.note_edit(name)
    assert view.news["email"].meant == "gmail.com"
    assert view.news["phone"].tidy == "+6281234561490"
    assert view.news["username"].tidy == "ayu.latihan"
    assert set(view.lacks) == {"length", "upper", "digit", "special"}
    view.typed = replace(TYPED, username="ppk.kota")
    presenter.note_edit("username")
    refusal = view.news["username"].refusal
    assert refusal is not None
    assert refusal.code == "username.reserved"


def test_whole_course_ends_signed_in(desk: Desk, view: FakeView) -> None:
    presenter = at_email(desk, view)
    assert view.page == "email"
    assert desk.backend.consents is not None
    assert desk.backend.consents.terms_version == "2026-01"
    assert desk.backend.identity is not None
    assert desk.backend.identity.phone == "+6281234561490"
    presenter.check_code(Channel.EMAIL, CODE)
    assert view.page == "phone"
    assert "send SMS" in desk.backend.calls
    presenter.check_code(Channel.SMS, CODE)
    assert view.page == "totp"
    assert view.setup is not None
    assert view.setup.key == "JBSW Y3DP EHPK 3PXP"
    assert desk.drafts.load(DRAFT) is None
    presenter.confirm_totp(CODE)
    assert view.page == "codes"
    assert len(view.codes) == 10
    presenter.go_on("codes")
    assert view.asked_to_put_away
    view.tick = True
    presenter.go_on("codes")
    assert (view.page, view.done) == ("done", ("Ayu Latihan", True))
    assert view.codes == ()
    presenter.go_on("done")
    assert [one.session.user_id for one in desk.entered] == ["u-baru"]


def test_second_factor_may_be_left_for_later(desk: Desk, view: FakeView) -> None:
    presenter = at_totp(desk, view)
    presenter.skip("totp")
    assert (view.page, view.done) == ("done", ("Ayu Latihan", False))
    presenter.close()
    assert len(desk.entered) == 1


def test_leaving_while_the_secret_is_fetched_waits_for_nothing(desk: Desk, view: FakeView) -> None:
    presenter = at_totp(desk, view)
    view.show_waiting(Waiting.TOTP)
    presenter.skip("totp")
    assert (view.page, view.waiting) == ("done", Waiting.NOTHING)


def test_proof_for_the_second_factor_is_the_password_just_chosen(desk: Desk, view: FakeView) -> None:
    desk.account.proven = False
    at_totp(desk, view)
    assert view.setup is not None
    assert desk.account.calls[:3] == ["begin totp", "step up", "begin totp"]


def test_wrong_code_is_said_and_the_tries_left_are_read_again(desk: Desk, view: FakeView) -> None:
    presenter = at_email(desk, view)
    presenter.check_code(Channel.EMAIL, "999999")
    assert view.code_errors == [(Channel.EMAIL, "code.wrong")]
    assert view.state is not None
    assert view.state.email.tries_left == 4
    assert view.page == "email"
    presenter.go_on("email")
    assert view.code_errors[-1] == (Channel.EMAIL, "code.empty_here")


def test_another_email_keeps_the_form(desk: Desk, view: FakeView) -> None:
    presenter = at_email(desk, view)
    presenter.change_contact(Channel.EMAIL, "salah")
    assert view.change_errors == ["email.form"]
    presenter.change_contact(Channel.EMAIL, " Ayu2@Kantor.go.id ")
    assert view.typed == replace(TYPED, email="ayu2@kantor.go.id")
    assert desk.backend.calls.count("begin") == 1
    draft = desk.drafts.load(DRAFT)
    assert draft is not None
    assert draft.data["email"] == "ayu2@kantor.go.id"


def test_going_back_and_changing_the_form_amends_it(desk: Desk, view: FakeView) -> None:
    presenter = at_email(desk, view)
    presenter.go_back("email")
    assert view.page == "account"
    view.typed = replace(TYPED, phone="0813 1111 2222")
    presenter.go_on("account")
    assert desk.backend.calls == ["begin", "amend"]
    assert desk.backend.identity is not None
    assert desk.backend.identity.phone == "+6281311112222"
    presenter.go_back("email")
    presenter.go_on("account")
    assert desk.backend.calls == ["begin", "amend"]
    presenter.go_back("email")
    view.typed = replace(TYPED, password="Lain-Rahasia-2", password_again="Lain-Rahasia-2")
    presenter.go_on("account")
    assert desk.backend.calls == ["begin", "amend", "begin"]


def test_username_that_is_taken_is_chosen_anew_after_the_email(desk: Desk, view: FakeView) -> None:
    desk.backend.taken = {"ayu.latihan", "ayu.latihan9"}
    presenter = at_email(desk, view)
    presenter.check_code(Channel.EMAIL, CODE)
    assert view.page == "email"
    assert view.state is not None
    assert view.state.suggestions == ["ayu.latihan1", "ayu.latihan.2"]
    view.wish = "ayu.latihan9"
    presenter.go_on("email")
    assert view.page == "email"
    view.wish = "x"
    presenter.go_on("email")
    assert view.change_errors == ["username.length"]
    presenter.choose_username("ayu.latihan1")
    assert view.page == "phone"
    assert view.typed.username == "ayu.latihan1"


def test_without_a_link_the_form_is_kept_and_sent_later(desk: Desk, view: FakeView) -> None:
    desk.backend.offline = True
    presenter = at_email(desk, view)
    assert view.page == "email"
    assert isinstance(view.failure, WorldFailed)
    assert view.again
    assert view.state is None
    draft = desk.drafts.load(DRAFT)
    assert draft is not None
    assert draft.data["username"] == "ayu.latihan"
    desk.backend.offline = False
    presenter.try_again()
    assert view.failure is None
    assert view.state is not None
    assert view.state.email.sent


def test_field_the_backend_refuses_is_shown_at_the_form(desk: Desk, view: FakeView) -> None:
    desk.backend.fail_next = refused("password.breached", field_="password")
    at_email(desk, view)
    assert view.page == "account"
    assert view.problems == ["password: password.breached"]


def test_registration_that_ran_out_is_sent_again(desk: Desk, view: FakeView) -> None:
    presenter = at_email(desk, view)
    desk.backend.fail_next = refused("registration.unknown", 404)
    presenter.check_code(Channel.EMAIL, CODE)
    assert view.page == "account"
    assert isinstance(view.failure, BackendRefused)
    assert view.typed == TYPED
    presenter.go_on("account")
    assert desk.backend.calls.count("begin") == 2


def test_closing_keeps_the_form_but_no_secret(desk: Desk, view: FakeView, tmp_path: Path) -> None:
    presenter = at_email(desk, view)
    presenter.check_code(Channel.EMAIL, "999999")
    presenter.close()
    assert desk.closed == 1
    assert view.forgotten == 1
    assert desk.service.password() == ""
    again = FakeView()
    desk.presenter(again).start()
    assert again.page == "account"
    assert again.resumed
    assert again.ticked == BOTH
    assert again.typed == IdentityForm(**FORM)
    kept = unsealed(tmp_path / "registration.db")
    assert b"ayu.latihan" in kept
    assert b"ayu.latihan" not in on_disk(tmp_path)
    for secret in (PASSWORD.encode(), CODE.encode(), b"999999", b"rahasia-token", b"refresh-1"):
        assert secret not in kept, secret


def test_typing_is_kept_at_every_pause(desk: Desk, view: FakeView) -> None:
    presenter = desk.presenter(view)
    presenter.start()
    view.page, view.ticked, view.typed = "account", BOTH, replace(TYPED, email="")
    presenter.note_edit("full_name")
    presenter.note_edit("username")
    assert desk.drafts.load(DRAFT) is None
    assert desk.runner.fire_timers() == 1
    draft = desk.drafts.load(DRAFT)
    assert draft is not None
    assert (draft.page, draft.data["full_name"]) == ("account", "Ayu Latihan")
    assert view.kept == desk.clock.moment


def test_newer_terms_are_agreed_to_anew(desk: Desk, view: FakeView) -> None:
    data = {**FORM, "terms_version": "2020-01", "privacy_version": "2026-01"}
    desk.drafts.save(DRAFT, "account", data)
    desk.presenter(view).start()
    assert view.page == "terms"
    assert view.ticked == frozenset({"privacy"})
    assert view.typed.username == "ayu.latihan"
