"""Drafts, cart and cached documents: private to an access or a person, replaced in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inaproc_core.orders import commands as c
from inaproc_core.values import Rupiah, quantity
from inaproc_core.wire.codec import to_plain
from inaproc_desktop.ports.data import CartLine, StoredDocument
from inaproc_desktop.storage.documents import DocumentCache
from inaproc_desktop.storage.drafts import LocalCart, LocalDrafts
from inaproc_desktop.storage.work import WorkDatabase, open_work_file
from tests import builders
from tests.desktop.fake_world import sha256_of
from tests.desktop.fakes import FixedClock
from tests.desktop.sealed import KEY
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine


@pytest.fixture
def work(tmp_path: Path):
    made = open_work_file(tmp_path / "work.db", KEY)
    yield made
    made.close()


def test_drafts_are_found_newest_first(work: WorkDatabase) -> None:
    clock = FixedClock(builders.NOW)
    drafts = LocalDrafts(work, "a-pp", clock)
    drafts.save("d-1", "checkout", "v-1", "ATK", {"lines": [1]})
    clock.moment += timedelta(minutes=1)
    drafts.save("d-2", "checkout", "v-1", "ATK lagi", {})
    saved = drafts.save("d-1", "checkout", "v-1", "ATK", {"lines": [1, 2]})
    clock.moment += timedelta(minutes=1)
    drafts.save("d-3", "negotiation_reply", "o-1", "Balasan", {"note": "é"})
    assert drafts.get("d-1") == saved
    assert drafts.find("checkout", "v-1") in (saved, drafts.get("d-2"))
    assert next(draft.id for draft in drafts.all()) == "d-3"
    assert {draft.id for draft in drafts.all("checkout")} == {"d-1", "d-2"}
    drafts.delete("d-1")
    assert drafts.get("d-1") is None
    assert drafts.find("checkout", "v-9") is None


def test_accesses_do_not_see_each_others_drafts_and_carts(work: WorkDatabase) -> None:
    clock = FixedClock(builders.NOW)
    LocalDrafts(work, "a-pp", clock).save("d-1", "checkout", "v-1", "ATK", {})
    assert LocalDrafts(work, "a-ppk", clock).all() == ()
    line = CartLine(
        product_id="p-1",
        vendor_id="v-1",
        quantity=quantity(2),
        seen_price=Rupiah(5),
        added_at=builders.NOW,
    )
    LocalCart(work, "a-pp").put(line)
    assert LocalCart(work, "a-ppk").lines() == ()


def test_changed_line_keeps_its_place(work: WorkDatabase) -> None:
    cart = LocalCart(work, "a-pp")
    first = CartLine(
        product_id="p-2",
        vendor_id="v-1",
        quantity=quantity(2),
        seen_price=Rupiah(5),
        added_at=builders.NOW,
    )
    second = replace(first, product_id="p-1", added_at=builders.NOW + timedelta(seconds=1))
    cart.put(first)
    cart.put(second)
    changed = cart.put(replace(first, quantity=quantity(3), added_at=builders.NOW + timedelta(hours=1)))
    assert changed.touches("cart")
    assert [(line.product_id, line.quantity) for line in cart.lines()] == [
        ("p-2", quantity(3)),
        ("p-1", quantity(2)),
    ]
    assert cart.lines()[0].added_at == builders.NOW
    cart.remove("p-2")
    assert [line.product_id for line in cart.lines()] == ["p-1"]


def test_reply_clears_its_draft_in_the_same_transaction(tmp_path: Path) -> None:
    machine = Machine(tmp_path, FakeServer())
    machine.drafts.save("d-1", "checkout", "v-1", "ATK", to_plain(builders.form("d-1")))
    command = c.SubmitCheckout(checkout=builders.checkout(builders.facts()), max_total=Rupiah(10**12))
    _, changed = machine.outbox.put(command, actor=builders.PP, order_id="o-1", base_rev=0, clear_draft="d-1")
    assert changed.touches("draft")
    assert machine.drafts.all() == ()
    machine.close()


def test_document_cache_keeps_the_newest_and_checks_it(work: WorkDatabase) -> None:
    cache = DocumentCache(work)
    assert cache.newest("doc") is None
    first = StoredDocument(document_id="doc", sha256=sha256_of(b"1"), pdf=b"1", fetched_at=builders.NOW)
    second = StoredDocument(
        document_id="doc", sha256=sha256_of(b"2"), pdf=b"2", fetched_at=builders.NOW + timedelta(1)
    )
    cache.keep(first)
    cache.keep(second)
    cache.keep(second)
    assert cache.newest("doc") == second
    cache.keep(replace(second, sha256="0" * 64))
    assert cache.newest("doc") is None
