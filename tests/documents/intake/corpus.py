"""Files as strangers hand them in, made here: each bad one with the code it must be refused by."""

from __future__ import annotations

import functools
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from inaproc_documents.intake.inspecting import Wanted
from tests.documents.intake import pdfs
from tests.documents.intake.pictures import card, jpeg, letter, on_table, png

ANYTHING = Wanted(max_bytes=4 * 1024 * 1024, max_pixels=50_000_000, max_pages=50)
PHOTO = Wanted(
    max_bytes=2 * 1024 * 1024,
    min_bytes=2_000,
    min_width=480,
    min_height=360,
    pictures_only=True,
    max_pixels=50_000_000,
)

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
SCRIPT = b"<script>alert(1)</script>"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"


@dataclass(frozen=True)
class Bad:
    """A file to refuse; ``make`` builds it when the test runs."""

    name: str
    code: str
    make: Callable[[], bytes]
    wanted: Wanted = ANYTHING


@functools.cache
def good_jpeg() -> bytes:
    return jpeg(on_table(card(600), (800, 600)), 80)


@functools.cache
def good_png() -> bytes:
    return png(on_table(card(400), (500, 375)))


@functools.cache
def good_pdf() -> bytes:
    return pdfs.letter_pdf(2)


def archive(name: str = "isi.txt", content: bytes = b"isi") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as opened:
        opened.writestr(name, content)
    return written.getvalue()


def office() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as opened:
        opened.writestr("[Content_Types].xml", "<Types/>")
        opened.writestr("word/document.xml", "<w/>")
    return written.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_of(
    width: int, height: int, data: bytes = b"", *more: bytes, depth: int = 8, colour: int = 2
) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    points = zlib.compress(data or b"\0" * 64)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + b"".join(more)
        + chunk(b"IDAT", points)
        + chunk(b"IEND", b"")
    )


def png_with(*chunks: bytes) -> bytes:
    """A good PNG with more chunks before its points."""
    content = good_png()
    at = content.index(b"IDAT") - 4
    return content[:at] + b"".join(chunks) + content[at:]


def segment(code: int, body: bytes) -> bytes:
    return bytes((0xFF, code)) + struct.pack(">H", len(body) + 2) + body


def jpeg_with(*segments: bytes) -> bytes:
    """A good JPEG with more segments at its beginning."""
    return good_jpeg()[:2] + b"".join(segments) + good_jpeg()[2:]


def jpeg_sized(width: int, height: int) -> bytes:
    """A good JPEG that says it is of another size."""
    content = bytearray(good_jpeg())
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(content)


def animated_png() -> bytes:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    written = io.BytesIO()
    frames[0].save(written, "PNG", save_all=True, append_images=frames[1:], duration=100)
    return written.getvalue()


def picture(kind: str) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(written, kind)
    return written.getvalue()


def scan(width: int) -> bytes:
    """A page as a scanner saves it: one noisy picture."""
    paper = letter((width, round(width * 1.414)))
    grain = Image.effect_noise(paper.size, 40)
    written = io.BytesIO()
    noisy = Image.blend(paper, Image.merge("RGB", (grain, grain, grain)), 0.15)
    noisy.save(written, "PDF", resolution=width / 8.27, quality=97)
    return written.getvalue()


def cut(content: bytes, part: float) -> bytes:
    return content[: int(len(content) * part)]


def flipped(content: bytes, at: int) -> bytes:
    changed = bytearray(content)
    changed[at] ^= 0xFF
    return bytes(changed)


