"""Type and colour on paper. One family (Noto Sans, embedded), four sizes, one accent."""

from __future__ import annotations

import threading

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
ITALIC = "NotoSans-Italic"
BOLD_ITALIC = "NotoSans-BoldItalic"

INK = HexColor("#1A2430")
MUTED = HexColor("#566474")
LINE = HexColor("#C9D1DB")
FAINT = HexColor("#F3F6F9")
ACCENT = HexColor("#0B4F94")
ACCENT_SOFT = HexColor("#E9F1F9")
OK = HexColor("#1B7344")
WARN = HexColor("#8F5400")
WARN_SOFT = HexColor("#FDF2DD")
WATERMARK = HexColor("#F8F3EA")

LEFT = 19 * mm
RIGHT = 19 * mm
TOP = 26 * mm
BOTTOM = 21 * mm

BODY_SIZE = 8.8
SMALL_SIZE = 7.4

CELL_FONT = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""First command of every table: reportlab's own default is a Helvetica that is not embedded."""

_LOCK = threading.Lock()


def register_fonts() -> None:
    """Make the shipped faces known to reportlab, once per process."""
    with _LOCK:
        if REGULAR in pdfmetrics.getRegisteredFontNames():
            return
        for name, face in (
            (BOLD, "Bold"),
            (ITALIC, "Italic"),
            (BOLD_ITALIC, "BoldItalic"),
            (REGULAR, "Regular"),
        ):
            pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", f"NotoSans-{face}.ttf"))))
        pdfmetrics.registerFontFamily(
            REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
        )


def text_width(text: str, font: str = REGULAR, size: float = BODY_SIZE) -> float:
    """Return the width of a text in points."""
    register_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


def fitted(text: str, font: str, size: float, room: float) -> str:
    """Return a text that is no wider than ``room`` points, ending in an ellipsis where it was longer."""
    shown = text
    while shown and text_width(shown, font, size) > room:
        shown = shown[:-2].rstrip() + "…" if len(shown) > 2 else ""
    return shown


BODY = ParagraphStyle(
    "body",
    fontName=REGULAR,
    fontSize=BODY_SIZE,
    leading=12.4,
    textColor=INK,
    bulletFontName=REGULAR,
    bulletFontSize=BODY_SIZE,
    splitLongWords=1,
    allowWidows=0,
    allowOrphans=0,
)
STRONG = ParagraphStyle("strong", BODY, fontName=BOLD)
SMALL = ParagraphStyle("small", BODY, fontSize=SMALL_SIZE, leading=10.2, textColor=MUTED)
VERIFICATION = ParagraphStyle("verification", BODY, fontName=BOLD, fontSize=11, leading=15)
LABEL = ParagraphStyle("label", BODY, fontSize=8.2, textColor=MUTED)
FIGURE = ParagraphStyle("figure", BODY, alignment=TA_RIGHT)
FIGURE_STRONG = ParagraphStyle("figure-strong", FIGURE, fontName=BOLD)
FIGURE_QUIET = ParagraphStyle("figure-quiet", FIGURE, fontSize=8.2, textColor=MUTED)
FIGURE_TOTAL = ParagraphStyle("figure-total", FIGURE_STRONG, fontSize=10)
HEAD = ParagraphStyle("head", BODY, fontName=BOLD, fontSize=8, leading=10.6, textColor=ACCENT)
HEAD_FIGURE = ParagraphStyle("head-figure", HEAD, alignment=TA_RIGHT)
SECTION = ParagraphStyle(
    "section",
    BODY,
    fontName=BOLD,
    fontSize=10.4,
    leading=13.4,
    textColor=ACCENT,
    spaceBefore=12,
    spaceAfter=4,
)
SUBSECTION = ParagraphStyle(
    "subsection", BODY, fontName=BOLD, fontSize=9, leading=12, spaceBefore=7, spaceAfter=2
)
TITLE = ParagraphStyle("title", BODY, fontName=BOLD, fontSize=16, leading=20, textColor=INK)
TITLE_CENTRED = ParagraphStyle("title-centred", TITLE, fontSize=14, leading=18, alignment=TA_CENTER)
CENTRED = ParagraphStyle("centred", BODY, alignment=TA_CENTER)
OFFICE = ParagraphStyle("office", BODY, fontName=BOLD, fontSize=11.4, leading=14.6)
PROSE = ParagraphStyle("prose", BODY, spaceAfter=3.4)
PROSE_RIGHT = ParagraphStyle("prose-right", BODY, alignment=TA_RIGHT)
CLAUSE = ParagraphStyle("clause", PROSE, leftIndent=15, bulletIndent=0, spaceAfter=2.6)
