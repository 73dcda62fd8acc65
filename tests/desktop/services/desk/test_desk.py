"""The desk's service: laying out, reasons, what changed meanwhile, files, notes."""

from __future__ import annotations

from itertools import count

import msgspec
import pytest

from inaproc_core.registration.book import load_registration
from inaproc_core.registration.vocabulary import Verdict
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.desk import Mark, MarkState, Moved, Notes, QueueFilter
from inaproc_desktop.services.desk import DeskService, kept_notes, what_moved
from inaproc_desktop.services.desk_notes import DeskNotes
from tests.desktop.fake_desk import NOW, FakeDesk, FakeWizardDrafts, full_desk, letter, ppk_item, profile_item

RULES = load_registration().at(NOW.date())


def service_of(desk: FakeDesk) -> DeskService:
    numbers = count(1)
    return DeskService(
        calls=desk, rules=lambda: RULES, acting_as="a-vai", new_id=lambda: f"d-{next(numbers)}"
    )


def wrong(part: str, reason: str, note: str = "") -> Notes:
    return Notes(marks={part: Mark(state=MarkState.WRONG, reason=reason, note=note)})


# ---- reading


def test_an_item_is_laid_out_by_its_form_with_words_and_old_values():
    desk = FakeDesk()
    ppk_item(desk, old_fields={"valid_until": "2025-12-31"})
    sheet = service_of(desk).item("access:r-1")
    satker = sheet.part("satker")
    assert satker is not None
    assert satker.words == "Dinas Kesehatan Kota Contoh"
    until = sheet.part("valid_until")
    assert until is not None
    assert (until.value, until.old) == ("2026-12-31", "2025-12-31")
    paper = sheet.part("ASSIGNMENT_LETTER")
    assert paper is not None
    assert paper.file is not None
    order = [part.id for part in sheet.parts]
    assert order.index("golongan") < order.index("satker") < order.index("ASSIGNMENT_LETTER")


def test_reasons_are_those_of_the_part_then_those_for_anything():
    desk = FakeDesk()
    profile_item(desk)
    part = service_of(desk).item("profile:u-9").part("KTP")
    assert part is not None
    codes = [reason.code for reason in part.reasons]
    assert codes.index("ktp.glare") < codes.index("other")
    assert "letter.no_signature" not in codes


def test_places_left_empty_are_shown_only_where_a_file_is_required():
    desk = FakeDesk()
    item = profile_item(desk)
    desk.items[item.row.item_id] = msgspec.structs.replace(item, files={})
    shown = [part.id for part in service_of(desk).item(item.row.item_id).parts if part.is_file]
    assert shown == ["KTP", "SELFIE"]


def test_what_no_form_knows_is_shown_all_the_same():
    desk = FakeDesk()
    item = ppk_item(desk, row={"kind": "SOMETHING_NEW"})
    sheet = service_of(desk).item(item.row.item_id)
    assert {part.id for part in sheet.parts} == {*item.fields, *item.files}
    assert service_of(desk).problem(sheet, Notes(), Verdict.APPROVE) is None


def test_the_queue_comes_in_pages_and_the_badge_is_its_whole_length():
    desk = full_desk()
    desk.page_size = 3
    service = service_of(desk)
    first = service.queue(QueueFilter())
    assert (len(first.rows), first.total) == (3, 8)
    assert service.waiting_for_me() == 8
    second = service.queue(QueueFilter(), first.next_cursor)
    assert not {row.item_id for row in first.rows} & {row.item_id for row in second.rows}
    service.queue(QueueFilter(text="hana"))
    assert service.waiting_for_me() == 8


def test_a_file_is_fetched_once_and_let_go_on_leaving():
    desk = FakeDesk()
    file = ppk_item(desk).files["ASSIGNMENT_LETTER"]
    service = service_of(desk)
    assert service.file(file.file_id) == service.file(file.file_id) == desk.contents[file.file_id]
    assert desk.viewed == [("a-vai", file.file_id)]
    service.forget_files()
    service.file(file.file_id)
    assert len(desk.viewed) == 2


# ---- deciding


@pytest.mark.parametrize(
    ("verdict", "notes", "code"),
    [
        (Verdict.APPROVE, Notes(), None),
        (Verdict.APPROVE, Notes(note="Lengkap."), None),
        (Verdict.APPROVE, wrong("KTP", "ktp.glare"), "desk.approve_with_reasons"),
        (Verdict.APPROVE, wrong("KTP", ""), "desk.approve_with_reasons"),
        (Verdict.FIX, Notes(note="perbaiki"), "desk.reason_missing"),
        (Verdict.FIX, wrong("KTP", ""), "desk.reason_not_chosen"),
        (Verdict.FIX, wrong("KTP", "ktp.glare"), None),
        (Verdict.FIX, wrong("KTP", "letter.no_stamp"), "desk.reason_elsewhere"),
        (Verdict.FIX, wrong("KTP", "other"), "desk.note_missing"),
        (Verdict.FIX, wrong("KTP", "other", "Foto terpotong"), None),
        (Verdict.FIX, wrong("KTP", "access.duplicate"), "desk.reason_is_final"),
        (Verdict.REJECT, wrong("KTP", "access.duplicate"), None),
        (Verdict.REJECT, Notes(), "desk.reason_missing"),
    ],
)
def test_rules_speak_before_anything_is_sent(verdict, notes, code):
    desk = FakeDesk()
    profile_item(desk)
    service = service_of(desk)
    found = service.problem(service.item("profile:u-9"), notes, verdict)
    assert (found.code if found else None) == code


