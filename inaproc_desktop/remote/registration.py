"""The backend's calls of stages 2 and 3, and uploads that go on where they stopped."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec

from inaproc_core.wire.codec import to_json
from inaproc_core.wire.registration import (
    AccessRequestView,
    BeginUpload,
    CheckNib,
    Instansi,
    InstansiList,
    NibCheck,
    Office,
    OfficeList,
    OwnAccesses,
    ProfileView,
    StoredFile,
    SubmitAccess,
    SubmitProfile,
    UploadState,
    Withdraw,
)
from inaproc_desktop.ports.accesses import Progress
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.ui import CancelToken
from inaproc_desktop.remote.client import Answer
from inaproc_desktop.remote.endpoints import HttpWire

T = TypeVar("T")

_RETRIES = 3
"""Times that a block is tried again, or an upload asked for anew, before the person is told."""

_ELSEWHERE = "upload.offset"
"""The backend has another number of bytes than this block begins at."""

_GONE = frozenset({"upload.unknown", "upload.not_found", "upload.expired"})
"""The backend has forgotten the upload: it begins again."""


class HttpAccesses:
    """Implements ``ports.accesses.AccessCalls`` over the session of whoever is signed in."""

    def __init__(self, wire: HttpWire) -> None:
        """Use the wire of a session."""
        self._wire = wire

    # ---- stage 2

    def profile(self) -> ProfileView:
        """Return the profile and where it stands."""
        return _read(self._wire.authorised("GET", "/v1/profile"), ProfileView)

    def submit_profile(self, asked: SubmitProfile) -> ProfileView:
        """Send the profile."""
        return self._send("PUT", "/v1/profile", asked, ProfileView)

    # ---- stage 3

    def accesses(self) -> OwnAccesses:
        """Return accesses, requests and profile."""
        return _read(self._wire.authorised("GET", "/v1/accesses"), OwnAccesses)

    def submit_access(self, asked: SubmitAccess) -> AccessRequestView:
        """Send a request."""
        return self._send("PUT", "/v1/access-requests", asked, AccessRequestView)

    def withdraw(self, request_id: str, revision: int) -> AccessRequestView:
        """Take a waiting request back."""
        path = f"/v1/access-requests/{_segment(request_id)}/withdraw"
        return self._send("POST", path, Withdraw(revision=revision), AccessRequestView)

    def check_nib(self, nib: str, kind: str) -> NibCheck:
        """Ask the registries about a company."""
        return self._send("POST", "/v1/nib/check", CheckNib(nib=nib, kind=kind), NibCheck)

    def offices(self, query: str, klpd: str, limit: int) -> tuple[Office, ...]:
        """Find satker."""
        asked: dict[str, str | int] = {"q": query, "klpd": klpd, "limit": limit}
        return tuple(_read(self._wire.authorised("GET", "/v1/offices", query=asked), OfficeList).offices)

    def instansi(self, query: str, kind: str, limit: int) -> tuple[Instansi, ...]:
        """Find K/L/PD."""
        asked: dict[str, str | int] = {"q": query, "kind": kind, "limit": limit}
        return tuple(_read(self._wire.authorised("GET", "/v1/instansi", query=asked), InstansiList).instansi)

    # ---- files

    def upload(
        self, slot: str, name: str, content: bytes, on_progress: Progress, cancel: CancelToken
    ) -> StoredFile:
        """Send a file in blocks, from where the backend says it stopped."""
        asked = BeginUpload(
            slot=slot, name=name, size=len(content), sha256=hashlib.sha256(content).hexdigest()
        )
        for attempt in range(_RETRIES + 1):
            state = self._send("POST", "/v1/uploads", asked, UploadState)
            try:
                self._send_blocks(state, content, on_progress, cancel)
                path = f"/v1/uploads/{_segment(state.upload_id)}/finish"
                return _read(self._wire.authorised("POST", path), StoredFile)
            except BackendRefused as refused:
                if refused.refusal.code not in _GONE or attempt == _RETRIES:
                    raise
        raise WorldFailed("world.answer", "the backend forgets every upload")

    def file(self, file_id: str) -> bytes:
        """Return a stored file."""
        return self._wire.authorised("GET", f"/v1/files/{_segment(file_id)}").content

    # ---- inside

    def _send_blocks(
        self, state: UploadState, content: bytes, on_progress: Progress, cancel: CancelToken
    ) -> None:
        failures = 0
        on_progress(state.offset, len(content))
        while state.offset < len(content):
            cancel.stop_if_cancelled()
            try:
                moved = self._send_block(state, content)
            except WorldFailed:
                failures += 1
                if failures > _RETRIES:
                    raise
                # The link was lost in the middle: only the backend knows how much of the block arrived.
                moved = self._where(state)
            else:
                failures = failures + 1 if moved.offset <= state.offset else 0
                if failures > _RETRIES:
                    raise WorldFailed("world.answer", f"upload stays at {moved.offset} of {moved.size}")
            state = moved
            on_progress(state.offset, len(content))

    def _send_block(self, state: UploadState, content: bytes) -> UploadState:
        block = content[state.offset : state.offset + max(state.block, 1)]
        try:
            answer = self._wire.authorised(
                "PATCH",
                f"/v1/uploads/{_segment(state.upload_id)}",
                block,
                content_type="application/octet-stream",
                headers={"Upload-Offset": str(state.offset)},
            )
        except BackendRefused as refused:
            if refused.refusal.code != _ELSEWHERE:
                raise
            return self._where(state)
        return _read(answer, UploadState)

    def _where(self, state: UploadState) -> UploadState:
        return _read(self._wire.authorised("GET", f"/v1/uploads/{_segment(state.upload_id)}"), UploadState)

    def _send(self, method: str, path: str, asked: Any, kind: type[T]) -> T:
        return _read(self._wire.authorised(method, path, to_json(asked)), kind)


def _segment(text: str) -> str:
    return quote(text, safe="")


def _read(answer: Answer, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.content, type=kind)
    except msgspec.MsgspecError as error:
        raise WorldFailed("world.answer", str(error)) from error
