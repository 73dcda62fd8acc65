"""The routes, called as the desktop calls them: the same names, the same bytes, the same refusals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient

from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.wire.desk import Decide, DecideMany
from inaproc_core.wire.messages import Session
from inaproc_core.wire.registration import Deactivate, FieldReason
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.desk import QueueFilter, RegisterFilter
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.desk import HttpDesk
from inaproc_desktop.remote.endpoints import HttpWire
from tests.backend.desk.bench import UNSIGNED, Bench


class Calls:
    """The desktop's calls of one person, over the running application."""

    def __init__(self, bench: Bench, client: TestClient[Any]) -> None:
        self._bench, self._client = bench, client
        self.seen: list[str] = []

    def __call__(self, who: str) -> HttpDesk:
        self._bench.signed(who)
        transport = httpx.MockTransport(self._answer)
        wire = HttpWire(HttpClient("http://127.0.0.1:1", transport=transport), device_id=f"device-{who}")
        session = Session(
            access_token=self._bench.tokens[who].access,
            access_seconds=600,
            refresh_token="refresh",
            user_id=f"u-{who}",
            name=who,
            username=who,
            nip="",
            accesses=[],
            training=True,
        )
        wire.adopt(session)
        return HttpDesk(wire)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.decode()
        self.seen.append(path)
        answer = self._client.request(
            request.method, path, content=request.content, headers=dict(request.headers)
        )
        return httpx.Response(answer.status_code, headers=dict(answer.headers), content=answer.content)


@pytest.fixture
def calls(bench: Bench, client: TestClient[Any]) -> Calls:
    return Calls(bench, client)


def refused(deed: Callable[..., object], *args: object) -> tuple[int, str]:
    with pytest.raises(BackendRefused) as found:
        deed(*args)
    return found.value.status, found.value.refusal.code


def test_the_queue_is_asked_for_by_the_desktops_names(bench: Bench, calls: Calls) -> None:
    orphan = bench.waiting("b1", satker="s-4")
    profile = bench.waiting_profile("b2")
    bench.decide("in1", profile, "FIX", FieldReason(field="KTP", code="ktp.glare"))
    desk = calls("in1")

    def ids(asked: QueueFilter, limit: int = 200) -> list[str]:
        return [row.item_id for row in desk.queue("a-in1", asked, "", limit).rows]

    assert ids(QueueFilter()) == [orphan]
    assert ids(QueueFilter(what="PROFILE")) == []
    assert ids(QueueFilter(status="NEEDS_FIX")) == [profile]
    assert {orphan, profile} < set(ids(QueueFilter(status="")))  # empty: all
    assert ids(QueueFilter(text="kota sepi")) == [orphan]
    assert ids(QueueFilter(text="100%")) == []
    everything = QueueFilter(status="")
    page = desk.queue("a-in1", everything, "", 1)
    again = desk.queue("a-in1", everything, page.next_cursor, 1)
    assert len(page.rows) == len(again.rows) == 1
    assert page.rows != again.rows


def test_an_item_is_opened_decided_on_and_registered(bench: Bench, calls: Calls) -> None:
    item_id = bench.waiting("b1", satker="s-2")
    desk = calls("vai")
    item = desk.item("a-vai", item_id)
    assert (item.row.item_id, item.may_decide) == (item_id, True)
    decision = Decide(decision_id="once", acting_as="a-vai", revision=1, verdict="FIX", reasons=[UNSIGNED])
    decided = desk.decide(item_id, decision)
    assert (decided.status, decided.revision) == ("NEEDS_FIX", 2)
    assert desk.decide(item_id, decision) == decided
    asked = RegisterFilter(first=date(2026, 11, 23), last=date(2026, 11, 23), status="NEEDS_FIX", kind="PPK")
    assert [row.request_id for row in desk.register("a-vai", asked, "", 10).rows] == [item_id.split(":")[1]]
    assert "from=2026-11-23&to=2026-11-23" in calls.seen[-1]
    for none in (
        RegisterFilter(first=date(2026, 11, 24)),
        RegisterFilter(last=date(2026, 11, 22)),
        RegisterFilter(status="APPROVED"),
        RegisterFilter(kind="PP"),
        RegisterFilter(text="bukan ini"),
    ):
        assert desk.register("a-vai", none, "", 10).total == 0


