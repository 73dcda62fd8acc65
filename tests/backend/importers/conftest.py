"""An empty database and hands that import texts into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from inaproc_backend.importers.progress import Lines
from inaproc_backend.importers.reasons import row_sentence
from inaproc_backend.importers.run import Outcome, import_file
from inaproc_backend.importers.verdicts import Verdict
from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import create_schema
from inaproc_core.errors import Refusal
from tests.builders import NOW

PACKAGE = {
    "sumber": "isb-d197",
    "tahun_anggaran": "2026",
    "kd_klpd": "D197",
    "nama_klpd": "Provinsi Contoh",
    "jenis_klpd": "PROVINSI",
    "kd_satker": "101927",
    "kd_satker_str": "1.04.2.10.0.00.01.0000",
    "nama_satker": "DINAS CONTOH",
    "kd_rup": "53605662",
    "nama_paket": "Belanja Kertas",
    "pagu": "79691100",
    "metode_pengadaan": "E-Purchasing",
    "kd_metode_pengadaan": "9",
    "jenis_pengadaan": "Barang",
    "sumber_dana": "APBD",
    "mak_pertama": "1.04.05.1.01.0002.5.1.02.01.01.0039.",
    "status_pdn": "PDN",
    "status_ukm": "UKM",
    "status_aktif_rup": "1",
    "status_umumkan_rup": "Terumumkan",
    "tgl_awal_kontrak": "2026-01-01",
    "tgl_akhir_kontrak": "2026-12-01",
    "tgl_pengumuman_paket": "2026-01-20",
}
LINE = {
    "sumber": "isb-d197",
    "tahun_anggaran": "2026",
    "kd_rup": "53605662",
    "sumber_dana": "APBD",
    "mak": "1.04.05.1.01.0002.5.1.02.01.01.0039.",
    "pagu": "400000",
}
PRODUCT = {
    "id": "p-1",
    "sumber": "katalog-v6-graphql",
    "nama_produk": "Kertas HVS A4",
    "tipe_produk": "PHYSICAL",
    "kategori_l1": "ATK",
    "kategori_l2": "Kertas",
    "kategori_l3": "",
    "merek": "Uji",
    "satuan": "Rim",
    "harga": "50000",
    "ppn_persen": "12",
    "tkdn": "30.77",
    "bmp": "15",
    "tkdn_status": "APPROVED",
    "pdn": "PDN",
    "label": "Verified|PDN|PPN",
    "penyedia": "TOKO UJI",
    "penyedia_id": "01V",
    "penyedia_umkk": "1",
    "kel_kode": "31.74.03.1002",
    "stok": "100",
    "min_pembelian": "",
    "status": "ACTIVE",
    "dibuat": "2025-06-11",
}
SATKER = {
    "kd_klpd": "D107",
    "nama_klpd": "Kab. Contoh",
    "jenis_klpd": "KABUPATEN",
    "kd_satker": "97846",
    "kd_satker_str": "1.02.0.00.0.00.02.0001",
    "nama_satker": "PUSKESMAS CONTOH",
    "jenis_satker": "SKPD",
    "status_satker": "Aktif",
    "sumber": "isb-d107",
}
REGION = {"kode": "31.74", "nama": "Kota Contoh", "tingkat": "kabupaten_kota", "induk": "31"}
KLPD = {
    "kd_klpd": "D107",
    "nama_klpd": "Kabupaten Contoh",
    "jenis_klpd": "KABUPATEN",
    "tahun_sumber": "2026",
    "nama_lama": "",
    "kode_kemendagri": "32.04",
}
SAMPLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "package": ("rup", PACKAGE),
    "line": ("rup", LINE),
    "product": ("products", PRODUCT),
    "satker": ("satker", SATKER),
    "region": ("regions", REGION),
    "klpd": ("klpd", KLPD),
}


def csv_of(*rows: Mapping[str, str]) -> str:
    """Rows as CSV; the first one names the columns."""
    columns = list(rows[0])
    lines = [",".join(columns)]
    lines += [",".join(_quoted(row.get(column, "")) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    return f'"{value.replace(chr(34), chr(34) * 2)}"' if set(value) & set(',"\n\r') else value


@dataclass
class Desk:
    """Imports what a test writes, and remembers what was refused."""

    database: Database
    folder: Path
    refused: list[tuple[int, Refusal]] = field(default_factory=list)

    def add(self, file: str, line: int, refusal: Refusal) -> None:
        self.refused.append((line, refusal))

    def load(self, kind: str, content: str | bytes, name: str = "file.csv") -> Outcome:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.refused.clear()
        with (self.folder / "log.txt").open("w", encoding="utf-8") as log:
            return import_file(
                self.database, kind, path, clock=lambda: NOW, progress=Lines(name, log), refused=self
            )

    def counts(self, kind: str, content: str | bytes, name: str = "file.csv") -> dict[str, int]:
        """Import and return the counts that are not zero; the file must be readable to its end."""
        outcome = self.load(kind, content, name)
        assert outcome.problem is None, outcome.problem
        return {each.value: outcome.tally.counts[each] for each in Verdict if outcome.tally.counts[each]}

    def reason(self, kind: str, content: str | bytes) -> Refusal:
        """Import and return the only refusal, which must have a sentence of its own."""
        self.load(kind, content)
        assert len(self.refused) == 1, self.refused
        refusal = self.refused[0][1]
        sentence = row_sentence(refusal)
        assert sentence != refusal.code and "{" not in sentence and "…" not in sentence
        return refusal

    def rows(self, name: str) -> list[dict[str, Any]]:
        """Everything in a table, by key."""
        table = tables.metadata.tables[name]
        with self.database.read() as connection:
            found = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            return [dict(row) for row in found]

    def row(self, name: str) -> dict[str, Any]:
        """The only row of a table."""
        (row,) = self.rows(name)
        return row

    def write(self, statement: Any) -> None:
        with self.database.write() as connection:
            connection.execute(statement)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def any_desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk on either database."""
    if request.param == "postgresql":
        database = Database(request.getfixturevalue("postgres_database"))
    else:
        database = Database.in_folder(tmp_path / "data")
    create_schema(database, epoch="e1", now=NOW)
    yield Desk(database, tmp_path)
    database.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on SQLite."""
    database = Database.in_folder(tmp_path / "data")
    create_schema(database, epoch="e1", now=NOW)
    yield Desk(database, tmp_path)
    database.close()
