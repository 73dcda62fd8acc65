"""Forms filled in rightly, made from the form data; persons are numbers, never names of people."""

from __future__ import annotations

from datetime import date

from inaproc_core.registration.book import load_registration
from inaproc_core.registration.files import FileFacts
from inaproc_core.registration.forms import AccessForm, FieldType, FormField, Need, ProfileForm, SlotRule
from inaproc_core.registration.vocabulary import PICTURE_SLOTS, AccessKind, Nationality

TODAY = date(2026, 11, 22)
BOOK = load_registration()
RULES = BOOK.at(TODAY)
LIMITS = RULES.limits
KINDS = tuple(AccessKind)
FORMS: tuple[AccessForm | ProfileForm, ...] = (*RULES.access_forms.values(), *RULES.profile_forms.values())

WNI = {
    "nik": "3171015203900001",
    "full_name": "Simulasi Pengguna",
    "birth_place": "Contoh",
    "birth_date": "1990-03-12",
    "sex": "P",
}
WNA = {
    "passport": "X1234567",
    "passport_expiry": "2030-01-01",
    "surname": "Simulation",
    "birth_date": "1985-05-06",
}
_BY_TYPE = {
    FieldType.TEXT: "Contoh",
    FieldType.LONG_TEXT: "Jalan Contoh 1\nKota Contoh",
    FieldType.PERSON_NAME: "Simulasi Pengguna",
    FieldType.DATE: "2026-11-01",
    FieldType.UNTIL: "2026-12-31",
    FieldType.NIP: "199003122015032001",
    FieldType.NPWP: "0123456789012345",
    FieldType.NIB: "1234567890123",
    FieldType.INSTANSI: "D9901",
    FieldType.SATKER: "9001001",
    FieldType.PHONE: "081234567890",
}
_BY_ID = {"letter_until": "2026-12-31"}


def right_value(field: FormField) -> str:
    """A value that the field takes."""
    return field.options[0] if field.options else _BY_ID.get(field.id, _BY_TYPE.get(field.type, ""))


def right_fields(form: AccessForm) -> dict[str, str]:
    """Every field of a form of stage 3, filled in rightly."""
    return {field.id: right_value(field) for field in form.fields}


def right_file(rule: SlotRule) -> FileFacts:
    """A file that the slot takes."""
    picture = rule.slot in PICTURE_SLOTS
    return FileFacts(
        media_type="image/jpeg" if picture else "application/pdf",
        size=rule.max_bytes,
        width=rule.min_width,
        height=rule.min_height,
        slot=rule.slot.value,
    )


def right_files(form: AccessForm | ProfileForm) -> dict[str, FileFacts]:
    """A file for every slot that must be filled."""
    return {rule.slot.value: right_file(rule) for rule in form.slots if rule.need is Need.REQUIRED}


def access_form(kind: AccessKind) -> AccessForm:
    """The form in force."""
    return RULES.access_form(kind)


def profile_form(nationality: Nationality) -> ProfileForm:
    """The form in force."""
    return RULES.profile_form(nationality)
