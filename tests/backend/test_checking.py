"""The operator's check: nothing to say of a sound database, and of each damage exactly what it is."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert

from inaproc_backend.checking import check_all, first_of
from inaproc_backend.cli import main
from inaproc_backend.feed.publish import publish
from inaproc_backend.feed.rows import official_entries, rup_entry, satker_entry, vendor_entry
from inaproc_backend.storage import tables
from inaproc_backend.storage.schema import HEAD
from inaproc_backend.storage.statements import REGISTERED, Statement
from inaproc_backend.storage.times import to_text
from inaproc_backend.uploads.blobs import blobs_of, new_blob_id
from inaproc_core.orders import commands as c
from inaproc_core.orders.attaching import UPLOAD_SLOT
from inaproc_core.orders.content import Attachment
from inaproc_core.values import Rupiah
from tests import builders as b
from tests.backend.office import Office

PAPER = b"%PDF-1.7 kerangka acuan kerja"
SHA = hashlib.sha256(PAPER).hexdigest()


def _faults(office: Office) -> dict[str, list[str]]:
    return {one.name: one.faults for one in check_all(office.services) if one.faults}


def _lived_in(office: Office) -> str:
    """Orders, a refusal, a document, a file, an upload under way; return the order with the file."""
    services, now = office.services, to_text(office.clock())
    blobs = blobs_of(services)
    blob, block = new_blob_id(services.bits), new_blob_id(services.bits)
    blobs.put(blob, PAPER)
    blobs.put(block, b"halb")
    with services.database.write() as connection:
        for table, row in (
            (
                tables.files,
                {
                    "id": "f-1",
                    "user_id": "u-pp",
                    "slot": UPLOAD_SLOT,
                    "name": "kak.pdf",
                    "media_type": "application/pdf",
                    "size": len(PAPER),
                    "sha256": SHA,
                    "sent_sha256": SHA,
                    "width": 0,
                    "height": 0,
                    "pages": 1,
                    "blob_id": blob,
                    "created_at": now,
                },
            ),
            (
                tables.uploads,
                {
                    "id": "up-1",
                    "user_id": "u-pp",
                    "slot": UPLOAD_SLOT,
                    "sha256": "0" * 64,
                    "name": "x.pdf",
                    "size": 9,
                    "received": 4,
                    "status": "open",
                    "created_at": now,
                    "touched_at": now,
                },
            ),
            (tables.upload_blocks, {"upload_id": "up-1", "start": 0, "size": 4, "blob_id": block}),
        ):
            connection.execute(insert(table).values(row))
        entries = [
            satker_entry(connection, "s-1"),
            *official_entries(connection, "s-1", services.today()),
            rup_entry(connection, "51402877"),
            vendor_entry(connection, "v-1"),
        ]
        publish(connection, entries)
    named = Attachment(sha256=SHA, name="kak.pdf", media_type="application/pdf", size=len(PAPER))
    form = replace(b.checkout(b.facts()), attachments=(named,))
    command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
    order_id = office.new_id()
    assert office.send(b.PP, command, order_id, attachments=(SHA,)).outcome == "ok"
    assert office.checkout(office.new_id()).outcome == "ok"
    assert office.send(b.VENDOR, c.AgreePrices(round_no=1), order_id).outcome == "ok"
    assert office.send(b.VENDOR, c.AgreePrices(round_no=1), order_id).outcome == "rejected"
    order = office.order(order_id)
    assert order is not None
    office.put_document(order, f"{order_id}.sp.1", current=hashlib.sha256(b"x").hexdigest())
    return order_id


@pytest.fixture
def lived_in(any_office: Office) -> tuple[Office, str]:
    return any_office, _lived_in(any_office)


def test_nothing_is_said_of_a_sound_database(lived_in: tuple[Office, str]) -> None:
    office, _ = lived_in
    assert _faults(office) == {}
    assert len(list(check_all(office.services))) == 14


Damage = Callable[[Connection, Office, str], Any]


def _sql(*statements: str) -> Damage:
    def damage(connection: Connection, _office: Office, order_id: str) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement.replace("ORDER", order_id))

    return damage


def _drop_ack(connection: Connection, _office: Office, _order_id: str) -> None:
    """Take the newest row of a person's scope away, and its number with it."""
    connection.exec_driver_sql("DELETE FROM feed WHERE scope = 'user/u-v1' AND seq = 2")
    connection.exec_driver_sql("UPDATE scope_head SET seq = 1 WHERE scope = 'user/u-v1'")


