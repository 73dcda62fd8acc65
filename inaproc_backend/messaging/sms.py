"""SMS through an HTTP gateway; the contract is docs/sms-gateway.md."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx

from inaproc_backend.config import SmsGateway
from inaproc_backend.messaging.queue import Claimed
from inaproc_backend.messaging.senders import SendFailedError

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_TAKEN = frozenset({200, 201, 202, 204})
_LATER = frozenset({401, 403, 404, 408, 421, 425, 429})
"""Answers that somebody else than the recipient can mend: a token that ran out, a wrong address of ours."""


class SmsGatewaySender:
    """Hands SMS to one gateway."""

    def __init__(self, settings: SmsGateway) -> None:
        """Keep the settings and prepare the client.

        Raises:
            ValueError: the address is no HTTPS address.
        """
        url = urlsplit(settings.url)
        if url.scheme != "https" and not (url.scheme == "http" and url.hostname in _LOOPBACK):
            message = f"the SMS gateway must be reached by https, got {settings.url!r}"
            raise ValueError(message)
        verify: ssl.SSLContext | bool = True
        if settings.ca_file:
            verify = ssl.create_default_context(cafile=settings.ca_file)
        self._settings = settings
        self._client = httpx.Client(
            timeout=settings.timeout,
            verify=verify,
            follow_redirects=False,
            headers={"Authorization": f"Bearer {settings.token}"} if settings.token else {},
        )

    def send(self, message: Claimed) -> None:
        """Hand one SMS over."""
        body = {"id": message.id, "to": message.target, "text": message.body}
        if self._settings.sender:
            body["sender"] = self._settings.sender
        try:
            answer = self._client.post(self._settings.url, json=body, headers={"Idempotency-Key": message.id})
        except httpx.HTTPError as error:
            raise SendFailedError(f"SMS gateway not reachable: {type(error).__name__}") from None
        status = answer.status_code
        if status in _TAKEN:
            return
        if status == 409:  # it knows this id: an earlier attempt got through
            return
        problem = f"SMS gateway answered {status}"
        later = status >= 500 or status in _LATER or 300 <= status < 400
        raise SendFailedError(problem, final=not later, wait=_asked_wait(answer.headers))

    def rest(self) -> None:
        """Nothing to do: idle connections are closed by the client itself."""

    def close(self) -> None:
        """Close the client."""
        self._client.close()


def _asked_wait(headers: Mapping[str, str]) -> float:
    """Return the seconds of ``Retry-After``; 0 where it is missing or a date."""
    given = headers.get("retry-after", "")
    return min(float(given), 3600.0) if given.isascii() and given.isdecimal() else 0.0
