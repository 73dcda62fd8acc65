"""The wizards without their widgets: what is shown when, what is kept, what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from inaproc_core.wire.registration import FieldReason, OwnAccesses, ProfileView, SubmitProfile
from inaproc_desktop.ports.data import Link, WorldFailed
from inaproc_desktop.ports.filing import CONFIRM_OFFICE, DECLARATION, Spot
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.registration.letters import SampleLetters
from inaproc_desktop.views.registration.filing.presenter import FilingPresenter
from tests.desktop.fakes import HeldRunner, ImmediateRunner, RecordingBus, RecordingNavigator
from tests.desktop.filing.stand_ins import NIK, NOW, OFFICES, VERIFIED, Desk, letter, nib_check, photo


@dataclass
class Screen:
    """Keeps what was shown; any method of the protocol may be called."""

    calls: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Callable[..., None]:
        if not name.startswith(("show_", "hide_", "focus_")):
            raise AttributeError(name)

        def keep(*args: Any, **named: Any) -> None:
            self.calls.append((name, (*args, *named.values())))

        return keep

    def last(self, name: str) -> tuple[Any, ...]:
        return next(args for said, args in reversed(self.calls) if said == name)

    def names(self) -> list[str]:
        return [name for name, _ in self.calls]


class Seat:
    def __init__(self, desk: Desk, *, access: bool = False, runner: HeldRunner | None = None) -> None:
        self.desk = desk
        self.screen = Screen()
        self.runner = runner or ImmediateRunner()
        self.bus = RecordingBus()
        self.navigator = RecordingNavigator()
        if access and desk.calls.own.profile.status == "NONE":
            desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=VERIFIED)
        self.presenter = FilingPresenter(
            self.screen,
            desk.access if access else desk.profile,
            self.runner,
            self.bus,
            self.navigator,
            desk.clock,
            lambda: Link(online=desk.calls.online, syncing=False, waiting=0, attention=0, synced_at=None),
            SampleLetters("Pemohon Simulasi", desk.clock, simulation=True),
        )

    def problems(self) -> set[str]:
        """Return the parts whose problem is said."""
        sheet, complaints = self.screen.last("show_sheet")
        return set(sheet.problems) & set(complaints)

    def fill_profile(self) -> None:
        self.presenter.open("")
        self.presenter.choose("WNI")
        for name, value in (("nik", NIK), ("full_name", "Pemohon Simulasi"), ("birth_place", "Kota Contoh")):
            self.presenter.edit(name, value)
        self.presenter.files.give_bytes("KTP", "ktp.jpg", photo())
        self.presenter.files.give_bytes("SELFIE", "saya.jpg", photo(800, 1100))
        for page in ("nationality", "data", "files"):
            self.presenter.go_on(page)


def test_nothing_is_blamed_before_it_is_asked_for(desk: Desk) -> None:
    seat = Seat(desk)
    seat.presenter.open("")
    assert seat.screen.names()[:2] == ["show_loading", "show_filing"]
    seat.presenter.choose("WNI")
    seat.presenter.go_on("nationality")
    assert seat.screen.last("show_page") == ("data",)
    assert seat.problems() == set()
    seat.presenter.go_on("data")
    assert {"nik", "full_name", "birth_place"} <= seat.problems()
    assert seat.screen.last("focus_part") == ("nik",)
    assert seat.screen.last("show_page") == ("data",)


def test_a_choice_is_needed_before_going_on(desk: Desk) -> None:
    seat = Seat(desk)
    seat.presenter.open("")
    seat.presenter.go_on("nationality")
    assert seat.problems() == {"nationality"}


def test_a_wrong_nik_is_said_after_a_pause_and_taken_back_with_the_next_letter(desk: Desk) -> None:
    seat = Seat(desk)
    seat.presenter.open("")
    seat.presenter.choose("WNI")
    seat.presenter.edit("nik", "123")
    assert seat.problems() == set()
    seat.runner.fire_timers()
    assert seat.problems() == {"nik"}
    seat.presenter.edit("nik", "1234")
    assert seat.problems() == set()


def test_every_page_turn_keeps_a_draft_that_a_killed_program_finds(desk: Desk) -> None:
    seat = Seat(desk)
    seat.fill_profile()
    desk.restart()
    later = Seat(desk)
    later.presenter.open("")
    sheet, page = later.screen.last("show_filing")
    assert page == "review"
    assert sheet.filing.fields["nik"] == NIK
    assert set(sheet.filing.files) == {"KTP", "SELFIE"}
    assert "show_resumed" in later.screen.names()


def test_leaving_keeps_what_was_typed_without_waiting(desk: Desk) -> None:
    seat = Seat(desk)
    seat.presenter.open("")
    seat.presenter.choose("WNI")
    seat.presenter.edit("full_name", "Pemohon")
    seat.presenter.leave_for_accesses()
    assert seat.navigator.opened == [("access", "")]
    kept = desk.profile.kept("")
    assert kept is not None
    assert kept.fields["full_name"] == "Pemohon"


def test_a_profile_is_sent_and_its_draft_forgotten(desk: Desk) -> None:
    seat = Seat(desk)
    seat.fill_profile()
    seat.presenter.go_on("review")
    assert seat.problems() == {DECLARATION}
    seat.presenter.declare(True)
    seat.presenter.go_on("review")
    status, _now, _online = seat.screen.last("show_standing")
    assert status.status == "WAITING"
    assert isinstance(desk.calls.sent[0], SubmitProfile)
    assert desk.profile.kept("") is None
    assert [changes.kinds for changes in seat.bus.published] == [frozenset({"access"})]
    progress = [args for name, args in seat.screen.calls if name == "show_progress"]
    assert progress[-1][0] == progress[-1][1] > 0


def test_a_lost_link_leaves_everything_as_it_was(desk: Desk) -> None:
    seat = Seat(desk)
    seat.fill_profile()
    seat.presenter.declare(True)
    desk.calls.lose_after = 0
    seat.presenter.go_on("review")
    (error,) = seat.screen.last("show_failure")
    assert isinstance(error, WorldFailed)
    assert "hide_progress" in seat.screen.names()
    desk.calls.lose_after = -1
    seat.presenter.go_on("review")
    assert seat.screen.last("show_standing")[0].status == "WAITING"


def test_sending_can_be_cancelled_and_begun_again(desk: Desk) -> None:
    runner = HeldRunner()
    seat = Seat(desk, runner=runner)
    seat.presenter.open("")
    runner.run_all()
    seat.presenter.choose("WNI")
    for name, value in (("nik", NIK), ("full_name", "Pemohon Simulasi"), ("birth_place", "Kota Contoh")):
        seat.presenter.edit(name, value)
    seat.presenter.files.give_bytes("KTP", "ktp.jpg", photo())
    runner.run_all()
    seat.presenter.files.give_bytes("SELFIE", "saya.jpg", photo(800, 1100))
    runner.run_all()
    seat.presenter.declare(True)
    desk.calls.on_block = lambda done: seat.presenter.cancel_sending() if done else None
    seat.presenter.go_on("review")
    runner.run_all()
    assert desk.calls.sent == []
    assert "show_standing" not in seat.screen.names()
    desk.calls.on_block = lambda done: None
    seat.presenter.go_on("review")
    runner.run_all()
    assert seat.screen.last("show_standing")[0].status == "WAITING"


def test_pressing_twice_sends_once(desk: Desk) -> None:
    runner = HeldRunner()
    seat = Seat(desk, runner=runner)
    seat.presenter.open("")
    runner.run_all()
    seat.presenter.choose("WNI")
    for name, value in (("nik", NIK), ("full_name", "Pemohon Simulasi"), ("birth_place", "Kota Contoh")):
        seat.presenter.edit(name, value)
    for slot, content in (("KTP", photo()), ("SELFIE", photo(800, 1100))):
        seat.presenter.files.give_bytes(slot, "a.jpg", content)
        runner.run_all()
    seat.presenter.declare(True)
    seat.presenter.go_on("review")
    seat.presenter.go_on("review")
    runner.run_all()
    assert len(desk.calls.sent) == 1


def test_what_the_backend_refuses_is_said_at_its_field(desk: Desk) -> None:
    desk.calls.refuse["profile"] = "profile.contact_taken"
    seat = Seat(desk)
    seat.fill_profile()
    seat.presenter.declare(True)
    seat.presenter.go_on("review")
    assert seat.screen.last("show_page") == ("data",)
    refusal, sentence = seat.screen.last("show_refused")
    assert (refusal.code, sentence) == ("profile.contact_taken", "Ditolak.")


def test_a_big_picture_is_used_smaller_only_with_a_yes(desk: Desk) -> None:
    seat = Seat(desk)
    seat.presenter.open("")
    seat.presenter.choose("WNI")
    big = photo(4200, 2800, quality=97)
    seat.presenter.files.give_bytes("KTP", "ktp.jpg", big)
    slot, shrunk = seat.screen.last("show_shrunk")
    assert (slot, shrunk.before) == ("KTP", len(big))
    seat.presenter.files.use_smaller("KTP", False)
    assert seat.screen.last("show_handed")[:2] == ("KTP", None)
    seat.presenter.files.give_bytes("KTP", "ktp.jpg", big)
    seat.presenter.files.use_smaller("KTP", True)
    handed = seat.screen.last("show_handed")[1]
    assert handed.size < len(big) == handed.before


def test_turning_and_cutting_can_be_undone(desk: Desk) -> None:
    seat = Seat(desk)
    seat.presenter.open("")
    seat.presenter.choose("WNI")
    files = seat.presenter.files
    files.give_bytes("KTP", "ktp.jpg", photo())
    files.turn("KTP", 90)
    files.crop("KTP", Spot(left=0.1, top=0.1, width=0.8, height=0.8))
    _slot, cut, edited = seat.screen.last("show_handed")
    assert (edited, (cut.width, cut.height)) == (True, (640, 960))
    files.undo("KTP")
    _slot, back, edited = seat.screen.last("show_handed")
    assert (edited, (back.width, back.height)) == (False, (1200, 800))
    kept = desk.drafts.file("profile", "KTP")
    assert kept is not None
    assert kept.content == back.content


def test_a_file_that_is_refused_leaves_the_former_one(desk: Desk) -> None:
    seat = Seat(desk)
    seat.presenter.open("")
    seat.presenter.choose("WNI")
    seat.presenter.files.give_bytes("KTP", "ktp.jpg", photo())
    seat.presenter.files.give_bytes("KTP", "ktp.pdf", letter())
    assert seat.screen.last("show_file_refused")[0] == "KTP"
    assert seat.screen.last("show_handed")[1].name == "ktp.jpg"
    seat.presenter.files.give_path("KTP", "/tidak/ada.jpg")
    assert isinstance(seat.screen.last("show_file_refused")[1], WorldFailed)


def test_a_dropped_file_leaves_the_draft(desk: Desk) -> None:
    seat = Seat(desk)
    seat.presenter.open("")
    seat.presenter.choose("WNI")
    seat.presenter.files.give_bytes("KTP", "ktp.jpg", photo())
    seat.presenter.files.drop("KTP")
    assert desk.drafts.file("profile", "KTP") is None


def test_without_a_link_a_draft_opens_and_says_so(desk: Desk) -> None:
    desk.calls.online = False
    seat = Seat(desk)
    seat.presenter.open("")
    assert seat.screen.last("show_online") == (False,)
    assert "show_failure" not in seat.screen.names()
    seat.presenter.choose("WNA")
    assert "show_sheet" in seat.screen.names()


def test_a_correction_begins_from_the_status(desk: Desk) -> None:
    profile = ProfileView(
        status="NEEDS_FIX",
        revision=2,
        nationality="WNI",
        fields={"nik": NIK, "birth_place": "Salah"},
        reasons=[FieldReason(field="birth_place", code="profile.data_wrong")],
        open_fields=["birth_place"],
    )
    desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=profile)
    seat = Seat(desk)
    seat.presenter.open("")
    assert seat.screen.last("show_standing")[0].notes[0].part == "birth_place"
    seat.presenter.act()
    sheet, page = seat.screen.last("show_filing")
    assert page == "data"
    assert [one.id for one in sheet.fields] == ["birth_place"]
    assert "nik" in [one.id for one in sheet.reviewed]


def test_an_access_is_asked_for_from_type_to_status(desk: Desk) -> None:
    seat = Seat(desk, access=True)
    presenter, looking_up = seat.presenter, seat.presenter.looking_up
    assert looking_up is not None
    presenter.open("")
    presenter.choose_group("NON_PENYEDIA")
    presenter.go_on("type")
    presenter.choose("PPK")
    presenter.go_on("role")
    looking_up.find_offices("dinas")
    assert seat.screen.last("show_offices") == (OFFICES,)
    looking_up.pick_office("sk-1")
    for name, value in (
        ("golongan", "III/a"),
        ("satker_npwp", "0012345678901234"),
        ("valid_until", "2026-12-31"),
    ):
        presenter.edit(name, value)
    presenter.go_on("data")
    assert seat.problems() == {CONFIRM_OFFICE}
    presenter.confirm_office(True)
    presenter.go_on("data")
    presenter.go_on("files")
    assert seat.problems() == {"ASSIGNMENT_LETTER"}
    presenter.files.give_bytes("ASSIGNMENT_LETTER", "surat.pdf", letter())
    presenter.go_on("files")
    presenter.declare(True)
    presenter.go_on("review")
    status = seat.screen.last("show_standing")[0]
    assert (status.status, status.verifier) == ("WAITING", "VAI")
    presenter.act()
    assert seat.navigator.opened == [("access", "")]


def test_a_search_without_a_link_is_said_at_the_field(desk: Desk) -> None:
    seat = Seat(desk, access=True)
    seat.presenter.open("")
    desk.calls.online = False
    assert seat.presenter.looking_up is not None
    seat.presenter.looking_up.find_instansi("kota")
    assert seat.screen.last("show_search_failed")[0] == "instansi"


def test_the_registries_answer_without_overwriting_what_is_typed_meanwhile(desk: Desk) -> None:
    runner = HeldRunner()
    seat = Seat(desk, access=True, runner=runner)
    seat.presenter.open("kind:COMPANY_OWNER")
    runner.run_all()
    seat.presenter.edit("nib", "1234567890123")
    assert seat.presenter.looking_up is not None
    seat.presenter.looking_up.check_nib()
    seat.presenter.edit("company_name", "Nama Lain")
    runner.run_all()
    sheet, _ = seat.screen.last("show_sheet")
    assert sheet.filing.fields["company_name"] == "Nama Lain"
    assert sheet.filing.fields["company_npwp"]
    assert sheet.filing.nib == desk.calls.check_nib("1234567890123", "COMPANY_OWNER")
    desk.calls.nib = nib_check("1234567890123", failed="blacklist")
    seat.presenter.looking_up.check_nib()
    runner.run_all()
    assert "nib" in seat.problems()


def test_an_answer_for_another_nib_is_dropped(desk: Desk) -> None:
    runner = HeldRunner()
    seat = Seat(desk, access=True, runner=runner)
    seat.presenter.open("kind:COMPANY_OWNER")
    runner.run_all()
    seat.presenter.edit("nib", "1234567890123")
    assert seat.presenter.looking_up is not None
    seat.presenter.looking_up.check_nib()
    seat.presenter.edit("nib", "9999999999999")
    runner.run_all()
    assert seat.screen.last("show_sheet")[0].filing.nib is None


def test_what_is_missing_leads_to_its_page(desk: Desk) -> None:
    seat = Seat(desk)
    seat.fill_profile()
    seat.presenter.edit("full_name", "")
    seat.presenter.go_on("review")
    assert seat.screen.last("focus_part") == (DECLARATION,)
    seat.presenter.follow("full_name")
    assert seat.screen.last("show_page") == ("data",)
    assert seat.screen.last("focus_part") == ("full_name",)
    assert "full_name" in seat.problems()
    seat.presenter.go_back("data")
    assert seat.screen.last("show_page") == ("nationality",)


def test_a_sample_letter_is_saved(desk: Desk, tmp_path: Path) -> None:
    seat = Seat(desk, access=True)
    seat.presenter.open("kind:PPK")
    seat.presenter.save_letter("ASSIGNMENT_LETTER", str(tmp_path / "surat"))
    assert seat.screen.last("show_letter_saved") == ("surat.pdf",)
    assert (tmp_path / "surat.pdf").read_bytes().startswith(b"%PDF")
    seat.presenter.save_letter("ASSIGNMENT_LETTER", str(tmp_path / "tidak-ada" / "surat.pdf"))
    assert isinstance(seat.screen.last("show_failure")[0], WorldFailed)


def test_the_link_comes_and_goes(desk: Desk) -> None:
    seat = Seat(desk)
    seat.presenter.open("")
    desk.calls.online = False
    seat.bus.publish(ChangeSet.of("link"))
    assert seat.screen.last("show_online") == (False,)
    seat.presenter.close()
    count = len(seat.screen.calls)
    seat.bus.publish(ChangeSet.of("link"))
    assert len(seat.screen.calls) == count


@pytest.mark.parametrize("item", ["", "edit"])
def test_opening_again_keeps_what_is_in_sight(desk: Desk, item: str) -> None:
    seat = Seat(desk)
    seat.presenter.open(item)
    seat.presenter.choose("WNI")
    seat.presenter.open(item)
    assert seat.screen.names().count("show_filing") == 1
    assert seat.desk.clock.now() == NOW
