"""Every call of the backend that the desktop makes, typed by the wire messages.

Answers may carry members that this version does not know; they are passed over.
"""

from __future__ import annotations

import gzip
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import IO, Any, TypeVar

import msgspec

from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import (
    PROTO_MAX,
    PROTO_MIN,
    Certificate,
    CertificateRequest,
    CommandAnswer,
    Hello,
    HelloAnswer,
    Outcome,
    PullRequest,
    RawPullAnswer,
    Refresh,
    SecondFactor,
    Session,
    SignedRevision,
    SignIn,
    SignInAnswer,
    StepUp,
    StepUpAnswer,
    changed,
)
from inaproc_desktop.ports.data import BackendRefused, TrainingPerson, WorldFailed
from inaproc_desktop.ports.sync import Pack
from inaproc_desktop.remote.client import Answer, HttpClient
from inaproc_desktop.remote.server_time import ServerTime
from inaproc_desktop.remote.tokens import Tokens

T = TypeVar("T")

_PACK_SECONDS = 60.0
_IN_MEMORY = 8 * 1024 * 1024
_GZIP = b"\x1f\x8b"


class _PackHead(msgspec.Struct):
    """First line of a pack."""

    seq: int


class HttpWire:
    """Implements ``ports.sync.Wire`` and the document calls.

    Attributes:
        client: the connection.
        tokens: the session's tokens.
        server_time: what the backend's answers say of the time.
        totp_on: the second factor of whoever is signed in is on, as far as the backend has said.
    """

    def __init__(
        self,
        client: HttpClient,
        *,
        device_id: str,
        device_name: str = "",
        client_version: str = "",
        on_session: Callable[[Session], None] = lambda session: None,
        monotonic: Callable[[], float] = time.monotonic,
        server_time: ServerTime | None = None,
    ) -> None:
        """Use a client.

        Args:
            client: the connection.
            device_id: of this installation.
            device_name: shown to the person among their devices.
            client_version: told at hello.
            on_session: is told of every renewed session.
            monotonic: seconds on a clock that nobody sets; times the tokens.
            server_time: takes in what the answers say of the time; nobody wants to know when absent.
        """
        self.client = client
        self._device_id = device_id
        self._device_name = device_name
        self._client_version = client_version
        self.totp_on = False
        self.server_time = server_time
        self._rules: HelloAnswer | None = None
        self.tokens = Tokens(self._renew, on_session=on_session, monotonic=monotonic)

    # ---- session

    def hello(self) -> HelloAnswer:
        """Exchange versions; works without a session. Rules that were sent once are not fetched again."""
        held = self._rules
        asked = Hello(
            proto_min=PROTO_MIN,
            proto_max=PROTO_MAX,
            client_version=self._client_version,
            core_version=self._client_version,
            rules_held=held.rules_version if held is not None else "",
        )
        time_of = self.server_time
        began = time_of.begin() if time_of is not None else 0.0
        hello = _read(self._post("/v1/session/hello", asked), HelloAnswer)
        if time_of is not None:
            time_of.heard(hello.server_time, began)
        if hello.policy:
            self._rules = hello
        elif held is not None and held.rules_version == hello.rules_version:
            hello = changed(hello, policy=held.policy, registration=held.registration)
        return hello

    def sign_in(self, username: str, password: str) -> SignInAnswer:
        """First step of signing in; a session is used from now on."""
        asked = SignIn(
            username=username,
            password=password,
            device_id=self._device_id,
            device_name=self._device_name,
        )
        return self._signed_in(_read(self._post("/v1/session/sign-in", asked), SignInAnswer))

    def second_factor(self, challenge: str, code: str) -> SignInAnswer:
        """Second step, where TOTP is on."""
        asked = SecondFactor(challenge=challenge, code=code)
        return self._signed_in(_read(self._post("/v1/session/second-factor", asked), SignInAnswer))

    def restore(self, refresh_token: str) -> Session:
        """Begin with a kept refresh token; it is spent by this."""
        return self.tokens.begin(refresh_token)

    def adopt(self, session: Session) -> None:
        """Use this session's tokens from now on."""
        self.totp_on = session.totp_on
        self.tokens.adopt(session)

    def renew(self) -> Session:
        """Exchange the refresh token now: the answer carries the accesses as they stand."""
        return self.tokens.renew()

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again; returns seconds of validity."""
        asked = StepUp(code=code, password=password)
        try:
            answer = self.authorised("POST", "/v1/session/step-up", to_json(asked))
        except BackendRefused as refused:
            self.totp_on = _TOTP_ON.get(refused.refusal.code, self.totp_on)
            raise
        return _read(answer, StepUpAnswer).seconds

    def sign_out(self) -> None:
        """End the session and forget its tokens, these also when the backend cannot be told."""
        try:
            self.authorised("POST", "/v1/session/sign-out")
        finally:
            self.tokens.forget()

    # ---- commands and feed

    def push(self, envelopes: Sequence[bytes]) -> list[Outcome]:
        """Send commands, their stored bytes unchanged; outcomes in the same order."""
        body = b'{"envelopes":[' + b",".join(envelopes) + b"]}"
        outcomes = _read(self.authorised("POST", "/v1/commands", body), CommandAnswer).outcomes
        if len(outcomes) != len(envelopes):
            raise WorldFailed("world.answer", f"{len(outcomes)} outcomes for {len(envelopes)} commands")
        return outcomes

    def pull(self, request: PullRequest) -> RawPullAnswer:
        """Ask for what is new."""
        time_of = self.server_time
        began = time_of.begin() if time_of is not None else 0.0
        answer = self.authorised("POST", "/v1/sync/pull", to_json(request))
        if time_of is not None:
            time_of.heard_date(answer.headers.get("date", ""), began)
        return _read(answer, RawPullAnswer)

    def catalogue_pack(self, known_seq: int) -> Pack | None:
        """Fetch the catalogue; ``None`` when the known one is the newest."""
        headers = {"If-None-Match": f'"{known_seq}"'} if known_seq else {}
        token = self.tokens.access()
        content: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - read later
        lines = _lines(content)
        try:
            with self.client.stream(
                "/v1/catalogue/pack", token=token, headers=headers, seconds=_PACK_SECONDS
            ) as stream:
                for piece in stream.pieces():
                    content.write(piece)
                unchanged = stream.status == 304
            about = None if unchanged else msgspec.json.decode(next(lines, b""), type=_PackHead)
        except (msgspec.MsgspecError, OSError, EOFError) as error:
            content.close()
            raise WorldFailed("world.answer", f"catalogue pack: {error}") from error
        except BaseException:
            content.close()
            raise
        if about is None:
            content.close()
            return None
        return Pack(seq=about.seq, lines=lines)

    # ---- documents

    def document(self, document_id: str) -> tuple[bytes, str]:
        """Return the current revision of a document and its sha256 as the backend states it."""
        answer = self.authorised("GET", f"/v1/documents/{document_id}")
        return answer.content, answer.headers.get("etag", "").removeprefix("W/").strip('"')

    def upload_signed(self, document_id: str, pdf: bytes) -> SignedRevision:
        """Offer a signed revision for the backend's verification."""
        path = f"/v1/documents/{document_id}/revisions"
        return _read(self.authorised("PUT", path, pdf, content_type="application/pdf"), SignedRevision)

    def certificate(self, csr_pem: str) -> Certificate:
        """Ask for a certificate for a key made on this machine."""
        asked = CertificateRequest(csr_pem=csr_pem)
        return _read(self.authorised("POST", "/v1/certificates", to_json(asked)), Certificate)

    def ca_pem(self) -> str:
        """Return the roots that signatures are checked against."""
        return self.authorised("GET", "/v1/certificates/ca").content.decode()

    # ---- training

    def training_people(self) -> tuple[TrainingPerson, ...]:
        """Return the people of the training office; empty outside training."""
        try:
            answer = self.client.send("GET", "/v1/training/people")
        except BackendRefused as refused:
            if refused.status == 404:
                return ()
            raise
        return tuple(_read(answer, list[TrainingPerson]))

    def reset_training(self) -> None:
        """Rebuild the training office."""
        self.authorised("POST", "/v1/training/reset")

    def close(self) -> None:
        """Give the connections back."""
        self.client.close()

    # ---- inside

    def _renew(self, refresh_token: str) -> Session:
        asked = Refresh(refresh_token=refresh_token, device_id=self._device_id)
        session = _read(self._post("/v1/session/refresh", asked), Session)
        self.totp_on = session.totp_on
        return session

    def _signed_in(self, answer: SignInAnswer) -> SignInAnswer:
        if answer.session is not None:
            self.adopt(answer.session)
        return answer

    def _post(self, path: str, asked: Any) -> Answer:
        return self.client.send("POST", path, body=to_json(asked))

    def authorised(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        *,
        content_type: str = "application/json",
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send a request in the session, renewed once where the access token had just run out.

        The calls of the other modules here (account, registration, desk) stand on this one.

        Raises:
            BackendRefused, WorldFailed: as ``HttpClient.send``.
        """
        token = self.tokens.access()
        send = partial(
            self.client.send, method, path, body=body, content_type=content_type, query=query, headers=headers
        )
        try:
            return send(token=token)
        except BackendRefused as refused:
            if refused.refusal.code not in _STALE:
                raise
        return send(token=self.tokens.access(stale=token))


_TOTP_ON = {"session.code_needed": True, "session.password_needed": False}
"""What a refused proof says of the second factor: it went on or off on another device."""

_STALE = {"session.token_expired", "session.missing"}
"""The access token does not count any more; a new one may."""


def _read(answer: Answer, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.content, type=kind)
    except msgspec.MsgspecError as error:
        raise WorldFailed("world.answer", str(error)) from error


def _lines(content: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file, unpacked if it is packed, and close it at the end."""
    with content:
        content.seek(0)
        packed = content.read(len(_GZIP)) == _GZIP
        content.seek(0)
        source = gzip.GzipFile(fileobj=content, mode="rb") if packed else content
        for line in source:
            if line.strip():
                yield line
