"""Signing with a real key on really rendered documents, and every way in which it must stop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import Party, State
from inaproc_core.roles import Actor
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.finishing import CheckKind, Paper, PaperFile, Proof, SignStep, Verdict
from inaproc_desktop.ports.ui import Cancelled, ChangeSet
from inaproc_desktop.services.signing import SigningService
from inaproc_desktop.services.way_back import WayBack
from tests import builders
from tests.desktop.fake_data import Mine
from tests.desktop.fake_world import World
from tests.desktop.finishing import PASSPHRASE, signer, signing_of, state_of, world_of
from tests.desktop.signing.authority import RealDocuments

PROOF = Proof(password="rahasia")
STEPS = list(SignStep)


def opened(service: SigningService, paper: Paper = Paper.LETTER) -> PaperFile:
    file = service.read("o-0", paper)
    assert file is not None
    return file


def sign(mine: Mine, paper: Paper = Paper.LETTER, passphrase: str = PASSPHRASE) -> ChangeSet:
    service = signing_of(mine)
    return service.sign(opened(service, paper), passphrase, PROOF, lambda _step: None, WayBack())


def verified(mine: Mine, paper: Paper = Paper.LETTER) -> Verdict:
    service = signing_of(mine)
    file = opened(service, paper)
    return service.verify(file, service.fetch(file.document_id))


def documents_of(mine: Mine) -> RealDocuments:
    assert isinstance(mine.documents, RealDocuments)
    return mine.documents


@pytest.mark.parametrize(
    ("state", "actor", "paper", "may_sign", "may_decline", "may_number"),
    [
        (State.ESIGN_IN_PROGRESS, builders.PPK, Paper.LETTER, True, False, False),
        (State.ESIGN_IN_PROGRESS, builders.PPK2, Paper.LETTER, False, False, False),
        (State.ESIGN_IN_PROGRESS, builders.PP, Paper.LETTER, False, False, False),
        (State.ESIGN_IN_PROGRESS, builders.VENDOR, Paper.LETTER, False, False, False),
        (State.WAITING_SELLER_CONFIRMATION, builders.VENDOR, Paper.LETTER, True, True, False),
        (State.WAITING_SELLER_CONFIRMATION, builders.PPK, Paper.LETTER, False, False, False),
        (State.BAST_DRAFT, builders.PPK, Paper.BAST, False, False, True),
        (State.BAST_DRAFT, builders.PPK, Paper.LETTER, False, False, False),
        (State.WAIT_BAST_SELLER, builders.VENDOR, Paper.BAST, True, False, False),
        (State.WAIT_PAYMENT, builders.BENDAHARA, Paper.BAST, False, False, False),
    ],
)
def test_only_the_side_whose_turn_it_is_may_act(
    state: State, actor: Actor, paper: Paper, may_sign: bool, may_decline: bool, may_number: bool
) -> None:
    file = opened(signing_of(Mine(world_of(state), actor)), paper)
    assert (file.may_sign, file.may_decline, file.may_number) == (may_sign, may_decline, may_number)


def test_a_key_is_made_certified_and_kept_under_its_passphrase() -> None:
    mine = signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK, key=False)
    assert not opened(signing_of(mine)).has_key
    signing_of(mine).make_key(PASSPHRASE)
    assert opened(signing_of(mine)).has_key
    assert PASSPHRASE.encode() not in mine.keys.keys[builders.PPK.user_id]


def test_without_the_authority_no_half_made_key_is_kept() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    world.online = False
    mine = signer(world, builders.PPK, key=False)
    with pytest.raises(WorldFailed):
        signing_of(mine).make_key(PASSPHRASE)
    assert mine.keys.keys == {}


def test_both_sides_sign_the_letter_and_the_bast() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    buyer, seller = signer(world, builders.PPK), signer(world, builders.VENDOR)
    steps: list[SignStep] = []
    service = signing_of(buyer)
    changes = service.sign(opened(service), PASSPHRASE, PROOF, steps.append, WayBack())
    assert steps == STEPS
    assert changes.touches("order")
    assert state_of(world) is State.WAITING_SELLER_CONFIRMATION
    sign(seller)
    order = world.orders["o-0"]
    assert order.state is State.PROCESSING
    assert order.letter is not None
    assert [one.party for one in order.letter.signatures] == [Party.PPK, Party.VENDOR]
    verdict = verified(buyer)
    assert verdict.sound
    assert {check.kind: check.passed for check in verdict.checks} == dict.fromkeys(CheckKind, True)
    assert [one.signer for one in verdict.signatures] == ["Bima Latihan", "Eko Latihan"]
    # the same for the handover record of an order that has come that far
    world.add_orders(_at(State.BAST_DRAFT))
    signing_of(buyer).number("o-0", "027/BAST/002/2026")
    sign(buyer, Paper.BAST)
    sign(seller, Paper.BAST)
    assert state_of(world) is State.PAYMENT_PREPARATION
    assert verified(seller, Paper.BAST).sound


def test_a_wrong_passphrase_stops_before_presence_is_asked() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    world.stepped_up = False
    mine = signer(world, builders.PPK)
    with pytest.raises(Refused) as refused:
        sign(mine, passphrase="bukan frasa sandinya 1")
    assert (refused.value.refusal.code, refused.value.refusal.field) == (
        "signing.wrong_passphrase",
        "passphrase",
    )
    assert not world.stepped_up


def test_without_a_key_nothing_begins() -> None:
    mine = signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK, key=False)
    with pytest.raises(Refused) as refused:
        sign(mine)
    assert refused.value.refusal.code == "signing.certificate_missing"


@pytest.mark.parametrize("at", STEPS[:-1])
def test_turning_back_before_sending_sends_nothing(at: SignStep) -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    mine = signer(world, builders.PPK)
    service = signing_of(mine)
    way_back = WayBack()

    def turn_back(step: SignStep) -> None:
        if step is at:
            assert way_back.cancel()

    with pytest.raises(Cancelled):
        service.sign(opened(service), PASSPHRASE, PROOF, turn_back, way_back)
    assert documents_of(mine).uploads == []
    assert state_of(world) is State.ESIGN_IN_PROGRESS


def test_from_sending_on_there_is_no_way_back() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    mine = signer(world, builders.PPK)
    service = signing_of(mine)
    way_back = WayBack()
    tried: list[bool] = []

    def late(step: SignStep) -> None:
        if step is SignStep.SENDING:
            tried.append(way_back.cancel())

    service.sign(opened(service), PASSPHRASE, PROOF, late, way_back)
    assert tried == [False]
    assert state_of(world) is State.WAITING_SELLER_CONFIRMATION


def test_a_lost_upload_changes_nothing_and_signing_again_works() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    mine = signer(world, builders.PPK)
    documents_of(mine).broken_upload = "world.timeout"
    with pytest.raises(WorldFailed):
        sign(mine)
    assert state_of(world) is State.ESIGN_IN_PROGRESS
    documents_of(mine).broken_upload = ""
    sign(mine)
    assert state_of(world) is State.WAITING_SELLER_CONFIRMATION


def test_a_refused_command_is_told_and_signing_again_works() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    mine = signer(world, builders.PPK)
    world.refuse_next = Refusal(code="signature.document_moved_on", field="sha256")
    with pytest.raises(BackendRefused) as refused:
        sign(mine)
    assert refused.value.refusal.code == "signature.document_moved_on"
    sign(mine)
    assert state_of(world) is State.WAITING_SELLER_CONFIRMATION


def test_the_penyedia_does_not_sign_what_the_ppk_did_not() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    sign(signer(world, builders.PPK))
    letter = world.orders["o-0"].letter
    assert letter is not None
    world.pdfs[letter.document_id] += b"\n%changed\n"
    seller = signer(world, builders.VENDOR)
    with pytest.raises(Refused) as refused:
        sign(seller)
    assert refused.value.refusal.code == "signature.document_moved_on"
    assert documents_of(seller).uploads == []


def test_a_document_that_is_no_pdf_is_not_signed() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    letter = world.orders["o-0"].letter
    assert letter is not None
    world.pdfs[letter.document_id] = b"not a document"
    mine = signer(world, builders.PPK)
    with pytest.raises(Refused) as refused:
        sign(mine)
    assert refused.value.refusal.code == "signature.invalid"


def test_checks_name_what_is_wrong() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    mine = signer(world, builders.PPK)
    assert {check.kind: check.passed for check in verified(mine).checks} == {
        CheckKind.STORED: True,
        CheckKind.READABLE: True,
        CheckKind.INTACT: None,
        CheckKind.TRUSTED: None,
        CheckKind.UNCHANGED: None,
        CheckKind.PEOPLE: None,
    }
    sign(mine)
    service = signing_of(mine)
    file = opened(service)
    shown = service.fetch(file.document_id)
    at = shown.pdf.rindex(b"/Contents") + 200
    broken = replace(shown, pdf=shown.pdf[:at] + b"0" + shown.pdf[at + 1 :], sha256="f" * 64)
    failed = {check.kind for check in service.verify(file, broken).checks if check.passed is False}
    assert CheckKind.STORED in failed
    assert len(failed) > 1


def test_offline_the_kept_copy_is_marked() -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    mine = signer(world, builders.PPK)
    service = signing_of(mine)
    document_id = opened(service).document_id
    assert service.kept(document_id) is None
    service.fetch(document_id)
    world.online = False
    with pytest.raises(WorldFailed):
        service.fetch(document_id)
    kept = service.kept(document_id)
    assert kept is not None
    assert kept.cached
    stored = next(c for c in service.verify(opened(service), kept).checks if c.kind is CheckKind.STORED)
    assert stored.passed is None


def test_declining_needs_a_reason_and_ends_the_order() -> None:
    mine = Mine(world_of(State.WAITING_SELLER_CONFIRMATION), builders.VENDOR)
    service = signing_of(mine)
    with pytest.raises(Refused):
        service.decline("o-0", "tidak")
    service.decline("o-0", "Stok habis sampai akhir tahun")
    assert state_of(mine.world) is State.CANCELLED
    assert isinstance(mine.backend.ran[-1], c.DeclineOrder)


def test_the_bast_number_follows_the_satkers_own_pattern() -> None:
    world = world_of(State.BAST_DRAFT, State.COMPLETED)
    mine = Mine(world, builders.PPK)
    service = signing_of(mine)
    assert opened(service, Paper.BAST).suggested == "027/BAST/002/2026"
    with pytest.raises(Refused):
        service.number("o-0", "  ")
    with pytest.raises(BackendRefused) as refused:
        service.number("o-0", "027/BAST/001/2026")
    assert refused.value.refusal.code == "bast.number_taken"
    service.number("o-0", "027/BAST/002/2026")
    again = opened(service, Paper.BAST)
    assert (again.number, again.may_sign, again.may_number) == ("027/BAST/002/2026", True, True)


def test_a_copy_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    service = signing_of(Mine(World(), builders.PPK))
    target = tmp_path / "surat.pdf"
    target.write_bytes(b"old")
    service.save_copy(b"new", str(target))
    assert target.read_bytes() == b"new"
    with pytest.raises(WorldFailed) as failed:
        service.save_copy(b"new", str(tmp_path / "missing" / "surat.pdf"))
    assert failed.value.code == "world.disk"
    assert list(tmp_path.iterdir()) == [target]


def _at(state: State) -> Order:
    return world_of(state).orders["o-0"]
