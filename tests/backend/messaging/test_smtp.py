"""Email over a real connection: encrypted or not at all, well-formed, honest about what went wrong."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from inaproc_backend.config import Smtp
from inaproc_backend.messaging.queue import Claimed
from inaproc_backend.messaging.senders import SendFailedError
from inaproc_backend.messaging.smtp import SmtpSender
from inaproc_backend.messaging.worker import MessageWorker
from inaproc_backend.services import open_services
from inaproc_core.registration.vocabulary import Channel
from tests.backend.messaging.conftest import Post
from tests.backend.messaging.mail_server import Behaviour, MailServer
from tests.backend.office import Office

TO = "sari.latihan@contoh.go.id"
SECRET = "s3cret-of-the-mail-server"
MESSAGE = Claimed(
    id="01M833T920ZFMCZW5Z4H8DP3CJ",
    channel=Channel.EMAIL,
    target=TO,
    template="code.registration",
    language="id",
    subject="Kode pendaftaran INAPROC",
    body="Kode Anda:\n\n493817\n\n.\nberlaku 5 menit – jangan berikan kepada siapa pun é\n",
    attempt=1,
    created_at=datetime(2026, 11, 22, 8, 0, tzinfo=UTC),
    expires_at=None,
)

Start = Callable[..., tuple[MailServer, SmtpSender]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a server that behaves so, and a sender with these settings."""
    opened: list[tuple[MailServer, SmtpSender]] = []

    def open_one(*, name: str = "localhost", settings: Any = None, **behaviour: Any) -> Any:
        server = MailServer(tmp_path, Behaviour(**behaviour), name=name)
        given: dict[str, Any] = {
            "host": "localhost",
            "port": server.port,
            "sender": "akun@inaproc.contoh.id",
            "ca_file": str(server.ca_file),
            "timeout": 5.0,
        }
        sender = SmtpSender(Smtp(**{**given, **(settings or {})}))
        opened.append((server, sender))
        return opened[-1]

    yield open_one
    for server, sender in opened:
        sender.rest()
        server.close()


def _failure(sender: SmtpSender, message: Claimed = MESSAGE) -> SendFailedError:
    with pytest.raises(SendFailedError) as error:
        sender.send(message)
    return error.value


@pytest.mark.parametrize(
    ("behaviour", "settings"),
    [
        ({}, {"security": "starttls"}),
        ({"implicit_tls": True, "starttls": False}, {"security": "tls"}),
        (
            {"user": "akun", "password": SECRET},
            {"security": "starttls", "username": "akun", "password": SECRET},
        ),
    ],
)
def test_a_mail_arrives_encrypted_and_whole(start: Start, behaviour: Any, settings: Any) -> None:
    server, sender = start(settings=settings, **behaviour)
    sender.send(MESSAGE)
    (received,) = server.received
    assert received.encrypted and received.user == behaviour.get("user", "")
    assert (received.sender, received.recipients) == ("akun@inaproc.contoh.id", [TO])
    mail = received.mail
    assert mail["Message-ID"] == f"<{MESSAGE.id}@inaproc.contoh.id>"
    assert mail["From"] == "INAPROC Desktop <akun@inaproc.contoh.id>" and mail["To"] == TO
    assert mail["Subject"] == MESSAGE.subject and mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].datetime == MESSAGE.created_at and mail["Content-Language"] == "id"
    assert mail.get_content_type() == "text/plain" and mail.get_content_charset() == "utf-8"
    assert mail.get_content().replace("\r\n", "\n") == MESSAGE.body
    assert received.raw.isascii() and max(map(len, received.raw.split(b"\r\n"))) <= 78


def test_one_connection_serves_many_and_is_left_politely(start: Start) -> None:
    server, sender = start()
    for number in range(3):
        sender.send(replace(MESSAGE, id=f"m{number}"))
    sender.rest()
    assert (server.connections, len(server.received)) == (1, 3)
    assert server.lines[-1].upper() == "QUIT"
    sender.send(MESSAGE)
    assert server.connections == 2


def test_a_connection_that_died_is_opened_again(start: Start) -> None:
    server, sender = start()
    sender.send(MESSAGE)
    server.behaviour.answers["NOOP"] = ["421 closing"]
    sender.send(MESSAGE)
    assert (server.connections, len(server.received)) == (2, 2)


# -- encrypted or not at all


def test_no_mail_goes_where_starttls_is_not_offered(start: Start) -> None:
    server, sender = start(starttls=False, settings={"username": "akun", "password": SECRET})
    failure = _failure(sender)
    assert "STARTTLS" in failure.problem and not failure.final
    assert server.received == [] and not any("AUTH" in line or "MAIL" in line for line in server.lines)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_knows_is_refused(start: Start, security: str) -> None:
    server, sender = start(
        implicit_tls=security == "tls",
        settings={"ca_file": "", "security": security, "username": "akun", "password": SECRET},
    )
    failure = _failure(sender)
    assert failure.problem.startswith("certificate of the mail server: ") and not failure.final
    assert server.received == [] and SECRET not in " ".join(server.lines)