def _spoil_blob(_connection: Connection, office: Office, _order_id: str) -> None:
    for place in _blobs(office, len(PAPER)):
        place.write_bytes(place.read_bytes()[:-1] + b"?")


def _lose_block(_connection: Connection, office: Office, _order_id: str) -> None:
    for place in _blobs(office, 4):
        place.unlink()


def _blobs(office: Office, size: int) -> list[Path]:
    found = [one for one in (office.services.config.data / "files").glob("??/*") if _content(one) == size]
    assert len(found) == 1
    return found


def _content(place: Path) -> int:
    return place.stat().st_size - 12 - 16  # nonce and tag


def _lose_key(_connection: Connection, office: Office, _order_id: str) -> None:
    (office.services.config.data / "files.secret").unlink()


DAMAGES: dict[str, tuple[Damage, dict[str, str]]] = {
    "a feed row beyond the head": (
        _sql("UPDATE scope_head SET seq = seq - 1 WHERE scope = 'vendor/v-1'"),
        {"feed numbers without a gap": "feed vendor/v-1: head"},
    ),
    "a scope without a head": (
        _sql("DELETE FROM scope_head WHERE scope = 'vendor/v-1'"),
        {"feed numbers without a gap": "rows without a head"},
    ),
    "money that no order holds": (
        _sql("UPDATE rup SET reserved = reserved + 1, rev = rev"),
        {
            "budgets equal the sum of their orders": "RUP 51402877",
            "packages, penyedia and officials shown as they are": "rup 51402877",
        },
    ),
    "an order's column": (
        _sql("UPDATE orders SET state = 'DRAFT' WHERE id = 'ORDER'"),
        {"orders equal their events": "columns differ from its image"},
    ),
    "an event that never was": (
        _sql("UPDATE order_events SET cmd_id = 'nobody' WHERE order_id = 'ORDER' AND n = 2"),
        {"commands equal their effects": "without an effect"},
    ),
    "an acknowledgement lost": (_drop_ack, {"commands acknowledged once": "not exactly one"}),
    "an acknowledgement that says something else": (
        _sql("UPDATE feed SET row = '{}' WHERE scope = 'user/u-v1' AND seq = 2"),
        {"commands acknowledged once": "something else"},
    ),
    "a command forgotten": (
        _sql("DELETE FROM commands WHERE user_id = 'u-v1' AND outcome = 'rejected'"),
        {"commands acknowledged once": "never decided"},
    ),
    "an audit row rewritten": (
        _sql("UPDATE audit SET acting_as = 'a-other' WHERE scope = 'user/u-v1' AND n = 1"),
        {"audit chains unbroken": "row 1 does not follow"},
    ),
    "an audit chain cut": (
        _sql("DELETE FROM audit WHERE scope = 'user/u-v1' AND n = 2"),
        {"audit chains unbroken": "has 1 rows, its head says 2", "commands audited once": "0 audit rows"},
    ),
    "an image that clients never got": (
        _sql("UPDATE feed SET rev = rev - 1 WHERE kind = 'order' AND entity = 'ORDER' AND rev = 2"),
        {"orders shown as they are": "at revision 1"},
    ),
    "an order taken back from a scope": (
        _sql(
            "INSERT INTO feed (scope, seq, kind, entity, rev, row, deleted)"
            " SELECT scope, seq + 1, 'order', 'ORDER', 2, '{}', deleted FROM scope_head"
            " JOIN (SELECT deleted AS deleted FROM feed LIMIT 1) f ON true WHERE scope = 'vendor/v-1'",
            "UPDATE scope_head SET seq = seq + 1 WHERE scope = 'vendor/v-1'",
        ),
        {"orders shown as they are": "vendor/v-1: order"},
    ),
    "a penyedia changed without a word": (
        _sql("UPDATE vendors SET name = 'Nama Lain' WHERE id = 'v-1'"),
        {"packages, penyedia and officials shown as they are": "vendor v-1"},
    ),
    "a document with other bytes": (
        _sql("UPDATE document_revisions SET content = 'y'"),
        {"documents hold their bytes": "holds other bytes"},
    ),
    "a document of which nothing stands": (
        _sql("UPDATE document_revisions SET status = 'superseded'"),
        {"documents hold their bytes": "0 revisions stand"},
    ),
    "a file changed on the disk": (_spoil_blob, {"files hold their bytes": "was damaged"}),
    "a block lost on the disk": (_lose_block, {"files hold their bytes": "upload up-1: block at 0"}),
    "bytes of an upload that nobody sent": (
        _sql("UPDATE uploads SET received = 5 WHERE status = 'open'"),
        {"files hold their bytes": "5 bytes received, its blocks have 4"},
    ),
    "the key of the files lost": (_lose_key, {"files hold their bytes": "files.secret is missing"}),
    "a file let go that an order names": (
        _sql("DELETE FROM order_attachments"),
        {"orders keep their files": "is named and not kept"},
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_told_by_its_check_alone(lived_in: tuple[Office, str], name: str) -> None:
    office, order_id = lived_in
    damage, told = DAMAGES[name]
    with office.services.database.write() as connection:
        damage(connection, office, order_id)
    faults = _faults(office)
    assert set(faults) == set(told), faults
    for check, words in told.items():
        assert words in faults[check][0]


def test_an_event_of_another_order_is_found(lived_in: tuple[Office, str]) -> None:
    """Columns and counts are right; only playing the events again tells."""
    office, order_id = lived_in
    with office.services.database.write() as connection:
        events = tables.order_events
        others = events.select().where(events.c.order_id == order_id, events.c.n == 1)
        image = bytes(connection.execute(others).mappings().one()["event"])
        changed = image.replace(b"kak.pdf", b"xxx.pdf")
        assert changed != image
        here = (events.c.order_id == order_id) & (events.c.n == 1)
        connection.execute(events.update().where(here).values(event=changed))
    faults = _faults(office)
    assert list(faults) == ["orders are what their events make"]
    assert "not what its events make" in faults["orders are what their events make"][0]


def test_a_table_that_is_gone_says_so_in_few_lines(any_office: Office) -> None:
    assert len(first_of(str(number) for number in range(10**6))) == 201
    assert first_of(iter(["a"])) == ["a"]


def test_rows_come_a_few_at_a_time(any_office: Office) -> None:
    """Also while other statements run, and when nobody takes the rest."""
    every = Statement("SELECT code FROM regions ORDER BY code")
    one = Statement("SELECT name FROM regions WHERE code = :code")
    for statement in (every, one):
        REGISTERED.remove(statement)
    with any_office.services.database.write() as connection:
        rows = [{"code": f"{n:05}", "name": str(n), "level": "x"} for n in range(1_000)]
        connection.execute(insert(tables.regions), rows)
    with any_office.services.database.read() as connection:
        found = [one.one(connection, {"code": code}) for (code,) in every.each(connection, at_once=7)]
        assert found == [(str(n),) for n in range(1_000)]
        first = next(every.each(connection, at_once=7))
        assert first == ("00000",)


def test_check_answers_in_json_and_by_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--data", str(tmp_path), "--json"]
    assert main(["check", *place]) == 2  # nothing is made just to be found in order
    assert "there is no database" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert main(["training", "--data", str(tmp_path)]) == 0
    capsys.readouterr()
    assert main(["check", *place]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["revision"], told["faults"], len(told["checks"])) == (HEAD, 0, 14)
    with sqlite3.connect(tmp_path / "inaproc.db") as connection:
        connection.execute("UPDATE scope_head SET seq = seq + 1")
    connection.close()
    assert main(["check", *place]) == 1
    told = json.loads(capsys.readouterr().out)
    wrong = [one for one in told["checks"] if one["faults"]]
    assert [one["name"] for one in wrong] == ["feed numbers without a gap"]
    assert told["faults"] == len(wrong[0]["faults"]) > 1
