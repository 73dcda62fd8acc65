"""``python -m inaproc_core.tax FILE``: what it prints, how it exits, and that it counts nothing silently."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.policy.default import load_default
from inaproc_core.tax.__main__ import main
from inaproc_core.tax.vector_check import Scope, check_vector
from inaproc_core.tax.vector_reading import VectorError, _quantity

BOOK = load_default()
SHARED = Path(__file__).parents[4] / "shared" / "domain" / "tax_vectors.json"

VECTOR: dict[str, Any] = {
    "name": "barang PKP, LS",
    "input": {
        "tanggal": "2026-10-01",
        "objek": "barang",
        "harga_tanpa_ppn": 12_345_678,
        "penyedia": {"bentuk": "badan", "pkp": True, "npwp_valid": True, "umkm_final": "tidak"},
        "mekanisme": "LS",
        "aturan": {"ppn": "dpp_lalu_pajak_half_up", "pembulatan_pph": "floor"},
    },
    "expected": {
        "harga_tanpa_ppn": 12_345_678,
        "dpp_ppn": 11_316_872,
        "ppn": 1_358_025,
        "tagihan_bruto": 13_703_703,
        "pph_jenis": "PPh22",
        "dasar_pph": 12_345_678,
        "pph_tarif": "1.5%",
        "pph": 185_185,
        "alasan_tanpa_pph": None,
        "ppn_dipungut_oleh": "instansi",
        "pph_dipungut_oleh": "instansi",
        "disetor_instansi": 1_543_210,
        "disetor_pihak_lain": 0,
        "ppn_disetor_sendiri_penyedia": 0,
        "denda": 0,
        "dibayar_ke_penyedia": 12_160_493,
        "neto_penyedia": 12_160_493,
        "total_beban_anggaran": 13_703_703,
        "meterai_kuitansi": 10_000,
    },
    "source": "PMK 131/2024",
}


def changed(path: str, value: object) -> dict[str, Any]:
    """A copy of the vector with the member at a dotted path set."""
    vector = copy.deepcopy(VECTOR)
    *parents, last = path.split(".")
    place: Any = vector
    for name in parents:
        place = place.setdefault(name, {}) if isinstance(place, dict) else place[int(name)]
    place[last] = value
    return vector


def without(path: str) -> dict[str, Any]:
    """A copy of the vector without the member at a dotted path."""
    vector = copy.deepcopy(VECTOR)
    *parents, last = path.split(".")
    place: Any = vector
    for name in parents:
        place = place[name]
    del place[last]
    return vector


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Write vectors (or raw text) to a file, check it, and return status, output lines and error text."""

    def run(content: object, *options: str) -> tuple[int, list[str], str]:
        path = tmp_path / "vectors.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        status = main([*options, str(path)])
        captured = capsys.readouterr()
        return status, captured.out.splitlines(), captured.err

    return run


def test_agreeing_vectors_pass(check: Any) -> None:
    assert check([VECTOR, VECTOR]) == (0, ["2 passed, 0 failed"], "")


@pytest.mark.parametrize("field", sorted(VECTOR["expected"]))
def test_every_expected_field_is_really_compared(check: Any, field: str) -> None:
    right = VECTOR["expected"][field]
    wrong = right + 1 if isinstance(right, int) else "lain"
    status, lines, _ = check([VECTOR, changed(f"expected.{field}", wrong)])
    shown = "null" if right is None else right
    assert lines == [f"barang PKP, LS: {field}: expected {wrong}, got {shown}", "1 passed, 1 failed"]
    assert status == 1


def test_one_line_per_vector_whatever_differs(check: Any) -> None:
    vector = changed("expected.ppn", 1)
    vector["expected"]["dpp_ppn"] = 2
    vector["name"] = "dua\nbaris"
    status, lines, _ = check([vector])
    assert lines == [
        "dua baris: dpp_ppn: expected 2, got 11316872; ppn: expected 1, got 1358025",
        "0 passed, 1 failed",
    ]
    assert status == 1


def test_only_ppn_leaves_withholding_alone(check: Any) -> None:
    vector = changed("expected.pph", 1)
    assert check([vector], "--only", "ppn")[:2] == (0, ["1 passed, 0 failed"])
    assert check([vector])[:2][0] == 1
    status, lines, _ = check([changed("expected.ppn", 1)], "--only", "ppn")
    assert (status, lines[-1]) == (1, "0 passed, 1 failed")


def test_nothing_to_compare_is_no_pass(check: Any) -> None:
    vector = {**VECTOR, "expected": {"pph": 185_185}}
    assert check([vector])[0] == 0
    status, lines, _ = check([vector], "--only", "ppn")
    assert status == 1
    assert "holds no field that is compared here" in lines[0]


def test_unknown_expected_fields_fail_and_alternatives_are_named(check: Any) -> None:
    status, lines, _ = check([changed("expected.ppnn", 1)])
    assert (status, lines[0]) == (1, "barang PKP, LS: ppnn: expected 1, got nothing (unknown field)")
    status, lines, err = check([changed("expected.ppn_jika_bulan_purnama", 1)])
    assert (status, lines) == (0, ["1 passed, 0 failed"])
    assert err == "barang PKP, LS: not compared: ppn_jika_bulan_purnama\n"


