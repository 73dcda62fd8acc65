"""Blocks that documents are put together from: headings, label and value, tables of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from inaproc_documents.paper import style
from inaproc_documents.paper.sheet import content_width
from inaproc_documents.paper.words import marked_up

Facts = Sequence[tuple[str, str]]
"""Label and value, plain text."""

Cell = Flowable | list[Flowable]
"""What stands in one cell of a grid, from top to bottom."""

_PADDING = 4.0
_LONGEST_WHOLE = 1200
"""Characters in a cell up to which its row fits on a page in the narrowest column."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a grid.

    Attributes:
        head: its heading.
        width: points; ``None`` for the column that takes what is left.
        figure: right-aligned figures.
    """

    head: str
    width: float | None = None
    figure: bool = False


def section(title: str, room: float = 92.0) -> list[Flowable]:
    """Return the heading of a section.

    Args:
        title: plain text.
        room: points that must be left on the page for heading and beginning, else both go to the next one.
    """
    return [CondPageBreak(room), Paragraph(marked_up(title), style.SECTION)]


def subsection(title: str, room: float = 50.0) -> list[Flowable]:
    """Return the heading of a part of a section; ``room`` as in :func:`section`."""
    return [CondPageBreak(room), Paragraph(marked_up(title), style.SUBSECTION)]


def prose(text: str) -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph(marked_up(text), style.PROSE)


def gap(points: float) -> Spacer:
    """Return empty space."""
    return Spacer(1, points)


def facts(rows: Facts, label_width: float = 128) -> Table:
    """Return label and value in two columns."""
    cells = [
        [Paragraph(marked_up(label), style.LABEL), Paragraph(marked_up(value), style.BODY)]
        for label, value in rows
    ]
    table = Table(
        cells,
        colWidths=[label_width, content_width() - label_width],
        splitInRow=1,
        hAlign="LEFT",
    )
    table.setStyle(TableStyle([*_tight(), ("LEFTPADDING", (0, 0), (0, -1), 0)]))
    return table


def facing_facts(left_head: str, left: Facts, right_head: str, right: Facts) -> Table:
    """Return two lists of label and value side by side, row by row, under a heading each.

    Both lists have the same length.
    """
    label, space = 88.0, 10.0
    value = (content_width() - space) / 2 - label
    rows: list[list[Flowable | str]] = [
        [
            Paragraph(marked_up(left_head), style.HEAD),
            "",
            "",
            Paragraph(marked_up(right_head), style.HEAD),
            "",
        ]
    ]
    for (one, one_value), (other, other_value) in zip(left, right, strict=True):
        rows.append(
            [
                Paragraph(marked_up(one), style.LABEL),
                Paragraph(marked_up(one_value), style.BODY),
                "",
                Paragraph(marked_up(other), style.LABEL),
                Paragraph(marked_up(other_value), style.BODY),
            ]
        )
    table = Table(rows, colWidths=[label, value, space, label, value], splitInRow=1, hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                *_tight(),
                ("SPAN", (0, 0), (1, 0)),
                ("SPAN", (3, 0), (4, 0)),
                ("BACKGROUND", (0, 0), (1, 0), style.ACCENT_SOFT),
                ("BACKGROUND", (3, 0), (4, 0), style.ACCENT_SOFT),
                ("TOPPADDING", (0, 1), (-1, 1), _PADDING),
            ]
        )
    )
    return table


def grid(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Table:
    """Return a table with a repeated heading and a hairline under every row.

    Figures stand right-aligned. Only a row that may be taller than a page is split inside.
    """
    fixed = sum(column.width or 0.0 for column in columns)
    flexible = sum(column.width is None for column in columns)
    left_over = (content_width() - fixed) / max(flexible, 1)
    heads = [
        Paragraph(marked_up(column.head), style.HEAD_FIGURE if column.figure else style.HEAD)
        for column in columns
    ]
    table = Table(
        [heads, *[list(row) for row in rows]],
        colWidths=[left_over if column.width is None else column.width for column in columns],
        repeatRows=1,
        splitInRow=int(any(_length(cell) > _LONGEST_WHOLE for row in rows for cell in row)),
        hAlign="LEFT",
    )
    table.setStyle(
        TableStyle(
            [
                style.CELL_FONT,
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), 3.2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3.6),
                ("BACKGROUND", (0, 0), (-1, 0), style.ACCENT_SOFT),
                ("LINEBELOW", (0, 0), (-1, 0), 0.7, style.ACCENT),
                ("LINEBELOW", (0, 1), (-1, -1), 0.4, style.LINE),
            ]
        )
    )
    return table


def sums(rows: Sequence[tuple[str, str]], total: tuple[str, str], quiet: Sequence[int] = ()) -> Table:
    """Return amounts under each other at the right of the page, the total set off below them.

    Args:
        rows: label and amount.
        total: label and amount of the last line.
        quiet: indexes of rows that explain and are not added up.
    """
    figure = max(style.text_width(amount, style.BOLD, 10) for _, amount in [*rows, total]) + 2 * _PADDING
    label = 262.0
    cells = [
        [
            Paragraph(marked_up(name), style.LABEL if index in quiet else style.BODY),
            Paragraph(amount, style.FIGURE_QUIET if index in quiet else style.FIGURE),
        ]
        for index, (name, amount) in enumerate(rows)
    ]
    cells.append([Paragraph(marked_up(total[0]), style.STRONG), Paragraph(total[1], style.FIGURE_TOTAL)])
    table = Table(cells, colWidths=[label, figure], hAlign="RIGHT")
    table.setStyle(
        TableStyle(
            [
                style.CELL_FONT,
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
                ("LINEBELOW", (0, 0), (-1, -2), 0.4, style.LINE),
                ("LINEABOVE", (0, -1), (-1, -1), 0.9, style.ACCENT),
                ("BACKGROUND", (0, -1), (-1, -1), style.ACCENT_SOFT),
                ("TOPPADDING", (0, -1), (-1, -1), 4),
                ("BOTTOMPADDING", (0, -1), (-1, -1), 4.6),
            ]
        )
    )
    return table


def kept(*parts: Flowable) -> KeepTogether:
    """Return parts that stay on one page where they fit on one."""
    return KeepTogether(list(parts))


def _length(cell: Cell) -> int:
    parts = cell if isinstance(cell, list) else [cell]
    return sum(len(part.text) for part in parts if isinstance(part, Paragraph))


def _tight() -> list[Any]:
    return [
        style.CELL_FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6),
    ]
