"""Tables as files for spreadsheets: XLSX, and CSV as an Indonesian Excel reads it.

Cells hold what other people typed, so none of them may be taken for a formula (CWE-1236).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

Cell = str | int | date

_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""Signs, also in full width, that make a spreadsheet compute what follows."""

_NARROWEST, _WIDEST, _MEASURED = 8, 48, 500


def csv_of(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a table as CSV.

    With a byte order mark, so that Excel takes it for UTF-8, and with semicolons, because the comma is the
    decimal sign. Text that begins like a formula gets an apostrophe before it.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow([_plain(text) for text in headings])
    writer.writerows([[_plain(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def xlsx_of(title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a table as an Excel workbook: one sheet, headings fixed and with filters, text kept as text."""
    # Late: half a second that only an export needs.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    page = book.create_sheet(_sheet_name(title))
    page.freeze_panes = "A2"
    for at, heading in enumerate(headings):
        longest = max([len(heading) + 2, *(len(str(row[at])) + 1 for row in rows[:_MEASURED])])
        width = min(max(longest, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(at + 1)].width = width
    page.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"

    def cell_of(value: Cell, *, bold: bool = False) -> Any:
        if isinstance(value, str):
            value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell: Any = WriteOnlyCell(page)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
            # Also after somebody edits the cell it stays text.
            cell.quotePrefix = is_like_formula(value)
        elif isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        if bold:
            cell.font = Font(bold=True)
        return cell

    page.append([cell_of(heading, bold=True) for heading in headings])
    for row in rows:
        page.append([cell_of(value) for value in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def is_like_formula(text: str) -> bool:
    """Return whether a spreadsheet might compute a text, also behind blanks."""
    return bool(text) and (text[0] in _FORMULA or text.lstrip()[:1] in _FORMULA)


def _plain(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and is_like_formula(cell) else cell


def _sheet_name(title: str) -> str:
    """Return a title that Excel takes as the name of a sheet: no signs of references, at most 31 letters."""
    return "".join(" " if letter in "[]:*?/\\" else letter for letter in title)[:31].strip() or "1"
