"""Supporting documents: named, counted, measured by what is there, and shown to whom the buyer wants."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.attaching import is_plain_name
from inaproc_core.orders.content import Attachment, AttachmentKind
from inaproc_core.orders.facts import AttachmentFact, Facts
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.model import Order
from inaproc_core.orders.visibility import view_for
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import decode_command, decode_order, encode_command, to_plain
from tests.builders import PP, checkout, context, facts, form

PDF = "application/pdf"


def paper(letter: str = "a", **changes: Any) -> Attachment:
    made = Attachment(sha256=letter * 64, name=f"Berkas {letter}.pdf", media_type=PDF, size=1000)
    return replace(made, **changes)


def known_with(*papers: Attachment) -> Facts:
    found = {p.sha256: AttachmentFact(sha256=p.sha256, media_type=PDF, size=2345) for p in papers}
    return replace(facts(), attachments=found)


def decided(papers: tuple[Attachment, ...], known: Facts, *, as_draft: bool = False) -> Order | Refusal:
    asked = replace(checkout(facts()), attachments=papers)
    command: c.Command = c.SubmitCheckout(checkout=asked, max_total=Rupiah(10**13))
    if as_draft:
        command = c.SaveDraft(form=replace(form(), attachments=papers))
    decision = decide(None, command, PP, known, context())
    if isinstance(decision, Refusal):
        return decision
    order = fold(None, decision, "o-1")
    assert order is not None
    return order


@pytest.mark.parametrize("as_draft", [False, True])
def test_size_and_type_are_those_of_the_file_and_not_those_stated(as_draft: bool) -> None:
    order = decided((paper(size=1, media_type="text/html"),), known_with(paper()), as_draft=as_draft)
    assert isinstance(order, Order)
    held = order.draft.attachments if order.draft is not None else order.attachments
    assert held == (paper(size=2345),)


TOO_MANY = tuple(paper(f"{n:x}") for n in range(11))
BAD = {
    "checkout.too_many_attachments": (TOO_MANY, known_with(*TOO_MANY)),
    "checkout.attachment_twice": ((paper(), paper(name="Lain.pdf")), known_with(paper())),
    "checkout.attachment_unknown": ((paper(), paper("b")), known_with(paper())),
    "checkout.attachment_name": ((paper(name="../kak.pdf"),), known_with(paper())),
    "checkout.attachment_too_large": (
        (paper(),),
        replace(
            facts(),
            attachments={
                "a" * 64: AttachmentFact(sha256="a" * 64, media_type=PDF, size=10 * 1024 * 1024 + 1)
            },
        ),
    ),
}


@pytest.mark.parametrize("as_draft", [False, True])
@pytest.mark.parametrize("code", BAD)
def test_what_is_wrong_is_named(code: str, as_draft: bool) -> None:
    papers, known = BAD[code]
    refusal = decided(papers, known, as_draft=as_draft)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.field.partition(".")[0]) == (code, "attachments")


@pytest.mark.parametrize(
    ("name", "is_plain"),
    [
        ("KAK Laptop 2026.pdf", True),
        ("Kerangka — acuan (1).pdf", True),
        ("", False),
        ("a/b.pdf", False),
        ("..\\b.pdf", False),
        ("..", False),
        ("a\x00.pdf", False),
        ("a\u202efdp.exe", False),
        ("a\n.pdf", False),
        ("C:a.pdf", False),
        ("x" * 120, True),
        ("x" * 121, False),
    ],
)
def test_a_name_is_short_visible_and_no_path(name: str, is_plain: bool) -> None:
    assert is_plain_name(name) is is_plain


def test_the_penyedia_does_not_learn_of_internal_files() -> None:
    kak, hps = paper("a", kind=AttachmentKind.KAK), paper("b", kind=AttachmentKind.HPS, internal=True)
    order = decided((kak, hps), known_with(kak, hps))
    assert isinstance(order, Order)
    assert [one.sha256[0] for one in order.attachments] == ["a", "b"]
    assert view_for(order, "satker/s-1").attachments == order.attachments
    shown = view_for(order, "vendor/v-1")
    assert [one.sha256[0] for one in shown.attachments] == ["a"]
    assert b"b" * 64 not in msgspec.json.encode(shown)


def test_only_prices_start_as_internal() -> None:
    assert {kind for kind in AttachmentKind if kind.starts_internal} == {
        AttachmentKind.HPS,
        AttachmentKind.PRICE_REFERENCE,
    }


def test_the_wire_keeps_every_word() -> None:
    draft = c.SaveDraft(form=replace(form(), attachments=(paper(kind=AttachmentKind.HPS, internal=True),)))
    name, payload = encode_command(draft)
    assert decode_command(name, 1, payload) == draft
    order = decided((paper(),), known_with(paper()))
    assert isinstance(order, Order)
    assert decode_order(to_plain(order)) == order
    # An image from before orders had attachments.
    old = {key: value for key, value in to_plain(order).items() if key != "attachments"}
    assert decode_order(old).attachments == ()
