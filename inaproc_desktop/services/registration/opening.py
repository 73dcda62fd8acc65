"""What a request for an access begins with: nothing, old data, or what was given back."""

from __future__ import annotations

from dataclasses import replace

from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import PENYEDIA_KINDS, AccessKind
from inaproc_core.wire.messages import AccessRow
from inaproc_core.wire.registration import AccessRequestView, OwnAccesses
from inaproc_desktop.ports.filing import (
    NON_PENYEDIA,
    PENYEDIA,
    Filing,
    FilingStage,
    FilingStatus,
    Intent,
    PickedOffice,
)
from inaproc_desktop.services.registration import known, pictures, sheets

FIX, RENEW, TRANSFER, AGAIN, STATUS, KIND = "fix", "renew", "transfer", "again", "status", "kind"
CHANGE = "change"
"""First part of item ids: ``renew:<access id>``, ``fix:<request id>``, ``kind:PPK``."""

_NEW_EACH_TIME = frozenset({"valid_from", "valid_until", "letter_number", "letter_date", "letter_until"})
"""Fields that a renewal or transfer does not take over: they come from the new letter."""

_OF_OFFICE = frozenset({"satker", "satker_npwp", "division", "address"})
"""Fields that a transfer does not take over: they belong to the old satker."""


def key_of(item_id: str) -> str:
    """Return the key of the draft of an item; all new requests share one."""
    what, _, about = item_id.partition(":")
    return f"access:{what}:{about}" if what in {FIX, CHANGE, RENEW, TRANSFER, AGAIN} else "access:new"


def kind_of(text: str) -> AccessKind | None:
    """Return a kind by its value, ``None`` for one that this version does not know."""
    return next((kind for kind in AccessKind if kind.value == text), None)


def group_of(kind: AccessKind | None) -> str:
    """Return the Tipe Profil of a kind."""
    if kind is None:
        return ""
    return PENYEDIA if kind in PENYEDIA_KINDS else NON_PENYEDIA


def new(item_id: str, request_id: str) -> Filing:
    """Return an empty request."""
    return Filing(key=key_of(item_id), stage=FilingStage.ACCESS, request_id=request_id)


def anew(item_id: str, request: AccessRequestView, request_id: str) -> Filing:
    """Return a new request with the data of one that was rejected."""
    return Filing(
        key=key_of(item_id),
        stage=FilingStage.ACCESS,
        request_id=request_id,
        group=group_of(kind_of(request.kind)),
        choice=request.kind,
        fields=_kept_fields(request.fields, _NEW_EACH_TIME),
        labels=dict(request.labels),
        office=_office_of(request),
    )


def follow_on(item_id: str, intent: Intent, access: AccessRow, own: OwnAccesses, request_id: str) -> Filing:
    """Return a request that renews or leaves an access, with the old data where they are known."""
    source = known.request_of(access, own)
    fields = source.fields if source is not None else _fields_of(access)
    labels = source.labels if source is not None else _labels_of(access)
    renews = intent is Intent.RENEW
    drop = _NEW_EACH_TIME if renews else _NEW_EACH_TIME | _OF_OFFICE
    return Filing(
        key=key_of(item_id),
        stage=FilingStage.ACCESS,
        request_id=request_id,
        intent=intent,
        group=group_of(kind_of(access.kind)),
        choice=access.kind,
        fields=_kept_fields(fields, drop),
        labels=_kept_fields(labels, drop),
        renews=access.access_id if renews else "",
        transfers="" if renews else access.access_id,
        office=_office_at(access) if renews else None,
        # The old satker was confirmed and decided on when the access was granted.
        confirmed=renews,
    )


