"""Both documents of a purchase, signed by both people over HTTP, decided by the command handler."""

from __future__ import annotations

import hashlib
from datetime import date

from inaproc_backend.storage import tables
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_documents.paper.signing_area import Field
from inaproc_documents.signing.verify import verify_pdf
from tests import builders as b
from tests.backend.documents.desk import Desk, bast_id, letter_id


def test_a_letter_and_a_bast_are_signed_by_both(desk: Desk, order: Order) -> None:
    office = desk.office

    def now() -> Order:
        found = office.order(order.id)
        assert found is not None
        return found

    def do(command: c.Command, actor: Actor) -> None:
        office.clock.forward(minutes=1)
        desk.prove(actor)
        outcome = office.send(actor, command, order.id)
        assert outcome.outcome == "ok", outcome

    def sign(actor: Actor, document_id: str, place: Field) -> str:
        pdf = desk.sign(actor, desk.document(actor, document_id), place)
        answer = desk.put(actor, document_id, pdf)
        assert answer.status_code == 200, answer.text
        assert answer.json()["valid"] is True
        assert answer.json()["signer"] == actor.name
        sha256: str = answer.json()["sha256"]
        assert sha256 == hashlib.sha256(pdf).hexdigest()
        return sha256

    letter = letter_id(order)
    do(c.SignLetter(sha256=sign(b.PPK, letter, Field.PPK)), b.PPK)
    do(c.AcceptOrder(sha256=sign(b.VENDOR, letter, Field.PENYEDIA)), b.VENDOR)
    assert now().state is State.PROCESSING
    do(
        c.Ship(
            delivery_no=1,
            courier_name="Armada sendiri",
            tracking_number="",
            driver="Gilang Latihan",
            quantities=dict(order.deliveries[0].quantities),
            expected_on=date(2026, 12, 2),
        ),
        b.VENDOR,
    )
    do(c.MarkArrived(shipment_no=1, received_by="Bagian Umum"), b.PPK)
    do(c.Inspect(finished_on=date(2026, 11, 23), function_ok=True, quantity_ok=True, time_ok=True), b.PPK)
    do(c.IssueBast(number="027/BAST/001/2026"), b.PPK)
    bast = bast_id(now())
    do(c.SignBast(sha256=sign(b.PPK, bast, Field.PPK)), b.PPK)
    do(c.CountersignBast(sha256=sign(b.VENDOR, bast, Field.PENYEDIA)), b.VENDOR)
    assert now().state is State.PAYMENT_PREPARATION

    roots = desk.client.get("/v1/certificates/ca").text
    for document_id, kind in ((letter, "SP"), (bast, "BAST")):
        pdf = desk.document(b.PP, document_id)
        assert verify_pdf(pdf, roots=[roots]).valid
        info = desk.get(b.VENDOR, f"/v1/documents/{document_id}/info").json()
        assert (info["kind"], info["signatures"], info["size"]) == (kind, 2, len(pdf))
        states = [row["status"] for row in office.rows(tables.document_revisions, document_id=document_id)]
        assert sorted(states) == ["current", "superseded", "superseded"]


def test_until_the_command_is_decided_nothing_changes(desk: Desk, order: Order) -> None:
    letter = letter_id(order)
    first = desk.document(b.PPK, letter)
    assert desk.put(b.PPK, letter, desk.sign(b.PPK, first, Field.PPK)).status_code == 200
    assert desk.document(b.PPK, letter) == first


def test_of_two_candidates_the_named_one_counts_and_the_other_is_too_late(desk: Desk, order: Order) -> None:
    office, letter = desk.office, letter_id(order)
    base = desk.document(b.PPK, letter)
    one, other = (desk.sign(b.PPK, base, Field.PPK, minutes) for minutes in (0, 1))
    first, second = (desk.put(b.PPK, letter, pdf).json()["sha256"] for pdf in (one, other))
    desk.prove(b.PPK)
    assert office.send(b.PPK, c.SignLetter(sha256=second), order.id).outcome == "ok"
    assert desk.document(b.PPK, letter) == other
    late = desk.put(b.PPK, letter, one)
    assert late.json()["code"] == "signature.document_moved_on"
    assert first != second


def test_a_hash_that_was_never_uploaded_is_refused(desk: Desk, order: Order) -> None:
    desk.document(b.PPK, letter_id(order))
    desk.prove(b.PPK)
    outcome = desk.office.send(b.PPK, c.SignLetter(sha256="0" * 64), order.id)
    assert (outcome.outcome, outcome.code) == ("rejected", "signature.not_uploaded")


def test_the_unsigned_document_itself_is_no_signature(desk: Desk, order: Order) -> None:
    base = hashlib.sha256(desk.document(b.PPK, letter_id(order))).hexdigest()
    desk.prove(b.PPK)
    outcome = desk.office.send(b.PPK, c.SignLetter(sha256=base), order.id)
    assert (outcome.outcome, outcome.code) == ("rejected", "signature.not_uploaded")


def test_a_certificate_revoked_between_upload_and_command_signs_nothing(desk: Desk, order: Order) -> None:
    letter = letter_id(order)
    pdf = desk.sign(b.PPK, desk.document(b.PPK, letter), Field.PPK)
    sha256 = desk.put(b.PPK, letter, pdf).json()["sha256"]
    with desk.office.services.database.write() as connection:
        connection.execute(tables.certificates.update().values(revoked_at="2026-11-23T00:00:00+00:00"))
    desk.prove(b.PPK)
    outcome = desk.office.send(b.PPK, c.SignLetter(sha256=sha256), order.id)
    assert (outcome.outcome, outcome.code) == ("rejected", "signature.invalid")
