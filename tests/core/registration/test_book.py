"""The registration data: strict reading, dated lookup, every fault names its section and member."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from inaproc_core.registration.book import PolicyError, RegistrationBook, load_registration
from inaproc_core.registration.reasons import parts_of, reasons_for
from inaproc_core.registration.vocabulary import AccessKind, FileSlot, Nationality
from tests.core.registration.samples import BOOK, FORMS, RULES, TODAY


def packaged() -> dict[str, Any]:
    return copy.deepcopy(dict(load_registration().document))


def value(document: dict[str, Any], section: str) -> Any:
    return document["sections"][section][0]["value"]


def test_limits_are_those_of_the_specification() -> None:
    limits = RULES.limits
    assert (limits.code_digits, limits.code_seconds, limits.code_resend_seconds) == (6, 300, 60)
    assert (limits.code_tries, limits.code_sends_per_hour) == (5, 5)
    assert (limits.code_void_before_pause, limits.code_pause_seconds) == (3, 900)
    assert (limits.username_min, limits.username_max, limits.email_max) == (6, 30, 254)
    assert (limits.phone_digits_min, limits.phone_digits_max) == (9, 12)
    assert (limits.password_min, limits.password_advised, limits.password_classes) == (8, 12, 4)
    assert (limits.name_min, limits.name_max, limits.minimum_age) == (2, 100, 17)
    assert (limits.decision_hours, limits.reminder_days, limits.recovery_codes) == (72, (30, 14, 7, 1), 10)
    assert limits.resend_advice_after == 3


def test_everything_has_a_form_and_words() -> None:
    assert set(RULES.access_forms) == set(AccessKind)
    assert set(RULES.profile_forms) == set(Nationality)
    assert {text.kind for text in RULES.consents} == {"terms", "privacy"}
    for form in RULES.access_forms.values():
        assert form.label_id and form.label_en and form.position
        assert form.slots, form.kind


def test_files_are_bounded_as_the_specification_says() -> None:
    two, four = 2 * 1024 * 1024, 4 * 1024 * 1024
    form = RULES.profile_form(Nationality.WNI)
    ktp, selfie = form.slot(FileSlot.KTP), form.slot(FileSlot.SELFIE)
    assert ktp is not None and selfie is not None
    assert (ktp.min_bytes, ktp.max_bytes, ktp.min_width, ktp.min_height) == (102_400, two, 480, 360)
    assert (selfie.min_bytes, selfie.max_bytes, selfie.min_width, selfie.min_height) == (
        *(102_400, four),
        *(480, 640),
    )
    assert {rule.max_bytes for form in RULES.access_forms.values() for rule in form.slots} == {two}


def test_it_survives_the_wire_and_answers_the_same() -> None:
    again = RegistrationBook.from_document(json.loads(json.dumps(BOOK.document)))
    assert again.at(TODAY) == BOOK.at(TODAY)
    assert again.at(TODAY) is again.at(date(2027, 3, 1))
    assert again.document == BOOK.document


def test_a_new_value_counts_from_its_day_and_changes_the_version() -> None:
    document = packaged()
    entries = document["sections"]["limits"]
    entries[0]["valid_to"] = "2026-12-31"
    entries.append(copy.deepcopy(entries[0]) | {"valid_from": "2027-01-01", "valid_to": None})
    entries[1]["value"] = {**entries[0]["value"], "password_min": 10}
    book = RegistrationBook.from_document(document)
    old, new = book.at(date(2026, 12, 31)), book.at(date(2027, 1, 1))
    assert (old.limits.password_min, new.limits.password_min) == (8, 10)
    assert old.version == RULES.version != new.version
    assert book.change_days() == (date(2022, 5, 1), date(2027, 1, 1))


def test_a_wrong_value_is_found_although_its_day_is_far() -> None:
    document = packaged()
    entries = document["sections"]["limits"]
    entries[0]["valid_to"] = "2031-12-31"
    entries.append(copy.deepcopy(entries[0]) | {"valid_from": "2032-01-01", "valid_to": None})
    entries[1]["value"]["password_classes"] = 5
    with pytest.raises(PolicyError, match=r"limits.*password_classes.*4 classes"):
        RegistrationBook.from_document(document)


def test_days_before_the_data_are_refused() -> None:
    with pytest.raises(PolicyError, match="covers days from 2022-05-01"):
        BOOK.at(date(2022, 4, 30))


def _unknown_section(document: dict[str, Any]) -> None:
    document["sections"]["acces.PP"] = document["sections"]["access.PP"]


def _gap(document: dict[str, Any]) -> None:
    document["sections"]["reasons"][0]["valid_to"] = "2026-01-01"


def _region(document: dict[str, Any]) -> None:
    document["sections"]["reasons"][0]["region"] = "91"


Fault = Callable[[dict[str, Any]], None]


def at(section: str, *path: str | int, put: Any = None, drop: str = "") -> Fault:
    """A fault: put a value in a place of a section, or drop a member there."""

    def spoil(document: dict[str, Any]) -> None:
        found = value(document, section)
        for step in path[:-1] if not drop else path:
            found = found[step]
        if drop:
            del found[drop]
        else:
            found[path[-1]] = put

    return spoil


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda d: d.update(format=2), "format must be 1"),
        (lambda d: d.update(extra=1), "unknown member 'extra'"),
        (lambda d: d.pop("covers_from"), "lacks 'covers_from'"),
        (lambda d: d.update(sections=[]), "sections must be an object"),
        (_unknown_section, r"acces\.PP: unknown section"),
        (lambda d: d["sections"].pop("access.POKJA"), r"access\.POKJA: missing"),
        (lambda d: d["sections"].update(limits={}), "limits: must be a list of entries"),
        (_gap, "reasons: no value after 2026-01-01"),
        (_region, "reasons: registration is the same"),
        (at("limits", "password_mim", put=8), "limits: unknown member 'password_mim'"),
        (at("limits", drop="password_min"), "limits: lacks 'password_min'"),
        (at("limits", "password_min", put="8"), "limits: password_min: must be a whole number"),
        (at("limits", "password_min", put=True), "password_min: must be a whole number"),
        (at("limits", "password_min", put=13), "password_advised: must lie between"),
        (at("limits", "username_min", put=31), "username_min: is more than username_max"),
        (at("limits", "reminder_days", put=[7, 14]), "reminder_days: must fall"),
        (at("limits", "reminder_days", put=[]), "reminder_days: must fall"),
        (at("consents", 0, "kind", put="privacy"), "consents: must be one text of kind terms"),
        (at("consents", 0, "text_id", put=" "), r"value\[0\].text_id: must be a text"),
        (at("usernames.reserved", 0, put="Admin"), "usernames.reserved: must be in lower case"),
        (at("fields", "nik", "typo", put=1), "fields: nik: unknown member 'typo'"),
        (at("fields", "nik", "type", put="NIKK"), "fields: nik.type: must be one of"),
        (at("fields", "sex", "option_labels_en", put=["Male"]), "sex.options: needs one word"),
        (at("fields", "nik", "options", put=["1"]), "nik.options: needs one word"),
        (at("slots", drop="KTP"), "slots: lacks 'KTP'"),
        (at("slots", "KTPP", put={}), "slots: unknown member 'KTPP'"),
        (at("slots", "KTP", "min_bytes", put=3_000_000), "slots: KTP.min_bytes: is more than max_bytes"),
        (at("slots", "KTP", "max_byte", put=1), "slots: KTP: unknown member 'max_byte'"),
        (at("profile.WNI", "fields", 0, "id", put="nikk"), r"profile.WNI: fields\[0\].id: there is no field"),
        (at("profile.WNA", "fields", put=[]), "profile.WNA: fields: lacks 'passport'"),
        (
            at("access.PP", "fields", 1, "id", put="satker"),
            r"access.PP: fields\[\d+\].id: field 'satker' is there",
        ),
        (at("access.PP", "fields", 1, "need", put="MAYBE"), r"access.PP: fields\[1\].need: must be one of"),
        (at("access.PP", "fields", 1, drop="source"), r"access.PP: fields\[1\]: lacks 'source'"),
        (at("access.PP", "slots", 0, "slot", put="LETTER"), r"access.PP: slots\[0\].slot: must be one of"),
        (at("access.PP", "slots", put=5), "access.PP: slots: must be a list"),
        (at("access.PP", "slots", put=[5]), r"access.PP: slots\[0\]: must be an object"),
        (at("access.PP", "four_eyes", put="yes"), "access.PP: four_eyes: must be true or false"),
        (at("access.PP", "verifier", put="VAIS"), "access.PP: verifier: must be one of"),
        (at("access.PP", "totp", put=True), "access.PP: unknown member 'totp'"),
        (at("access.BUD", "instansi_kinds", put=["DESA"]), "access.BUD: instansi_kinds: unknown kind 'DESA'"),
        (
            at("reasons", 0, "fields", put=["KTPP"]),
            r"reasons: value\[0\].fields: no such field or slot: 'KTPP'",
        ),
        (at("reasons", 0, "fields", put=[]), r"reasons: value\[0\].fields: must not be empty"),
        (at("reasons", 0, "ask_for", put=["X"]), r"reasons: value\[0\].ask_for: must be one of"),
        (at("reasons", 0, "final", put=True), r"reasons: value\[0\].ask_for: a final reason"),
        (
            at("reasons", 1, "code", put="ktp.unclear"),
            r"reasons: value\[1\].code: reason 'ktp.unclear' is there",
        ),
    ],
)
def test_faults_are_named(spoil: Fault, told: str) -> None:
    document = packaged()
    spoil(document)
    with pytest.raises(PolicyError, match=told):
        RegistrationBook.from_document(document)


def test_every_reason_can_be_given_somewhere() -> None:
    offered = {
        reason.code
        for form in FORMS
        for part in parts_of(form)
        for reason in reasons_for(part, form, RULES.reasons)
    }
    assert offered == set(RULES.reasons)


def test_every_part_has_a_reason_of_its_own() -> None:
    """A verifikator never needs "other" only because nobody thought of a field."""
    for form in FORMS:
        for part in parts_of(form):
            own = [r for r in reasons_for(part, form, RULES.reasons) if part in r.fields]
            assert own, (form, part)


def test_privy_groups_ask_for_what_the_specification_says() -> None:
    expected = {
        "ktp.unclear": ["KTP"],
        "ktp.face_faded": ["SIM"],
        "ktp.unreadable": ["KK"],
        "ktp.unclear_and_faded": ["KTP", "SIM"],
        "ktp.unreadable_and_faded": ["KK", "SIM"],
        "ktp.damaged": ["KTP", "KK"],
        "selfie.guidance": ["SELFIE"],
        "selfie.missing": ["SELFIE"],
        "selfie.face_differs": ["SELFIE_WITH_KTP"],
        "nik.not_found": ["KK"],
        "nik.data_differ": ["KK"],
        "profile.pictures_missing": ["KTP", "SELFIE"],
        "profile.data_doubtful": ["KK", "SELFIE"],
        "profile.face_faded": ["SIM", "SELFIE"],
    }
    assert {code: [slot.value for slot in RULES.reasons[code].ask_for] for code in expected} == expected
    final = {code for code, reason in RULES.reasons.items() if reason.final}
    assert {"profile.final", "company.blacklisted", "access.duplicate"} <= final
