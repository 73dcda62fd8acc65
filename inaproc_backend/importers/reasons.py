"""Sentences of the import for the operator: what is wrong, where, and what to do.

The keys are the codes that rows and files are refused with. Codes of identifiers (``rup_code.…``, ``mak.…``)
are told here too, because the operator reads them beside a column name.
"""

from __future__ import annotations

from collections.abc import Mapping

from inaproc_core.errors import Fact, Refusal

ROW_REASONS: Mapping[str, str] = {
    "import.line_too_long": "baris lebih panjang dari {limit} byte; periksa pemisah baris yang hilang",
    "import.not_utf8": "bukan UTF-8 (byte {byte} pada posisi {place}); simpan ulang file sebagai UTF-8",
    "import.quote_not_closed": "tanda kutip dibuka tetapi tidak ditutup; tutup atau gandakan tanda kutipnya",
    "import.field_too_long": "satu kolom lebih panjang dari {limit} karakter; potong isinya",
    "import.bare_return": "ada carriage return di tengah baris; simpan ulang dengan akhir baris biasa",
    "import.column_count": "ada {found} kolom, seharusnya {expected}; periksa koma yang tidak dikutip",
    "import.not_json": "bukan JSON ({problem}); satu objek JSON untuk setiap baris",
    "import.not_object": "bukan objek JSON; satu produk untuk setiap baris",
    "import.empty": "kolom {column} kosong; isi kolom ini",
    "import.too_long": "kolom {column} berisi {length} karakter, paling banyak {limit}; ringkas isinya",
    "import.not_text": "kolom {column} bukan teks; isi dengan teks atau angka",
    "import.blank_in_code": "kolom {column} adalah kode dan tidak boleh memuat spasi: {value}",
    "import.money_form": "kolom {column} bukan jumlah rupiah: {value}; tulis angka saja, misalnya 1500000",
    "import.money_ambiguous": "kolom {column} berisi {value}: ribuan atau desimal? Tulis tanpa pemisah",
    "import.money_fraction": "kolom {column} berisi pecahan rupiah: {value}; tulis rupiah bulat",
    "import.money_negative": "kolom {column} negatif: {value}; nilai tidak boleh di bawah nol",
    "import.money_low": "kolom {column} berisi {value}, paling sedikit {limit}; perbaiki nilainya",
    "import.money_high": "kolom {column} berisi {value}, di atas batas {limit}; periksa jumlah angkanya",
    "import.number_form": "kolom {column} bukan angka: {value}; tulis misalnya 45.77",
    "import.number_range": "kolom {column} berisi {value}, seharusnya 0 sampai {limit}; perbaiki nilainya",
    "import.year": "kolom {column} bukan tahun anggaran: {value}; tulis empat angka, misalnya 2026",
    "import.date": "kolom {column} bukan tanggal: {value}; tulis YYYY-MM-DD",
    "import.flag": "kolom {column} harus 1 atau 0, bukan {value}",
    "import.one_of": "kolom {column} berisi {value}; yang dikenal: {choices}",
    "import.duplicate": "{key} sudah ada pada baris {line} dengan isi lain; simpan salah satu saja",
    "import.pagu_below_use": (
        "pagu {pagu} di bawah {used} yang sudah dipakai pesanan berjalan untuk RUP {rup};"
        " pagu lama {current} dipertahankan, selesaikan atau batalkan pesanannya dahulu"
    ),
    "import.rup_moved": (
        "RUP {rup} sudah dipakai pesanan satker {satker}; tidak dipindahkan ke satker lain oleh impor"
    ),
    "import.region_code": "kode wilayah {value} tidak berbentuk 31, 31.74, 31.74.03, atau 31.74.03.1002",
    "import.region_level": "tingkat {value} tidak cocok dengan kode {region}; seharusnya {expected}",
    "import.region_parent": "induk {value} tidak cocok dengan kode {region}; seharusnya {expected}",
    "rup_code.empty": "kolom kd_rup kosong; isi kode RUP 6 sampai 10 angka",
    "rup_code.not_digits": "kolom kd_rup hanya boleh berisi angka",
    "rup_code.length": "kolom kd_rup harus 6 sampai 10 angka",
    "rup_code.zero": "kolom kd_rup tidak boleh nol semua",
    "mak.form": "MAK {segment} tidak berbentuk ruas bertitik, misalnya 5.1.02.01.01.0024",
}

FILE_REASONS: Mapping[str, str] = {
    "import.no_file": "{file} tidak ditemukan. Periksa nama dan foldernya.",
    "import.is_folder": "{file} adalah folder. Sebutkan nama filenya.",
    "import.no_access": "{file} tidak boleh dibaca oleh akun ini. Ubah izinnya.",
    "import.read_failed": "{file} tidak dapat dibaca: {problem}.",
    "import.empty_file": "{file} kosong. Tidak ada yang diimpor.",
    "import.utf16": "{file} disimpan sebagai UTF-16. Simpan ulang sebagai UTF-8.",
    "import.gzip_truncated": (
        "{file} terpotong: gzip berakhir sesudah baris {line}. Salin ulang file itu, lalu ulangi impor;"
        " yang sudah masuk tidak digandakan."
    ),
    "import.gzip_damaged": (
        "{file} rusak: gzip tidak dapat dibuka sesudah baris {line} ({problem}). Salin ulang file itu."
    ),
    "import.header_missing": "{file} tidak punya baris judul. Baris pertama harus berisi nama kolom.",
    "import.header_semicolon": "{file} memakai titik koma sebagai pemisah kolom. Simpan ulang dengan koma.",
    "import.header_wrong": (
        "{file} bukan file {kind}: kolom {missing} tidak ada.\n  Kolom yang diperlukan: {expected}\n"
        "  Kolom yang ada: {found}"
    ),
    "import.header_twice": "{file} memakai nama kolom yang sama dua kali: {columns}. Hapus salah satunya.",
    "import.database_failed": (
        "Database menolak menyimpan: {problem}. Baris sampai {line} dari {file} sudah tersimpan;"
        " ulangi impor sesudah penyebabnya diperbaiki."
    ),
    "import.report_failed": "Laporan {file} tidak dapat ditulis: {problem}. Pilih tempat lain.",
}


class _Spelt(dict[str, Fact]):
    def __missing__(self, name: str) -> str:
        return "…"


def row_sentence(refusal: Refusal) -> str:
    """Return why a row was refused, as half a sentence behind its line number."""
    template = ROW_REASONS.get(refusal.code, refusal.code)
    return template.format_map(_Spelt(refusal.facts))


def file_sentence(code: str, facts: Mapping[str, Fact]) -> str:
    """Return why a file could not be read, in whole sentences."""
    return FILE_REASONS.get(code, code).format_map(_Spelt(facts))
