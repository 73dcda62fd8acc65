"""Writing a decision: status, history, what it grants and the mail about it, in the deciding transaction.

Who may decide and whether the reasons fit is checked before (the desk, or the provider's worker); here the
state machine has the last word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from inaproc_backend.accounts import second_factor
from inaproc_backend.feed.publish import Entry
from inaproc_backend.feed.rows import filing_entry
from inaproc_backend.registration.granting import grant
from inaproc_backend.registration.notices import tell
from inaproc_backend.registration.stored_profiles import (
    Step,
    StoredProfile,
    add_profile_step,
    change_profile,
)
from inaproc_backend.registration.stored_requests import (
    StoredRequest,
    add_request_step,
    change_request,
)
from inaproc_backend.registration.wording import access_name, place_name, place_of_request, reasons_in_words
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import refuse
from inaproc_core.registration.deciding import Person
from inaproc_core.registration.forms import AccessForm
from inaproc_core.registration.profile import PROFILE_DEED_OF, decide_profile
from inaproc_core.registration.requests import (
    REQUEST_DEED_OF,
    RequestState,
    decide_request,
    needs_second,
)
from inaproc_core.registration.vocabulary import (
    Nationality,
    ProfileStatus,
    RequestStatus,
    Verdict,
)
from inaproc_core.wire.registration import FieldReason

_STEP_OF = {Verdict.APPROVE: "approved", Verdict.FIX: "fix", Verdict.REJECT: "rejected"}
_TAKEN = Statement(
    """
    SELECT 1 FROM profiles
    WHERE nik_fingerprint = :fingerprint AND status = 'VERIFIED' AND user_id <> :user_id
    """
)
_NAME = Statement("UPDATE people SET name = :name WHERE id = :user_id")
_OLD_PLACE = Statement("SELECT satker_id, vendor_id, klpd_code FROM accesses WHERE id = :id")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What was decided, and by whom.

    Attributes:
        by: the person; an empty ``user_id`` is a machine (a verification provider).
        by_access: the access they decided through.
        note: overall words for the applicant.
    """

    verdict: Verdict
    by: Person
    by_access: str = ""
    reasons: Sequence[FieldReason] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What became of it.

    Attributes:
        status: ``ProfileStatus`` or ``RequestStatus`` value.
        needs_second: a first pair of eyes approved; the status is still waiting.
        access_id: what was granted.
        entries: feed rows to publish last in the transaction.
    """

    status: str
    revision: int
    needs_second: bool = False
    access_id: str = ""
    entries: list[Entry] = field(default_factory=list)


def settle_profile(
    connection: Connection, services: Services, profile: StoredProfile, decision: Decision
) -> Settled:
    """Decide on a profile that the caller has locked.

    Raises:
        Refused: ``profile.not_waiting``; ``desk.moved_on``; ``desk.nik_taken``: approved, but another account
            was verified with this NIK.
    """
    now = services.clock()
    status = decide_profile(profile.status, PROFILE_DEED_OF[decision.verdict])
    if status is ProfileStatus.VERIFIED and is_nik_taken(connection, profile):
        refuse("desk.nik_taken")
    after = replace(
        profile,
        status=status,
        reasons=tuple(decision.reasons),
        revision=profile.revision + 1,
        since=now,
        due_at=None,
        decided_by=decision.by.user_id,
    )
    if not change_profile(connection, after, seen=profile.revision):
        refuse("desk.moved_on", seen=profile.revision)
    if status is ProfileStatus.VERIFIED:
        _NAME.run(connection, {"user_id": profile.user_id, "name": verified_name(profile)})
    add_profile_step(connection, profile.user_id, _step(services, decision, after.revision))
    rules = services.registration.at(services.today())
    words = reasons_in_words(
        connection,
        profile.user_id,
        decision.reasons,
        form=rules.profile_form(profile.nationality),
        catalogue=rules.reasons,
    )
    code = {
        ProfileStatus.VERIFIED: "profile.verified",
        ProfileStatus.NEEDS_FIX: "profile.needs_fix",
        ProfileStatus.REJECTED: "profile.rejected",
    }[status]
    tell(connection, profile.user_id, code, now, reasons=_with_note(words, decision.note))
    told = filing_entry(profile.user_id, f"profile:{profile.user_id}", after.revision, status.value)
    return Settled(status=status.value, revision=after.revision, entries=[told])


def settle_request(
    connection: Connection, services: Services, request: StoredRequest, decision: Decision
) -> Settled:
    """Decide on a request that the caller has locked; an approval that is complete grants the access.

    Raises:
        Refused: ``access_request.not_waiting``, ``desk.same_eyes``, ``desk.moved_on``, and as
            ``granting.grant``.
    """
    now, today = services.clock(), services.today()
    rules = services.registration.at(today)
    form = rules.access_form(request.kind)
    first = Person(user_id=request.first_by, fingerprint=request.first_fingerprint)
    state = decide_request(
        RequestState(status=request.status, first=first if request.first_by else None),
        REQUEST_DEED_OF[decision.verdict],
        four_eyes=form.four_eyes,
        by=decision.by,
    )
    second_awaited = needs_second(state)
    entries: list[Entry] = []
    access_id = ""
    if state.status is RequestStatus.APPROVED:
        granted = grant(connection, services, request, by_user=decision.by.user_id)
        access_id, entries = granted.access_id, granted.entries
    after = replace(
        request,
        status=state.status,
        reasons=tuple(decision.reasons),
        revision=request.revision + 1,
        since=request.since if second_awaited else now,
        due_at=request.due_at if second_awaited else None,
        decided_at=None if second_awaited else now,
        decided_by="" if second_awaited else decision.by.user_id,
        first_by=state.first.user_id if state.first is not None else "",
        first_fingerprint=state.first.fingerprint if state.first is not None else "",
        access_id=access_id or request.access_id,
    )
    if not change_request(connection, after, seen=request.revision):
        refuse("desk.moved_on", seen=request.revision)
    what = "first_approval" if second_awaited else _STEP_OF[decision.verdict]
    add_request_step(
        connection, request.request_id, replace(_step(services, decision, after.revision), what=what)
    )
    if not second_awaited:
        words = reasons_in_words(
            connection, request.user_id, decision.reasons, form=form, catalogue=rules.reasons
        )
        _tell_applicant(connection, services, after, form, _with_note(words, decision.note))
        told = filing_entry(
            request.user_id, f"access:{request.request_id}", after.revision, after.status.value
        )
        entries.append(told)
    return Settled(
        status=state.status.value,
        revision=after.revision,
        needs_second=second_awaited,
        access_id=access_id,
        entries=entries,
    )


def is_nik_taken(connection: Connection, profile: StoredProfile) -> bool:
    """Return whether another account was verified with the same NIK or passport."""
    values = {"fingerprint": profile.nik_fingerprint, "user_id": profile.user_id}
    return bool(profile.nik_fingerprint) and _TAKEN.one(connection, values) is not None


def verified_name(profile: StoredProfile) -> str:
    """Return the name that the profile was verified with."""
    if profile.nationality is Nationality.WNI:
        return profile.fields["full_name"]
    parts = (profile.fields.get("given_names", ""), profile.fields["surname"])
    return " ".join(part for part in parts if part)


def _step(services: Services, decision: Decision, revision: int) -> Step:
    return Step(
        at=services.clock(),
        what=_STEP_OF[decision.verdict],
        revision=revision,
        by_user=decision.by.user_id,
        by_access=decision.by_access,
        note=decision.note,
        reasons=tuple(decision.reasons),
    )


def _tell_applicant(
    connection: Connection, services: Services, request: StoredRequest, form: AccessForm, reasons: str
) -> None:
    now = services.clock()
    place = place_of_request(connection, request)
    access = access_name(connection, request.user_id, form)
    facts = {"access": access, "place": place, "valid_until": request.valid_until or "-"}
    if request.status is not RequestStatus.APPROVED:
        code = "access.needs_fix" if request.status is RequestStatus.NEEDS_FIX else "access.rejected"
        tell(connection, request.user_id, code, now, **facts, reasons=reasons)
        return
    if request.transfers:
        old = _OLD_PLACE.one(connection, {"id": request.transfers}) or ("", "", "")
        left = place_name(connection, satker_id=old[0] or "", vendor_id=old[1] or "", klpd_code=old[2] or "")
        tell(connection, request.user_id, "access.transferred", now, **facts, from_place=left)
    else:
        code = "access.renewed" if request.renews else "access.approved"
        tell(connection, request.user_id, code, now, **facts)
    if form.totp_required and not second_factor.is_on(connection, request.user_id):
        tell(connection, request.user_id, "access.second_factor_needed", now, **facts)


def _with_note(words: str, note: str) -> str:
    return "\n".join(part for part in (words, note) if part) or "-"
