"""Manajemen Akses: what the person has, what they asked for, and whose move it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from inaproc_core.calendar import Zone, local_date
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import PENYEDIA_KINDS, AccessStatus, ProfileStatus, RequestStatus
from inaproc_core.wire.messages import AccessRow
from inaproc_core.wire.registration import AccessRequestView, OwnAccesses, ProfileView
from inaproc_desktop.ports.accesses import AccessBook, AccessCalls, OwnAccess, OwnRequest, Reporter
from inaproc_desktop.ports.data import BackendRefused, SignedIn, WorldFailed
from inaproc_desktop.ports.filing import FilingStage, FilingStatus, Intent
from inaproc_desktop.ports.registration import AccountCalls, WizardDrafts
from inaproc_desktop.ports.rules import RegistrationSource
from inaproc_desktop.ports.ui import ChangeSet, Clock
from inaproc_desktop.services.registration import known, opening, sheets
from inaproc_desktop.services.registration.remembering import Remembered

_WAITING = frozenset({RequestStatus.WAITING, RequestStatus.NEEDS_FIX})
_LIVE = frozenset({AccessStatus.ACTIVE, AccessStatus.ENDING})
_PROFILE_TURN = {
    ProfileStatus.NONE: "you",
    ProfileStatus.WAITING: "verifier",
    ProfileStatus.NEEDS_FIX: "fix",
    ProfileStatus.REJECTED: "rejected",
    ProfileStatus.VERIFIED: "done",
}


class AccessesService:
    """What the page of accesses asks for."""

    def __init__(
        self,
        calls: AccessCalls,
        account: AccountCalls,
        drafts: WizardDrafts,
        book: RegistrationSource,
        signed_in: SignedIn,
        clock: Clock,
        last: Callable[[], Remembered | None] = lambda: None,
    ) -> None:
        """Put it together; nothing is asked yet.

        Args:
            calls: the backend.
            account: tells who reports.
            drafts: tell whether a new request was left half-way.
            book: forms and limits of the day.
            signed_in: the person.
            clock: the time.
            last: what the backend said last, with what was sent since.
        """
        self._calls = calls
        self._account = account
        self._drafts = drafts
        self._book = book
        self._signed_in = signed_in
        self._clock = clock
        self._last = last

    def drafted(self) -> bool:
        """Return whether a new request was left half-way (data lane)."""
        return self._drafts.load("access:new") is not None

    def read(self) -> OwnAccesses:
        """Ask the backend (network lane)."""
        return self._calls.accesses()

    def known(self, *, drafted: bool) -> AccessBook | None:
        """Return what is known before the backend answers; ``None`` when it was not asked yet."""
        return self.book(None, drafted=drafted) if self._last() is not None else None

    def book(self, own: OwnAccesses | None, *, drafted: bool) -> AccessBook:
        """Return what is shown.

        Args:
            own: what the backend said; ``None`` without a link: what it said last, or what the session
                remembers.
            drafted: a new request was left half-way.
        """
        now = self._clock.now()
        last = self._last()
        asked_at: datetime | None
        if own is None and last is not None:
            own, asked_at = last.own, last.at
        elif own is None:
            session = self._signed_in.session
            own = OwnAccesses(
                accesses=list(session.accesses),
                requests=[],
                profile=ProfileView(status=session.profile_status),
            )
            asked_at = None
        else:
            asked_at = now
        rules, today = self._book.at(local_date(now, Zone.WIB)), local_date(now, Zone.WIB)
        accesses = tuple(self._access(row, own, rules, today) for row in own.accesses)
        requests = tuple(_request(request, rules) for request in sorted(own.requests, key=_newest_open_first))
        return AccessBook(
            profile=_profile(own.profile, rules),
            accesses=tuple(sorted(accesses, key=lambda access: _ORDER.get(access.status, 9))),
            requests=requests,
            turns=_turns(own, accesses),
            may_ask=own.profile.status == ProfileStatus.VERIFIED,
            draft=drafted,
            asked_at=asked_at,
        )

    def withdraw(self, request_id: str, revision: int) -> ChangeSet:
        """Take a waiting request back (network lane)."""
        self._calls.withdraw(request_id, revision)
        return ChangeSet.of("access", ids=(request_id,), initiator="access")

    def reporter(self) -> Reporter:
        """Return who reports (network lane); without a link what the session knows."""
        session = self._signed_in.session
        try:
            account = self._account.account()
        except (WorldFailed, BackendRefused):
            return Reporter(name=session.name, username=session.username)
        return Reporter(
            name=account.name, username=account.username, email=account.email, phone=account.phone
        )

    def _access(self, row: AccessRow, own: OwnAccesses, rules: RegistrationRules, today: date) -> OwnAccess:
        kind = opening.kind_of(row.kind)
        form = rules.access_forms.get(kind) if kind is not None else None
        facts = known.facts_of(row)
        status = row.status or (AccessStatus.ACTIVE if row.active else AccessStatus.EXPIRED).value
        asked = any(
            row.access_id in {request.renews, request.transfers} and request.status in _WAITING
            for request in own.requests
        )
        of_company = kind in PENYEDIA_KINDS or not row.satker_id
        ends = status in {AccessStatus.ENDING, AccessStatus.EXPIRED} and facts.valid_to is not None
        return OwnAccess(
            access_id=row.access_id,
            title=(form.label_id, form.label_en) if form is not None else (row.position, row.position),
            office=row.satker_name or row.vendor_name or row.klpd_name,
            status=status,
            valid_from=facts.valid_from,
            valid_until=facts.valid_to,
            days_left=(facts.valid_to - today).days if facts.valid_to is not None else None,
            reason=row.reason,
            current=row.access_id == self._signed_in.access.access_id,
            may_renew=ends and not asked and form is not None,
            may_transfer=status in _LIVE and not of_company and not asked and form is not None,
            asked=asked,
        )


_ORDER = {
    AccessStatus.ENDING.value: 0,
    AccessStatus.ACTIVE.value: 1,
    AccessStatus.FUTURE.value: 2,
    AccessStatus.EXPIRED.value: 3,
    AccessStatus.DEACTIVATED.value: 4,
}


def _newest_open_first(request: AccessRequestView) -> tuple[int, float]:
    first = {RequestStatus.NEEDS_FIX.value: 0, RequestStatus.WAITING.value: 1}
    return first.get(request.status, 2), -request.since.timestamp()


def _request(request: AccessRequestView, rules: RegistrationRules) -> OwnRequest:
    intent = Intent.RENEW if request.renews else Intent.TRANSFER if request.transfers else Intent.NEW
    kind = opening.kind_of(request.kind)
    form = rules.access_forms.get(kind) if kind is not None else None
    return OwnRequest(
        request_id=request.request_id,
        revision=request.revision,
        status=opening.status_of(request, rules),
        sent_at=request.sent_at,
        intent=intent.value,
        may_fix=request.status == RequestStatus.NEEDS_FIX,
        may_withdraw=request.status in _WAITING,
        may_change=request.status == RequestStatus.WAITING,
        first_may_lapse=request.status == RequestStatus.WAITING and form is not None and form.four_eyes,
        may_ask_again=request.status in {RequestStatus.REJECTED, RequestStatus.WITHDRAWN},
    )


def _profile(profile: ProfileView, rules: RegistrationRules) -> FilingStatus:
    notes = sheets.notes_of(profile.reasons, rules)
    return FilingStatus(
        stage=FilingStage.PROFILE,
        status=profile.status,
        since=profile.since,
        due_at=profile.due_at,
        verifier="INAPROC",
        notes=tuple(note for group in notes.values() for note in group),
        attempts=profile.attempts,
    )


def _turns(own: OwnAccesses, accesses: tuple[OwnAccess, ...]) -> dict[str, str]:
    profile = _PROFILE_TURN.get(ProfileStatus(own.profile.status), "you")
    statuses = {request.status for request in own.requests}
    if RequestStatus.NEEDS_FIX in statuses:
        access = "fix"
    elif RequestStatus.WAITING in statuses:
        access = "verifier"
    elif any(one.status in _LIVE for one in accesses):
        access = "done"
    else:
        access = "you" if profile == "done" else "later"
    return {"identity": "done", "profile": profile, "access": access}
