"""The signing page with real widgets, from the first key to the signed letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from inaproc_core.errors import Refusal
from inaproc_core.orders.states import State
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.views.signing.view import SigningPage
from inaproc_desktop.views.widgets import ConfirmDialog, FailureDialog, step_up
from tests import builders
from tests.desktop.fake_data import Mine
from tests.desktop.fakes import RecordingNavigator
from tests.desktop.finishing import PASSPHRASE, page_of, signer, state_of, world_of


def opened(qtbot: QtBot, mine: Mine, place: str = "letter") -> tuple[SigningPage, RecordingNavigator]:
    navigator = RecordingNavigator()
    page, _ = page_of(place, mine, navigator=navigator)
    assert isinstance(page, SigningPage)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.open_item("o-0")
    return page, navigator


def type_into(field: QWidget, text: str) -> None:
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setText(text)
    line.textEdited.emit(text)


def dialogs(page: QWidget, kind: type[QDialog]) -> list[QDialog]:
    return [one for one in page.window().findChildren(kind) if one.isVisible()]


def test_from_the_first_key_to_the_signed_letter(qtbot: QtBot) -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    page, navigator = opened(qtbot, signer(world, builders.PPK, key=False))
    key, form = page.panel.key, page.panel.form
    assert key.isVisible()
    assert not form.isVisible()
    type_into(key.first, "pendek")
    assert not key.make.isEnabled()
    assert "4 huruf lagi" in key.meter.text()
    type_into(key.first, PASSPHRASE)
    type_into(key.second, PASSPHRASE)
    assert key.make.isEnabled()
    key.make.click()
    assert form.isVisible()
    assert not key.isVisible()
    assert "Rp13.400.608" in form.what.text()
    assert "CV Graha Contoh Utama" in form.what.text()
    assert not form.sign.isEnabled()
    type_into(form.passphrase, PASSPHRASE)
    type_into(form.proof.password, "rahasia")
    assert form.sign.isEnabled()
    form.sign.click()
    assert state_of(world) is State.WAITING_SELLER_CONFIRMATION
    assert navigator.opened == [("order", "o-0")]


def test_verifying_explains_every_check(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK))
    page.checks.verify.click()
    assert page.checks.verdict.accessibleName() == "Naskah asli, belum ditandatangani"


def test_a_wrong_passphrase_stands_at_its_field(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK))
    form = page.panel.form
    type_into(form.passphrase, "bukan frasa sandinya")
    type_into(form.proof.password, "rahasia")
    form.sign.click()
    assert form.passphrase.has_error()
    assert form.passphrase.value() == "bukan frasa sandinya"
    assert dialogs(page, FailureDialog) == []


def test_a_wrong_proof_stands_at_its_field(qtbot: QtBot) -> None:
    mine = signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK)

    def refuse(code: str, password: str) -> int:
        raise BackendRefused(Refusal(code="session.wrong_password"), "Kata sandi salah.", 403)

    mine.backend.step_up = refuse  # type: ignore[method-assign]  # one answer of the fake is replaced
    page, _ = opened(qtbot, mine)
    form = page.panel.form
    type_into(form.passphrase, PASSPHRASE)
    type_into(form.proof.password, "salah")
    assert form.sign.isEnabled()
    form.sign.click()
    assert form.proof.password.has_error()


def test_with_a_second_factor_a_code_is_asked_for_and_sent(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step_up, "_second_factor", lambda: True)
    world = world_of(State.ESIGN_IN_PROGRESS)
    mine = signer(world, builders.PPK)
    proofs: list[tuple[str, str]] = []

    def prove(code: str, password: str) -> int:
        proofs.append((code, password))
        return 300

    monkeypatch.setattr(mine.backend, "step_up", prove)
    page, _ = opened(qtbot, mine)
    form = page.panel.form
    type_into(form.passphrase, PASSPHRASE)
    assert not form.proof.password.isVisible()
    assert not form.sign.isEnabled()
    form.proof.change.click()
    type_into(form.proof.recovery, "0ABC-DEFG-HJKM")
    form.sign.click()
    assert proofs == [("0ABC-DEFG-HJKM", "")]
    assert state_of(world) is State.WAITING_SELLER_CONFIRMATION


def test_a_refusal_says_what_was_kept_and_what_to_do(qtbot: QtBot) -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    page, _ = opened(qtbot, signer(world, builders.PPK))
    world.refuse_next = Refusal(code="signature.document_moved_on", field="sha256")
    form = page.panel.form
    type_into(form.passphrase, PASSPHRASE)
    type_into(form.proof.password, "rahasia")
    form.sign.click()
    (dialog,) = dialogs(page, FailureDialog)
    dialog.accept()
    assert state_of(world) is State.ESIGN_IN_PROGRESS


def test_offline_closes_the_deeds_and_says_why(qtbot: QtBot) -> None:
    world = world_of(State.ESIGN_IN_PROGRESS)
    mine = signer(world, builders.PPK)
    page, deps = page_of("letter", mine)
    assert isinstance(page, SigningPage)
    qtbot.addWidget(page)
    page.show()
    page.open_item("o-0")
    type_into(page.panel.form.passphrase, PASSPHRASE)
    type_into(page.panel.form.proof.password, "rahasia")
    assert page.panel.form.sign.isEnabled()
    world.online = False
    deps.bus.publish(ChangeSet.of("link"))
    assert not page.panel.form.sign.isEnabled()
    assert page.panel.offline.isVisible()


def test_the_penyedia_may_refuse_with_a_reason(qtbot: QtBot) -> None:
    world = world_of(State.WAITING_SELLER_CONFIRMATION)
    page, navigator = opened(qtbot, signer(world, builders.VENDOR))
    page.panel.decline.click()
    (dialog,) = dialogs(page, ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    assert dialog.reason_field is not None
    dialog.reason_field.show_value("Stok habis sampai akhir tahun")
    dialog.confirm_button.click()
    assert state_of(world) is State.CANCELLED
    assert navigator.opened == [("order", "o-0")]


def test_the_bast_is_numbered_then_signed(qtbot: QtBot) -> None:
    world = world_of(State.BAST_DRAFT)
    page, _ = opened(qtbot, signer(world, builders.PPK), "bast")
    number = page.panel.number
    assert number.number.value() == "001/BAST/2026"
    assert not page.panel.card.isVisible()
    number.issue.click()
    assert page.panel.card.isVisible()
    assert "001/BAST/2026" in page.title()
    type_into(page.panel.form.passphrase, PASSPHRASE)
    type_into(page.panel.form.proof.password, "rahasia")
    page.panel.form.sign.click()
    assert state_of(world) is State.WAIT_BAST_SELLER


@pytest.mark.parametrize("actor", [builders.PP, builders.BENDAHARA, builders.PPK2])
def test_who_only_looks_gets_no_deeds(qtbot: QtBot, actor: object) -> None:
    mine = signer(world_of(State.ESIGN_IN_PROGRESS), actor, key=False)  # type: ignore[arg-type]  # an actor
    page, _ = opened(qtbot, mine)
    assert not page.panel.card.isVisible()
    assert not page.panel.numbering.isVisible()
    assert page.save.isEnabled()


def test_a_copy_is_saved_by_a_dialog_that_does_not_block(qtbot: QtBot, tmp_path: Path) -> None:
    mine = signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK)
    page, _ = opened(qtbot, mine)
    page.save.click()
    (dialog,) = dialogs(page, QFileDialog)
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "surat.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert target.read_bytes() == mine.world.pdfs["o-0.sp.1"]


def test_nothing_of_another_order_stays_while_one_is_looked_up(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK))
    assert page.panel.isVisible()
    page.show_reading()
    assert not page.panel.isVisible()
    assert not page.save.isEnabled()
    assert page.title() == "Surat Pesanan"


def test_the_page_is_no_longer_than_a_low_window(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK, key=False))
    assert page.minimumSizeHint().height() < 600
    layout = page.layout()
    assert layout is not None
    assert layout.minimumHeightForWidth(1150) < 600


def test_a_narrow_window_puts_the_side_below(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, signer(world_of(State.ESIGN_IN_PROGRESS), builders.PPK))
    page.resize(760, 600)
    qtbot.wait(20)
    assert page.minimumSizeHint().width() <= 860
    assert page._columns.is_stacked()
    assert page.panel.form.sign.isVisible()
