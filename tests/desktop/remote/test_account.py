"""Calls about an account: which request goes out, with which token, and what is read of the answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import Consents
from inaproc_core.wire.messages import Session
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.registration import Identity
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.remote.account import HttpAccount, HttpRegistration
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.services.identity import public_part

CODE = {"channel": "EMAIL", "target": "a•••@kantor.go.id"}
STATE = {
    "registration_id": "r-1",
    "email": CODE,
    "phone": {"channel": "SMS", "target": "0812-••••-1490"},
    "username": "ayu.latihan",
    "expires_seconds": 100,
    "member_of_a_newer_version": 1,
}
RECOVERY = {"recovery_id": "c-1", "email": CODE, "token": "rahasia"}
AT = datetime(2026, 11, 22, tzinfo=UTC).isoformat()
ACCOUNT = {
    "user_id": "u-1",
    "username": "ayu",
    "name": "Ayu Latihan",
    "email": "a@b.id",
    "phone": "",
    "totp_on": False,
    "totp_required": False,
    "recovery_codes_left": 0,
    "profile_status": "NONE",
}


class Server:
    def __init__(self) -> None:
        self.seen: list[httpx.Request] = []
        self.answer: Any = {}

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        if isinstance(self.answer, httpx.Response):
            return self.answer
        return httpx.Response(204) if self.answer is None else httpx.Response(200, json=self.answer)

    def last(self) -> tuple[str, str, str, Any]:
        request = self.seen[-1]
        body = json.loads(request.content) if request.content else None
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return request.method, request.url.path, token, body


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def client(server: Server) -> HttpClient:
    return HttpClient("http://127.0.0.1:1", transport=httpx.MockTransport(server))


@pytest.fixture
def registration(client: HttpClient) -> HttpRegistration:
    return HttpRegistration(client, device_id="dev-1", device_name="meja")


@pytest.fixture
def account(client: HttpClient) -> HttpAccount:
    wire = HttpWire(client, device_id="dev-1")
    wire.adopt(
        Session(
            access_token="access",
            access_seconds=600,
            refresh_token="refresh",
            user_id="u-1",
            name="Ayu Latihan",
            username="ayu",
            nip="",
            accesses=[],
            training=False,
        )
    )
    return HttpAccount(wire)


def test_the_form_goes_out_with_consents_and_device(server: Server, registration: HttpRegistration) -> None:
    server.answer = {**STATE, "token": "t-1"}
    identity = Identity(
        full_name="Ayu Latihan",
        username="ayu.latihan",
        email="ayu@kantor.go.id",
        phone="+6281234561490",
        password="Rahasia-1",
    )
    assert "Rahasia-1" not in repr(identity)
    state = registration.begin_registration(
        identity, Consents(terms_version="2026-1", privacy_version="2026-2"), "id"
    )
    assert (state.registration_id, state.token, state.email.target) == ("r-1", "t-1", "a•••@kantor.go.id")
    method, path, token, body = server.last()
    assert (method, path, token) == ("POST", "/v1/registrations", "")
    assert body == {
        "full_name": "Ayu Latihan",
        "username": "ayu.latihan",
        "email": "ayu@kantor.go.id",
        "phone": "+6281234561490",
        "password": "Rahasia-1",
        "consents": {"terms_version": "2026-1", "privacy_version": "2026-2"},
        "device_id": "dev-1",
        "device_name": "meja",
        "language": "id",
    }


@pytest.mark.parametrize(
    ("call", "method", "path", "body"),
    [
        (lambda r: r.registration("r-1", "t"), "GET", "/v1/registrations/r-1", None),
        (
            lambda r: r.amend_registration("r-1", "t", email="b@b.id"),
            "PATCH",
            "/v1/registrations/r-1",
            {"email": "b@b.id"},
        ),
        (
            lambda r: r.send_registration_code("r-1", "t", Channel.SMS),
            "POST",
            "/v1/registrations/r-1/codes",
            {"channel": "SMS"},
        ),
        (
            lambda r: r.check_registration_code("r-1", "t", Channel.EMAIL, "123456"),
            "POST",
            "/v1/registrations/r-1/codes/check",
            {"channel": "EMAIL", "code": "123456"},
        ),
    ],
)
def test_registration_calls(
    server: Server,
    registration: HttpRegistration,
    call: Callable[[HttpRegistration], Any],
    method: str,
    path: str,
    body: Any,
) -> None:
    server.answer = STATE
    assert call(registration).username == "ayu.latihan"
    assert server.last()[:3] == (method, path, "t")
    sent = server.last()[3]
    assert (sent and {key: value for key, value in sent.items() if value}) == body


def test_completing_returns_the_session(server: Server, registration: HttpRegistration) -> None:
    server.answer = {"session": None, "challenge": ""}
    assert registration.complete_registration("r-1", "t").session is None
    assert server.last() == ("POST", "/v1/registrations/r-1/complete", "t", None)


def test_way_back_in(server: Server, registration: HttpRegistration) -> None:
    server.answer = RECOVERY
    assert registration.begin_recovery("ayu").token == "rahasia"
    assert server.last() == ("POST", "/v1/recoveries", "", {"account": "ayu"})
    registration.send_recovery_code("c-1", "rahasia")
    assert server.last()[:3] == ("POST", "/v1/recoveries/c-1/codes", "rahasia")
    registration.check_recovery_code("c-1", "rahasia", "123456")
    assert server.last()[1] == "/v1/recoveries/c-1/codes/check"
    server.answer = None
    registration.set_new_password("c-1", "rahasia", "Baru-12345", "654321")
    assert server.last() == (
        "POST",
        "/v1/recoveries/c-1/password",
        "rahasia",
        {"password": "Baru-12345", "code": "654321"},
    )


@pytest.mark.parametrize(
    ("call", "answer", "method", "path"),
    [
        (lambda a: a.account(), ACCOUNT, "GET", ""),
        (lambda a: a.begin_totp(), {"secret": "S", "uri": "otpauth://x"}, "POST", "/totp"),
        (lambda a: a.confirm_totp("123456"), {"codes": ["a"]}, "POST", "/totp/confirm"),
        (lambda a: a.remove_totp(), None, "DELETE", "/totp"),
        (lambda a: a.stop_factor_reset(), None, "DELETE", "/factor-reset"),
        (lambda a: a.renew_recovery_codes(), {"codes": ["a"]}, "POST", "/recovery-codes"),
        (lambda a: a.change_password("a", "b"), None, "POST", "/password"),
        (lambda a: a.change_contact(Channel.SMS, "+628"), CODE, "POST", "/contact"),
        (lambda a: a.check_contact(Channel.SMS, "123456"), ACCOUNT, "POST", "/contact/check"),
        (lambda a: a.sessions(), {"sessions": []}, "GET", "/sessions"),
        (lambda a: a.end_session("s-1"), None, "DELETE", "/sessions/s-1"),
        (lambda a: a.end_all_sessions(), None, "DELETE", "/sessions"),
        (lambda a: a.events(), {"events": [{"code": "x", "at": AT}]}, "GET", "/events"),
    ],
)
def test_account_calls_go_out_in_the_session(
    server: Server,
    account: HttpAccount,
    call: Callable[[HttpAccount], Any],
    answer: Any,
    method: str,
    path: str,
) -> None:
    server.answer = answer
    call(account)
    assert server.last()[:3] == (method, f"/v1/account{path}", "access")


def test_refusals_and_nonsense_have_their_families(server: Server, account: HttpAccount) -> None:
    server.answer = httpx.Response(403, json={"code": "session.step_up_required", "sentence": "Buktikan."})
    with pytest.raises(BackendRefused, match=r"session\.step_up_required"):
        account.remove_totp()
    server.answer = {"user_id": 5}
    with pytest.raises(WorldFailed, match=r"world\.answer"):
        account.account()


def test_the_wire_knows_which_proof_counts(server: Server, account: HttpAccount) -> None:
    wire = account._wire
    assert not wire.totp_on
    server.answer = {"codes": ["PULIH-1"]}
    account.confirm_totp("123456")
    assert wire.totp_on
    server.answer = None
    account.remove_totp()
    assert not wire.totp_on
    server.answer = {**ACCOUNT, "totp_on": True}
    account.account()
    assert wire.totp_on
    for code, on in (("session.password_needed", False), ("session.code_needed", True)):
        server.answer = httpx.Response(401, json={"code": code, "sentence": "Yang lain."})
        with pytest.raises(BackendRefused, match=code):
            account.step_up("", "rahasia")
        assert wire.totp_on is on
    server.answer = httpx.Response(401, json={"code": "session.wrong_code", "sentence": "Salah."})
    with pytest.raises(BackendRefused):
        account.step_up("000000", "")
    assert wire.totp_on


def test_every_session_says_which_proof_counts(server: Server, client: HttpClient) -> None:
    wire = HttpWire(client, device_id="dev-1")
    session = {
        "access_token": "access",
        "access_seconds": 600,
        "refresh_token": "refresh",
        "user_id": "u-1",
        "name": "Ayu Latihan",
        "username": "ayu",
        "nip": "",
        "accesses": [],
        "training": False,
    }
    server.answer = {"session": {**session, "totp_on": True}}
    wire.second_factor("challenge", "123456")
    assert wire.totp_on
    server.answer = session
    wire.renew()
    assert not wire.totp_on
    server.answer = {**session, "totp_on": True}
    kept = wire.restore("refresh-2")
    assert wire.totp_on
    assert public_part(kept).totp_on and public_part(kept).refresh_token == ""


def test_a_lost_second_factor(server: Server, registration: HttpRegistration) -> None:
    state = {"reset_id": "f-1", "email": CODE, "phone": {**CODE, "channel": "SMS"}}
    server.answer = {**state, "token": "t-1"}
    assert registration.begin_factor_reset("ayu", "Rahasia-1").token == "t-1"
    assert server.last() == (
        "POST",
        "/v1/factor-resets",
        "",
        {"username": "ayu", "password": "Rahasia-1", "device_id": "dev-1", "device_name": "meja"},
    )
    server.answer = state
    registration.send_factor_reset_code("f-1", "t-1", Channel.SMS)
    assert server.last() == ("POST", "/v1/factor-resets/f-1/codes", "t-1", {"channel": "SMS"})
    server.answer = {**state, "takes_effect_at": AT, "wait_seconds": 86400, "lapses_at": AT}
    done = registration.check_factor_reset_code("f-1", "t-1", Channel.SMS, "123456")
    assert server.last()[1:] == (
        "/v1/factor-resets/f-1/codes/check",
        "t-1",
        {"channel": "SMS", "code": "123456"},
    )
    assert done.takes_effect_at == datetime(2026, 11, 22, tzinfo=UTC)
