"""``/v1/registrations`` as a stranger meets it, and that it tells nobody who has an account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from inaproc_backend.accounts import codes
from inaproc_backend.accounts.codes import Issued
from inaproc_backend.accounts.passwords import Passwords
from inaproc_backend.app import create_app
from inaproc_backend.storage import tables
from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import RegistrationState
from tests.backend.office import Office
from tests.backend.registering.conftest import EMAIL, PHONE, Applicant, form, refused, with_ways


@dataclass
class Stranger:
    """Somebody with an HTTP client, at one network address."""

    client: TestClient[Any]
    id: str = ""
    token: str = ""

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        if self.token:
            headers.setdefault("authorization", f"Bearer {self.token}")
        return self.client.request(method, path, json=body, headers=headers)

    def begin(self, **more: Any) -> Any:
        self.token = ""
        answer = self.call("POST", "/v1/registrations", msgspec.to_builtins(form(**more)))
        if answer.status_code == 201:
            self.id, self.token = answer.json()["registration_id"], answer.json()["token"]
        return answer

    def post(self, what: str, body: Any = None) -> Any:
        return self.call("POST", f"/v1/registrations/{self.id}/{what}", body)


@pytest.fixture
def stranger(any_office: Office) -> Iterator[Stranger]:
    services = with_ways(any_office).services
    app = create_app(services.config, services=services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Stranger(client)


def test_the_whole_way_over_http(stranger: Stranger, any_office: Office) -> None:
    mail = Applicant(any_office)
    begun = stranger.begin()
    assert begun.status_code == 201 and begun.headers["cache-control"] == "no-store"
    assert stranger.post("codes", {"channel": "EMAIL"}).json()["email"]["sent"] is True
    wrong = stranger.post("codes/check", {"channel": "EMAIL", "code": "12"})
    assert (wrong.status_code, wrong.json()["code"], wrong.json()["field"]) == (400, "code.digits", "code")
    again = stranger.post("codes", {"channel": "EMAIL"})
    assert (again.status_code, again.json()["code"]) == (429, "code.too_soon")
    assert 0 < int(again.headers["retry-after"]) <= 60
    checked = stranger.post("codes/check", {"channel": "EMAIL", "code": mail.code()})
    assert checked.json()["username_free"] is True
    stranger.post("codes", {"channel": "SMS"})
    stranger.post("codes/check", {"channel": "SMS", "code": mail.code(Channel.SMS)})
    state = stranger.call("GET", f"/v1/registrations/{stranger.id}")
    assert state.json()["phone"]["verified"] is True and state.json()["token"] == ""
    done = stranger.post("complete")
    assert done.status_code == 200
    session = done.json()["session"]
    profile = stranger.call("GET", "/v1/wake", authorization="Bearer nobody")
    assert profile.status_code == 401
    assert session["profile_status"] == "NONE" and session["username"] == "sari.latihan"
    replay = stranger.post("complete")
    assert (replay.status_code, replay.json()["code"]) == (409, "registration.completed")


@pytest.mark.parametrize(
    ("method", "path", "body", "token", "status", "code"),
    [
        ("POST", "", {}, "", 400, "wire.missing_field"),
        ("GET", "/none", None, "", 401, "session.missing"),
        ("GET", "/none", None, "none", 404, "registration.unknown"),
        ("PATCH", "/none", {"email": "a@contoh.id"}, "none", 404, "registration.unknown"),
        ("PATCH", "/none", {"nik": "1"}, "none", 400, "wire.unknown_field"),
        ("POST", "/none/codes", {"channel": "EMAIL"}, "none", 404, "registration.unknown"),
        ("POST", "/none/codes/check", {"channel": "EMAIL"}, "none", 400, "wire.missing_field"),
        ("POST", "/none/complete", None, "none", 404, "registration.unknown"),
        ("DELETE", "/none", None, "none", 405, "http.method_not_allowed"),
    ],
)
def test_refusals(
    stranger: Stranger, method: str, path: str, body: Any, token: str, status: int, code: str
) -> None:
    stranger.token = token
    answer = stranger.call(method, f"/v1/registrations{path}", body)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert len(answer.json()["sentence"]) > 20


def test_a_session_token_opens_no_registration(stranger: Stranger, any_office: Office) -> None:
    stranger.begin()
    from_elsewhere = Applicant(any_office, host="198.51.100.9")
    session = from_elsewhere.register(email="lain@contoh.id", username="lain.latihan", phone="+628120000999")
    stranger.token = session.access_token
    assert stranger.call("GET", f"/v1/registrations/{stranger.id}").status_code == 404


# -- who has an account is nobody's business


class Work:
    """What one request makes the backend do: statements, password hashes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.statements: list[str] = []
        self.hashes = 0
        execute, make = Statement._execute, Passwords.hash

        def counted_execute(statement: Statement, *args: Any) -> Any:
            self.statements.append(statement.sql)
            return execute(statement, *args)

        def counted_hash(passwords: Passwords, password: str) -> str:
            self.hashes += 1
            return make(passwords, password)

        monkeypatch.setattr(Statement, "_execute", counted_execute)
        monkeypatch.setattr(Passwords, "hash", counted_hash)

    def take(self) -> tuple[list[str], int]:
        done = (self.statements, self.hashes)
        self.statements, self.hashes = [], 0
        return done


