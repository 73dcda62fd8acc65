"""Two files in one: a picture that is also an archive, a PDF that is also a program.

Such files pass as one kind here and are opened as another elsewhere. Marks are chosen so that they do not
turn up by chance in compressed points: long ones, or ones whose surroundings must fit too.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable

from inaproc_core.errors import refuse
from inaproc_documents.intake.kinds import Kind

_ZIP_END = b"PK\5\6"
_ZIP_END_LENGTH = 22
_ZIP_ENTRY = b"PK\1\2"

_MARKS = (
    (re.compile(rb"%PDF-[12]\.\d"), "PDF"),
    (re.compile(rb"<!doctype\s+html|<html[\s>]|<script[\s>]|<iframe[\s>]|<svg[\s>]", re.IGNORECASE), "HTML"),
    (re.compile(rb"<\?php\s", re.IGNORECASE), "PHP"),
    (re.compile(rb"Rar!\x1a\x07[\x00\x01]"), "RAR"),
    (re.compile(rb"7z\xbc\xaf\x27\x1c\x00"), "7Z"),
    (
        re.compile(
            rb"This program cannot be run in DOS mode|\x7fELF[\x01\x02][\x01\x02]\x01[\x00-\x12]\x00{7}"
        ),
        "EXE",
    ),
)

_PHONE_ENDS = (b"SEFT",)
"""Samsung phones end their own data behind a JPEG so."""


def refuse_second_nature(content: bytes, kind: Kind, inner: Iterable[bytes] = ()) -> None:
    """Refuse a file that is another kind of file too.

    Args:
        content: the whole file.
        kind: what it is by its beginning.
        inner: parts of it that are compressed in the file, such as texts of a PNG.

    Raises:
        Refused: ``file.two_in_one`` with ``other``: ZIP, PDF, HTML, PHP, RAR, 7Z or EXE.
    """
    if _is_archive(content):
        refuse("file.two_in_one", other="ZIP")
    for part in (content, *inner):
        for mark, other in _MARKS:
            if other != kind.name and mark.search(part):
                refuse("file.two_in_one", other=other)


def refuse_trailing(content: bytes, end: int, kind: Kind) -> None:
    """Refuse what stands behind the end of a picture, unless phones put it there.

    A second JPEG (multi-picture format, CIPA DC-007), the film of a moving photo (MP4) and Samsung's own
    block are common behind a JPEG; writing the picture anew drops them.

    Raises:
        Refused: ``file.trailing_data``.
    """
    rest = content[end:]
    tidy = rest.strip(b"\0\r\n")
    if not tidy:
        return
    by_phone = tidy.startswith(b"\xff\xd8\xff") or rest[4:8] == b"ftyp" or tidy.endswith(_PHONE_ENDS)
    if kind is not Kind.JPEG or not by_phone:
        refuse("file.trailing_data")


def _is_archive(content: bytes) -> bool:
    """Return whether an archive's list of entries is in the file, wherever (APPNOTE 4.3.12, 4.3.16)."""
    at = content.find(_ZIP_END)
    while at >= 0:
        end = content[at : at + _ZIP_END_LENGTH]
        if len(end) == _ZIP_END_LENGTH:
            size = struct.unpack("<I", end[12:16])[0]
            if 0 < size <= at and content[at - size : at - size + 4] == _ZIP_ENTRY:
                return True
        at = content.find(_ZIP_END, at + 1)
    return False
