"""What a file is, by its first bytes alone. Its name and what its sender calls it count for nothing."""

from __future__ import annotations

import re
from enum import StrEnum

from inaproc_core.errors import refuse


class Kind(StrEnum):
    """What may be handed in; the value is the media type."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    PDF = "application/pdf"

    @property
    def ending(self) -> str:
        """The ending of a file name of this kind, with its dot."""
        return {Kind.JPEG: ".jpg", Kind.PNG: ".png", Kind.PDF: ".pdf"}[self]

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture."""
        return self is not Kind.PDF


_ACCEPTED = ((b"\xff\xd8\xff", Kind.JPEG), (b"\x89PNG\r\n\x1a\n", Kind.PNG), (b"%PDF-", Kind.PDF))

_ELSE = (
    (b"GIF8", "file.is_gif"),
    (b"BM", "file.is_other_picture"),
    (b"II*\0", "file.is_other_picture"),
    (b"MM\0*", "file.is_other_picture"),
    (b"\0\0\1\0", "file.is_other_picture"),
    (b"8BPS", "file.is_other_picture"),
    (b"\xff\x0a", "file.is_other_picture"),
    (b"\0\0\0\x0cjP  ", "file.is_other_picture"),
    (b"\0\0\0\x0cJXL ", "file.is_other_picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file.is_office"),
    (b"{\\rtf", "file.is_office"),
    (b"Rar!\x1a\x07", "file.is_archive"),
    (b"7z\xbc\xaf\x27\x1c", "file.is_archive"),
    (b"\x1f\x8b", "file.is_archive"),
    (b"BZh", "file.is_archive"),
    (b"\xfd7zXZ\0", "file.is_archive"),
    (b"(\xb5/\xfd", "file.is_archive"),
    (b"MZ", "file.is_program"),
    (b"\x7fELF", "file.is_program"),
    (b"\xca\xfe\xba\xbe", "file.is_program"),
    (b"\xcf\xfa\xed\xfe", "file.is_program"),
    (b"\xce\xfa\xed\xfe", "file.is_program"),
    (b"#!", "file.is_program"),
    (b"L\0\0\0\x01\x14\x02\0", "file.is_program"),
    (b"\x1aE\xdf\xa3", "file.is_video"),
    (b"ID3", "file.is_video"),
    (b"OggS", "file.is_video"),
)

_OFFICE_PARTS = (b"[Content_Types].xml", b"word/", b"xl/", b"ppt/", b"mimetypeapplication/vnd.oasis")
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"})
_MARKUP = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|script|svg|\?xml|\?php|iframe|a\s|div|p>)",
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT = 4096


def kind_of(content: bytes) -> Kind:
    """Return what a file is.

    Raises:
        Refused: ``file.empty``; ``file.is_heic``, ``file.is_webp``, ``file.is_gif``, ``file.is_office``,
            ``file.is_archive``, ``file.is_program``, ``file.is_web_page``, ``file.is_video``,
            ``file.is_other_picture``, ``file.is_text`` by what it looks like; ``file.unknown_kind``;
            ``file.pdf_not_at_start`` when a PDF begins after something else.
    """
    if not content:
        refuse("file.empty")
    found = next((kind for start, kind in _ACCEPTED if content.startswith(start)), None)
    if found is None:
        refuse(_looks_like(content[:_LOOKED_AT]))
    return found


def _looks_like(head: bytes) -> str:
    """Return the code that names what the beginning of a file looks like."""
    if head[4:8] == b"ftyp":
        if head[8:12] in _HEIF_BRANDS:
            return "file.is_heic"
        return "file.is_other_picture" if head[8:12] in {b"avif", b"avis"} else "file.is_video"
    if head.startswith(b"RIFF"):
        return "file.is_webp" if head[8:12] == b"WEBP" else "file.is_video"
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return "file.is_office" if any(part in head for part in _OFFICE_PARTS) else "file.is_archive"
    for start, code in _ELSE:
        if head.startswith(start):
            return code
    if b"%PDF-" in head[:1024]:
        return "file.pdf_not_at_start"
    if _MARKUP.match(head):
        return "file.is_web_page"
    return "file.is_text" if _is_text(head) else "file.unknown_kind"


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        text = head[: len(head) - 3].decode() if len(head) == _LOOKED_AT else head.decode()
    except UnicodeDecodeError:
        # The last letter may be cut in its middle; anything else is no text.
        return False
    return all(letter.isprintable() or letter in "\r\n\t\f" for letter in text)
