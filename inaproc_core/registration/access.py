"""Stage 3: a request for an access, checked whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from inaproc_core.errors import Refusal
from inaproc_core.registration.fields import FieldReading, read_fields
from inaproc_core.registration.files import FileFacts, file_problems
from inaproc_core.registration.forms import AccessForm, Limits
from inaproc_core.registration.reasons import first_per_field
from inaproc_core.registration.succession import AccessFacts, Place, duplicate_problem, succession_problems
from inaproc_core.registration.validity import latest_until, reminder_due, status_of
from inaproc_core.registration.vocabulary import (
    PENYEDIA_KINDS,
    AccessKind,
    FileSlot,
    Nationality,
    ProfileStatus,
)

__all__ = [
    "AccessContext",
    "AccessFacts",
    "Place",
    "check_access",
    "latest_until",
    "read_access",
    "reminder_due",
    "status_of",
]

_NEEDS_COMPANY = frozenset({AccessKind.COMPANY_MEMBER, AccessKind.PP_NON_KLPD, AccessKind.PPK_NON_KLPD})
"""The company must be in INAPROC before: set up by its Admin Perusahaan."""


@dataclass(frozen=True, kw_only=True)
class AccessContext:
    """What is known beside the form. Everything that is not known has a default that refuses nothing.

    Attributes:
        profile_status: of the person.
        nationality: of the person.
        first_of_office: nobody has an access in the chosen satker (or whole instansi) yet.
        instansi_known: the chosen K/L/PD exists.
        instansi_kind: its kind as registered, empty when not known.
        satker_known: the chosen satker exists.
        satker_instansi: K/L/PD of the chosen satker, empty when not known.
        company_known: the NIB is in INAPROC.
        nib_stops: a check of Cek NIB failed that stops.
        vendor_id: company of the NIB in INAPROC, empty when there is none.
        accesses: the person's own granted accesses.
        waiting: kind and place of the person's other requests that are not decided.
        renews: the access that is to be active again.
        transfers: the access that ends when this one begins.
    """

    profile_status: ProfileStatus = ProfileStatus.VERIFIED
    nationality: Nationality = Nationality.WNI
    first_of_office: bool = False
    instansi_known: bool = True
    instansi_kind: str = ""
    satker_known: bool = True
    satker_instansi: str = ""
    company_known: bool = True
    nib_stops: bool = False
    vendor_id: str = ""
    accesses: tuple[AccessFacts, ...] = ()
    waiting: tuple[tuple[AccessKind, Place], ...] = ()
    renews: AccessFacts | None = None
    transfers: AccessFacts | None = None


def check_access(
    form: AccessForm,
    fields: Mapping[str, str],
    files: Mapping[str, FileFacts],
    *,
    context: AccessContext,
    today: date,
    limits: Limits,
    asked: Collection[FileSlot] = (),
) -> tuple[Refusal, ...]:
    """Return everything that is wrong with a request, at most one problem per field or slot.

    Args:
        form: of the kind that is asked for.
        fields: by id, as typed or as sent.
        files: slot to what is known of its file.
        context: what is known beside the form.
        today: local day.
        limits: in force.
        asked: slots that reasons asked for.

    Returns:
        tuple: problems of the person (field ``kind``), of the fields, of the place, of the dates, of what it
            renews or leaves, and of the files. Codes of this room begin with ``access_request.``.
    """
    reading = read_access(form, fields, limits, first_of_office=context.first_of_office)
    place = place_of(reading, context)
    return first_per_field(
        (
            *_person_problems(form, context),
            *reading.problems,
            *_place_problems(form, reading, context),
            *_day_problems(form, reading, today),
            *duplicate_problem(
                form.kind,
                place,
                accesses=context.accesses,
                waiting=context.waiting,
                besides=(context.renews, context.transfers),
                today=today,
                limits=limits,
            ),
            *succession_problems(
                form.kind,
                place,
                reading.day("valid_until"),
                renews=context.renews,
                transfers=context.transfers,
                today=today,
                limits=limits,
            ),
            *file_problems(form.slots, files, asked=asked),
        )
    )


def read_access(
    form: AccessForm, fields: Mapping[str, str], limits: Limits, *, first_of_office: bool = False
) -> FieldReading:
    """Return the normal forms of a request's fields: what is stored and compared."""
    return read_fields(form.fields, fields, limits, first_of_office=first_of_office)


