"""Reading the fields of a form: each by its type, all problems at once, the first one per field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.identifiers import parse_nib, parse_nik, parse_nip, parse_npwp
from inaproc_core.registration.forms import FieldType, FormField, Limits, Need
from inaproc_core.registration.identity import check_full_name, phone_for_code

_PASSPORT = re.compile(r"(?=[A-Z0-9]*[0-9])[A-Z0-9]{6,12}")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_FIRST_YEAR = 1900
"""No form asks for an older day: what is before it is a slip of typing."""
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,79}")


@dataclass(frozen=True, kw_only=True)
class FieldReading:
    """What a form holds.

    Attributes:
        values: normal form of every field that was given and is right: digits without dots, ISO days.
        problems: one per field at fault, in the order of the form; unknown fields last.
    """

    values: Mapping[str, str]
    problems: tuple[Refusal, ...]

    def day(self, field: str) -> date | None:
        """Return a day that was given and is right."""
        text = self.values.get(field)
        return date.fromisoformat(text) if text else None


def read_fields(
    form: Sequence[FormField],
    given: Mapping[str, str],
    limits: Limits,
    *,
    first_of_office: bool = False,
) -> FieldReading:
    """Read all fields of a form.

    Args:
        form: the fields.
        given: by field id, as typed; blank is not given.
        limits: in force.
        first_of_office: the person is the first of the satker, whose address is asked then.

    Returns:
        FieldReading: with the problems ``form.missing``, ``form.too_long`` (``maximum``, ``got``),
            ``form.characters``, ``form.choice``, ``form.date`` (no such day), ``form.code``,
            ``passport.form``, ``form.unknown_field`` (``name``), and those of the identifiers.
    """
    values: dict[str, str] = {}
    problems: list[Refusal] = []
    for field in form:
        text = given.get(field.id, "").strip()
        if not text:
            if _is_needed(field.need, first_of_office=first_of_office):
                problems.append(Refusal(code="form.missing", field=field.id))
            continue
        try:
            values[field.id] = _READERS[field.type](text, field, limits)
        except Refused as refused:
            problems.append(refused.refusal)
    known = {field.id for field in form}
    problems += [
        Refusal(code="form.unknown_field", facts={"name": name[:40]}, field=name)
        for name in given
        if name not in known
    ]
    return FieldReading(values=values, problems=tuple(problems))


def _is_needed(need: Need, *, first_of_office: bool) -> bool:
    return need is Need.REQUIRED or (need is Need.FIRST_OF_OFFICE and first_of_office)


def _text(text: str, field: FormField, limits: Limits) -> str:
    if _CONTROL.search(text):
        refuse("form.characters", at=field.id)
    lines = text.splitlines() if field.type is FieldType.LONG_TEXT else [text]
    tidy = "\n".join(" ".join(line.split()) for line in lines)
    if len(tidy) > field.max_length:
        refuse("form.too_long", at=field.id, maximum=field.max_length, got=len(tidy))
    return tidy


def _choice(text: str, field: FormField, limits: Limits) -> str:
    if text not in field.options:
        refuse("form.choice", at=field.id)
    return text


def _day(text: str, field: FormField, limits: Limits) -> str:
    day = _real_day(text)
    if day is None or day.year < _FIRST_YEAR:
        refuse("form.date", at=field.id)
    return day.isoformat()


def _real_day(text: str) -> date | None:
    if _ISO_DAY.fullmatch(text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _passport(text: str, field: FormField, limits: Limits) -> str:
    number = re.sub(r"[\s-]", "", text).upper()
    if _PASSPORT.fullmatch(number) is None:
        refuse("passport.form", at=field.id)
    return number


def _code(text: str, field: FormField, limits: Limits) -> str:
    if _ID.fullmatch(text) is None:
        refuse("form.code", at=field.id)
    return text


_READERS: dict[FieldType, Callable[[str, FormField, Limits], str]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.PERSON_NAME: lambda text, field, limits: check_full_name(text, limits, at=field.id),
    FieldType.DATE: _day,
    FieldType.UNTIL: _day,
    FieldType.SEX: _choice,
    FieldType.CHOICE: _choice,
    FieldType.INSTANSI_KIND: _choice,
    FieldType.NIK: lambda text, field, limits: parse_nik(text, at=field.id).text,
    FieldType.NIP: lambda text, field, limits: parse_nip(text, at=field.id).text,
    FieldType.NPWP: lambda text, field, limits: parse_npwp(text, at=field.id).text,
    FieldType.NIB: lambda text, field, limits: parse_nib(text, at=field.id).text,
    FieldType.PHONE: lambda text, field, limits: phone_for_code(text, limits, at=field.id).text,
    FieldType.PASSPORT: _passport,
    FieldType.INSTANSI: _code,
    FieldType.SATKER: _code,
}
