"""Pulling: one's own scopes, page by page, and nothing of anybody else's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from inaproc_backend.feed.publish import publish
from inaproc_backend.feed.rows import official_entries, rup_entry, satker_entry, vendor_entry
from inaproc_backend.storage import tables
from inaproc_backend.wake import Wake
from inaproc_core.orders import commands as c
from inaproc_core.orders.facts import OfficialFact, RupFact, SatkerFact, VendorFact
from inaproc_core.roles import Actor
from inaproc_core.wire.codec import decode_order, from_plain
from inaproc_core.wire.messages import PullAnswer
from tests import builders as b
from tests.backend.office import Office

ORDER = "0193a1b2-0000-7000-8000-00000000000a"


@pytest.fixture
def client(office: Office) -> Iterator[TestClient[Any]]:
    app = create_app(office.services.config, services=office.services, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


class Puller:
    """A client that pulls and keeps its cursors."""

    def __init__(self, client: TestClient[Any], office: Office, actor: Actor) -> None:
        self._client, self._office, self._actor = client, office, actor
        self.cursors: dict[str, int] = {}

    def ask(self, **more: Any) -> Any:
        headers = {"authorization": f"Bearer {self._office.token(self._actor)}"}
        return self._client.post("/v1/sync/pull", json={"cursors": self.cursors, **more}, headers=headers)

    def pull(self, **more: Any) -> PullAnswer:
        answer = self.ask(**more)
        assert answer.status_code == 200, answer.text
        found = msgspec.json.decode(answer.content, type=PullAnswer)
        self.cursors = dict(found.heads)
        return found


def test_each_side_gets_its_own_rows(office: Office, client: TestClient[Any]) -> None:
    office.checkout(ORDER)
    seen = {}
    for actor in (b.PP, b.BENDAHARA, b.VENDOR, b.OTHER_VENDOR):
        answer = Puller(client, office, actor).pull()
        assert not answer.more
        seen[actor.user_id] = {(row.scope, row.kind) for row in answer.rows}
    assert seen["u-pp"] == {("satker/s-1", "order"), ("satker/s-1", "rup"), ("user/u-pp", "ack")}
    assert seen["u-ben"] == {("satker/s-1", "order"), ("satker/s-1", "rup")}
    assert seen["u-v1"] == {("vendor/v-1", "order")}
    assert seen["u-v2"] == set()


def test_rows_are_whole_core_values(office: Office, client: TestClient[Any]) -> None:
    office.checkout(ORDER)
    with office.services.database.write() as connection:
        entries = [
            satker_entry(connection, "s-1"),
            *official_entries(connection, "s-1", office.services.today()),
            rup_entry(connection, "51402877"),
            vendor_entry(connection, "v-1"),
        ]
        publish(connection, entries)
    rows = Puller(client, office, b.PP).pull().rows
    kinds = {"rup": RupFact, "satker": SatkerFact, "official": OfficialFact}
    officials = {from_plain(row.row, OfficialFact).access_id for row in rows if row.kind == "official"}
    assert officials == {"a-pp", "a-ppk", "a-ppk2", "a-ben"}
    for row in rows:
        if row.kind in kinds:
            from_plain(row.row, kinds[row.kind])
        if row.kind == "order":
            assert decode_order(row.row).id == ORDER
    own = [row for row in Puller(client, office, b.VENDOR).pull().rows if row.kind == "vendor"]
    assert from_plain(own[0].row, VendorFact) == b.vendor()


def test_pages_join_without_a_hole(office: Office, client: TestClient[Any]) -> None:
    for _ in range(5):
        office.checkout(office.new_id())
    puller = Puller(client, office, b.PP)
    numbers: dict[str, list[int]] = {}
    pages = 0
    while True:
        answer = puller.pull(want_rows=4)
        pages += 1
        assert len(answer.rows) <= 4
        for row in answer.rows:
            numbers.setdefault(row.scope, []).append(row.seq)
        if not answer.more:
            break
    assert pages > 3
    assert numbers == {"satker/s-1": list(range(1, 11)), "user/u-pp": list(range(1, 6))}
    assert puller.pull().rows == []


def test_an_ack_never_comes_before_what_it_acknowledges(office: Office, client: TestClient[Any]) -> None:
    """The scope of a penyedia sorts after that of its person; pages must not follow the alphabet."""
    office.checkout(ORDER)
    puller = Puller(client, office, b.VENDOR)
    puller.pull()
    office.send(b.VENDOR, c.AgreePrices(round_no=1), ORDER)
    pages = [[row.kind for row in puller.pull(want_rows=1).rows] for _ in range(2)]
    assert pages == [["order"], ["ack"]]


def test_a_scope_that_is_no_longer_ones_own_is_taken_back(office: Office, client: TestClient[Any]) -> None:
    office.checkout(ORDER)
    puller = Puller(client, office, b.BENDAHARA)
    first = puller.pull()
    assert "satker/s-1" in first.heads
    with office.services.database.write() as connection:
        connection.execute(
            tables.accesses.update()
            .where(tables.accesses.c.user_id == "u-ben")
            .values(revoked_at="2026-11-23T00:00:00.000000+00:00")
        )
    second = puller.pull()
    assert second.scopes_removed == ["satker/s-1"]
    assert second.scopes_version != first.scopes_version
    assert set(second.heads) == {"user/u-ben"}
    assert puller.ask(cursors={"vendor/v-1": 0}).json()["scopes_removed"] == ["vendor/v-1"]


def test_a_cursor_ahead_of_the_head_means_the_database_was_put_back(
    office: Office, client: TestClient[Any]
) -> None:
    office.checkout(ORDER)
    puller = Puller(client, office, b.PP)
    puller.cursors = {"satker/s-1": 99}
    answer = puller.ask()
    assert (answer.status_code, answer.json()["code"]) == (409, "sync.epoch_suspect")
    assert answer.json()["facts"] == {"scope": "satker/s-1", "cursor": 99, "head": 2}
    puller.cursors = {"satker/s-1": -1}
    assert puller.ask().status_code == 409
    puller.cursors = {}
    assert puller.ask(epoch="another").json()["code"] == "sync.epoch_changed"
    assert puller.ask(epoch=office.services.epoch).status_code == 200


def test_ids_of_others_open_nothing(office: Office, client: TestClient[Any]) -> None:
    office.checkout(ORDER)
    stranger = {"authorization": f"Bearer {office.token(b.OTHER_VENDOR)}"}
    cmd_id = office.rows(tables.commands)[0]["cmd_id"]
    for path in (f"/v1/commands/{cmd_id}", f"/v1/documents/{ORDER}.sp.1", f"/v1/documents/{ORDER}.sp.1/info"):
        assert client.get(path, headers=stranger).status_code == 404


def test_wake_hints_reach_those_concerned_and_end_on_stop() -> None:
    async def play() -> tuple[dict[str, int], dict[str, int], bool]:
        wake = Wake()
        mine, other = wake.open(["satker/s-1", "user/u-pp"]), wake.open(["vendor/v-9"])
        await asyncio.to_thread(wake.announce, {"satker/s-1": 4, "vendor/v-1": 2})
        await asyncio.to_thread(wake.announce, {"satker/s-1": 5})
        await asyncio.sleep(0.01)
        news = await mine.take(1)
        silence = await other.take(0.02)
        wake.close(other)
        wake.end_all()
        await mine.take(1)
        return news, silence, mine.ended

    assert asyncio.run(play()) == ({"satker/s-1": 5}, {}, True)


def test_the_wake_stream_says_what_moved(office: Office) -> None:
    """Over the real stream: a comment first, then a hint after a command."""
    from inaproc_backend.http import sync

    async def play() -> list[Any]:
        token = office.token(b.VENDOR)
        with office.services.database.read() as connection:
            from inaproc_backend.accounts.sessions import find_session

            signed_in = find_session(connection, token, office.clock())
        assert signed_in is not None
        stream = sync._hints(office.services, signed_in, token)
        said = [await anext(stream)]
        await asyncio.to_thread(office.checkout, ORDER)
        said.append(await anext(stream))
        await stream.aclose()  # type: ignore[attr-defined]
        return said

    opening, hint = asyncio.run(play())
    assert opening.comment == "open"
    assert msgspec.json.decode(hint["data"]) == {"scope": "vendor/v-1", "head": 1}