@pytest.mark.parametrize(
    ("field", "right"),
    [
        ("pph_jika_floor", 185_185),
        ("pph_jika_half_up", 185_185),
        ("ppn_dipungut_oleh_jika_ambang_termasuk_ppn", "instansi"),
        ("selisih_pembulatan", 0),
    ],
)
def test_known_alternatives_are_compared(check: Any, field: str, right: object) -> None:
    assert check([changed(f"expected.{field}", right)])[0] == 0
    assert check([changed(f"expected.{field}", "lain")])[0] == 1


@pytest.mark.parametrize("value", [True, 1_358_025.0, "1358025"])
def test_only_whole_numbers_equal_whole_numbers(check: Any, value: object) -> None:
    status, lines, _ = check([changed("expected.ppn", value)])
    assert (status, lines[-1]) == (1, "0 passed, 1 failed")


@pytest.mark.parametrize(
    ("vector", "problem"),
    [
        (changed("input.warna", "merah"), "input.warna: unknown field"),
        (changed("input.penyedia.warna", "merah"), "input.penyedia.warna: unknown field"),
        (changed("input.aturan.warna", "merah"), "input.aturan.warna: unknown field"),
        (changed("input.denda", {"hari": 1}), "input.denda.dasar_tanpa_ppn: is missing"),
        (
            changed("input.denda", {"dasar_tanpa_ppn": 1, "hari": 1, "jam": 2}),
            "input.denda.jam: unknown field",
        ),
        (without("input.tanggal"), "input.tanggal: is missing"),
        (without("input.harga_tanpa_ppn"), "exactly one of harga_tanpa_ppn, harga_termasuk_ppn, baris"),
        (changed("input.harga_termasuk_ppn", 5), "exactly one of harga_tanpa_ppn"),
        (without("input.penyedia.pkp"), "input.penyedia.pkp: is missing"),
        (without("expected"), "expected: is missing"),
        (changed("expected", {}), "expected: must be an object with at least one field"),
        (changed("extra", 1), "extra: unknown member"),
        (changed("name", ""), "name: must be a text that is not empty"),
        (changed("input", []), "input: must be an object, got []"),
        (changed("input.tanggal", "1-10-2026"), "input.tanggal: must be a date like 2026-01-31"),
        (changed("input.tanggal", "2019-01-01"), "covers days from 2022-05-01, asked for 2019-01-01"),
        (changed("input.harga_tanpa_ppn", -1), "must be whole rupiah, zero or more, got -1"),
        (changed("input.harga_tanpa_ppn", 1.5), "must be whole rupiah, zero or more, got 1.5"),
        (changed("input.harga_tanpa_ppn", True), "must be whole rupiah"),
        (changed("input.harga_tanpa_ppn", 10**15 + 1), "must be at most 1000000000000000 rupiah"),
        (
            changed("input.denda", {"dasar_tanpa_ppn": 1, "hari": -1}),
            "input.denda.hari: must be a whole number of days, 0 to 36500, got -1",
        ),
        (changed("input.objek", "kapal"), "input.objek: must be one of barang, jasa_badan"),
        (changed("input.mekanisme", "COD"), "input.mekanisme: must be one of LS, UP"),
        (changed("input.penyedia.pkp", "ya"), "input.penyedia.pkp: must be true or false, got 'ya'"),
        (changed("input.aturan.ppn", "11_persen"), "input.aturan.ppn: must be dpp_lalu_pajak_half_up"),
        (changed("input.nilai_transaksi_sebenarnya", 5), "refused by tax.real_value_below_payment"),
        (changed("input.objek", "jasa_konstruksi"), "refused by tax.construction_kind_unknown"),
    ],
)
def test_a_faulty_vector_is_named_and_fails(check: Any, vector: dict[str, Any], problem: str) -> None:
    status, lines, _ = check([vector, VECTOR])
    assert status == 1
    assert len(lines) == 2
    assert problem in lines[0]
    assert lines[1] == "1 passed, 1 failed"


def test_a_vector_without_a_name_is_counted_by_place(check: Any) -> None:
    status, lines, _ = check([VECTOR, 5])
    assert (status, lines[0]) == (1, "vector 2: vector: must be an object, got 5")


def lines_vector(lines: list[dict[str, Any]], shipping: int, expected: dict[str, Any]) -> dict[str, Any]:
    vector = without("input.harga_tanpa_ppn")
    vector["input"] |= {"baris": lines, "ongkir": shipping}
    vector["expected"] = expected
    return vector


