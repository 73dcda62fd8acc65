"""Companies of requests: found by NIB among the penyedia, or set up when their first Admin is approved."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from inaproc_backend.registration.stored_requests import StoredRequest
from inaproc_backend.storage.statements import Statement
from inaproc_core.registration.vocabulary import AccessKind

ADMIN_KINDS = (AccessKind.COMPANY_OWNER, AccessKind.COMPANY_STAFF)
"""Kinds of an Admin Perusahaan."""

_FIND = Statement("SELECT id, name FROM vendors WHERE nib = :nib AND nib <> '' ORDER BY active DESC, id")
_ADMINS = Statement(
    """
    SELECT COUNT(*) FROM accesses
    WHERE vendor_id = :vendor_id AND (kind = :owner OR kind = :staff) AND user_id <> :other_than
      AND revoked_at IS NULL AND (valid_from = '' OR valid_from <= :day)
      AND (valid_to = '' OR :day <= valid_to)
    """
)
_SET_UP = Statement(
    """
    INSERT INTO vendors (id, name, npwp, nib, address, pkp, umkk, region_code, representative,
                         representative_position, bank_name, bank_account, bank_holder, tariffs, active,
                         simulation, rev, source)
    SELECT :id, :name, :npwp, :nib, :address, :pkp, :umkk, '', p.name, :position, '', '', '', '{}', :active,
           p.simulation, 1, 'registrasi'
    FROM people p WHERE p.id = :user_id
    ON CONFLICT (id) DO NOTHING
    """
)
_UNIT = Statement("SELECT id FROM satker WHERE id = :id")
_ADD_UNIT = Statement(
    """
    INSERT INTO satker (id, code, name, address, npwp, kind, source)
    VALUES (:id, :nib, :name, :address, :npwp, 'NON_KLPD', 'registrasi')
    ON CONFLICT (id) DO NOTHING
    """
)


def find_company(connection: Connection, nib: str) -> tuple[str, str] | None:
    """Return id and name of the penyedia with this NIB, or ``None``."""
    row = _FIND.one(connection, {"nib": nib})
    return (str(row[0]), str(row[1])) if row is not None else None


def has_admin(connection: Connection, vendor_id: str, today: date, *, other_than: str = "") -> bool:
    """Return whether a penyedia has an Admin Perusahaan who may act today, besides ``other_than``."""
    row = _ADMINS.one(
        connection,
        {
            "vendor_id": vendor_id,
            "owner": AccessKind.COMPANY_OWNER.value,
            "staff": AccessKind.COMPANY_STAFF.value,
            "other_than": other_than,
            "day": today.isoformat(),
        },
    )
    return row is not None and int(row[0]) > 0


def set_up_company(connection: Connection, request: StoredRequest) -> str:
    """Return the id of the request's company; it is made when the NIB is new.

    Its id is made from the NIB, so that two Admins who are approved at the same moment share one company.
    """
    found = find_company(connection, request.nib)
    if found is not None:
        return found[0]
    vendor_id = f"nib-{request.nib}"
    fields = request.fields
    _SET_UP.run(
        connection,
        {
            "id": vendor_id,
            "name": fields.get("company_name", ""),
            "npwp": fields.get("company_npwp", ""),
            "nib": request.nib,
            "address": fields.get("company_address", ""),
            "pkp": True,
            "umkk": False,
            "position": position_of(request),
            "active": True,
            "user_id": request.user_id,
        },
    )
    return vendor_id


def set_up_unit(connection: Connection, request: StoredRequest) -> tuple[str, bool]:
    """Return the buying unit of a company outside government, and whether it was made now.

    PP and PPK of BUMN, BUMD and private companies buy for a company, not for a satker of a K/L/PD; the unit
    stands where a satker stands. One company has one unit.
    """
    unit_id = f"nib-{request.nib}"
    if _UNIT.one(connection, {"id": unit_id}) is not None:
        return unit_id, False
    fields = request.fields
    name = ", ".join(part for part in (fields.get("company_name", ""), fields.get("unit", "")) if part)
    values = {
        "id": unit_id,
        "nib": request.nib,
        "name": name,
        "address": fields.get("address", ""),
        "npwp": fields.get("company_npwp", ""),
    }
    return unit_id, _ADD_UNIT.run(connection, values) == 1


def position_of(request: StoredRequest) -> str:
    """Return the title of a company's person as they gave it; empty when they gave none."""
    owner = {
        "DIREKTUR": "Direktur",
        "PENANGGUNG_JAWAB": "Penanggung Jawab",
        "PEMEGANG_SAHAM": "Pemegang Saham",
    }
    given = request.fields.get("owner_position", "")
    return owner.get(given, given) or request.fields.get("staff_position", "")
