"""The one place that imports the HTTP library: connection, time limits, errors.

A synchronous client on the runner's threads; never called on the UI thread.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import msgspec

from inaproc_core.errors import Refusal
from inaproc_core.wire.messages import PROTO_MAX, PROTO_MIN, Problem
from inaproc_core.wire.versions import CLIENT_HEADER, PROTO_HEADER, range_text
from inaproc_desktop.ports.data import BackendRefused, WorldFailed

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 20.0

_DAY_CODES = frozenset({9, 10, 0x800B0101})
"""Not yet valid, expired: OpenSSL (X509_V_ERR_CERT_…), Windows (CERT_E_EXPIRED)."""

_DAY_WORDS = ("not yet valid", "expired", "validity period")
"""macOS gives words only."""

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A successful answer."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class HttpClient:
    """One server. Connections are made on first use and kept; any thread may call."""

    def __init__(
        self,
        base_url: str,
        *,
        language: Callable[[], str] = lambda: "id",
        client_version: str = "",
        transport: httpx.BaseTransport | None = None,
        clock_is_behind: Callable[[], bool] = lambda: False,
    ) -> None:
        """Name the server; nothing is connected yet.

        Args:
            base_url: scheme, host and port.
            language: language of sentences in refusals.
            client_version: sent with every request, so that a backend can refuse an old one by name.
            transport: stands in for the network in tests.
            clock_is_behind: whether the computer's clock says a time that must have passed; asked when a
                certificate seems not to be in force.
        """
        self.base_url = base_url.rstrip("/")
        self._language = language
        self._version = client_version or "0"
        self._agent = f"inaproc-desktop/{self._version}"
        self._transport = transport
        self._clock_is_behind = clock_is_behind
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None

    def send(
        self,
        method: str,
        path: str,
        *,
        token: str = "",
        body: bytes | None = None,
        content_type: str = "application/json",
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float = ANSWER_SECONDS,
    ) -> Answer:
        """Send a request and return the whole answer.

        Raises:
            WorldFailed: ``world.offline`` when nothing was sent, ``world.clock_wrong`` when the computer's
                clock is the reason; ``world.timeout`` when the answer is
                missing; ``world.server`` for a fault of the server; ``world.answer`` when it makes no sense.
            BackendRefused: for every 4xx, with the backend's own sentence.
        """
        with self._as_world_failed():
            response = self._connected().request(
                method,
                path,
                content=body,
                params=dict(query) if query else None,
                headers=self._headers(token, content_type if body is not None else "", headers),
                timeout=httpx.Timeout(seconds, connect=CONNECT_SECONDS),
            )
        _check(response)
        return Answer(status=response.status_code, headers=dict(response.headers), content=response.content)

    @contextmanager
    def stream(
        self,
        path: str,
        *,
        token: str = "",
        headers: Mapping[str, str] | None = None,
        seconds: float = ANSWER_SECONDS,
    ) -> Iterator[Stream]:
        """Open a request whose answer is read piece by piece; errors as ``send``.

        ``seconds`` counts between two pieces.
        """
        with (
            self._as_world_failed(),
            self._connected().stream(
                "GET",
                path,
                headers=self._headers(token, "", headers),
                timeout=httpx.Timeout(seconds, connect=CONNECT_SECONDS),
            ) as response,
        ):
            if response.is_error:
                response.read()
            _check(response)
            yield Stream(response)

    def close(self) -> None:
        """Give back all connections."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    @contextmanager
    def _as_world_failed(self) -> Iterator[None]:
        try:
            yield
        except _NOT_SENT as error:
            by_clock = _by_the_clock(error) and self._clock_is_behind()
            raise WorldFailed("world.clock_wrong" if by_clock else "world.offline", _words(error)) from error
        except httpx.TransportError as error:
            raise WorldFailed("world.timeout", _words(error)) from error
        except (httpx.InvalidURL, httpx.DecodingError, httpx.StreamError) as error:
            raise WorldFailed("world.answer", _words(error)) from error

    def _connected(self) -> httpx.Client:
        with self._lock:
            if self._client is None:
                self._client = httpx.Client(
                    base_url=self.base_url,
                    verify=_trust(self.base_url),
                    transport=self._transport,
                    headers={
                        "User-Agent": self._agent,
                        # On this machine packing costs more than it saves.
                        "Accept-Encoding": "identity" if _is_local(self.base_url) else "gzip",
                        CLIENT_HEADER: self._version,
                        PROTO_HEADER: range_text(PROTO_MIN, PROTO_MAX),
                    },
                    # A proxy from the environment must not see what goes to the server on this machine.
                    trust_env=not _is_local(self.base_url),
                )
            return self._client

    def _headers(self, token: str, content_type: str, more: Mapping[str, str] | None) -> dict[str, str]:
        headers = {"Accept-Language": self._language()}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if content_type:
            headers["Content-Type"] = content_type
        return {**headers, **(more or {})}


class Stream:
    """An answer that is being read."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._response.status_code

    def header(self, name: str) -> str:
        """Return a header, empty when absent."""
        return str(self._response.headers.get(name, ""))

    def pieces(self) -> Iterator[bytes]:
        """Yield the content as it comes, unpacked where the transport packed it."""
        yield from self._response.iter_bytes()

    def lines(self) -> Iterator[str]:
        """Yield lines as they come."""
        yield from self._response.iter_lines()

    def break_off(self) -> None:
        """Wake the thread that waits for the next piece; safe from any thread."""
        network = self._response.extensions.get("network_stream")
        socket = network.get_extra_info("socket") if network is not None else None
        if socket is not None:
            with suppress(OSError):
                socket.shutdown(2)  # both ways: closing alone does not wake a thread that reads


def _trust(base_url: str) -> ssl.SSLContext | bool:
    if not base_url.startswith("https:"):
        return False
    import truststore  # late: the roots of the operating system are read only for TLS

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _is_local(base_url: str) -> bool:
    return urlsplit(base_url).hostname in {"127.0.0.1", "localhost", "::1"}


def _by_the_clock(error: BaseException) -> bool:
    """Return whether a certificate was refused because of the day it is."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            said = f"{cause.verify_message} {cause}".lower()
            return cause.verify_code in _DAY_CODES or any(words in said for words in _DAY_WORDS)
        cause = cause.__cause__ or cause.__context__
    return False


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _check(response: httpx.Response) -> None:
    if response.is_success or response.status_code == httpx.codes.NOT_MODIFIED:
        return
    status = response.status_code
    if not response.is_client_error:
        code = "world.server" if response.is_server_error else "world.answer"
        raise WorldFailed(code, f"HTTP {status} {response.request.url.path}")
    try:
        problem = msgspec.json.decode(response.content, type=Problem)
    except msgspec.MsgspecError as error:
        raise WorldFailed("world.answer", f"HTTP {status} {response.request.url.path}") from error
    facts: dict[str, Any] = dict(problem.facts)
    wait = response.headers.get("Retry-After", "")
    if wait.isdigit():
        facts.setdefault("seconds", int(wait))
    refusal = Refusal(code=problem.code, facts=facts, field=problem.field)
    raise BackendRefused(refusal, problem.sentence, status)
