"""Files of a checkout: handed in by buyers, there before the order is, kept for ever, shown to both sides."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from litestar.testing import TestClient

from inaproc_backend.storage import tables
from inaproc_backend.uploads import sweeping
from inaproc_core.orders import commands as c
from inaproc_core.orders.attaching import UPLOAD_SLOT, attachments_of
from inaproc_core.orders.content import Attachment, AttachmentKind
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah
from inaproc_core.wire.messages import Envelope, Outcome
from tests import builders as b
from tests.backend.office import Office
from tests.backend.uploads.office_files import Sender, problem
from tests.documents.intake import corpus
from tests.documents.intake.pictures import card, jpeg

ORDER = "0193a1b2-0000-7000-8000-0000000000a1"
OTHER = "0193a1b2-0000-7000-8000-0000000000a2"
PDF = "application/pdf"


def kak() -> bytes:
    return corpus.good_pdf()


def named(content: bytes, **changes: Any) -> Attachment:
    made = Attachment(
        sha256=hashlib.sha256(content).hexdigest(), name="KAK.pdf", media_type=PDF, size=len(content)
    )
    return replace(made, **changes)


def checkout_with(*attachments: Attachment) -> c.SubmitCheckout:
    form = replace(b.checkout(b.facts()), attachments=attachments)
    return c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))


def envelope(office: Office, command: c.Command, order_id: str = ORDER, base_rev: int = 0) -> Envelope:
    hashes = [one.sha256 for one in attachments_of(command)]
    return office.envelope(b.PP, command, order_id, base_rev, attachments=hashes)


def hand_in(sender: Sender, content: bytes, **more: Any) -> Any:
    more = {"name": "KAK.pdf", "acting_as": sender.actor.access_id, **more}
    return sender.upload(content, UPLOAD_SLOT, **more)


def fetch(sender: Sender, sha256: str, order_id: str = ORDER) -> Any:
    return sender.client.get(f"/v1/orders/{order_id}/attachments/{sha256}", headers=sender.headers())


SenderOf = Callable[[Actor], Sender]


@pytest.fixture
def sender_of(any_office: Office, client: TestClient[Any]) -> SenderOf:
    return lambda actor: Sender(any_office, client, actor)


def test_a_command_waits_for_its_file_and_counts_once_it_is_there(any_office: Office, sender: Sender) -> None:
    content = kak()
    asked = envelope(any_office, checkout_with(named(content)))

    def send() -> Outcome:
        return any_office.execute(b.PP, asked)

    outcome = send()
    assert (outcome.outcome, outcome.code) == ("parked", "command.waiting_attachment")
    assert (outcome.facts["sha256"], outcome.facts["state"]) == (asked.attachments[0], "missing")
    assert str(outcome.facts["name"]) in outcome.sentence
    state = sender.begin(content, UPLOAD_SLOT, name="KAK.pdf", acting_as=b.PP.access_id)
    assert send().facts["state"] == "uploading"
    sender.send(state, content)
    assert send().facts["state"] == "checking"
    assert any_office.rows(tables.orders) == []
    assert sender.finish(state.upload_id).status_code == 200
    assert send().outcome == "ok"
    assert send().outcome == "ok"
    order = any_office.order(ORDER)
    assert order is not None
    assert order.attachments == (named(content),)
    (bound,) = any_office.rows(tables.order_attachments)
    assert (bound["order_id"], bound["sha256"]) == (ORDER, asked.attachments[0])


def test_a_file_that_was_refused_refuses_the_command(any_office: Office, sender: Sender) -> None:
    content = b"%PDF-1.4\nnothing that a PDF has\n"
    answer = hand_in(sender, content)
    assert answer.status_code == 400
    outcome = any_office.execute(b.PP, envelope(any_office, checkout_with(named(content))))
    assert (outcome.outcome, outcome.code) == ("rejected", "command.attachment_refused")
    assert outcome.facts["reason"] == problem(answer).code
    assert outcome.facts["name"] == "KAK.pdf"
    assert any_office.rows(tables.orders) == []


def test_a_picture_is_kept_byte_for_byte_because_its_hash_names_it(
    any_office: Office, sender: Sender
) -> None:
    content = jpeg(card(), 90)
    assert hand_in(sender, content, name="Foto.jpg").status_code == 200
    picture = named(content, name="Foto.jpg", media_type="image/jpeg")
    assert any_office.execute(b.PP, envelope(any_office, checkout_with(picture))).outcome == "ok"
    answer = fetch(sender, picture.sha256)
    assert answer.content == content
    assert answer.headers["content-type"] == "image/jpeg"


def test_what_an_order_names_is_never_swept(any_office: Office, sender: Sender) -> None:
    content, loose = kak(), jpeg(card(), 80)
    hand_in(sender, content)
    hand_in(sender, loose, name="Lepas.jpg")
    any_office.execute(b.PP, envelope(any_office, checkout_with(named(content))))
    any_office.clock.forward(days=400)
    sweeping.sweep(any_office.services)
    assert [row["name"] for row in any_office.rows(tables.files)] == ["KAK.pdf"]
    assert fetch(sender, named(content).sha256).content == content
    # A command that still names the other one waits until it is handed in anew.
    late = envelope(any_office, checkout_with(named(loose)), OTHER)
    assert any_office.execute(b.PP, late).facts["state"] == "missing"


def test_a_draft_binds_its_files_and_its_order_keeps_them(any_office: Office, sender: Sender) -> None:
    content = kak()
    draft = envelope(any_office, c.SaveDraft(form=replace(b.form(), attachments=(named(content),))))
    assert any_office.execute(b.PP, draft).code == "command.waiting_attachment"
    hand_in(sender, content)
    assert any_office.execute(b.PP, draft).outcome == "ok"
    assert fetch(sender, named(content).sha256).status_code == 200
    submitted = envelope(any_office, checkout_with(named(content)), base_rev=1)
    assert any_office.execute(b.PP, submitted).outcome == "ok"
    order = any_office.order(ORDER)
    assert order is not None
    assert (order.state, len(order.attachments)) == (State.WAIT_SELLER, 1)
    assert len(any_office.rows(tables.order_attachments)) == 1


def test_only_parties_see_a_file_and_the_penyedia_no_internal_one(
    any_office: Office, sender: Sender, sender_of: SenderOf
) -> None:
    open_one, internal = kak(), jpeg(card(), 85)
    hand_in(sender, open_one)
    hand_in(sender, internal, name="HPS.jpg")
    hps = named(internal, name="HPS.jpg", media_type="image/jpeg", kind=AttachmentKind.HPS, internal=True)
    any_office.execute(b.PP, envelope(any_office, checkout_with(named(open_one), hps)))
    expected = {
        b.PP: (200, 200),
        b.PPK: (200, 200),
        b.BENDAHARA: (200, 200),
        b.VENDOR: (200, 404),
        b.OTHER_VENDOR: (404, 404),
    }
    for actor, (of_open, of_internal) in expected.items():
        viewer = sender_of(actor)
        assert fetch(viewer, named(open_one).sha256).status_code == of_open, actor.role
        assert fetch(viewer, hps.sha256).status_code == of_internal, actor.role
    rows = any_office.rows(tables.feed, scope="vendor/v-1", kind="order")
    assert rows
    assert all(hps.sha256.encode() not in row["row"] for row in rows)
    assert all(named(open_one).sha256.encode() in row["row"] for row in rows)
    # A hash of one order says nothing about another, and a wrong one looks the same.
    assert problem(fetch(sender, hps.sha256, OTHER)).code == "attachment.unknown"
    assert problem(fetch(sender, "0" * 64)).code == "attachment.unknown"


def test_nobody_attaches_somebody_elses_file_by_its_hash(
    any_office: Office, sender: Sender, sender_of: SenderOf
) -> None:
    content = kak()
    assert hand_in(sender_of(b.PPK), content).status_code == 200
    outcome = any_office.execute(b.PP, envelope(any_office, checkout_with(named(content))))
    assert (outcome.outcome, outcome.facts["state"]) == ("parked", "missing")


@pytest.mark.parametrize(
    ("actor", "acting_as", "code"),
    [
        (b.VENDOR, "", "upload.not_a_buyer"),
        (b.BENDAHARA, "", "upload.not_a_buyer"),
        (b.OTHER_VENDOR, b.PP.access_id, "access.not_yours"),
        (b.PP, "nothing", "access.not_yours"),
    ],
)
def test_only_who_may_buy_hands_in_files_for_a_purchase(
    sender_of: SenderOf, actor: Actor, acting_as: str, code: str
) -> None:
    one = sender_of(actor)
    answer = one.announce(kak(), UPLOAD_SLOT, acting_as=acting_as or actor.access_id)
    assert (answer.status_code, problem(answer).code) == (400, code)


def test_a_file_of_registration_is_no_supporting_document(any_office: Office, sender: Sender) -> None:
    sender.stored(kak(), "ASSIGNMENT_LETTER", name="Surat.pdf")
    outcome = any_office.execute(b.PP, envelope(any_office, checkout_with(named(kak()))))
    assert (outcome.outcome, outcome.facts["state"]) == ("parked", "missing")


def test_the_envelope_names_the_files_of_its_command(any_office: Office, sender: Sender) -> None:
    hand_in(sender, kak())
    asked = any_office.envelope(b.PP, checkout_with(named(kak())), ORDER)
    outcome = any_office.execute(b.PP, asked)
    assert (outcome.outcome, outcome.code) == ("rejected", "command.attachments_differ")


def test_a_block_that_changed_on_its_way_is_asked_for_again(any_office: Office, sender: Sender) -> None:
    content = kak()
    state = sender.begin(content, UPLOAD_SLOT, acting_as=b.PP.access_id)
    headers = sender.headers(
        **{
            "content-type": "application/octet-stream",
            "upload-offset": "0",
            "upload-checksum": hashlib.sha256(content).hexdigest(),
        }
    )
    url = f"/v1/uploads/{state.upload_id}"
    bent = sender.client.patch(url, content=content[:-1] + b"?", headers=headers)
    assert problem(bent).code == "upload.block_damaged"
    assert sender.client.patch(url, content=content, headers=headers).status_code == 200


EVIL_NAMES = ("../../etc/passwd", "..\\..\\system32\\x.pdf", "CON.pdf", "a\u202efdp.exe", "kosong\x00.pdf")


@pytest.mark.parametrize("name", EVIL_NAMES)
def test_a_name_is_data_and_never_a_path(any_office: Office, sender: Sender, name: str) -> None:
    assert hand_in(sender, kak(), name=name).status_code == 200
    (row,) = any_office.rows(tables.files)
    assert not set(row["name"]) & set("/\\\x00\u202e")
    stored = [path for path in any_office.services.config.data.rglob("*") if path.is_file()]
    assert all(row["name"] not in str(path) for path in stored)
    asked = checkout_with(named(kak(), name=name if name != "CON.pdf" else "a/CON.pdf"))
    refused = any_office.handler.execute(any_office.asked(b.PP, envelope(any_office, asked)))
    assert b"checkout.attachment_name" in refused
