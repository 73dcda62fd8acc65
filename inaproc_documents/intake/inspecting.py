"""The whole check of one file: what it is, whether it is clean, whether it is what its slot asks for."""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.errors import refuse
from inaproc_core.registration.forms import Limits, SlotRule
from inaproc_core.registration.vocabulary import PICTURE_SLOTS
from inaproc_documents.intake.kinds import Kind, kind_of
from inaproc_documents.intake.pdf import check_pdf
from inaproc_documents.intake.pictures import picture_layout, rewrite, size_of
from inaproc_documents.intake.polyglots import refuse_second_nature, refuse_trailing
from inaproc_documents.intake.scanning import refuse_test_virus


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a file must be to be kept, in numbers that can be handed to another process.

    Attributes:
        max_bytes, min_bytes: of the file as handed in.
        min_width, min_height: points of a picture, lying or standing.
        pictures_only: a PDF is refused.
        max_pixels: points of a picture, also of one inside a PDF.
        max_pages: of a PDF.
    """

    max_bytes: int
    min_bytes: int = 0
    min_width: int = 0
    min_height: int = 0
    pictures_only: bool = False
    max_pixels: int = 60_000_000
    max_pages: int = 50

    @classmethod
    def of(cls, rule: SlotRule, limits: Limits) -> Wanted:
        """Return what a slot of the dated registration data wants."""
        return cls(
            max_bytes=rule.max_bytes,
            min_bytes=rule.min_bytes,
            min_width=rule.min_width,
            min_height=rule.min_height,
            pictures_only=rule.slot in PICTURE_SLOTS,
            max_pixels=limits.picture_max_pixels,
            max_pages=limits.pdf_max_pages,
        )


@dataclass(frozen=True, kw_only=True)
class Inspected:
    """A file that may be kept.

    Attributes:
        content: what to keep: a picture written anew without its metadata, a PDF as it came.
        width, height: of an upright picture in points, 0 for a PDF.
        pages: of a PDF, 0 for a picture.
        signed: a PDF carries an electronic signature, which was not judged.
    """

    kind: Kind
    content: bytes
    width: int = 0
    height: int = 0
    pages: int = 0
    signed: bool = False


def inspect(content: bytes, wanted: Wanted) -> Inspected:
    """Check a file in this process and return what may be kept of it.

    Raises:
        Refused: a code ``file.…``: the first reason found.
    """
    if len(content) > wanted.max_bytes:
        refuse("file.too_large", size=len(content), most=wanted.max_bytes)
    kind = kind_of(content)
    refuse_test_virus(content)
    if kind.is_picture:
        return _picture(content, kind, wanted)
    if wanted.pictures_only:
        refuse("file.picture_wanted")
    _refuse_tiny(content, wanted)
    facts = check_pdf(content, max_pages=wanted.max_pages, max_pixels=wanted.max_pixels)
    refuse_second_nature(content, kind)
    return Inspected(kind=kind, content=content, pages=facts.pages, signed=facts.signed)


def _picture(content: bytes, kind: Kind, wanted: Wanted) -> Inspected:
    layout = picture_layout(content, max_pixels=wanted.max_pixels)
    for part in layout.metadata:
        refuse_test_virus(part)
    refuse_second_nature(content, kind, layout.metadata)
    refuse_trailing(content, layout.end, kind)
    _refuse_tiny(content, wanted)
    width, height = size_of(content, max_pixels=wanted.max_pixels)
    sides, least = sorted((width, height)), sorted((wanted.min_width, wanted.min_height))
    if sides[0] < least[0] or sides[1] < least[1]:
        refuse(
            "file.picture_too_small",
            width=width,
            height=height,
            min_width=wanted.min_width,
            min_height=wanted.min_height,
        )
    clean = rewrite(content, max_pixels=wanted.max_pixels)
    return Inspected(kind=kind, content=clean, width=width, height=height)


def _refuse_tiny(content: bytes, wanted: Wanted) -> None:
    if len(content) < wanted.min_bytes:
        refuse("file.too_small", size=len(content), least=wanted.min_bytes)
