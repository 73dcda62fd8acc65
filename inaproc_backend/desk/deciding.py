"""Deciding on the desk: once per id, on what was looked at, by somebody who may."""

from __future__ import annotations

import hashlib
import re

import msgspec
from sqlalchemy import Connection

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.desk.ids import PROFILE, parse_item
from inaproc_backend.desk.queue import row_of
from inaproc_backend.desk.seats import Seat, take_seat, why_not_profile, why_not_request
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.purchasing.actors import is_fresh
from inaproc_backend.registration.settling import Decision, Settled, settle_profile, settle_request
from inaproc_backend.registration.stored_profiles import load_profile
from inaproc_backend.registration.stored_requests import load_request
from inaproc_backend.registration.transactions import Work, write
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import Refused, refuse
from inaproc_core.registration.forms import AccessForm, ProfileForm
from inaproc_core.registration.reasons import GivenReason, asked_slots, check_reasons
from inaproc_core.registration.vocabulary import ProfileStatus, Verdict
from inaproc_core.wire.desk import Decide, Decided, DecidedMany, DecideMany
from inaproc_core.wire.registration import FieldReason

_MOST_TOGETHER = 50
_MOST_LETTERS = 1000
_MOST_ID = 80
_ITEM_DIGITS = 16
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, and marks that turn the direction of what follows."""

_TAKEN = Statement("SELECT user_id, digest, answer FROM desk_decisions WHERE id = :id")
_NOTE = Statement(
    """
    INSERT INTO desk_decisions (id, user_id, digest, answer, at)
    VALUES (:id, :user_id, :digest, :answer, :at)
    """
)


def decide(services: Services, signed_in: SignedIn, item_id: str, asked: Decide) -> Decided:
    """Decide on one item; the same decision again answers what it answered before.

    Raises:
        Refused: ``desk.id_malformed``, ``desk.id_reused``, ``desk.verdict_unknown``, ``desk.note_too_long``,
            ``form.characters``, as ``seats.take_seat``, ``desk.no_seat``, ``desk.item_unknown``,
            ``desk.moved_on``, why this access may not (``deciding.may_decide``), what is wrong with the
            reasons (``reasons.check_reasons``), and what settling refuses.
        HttpRefused: ``session.step_up_required``, 403.
    """
    _require_presence(services, signed_in)
    verdict = _verdict(asked)
    what, key = parse_item(item_id)
    digest = _digest(item_id, asked)

    def run(work: Work) -> Decided:
        connection = work.connection
        known = _known(connection, asked.decision_id, signed_in.user_id, digest)
        if known is not None:
            return known
        seat = take_seat(connection, services, signed_in, asked.acting_as, lock=True)
        seat.decides_as()
        # The same decision may have been taken while this one waited for the access.
        known = _known(connection, asked.decision_id, signed_in.user_id, digest)
        if known is not None:
            return known
        settle = _settle_profile if what == PROFILE else _settle_request
        settled = settle(connection, services, seat, key, asked, verdict)
        work.entries += settled.entries
        answer = Decided(
            item_id=item_id,
            status=settled.status,
            revision=settled.revision,
            needs_second=settled.needs_second,
        )
        _NOTE.run(
            connection,
            {
                "id": asked.decision_id,
                "user_id": signed_in.user_id,
                "digest": digest,
                "answer": msgspec.json.encode(answer),
                "at": to_text(services.clock()),
            },
        )
        return answer

    return write(services, run)


def decide_many(services: Services, signed_in: SignedIn, asked: DecideMany) -> DecidedMany:
    """Approve several clean items, each in a transaction of its own.

    Raises:
        Refused: ``desk.id_malformed``, ``desk.too_many``, ``desk.nothing_chosen``, as ``seats.take_seat``,
            and ``desk.no_seat``. What stands against one item is answered for that item.
        HttpRefused: ``session.step_up_required``, 403.
    """
    _require_presence(services, signed_in)
    if not 0 < len(asked.decision_id) < _MOST_ID - _ITEM_DIGITS:
        refuse("desk.id_malformed", at="decision_id")
    if not asked.items:
        refuse("desk.nothing_chosen", at="items")
    if len(asked.items) > _MOST_TOGETHER:
        refuse("desk.too_many", at="items", maximum=_MOST_TOGETHER)
    with services.database.read() as connection:
        take_seat(connection, services, signed_in, asked.acting_as).decides_as()
    statuses: dict[str, str] = {}
    refusals: dict[str, str] = {}
    for item_id, revision in asked.items.items():
        one = Decide(
            decision_id=f"{asked.decision_id}/{_short(item_id)}",
            acting_as=asked.acting_as,
            revision=revision,
            verdict=Verdict.APPROVE.value,
        )
        try:
            _require_clean(services, signed_in, asked.acting_as, item_id, revision)
            statuses[item_id] = decide(services, signed_in, item_id, one).status
        except Refused as refused:
            refusals[item_id] = refused.refusal.code
    return DecidedMany(statuses=statuses, refusals=refusals)


def _require_clean(
    services: Services, signed_in: SignedIn, acting_as: str, item_id: str, revision: int
) -> None:
    """Refuse to decide on several at once about one that needs a look."""
    what, key = parse_item(item_id)
    with services.database.read() as connection:
        seat = take_seat(connection, services, signed_in, acting_as)
        row = row_of(connection, seat, what, key, services.clock())
    # One that moved on, perhaps by this very decision, is answered by ``decide``.
    if row is not None and row.revision == revision and not row.clean:
        refuse("desk.needs_a_look", at="items")


def _settle_profile(
    connection: Connection, services: Services, seat: Seat, key: str, asked: Decide, verdict: Verdict
) -> Settled:
    profile = load_profile(connection, key, lock=True)
    at_provider = profile is not None and profile.provider != "" and profile.status is ProfileStatus.WAITING
    if profile is None or at_provider or not seat.everything:
        refuse("desk.item_unknown", at="item_id")
    refusal = why_not_profile(seat, profile)
    if refusal is not None:
        raise Refused(refusal)
    if profile.revision != asked.revision:
        refuse("desk.moved_on", at="revision", seen=asked.revision, revision=profile.revision)
    form = services.registration.at(services.today()).profile_form(profile.nationality)
    return settle_profile(connection, services, profile, _decision(services, seat, asked, verdict, form))


def _settle_request(
    connection: Connection, services: Services, seat: Seat, key: str, asked: Decide, verdict: Verdict
) -> Settled:
    request = load_request(connection, key, lock=True)
    if request is None or not seat.sees(request):
        refuse("desk.item_unknown", at="item_id")
    refusal = why_not_request(connection, services, seat, request)
    if refusal is not None:
        raise Refused(refusal)
    if request.revision != asked.revision:
        refuse("desk.moved_on", at="revision", seen=asked.revision, revision=request.revision)
    form = services.registration.at(services.today()).access_form(request.kind)
    return settle_request(connection, services, request, _decision(services, seat, asked, verdict, form))


def _decision(
    services: Services, seat: Seat, asked: Decide, verdict: Verdict, form: AccessForm | ProfileForm
) -> Decision:
    catalogue = services.registration.at(services.today()).reasons
    given = [GivenReason(field=one.field, code=one.code, note=one.note) for one in asked.reasons]
    problems = check_reasons(verdict, given, form=form, catalogue=catalogue)
    if problems:
        raise Refused(problems[0])
    # What to send is the catalogue's word, not the client's.
    reasons = [
        FieldReason(
            field=one.field,
            code=one.code,
            note=one.note.strip(),
            ask_for=[slot.value for slot in asked_slots([one], catalogue)],
        )
        for one in given
    ]
    return Decision(
        verdict=verdict,
        by=seat.decider.person,
        by_access=asked.acting_as,
        reasons=reasons,
        note=asked.note.strip(),
    )


def _require_presence(services: Services, signed_in: SignedIn) -> None:
    if not is_fresh(signed_in.stepped_up_at, services.config.lifetimes, services.clock()):
        raise HttpRefused(403, "session.step_up_required")


def _verdict(asked: Decide) -> Verdict:
    if not 0 < len(asked.decision_id) <= _MOST_ID:
        refuse("desk.id_malformed", at="decision_id")
    for text in (asked.note, *(one.note for one in asked.reasons)):
        if len(text) > _MOST_LETTERS:
            refuse("desk.note_too_long", at="note", maximum=_MOST_LETTERS)
        if _UNREADABLE.search(text):
            refuse("form.characters", at="note")
    try:
        return Verdict(asked.verdict)
    except ValueError:
        refuse("desk.verdict_unknown", at="verdict")


def _known(connection: Connection, decision_id: str, user_id: str, digest: str) -> Decided | None:
    row = _TAKEN.one(connection, {"id": decision_id})
    if row is None:
        return None
    if (row[0], row[1]) != (user_id, digest):
        refuse("desk.id_reused", at="decision_id")
    return msgspec.json.decode(bytes(row[2]), type=Decided)


def _digest(item_id: str, asked: Decide) -> str:
    return hashlib.sha256(item_id.encode() + b"\0" + msgspec.json.encode(asked, order="sorted")).hexdigest()


def _short(item_id: str) -> str:
    return hashlib.sha256(item_id.encode()).hexdigest()[:_ITEM_DIGITS]
