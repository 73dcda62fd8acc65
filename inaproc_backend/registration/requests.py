"""Stage 3 for the person: asking for an access, mending, renewing, moving and withdrawing."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Connection

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.registration import files
from inaproc_backend.registration.context import Surroundings, surroundings_of
from inaproc_backend.registration.images import Snapshot
from inaproc_backend.registration.notices import in_wib, tell
from inaproc_backend.registration.profiles import MOST_ID_LETTERS
from inaproc_backend.registration.registry import BusinessRegistry
from inaproc_backend.registration.request_views import given_reasons, open_now, view_request
from inaproc_backend.registration.stored_profiles import Step, load_profile
from inaproc_backend.registration.stored_requests import (
    StoredRequest,
    add_request,
    add_request_step,
    change_request,
    load_request,
)
from inaproc_backend.registration.transactions import Work, write
from inaproc_backend.registration.verifiers import verifier_of
from inaproc_backend.registration.wording import access_name, place_of_request
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import Refused, refuse
from inaproc_core.registration.access import check_access, read_access
from inaproc_core.registration.deciding import Person
from inaproc_core.registration.forms import AccessForm, RegistrationRules
from inaproc_core.registration.reasons import asked_slots, closed_changes
from inaproc_core.registration.requests import RequestDeed, RequestState, decide_request
from inaproc_core.registration.vocabulary import AccessKind, FileSlot, RequestStatus
from inaproc_core.wire.registration import AccessRequestView, SubmitAccess, Withdraw

_PERSON = Statement("SELECT id FROM people WHERE id = :user_id /*pg FOR UPDATE*/")
_ENCODER = msgspec.json.Encoder(order="sorted")
_REQUEST_ID = re.compile(rf"[A-Za-z0-9._-]{{1,{MOST_ID_LETTERS}}}")
"""A request is opened by its id as one segment of a path; what does not fit there could never be decided."""


def submit_access(
    services: Services, registry: BusinessRegistry, signed_in: SignedIn, asked: SubmitAccess
) -> AccessRequestView:
    """Take a request: new, mended, changed while it waits, a renewal or a transfer.

    Args:
        services: the shared parts.
        registry: of businesses.
        signed_in: who asks.
        asked: the whole request; the same one again has no second effect.

    Raises:
        Refused: ``access_request.…`` for what stands against it as a whole, ``form.…`` and those of the
            identifiers for a field, those of claiming files; the first one of several.
    """
    return write(services, _Submission(services, registry, signed_in, asked).run)


def withdraw(services: Services, signed_in: SignedIn, request_id: str, asked: Withdraw) -> AccessRequestView:
    """Take a request back that is not decided yet; a second time has no second effect.

    Raises:
        Refused: ``access_request.unknown``, ``access_request.moved_on``, ``access_request.over``.
    """

    def run(work: Work) -> AccessRequestView:
        connection, now = work.connection, services.clock()
        before = load_request(connection, request_id, lock=True)
        if before is None or before.user_id != signed_in.user_id:
            refuse("access_request.unknown", at="request_id")
        if before.status is RequestStatus.WITHDRAWN:
            return view_request(connection, services, before)
        state = decide_request(
            RequestState(status=before.status),
            RequestDeed.WITHDRAW,
            four_eyes=False,
            by=Person(user_id=signed_in.user_id),
        )
        if asked.revision != before.revision:
            refuse("access_request.moved_on", seen=asked.revision, revision=before.revision)
        after = replace(
            before,
            status=state.status,
            revision=before.revision + 1,
            since=now,
            due_at=None,
            first_by="",
            first_fingerprint="",
        )
        _keep(connection, after, seen=before.revision)
        step = Step(at=now, what="withdrawn", revision=after.revision, by_user=signed_in.user_id)
        add_request_step(connection, request_id, step)
        form = services.registration.at(services.today()).access_form(after.kind)
        tell(
            connection,
            after.user_id,
            "access.withdrawn",
            now,
            access=access_name(connection, after.user_id, form),
            place=place_of_request(connection, after),
        )
        return view_request(connection, services, after)

    return write(services, run)


@dataclass(frozen=True)
class _Submission:
    services: Services
    registry: BusinessRegistry
    signed_in: SignedIn
    asked: SubmitAccess

    def run(self, work: Work) -> AccessRequestView:
        connection, services, asked = work.connection, self.services, self.asked
        if _REQUEST_ID.fullmatch(asked.request_id) is None:
            refuse("access_request.id_malformed", at="request_id")
        if asked.kind not in list(AccessKind):
            refuse("access_request.kind_unknown", at="kind")
        # Locks the person: what one asks for comes one after the other.
        _PERSON.one(connection, {"user_id": self.signed_in.user_id})
        before = load_request(connection, asked.request_id, lock=True)
        submission = _digest(asked)
        if before is not None:
            if before.user_id != self.signed_in.user_id:
                refuse("access_request.id_in_use", at="request_id")
            if before.submission == submission:
                return view_request(connection, services, before)
        revision = before.revision if before is not None else 0
        if asked.revision != revision:
            refuse("access_request.moved_on", seen=asked.revision, revision=revision)
        deed = self._deed(before)
        rules = services.registration.at(services.today())
        after = self._checked(connection, before, rules, submission, services.clock())
        if before is None:
            add_request(connection, after)
        else:
            _keep(connection, after, seen=before.revision)
        what = "sent" if before is None else "amended" if deed is RequestDeed.AMEND else "resent"
        self._note(connection, after, what)
        self._tell(connection, after, rules.access_form(after.kind))
        return view_request(connection, services, after)

    def _deed(self, before: StoredRequest | None) -> RequestDeed | None:
        """Return what the submission does to an earlier one; ``None`` for a new request."""
        if before is None:
            return None
        if before.kind.value != self.asked.kind:
            refuse("access_request.kind_changed", at="kind")
        if (before.renews, before.transfers) != (self.asked.renews, self.asked.transfers):
            refuse("access_request.succession_changed", at="kind")
        waits = before.status is RequestStatus.WAITING
        deed = RequestDeed.AMEND if waits else RequestDeed.RESEND
        person = Person(user_id=self.signed_in.user_id)
        decide_request(RequestState(status=before.status), deed, four_eyes=False, by=person)
        return deed

    def _checked(
        self,
        connection: Connection,
        before: StoredRequest | None,
        rules: RegistrationRules,
        submission: str,
        now: datetime,
    ) -> StoredRequest:
        asked, services, user_id = self.asked, self.services, self.signed_in.user_id
        kind = AccessKind(asked.kind)
        form = rules.access_form(kind)
        profile = load_profile(connection, user_id)
        if profile is None:
            refuse("access_request.profile_not_verified", at="kind")
        found = surroundings_of(
            connection,
            services,
            self.registry,
            form=form,
            profile=profile,
            fields=dict(read_access(form, asked.fields, rules.limits).values),
            besides=asked.request_id,
            renews=asked.renews,
            transfers=asked.transfers,
        )
        context = found.context
        if (asked.renews and context.renews is None) or (asked.transfers and context.transfers is None):
            refuse("access_request.other_access_gone", at="kind")
        reading = read_access(form, asked.fields, rules.limits, first_of_office=context.first_of_office)
        wanted: tuple[FileSlot, ...] = ()
        if before is not None:
            _refuse_unmended(before, dict(reading.values), asked, form, rules)
            if before.status is RequestStatus.NEEDS_FIX:
                wanted = asked_slots(given_reasons(before), rules.reasons)
        facts = files.claim(connection, services, user_id, asked.files)
        problems = check_access(
            form,
            asked.fields,
            facts,
            context=context,
            today=services.today(),
            limits=rules.limits,
            asked=wanted,
        )
        if problems:
            raise Refused(problems[0])
        return self._request(connection, before, form, dict(reading.values), found, rules, submission, now)

    def _request(
        self,
        connection: Connection,
        before: StoredRequest | None,
        form: AccessForm,
        values: dict[str, str],
        found: Surroundings,
        rules: RegistrationRules,
        submission: str,
        now: datetime,
    ) -> StoredRequest:
        asked, user_id = self.asked, self.signed_in.user_id
        amended = before is not None and before.status is RequestStatus.WAITING
        verifier = verifier_of(
            connection,
            form,
            klpd_code=found.klpd_code,
            vendor_id=found.vendor_id,
            applicant=user_id,
            today=self.services.today(),
        )
        return StoredRequest(
            request_id=asked.request_id,
            user_id=user_id,
            kind=form.kind,
            status=RequestStatus.WAITING,
            verifier=verifier,
            fields=values,
            files={slot: file_id for slot, file_id in asked.files.items() if file_id},
            checks=found.checks,
            klpd_code=found.klpd_code,
            satker_id=found.satker_id,
            vendor_id=found.vendor_id,
            nib=values.get("nib", ""),
            valid_until=values.get("valid_until", ""),
            renews=asked.renews,
            transfers=asked.transfers,
            revision=(before.revision if before is not None else 0) + 1,
            attempts=1 if before is None else before.attempts + (0 if amended else 1),
            submission=submission,
            sent_at=now,
            since=now,
            due_at=now + timedelta(hours=rules.limits.decision_hours),
        )

    def _note(self, connection: Connection, after: StoredRequest, what: str) -> None:
        step = Step(
            at=after.sent_at,
            what=what,
            revision=after.revision,
            by_user=after.user_id,
            snapshot=Snapshot(fields=dict(after.fields), files=dict(after.files)),
        )
        add_request_step(connection, after.request_id, step)

    def _tell(self, connection: Connection, after: StoredRequest, form: AccessForm) -> None:
        tell(
            connection,
            after.user_id,
            "access.received",
            after.sent_at,
            access=access_name(connection, after.user_id, form),
            place=place_of_request(connection, after),
            due=in_wib(after.due_at),
        )


def _refuse_unmended(
    before: StoredRequest,
    values: dict[str, str],
    asked: SubmitAccess,
    form: AccessForm,
    rules: RegistrationRules,
) -> None:
    old, new = {**before.fields, **before.files}, {**values, **asked.files}
    closed = closed_changes(old, new, open_now(before, form, rules))
    if closed:
        raise Refused(closed[0])
    if old == new:
        refuse("form.nothing_changed")


def _keep(connection: Connection, request: StoredRequest, *, seen: int) -> None:
    if not change_request(connection, request, seen=seen):
        refuse("access_request.moved_on", seen=seen, revision=request.revision)


def _digest(asked: SubmitAccess) -> str:
    return hashlib.sha256(_ENCODER.encode(asked)).hexdigest()
