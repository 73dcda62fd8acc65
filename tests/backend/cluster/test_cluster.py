"""Hints between processes, and who does the chores; two of them on threads of one process."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inaproc_backend.cluster import CHORES_LOCK, Cluster, MigratingError, _payloads
from inaproc_backend.storage import schema, tables
from inaproc_backend.storage.database import Database
from inaproc_backend.wake import Wake
from tests.backend.cluster.house import until

NOW = datetime(2026, 11, 23, tzinfo=UTC)


class HeardWake(Wake):
    """A wake that notes what it is told, and says that somebody listens to some scopes."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, int]] = []
        self.listened = {"user/a", "satker/s"}

    def hear(self, heads: Mapping[str, int]) -> None:
        """Note it."""
        self.heard += list(heads.items())

    def scopes(self) -> set[str]:
        """Return what somebody listens to."""
        return self.listened


@contextmanager
def _member(
    url: str, *, poll: float = 60.0, outdated: Callable[[], None] | None = None
) -> Iterator[tuple[Cluster, HeardWake, Database]]:
    database, wake = Database(url), HeardWake()
    cluster = Cluster(database, wake, poll=poll, outdated=outdated)
    try:
        cluster.start()
        yield cluster, wake, database
    finally:
        cluster.stop()
        database.close()


@pytest.fixture
def url(postgres_database: str) -> str:
    database = Database(postgres_database)
    schema.create_schema(database, epoch="e", now=NOW)
    database.close()
    return postgres_database


def _end_sessions(database: Database, where: str) -> None:
    """End sessions as a restarted server or a firewall would."""
    with database.write() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE pid <> pg_backend_pid() AND ({where})"
        )


LISTENING = "query LIKE 'LISTEN%%' OR query LIKE 'SELECT pg_try%%'"


@pytest.mark.postgres
def test_what_one_announces_the_other_hears_once(url: str) -> None:
    with _member(url) as (_, here, _database), _member(url) as (_, there, _):
        here.announce({"user/a": 4, "satker/s": 9})
        assert until(lambda: len(there.heard) == 2, 5)
        assert sorted(there.heard) == sorted(here.heard) == [("satker/s", 9), ("user/a", 4)]
        there.announce({"user/a": 5})
        assert until(lambda: here.heard[-1] == ("user/a", 5), 5)
        assert there.heard.count(("user/a", 5)) == 1


def test_many_heads_fit_into_several_notifications() -> None:
    heads = {f"satker/{number:040}": number for number in range(1_000)}
    parts = list(_payloads("x" * 16, heads))
    assert max(len(part) for part in parts) < 8_000
    assert len(parts) < 10
    joined: dict[str, int] = {}
    for part in parts:
        joined |= json.loads(part)["heads"]
    assert joined == heads


@pytest.mark.postgres
def test_one_of_all_does_the_chores_until_its_session_ends(url: str) -> None:
    with ExitStack() as stack:
        members = [stack.enter_context(_member(url))[0] for _ in range(3)]

        def leaders() -> list[int]:
            return [number for number, one in enumerate(members) if one.leads()]

        assert until(lambda: len(leaders()) == 1, 5)
        first = leaders()[0]
        members[first].stop()
        assert until(lambda: len(leaders()) == 1 and leaders() != [first], 5)


@pytest.mark.postgres
@pytest.mark.expects_log
def test_a_lost_session_is_opened_again_and_what_was_missed_is_found(url: str) -> None:
    with _member(url) as (member, wake, database):
        assert until(member.leads, 5)
        _end_sessions(database, LISTENING)
        with database.write() as connection:
            connection.execute(tables.scope_head.insert().values(scope="user/a", seq=7))
        assert until(lambda: ("user/a", 7) in wake.heard, 10)
        assert until(member.leads, 5)
        with database.read() as connection:
            count = f"SELECT count(*) FROM pg_locks WHERE objid = {CHORES_LOCK & 0xFFFFFFFF} AND granted"
            assert connection.exec_driver_sql(count).scalar() == 1


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_what_nobody_announced_is_found_by_looking(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """An import on another process says nothing; a notification may be lost."""
    if kind == "sqlite":
        url = f"sqlite:///{tmp_path / 'inaproc.db'}"
        database = Database(url)
        schema.create_schema(database, epoch="e", now=NOW)
        database.close()
    else:
        url = request.getfixturevalue("url")
    with _member(url, poll=0.1) as (member, wake, database):
        assert member.leads() or kind == "postgresql"
        with database.write() as connection:
            connection.execute(tables.scope_head.insert().values(scope="user/a", seq=1))
            connection.execute(tables.scope_head.insert().values(scope="user/other", seq=1))
        assert until(lambda: "user/a" in member._seen, 5)
        with database.write() as connection:
            connection.execute(tables.scope_head.update().values(seq=2))
        assert until(lambda: wake.heard == [("user/a", 2)], 5)


@pytest.mark.postgres
@pytest.mark.expects_log
def test_a_process_ends_when_its_tables_were_changed_under_it(url: str) -> None:
    """Its session was away while somebody migrated: it must not go on with the old idea of the tables."""
    ended = threading.Event()
    with _member(url, outdated=ended.set) as (_, _, database):
        with database.write() as connection:
            connection.execute(schema.stamp.update().values(version_num="0999"))
        _end_sessions(database, LISTENING)
        assert ended.wait(10)


@pytest.mark.postgres
def test_nobody_begins_while_tables_are_changed(url: str) -> None:
    with _member(url) as (_, _, database), database.engine.connect() as connection:
        connection.detach()
        taken = connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({schema.SERVING_LOCK})").scalar()
        assert not taken  # a serving process holds its share
    other = Database(url)
    with other.engine.connect() as connection:
        connection.detach()
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({schema.SERVING_LOCK})")
        with pytest.raises(MigratingError, match="being migrated"), _member(url):
            pass
    other.close()


def test_a_stream_hears_the_same_head_once_and_a_lower_one_again() -> None:
    async def play() -> list[dict[str, int]]:
        wake = Wake()
        stream = wake.open(["user/a"])
        taken = []
        for head in (5, 5, 6, 1):
            wake.hear({"user/a": head, "user/b": 1})
            await asyncio.sleep(0)
            taken.append(await stream.take(0.05))
        assert wake.scopes() == {"user/a"}
        return taken

    assert asyncio.run(play()) == [{"user/a": 5}, {}, {"user/a": 6}, {"user/a": 1}]
