"""The sheet: A4 pages with running head and foot, page n of m, the band of a simulation, and fixed bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from inaproc_documents.paper import style

SIMULATION_BAND = "SIMULASI – dokumen latihan, tidak mempunyai kekuatan hukum"

PDF_VERSION = (1, 7)
"""Header of every file. Signing then needs no new version entry, so it touches less."""

_CREATOR = "INAPROC Desktop"
_HEAD_SIZE = 7.6
_BAND_HEIGHT = 15.0
_WATERMARK_SIZE = 104


@dataclass(frozen=True, kw_only=True)
class Running:
    """What every page of a document repeats, and how its file is described.

    Attributes:
        title: kind of the document ("Surat Pesanan").
        number: its number.
        dated: its date, as printed.
        foot: line at the bottom of every page.
        subject: for the file's description.
        author: the office that issues it.
        identity: text that the file's identifier is made from; the same text, the same identifier.
        made_at: the moment of issue, aware; stands in the file as its date.
        simulation: print band and watermark on every page.
    """

    title: str
    number: str
    dated: str
    foot: str
    subject: str
    author: str
    identity: str
    made_at: datetime
    simulation: bool


def build(running: Running, story: list[Flowable]) -> bytes:
    """Lay a story out on sheets.

    Returns:
        The PDF. The same arguments give the same bytes in any process at any time.
    """
    style.register_fonts()
    out = BytesIO()
    width, height = A4
    frame = Frame(
        style.LEFT,
        style.BOTTOM,
        width - style.LEFT - style.RIGHT,
        height - style.TOP - style.BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
        id="body",
    )
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        leftMargin=style.LEFT,
        rightMargin=style.RIGHT,
        topMargin=style.TOP,
        bottomMargin=style.BOTTOM,
        initialFontName=style.REGULAR,
        invariant=1,
        pageCompression=1,
        lang="id-ID",
        title=f"{running.title} {running.number}",
        author=running.author,
        subject=running.subject,
        creator=_CREATOR,
        producer=_CREATOR,
    )
    document.addPageTemplates(PageTemplate("sheet", [frame], pagesize=A4))
    document.build(story, canvasmaker=_canvas_of(running))
    return out.getvalue()


def content_width() -> float:
    """Return the width between the margins in points."""
    return float(A4[0] - style.LEFT - style.RIGHT)


def _canvas_of(running: Running) -> type[Canvas]:
    class SheetCanvas(_SheetCanvas):
        _running = running

    return SheetCanvas


class _SheetCanvas(Canvas):
    """A canvas that keeps its pages until their number is known, then draws head and foot on each."""

    _running: Running

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._pages: list[dict[str, Any]] = []
        _fix_identity(self, self._running)
        self._draw_under()

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Put the page by until all are there."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Draw what repeats on every page, then write the file."""
        pages = self._pages
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self._draw_repeated(number, len(pages))
            super().showPage()
        super().save()

    def _startPage(self) -> None:  # noqa: N802 - reportlab's name
        super()._startPage()  # type: ignore[misc]  # private, and the known way to number pages n of m
        self._draw_under()

    def _draw_under(self) -> None:
        """Draw the watermark before anything else, so that text stays readable on it."""
        if not self._running.simulation:
            return
        width, height = A4
        self.saveState()
        self.setFillColor(style.WATERMARK)
        self.setFont(style.BOLD, _WATERMARK_SIZE)
        self.translate(width / 2, height / 2)
        self.rotate(52)
        self.drawCentredString(0, -_WATERMARK_SIZE / 3, "SIMULASI")
        self.restoreState()

    def _draw_repeated(self, number: int, count: int) -> None:
        running = self._running
        width, height = A4
        right = width - style.RIGHT
        line = height - style.TOP + 13
        self.saveState()
        if running.simulation:
            self._draw_band(height)
        page = f"{running.dated}   |   Halaman {number}/{count}"
        room = right - style.LEFT - style.text_width(page, style.REGULAR, _HEAD_SIZE) - 10
        name = style.fitted(f"{running.title}  {running.number}", style.BOLD, _HEAD_SIZE, room)
        self.setFillColor(style.INK)
        self.setFont(style.BOLD, _HEAD_SIZE)
        self.drawString(style.LEFT, line + 5.5, name)
        self.setFillColor(style.MUTED)
        self.setFont(style.REGULAR, _HEAD_SIZE)
        self.drawRightString(right, line + 5.5, page)
        self.setStrokeColor(style.ACCENT)
        self.setLineWidth(0.9)
        self.line(style.LEFT, line, right, line)
        self.setStrokeColor(style.LINE)
        self.setLineWidth(0.5)
        foot = style.BOTTOM - 10
        self.line(style.LEFT, foot, right, foot)
        self.setFont(style.REGULAR, 6.8)
        self.drawString(style.LEFT, foot - 10, running.foot)
        self.restoreState()

    def _draw_band(self, height: float) -> None:
        self.setFillColor(style.WARN_SOFT)
        self.rect(0, height - _BAND_HEIGHT, A4[0], _BAND_HEIGHT, stroke=0, fill=1)
        self.setFillColor(style.WARN)
        self.setFont(style.BOLD, 7.4)
        self.drawCentredString(A4[0] / 2, height - _BAND_HEIGHT + 4.6, SIMULATION_BAND)


def _fix_identity(canvas: Canvas, running: Running) -> None:
    """Give the file its date and identifier from the document, not from clock or environment."""
    at = running.made_at.astimezone(UTC)
    stamp = TimeStamp(invariant=1)
    stamp.t = at.timestamp()
    stamp.lt = at.timetuple()
    stamp.YMDhms = at.timetuple()[:6]
    stamp.dhh = stamp.dmm = 0
    stamp.tzname = "UTC"
    digest = hashlib.sha256(f"{running.title}\n{running.identity}".encode()).hexdigest()[:32]
    document: Any = vars(canvas)["_doc"]
    document._pdfVersion = PDF_VERSION
    document._timeStamp = stamp
    document._ID = f"\n[<{digest}><{digest}>]\n".encode()
