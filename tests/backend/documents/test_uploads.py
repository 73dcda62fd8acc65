"""What is refused as a signed revision, and by which code."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest

from inaproc_backend.documents.uploads import SIGNATURE_ROOM
from inaproc_backend.storage import tables
from inaproc_core.orders.model import Order
from inaproc_core.roles import Actor
from inaproc_documents.paper.signing_area import Field
from tests import builders as b
from tests.backend.documents.desk import Desk, letter_id
from tests.documents.people import signer
from tests.documents.test_tampering import add_annotation, add_script, changed, draw_amount


@pytest.fixture
def base(desk: Desk, order: Order) -> bytes:
    return desk.document(b.PPK, letter_id(order))


def refused(desk: Desk, order: Order, pdf: bytes, code: str, actor: Actor = b.PPK, status: int = 400) -> None:
    answer = desk.put(actor, letter_id(order), pdf)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert answer.json()["sentence"]
    candidates = desk.office.rows(tables.document_revisions, status="candidate")
    assert candidates == [], "nothing of a refused upload is kept"


def test_the_same_file_twice_is_one_candidate(desk: Desk, order: Order, base: bytes) -> None:
    pdf = desk.sign(b.PPK, base, Field.PPK)
    first, second = (desk.put(b.PPK, letter_id(order), pdf) for _ in range(2))
    assert first.json() == second.json()
    assert len(desk.office.rows(tables.document_revisions, status="candidate")) == 1


def test_unsigned_and_changed_files(desk: Desk, order: Order, base: bytes) -> None:
    signed = desk.sign(b.PPK, base, Field.PPK)
    refused(desk, order, base, "signature.none_added")
    refused(desk, order, changed(base, draw_amount), "signature.none_added")
    refused(desk, order, changed(signed, draw_amount), "signature.changes_more")
    refused(desk, order, changed(signed, add_annotation), "signature.changes_more")
    refused(desk, order, desk.sign(b.PPK, changed(base, draw_amount), Field.PPK), "signature.changes_more")
    refused(desk, order, signed[:-300], "document.not_pdf")
    flipped = bytearray(signed)
    flipped[signed.index(b"stream", signed.index(b"/Length1")) + 400] ^= 1
    refused(desk, order, bytes(flipped), "signature.not_stored_document")


def test_other_files(desk: Desk, order: Order, base: bytes) -> None:
    document = pypdfium2.PdfDocument(base)
    saved = BytesIO()
    document.save(saved)
    document.close()
    refused(desk, order, saved.getvalue(), "signature.not_stored_document")
    refused(desk, order, b"\x89PNG\r\n", "document.not_pdf")
    refused(desk, order, b"", "document.not_pdf")
    refused(desk, order, changed(base, add_script), "document.active_content")
    too_large = base + b"\0" * (SIGNATURE_ROOM + 1)
    refused(desk, order, too_large, "document.too_large", status=413)
    answer = desk.put(b.PPK, letter_id(order), base, kind="image/png")
    assert answer.status_code == 415


def test_another_persons_certificate(desk: Desk, order: Order, base: bytes) -> None:
    """Valid, of our authority, but not of the person who sends it."""
    pdf = desk.sign(b.PPK2, base, Field.PPK)
    refused(desk, order, pdf, "signature.other_person", actor=b.PPK)
    borrowed = desk.sign(b.PPK, base, Field.PPK)
    refused(desk, order, borrowed, "signature.other_person", actor=b.PPK2)


def test_a_person_who_is_not_to_sign(desk: Desk, order: Order, base: bytes) -> None:
    for actor in (b.PP, b.PPK2, b.VENDOR):
        pdf = desk.sign(actor, base, Field.PPK)
        refused(desk, order, pdf, "signature.not_signatory", actor=actor)


def test_the_wrong_place_and_two_at_once(desk: Desk, order: Order, base: bytes) -> None:
    refused(desk, order, desk.sign(b.VENDOR, base, Field.PENYEDIA), "signature.wrong_field", actor=b.VENDOR)
    both = desk.sign(b.VENDOR, desk.sign(b.PPK, base, Field.PPK), Field.PENYEDIA)
    refused(desk, order, both, "signature.more_than_one", actor=b.VENDOR)


def test_a_foreign_authority(desk: Desk, order: Order, base: bytes) -> None:
    foreign = signer(b.PPK)
    refused(desk, order, desk.sign(b.PPK, base, Field.PPK, key=foreign.p12), "signature.not_trusted")


def test_a_certificate_that_was_revoked_or_never_issued(desk: Desk, order: Order, base: bytes) -> None:
    pdf = desk.sign(b.PPK, base, Field.PPK)
    with desk.office.services.database.write() as connection:
        connection.execute(tables.certificates.update().values(revoked_at="2026-11-23T00:00:00+00:00"))
    refused(desk, order, pdf, "signature.certificate_revoked")
    with desk.office.services.database.write() as connection:
        connection.execute(tables.certificates.delete())
    refused(desk, order, pdf, "signature.certificate_unknown")


def test_a_certificate_that_ended(desk: Desk, order: Order, base: bytes) -> None:
    pdf = desk.sign(b.PPK, base, Field.PPK)
    desk.office.clock.forward(days=400)
    desk.office.sessions.clear()
    refused(desk, order, pdf, "signature.not_trusted")


@pytest.mark.parametrize("minutes", [-16, 16])
def test_a_clock_that_differs(desk: Desk, order: Order, base: bytes, minutes: int) -> None:
    desk.key(b.PPK)
    desk.office.clock.forward(minutes=30)
    desk.office.sessions.clear()
    pdf = desk.sign(b.PPK, base, Field.PPK, minutes)
    refused(desk, order, pdf, "signature.clock_differs")
    close = desk.sign(b.PPK, base, Field.PPK, minutes - minutes // abs(minutes) * 2)
    assert desk.put(b.PPK, letter_id(order), close).status_code == 200


def test_the_clock_of_the_sample_is_that_of_the_service(desk: Desk, order: Order) -> None:
    assert order.letter is not None
    assert desk.office.clock() - order.letter.issued_at < timedelta(minutes=1)


def test_an_access_that_needs_a_second_factor_does_not_sign_without_one(
    desk: Desk, order: Order, base: bytes
) -> None:
    pdf = desk.sign(b.PPK, base, Field.PPK)
    desk.needs_second_factor(b.PPK)
    refused(desk, order, pdf, "access.second_factor_required", status=403)
    desk.turn_on_second_factor(b.PPK)
    assert desk.put(b.PPK, letter_id(order), pdf).status_code == 200
