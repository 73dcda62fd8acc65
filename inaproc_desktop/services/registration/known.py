"""What is known of the person's own accesses and requests, in the terms of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from inaproc_core.registration.access import AccessContext, AccessFacts, Place
from inaproc_core.registration.forms import AccessForm, ProfileForm
from inaproc_core.registration.vocabulary import AccessKind, AccessStatus, Nationality, ProfileStatus
from inaproc_core.wire.messages import AccessRow
from inaproc_core.wire.registration import AccessRequestView, OwnAccesses
from inaproc_desktop.ports.filing import Filing

_OPEN = frozenset({"WAITING", "NEEDS_FIX"})


def with_own(context: AccessContext, own: OwnAccesses | None, filing: Filing) -> AccessContext:
    """Return the context with what the backend said of the person; without that it refuses nothing."""
    if own is None:
        return context
    accesses = tuple(facts_of(row) for row in own.accesses)
    by_id = {access.access_id: access for access in accesses}
    return replace(
        context,
        profile_status=ProfileStatus(own.profile.status),
        nationality=Nationality.WNA if own.profile.nationality == Nationality.WNA else Nationality.WNI,
        accesses=accesses,
        waiting=tuple(
            (kind, _place_of(request))
            for request in own.requests
            if request.status in _OPEN
            and request.request_id != filing.request_id
            and (kind := _kind(request.kind)) is not None
        ),
        renews=by_id.get(filing.renews),
        transfers=by_id.get(filing.transfers),
    )


def facts_of(row: AccessRow) -> AccessFacts:
    """Return an access in the terms of the rules."""
    return AccessFacts(
        access_id=row.access_id,
        kind=_kind(row.kind),
        place=Place(klpd_code=row.klpd_code, satker_id=row.satker_id, vendor_id=row.vendor_id),
        valid_from=_day(row.valid_from),
        valid_to=_day(row.valid_until),
        revoked=row.status == AccessStatus.DEACTIVATED.value,
    )


def request_of(access: AccessRow, own: OwnAccesses) -> AccessRequestView | None:
    """Return the newest request that was approved for this role and place: where the old data are."""
    found = [
        request
        for request in own.requests
        if request.kind == access.kind
        and request.status == "APPROVED"
        and request.fields.get("satker", "") == access.satker_id
        and (access.satker_id or request.fields.get("instansi", "") == access.klpd_code)
    ]
    return max(found, key=lambda request: request.since, default=None)


def office_words(labels: Mapping[str, str], fields: Mapping[str, str]) -> str:
    """Return where a request is for: satker, instansi or company."""
    for name in ("satker", "instansi", "company_name", "nib"):
        if labels.get(name) or (name in {"company_name", "nib"} and fields.get(name)):
            return labels.get(name) or fields[name]
    return ""


def part_labels(form: AccessForm | ProfileForm) -> Mapping[str, tuple[str, str]]:
    """Return the words beside fields and slots, Indonesian and English."""
    words = {field.id: (field.label_id, field.label_en) for field in form.fields}
    return words | {rule.slot.value: (rule.label_id, rule.label_en) for rule in form.slots}


def _place_of(request: AccessRequestView) -> Place:
    nib = request.fields.get("nib", "")
    if nib:
        return Place.of_company("", nib)
    return Place(klpd_code=request.fields.get("instansi", ""), satker_id=request.fields.get("satker", ""))


def _kind(text: str) -> AccessKind | None:
    return next((kind for kind in AccessKind if kind.value == text), None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
