"""The register: everything that was asked for within the house, what became of it, days in WIB."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.wire.desk import RegisterRow
from tests.backend.desk.bench import UNSIGNED, Bench


def ids(bench: Bench, who: str, **asked: Any) -> list[str]:
    page = bench.register(who, limit=500, **asked)
    assert page.total == len(page.rows)
    return [f"access:{row.request_id}" for row in page.rows]


def row_of(bench: Bench, item_id: str, who: str = "vai") -> RegisterRow:
    rows = bench.register(who, limit=500).rows
    return next(row for row in rows if f"access:{row.request_id}" == item_id)


def test_a_row_says_who_asked_for_what_and_what_became_of_it(bench: Bench) -> None:
    bench.person("a1", name="Gita Latihan", nik="3273010101909123")
    view = bench.ask(
        "a1", satker="s-2", letter_number="800/12/2026", nip="199001012015011001", valid_from="2026-11-20"
    )
    item_id = f"access:{view.request_id}"
    bench.clock.forward(hours=25, minutes=59)
    waiting = row_of(bench, item_id)
    assert (waiting.hours, waiting.decided_at, waiting.decided_by) == (25, None, "")
    assert (waiting.access_id, waiting.access_status, waiting.nip) == ("", "", "199001012015011001")
    assert waiting.valid_until == "2026-12-31"
    bench.decide("vai", item_id)
    bench.clock.forward(days=3)
    row = row_of(bench, item_id)
    assert row == RegisterRow(
        request_id=view.request_id,
        access_id=bench.request(item_id)["access_id"],
        name="Gita Latihan",
        masked_id=row.masked_id,
        nip="199001012015011001",
        kind="PPK",
        role="PPK",
        instansi="Pemerintah Kota Contoh",
        office="Dinas Pendidikan Kota Contoh",
        letter_number="800/12/2026",
        sent_at=view.sent_at,
        decided_at=datetime(2026, 11, 24, 4, 29, tzinfo=UTC),
        decided_by="Vai Latihan",
        status="APPROVED",
        access_status="ACTIVE",
        valid_from="2026-11-24",  # not before it was granted
        valid_until="2026-12-31",
        attempts=1,
        hours=25,
    )
    assert row.masked_id.endswith("9123")
    assert "3273" not in row.masked_id


def test_everybody_reads_their_own_house(bench: Bench) -> None:
    mine = bench.waiting("b1", satker="s-2")
    far = bench.waiting("b2", satker="s-3")
    appointment = bench.waiting("b3", AccessKind.VAI)
    member = bench.waiting("b4", AccessKind.COMPANY_MEMBER)
    owner = bench.waiting("b5", AccessKind.COMPANY_OWNER, nib="9876543210987")
    bench.waiting_profile("b6")
    for who in ("vai", "vai2", "adm"):
        assert set(ids(bench, who)) == {mine, appointment}
    assert ids(bench, "vai3") == [far]
    assert set(ids(bench, "in1")) == {mine, far, appointment, member, owner}
    assert ids(bench, "own") == [member]
    assert ids(bench, "own2") == []
    assert row_of(bench, owner, "in1").office == "CV Baru Contoh"
    assert row_of(bench, member, "own").office == "CV Graha Contoh Utama"
    assert row_of(bench, appointment).office == ""


def test_days_are_those_of_the_capital(bench: Bench) -> None:
    """09:30 WIB on 23 November; midnight WIB is 17:00 UTC."""
    first = bench.waiting("b1", satker="s-2")
    bench.clock.now = datetime(2026, 11, 23, 16, 59, 59, tzinfo=UTC)
    late = bench.waiting("b2", satker="s-2")
    bench.clock.now = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    following = bench.waiting("b3", satker="s-2")
    assert ids(bench, "vai", first="2026-11-23", last="2026-11-23") == [late, first]
    assert ids(bench, "vai", first="2026-11-24") == [following]
    assert ids(bench, "vai", last="2026-11-23") == [late, first]
    assert ids(bench, "vai", last="2026-11-22") == []
    assert ids(bench, "vai", first="2026-11-24", last="2026-11-23") == []
    assert ids(bench, "vai") == [following, late, first]
    for asked in (
        {"first": "kemarin"},
        {"first": "2026-02-30"},
        {"last": "9999-12-31"},
        {"first": "0001-01-01"},
    ):
        with pytest.raises(Refused) as refused:
            bench.register("vai", **asked)
        assert refused.value.refusal.code == "desk.day_malformed"
        assert refused.value.refusal.field == ("from" if "first" in asked else "to")


def test_rows_are_filtered_by_status_of_the_request_and_of_the_access(bench: Bench) -> None:
    found: dict[str, str] = {}
    granted: dict[str, dict[str, Any]] = {
        "ACTIVE": {"valid_until": "2026-12-31"},
        "ENDING": {"valid_until": "2026-12-22"},
        "EXPIRED": {"valid_until": "2026-11-24"},
        "FUTURE": {"valid_from": "2026-12-01"},
        "DEACTIVATED": {},
    }
    for status, more in granted.items():
        found[status] = bench.waiting(f"b{status.lower()}", satker="s-2", **more)
        bench.decide("vai", found[status])
    bench.deactivate("in1", bench.request(found["DEACTIVATED"])["access_id"])
    found["WAITING"] = bench.waiting("c1", satker="s-2")
    found["NEEDS_FIX"] = bench.waiting("c2", satker="s-2")
    bench.decide("vai", found["NEEDS_FIX"], "FIX", UNSIGNED)
    found["REJECTED"] = bench.waiting("c3", satker="s-2")
    bench.decide("vai", found["REJECTED"], "REJECT", UNSIGNED)
    bench.person("c4")
    view = bench.ask("c4", satker="s-2")
    bench.withdraw("c4", view)
    found["WITHDRAWN"] = f"access:{view.request_id}"
    bench.clock.forward(days=2)
    for status, item_id in found.items():
        assert ids(bench, "vai", status=status) == [item_id], status
    assert set(ids(bench, "vai", status="APPROVED")) == {found[status] for status in granted}
    for row in bench.register("vai", limit=500).rows:
        said = next(status for status, item in found.items() if item == f"access:{row.request_id}")
        assert said in (row.status, row.access_status)
    with pytest.raises(Refused) as refused:
        bench.register("vai", status="VERIFIED")
    assert refused.value.refusal.code == "desk.status_unknown"


def test_rows_are_filtered_by_kind_and_text(bench: Bench) -> None:
    bench.person("a1", name="Kadar 50% Latihan")
    ppk = f"access:{bench.ask('a1', AccessKind.PPK, satker='s-2', letter_number='SK/7_A/2026').request_id}"
    pp = f"access:{bench.ask('a1', AccessKind.PP, satker='s-1', nip='198501012010011001').request_id}"
    other = bench.waiting("a2", satker="s-2", letter_number="SK/70A/2026")
    assert ids(bench, "vai", kind="PPK") == sorted([other, ppk], reverse=True)
    assert ids(bench, "vai", kind="PP") == [pp]
    assert ids(bench, "vai", kind="KPA") == []
    assert ids(bench, "vai", text="sk/7_a") == [ppk]
    assert set(ids(bench, "vai", text="sk/7")) == {ppk, other}
    assert set(ids(bench, "vai", text="50%")) == {ppk, pp}
    assert ids(bench, "vai", text="198501012010011001") == [pp]
    assert set(ids(bench, "vai", text="kota contoh")) == {ppk, pp, other}
    assert ids(bench, "vai", text="PPK") == []
    with pytest.raises(Refused) as refused:
        bench.register("vai", kind="KING")
    assert refused.value.refusal.code == "desk.kind_unknown"


def test_hours_end_with_the_decision_or_the_withdrawal(bench: Bench) -> None:
    bench.person("a1")
    withdrawn = bench.ask("a1", satker="s-2")
    mended = bench.waiting("a2", satker="s-2")
    appointment = bench.waiting("a3", AccessKind.VAI)
    given_up = bench.waiting("a4", satker="s-2")
    bench.clock.forward(hours=10)
    bench.withdraw("a1", withdrawn)
    bench.decide("vai", mended, "FIX", UNSIGNED)
    bench.decide("vai", given_up, "FIX", UNSIGNED)
    bench.decide("in1", appointment)
    bench.clock.forward(hours=5)
    assert row_of(bench, f"access:{withdrawn.request_id}").hours == 10
    assert row_of(bench, f"access:{withdrawn.request_id}").decided_at is None
    assert row_of(bench, mended).hours == 10
    bench.withdraw_at("a4", given_up.split(":")[1], 2)
    assert row_of(bench, given_up).hours == 10
    assert row_of(bench, appointment).hours == 15  # half of it is no decision
    bench.ask("a2", request_id=mended.split(":")[1], revision=2, satker="s-2")
    bench.clock.forward(hours=2)
    again = row_of(bench, mended)
    assert (again.hours, again.attempts, again.decided_at, again.decided_by) == (2, 2, None, "")


def test_a_renewed_access_is_told_at_its_last_request(bench: Bench) -> None:
    old = bench.waiting("a1", satker="s-2", valid_until="2026-12-01")
    bench.decide("vai", old)
    access_id = bench.request(old)["access_id"]
    bench.clock.forward(hours=1)
    renewal = f"access:{bench.ask('a1', satker='s-2', renews=access_id).request_id}"
    bench.decide("vai", renewal)
    assert bench.request(renewal)["access_id"] == access_id
    assert (row_of(bench, renewal).access_id, row_of(bench, renewal).valid_until) == (access_id, "2026-12-31")
    assert (row_of(bench, old).access_id, row_of(bench, old).access_status) == ("", "")
    assert len(bench.office.rows(tables.accesses, user_id="u-a1")) == 1


def test_a_transfer_ends_the_access_that_was_left(bench: Bench) -> None:
    old = bench.waiting("a1", satker="s-2")
    bench.decide("vai", old)
    access_id = bench.request(old)["access_id"]
    moved = f"access:{bench.ask('a1', satker='s-1', transfers=access_id).request_id}"
    bench.decide("vai", moved)
    assert row_of(bench, old).access_status == "DEACTIVATED"
    assert row_of(bench, moved).access_status == "ACTIVE"
    assert len(bench.office.rows(tables.outgoing_messages, template="access.transferred")) == 1


def test_pages_go_back_in_time_without_loss_or_repetition(bench: Bench) -> None:
    wanted: list[str] = []
    for number in range(7):
        wanted.insert(0, bench.waiting(f"b{number}", satker="s-2"))
        if number % 3 == 2:
            bench.clock.forward(minutes=1)
    seen, cursor = [], ""
    for page in range(4):
        found = bench.register("vai", limit=2, cursor=cursor)
        seen += [f"access:{row.request_id}" for row in found.rows]
        cursor = found.next_cursor
        bench.clock.forward(minutes=1)
        bench.waiting(f"c{page}", satker="s-2")
    assert cursor == ""
    assert len(seen) == len(set(seen)) == 7
    assert set(seen) == set(wanted)
    with pytest.raises(Refused) as refused:
        bench.register("vai", cursor="!")
    assert refused.value.refusal.code == "desk.cursor_malformed"
