"""A request as its person sees it."""

from __future__ import annotations

from sqlalchemy import Connection

from inaproc_backend.registration import files
from inaproc_backend.registration.offices import load_instansi
from inaproc_backend.registration.stored_requests import StoredRequest, request_history
from inaproc_backend.registration.wording import place_name
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.registration.forms import AccessForm, RegistrationRules
from inaproc_core.registration.reasons import GivenReason, open_parts, parts_of
from inaproc_core.registration.vocabulary import RequestStatus
from inaproc_core.wire.registration import AccessRequestView

_SATKER_CODE = Statement("SELECT code FROM satker WHERE id = :id")


def view_request(connection: Connection, services: Services, request: StoredRequest) -> AccessRequestView:
    """Return a request with the words for its ids and what may be changed in it now."""
    rules = services.registration.at(services.today())
    form = rules.access_form(request.kind)
    return AccessRequestView(
        request_id=request.request_id,
        revision=request.revision,
        kind=request.kind.value,
        status=request.status.value,
        verifier=request.verifier.value,
        fields=dict(request.fields),
        files=files.shown(connection, request.files),
        sent_at=request.sent_at,
        since=request.since,
        due_at=request.due_at,
        renews=request.renews,
        transfers=request.transfers,
        reasons=list(request.reasons),
        open_fields=list(open_now(request, form, rules)),
        labels=labels_of(connection, request),
        attempts=request.attempts,
        history=request_history(connection, request),
    )


def open_now(request: StoredRequest, form: AccessForm, rules: RegistrationRules) -> tuple[str, ...]:
    """Return the parts that may be changed now: all while it waits, those to mend when it needs a fix."""
    if request.status is RequestStatus.WAITING:
        return parts_of(form)
    if request.status is RequestStatus.NEEDS_FIX:
        return open_parts(given_reasons(request), form, rules.reasons)
    return ()


def given_reasons(request: StoredRequest) -> list[GivenReason]:
    """Return the reasons of the last decision, as the rules read them."""
    return [GivenReason(field=one.field, code=one.code, note=one.note) for one in request.reasons]


def labels_of(connection: Connection, request: StoredRequest) -> dict[str, str]:
    """Return words for the ids in a request's fields, by field id; the code of its satker stands beside."""
    found: dict[str, str] = {}
    instansi = load_instansi(connection, request.klpd_code)
    if instansi is not None:
        found["instansi"] = instansi.name
    if request.satker_id:
        found["satker"] = place_name(connection, satker_id=request.satker_id)
        row = _SATKER_CODE.one(connection, {"id": request.satker_id})
        found["satker_code"] = str(row[0]) if row is not None else ""
    if request.nib:
        company = request.fields.get("company_name", "")
        found["nib"] = place_name(connection, vendor_id=request.vendor_id, company=company)
    return {field: label for field, label in found.items() if label}
