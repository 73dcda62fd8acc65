"""``inaproc-backend import`` as an operator meets it: sentences, counts, exit statuses, what is kept."""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from inaproc_backend.importers import run
from inaproc_backend.importers.cli import Exit, add_arguments
from inaproc_backend.importers.progress import Bar, Lines, progress_for
from inaproc_backend.importers.reasons import FILE_REASONS
from inaproc_backend.importers.seen import Seen
from inaproc_backend.importers.verdicts import Tally, Verdict
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import SchemaMismatchError, stamp
from tests.backend.importers.conftest import PACKAGE, REGION, Desk, csv_of

HEAD = "kode,nama,tingkat,induk\n"


def regions(count: int, *, first: int = 0) -> str:
    """So many villages, each named after its number."""
    rows = (
        f"{10 + n // 1000000:02}.{1 + n // 10000 % 90:02}.{1 + n // 100 % 90:02}.{1000 + n % 100},"
        f"Desa {n},desa_kelurahan,{10 + n // 1000000:02}.{1 + n // 10000 % 90:02}.{1 + n // 100 % 90:02}"
        for n in range(first, first + count)
    )
    return HEAD + "\n".join(rows) + "\n"


class Operator:
    """Types commands and reads what comes out."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.out = ""
        self.err = ""

    def types(self, kind: str, *arguments: str | Path) -> int:
        parser = argparse.ArgumentParser()
        add_arguments(parser.add_subparsers())
        args = parser.parse_args(["import", kind, *map(str, arguments), "--data", str(self.folder / "data")])
        status = int(args.run(args))
        self.out, self.err = self._capsys.readouterr()
        return status

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def count(self, table: str) -> int:
        database = Database.in_folder(self.folder / "data")
        with database.read() as connection:
            found = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
        database.close()
        return int(found)


@pytest.fixture
def operator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Operator:
    return Operator(tmp_path, capsys)


def test_a_good_file(operator: Operator) -> None:
    path = operator.file("wilayah.csv", regions(2500))
    assert operator.types("regions", path) == Exit.DONE
    assert "wilayah.csv: 2.500 baris: 2.500 baru, 0 berubah, 0 tetap, 0 ditolak;" in operator.out
    assert "detik" in operator.out and "baris/detik" in operator.out
    assert operator.types("regions", path) == Exit.DONE
    assert "0 baru, 0 berubah, 2.500 tetap" in operator.out


def test_gzip_is_told_by_its_content_not_by_its_name(operator: Operator) -> None:
    path = operator.file("wilayah.csv", gzip.compress(regions(10).encode()))
    assert operator.types("regions", path) == Exit.DONE
    plain = operator.file("wilayah.csv.gz", regions(10))
    assert operator.types("regions", plain) == Exit.DONE
    assert "10 tetap" in operator.out


def test_refused_rows_are_printed_and_all_written_to_the_report(operator: Operator) -> None:
    bad = "".join(f"x{number},Nama,provinsi,\n" for number in range(30))
    path = operator.file("wilayah.csv", HEAD + "31,DKI,provinsi,\n" + bad + "32,Jabar,provinsi,\n")
    report = operator.folder / "ditolak.csv"
    assert operator.types("regions", path, "--report", report, "--show", "3") == Exit.ROWS_REFUSED
    printed = [line for line in operator.out.splitlines() if " baris " in line and "kode wilayah" in line]
    assert len(printed) == 3 and printed[0].startswith("wilayah.csv baris 3: kode wilayah x0 ")
    assert "27 baris lain juga ditolak" in operator.out
    assert "2 baru, 0 berubah, 0 tetap, 30 ditolak" in operator.out
    with report.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 30
    assert rows[0]["file"] == "wilayah.csv" and rows[0]["baris"] == "3"
    assert (
        rows[0]["kolom"] == "kode" and rows[0]["kode"] == "import.region_code" and "x0" in rows[0]["alasan"]
    )


def test_several_files_and_the_worst_exit_status(operator: Operator) -> None:
    good, bad = operator.file("a.csv", regions(3)), operator.file("b.csv", HEAD + "x,y,z,\n")
    assert operator.types("regions", bad, good) == Exit.ROWS_REFUSED
    assert operator.types("regions", bad, operator.folder / "hilang.csv", good) == Exit.FILE_UNREADABLE
    assert operator.count("regions") == 3


def test_both_files_of_sirup_come_under_one_name(operator: Operator) -> None:
    packages = operator.file("paket.csv", csv_of(PACKAGE))
    lines = operator.file(
        "mak.csv", "tahun_anggaran,kd_rup,sumber_dana,mak,pagu\n2026,53605662,APBD,1.2.3.4,5\n"
    )
    assert operator.types("rup", lines, packages) == Exit.DONE
    assert (operator.count("rup"), operator.count("rup_lines")) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "content", "parts"),
    [
        ("regions", b"", ["kosong"]),
        ("regions", b"\n\n", ["baris judul"]),
        ("regions", b"\x1f\x8b", ["gzip"]),
        ("regions", "kode,nama\n31,Jakarta\n", ["file regions", "tingkat, induk", "kode,nama,tingkat,induk"]),
        ("regions", "kode;nama;tingkat;induk\n31;a;provinsi;\n", ["titik koma"]),
        ("regions", "kode,kode,nama,tingkat,induk\n", ["dua kali", "kode"]),
        ("regions", HEAD.encode("utf-16"), ["UTF-16"]),
        ("regions", b"kod\xe9,nama\n", ["baris judul"]),
        ("regions", b"k" * 3_000_000, ["baris judul"]),
        ("regions", gzip.compress(b"x" * 100)[:-20], ["terpotong"]),
        ("regions", b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\x07" * 40, ["rusak"]),
        ("rup", HEAD, ["file rup", "kd_rup", "nama_paket"]),
        ("rup", "mak,pagu\n1,2\n", ["file rup", "kd_rup"]),
        ("products", HEAD, ["file products", "nama_produk"]),
        ("satker", HEAD, ["file satker", "kd_satker_str"]),
        ("klpd", HEAD, ["file klpd", "nama_klpd"]),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    operator: Operator, kind: str, content: str | bytes, parts: list[str]
) -> None:
    path = operator.file("berkas.csv", content)
    assert operator.types(kind, path) == Exit.FILE_UNREADABLE
    assert "berkas.csv" in operator.out
    for part in parts:
        assert part in operator.out
    assert "Traceback" not in operator.out + operator.err and "{" not in operator.out


def test_a_missing_file_and_a_folder(operator: Operator) -> None:
    assert operator.types("regions", operator.folder / "tidak-ada.csv") == Exit.FILE_UNREADABLE
    assert "tidak-ada.csv tidak ditemukan" in operator.out
    assert operator.types("regions", operator.folder) == Exit.FILE_UNREADABLE
    assert "folder" in operator.out


def test_a_report_that_cannot_be_written(operator: Operator) -> None:
    path = operator.file("a.csv", regions(1))
    assert (
        operator.types("regions", path, "--report", operator.folder / "tiada" / "r.csv")
        == Exit.FILE_UNREADABLE
    )
    assert "tidak dapat ditulis" in operator.err
    assert operator.count("regions") == 0


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_truncated_gzip_keeps_what_came_and_goes_on_when_whole(operator: Operator, keep: float) -> None:
    whole = gzip.compress(regions(6000).encode())
    path = operator.file("wilayah.csv.gz", whole[: int(len(whole) * keep)])
    assert operator.types("regions", path) == Exit.FILE_UNREADABLE
    assert "terpotong" in operator.out and "tidak digandakan" in operator.out
    kept = operator.count("regions")
    assert 0 < kept < 6000
    path.write_bytes(whole)
    assert operator.types("regions", path) == Exit.DONE
    assert f"{6000 - kept:,} baru".replace(",", ".") in operator.out
    assert operator.count("regions") == 6000


def test_rows_before_a_broken_end_are_kept_to_the_last_one(operator: Operator) -> None:
    """The batch that was being filled when the file broke off is written too."""
    packed = gzip.compress(regions(50).encode(), 0)
    path = operator.file("wilayah.csv.gz", packed[:-8])
    assert operator.types("regions", path) == Exit.FILE_UNREADABLE
    assert operator.count("regions") == 50


def test_a_database_that_refuses_says_what_was_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH", 10)
    with desk.database.write() as connection:
        connection.execute(
            text(
                "CREATE TRIGGER full BEFORE INSERT ON regions WHEN (SELECT count(*) FROM regions) >= 20"
                " BEGIN SELECT RAISE(ABORT, 'disk penuh'); END"
            )
        )
    outcome = desk.load("regions", regions(35))
    assert outcome.problem is not None and outcome.problem.code == "import.database_failed"
    assert outcome.problem.facts["line"] == 21 and "disk penuh" in str(outcome.problem.facts["problem"])
    assert len(desk.rows("regions")) == 20
    desk.write(text("DROP TRIGGER full"))
    assert desk.counts("regions", regions(35)) == {"unchanged": 20, "taken": 15}


def test_a_lost_race_is_run_again(any_desk: Desk) -> None:
    """Two imports of the same lines at once end as one import does."""
    line = "tahun_anggaran,kd_rup,sumber_dana,mak,pagu\n"
    content = line + "".join(f"2026,{60_000_000 + n % 40},APBD,1.2.3.{n % 7},5\n" for n in range(4000))
    outcomes = []

    def import_it(name: str) -> None:
        own = Desk(any_desk.database, any_desk.folder / name)
        own.folder.mkdir()
        outcomes.append(own.load("rup", content))

    threads = [threading.Thread(target=import_it, args=(name,)) for name in ("satu", "dua")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(outcome.problem is None for outcome in outcomes)
    assert any_desk.counts("rup", content) == {"unchanged": 4000}
    assert len(any_desk.rows("rup_lines")) == 4000


def test_every_import_is_logged(desk: Desk) -> None:
    desk.load("regions", csv_of(REGION, {**REGION, "kode": "x"}), "wilayah.csv")
    row = desk.row("imports")
    assert (row["kind"], row["file"]) == ("regions", "wilayah.csv")
    assert (row["taken"], row["refused"]) == (1, 1) and row["finished_at"]
    assert '"line":3' in row["report"] and "import.region_code" in row["report"]


def test_what_was_seen_can_be_taken_back() -> None:
    with Seen() as seen:
        assert seen.first("a", 1, 5) == (1, 5)
        assert seen.first("a", 2, 6) == (1, 5)
        assert seen.count("b") == 1
        seen.mark()
        assert (seen.count("b"), seen.count("b")) == (2, 3)
        seen.undo()
        assert seen.count("b") == 2


def test_progress_without_a_terminal_is_a_line_now_and_then() -> None:
    out, now = io.StringIO(), [0.0]
    tally = Tally()
    with Lines("a.csv", out, clock=lambda: now[0]) as lines:
        for second in range(12):
            now[0] = float(second)
            tally.counts[Verdict.TAKEN] += 1000
            lines.advance(second, 12, tally)
    assert out.getvalue().splitlines() == ["a.csv: 41 % · 6.000 baris", "a.csv: 83 % · 11.000 baris"]


def test_progress_on_a_terminal_is_a_bar() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    progress = progress_for("a.csv", out)
    assert isinstance(progress, Bar)
    tally = Tally()
    tally.counts[Verdict.TAKEN] = 1234
    with progress:
        progress.advance(50, 100, tally)
    assert "a.csv" in out.getvalue() and "1.234 baris" in out.getvalue()


def test_every_reason_says_what_to_do() -> None:
    for code, sentence in FILE_REASONS.items():
        assert code.startswith("import.")
        assert sentence[0] == "{" or sentence[0].isupper(), sentence


def test_nothing_is_imported_where_the_schema_is_of_another_version(operator: Operator) -> None:
    path = operator.file("a.csv", regions(1))
    operator.types("regions", path)
    database = Database.in_folder(operator.folder / "data")
    with database.write() as connection:
        connection.execute(stamp.update().values(version_num="0999"))
    database.close()
    with pytest.raises(SchemaMismatchError, match="a newer program"):
        operator.types("regions", path)
    assert operator.count("regions") == 1
