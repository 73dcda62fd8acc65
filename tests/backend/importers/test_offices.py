"""Satker, K/L/PD and regions."""

from __future__ import annotations

import json

from tests.backend.importers.conftest import KLPD, REGION, SATKER, Desk, csv_of


def test_satker_take_their_region_and_zone_from_their_government(any_desk: Desk) -> None:
    any_desk.load("klpd", csv_of({**KLPD, "kode_kemendagri": "73.71"}))
    assert any_desk.counts("satker", csv_of(SATKER)) == {"taken": 1}
    row = any_desk.row("satker")
    assert (row["id"], row["klpd_code"], row["region_code"], row["zone"]) == (
        "97846",
        "D107",
        "73.71",
        "WITA",
    )
    image = json.loads(any_desk.row("feed")["row"])
    assert image["klpd"] == "Kabupaten Contoh"
    assert any_desk.counts("satker", csv_of(SATKER)) == {"unchanged": 1}
    assert len(any_desk.rows("feed")) == 1


def test_a_government_that_comes_later_fills_the_region(desk: Desk) -> None:
    desk.load("satker", csv_of(SATKER))
    assert desk.row("satker")["region_code"] == ""
    assert desk.counts("klpd", csv_of(KLPD)) == {"changed": 1}
    assert desk.counts("satker", csv_of(SATKER)) == {"changed": 1}
    assert desk.row("satker")["region_code"] == "32.04"


def test_a_renamed_government_goes_out_with_its_satker(desk: Desk) -> None:
    desk.load("klpd", csv_of(KLPD))
    desk.load("satker", csv_of(SATKER))
    assert desk.counts("klpd", csv_of({**KLPD, "nama_klpd": "Kabupaten Baru"})) == {"changed": 1}
    rows = desk.rows("feed")
    assert [row["rev"] for row in rows] == [1, 2]
    assert json.loads(rows[1]["row"])["klpd"] == "Kabupaten Baru"


def test_two_numbers_of_one_code_are_two_satker(any_desk: Desk) -> None:
    content = csv_of(SATKER, {**SATKER, "kd_satker": "97847"})
    assert any_desk.counts("satker", content) == {"taken": 2}
    assert any_desk.counts("satker", content) == {"unchanged": 2}


def test_the_number_joins_a_satker_known_by_its_code(desk: Desk) -> None:
    desk.load("satker", csv_of({**SATKER, "kd_satker": "", "nama_satker": "Puskesmas lama"}))
    assert desk.counts("satker", csv_of(SATKER)) == {"changed": 1}
    row = desk.row("satker")
    assert (row["id"], row["sirup_number"]) == ("D107-1.02.0.00.0.00.02.0001", "97846")
    assert row["name"] == "PUSKESMAS CONTOH"


def test_a_source_without_numbers_does_not_rename(desk: Desk) -> None:
    desk.load("satker", csv_of(SATKER))
    unnumbered = {**SATKER, "kd_satker": "", "nama_satker": "PUSKESMAS CONTOH LAMA", "sumber": "lain"}
    assert desk.counts("satker", csv_of(unnumbered)) == {"unchanged": 1}
    assert desk.row("satker")["name"] == "PUSKESMAS CONTOH"


def test_the_same_code_of_two_governments_is_two_satker(desk: Desk) -> None:
    unnumbered = {**SATKER, "kd_satker": ""}
    content = csv_of(unnumbered, {**unnumbered, "kd_klpd": "D108", "nama_klpd": "Kota Contoh"})
    assert desk.counts("satker", content) == {"taken": 2}
    assert [row["id"][:4] for row in desk.rows("satker")] == ["D107", "D108"]


def test_a_satker_with_a_name_only(desk: Desk) -> None:
    named = {**SATKER, "kd_satker": "", "kd_satker_str": ""}
    assert desk.counts("satker", csv_of(named, {**named, "nama_satker": "Lain"})) == {"taken": 2}
    assert desk.counts("satker", csv_of(named)) == {"unchanged": 1}


def test_a_closed_satker_is_not_active(desk: Desk) -> None:
    desk.load("satker", csv_of({**SATKER, "status_satker": "Tidak Aktif"}))
    assert desk.row("satker")["active"] is False


def test_a_name_in_conflict_within_one_file(desk: Desk) -> None:
    content = csv_of(SATKER, {**SATKER, "nama_satker": "Lain"})
    assert desk.counts("satker", content) == {"taken": 1, "refused": 1}
    assert desk.counts("satker", content) == {"unchanged": 1, "refused": 1}


def test_regions_know_their_zone(any_desk: Desk) -> None:
    rows = [
        {"kode": "31", "nama": "DKI Jakarta", "tingkat": "provinsi", "induk": ""},
        {**REGION},
        {"kode": "51", "nama": "Bali", "tingkat": "provinsi", "induk": ""},
        {"kode": "95", "nama": "Papua Pegunungan", "tingkat": "provinsi", "induk": ""},
    ]
    assert any_desk.counts("regions", csv_of(*rows)) == {"taken": 4}
    assert {row["code"]: row["zone"] for row in any_desk.rows("regions")} == {
        "31": "WIB", "31.74": "WIB", "51": "WITA", "95": "WIT",
    }  # fmt: skip
    rows[1]["nama"] = "Kota Baru"
    assert any_desk.counts("regions", csv_of(*rows)) == {"changed": 1, "unchanged": 3}