_OWN = {"registration_id", "token"}


def _told(answer: Any) -> dict[str, Any]:
    """What an answer says, but for what is random."""
    body = {name: value for name, value in answer.json().items() if name not in _OWN}
    kept = {name: answer.headers[name] for name in answer.headers if name not in {"date", "content-length"}}
    return {"status": answer.status_code, "headers": kept, "body": body}


KNOWN = {"email": EMAIL, "phone": PHONE, "username": "sari.latihan"}
FREE = {"email": "seru.latihan@contoh.go.id", "phone": "+628120099123", "username": "sari.latihan"}


@pytest.mark.parametrize("known", [("email",), ("phone",), ("username",), ("email", "phone", "username")])
def test_the_answers_and_the_work_are_the_same(
    stranger: Stranger, any_office: Office, monkeypatch: pytest.MonkeyPatch, known: tuple[str, ...]
) -> None:
    """Email, phone and username of an account against free ones, through all that needs no mailbox."""
    owner = Applicant(any_office, host="198.51.100.9")
    owner.register(**{**FREE, **{name: KNOWN[name] for name in known}, "username": "owner.latihan"})
    if "username" in known:
        with any_office.services.database.write() as connection:
            people = tables.people
            connection.execute(
                people.update().where(people.c.username == "owner.latihan").values(username="sari.latihan")
            )
    any_office.clock.forward(hours=2)
    before = len(any_office.rows(tables.outgoing_messages))
    work = Work(monkeypatch)
    told: list[Any] = []
    for free in (False, True):
        more = {"email": "seri.latihan@contoh.go.id", "phone": "+628120088123", "username": "bebas.latihan"}
        if not free:
            more |= {name: KNOWN[name] for name in known}
        answers = [stranger.begin(**more)]
        done = [work.take()]
        for method, path, body in (
            ("POST", "/codes", {"channel": "EMAIL"}),
            ("GET", "", None),
            ("POST", "/codes/check", {"channel": "EMAIL", "code": "000000"}),
            ("POST", "/codes", {"channel": "SMS"}),
            ("PATCH", "", {"phone": more["phone"], "username": more["username"]}),
            ("POST", "/complete", None),
        ):
            answers.append(stranger.call(method, f"/v1/registrations/{stranger.id}{path}", body))
            done.append(work.take())
        shown = [_told(answer) for answer in answers]
        for one in shown:
            one["body"].pop("username", None)
        told.append((shown, done))
        any_office.clock.forward(hours=2)
    assert told[0][0] == told[1][0]
    assert told[0][1] == told[1][1]
    assert [hashes for _, hashes in told[0][1]] == [1, 0, 0, 0, 0, 0, 0]
    sent = any_office.rows(tables.outgoing_messages)[before:]
    assert len(sent) == 2, "one message each"
    templates = {row["template"] for row in sent}
    expected = (
        {"registration.address_known", "code.registration"} if "email" in known else {"code.registration"}
    )
    assert templates == expected


def test_a_known_phone_gets_a_warning_and_no_code(any_office: Office) -> None:
    """The phone's turn comes with a proven email; the answer is still the same."""
    with_ways(any_office)
    Applicant(any_office).register()
    any_office.clock.forward(hours=2)
    states: list[RegistrationState] = []
    for number, phone in enumerate((PHONE, "+628120000777")):
        other = Applicant(any_office)
        other.begin(email=f"lain{number}@contoh.go.id", username=f"lain.latihan{number}", phone=phone)
        other.prove()
        states.append(other.send(Channel.SMS))
    known, free = (msgspec.structs.asdict(state.phone) for state in states)
    assert {**known, "target": ""} == {**free, "target": ""}
    texts = [row["template"] for row in any_office.rows(tables.outgoing_messages, channel="SMS")][-2:]
    assert sorted(texts) == ["code.registration", "registration.address_known"]


def test_an_address_with_an_account_cannot_be_proven_by_guessing(
    any_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even by the code that was drawn for it, which nobody was sent."""
    with_ways(any_office)
    Applicant(any_office).register()
    any_office.clock.forward(hours=2)
    drawn: list[str] = []
    issue = codes.issue

    def watched(*args: Any, **more: Any) -> Issued:
        issued = issue(*args, **more)
        drawn.append(issued.code)
        return issued

    monkeypatch.setattr(codes, "issue", watched)
    thief = Applicant(any_office)
    thief.begin(username="lain.latihan", phone="+628120000999")
    thief.send()
    with pytest.raises(Refused) as error:
        thief.check(drawn[0])
    assert refused(error) == ("code.wrong", "code")
    warning = thief.messages()[-1]
    assert warning["template"] == "registration.address_known" and drawn[0] not in warning["body"]
