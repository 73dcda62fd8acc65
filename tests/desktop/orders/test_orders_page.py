"""Lists and pages of orders for every role, and the export."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QToolButton

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.states import State
from inaproc_desktop.composition import ordering
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.views.orders.rows import Sheet
from tests import builders
from tests.desktop.fake_data import office
from tests.desktop.fake_deps import fake_deps

ID = builders.ORDER_ID
STATES = (State.WAIT_BUYER, State.PROCESSING, State.WAIT_PAYMENT, State.COMPLETED)


@pytest.fixture
def opened(qtbot, app_style):
    def go(place, actor, *states, item="", online=True):
        world = office()
        world.online = online
        for at, state in enumerate(states):
            world.add_orders(replace(builders.play_to(state), id=f"o-{at}"))
        deps, mine = fake_deps(world, actor)
        spec = next(one for one in ordering.pages(deps) if one.place_id == place)
        page: Any = spec.make()
        qtbot.addWidget(page)
        page.resize(1180, 700)
        page.show()
        page.open_item(item)
        return page, mine, deps

    return go


def texts(page):
    return {view.value: button.text() for view, button in page._views.items()}


def test_saved_views_count_and_filter(opened):
    page, _, deps = opened("orders", builders.PP, *STATES)
    assert texts(page) == {
        "mine": "Perlu tindakan saya (1)",
        "running": "Berjalan (3)",
        "done": "Selesai (1)",
        "cancelled": "Dibatalkan (0)",
        "all": "Semua (4)",
    }
    assert [row.id for row in page.table.rows()] == ["o-0"]
    page.findChild(QToolButton, "orders.view.all").click()
    assert page.table.row_count() == 4
    page.searched.emit("tidak ada")
    assert page.table.row_count() == 0
    assert not page.export.isEnabled()
    page.searched.emit("")
    page.table.opened.emit("o-3")
    assert deps.navigator.opened == [("order", "o-3")]


@pytest.mark.parametrize(
    ("actor", "state", "action", "place"),
    [
        (builders.PP, State.WAIT_BUYER, "Jawab negosiasi", "negotiation"),
        (builders.PPK, State.WAITING_PPK_REVIEW, "Tinjau Pesanan", "approvals"),
        (builders.PPK, State.ESIGN_IN_PROGRESS, "Tanda tangani Surat Pesanan", "letter"),
        (builders.VENDOR, State.WAITING_SELLER_CONFIRMATION, "Terima Pesanan", "letter"),
        (builders.VENDOR, State.PROCESSING, "Kirim barang", "shipping"),
        (builders.PPK, State.ARRIVED, "Periksa dan buat BAST", "receiving"),
        (builders.VENDOR, State.WAIT_BAST_SELLER, "Tanda tangani BAST", "bast"),
        (builders.BENDAHARA, State.WAIT_PAYMENT, "Proses pembayaran", "payments"),
    ],
)
def test_the_one_whose_move_it_is_is_led_there(opened, actor, state, action, place):
    page, _, deps = opened("order", actor, state, item="o-0")
    assert page._turn.text() == "Giliran Anda"
    assert page.action.text() == action
    page.action.click()
    assert deps.navigator.opened == [(place, "o-0")]


def test_everybody_else_reads_whose_move_it_is(opened):
    page, _, _ = opened("order", builders.BENDAHARA, State.PROCESSING, item="o-0")
    assert not page.action.isVisible()
    assert page._turn.text() == "Giliran Penyedia"
    assert page._duty_words.text() == "Penyedia mengirim barang."


def test_the_timeline_tells_everything_newest_first(opened):
    page, mine, _ = opened("order", builders.PP, State.COMPLETED, item="o-0")
    events = page._timeline.events()
    assert len(events) == len(mine.world.orders["o-0"].history)
    assert events[-1].who == "Ayu Latihan (Pejabat Pengadaan)"
    assert events[0].what.startswith("Pembayaran termin 1 dikonfirmasi")


def test_documents_lead_to_their_pages(opened):
    page, _, deps = opened("order", builders.PPK, State.COMPLETED, item="o-0")
    page.documents.opened.emit("bast")
    assert deps.navigator.opened == [("bast", "o-0")]


def test_a_pending_deed_is_never_called_done(opened):
    page, mine, deps = opened("order", builders.PP, State.WAIT_BUYER, item="o-0", online=False)
    order = mine.world.orders["o-0"]
    mine.outbox.put(c.AgreePrices(round_no=2), actor=builders.PP, order_id="o-0", base_rev=order.revision)
    deps.bus.publish(ChangeSet.of("order", ids=["o-0"]))
    assert page._status.text() == "Menunggu terkirim"
    assert page._turn.text() == "Menunggu peladen"
    assert not page.action.isVisible()
    mine.world.online = True
    mine.world.refuse_next = Refusal(code="offer.round_moved_on", facts={})
    deps.sync_now()
    assert "Menyetujui harga: ditolak" in page._banner.text()
    assert page.action.isVisible()


def test_the_penyedia_reads_no_budget(opened):
    vendor, _, _ = opened("order", builders.VENDOR, State.PROCESSING, item="o-0")
    buyer, _, _ = opened("order", builders.PP, State.PROCESSING, item="o-0")
    assert "RUP" not in vendor._goods._facts.text()
    assert "RUP 51402877" in buyer._goods._facts.text()


def test_an_unknown_order_says_so(opened):
    page, _, deps = opened("order", builders.PP, item="o-9")
    assert "tidak ada pada akses Anda" in page._banner.text()
    page.back_asked.emit()
    assert deps.navigator.opened == [("orders", "")]


def test_what_is_shown_is_exported_as_it_is_shown(opened, tmp_path):
    page, _, _ = opened("orders", builders.PP, *STATES, item="all")
    page._ask_path()
    dialog = page.findChild(QFileDialog, "orders.export_dialog")
    target = tmp_path / "pesanan.xlsx"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    sheet: Any = openpyxl.load_workbook(target).active
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 1 + page.table.row_count()
    assert rows[0][0] == "Nomor pesanan"
    assert [row[8] for row in rows[1:]] == [row.total for row in page.table.rows()]
    assert rows[1][10] == "ON_NEGOTIATION"
    assert str(target) in page._banner.text()


def test_csv_keeps_formulas_harmless_and_a_bad_place_is_said(tmp_path):
    sheet = Sheet(
        title="Pesanan", headings=("a", "b", "c"), rows=(("=1+1", 5, date(2026, 11, 23)),), money=(1,)
    )
    target = tmp_path / "x.csv"
    ordering.write_sheet(sheet, target)
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file, delimiter=";")) == [["a", "b", "c"], ["'=1+1", "5", "2026-11-23"]]
    with pytest.raises(WorldFailed, match=r"world\.disk"):
        ordering.write_sheet(sheet, tmp_path / "nowhere" / "x.xlsx")
    assert [file.name for file in tmp_path.iterdir()] == ["x.csv"]
