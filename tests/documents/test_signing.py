"""Two people sign, one after the other: what comes out holds for us, for pyHanko and for pdfsig."""

from __future__ import annotations

import shutil
import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from asn1crypto import pem as asn1_pem
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from inaproc_core.calendar import Zone
from inaproc_core.errors import Refused
from inaproc_documents.paper.signing_area import Field
from inaproc_documents.signing.keys import new_key
from inaproc_documents.signing.sign import Appearance, sign_pdf
from inaproc_documents.signing.verify import ChangedAfter, expected_field, verify_pdf
from tests import builders as b
from tests.documents import papers
from tests.documents.people import PASSPHRASE, ROUNDS, SIGNED_AT, authority, roots, signer


def test_each_signature_is_appended() -> None:
    assert papers.signed_once().startswith(papers.letter())
    assert papers.signed_twice().startswith(papers.signed_once())
    assert len(papers.signed_twice()) < len(papers.letter()) + 100_000


def test_our_verdict_after_one_and_after_two() -> None:
    once = verify_pdf(papers.signed_once(), roots=roots(), expected_base=papers.letter(), at=SIGNED_AT)
    assert once.valid, once.checks
    assert once.added is not None
    assert (once.added.field, once.added.user_id, once.added.covers_file) == ("PPK", "u-ppk", True)
    twice = verify_pdf(papers.signed_twice(), roots=roots(), expected_base=papers.signed_once(), at=SIGNED_AT)
    assert twice.valid, twice.checks
    assert twice.added is not None
    assert twice.added.user_id == "u-v1"
    first, second = twice.signatures
    assert (first.field, first.changed_after, first.covers_file) == ("PPK", ChangedAfter.SIGNATURES, False)
    assert (second.field, second.changed_after, second.covers_file) == (
        "PENYEDIA",
        ChangedAfter.NOTHING,
        True,
    )
    assert all(one.holds and one.signed_at == SIGNED_AT for one in twice.signatures)


def test_a_screen_can_judge_a_file_without_the_stored_one() -> None:
    verdict = verify_pdf(papers.signed_twice(), roots=roots())
    assert verdict.valid
    assert verdict.added is None
    assert len(verdict.signatures) == 2
    unsigned = verify_pdf(papers.letter(), roots=roots())
    assert (unsigned.valid, unsigned.code) == (False, "signature.unsigned")


def test_old_signatures_hold_after_their_certificates_ended() -> None:
    """Without a moment, each certificate is judged at the time its signature claims."""
    assert verify_pdf(papers.signed_twice(), roots=roots()).valid
    late = verify_pdf(papers.signed_twice(), roots=roots(), at=b.NOW + timedelta(days=400))
    assert late.code == "signature.not_trusted"


def test_pyhanko_by_its_own_policy_agrees() -> None:
    reader = PdfFileReader(BytesIO(papers.signed_twice()))
    ders = [der for text in roots() for _, _, der in asn1_pem.unarmor(text.encode(), multiple=True)]
    certificates = [asn1_x509.Certificate.load(der) for der in ders]
    context = ValidationContext(
        trust_roots=certificates[1:], other_certs=certificates[:1], moment=SIGNED_AT, allow_fetching=False
    )
    statuses = [validate_pdf_signature(one, context) for one in reader.embedded_signatures]
    assert [status.bottom_line for status in statuses] == [True, True]
    assert [status.coverage for status in statuses] == [
        SignatureCoverageLevel.ENTIRE_REVISION,
        SignatureCoverageLevel.ENTIRE_FILE,
    ]
    assert statuses[0].docmdp_ok, "the first signature certifies: nothing but the other signature may follow"
    assert all(one.sig_object["/SubFilter"] == "/ETSI.CAdES.detached" for one in reader.embedded_signatures)


