"""Made-up papers of training mode: a card, a face, a letter. Each says SIMULASI across its middle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

CARD_SIZE = (860, 542)
FACE_SIZE = (480, 640)
_STAMP = "SIMULASI"


def card_picture(lines: Sequence[str]) -> bytes:
    """Return a JPEG of a card with these lines; it looks like no real card."""
    picture = Image.new("RGB", CARD_SIZE, (214, 226, 236))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 20, 839, 521), outline=(60, 80, 110), width=4)
    pen.ellipse((640, 170, 800, 400), fill=(196, 170, 150), outline=(60, 80, 110))
    for row, line in enumerate(lines):
        pen.text((48, 48 + 44 * row), line, font=_font(28), fill=(20, 30, 50))
    pen.text((180, 420), _STAMP, font=_font(84), fill=(176, 30, 30))
    return _jpeg(picture)


def face_picture(shade: int) -> bytes:
    """Return a JPEG of a drawn face."""
    picture = Image.new("RGB", FACE_SIZE, (226, 226 - shade % 30, 214))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((130, 140, 350, 440), fill=(200 - shade % 40, 168, 146), outline=(70, 60, 50), width=3)
    for left in (180, 270):
        pen.ellipse((left, 250, left + 32, 276), fill=(40, 40, 40))
    pen.arc((190, 310, 290, 390), 20, 160, fill=(120, 50, 50), width=5)
    pen.text((60, 540), _STAMP, font=_font(72), fill=(176, 30, 30))
    return _jpeg(picture)


def letter_pdf(lines: Sequence[str]) -> bytes:
    """Return a PDF of one page with these lines, ASCII only (ISO 32000-1, the least that a reader needs)."""
    shown = "\n".join(f"({_escaped(line)}) Tj T*" for line in (*lines, "", _STAMP))
    content = f"BT /F1 14 Tf 20 TL 72 760 Td\n{shown}\nET".encode("ascii", "replace")
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, table)
    return bytes(out)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


@lru_cache(maxsize=4)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
