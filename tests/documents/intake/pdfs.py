"""PDF files made for tests: good ones, and ones with one thing wrong."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen import canvas

Change = Callable[[pikepdf.Pdf], None]


def letter_pdf(pages: int = 1) -> bytes:
    """A letter as a word processor would print it."""
    written = io.BytesIO()
    drawn = canvas.Canvas(written, invariant=1)
    for page in range(pages):
        drawn.drawString(72, 760, f"SURAT TUGAS (SIMULASI) halaman {page + 1}")
        drawn.showPage()
    drawn.save()
    return written.getvalue()


def changed(change: Change, *, packed: bool = True, **options: Any) -> bytes:
    """A letter with something done to it; ``packed``: its objects lie in compressed object streams."""
    with pikepdf.open(io.BytesIO(letter_pdf())) as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        change(opened)
        written = io.BytesIO()
        mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
        opened.save(written, object_stream_mode=mode, static_id="encryption" not in options, **options)
    return written.getvalue()


def root(**entries: Any) -> Change:
    """Put entries into the catalogue."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            copied = _copy(value)
            pdf.Root[f"/{key}"] = pdf.make_indirect(copied) if isinstance(value, Dictionary) else copied

    return change


def page(**entries: Any) -> Change:
    """Put entries into the first page."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = _copy(value)

    return change


def annotation(**entries: Any) -> Change:
    """Put an annotation onto the first page."""
    made = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 10, 10]), **entries)
    return page(Annots=Array([made]))


def action(kind: str, **entries: Any) -> Dictionary:
    """An action dictionary."""
    return Dictionary(S=Name(f"/{kind}"), **entries)


def script(text: str = "app.alert(1)") -> Dictionary:
    """An action that runs JavaScript."""
    return action("JavaScript", JS=String(text))


def link(address: str) -> Change:
    """A link on the page."""
    return annotation(Subtype=Name.Link, A=action("URI", URI=String(address)))


def stream(content: bytes, **entries: Any) -> Change:
    """Hang a stream onto the catalogue."""

    def change(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(content)
        for key, value in entries.items():
            made[f"/{key}"] = value
        pdf.Root["/Extra"] = made

    return change


def raw_stream(raw: bytes, *filters: str, **entries: Any) -> bytes:
    """A letter with a stream whose filters are not applied by the library that writes it."""

    def change(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(b"")
        names = Array([Name(f"/{name}") for name in filters])
        made.write(raw, filter=names, type_check=False)
        for key, value in entries.items():
            made[f"/{key}"] = value
        pdf.Root["/Extra"] = made

    return changed(change, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)


def attached(pdf: pikepdf.Pdf) -> None:
    """Attach a file."""
    pdf.attachments["lampiran.txt"] = b"lampiran"


def nested(depth: int) -> Change:
    """Hang a deeply nested array onto the catalogue."""

    def change(pdf: pikepdf.Pdf) -> None:
        inner = Array([])
        for _ in range(depth):
            inner = Array([inner])
        pdf.Root["/Extra"] = inner

    return change


def with_old_revision(old: bytes) -> bytes:
    """A letter that holds bytes which its table does not list, as an older revision would leave them."""
    plain = changed(lambda _: None, packed=False)
    head, mark, rest = plain.partition(b"\nxref\n")
    body = b"\n99 0 obj\n" + old + b"\nendobj\n"
    moved = len(head) + len(body) + 1
    start = rest.rfind(b"startxref\n")
    return head + body + mark + rest[:start] + b"startxref\n" + str(moved).encode() + b"\n%%EOF\n"


def unpacked(content: bytes) -> bytes:
    """Compress as a stream of a PDF is."""
    return zlib.compress(content, 9)


def _copy(value: Any) -> Any:
    """Return a copy that belongs to no file yet, so that a change can be made to several."""
    if not isinstance(value, Dictionary | Array):
        return value
    written = value.unparse()
    # What refers to objects of the file was made for it, and can be used once only anyway.
    return value if b" R" in written else pikepdf.Object.parse(written)
