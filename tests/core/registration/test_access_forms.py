"""Who fills in what: the table of registration §4.3, written out by hand, against data and checks."""

from __future__ import annotations

import pytest

from inaproc_core.registration.access import AccessContext, check_access
from inaproc_core.registration.forms import Need
from inaproc_core.registration.vocabulary import AccessKind, FileSlot, Verifier
from tests.core.registration.samples import (
    KINDS,
    LIMITS,
    RULES,
    TODAY,
    access_form,
    right_fields,
    right_files,
)

_COLUMNS = (
    "previous_username golongan instansi_kind instansi satker valid_until satker_npwp division address nip"
)
_TABLE = {
    "PP": "t W W W W W W t 1 t",
    "PPK": "t W W W W W W t 1 t",
    "PA": "t W W W W W W t 1 t",
    "KPA": "t W W W W W W t 1 t",
    "APIP": "- - W W W W - - - t",
    "BENDAHARA_PENGELUARAN": "t W W W W W W t 1 t",
    "BPP": "t W W W W W W t 1 t",
    "BENDAHARA_SATKER": "t W W W W W W t 1 t",
    "BUD": "t W W W W W t t 1 t",
    "KUASA_BUD": "t W W W W W t t 1 t",
    "PPSPM": "t W W W W W W t 1 t",
    "POKJA": "t W W W W W t t 1 t",
    "VAI": "t W W W - W t t 1 t",
    "ADMIN_PPE": "t W W W - W t t 1 t",
    "ADMIN_AGENCY": "t W W W - W t t 1 t",
    "ADMIN_SATKER": "t W W W W W t t 1 t",
}
_NEED = {"W": Need.REQUIRED, "t": Need.OPTIONAL, "1": Need.FIRST_OF_OFFICE}
_LETTER_FIELDS = {"letter_number", "letter_date", "letter_until", "valid_from"}
_LETTERS = {
    "PP": "Surat Keterangan Kerja/Surat Tugas",
    "PPK": "Surat Keterangan Kerja/Surat Tugas",
    "PA": "Surat Keterangan Kerja/Surat Tugas",
    "KPA": "Surat Keterangan Kerja/Surat Tugas",
    "PP_NON_KLPD": "Surat Keterangan Kerja/Surat Tugas",
    "PPK_NON_KLPD": "Surat Keterangan Kerja/Surat Tugas",
    "APIP": "Surat Keterangan Kerja/Surat Tugas",
    "BENDAHARA_PENGELUARAN": "SK Bendahara",
    "BPP": "SK Bendahara",
    "BENDAHARA_SATKER": "SK Bendahara",
    "BUD": "SK Kepala Daerah",
    "KUASA_BUD": "SK Kepala Daerah",
    "PPSPM": "SK KPA",
    "POKJA": "SK Pokja",
    "VAI": "Surat Penunjukan",
    "ADMIN_PPE": "Surat Penunjukan",
    "ADMIN_AGENCY": "Surat Penunjukan",
    "ADMIN_SATKER": "Surat Penunjukan",
    "VERIFIKATOR_INAPROC": "Surat Penunjukan",
    "COMPANY_OWNER": "Surat Keterangan Kerja",
    "COMPANY_STAFF": "Surat Keterangan Kerja",
    "COMPANY_MEMBER": "Surat Keterangan Kerja",
}
_PEMDA, _KL = {"PROVINSI", "KABUPATEN", "KOTA"}, {"KEMENTERIAN", "LEMBAGA"}


@pytest.mark.parametrize("kind", _TABLE)
def test_officials_fill_in_what_the_table_says(kind: str) -> None:
    form = access_form(AccessKind(kind))
    needs = {field.id: field.need for field in form.fields if field.id not in _LETTER_FIELDS}
    marks = dict(zip(_COLUMNS.split(), _TABLE[kind].split(), strict=True))
    assert needs == {name: _NEED[mark] for name, mark in marks.items() if mark != "-"}
    for name in _LETTER_FIELDS:
        field = form.field(name)
        assert field is not None and field.need is Need.OPTIONAL


@pytest.mark.parametrize("kind", ["PP_NON_KLPD", "PPK_NON_KLPD"])
def test_buyers_outside_government_are_placed_by_nib(kind: str) -> None:
    form = access_form(AccessKind(kind))
    assert {field.id for field in form.fields if field.need is Need.REQUIRED} == {
        *("nib", "company_name", "unit", "valid_until", "company_npwp")
    }
    assert form.field("golongan") is None and form.field("nip") is None and form.field("satker") is None
    address = form.field("address")
    assert address is not None and address.need is Need.FIRST_OF_OFFICE
    assert form.verifier is Verifier.INAPROC


def test_companies_hand_in_what_the_help_pages_list() -> None:
    owner, staff, member = (
        access_form(kind)
        for kind in (AccessKind.COMPANY_OWNER, AccessKind.COMPANY_STAFF, AccessKind.COMPANY_MEMBER)
    )
    shared = {
        *(FileSlot.NIB, FileSlot.KSWP, FileSlot.PKP, FileSlot.ASSIGNMENT_LETTER, FileSlot.NPWP),
    }
    assert required(owner) == shared | {FileSlot.OWNER_STATEMENT}
    assert required(staff) == shared | {FileSlot.POWER_OF_ATTORNEY}
    assert required(member) == {FileSlot.ASSIGNMENT_LETTER}
    assert {rule.slot for rule in owner.slots} - required(owner) == {FileSlot.DEED}
    assert {field.id for field in member.fields if field.need is Need.REQUIRED} == {"nib"}
    position = owner.field("owner_position")
    assert position is not None
    assert position.options == ("DIREKTUR", "PENANGGUNG_JAWAB", "PEMEGANG_SAHAM")


