"""What the rules need to know beside a request: the person's accesses, the place, the company."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.registration.companies import find_company
from inaproc_backend.registration.nib import FAILED, check_nib
from inaproc_backend.registration.offices import load_instansi, load_office
from inaproc_backend.registration.registry import BusinessRegistry
from inaproc_backend.registration.stored_profiles import StoredProfile
from inaproc_backend.registration.stored_requests import StoredRequest, requests_of
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.registration.access import AccessContext, AccessFacts, Place
from inaproc_core.registration.forms import AccessForm
from inaproc_core.registration.vocabulary import PENYEDIA_KINDS, AccessKind, RequestStatus
from inaproc_core.wire.registration import NibRule

_ACCESSES = Statement(
    """
    SELECT id, kind, klpd_code, satker_id, vendor_id, valid_from, valid_to, revoked_at
    FROM accesses WHERE user_id = :user_id ORDER BY id
    """
)
_IN_INSTANSI = Statement(
    """
    SELECT COUNT(*) FROM accesses
    WHERE klpd_code = :klpd_code AND satker_id IS NULL AND revoked_at IS NULL
      AND (valid_to = '' OR :day <= valid_to)
    """
)
_UNDECIDED = frozenset({RequestStatus.WAITING, RequestStatus.NEEDS_FIX})


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """The rules' context, and what of it the request keeps.

    Attributes:
        checks: what the registries said of the NIB, for a company's access.
        klpd_code, satker_id, vendor_id: the place, as far as it exists.
    """

    context: AccessContext
    checks: list[NibRule] = field(default_factory=list)
    klpd_code: str = ""
    satker_id: str = ""
    vendor_id: str = ""


def own_accesses(connection: Connection, user_id: str) -> tuple[AccessFacts, ...]:
    """Return a person's granted accesses, as the rules compare them."""
    return tuple(_facts(row) for row in _ACCESSES.all(connection, {"user_id": user_id}))


def surroundings_of(
    connection: Connection,
    services: Services,
    registry: BusinessRegistry,
    *,
    form: AccessForm,
    profile: StoredProfile,
    fields: dict[str, str],
    besides: str,
    renews: str,
    transfers: str,
) -> Surroundings:
    """Gather what the rules need to know of a request.

    Args:
        connection: the transaction that takes the request.
        services: the shared parts.
        registry: of businesses.
        form: of the kind that is asked for.
        profile: of the person.
        fields: those that are right, in normal form.
        besides: the request itself, which does not count as another one that waits.
        renews: access to be active again, empty for none.
        transfers: access to leave, empty for none.
    """
    today, user_id = services.today(), profile.user_id
    accesses = own_accesses(connection, user_id)
    by_id = {one.access_id: one for one in accesses}
    instansi = load_instansi(connection, fields.get("instansi", ""))
    office = load_office(connection, fields.get("satker", ""), today)
    nib = fields.get("nib", "")
    checks = _nib_checks(connection, services, registry, user_id, nib, form.kind)
    company = find_company(connection, nib) if nib else None
    waiting = tuple(
        (one.kind, _place(one))
        for one in requests_of(connection, user_id)
        if one.status in _UNDECIDED and one.request_id != besides
    )
    context = AccessContext(
        profile_status=profile.status,
        nationality=profile.nationality,
        first_of_office=_is_first(connection, form, fields, today, office.people if office else 0),
        instansi_known=instansi is not None,
        instansi_kind=instansi.kind if instansi is not None else "",
        satker_known=office is not None,
        satker_instansi=office.klpd_code if office is not None else "",
        company_known=company is not None,
        nib_stops=any(rule.result == FAILED for rule in checks),
        vendor_id=company[0] if company is not None else "",
        accesses=accesses,
        waiting=waiting,
        renews=by_id.get(renews),
        transfers=by_id.get(transfers),
    )
    return Surroundings(
        context=context,
        checks=checks,
        klpd_code=instansi.code if instansi is not None else "",
        satker_id=office.satker_id if office is not None else "",
        vendor_id=company[0] if company is not None and form.kind in PENYEDIA_KINDS else "",
    )


def _nib_checks(
    connection: Connection,
    services: Services,
    registry: BusinessRegistry,
    user_id: str,
    nib: str,
    kind: AccessKind,
) -> list[NibRule]:
    if kind not in PENYEDIA_KINDS or not nib:
        return []
    return check_nib(connection, services, registry, user_id=user_id, nib=nib, kind=kind).rules


def _is_first(
    connection: Connection, form: AccessForm, fields: dict[str, str], today: date, people: int
) -> bool:
    if not form.whole_instansi:
        return people == 0
    values = {"klpd_code": fields.get("instansi", ""), "day": today.isoformat()}
    row = _IN_INSTANSI.one(connection, values)
    return row is None or int(row[0]) == 0


def _place(request: StoredRequest) -> Place:
    if request.nib:
        return Place.of_company(request.vendor_id, request.nib)
    return Place(klpd_code=request.klpd_code, satker_id=request.satker_id)


def _facts(row: tuple[Any, ...]) -> AccessFacts:
    access_id, kind, klpd_code, satker_id, vendor_id, valid_from, valid_to, revoked_at = row
    return AccessFacts(
        access_id=access_id,
        kind=AccessKind(kind) if kind else None,
        place=Place(klpd_code=klpd_code, satker_id=satker_id or "", vendor_id=vendor_id or ""),
        valid_from=date.fromisoformat(valid_from) if valid_from else None,
        valid_to=date.fromisoformat(valid_to) if valid_to else None,
        revoked=bool(revoked_at),
    )
