"""Uploading as a client does: announce, send blocks, finish; and a client of the running application."""

from __future__ import annotations

import functools
import hashlib
from typing import Any

import msgspec
from litestar.testing import TestClient

from inaproc_core.wire.messages import Problem
from inaproc_core.wire.registration import StoredFile, UploadState
from tests import builders as b
from tests.backend.office import Office
from tests.documents.intake import corpus
from tests.documents.intake.pictures import card, jpeg, on_table


@functools.cache
def ktp() -> bytes:
    """A drawn card that a slot for KTP takes: more than 100 KB, more than one block."""
    content = jpeg(on_table(card(), (2400, 1800)), 97)
    assert 300_000 < len(content) < 2_000_000
    return content


def letter() -> bytes:
    return corpus.good_pdf()


class Sender:
    """One person's program."""

    def __init__(self, office: Office, client: TestClient[Any], actor: Any = b.PP) -> None:
        self.office = office
        self.client = client
        self.actor = actor

    def headers(self, **more: str) -> dict[str, str]:
        return {"authorization": f"Bearer {self.office.token(self.actor)}", **more}

    def announce(self, content: bytes, slot: str = "KTP", name: str = "KTP saya.jpg", **more: Any) -> Any:
        asked = {
            "slot": slot,
            "name": name,
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            **more,
        }
        return self.client.post("/v1/uploads", json=asked, headers=self.headers())

    def begin(self, content: bytes, slot: str = "KTP", **more: Any) -> UploadState:
        answer = self.announce(content, slot, **more)
        assert answer.status_code == 200, answer.text
        return msgspec.json.decode(answer.content, type=UploadState)

    def block(self, upload_id: str, offset: object, block: bytes) -> Any:
        headers = self.headers(**{"content-type": "application/octet-stream", "upload-offset": str(offset)})
        return self.client.patch(f"/v1/uploads/{upload_id}", content=block, headers=headers)

    def send(self, state: UploadState, content: bytes, *, until: int | None = None) -> UploadState:
        while state.offset < (len(content) if until is None else until):
            part = content[state.offset : state.offset + state.block]
            answer = self.block(state.upload_id, state.offset, part)
            assert answer.status_code == 200, answer.text
            state = msgspec.json.decode(answer.content, type=UploadState)
        return state

    def finish(self, upload_id: str) -> Any:
        return self.client.post(f"/v1/uploads/{upload_id}/finish", headers=self.headers())

    def upload(self, content: bytes, slot: str = "KTP", **more: Any) -> Any:
        state = self.send(self.begin(content, slot, **more), content)
        return self.finish(state.upload_id)

    def stored(self, content: bytes, slot: str = "KTP", **more: Any) -> StoredFile:
        answer = self.upload(content, slot, **more)
        assert answer.status_code == 200, answer.text
        return msgspec.json.decode(answer.content, type=StoredFile)

    def file(self, file_id: str, acting_as: str = "") -> Any:
        query = {"acting_as": acting_as} if acting_as else {}
        return self.client.get(f"/v1/files/{file_id}", params=query, headers=self.headers())


def problem(answer: Any) -> Problem:
    found: Problem = msgspec.json.decode(answer.content, type=Problem)
    return found
