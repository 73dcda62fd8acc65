"""Exports are read again, and nothing in them is a formula."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from inaproc_documents.spreadsheet import csv_of, is_like_formula, xlsx_of

HEADINGS = ("Nama", "Tanggal", "Jumlah")
ROWS = [
    ('Ayu; "Latihan"', date(2026, 11, 24), 3),
    ("=1+1", date(2026, 1, 2), -4),
    ("baris\ndua", date(2025, 5, 6), 0),
]


def test_csv_is_what_an_indonesian_excel_reads():
    content = csv_of(HEADINGS, ROWS)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == list(HEADINGS)
    assert rows[1] == ['Ayu; "Latihan"', "2026-11-24", "3"]
    assert rows[2] == ["'=1+1", "2026-01-02", "-4"]
    assert rows[3][0] == "baris\ndua"


def test_xlsx_keeps_text_as_text_and_days_as_days():
    book = load_workbook(BytesIO(xlsx_of("Register: [uji]/1", HEADINGS, ROWS)))
    page = book.active
    assert page is not None
    assert page.title == "Register   uji  1"
    cells = list(page.iter_rows(min_row=2))
    assert cells[0][0].value == 'Ayu; "Latihan"'
    assert cells[1][0].value == "=1+1"
    assert cells[1][0].data_type == "s"
    assert cells[1][0].quotePrefix
    assert str(cells[1][1].value) == "2026-01-02 00:00:00"
    assert cells[1][2].value == -4
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C4"


def test_xlsx_takes_letters_that_excel_cannot_hold():
    book = load_workbook(BytesIO(xlsx_of("x", ("a",), [("abc\x00\x0bd",)])))
    page = book.active
    assert page is not None
    assert page["A2"].value == "abcd"


def test_an_empty_table_has_its_headings():
    book = load_workbook(BytesIO(xlsx_of("", HEADINGS, [])))
    page = book.active
    assert page is not None
    assert [cell.value for cell in page[1]] == list(HEADINGS)


@pytest.mark.parametrize("text", ["=A1", "+62", "-1", "@x", "\t=1", " =1", "\r=1", "\uff1d1"])
def test_everything_that_a_spreadsheet_computes_is_seen(text):
    assert is_like_formula(text)


@pytest.mark.parametrize("text", ["", "Ayu", "a=b", "0812", "'=1"])
def test_plain_text_is_left_alone(text):
    assert not is_like_formula(text)
    assert csv_of((text or "x",), []).decode("utf-8-sig").strip() == (text or "x")
