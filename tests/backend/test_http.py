"""The interface as a stranger meets it: every refusal a Problem, every answer as described."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from inaproc_backend.purchasing import lane as lane_module
from inaproc_core.orders import commands as c
from inaproc_core.policy import PolicyBook
from inaproc_core.values import Rupiah
from inaproc_core.wire import messages as m
from tests import builders as b
from tests.backend.office import PASSWORD, Office

ORDER = "0193a1b2-0000-7000-8000-00000000000a"


@pytest.fixture
def client(office: Office) -> Iterator[TestClient[Any]]:
    app = create_app(office.services.config, services=office.services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


def _headers(office: Office, actor: Any = b.PP, **more: str) -> dict[str, str]:
    return {"authorization": f"Bearer {office.token(actor)}", "content-type": "application/json", **more}


def _batch(*envelopes: m.Envelope) -> bytes:
    return msgspec.json.encode(m.CommandBatch(envelopes=list(envelopes)))


def _checkout() -> c.SubmitCheckout:
    return c.SubmitCheckout(checkout=b.checkout(b.facts()), max_total=Rupiah(10**12))


SIGN_IN = {"username": "pp", "password": PASSWORD, "device_id": "pc"}


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status", "code", "field"),
    [
        ("GET", "/nowhere", None, {}, 404, "http.not_found", ""),
        ("GET", "/v1/commands", None, {}, 405, "http.method_not_allowed", ""),
        ("POST", "/v1/commands", b"{", {}, 400, "http.bad_request", ""),
        ("POST", "/v1/commands", b"", {}, 400, "http.body_missing", ""),
        ("POST", "/v1/commands", b"\xff\xfe", {}, 400, "http.bad_request", ""),
        ("POST", "/v1/commands", b"[" * 5000, {}, 400, "http.too_deep", ""),
        (
            "POST",
            "/v1/commands",
            b"{}",
            {"content-type": "text/plain"},
            415,
            "http.unsupported_media_type",
            "",
        ),
        ("POST", "/v1/commands", b"a=1", {"content-type": ""}, 415, "http.unsupported_media_type", ""),
        ("POST", "/v1/commands", b'{"envelopes": []}', {}, 401, "session.missing", ""),
        (
            *("POST", "/v1/commands", b'{"envelopes": []}', {"authorization": "Basic eDp5"}),
            *(401, "session.missing", ""),
        ),
        ("POST", "/v1/sync/pull", b'{"cursors": {}}', {}, 401, "session.missing", ""),
        (
            *("POST", "/v1/sync/pull", b'{"cursors": {}}', {"authorization": "Bearer none"}),
            *(401, "session.token_expired", ""),
        ),
        ("GET", "/v1/wake", None, {}, 401, "session.missing", ""),
        ("POST", "/v1/session/sign-in", b"{}", {}, 400, "wire.missing_field", "username"),
        (
            *("POST", "/v1/session/sign-in", json.dumps({**SIGN_IN, "otp": 1}).encode(), {}),
            *(400, "wire.unknown_field", "otp"),
        ),
        (
            *("POST", "/v1/session/sign-in", json.dumps({**SIGN_IN, "username": 7}).encode(), {}),
            *(400, "wire.malformed", "username"),
        ),
        (
            *("POST", "/v1/session/sign-in", json.dumps({**SIGN_IN, "password": "x"}).encode(), {}),
            *(401, "session.wrong_credentials", "password"),
        ),
        (
            *("POST", "/v1/session/refresh", b'{"refresh_token": "x", "device_id": "pc"}', {}),
            *(401, "session.refresh_unknown", "refresh_token"),
        ),
        (
            *("POST", "/v1/session/second-factor", b'{"challenge": "x", "code": "1"}', {}),
            *(401, "session.challenge_expired", "challenge"),
        ),
        ("POST", "/v1/session/hello", b'{"proto_min": false}', {}, 400, "wire.malformed", "proto_min"),
        ("POST", "/v1/commands", b" " * (1024 * 1024 + 1), {}, 413, "http.too_large", ""),
    ],
)
def test_refusals(
    client: TestClient[Any],
    method: str,
    path: str,
    body: bytes | None,
    headers: dict[str, str],
    status: int,
    code: str,
    field: str,
) -> None:
    given = {"content-type": "application/json", **headers} if method == "POST" else headers
    answer = client.request(method, path, content=body, headers=given)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    problem = msgspec.json.decode(answer.content, type=m.Problem)
    assert problem.field == field
    assert len(problem.sentence) > 20 and "Traceback" not in answer.text
    if status == 401:
        assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"cmd_id": "x"}, "command.id_malformed", "envelopes.0.cmd_id"),
        ({"depends_on": "x"}, "command.id_malformed", "envelopes.0.depends_on"),
        ({"aggregate": ""}, "command.aggregate_malformed", "envelopes.0.aggregate"),
        ({"aggregate": "../x"}, "command.aggregate_malformed", "envelopes.0.aggregate"),
        ({"base_rev": 2**60}, "wire.number_too_large", "envelopes.0.base_rev"),
        ({"payload": {"a": [{"b": -(2**60)}]}}, "wire.number_too_large", "envelopes.0.payload.a.0.b"),
        ({"payload": {"a": "x\x00"}}, "wire.forbidden_character", "envelopes.0.payload.a"),
        ({"payload": {"\x00": 1}}, "wire.forbidden_character", "envelopes.0.payload"),
        ({"surprise": 1}, "wire.unknown_field", "envelopes.0.surprise"),
        ({"guards": {"x": []}}, "wire.malformed", "envelopes.0.guards[...]"),
    ],
)
def test_envelopes_that_cannot_be_meant(
    office: Office, client: TestClient[Any], change: dict[str, Any], code: str, field: str
) -> None:
    envelope = {**msgspec.to_builtins(office.envelope(b.PP, _checkout(), ORDER)), **change}
    answer = client.post("/v1/commands", json={"envelopes": [envelope]}, headers=_headers(office))
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (400, code, field)


def test_batches_have_a_length_and_one_device(office: Office, client: TestClient[Any]) -> None:
    envelope = office.envelope(b.PP, _checkout(), ORDER)
    for batch, code in (
        ([], "command.batch_empty"),
        ([envelope] * 51, "command.batch_too_long"),
        ([envelope, msgspec.structs.replace(envelope, device_id="other")], "command.two_devices"),
    ):
        answer = client.post("/v1/commands", content=_batch(*batch), headers=_headers(office))
        assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_a_batch_is_answered_in_order_and_read_again(office: Office, client: TestClient[Any]) -> None:
    first = office.envelope(b.PP, _checkout(), ORDER)
    second = office.envelope(b.PP, c.SubmitToPpk(), ORDER, 1, depends_on=first.cmd_id)
    answer = client.post("/v1/commands", content=_batch(first, second), headers=_headers(office))
    assert answer.status_code == 200
    outcomes = msgspec.json.decode(answer.content, type=m.CommandAnswer).outcomes
    assert [(one.cmd_id, one.outcome) for one in outcomes] == [
        (first.cmd_id, "ok"),
        (second.cmd_id, "rejected"),
    ]
    assert outcomes[1].code == "order.not_allowed_in_state"
    assert "karena pesanan menunggu jawaban penyedia" in outcomes[1].sentence
    again = client.post("/v1/commands", content=_batch(first, second), headers=_headers(office))
    assert again.content == answer.content
    one = client.get(f"/v1/commands/{first.cmd_id}", headers=_headers(office))
    assert msgspec.json.decode(one.content, type=m.Outcome) == outcomes[0]
    other = client.get(f"/v1/commands/{first.cmd_id}", headers=_headers(office, b.PPK))
    assert (other.status_code, other.json()["code"]) == (404, "command.unknown")


def test_a_batch_runs_on_either_database(any_office: Office) -> None:
    """On PostgreSQL each command has its own transaction; the answers are the same."""
    services = any_office.services
    envelopes = []
    for number in range(6):
        order_id = any_office.new_id()
        envelopes.append(any_office.envelope(b.PP, _checkout(), order_id))
        if number % 2:
            follow = any_office.envelope(b.PP, c.SubmitToPpk(), order_id, depends_on=envelopes[-1].cmd_id)
            envelopes.append(follow)
    app = create_app(services.config, services=services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.post("/v1/commands", content=_batch(*envelopes), headers=_headers(any_office))
        outcomes = msgspec.json.decode(answer.content, type=m.CommandAnswer).outcomes
        kinds = ["ok", "ok", "conflict"] * 3
        assert [outcome.outcome for outcome in outcomes] == kinds
        reused = msgspec.structs.replace(envelopes[0], base_rev=9)
        refused = client.post("/v1/commands", content=_batch(reused), headers=_headers(any_office))
        assert refused.status_code == 422
    assert answer.headers["cache-control"] == "no-store"


def test_a_reused_id_is_422(office: Office, client: TestClient[Any]) -> None:
    envelope = office.envelope(b.PP, _checkout(), ORDER)
    client.post("/v1/commands", content=_batch(envelope), headers=_headers(office))
    other = msgspec.structs.replace(envelope, aggregate=ORDER[:-1] + "b")
    answer = client.post("/v1/commands", content=_batch(other), headers=_headers(office))
    assert (answer.status_code, answer.json()["code"]) == (422, "command.id_reused")


def test_sentences_follow_the_language_asked_for(office: Office, client: TestClient[Any]) -> None:
    said = {
        language: client.get("/nowhere", headers={"accept-language": language}).json()["sentence"]
        for language in ("id", "en-GB,id;q=0.5", "fr", "id,en")
    }
    assert said["en-GB,id;q=0.5"].startswith("There is nothing at /nowhere")
    assert said["id"] == said["fr"] == said["id,en"]


def test_the_whole_way_from_sign_in_to_sign_out(office: Office, client: TestClient[Any]) -> None:
    answer = client.post("/v1/session/sign-in", json=SIGN_IN)
    session = msgspec.json.decode(answer.content, type=m.SignInAnswer).session
    assert session is not None
    headers = {"authorization": f"Bearer {session.access_token}"}
    step_up = client.post("/v1/session/step-up", json={"password": PASSWORD}, headers=headers)
    assert step_up.json() == {"seconds": 300}
    refreshed = client.post(
        "/v1/session/refresh", json={"refresh_token": session.refresh_token, "device_id": "pc"}
    )
    assert msgspec.json.decode(refreshed.content, type=m.Session).username == "pp"
    assert client.post("/v1/session/sign-out", headers=headers).status_code == 204
    assert client.post("/v1/session/sign-out", headers=headers).status_code == 401


def test_throttling_states_the_wait_in_header_and_sentence(client: TestClient[Any]) -> None:
    for _ in range(6):
        answer = client.post("/v1/session/sign-in", json={**SIGN_IN, "password": "salah"})
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == str(answer.json()["facts"]["wait_seconds"]) == "901"
    assert "Coba lagi dalam 15 menit 1 detik," in answer.json()["sentence"]


def test_hello_hands_out_the_rule_book(office: Office, client: TestClient[Any]) -> None:
    asked = m.Hello(proto_min=1, proto_max=1, client_version="0.1.0")
    answer = client.post("/v1/session/hello", json=msgspec.to_builtins(asked))
    hello = msgspec.json.decode(answer.content, type=m.HelloAnswer)
    assert PolicyBook.parse(hello.policy).version == hello.policy_version == b.BOOK.version
    assert (hello.epoch, hello.server_time, hello.training) == (office.services.epoch, b.NOW, False)


def test_the_interface_document_names_every_route_and_its_refusals(client: TestClient[Any]) -> None:
    document = client.get("/schema/openapi.json").json()
    paths = document["paths"]
    assert {
        *("/v1/session/hello", "/v1/session/sign-in", "/v1/session/second-factor", "/v1/session/refresh"),
        *("/v1/session/step-up", "/v1/session/sign-out", "/v1/commands", "/v1/commands/{cmd_id}"),
        *("/v1/sync/pull", "/v1/wake", "/v1/catalogue/products", "/v1/catalogue/pack", "/health"),
        *("/v1/documents/{document_id}", "/v1/documents/{document_id}/revisions", "/v1/certificates"),
    } <= set(paths)
    assert not any(path.startswith("/v1/training") for path in paths)
    answers = paths["/v1/commands"]["post"]["responses"]
    assert answers["200"]["content"]["application/json"]["schema"]["$ref"].endswith("CommandAnswer")
    for status in ("400", "401", "422"):
        assert answers[status]["content"]["application/json"]["schema"]["$ref"].endswith("Problem")
    assert paths["/v1/session/sign-in"]["post"]["security"] == [{}]
    assert document["security"] == [{"token": []}]


def test_health(client: TestClient[Any]) -> None:
    assert client.get("/health").json()["status"] == "ok"


@pytest.mark.expects_log
def test_our_own_fault_is_a_number_not_a_trace(
    office: Office, client: TestClient[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        message = "secret detail"
        raise RuntimeError(message)

    monkeypatch.setattr(lane_module.CommandLane, "execute", broken)
    envelope = office.envelope(b.PP, _checkout(), ORDER)
    answer = client.post("/v1/commands", content=_batch(envelope), headers=_headers(office))
    assert (answer.status_code, answer.json()["code"]) == (500, "server.incident")
    assert "secret" not in answer.text and "Traceback" not in answer.text
    number = answer.json()["facts"]["incident"]
    with office.services.database.read() as connection:
        row = connection.exec_driver_sql("SELECT number, detail FROM incidents").fetchone()
    assert row is not None and row[0] == number and "secret detail" in row[1]


def test_page_of_the_feed_is_packed_for_whoever_asks(office: Office, client: TestClient[Any]) -> None:
    """Over 256 kbit/s a month of changes takes minutes packed, and hours unpacked."""
    for number in range(4):
        assert office.send(b.PP, _checkout(), f"{ORDER[:-1]}{number}").outcome == "ok"
    plain = client.post(
        "/v1/sync/pull",
        content=b'{"cursors": {}}',
        headers=_headers(office, **{"Accept-Encoding": "identity"}),
    )
    packed = client.post(
        "/v1/sync/pull", content=b'{"cursors": {}}', headers=_headers(office, **{"Accept-Encoding": "gzip"})
    )
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert int(packed.headers["Content-Length"]) * 3 < len(plain.content)
    assert packed.json() == plain.json()
