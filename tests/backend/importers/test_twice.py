"""Whatever a file holds, importing it again changes nothing and says so."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inaproc_backend.importers import run
from inaproc_backend.importers.verdicts import Verdict
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import create_schema
from tests.backend.importers.conftest import KLPD, LINE, PACKAGE, PRODUCT, REGION, SATKER, Desk, csv_of
from tests.builders import NOW

Row = Mapping[str, str]
TABLES = ("klpd", "satker", "regions", "rup", "rup_lines", "vendors", "products", "catalogue_meta", "feed")


def one_of(sample: Row, **columns: list[str]) -> st.SearchStrategy[Row]:
    """Rows like the sample, with some columns drawn from short lists so that they meet each other."""
    return st.builds(
        lambda chosen: {**sample, **chosen},
        st.fixed_dictionaries({name: st.sampled_from(values) for name, values in columns.items()}),
    )


PACKAGES = one_of(
    PACKAGE,
    kd_rup=["60000001", "60000002", "60000003", "x"],
    pagu=["1000", "2000.0", "0", "1.000", ""],
    kd_satker=["101927", "", "7"],
    kd_satker_str=["1.04", "", "1.05"],
    kd_klpd=["D197", "D198", ""],
    nama_satker=["DINAS CONTOH", "DINAS LAIN"],
    mak_pertama=["", "1.2.3.4.", "1.2.3.4;1.2.3.5"],
    sumber_dana=["APBD", "APBD|APBDP", ""],
)
LINES = one_of(
    LINE,
    kd_rup=["60000001", "60000002", ""],
    mak=["1.2.3.4.", "1.2.3.5", "", "salah"],
    pagu=["0", "-5", "100"],
)
OFFICES = one_of(
    SATKER,
    kd_satker=["1", "2", ""],
    kd_satker_str=["1.02", "1.03", ""],
    nama_satker=["A", "B", ""],
    kd_klpd=["D107", "D108"],
    jenis_satker=["SKPD", "Pusat", ""],
)
PRODUCTS = one_of(
    PRODUCT,
    id=["p-1", "p-2", ""],
    harga=["1000", "2000", "1,5"],
    penyedia=["TOKO UJI", "", "CV LAIN"],
    penyedia_id=["01V", ""],
    kel_kode=["31.74.03.1002", ""],
    status=["ACTIVE", "IN_REVIEW", ""],
    satuan=["Rim", ""],
    merek=["Uji", ""],
)
REGIONS = one_of(REGION, kode=["31.74", "31.75", "x"], nama=["Kota A", "Kota B", ""])
GOVERNMENTS = one_of(KLPD, kd_klpd=["D1", "D2", ""], nama_klpd=["A", "B"], kode_kemendagri=["32.04", "", "?"])


def images(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    return {name: desk.rows(name) for name in TABLES}


def import_twice(kind: str, rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database.in_folder(Path(folder) / "data")
        create_schema(database, epoch="e1", now=NOW)
        desk = Desk(database, Path(folder))
        content = csv_of(*rows)
        first = desk.load(kind, content)
        refused = list(desk.refused)
        before = images(desk)
        second = desk.load(kind, content)
        assert first.problem is None and second.problem is None
        assert first.tally.records == second.tally.records == len(rows)
        assert second.tally.counts[Verdict.UNCHANGED] == len(rows) - len(refused)
        assert desk.refused == refused
        assert images(desk) == before
        database.close()


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("rup", PACKAGES),
        ("rup", LINES),
        ("satker", OFFICES),
        ("products", PRODUCTS),
        ("regions", REGIONS),
        ("klpd", GOVERNMENTS),
    ],
    ids=["packages", "lines", "satker", "products", "regions", "klpd"],
)
@pytest.mark.parametrize("batch", [1000, 2])
def test_the_second_time_everything_is_unchanged(
    monkeypatch: pytest.MonkeyPatch, kind: str, rows: st.SearchStrategy[Row], batch: int
) -> None:
    monkeypatch.setattr(run, "BATCH", batch)

    @settings(max_examples=12)
    @given(st.lists(rows, min_size=1, max_size=9))
    def property_holds(drawn: list[Row]) -> None:
        import_twice(kind, drawn)

    property_holds()