def correction(item_id: str, request: AccessRequestView, kept: Filing | None) -> Filing:
    """Return a request that was given back: only what was refused is open; a draft of it goes on."""
    opened = sheets.open_parts(request.open_fields, request.reasons)
    fields, labels = dict(request.fields), dict(request.labels)
    files = pictures.stored_files(request.files)
    office, confirmed, page = _office_of(request), "satker" not in opened, ""
    if kept is not None and is_of(kept, request):
        fields.update({name: value for name, value in kept.fields.items() if name in opened})
        labels.update({name: words for name, words in kept.labels.items() if name in opened})
        files.update({slot: file for slot, file in kept.files.items() if slot in opened})
        page = kept.page
        if "satker" in opened and kept.office is not None:
            office, confirmed = kept.office, kept.confirmed
    return Filing(
        key=key_of(item_id),
        stage=FilingStage.ACCESS,
        request_id=request.request_id,
        intent=Intent.FIX,
        revision=request.revision,
        group=group_of(kind_of(request.kind)),
        choice=request.kind,
        page=page,
        fields=fields,
        labels=labels,
        files=files,
        open_parts=opened,
        reasons=tuple(request.reasons),
        renews=request.renews,
        transfers=request.transfers,
        office=office,
        confirmed=confirmed,
        attempts=request.attempts,
    )


def amendment(item_id: str, request: AccessRequestView, kept: Filing | None) -> Filing:
    """Return a request that still waits, with everything but its role open; a draft of it goes on."""
    files = pictures.stored_files(request.files)
    if kept is not None and is_of(kept, request, Intent.CHANGE):
        return replace(kept, files={**files, **kept.files}, attempts=request.attempts)
    return Filing(
        key=key_of(item_id),
        stage=FilingStage.ACCESS,
        request_id=request.request_id,
        intent=Intent.CHANGE,
        revision=request.revision,
        group=group_of(kind_of(request.kind)),
        choice=request.kind,
        fields=dict(request.fields),
        labels=dict(request.labels),
        files=files,
        renews=request.renews,
        transfers=request.transfers,
        office=_office_of(request),
        confirmed=bool(request.fields.get("satker")),
        attempts=request.attempts,
    )


def is_of(kept: Filing | None, request: AccessRequestView, intent: Intent = Intent.FIX) -> bool:
    """Return whether a draft mends or changes this revision of a request."""
    return kept is not None and kept.intent is intent and kept.revision == request.revision


def status_of(request: AccessRequestView, rules: RegistrationRules) -> FilingStatus:
    """Return how a request stands, with the words of its form."""
    kind = kind_of(request.kind)
    form = rules.access_forms.get(kind) if kind is not None else None
    parts = known.part_labels(form) if form is not None else {}
    notes = sheets.notes_of(request.reasons, rules)
    return FilingStatus(
        stage=FilingStage.ACCESS,
        status=request.status,
        request_id=request.request_id,
        since=request.since,
        due_at=request.due_at,
        verifier=request.verifier,
        notes=tuple(note for group in notes.values() for note in group),
        asks=sheets.asked_words(request.reasons, parts),
        parts=parts,
        title=(form.label_id, form.label_en) if form is not None else (request.kind, request.kind),
        office=known.office_words(request.labels, request.fields),
        instansi=request.labels.get("instansi", request.fields.get("instansi", "")),
        instansi_kind=request.fields.get("instansi_kind", ""),
        attempts=request.attempts,
        advise_help=request.attempts >= rules.limits.resend_advice_after,
    )


def _kept_fields(fields: dict[str, str], drop: frozenset[str]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if name not in drop}


def _office_at(access: AccessRow) -> PickedOffice | None:
    if not access.satker_id:
        return None
    return PickedOffice(
        satker_id=access.satker_id,
        code="",
        name=access.satker_name,
        klpd_code=access.klpd_code,
        klpd_name=access.klpd_name,
        klpd_kind="",
        people=1,
    )


def _office_of(request: AccessRequestView) -> PickedOffice | None:
    satker = request.fields.get("satker", "")
    if not satker:
        return None
    return PickedOffice(
        satker_id=satker,
        code=request.labels.get("satker_code", ""),
        name=request.labels.get("satker", satker),
        klpd_code=request.fields.get("instansi", ""),
        klpd_name=request.labels.get("instansi", ""),
        klpd_kind=request.fields.get("instansi_kind", ""),
        people=0 if request.fields.get("address") else 1,
    )


def _fields_of(access: AccessRow) -> dict[str, str]:
    found = {"satker": access.satker_id, "instansi": access.klpd_code}
    return {name: value for name, value in found.items() if value}


def _labels_of(access: AccessRow) -> dict[str, str]:
    found = {"satker": access.satker_name, "instansi": access.klpd_name}
    return {name: value for name, value in found.items() if value}
