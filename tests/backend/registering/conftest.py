"""A person at stage 1: fills in the form, reads mails and SMS, types codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import pytest

from inaproc_backend.accounts import registering as use
from inaproc_backend.config import Messaging, SmsGateway, Smtp
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire import account as a
from inaproc_core.wire.messages import Session
from tests.backend.office import Office

HOST = "203.0.113.7"
EMAIL = "sari.latihan@contoh.go.id"
PHONE = "+628120000123"
PASSWORD = "Kopi-Tubruk/37 pagi"
WAYS = Messaging(
    smtp=Smtp(host="mail.invalid", sender="akun@contoh.invalid"), sms=SmsGateway(url="https://sms.invalid")
)


def form(**more: Any) -> a.BeginRegistration:
    values: dict[str, Any] = {
        "full_name": "Sari Latihan",
        "username": "sari.latihan",
        "email": EMAIL,
        "phone": PHONE,
        "password": PASSWORD,
        "consents": a.Consents(terms_version="2026-01", privacy_version="2026-01"),
        "device_id": "pc-sari",
        "device_name": "PC Sari",
    }
    return a.BeginRegistration(**{**values, **more})


@dataclass
class Applicant:
    """One person, with what their machine keeps of the registration."""

    office: Office
    host: str = HOST
    id: str = ""
    token: str = ""

    def begin(self, **more: Any) -> a.RegistrationState:
        state = use.begin(self.office.services, form(**more), self.host)
        self.id, self.token = state.registration_id, state.token
        return state

    def look(self) -> a.RegistrationState:
        return use.look(self.office.services, self.id, self.token)

    def amend(self, **more: Any) -> a.RegistrationState:
        return use.amend(self.office.services, self.id, self.token, a.AmendRegistration(**more))

    def send(self, channel: Channel = Channel.EMAIL) -> a.RegistrationState:
        self.office.clock.forward(milliseconds=1)  # ids of messages sort by their moment
        return use.send_code(
            self.office.services, self.id, self.token, a.SendCode(channel=channel.value), self.host
        )

    def check(self, code: str, channel: Channel = Channel.EMAIL) -> a.RegistrationState:
        asked = a.CheckCode(channel=channel.value, code=code)
        return use.check_code(self.office.services, self.id, self.token, asked)

    def complete(self) -> Session:
        self.office.clock.forward(milliseconds=1)
        session = use.complete(self.office.services, self.id, self.token, self.host).session
        assert session is not None
        return session

    # -- the mail program and the phone

    def messages(self, channel: Channel = Channel.EMAIL) -> list[Any]:
        rows = self.office.rows(tables.outgoing_messages, channel=channel.value)
        return sorted(rows, key=lambda row: str(row["id"]))

    def code(self, channel: Channel = Channel.EMAIL) -> str:
        """The digits of the newest message."""
        found = re.search(r"\b(\d{6})\b", self.messages(channel)[-1]["body"])
        assert found is not None, self.messages(channel)[-1]
        return found[1]

    def prove(self, channel: Channel = Channel.EMAIL) -> a.RegistrationState:
        self.send(channel)
        return self.check(self.code(channel), channel)

    def register(self, **more: Any) -> Session:
        self.begin(**more)
        self.prove()
        self.prove(Channel.SMS)
        return self.complete()


def refused(error: pytest.ExceptionInfo[Refused]) -> tuple[str, str]:
    return error.value.refusal.code, error.value.refusal.field


def with_ways(office: Office, **more: Any) -> Office:
    """The office with a mail server and a gateway configured: messages are queued, nothing is sent."""
    config = replace(office.services.config, messaging=WAYS, **more)
    office.services = replace(office.services, config=config)
    return office


@pytest.fixture
def applicant(any_office: Office) -> Applicant:
    """On SQLite and on PostgreSQL."""
    return Applicant(with_ways(any_office))
