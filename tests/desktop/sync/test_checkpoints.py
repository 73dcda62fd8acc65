"""A pull of several pages: nothing of it is seen before its last one, whatever happens in between."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from inaproc_core.wire.messages import PullAnswer, RawFeedRow, changed
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.settling import LocalWorkFile
from tests import builders
from tests.desktop.sync.conftest import MakeMachine
from tests.desktop.sync.fake_server import FakeServer, raw
from tests.desktop.sync.office import Machine

SCOPE = "satker/s-1"


def publish_rups(server: FakeServer, count: int, *, rev: int = 1, deleted: bool = False) -> None:
    for number in range(count):
        code = f"6{number:07}"
        rup = replace(builders.rup(), code=code)
        server.publish(SCOPE, "rup", code, rup, rev=rev, deleted=deleted)


def held_rups(machine: Machine) -> int:
    return len(machine.mirror.rups("s-1"))


@pytest.mark.parametrize("staged_bytes", [0, 900, 2**26])
def test_nothing_is_seen_before_the_last_page(
    machine: Machine, server: FakeServer, staged_bytes: int
) -> None:
    machine.file = LocalWorkFile(machine.work, machine.clock, "dev-1", staged_bytes=staged_bytes)
    publish_rups(server, 7)
    server.page = 2
    before = machine.file.position().cursors
    for _ in range(3):
        answer = machine.wire.pull(machine.file.position())
        assert answer.more
        assert not machine.file.apply(answer).kinds
        assert held_rups(machine) == 1
    answer = machine.wire.pull(machine.file.position())
    assert not answer.more
    changes = machine.file.apply(answer)
    assert held_rups(machine) == 8
    assert changes.touches("rup")
    assert machine.file.position().cursors == {**before, SCOPE: before[SCOPE] + 7}
    with machine.work.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM staged").scalar_one() == 0


def test_rows_are_kept_as_the_bytes_they_came_in(machine: Machine, server: FakeServer) -> None:
    answer = PullAnswer(epoch=server.epoch, scopes_version="1", rows=[], heads={}, more=False)
    image = b'{"code": "7",  "unknown": [1, 2]}'
    head = machine.file.position().cursors[SCOPE] + 1
    page = raw(changed(answer, heads={**machine.file.position().cursors, SCOPE: head}))
    page.rows.append(RawFeedRow(scope=SCOPE, seq=head, kind="rup", entity="7", rev=1, row=msgspec.Raw(image)))
    machine.file.apply(page)
    with machine.work.read() as connection:
        found = connection.exec_driver_sql("SELECT row FROM base WHERE entity = '7'").scalar_one()
    assert found == image


def test_link_that_breaks_goes_on_where_it_was(machine: Machine, server: FakeServer) -> None:
    publish_rups(server, 6)
    server.page = 2
    machine.file.apply(machine.wire.pull(machine.file.position()))
    reached = machine.file.position().cursors[SCOPE]
    server.offline = True
    assert not machine.engine.round()
    assert machine.file.position().cursors[SCOPE] == reached
    server.offline = False
    assert machine.engine.round()
    assert held_rups(machine) == 7


def test_restart_begins_where_the_file_stands(machine: Machine, server: FakeServer) -> None:
    before = machine.file.position().cursors
    machine.file = LocalWorkFile(machine.work, machine.clock, "dev-1", staged_bytes=0)
    publish_rups(server, 4)
    server.page = 2
    machine.file.apply(machine.wire.pull(machine.file.position()))
    again = machine.reopened()
    assert again.file.position().cursors == before
    assert again.engine.round()
    assert held_rups(again) == 5
    again.close()


def test_scope_taken_away_in_the_middle_leaves_nothing(machines: MakeMachine, server: FakeServer) -> None:
    machine = machines()
    publish_rups(server, 4)
    server.page = 3
    machine.file.apply(machine.wire.pull(machine.file.position()))
    machine.wire.actor = replace(builders.PP, satker_id="s-2")
    assert machine.engine.round()
    assert machine.mirror.satker("s-1") is None
    assert held_rups(machine) == 0
    machine.wire.actor = builders.PP
    assert machine.engine.round()
    assert held_rups(machine) == 5


def test_scope_fetched_anew_drops_what_it_does_not_name(machine: Machine, server: FakeServer) -> None:
    publish_rups(server, 3)
    assert machine.engine.round()
    whole = machine.wire.pull(machine.file.position())
    with pytest.raises(WorldFailed):
        machine.file.apply(changed(whole, heads={**whole.heads, SCOPE: 99}))
    del server.feed[SCOPE][-1]  # a row that should never have been sent
    assert machine.engine.round()
    assert held_rups(machine) == 3


@pytest.mark.expects_log
def test_deletion_of_most_of_a_scope_is_held_back(machine: Machine, server: FakeServer) -> None:
    publish_rups(server, 60)
    assert machine.engine.round()
    publish_rups(server, 55, rev=2, deleted=True)
    before = machine.file.position().cursors
    assert not machine.engine.round()
    assert machine.engine.link().online
    assert machine.engine.link().held_back == 55
    assert held_rups(machine) == 61
    assert machine.file.position().cursors == before
    with pytest.raises(WorldFailed) as failed:
        machine.engine._puller.pull_all()
    assert failed.value.code == "sync.held"
    assert machine.reopened().engine.link().held_back == 55
    machine.engine.agree_to_deletions()
    assert machine.engine.round()
    assert held_rups(machine) == 6
    assert machine.engine.link().held_back == 0


def test_few_deletions_pass(machine: Machine, server: FakeServer) -> None:
    publish_rups(server, 60)
    assert machine.engine.round()
    publish_rups(server, 50, rev=2, deleted=True)
    assert machine.engine.round()
    assert held_rups(machine) == 11


def test_first_pull_of_rows_that_are_gone_since_is_no_deletion(
    machines: MakeMachine, server: FakeServer
) -> None:
    publish_rups(server, 80)
    publish_rups(server, 80, rev=2, deleted=True)
    machine = machines()
    assert machine.engine.round()
    assert held_rups(machine) == 1
