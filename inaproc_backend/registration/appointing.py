"""Appointing the first verifikators of an installation, by its operator on the machine itself.

Everybody later comes through the desk; these cannot, because nobody is there to decide on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from inaproc_backend.accounts import second_factor
from inaproc_backend.purchasing import audit
from inaproc_backend.registration.access_entries import changed_entries
from inaproc_backend.registration.notices import tell
from inaproc_backend.registration.offices import load_instansi
from inaproc_backend.registration.transactions import Work, write
from inaproc_backend.registration.wording import access_name
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.orders.visibility import user_scope
from inaproc_core.registration.vocabulary import ROLE_OF, AccessKind
from inaproc_core.values import ulid

KINDS = (AccessKind.VERIFIKATOR_INAPROC, AccessKind.VAI)
"""What can be appointed; everything else is asked for."""
OPERATOR = "operator"
"""Actor of the audit row."""

_PERSON = Statement("SELECT id, name FROM people WHERE username = :username AND active /*pg FOR UPDATE*/")
_SAME = Statement(
    """
    SELECT id FROM accesses
    WHERE user_id = :user_id AND kind = :kind AND klpd_code = :klpd_code AND revoked_at IS NULL
      AND (valid_to = '' OR :day <= valid_to)
    """
)
_ADD = Statement(
    """
    INSERT INTO accesses (id, user_id, role, kind, position, klpd_code, valid_from, valid_to)
    VALUES (:id, :user_id, :role, :kind, :position, :klpd_code, :valid_from, :valid_to)
    """
)


@dataclass(frozen=True, kw_only=True)
class Appointed:
    """What was done.

    Attributes:
        is_new: ``False`` when the person had this access already.
        needs_second_factor: the access acts only once they have turned one on.
    """

    access_id: str
    name: str
    label: str
    place: str
    is_new: bool
    needs_second_factor: bool


def kind_of(text: str) -> AccessKind:
    """Return the kind that was typed.

    Raises:
        ValueError: it is none that can be appointed.
    """
    for kind in KINDS:
        if text.strip().upper() == kind.value:
            return kind
    message = f"--kind must be {_kinds()}, got {text!r}"
    raise ValueError(message)


def appoint(
    services: Services, username: str, kind: AccessKind, *, klpd_code: str = "", until: date | None = None
) -> Appointed:
    """Give an existing account the access of a verifikator.

    Args:
        services: the shared parts.
        username: of the account; it registers by itself first.
        kind: one of :data:`KINDS`.
        klpd_code: instansi of a VAI.
        until: last day; ``None`` for an open end.

    Raises:
        ValueError: no such account or instansi, or the kind does not fit; the text says what to do.
    """
    if (kind is AccessKind.VAI) != bool(klpd_code):
        message = "a VAI needs the code of its instansi (--klpd D197); VERIFIKATOR_INAPROC has none"
        raise ValueError(message)
    today = services.today()
    if until is not None and until < today:
        message = f"--until {until.isoformat()} is past; name a day from {today.isoformat()} on"
        raise ValueError(message)

    def run(work: Work) -> Appointed:
        return _appoint(work, services, username.strip().lower(), kind, klpd_code, until)

    return write(services, run)


def _appoint(
    work: Work, services: Services, username: str, kind: AccessKind, klpd_code: str, until: date | None
) -> Appointed:
    connection, now, today = work.connection, services.clock(), services.today()
    person = _PERSON.one(connection, {"username": username})
    if person is None:
        message = f"there is no account {username!r}; let the person register first, then appoint them"
        raise ValueError(message)
    user_id, name = str(person[0]), str(person[1])
    instansi = load_instansi(connection, klpd_code)
    if klpd_code and instansi is None:
        message = f"there is no instansi {klpd_code!r}; import the K/L/PD first (inaproc-backend import)"
        raise ValueError(message)
    form = services.registration.at(today).access_form(kind)
    values = {"user_id": user_id, "kind": kind.value, "klpd_code": klpd_code}
    same = _SAME.one(connection, {**values, "day": today.isoformat()})
    access_id = str(same[0]) if same is not None else ulid(now, services.bits(80))
    place = instansi.name if instansi is not None else ""
    if same is None:
        valid_to = until.isoformat() if until is not None else ""
        _ADD.run(
            connection,
            {
                **values,
                "id": access_id,
                "role": ROLE_OF[kind].value,
                "position": form.position,
                "valid_from": today.isoformat(),
                "valid_to": valid_to,
            },
        )
        _note(connection, user_id, access_id, to_text(now))
        access = access_name(connection, user_id, form)
        facts = {"access": access, "place": place or "INAPROC", "valid_until": valid_to or "-"}
        tell(connection, user_id, "access.approved", now, **facts)
        work.entries += changed_entries(connection, services, user_id, [access_id])
    return Appointed(
        access_id=access_id,
        name=name,
        label=form.label_id,
        place=place,
        is_new=same is None,
        needs_second_factor=form.totp_required and not second_factor.is_on(connection, user_id),
    )


def _note(connection: Connection, user_id: str, access_id: str, at: str) -> None:
    """Add a row to the person's audit chain."""
    row = dict.fromkeys(("acting_as", "device_id", "cmd_id", "code", "before_digest", "after_digest"), "")
    audit.append(
        connection,
        user_scope(user_id),
        {
            **row,
            "at": at,
            "actor": OPERATOR,
            "type": "Appoint",
            "aggregate": access_id,
            "outcome": "ok",
            "policy_version": "",
        },
    )


def _kinds() -> str:
    return " or ".join(kind.value for kind in KINDS)
