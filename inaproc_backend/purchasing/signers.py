"""Who may sign now: an access that acts only with a second factor does not sign without it either.

Asking for a certificate and uploading a signed revision name no access, so the accesses by which a person
could sign are looked at together.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from inaproc_backend.accounts import second_factor
from inaproc_backend.purchasing.actors import needs_second_factor
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import refuse
from inaproc_core.wire.messages import AccessRow

_WAIVED = Statement("SELECT without_second_factor FROM people WHERE id = :user_id")


def signing_accesses(
    connection: Connection, services: Services, user_id: str, accesses: Sequence[AccessRow]
) -> list[AccessRow]:
    """Return those of a person's accesses by which the person may sign now.

    Args:
        connection: the deciding transaction.
        services: for the rules of the day.
        user_id: whose accesses they are.
        accesses: that count today and come into question.

    Raises:
        Refused: ``access.second_factor_required`` when there are some, and each waits for a second factor.
    """
    if _is_proven(connection, user_id):
        return list(accesses)
    rules = services.registration.at(services.today())
    free = [access for access in accesses if not needs_second_factor(rules, access.kind)]
    if accesses and not free:
        refuse("access.second_factor_required", role=accesses[0].role)
    return free


def _is_proven(connection: Connection, user_id: str) -> bool:
    row = _WAIVED.one(connection, {"user_id": user_id})
    return (row is not None and bool(row[0])) or second_factor.is_on(connection, user_id)
