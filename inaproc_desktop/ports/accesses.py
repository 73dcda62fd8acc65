"""What stages 2 and 3 ask of the backend, and what Manajemen Akses shows of the answers.

Every call blocks and is made on the network lane. Calls raise ``WorldFailed`` or ``BackendRefused``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from inaproc_core.wire.registration import (
    AccessRequestView,
    Instansi,
    NibCheck,
    Office,
    OwnAccesses,
    ProfileView,
    StoredFile,
    SubmitAccess,
    SubmitProfile,
)
from inaproc_desktop.ports.filing import FilingStatus
from inaproc_desktop.ports.ui import CancelToken

Progress = Callable[[int, int], None]
"""Is told how many bytes of how many the backend has; called on the lane, never on the UI thread."""


class AccessCalls(Protocol):
    """The signed-in person's own profile, accesses and requests."""

    def profile(self) -> ProfileView:
        """Return the profile and where it stands."""

    def submit_profile(self, asked: SubmitProfile) -> ProfileView:
        """Send the profile; the same ``request_id`` again has no second effect."""

    def accesses(self) -> OwnAccesses:
        """Return accesses, requests and profile of the person."""

    def submit_access(self, asked: SubmitAccess) -> AccessRequestView:
        """Send a request; the same ``request_id`` and revision again has no second effect."""

    def withdraw(self, request_id: str, revision: int) -> AccessRequestView:
        """Take a waiting request back."""

    def check_nib(self, nib: str, kind: str) -> NibCheck:
        """Ask the registries about a company, for an access of this kind."""

    def offices(self, query: str, klpd: str, limit: int) -> tuple[Office, ...]:
        """Find satker by name or code; ``klpd`` narrows to one instansi unless it is empty."""

    def instansi(self, query: str, kind: str, limit: int) -> tuple[Instansi, ...]:
        """Find K/L/PD by name or code; ``kind`` narrows to one kind unless it is empty."""

    def upload(
        self, slot: str, name: str, content: bytes, on_progress: Progress, cancel: CancelToken
    ) -> StoredFile:
        """Send a file in blocks, from where the backend says it stopped: also after a killed program.

        Raises:
            BackendRefused: ``file.…`` for what the backend does not take.
            WorldFailed: the link stayed away; the same call later goes on.
            Cancelled: the token was thrown; what was sent stays for a while.
        """

    def file(self, file_id: str) -> bytes:
        """Return one of the person's own stored files."""


# ---- Manajemen Akses


@dataclass(frozen=True, kw_only=True)
class OwnAccess:
    """One access of the person, as Manajemen Akses shows it.

    Attributes:
        title: of its kind, Indonesian and English; its position where the forms do not know the kind.
        office: satker, instansi or company.
        status: ``AccessStatus`` value.
        days_left: until its last day; ``None`` without an end.
        reason: why it was deactivated.
        current: the person acts through it now.
        may_renew: Aktifkan Kembali is open.
        may_transfer: Pindah satker is open.
        asked: a renewal or transfer of it is under way.
    """

    access_id: str
    title: tuple[str, str]
    office: str
    status: str
    valid_from: date | None = None
    valid_until: date | None = None
    days_left: int | None = None
    reason: str = ""
    current: bool = False
    may_renew: bool = False
    may_transfer: bool = False
    asked: bool = False


@dataclass(frozen=True, kw_only=True)
class OwnRequest:
    """One request of the person.

    Attributes:
        status: how it stands, with reasons.
        intent: ``new``, ``renew`` or ``transfer``.
        may_change: it waits, and nobody has decided yet.
        first_may_lapse: a first approval may have been given, which a change voids (four eyes).
    """

    request_id: str
    revision: int
    status: FilingStatus
    sent_at: datetime
    intent: str
    may_fix: bool
    may_withdraw: bool
    may_ask_again: bool
    may_change: bool = False
    first_may_lapse: bool = False


@dataclass(frozen=True, kw_only=True)
class AccessBook:
    """Everything on Manajemen Akses.

    Attributes:
        turns: who must act next, by stage (``identity``, ``profile``, ``access``): ``later``, ``you``,
            ``verifier``, ``fix``, ``rejected``, ``done``.
        may_ask: a new access may be asked for.
        draft: a new request was left half-way.
        asked_at: when the backend said so; ``None``: what the session remembers of the last sign-in.
    """

    profile: FilingStatus
    accesses: tuple[OwnAccess, ...]
    requests: tuple[OwnRequest, ...]
    turns: Mapping[str, str]
    may_ask: bool
    draft: bool
    asked_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Reporter:
    """Who reports, for the ticket of Pusat Bantuan; what is not known is empty."""

    name: str
    username: str
    email: str = ""
    phone: str = ""
