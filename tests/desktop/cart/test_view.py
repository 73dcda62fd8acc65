"""The Keranjang in real widgets: quantity in place, marked lines, one Checkout per penyedia."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.composition import buying
from inaproc_desktop.views.cart.view import CartPage
from inaproc_desktop.views.widgets import QuantityField
from tests import builders
from tests.desktop.fake_data import office
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fakes import RecordingNavigator


def make(qtbot, **lines: int):
    world = office()
    deps, mine = fake_deps(world, builders.PP)
    for name, hundredths in lines.items():
        mine.put_in_cart(name.replace("_", "-"), hundredths)
    spec = next(one for one in buying.pages(deps) if one.place_id == "cart")
    page = spec.make()
    assert isinstance(page, CartPage)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    page.open_item("")
    return page, deps, mine


def words(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def button(page, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def editor(page, product_id: str) -> tuple[QuantityField, QLineEdit]:
    field = page.findChild(QuantityField, f"cart.quantity.{product_id}")
    assert isinstance(field, QuantityField)
    line = field.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return field, line


def test_two_penyedia_are_two_checkouts_and_the_page_says_why(qtbot):
    page, deps, _ = make(qtbot, p_1=1000, p_4=1000)
    assert "Satu checkout hanya untuk satu penyedia" in words(page)
    button(page, "cart.checkout.v-2").click()
    assert isinstance(deps.navigator, RecordingNavigator)
    ((place, draft_id),) = deps.navigator.opened
    assert place == "checkout"
    draft = deps.drafts.get(draft_id)
    assert draft is not None
    assert draft.subject == "v-2"


def test_a_quantity_is_edited_in_place(qtbot):
    page, _, mine = make(qtbot, p_1=1000)
    _, line = editor(page, "p-1")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "12,5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert mine.cart.lines()[0].quantity == 1250
    assert "Rp750.000" in words(page)


def test_a_refused_quantity_stays_as_typed_with_its_sentence(qtbot):
    page, _, mine = make(qtbot, p_1=1000)
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], minimum=Quantity(500))
    field, line = editor(page, "p-1")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "2")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert field.has_error()
    assert line.text() == "2"
    page.open_item("")
    assert line.text() == "2"
    assert mine.cart.lines()[0].quantity == 1000


def test_a_delisted_line_blocks_its_penyedia_only(qtbot):
    page, _, mine = make(qtbot, p_1=1000, p_4=1000)
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], listed=False)
    page.open_item("")
    assert not button(page, "cart.checkout.v-1").isEnabled()
    assert button(page, "cart.checkout.v-2").isEnabled()
    assert "Selesaikan dahulu produk yang ditandai merah." in words(page)


def test_a_changed_price_is_told_and_taken(qtbot):
    page, _, mine = make(qtbot, p_1=1000)
    mine.world.products["p-1"] = replace(mine.world.products["p-1"], price=Rupiah(61_000))
    page.open_item("")
    assert "Semula Rp60.000, sekarang Rp61.000." in words(page)
    button(page, "cart.take_price.p-1").click()
    assert "Semula" not in words(page)


def test_removal_is_undone_by_the_banner(qtbot):
    page, _, mine = make(qtbot, p_1=1000, p_2=100)
    remove = page.findChild(QToolButton, "cart.remove.p-2")
    assert isinstance(remove, QToolButton)
    remove.click()
    assert "Toner hitam dikeluarkan dari Keranjang." in words(page)
    assert len(mine.cart.lines()) == 1
    undo = next(one for one in page.findChildren(QPushButton) if one.text() == "Kembalikan")
    undo.click()
    assert len(mine.cart.lines()) == 2


def test_an_empty_keranjang_leads_to_the_catalogue(qtbot):
    page, deps, _ = make(qtbot)
    assert "Keranjang kosong" in words(page)
    next(one for one in page.findChildren(QPushButton) if one.text() == "Buka Katalog").click()
    assert isinstance(deps.navigator, RecordingNavigator)
    assert deps.navigator.opened == [("catalogue", "")]
