"""Supporting documents over the real interface: the client's calls against the real application."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from inaproc_core.orders import commands as c
from inaproc_core.orders.content import Attachment
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import encode_command, to_json
from inaproc_core.wire.messages import Envelope, Session
from inaproc_desktop.ports.attachments import Upload
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.remote.attachments import HttpAttachments
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.endpoints import HttpWire
from tests import builders as b
from tests.backend.office import Office, open_office
from tests.documents.intake import corpus
from tests.documents.intake.pictures import card, jpeg, on_table

ORDER = "0193a1b2-0000-7000-8000-0000000000d1"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def wire(office: Office) -> Iterator[HttpWire]:
    app = create_app(office.services.config, services=office.services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as backend:

        def answer(request: httpx.Request) -> httpx.Response:
            headers = {key: value for key, value in request.headers.items() if key != "host"}
            got: Any = backend.request(
                request.method, request.url.path, content=request.content, headers=headers
            )
            kept = {key: got.headers[key] for key in ("content-type", "etag") if key in got.headers}
            return httpx.Response(got.status_code, content=got.content, headers=kept)

        client = HttpClient("http://x.test", transport=httpx.MockTransport(answer))
        made = HttpWire(client, device_id="device-u-pp")
        office.token(b.PP)
        tokens = office.sessions[b.PP.user_id]
        made.adopt(
            Session(
                access_token=tokens.access,
                access_seconds=600,
                refresh_token=tokens.refresh,
                username="pp",
                nip="",
                training=True,
                user_id=b.PP.user_id,
                name="PP",
                accesses=[],
            )
        )
        yield made
        made.close()


def send(calls: HttpAttachments, content: bytes, name: str) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    upload = Upload(sha256=sha256, name=name, size=len(content), access_id=b.PP.access_id)
    state = calls.begin_upload(upload)
    while state.offset < len(content):
        block = content[state.offset : state.offset + state.block]
        state = calls.send_block(state.upload_id, state.offset, block)
    stored = calls.finish_upload(state.upload_id)
    assert stored.sha256 == sha256
    return sha256


def test_a_file_is_sent_named_and_fetched_again(office: Office, wire: HttpWire) -> None:
    calls = HttpAttachments(wire)
    content = jpeg(on_table(card(), (2400, 1800)), 97)
    assert len(content) > 262_144  # more than a block
    sha256 = send(calls, content, "Foto lokasi.jpg")
    form = b.checkout(b.facts())
    attachment = Attachment(sha256=sha256, name="Foto lokasi.jpg", media_type="", size=0)
    command = c.SubmitCheckout(checkout=replace(form, attachments=(attachment,)), max_total=Rupiah(10**12))
    name, payload = encode_command(command)
    envelope = Envelope(
        cmd_id=office.new_id(),
        type=name,
        type_version=1,
        acting_as=b.PP.access_id,
        aggregate=ORDER,
        base_rev=0,
        payload=payload,
        attachments=[sha256],
    )
    (outcome,) = wire.push([to_json(envelope)])
    assert outcome.outcome == "ok", outcome
    assert calls.attachment(ORDER, sha256) == content
    with pytest.raises(BackendRefused) as caught:
        calls.attachment(ORDER, "0" * 64)
    assert caught.value.refusal.code == "attachment.unknown"


def test_where_an_upload_stands_is_told_by_announcing_it_again(wire: HttpWire) -> None:
    calls = HttpAttachments(wire)
    content = corpus.good_pdf()
    upload = Upload(
        sha256=hashlib.sha256(content).hexdigest(), name="KAK.pdf", size=len(content), access_id="a-pp"
    )
    state = calls.begin_upload(upload)
    half = len(content) // 2
    calls.send_block(state.upload_id, 0, content[:half])
    assert calls.begin_upload(upload).offset == half
    with pytest.raises(BackendRefused) as caught:
        calls.send_block(state.upload_id, 0, content[:half])
    assert caught.value.refusal.code == "upload.offset"
