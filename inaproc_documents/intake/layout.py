"""How JPEG and PNG files are laid out, read without decoding: size, metadata, and where the picture ends.

Sources: ITU-T T.81 annex B (JPEG markers), W3C PNG third edition section 5 (chunks). A library would decode
first and ask later; a picture of 50,000 × 50,000 points must be refused from its header.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from inaproc_core.errors import refuse
from inaproc_documents.intake.kinds import Kind

_PNG_START = 8
_CHUNK_FRAME = 12
"""Length, name and checksum of a PNG chunk."""

_LONGEST_TEXT = 4 * 1024 * 1024
"""Bytes that a compressed text chunk may unfold to."""

_NEEDED_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SOI, _EOI, _SOS, _COMMENT, _APP0, _APP15 = 0xD8, 0xD9, 0xDA, 0xFE, 0xE0, 0xEF
_ORIENTATION_TAG = 0x0112


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A picture file as it lies there.

    Attributes:
        width, height: as stored, before any turning.
        end: where the picture ends; whatever follows does not belong to it.
        metadata: everything that is neither header nor points: comments, EXIF, texts, unfolded.
        bare: the file reduced to what is needed to decode its points; decoders see only this.
        animated: it says that it has several frames.
    """

    width: int
    height: int
    end: int
    metadata: tuple[bytes, ...]
    bare: bytes
    animated: bool = False

    @property
    def orientation(self) -> int:
        """How it is to be turned to stand upright: 1 (as it is) to 8, as EXIF 4.6.4 numbers them."""
        for block in self.metadata:
            tiff = block.removeprefix(b"Exif\0\0")
            if tiff[:4] in {b"II*\0", b"MM\0*"}:
                return _orientation(tiff)
        return 1


def read_layout(content: bytes, kind: Kind) -> Layout:
    """Return how a picture file is laid out.

    Raises:
        Refused: ``file.truncated`` when it ends too early, ``file.corrupt`` when its parts make no sense,
            ``file.hidden_bomb`` when a compressed text in it unfolds without end.
    """
    return _read_jpeg(content) if kind is Kind.JPEG else _read_png(content)


def _read_jpeg(content: bytes) -> Layout:
    size = (0, 0)
    metadata: list[bytes] = []
    bare = [content[:2]]
    at = 2
    while True:
        start = at
        code, at = _marker(content, at)
        if code == _EOI:
            break
        if code in _ALONE:
            continue
        body = _segment(content, at)
        at += 2 + len(body)
        if code == _COMMENT or (_APP0 <= code <= _APP15 and not body.startswith(b"Adobe")):
            metadata.append(body)
            continue
        if code in _FRAMES:
            if len(body) < 6:
                refuse("file.corrupt")
            size = (int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big"))
        elif code == _SOS:
            found = _AFTER_SCAN.search(content, at)
            if found is None:
                refuse("file.truncated")
            at = found.start()
        bare.append(content[start:at])
    if not all(size):
        refuse("file.corrupt")
    bare.append(b"\xff\xd9")
    return Layout(width=size[0], height=size[1], end=at, metadata=tuple(metadata), bare=b"".join(bare))


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """Return the code of the marker at a place, and the place after it."""
    if at + 2 > len(content):
        refuse("file.truncated")
    if content[at] != 0xFF:
        refuse("file.corrupt")
    while at < len(content) and content[at] == 0xFF:
        at += 1
    if at >= len(content):
        refuse("file.truncated")
    if content[at] in {0x00, _SOI}:
        refuse("file.corrupt")
    return content[at], at + 1


def _segment(content: bytes, at: int) -> bytes:
    length = int.from_bytes(content[at : at + 2], "big")
    if at + 2 > len(content) or at + length > len(content):
        refuse("file.truncated")
    if length < 2:
        refuse("file.corrupt")
    return content[at + 2 : at + length]


def _read_png(content: bytes) -> Layout:
    size = (0, 0)
    end = _PNG_START
    has_points = animated = False
    metadata: list[bytes] = []
    bare = [content[:_PNG_START]]
    for number, (name, body, after) in enumerate(_chunks(content)):
        if (number == 0) != (name == b"IHDR") or (number == 0 and len(body) != 13):
            refuse("file.corrupt")
        if name in _NEEDED_CHUNKS:
            bare.append(content[end:after])
        if name == b"IHDR":
            size = (int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big"))
        elif name == b"IDAT":
            has_points = True
        elif name in {b"acTL", b"fcTL", b"fdAT"}:
            animated = True
        elif name not in _NEEDED_CHUNKS:
            metadata.append(body)
            metadata.extend(_unfolded(name, body))
        end = after
    if not has_points or not all(size):
        refuse("file.corrupt")
    return Layout(
        width=size[0],
        height=size[1],
        end=end,
        metadata=tuple(metadata),
        bare=b"".join(bare),
        animated=animated,
    )


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield name, body and end of each chunk, up to IEND."""
    at = _PNG_START
    name = b""
    while name != b"IEND":
        if at + _CHUNK_FRAME > len(content):
            refuse("file.truncated")
        length = int.from_bytes(content[at : at + 4], "big")
        name = content[at + 4 : at + 8]
        after = at + _CHUNK_FRAME + length
        if not name.isalpha():
            refuse("file.corrupt")
        if after > len(content):
            refuse("file.truncated")
        body = content[at + 8 : after - 4]
        if zlib.crc32(body, zlib.crc32(name)) != int.from_bytes(content[after - 4 : after], "big"):
            refuse("file.corrupt")
        yield name, body, after
        at = after


def _unfolded(name: bytes, body: bytes) -> Iterator[bytes]:
    """Yield what a compressed text or profile holds (PNG 11.3.2.3, 11.3.3)."""
    _, _, rest = body.partition(b"\0")
    if name == b"iTXt":
        if not rest.startswith(b"\1"):
            return
        rest = rest[2:].split(b"\0", 2)[-1]
    elif name in {b"zTXt", b"iCCP"}:
        rest = rest[1:]
    else:
        return
    unfolding = zlib.decompressobj()
    try:
        text = unfolding.decompress(rest, _LONGEST_TEXT)
    except zlib.error:
        return  # unreadable, and thrown away with all other metadata
    if unfolding.unconsumed_tail:
        refuse("file.hidden_bomb")
    yield text


def _orientation(tiff: bytes) -> int:
    """Return the orientation that EXIF data state, 1 where they state none or make no sense."""
    order: Literal["little", "big"] = "little" if tiff.startswith(b"II") else "big"
    first = int.from_bytes(tiff[4:8], order)
    for number in range(int.from_bytes(tiff[first : first + 2], order)):
        entry = tiff[first + 2 + 12 * number : first + 14 + 12 * number]
        if len(entry) < 12:
            return 1
        if int.from_bytes(entry[:2], order) == _ORIENTATION_TAG:
            stated = int.from_bytes(entry[8:10], order)
            return stated if 1 <= stated <= 8 else 1
    return 1
