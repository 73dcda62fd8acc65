"""What a wizard shows of an application: which pages, which fields, and the first problem at each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from inaproc_core.errors import Refusal
from inaproc_core.registration.forms import FormField, Need, RegistrationRules, SlotRule
from inaproc_core.registration.vocabulary import FileSlot
from inaproc_core.wire.registration import FieldReason
from inaproc_desktop.ports.filing import (
    CONFIRM_OFFICE,
    DECLARATION,
    Filing,
    FilingPage,
    Intent,
    Note,
)

_CHOICES = {FilingPage.NATIONALITY: "nationality", FilingPage.TYPE: "type", FilingPage.ROLE: "role"}


def notes_of(reasons: Iterable[FieldReason], rules: RegistrationRules) -> dict[str, tuple[Note, ...]]:
    """Return a verifikator's reasons by the part they stand at, with the words of the catalogue."""
    found: dict[str, tuple[Note, ...]] = {}
    for given in reasons:
        note = Note(part=given.field, reason=rules.reasons.get(given.code), code=given.code, note=given.note)
        found[given.field] = (*found.get(given.field, ()), note)
    return found


def asked_slots(reasons: Iterable[FieldReason]) -> frozenset[FileSlot]:
    """Return the slots that reasons ask for; slots this version does not know are left out."""
    known = {slot.value: slot for slot in FileSlot}
    return frozenset(known[slot] for given in reasons for slot in given.ask_for if slot in known)


def asked_words(
    reasons: Iterable[FieldReason], parts: Mapping[str, tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Return the words of the slots that reasons ask for, Indonesian and English."""
    return tuple(parts.get(slot.value, (slot.value, slot.value)) for slot in sorted(asked_slots(reasons)))


def open_parts(listed: Collection[str], reasons: Iterable[FieldReason]) -> frozenset[str]:
    """Return what a correction may change: what the backend lists, and what the reasons ask for."""
    return frozenset(listed) | {slot.value for slot in asked_slots(reasons)}


def shown_slots(
    slots: Sequence[SlotRule], filing: Filing, asked: Collection[FileSlot]
) -> tuple[SlotRule, ...]:
    """Return the slots to fill: in a correction those that are open, else those the form asks for."""
    if filing.intent is Intent.FIX:
        return tuple(rule for rule in slots if filing.is_open(rule.slot.value))
    return tuple(
        rule
        for rule in slots
        if rule.need is not Need.ON_REQUEST or rule.slot in asked or rule.slot.value in filing.files
    )


def shown_fields(
    fields: Sequence[FormField], filing: Filing, *, first_of_office: bool
) -> tuple[FormField, ...]:
    """Return the fields to fill: in a correction those that are open."""
    return tuple(
        field
        for field in fields
        if (field.need is not Need.FIRST_OF_OFFICE or first_of_office) and filing.is_open(field.id)
    )


def reviewed_fields(
    fields: Sequence[FormField], filing: Filing, shown: Sequence[FormField]
) -> tuple[FormField, ...]:
    """Return the fields of the review: those to fill, and what is closed and has a value."""
    return tuple(
        field
        for field in fields
        if field in shown or (not filing.is_open(field.id) and filing.fields.get(field.id))
    )


def shown_pages(
    filing: Filing,
    choices: Sequence[FilingPage],
    fields: Sequence[FormField],
    slots: Sequence[SlotRule],
) -> tuple[FilingPage, ...]:
    """Return the pages; a correction begins where something is open."""
    if filing.intent is Intent.FIX:
        return (
            *((FilingPage.DATA,) if fields else ()),
            *((FilingPage.FILES,) if slots else ()),
            FilingPage.REVIEW,
        )
    return (*choices, FilingPage.DATA, FilingPage.FILES, FilingPage.REVIEW)


def by_page(
    problems: Mapping[str, Refusal], pages: Sequence[FilingPage], slots: Sequence[SlotRule]
) -> dict[FilingPage, tuple[str, ...]]:
    """Return the parts with problems, by the page on which they are mended."""
    known = {rule.slot.value for rule in slots}
    found: dict[FilingPage, tuple[str, ...]] = dict.fromkeys(pages, ())
    choice_of = {name: page for page, name in _CHOICES.items()}
    for part in problems:
        page = FilingPage.DATA
        if part == DECLARATION:
            page = FilingPage.REVIEW
        elif part in choice_of:
            page = choice_of[part]
        elif part in known:
            page = FilingPage.FILES
        # What stands on no page of this application is said on the last one.
        page = page if page in found else FilingPage.REVIEW
        found[page] = (*found[page], part)
    return found


def first_by_part(refusals: Iterable[Refusal], filing: Filing) -> dict[str, Refusal]:
    """Return the first refusal at each part that may be changed.

    What is closed in a correction was accepted; whether it still counts is the backend's to say.
    """
    found: dict[str, Refusal] = {}
    for refusal in refusals:
        if filing.is_open(refusal.field) or refusal.field == "kind":
            found.setdefault(refusal.field, refusal)
    return found


def file_findings(filing: Filing, slots: Sequence[SlotRule]) -> dict[str, Refusal]:
    """Return, for files that the backend would refuse, why; advice does not stop."""
    found = {}
    for rule in slots:
        handed = filing.files.get(rule.slot.value)
        stopping = next((one for one in handed.findings if one.stops), None) if handed else None
        if stopping is not None:
            found[rule.slot.value] = Refusal(code=stopping.code, facts=stopping.facts, field=rule.slot.value)
    return found


def declaration_problem(filing: Filing) -> dict[str, Refusal]:
    """Return that the tick under the review is missing, or nothing."""
    return {} if filing.declared else {DECLARATION: Refusal(code="form.declaration", field=DECLARATION)}


def office_problem(filing: Filing) -> dict[str, Refusal]:
    """Return that the picked satker was not confirmed, or nothing."""
    if filing.office is None or filing.confirmed or not filing.is_open("satker"):
        return {}
    return {CONFIRM_OFFICE: Refusal(code="form.confirm_office", field=CONFIRM_OFFICE)}
