"""What people may try on a signed file, and by which check each of it is refused."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from reportlab.pdfgen.canvas import Canvas

from inaproc_documents.paper.signing_area import Field
from inaproc_documents.signing import pades
from inaproc_documents.signing.verify import Verdict, verify_pdf
from tests import builders as b
from tests.documents import papers
from tests.documents.people import SIGNED_AT, roots, signer


def verdict(pdf: bytes, base: bytes | None = None) -> Verdict:
    return verify_pdf(pdf, roots=roots(), expected_base=base or papers.letter(), at=SIGNED_AT)


def changed(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """The file with one more incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def first_page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    page: generic.DictionaryObject = writer.root["/Pages"]["/Kids"][0]
    return page


def draw_amount(writer: IncrementalPdfFileWriter) -> None:
    """Paint another amount over the first page by a new content stream."""
    stream = generic.StreamObject(stream_data=b"q 1 1 1 rg 300 100 200 40 re f Q")
    page = first_page(writer)
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(stream)])
    writer.update_container(page)


def overwrite_content(writer: IncrementalPdfFileWriter) -> None:
    """Replace the content stream of the first page under its own number."""
    reference = first_page(writer).raw_get("/Contents")
    stream = reference.get_object()
    stream._data = b"BT ET"
    stream._encoded_data = None
    writer.mark_update(reference)


def add_annotation(writer: IncrementalPdfFileWriter) -> None:
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (100, 100, 300, 140))),
            pdf_name("/Contents"): generic.TextStringObject("Rp1"),
        }
    )
    page = first_page(writer)
    page[pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)


def add_page(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    copy = generic.DictionaryObject(dict(first_page(writer)))
    pages["/Kids"].append(writer.add_object(copy))
    pages["/Count"] = generic.NumberObject(int(pages["/Count"]) + 1)
    writer.update_container(pages)
    writer.update_container(pages["/Kids"])


def add_script(writer: IncrementalPdfFileWriter) -> None:
    action = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.TextStringObject("app.alert(1)")}
    )
    writer.root[pdf_name("/OpenAction")] = action
    writer.update_root()


def move_field(writer: IncrementalPdfFileWriter) -> None:
    """Stretch the other party's place over the page."""
    field = writer.root["/AcroForm"]["/Fields"][1].get_object()
    field["/Rect"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842)))
    writer.update_container(field)


def add_field(writer: IncrementalPdfFileWriter) -> None:
    form = writer.root["/AcroForm"]
    field = generic.DictionaryObject(
        {pdf_name("/FT"): pdf_name("/Tx"), pdf_name("/T"): generic.TextStringObject("Total")}
    )
    form["/Fields"].append(writer.add_object(field))
    writer.update_container(form)


def change_description(writer: IncrementalPdfFileWriter) -> None:
    writer.trailer["/Info"]["/Title"] = generic.TextStringObject("Lain")
    writer.mark_update(writer.trailer.raw_get("/Info"))


UPDATES = [
    draw_amount,
    overwrite_content,
    add_annotation,
    add_page,
    move_field,
    add_field,
    change_description,
]
_named = pytest.mark.parametrize("update", UPDATES, ids=lambda update: update.__name__)


@_named
def test_an_update_after_the_signature_is_refused(update: Callable[[IncrementalPdfFileWriter], None]) -> None:
    pdf = changed(papers.signed_once(), update)
    assert verdict(pdf).code == "signature.changes_more"
    alone = verify_pdf(pdf, roots=roots())
    assert alone.code == "signature.changed_after", "a reader without the stored file sees it too"


@_named
def test_an_update_before_the_signature_is_refused(
    update: Callable[[IncrementalPdfFileWriter], None],
) -> None:
    """Change first, then sign properly: the signature covers everything and is worth nothing."""
    pdf = signer(b.PPK).sign(changed(papers.letter(), update), Field.PPK)
    assert verdict(pdf).code == "signature.changes_more"


