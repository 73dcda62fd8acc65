"""Published data as it really is, where a copy of it lies beside the repository."""

from __future__ import annotations

import gzip
import itertools
import tracemalloc
from pathlib import Path

import pytest
from sqlalchemy import func, select

from inaproc_backend.importers.verdicts import Verdict
from inaproc_backend.storage import tables
from tests.backend.importers.conftest import Desk

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
FILES = (
    ("regions", "regions.csv.gz", 91_599),
    ("klpd", "klpd.csv", 754),
    ("satker", "satker.csv.gz", 7_048),
    ("rup", "rup_packages.csv.gz", 32_446),
    ("rup", "rup_budget_lines.csv.gz", 127_357),
    ("products", "products.csv.gz", 118),
    ("products", "products_v6_graphql.jsonl", 21),
)

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="no copy of the published data beside the repository"
)


def read(name: str) -> bytes:
    raw = (DATA / name).read_bytes()
    return gzip.decompress(raw) if name.endswith(".gz") else raw


def some_of(name: str, step: int) -> bytes:
    """The header and every so-manieth line: all sources and oddities in a second instead of a minute."""
    lines = read(name).splitlines(keepends=True)
    header = [] if name.endswith(".jsonl") else lines[:1]
    return b"".join(header + list(itertools.islice(lines, len(header), None, step)))


@pytest.mark.parametrize("step", [40, pytest.param(1, marks=[pytest.mark.slow, pytest.mark.timeout(600)])])
def test_all_real_rows_are_taken_once(desk: Desk, step: int) -> None:
    contents = [(kind, name, some_of(name, step)) for kind, name, _ in FILES]
    for kind, name, content in contents:
        outcome = desk.load(kind, content, name)
        assert outcome.problem is None
        assert not desk.refused, desk.refused[:5]
        if step == 1:
            assert outcome.tally.records == {file: count for _, file, count in FILES}[name]
    for kind, name, content in contents:
        outcome = desk.load(kind, content, name)
        assert set(outcome.tally.counts) == {Verdict.UNCHANGED}, (name, outcome.tally.counts)
    with desk.database.read() as connection:
        heads = dict(connection.execute(select(tables.scope_head.c.scope, tables.scope_head.c.seq)).all())
        counted = select(tables.feed.c.scope, func.count(), func.max(tables.feed.c.seq))
        for scope, rows, last in connection.execute(counted.group_by(tables.feed.c.scope)):
            assert rows == last == heads[scope], "numbers of a scope have no hole"


def test_gzip_and_plain_are_the_same(desk: Desk) -> None:
    for name in ("products.csv.gz", "klpd.csv"):
        kind = name.split(".")[0]
        desk.load(kind, (DATA / name).read_bytes(), "packed")
        content = read(name) if name.endswith(".gz") else gzip.compress(read(name))
        outcome = desk.load(kind, content, "plain")
        assert outcome.problem is None and set(outcome.tally.counts) == {Verdict.UNCHANGED}


@pytest.mark.slow
def test_memory_does_not_grow_with_the_file(desk: Desk) -> None:
    lines = read("rup_budget_lines.csv.gz").splitlines(keepends=True)
    peaks = []
    for count in (5_000, 30_000):
        content = b"".join(lines[:count])
        tracemalloc.start()
        outcome = desk.load("rup", content, f"{count}.csv")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert outcome.problem is None
    assert peaks[1] < 1.5 * peaks[0] + 500_000, peaks
