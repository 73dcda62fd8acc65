"""The words that mails about a profile or an access need: its name, its place, its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from inaproc_backend.registration.stored_requests import StoredRequest
from inaproc_backend.storage.statements import Statement
from inaproc_core.registration.forms import AccessForm, ProfileForm, Reason
from inaproc_core.wire.registration import FieldReason

_LANGUAGE = Statement("SELECT language FROM people WHERE id = :user_id")
_SATKER = Statement("SELECT name FROM satker WHERE id = :id")
_KLPD = Statement("SELECT name FROM klpd WHERE code = :id")
_VENDOR = Statement("SELECT name FROM vendors WHERE id = :id")


def place_name(
    connection: Connection,
    *,
    satker_id: str = "",
    vendor_id: str = "",
    klpd_code: str = "",
    company: str = "",
) -> str:
    """Return the name of the satker, company or instansi, whichever is the narrowest."""
    for statement, given in ((_SATKER, satker_id), (_VENDOR, vendor_id), (_KLPD, klpd_code)):
        row = statement.one(connection, {"id": given}) if given else None
        if row is not None:
            return str(row[0])
    return company


def place_of_request(connection: Connection, request: StoredRequest) -> str:
    """Return the name of the place that a request is for."""
    return place_name(
        connection,
        satker_id=request.satker_id,
        vendor_id=request.vendor_id,
        klpd_code=request.klpd_code,
        company=request.fields.get("company_name", ""),
    )


def access_name(connection: Connection, user_id: str, form: AccessForm) -> str:
    """Return the name of a kind of access in the language of a person's mails."""
    return form.label_en if _is_english(connection, user_id) else form.label_id


def reasons_in_words(
    connection: Connection,
    user_id: str,
    given: Sequence[FieldReason],
    *,
    form: AccessForm | ProfileForm,
    catalogue: Mapping[str, Reason],
) -> str:
    """Return one line per reason: which part, what is wrong, what to do, and the verifikator's own words."""
    english = _is_english(connection, user_id)
    labels = {one.id: one.label_en if english else one.label_id for one in form.fields}
    labels |= {rule.slot.value: rule.label_en if english else rule.label_id for rule in form.slots}
    lines: list[str] = []
    for one in given:
        reason = catalogue.get(one.code)
        said = _said(reason, english=english) if reason is not None else []
        if one.note:
            said.append(one.note)
        lines.append(f"- {labels.get(one.field, one.field)}: {'. '.join(part.rstrip('.') for part in said)}.")
    return "\n".join(lines)


def _said(reason: Reason, *, english: bool) -> list[str]:
    parts = (reason.label_en, reason.remedy_en) if english else (reason.label_id, reason.remedy_id)
    return [part for part in parts if part]


def _is_english(connection: Connection, user_id: str) -> bool:
    row = _LANGUAGE.one(connection, {"user_id": user_id})
    return row is not None and row[0] == "en"
