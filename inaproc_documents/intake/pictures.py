"""Pictures handed in: opened within limits, turned upright, cut, made smaller, written anew.

What is written holds the points of the picture and nothing else: no place where it was taken, no thumbnail of
what was cut away, no second file behind the end. Colour profiles go too, so strong colours of a camera with a
wide gamut become slightly paler.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from typing import Final

from PIL import Image, JpegImagePlugin, PngImagePlugin

from inaproc_core.errors import refuse
from inaproc_documents.intake.kinds import Kind, kind_of
from inaproc_documents.intake.layout import Layout, read_layout
from inaproc_documents.intake.regions import Region

MOST_PIXELS: Final = 60_000_000
"""Points of the largest picture that is opened where nobody states another limit: memory, not quality."""

LONGEST_SIDE: Final = 20_000
"""Points of the longest side."""

_QUALITIES = (90, 85, 80, 75, 70, 62, 55)
_SMALLER = 0.85
_SAVED_QUALITY = 92
_AS_IT_IS = 1
_FIRST_SIDEWAYS = 5
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture of each EXIF orientation stand upright."""

_MALFORMED = (OSError, SyntaxError, ValueError, struct.error, KeyError, IndexError, TypeError, zlib.error)
"""What decoders raise over bytes that make no sense."""

_Opened = JpegImagePlugin.JpegImageFile | PngImagePlugin.PngImageFile


@dataclass(frozen=True, kw_only=True)
class Compressed:
    """A file made smaller, and what was done to it, to be told to its owner.

    Attributes:
        content: the new file.
        width, height: of the picture, or of the largest page, in points.
        quality: JPEG quality of 1 to 100; 0: it was small enough and only written anew.
        before, after: bytes.
        pages: of a PDF, 0 for a picture.
        dpi: at which pages were drawn, 0 for a picture.
    """

    content: bytes
    width: int
    height: int
    quality: int
    before: int
    after: int
    pages: int = 0
    dpi: int = 0


def picture_layout(content: bytes, *, max_pixels: int = MOST_PIXELS) -> Layout:
    """Return the layout of a picture whose size is bearable, without decoding it.

    Raises:
        Refused: any code of ``kind_of`` and ``read_layout``; ``file.picture_wanted`` for a PDF;
            ``file.too_many_pixels`` by its header; ``file.animated``.
    """
    kind = kind_of(content)
    if not kind.is_picture:
        refuse("file.picture_wanted")
    layout = read_layout(content, kind)
    if layout.width * layout.height > max_pixels or max(layout.width, layout.height) > LONGEST_SIDE:
        refuse("file.too_many_pixels", width=layout.width, height=layout.height, most=max_pixels)
    if layout.animated:
        refuse("file.animated")
    return layout


def decode(content: bytes, *, max_pixels: int = MOST_PIXELS) -> Image.Image:
    """Return the whole picture, upright, in grey or RGB, without anything beside its points.

    Raises:
        Refused: as :func:`picture_layout`; ``file.truncated`` or ``file.corrupt`` when it cannot be decoded.
    """
    layout = picture_layout(content, max_pixels=max_pixels)
    return _upright(_plain(_loaded(_opened(layout))), layout)


def rewrite(content: bytes, *, max_pixels: int = MOST_PIXELS) -> bytes:
    """Return the picture written anew, upright, in its own kind, without metadata.

    A JPEG that stands upright keeps its own quantisation, so that next to nothing is lost.

    Raises:
        Refused: as :func:`decode`.
    """
    layout = picture_layout(content, max_pixels=max_pixels)
    opened = _loaded(_opened(layout))
    plain = _upright(_plain(opened), layout)
    if isinstance(opened, PngImagePlugin.PngImageFile):
        return _png(plain)
    if opened.mode != plain.mode or layout.orientation != _AS_IT_IS:
        return _jpeg(plain, _SAVED_QUALITY)
    written = io.BytesIO()
    sampling = JpegImagePlugin.get_sampling(opened)
    plain.save(written, "JPEG", qtables=opened.quantization, subsampling=sampling, optimize=True)
    return written.getvalue()


def size_of(content: bytes, *, max_pixels: int = MOST_PIXELS) -> tuple[int, int]:
    """Return width and height of a picture as it is seen upright, without decoding it.

    Raises:
        Refused: as :func:`picture_layout`.
    """
    layout = picture_layout(content, max_pixels=max_pixels)
    sideways = layout.orientation >= _FIRST_SIDEWAYS
    return (layout.height, layout.width) if sideways else (layout.width, layout.height)