def _always(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def _wrong_kinds() -> list[Bad]:
    made: list[tuple[str, str, Callable[[], bytes]]] = [
        ("nothing", "file.empty", _always(b"")),
        ("one zero byte", "file.unknown_kind", _always(b"\0")),
        ("one byte of a JPEG", "file.unknown_kind", _always(b"\xff")),
        ("two bytes of a JPEG", "file.unknown_kind", _always(b"\xff\xd8")),
        ("seven bytes of a PNG", "file.unknown_kind", _always(b"\x89PNG\r\n\x1a")),
        ("noise", "file.unknown_kind", _always(bytes(range(128, 256)) * 20)),
        ("HEIC of an iPhone", "file.is_heic", _always(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 99)),
        ("HEIF", "file.is_heic", _always(b"\0\0\0\x18ftypmif1\0\0\0\0" + b"\0" * 99)),
        ("AVIF", "file.is_other_picture", _always(b"\0\0\0\x1cftypavif\0\0\0\0" + b"\0" * 99)),
        ("MP4", "file.is_video", _always(b"\0\0\0\x18ftypisom\0\0\0\0" + b"\0" * 99)),
        ("AVI", "file.is_video", _always(b"RIFF\0\0\0\0AVI LIST" + b"\0" * 99)),
        ("MP3", "file.is_video", _always(b"ID3\x03\0\0\0" + b"\0" * 99)),
        ("WEBP", "file.is_webp", lambda: picture("WEBP")),
        ("GIF", "file.is_gif", lambda: picture("GIF")),
        ("BMP", "file.is_other_picture", lambda: picture("BMP")),
        ("TIFF", "file.is_other_picture", lambda: picture("TIFF")),
        ("ICO", "file.is_other_picture", lambda: picture("ICO")),
        ("JPEG 2000", "file.is_other_picture", _always(b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0" * 99)),
        ("Photoshop", "file.is_other_picture", _always(b"8BPS\0\1" + b"\0" * 99)),
        ("Word document", "file.is_office", office),
        ("old Word document", "file.is_office", _always(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99)),
        ("rich text", "file.is_office", _always(rb"{\rtf1\ansi surat}")),
        ("archive", "file.is_archive", archive),
        ("empty archive", "file.is_archive", _always(b"PK\5\6" + b"\0" * 18)),
        ("RAR", "file.is_archive", _always(b"Rar!\x1a\x07\x01\0" + b"\0" * 99)),
        ("7z", "file.is_archive", _always(b"7z\xbc\xaf\x27\x1c\0\4" + b"\0" * 99)),
        ("gzip", "file.is_archive", _always(b"\x1f\x8b\x08\0" + b"\0" * 99)),
        ("Windows program", "file.is_program", _always(b"MZ\x90\0\3" + b"\0" * 99)),
        ("Linux program", "file.is_program", _always(b"\x7fELF\2\1\1\0" + b"\0" * 99)),
        ("shell script", "file.is_program", _always(b"#!/bin/sh\nrm -rf ~\n")),
        ("Java class", "file.is_program", _always(b"\xca\xfe\xba\xbe\0\0\0\x34" + b"\0" * 99)),
        ("Windows link", "file.is_program", _always(b"L\0\0\0\x01\x14\x02\0" + b"\0" * 99)),
        ("web page", "file.is_web_page", _always(b"<!DOCTYPE html><html><body>KTP</body></html>")),
        (
            "web page after a comment",
            "file.is_web_page",
            _always(b"\xef\xbb\xbf \n<!-- x --><HTML>" + SCRIPT),
        ),
        (
            "SVG with a script",
            "file.is_web_page",
            _always(b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT),
        ),
        ("XML", "file.is_web_page", _always(b'<?xml version="1.0"?><x/>')),
        ("PHP", "file.is_web_page", _always(b"<?php system($_GET['c']); ?>")),
        ("plain text", "file.is_text", _always(b"NIK 9999 0117 0890 0001\n")),
        ("text in UTF-16", "file.is_text", _always("teks".encode("utf-16"))),
        ("EICAR as it is", "file.is_text", _always(EICAR)),
        ("PDF after a line of text", "file.pdf_not_at_start", lambda: b"From: x\n" + good_pdf()),
        ("PDF after a zero", "file.pdf_not_at_start", lambda: b"\0" + good_pdf()),
        ("JPEG after a blank", "file.unknown_kind", lambda: b" " + good_jpeg()),
    ]
    return [Bad(name, code, make) for name, code, make in made]


def _broken_pictures() -> list[Bad]:
    made: list[Bad] = [
        *(
            Bad(
                f"JPEG cut at {part:.3f}",
                "file.truncated",
                functools.partial(lambda p: cut(good_jpeg(), p), part),
            )
            for part in (0.001, 0.005, 0.02, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999)
        ),
        *(
            Bad(
                f"PNG cut at {part:.3f}",
                "file.truncated",
                functools.partial(lambda p: cut(good_png(), p), part),
            )
            for part in (0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.9999)
        ),
        Bad("JPEG without its last byte", "file.truncated", lambda: good_jpeg()[:-1]),
        Bad("JPEG without points", "file.corrupt", lambda: b"\xff\xd8\xff\xd9"),
        Bad("JPEG that is a beginning only", "file.truncated", lambda: b"\xff\xd8\xff"),
        Bad("JPEG with a lost table", "file.corrupt", lambda: good_jpeg().replace(b"\xff\xdb", b"\xff\xfe")),
        Bad("JPEG of no width", "file.corrupt", lambda: jpeg_sized(0, 600)),
        Bad(
            "JPEG with noise between segments",
            "file.corrupt",
            lambda: jpeg_with(segment(0xFE, b"x"), b"xx"),
        ),
        Bad("JPEG segment shorter than its length", "file.corrupt", lambda: jpeg_with(b"\xff\xe1\0\1")),
        Bad(
            "PNG with a wrong checksum",
            "file.corrupt",
            lambda: flipped(good_png(), good_png().index(b"IDAT") + 9),
        ),
        Bad("PNG header changed", "file.corrupt", lambda: flipped(good_png(), 20)),
        Bad(
            "PNG without points",
            "file.corrupt",
            lambda: png_of(9, 9).replace(chunk(b"IDAT", zlib.compress(b"\0" * 64)), b""),
        ),
        Bad("PNG with too few points", "file.truncated", lambda: png_of(400, 400)),
        Bad("PNG whose points are no zlib", "file.corrupt", lambda: png_with(chunk(b"IDAT", b"xxxxxxxx"))),
        Bad("PNG of an unknown colour", "file.corrupt", lambda: png_of(9, 9, colour=5)),
        Bad(
            "PNG that does not begin with its header",
            "file.corrupt",
            lambda: good_png()[:8] + chunk(b"tEXt", b"a\0b") + good_png()[8:],
        ),
        Bad("PNG with a nameless chunk", "file.corrupt", lambda: png_with(chunk(b"\0\0\0\0", b""))),
        Bad("animated PNG", "file.animated", animated_png),
        Bad(
            "PNG of 50,000 × 50,000", "file.too_many_pixels", lambda: png_of(50_000, 50_000, b"\0" * 100_000)
        ),
        Bad("PNG of 4 milliards of points in a row", "file.too_many_pixels", lambda: png_of(2**31 - 1, 2)),
        Bad("PNG of 21,000 × 2", "file.too_many_pixels", lambda: png_of(21_000, 2)),
        Bad(
            "one-bit PNG of 30,000 × 30,000",
            "file.too_many_pixels",
            lambda: png_of(30_000, 30_000, depth=1, colour=0),
        ),
        Bad("JPEG of 65,500 × 65,500", "file.too_many_pixels", lambda: jpeg_sized(65_500, 65_500)),
        Bad(
            "PNG text that unfolds without end",
            "file.hidden_bomb",
            lambda: png_with(chunk(b"zTXt", b"a\0\0" + zlib.compress(b"a" * 9_000_000))),
        ),
        Bad(
            "PNG profile that unfolds without end",
            "file.hidden_bomb",
            lambda: png_with(chunk(b"iCCP", b"a\0\0" + zlib.compress(b"\0" * 9_000_000))),
        ),
    ]
    return made


def _two_in_one() -> list[Bad]:
    made: list[tuple[str, str, Callable[[], bytes]]] = [
        ("JPEG and archive", "file.two_in_one", lambda: good_jpeg() + archive()),
        ("PNG and archive", "file.two_in_one", lambda: good_png() + archive()),
        (
            "PDF and archive",
            "file.two_in_one",
            lambda: good_pdf().replace(b"%%EOF\n", b"%" + archive() + b"\n%%EOF\n"),
        ),
        ("JPEG with an archive in a comment", "file.two_in_one", lambda: jpeg_with(segment(0xFE, archive()))),
        ("JPEG and PDF", "file.two_in_one", lambda: good_jpeg() + PDF),
        ("PNG and PDF", "file.two_in_one", lambda: good_png() + PDF),
        ("JPEG with a PDF in a comment", "file.two_in_one", lambda: jpeg_with(segment(0xFE, PDF))),
        (
            "JPEG with HTML in a comment",
            "file.two_in_one",
            lambda: jpeg_with(segment(0xFE, b"<html>" + SCRIPT)),
        ),
        (
            "JPEG with a script in EXIF",
            "file.two_in_one",
            lambda: jpeg_with(segment(0xE1, b"Exif\0\0" + SCRIPT)),
        ),
        (
            "JPEG with PHP in a comment",
            "file.two_in_one",
            lambda: jpeg_with(segment(0xFE, b"<?php system('x');")),
        ),
        ("JPEG and web page", "file.two_in_one", lambda: good_jpeg() + b"<html>" + SCRIPT),
        ("JPEG and RAR", "file.two_in_one", lambda: good_jpeg() + b"Rar!\x1a\x07\x01\0" + b"\0" * 40),
        ("JPEG and 7z", "file.two_in_one", lambda: good_jpeg() + b"7z\xbc\xaf\x27\x1c\0\4" + b"\0" * 40),
        (
            "PNG and program",
            "file.two_in_one",
            lambda: good_png() + b"MZ This program cannot be run in DOS mode",
        ),
        (
            "PNG with HTML in a text",
            "file.two_in_one",
            lambda: png_with(chunk(b"tEXt", b"Comment\0<html>" + SCRIPT)),
        ),
        (
            "PNG with HTML in a compressed text",
            "file.two_in_one",
            lambda: png_with(chunk(b"zTXt", b"a\0\0" + zlib.compress(SCRIPT))),
        ),
        (
            "PNG with SVG in an international text",
            "file.two_in_one",
            lambda: png_with(chunk(b"iTXt", b"a\0\1\0\0\0" + zlib.compress(b"<svg onload=x>"))),
        ),
        (
            "PDF and web page",
            "file.two_in_one",
            lambda: good_pdf().replace(b"%%EOF\n", b"%<script src=x>\n%%EOF\n"),
        ),
        ("JPEG with something behind", "file.trailing_data", lambda: good_jpeg() + b"rahasia" * 9),
        ("PNG with something behind", "file.trailing_data", lambda: good_png() + b"rahasia"),
        ("PNG with a JPEG behind", "file.trailing_data", lambda: good_png() + good_jpeg()),
        ("PDF with something behind", "file.trailing_data", lambda: good_pdf() + b"rahasia"),
        ("PDF with a JPEG behind", "file.trailing_data", lambda: good_pdf() + good_jpeg()),
        ("EICAR behind a JPEG", "file.malware", lambda: good_jpeg() + EICAR),
        ("EICAR in a JPEG comment", "file.malware", lambda: jpeg_with(segment(0xFE, EICAR))),
        ("EICAR in a PNG chunk", "file.malware", lambda: png_with(chunk(b"tEXt", b"a\0" + EICAR))),
        (
            "EICAR in a compressed PNG text",
            "file.malware",
            lambda: png_with(chunk(b"zTXt", b"a\0\0" + zlib.compress(EICAR))),
        ),
        ("EICAR in the clear in a PDF", "file.malware", lambda: pdfs.raw_stream(EICAR)),
        ("EICAR in a PDF stream", "file.malware", lambda: pdfs.changed(pdfs.stream(EICAR * 9))),
        (
            "EICAR in hexadecimal in a PDF",
            "file.malware",
            lambda: pdfs.raw_stream(EICAR.hex().encode() + b">", "ASCIIHexDecode"),
        ),
        (
            "EICAR twice compressed in a PDF",
            "file.malware",
            lambda: pdfs.raw_stream(zlib.compress(zlib.compress(EICAR)), "FlateDecode", "FlateDecode"),
        ),
    ]
    return [Bad(name, code, make) for name, code, make in made]


def _acting_pdfs() -> list[Bad]:
    a, script = pdfs.action, pdfs.script
    javascript: dict[str, pdfs.Change] = {
        "at opening": pdfs.root(OpenAction=script()),
        "in the name tree": pdfs.root(
            Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()])))
        ),
        "on a page": pdfs.page(AA=Dictionary(O=script())),
        "on a link": pdfs.annotation(Subtype=Name.Link, A=script()),
        "after another action": pdfs.annotation(Subtype=Name.Link, A=a("GoTo", D=String("x"), Next=script())),
        "in a form field": pdfs.root(
            AcroForm=Dictionary(
                Fields=Array([Dictionary(FT=Name.Tx, T=String("x"), AA=Dictionary(K=script()))])
            )
        ),
        "in an outline": pdfs.root(Outlines=Dictionary(First=Dictionary(Title=String("x"), A=script()))),
        "in a rendition": pdfs.annotation(Subtype=Name.Link, A=a("Rendition", JS=String("x"))),
        "in a stream": lambda pdf: pdfs.root(OpenAction=a("JavaScript", JS=pdf.make_stream(b"app.alert(1)")))(
            pdf
        ),
    }
    actions: dict[str, tuple[str, pdfs.Change]] = {
        "program at opening": ("file.pdf_action", pdfs.root(OpenAction=a("Launch", F=String("cmd.exe")))),
        "program on a link": (
            "file.pdf_action",
            pdfs.annotation(Subtype=Name.Link, A=a("Launch", F=String("x"))),
        ),
        "page of the web at opening": (
            "file.pdf_action",
            pdfs.root(OpenAction=a("URI", URI=String("http://x.test"))),
        ),
        "actions of the document": ("file.pdf_action", pdfs.root(AA=Dictionary(WC=a("GoTo", D=String("x"))))),
        "actions of a page": ("file.pdf_action", pdfs.page(AA=Dictionary(O=a("Named", N=Name.Print)))),
        "form that is sent": (
            "file.pdf_action",
            pdfs.annotation(Subtype=Name.Widget, A=a("SubmitForm", F=String("http://x.test"))),
        ),
        "imported data": (
            "file.pdf_action",
            pdfs.annotation(Subtype=Name.Link, A=a("ImportData", F=String("x"))),
        ),
        "other file": (
            "file.pdf_action",
            pdfs.annotation(Subtype=Name.Link, A=a("GoToR", F=String("\\\\x.test\\a"), D=Array([0]))),
        ),
        "embedded target": (
            "file.pdf_action",
            pdfs.annotation(Subtype=Name.Link, A=a("GoToE", D=String("x"))),
        ),
        "link with a script": ("file.pdf_action", pdfs.link("javascript:alert(1)")),
        "link to a file": ("file.pdf_action", pdfs.link("file:///etc/passwd")),
        "link to a share": ("file.pdf_action", pdfs.link("smb://x.test/a")),
        "sound": ("file.pdf_action", pdfs.annotation(Subtype=Name.Link, A=a("Sound"))),
        "attached file": ("file.pdf_attachment", pdfs.attached),
        "attachment on the page": ("file.pdf_attachment", pdfs.annotation(Subtype=Name.FileAttachment)),
        "portfolio": ("file.pdf_attachment", pdfs.root(Collection=Dictionary(View=Name.T))),
        "film": ("file.pdf_rich_media", pdfs.annotation(Subtype=Name.Movie)),
        "rich media": (
            "file.pdf_rich_media",
            pdfs.annotation(Subtype=Name.RichMedia, RichMediaContent=Dictionary()),
        ),
        "3D model": ("file.pdf_rich_media", pdfs.annotation(Subtype=Name("/3D"))),
        "screen": ("file.pdf_rich_media", pdfs.annotation(Subtype=Name.Screen)),
        "XFA form": ("file.pdf_xfa", pdfs.root(AcroForm=Dictionary(Fields=Array([]), XFA=String("<xdp/>")))),
        "stream from another file": ("file.pdf_external", pdfs.stream(b"x", F=String("/etc/passwd"))),
        "picture from another file": (
            "file.pdf_external",
            pdfs.stream(b"x", Subtype=Name.Form, Ref=Dictionary(F=String("x"))),
        ),
        "PostScript": ("file.pdf_script", pdfs.stream(b"x", Subtype=Name.PS)),
        "huge picture": (
            "file.too_many_pixels",
            pdfs.stream(b"x", Subtype=Name.Image, Width=90_000, Height=90_000),
        ),
        "huge page": ("file.pdf_page_size", pdfs.page(MediaBox=Array([0, 0, 999_999, 999_999]))),
        "page of no size": ("file.pdf_page_size", pdfs.page(MediaBox=Array([0, 0, 0, 0]))),
        "page in huge units": ("file.pdf_page_size", pdfs.page(UserUnit=75_000)),
        "no pages": ("file.pdf_no_pages", lambda pdf: pdf.pages.__delitem__(0)),
        "nested too deeply": ("file.pdf_too_complex", pdfs.nested(70)),
        "stream that unfolds without end": ("file.pdf_unfolds", pdfs.stream(b"\0" * (100 * 1024 * 1024))),
    }
    packed = [
        Bad(f"JavaScript {name}", "file.pdf_script", functools.partial(pdfs.changed, change))
        for name, change in javascript.items()
    ]
    plain = [
        Bad(
            f"JavaScript {name}, unpacked",
            "file.pdf_script",
            functools.partial(pdfs.changed, change, packed=False),
        )
        for name, change in javascript.items()
    ]
    others = [
        Bad(f"PDF: {name}", code, functools.partial(pdfs.changed, change))
        for name, (code, change) in actions.items()
    ]
    return [*packed, *plain, *others]


