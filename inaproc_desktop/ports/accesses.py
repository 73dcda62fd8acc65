"""What stages 2 and 3 ask of the backend: the profile, requests for accesses, offices, files.

Every method blocks and is called on the network lane. Calls raise ``WorldFailed`` or ``BackendRefused``.
"""

from __future__ import annotations

from collections.abc import Callable
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
