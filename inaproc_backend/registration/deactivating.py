"""Ending an access by hand: by whoever may decide on its kind, with a reason, at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from inaproc_backend.accounts import second_factor
from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.accounts.step_up import require_step_up
from inaproc_backend.purchasing.actors import needs_second_factor
from inaproc_backend.registration.access_entries import changed_entries
from inaproc_backend.registration.granting import end_access
from inaproc_backend.registration.notices import in_wib, tell
from inaproc_backend.registration.transactions import Work, write
from inaproc_backend.registration.verifiers import verifier_of
from inaproc_backend.registration.wording import access_name, place_name
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.registration.deciding import Decider, Person, Subject, may_decide
from inaproc_core.registration.validity import status_of
from inaproc_core.registration.vocabulary import AccessKind, Verifier
from inaproc_core.wire.registration import Deactivate

REASON_CODES = ("duplicate", "transferred", "dismissed", "requested", "other")
_MOST_LETTERS = 500

_COLUMNS = """
    SELECT a.id, a.user_id, a.kind, a.klpd_code, a.satker_id, a.vendor_id, a.valid_from, a.valid_to,
           a.revoked_at, a.role, p.without_second_factor, COALESCE(f.nik_fingerprint, '')
    FROM accesses a JOIN people p ON p.id = a.user_id LEFT JOIN profiles f ON f.user_id = a.user_id
    WHERE a.id = :id
"""
_ACCESS = Statement(_COLUMNS)
_ACCESS_LOCKED = Statement(_COLUMNS + " /*pg FOR UPDATE OF a*/")


@dataclass(frozen=True, kw_only=True)
class HeldAccess:
    """An access with its person, locked in a deciding transaction."""

    access_id: str
    person: Person
    kind: AccessKind | None
    klpd_code: str
    satker_id: str
    vendor_id: str
    valid_from: date | None
    valid_to: date | None
    revoked: bool
    role: str
    without_second_factor: bool


def load_held_access(connection: Connection, access_id: str, *, lock: bool = True) -> HeldAccess | None:
    """Return an access, or ``None``; ``lock`` keeps it from changing until the transaction ends."""
    row = (_ACCESS_LOCKED if lock else _ACCESS).one(connection, {"id": access_id})
    if row is None:
        return None
    return HeldAccess(
        access_id=row[0],
        person=Person(user_id=row[1], fingerprint=row[11]),
        kind=AccessKind(row[2]) if row[2] else None,
        klpd_code=row[3],
        satker_id=row[4] or "",
        vendor_id=row[5] or "",
        valid_from=date.fromisoformat(row[6]) if row[6] else None,
        valid_to=date.fromisoformat(row[7]) if row[7] else None,
        revoked=bool(row[8]),
        role=row[9],
        without_second_factor=bool(row[10]),
    )


def load_decider(
    connection: Connection, services: Services, signed_in: SignedIn, acting_as: str, *, lock: bool = True
) -> Decider:
    """Return who decides through ``acting_as``, as the access stands in this transaction.

    ``lock`` is for deciding; without it a transaction that only reads can ask as well.

    Raises:
        Refused: ``access.not_yours``, ``access.second_factor_required``.
    """
    held = load_held_access(connection, acting_as, lock=lock)
    if held is None or held.person.user_id != signed_in.user_id:
        refuse("access.not_yours", at="acting_as")
    today = services.today()
    rules = services.registration.at(today)
    needs = held.kind is not None and needs_second_factor(rules, held.kind.value)
    if needs and not held.without_second_factor and not second_factor.is_on(connection, signed_in.user_id):
        refuse("access.second_factor_required", at="acting_as", role=held.role)
    return Decider(
        person=held.person,
        kind=held.kind,
        status=status_of(held.valid_from, held.valid_to, held.revoked, today, rules.limits),
        klpd_code=held.klpd_code,
        vendor_id=held.vendor_id,
    )


def deactivate(services: Services, signed_in: SignedIn, access_id: str, asked: Deactivate) -> None:
    """End an access at once; its person's next command is refused, also when they are signed in.

    Raises:
        Refused: ``access.unknown``, ``access.ended_already``, ``access.reason_unknown``,
            ``access.note_missing``, ``access.note_too_long``, ``session.step_up_required``, and why one may
            not (``desk.…``).
    """
    require_step_up(services, signed_in)
    note = " ".join(asked.note.split())
    if asked.code not in REASON_CODES:
        refuse("access.reason_unknown", at="code")
    if not note:
        refuse("access.note_missing", at="note")
    if len(note) > _MOST_LETTERS:
        refuse("access.note_too_long", at="note", maximum=_MOST_LETTERS)

    def run(work: Work) -> None:
        connection, now = work.connection, services.clock()
        decider = load_decider(connection, services, signed_in, asked.acting_as)
        held = load_held_access(connection, access_id)
        if held is None or held.kind is None:
            refuse("access.unknown", at="access_id")
        refusal = _stranger(connection, services, held, decider)
        if refusal is not None:
            raise Refused(refusal)
        because = f"{asked.code}: {note}"
        if not end_access(connection, access_id, because=because, by_user=signed_in.user_id, now=now):
            refuse("access.ended_already", at="access_id")
        work.entries += changed_entries(connection, services, held.person.user_id, [access_id])
        form = services.registration.at(services.today()).access_form(held.kind)
        place = place_name(
            connection, satker_id=held.satker_id, vendor_id=held.vendor_id, klpd_code=held.klpd_code
        )
        tell(
            connection,
            held.person.user_id,
            "access.deactivated",
            now,
            access=access_name(connection, held.person.user_id, form),
            place=place,
            reason=note,
            at=in_wib(now),
        )

    write(services, run)


def _stranger(
    connection: Connection, services: Services, held: HeldAccess, decider: Decider
) -> Refusal | None:
    """Return why this access may not end that one. INAPROC may end every one, as it verifies them all."""
    if held.kind is None:
        return Refusal(code="access.unknown", field="access_id")
    today = services.today()
    form = services.registration.at(today).access_form(held.kind)
    verifier = verifier_of(
        connection,
        form,
        klpd_code=held.klpd_code,
        vendor_id=held.vendor_id,
        applicant=held.person.user_id,
        today=today,
    )
    if decider.kind is AccessKind.VERIFIKATOR_INAPROC:
        verifier = Verifier.INAPROC
    subject = Subject(
        applicant=held.person, verifier=verifier, klpd_code=held.klpd_code, vendor_id=held.vendor_id
    )
    return may_decide(subject, decider)
