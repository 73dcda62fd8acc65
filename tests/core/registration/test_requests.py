"""The states of a request, four eyes, who may decide, and with which reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refused
from inaproc_core.registration.deciding import Decider, Person, Subject, is_same_person, may_decide
from inaproc_core.registration.reasons import (
    GivenReason,
    asked_slots,
    check_reasons,
    closed_changes,
    open_parts,
    parts_of,
    reasons_for,
)
from inaproc_core.registration.requests import (
    REQUEST_DEED_OF,
    REQUEST_MOVES,
    RequestDeed,
    RequestState,
    decide_request,
    needs_second,
)
from inaproc_core.registration.vocabulary import (
    AccessKind,
    AccessStatus,
    FileSlot,
    Nationality,
    RequestStatus,
    Verdict,
    Verifier,
)
from tests.core.registration.samples import FORMS, RULES, access_form, profile_form

ONE, TWO, TWIN = (
    Person(user_id="u1", fingerprint="f1"),
    Person(user_id="u2", fingerprint="f2"),
    Person(user_id="u3", fingerprint="f1"),
)
WAITING = RequestState(status=RequestStatus.WAITING)


@pytest.mark.parametrize("four_eyes", [False, True])
@pytest.mark.parametrize("status", list(RequestStatus))
@pytest.mark.parametrize("deed", list(RequestDeed))
def test_every_deed_in_every_state(status: RequestStatus, deed: RequestDeed, four_eyes: bool) -> None:
    allowed = {
        "WAITING": {
            "APPROVE": "WAITING" if four_eyes else "APPROVED",
            "FIX": "NEEDS_FIX",
            "REJECT": "REJECTED",
            "AMEND": "WAITING",
            "WITHDRAW": "WITHDRAWN",
        },
        "NEEDS_FIX": {"RESEND": "WAITING", "WITHDRAW": "WITHDRAWN"},
    }
    expected = allowed.get(status, {}).get(deed)
    if expected is not None:
        assert (
            decide_request(RequestState(status=status), deed, four_eyes=four_eyes, by=ONE).status == expected
        )
        return
    with pytest.raises(Refused) as refused:
        decide_request(RequestState(status=status), deed, four_eyes=four_eyes, by=ONE)
    told = {
        RequestDeed.WITHDRAW: "access_request.over",
        RequestDeed.RESEND: (
            "access_request.still_waiting"
            if status is RequestStatus.WAITING
            else "access_request.nothing_to_mend"
        ),
    }
    assert refused.value.refusal.code == told.get(deed, "access_request.not_waiting")
    if "still" not in refused.value.refusal.code:
        assert refused.value.refusal.facts == {"status": f"REQUEST_{status.value}"}


def test_four_eyes_are_those_of_two_persons() -> None:
    first = decide_request(WAITING, RequestDeed.APPROVE, four_eyes=True, by=ONE)
    assert first == RequestState(status=RequestStatus.WAITING, first=ONE)
    assert needs_second(first) and not needs_second(WAITING)
    for same in (ONE, TWIN, Person(user_id="u1")):
        with pytest.raises(Refused) as refused:
            decide_request(first, RequestDeed.APPROVE, four_eyes=True, by=same)
        assert refused.value.refusal.code == "desk.same_eyes"
    second = decide_request(first, RequestDeed.APPROVE, four_eyes=True, by=TWO)
    assert second == RequestState(status=RequestStatus.APPROVED, first=ONE)
    assert not needs_second(second)


@pytest.mark.parametrize("deed", [RequestDeed.AMEND, RequestDeed.FIX])
def test_a_first_approval_does_not_outlive_a_change(deed: RequestDeed) -> None:
    first = decide_request(WAITING, RequestDeed.APPROVE, four_eyes=True, by=ONE)
    changed = decide_request(first, deed, four_eyes=True, by=TWO)
    assert changed.first is None


PEOPLE = st.sampled_from([ONE, TWO, TWIN, Person(user_id="u4")])


@given(st.lists(st.tuples(st.sampled_from(list(RequestDeed)), PEOPLE), max_size=40))
def test_with_four_eyes_nothing_is_approved_by_one_person(deeds: list[tuple[RequestDeed, Person]]) -> None:
    state = WAITING
    approvals: list[Person] = []
    for deed, by in deeds:
        before = state
        try:
            state = decide_request(state, deed, four_eyes=True, by=by)
        except Refused:
            assert (before.status, deed) not in REQUEST_MOVES or before.first is not None
            continue
        approvals = [*approvals, by] if deed is RequestDeed.APPROVE else []
        if state.status is RequestStatus.APPROVED:
            assert len(approvals) == 2 and not is_same_person(*approvals)
        assert before.status in {RequestStatus.WAITING, RequestStatus.NEEDS_FIX}
        assert (state.first is not None) == (deed is RequestDeed.APPROVE)


def test_every_verdict_is_a_deed() -> None:
    assert set(REQUEST_DEED_OF) == set(Verdict)


def test_people_without_a_number_are_only_their_account() -> None:
    assert not is_same_person(Person(user_id="a"), Person(user_id="b"))
    assert is_same_person(Person(user_id="a"), Person(user_id="a", fingerprint="x"))


# ---- who may decide


def decider(kind: AccessKind | None, person: Person = TWO, **more: object) -> Decider:
    return Decider(person=person, kind=kind, **{"status": AccessStatus.ACTIVE, **more})  # type: ignore[arg-type]


def subject(verifier: Verifier, **more: object) -> Subject:
    return Subject(applicant=ONE, verifier=verifier, **more)  # type: ignore[arg-type]


CENTRAL, VAI, OWNER = AccessKind.VERIFIKATOR_INAPROC, AccessKind.VAI, AccessKind.COMPANY_OWNER


@pytest.mark.parametrize(
    ("item", "who", "code"),
    [
        (subject(Verifier.INAPROC), decider(CENTRAL), ""),
        (subject(Verifier.INAPROC), decider(CENTRAL, status=AccessStatus.ENDING), ""),
        (subject(Verifier.INAPROC), decider(VAI, klpd_code="D1"), "not_verifier"),
        (subject(Verifier.INAPROC), decider(None), "not_verifier"),
        (subject(Verifier.VAI, klpd_code="D1"), decider(VAI, klpd_code="D1"), ""),
        (subject(Verifier.VAI, klpd_code="D1"), decider(VAI, klpd_code="D2"), "other_instansi"),
        (subject(Verifier.VAI), decider(VAI), "other_instansi"),
        (subject(Verifier.VAI, klpd_code="D1"), decider(CENTRAL), "not_verifier"),
        (subject(Verifier.VAI, klpd_code="D1"), decider(AccessKind.PPK, klpd_code="D1"), "not_verifier"),
        (subject(Verifier.COMPANY, vendor_id="V1"), decider(OWNER, vendor_id="V1"), ""),
        (subject(Verifier.COMPANY, vendor_id="V1"), decider(AccessKind.COMPANY_STAFF, vendor_id="V1"), ""),
        (
            subject(Verifier.COMPANY, vendor_id="V1"),
            *(decider(AccessKind.COMPANY_MEMBER, vendor_id="V1"), "not_verifier"),
        ),
        (subject(Verifier.COMPANY, vendor_id="V1"), decider(OWNER, vendor_id="V2"), "other_company"),
        (subject(Verifier.COMPANY), decider(OWNER), "other_company"),
        (subject(Verifier.INAPROC), decider(CENTRAL, ONE), "own_request"),
        (subject(Verifier.INAPROC), decider(CENTRAL, TWIN), "own_request"),
        (subject(Verifier.INAPROC, first=TWO), decider(CENTRAL), "same_eyes"),
        (
            subject(Verifier.INAPROC, first=TWO),
            *(decider(CENTRAL, Person(user_id="u9", fingerprint="f2")), "same_eyes"),
        ),
        (subject(Verifier.INAPROC, first=Person(user_id="u9")), decider(CENTRAL), ""),
        (subject(Verifier.INAPROC), decider(CENTRAL, status=AccessStatus.EXPIRED), "access_not_active"),
        (subject(Verifier.INAPROC), decider(CENTRAL, status=AccessStatus.DEACTIVATED), "access_not_active"),
        (subject(Verifier.INAPROC), decider(CENTRAL, status=AccessStatus.FUTURE), "access_not_active"),
    ],
)
def test_who_may_decide(item: Subject, who: Decider, code: str) -> None:
    found = may_decide(item, who)
    assert (found.code if found else "") == (f"desk.{code}" if code else "")


@given(
    st.sampled_from(list(Verifier)),
    st.sampled_from([*AccessKind, None]),
    st.sampled_from(list(AccessStatus)),
    PEOPLE,
    PEOPLE,
)
def test_nobody_decides_on_themselves(
    verifier: Verifier, kind: AccessKind | None, status: AccessStatus, applicant: Person, who: Person
) -> None:
    item = Subject(applicant=applicant, verifier=verifier, klpd_code="D1", vendor_id="V1")
    by = Decider(person=who, kind=kind, status=status, klpd_code="D1", vendor_id="V1")
    if may_decide(item, by) is None:
        assert not is_same_person(applicant, who)
        assert status in {AccessStatus.ACTIVE, AccessStatus.ENDING}
        assert kind in {CENTRAL, VAI, OWNER, AccessKind.COMPANY_STAFF}


# ---- reasons


PPK = access_form(AccessKind.PPK)
RESIDENT, FOREIGNER = profile_form(Nationality.WNI), profile_form(Nationality.WNA)


def given_for(field: str, code: str, note: str = "") -> GivenReason:
    return GivenReason(field=field, code=code, note=note)


@pytest.mark.parametrize(
    ("verdict", "reasons", "code"),
    [
        ("APPROVE", [], ""),
        ("APPROVE", [given_for("satker", "satker.wrong")], "approve_with_reasons"),
        ("FIX", [], "reason_missing"),
        ("REJECT", [], "reason_missing"),
        ("FIX", [given_for("satker", "satker.wrong")], ""),
        ("REJECT", [given_for("satker", "satker.wrong")], ""),
        ("FIX", [given_for("satkr", "satker.wrong")], "part_unknown"),
        ("FIX", [given_for("satker", "no.such")], "reason_unknown"),
        ("FIX", [given_for("golongan", "satker.wrong")], "reason_elsewhere"),
        ("FIX", [given_for("ASSIGNMENT_LETTER", "letter.no_role")], ""),
        ("FIX", [given_for("satker", "access.duplicate")], "reason_is_final"),
        ("REJECT", [given_for("satker", "access.duplicate")], ""),
        ("FIX", [given_for("satker", "other")], "note_missing"),
        ("FIX", [given_for("satker", "other", "  ")], "note_missing"),
        ("FIX", [given_for("satker", "other", "Tulis lengkap.")], ""),
    ],
)
def test_reasons_and_verdicts(verdict: str, reasons: list[GivenReason], code: str) -> None:
    found = check_reasons(Verdict(verdict), reasons, form=PPK, catalogue=RULES.reasons)
    assert [problem.code for problem in found] == ([f"desk.{code}"] if code else [])


def test_each_part_is_told_once() -> None:
    reasons = [given_for("satker", "x"), given_for("satker", "y"), given_for("nip", "z")]
    found = check_reasons(Verdict.FIX, reasons, form=PPK, catalogue=RULES.reasons)
    assert [problem.field for problem in found] == ["satker", "nip"]


def test_a_foreigner_is_not_asked_for_a_family_card() -> None:
    codes = {reason.code for reason in reasons_for("birth_date", FOREIGNER, RULES.reasons)}
    assert "nik.data_differ" not in codes and "profile.data_wrong" in codes
    reasons = [given_for("birth_date", "nik.data_differ")]
    (found,) = check_reasons(Verdict.FIX, reasons, form=FOREIGNER, catalogue=RULES.reasons)
    assert found.code == "desk.reason_elsewhere"


def test_reasons_of_the_part_come_before_those_for_any() -> None:
    codes = [reason.code for reason in reasons_for("KTP", RESIDENT, RULES.reasons)]
    assert codes[0] == "ktp.unclear" and codes[-1] == "other"
    assert len(codes) == len(set(codes))


def test_only_what_was_named_is_open_and_what_belongs_to_it() -> None:
    reasons = [given_for("SELFIE", "selfie.face_differs"), given_for("nik", "nik.data_differ")]
    assert asked_slots(reasons, RULES.reasons) == (FileSlot.SELFIE_WITH_KTP, FileSlot.KK)
    assert open_parts(reasons, RESIDENT, RULES.reasons) == (
        *("nik", "birth_date", "sex", "SELFIE", "SELFIE_WITH_KTP", "KK"),
    )
    office = open_parts([given_for("satker", "satker.wrong")], PPK, RULES.reasons)
    assert office == ("instansi_kind", "instansi", "satker")


def test_a_correction_changes_only_what_is_open() -> None:
    old = {"satker": "1", "golongan": "III/a", "ASSIGNMENT_LETTER": "F1"}
    assert closed_changes(old, {**old, "satker": "2"}, {"satker"}) == ()
    found = closed_changes(old, {"satker": "2", "golongan": "IV/a", "nip": "1"}, {"satker"})
    assert [(problem.code, problem.field) for problem in found] == [
        ("form.closed", "golongan"),
        ("form.closed", "ASSIGNMENT_LETTER"),
        ("form.closed", "nip"),
    ]


@given(st.data())
def test_whatever_may_be_named_can_be_mended(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    parts = data.draw(st.lists(st.sampled_from(parts_of(form)), min_size=1, max_size=4, unique=True))
    reasons = [
        given_for(part, data.draw(st.sampled_from(reasons_for(part, form, RULES.reasons))).code, "Catatan.")
        for part in parts
    ]
    found = check_reasons(Verdict.FIX, reasons, form=form, catalogue=RULES.reasons)
    assert all(problem.code == "desk.reason_is_final" for problem in found)
    assert check_reasons(Verdict.REJECT, reasons, form=form, catalogue=RULES.reasons) == ()
    opened = open_parts(reasons, form, RULES.reasons)
    assert set(parts) <= set(opened)
    assert {slot.value for slot in asked_slots(reasons, RULES.reasons)} <= set(opened)