def place_of(reading: FieldReading, context: AccessContext) -> Place:
    """Return where the access would be."""
    if "nib" in reading.values:
        return Place.of_company(context.vendor_id, reading.values["nib"])
    return Place(klpd_code=reading.values.get("instansi", ""), satker_id=reading.values.get("satker", ""))


def _person_problems(form: AccessForm, context: AccessContext) -> Iterator[Refusal]:
    if not form.askable:
        yield Refusal(code="access_request.not_askable", field="kind")
    if context.profile_status is not ProfileStatus.VERIFIED:
        yield Refusal(code="access_request.profile_not_verified", field="kind")
    # Spec 8: people of other countries may sell, and hold no office.
    if context.nationality is Nationality.WNA and form.kind not in PENYEDIA_KINDS:
        yield Refusal(code="access_request.only_penyedia", field="kind")


def _place_problems(form: AccessForm, reading: FieldReading, context: AccessContext) -> Iterator[Refusal]:
    if "instansi" in reading.values:
        if not context.instansi_known:
            yield Refusal(code="access_request.instansi_unknown", field="instansi")
        chosen, options = reading.values.get("instansi_kind", ""), form.field("instansi_kind")
        # Kinds that no form offers (BUMN, institutions) are compared with nothing.
        is_offered = options is not None and context.instansi_kind in options.options
        if context.instansi_kind and form.instansi_kinds and context.instansi_kind not in form.instansi_kinds:
            yield Refusal(code="access_request.role_not_here", field="instansi")
        elif is_offered and chosen and chosen != context.instansi_kind:
            yield Refusal(code="access_request.instansi_other_kind", field="instansi")
    if "satker" in reading.values:
        if not context.satker_known:
            yield Refusal(code="access_request.satker_unknown", field="satker")
        instansi = reading.values.get("instansi", "")
        if instansi and context.satker_instansi and context.satker_instansi != instansi:
            yield Refusal(code="access_request.satker_elsewhere", field="satker")
    if "nib" in reading.values:
        if form.kind in _NEEDS_COMPANY and not context.company_known:
            yield Refusal(code="access_request.company_not_here", field="nib")
        if context.nib_stops:
            yield Refusal(code="access_request.nib_stops", field="nib")


def _day_problems(form: AccessForm, reading: FieldReading, today: date) -> Iterator[Refusal]:
    until, begins = reading.day("valid_until"), reading.day("valid_from")
    written, letter_until = reading.day("letter_date"), reading.day("letter_until")
    if written is not None and written > today:
        yield Refusal(code="access_request.letter_from_future", field="letter_date")
    if letter_until is not None:
        if letter_until < today:
            facts = {"until": letter_until.isoformat()}
            yield Refusal(code="access_request.letter_expired", facts=facts, field="letter_until")
        if written is not None and letter_until < written:
            yield Refusal(code="access_request.letter_reversed", field="letter_until")
    if until is None:
        return
    if until < today:
        yield Refusal(code="access_request.until_past", field="valid_until")
    if begins is not None and until < begins:
        yield Refusal(code="access_request.until_before_begin", field="valid_until")
    latest = latest_until(form, letter_until, today, begins)
    if latest is not None and until > latest:
        code = "access_request.until_beyond_letter" if letter_until else "access_request.until_beyond_year"
        yield Refusal(code=code, facts={"latest": latest.isoformat()}, field="valid_until")
