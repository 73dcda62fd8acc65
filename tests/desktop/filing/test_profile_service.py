"""Stage 2 without its screen: filled in, checked, kept, sent, mended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inaproc_core.errors import Refused
from inaproc_core.wire.registration import FieldReason, OwnAccesses, ProfileView, SubmitProfile
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.filing import DECLARATION, Filing, FilingPage, Handed, Intent
from inaproc_desktop.ports.ui import Cancelled, CancelToken
from inaproc_desktop.services.registration.profile import EDIT
from tests.desktop.filing.stand_ins import NIK, NOW, Desk, photo, stored


def opened(desk: Desk, item_id: str = "") -> Filing:
    own = desk.profile.standing() if desk.calls.online else None
    filing = desk.profile.open(item_id, desk.profile.kept(item_id), own).filing
    assert filing is not None
    return filing


def handed(desk: Desk, filing: Filing, slot: str, content: bytes) -> Filing:
    taken = desk.profile.staging.take(filing, slot, f"{slot.lower()}.jpg", content)
    assert isinstance(taken, Handed)
    desk.profile.staging.keep_file(filing.with_file(taken), taken)
    return filing.with_file(taken)


def complete(desk: Desk) -> Filing:
    filing = desk.profile.chosen(opened(desk), "WNI")
    for name, value in (("nik", NIK), ("full_name", "Pemohon Simulasi"), ("birth_place", "Kota Contoh")):
        filing = desk.profile.edited(filing, name, value)
    filing = handed(desk, filing, "KTP", photo())
    filing = handed(desk, filing, "SELFIE", photo(800, 1100))
    return replace(filing, declared=True)


def nothing(_done: int, _size: int) -> None:
    """Nobody looks at the progress."""


def test_pages_and_form_follow_the_nationality(desk: Desk) -> None:
    filing = opened(desk)
    assert list(desk.profile.sheet(filing).problems) == ["nationality"]
    wni = desk.profile.sheet(desk.profile.chosen(filing, "WNI"))
    wna = desk.profile.sheet(desk.profile.chosen(filing, "WNA"))
    assert [field.id for field in wni.fields][:2] == ["nik", "full_name"]
    assert next(field.id for field in wna.fields) == "passport"
    assert [rule.slot.value for rule in wni.slots] == ["KTP", "SELFIE"]
    assert [rule.slot.value for rule in wna.slots] == ["PASSPORT", "SELFIE", "KITAS"]
    assert wni.pages == (
        FilingPage.NATIONALITY,
        FilingPage.DATA,
        FilingPage.FILES,
        FilingPage.REVIEW,
    )


def test_a_nik_fills_in_birth_date_and_sex_and_is_compared(desk: Desk) -> None:
    filing = desk.profile.edited(desk.profile.chosen(opened(desk), "WNI"), "nik", NIK)
    assert (filing.fields["birth_date"], filing.fields["sex"]) == ("1990-05-17", "P")
    assert desk.profile.sheet(filing).from_nik == ("1990-05-17", "P")
    other = desk.profile.edited(filing, "birth_date", "1991-05-17")
    assert desk.profile.sheet(other).problems["nik"].code == "nik.other_birth_date"
    again = desk.profile.edited(other, "nik", NIK)
    assert again.fields["birth_date"] == "1991-05-17", "what a person typed is never overwritten"


def test_half_a_nik_fills_in_nothing(desk: Desk) -> None:
    filing = desk.profile.edited(desk.profile.chosen(opened(desk), "WNI"), "nik", NIK[:9])
    assert "birth_date" not in filing.fields
    assert desk.profile.sheet(filing).from_nik == ("", "")


def test_problems_stand_on_their_pages(desk: Desk) -> None:
    sheet = desk.profile.sheet(desk.profile.chosen(opened(desk), "WNI"))
    assert sheet.page_of("nik") is FilingPage.DATA
    assert sheet.page_of("KTP") is FilingPage.FILES
    assert sheet.page_of(DECLARATION) is FilingPage.REVIEW


def test_everything_survives_a_killed_program(desk: Desk) -> None:
    filing = replace(complete(desk), page="files")
    desk.profile.staging.keep(filing)
    desk.restart()
    found = desk.profile.kept("")
    assert found is not None
    assert (found.page, found.fields, found.request_id) == ("files", filing.fields, filing.request_id)
    assert found.files["KTP"].content == filing.files["KTP"].content
    assert not found.declared, "a tick under what was shown is given anew"


def test_without_a_link_a_draft_is_written_all_the_same(desk: Desk) -> None:
    desk.calls.online = False
    filing = desk.profile.edited(desk.profile.chosen(opened(desk), "WNI"), "full_name", "Pemohon")
    desk.profile.staging.keep(filing)
    desk.restart()
    assert opened(desk).fields == {"full_name": "Pemohon"}


def test_it_is_sent_in_normal_form_with_its_files(desk: Desk) -> None:
    filing = complete(desk)
    filing = desk.profile.edited(filing, "nik", f"{NIK[:6]} {NIK[6:12]} {NIK[12:]}")
    seen: list[tuple[int, int]] = []
    status = desk.profile.send(filing, lambda done, size: seen.append((done, size)), CancelToken())
    assert (status.status, status.since) == ("WAITING", NOW)
    (sent,) = desk.calls.sent
    assert isinstance(sent, SubmitProfile)
    assert (sent.fields["nik"], sent.fields["sex"], sent.revision) == (NIK, "P", 0)
    assert set(sent.files) == {"KTP", "SELFIE"}
    total = sum(file.size for file in filing.files.values())
    assert {size for _, size in seen} == {total}
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_what_the_rules_refuse_is_not_sent(desk: Desk) -> None:
    filing = desk.profile.edited(complete(desk), "birth_date", "2015-05-17")
    with pytest.raises(Refused):
        desk.profile.send(filing, nothing, CancelToken())
    assert desk.calls.uploads == []


def test_a_lost_link_and_a_cancel_lose_nothing(desk: Desk) -> None:
    filing = complete(desk)
    desk.calls.lose_after = 1
    with pytest.raises(WorldFailed):
        desk.profile.send(filing, nothing, CancelToken())
    desk.calls.lose_after = -1
    token = CancelToken()
    desk.calls.on_block = lambda done: token.cancel() if done else None
    with pytest.raises(Cancelled):
        desk.profile.send(filing, nothing, token)
    assert desk.calls.sent == []
    desk.calls.on_block = lambda done: None
    assert desk.profile.send(filing, nothing, CancelToken()).status == "WAITING"


def test_what_waits_or_is_verified_shows_its_status(desk: Desk) -> None:
    for status in ("WAITING", "VERIFIED", "NEEDS_FIX", "REJECTED"):
        desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=ProfileView(status=status))
        opening = desk.profile.open("", None, desk.profile.standing())
        assert opening.filing is None
        assert opening.status is not None
        assert opening.status.status == status


def given_back(desk: Desk) -> None:
    reasons = [
        FieldReason(field="KTP", code="ktp.face_faded", note="Wajah tidak terlihat.", ask_for=["SIM"]),
        FieldReason(field="birth_place", code="profile.data_wrong"),
    ]
    profile = ProfileView(
        status="NEEDS_FIX",
        revision=2,
        nationality="WNI",
        fields={
            "nik": NIK,
            "full_name": "Pemohon Simulasi",
            "birth_place": "Salah",
            "birth_date": "1990-05-17",
            "sex": "P",
        },
        files={
            "KTP": stored("KTP", "ktp.jpg", "file-old-ktp", b"\xff\xd8"),
            "SELFIE": stored("SELFIE", "saya.jpg", "file-old-selfie", b"\xff\xd8"),
        },
        reasons=reasons,
        open_fields=["KTP", "birth_place", "SIM"],
        attempts=3,
    )
    desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=profile)


def test_a_correction_opens_only_what_was_refused(desk: Desk) -> None:
    given_back(desk)
    filing = opened(desk, EDIT)
    sheet = desk.profile.sheet(filing)
    assert filing.intent is Intent.FIX
    assert [field.id for field in sheet.fields] == ["birth_place"]
    assert [rule.slot.value for rule in sheet.slots] == ["KTP", "SIM"]
    assert sheet.pages == (FilingPage.DATA, FilingPage.FILES, FilingPage.REVIEW)
    (note,) = sheet.notes["KTP"]
    assert note.reason is not None
    assert "SIM" in note.reason.remedy_id
    assert sheet.advise_help
    assert sheet.problems["SIM"].code == "form.file_missing"


def test_a_correction_sends_everything_with_the_old_files(desk: Desk) -> None:
    given_back(desk)
    filing = desk.profile.edited(opened(desk, EDIT), "birth_place", "Kota Contoh")
    filing = replace(handed(desk, filing, "SIM", photo()), declared=True)
    desk.profile.send(filing, nothing, CancelToken())
    (sent,) = desk.calls.sent
    assert isinstance(sent, SubmitProfile)
    assert desk.calls.uploads == ["SIM"]
    assert sent.files["SELFIE"] == "file-old-selfie"
    assert (sent.revision, sent.fields["birth_place"], sent.fields["nik"]) == (2, "Kota Contoh", NIK)


def test_a_draft_of_a_correction_goes_on_only_for_the_same_revision(desk: Desk) -> None:
    given_back(desk)
    desk.profile.staging.keep(desk.profile.edited(opened(desk, EDIT), "birth_place", "Kota Contoh"))
    assert opened(desk, EDIT).fields["birth_place"] == "Kota Contoh"
    own = desk.calls.own
    later = ProfileView(
        status="NEEDS_FIX",
        revision=3,
        nationality="WNI",
        fields=own.profile.fields,
        open_fields=["birth_place"],
    )
    desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=later)
    assert opened(desk, EDIT).fields["birth_place"] == "Salah"


def test_a_rejected_profile_begins_anew_with_its_data_and_no_files(desk: Desk) -> None:
    profile = ProfileView(status="REJECTED", revision=4, nationality="WNA", fields={"surname": "Contoh"})
    desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=profile)
    filing = opened(desk, EDIT)
    assert (filing.revision, filing.choice, filing.fields, filing.files) == (
        4,
        "WNA",
        {"surname": "Contoh"},
        {},
    )


def test_a_file_the_backend_refuses_is_told(desk: Desk) -> None:
    desk.calls.refuse["SELFIE"] = "file.two_in_one"
    with pytest.raises(BackendRefused):
        desk.profile.send(complete(desk), nothing, CancelToken())
    assert desk.calls.sent == []
