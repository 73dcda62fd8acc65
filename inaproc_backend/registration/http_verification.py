"""The verification provider over HTTPS; the contract is docs/verification-provider.md.

Both sides sign: requests so that nobody else submits in our name, answers so that nobody between verifies a
person. A signature covers method, path, a fresh number of the request and the body, so that neither another
answer nor an old one passes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import ssl
from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import quote, urlsplit

import httpx
import msgspec

from inaproc_backend.config import VerificationService
from inaproc_backend.registration.provider import (
    Case,
    ProviderAnswer,
    ProviderFailedError,
    ProviderStatus,
)

SIGNATURE = "Inaproc-Signature"
REQUEST_ID = "Inaproc-Request-Id"
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_LATER = frozenset({401, 403, 404, 408, 421, 425, 429})
"""Answers that somebody else than the applicant can mend: a key that ran out, a wrong address of ours."""
_MOST_BYTES = 256 * 1024
_MOST_CODES = 50


class _Said(msgspec.Struct, frozen=True):
    reference: str
    status: str
    codes: list[str] = msgspec.field(default_factory=list)


_DECODER = msgspec.json.Decoder(_Said)


class HttpVerification:
    """One provider behind one address."""

    def __init__(
        self,
        settings: VerificationService,
        clock: Callable[[], datetime],
        *,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Keep the settings and prepare the client.

        Args:
            settings: address, key and secret.
            clock: the backend's.
            transport: for tests.

        Raises:
            ValueError: the address is no HTTPS address, or there is no secret.
        """
        url = urlsplit(settings.url)
        if url.scheme != "https" and not (url.scheme == "http" and url.hostname in _LOOPBACK):
            message = f"the verification provider must be reached by https, got {settings.url!r}"
            raise ValueError(message)
        if not settings.secret:
            message = "the verification provider needs a secret: its answers are signed with it"
            raise ValueError(message)
        verify: ssl.SSLContext | bool = True
        if settings.ca_file:
            verify = ssl.create_default_context(cafile=settings.ca_file)
        self._settings = settings
        self._clock = clock
        self._client = httpx.Client(
            timeout=settings.timeout,
            verify=verify,
            follow_redirects=False,
            headers={"Authorization": f"Bearer {settings.token}"} if settings.token else {},
            transport=transport,
        )

    @property
    def name(self) -> str:
        """Short name, kept with the profile."""
        return self._settings.name

    def submit(self, case: Case) -> ProviderAnswer:
        """Hand a case over; a second time with the same key has no second effect."""
        documents = {
            slot.value: {
                "media_type": file.media_type,
                "sha256": file.sha256,
                "content": base64.b64encode(file.content).decode(),
            }
            for slot, file in case.files.items()
        }
        body = msgspec.json.encode(
            {
                "key": case.key,
                "nationality": case.nationality.value,
                "data": dict(case.fields),
                "documents": documents,
            }
        )
        return self._call("POST", "/v1/verifications", body, {"Idempotency-Key": case.key})

    def ask(self, reference: str) -> ProviderAnswer:
        """Ask how a verification stands."""
        answer = self._call("GET", f"/v1/verifications/{quote(reference, safe='')}", b"", {})
        if answer.reference != reference:
            raise ProviderFailedError("the provider answered about another verification")
        return answer

    def close(self) -> None:
        """Close connections."""
        self._client.close()

    def _call(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> ProviderAnswer:
        request_id = secrets.token_hex(16)
        secret = self._settings.secret.encode()
        url = httpx.URL(self._settings.url.rstrip("/") + path)
        signed_path = url.raw_path.decode()
        moment = int(self._clock().timestamp())
        sent = {
            **headers,
            REQUEST_ID: request_id,
            SIGNATURE: sign(
                secret, moment=moment, method=method, path=signed_path, request_id=request_id, body=body
            ),
        }
        if body:
            sent["Content-Type"] = "application/json"
        try:
            with self._client.stream(method, url, content=body or None, headers=sent) as answer:
                status = answer.status_code
                content = _read(answer)
                signature = answer.headers.get(SIGNATURE, "")
        except httpx.HTTPError as error:
            raise ProviderFailedError(f"provider not reachable: {type(error).__name__}") from None
        if status not in {200, 201, 202}:
            later = status >= 500 or status in _LATER or 300 <= status < 400
            raise ProviderFailedError(f"provider answered {status}", final=not later)
        fault = check_signature(
            secret,
            signature,
            now=int(self._clock().timestamp()),
            tolerance=self._settings.tolerance,
            method=method,
            path=signed_path,
            request_id=request_id,
            body=content,
        )
        if fault:
            raise ProviderFailedError(fault)
        return _parse(content)


def sign(secret: bytes, *, moment: int, method: str, path: str, request_id: str, body: bytes) -> str:
    """Return the value of the signature header: ``t=<seconds>,v1=<hex>``."""
    return f"t={moment},v1={_mac(secret, moment, method, path, request_id, body)}"


def check_signature(
    secret: bytes,
    given: str,
    *,
    now: int,
    tolerance: int,
    method: str,
    path: str,
    request_id: str,
    body: bytes,
) -> str:
    """Return what is wrong with a signature, empty when it holds.

    Args:
        secret: shared with the other side.
        given: value of the header.
        now: seconds since 1970.
        tolerance: seconds that both clocks may differ.
        method: of the request, also for an answer.
        path: likewise.
        request_id: likewise.
        body: what was signed.
    """
    parts = dict(part.strip().partition("=")[::2] for part in given.split(","))
    stated, mac = parts.get("t", ""), parts.get("v1", "")
    if not (stated.isascii() and stated.isdecimal() and mac):
        return "the provider's answer is not signed"
    right = _mac(secret, int(stated), method, path, request_id, body)
    if not hmac.compare_digest(right, mac):
        return "the signature of the provider's answer is wrong"
    if abs(now - int(stated)) > tolerance:
        return "the provider's answer was signed too long ago, or the clocks differ"
    return ""


def _mac(secret: bytes, moment: int, method: str, path: str, request_id: str, body: bytes) -> str:
    digest = hashlib.sha256(body).hexdigest()
    text = "\n".join((str(moment), method, path, request_id, digest))
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()


def _read(answer: httpx.Response) -> bytes:
    content = bytearray()
    for block in answer.iter_bytes():
        content += block
        if len(content) > _MOST_BYTES:
            raise ProviderFailedError("the provider's answer is too long")
    return bytes(content)


def _parse(content: bytes) -> ProviderAnswer:
    try:
        said = _DECODER.decode(content)
        status = ProviderStatus(said.status)
    except (msgspec.DecodeError, msgspec.ValidationError, ValueError) as error:
        raise ProviderFailedError(f"the provider's answer cannot be read: {type(error).__name__}") from None
    if not said.reference or len(said.reference) > 200:
        raise ProviderFailedError("the provider's answer names no verification")
    return ProviderAnswer(reference=said.reference, status=status, codes=tuple(said.codes[:_MOST_CODES]))
