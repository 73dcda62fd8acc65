"""Bad rows between two good ones: each is named with its line and column, and stops nothing."""

from __future__ import annotations

import json

import pytest

from inaproc_backend.importers.verdicts import Verdict
from tests.backend.importers.conftest import SAMPLES, Desk, csv_of

KEYS = {
    "package": "kd_rup",
    "line": "kd_rup",
    "product": "id",
    "satker": "kd_satker",
    "region": "kode",
    "klpd": "kd_klpd",
}
OTHERS = {
    "package": ("60000001", "60000002"),
    "line": ("60000001", "60000002"),
    "product": ("p-8", "p-9"),
    "satker": ("11", "12"),
    "region": ("31.75", "31.76"),
    "klpd": ("D1", "D2"),
}

CASES = [
    ("package", "kd_rup", "", "rup_code.empty"),
    ("package", "kd_rup", "12345", "rup_code.length"),
    ("package", "kd_rup", "5360566X", "rup_code.not_digits"),
    ("package", "kd_rup", "00000000", "rup_code.zero"),
    ("package", "kd_rup", "53605662 53605663", "import.blank_in_code"),
    ("package", "pagu", "", "import.empty"),
    ("package", "pagu", "-5", "import.money_negative"),
    ("package", "pagu", "100,50", "import.money_fraction"),
    ("package", "pagu", "1.500", "import.money_ambiguous"),
    ("package", "pagu", "tidak ada", "import.money_form"),
    ("package", "pagu", "99999999999999999999", "import.money_high"),
    ("package", "tahun_anggaran", "", "import.empty"),
    ("package", "tahun_anggaran", "duaribu", "import.year"),
    ("package", "nama_paket", "", "import.empty"),
    ("package", "nama_paket", "x" * 2001, "import.too_long"),
    ("package", "nama_satker", " ", "import.empty"),
    ("package", "kd_satker", "12 34", "import.blank_in_code"),
    ("package", "mak_pertama", "5.1", "mak.form"),
    ("package", "tgl_awal_kontrak", "2026-13-01", "import.date"),
    ("package", "status_aktif_rup", "aktif?", "import.flag"),
    ("line", "kd_rup", "x", "rup_code.not_digits"),
    ("line", "pagu", "", "import.empty"),
    ("line", "pagu", "1e400", "import.money_form"),
    ("line", "mak", "a/b/c", "mak.form"),
    ("product", "id", "", "import.empty"),
    ("product", "nama_produk", "", "import.empty"),
    ("product", "harga", "0", "import.money_low"),
    ("product", "harga", "18818919.5", "import.money_fraction"),
    ("product", "tipe_produk", "MAGIC", "import.one_of"),
    ("product", "tkdn", "140", "import.number_range"),
    ("product", "bmp", "banyak", "import.number_form"),
    ("product", "stok", "-1", "import.number_range"),
    ("product", "penyedia_umkk", "mungkin", "import.flag"),
    ("product", "dibuat", "2025-99-99", "import.date"),
    ("satker", "nama_satker", "", "import.empty"),
    ("satker", "kd_klpd", "D 107", "import.blank_in_code"),
    ("satker", "kd_satker_str", "x" * 61, "import.too_long"),
    ("region", "kode", "3174", "import.region_code"),
    ("region", "kode", "31.74.3", "import.region_code"),
    ("region", "nama", "", "import.empty"),
    ("region", "tingkat", "kecamatan", "import.region_level"),
    ("region", "induk", "32", "import.region_parent"),
    ("klpd", "kd_klpd", "", "import.empty"),
    ("klpd", "nama_klpd", "", "import.empty"),
    ("klpd", "kode_kemendagri", "abc", "import.region_code"),
    ("klpd", "tahun_sumber", "lama", "import.year"),
]  # fmt: skip


@pytest.mark.parametrize(("sample", "column", "value", "code"), CASES)
def test_a_bad_field_refuses_its_row_only(
    desk: Desk, sample: str, column: str, value: str, code: str
) -> None:
    kind, good = SAMPLES[sample]
    first, last = ({**good, KEYS[sample]: other} for other in OTHERS[sample])
    content = csv_of(first, {**good, column: value}, last)
    refusal = desk.reason(kind, content)
    assert refusal.code == code
    assert refusal.field.split(".")[0] == column
    assert desk.refused[0][0] == 3
    outcome = desk.load(kind, content)
    assert outcome.tally.counts == {Verdict.UNCHANGED: 2, Verdict.REFUSED: 1}


GOOD_REGION = "31.75,Kota Lain,kabupaten_kota,31\n"
HEAD = "kode,nama,tingkat,induk\n"
LAST_REGION = "31.76,Kota Akhir,kabupaten_kota,31\n"


