"""Stage 3 without its screen: roles, offices, Cek NIB, corrections, renewal, pindah satker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inaproc_core.errors import Refused
from inaproc_core.wire.registration import (
    AccessRequestView,
    FieldReason,
    OwnAccesses,
    ProfileView,
    SubmitAccess,
)
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.filing import (
    CONFIRM_OFFICE,
    NON_PENYEDIA,
    PENYEDIA,
    Filing,
    FilingPage,
    Handed,
    Intent,
)
from inaproc_desktop.ports.ui import CancelToken
from tests.desktop.filing.stand_ins import (
    INSTANSI,
    OFFICES,
    VERIFIED,
    Desk,
    access,
    letter,
    nib_check,
    request,
    stored,
)

LETTER = "ASSIGNMENT_LETTER"
FIELDS = {
    "golongan": "III/a",
    "instansi_kind": "KOTA",
    "instansi": "D9901",
    "satker": "sk-1",
    "satker_npwp": "0012345678901234",
    "valid_until": "2026-06-30",
    "letter_number": "800/12/2026",
}


@pytest.fixture(autouse=True)
def verified(desk: Desk) -> None:
    desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=VERIFIED)


def have(desk: Desk, *, accesses: list[object] | None = None, requests: list[object] | None = None) -> None:
    desk.calls.own = OwnAccesses(
        accesses=accesses or [],  # type: ignore[arg-type]
        requests=requests or [],  # type: ignore[arg-type]
        profile=VERIFIED,
    )


def opened(desk: Desk, item_id: str = "") -> Filing:
    own = desk.access.standing() if desk.calls.online else None
    filing = desk.access.open(item_id, desk.access.kept(item_id), own).filing
    assert filing is not None
    return filing


def with_letter(desk: Desk, filing: Filing) -> Filing:
    taken = desk.access.staging.take(filing, "ASSIGNMENT_LETTER", "surat.pdf", letter())
    assert isinstance(taken, Handed)
    desk.access.staging.keep_file(filing.with_file(taken), taken)
    return filing.with_file(taken)


def ppk(desk: Desk) -> Filing:
    filing = desk.access.chosen(desk.access.grouped(opened(desk), NON_PENYEDIA), "PPK")
    for name, value in (
        ("golongan", "III/a"),
        ("satker_npwp", "0012345678901234"),
        ("valid_until", "2026-12-31"),
    ):
        filing = desk.access.edited(filing, name, value)
    filing = replace(desk.access.with_office(filing, OFFICES[0]), confirmed=True)
    return replace(with_letter(desk, filing), declared=True)


def send(desk: Desk, filing: Filing) -> SubmitAccess:
    status = desk.access.send(filing, lambda _done, _size: None, CancelToken())
    assert status.status == "WAITING"
    sent = desk.calls.sent[-1]
    assert isinstance(sent, SubmitAccess)
    return sent


def test_roles_follow_the_type_and_appointed_ones_are_not_offered(desk: Desk) -> None:
    filing = desk.access.grouped(opened(desk), PENYEDIA)
    kinds = [form.kind.value for form in desk.access.sheet(filing).kinds]
    assert kinds == ["COMPANY_OWNER", "COMPANY_STAFF", "COMPANY_MEMBER"]
    others = [form.kind.value for form in desk.access.sheet(desk.access.grouped(filing, NON_PENYEDIA)).kinds]
    assert "PPK" in others
    assert "VERIFIKATOR_INAPROC" not in others


def test_another_type_takes_the_role_back(desk: Desk) -> None:
    filing = desk.access.chosen(opened(desk), "PPK")
    assert filing.group == NON_PENYEDIA
    assert desk.access.grouped(filing, PENYEDIA).choice == ""


def test_a_form_is_driven_by_data(desk: Desk) -> None:
    fields = [
        field.id for field in desk.access.sheet(desk.access.chosen(opened(desk), "COMPANY_MEMBER")).fields
    ]
    assert fields == ["nib", "staff_position"]
    slots = desk.access.sheet(desk.access.chosen(opened(desk), "BPP")).slots
    assert [rule.label_id for rule in slots] == ["SK Bendahara"]


def test_a_satker_brings_its_instansi_and_must_be_confirmed(desk: Desk) -> None:
    filing = desk.access.with_office(desk.access.chosen(opened(desk), "PPK"), OFFICES[0])
    assert (filing.fields["instansi"], filing.fields["instansi_kind"]) == ("D9901", "KOTA")
    assert filing.labels["satker"] == "Dinas Pendidikan"
    assert desk.access.sheet(filing).problems[CONFIRM_OFFICE].code == "form.confirm_office"
    assert CONFIRM_OFFICE not in desk.access.sheet(replace(filing, confirmed=True)).problems


def test_another_instansi_takes_the_satker_back(desk: Desk) -> None:
    filing = desk.access.with_office(desk.access.chosen(opened(desk), "PPK"), OFFICES[0])
    same = desk.access.with_instansi(filing, INSTANSI[0])
    assert same.fields["satker"] == "sk-1"
    other = desk.access.with_instansi(filing, INSTANSI[1])
    assert (other.fields["satker"], other.office, other.fields["instansi_kind"]) == ("", None, "KEMENTERIAN")
    kind = desk.access.edited(filing, "instansi_kind", "PROVINSI")
    assert (kind.fields["instansi"], kind.fields["satker"]) == ("", "")


def test_the_first_person_of_a_satker_gives_its_address(desk: Desk) -> None:
    filing = desk.access.chosen(opened(desk), "PPK")
    known = desk.access.sheet(desk.access.with_office(filing, OFFICES[0]))
    first = desk.access.sheet(desk.access.with_office(filing, OFFICES[1]))
    assert "address" not in [field.id for field in known.fields]
    assert "address" in [field.id for field in first.fields]
    assert first.problems["address"].code == "form.missing"


def test_offices_are_found_by_name_or_code_within_the_instansi(desk: Desk) -> None:
    filing = desk.access.chosen(opened(desk), "PPK")
    assert desk.access.find_offices(filing, "kesehatan") == (OFFICES[1],)
    assert desk.access.find_offices(filing, "1.01") == (OFFICES[0],)
    elsewhere = desk.access.with_instansi(filing, INSTANSI[1])
    assert desk.access.find_offices(elsewhere, "1.01") == ()
    assert desk.access.find_instansi(elsewhere, "") == (INSTANSI[1],)
    desk.calls.online = False
    with pytest.raises(WorldFailed):
        desk.access.find_offices(filing, "dinas")


def test_a_request_is_sent_whole(desk: Desk) -> None:
    sent = send(desk, ppk(desk))
    assert (sent.kind, sent.fields["satker"], sent.revision) == ("PPK", "sk-1", 0)
    assert set(sent.files) == {"ASSIGNMENT_LETTER"}
    assert "address" not in sent.fields


def test_cek_nib_fills_in_the_company_and_is_needed(desk: Desk) -> None:
    filing = desk.access.edited(desk.access.chosen(opened(desk), "COMPANY_OWNER"), "nib", "1234567890123")
    assert desk.access.sheet(filing).problems["nib"].code == "form.nib_not_checked"
    checked = desk.access.check_nib(filing)
    assert checked.fields["company_name"] == "CV Simulasi Jaya"
    assert "nib" not in desk.access.sheet(checked).problems
    assert desk.access.edited(checked, "nib", "1234567890124").nib is None
    assert desk.access.chosen(checked, "COMPANY_STAFF").nib is None


def test_what_was_typed_is_not_overwritten_by_the_registries(desk: Desk) -> None:
    filing = desk.access.edited(desk.access.chosen(opened(desk), "COMPANY_OWNER"), "nib", "1234567890123")
    filing = desk.access.edited(filing, "company_name", "Nama Lain")
    assert desk.access.check_nib(filing).fields["company_name"] == "Nama Lain"


def test_a_wrong_nib_is_not_asked(desk: Desk) -> None:
    desk.calls.online = False
    filing = desk.access.edited(Filing(key="k", stage=desk.access.stage, request_id="r"), "nib", "12")
    with pytest.raises(Refused):
        desk.access.check_nib(filing)


def test_a_failed_check_stops_and_a_member_needs_the_company(desk: Desk) -> None:
    filing = desk.access.edited(desk.access.chosen(opened(desk), "COMPANY_OWNER"), "nib", "1234567890123")
    desk.calls.nib = nib_check("1234567890123", failed="blacklist")
    stopped = desk.access.sheet(desk.access.check_nib(filing))
    assert stopped.problems["nib"].code == "access_request.nib_stops"
    member = desk.access.edited(desk.access.chosen(filing, "COMPANY_MEMBER"), "nib", "1234567890123")
    desk.calls.nib = nib_check("1234567890123", known=False)
    assert desk.access.sheet(desk.access.check_nib(member)).problems["nib"].code == (
        "access_request.company_not_here"
    )
    desk.calls.nib = nib_check("1234567890123", known=True)
    assert "nib" not in desk.access.sheet(desk.access.check_nib(member)).problems


def test_a_renewal_starts_with_the_old_data_and_asks_for_the_new_letter(desk: Desk) -> None:
    old = access("a-1", status="ENDING", until="2026-12-10")
    have(desk, accesses=[old], requests=[request("r-1", "PPK", "APPROVED", fields=FIELDS)])
    filing = opened(desk, "renew:a-1")
    assert (filing.intent, filing.renews, filing.choice) == (Intent.RENEW, "a-1", "PPK")
    assert filing.fields["golongan"] == "III/a"
    assert "valid_until" not in filing.fields
    sheet = desk.access.sheet(filing)
    assert sheet.pages == (FilingPage.DATA, FilingPage.FILES, FilingPage.REVIEW)
    assert set(sheet.problems) == {"valid_until", "ASSIGNMENT_LETTER", "declaration"}
    filing = with_letter(desk, desk.access.edited(filing, "valid_until", "2026-12-31"))
    assert send(desk, replace(filing, declared=True)).renews == "a-1"


def test_a_renewal_without_its_request_starts_with_the_access(desk: Desk) -> None:
    have(desk, accesses=[access("a-1", status="EXPIRED", until="2026-10-31")])
    filing = opened(desk, "renew:a-1")
    assert (filing.fields["satker"], filing.labels["satker"]) == ("sk-1", "Dinas Pendidikan")


def test_pindah_satker_keeps_the_person_and_drops_the_office(desk: Desk) -> None:
    have(desk, accesses=[access("a-1")], requests=[request("r-1", "PPK", "APPROVED", fields=FIELDS)])
    filing = opened(desk, "transfer:a-1")
    assert (filing.transfers, filing.renews, filing.fields["golongan"]) == ("a-1", "", "III/a")
    assert "satker" not in filing.fields
    same = desk.access.with_office(filing, OFFICES[0])
    assert desk.access.sheet(same).problems["satker"].code == "access_request.transfer_same_place"
    assert "satker" not in desk.access.sheet(desk.access.with_office(filing, OFFICES[1])).problems


def test_the_same_role_twice_is_refused_before_sending(desk: Desk) -> None:
    have(desk, accesses=[access("a-1")])
    assert desk.access.sheet(ppk(desk)).problems["satker"].code == "access_request.duplicate"


def test_without_a_verified_profile_nothing_is_asked(desk: Desk) -> None:
    filing = ppk(desk)
    desk.calls.own = OwnAccesses(accesses=[], requests=[], profile=replace_status("WAITING"))
    desk.access.standing()
    assert desk.access.sheet(filing).problems["kind"].code == "access_request.profile_not_verified"


def replace_status(status: str) -> ProfileView:
    return ProfileView(status=status, nationality="WNI")


def given_back() -> object:
    return request(
        "r-1",
        "PPK",
        "NEEDS_FIX",
        fields=FIELDS,
        revision=3,
        attempts=1,
        reasons=[
            FieldReason(field="ASSIGNMENT_LETTER", code="letter.no_stamp", ask_for=["ASSIGNMENT_LETTER"])
        ],
        open_fields=["ASSIGNMENT_LETTER"],
        files={"ASSIGNMENT_LETTER": stored("ASSIGNMENT_LETTER", "lama.pdf", "file-old", b"%PDF-")},
    )


def test_a_correction_keeps_its_request_and_opens_only_what_was_refused(desk: Desk) -> None:
    have(desk, requests=[given_back()])
    filing = opened(desk, "fix:r-1")
    sheet = desk.access.sheet(filing)
    assert (filing.request_id, filing.revision) == ("r-1", 3)
    assert sheet.fields == ()
    assert sheet.pages == (FilingPage.FILES, FilingPage.REVIEW)
    sent = send(desk, replace(with_letter(desk, filing), declared=True))
    assert (sent.request_id, sent.revision) == ("r-1", 3)
    assert sent.files["ASSIGNMENT_LETTER"] != "file-old"


def test_a_request_that_waits_shows_its_status(desk: Desk) -> None:
    have(desk, requests=[request("r-1", "PPK", "WAITING", fields=FIELDS)])
    opening = desk.access.open("status:r-1", None, desk.access.standing())
    assert opening.status is not None
    assert (opening.status.verifier, opening.status.office) == ("VAI", "Dinas Pendidikan")
    assert opening.status.title[0] == "Pejabat Pembuat Komitmen (PPK)"
    assert opening.status.due_at is not None


def test_a_rejected_request_begins_anew_with_its_data(desk: Desk) -> None:
    have(desk, requests=[request("r-1", "PPK", "REJECTED", fields=FIELDS)])
    filing = opened(desk, "again:r-1")
    assert filing.request_id != "r-1"
    assert (filing.fields["satker"], filing.fields.get("valid_until")) == ("sk-1", None)


def test_drafts_of_different_requests_live_beside_each_other(desk: Desk) -> None:
    have(desk, accesses=[access("a-1", status="ENDING", until="2026-12-10")])
    new = ppk(desk)
    desk.access.staging.keep(new)
    desk.access.staging.keep(desk.access.edited(opened(desk, "renew:a-1"), "valid_until", "2026-12-31"))
    desk.restart()
    back = desk.access.kept("")
    renewal = desk.access.kept("renew:a-1")
    assert back is not None
    assert renewal is not None
    assert back.office == new.office
    assert back.confirmed
    assert back.files["ASSIGNMENT_LETTER"].content == new.files["ASSIGNMENT_LETTER"].content
    assert (renewal.renews, renewal.fields["valid_until"]) == ("a-1", "2026-12-31")
    desk.access.staging.forget(back)
    assert desk.access.kept("") is None
    assert desk.access.kept("renew:a-1") is not None


def waiting() -> AccessRequestView:
    letter = {"ASSIGNMENT_LETTER": stored("ASSIGNMENT_LETTER", "surat.pdf", "file-old", b"%PDF-")}
    fields = FIELDS | {"valid_until": "2026-12-31"}
    return request("r-1", "PPK", "WAITING", fields=fields, files=letter, revision=2)


def test_a_request_that_waits_may_be_changed_whole(desk: Desk) -> None:
    have(desk, requests=[waiting()])
    filing = opened(desk, "change:r-1")
    sheet = desk.access.sheet(filing)
    assert sheet.pages == (FilingPage.DATA, FilingPage.FILES, FilingPage.REVIEW)
    assert {field.id for field in sheet.fields} >= {"satker", "valid_until"}
    assert set(sheet.problems) == {"declaration"}, "the waiting request itself is no second one"
    edited = desk.access.edited(filing, "letter_number", "900/7/2026")
    sent = send(desk, replace(edited, declared=True))
    assert (sent.request_id, sent.revision, sent.kind) == ("r-1", 2, "PPK")
    assert sent.fields["letter_number"] == "900/7/2026"
    assert sent.files == {"ASSIGNMENT_LETTER": "file-old"}


def test_a_changed_satker_must_be_confirmed_again(desk: Desk) -> None:
    have(desk, requests=[waiting()])
    filing = opened(desk, "change:r-1")
    assert filing.confirmed
    other = next(office for office in OFFICES if office.satker_id != FIELDS["satker"])
    moved = desk.access.with_office(filing, other)
    assert "confirm_office" in desk.access.sheet(moved).problems


def test_a_change_is_a_draft_until_the_request_moves_on(desk: Desk) -> None:
    have(desk, requests=[waiting()])
    edited = desk.access.edited(opened(desk, "change:r-1"), "letter_number", "900/7/2026")
    desk.access.staging.keep(edited)
    desk.restart()
    back = opened(desk, "change:r-1")
    assert back.fields["letter_number"] == "900/7/2026"
    assert back.files["ASSIGNMENT_LETTER"].file_id == "file-old"
    have(desk, requests=[request("r-1", "PPK", "WAITING", fields=FIELDS, revision=3)])
    assert opened(desk, "change:r-1").fields.get("letter_number") == FIELDS.get("letter_number")
    have(desk, requests=[request("r-1", "PPK", "APPROVED", fields=FIELDS, revision=4)])
    kept = desk.access.kept("change:r-1")
    decided = desk.access.open("change:r-1", kept, desk.access.standing())
    assert decided.status is not None
    assert decided.status.status == "APPROVED"
