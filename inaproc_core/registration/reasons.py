"""The reasons a verifikator gives: what may be said with which verdict, and what is open because of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from inaproc_core.errors import Refusal
from inaproc_core.registration.forms import AccessForm, ProfileForm, Reason
from inaproc_core.registration.vocabulary import FileSlot, Verdict

ANY = "*"
"""In a reason's ``fields``: it may be given for every part."""

OTHER = "other"
"""The reason that says nothing by itself and needs words beside it."""


@dataclass(frozen=True, kw_only=True)
class GivenReason:
    """One reason as given.

    Attributes:
        field: id of the form field, or the slot of a file.
        code: of the catalogue.
        note: the verifikator's own words.
    """

    field: str
    code: str
    note: str = ""


def parts_of(form: AccessForm | ProfileForm) -> tuple[str, ...]:
    """Return the ids of all fields and slots of a form, in its order."""
    return (*(field.id for field in form.fields), *(rule.slot.value for rule in form.slots))


def reasons_for(
    part: str, form: AccessForm | ProfileForm, catalogue: Mapping[str, Reason]
) -> tuple[Reason, ...]:
    """Return the reasons that may be given for a part of this form, those made for the part first.

    A reason that asks for something this form has no place for is none: a passport has no Kartu Keluarga.
    """
    slots = {rule.slot for rule in form.slots}
    fitting = [reason for reason in catalogue.values() if slots.issuperset(reason.ask_for)]
    own = [reason for reason in fitting if part in reason.fields]
    return (*own, *(reason for reason in fitting if ANY in reason.fields and part not in reason.fields))


def check_reasons(
    verdict: Verdict,
    given: Sequence[GivenReason],
    *,
    form: AccessForm | ProfileForm,
    catalogue: Mapping[str, Reason],
) -> tuple[Refusal, ...]:
    """Return everything that speaks against giving these reasons with this verdict.

    An approval has none; the others have at least one, each for a part of the form that the catalogue allows
    it for. What is final cannot be mended, so a request to mend may not name it.

    Returns:
        tuple: ``desk.approve_with_reasons``, ``desk.reason_missing``, ``desk.part_unknown`` (``part``),
            ``desk.reason_unknown``, ``desk.reason_elsewhere``, ``desk.reason_is_final``,
            ``desk.note_missing``; at most one per part.
    """
    if verdict is Verdict.APPROVE:
        return (Refusal(code="desk.approve_with_reasons", field=given[0].field),) if given else ()
    if not given:
        return (Refusal(code="desk.reason_missing"),)
    found = (_problem(verdict, reason, form, catalogue) for reason in given)
    return first_per_field(problem for problem in found if problem is not None)


def _problem(
    verdict: Verdict, given: GivenReason, form: AccessForm | ProfileForm, catalogue: Mapping[str, Reason]
) -> Refusal | None:
    if given.field not in parts_of(form):
        return Refusal(code="desk.part_unknown", facts={"part": given.field[:40]}, field=given.field)
    reason = catalogue.get(given.code)
    if reason is None:
        return Refusal(code="desk.reason_unknown", field=given.field)
    if reason not in reasons_for(given.field, form, catalogue):
        return Refusal(code="desk.reason_elsewhere", field=given.field)
    if reason.final and verdict is Verdict.FIX:
        return Refusal(code="desk.reason_is_final", field=given.field)
    if reason.code == OTHER and not given.note.strip():
        return Refusal(code="desk.note_missing", field=given.field)
    return None


def first_per_field(problems: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Return the problems in order, only the first of each field."""
    kept: dict[str, Refusal] = {}
    for problem in problems:
        kept.setdefault(problem.field, problem)
    return tuple(kept.values())


def asked_slots(given: Sequence[GivenReason], catalogue: Mapping[str, Reason]) -> tuple[FileSlot, ...]:
    """Return the slots to hand in because of the reasons, without repeats."""
    found = [slot for reason in given if reason.code in catalogue for slot in catalogue[reason.code].ask_for]
    return tuple(dict.fromkeys(found))


def open_parts(
    given: Sequence[GivenReason], form: AccessForm | ProfileForm, catalogue: Mapping[str, Reason]
) -> tuple[str, ...]:
    """Return the fields and slots that may be changed because of the reasons, in the order of the form.

    Those that were named, those the catalogue asks for, and the fields that are read together with one of
    them: a NIK with birth date and sex, an instansi with its satker, dates of a letter with the masa berlaku.
    """
    named = {reason.field for reason in given} | {slot.value for slot in asked_slots(given, catalogue)}
    for group in _READ_TOGETHER:
        if named & group:
            named |= group
    return tuple(part for part in parts_of(form) if part in named)


_READ_TOGETHER = (
    frozenset({"nik", "birth_date", "sex"}),
    frozenset({"passport", "passport_expiry"}),
    frozenset({"instansi_kind", "instansi", "satker"}),
    frozenset({"valid_from", "valid_until", "letter_date", "letter_until"}),
)


def closed_changes(
    old: Mapping[str, str], new: Mapping[str, str], open_now: Collection[str]
) -> tuple[Refusal, ...]:
    """Return ``form.closed`` for every field or file that a correction changes although it is not open.

    Args:
        old: fields and file ids as sent before, in one mapping.
        new: the same as sent now.
        open_now: from :func:`open_parts`.
    """
    return tuple(
        Refusal(code="form.closed", field=part)
        for part in dict.fromkeys((*old, *new))
        if part not in open_now and old.get(part, "") != new.get(part, "")
    )
