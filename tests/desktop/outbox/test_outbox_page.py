"""Kotak Keluar over fakes: every standing in words, cards that stay until answered, choices and why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from inaproc_core.errors import Refusal
from inaproc_core.orders.commands import SignLetter
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_desktop.composition import ordering
from inaproc_desktop.composition import outbox as composition
from inaproc_desktop.ports.data import BackendRefused, DeedState
from inaproc_desktop.views.orders.detail import OrderPage
from inaproc_desktop.views.outbox.view import OutboxPage
from inaproc_desktop.views.widgets.dialogs import ConfirmDialog
from inaproc_desktop.views.widgets.proof import ProofDialog
from tests import builders
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fakes import RecordingNavigator
from tests.desktop.outbox.mix import (
    OFFER,
    SUBMIT,
    Box,
    an_order,
    conflict,
    order_id,
    rich,
    two_rounds,
)

Open = Callable[..., tuple[OutboxPage, Any]]


@pytest.fixture
def opened(qtbot: Any) -> Open:
    def make(box: Box, item: str = "", actor: Actor | None = None) -> tuple[OutboxPage, Any]:
        deps, _ = fake_deps(box.world, actor or box.actor, mine=box.mine)
        page = composition.pages(deps)[0].make()
        assert isinstance(page, OutboxPage)
        qtbot.addWidget(page)
        page.resize(1180, 720)
        page.show()
        page.entered.emit(item)
        return page, deps

    return make


def part(page: OutboxPage, name: str) -> QPushButton:
    found: QPushButton | None = page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def words(page: OutboxPage, name: str) -> str:
    found: QLabel | None = page.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def agree(page: OutboxPage) -> None:
    page.findChildren(ConfirmDialog)[-1].accept()


def offered(page: OutboxPage) -> list[str]:
    return [made.text() for choice, made in page.card._buttons.items() if not made.isHidden() and choice]


def test_every_standing_has_its_words(opened: Open) -> None:
    box = Box()
    ids = rich(box)
    page, _ = opened(box)
    names = {cmd_id: name for name, cmd_id in ids.items()}
    pill: Any = page.listing._model.columns[1].pill
    assert {names[row.id]: pill(row).text for row in page.listing.rows()} == {
        "waiting": "Menunggu tautan",
        "offer": "Menunggu tautan",
        "behind": "Menunggu yang sebelumnya",
        "sent": "Terkirim, belum dipesan",
        "refused": "Ditolak",
        "expired": "Perlu dikonfirmasi lagi",
        "proof": "Ditahan: butuh kode",
        "quarantined": "Ditahan: gangguan peladen",
        "conflict": "Bentrok",
    }
    assert [row.id for row in page.settled.rows()] == [ids["accepted"]]


def test_ages_live(opened: Open) -> None:
    box = Box()
    rich(box)
    page, deps = opened(box)
    age = page.listing._model.columns[1].text
    row = page.listing.rows()[-4]
    assert age(row) == "3 menit lalu"
    box.world.clock.moment += timedelta(hours=2)
    deps.runner.fire_timers()
    assert age(row) == "2 jam lalu"
    assert "5 jam lalu" in words(page, "outbox.card.facts")  # the refused one, three hours old before


def test_an_unsent_checkout_is_never_called_ordered(opened: Open) -> None:
    box = Box()
    ids = rich(box)
    page, _ = opened(box, ids["waiting"])
    assert page.card._why.accessibleName().startswith("Belum dipesan")
    page.entered.emit(ids["sent"])
    assert page.card._why.accessibleName().startswith("Terkirim, belum dipesan")


def test_an_unsent_deed_can_be_taken_back(opened: Open) -> None:
    box = Box()
    ids = rich(box)
    page, _ = opened(box, ids["waiting"])
    take_back = part(page, "outbox.withdraw")
    assert take_back.isEnabled()
    take_back.click()
    agree(page)
    assert ids["waiting"] not in {deed.cmd_id for deed in box.mine.outbox.deeds()}


def test_what_cannot_be_taken_back_says_why(opened: Open) -> None:
    box = Box()
    ids = rich(box)
    page, _ = opened(box, ids["sent"])
    take_back = part(page, "outbox.withdraw")
    assert not take_back.isEnabled()
    assert "sudah dikirim" in take_back.toolTip()
    assert take_back.accessibleDescription() == take_back.toolTip()
    assert "Tarik kembali: Perubahan ini sudah dikirim" in words(page, "outbox.closed")


def test_a_refused_deed_stays_until_it_is_answered(opened: Open) -> None:
    box = Box()
    ids = rich(box)
    page, deps = opened(box, ids["refused"])
    assert "melebihi sisa pagu" in page.card._why.accessibleName()
    assert "Membatalkan negosiasi" in words(page, "outbox.fallen")
    correct = part(page, "outbox.correct")
    assert correct.text() == "Kurangi jumlah…"
    correct.click()
    assert deps.navigator.opened == [("checkout", f"deed:{ids['refused']}")]
    part(page, "outbox.leave").click()
    left = {deed.cmd_id for deed in box.mine.outbox.deeds()}
    assert left.isdisjoint({ids["refused"], ids["skipped0"], ids["skipped1"]})
    # The next one that waits for the person takes its place.
    assert page.card._file is not None
    assert page.card._file.row.id == ids["expired"]


def test_an_expired_intent_asks_whether_it_is_still_meant(opened: Open) -> None:
    box = Box()
    late = box.add(
        SUBMIT, DeedState.WAITING, order=order_id(1), not_after=box.world.clock.now() - timedelta(hours=1)
    )
    page, _ = opened(box, late)
    assert page.card._why.accessibleName().startswith("Masih mau memesan?")
    again = part(page, "outbox.confirm")
    assert again.text() == "Ya, masih mau memesan"
    box.world.online = False
    again.click()
    put = box.mine.outbox.puts[-1]
    assert put["answers"] == (late,)
    assert put["not_after"] > box.world.clock.now()


def test_a_conflict_is_shown_in_three_columns(opened: Open) -> None:
    box = Box(builders.VENDOR)
    page, _ = opened(box, conflict(box))
    rows = {row.id: row for row in page.card.grid.rows()}
    state = rows["state."]
    assert state.name == "Status"
    assert state.mine_differs
    assert state.theirs_differs
    assert state.theirs == "Dibatalkan saat negosiasi"
    price = rows["price.line:1"]
    assert (price.name, price.mine) == ("Harga: Kertas HVS A4 80 gsm", "Rp59.000")
    # Marked by an icon and said to a screen reader, not by colour alone.
    said = [each.accessibleName() for each in page.card.grid.findChildren(QLabel)]
    assert any("Yang Anda inginkan: Rp59.000 (Anda ubah)" in each for each in said)
    assert not part(page, "outbox.again").isEnabled()
    assert "pesanan dibatalkan saat negosiasi" in part(page, "outbox.again").toolTip()
    part(page, "outbox.leave").click()
    assert box.mine.outbox.deeds() == ()


def test_rows_are_merged_one_by_one(opened: Open) -> None:
    box = Box(builders.VENDOR)
    box.world.online = False
    page, _ = opened(box, two_rounds(box))
    part(page, "outbox.merge").click()
    send = part(page, "outbox.merge.send")
    assert not send.isHidden()
    assert sorted(page.card.grid.chosen_mine()) == ["price.line:1", "shipping_price.shipping:1"]
    page.card.grid.choose("price.line:1", mine=False)
    page.card.grid.choose("shipping_price.shipping:1", mine=False)
    assert not send.isEnabled()
    assert send.toolTip() == "Pilih sedikitnya satu baris milik Anda."
    page.card.grid.choose("price.line:1", mine=True)
    send.click()
    assert box.mine.outbox.puts[-1]["command"].prices == {"line:1": 57_000}


def test_asking_again_asks_first(opened: Open) -> None:
    box = Box(builders.VENDOR)
    box.world.online = False
    page, _ = opened(box, two_rounds(box))
    part(page, "outbox.again").click()
    assert box.mine.outbox.puts == []
    agree(page)
    assert box.mine.outbox.puts[-1]["command"].round_no == 3


class Proving:
    """A backend that takes one code."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self.sent: list[str] = []

    def step_up(self, code: str, password: str) -> int:
        if password != "benar":
            raise BackendRefused(Refusal(code="session.step_up_wrong"), "Kata sandi tidak cocok.", 403)
        return 300

    def run_now(self, command: Any, *, actor: Any, order_id: str, base_rev: int, cmd_id: str = "") -> Any:
        self.sent.append(cmd_id)
        outbox = self.box.mine.outbox
        outbox.waiting = [deed for deed in outbox.waiting if deed.cmd_id != cmd_id]