def test_a_decision_carries_reasons_notes_and_what_is_asked_for():
    desk = FakeDesk()
    profile_item(desk)
    service = service_of(desk)
    notes = Notes(
        marks={
            "nik": Mark(state=MarkState.OK),
            "KTP": Mark(state=MarkState.WRONG, reason="ktp.face_faded", note=" wajah pudar "),
        },
        note=" Segera. ",
    )
    prepared = service.prepare(service.item("profile:u-9"), notes, Verdict.FIX)
    service.decide(prepared)
    (item_id, sent), *rest = desk.decisions
    assert not rest
    assert (item_id, sent.revision, sent.verdict, sent.note) == ("profile:u-9", 1, "FIX", "Segera.")
    (reason,) = sent.reasons
    assert (reason.field, reason.code, reason.note, reason.ask_for) == (
        "KTP",
        "ktp.face_faded",
        "wajah pudar",
        ["SIM"],
    )


def test_an_approval_carries_no_reason():
    desk = FakeDesk()
    profile_item(desk)
    service = service_of(desk)
    assert service.prepare(service.item("profile:u-9"), Notes(), Verdict.APPROVE).decision.reasons == []


def test_the_same_decision_again_after_a_lost_answer_has_one_effect():
    desk = FakeDesk(lose_answer=True)
    ppk_item(desk)
    service = service_of(desk)
    prepared = service.prepare(service.item("access:r-1"), Notes(), Verdict.APPROVE)
    with pytest.raises(WorldFailed):
        service.decide(prepared)
    assert service.decide(prepared).status == "APPROVED"
    assert len(desk.decisions) == 1


def test_an_item_that_moved_on_is_refused():
    desk = FakeDesk()
    ppk_item(desk)
    service = service_of(desk)
    prepared = service.prepare(service.item("access:r-1"), Notes(), Verdict.APPROVE)
    desk.change("access:r-1")
    with pytest.raises(BackendRefused) as told:
        service.decide(prepared)
    assert told.value.refusal.code == "desk.moved_on"


# ---- what changed


def test_what_moved_names_fields_files_and_status():
    desk = FakeDesk()
    before = ppk_item(desk)
    desk.change(
        "access:r-1",
        row={"status": "NEEDS_FIX", "needs": "second"},
        fields={**before.fields, "nip": "197901012005011002", "division": "Umum"},
        files={"ASSIGNMENT_LETTER": desk.keep("ASSIGNMENT_LETTER", "baru.pdf", letter(["baru"]))},
        first_by="Verifikator INAPROC Latihan 1",
    )
    moved = what_moved(before, desk.items["access:r-1"])
    assert moved == Moved(
        status="NEEDS_FIX",
        parts=("division", "nip", "ASSIGNMENT_LETTER"),
        second=True,
        by="Verifikator INAPROC Latihan 1",
    )
    assert what_moved(before, before) == Moved()


def test_a_tick_on_what_changed_is_given_anew_and_words_stay():
    desk = FakeDesk()
    ppk_item(desk)
    sheet = service_of(desk).item("access:r-1")
    notes = Notes(
        marks={
            "nip": Mark(state=MarkState.OK),
            "golongan": Mark(state=MarkState.OK),
            "letter_number": Mark(state=MarkState.WRONG, reason="field.wrong", note="beda"),
            "gone": Mark(state=MarkState.OK),
        },
        note="Catatan",
    )
    kept = kept_notes(notes, sheet, Moved(parts=("nip", "letter_number")))
    assert set(kept.marks) == {"golongan", "letter_number"}
    assert kept.note == "Catatan"


# ---- notes


def test_notes_are_kept_by_item_and_access_until_decided():
    drafts = FakeWizardDrafts()
    mine, other = DeskNotes(drafts, "a-vai"), DeskNotes(drafts, "a-other")
    notes = Notes(
        marks={
            "KTP": Mark(state=MarkState.WRONG, reason="ktp.glare", note="silau: kiri"),
            "nik": Mark(state=MarkState.OK),
        },
        note="Mohon segera.",
    )
    mine.keep("profile:u-9", notes)
    assert mine.load("profile:u-9") == notes
    assert other.load("profile:u-9") == Notes()
    mine.keep("profile:u-9", Notes())
    assert drafts.kept == {}
    mine.keep("profile:u-9", notes)
    mine.forget("profile:u-9")
    assert mine.load("profile:u-9") == Notes()


def test_notes_of_a_newer_version_are_read_as_far_as_known():
    drafts = FakeWizardDrafts()
    drafts.save("desk:a-vai:x", "notes", {"mark:state:KTP": "unsure", "mark:state:nik": "ok", "else": "1"})
    assert DeskNotes(drafts, "a-vai").load("x") == Notes(marks={"nik": Mark(state=MarkState.OK)})
