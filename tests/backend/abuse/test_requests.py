"""Requests that no client of ours sends: forged headers, huge bodies, texts that a database cannot hold."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from inaproc_backend.storage import tables
from tests.backend.accounts.owner import Owner
from tests.backend.office import PASSWORD, Office

SIGN_IN = {"username": "pp", "password": "salah", "device_id": "evil"}
JSON = {"content-type": "application/json"}

PUBLIC = [
    ("/v1/session/sign-in", SIGN_IN),
    ("/v1/session/second-factor", {"challenge": "x", "code": "000000"}),
    ("/v1/session/refresh", {"refresh_token": "x", "device_id": "d"}),
    ("/v1/recoveries", {"account": "pp"}),
    ("/v1/factor-resets", SIGN_IN),
]


@pytest.fixture
def any_client(any_owner: Owner) -> Iterator[TestClient[Any]]:
    """On SQLite and on PostgreSQL."""
    services = any_owner.office.services
    app = create_app(services.config, services=services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


# -- who is asking -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP", "CF-Connecting-IP", "X-Forwarded"]
)
def test_a_header_makes_no_new_address(client: TestClient[Any], owner: Owner, header: str) -> None:
    codes = []
    for number in range(52):
        asked = {**SIGN_IN, "username": f"nama{number}"}
        address = f"10.0.0.{number}"
        value = f"for={address}" if header == "Forwarded" else address
        codes.append(client.post("/v1/session/sign-in", json=asked, headers={header: value}).json()["code"])
    assert codes == ["session.wrong_credentials"] * 50 + ["session.too_many_attempts"] * 2


def test_behind_an_own_proxy_only_its_own_word_counts(office: Office) -> None:
    """The proxy appends; what the client wrote before it is not believed."""
    config = replace(office.services.config, trust_forwarded=True)
    office.services = replace(office.services, config=config)
    app = create_app(config, services=office.services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as client:
        codes = []
        for number in range(51):
            asked = {**SIGN_IN, "username": f"nama{number}"}
            headers = {"x-forwarded-for": f"10.0.0.{number}, 198.51.100.9"}
            codes.append(client.post("/v1/session/sign-in", json=asked, headers=headers).json()["code"])
        assert codes[-1] == "session.too_many_attempts"
        other = client.post(
            "/v1/session/sign-in", json=SIGN_IN, headers={"x-forwarded-for": "198.51.100.9, 203.0.113.7"}
        )
        assert other.json()["code"] == "session.wrong_credentials"


def test_a_forged_host_or_method_override_changes_nothing(client: TestClient[Any], owner: Owner) -> None:
    session = owner.sign_in()
    headers = {
        "authorization": f"Bearer {session.access_token}",
        "host": "evil.invalid",
        "x-http-method-override": "DELETE",
        "x-forwarded-host": "evil.invalid",
        "x-original-url": "/v1/account/sessions",
    }
    answer = client.get("/v1/account/sessions", headers=headers)
    assert answer.status_code == 200
    assert "evil.invalid" not in answer.text and "evil.invalid" not in str(answer.headers)
    assert owner.who(session) is not None


def test_other_sites_get_no_leave_to_read(client: TestClient[Any]) -> None:
    answer = client.options(
        "/v1/account",
        headers={"origin": "https://evil.invalid", "access-control-request-method": "GET"},
    )
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "value", ["Bearer", "Bearer ", "bearer  ", "Token x", "Bearer a b", "Bearer \x7f", ","]
)
def test_odd_authorization_headers(any_client: TestClient[Any], value: str) -> None:
    answer = any_client.get("/v1/account", headers={"authorization": value})
    assert (answer.status_code, answer.json()["code"]) in {
        (401, "session.missing"),
        (401, "session.token_expired"),
    }


# -- bodies ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [path for path, _ in PUBLIC])
def test_a_huge_body_is_refused_unread(client: TestClient[Any], office: Office, path: str) -> None:
    size = office.services.config.limits.body + 1
    answer = client.post(path, content=b'{"account": "' + b"x" * size + b'"}', headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (413, "http.too_large")
    assert office.rows(tables.sign_in_attempts) == [] and office.rows(tables.recoveries) == []


@pytest.mark.parametrize("path", [path for path, _ in PUBLIC])
def test_a_huge_body_in_pieces_is_refused_too(client: TestClient[Any], office: Office, path: str) -> None:
    """Without a length in front."""

    def pieces() -> Iterator[bytes]:
        for _ in range(office.services.config.limits.body // 4096 + 2):
            yield b" " * 4096

    answer = client.post(path, content=pieces(), headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (413, "http.too_large")


def test_a_password_of_a_megabyte_costs_no_hash(
    client: TestClient[Any], owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(owner.office.services.passwords), "matches", None)
    answer = client.post("/v1/session/sign-in", json={**SIGN_IN, "password": "x" * 900_000})
    assert (answer.status_code, answer.json()["code"]) == (400, "session.field_length")


ODD_TEXTS = ["\x00", "a\x00b", "\u202e", "\uffff", "\U0010ffff", "'; DROP TABLE people; --"]
ODD_PLACES = ["username", "password", "device_id", "device_name", "account", "code", "challenge"]


def test_texts_that_break_others(any_client: TestClient[Any], any_owner: Owner) -> None:
    """Whatever a text holds, it is never our fault: no answer is a 500, and the people are still there."""
    for where, text in itertools.product(ODD_PLACES, ODD_TEXTS):
        for path, body in PUBLIC:
            sent = {name: (value + text if name == where else value) for name, value in body.items()}
            if where == "device_name" and path.endswith("sign-in"):
                sent = {**sent, "password": PASSWORD, "device_name": text}
            answer = any_client.post(path, content=json.dumps(sent), headers=JSON)
            assert answer.status_code in {200, 201, 400, 401, 404, 429}, (path, answer.text)
        any_owner.office.clock.forward(hours=9)
    assert any_owner.office.rows(tables.incidents) == []
    assert len(any_owner.office.rows(tables.people)) > 1


@pytest.mark.parametrize("path", ["/v1/recoveries/{}/codes", "/v1/factor-resets/{}/codes/check"])
@pytest.mark.parametrize("text", ["%00", "..%2f..%2fetc", "%F0%9F%98%80", "x" * 2000])
def test_odd_ids_are_unknown(any_client: TestClient[Any], path: str, text: str) -> None:
    answer = any_client.post(
        path.format(text),
        json={"channel": "EMAIL", "code": "000000"},
        headers={"authorization": "Bearer x"},
    )
    assert answer.status_code in {400, 404}
    assert answer.json()["code"] in {
        "recovery.unknown",
        "factor_reset.unknown",
        "wire.malformed",
        "http.not_found",
    }


@pytest.mark.parametrize(
    "body",
    [
        '{"username": "pp", "username": "ppk", "password": "x", "device_id": "d"}',
        '{"username": ["pp"], "password": "x", "device_id": "d"}',
        '{"username": {"$ne": ""}, "password": {"$ne": ""}, "device_id": "d"}',
        '{"username": null, "password": "x", "device_id": "d"}',
        '{"username": "pp", "password": "x", "device_id": "d", "user_id": "u-ppk"}',
    ],
)
def test_odd_shapes_sign_nobody_in(client: TestClient[Any], owner: Owner, body: str) -> None:
    answer = client.post("/v1/session/sign-in", content=body, headers=JSON)
    assert answer.status_code in {400, 401}


def test_a_notice_carries_no_word_of_a_stranger(client: TestClient[Any], owner: Owner) -> None:
    """Who does not know the password cannot make us send his link to the owner."""
    lure = "Klik https://evil.invalid"
    for _ in range(7):
        client.post("/v1/session/sign-in", json={**SIGN_IN, "device_name": lure})
    client.post("/v1/recoveries", json={"account": "pp"})
    assert owner.notices() == ["account.locked", "code.recovery"]
    assert not any("evil.invalid" in row["body"] + row["subject"] for row in owner.messages())
