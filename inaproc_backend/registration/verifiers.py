"""Who verifies a request now: its kind says who, and INAPROC stands in where nobody is there."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from inaproc_backend.registration.companies import has_admin
from inaproc_backend.storage.statements import Statement
from inaproc_core.registration.forms import AccessForm
from inaproc_core.registration.vocabulary import AccessKind, Verifier

_VAI = Statement(
    """
    SELECT DISTINCT a.user_id FROM accesses a JOIN people p ON p.id = a.user_id
    WHERE a.klpd_code = :klpd_code AND a.kind = :kind AND a.user_id <> :other_than AND p.active
      AND a.revoked_at IS NULL AND (a.valid_from = '' OR a.valid_from <= :day)
      AND (a.valid_to = '' OR :day <= a.valid_to)
    ORDER BY a.user_id
    """
)


def verifier_of(
    connection: Connection, form: AccessForm, *, klpd_code: str, vendor_id: str, applicant: str, today: date
) -> Verifier:
    """Return whose move a waiting request is.

    Args:
        connection: the caller's transaction.
        form: of the kind that is asked for.
        klpd_code: instansi of the request, empty for a company's.
        vendor_id: its company, empty when it is not in INAPROC yet.
        applicant: nobody decides on their own request, so they are not counted as their own verifikator.
        today: local day.
    """
    if form.verifier is Verifier.VAI and not has_vai(connection, klpd_code, today, other_than=applicant):
        return Verifier.INAPROC
    if form.verifier is Verifier.COMPANY and not (
        vendor_id and has_admin(connection, vendor_id, today, other_than=applicant)
    ):
        return Verifier.INAPROC
    return form.verifier


def has_vai(connection: Connection, klpd_code: str, today: date, *, other_than: str = "") -> bool:
    """Return whether an instansi has a VAI who may act today, besides ``other_than``."""
    return bool(vais_of(connection, klpd_code, today, other_than=other_than))


def vais_of(connection: Connection, klpd_code: str, today: date, *, other_than: str = "") -> list[str]:
    """Return the people who are Verifikator Akses Instansi of an instansi and may act today."""
    values = {
        "klpd_code": klpd_code,
        "kind": AccessKind.VAI.value,
        "other_than": other_than,
        "day": today.isoformat(),
    }
    return [str(row[0]) for row in _VAI.all(connection, values)] if klpd_code else []
