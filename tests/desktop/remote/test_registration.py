"""Calls of stages 2 and 3 against a small server in the process: uploads above all, which lose their link."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import httpx
import pytest

from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import Session
from inaproc_core.wire.registration import SubmitAccess, SubmitProfile
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.ui import Cancelled, CancelToken
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.remote.registration import HttpAccesses

BLOCK = 10
CONTENT = bytes(range(35))


def refusal(code: str, status: int = 409) -> httpx.Response:
    return httpx.Response(status, json={"code": code, "sentence": "Kalimat."})


class Backend:
    """Keeps uploads by content, as the real one does; loses the link where it is told to."""

    def __init__(self) -> None:
        self.uploads: dict[str, tuple[dict[str, Any], bytearray]] = {}
        self.lose_after: list[int] = []
        self.answers: dict[tuple[str, str], httpx.Response] = {}
        self.calls: list[tuple[str, str]] = []
        self.bodies: list[bytes] = []
        self.forget_at = -1

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.calls.append((request.method, path))
        self.bodies.append(request.content)
        if (request.method, path) in self.answers:
            return self.answers[request.method, path]
        if path == "/v1/uploads":
            return self._begin(json.loads(request.content))
        if path.startswith("/v1/uploads/"):
            return self._upload(request, path.split("/")[3], path.endswith("/finish"))
        return httpx.Response(404, json={"code": "http.not_found", "sentence": "?"})

    def _begin(self, asked: dict[str, Any]) -> httpx.Response:
        key = f"{asked['slot']}-{asked['sha256'][:8]}"
        self.uploads.setdefault(key, (asked, bytearray()))
        return self._state(key)

    def _state(self, key: str) -> httpx.Response:
        asked, held = self.uploads[key]
        answer = {"upload_id": key, "offset": len(held), "size": asked["size"], "block": BLOCK}
        return httpx.Response(200, json=answer)

    def _upload(self, request: httpx.Request, key: str, finish: bool) -> httpx.Response:
        if key not in self.uploads:
            return refusal("upload.unknown", 404)
        asked, held = self.uploads[key]
        if request.method == "GET":
            return self._state(key)
        if finish:
            assert hashlib.sha256(held).hexdigest() == asked["sha256"]
            stored = {**asked, "file_id": f"file-{key}", "media_type": "application/pdf"}
            return httpx.Response(200, json=stored)
        if int(request.headers["Upload-Offset"]) != len(held):
            return refusal("upload.offset")
        if self.forget_at == len(held):
            self.forget_at = -1
            del self.uploads[key]
            return refusal("upload.unknown", 404)
        if self.lose_after:
            held.extend(request.content[: self.lose_after.pop(0)])
            raise httpx.ReadError("the link went down in the middle of a block")
        held.extend(request.content)
        return self._state(key)


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
def calls(backend: Backend) -> HttpAccesses:
    client = HttpClient("http://127.0.0.1:1", transport=httpx.MockTransport(backend))
    wire = HttpWire(client, device_id="dev-1")
    wire.adopt(
        Session(
            access_token="a",
            access_seconds=600,
            refresh_token="r",
            user_id="u",
            name="Pemohon",
            username="pemohon",
            nip="",
            accesses=[],
            training=False,
        )
    )
    return HttpAccesses(wire)


class Watcher:
    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def __call__(self, done: int, size: int) -> None:
        self.seen.append((done, size))


def upload(calls: HttpAccesses, watcher: Watcher, cancel: CancelToken | None = None) -> str:
    stored = calls.upload("ASSIGNMENT_LETTER", "surat.pdf", CONTENT, watcher, cancel or CancelToken())
    return stored.file_id


def test_a_file_goes_in_blocks_and_is_finished(calls: HttpAccesses, backend: Backend) -> None:
    watcher = Watcher()
    assert upload(calls, watcher).startswith("file-ASSIGNMENT_LETTER")
    assert watcher.seen == [(0, 35), (10, 35), (20, 35), (30, 35), (35, 35)]
    assert [method for method, _ in backend.calls] == ["POST", "PATCH", "PATCH", "PATCH", "PATCH", "POST"]
    ((asked, held),) = backend.uploads.values()
    assert bytes(held) == CONTENT
    assert asked["sha256"] == hashlib.sha256(CONTENT).hexdigest()


@pytest.mark.parametrize("arrived", [0, 4, 10])
def test_a_lost_link_goes_on_where_the_backend_stopped(
    calls: HttpAccesses, backend: Backend, arrived: int
) -> None:
    backend.lose_after = [arrived, 3]
    upload(calls, watcher := Watcher())
    ((_, held),) = backend.uploads.values()
    assert bytes(held) == CONTENT
    assert [done for done, _ in watcher.seen] == sorted(done for done, _ in watcher.seen)


def test_a_link_that_stays_away_is_told_and_nothing_is_sent_twice_later(
    calls: HttpAccesses, backend: Backend
) -> None:
    backend.lose_after = [5, 0, 0, 0]
    with pytest.raises(WorldFailed):
        upload(calls, Watcher())
    ((_, held),) = backend.uploads.values()
    assert len(held) == 5
    upload(calls, watcher := Watcher())
    assert watcher.seen[0] == (5, 35)
    assert bytes(held) == CONTENT


def test_a_killed_program_goes_on_with_the_same_content(calls: HttpAccesses, backend: Backend) -> None:
    cancel = CancelToken()

    class Kill(Watcher):
        def __call__(self, done: int, size: int) -> None:
            super().__call__(done, size)
            if done >= 20:
                cancel.cancel()

    with pytest.raises(Cancelled):
        upload(calls, Kill(), cancel)
    upload(calls, watcher := Watcher())
    assert watcher.seen[0] == (20, 35)


def test_a_block_that_came_twice_is_put_right_by_the_offset(calls: HttpAccesses, backend: Backend) -> None:
    class Meddler(Watcher):
        """Another window of the same person sends a block meanwhile."""

        def __call__(self, done: int, size: int) -> None:
            super().__call__(done, size)
            if done == 10:
                ((_, held),) = backend.uploads.values()
                held.extend(CONTENT[10:20])

    upload(calls, Meddler())
    ((_, held),) = backend.uploads.values()
    assert bytes(held) == CONTENT


def test_a_forgotten_upload_begins_again(calls: HttpAccesses, backend: Backend) -> None:
    backend.forget_at = 20
    upload(calls, Watcher())
    ((_, held),) = backend.uploads.values()
    assert bytes(held) == CONTENT


def test_a_file_that_is_refused_is_told_with_its_code(calls: HttpAccesses, backend: Backend) -> None:
    key = f"ASSIGNMENT_LETTER-{hashlib.sha256(CONTENT).hexdigest()[:8]}"
    backend.answers["POST", f"/v1/uploads/{key}/finish"] = refusal("file.pdf_script", 422)
    with pytest.raises(BackendRefused) as refused:
        upload(calls, Watcher())
    assert refused.value.refusal.code == "file.pdf_script"


def test_an_empty_file_sends_no_block(calls: HttpAccesses, backend: Backend) -> None:
    calls.upload("KTP", "kosong.jpg", b"", Watcher(), CancelToken())
    assert [method for method, _ in backend.calls] == ["POST", "POST"]


def test_messages_go_where_the_contract_says(calls: HttpAccesses, backend: Backend) -> None:
    profile = {"status": "WAITING", "revision": 1}
    request = {
        "request_id": "r 1",
        "revision": 2,
        "kind": "PPK",
        "status": "WITHDRAWN",
        "verifier": "VAI",
        "fields": {},
        "files": {},
        "sent_at": "2026-11-23T01:00:00Z",
        "since": "2026-11-23T01:00:00Z",
    }
    nib = {"nib": "1", "may_go_on": True, "rules": []}
    backend.answers = {
        ("GET", "/v1/profile"): httpx.Response(200, json=profile),
        ("PUT", "/v1/profile"): httpx.Response(200, json=profile),
        ("PUT", "/v1/access-requests"): httpx.Response(200, json=request),
        ("POST", "/v1/access-requests/r 1/withdraw"): httpx.Response(200, json=request),
        ("POST", "/v1/nib/check"): httpx.Response(200, json=nib),
        ("GET", "/v1/offices"): httpx.Response(200, json={"offices": []}),
        ("GET", "/v1/instansi"): httpx.Response(200, json={"instansi": []}),
        ("GET", "/v1/files/f-1"): httpx.Response(200, content=b"%PDF-"),
        ("GET", "/v1/accesses"): httpx.Response(
            200, json={"accesses": [], "requests": [request], "profile": profile}
        ),
    }
    submit = SubmitProfile(request_id="q", revision=0, nationality="WNI", fields={"nik": "1"}, files={})
    access = SubmitAccess(request_id="r 1", revision=1, kind="PPK", fields={}, files={}, renews="a-1")
    assert calls.profile().status == "WAITING"
    assert calls.submit_profile(submit).revision == 1
    assert backend.bodies[-1] == to_json(submit)
    assert calls.submit_access(access).status == "WITHDRAWN"
    assert json.loads(backend.bodies[-1])["renews"] == "a-1"
    assert calls.withdraw("r 1", 2).request_id == "r 1"
    assert json.loads(backend.bodies[-1]) == {"revision": 2}
    assert calls.check_nib("1", "COMPANY_OWNER").may_go_on
    assert calls.offices("dinas", "D9901", 20) == ()
    assert calls.instansi("kota", "", 20) == ()
    assert calls.file("f-1") == b"%PDF-"
    assert calls.accesses().requests[0].kind == "PPK"