def test_pages_of_the_register_follow_the_cursor(bench: Bench, calls: Calls) -> None:
    ids = {bench.waiting(f"b{number}", satker="s-2").split(":")[1] for number in range(3)}
    desk = calls("adm")
    first = desk.register("a-adm", RegisterFilter(), "", 2)
    second = desk.register("a-adm", RegisterFilter(), first.next_cursor, 2)
    assert (first.total, second.next_cursor) == (3, "")
    assert {row.request_id for row in (*first.rows, *second.rows)} == ids


def test_several_are_approved_and_an_access_is_ended(bench: Bench, calls: Calls) -> None:
    ids = [bench.waiting(f"b{number}", satker="s-2") for number in range(2)]
    desk = calls("vai")
    many = DecideMany(decision_id="once", acting_as="a-vai", items=dict.fromkeys(ids, 1))
    assert desk.decide_many(many).statuses == dict.fromkeys(ids, "APPROVED")
    row = desk.register("a-vai", RegisterFilter(status="ACTIVE"), "", 10).rows[0]
    desk.deactivate(
        row.access_id, Deactivate(acting_as="a-vai", code="duplicate", note="Terdaftar dua kali.")
    )
    ended = desk.register("a-vai", RegisterFilter(status="DEACTIVATED"), "", 10).rows
    assert [one.access_id for one in ended] == [row.access_id]


def test_refusals_come_as_problems(bench: Bench, calls: Calls) -> None:
    item_id = bench.waiting("b1", satker="s-2")
    desk = calls("vai")
    decision = Decide(decision_id="once", acting_as="a-vai", revision=9, verdict="APPROVE")
    assert refused(desk.decide, item_id, decision) == (409, "desk.moved_on")
    assert refused(desk.item, "a-vai", "access:nothing") == (404, "desk.item_unknown")
    assert refused(desk.item, "a-vai", "access:../../1?x=1#y")[0] in {400, 404}
    assert refused(desk.queue, "a-in1", QueueFilter(), "", 10)[1] == "access.not_yours"
    assert refused(calls("adm").queue, "a-adm", QueueFilter(), "", 10)[1] == "desk.no_seat"
    bench.clock.forward(seconds=bench.services.config.lifetimes.step_up + 1)
    again = Decide(decision_id="two", acting_as="a-vai", revision=1, verdict="APPROVE")
    many = DecideMany(decision_id="three", acting_as="a-vai", items={item_id: 1})
    assert refused(desk.decide, item_id, again) == (403, "session.step_up_required")
    assert refused(desk.decide_many, many) == (403, "session.step_up_required")
    assert bench.history(item_id) == ["sent"]


def test_without_a_session_or_an_access_nothing_is_answered(bench: Bench, client: TestClient[Any]) -> None:
    for method, path in (
        ("GET", "/v1/desk/queue?acting_as=a-vai"),
        ("GET", "/v1/desk/items/access:r-1?acting_as=a-vai"),
        ("GET", "/v1/desk/register?acting_as=a-vai"),
        ("POST", "/v1/desk/items/access:r-1/decision"),
        ("POST", "/v1/desk/decisions"),
    ):
        assert client.request(method, path, json={} if method == "POST" else None).status_code == 401
    bench.signed("vai")
    headers = {"authorization": f"Bearer {bench.tokens['vai'].access}"}
    for path in ("/v1/desk/queue", "/v1/desk/items/access:r-1", "/v1/desk/register"):
        assert client.get(path, headers=headers).status_code == 400
    for path in (
        "/v1/desk/queue?acting_as=%00",
        "/v1/desk/queue?acting_as=a-vai&q=%00",
        "/v1/desk/queue?acting_as=a-vai&limit=many",
        "/v1/desk/queue?acting_as=a-vai&cursor=%F0%9F%98%80",
        "/v1/desk/register?acting_as=a-vai&from=1",
    ):
        answer = client.get(path, headers=headers)
        assert answer.status_code < 500, (path, answer.text)
    assert bench.office.rows(tables.incidents) == []