def test_lines_and_shipping_are_taxed_once(check: Any) -> None:
    lines: list[dict[str, Any]] = [
        {"kode": "A", "qty": 3, "harga_satuan": 1_111_111},
        {"kode": "B", "qty": 7, "harga_satuan": 357_143},
        {"qty": 11, "harga_satuan": 90_909},
    ]
    expected = {
        "harga_tanpa_ppn": 7_108_338,
        "ppn": 781_917,
        "ppn_jika_dibulatkan_per_baris": 781_918,
        "tagihan_bruto": 7_890_255,
    }
    assert check([lines_vector(lines, 275_005, expected)])[0] == 0


def test_quantities_have_two_decimals(check: Any) -> None:
    expected = {"harga_tanpa_ppn": 1_500 + 2_000}
    assert check([lines_vector([{"qty": 1.5, "harga_satuan": 1_000}], 2_000, expected)])[0] == 0
    status, lines, _ = check([lines_vector([{"qty": 1.005, "harga_satuan": 1_000}], 0, expected)])
    assert status == 1
    assert "input.baris.0.qty: must be a number above zero with at most two decimals, got 1.005" in lines[0]


def test_an_inclusive_price_is_solved(check: Any) -> None:
    vector = without("input.harga_tanpa_ppn")
    vector["input"]["harga_termasuk_ppn"] = 7_500_002
    vector["expected"] = {"harga_tanpa_ppn": 6_756_759, "ppn": 743_244, "selisih_pembulatan": -1}
    assert check([vector])[0] == 0


@pytest.mark.parametrize("luxury", [{"perlakuan_ppn": "mewah"}, {"barang_mewah": True}])
def test_luxury_goods(check: Any, luxury: dict[str, object]) -> None:
    vector = copy.deepcopy(VECTOR)
    vector["input"] |= {"harga_tanpa_ppn": 500_000_000, **luxury}
    vector["expected"] = {"dpp_ppn": 500_000_000, "ppn": 60_000_000, "dibayar_ke_penyedia": 492_500_000}
    assert check([vector])[0] == 0
    vector["input"] |= {"perlakuan_ppn": "dibebaskan", "barang_mewah": True}
    assert "input.barang_mewah: contradicts perlakuan_ppn dibebaskan" in check([vector])[1][0]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[{]", "is not valid JSON at line 1, column 3"),
        ("", "is not valid JSON at line 1, column 1"),
        ("{}", "must hold a JSON list of vectors."),
        ("[]", "holds no vectors, so nothing was checked."),
        ('[{"name": "a", "name": "b"}]', 'the member "name" stands twice in one object.'),
        ("[" * 100_000, "is nested too deeply to be a vector file."),
    ],
)
def test_an_unusable_file_gets_a_sentence(check: Any, text: str, sentence: str) -> None:
    status, lines, err = check(text)
    assert (status, lines) == (2, [])
    assert sentence in err


def test_a_missing_file_a_folder_and_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.json")]) == 2
    assert "there is no such file" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2
    assert "cannot be read" in capsys.readouterr().err
    (tmp_path / "b.json").write_bytes(b"\xff\xfe\x00")
    assert main([str(tmp_path / "b.json")]) == 2
    assert "is not UTF-8 text" in capsys.readouterr().err


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
paths = sorted(
    ["name", "input", "expected"]
    + [f"input.{name}" for name in (*VECTOR["input"], "denda", "baris", "ongkir", "perlakuan_ppn")]
    + [f"input.penyedia.{name}" for name in VECTOR["input"]["penyedia"]]
    + [f"input.aturan.{name}" for name in VECTOR["input"]["aturan"]]
    + ["expected.ppn", "input.baris.0"]
)


@given(st.sampled_from(paths), anything)
def test_whatever_stands_in_a_field_the_vector_is_judged(path: str, value: object) -> None:
    """Nothing in a file makes the check itself fail."""
    if path == "input.baris.0":
        raw = lines_vector([{"qty": value, "harga_satuan": value}], 0, {"ppn": 1})
    else:
        raw = changed(path, value)
    verdict = check_vector(raw, position=1, book=BOOK, scope=Scope.ALL)
    assert verdict.has_passed == (not verdict.problems)


def test_it_runs_as_a_module(tmp_path: Path) -> None:
    path = tmp_path / "vectors.json"
    path.write_text(json.dumps([VECTOR, changed("expected.ppn", 1)]), encoding="utf-8-sig")
    run = subprocess.run(
        [sys.executable, "-m", "inaproc_core.tax", str(path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert run.stdout.splitlines()[-1] == "1 passed, 1 failed"


@pytest.mark.skipif(not SHARED.exists(), reason="shared vectors not beside us")
@pytest.mark.parametrize("options", [[], ["--only", "ppn"]])
def test_shared_vectors_pass(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*options, str(SHARED)]) == 0
    count = len(json.loads(SHARED.read_text(encoding="utf-8")))
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == (f"{count} passed, 0 failed\n", "")


@pytest.mark.parametrize("bad", [Decimal("NaN"), Decimal("Infinity"), Decimal("-1"), Decimal("0.001"), True])
def test_a_quantity_that_is_none_is_refused_by_name(bad: object) -> None:
    with pytest.raises(VectorError, match="number above zero"):
        _quantity("input.baris.0.qty", bad)
