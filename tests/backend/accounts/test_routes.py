"""Account safety over HTTP: statuses, shapes, and who may ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyotp
import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from inaproc_core.registration.vocabulary import Channel
from tests.backend.accounts.owner import NEW_PASSWORD, PHONE, Owner
from tests.backend.office import PASSWORD, Office

SIGN_IN = {"username": "pp", "password": PASSWORD, "device_id": "pc-1", "device_name": "PC"}

PRIVATE = [
    ("GET", "/v1/account"),
    ("POST", "/v1/account/totp"),
    ("POST", "/v1/account/totp/confirm"),
    ("DELETE", "/v1/account/totp"),
    ("DELETE", "/v1/account/factor-reset"),
    ("POST", "/v1/account/recovery-codes"),
    ("POST", "/v1/account/password"),
    ("POST", "/v1/account/contact"),
    ("POST", "/v1/account/contact/check"),
    ("GET", "/v1/account/sessions"),
    ("DELETE", "/v1/account/sessions/x"),
    ("DELETE", "/v1/account/sessions"),
    ("GET", "/v1/account/events"),
]


@pytest.fixture
def client(office: Office) -> Iterator[TestClient[Any]]:
    app = create_app(office.services.config, services=office.services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def signed_in(client: TestClient[Any], owner: Owner) -> dict[str, str]:
    """Headers of a session with a fresh proof."""
    token = client.post("/v1/session/sign-in", json=SIGN_IN).json()["session"]["access_token"]
    headers = {"authorization": f"Bearer {token}"}
    client.post("/v1/session/step-up", json={"password": PASSWORD}, headers=headers)
    return headers


@pytest.mark.parametrize(("method", "path"), PRIVATE)
@pytest.mark.parametrize("token", ["", "Bearer none", "Basic eDp5"])
def test_nothing_without_a_session(client: TestClient[Any], method: str, path: str, token: str) -> None:
    body: Any = {} if method == "POST" else None
    answer = client.request(method, path, headers={"authorization": token} if token else {}, json=body)
    assert answer.status_code == 401
    assert answer.json()["code"] in {"session.missing", "session.token_expired"}


def test_the_token_of_a_recovery_signs_nobody_in(client: TestClient[Any], owner: Owner) -> None:
    token = client.post("/v1/recoveries", json={"account": "pp"}).json()["token"]
    answer = client.get("/v1/account", headers={"authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["code"]) == (401, "session.token_expired")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/v1/account/totp", None),
        ("DELETE", "/v1/account/totp", None),
        ("POST", "/v1/account/recovery-codes", None),
        ("POST", "/v1/account/password", {"old_password": PASSWORD, "new_password": NEW_PASSWORD}),
        ("POST", "/v1/account/contact", {"channel": "EMAIL", "target": "baru@latihan.invalid"}),
        ("DELETE", "/v1/account/sessions/x", None),
        ("DELETE", "/v1/account/sessions", None),
    ],
)
def test_changes_without_presence_are_forbidden(
    client: TestClient[Any], owner: Owner, method: str, path: str, body: Any
) -> None:
    token = client.post("/v1/session/sign-in", json=SIGN_IN).json()["session"]["access_token"]
    answer = client.request(method, path, json=body, headers={"authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["code"]) == (403, "session.step_up_required")
    assert answer.json()["sentence"].startswith("Tindakan ini perlu konfirmasi")


def test_a_life_of_the_second_factor(
    client: TestClient[Any], owner: Owner, signed_in: dict[str, str]
) -> None:
    made = client.post("/v1/account/totp", headers=signed_in).json()
    owner.secret = made["secret"]
    answer = client.post("/v1/account/totp/confirm", json={"code": owner.app_code()}, headers=signed_in)
    codes = answer.json()["codes"]
    assert (answer.status_code, len(codes)) == (200, 10)
    assert answer.headers["cache-control"] == "no-store"
    challenge = client.post("/v1/session/sign-in", json=SIGN_IN).json()["challenge"]
    answer = client.post("/v1/session/second-factor", json={"challenge": challenge, "code": codes[0]})
    assert answer.json()["session"]["user_id"] == "u-pp"
    view = client.get("/v1/account", headers=signed_in).json()
    assert (view["totp_on"], view["recovery_codes_left"]) == (True, 9)
    assert len(client.post("/v1/account/recovery-codes", headers=signed_in).json()["codes"]) == 10
    assert client.delete("/v1/account/totp", headers=signed_in).status_code == 204
    events = client.get("/v1/account/events", headers=signed_in).json()["events"]
    assert {event["code"] for event in events} >= {"account.totp_on", "account.totp_off"}


def test_a_forgotten_password(client: TestClient[Any], owner: Owner) -> None:
    begun = client.post("/v1/recoveries", json={"account": "pp"})
    assert begun.status_code == 201
    state, headers = begun.json(), {"authorization": f"Bearer {begun.json()['token']}"}
    path = f"/v1/recoveries/{state['recovery_id']}"
    asked = {"channel": "EMAIL", "code": owner.sent_code()}
    assert client.post(f"{path}/codes", json={"channel": "EMAIL"}, headers=headers).status_code == 429
    assert client.post(f"{path}/codes/check", json=asked).status_code == 401
    assert client.post(f"{path}/codes/check", json=asked, headers=headers).json()["proven"] is True
    other = {"authorization": "Bearer other"}
    wanted = {"password": NEW_PASSWORD}
    assert client.post(f"{path}/password", json=wanted, headers=other).status_code == 404
    assert client.post(f"{path}/password", json={"password": "x"}, headers=headers).status_code == 400
    assert client.post(f"{path}/password", json=wanted, headers=headers).status_code == 204
    assert client.post("/v1/session/sign-in", json=SIGN_IN).status_code == 401
    fresh = client.post("/v1/session/sign-in", json={**SIGN_IN, "password": NEW_PASSWORD})
    assert fresh.json()["session"]["user_id"] == "u-pp"


def test_a_lost_phone_and_its_stop(client: TestClient[Any], owner: Owner, signed_in: dict[str, str]) -> None:
    owner.secret = client.post("/v1/account/totp", headers=signed_in).json()["secret"]
    client.post("/v1/account/totp/confirm", json={"code": owner.app_code()}, headers=signed_in)
    answer = client.post("/v1/factor-resets", json={**SIGN_IN, "password": "salah"})
    assert answer.status_code == 401
    state = client.post("/v1/factor-resets", json=SIGN_IN).json()
    path, headers = f"/v1/factor-resets/{state['reset_id']}", {"authorization": f"Bearer {state['token']}"}
    for channel, to in ((Channel.EMAIL, None), (Channel.SMS, PHONE)):
        if channel is Channel.SMS:
            client.post(f"{path}/codes", json={"channel": channel.value}, headers=headers)
        asked = {"channel": channel.value, "code": owner.sent_code(channel, to)}
        state = client.post(f"{path}/codes/check", json=asked, headers=headers).json()
    assert state["wait_seconds"] == 24 * 3600
    assert client.get("/v1/account", headers=signed_in).json()["factor_reset_at"] == state["takes_effect_at"]
    assert client.delete("/v1/account/factor-reset", headers=signed_in).status_code == 204
    assert client.get("/v1/account", headers=signed_in).json()["factor_reset_at"] is None


def test_devices_are_listed_and_sent_away(
    client: TestClient[Any], owner: Owner, signed_in: dict[str, str]
) -> None:
    other = client.post("/v1/session/sign-in", json={**SIGN_IN, "device_id": "pc-2"}).json()["session"]
    theirs = {"authorization": f"Bearer {other['access_token']}"}
    rows = client.get("/v1/account/sessions", headers=signed_in).json()["sessions"]
    target = next(row["session_id"] for row in rows if not row["current"])
    assert client.delete(f"/v1/account/sessions/{target}", headers=signed_in).status_code == 204
    assert client.delete(f"/v1/account/sessions/{target}", headers=signed_in).status_code == 404
    assert client.get("/v1/account", headers=theirs).status_code == 401
    assert client.delete("/v1/account/sessions", headers=signed_in).status_code == 204
    assert client.get("/v1/account", headers=signed_in).status_code == 401


def test_a_new_email(client: TestClient[Any], owner: Owner, signed_in: dict[str, str]) -> None:
    wanted = {"channel": "EMAIL", "target": "baru@latihan.invalid"}
    assert client.post("/v1/account/contact", json=wanted, headers=signed_in).json()["sent"] is True
    asked = {"channel": "EMAIL", "code": owner.sent_code(to="baru@latihan.invalid")}
    answer = client.post("/v1/account/contact/check", json=asked, headers=signed_in)
    assert answer.json()["email"] == "baru@latihan.invalid"


def test_the_secret_for_the_app_fits_its_link(client: TestClient[Any], signed_in: dict[str, str]) -> None:
    made = client.post("/v1/account/totp", headers=signed_in).json()
    parsed = pyotp.parse_uri(made["uri"])
    assert (parsed.secret, parsed.issuer, parsed.name) == (made["secret"], "INAPROC", "pp")