def test_a_held_deed_is_proven_and_sent(opened: Open, qtbot: Any) -> None:
    box = Box(builders.PPK)
    signing = an_order(State.ESIGN_IN_PROGRESS, 5)
    box.world.add_orders(signing)
    held = box.add(
        SignLetter(sha256="0" * 64),
        DeedState.PARKED,
        order=signing.id,
        outcome="parked",
        code="session.step_up_required",
    )
    backend = Proving(box)
    deps, _ = fake_deps(box.world, builders.PPK, mine=box.mine, backend=backend)
    page = composition.pages(deps)[0].make()
    assert isinstance(page, OutboxPage)
    qtbot.addWidget(page)
    page.show()
    page.entered.emit(held)
    part(page, "outbox.prove").click()
    (dialog,) = page.findChildren(ProofDialog)
    dialog.given.emit("", "salah")
    assert backend.sent == []
    dialog.given.emit("", "benar")
    assert backend.sent == [held]
    assert box.mine.outbox.deeds() == ()


def test_held_deeds_need_the_link_and_say_so(opened: Open) -> None:
    box = Box()
    ids = rich(box)
    box.world.online = False
    page, _ = opened(box, ids["proof"])
    prove = part(page, "outbox.prove")
    assert not prove.isEnabled()
    assert "Peladen tidak terjangkau" in prove.toolTip()
    page.entered.emit(ids["quarantined"])
    assert not part(page, "outbox.send").isEnabled()
    part(page, "outbox.copy").click()
    assert QGuiApplication.clipboard().text() == "INC-7F3A-19"


