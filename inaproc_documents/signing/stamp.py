"""The visible block of a signature: one small page, drawn with the documents' own type.

Drawn here and imported by the signing library as vectors, because that library spreads out and cuts off text
in fonts of 2048 units per em and has no bold in the same block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from inaproc_documents.paper import style
from inaproc_documents.paper.words import elided

_LEFT = 9.0
_TOP = 9.5
_LINE = 9.4
_SMALL = 6.4
_NAME = 9.2


@dataclass(frozen=True, kw_only=True)
class StampText:
    """What stands in the block.

    Attributes:
        name: the signer, from the certificate.
        lines: position, NIP, office.
        signed_at: as printed.
        certificate: serial and issuer, a line each.
        simulation: mark the block as training.
    """

    name: str
    lines: Sequence[str]
    signed_at: str
    certificate: Sequence[str]
    simulation: bool


def draw_stamp(text: StampText, width: float, height: float) -> bytes:
    """Return a PDF of one page of this size, in points, with the block on white."""
    style.register_fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1, pageCompression=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.setStrokeColor(style.ACCENT)
    canvas.setLineWidth(0.8)
    canvas.roundRect(0.5, 0.5, width - 1, height - 1, 3)
    canvas.setFillColor(style.ACCENT)
    canvas.rect(0.5, 3, 3.2, height - 6, stroke=0, fill=1)
    y = height - _TOP
    _write(canvas, y, "Ditandatangani secara elektronik oleh", style.REGULAR, _SMALL, width, muted=True)
    y -= 11.2
    _write(canvas, y, text.name, style.BOLD, _NAME, width)
    y -= 2.0
    for line in [line for line in text.lines if line.strip()][:3]:
        y -= _LINE
        _write(canvas, y, line, style.REGULAR, 7.4, width)
    y -= _LINE + 0.6
    _write(canvas, y, text.signed_at, style.BOLD, 7.4, width)
    for place, line in enumerate(reversed(text.certificate)):
        _write(canvas, 6.4 + place * 7.2, line, style.REGULAR, 5.8, width, muted=True)
    if text.simulation:
        canvas.setFillColor(style.WARN)
        canvas.setFont(style.BOLD, _SMALL)
        canvas.drawRightString(width - 7, height - _TOP, "SIMULASI")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _write(
    canvas: Canvas, y: float, text: str, font: str, size: float, width: float, *, muted: bool = False
) -> None:
    """Write one line, ending in an ellipsis where it would leave the block."""
    canvas.setFillColor(style.MUTED if muted else style.INK)
    canvas.setFont(font, size)
    canvas.drawString(_LEFT, y, style.fitted(elided(text), font, size, width - _LEFT - 6))