def _broken_pdfs() -> list[Bad]:
    locked = pikepdf.Encryption(user="rahasia", owner="rahasia")
    bound = pikepdf.Encryption(user="", owner="rahasia")
    nothing: pdfs.Change = lambda _: None  # noqa: E731 - a change that changes nothing
    made: list[tuple[str, str, Callable[[], bytes]]] = [
        *(
            (f"PDF cut at {part}", "file.pdf_damaged", functools.partial(lambda p: cut(good_pdf(), p), part))
            for part in (0.01, 0.1, 0.3, 0.6, 0.9, 0.97)
        ),
        ("PDF: header only", "file.pdf_damaged", _always(b"%PDF-1.7\n")),
        ("PDF: header and end", "file.pdf_damaged", _always(b"%PDF-1.7\n%%EOF\n")),
        ("PDF: unknown version", "file.pdf_damaged", lambda: good_pdf().replace(b"%PDF-1.", b"%PDF-7.", 1)),
        (
            "PDF: table elsewhere",
            "file.pdf_damaged",
            lambda: good_pdf().replace(b"startxref\n", b"startxref\n9"),
        ),
        (
            "PDF: table into itself",
            "file.pdf_damaged",
            _always(b"%PDF-1.4\nxref\n0 1\ntrailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n"),
        ),
        ("PDF: no catalogue", "file.pdf_damaged", lambda: good_pdf().replace(b"/Root", b"/Roof")),
        (
            "PDF: noise",
            "file.pdf_damaged",
            _always(b"%PDF-1.4\n" + bytes(range(256)) * 40 + b"startxref\n9\n%%EOF\n"),
        ),
        ("PDF with a password", "file.pdf_encrypted", lambda: pdfs.changed(nothing, encryption=locked)),
        ("PDF with restrictions", "file.pdf_encrypted", lambda: pdfs.changed(nothing, encryption=bound)),
        ("PDF of 51 pages", "file.pdf_too_many_pages", lambda: pdfs.letter_pdf(51)),
        ("PDF: many streams that unfold", "file.pdf_unfolds", _many_streams),
        (
            "PDF: bomb in a bomb",
            "file.pdf_unfolds",
            lambda: pdfs.raw_stream(
                zlib.compress(zlib.compress(b"\0" * (120 << 20), 9), 9), "FlateDecode", "FlateDecode"
            ),
        ),
        (
            "PDF: bomb of run lengths",
            "file.pdf_unfolds",
            lambda: pdfs.raw_stream(
                zlib.compress(b"\x81\0" * (1 << 20), 9), "FlateDecode", "RunLengthDecode"
            ),
        ),
        (
            "PDF: script in an old revision",
            "file.pdf_script",
            lambda: pdfs.with_old_revision(b"<</S /JavaScript /JS (x)>>"),
        ),
        (
            "PDF: program in an old revision",
            "file.pdf_action",
            lambda: pdfs.with_old_revision(b"<</S /Launch /F (x)>>"),
        ),
        (
            "PDF: file in an old revision",
            "file.pdf_attachment",
            lambda: pdfs.with_old_revision(b"<</Type /EmbeddedFile>>"),
        ),
    ]
    return [Bad(name, code, make) for name, code, make in made]