def turn(content: bytes, degrees: int) -> bytes:
    """Return the picture turned clockwise.

    Args:
        content: the picture.
        degrees: a multiple of 90.

    Raises:
        ValueError: the angle is another.
        Refused: as :func:`decode`.
    """
    ways = {
        90: Image.Transpose.ROTATE_270,
        180: Image.Transpose.ROTATE_180,
        270: Image.Transpose.ROTATE_90,
    }
    if degrees % 90:
        message = f"a picture is turned by multiples of 90 degrees, got {degrees}"
        raise ValueError(message)
    plain = decode(content)
    way = ways.get(degrees % 360)
    return _written(plain if way is None else plain.transpose(way), kind_of(content))


def crop(content: bytes, box: Region) -> bytes:
    """Return what lies in a rectangle of the picture as it is seen upright.

    Raises:
        Refused: as :func:`decode`.
    """
    plain = decode(content)
    return _written(plain.crop(box.pixels(*plain.size)), kind_of(content))


def compress_to(content: bytes, max_bytes: int, *, min_width: int = 0, min_height: int = 0) -> Compressed:
    """Make a picture fit: first by quality, then by size, never below the size that its slot asks for.

    The result is a JPEG, and says what was done. A picture that fits already keeps size and kind.

    Args:
        content: the picture.
        max_bytes: bytes that it may have.
        min_width: points that must remain of its longer side.
        min_height: points that must remain of its shorter side.

    Raises:
        Refused: as :func:`decode`; ``file.cannot_shrink`` when it does not fit at its smallest.
    """
    plain = decode(content)
    if len(content) <= max_bytes:
        same = rewrite(content)
        if len(same) <= max_bytes:
            return _compressed(same, plain, 0, len(content))
    while True:
        for quality in _QUALITIES:
            made = _jpeg(plain, quality)
            if len(made) <= max_bytes:
                return _compressed(made, plain, quality, len(content))
        width, height = (max(1, round(side * _SMALLER)) for side in plain.size)
        if max(width, height) < max(min_width, 320) or min(width, height) < max(min_height, 200):
            refuse("file.cannot_shrink", most=max_bytes)
        plain = plain.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def thumbnail(content: bytes, longest: int, *, max_pixels: int = MOST_PIXELS) -> Image.Image:
    """Return a small upright RGB picture to look at, quickly: a JPEG is decoded at a fraction of its size.

    Raises:
        Refused: as :func:`decode`.
    """
    layout = picture_layout(content, max_pixels=max_pixels)
    opened = _opened(layout)
    if isinstance(opened, JpegImagePlugin.JpegImageFile):
        opened.draft(None, (longest, longest))
    plain = _plain(_loaded(opened))
    plain.thumbnail((longest, longest), Image.Resampling.BILINEAR, reducing_gap=2.0)
    return _upright(plain, layout).convert("RGB")


def _opened(layout: Layout) -> _Opened:
    """Return a picture that is not decoded yet, from what is needed to decode it."""
    # The two plug-ins are named, so that no other decoder of the library ever sees a stranger's bytes.
    file = io.BytesIO(layout.bare)
    try:
        if layout.bare.startswith(b"\x89PNG"):
            return PngImagePlugin.PngImageFile(file)
        return JpegImagePlugin.JpegImageFile(file)
    except _MALFORMED:
        refuse("file.corrupt")


def _loaded(opened: _Opened) -> _Opened:
    try:
        opened.load()
    except _MALFORMED as error:
        refuse("file.truncated" if "truncated" in str(error) else "file.corrupt")
    return opened


def _plain(picture: Image.Image) -> Image.Image:
    """Return the points alone, in grey or RGB; what can be seen through becomes white."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        plain = Image.new("RGB", layered.size, "white")
        plain.paste(layered, mask=layered.getchannel("A"))
    elif picture.mode.startswith("I"):
        plain = picture.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    elif picture.mode in {"1", "L"}:
        plain = picture.convert("L")
    else:
        plain = picture.convert("RGB")
    plain.info = {}
    return plain


def _upright(plain: Image.Image, layout: Layout) -> Image.Image:
    way = _UPRIGHT.get(layout.orientation)
    return plain if way is None else plain.transpose(way)


def _written(plain: Image.Image, kind: Kind) -> bytes:
    return _png(plain) if kind is Kind.PNG else _jpeg(plain, _SAVED_QUALITY)


def _png(plain: Image.Image) -> bytes:
    written = io.BytesIO()
    plain.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _jpeg(plain: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    plain.save(written, "JPEG", quality=quality, optimize=True, progressive=False)
    return written.getvalue()


def _compressed(content: bytes, plain: Image.Image, quality: int, before: int) -> Compressed:
    return Compressed(
        content=content,
        width=plain.width,
        height=plain.height,
        quality=quality,
        before=before,
        after=len(content),
    )