def test_a_certificate_of_another_name_is_refused(start: Start) -> None:
    server, sender = start(name="other.invalid")
    assert "certificate" in _failure(sender).problem and server.received == []


@pytest.mark.parametrize("security", ["none", "plain", ""])
def test_settings_that_would_send_in_clear_are_refused(security: str) -> None:
    with pytest.raises(ValueError, match="SMTP"):
        SmtpSender(Smtp(host="mail.contoh.id", sender="a@contoh.id", security=security))


def test_in_clear_on_this_machine_only(start: Start) -> None:
    server, sender = start(starttls=False, settings={"security": "none"})
    sender.send(MESSAGE)
    assert not server.received[0].encrypted


# -- what goes wrong


@pytest.mark.parametrize(
    ("verb", "answer", "final", "problem"),
    [
        ("RCPT", f"550 no such mailbox {TO}", True, "recipient refused with 550"),
        ("RCPT", f"452 {TO} is full", False, "recipient refused with 452"),
        ("MAIL", "553 sender not allowed", False, "our sender address was refused with 553"),
        ("DATA", f"554 {TO} dislikes 493817", True, "mail refused with 554"),
        ("DATA", "451 greylisted", False, "mail refused with 451"),
        ("EHLO", "421 too busy", False, "the mail server"),
    ],
)
def test_answers_tell_final_from_later_and_are_not_quoted(
    start: Start, verb: str, answer: str, final: bool, problem: str
) -> None:
    server, sender = start()
    server.behaviour.answers[verb] = [answer] * 4
    failure = _failure(sender)
    assert failure.final is final and failure.problem.startswith(problem)
    assert TO not in failure.problem and "493817" not in failure.problem
    assert server.received == []
    server.behaviour.answers.clear()
    sender.send(MESSAGE)
    assert len(server.received) == 1


def test_a_wrong_password_is_no_fault_of_the_message(start: Start) -> None:
    _, sender = start(user="akun", password="other", settings={"username": "akun", "password": SECRET})
    failure = _failure(sender)
    assert failure.problem == "sign-in at the mail server failed with 535" and not failure.final


def test_nobody_listening_and_nobody_answering(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        settings = Smtp(host="127.0.0.1", port=port, sender="a@contoh.id", security="none", timeout=0.2)
        assert _failure(SmtpSender(settings)).problem.startswith("mail server not reachable: ")
    failure = _failure(SmtpSender(settings))
    assert failure.problem.startswith("mail server not reachable: ") and not failure.final


@pytest.mark.parametrize(
    "target",
    [
        "sari@contoh.id\r\nBcc: all@contoh.id",
        "sari@contoh.id\nRCPT TO:<all@contoh.id>",
        "sari@contoh.id, all@contoh.id",
        "Sari <sari@contoh.id>",
        "sari",
        "@",
        "",
    ],
)
def test_an_address_is_one_address(start: Start, target: str) -> None:
    server, sender = start()
    assert _failure(sender, replace(MESSAGE, target=target)).final
    assert server.received == [] and not any(line.startswith("RCPT") for line in server.lines)


@pytest.mark.parametrize("subject", ["Halo\r\nBcc: all@contoh.id", "Halo\n\nisi lain"])
def test_no_subject_adds_a_header(start: Start, subject: str) -> None:
    server, sender = start()
    assert _failure(sender, replace(MESSAGE, subject=subject)).final
    assert server.received == []


# -- with the queue


@pytest.mark.expects_log
def test_through_the_queue_over_a_restart_to_a_mailbox(
    start: Start, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """The server takes the mail and dies before it says so; after the restart the same mail comes again."""
    caplog.set_level(logging.DEBUG)
    server, sender = start(hang_up_after_data=1)
    post = Post(office)
    message_id = post.put_code()
    first = MessageWorker(office.services, {Channel.EMAIL: sender})
    assert first.deliver_due(Channel.EMAIL) == 1
    assert post.row()["status"] == "WAITING" and len(server.received) == 1
    office.services.database.close()
    office.clock.forward(seconds=11)
    services = open_services(office.services.config, clock=office.clock)
    office.services = services
    second = MessageWorker(services, {Channel.EMAIL: sender})
    assert second.deliver_due(Channel.EMAIL) == 1
    assert post.row()["status"] == "SENT" and post.row()["body"] == ""
    ids = {received.mail["Message-ID"] for received in server.received}
    assert ids == {f"<{message_id}@inaproc.contoh.id>"} and len(server.received) == 2
    assert "493817" in server.received[1].mail.get_content()
    assert "493817" not in caplog.text and "tujuan@" not in caplog.text
