"""The states of a request for an access (stage 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn

from inaproc_core.errors import refuse
from inaproc_core.registration.deciding import Person, is_same_person
from inaproc_core.registration.vocabulary import RequestStatus, Verdict


class RequestDeed(StrEnum):
    """What can be done with a request."""

    APPROVE = "APPROVE"
    FIX = "FIX"
    REJECT = "REJECT"
    RESEND = "RESEND"
    """Unggah Perbaikan Data."""
    AMEND = "AMEND"
    """Another satker or file while it still waits; an approval that was given counts no more."""
    WITHDRAW = "WITHDRAW"


REQUEST_DEED_OF: Mapping[Verdict, RequestDeed] = {
    Verdict.APPROVE: RequestDeed.APPROVE,
    Verdict.FIX: RequestDeed.FIX,
    Verdict.REJECT: RequestDeed.REJECT,
}
"""The deed of a verdict."""

REQUEST_MOVES: Mapping[tuple[RequestStatus, RequestDeed], RequestStatus] = {
    (RequestStatus.WAITING, RequestDeed.APPROVE): RequestStatus.APPROVED,
    (RequestStatus.WAITING, RequestDeed.FIX): RequestStatus.NEEDS_FIX,
    (RequestStatus.WAITING, RequestDeed.REJECT): RequestStatus.REJECTED,
    (RequestStatus.WAITING, RequestDeed.AMEND): RequestStatus.WAITING,
    (RequestStatus.WAITING, RequestDeed.WITHDRAW): RequestStatus.WITHDRAWN,
    (RequestStatus.NEEDS_FIX, RequestDeed.RESEND): RequestStatus.WAITING,
    (RequestStatus.NEEDS_FIX, RequestDeed.WITHDRAW): RequestStatus.WITHDRAWN,
}
"""Every move there is; what is not here is refused. With four eyes the first approval stays in WAITING."""


@dataclass(frozen=True, kw_only=True)
class RequestState:
    """Where a request stands.

    Attributes:
        status: its status.
        first: who approved first, with four eyes; ``None`` before and in every other status but APPROVED.
    """

    status: RequestStatus
    first: Person | None = None


def decide_request(state: RequestState, deed: RequestDeed, *, four_eyes: bool, by: Person) -> RequestState:
    """Return the state after a deed.

    Args:
        state: before.
        deed: what is done.
        four_eyes: two different persons must approve.
        by: who does it.

    Raises:
        Refused: ``access_request.still_waiting`` (resent while it waits), ``access_request.not_waiting``
            (fact ``status``), ``access_request.nothing_to_mend`` (``status``), ``access_request.over``
            (``status``; withdrawn when it was decided), ``desk.same_eyes`` (second approval by the first).
    """
    after = REQUEST_MOVES.get((state.status, deed))
    if after is None:
        _refuse_move(state.status, deed)
    if deed is not RequestDeed.APPROVE:
        return RequestState(status=after)
    if not four_eyes:
        return RequestState(status=after)
    if state.first is None:
        return RequestState(status=RequestStatus.WAITING, first=by)
    if is_same_person(state.first, by):
        refuse("desk.same_eyes")
    return RequestState(status=after, first=state.first)


def needs_second(state: RequestState) -> bool:
    """Return whether a first pair of eyes has approved and a second is awaited."""
    return state.status is RequestStatus.WAITING and state.first is not None


def _refuse_move(status: RequestStatus, deed: RequestDeed) -> NoReturn:
    word = f"REQUEST_{status.value}"
    if deed is RequestDeed.RESEND:
        if status is RequestStatus.WAITING:
            refuse("access_request.still_waiting")
        refuse("access_request.nothing_to_mend", status=word)
    if deed is RequestDeed.WITHDRAW:
        refuse("access_request.over", status=word)
    refuse("access_request.not_waiting", status=word)
