"""SMS over HTTP against a local stand-in of the gateway that keeps the contract of docs/sms-gateway.md."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from inaproc_backend.config import SmsGateway
from inaproc_backend.messaging.queue import Claimed
from inaproc_backend.messaging.senders import SendFailedError
from inaproc_backend.messaging.sms import SmsGatewaySender
from inaproc_backend.messaging.worker import MessageWorker
from inaproc_core.registration.vocabulary import Channel
from tests.backend.messaging.conftest import Post
from tests.backend.office import Office

TOKEN = "t0ken-of-the-gateway"
PHONE = "+628120000123"
MESSAGE = Claimed(
    id="01M833T920ZFMCZW5Z4H8DP3CJ",
    channel=Channel.SMS,
    target=PHONE,
    template="code.registration",
    language="id",
    subject="",
    body="INAPROC: 493817 adalah kode pendaftaran.",
    attempt=1,
    created_at=datetime(2026, 11, 22, 8, 0, tzinfo=UTC),
    expires_at=None,
)


@dataclass
class Gateway:
    """A stand-in, not a real gateway: takes each id once, and answers as it is told first.

    Attributes:
        answers: status and headers of the next answers, in place of the contract's.
        sent: SMS that a phone would have got.
    """

    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    slow: float = 0.0
    sent: list[dict[str, str]] = field(default_factory=list)
    requests: list[tuple[dict[str, str], dict[str, str]]] = field(default_factory=list)
    url: str = ""

    def take(self, headers: dict[str, str], body: dict[str, str]) -> tuple[int, dict[str, str]]:
        self.requests.append((headers, body))
        if self.answers:
            return self.answers.pop(0)
        if headers.get("authorization") != f"Bearer {TOKEN}":
            return 401, {}
        if any(one["id"] == body["id"] for one in self.sent):
            return 409, {}
        self.sent.append(body)
        return 202, {}


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    stand_in = Gateway()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            status, more = stand_in.take({k.lower(): v for k, v in self.headers.items()}, body)
            time.sleep(stand_in.slow)
            try:
                self.send_response(status)
                for name, value in {**more, "Content-Length": "0"}.items():
                    self.send_header(name, value)
                self.end_headers()
            except OSError:
                """The client has given up waiting."""

        def log_message(self, format: str, *args: Any) -> None:
            """Keep the output of the tests clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    stand_in.url = f"http://127.0.0.1:{server.server_address[1]}/v1/messages"
    yield stand_in
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def sender(gateway: Gateway) -> Iterator[SmsGatewaySender]:
    opened = SmsGatewaySender(SmsGateway(url=gateway.url, token=TOKEN, sender="INAPROC", timeout=5.0))
    yield opened
    opened.close()


def _failure(sender: SmsGatewaySender) -> SendFailedError:
    with pytest.raises(SendFailedError) as error:
        sender.send(MESSAGE)
    return error.value


def test_an_sms_is_handed_over_as_the_contract_says(gateway: Gateway, sender: SmsGatewaySender) -> None:
    sender.send(MESSAGE)
    ((headers, body),) = gateway.requests
    assert body == {"id": MESSAGE.id, "to": PHONE, "text": MESSAGE.body, "sender": "INAPROC"}
    assert headers["authorization"] == f"Bearer {TOKEN}" and headers["content-type"] == "application/json"
    assert headers["idempotency-key"] == MESSAGE.id


def test_a_second_delivery_is_known_by_its_id(gateway: Gateway, sender: SmsGatewaySender) -> None:
    """Also the case after a restart: the first answer got lost."""
    sender.send(MESSAGE)
    sender.send(replace(MESSAGE, attempt=2))
    assert len(gateway.sent) == 1 and len(gateway.requests) == 2


@pytest.mark.parametrize("status", [200, 201, 202, 204, 409])
def test_taken(gateway: Gateway, sender: SmsGatewaySender, status: int) -> None:
    gateway.answers.append((status, {}))
    sender.send(MESSAGE)


@pytest.mark.parametrize(
    ("status", "headers", "final", "wait"),
    [
        (500, {}, False, 0),
        (502, {}, False, 0),
        (503, {"Retry-After": "30"}, False, 30),
        (503, {"Retry-After": "99999999"}, False, 3600),
        (503, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, False, 0),
        (429, {"Retry-After": "12"}, False, 12),
        (408, {}, False, 0),
        (401, {}, False, 0),
        (403, {}, False, 0),
        (404, {}, False, 0),
        (302, {"Location": "http://127.0.0.1:1/elsewhere"}, False, 0),
        (400, {}, True, 0),
        (422, {}, True, 0),
    ],
)
def test_refusals(
    gateway: Gateway, sender: SmsGatewaySender, status: int, headers: dict[str, str], final: bool, wait: int
) -> None:
    gateway.answers.append((status, headers))
    failure = _failure(sender)
    assert (failure.problem, failure.final) == (f"SMS gateway answered {status}", final)
    assert failure.wait == wait
    assert len(gateway.requests) == 1, "no redirect is followed: the text and the token stay here"


def test_a_gateway_that_is_slow_or_gone(gateway: Gateway) -> None:
    gateway.slow = 1.0
    slow = SmsGatewaySender(SmsGateway(url=gateway.url, token=TOKEN, timeout=0.1))
    assert _failure(slow).problem == "SMS gateway not reachable: ReadTimeout"
    slow.close()
    gone = SmsGatewaySender(SmsGateway(url="http://127.0.0.1:9/", timeout=1.0))
    failure = _failure(gone)
    assert failure.problem == "SMS gateway not reachable: ConnectError" and not failure.final
    gone.close()


@pytest.mark.parametrize(
    "url", ["http://sms.contoh.id/v1", "ftp://sms.contoh.id", "sms.contoh.id", "http://127.0.0.1.evil.id/"]
)
def test_addresses_in_clear_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match="https"):
        SmsGatewaySender(SmsGateway(url=url))


@pytest.mark.expects_log
def test_through_the_queue_with_a_gateway_that_comes_back(
    gateway: Gateway, sender: SmsGatewaySender, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    gateway.answers += [(503, {"Retry-After": "20"}), (429, {})]
    post = Post(office)
    post.put_code(channel=Channel.SMS, to=PHONE)
    worker = MessageWorker(office.services, {Channel.SMS: sender})
    for seconds in (19, 1, 20):
        worker.deliver_due(Channel.SMS)
        office.clock.forward(seconds=seconds)
    assert worker.deliver_due(Channel.SMS) == 1
    assert post.row()["status"] == "SENT" and len(gateway.sent) == 1
    assert {headers["idempotency-key"] for headers, _ in gateway.requests} == {post.row()["id"]}
    own = " ".join(record.getMessage() for record in caplog.records if record.name.startswith("inaproc"))
    assert own and not any(secret in caplog.text for secret in (TOKEN, PHONE, "493817"))
