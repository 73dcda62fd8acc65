"""The desk without widgets: walking, deciding, being overtaken, losing the link, proving presence."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from inaproc_core.registration.book import load_registration
from inaproc_core.registration.vocabulary import Verdict
from inaproc_desktop.ports.data import Link
from inaproc_desktop.ports.desk import Mark, MarkState, Notes, QueueFilter
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.desk import DeskService
from inaproc_desktop.services.desk_notes import DeskNotes
from inaproc_desktop.views.verification.presenter import VerificationPresenter
from tests.desktop.fake_desk import (
    NOW,
    PASSWORD,
    FakeDesk,
    FakeWizardDrafts,
    full_desk,
    profile_item,
)
from tests.desktop.fakes import FixedClock, HeldRunner, ImmediateRunner, RecordingBus, RecordingNavigator

RULES = load_registration().at(NOW.date())
OK = Mark(state=MarkState.OK)
GLARE = Mark(state=MarkState.WRONG, reason="ktp.glare", note="sisi kiri")


class Screen:
    """Keeps what it was told, the last of each."""

    def __init__(self) -> None:
        self.told: dict[str, Any] = {}
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)

        def keep(*given: Any, **named: Any) -> None:
            self.calls.append(name)
            self.told[name] = given if len(given) != 1 else given[0]

        return keep

    @property
    def sheet(self) -> Any:
        return self.told["show_sheet"][0]

    @property
    def notes(self) -> Notes:
        notes = self.told["show_sheet"][1]
        assert isinstance(notes, Notes)
        return notes


class Desk:
    """A presenter over fakes."""

    def __init__(self, desk: FakeDesk, runner: HeldRunner | None = None, drafts: Any = None) -> None:
        self.desk = desk
        self.view = Screen()
        self.runner = runner or ImmediateRunner()
        self.bus = RecordingBus()
        self.drafts = drafts or FakeWizardDrafts()
        self.navigator = RecordingNavigator()
        numbers = count(1)
        self.service = DeskService(
            calls=desk, rules=lambda: RULES, acting_as="a-vai", new_id=lambda: f"d-{next(numbers)}"
        )
        self.presenter = VerificationPresenter(
            self.view,
            self.service,
            DeskNotes(self.drafts, "a-vai"),
            self.runner,
            self.bus,
            FixedClock(NOW),
            self.navigator,
            lambda: Link(online=desk.online, syncing=False, waiting=0, attention=0, synced_at=None),
        )

    @property
    def queue(self) -> list[str]:
        return [row.item_id for row in self.view.told["show_queue"][0].rows]


@pytest.fixture
def full() -> Desk:
    made = Desk(full_desk())
    made.presenter.open("")
    return made


# ---- reading


def test_the_first_of_the_queue_is_opened(full):
    assert full.queue[0] == "access:r-1"
    assert full.view.sheet.item.row.item_id == "access:r-1"
    assert full.desk.opened == ["access:r-1"]


def test_an_item_that_another_page_names_is_opened_instead():
    made = Desk(full_desk())
    made.presenter.open("profile:u-9")
    assert made.view.sheet.item.row.item_id == "profile:u-9"
    assert made.desk.opened == ["profile:u-9"]


def test_an_empty_queue_shows_nothing():
    made = Desk(FakeDesk())
    made.presenter.open("")
    assert made.view.sheet is None


def test_filters_go_to_the_backend_and_more_is_added_below(full):
    full.desk.page_size = 2
    full.presenter.filter(QueueFilter(what="ACCESS"))
    assert full.desk.asked[-1] == QueueFilter(what="ACCESS")
    first = full.queue
    full.presenter.more()
    assert full.queue[:2] == first
    assert len(full.queue) == 4


def test_the_queue_is_read_again_every_minute_while_in_sight(full):
    asked = len(full.desk.asked)
    assert full.runner.fire_timers() == 1
    assert len(full.desk.asked) == asked + 1
    full.desk.online = False
    full.runner.fire_timers()
    assert len(full.desk.asked) == asked + 1
    full.presenter.leave()
    assert full.runner.fire_timers() == 0


def test_a_document_is_shown_and_a_lost_link_said_in_its_place(full):
    full.presenter.show_file("ASSIGNMENT_LETTER")
    part, file, content = full.view.told["show_file"]
    assert (part, content[:4]) == ("ASSIGNMENT_LETTER", b"%PDF")
    assert full.desk.viewed == [("a-vai", file.file_id)]
    full.presenter.choose("profile:u-9")
    full.desk.online = False
    full.presenter.show_file("KTP")
    assert full.view.told["show_file_failure"][0] == "KTP"


def test_an_answer_for_an_item_that_was_left_is_passed_over():
    runner = HeldRunner()
    made = Desk(full_desk(), runner)
    made.presenter.open("access:r-1")
    made.presenter.choose("profile:u-9")
    runner.run_all()
    assert made.view.sheet.item.row.item_id == "profile:u-9"
    assert made.desk.opened == ["profile:u-9"]


def test_an_item_that_is_gone_leaves_the_desk_usable(full):
    del full.desk.items["profile:u-9"]
    full.presenter.choose("profile:u-9")
    assert full.view.sheet is None
    assert full.view.told["show_failure"].refusal.code == "desk.unknown_item"


# ---- deciding


def test_rules_are_asked_before_the_person(full):
    full.presenter.edit(Notes().marked("nip", Mark(state=MarkState.WRONG)))
    full.presenter.decide(Verdict.FIX)
    assert full.view.told["show_problem"].code == "desk.reason_not_chosen"
    assert "ask_decision" not in full.view.calls


def test_the_question_says_how_much_was_not_looked_at(full):
    full.presenter.decide(Verdict.APPROVE)
    verdict, unlooked = full.view.told["ask_decision"]
    assert verdict is Verdict.APPROVE
    assert unlooked == 12
    full.presenter.edit(Notes().marked("nip", OK))
    full.presenter.decide(Verdict.APPROVE)
    assert full.view.told["ask_decision"][1] == 11


def test_a_decision_is_sent_and_the_next_item_opens(full):
    full.presenter.choose("profile:u-9")
    full.presenter.edit(Notes().marked("KTP", GLARE))
    full.presenter.confirm(Verdict.FIX)
    ((item_id, sent),) = full.desk.decisions
    assert (item_id, sent.verdict, sent.reasons[0].note) == ("profile:u-9", "FIX", "sisi kiri")
    assert full.view.sheet.item.row.item_id == "access:r-3"
    assert "profile:u-9" not in full.queue
    assert full.bus.published[-1].ids == {"profile:u-9"}
    assert full.drafts.kept == {}


def test_the_last_of_the_queue_gives_way_to_the_one_before():
    made = Desk(FakeDesk())
    profile_item(made.desk, "profile:u-1", "Satu Latihan")
    profile_item(made.desk, "profile:u-2", "Dua Latihan")
    made.presenter.open("profile:u-2")
    made.presenter.confirm(Verdict.APPROVE)
    assert made.view.sheet.item.row.item_id == "profile:u-1"
    made.presenter.confirm(Verdict.APPROVE)
    assert made.view.sheet is None


def test_the_first_of_four_eyes_is_told_that_another_must_look(full):
    full.desk.change("access:r-4", row={"needs": "first"})
    full.presenter.choose("access:r-4")
    full.presenter.confirm(Verdict.APPROVE)
    _prepared, decided = full.view.told["show_decided"]
    assert decided.needs_second


def test_ones_own_request_is_never_asked_about(full):
    full.presenter.choose("access:r-5")
    full.presenter.decide(Verdict.APPROVE)
    assert "ask_decision" not in full.view.calls


def test_being_overtaken_shows_what_changed_and_keeps_what_was_entered(full):
    before = full.desk.items["access:r-1"]
    full.presenter.edit(Notes(note="Catatan").marked("nip", OK).marked("golongan", OK))
    full.desk.change("access:r-1", fields={**before.fields, "nip": "197901012005011002"})
    full.presenter.confirm(Verdict.APPROVE)
    assert full.desk.decisions == []
    assert full.view.told["show_moved"].parts == ("nip",)
    assert full.view.sheet.part("nip").moved
    assert full.view.notes == Notes(marks={"golongan": OK}, note="Catatan")
    assert full.view.told["show_busy"] is False
    full.presenter.confirm(Verdict.APPROVE)
    assert full.desk.decisions[0][1].revision == 2


def test_a_lost_link_loses_nothing_and_the_same_decision_is_sent_again(full):
    full.presenter.choose("profile:u-9")
    notes = Notes().marked("KTP", GLARE)
    full.presenter.edit(notes)
    full.desk.lose_answer = True
    full.presenter.confirm(Verdict.FIX)
    assert full.view.told["show_failure"].code == "world.timeout"
    assert full.view.sheet.item.row.item_id == "profile:u-9"
    assert full.view.told["show_busy"] is False
    full.presenter.confirm(Verdict.FIX)
    assert len(full.desk.decisions) == 1
    assert full.view.told["show_decided"][1].status == "NEEDS_FIX"


def test_another_verdict_after_a_lost_answer_is_another_decision(full):
    full.desk.online = False
    full.presenter.confirm(Verdict.APPROVE)
    full.desk.online = True
    full.presenter.edit(Notes().marked("nip", Mark(state=MarkState.WRONG, reason="nip.wrong")))
    full.presenter.confirm(Verdict.FIX)
    assert full.desk.decisions[0][1].decision_id == "d-2"


# ---- presence


def test_presence_is_proven_once_and_the_decision_goes_on(full):
    full.desk.proven = False
    full.presenter.confirm(Verdict.APPROVE)
    assert "ask_proof" in full.view.calls
    assert full.desk.decisions == []
    full.presenter.prove("", "salah")
    assert full.view.told["show_proof_error"].refusal.code == "session.wrong_password"
    full.presenter.prove("", PASSWORD)
    assert "close_proof" in full.view.calls
    assert len(full.desk.decisions) == 1
    full.presenter.confirm(Verdict.APPROVE)
    assert full.view.calls.count("ask_proof") == 1


def test_no_proof_sends_nothing_and_frees_the_page(full):
    full.desk.proven = False
    full.presenter.confirm(Verdict.APPROVE)
    full.presenter.drop_proof()
    assert full.view.told["show_busy"] is False
    full.desk.proven = True
    full.presenter.prove("", PASSWORD)
    assert full.desk.decisions == []


# ---- many


def test_only_clean_items_are_approved_together(full):
    full.presenter.ask_many()
    clean = [row.item_id for row in full.view.told["show_clean"]]
    assert clean == ["access:r-6", "access:r-7", "access:r-8"]
    full.desk.change("access:r-7")
    full.presenter.approve_many([*clean, "access:r-1"])
    (sent,) = full.desk.many
    assert set(sent.items) == set(clean)
    _prepared, decided = full.view.told["show_many_decided"]
    assert decided.refusals == {"access:r-7": "desk.moved_on"}
    assert "access:r-6" not in full.queue
    assert "access:r-7" in full.queue
    assert full.view.sheet.item.row.item_id == "access:r-1"


def test_nothing_ticked_sends_nothing(full):
    full.presenter.approve_many([])
    assert full.desk.many == []


# ---- notes


def test_notes_survive_walking_on_and_closing(full):
    full.presenter.edit(Notes(note="dilanjutkan besok").marked("nip", OK))
    full.presenter.choose("profile:u-9")
    assert full.view.notes == Notes()
    full.presenter.choose("access:r-1")
    assert full.view.notes.note == "dilanjutkan besok"
    full.presenter.edit(Notes(note="ditutup"))
    full.presenter.close()
    again = Desk(full.desk, drafts=full.drafts)
    again.presenter.open("access:r-1")
    assert again.view.notes.note == "ditutup"


def test_notes_are_kept_after_a_pause(full):
    full.presenter.edit(Notes(note="sebentar"))
    assert full.drafts.kept == {}
    full.runner.fire_timers()
    assert len(full.drafts.kept) == 1


# ---- around


def test_the_link_closes_and_opens_decisions(full):
    full.desk.online = False
    full.bus.publish(ChangeSet.of("link"))
    assert full.view.told["show_online"] is False


def test_what_the_register_changed_is_read_again_and_own_echo_is_not(full):
    asked = len(full.desk.asked)
    full.bus.publish(ChangeSet.of("desk", initiator="register"))
    assert len(full.desk.asked) == asked + 1
    full.bus.publish(ChangeSet.of("desk", initiator="verification"))
    assert len(full.desk.asked) == asked + 1


def test_no_link_on_opening_is_said_without_a_dialog():
    made = Desk(FakeDesk(online=False))
    made.presenter.open("")
    assert made.view.told["show_failure"].code == "world.offline"


def test_closing_lets_papers_go(full):
    full.presenter.show_file("ASSIGNMENT_LETTER")
    full.presenter.close()
    full.service.file(full.desk.viewed[0][1])
    assert len(full.desk.viewed) == 2


def test_the_register_is_another_page(full):
    full.presenter.open_register()
    assert full.navigator.opened == [("register", "")]


def test_an_unknown_kind_of_error_is_ours(full):
    full.desk.items["access:r-6"] = None
    with pytest.raises(AttributeError):
        full.presenter.refresh()
