"""Manajemen Akses: whose move it is, days left, renewal, transfer, withdrawal, the ticket."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from inaproc_core.wire.account import AccountView
from inaproc_core.wire.messages import AccessRow
from inaproc_core.wire.registration import (
    AccessRequestView,
    FieldReason,
    OwnAccesses,
    ProfileView,
    SubmitProfile,
)
from inaproc_desktop.composition import registration_access as composition
from inaproc_desktop.ports.data import Link, WorldFailed
from inaproc_desktop.services.registration.managing import AccessesService
from inaproc_desktop.services.registration.remembering import RememberingCalls
from inaproc_desktop.views.access.lines import RequestLine
from inaproc_desktop.views.access.presenter import AccessesPresenter
from inaproc_desktop.views.access.view import AccessesPage
from inaproc_desktop.views.widgets.dialogs import ConfirmDialog
from tests.builders import PP
from tests.desktop.fake_data import signed_in
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_world import World
from tests.desktop.fakes import HeldRunner, RecordingBus, RecordingNavigator
from tests.desktop.filing.stand_ins import BOOK, VERIFIED, Desk, access, request

FIELDS = {"satker": "sk-1", "instansi": "D9901", "instansi_kind": "KOTA"}
LETTER = "ASSIGNMENT_LETTER"


class Account:
    def __init__(self) -> None:
        self.online = True

    def account(self) -> AccountView:
        if not self.online:
            raise WorldFailed("world.offline", "no link")
        return AccountView(
            user_id="u",
            username="pemohon",
            name="Pemohon Simulasi",
            email="pemohon@contoh.test",
            phone="+628121230000",
            totp_on=False,
            totp_required=False,
            recovery_codes_left=0,
            profile_status="VERIFIED",
        )


def given_back() -> AccessRequestView:
    reason = FieldReason(field=LETTER, code="letter.no_stamp", note="Cap belum tampak.", ask_for=[LETTER])
    return request(
        "r-1", "BPP", "NEEDS_FIX", fields=FIELDS, reasons=[reason], open_fields=[LETTER], attempts=3
    )


def service(desk: Desk) -> AccessesService:
    account: Any = Account()  # of all calls only the account is asked for
    return AccessesService(desk.calls, account, desk.drafts, BOOK, signed_in(PP), desk.clock)


def own(
    *accesses: AccessRow, requests: list[AccessRequestView] | None = None, profile: ProfileView = VERIFIED
) -> OwnAccesses:
    return OwnAccesses(accesses=list(accesses), requests=requests or [], profile=profile)


@pytest.mark.parametrize(
    ("status", "until", "renew", "transfer"),
    [
        ("ACTIVE", "2026-12-31", False, True),
        ("ENDING", "2026-12-10", True, True),
        ("EXPIRED", "2026-10-31", True, False),
        ("DEACTIVATED", "2026-12-31", False, False),
        ("FUTURE", "2027-12-31", False, False),
        ("ENDING", "", False, True),
    ],
)
def test_what_an_access_offers(desk: Desk, status: str, until: str, renew: bool, transfer: bool) -> None:
    (shown,) = service(desk).book(own(access("a-1", status=status, until=until)), drafted=False).accesses
    assert (shown.may_renew, shown.may_transfer) == (renew, transfer)


def test_what_is_asked_for_already_is_not_offered_again(desk: Desk) -> None:
    asked = msgspec.structs.replace(request("r-1", "PPK", "WAITING", fields=FIELDS), renews="a-1")
    ending = access("a-1", status="ENDING", until="2026-12-10")
    (shown,) = service(desk).book(own(ending, requests=[asked]), drafted=False).accesses
    assert (shown.asked, shown.may_renew, shown.days_left) == (True, False, 17)


def test_a_company_access_is_not_transferred(desk: Desk) -> None:
    company = AccessRow(
        access_id="c", role="PENYEDIA", position="", vendor_id="v", vendor_name="CV", kind="COMPANY_OWNER"
    )
    (shown,) = service(desk).book(own(company), drafted=False).accesses
    assert (shown.may_transfer, shown.may_renew, shown.office) == (False, False, "CV")


@pytest.mark.parametrize(
    ("profile", "requests", "accesses", "turns"),
    [
        ("NONE", [], [], ("you", "later")),
        ("WAITING", [], [], ("verifier", "later")),
        ("NEEDS_FIX", [], [], ("fix", "later")),
        ("REJECTED", [], [], ("rejected", "later")),
        ("VERIFIED", [], [], ("done", "you")),
        ("VERIFIED", ["WAITING"], [], ("done", "verifier")),
        ("VERIFIED", ["WAITING", "NEEDS_FIX"], [], ("done", "fix")),
        ("VERIFIED", [], ["ACTIVE"], ("done", "done")),
        ("VERIFIED", ["REJECTED"], ["EXPIRED"], ("done", "you")),
    ],
)
def test_whose_move_it_is(
    desk: Desk, profile: str, requests: list[str], accesses: list[str], turns: tuple[str, str]
) -> None:
    asked = [request(f"r-{status}", "PPK", status, fields=FIELDS) for status in requests]
    rows = [access(f"a-{status}", status=status) for status in accesses]
    book = service(desk).book(own(*rows, requests=asked, profile=ProfileView(status=profile)), drafted=False)
    assert (book.turns["profile"], book.turns["access"]) == turns
    assert book.may_ask == (profile == "VERIFIED")


def test_what_waits_for_the_person_stands_first(desk: Desk) -> None:
    asked = [
        request("r-old", "PPK", "REJECTED", fields=FIELDS),
        request("r-wait", "KPA", "WAITING", fields=FIELDS),
        given_back(),
    ]
    book = service(desk).book(own(requests=asked), drafted=False)
    assert [one.request_id for one in book.requests] == ["r-1", "r-wait", "r-old"]
    first = book.requests[0]
    assert (first.may_fix, first.may_withdraw, first.status.advise_help) == (True, True, True)
    assert book.requests[2].may_ask_again


class Seat:
    def __init__(self, qtbot: Any, desk: Desk) -> None:
        self.desk = desk
        self.account = Account()
        self.navigator = RecordingNavigator()
        deps, _mine = fake_deps(
            World(),
            PP,
            accesses=desk.calls,
            account=self.account,
            wizard_drafts=desk.drafts,
            clock=desk.clock,
            navigator=self.navigator,
            link=self.link,
        )
        spec = next(spec for spec in composition.pages(deps) if spec.place_id == "access")
        page = spec.make()
        assert isinstance(page, AccessesPage)
        self.page, self.deps = page, deps
        qtbot.addWidget(page)
        page.resize(1160, 720)
        page.show()
        page.open_item("")

    def link(self) -> Link:
        online = self.desk.calls.online
        return Link(online=online, syncing=False, waiting=0, attention=0, synced_at=None)

    def click(self, name: str) -> None:
        button = self.page.findChild(QAbstractButton, name)
        assert button is not None, name
        button.click()

    def text(self) -> str:
        return "\n".join(label.text() for label in self.page.findChildren(QLabel))


def buttons(page: AccessesPage) -> list[str]:
    return [one.text() for one in page.findChildren(QAbstractButton) if not one.isHidden()]


def test_the_page_says_it_and_leads_on(qtbot: Any, desk: Desk) -> None:
    ending = access("a-1", status="ENDING", until="2026-12-10")
    gone = msgspec.structs.replace(access("a-2", "PP", "DEACTIVATED"), reason="Diduga ganda")
    rejected = request("r-2", "KPA", "REJECTED", fields=FIELDS)
    desk.calls.own = own(ending, gone, requests=[given_back(), rejected])
    seat = Seat(qtbot, desk)
    said = seat.text()
    for words in ("17 hari lagi", "Diduga ganda", "Akan Berakhir", "Dinonaktifkan", "Cap belum tampak."):
        assert words in said
    seat.click("access.own.a-1.renew")
    seat.click("access.own.a-1.transfer")
    seat.click("access.request.r-1.fix")
    seat.click("access.request.r-2.again")
    seat.click("access.create")
    assert seat.navigator.opened == [
        ("access_wizard", "renew:a-1"),
        ("access_wizard", "transfer:a-1"),
        ("access_wizard", "fix:r-1"),
        ("access_wizard", "again:r-2"),
        ("access_wizard", ""),
    ]


def test_a_request_is_withdrawn_after_a_yes(qtbot: Any, desk: Desk) -> None:
    desk.calls.own = own(requests=[request("r-1", "PPK", "WAITING", fields=FIELDS)])
    seat = Seat(qtbot, desk)
    seat.click("access.request.r-1.withdraw")
    dialog = seat.page.window().findChild(ConfirmDialog)
    assert dialog is not None
    assert desk.calls.own.requests[0].status == "WAITING"
    dialog.confirm_button.click()
    assert desk.calls.own.requests[0].status == "WITHDRAWN"
    assert "Ditarik" in seat.text()


def test_a_request_is_changed_after_a_yes_that_knows_what_becomes_void(qtbot: Any, desk: Desk) -> None:
    waits = [
        request("r-1", "PPK", "WAITING", fields=FIELDS),
        request("r-2", "VAI", "WAITING", fields=FIELDS),
    ]
    desk.calls.own = own(requests=[*waits, request("r-3", "BPP", "NEEDS_FIX", fields=FIELDS)])
    seat = Seat(qtbot, desk)
    assert seat.page.findChild(QAbstractButton, "access.request.r-3.change") is None
    for at, voids in (("r-1", False), ("r-2", True)):
        seat.click(f"access.request.{at}.change")
        dialog = seat.page.window().findChildren(ConfirmDialog)[-1]
        said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
        assert ("Persetujuan pertama" in said) is voids
        dialog.confirm_button.click()
    assert seat.navigator.opened == [("access_wizard", "change:r-1"), ("access_wizard", "change:r-2")]


def test_what_was_just_sent_is_known_before_the_backend_answers(qtbot: Any, desk: Desk) -> None:
    calls, runner = RememberingCalls(desk.calls, desk.clock), HeldRunner()
    account: Any = Account()
    managing = AccessesService(calls, account, desk.drafts, BOOK, signed_in(PP), desk.clock, calls.last)
    page = AccessesPage(desk.clock.now)
    qtbot.addWidget(page)
    online = Link(online=True, syncing=False, waiting=0, attention=0, synced_at=None)
    presenter = AccessesPresenter(
        page, managing, runner, RecordingBus(), RecordingNavigator(), lambda: online
    )
    presenter.open()
    runner.run_all()
    assert "Mulai Registrasi Profil" in buttons(page)
    sent = SubmitProfile(request_id="x", revision=0, nationality="WNI", fields={}, files={})
    calls.submit_profile(sent)
    presenter.open()
    runner.run_next()  # whether there is a draft on this machine; the backend is not asked yet
    assert "Mulai Registrasi Profil" not in buttons(page)
    assert "Menunggu verifikator" in page.stages.accessibleName()
    assert not page.reload.isEnabled(), "it is being asked all the same"
    runner.run_all()
    assert page.reload.isEnabled()
    assert "Menunggu verifikator" in page.stages.accessibleName()


def test_an_answer_from_before_a_sending_is_not_remembered(desk: Desk, monkeypatch: Any) -> None:
    desk.calls.own = own(requests=[request("r-1", "PPK", "WAITING", fields=FIELDS)])
    calls = RememberingCalls(desk.calls, desk.clock)
    calls.accesses()
    old = desk.calls.own

    def answer_late() -> OwnAccesses:
        calls.withdraw("r-1", 1)
        return old

    monkeypatch.setattr(desk.calls, "accesses", answer_late)
    calls.accesses()
    last = calls.last()
    assert last is not None
    assert [one.status for one in last.own.requests] == ["WITHDRAWN"]


def test_without_a_link_the_last_answer_stays(qtbot: Any, desk: Desk) -> None:
    desk.calls.own = own(requests=[request("r-1", "PPK", "WAITING", fields=FIELDS)])
    seat = Seat(qtbot, desk)
    desk.calls.online = False
    seat.page.reload.click()
    assert "r-1" in {line.objectName().rpartition(".")[2] for line in seat.page.findChildren(RequestLine)}
    assert "keadaan yang diketahui terakhir" in seat.text()


def test_the_ticket_holds_what_pusat_bantuan_asks_for(qtbot: Any, desk: Desk) -> None:
    desk.calls.own = own(requests=[given_back()])
    seat = Seat(qtbot, desk)
    seat.click("access.request.r-1.report")
    text = QGuiApplication.clipboard().text()
    for words in (
        "pemohon@contoh.test",
        "Nomor handphone: 0812-",
        "Jenis instansi: Kota",
        "KLPD: Pemerintah Kota Contoh",
        "Dinas Pendidikan",
        "Keluhan Non Teknis",
        "Nomor permohonan: r-1",
    ):
        assert words in text, words
    seat.account.online = False
    seat.click("access.report")
    assert "Email: -" in QGuiApplication.clipboard().text()


def test_without_a_profile_the_profile_comes_first(qtbot: Any, desk: Desk) -> None:
    seat = Seat(qtbot, desk)
    assert not seat.page.create_button.isEnabled()
    seat.page.profile.action.emit()
    assert seat.navigator.opened == [("profile_wizard", "")]
    assert "Belum ada akses" in seat.text()


def test_offline_shows_what_the_session_remembers(qtbot: Any, desk: Desk) -> None:
    desk.calls.online = False
    seat = Seat(qtbot, desk)
    assert "Luring" in seat.text()
    assert seat.deps.signed_in.access.position in seat.text()


def test_a_draft_is_gone_on_with(qtbot: Any, desk: Desk) -> None:
    desk.calls.own = own()
    filing = desk.access.open("", None, desk.access.standing()).filing
    assert filing is not None
    desk.access.staging.keep(filing)
    seat = Seat(qtbot, desk)
    assert seat.page.create_button.text() == "Lanjutkan permohonan"