def _many_streams() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/Extra"] = Array([pdf.make_stream(b"\0" * (90 << 20)) for _ in range(3)])

    return pdfs.changed(change)


def _wrong_for_the_slot() -> list[Bad]:
    small = functools.partial(lambda: jpeg(on_table(card(300), (400, 300)), 95))
    narrow = functools.partial(lambda: jpeg(on_table(card(300), (1200, 300)), 95))
    return [
        Bad("letter where a photo is wanted", "file.picture_wanted", good_pdf, PHOTO),
        Bad("photo with too few points", "file.picture_too_small", small, PHOTO),
        Bad("photo that is too narrow", "file.picture_too_small", narrow, PHOTO),
        Bad("photo of too few bytes", "file.too_small", lambda: jpeg(Image.new("RGB", (100, 100))), PHOTO),
        Bad("too many bytes", "file.too_large", lambda: good_jpeg() + bytes(PHOTO.max_bytes), PHOTO),
        Bad("too many bytes of nothing", "file.too_large", lambda: bytes(ANYTHING.max_bytes + 1)),
    ]


BAD = [
    *_wrong_kinds(),
    *_broken_pictures(),
    *_two_in_one(),
    *_acting_pdfs(),
    *_broken_pdfs(),
    *_wrong_for_the_slot(),
]


