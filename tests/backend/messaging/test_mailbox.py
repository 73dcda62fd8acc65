"""Training: messages end in a mailbox that the application reads, and nowhere else."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from inaproc_backend.messaging import training
from inaproc_backend.messaging.training import read_mailbox
from inaproc_backend.messaging.worker import MessageWorker, senders_for
from inaproc_core.registration.vocabulary import Channel
from tests.backend.messaging.conftest import TO, Post
from tests.backend.office import Office, open_office


@pytest.fixture
def trainer(any_office: Office) -> Post:
    config = replace(any_office.services.config, training=True)
    any_office.services = replace(any_office.services, config=config)
    return Post(any_office)


def test_both_channels_end_in_the_mailbox_newest_first(trainer: Post) -> None:
    worker = MessageWorker(trainer.office.services)
    trainer.put_code()
    worker.deliver_due(Channel.EMAIL)
    trainer.office.clock.forward(seconds=1)
    trainer.put_code(channel=Channel.SMS, to="+628120000123")
    worker.deliver_due(Channel.SMS)
    sms, mail = read_mailbox(trainer.office.services.database).messages
    assert (sms.channel, sms.to, sms.subject) == ("SMS", "+628120000123", "")
    assert (mail.channel, mail.to, mail.subject) == ("EMAIL", TO, "Kode pendaftaran INAPROC")
    assert "493817" in mail.text and "493817" in sms.text and sms.at > mail.at
    assert {row["status"] for row in trainer.rows()} == {"SENT"}


def test_a_second_delivery_is_not_shown_twice_and_old_ones_go(
    trainer: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_KEPT", 3)
    (sender, _) = senders_for(trainer.office.services).values()
    for number in range(5):
        trainer.put(to=f"a{number}@contoh.id")
    trainer.worker.deliver_due(Channel.EMAIL)
    for message in trainer.outbox.sent:
        trainer.office.clock.forward(seconds=1)
        sender.send(message)
        sender.send(message)
    found = [message.to for message in read_mailbox(trainer.office.services.database).messages]
    sent = [message.target for message in trainer.outbox.sent]
    assert found == sent[:1:-1]


def test_the_route_is_there_in_training_only(tmp_path: Path) -> None:
    for is_training, status in ((True, 200), (False, 404)):
        folder = tmp_path / str(is_training)
        folder.mkdir()
        office = open_office(folder, training=is_training)
        app = create_app(office.services.config, services=office.services, deadline_seconds=0)
        with TestClient(app) as client:
            answer = client.get("/v1/training/mailbox")
        assert answer.status_code == status
        if is_training:
            assert answer.json() == {"messages": []}


def test_the_running_service_delivers_by_itself(tmp_path: Path) -> None:
    office = open_office(tmp_path, training=True)
    app = create_app(office.services.config, services=office.services)
    with TestClient(app) as client:
        Post(office).put_code()
        arrived = _wait_for(client)
        assert [message["to"] for message in arrived] == [TO]
        assert {thread.name for thread in threading.enumerate()} >= {
            "messages-EMAIL",
            "messages-SMS",
            "upkeep",
        }
    assert not {thread.name for thread in threading.enumerate()} & {"messages-EMAIL", "messages-SMS"}


def _wait_for(client: TestClient[Any]) -> list[Any]:
    pause = threading.Event()
    for _ in range(200):
        found: list[Any] = client.get("/v1/training/mailbox").json()["messages"]
        if found:
            return found
        pause.wait(0.05)
    return []
