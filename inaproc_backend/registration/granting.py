"""Granting an access in the transaction that approves its request.

Nothing is sent and nothing is numbered here: the caller publishes the entries as the last deed of its
transaction, and wakes the listeners after the commit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from inaproc_backend.feed.publish import Entry
from inaproc_backend.feed.rows import satker_entry, vendor_entry
from inaproc_backend.registration.access_entries import changed_entries
from inaproc_backend.registration.companies import position_of, set_up_company, set_up_unit
from inaproc_backend.registration.stored_requests import StoredRequest
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.registration.forms import AccessForm
from inaproc_core.registration.vocabulary import PENYEDIA_KINDS, ROLE_OF, AccessKind
from inaproc_core.values import ulid

NON_KLPD_KINDS = frozenset({AccessKind.PP_NON_KLPD, AccessKind.PPK_NON_KLPD})
"""Buyers of BUMN, BUMD and private companies: placed by NIB, not by satker."""

_PERSON = Statement("SELECT nip FROM people WHERE id = :user_id /*pg FOR UPDATE*/")
_SET_NIP = Statement("UPDATE people SET nip = :nip WHERE id = :user_id AND nip <> :nip")
_SAME = Statement(
    """
    SELECT id FROM accesses
    WHERE user_id = :user_id AND kind = :kind AND id <> :besides AND revoked_at IS NULL
      AND (valid_to = '' OR :day <= valid_to) AND klpd_code = :klpd_code
      AND COALESCE(satker_id, '') = :satker_id AND COALESCE(vendor_id, '') = :vendor_id
    """
)
_OLD = Statement(
    """
    SELECT kind, klpd_code, satker_id, vendor_id, valid_from, valid_to, revoked_at
    FROM accesses WHERE id = :id AND user_id = :user_id /*pg FOR UPDATE*/
    """
)
_ADD = Statement(
    """
    INSERT INTO accesses (id, user_id, role, kind, position, klpd_code, request_id, satker_id, vendor_id,
                          valid_from, valid_to)
    VALUES (:id, :user_id, :role, :kind, :position, :klpd_code, :request_id, :satker_id, :vendor_id,
            :valid_from, :valid_to)
    """
)
_RENEW = Statement(
    """
    UPDATE accesses SET valid_from = :valid_from, valid_to = :valid_to, request_id = :request_id,
           position = :position, rev = rev + 1
    WHERE id = :id
    """
)
_END = Statement(
    """
    UPDATE accesses SET revoked_at = :now, revoked_by = :by_user, revoked_because = :because, rev = rev + 1
    WHERE id = :id AND revoked_at IS NULL
    """
)
_FILL_OFFICE = Statement(
    """
    UPDATE satker SET address = CASE WHEN address = '' THEN :address ELSE address END,
           npwp = CASE WHEN npwp = '' THEN :npwp ELSE npwp END, rev = rev + 1
    WHERE id = :satker_id AND ((address = '' AND :address <> '') OR (npwp = '' AND :npwp <> ''))
    """
)


@dataclass(frozen=True, kw_only=True)
class Granted:
    """What was granted.

    Attributes:
        access_id: the new or renewed access.
        entries: feed rows to publish last in the transaction.
    """

    access_id: str
    entries: list[Entry]


@dataclass(frozen=True, kw_only=True)
class _Place:
    klpd_code: str
    satker_id: str
    vendor_id: str
    new_unit: bool = False


def grant(
    connection: Connection, services: Services, request: StoredRequest, *, by_user: str = ""
) -> Granted:
    """Make or renew the access that a request asks for, and end the one it takes the place of.

    Args:
        connection: the deciding transaction; the request is locked in it.
        services: clock, randomness, rules.
        request: what is approved.
        by_user: who approved; recorded where an access ends.

    Raises:
        Refused: ``access_request.duplicate``: the person got the same access meanwhile;
            ``access_request.other_access_gone``: the access to renew or to leave is not theirs or was ended.
    """
    now, today = services.clock(), services.today()
    form = services.registration.at(today).access_form(request.kind)
    # Locks the person: two approvals for one person come one after the other.
    if _PERSON.one(connection, {"user_id": request.user_id}) is None:
        raise LookupError(f"no person {request.user_id}")
    if request.fields.get("nip"):
        _SET_NIP.run(connection, {"user_id": request.user_id, "nip": request.fields["nip"]})
    place = _place(connection, request)
    if request.renews:
        access_id = request.renews
        _refuse_same(connection, request, place, today)
        _renew(connection, request, form, today)
    else:
        _refuse_same(connection, request, place, today)
        access_id = ulid(now, services.bits(80))
        _add(connection, request, form, place, access_id, today)
    touched = [access_id]
    if request.transfers:
        _leave(connection, request, by_user, now)
        touched.append(request.transfers)
    entries = changed_entries(connection, services, request.user_id, touched)
    if place.satker_id and (_fill_office(connection, request, place) or place.new_unit):
        entries.append(satker_entry(connection, place.satker_id))
    if place.vendor_id:
        entries.append(vendor_entry(connection, place.vendor_id))
    return Granted(access_id=access_id, entries=entries)


def end_access(connection: Connection, access_id: str, *, because: str, by_user: str, now: datetime) -> bool:
    """End an access at once; ``False`` when it had ended already."""
    values = {"id": access_id, "because": because, "by_user": by_user, "now": to_text(now)}
    return _END.run(connection, values) == 1


def _place(connection: Connection, request: StoredRequest) -> _Place:
    if request.kind in PENYEDIA_KINDS:
        return _Place(klpd_code="", satker_id="", vendor_id=set_up_company(connection, request))
    if request.kind in NON_KLPD_KINDS:
        unit, made = set_up_unit(connection, request)
        return _Place(klpd_code="", satker_id=unit, vendor_id="", new_unit=made)
    return _Place(klpd_code=request.klpd_code, satker_id=request.satker_id, vendor_id="")


def _refuse_same(connection: Connection, request: StoredRequest, place: _Place, today: date) -> None:
    same = _SAME.one(
        connection,
        {
            "user_id": request.user_id,
            "kind": request.kind.value,
            "besides": request.renews or request.transfers,
            "klpd_code": place.klpd_code,
            "satker_id": place.satker_id,
            "vendor_id": place.vendor_id,
            "day": today.isoformat(),
        },
    )
    if same is not None:
        refuse("access_request.duplicate", at="satker")


def _add(
    connection: Connection,
    request: StoredRequest,
    form: AccessForm,
    place: _Place,
    access_id: str,
    today: date,
) -> None:
    _ADD.run(
        connection,
        {
            "id": access_id,
            "user_id": request.user_id,
            "role": ROLE_OF[request.kind].value,
            "kind": request.kind.value,
            "position": position_of(request) or form.position,
            "klpd_code": place.klpd_code,
            "request_id": request.request_id,
            "satker_id": place.satker_id or None,
            "vendor_id": place.vendor_id or None,
            "valid_from": _first_day(request, today),
            "valid_to": request.valid_until,
        },
    )


def _renew(connection: Connection, request: StoredRequest, form: AccessForm, today: date) -> None:
    old = _old(connection, request, request.renews)
    valid_from, valid_to, revoked_at = old[4], old[5], old[6]
    if revoked_at:
        refuse("access_request.other_access_gone", at="renews")
    goes_on = not valid_to or valid_to >= today.isoformat()
    _RENEW.run(
        connection,
        {
            "id": request.renews,
            "request_id": request.request_id,
            "position": position_of(request) or form.position,
            "valid_from": valid_from if goes_on else _first_day(request, today),
            "valid_to": request.valid_until,
        },
    )


def _leave(connection: Connection, request: StoredRequest, by_user: str, now: datetime) -> None:
    _old(connection, request, request.transfers)
    # One that ended meanwhile needs no ending; the new access stands by itself.
    end_access(connection, request.transfers, because="transferred", by_user=by_user, now=now)


def _old(connection: Connection, request: StoredRequest, access_id: str) -> tuple[Any, ...]:
    row = _OLD.one(connection, {"id": access_id, "user_id": request.user_id})
    if row is None:
        refuse("access_request.other_access_gone", at="renews")
    return row


def _fill_office(connection: Connection, request: StoredRequest, place: _Place) -> bool:
    """Take address and NPWP of an office from its first person, where no source has named them."""
    values = {
        "satker_id": place.satker_id,
        "address": request.fields.get("address", ""),
        "npwp": request.fields.get("satker_npwp", ""),
    }
    return _FILL_OFFICE.run(connection, values) == 1


def _first_day(request: StoredRequest, today: date) -> str:
    return max(request.fields.get("valid_from", ""), today.isoformat())
