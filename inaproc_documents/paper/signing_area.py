"""Where people sign: reserved places with an empty signature field each, and the code to look a document up.

The fields are part of the document from its first byte. A signature then only fills one in, so the rule "this
revision is the stored one plus exactly one signature" can be checked strictly, and no signer chooses a place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportlab.graphics.barcode.qr import QrCode
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from inaproc_documents.paper import style
from inaproc_documents.paper.sheet import content_width
from inaproc_documents.paper.words import elided, marked_up

BOX_WIDTH = 226.0
BOX_HEIGHT = 84.0
"""Size of a signature's place in points."""

_PRINTED = 1 << 2
_LOCKED = 1 << 7
_SIGNATURES_EXIST_APPEND_ONLY = 3
_QR_SIZE = 66.0


class Field(StrEnum):
    """Names of the two signature fields of every document, in the order of signing."""

    PPK = "PPK"
    PENYEDIA = "PENYEDIA"


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """Who is to sign in a field, as printed around it.

    Attributes:
        field: the field.
        heading: in what capacity ("Pejabat Pembuat Komitmen").
        on_behalf_of: the office or company.
        name: printed under the place.
        lines: position, NIP.
    """

    field: Field
    heading: str
    on_behalf_of: str
    name: str
    lines: Sequence[str]


def signing_area(left: Signatory, right: Signatory, hint: str) -> Table:
    """Return two places to sign, side by side, with what is printed around them."""
    space = content_width() - 2 * BOX_WIDTH
    columns = [_column(left, hint), _column(right, hint)]
    rows = [[one, "", other] for one, other in zip(*columns, strict=True)]
    table = Table(rows, colWidths=[BOX_WIDTH, space, BOX_WIDTH], hAlign="LEFT")
    table.setStyle(_bare())
    return table


def verification_note(number: str, lines: Sequence[str]) -> Table:
    """Return the QR code of a verification number with the number and what to do with it beside it."""
    code = QrCode(number, width=_QR_SIZE, height=_QR_SIZE, qrBorder=0, qrLevel="M")
    words = [
        Paragraph("Nomor verifikasi", style.LABEL),
        Paragraph(marked_up(number), style.VERIFICATION),
        *[Paragraph(marked_up(line), style.SMALL) for line in lines],
    ]
    table = Table([[code, words]], colWidths=[_QR_SIZE + 10, content_width() - _QR_SIZE - 10])
    table.setStyle(
        TableStyle(
            [
                style.CELL_FONT,
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                ("LINEABOVE", (0, 0), (-1, 0), 0.5, style.LINE),
            ]
        )
    )
    return table


class SignatureSpace(Flowable):
    """An empty place with the signature field of one party."""

    def __init__(self, field: Field, hint: str) -> None:
        super().__init__()
        self.width = BOX_WIDTH
        self.height = BOX_HEIGHT
        self._field = field
        self._hint = hint

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the fixed size of the place."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the empty place and put its field on the page."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(style.LINE)
        canvas.setLineWidth(0.7)
        canvas.setDash(2.4, 2.4)
        canvas.roundRect(0.4, 0.4, self.width - 0.8, self.height - 0.8, 3)
        canvas.setFillColor(style.MUTED)
        canvas.setFont(style.REGULAR, style.SMALL_SIZE)
        canvas.drawCentredString(self.width / 2, self.height / 2 - 2.6, self._hint)
        canvas.restoreState()
        left, bottom = canvas.absolutePosition(0, 0)
        _add_field(canvas, self._field, (left, bottom, left + self.width, bottom + self.height))


def _column(signatory: Signatory, hint: str) -> list[Flowable]:
    return [
        Paragraph(marked_up(signatory.heading), style.STRONG),
        Paragraph(marked_up(elided(signatory.on_behalf_of)), style.LABEL),
        SignatureSpace(signatory.field, hint),
        Paragraph(marked_up(elided(signatory.name)), style.STRONG),
        Paragraph("<br/>".join(marked_up(elided(line)) for line in signatory.lines if line), style.LABEL),
    ]


def _bare() -> TableStyle:
    return TableStyle(
        [
            style.CELL_FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 1), (-1, 1), 5),
            ("BOTTOMPADDING", (0, 2), (-1, 2), 5),
        ]
    )


def _add_field(canvas: Any, field: Field, rect: tuple[float, float, float, float]) -> None:
    """Add an empty signature field (ISO 32000-1 12.7.4.5), its widget merged with it.

    ``SigFlags`` is set from the beginning, so that signing leaves the form dictionary as it is.
    """
    widget = PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "FT": PDFName("Sig"),
            "T": PDFString(field.value),
            "TU": PDFString(f"Tanda tangan elektronik {field.value}"),
            "F": _PRINTED | _LOCKED,
            "Rect": PDFArray([round(edge, 2) for edge in rect]),
            "P": PDFObjectReference(f"Page{canvas.getPageNumber()}"),
        }
    )
    name = f"signature-{field.value}"
    canvas._addAnnotation(widget, name)
    form = canvas.acroForm
    form.sigFlags = _SIGNATURES_EXIST_APPEND_ONLY
    form.fields.append(widget)