@pytest.mark.parametrize(
    ("broken", "codes"),
    [
        (b"31.74,Kota\n", ["import.column_count"]),
        (b"31.74,Kota,kabupaten_kota,31,lebih\n", ["import.column_count"]),
        (b"31.74,Kot\xe9,kabupaten_kota,31\n", ["import.not_utf8"]),
        (b"\xff\xfe\x00\n", ["import.not_utf8"]),
        (b'31.74,"Kota,kabupaten_kota,31\n', ["import.quote_not_closed"]),
        (b'31.74,"Kota\nBaru,kabupaten_kota,31\n', ["import.quote_not_closed", "import.column_count"]),
        (b"31.74," + b"x" * 140_000 + b",kabupaten_kota,31\n", ["import.field_too_long"]),
        (b"31.74," + b"x" * 3_000_000 + b",kabupaten_kota,31\n", ["import.line_too_long"]),
        (b"31.74,Kota\rBaru,kabupaten_kota,31\n", ["import.bare_return"]),
    ],
)
def test_a_line_that_is_no_record_is_skipped(desk: Desk, broken: bytes, codes: list[str]) -> None:
    outcome = desk.load("regions", (HEAD + GOOD_REGION).encode() + broken + LAST_REGION.encode())
    assert outcome.problem is None
    assert [refusal.code for _, refusal in desk.refused] == codes
    assert desk.refused[0][0] == 3
    assert [row["code"] for row in desk.rows("regions")] == ["31.75", "31.76"]


def test_a_quote_that_never_closes_does_not_swallow_the_file(desk: Desk) -> None:
    rows = [f"{number}.01,Kota,kabupaten_kota,{number}" for number in range(10, 99)] * 60
    many = "\n".join(
        f"{row[:5]}.{n // 100 + 1:02},Nama {'panjang ' * 12}{n},kecamatan,{row[:5]}"
        for n, row in enumerate(rows)
    )
    outcome = desk.load("regions", HEAD + '31.74,"Kota,kabupaten_kota,31\n' + many + "\n")
    assert outcome.problem is None
    assert desk.refused[0] == (2, desk.refused[0][1])
    assert desk.refused[0][1].code == "import.quote_not_closed"
    assert all(refusal.code in {"import.quote_not_closed", "import.duplicate"} for _, refusal in desk.refused)
    assert len(desk.rows("regions")) > 4000


def test_a_bad_line_inside_a_quoted_field_refuses_both(desk: Desk) -> None:
    outcome = desk.load("regions", (HEAD + '31.74,"Kota\n').encode() + b"\xff\n" + LAST_REGION.encode())
    assert outcome.problem is None
    assert [refusal.code for _, refusal in desk.refused] == ["import.quote_not_closed", "import.not_utf8"]
    assert [row["code"] for row in desk.rows("regions")] == ["31.76"]


def test_quoting_and_line_ends_of_other_programs(desk: Desk) -> None:
    content = (
        "\ufeffkode,nama,tingkat,induk\r\n"
        '31,"Daerah ""Contoh"", Raya",provinsi,\r\n'
        "\r\n"
        '31.74,"Kota\nBaru",kabupaten_kota,31'
    )
    assert desk.counts("regions", content) == {"taken": 2}
    assert [row["name"] for row in desk.rows("regions")] == ['Daerah "Contoh", Raya', "Kota Baru"]


def test_columns_may_come_in_any_order_and_number(desk: Desk) -> None:
    content = "catatan,induk,tingkat,nama,kode\nx,31,kabupaten_kota,Kota,31.74\n"
    assert desk.counts("regions", content) == {"taken": 1}


RECORD = {
    "id": "p-1",
    "name": "Meja",
    "type": "PHYSICAL",
    "defaultPrice": 1000,
    "sellerName": "TOKO",
    "sellerId": "01V",
}


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        ("{", "import.not_json", ""),
        ("[1]", "import.not_object", ""),
        ('{"id": 1e999}', "import.not_json", ""),
        (json.dumps({**RECORD, "id": None}), "import.empty", "id"),
        (json.dumps({**RECORD, "name": ""}), "import.empty", "name"),
        (json.dumps({**RECORD, "defaultPrice": None}), "import.empty", "defaultPrice"),
        (json.dumps({**RECORD, "defaultPrice": 10.5}), "import.money_fraction", "harga"),
        (json.dumps({**RECORD, "defaultPrice": "-1"}), "import.money_negative", "harga"),
        (json.dumps({**RECORD, "sellerId": ["x"]}), "import.not_text", "penyedia_id"),
        (json.dumps({**RECORD, "tkdn": {"value": 200}}), "import.number_range", "tkdn"),
        ("[" * 100_000, "import.not_json", ""),
    ],
)
def test_a_bad_json_line_is_skipped(desk: Desk, line: str, code: str, field: str) -> None:
    good = (json.dumps({**RECORD, "id": number}) for number in ("p-8", "p-9"))
    outcome = desk.load("products", f"{next(good)}\n{line}\n\n{next(good)}\n", "records.jsonl")
    assert outcome.problem is None
    assert [(found[0], found[1].code, found[1].field) for found in desk.refused] == [(2, code, field)]
    assert [row["id"] for row in desk.rows("products")] == ["p-8", "p-9"]
