"""Serving documents: rendered once, the same bytes for ever, only for the parties of the order."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from inaproc_backend.documents import store
from inaproc_backend.storage import tables
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_documents.surat_pesanan import render_surat_pesanan
from tests import builders as b
from tests.backend.documents.desk import Desk, letter_id
from tests.backend.office import Office


def test_a_document_is_rendered_on_first_need_and_stored(desk: Desk, order: Order) -> None:
    assert desk.office.rows(tables.documents) == []
    answer = desk.get(b.PPK, f"/v1/documents/{letter_id(order)}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    sha256 = hashlib.sha256(answer.content).hexdigest()
    assert answer.headers["etag"] == f'"{sha256}"'
    assert answer.content == render_surat_pesanan(order)
    rows = desk.office.rows(tables.document_revisions)
    assert [(row["sha256"], row["status"], bytes(row["content"])) for row in rows] == [
        (sha256, "current", answer.content)
    ]


def test_the_stored_bytes_are_served_whatever_becomes_of_the_order(desk: Desk, order: Order) -> None:
    first = desk.document(b.PPK, letter_id(order))
    assert order.letter is not None
    with desk.office.services.database.write() as connection:
        from inaproc_core.wire.codec import to_json

        later = replace(order, letter=replace(order.letter, terms="lain"))
        connection.execute(tables.orders.update().values(image=to_json(later)))
    assert desk.document(b.VENDOR, letter_id(order)) == first


def test_who_has_it_already_is_told_so(desk: Desk, order: Order) -> None:
    path = f"/v1/documents/{letter_id(order)}"
    etag = desk.get(b.PPK, path).headers["etag"]
    for header, status in ((etag, 304), (f'W/{etag}, "x"', 304), ("*", 304), ('"x"', 200)):
        answer = desk.get(b.PPK, path, **{"If-None-Match": header})
        assert answer.status_code == status
        assert bool(answer.content) == (status == 200)


@pytest.mark.parametrize("actor", [b.PP, b.PPK, b.PPK2, b.BENDAHARA, b.VENDOR])
def test_parties_see_it(desk: Desk, order: Order, actor: Actor) -> None:
    assert desk.get(actor, f"/v1/documents/{letter_id(order)}/info").status_code == 200


def test_others_cannot_tell_it_from_one_that_is_not_there(desk: Desk, order: Order) -> None:
    letter = letter_id(order)
    assert desk.get(b.PPK, f"/v1/documents/{letter}").status_code == 200
    foreign = desk.get(b.OTHER_VENDOR, f"/v1/documents/{letter}")
    absent = desk.get(b.OTHER_VENDOR, "/v1/documents/0193a1b2-0000-7000-8000-00000000dead.sp.1")
    assert foreign.status_code == absent.status_code == 404
    assert foreign.json() == absent.json()
    assert foreign.json()["code"] == "document.unknown"
    assert desk.put(b.OTHER_VENDOR, letter, b"%PDF-1.7").status_code == 404
    with desk.office.services.database.write() as connection:
        connection.execute(tables.accesses.update().values(revoked_at="2026-11-22T00:00:00+00:00"))
    assert desk.get(b.PPK, f"/v1/documents/{letter}").status_code == 404, "a revoked access sees nothing"


@pytest.mark.parametrize(
    "name", ["x", "..", "a.sp.1", "{order}.sp.2", "{order}.bast.1", "{order}.sp", "{order}"]
)
def test_what_was_not_issued_is_not_there(desk: Desk, order: Order, name: str) -> None:
    path = f"/v1/documents/{name.format(order=order.id)}"
    assert desk.get(b.PPK, path).status_code == 404
    assert desk.office.rows(tables.documents) == []


def test_without_a_session_nothing_is_served(desk: Desk, order: Order) -> None:
    letter = letter_id(order)
    for path in (f"/v1/documents/{letter}", f"/v1/documents/{letter}/info"):
        assert desk.client.get(path).status_code == 401
    assert desk.client.put(f"/v1/documents/{letter}/revisions", content=b"x").status_code == 401
    assert desk.client.post("/v1/certificates", json={"csr_pem": ""}).status_code == 401


def test_many_at_once_get_the_same_and_it_is_stored_once(desk: Desk, order: Order) -> None:
    desk.token(b.PPK)
    with ThreadPoolExecutor(6) as pool:
        found = set(pool.map(lambda _: desk.document(b.PPK, letter_id(order)), range(12)))
    assert len(found) == 1
    assert len(desk.office.rows(tables.document_revisions)) == 1


def test_damaged_bytes_are_never_served(desk: Desk, order: Order, office: Office) -> None:
    letter = letter_id(order)
    desk.document(b.PPK, letter)
    sha256 = office.rows(tables.document_revisions)[0]["sha256"]
    with office.services.database.write() as connection:
        connection.execute(tables.document_revisions.update().values(content=b"%PDF other"))
    with office.services.database.read() as connection, pytest.raises(ValueError, match="its hash"):
        store.content(connection, letter, sha256)


def test_the_number_on_paper_finds_the_document_for_anybody(desk: Desk, order: Order) -> None:
    assert order.letter is not None
    number = order.letter.verification
    assert desk.client.get(f"/v1/verify/{number}").status_code == 404, (
        "not rendered, so nobody has it on paper"
    )
    pdf = desk.document(b.PPK, letter_id(order))
    answer = desk.client.get(f"/v1/verify/{number.lower()}")
    assert answer.status_code == 200
    facts = answer.json()
    assert facts["sha256"] == hashlib.sha256(pdf).hexdigest()
    assert (facts["kind"], facts["number"], facts["signatures"]) == ("SP", order.number, [])
    assert "pagu" not in answer.text
    assert desk.client.get("/v1/verify/SP-0000-0000-0000").json()["code"] == "document.unknown_number"


def test_statements_fit_both_databases(any_office: Office) -> None:
    """The store works on SQLite and on PostgreSQL, and switches revisions under its unique index."""
    order = replace(b.play_to(State.ESIGN_IN_PROGRESS), simulation=True)
    any_office.put_order(order)
    letter = letter_id(order)
    database, now = any_office.services.database, any_office.clock()
    with database.write() as connection:
        for _ in range(2):
            store.add_rendered(
                connection,
                document_id=letter,
                order_id=order.id,
                kind="SP",
                version=1,
                verification="SP-1",
                pdf=b"one",
                at=now,
            )
        upload = store.SignedUpload(
            document_id=letter,
            content=b"one+two",
            based_on=store.current_sha256(connection, letter),
            signatures=1,
            signer_user_id="u-ppk",
            certificate_serial="0a",
        )
        assert store.add_candidate(connection, upload, now) == store.add_candidate(connection, upload, now)
    candidate = hashlib.sha256(b"one+two").hexdigest()
    with database.write() as connection:
        fact = store.signature_fact(connection, letter, candidate)
        assert fact is not None
        assert (fact.valid, fact.signer_user_id) == (True, "u-ppk")
        store.make_current(connection, letter, candidate, now)
    with database.read() as connection:
        found = store.find(connection, letter)
        assert found is not None
        assert (found.sha256, found.signatures) == (candidate, 1)
        assert store.content(connection, letter, candidate) == b"one+two"
        assert store.is_based_on_older(connection, letter, b"one more")
        assert not store.is_based_on_older(connection, letter, b"two")
    with database.write() as connection, pytest.raises(LookupError):
        store.make_current(connection, letter, "0" * 64, now)
