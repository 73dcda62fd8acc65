"""Scanned letters made smaller: each page drawn anew as one JPEG. Only on request, and told what it did."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageStat

from inaproc_core.errors import refuse
from inaproc_documents.intake.pdf import MOST_PAGES, check_pdf
from inaproc_documents.intake.pictures import Compressed

if TYPE_CHECKING:
    import pypdfium2

_STEPS: Final = ((200, 75), (170, 70), (150, 65), (130, 60), (110, 55), (96, 50))
"""Dots per inch and JPEG quality, the best first; at 96 print of 10 points can just be read."""

_POINTS = 72
_LONGEST = 6000
_COLOURLESS = 6.0
"""Mean saturation, of 255, under which a page is kept in grey."""


def compress_scan(content: bytes, max_bytes: int, *, max_pages: int = MOST_PAGES) -> Compressed:
    """Draw the pages of a PDF anew until the file fits. Text on them can be seen but no longer be marked.

    The drawing library is not made for several threads at a time: call ``sandbox.compress_scan_apart``
    wherever another thread may be drawing.

    Args:
        content: the PDF; it is checked first, because a library is about to draw it.
        max_bytes: bytes that it may have.
        max_pages: pages that it may have.

    Raises:
        Refused: as ``pdf.check_pdf``; ``file.signature_would_be_lost``; ``file.cannot_shrink``.
    """
    facts = check_pdf(content, max_pages=max_pages)
    if facts.signed:
        refuse("file.signature_would_be_lost")
    import pypdfium2  # late: only this function draws

    try:
        opened = pypdfium2.PdfDocument(content)
        try:
            made = _fitting(opened, len(content), max_bytes)
        finally:
            opened.close()
    except pypdfium2.PdfiumError:
        refuse("file.pdf_damaged")
    if made is None:
        refuse("file.cannot_shrink", most=max_bytes)
    return made


def _fitting(opened: pypdfium2.PdfDocument, before: int, max_bytes: int) -> Compressed | None:
    for dpi, quality in _STEPS:
        drawn = _drawn(opened, dpi, quality, max_bytes)
        if drawn is not None:
            made, width, height = drawn
            return Compressed(
                content=made,
                width=width,
                height=height,
                quality=quality,
                before=before,
                after=len(made),
                pages=len(opened),
                dpi=dpi,
            )
    return None


def _drawn(
    opened: pypdfium2.PdfDocument, dpi: int, quality: int, max_bytes: int
) -> tuple[bytes, int, int] | None:
    """Return the file with the size of its largest page, ``None`` as soon as it does not fit."""
    pages: list[tuple[bytes, Image.Image, tuple[float, float]]] = []
    total = 0
    for page in opened:
        width, height = page.get_size()
        scale = min(dpi / _POINTS, _LONGEST / max(width, height))
        drawn = page.render(scale=scale).to_pil().convert("RGB")
        if ImageStat.Stat(drawn.convert("HSV").getchannel("S")).mean[0] < _COLOURLESS:
            drawn = drawn.convert("L")
        written = io.BytesIO()
        drawn.save(written, "JPEG", quality=quality, optimize=True)
        total += len(written.getvalue())
        if total > max_bytes:
            return None
        pages.append((written.getvalue(), drawn, (width, height)))
    made = _assembled(pages)
    largest = max((drawn for _, drawn, _ in pages), key=lambda drawn: drawn.width * drawn.height)
    return (made, largest.width, largest.height) if len(made) <= max_bytes else None


def _assembled(pages: list[tuple[bytes, Image.Image, tuple[float, float]]]) -> bytes:
    import pikepdf  # late: loaded by the check already

    made = pikepdf.new()
    for content, drawn, (width, height) in pages:
        picture = pikepdf.Stream(made, content)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = drawn.width, drawn.height, 8
        picture.ColorSpace = pikepdf.Name.DeviceGray if drawn.mode == "L" else pikepdf.Name.DeviceRGB
        picture.Filter = pikepdf.Name.DCTDecode
        page = made.add_blank_page(page_size=(width, height))
        name = page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name.Page)
        drawing = f"q {width:.3f} 0 0 {height:.3f} 0 0 cm {name} Do Q".encode()
        page.Contents = pikepdf.Stream(made, drawing)
    written = io.BytesIO()
    made.save(written, deterministic_id=True)
    return written.getvalue()
