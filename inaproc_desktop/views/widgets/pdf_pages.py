"""Draws PDF pages to pixels. No toolkit; safe on any lane, one page at a time."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

_ONE_AT_A_TIME = threading.Lock()
"""PDFium is not safe to call from two threads at once."""


@dataclass(frozen=True)
class DrawnPage:
    """A page as pixels: 32 bits each, blue, green, red, unused."""

    pixels: bytes
    width: int
    height: int
    stride: int


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page in points.

    Raises:
        pypdfium2.PdfiumError: if the bytes are no readable PDF.
    """
    with _ONE_AT_A_TIME:
        document = _opened(pdf)
        try:
            return [document.get_page_size(at) for at in range(len(document))]
        finally:
            document.close()


def draw_page(pdf: bytes, at: int, scale: float) -> DrawnPage:
    """Draw a page, form widgets included: signature stamps are form widgets.

    Args:
        pdf: the whole file.
        at: page index from 0.
        scale: pixels per point.

    Raises:
        pypdfium2.PdfiumError: if the bytes are no readable PDF.
    """
    with _ONE_AT_A_TIME:
        document = _opened(pdf)
        try:
            document.init_forms()
            page = document[at]
            bitmap = page.render(scale=scale, may_draw_forms=True, prefer_bgrx=True, rev_byteorder=False)
            return DrawnPage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        finally:
            document.close()


def _opened(pdf: bytes) -> Any:
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)