def test_a_file_opens_only_with_an_item_that_the_seat_sees(bench: Bench, calls: Calls) -> None:
    bench.person("b1")
    letter = bench.file("b1", content=b"a letter")
    loose = bench.file("b1", content=b"not sent")
    view = bench.ask("b1", satker="s-2", files={"ASSIGNMENT_LETTER": letter})
    nothing = (404, "file.unknown")
    assert calls("vai").file("a-vai", letter) == b"a letter"
    assert calls("vai2").file("a-vai2", letter) == b"a letter"
    for who, access, file_id in (
        ("vai", "a-vai", loose),  # nobody sent it
        ("vai", "a-vai", "f-999"),
        ("vai", "a-vai2", letter),  # not theirs
        ("vai3", "a-vai3", letter),
        ("own", "a-own", letter),
        ("adm", "a-adm", letter),  # reads the register alone
        ("in1", "a-in1", letter),  # waits for the VAI
        ("in1", "a-in1", loose),
        ("b1", "a-vai", "f-999"),
    ):
        assert refused(calls(who).file, access, file_id) == nothing, (who, file_id)
    assert calls("b1").file("", letter) == b"a letter"
    seen = bench.office.rows(tables.file_views)
    assert sorted((row["file_id"], row["user_id"], row["access_id"]) for row in seen) == [
        (letter, "u-vai", "a-vai"),
        (letter, "u-vai2", "a-vai2"),
    ]
    bench.decide("vai", f"access:{view.request_id}", "REJECT", UNSIGNED)
    assert calls("in1").file("a-in1", letter) == b"a letter"  # what is over is seen by INAPROC too


def test_pictures_of_a_profile_are_for_inaproc_unless_a_provider_has_them(bench: Bench, calls: Calls) -> None:
    for who, provider in (("b1", ""), ("b2", "penyedia-uji")):
        bench.person(who, status=None)
        content = {slot: who.encode() + slot.encode() for slot in ("KTP", "SELFIE")}
        files = {slot: bench.file(who, slot, content=bytes_) for slot, bytes_ in content.items()}
        bench.send_profile(who, files=files, provider=provider)
        inaproc, vai = calls("in1"), calls("vai")
        if provider:
            assert refused(inaproc.file, "a-in1", files["KTP"]) == (404, "file.unknown")
        else:
            assert inaproc.file("a-in1", files["KTP"]) == content["KTP"]
        assert refused(vai.file, "a-vai", files["KTP"]) == (404, "file.unknown")


def test_a_file_goes_with_the_access_that_opened_it(bench: Bench, calls: Calls) -> None:
    bench.person("b1")
    letter = bench.file("b1", content=b"a letter")
    bench.ask("b1", AccessKind.PPK, satker="s-2", files={"ASSIGNMENT_LETTER": letter})
    desk = calls("vai2")
    assert desk.file("a-vai2", letter) == b"a letter"
    bench.deactivate("in1", "a-vai2")
    assert refused(desk.file, "a-vai2", letter) == (404, "file.unknown")


def test_every_request_that_is_taken_can_be_opened(bench: Bench, calls: Calls) -> None:
    bench.person("b1")
    for bad in ("a/b", "../x", "a b", "a?b", "a#b", "a%2Fb", "é", "a\0", "x" * 81):
        with pytest.raises(Refused) as found:
            bench.ask("b1", request_id=bad, satker="s-2")
        assert found.value.refusal.code == "access_request.id_malformed"
    bench.ask("b1", request_id="0193A1b2-0000_7.x", satker="s-2")
    assert calls("vai").item("a-vai", "access:0193A1b2-0000_7.x").may_decide
