"""RUP packages and their budget lines: satker, money in use, accounts, and what goes out by the feed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import update

from inaproc_backend.importers.packages import FROM_PACKAGE
from inaproc_backend.storage import tables
from inaproc_backend.storage.facts import load_rup
from tests.backend.importers.conftest import LINE, PACKAGE, SATKER, Desk, csv_of

CODE = PACKAGE["kd_rup"]
MAK = "1.04.05.1.01.0002.5.1.02.01.01.0039"


def package(**columns: str) -> str:
    return csv_of({**PACKAGE, **columns})


def fact(desk: Desk) -> Any:
    with desk.database.read() as connection:
        found = load_rup(connection, CODE)
    assert found is not None
    return found[0]


def feed(desk: Desk, kind: str = "rup") -> list[dict[str, Any]]:
    return [row for row in desk.rows("feed") if row["kind"] == kind]


def test_a_package_arrives_with_its_satker_and_government(any_desk: Desk) -> None:
    assert any_desk.counts("rup", package()) == {"taken": 1}
    rup, satker, klpd = any_desk.row("rup"), any_desk.row("satker"), any_desk.row("klpd")
    assert (rup["pagu"], rup["year"], rup["funding_source"]) == (79_691_100, 2026, "APBD")
    assert (rup["method"], rup["method_code"], rup["pdn"], rup["umkk"]) == ("E-Purchasing", "9", True, True)
    assert (rup["contract_from"], rup["announced_on"], rup["announced"]) == ("2026-01-01", "2026-01-20", True)
    assert rup["satker_id"] == satker["id"] == satker["sirup_number"] == "101927"
    assert (satker["code"], satker["name"]) == (PACKAGE["kd_satker_str"], "DINAS CONTOH")
    assert (klpd["code"], klpd["name"], klpd["kind"]) == ("D197", "Provinsi Contoh", "PROVINSI")
    assert fact(any_desk).maks == (MAK,)
    published = [(row["scope"], row["seq"], row["kind"], row["entity"]) for row in any_desk.rows("feed")]
    assert published == [("satker/101927", 1, "satker", "101927"), ("satker/101927", 2, "rup", CODE)]
    image = json.loads(feed(any_desk)[0]["row"])
    assert image["pagu"] == 79_691_100 and image["maks"] == [MAK]


def test_the_second_time_nothing_happens(any_desk: Desk) -> None:
    content = package()
    any_desk.load("rup", content)
    before = {name: any_desk.rows(name) for name in ("rup", "rup_lines", "satker", "klpd", "feed")}
    assert any_desk.counts("rup", content) == {"unchanged": 1}
    assert {name: any_desk.rows(name) for name in before} == before


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("APBD|APBDP", "APBD; APBDP"),
        ("APBD;APBDP", "APBD; APBDP"),
        ("APBD; APBD", "APBD"),
        ("APBN, BLU", "APBN; BLU"),
        ("", ""),
        ("?", "?"),
    ],
)
def test_several_funding_sources(desk: Desk, given: str, stored: str) -> None:
    desk.load("rup", package(sumber_dana=given))
    assert desk.row("rup")["funding_source"] == stored


@pytest.mark.parametrize(
    ("columns", "announced"),
    [
        ({"status_umumkan_rup": "Terdelete"}, False),
        ({"status_aktif_rup": "0"}, False),
        ({"status_umumkan_rup": "", "status_aktif_rup": ""}, True),
    ],
)
def test_a_withdrawn_package_does_not_count(desk: Desk, columns: dict[str, str], announced: bool) -> None:
    desk.load("rup", package(**columns))
    assert desk.row("rup")["announced"] is announced


@pytest.mark.parametrize("pagu", ["0", "1", "3800000000000", "1000.0", "1.000.000,00"])
def test_dirty_but_real_pagu_is_taken(desk: Desk, pagu: str) -> None:
    assert desk.counts("rup", package(pagu=pagu)) == {"taken": 1}


def test_a_change_is_counted_and_published(any_desk: Desk) -> None:
    any_desk.load("rup", package())
    assert any_desk.counts("rup", package(pagu="90000000", nama_paket="Belanja Tinta")) == {"changed": 1}
    rup = any_desk.row("rup")
    assert (rup["pagu"], rup["name"], rup["rev"]) == (90_000_000, "Belanja Tinta", 2)
    assert [row["rev"] for row in feed(any_desk)] == [1, 2]
    assert json.loads(feed(any_desk)[1]["row"])["pagu"] == 90_000_000


def test_what_the_file_does_not_know_erases_nothing(desk: Desk) -> None:
    desk.load("rup", package())
    empty = package(sumber_dana="", metode_pengadaan="", tgl_awal_kontrak="", mak_pertama="", status_pdn="")
    assert desk.counts("rup", empty) == {"unchanged": 1}
    assert desk.row("rup")["funding_source"] == "APBD"


def use(desk: Desk, reserved: int, committed: int) -> None:
    desk.write(update(tables.rup).values(reserved=reserved, committed=committed))


@pytest.mark.parametrize(
    ("pagu", "result"), [("79691100", "unchanged"), ("5000000", "changed"), ("4999999", "refused")]
)
def test_pagu_never_falls_below_what_orders_hold(any_desk: Desk, pagu: str, result: str) -> None:
    any_desk.load("rup", package())
    use(any_desk, 2_000_000, 3_000_000)
    assert any_desk.counts("rup", package(pagu=pagu)) == {result: 1}
    rup = any_desk.row("rup")
    assert (rup["reserved"], rup["committed"]) == (2_000_000, 3_000_000)
    if result == "refused":
        refusal = any_desk.refused[0][1]
        assert (refusal.code, refusal.field) == ("import.pagu_below_use", "pagu")
        assert refusal.facts["used"] == 5_000_000 and refusal.facts["current"] == 79_691_100
        assert rup["pagu"] == 79_691_100 and rup["rev"] == 1


def test_a_refused_pagu_stops_neither_the_batch_nor_the_accounts(any_desk: Desk) -> None:
    other = {**PACKAGE, "kd_rup": "60000001"}
    any_desk.load("rup", csv_of(PACKAGE, other))
    use(any_desk, 0, 5_000_000)
    content = csv_of({**PACKAGE, "pagu": "1", "mak_pertama": "9.9.9.9"}, {**other, "pagu": "6000000"})
    assert any_desk.counts("rup", content) == {"refused": 1, "changed": 1}
    assert fact(any_desk).maks == (MAK,)
    assert [row["pagu"] for row in any_desk.rows("rup")] == [79_691_100, 6_000_000]


def test_a_package_may_move_to_another_satker_while_nothing_is_bought(desk: Desk) -> None:
    desk.load("rup", package())
    moved = package(kd_satker="101928", nama_satker="DINAS LAIN", kd_satker_str="1.05")
    assert desk.counts("rup", moved) == {"changed": 1}
    assert desk.row("rup")["satker_id"] == "101928"
    scopes = [(row["scope"], row["deleted"]) for row in feed(desk)]
    assert scopes == [("satker/101927", False), ("satker/101927", True), ("satker/101928", False)]


def test_a_package_in_use_stays_where_it_is(desk: Desk) -> None:
    desk.load("rup", package())
    use(desk, 1, 0)
    refusal = desk.reason("rup", package(kd_satker="101928", nama_satker="DINAS LAIN", kd_satker_str="1.05"))
    assert refusal.code == "import.rup_moved"
    assert desk.row("rup")["satker_id"] == "101927"


def test_the_second_row_of_a_code_must_say_the_same(desk: Desk) -> None:
    content = csv_of(PACKAGE, PACKAGE, {**PACKAGE, "pagu": "1"})
    assert desk.counts("rup", content) == {"taken": 1, "unchanged": 1, "refused": 1}
    line, refusal = desk.refused[0]
    assert (line, refusal.code, refusal.facts["line"]) == (4, "import.duplicate", 2)
    assert desk.counts("rup", content) == {"unchanged": 2, "refused": 1}
    assert desk.row("rup")["pagu"] == 79_691_100


def test_a_satker_known_by_code_is_not_made_twice(desk: Desk) -> None:
    desk.load("satker", csv_of(SATKER))
    by_code = {"kd_satker": "", "kd_klpd": "D107", "kd_satker_str": SATKER["kd_satker_str"]}
    desk.load("rup", package(**by_code, nama_satker="Puskesmas  Contoh"))
    assert desk.row("rup")["satker_id"] == "97846"
    assert desk.row("satker")["name"] == "PUSKESMAS CONTOH"


def test_a_satker_named_only_is_told_by_name_and_place(desk: Desk) -> None:
    unnamed = {
        **PACKAGE,
        "kd_klpd": "",
        "nama_klpd": "",
        "kd_satker": "",
        "kd_satker_str": "",
        "nama_satker": "RSUD",
    }
    unnamed |= {"kabupaten": "Kota A", "provinsi": "P"}
    rows = [
        unnamed,
        {**unnamed, "kd_rup": "60000001", "nama_satker": "rsud "},
        {**unnamed, "kd_rup": "60000002", "kabupaten": "Kota B"},
    ]
    assert desk.counts("rup", csv_of(*rows)) == {"taken": 3}
    packages = desk.rows("rup")
    assert packages[0]["satker_id"] == packages[1]["satker_id"] != packages[2]["satker_id"]
    assert desk.counts("rup", csv_of(*rows)) == {"unchanged": 3}
    assert all(row["klpd_code"] is None for row in desk.rows("satker"))


def line(**columns: str) -> dict[str, str]:
    return {**LINE, **columns}


def test_equal_lines_are_real(any_desk: Desk) -> None:
    content = csv_of(LINE, LINE, line(pagu="-100"), LINE)
    assert any_desk.counts("rup", content) == {"taken": 4}
    assert any_desk.counts("rup", content) == {"unchanged": 4}
    assert any_desk.counts("rup", csv_of(LINE, LINE)) == {"unchanged": 2}
    assert any_desk.counts("rup", csv_of(LINE, LINE, LINE, LINE)) == {"unchanged": 3, "taken": 1}
    assert [row["no"] for row in any_desk.rows("rup_lines")] == [1, 2, 3, 4, 5]


def test_equal_lines_far_apart_are_counted_too(desk: Desk) -> None:
    others = [line(kd_rup=str(60_000_000 + number)) for number in range(2500)]
    content = csv_of(LINE, *others, LINE)
    assert desk.counts("rup", content) == {"taken": 2502}
    assert desk.counts("rup", content) == {"unchanged": 2502}


@pytest.mark.parametrize("packages_first", [True, False])
def test_packages_and_lines_come_in_any_order(desk: Desk, packages_first: bool) -> None:
    lines = csv_of(line(mak="1.2.3.4"), line(mak="1.2.3.5"), line(mak=""))
    for content in (package(), lines) if packages_first else (lines, package()):
        assert set(desk.counts("rup", content)) == {"taken"}
    assert fact(desk).maks == ("1.2.3.4", "1.2.3.5")
    assert json.loads(feed(desk)[-1]["row"])["maks"] == ["1.2.3.4", "1.2.3.5"]
    for content in (package(), lines):
        assert set(desk.counts("rup", content)) == {"unchanged"}
    assert FROM_PACKAGE not in {row["source"] for row in desk.rows("rup_lines")}


def test_a_new_account_is_published_with_its_package(desk: Desk) -> None:
    desk.load("rup", package())
    desk.load("rup", csv_of(LINE))
    assert len(feed(desk)) == 1, "the account was known from the package"
    desk.load("rup", csv_of(LINE, line(mak="9.9.9.9")))
    assert len(feed(desk)) == 2
    assert fact(desk).maks == (MAK, "9.9.9.9")


def test_several_accounts_of_a_package_without_lines(desk: Desk) -> None:
    desk.load("rup", package(mak_pertama="1.2.3.4.;1.2.3.5.; 1.2.3.4."))
    assert fact(desk).maks == ("1.2.3.4", "1.2.3.5")
    assert desk.counts("rup", package(mak_pertama="1.2.3.4;9.9.9.9")) == {"changed": 1}
    assert fact(desk).maks == ("1.2.3.4", "9.9.9.9")
