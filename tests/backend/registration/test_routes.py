"""The resources of stages 2 and 3 over HTTP: shapes, statuses, and that everybody sees their own alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from inaproc_backend.accounts.sessions import SignedIn, mark_step_up, open_session
from inaproc_backend.app import create_app
from inaproc_backend.storage import tables
from inaproc_core.registration.vocabulary import AccessKind, Verdict
from inaproc_core.wire.messages import Problem
from inaproc_core.wire.registration import (
    AccessRequestView,
    InstansiList,
    NibCheck,
    OfficeList,
    OwnAccesses,
    ProfileView,
)
from tests.backend.registration.house import NIK, OTHER_NIK, House


class Program:
    """One person's program."""

    def __init__(self, house: House, client: TestClient[Any], who: SignedIn) -> None:
        self.house, self.client, self.who = house, client, who
        services = house.services
        with services.database.write() as connection:
            self.tokens = open_session(
                connection,
                user_id=who.user_id,
                device_id=f"device-{who.username}",
                device_name="PC",
                lifetimes=services.config.lifetimes,
                bits=services.bits,
                now=house.office.clock(),
            )

    def call(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        headers = {"authorization": f"Bearer {self.tokens.access}"}
        content = msgspec.json.encode(body) if body is not None else None
        if content is not None:
            headers["content-type"] = "application/json"
        return self.client.request(method, path, content=content, headers=headers, **more)

    def get(self, kind: Any, path: str, /, **params: str | int) -> Any:
        answer = self.call("GET", path, params=params)
        assert answer.status_code == 200, answer.text
        return msgspec.json.decode(answer.content, type=kind)

    def send(self, kind: Any, method: str, path: str, body: Any) -> Any:
        answer = self.call(method, path, body)
        assert answer.status_code == 200, answer.text
        return msgspec.json.decode(answer.content, type=kind)

    def refused(self, method: str, path: str, body: Any = None) -> tuple[int, str, str]:
        answer = self.call(method, path, body)
        problem = msgspec.json.decode(answer.content, type=Problem)
        assert problem.sentence and "{" not in problem.sentence and "…" not in problem.sentence
        return answer.status_code, problem.code, problem.field

    def step_up(self) -> None:
        with self.house.services.database.write() as connection:
            mark_step_up(connection, self.tokens.session_id, self.house.office.clock())


@pytest.fixture
def client(any_house: House) -> Iterator[TestClient[Any]]:
    services = any_house.services
    app = create_app(services.config, services=services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


def test_from_nothing_to_an_access(any_house: House, client: TestClient[Any]) -> None:
    house = any_house
    sari = Program(house, client, house.person("sari"))
    assert sari.get(ProfileView, "/v1/profile").status == "NONE"
    empty = sari.get(OwnAccesses, "/v1/accesses")
    assert empty.accesses == [] and empty.requests == [] and empty.profile.status == "NONE"
    asked = house.profile_of(sari.who)
    assert sari.send(ProfileView, "PUT", "/v1/profile", asked).status == "WAITING"
    house.decide_profile(sari.who, Verdict.APPROVE)
    offices = sari.get(OfficeList, "/v1/offices", q="dinas sim", klpd="D999", limit=5)
    assert [one.satker_id for one in offices.offices] == ["s-2"]
    instansi = sari.get(InstansiList, "/v1/instansi", q="simulasi", kind="KOTA")
    assert [one.code for one in instansi.instansi] == ["D999"]
    request = house.asked(sari.who, fields={"satker": "s-2"})
    view = sari.send(AccessRequestView, "PUT", "/v1/access-requests", request)
    assert sari.send(AccessRequestView, "PUT", "/v1/access-requests", request) == view
    house.decide(view.request_id, Verdict.APPROVE)
    own = sari.get(OwnAccesses, "/v1/accesses")
    assert [(row.role, row.satker_id, row.status) for row in own.accesses] == [("PPK", "s-2", "ACTIVE")]
    assert [one.status for one in own.requests] == ["APPROVED"] and own.profile.status == "VERIFIED"


def test_cek_nib_is_asked_so_often_an_hour(any_house: House, client: TestClient[Any]) -> None:
    house = any_house
    sari, eve = (
        Program(house, client, house.verified(name, nik)) for name, nik in (("sari", NIK), ("eve", OTHER_NIK))
    )
    check = {"nib": "9120001234567", "kind": "COMPANY_OWNER"}
    most = house.services.registration.at(house.today).limits.nib_checks_per_hour
    for _ in range(most):
        sari.send(NibCheck, "POST", "/v1/nib/check", check)
        house.office.clock.forward(seconds=1)
    assert sari.refused("POST", "/v1/nib/check", {"nib": "1", "kind": "COMPANY_OWNER"})[1] == "nib.length"
    assert sari.refused("POST", "/v1/nib/check", check) == (429, "nib.too_many_checks", "nib")
    assert eve.send(NibCheck, "POST", "/v1/nib/check", check).may_go_on, "another account is another count"
    house.office.clock.forward(minutes=59)
    assert sari.refused("POST", "/v1/nib/check", check)[0] == 401, "the token ended meanwhile"
    sari = Program(house, client, sari.who)
    assert sari.refused("POST", "/v1/nib/check", check)[0] == 429
    house.office.clock.forward(minutes=1)
    assert sari.send(NibCheck, "POST", "/v1/nib/check", check).may_go_on


def test_refusals_have_statuses_and_sentences(any_house: House, client: TestClient[Any]) -> None:
    house = any_house
    sari = Program(house, client, house.verified("sari"))
    eve = Program(house, client, house.verified("eve", OTHER_NIK))
    request = sari.send(AccessRequestView, "PUT", "/v1/access-requests", house.asked(sari.who))
    path = f"/v1/access-requests/{request.request_id}/withdraw"
    assert eve.refused("POST", path, {"revision": 1}) == (404, "access_request.unknown", "request_id")
    assert sari.refused("POST", path, {"revision": 7}) == (409, "access_request.moved_on", "")
    assert sari.refused("POST", path, {}) == (400, "wire.missing_field", "revision")
    assert sari.send(AccessRequestView, "POST", path, {"revision": 1}).status == "WITHDRAWN"
    assert sari.refused("PUT", "/v1/profile", house.profile_of(sari.who)) == (409, "profile.moved_on", "")
    check = {"nib": "1", "kind": "COMPANY_OWNER"}
    assert sari.refused("POST", "/v1/nib/check", check) == (400, "nib.length", "nib")
    check = {"nib": "9120001234567", "kind": "X"}
    assert sari.refused("POST", "/v1/nib/check", check) == (400, "access_request.kind_unknown", "kind")
    check["kind"] = "COMPANY_OWNER"
    assert sari.send(NibCheck, "POST", "/v1/nib/check", check).may_go_on
    bad = house.asked(sari.who, fields={"satker": "s-404"})
    assert sari.refused("PUT", "/v1/access-requests", bad) == (
        400,
        "access_request.satker_unknown",
        "satker",
    )


def test_ending_an_access_over_http(any_house: House, client: TestClient[Any]) -> None:
    house = any_house
    vera = Program(house, client, house.verified("vera", waived=True))
    sari = house.verified("sari", OTHER_NIK)
    seat = house.access(vera.who, AccessKind.VERIFIKATOR_INAPROC)
    access_id = house.access(sari, AccessKind.PPK, klpd_code="D999", satker_id="s-1")
    path = f"/v1/accesses/{access_id}/deactivate"
    body = {"acting_as": seat, "code": "duplicate", "note": "Akun ganda"}
    assert vera.refused("POST", path, body)[:2] == (403, "session.step_up_required")
    vera.step_up()
    assert vera.refused("POST", "/v1/accesses/a-404/deactivate", body)[:2] == (404, "access.unknown")
    assert vera.call("POST", path, body).status_code == 204
    assert vera.refused("POST", path, body)[:2] == (400, "access.ended_already")
    with house.services.database.write() as connection:
        connection.execute(tables.people.update().values(without_second_factor=False))
    assert vera.refused("POST", path, body)[:2] == (403, "access.second_factor_required")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/profile"),
        ("PUT", "/v1/profile"),
        ("GET", "/v1/accesses"),
        ("POST", "/v1/nib/check"),
        ("PUT", "/v1/access-requests"),
        ("POST", "/v1/access-requests/r-1/withdraw"),
        ("POST", "/v1/accesses/a-1/deactivate"),
        ("GET", "/v1/offices"),
        ("GET", "/v1/instansi"),
    ],
)
def test_nobody_unknown_gets_in(house: House, method: str, path: str) -> None:
    app = create_app(house.services.config, services=house.services, deadline_seconds=0)
    with TestClient(app) as client:
        assert client.request(method, path).json()["code"] == "session.missing"


def test_a_number_is_never_in_an_answer_about_others(any_house: House, client: TestClient[Any]) -> None:
    house = any_house
    house.verified("sari", NIK)
    eve = Program(house, client, house.person("eve"))
    answer = eve.call("PUT", "/v1/profile", house.profile_of(eve.who))
    assert answer.status_code == 200
    text = answer.text.replace(f'"nik":"{NIK}"', "")
    assert NIK not in text and "duplicate" not in text and "sari" not in text