def required(form: object) -> set[FileSlot]:
    return {rule.slot for rule in form.slots if rule.need is Need.REQUIRED}  # type: ignore[attr-defined]


def test_each_kind_names_its_letter() -> None:
    letters = {kind.value: access_form(kind).slot(FileSlot.ASSIGNMENT_LETTER) for kind in KINDS}
    assert {kind: rule.label_id if rule else "" for kind, rule in letters.items()} == _LETTERS


def test_second_factor_four_eyes_and_verifiers() -> None:
    forms = RULES.access_forms
    assert {kind.value for kind, form in forms.items() if form.totp_required} == {
        *("VAI", "BENDAHARA_PENGELUARAN", "BPP", "BENDAHARA_SATKER", "BUD", "KUASA_BUD"),
        *("COMPANY_OWNER", "COMPANY_STAFF", "VERIFIKATOR_INAPROC"),
    }
    assert {kind.value for kind, form in forms.items() if form.four_eyes} == {
        *("VAI", "ADMIN_PPE", "ADMIN_AGENCY", "ADMIN_SATKER", "VERIFIKATOR_INAPROC"),
    }
    assert {kind.value for kind, form in forms.items() if not form.askable} == {"VERIFIKATOR_INAPROC"}
    assert {kind.value for kind, form in forms.items() if form.verifier is Verifier.COMPANY} == {
        "COMPANY_MEMBER"
    }
    assert {kind.value for kind, form in forms.items() if form.verifier is Verifier.VAI} == {
        *("PP", "PPK", "PA", "KPA", "APIP", "BENDAHARA_PENGELUARAN", "BPP", "BENDAHARA_SATKER"),
        *("BUD", "KUASA_BUD", "PPSPM", "POKJA"),
    }


def test_regional_treasurers_are_regional_and_payment_orders_national() -> None:
    kinds = {kind.value: set(form.instansi_kinds) for kind, form in RULES.access_forms.items()}
    assert {kind: found for kind, found in kinds.items() if found} == {
        "BUD": _PEMDA,
        "KUASA_BUD": _PEMDA,
        "PPSPM": _KL,
    }
    for kind in ("BUD", "KUASA_BUD", "PPSPM"):
        field = access_form(AccessKind(kind)).field("instansi_kind")
        assert field is not None and set(field.options) == kinds[kind]
        assert len(field.options) == len(field.option_labels_id) == len(field.option_labels_en)


def _needed() -> list[tuple[AccessKind, str]]:
    return [
        (kind, part)
        for kind in KINDS
        for part in (
            *(field.id for field in access_form(kind).fields if field.need is Need.REQUIRED),
            *(rule.slot.value for rule in access_form(kind).slots if rule.need is Need.REQUIRED),
        )
    ]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if access_form(kind).askable])
def test_a_form_that_is_filled_in_rightly_passes(kind: AccessKind) -> None:
    form = access_form(kind)
    for first in (True, False):
        context = AccessContext(first_of_office=first)
        found = check_access(
            form, right_fields(form), right_files(form), context=context, today=TODAY, limits=LIMITS
        )
        assert found == ()


@pytest.mark.parametrize(("kind", "part"), _needed())
def test_whatever_is_required_is_missed(kind: AccessKind, part: str) -> None:
    form = access_form(kind)
    fields, files = right_fields(form), right_files(form)
    code = "form.file_missing" if part in files else "form.missing"
    fields.pop(part, None)
    files.pop(part, None)
    found = check_access(form, fields, files, context=AccessContext(), today=TODAY, limits=LIMITS)
    assert [(problem.code, problem.field) for problem in found if problem.field != "kind"] == [(code, part)]


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_optional_is_not_missed(kind: AccessKind) -> None:
    form = access_form(kind)
    required_only = {
        name: text
        for name, text in right_fields(form).items()
        if (field := form.field(name)) is not None and field.need is Need.REQUIRED
    }
    found = check_access(
        form, required_only, right_files(form), context=AccessContext(), today=TODAY, limits=LIMITS
    )
    assert [problem for problem in found if problem.field != "kind"] == []


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_first_of_an_office_says_where_it_is(kind: AccessKind) -> None:
    form = access_form(kind)
    fields = right_fields(form)
    fields.pop("address", None)
    context = AccessContext(first_of_office=True)
    found = check_access(form, fields, right_files(form), context=context, today=TODAY, limits=LIMITS)
    asked = [problem.field for problem in found if problem.field != "kind"]
    assert asked == (["address"] if form.field("address") else [])


def test_an_empty_form_tells_everything_at_once() -> None:
    form = access_form(AccessKind.PP)
    found = check_access(form, {}, {}, context=AccessContext(), today=TODAY, limits=LIMITS)
    assert [problem.field for problem in found] == [
        *(
            "golongan",
            "instansi_kind",
            "instansi",
            "satker",
            "valid_until",
            "satker_npwp",
            "ASSIGNMENT_LETTER",
        )
    ]


def test_what_the_form_does_not_ask_is_refused_by_name() -> None:
    form = access_form(AccessKind.APIP)
    fields = {**right_fields(form), "golongan": "III/a"}
    files = right_files(form) | {"KTP": next(iter(right_files(form).values()))}
    found = check_access(form, fields, files, context=AccessContext(), today=TODAY, limits=LIMITS)
    assert [(problem.code, problem.field) for problem in found] == [
        ("form.unknown_field", "golongan"),
        ("form.file_slot_unknown", "KTP"),
    ]
