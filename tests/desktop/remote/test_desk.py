"""Calls of the desk as they go over the wire."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import parse_qs

import httpx
import pytest

from inaproc_core.wire.codec import to_json
from inaproc_core.wire.desk import Decide, Decided, Queue, Register
from inaproc_core.wire.messages import Session
from inaproc_core.wire.registration import Deactivate, FieldReason
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.desk import QueueFilter, RegisterFilter
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.desk import HttpDesk, HttpMailbox
from inaproc_desktop.remote.endpoints import HttpWire
from tests.desktop.fake_desk import queue_row, register_row


class Server:
    """Answers what it is told and keeps the requests."""

    def __init__(self, content: bytes = b"{}", status: int = 200):
        self.content, self.status = content, status
        self.seen: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        return httpx.Response(self.status, content=self.content)

    @property
    def client(self) -> HttpClient:
        return HttpClient("http://127.0.0.1:1", transport=httpx.MockTransport(self))

    @property
    def desk(self) -> HttpDesk:
        wire = HttpWire(self.client, device_id="d-1")
        wire.adopt(
            Session(
                access_token="access",
                access_seconds=600,
                refresh_token="refresh",
                user_id="u-1",
                name="Latihan",
                username="latihan",
                nip="",
                accesses=[],
                training=True,
            )
        )
        return HttpDesk(wire)

    def query(self) -> dict[str, list[str]]:
        return parse_qs(self.seen[-1].url.query.decode())


def test_the_queue_asks_only_for_what_is_filtered():
    server = Server(to_json(Queue(rows=[queue_row("access:r-1", "A & B")], total=1)))
    answer = server.desk.queue("a-1", QueueFilter(text="dinas & co"), "", 100)
    assert answer.rows[0].name == "A & B"
    assert server.query() == {
        "acting_as": ["a-1"],
        "status": ["WAITING"],
        "q": ["dinas & co"],
        "limit": ["100"],
    }
    assert server.seen[0].headers["authorization"] == "Bearer access"


def test_the_register_asks_for_days():
    server = Server(to_json(Register(rows=[register_row()], total=1)))
    asked = RegisterFilter(first=date(2026, 11, 1), last=date(2026, 11, 30), kind="PPK", office="Dinas")
    assert server.desk.register("a-1", asked, "c1", 200).total == 1
    assert server.query() == {
        "acting_as": ["a-1"],
        "from": ["2026-11-01"],
        "to": ["2026-11-30"],
        "kind": ["PPK"],
        "cursor": ["c1"],
        "limit": ["200"],
    }


def test_a_decision_goes_to_its_item():
    server = Server(to_json(Decided(item_id="profile:u/1", status="NEEDS_FIX", revision=2)))
    decision = Decide(
        decision_id="d-1",
        acting_as="a-1",
        revision=1,
        verdict="FIX",
        reasons=[FieldReason(field="KTP", code="ktp.glare")],
    )
    assert server.desk.decide("profile:u/1", decision).status == "NEEDS_FIX"
    assert server.seen[0].url.raw_path == b"/v1/desk/items/profile:u%2F1/decision"
    assert json.loads(server.seen[0].content)["reasons"][0]["code"] == "ktp.glare"


def test_files_come_as_bytes_for_the_access_that_looks():
    server = Server(b"\xff\xd8picture")
    assert server.desk.file("a-1", "f-1") == b"\xff\xd8picture"
    assert server.seen[0].url.path == "/v1/files/f-1"
    assert server.query() == {"acting_as": ["a-1"]}


def test_an_access_is_ended_with_its_reason():
    server = Server(b"", 204)
    server.desk.deactivate(
        "a-9", Deactivate(acting_as="a-1", code="transferred", note="Mutasi ke dinas lain")
    )
    assert server.seen[0].url.path == "/v1/accesses/a-9/deactivate"
    assert json.loads(server.seen[0].content)["code"] == "transferred"


def test_the_mailbox_needs_no_session():
    server = Server(b'{"messages": []}')
    assert HttpMailbox(server.client).mailbox().messages == []
    assert "authorization" not in server.seen[0].headers


def test_refusals_and_nonsense_are_told_apart():
    refused = Server(b'{"code": "desk.moved_on", "sentence": "Kalimat."}', 409)
    with pytest.raises(BackendRefused) as told:
        refused.desk.item("a-1", "access:r-1")
    assert told.value.refusal.code == "desk.moved_on"
    with pytest.raises(WorldFailed) as failed:
        Server(b"<html>").desk.item("a-1", "access:r-1")
    assert failed.value.code == "world.answer"
