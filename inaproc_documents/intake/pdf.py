"""PDF files handed in: whole, open to everybody, and nothing in them that acts, hides or reaches outside.

A clean PDF is kept byte for byte, because writing it anew would destroy an electronic signature on it. So
whatever could act is refused instead of removed: section numbers are those of ISO 32000-2.
"""

from __future__ import annotations

import functools
import io
import re
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Final

from inaproc_core.errors import refuse
from inaproc_documents.intake.objects import ObjectWalk
from inaproc_documents.intake.scanning import refuse_test_virus

if TYPE_CHECKING:
    import pikepdf

MOST_PAGES: Final = 50
MOST_UNFOLDED: Final = 256 * 1024 * 1024
"""Bytes that all streams of a file may unfold to together."""

_MOST_OF_ONE = 96 * 1024 * 1024
_MOST_OBJECTS = 60_000
_LONGEST_PAGE = 14_400.0
"""Points; the largest page that viewers must show (annex C)."""

_HEADER = re.compile(rb"%PDF-(?:1\.[0-7]|2\.0)[\r\n \t]")
_END = b"%%EOF"
_PADDING = b"\0\r\n\t \x1a"
_BEHIND_THE_TABLE = re.compile(
    rb"/(JavaScript|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia|GoToE)(?=[\s/<(\[>])"
)
"""Names that may not even stand in what the file's own table no longer lists: other programs may find it."""

_CODES = {
    b"JavaScript": "file.pdf_script",
    b"EmbeddedFile": "file.pdf_attachment",
    b"EmbeddedFiles": "file.pdf_attachment",
    b"RichMedia": "file.pdf_rich_media",
}


@dataclass(frozen=True, kw_only=True)
class PdfFacts:
    """What is known of a PDF that may be kept.

    Attributes:
        pages: how many.
        signed: it carries an electronic signature, which is not judged here.
    """

    pages: int
    signed: bool


def check_pdf(content: bytes, *, max_pages: int = MOST_PAGES, max_pixels: int = 60_000_000) -> PdfFacts:
    """Return what is known of a PDF, after looking at every object of it, also inside object streams.

    Args:
        content: the file.
        max_pages: pages that it may have.
        max_pixels: points that a picture in it may have.

    Raises:
        Refused: ``file.pdf_not_at_start``, ``file.pdf_damaged``, ``file.trailing_data``,
            ``file.pdf_encrypted``, ``file.pdf_no_pages``, ``file.pdf_too_many_pages``,
            ``file.pdf_page_size``, ``file.pdf_unfolds``, ``file.pdf_too_complex``, ``file.pdf_script``,
            ``file.pdf_action``, ``file.pdf_attachment``, ``file.pdf_rich_media``, ``file.pdf_xfa``,
            ``file.pdf_external``, ``file.too_many_pixels``, ``file.malware``.
    """
    _check_ends(content)
    library = _qpdf()
    try:
        with library.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True) as opened:
            if opened.is_encrypted:
                refuse("file.pdf_encrypted")
            facts = _checked(opened, max_pages, max_pixels)
    except library.PasswordError:
        refuse("file.pdf_encrypted")
    except (library.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError) as error:
        refuse(_code_of(str(error)))
    _check_rest(content)
    return facts


def _code_of(problem: str) -> str:
    """Return the code for what the library says; its words are all it tells."""
    if "no pages" in problem:
        return "file.pdf_no_pages"
    return "file.pdf_unfolds" if "memory" in problem else "file.pdf_damaged"


def _check_ends(content: bytes) -> None:
    if not content.startswith(b"%PDF-"):
        refuse("file.pdf_not_at_start")
    if not _HEADER.match(content):
        refuse("file.pdf_damaged")
    end = content.rfind(_END)
    if end < 0 or content.rfind(b"startxref", 0, end) < 0:
        refuse("file.pdf_damaged")
    if content[end + len(_END) :].strip(_PADDING):
        refuse("file.trailing_data")


def _checked(opened: pikepdf.Pdf, max_pages: int, max_pixels: int) -> PdfFacts:
    if len(opened.objects) > _MOST_OBJECTS:
        refuse("file.pdf_too_complex")
    walk = ObjectWalk(max_pixels)
    walk.visit(opened.trailer)
    unfolded = 0
    for item in opened.objects:
        walk.visit(item)
        if walk.is_stream(item):
            part = walk.unfolded(item)
            unfolded += len(part)
            if unfolded > MOST_UNFOLDED:
                refuse("file.pdf_unfolds")
            refuse_test_virus(part)
    walk.finish()
    pages = len(opened.pages)
    if not pages:
        refuse("file.pdf_no_pages")
    if pages > max_pages:
        refuse("file.pdf_too_many_pages", pages=pages, most=max_pages)
    for page in opened.pages:
        left, bottom, right, top = (float(number) for number in page.mediabox)
        unit = float(page.obj.get("/UserUnit", 1))
        sides = (abs(right - left) * unit, abs(top - bottom) * unit)
        if not all(1.0 <= side <= _LONGEST_PAGE for side in sides):
            refuse("file.pdf_page_size")
    return PdfFacts(pages=pages, signed=walk.signed)


def _check_rest(content: bytes) -> None:
    """Refuse what stands in the bytes although no object that the file's table lists names it."""
    found = _BEHIND_THE_TABLE.search(content)
    if found is None:
        return
    code = _CODES.get(found[1])
    if code is None:
        refuse("file.pdf_action", action=found[1].decode())
    refuse(code)


@functools.cache
def _qpdf() -> ModuleType:
    """Return the library, bound to limits for the whole process; loaded late, because it takes its time."""
    import pikepdf

    pikepdf.settings.set_qpdf_limits(
        parser_max_nesting=100,
        parser_max_container_size=200_000,
        max_stream_filters=4,
        flate_max_memory=_MOST_OF_ONE,
        png_max_memory=_MOST_OF_ONE,
        tiff_max_memory=_MOST_OF_ONE,
        run_length_max_memory=_MOST_OF_ONE,
        doc_max_warnings=200,
    )
    return pikepdf
