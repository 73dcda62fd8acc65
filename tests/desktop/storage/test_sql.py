"""Statements that go straight to the driver are prepared here against the real tables, on both drivers."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

from inaproc_desktop import storage
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.sealing import Opener, Plain, Sealed
from inaproc_desktop.storage.sql import REGISTERED, Sql
from inaproc_desktop.storage.work import WorkDatabase
from tests.desktop.sealed import KEY


@pytest.fixture(params=["plain", "sealed"])
def work(request: pytest.FixtureRequest, tmp_path: Path) -> WorkDatabase:
    opener: Opener = Plain() if request.param == "plain" else Sealed(KEY)
    return WorkDatabase(tmp_path / "work.db", opener)


def test_every_statement_fits_the_tables(work: WorkDatabase) -> None:
    for module in pkgutil.iter_modules(storage.__path__, "inaproc_desktop.storage."):
        importlib.import_module(module.name)
    assert len(REGISTERED) > 30
    with work.read() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        for statement in REGISTERED:
            raw.execute(f"EXPLAIN {statement.text}", _anything(statement.text)).close()
    work.close()


def test_trouble_of_the_driver_is_told_as_that_of_the_world(work: WorkDatabase) -> None:
    broken = Sql("SELECT nothing FROM nowhere")
    REGISTERED.remove(broken)
    with pytest.raises(WorldFailed) as failed, work.write() as connection:
        broken.run(connection)
    assert failed.value.code == "world.disk"
    assert work.setting("anything") == ""  # the connection is fit for use
    work.close()


def _anything(text: str) -> object:
    if ":" in text:
        return dict.fromkeys(("cmd_id", "outcome", "at"), "[]")
    return ("[]",) * text.count("?")