@pytest.mark.parametrize("document", ["letter", "bast"])
def test_pdfsig_agrees(tmp_path: Path, document: str) -> None:
    missing = [tool for tool in ("pdfsig", "certutil") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (poppler-utils, libnss3-tools)")
    pdf = papers.signed_twice()
    if document == "bast":
        pdf = signer(b.VENDOR).sign(signer(b.PPK).sign(papers.bast(), Field.PPK), Field.PENYEDIA)
    (tmp_path / "signed.pdf").write_bytes(pdf)
    (tmp_path / "root.pem").write_text(roots()[1])
    store = f"sql:{tmp_path}"
    subprocess.run(["certutil", "-N", "-d", store, "--empty-password"], check=True, cwd=tmp_path)
    trust = ["certutil", "-A", "-d", store, "-n", "Root", "-t", "C,C,C", "-i", "root.pem"]
    subprocess.run(trust, check=True, cwd=tmp_path)
    said = subprocess.run(
        ["pdfsig", "-nssdir", store, "signed.pdf"], capture_output=True, text=True, check=True, cwd=tmp_path
    ).stdout
    assert said.count("Signature Validation: Signature is Valid.") == 2
    assert said.count("Signature Type: ETSI.CAdES.detached") == 2
    assert said.count("Not total document signed") == 1
    assert "UID=u-ppk,CN=Bima Latihan" in said
    # pdfsig judges certificates by the clock of this machine, so a year later they will have expired.
    assert "issuer isn't Trusted" not in said


def test_the_block_is_seen_in_its_place() -> None:
    """The preview's way of drawing shows both blocks, and none before signing."""
    unsigned, signed = (_ink(pdf) for pdf in (papers.letter(), papers.signed_twice()))
    once = _ink(papers.signed_once())
    left, right = 0, 1
    assert once[left] > 1.5 * unsigned[left]
    assert once[right] == unsigned[right]
    assert signed[right] > 1.5 * unsigned[right]


def _ink(pdf: bytes) -> tuple[int, int]:
    """Count dark dots in the two places to sign."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    page = document[len(document) - 1]
    picture = page.render(scale=2, may_draw_forms=True).to_pil().convert("L")
    reader = PdfFileReader(BytesIO(pdf))
    counts = []
    for reference in reader.root["/AcroForm"]["/Fields"]:
        left, bottom, right, top = (float(edge) * 2 for edge in reference.get_object()["/Rect"])
        box = picture.crop((int(left), int(picture.height - top), int(right), int(picture.height - bottom)))
        counts.append(sum(box.histogram()[:140]))
    document.close()
    return counts[0], counts[1]


def test_the_block_names_the_signer_from_the_certificate() -> None:
    from inaproc_documents.signing.stamp import StampText, draw_stamp

    pdf = draw_stamp(
        StampText(
            name="Bima Latihan",
            lines=("Pejabat Pembuat Komitmen", "", "NIP 1"),
            signed_at="23 Nov 2026, 12:30:00 WITA",
            certificate=("Nomor sertifikat 0a", "Penerbit X" * 60),
            simulation=True,
        ),
        226,
        84,
    )
    text = papers.text_of(pdf)[0]
    for wanted in (
        "Ditandatangani secara elektronik oleh",
        "Bima Latihan",
        "NIP 1",
        "12:30:00 WITA",
        "SIMULASI",
    ):
        assert wanted in text
    assert "…" in text


def test_who_signs_next() -> None:
    assert [expected_field(count) for count in range(3)] == [Field.PPK, Field.PENYEDIA, None]


def test_a_field_is_signed_once() -> None:
    with pytest.raises(Refused) as error:
        signer(b.PPK).sign(papers.signed_once(), Field.PPK)
    assert error.value.refusal.code == "signing.field_filled"


@pytest.mark.parametrize("junk", [b"", b"hello", b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n0\n%%EOF"])
def test_what_is_no_document_cannot_be_signed(junk: bytes) -> None:
    with pytest.raises(Refused) as error:
        signer(b.PPK).sign(junk, Field.PPK)
    assert error.value.refusal.code == "document.not_pdf"


def test_a_document_without_the_field_cannot_be_signed() -> None:
    from inaproc_documents.signing.stamp import StampText, draw_stamp

    text = StampText(name="x", lines=(), signed_at="", certificate=(), simulation=False)
    with pytest.raises(Refused) as error:
        signer(b.PPK).sign(draw_stamp(text, 100, 100), Field.PPK)
    assert error.value.refusal.code in {"signing.field_missing", "document.not_pdf"}


@pytest.mark.parametrize(
    ("days", "code"), [(-1, "signing.certificate_not_yet_valid"), (366, "signing.certificate_expired")]
)
def test_outside_its_dates_a_certificate_signs_nothing(days: int, code: str) -> None:
    with pytest.raises(Refused) as error:
        signer(b.PPK).sign(papers.letter(), Field.PPK, b.NOW + timedelta(days=days))
    assert error.value.refusal.code == code


def test_without_certificate_or_passphrase_nothing_is_signed() -> None:
    bare = new_key(PASSPHRASE, common_name="x", rounds=ROUNDS).p12
    for key, passphrase, code in (
        (bare, PASSPHRASE, "signing.certificate_missing"),
        (signer(b.PPK).p12, "salah sama sekali", "signing.wrong_passphrase"),
    ):
        with pytest.raises(Refused) as error:
            sign_pdf(
                papers.letter(),
                key,
                passphrase,
                field=Field.PPK,
                appearance=Appearance(zone=Zone.WIT),
                at=SIGNED_AT,
            )
        assert error.value.refusal.code == code


def test_only_given_roots_are_trusted() -> None:
    with pytest.raises(ValueError, match="no trust anchor"):
        verify_pdf(papers.signed_once(), roots=roots()[:1])
    other = authority("CA Lain").chain_pem
    assert verify_pdf(papers.signed_once(), roots=other).code == "signature.not_trusted"