def bad(name: str) -> bytes:
    """One of the bad files."""
    return next(one.make() for one in BAD if one.name == name)


@dataclass(frozen=True)
class Good:
    """A file to accept."""

    name: str
    make: Callable[[], bytes]
    wanted: Wanted = ANYTHING


def _exif(orientation: int) -> bytes:
    return segment(
        0xE1, b"Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0" + bytes((orientation, 0, 0, 0)) + b"\0\0\0\0"
    )


def _as_mode(mode: str) -> Image.Image:
    return on_table(card(400), (500, 375)).convert(mode)


def _signed(pdf: pikepdf.Pdf) -> None:
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String("x" * 40))
    field = Dictionary(FT=Name.Sig, T=String("TTE"), V=value)
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([field]), SigFlags=3)


GOOD: list[Good] = [
    Good("photo", good_jpeg, PHOTO),
    Good("photo as PNG", good_png, PHOTO),
    Good("upright photo", lambda: jpeg(on_table(card(400), (600, 800))), PHOTO),
    Good("progressive JPEG", lambda: jpeg(_as_mode("RGB"), progressive=True)),
    Good("grey JPEG", lambda: jpeg(_as_mode("L"))),
    Good("CMYK JPEG", lambda: jpeg(_as_mode("CMYK"))),
    Good("JPEG with colour not thinned", lambda: jpeg(_as_mode("RGB"), subsampling=0)),
    Good("PNG that can be seen through", lambda: png(_as_mode("RGBA"))),
    Good("PNG with a palette", lambda: png(_as_mode("P"))),
    Good("PNG of two colours", lambda: png(_as_mode("1"))),
    Good("PNG of 16 bits", lambda: png(Image.new("I;16", (500, 375), 30_000))),
    Good("turned by EXIF", lambda: jpeg_with(_exif(6)), PHOTO),
    Good(
        "EXIF that makes no sense", lambda: jpeg_with(segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\x7f")), PHOTO
    ),
    Good("second JPEG behind, as iPhones write it", lambda: good_jpeg() + good_jpeg(), PHOTO),
    Good(
        "film behind, as Android writes it", lambda: good_jpeg() + b"\0\0\0\x18ftypmp42" + b"\0" * 500, PHOTO
    ),
    Good(
        "block of a Samsung phone behind",
        lambda: good_jpeg() + b"\0\0\1\x0aImage_UTC_Data1700000000000SEFHe\0\0\0SEFT",
        PHOTO,
    ),
    Good("zeros behind", lambda: good_jpeg() + bytes(300), PHOTO),
    Good(
        "XMP in a JPEG",
        lambda: jpeg_with(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<?xpacket?><x:xmpmeta/>")),
        PHOTO,
    ),
    Good("letter", good_pdf),
    Good("letter of 50 pages", lambda: pdfs.letter_pdf(50)),
    Good("letter with packed objects", lambda: pdfs.changed(lambda _: None)),
    Good(
        "letter opening at its first page",
        lambda: pdfs.changed(lambda pdf: pdfs.root(OpenAction=Array([pdf.pages[0].obj, Name.Fit]))(pdf)),
    ),
    Good("letter with a link", lambda: pdfs.changed(pdfs.link("https://bsre.bssn.go.id"))),
    Good("letter with an address", lambda: pdfs.changed(pdfs.link("mailto:contoh@example.go.id"))),
    Good(
        "letter with a form field",
        lambda: pdfs.changed(pdfs.annotation(Subtype=Name.Widget, FT=Name.Tx, T=String("x"), F=4)),
    ),
    Good("letter with a signature", lambda: pdfs.changed(_signed)),
    Good("letter with zeros behind", lambda: good_pdf() + bytes(200) + b"\r\n"),
    Good("scan", lambda: scan(500)),
]