def test_content_can_be_taken_along(opened: Open) -> None:
    """Also where the role was lost meanwhile: the author keeps what was written."""
    box = Box()
    ids = rich(box)
    page, _ = opened(box, ids["refused"])
    part(page, "outbox.copy_all").click()
    text = QGuiApplication.clipboard().text()
    assert "Mengajukan negosiasi" in text
    assert "Harga: Kertas HVS A4 80 gsm: Rp" in text
    assert "melebihi sisa pagu" in text


def test_others_are_only_counted(opened: Open) -> None:
    box = Box()
    deps, _ = fake_deps(box.world, builders.PP, mine=box.mine)
    page, _ = opened(box)
    assert page._others.isHidden()
    page.show_content(page._content, replace(deps.link(), others=3), builders.NOW)
    assert words(page, "outbox.others").startswith("3 perbuatan orang lain")


def test_an_expected_refusal_warns(opened: Open) -> None:
    box = Box()
    running = an_order(State.WAIT_BUYER, 4)
    box.world.add_orders(running)
    deed = box.add(
        OFFER,
        DeedState.WAITING,
        order=running.id,
        predicted=Refusal(code="offer.deadline_passed", facts={"until": builders.NOW.isoformat()}),
    )
    page, _ = opened(box, deed)
    assert page.card._why.accessibleName().startswith("Kemungkinan akan ditolak")


def test_nothing_to_answer_says_so(opened: Open) -> None:
    page, deps = opened(Box())
    assert page._layers.currentIndex() == 1
    assert not page.send.isEnabled()
    spec = composition.pages(deps)[0]
    assert spec.badge is not None
    assert spec.badge() == 0


def test_the_badge_counts_cards(opened: Open) -> None:
    box = Box()
    rich(box)
    _, deps = opened(box)
    spec = composition.pages(deps)[0]
    assert spec.badge is not None
    assert spec.badge() == 5


def test_the_order_leads_to_its_card(qtbot: Any) -> None:
    """A refusal is also on the order's own page, until it is answered."""
    box = Box(builders.VENDOR)
    clash = conflict(box)
    order = box.mine.outbox.deeds()[0].order_id
    navigator = RecordingNavigator()
    deps, _ = fake_deps(box.world, builders.VENDOR, mine=box.mine, navigator=navigator)
    spec = next(one for one in ordering.pages(deps) if one.place_id == "order")
    page = spec.make()
    assert isinstance(page, OrderPage)
    qtbot.addWidget(page)
    page.show()
    page.entered.emit(order)
    assert page._banner.text().startswith("Mengajukan harga balasan: bentrok")
    assert page._banner._action.text() == "Jawab di Kotak Keluar"
    page._banner._action.click()
    assert navigator.opened == [("outbox", clash)]


def test_deletions_held_back_are_told_and_applied_only_when_agreed(qtbot: Any) -> None:
    box = Box()
    agreed: list[bool] = []
    link = replace(box.mine.link(), held_back=120)
    deps, _ = fake_deps(
        box.world,
        box.actor,
        mine=box.mine,
        link=lambda: link,
        agree_to_deletions=lambda: agreed.append(True),
    )
    page = composition.pages(deps)[0].make()
    assert isinstance(page, OutboxPage)
    qtbot.addWidget(page)
    page.show()
    page.entered.emit("")
    assert page.held_back.isVisible()
    assert "120 baris" in page.held_back.text()
    assert not agreed
    page.held_back.action.emit()
    assert agreed == [True]


def test_nothing_held_back_says_nothing(opened: Open) -> None:
    page, _ = opened(Box())
    assert page.held_back.isHidden()