@_named
def test_an_update_inside_the_signature_is_refused(
    update: Callable[[IncrementalPdfFileWriter], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hostile program changes and signs in the same revision: nothing lies outside the signature."""

    class Hostile(pades._QuietWriter):
        def __init__(self, stream: BytesIO) -> None:
            super().__init__(stream)
            update(self)

    letter = papers.letter()
    monkeypatch.setattr(pades, "_QuietWriter", Hostile)
    pdf = signer(b.PPK).sign(letter, Field.PPK)
    found = verdict(pdf)
    assert found.code == "signature.changes_more"
    assert verify_pdf(pdf, roots=roots()).valid, "only the stored document shows it"


@_named
def test_an_update_inside_the_second_signature_is_refused(
    update: Callable[[IncrementalPdfFileWriter], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hostile(pades._QuietWriter):
        def __init__(self, stream: BytesIO) -> None:
            super().__init__(stream)
            if update is not move_field:  # signing needs the place it moved
                update(self)
            else:
                self.root["/AcroForm"]["/Fields"][0].get_object()["/F"] = generic.NumberObject(2)
                self.update_container(self.root["/AcroForm"]["/Fields"][0].get_object())

    stored = papers.signed_once()  # made once for all tests, so never by the hostile program
    monkeypatch.setattr(pades, "_QuietWriter", Hostile)
    pdf = signer(b.VENDOR).sign(stored, Field.PENYEDIA)
    assert verdict(pdf, stored).code == "signature.changes_more"
    assert verify_pdf(pdf, roots=roots()).code == "signature.changed_after"


def test_an_update_without_signature_is_refused() -> None:
    assert verdict(papers.letter()).code == "signature.none_added"
    assert verdict(changed(papers.letter(), draw_amount)).code == "signature.none_added"


def test_two_signatures_at_once_are_refused() -> None:
    found = verdict(papers.signed_twice())
    assert found.code == "signature.more_than_one"
    check = found.failed()
    assert check is not None
    assert check.facts == {"added": 2}


def test_a_foreign_authority_with_the_same_names_is_refused() -> None:
    pdf = signer(b.PPK, "INAPROC CA Latihan (SIMULASI) ").sign(papers.letter(), Field.PPK)
    assert verdict(pdf).code == "signature.not_trusted"


def test_a_flipped_byte_in_the_stored_part_is_refused() -> None:
    pdf = bytearray(papers.signed_once())
    font = pdf.index(b"stream", pdf.index(b"/Length1")) + 400
    pdf[font] ^= 1
    assert verdict(bytes(pdf)).code == "signature.not_stored_document"
    assert verify_pdf(bytes(pdf), roots=roots()).code == "signature.not_intact"


def test_a_flipped_byte_in_the_block_is_refused() -> None:
    pdf = bytearray(papers.signed_once())
    place = pdf.index(b"stream", len(papers.letter())) + 40
    pdf[place] ^= 1
    assert verdict(bytes(pdf)).code in {"signature.not_intact", "document.not_pdf"}


def _hole(pdf: bytes) -> tuple[int, int]:
    """Where the newest signature's hexadecimal digits begin, and where they end without their padding."""
    found = re.search(rb"/Contents <([0-9a-fA-F]+)>", pdf[len(papers.letter()) :])
    assert found is not None
    first = len(papers.letter()) + found.start(1)
    header = bytes.fromhex(found[1][:8].decode())
    assert header[:2] == b"\x30\x82"
    return first, first + 2 * (4 + int.from_bytes(header[2:], "big"))


def test_a_flipped_digit_in_the_signature_value_is_refused() -> None:
    """The value stands at the end; before it the container has parts that no CMS signature covers."""
    pdf = papers.signed_once()
    _, end = _hole(pdf)
    for place in range(end - 120, end, 7):
        bad = bytearray(pdf)
        bad[place] = ord("1") if bad[place] == ord("0") else ord("0")
        assert not verdict(bytes(bad)).valid, end - place


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_no_flipped_byte_goes_unseen(dice: random.Random) -> None:
    """Anywhere outside the signature's own digits, and judging never fails by itself."""
    pdf = bytearray(papers.signed_once())
    first, _ = _hole(bytes(pdf))
    place = dice.choice([dice.randrange(first), dice.randrange(pdf.index(b">", first), len(pdf))])
    pdf[place] ^= 1 << dice.randrange(8)
    assert not verdict(bytes(pdf)).valid


@settings(max_examples=30)
@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_are_judged_and_refused(junk: bytes, append: bool) -> None:
    pdf = papers.letter() + junk if append else b"%PDF-1.7\n" + junk
    assert not verdict(pdf).valid


@pytest.mark.parametrize("tail", [b"\n", b" ", b"% note\n", b"\x00" * 20, b"\n%%EOF\n"])
def test_a_byte_behind_the_signature_is_refused(tail: bytes) -> None:
    assert not verdict(papers.signed_once() + tail).valid


def test_a_cut_file_is_refused() -> None:
    pdf = papers.signed_once()
    for length in (0, 10, len(papers.letter()), len(pdf) - 400, len(pdf) - 2):
        assert not verdict(pdf[:length]).valid


@pytest.mark.parametrize("junk", [b"", b"hello", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b" %PDF-1.7"])
def test_what_is_no_pdf_is_called_so(junk: bytes) -> None:
    assert verdict(junk).code == "document.not_pdf"


def test_an_encrypted_file_is_called_so() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("", ownerPassword="x"))
    canvas.drawString(100, 100, "x")
    canvas.save()
    assert verdict(out.getvalue()).code == "document.encrypted"


def test_a_file_with_a_script_is_called_so() -> None:
    for pdf in (papers.letter(), papers.signed_once()):
        found = verdict(changed(pdf, add_script))
        assert found.code == "document.active_content"
    check = found.failed()
    assert check is not None
    assert check.facts == {"found": "/OpenAction"}


def test_a_file_saved_anew_is_refused() -> None:
    """The same pages, written by another program."""
    document = pypdfium2.PdfDocument(papers.signed_once())
    out = BytesIO()
    document.save(out)
    document.close()
    assert verdict(out.getvalue()).code in {"signature.not_stored_document", "document.not_pdf"}


def test_another_document_is_refused() -> None:
    order = papers.letter_order()
    assert order.letter is not None
    from inaproc_documents.surat_pesanan import render_surat_pesanan

    other = render_surat_pesanan(replace(order, letter=replace(order.letter, terms="Syarat lain")))
    pdf = signer(b.PPK).sign(other, Field.PPK)
    assert verdict(pdf).code == "signature.not_stored_document"


def test_a_hidden_block_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The signer may not hide the block or give the field an action."""
    keys = {
        "/F": generic.NumberObject(2),
        "/AA": generic.DictionaryObject(),
        "/MK": generic.DictionaryObject(),
    }
    for key, value in keys.items():

        class Hostile(pades._QuietWriter):
            def __init__(self, stream: BytesIO, key: str = key, value: generic.PdfObject = value) -> None:
                super().__init__(stream)
                self.root["/AcroForm"]["/Fields"][0].get_object()[pdf_name(key)] = value

        monkeypatch.setattr(pades, "_QuietWriter", Hostile)
        pdf = signer(b.PPK).sign(papers.letter(), Field.PPK)
        assert verdict(pdf).code in {"signature.changes_more", "document.active_content"}, key
