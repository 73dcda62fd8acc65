"""Stage 2 for the person: their profile, and sending it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.registration import files
from inaproc_backend.registration.images import Snapshot
from inaproc_backend.registration.notices import in_wib, tell
from inaproc_backend.registration.person_numbers import fingerprint, person_key
from inaproc_backend.registration.settling import is_nik_taken
from inaproc_backend.registration.stored_profiles import (
    Step,
    StoredProfile,
    add_profile,
    add_profile_step,
    change_profile,
    load_profile,
    profile_history,
)
from inaproc_backend.registration.transactions import Work, write
from inaproc_backend.services import Services
from inaproc_core.errors import Refused, refuse
from inaproc_core.identifiers import mask
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.profile import ProfileDeed, check_profile, decide_profile, read_profile
from inaproc_core.registration.reasons import (
    GivenReason,
    asked_slots,
    closed_changes,
    open_parts,
    parts_of,
)
from inaproc_core.registration.vocabulary import FileSlot, Nationality, ProfileStatus
from inaproc_core.wire.registration import ProfileView, SubmitProfile

_NUMBER_FIELD = {Nationality.WNI: "nik", Nationality.WNA: "passport"}
MOST_ID_LETTERS = 80
"""Letters of an id that a client makes."""


def view_profile(connection: Connection, services: Services, user_id: str) -> ProfileView:
    """Return a person's own profile."""
    profile = load_profile(connection, user_id)
    if profile is None:
        return ProfileView(status=ProfileStatus.NONE.value)
    rules = services.registration.at(services.today())
    return ProfileView(
        status=profile.status.value,
        revision=profile.revision,
        nationality=profile.nationality.value,
        fields=dict(profile.fields),
        files=files.shown(connection, profile.files),
        since=profile.since,
        due_at=profile.due_at,
        reasons=list(profile.reasons),
        open_fields=list(_open_parts(profile, rules)),
        attempts=profile.attempts,
        history=profile_history(connection, user_id),
    )


def submit_profile(
    services: Services, signed_in: SignedIn, asked: SubmitProfile, *, provider: str = ""
) -> ProfileView:
    """Take a profile: the first, a correction, or a new start after a rejection.

    Args:
        services: the shared parts.
        signed_in: whose profile it is.
        asked: the whole profile; the same ``request_id`` again has no second effect.
        provider: who verifies; empty: the desk. A number that is verified for another account always goes
            to the desk, and the applicant is not told.

    Raises:
        Refused: ``profile.moved_on``, ``profile.waiting``, ``profile.already_verified``, ``form.closed``,
            ``form.nothing_changed``, the first problem of ``check_profile``, and those of claiming files.
    """
    submission = _Submission(services, signed_in, asked, provider)
    return write(services, submission.run)


@dataclass(frozen=True)
class _Submission:
    services: Services
    signed_in: SignedIn
    asked: SubmitProfile
    provider: str

    def run(self, work: Work) -> ProfileView:
        services, asked, connection = self.services, self.asked, work.connection
        if not 0 < len(asked.request_id) <= MOST_ID_LETTERS:
            refuse("access_request.id_malformed", at="request_id")
        if asked.nationality not in list(Nationality):
            refuse("profile.nationality_unknown", at="nationality")
        user_id = self.signed_in.user_id
        before = load_profile(connection, user_id, lock=True)
        if before is not None and before.request_id == asked.request_id:
            return view_profile(connection, services, user_id)
        revision = before.revision if before is not None else 0
        if asked.revision != revision:
            refuse("profile.moved_on", seen=asked.revision, revision=revision)
        status = before.status if before is not None else ProfileStatus.NONE
        decide_profile(status, ProfileDeed.SEND)
        after = self._checked(connection, before, services.clock())
        if before is None:
            add_profile(connection, after)
        elif not change_profile(connection, after, seen=before.revision):
            refuse("profile.moved_on", seen=asked.revision, revision=revision)
        step = Step(
            at=after.sent_at,
            what="sent" if before is None else "resent",
            revision=after.revision,
            by_user=user_id,
            snapshot=Snapshot(fields=dict(after.fields), files=dict(after.files)),
        )
        add_profile_step(connection, user_id, step)
        tell(connection, user_id, "profile.received", after.sent_at, due=in_wib(after.due_at))
        return view_profile(connection, services, user_id)

    def _checked(self, connection: Connection, before: StoredProfile | None, now: datetime) -> StoredProfile:
        services, asked = self.services, self.asked
        today = services.today()
        rules = services.registration.at(today)
        nationality = Nationality(asked.nationality)
        form = rules.profile_form(nationality)
        reading = read_profile(form, asked.fields, rules.limits)
        wanted: tuple[FileSlot, ...] = ()
        if before is not None and before.status is ProfileStatus.NEEDS_FIX:
            if before.nationality is not nationality:
                refuse("profile.nationality_closed", at="nationality")
            wanted = asked_slots(_given(before), rules.reasons)
            _refuse_closed(before, reading.values, asked.files, rules)
        facts = files.claim(connection, services, self.signed_in.user_id, asked.files)
        problems = check_profile(form, asked.fields, facts, today=today, limits=rules.limits, asked=wanted)
        if problems:
            raise Refused(problems[0])
        number = reading.values[_NUMBER_FIELD[nationality]]
        after = StoredProfile(
            user_id=self.signed_in.user_id,
            status=ProfileStatus.WAITING,
            nationality=nationality,
            fields=dict(reading.values),
            files={slot: file_id for slot, file_id in asked.files.items() if file_id},
            nik_fingerprint=fingerprint(person_key(connection, services), nationality, number),
            masked_id=mask(number),
            revision=(before.revision if before is not None else 0) + 1,
            attempts=(before.attempts if before is not None else 0) + 1,
            request_id=asked.request_id,
            provider=self.provider,
            sent_at=now,
            since=now,
            due_at=now + timedelta(hours=rules.limits.decision_hours),
        )
        if self.provider and is_nik_taken(connection, after):
            return replace(after, provider="")
        return after


def _open_parts(profile: StoredProfile, rules: RegistrationRules) -> tuple[str, ...]:
    form = rules.profile_form(profile.nationality)
    if profile.status is ProfileStatus.REJECTED:
        return parts_of(form)
    if profile.status is ProfileStatus.NEEDS_FIX:
        return open_parts(_given(profile), form, rules.reasons)
    return ()


def _given(profile: StoredProfile) -> list[GivenReason]:
    return [GivenReason(field=one.field, code=one.code, note=one.note) for one in profile.reasons]


def _refuse_closed(
    before: StoredProfile, fields: Mapping[str, str], sent: Mapping[str, str], rules: RegistrationRules
) -> None:
    old, new = {**before.fields, **before.files}, {**fields, **sent}
    closed = closed_changes(old, new, _open_parts(before, rules))
    if closed:
        raise Refused(closed[0])
    if old == new:
        refuse("form.nothing_changed")
