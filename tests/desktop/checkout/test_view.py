"""The checkout in real widgets: filled in by hand, judged while typing, restored as it was left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QToolButton

from inaproc_core.errors import Refusal
from inaproc_core.orders.content import Courier, PaymentMethod, PaymentPlan
from inaproc_core.orders.merging import Side, merge
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.composition import buying
from inaproc_desktop.ports.checkout import CheckoutForm
from inaproc_desktop.ports.drafts import ClashKind, DraftClash, DraftVersion, VersionOrigin
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.views.checkout.versions import VersionsDialog
from inaproc_desktop.views.checkout.view import CheckoutPage
from inaproc_desktop.views.checkout.words import executor_words, plan_words, problem_item
from inaproc_desktop.views.widgets import Field, Option, Tone
from inaproc_desktop.views.widgets.choice import ChoiceDot
from tests import builders
from tests.desktop.fake_data import World, office
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fakes import ImmediateRunner, RecordingNavigator
from tests.desktop.services.checkout.desk import PLACE, complete
from tests.desktop.services.checkout.desk import make as make_service

MAK = "1.01.01.2.06.0002.5.1.02.01.01.0024"


class Seat:
    """A page in front of somebody, with what stands behind it."""

    def __init__(self, qtbot, actor: Actor = builders.PP, world: World | None = None) -> None:
        self.qtbot = qtbot
        self.service, self.mine = make_service(actor, world or office())
        self.deps, _ = fake_deps(self.mine.world, actor, mine=self.mine)
        self.page = self.make()

    def make(self) -> CheckoutPage:
        spec = next(one for one in buying.pages(self.deps) if one.place_id == "checkout")
        page = spec.make()
        assert isinstance(page, CheckoutPage)
        self.qtbot.addWidget(page)
        page.resize(1180, 720)
        page.show()
        return page

    def open(self, item_id: str) -> None:
        self.page.open_item(item_id)
        self.qtbot.wait(1)

    def open_complete(self, **amounts: int) -> str:
        form = complete(self.service, self.mine, **amounts)
        self.open(form.order_id)
        return form.order_id

    def pause(self) -> None:
        """Let the pause in typing pass."""
        assert isinstance(self.deps.runner, ImmediateRunner)
        self.deps.runner.fire_timers()

    def kept(self, order_id: str) -> CheckoutForm:
        """Return the draft on the disk."""
        desk = self.service.open(order_id)
        assert desk is not None
        return desk.form

    def value(self, name: str) -> object:
        """Return the value of a field."""
        return self.field(name).value()  # type: ignore[attr-defined]

    def field(self, name: str) -> Field:
        found = self.page.findChild(Field, name)
        assert isinstance(found, Field), name
        return found

    def line(self, name: str, at: int = 0) -> QLineEdit:
        return self.field(name).findChildren(QLineEdit)[at]

    def type(self, name: str, text: str, at: int = 0) -> None:
        line = self.line(name, at)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def pick(self, name: str, number: int) -> None:
        box = self.field(name).findChild(QComboBox)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(number)
        box.activated.emit(number)

    def button(self, name: str) -> QPushButton:
        found = self.page.findChild(QPushButton, name)
        assert isinstance(found, QPushButton), name
        return found

    def words(self) -> str:
        shown = [label for label in self.page.findChildren(QLabel) if label.isVisibleTo(self.page)]
        return "\n".join(label.text() for label in shown)

    def missing(self) -> list[str]:
        return [item.id for item in self.page.panel.checklist.items()]


def test_a_purchase_is_filled_in_by_hand_and_submitted(qtbot):
    seat = Seat(qtbot)
    seat.mine.put_in_cart("p-1", 1000)
    seat.mine.put_in_cart("p-2", 1000)
    order_id = seat.service.start_from_cart("v-1")
    seat.open(order_id)
    submit = seat.button("checkout.submit")
    assert not submit.isEnabled()
    assert "Lengkapi 9 hal di bawah dahulu." in seat.words()

    rup = seat.page.budget.rup
    seat.type("checkout.rup", "5140")
    rup.open_list()
    assert [rup.suggestion(at).id for at in range(2)] == ["51402877", "51402901"]
    rup.pick(rup.suggestion(0))
    assert seat.value("checkout.mak") == MAK
    assert "sisa Rp236.014.000" in seat.words()
    seat.pick("checkout.ppk", 0)
    seat.type("checkout.place.recipient", "Bagian Umum")
    seat.type("checkout.place.phone", "0812-3456-7890")
    seat.type("checkout.place.street", "Jalan Contoh Nomor 1")
    region = seat.page.places.editor.region
    seat.line("checkout.place.region").setText("merdeka")
    region.open_list()
    region.pick(region.suggestion(0))
    assert seat.line("checkout.place.postal_code").text() == "40113"
    seat.type("checkout.place.arrival", "1-12-2026")
    seat.type("checkout.place.arrival", "5-12-2026", 1)
    assert seat.missing() == ["declaration"]
    seat.field("checkout.declaration").findChild(QCheckBox).click()
    assert seat.missing() == []
    qtbot.wait(1)
    assert "Tidak ada yang kurang." in seat.words()
    assert submit.isEnabled()
    submit.click()
    assert isinstance(seat.deps.navigator, RecordingNavigator)
    assert seat.deps.navigator.opened == [("negotiation", order_id)]
    order = seat.mine.world.orders[order_id]
    assert (order.state, order.mak) == (State.WAIT_SELLER, MAK)
    assert order.deliveries[0].region_path.startswith("Merdeka")


def test_totals_and_verdict_follow_every_key(qtbot):
    seat = Seat(qtbot)
    seat.open_complete(p_3=100)
    texts = dict(seat.page.panel.summary.texts())
    assert texts["Harga produk"] == "Rp8.000.000"
    assert "Rp8.935.500 ≤ Rp200.000.000" in seat.words()
    line = seat.line("checkout.quantity.p-3")
    line.setFocus()
    line.selectAll()
    seat.qtbot.keyClicks(line, "23")
    texts = dict(seat.page.panel.summary.texts())
    assert texts["Harga produk"] == "Rp184.000.000"
    assert "> Rp200.000.000" in seat.words()
    assert "Bukan wewenang Anda" in seat.words()
    assert not seat.button("checkout.submit").isEnabled()
    assert "total" in seat.missing()


def test_a_wrong_offer_says_why_at_its_field_and_keeps_what_was_typed(qtbot):
    seat = Seat(qtbot)
    seat.open_complete()
    seat.type("checkout.offer.product.p-1", "60000")
    field = seat.field("checkout.offer.product.p-1")
    assert field.has_error()
    assert seat.line("checkout.offer.product.p-1").text() == "60.000"
    assert seat.missing() == ["offers.product:p-1"]
    seat.type("checkout.offer.product.p-1", "59999")
    assert not field.has_error()
    assert seat.missing() == []


def test_the_discount_fills_every_offer_and_says_when_it_replaces_typed_ones(qtbot):
    seat = Seat(qtbot)
    seat.open_complete()
    assert seat.line("checkout.offer.product.p-1").text() == "57.000"
    assert seat.line("checkout.offer.shipping.p1").text() == "64.600"
    seat.type("checkout.offer.product.p-1", "50000")
    assert "1 harga Anda isi sendiri" in seat.words()
    seat.pick("checkout.discount", 5)
    assert seat.line("checkout.offer.product.p-1").text() == "54.000"
    assert seat.line("checkout.offer.shipping.p1").text() == "61.200"
    assert "harga Anda isi sendiri" not in seat.words()


def test_a_suggested_shipping_offer_follows_the_weight(qtbot):
    seat = Seat(qtbot)
    seat.open_complete(p_1=1000)
    before = seat.line("checkout.offer.shipping.p1").text()
    seat.type("checkout.quantity.p-1", "1000")
    assert before == "47.500"
    assert seat.line("checkout.offer.shipping.p1").text() == "4.750.000"


def test_a_draft_comes_back_exactly_even_what_cannot_be_read(qtbot):
    seat = Seat(qtbot)
    order_id = seat.open_complete()
    seat.type("checkout.place.recipient", "Gudang")
    seat.type("checkout.offer.product.p-1", "5o.000")
    seat.type("checkout.place.arrival", "32-12-2026", 1)
    seat.page.note.note.changed.emit("Mohon dikemas")
    seat.pause()
    assert "Draf · tersimpan 09.30 di perangkat ini" in seat.words()
    seat.page.close()
    seat.page = seat.make()
    seat.open(order_id)
    assert seat.line("checkout.place.recipient").text() == "Gudang"
    assert seat.line("checkout.offer.product.p-1").text() == "5o.000"
    assert seat.line("checkout.place.arrival").text() == "1 Des 2026"
    assert seat.line("checkout.place.arrival", 1).text() == "32-12-2026"
    assert seat.value("checkout.note") == "Mohon dikemas"
    assert set(seat.missing()) == {"places.p1.arrival", "offers.product:p-1"}


def test_the_checklist_leads_to_the_field_of_another_place(qtbot):
    seat = Seat(qtbot)
    seat.open_complete(p_1=1000)
    seat.button("checkout.place.add").click()
    seat.type("checkout.place.recipient", "Gudang UPT")
    second = seat.page.places.editor.place_id
    assert second.startswith("p2-")
    seat.page.places.table.choose("p1")
    assert seat.line("checkout.place.recipient").text() == "Bagian Umum"
    assert f"places.{second}.street" in seat.missing()
    seat.page.panel.followed.emit(f"places.{second}.street")
    assert seat.page.places.editor.place_id == second
    assert seat.page.focusWidget() is seat.line("checkout.place.street")


def test_quantities_are_shared_among_places(qtbot):
    seat = Seat(qtbot)
    order_id = seat.open_complete(p_1=1000)
    seat.button("checkout.place.add").click()
    second = seat.page.places.editor.place_id
    seat.page.places.table.choose("p1")
    seat.type("checkout.share.p-1", "6,5")
    seat.page.places.table.choose(second)
    seat.button("checkout.place.take_rest").click()
    assert seat.line("checkout.share.p-1").text() == "3,5"
    seat.pick("checkout.plan", 1)
    seat.pause()
    form = seat.kept(order_id)
    assert [dict(place.quantities) for place in form.places] == [{"p-1": 650}, {"p-1": 350}]
    assert form.plan is PaymentPlan.TERMIN
    seat.button("checkout.place.remove").click()
    assert [place.id for place in seat.kept(order_id).places] == ["p1", second]
    seat.pause()
    form = seat.kept(order_id)
    assert ([place.id for place in form.places], form.plan) == (["p1"], PaymentPlan.ONCE)


def test_a_third_party_courier_has_no_offer(qtbot):
    seat = Seat(qtbot)
    seat.open_complete()
    seat.pick("checkout.place.courier", list(Courier).index(Courier.THIRD_PARTY))
    assert seat.page.findChild(Field, "checkout.offer.shipping.p1") is None or not seat.field(
        "checkout.offer.shipping.p1"
    ).isVisibleTo(seat.page)
    assert dict(seat.page.panel.summary.texts())["Kurir pihak ketiga"] == "Rp68.000"


def test_a_ppk_reviews_their_own_purchase_and_may_pay_by_ls(qtbot):
    seat = Seat(qtbot, builders.PPK)
    seat.open_complete()
    assert seat.value("checkout.ppk") == "a-ppk"
    assert not seat.field("checkout.ppk").findChild(QComboBox).isEnabled()
    assert "Anda sendiri yang meninjau" in seat.words()
    assert seat.value("checkout.method") == PaymentMethod.LS


def test_a_pp_pays_by_up_only(qtbot):
    seat = Seat(qtbot)
    seat.open_complete()
    box = seat.field("checkout.method").findChild(QComboBox)
    assert [box.itemText(at) for at in range(box.count())] == ["Uang Persediaan (UP)"]


def test_a_package_without_accounts_lets_the_mak_be_typed(qtbot):
    seat = Seat(qtbot)
    seat.mine.world.rups["51402877"] = replace(builders.rup(), maks=())
    seat.open_complete()
    assert seat.field("checkout.mak_text").isVisibleTo(seat.page)
    seat.type("checkout.mak_text", "")
    seat.line("checkout.mak_text").clear()
    seat.field("checkout.mak_text").changed.emit("")
    assert seat.missing() == ["mak"]


def test_a_changed_price_is_taken_beside_its_product(qtbot):
    seat = Seat(qtbot)
    form = complete(seat.service, seat.mine)
    seat.mine.world.products["p-1"] = replace(seat.mine.world.products["p-1"], price=Rupiah(61_000))
    seat.open(form.order_id)
    assert "harga berubah: Rp60.000 menjadi Rp61.000 per rim" in seat.words()
    take = next(
        one
        for one in seat.page.goods.findChildren(QPushButton)
        if one.text() == "Pakai harga baru" and one.isVisibleTo(seat.page)
    )
    take.click()
    assert seat.missing() == []


def test_a_refusal_by_the_backend_shows_at_its_field_with_everything_still_there(qtbot):
    seat = Seat(qtbot)
    seat.open_complete()
    seat.page.note.note.changed.emit("jangan hilang")
    seat.mine.world.refuse_next = Refusal(
        code="checkout.rup_not_announced", field="rup_code", facts={"rup": "1"}
    )
    seat.button("checkout.submit").click()
    assert "Belum dapat diajukan:" in seat.words()
    assert seat.field("checkout.rup").has_error()
    assert seat.value("checkout.note") == "jangan hilang"
    assert seat.button("checkout.submit").isVisibleTo(seat.page)


def test_offline_the_page_says_sent_but_not_ordered(qtbot):
    seat = Seat(qtbot)
    seat.mine.world.online = False
    seat.open_complete()
    assert "Anda sedang luring." in seat.words()
    seat.button("checkout.submit").click()
    assert "Belum terkirim" in seat.words()
    assert "belum menjadi pesanan" in seat.words()
    seat.button("checkout.sent.outbox").click()
    seat.button("checkout.sent.catalogue").click()
    assert isinstance(seat.deps.navigator, RecordingNavigator)
    assert seat.deps.navigator.opened == [("outbox", ""), ("catalogue", "")]


def test_discarding_asks_first(qtbot):
    seat = Seat(qtbot)
    seat.open_complete()
    seat.button("checkout.discard").click()
    assert seat.mine.drafts.all() != ()
    (dialog,) = (one for one in seat.page.window().findChildren(QDialog) if one.isVisible())
    yes = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Hapus draf")
    yes.click()
    assert seat.mine.drafts.all() == ()


def test_nothing_to_check_out_leads_to_the_keranjang(qtbot):
    seat = Seat(qtbot)
    seat.open("")
    assert "Tidak ada checkout yang dikerjakan" in seat.words()
    start = next(one for one in seat.page.findChildren(QPushButton) if one.text() == "Buka Keranjang")
    start.click()
    assert isinstance(seat.deps.navigator, RecordingNavigator)
    assert seat.deps.navigator.opened == [("cart", "")]


def test_used_addresses_fill_a_place(qtbot):
    world = office()
    world.add_orders(builders.play_to(State.WAIT_SELLER))
    seat = Seat(qtbot, world=world)
    seat.open_complete(p_1=1000)
    seat.button("checkout.place.add").click()
    assert seat.line("checkout.place.recipient").text() == ""
    seat.pick("checkout.place.used", 0)
    assert seat.line("checkout.place.recipient").text() == "Bagian Umum"


def test_dropping_a_product_leaves_it_in_the_keranjang(qtbot):
    seat = Seat(qtbot)
    seat.open_complete()
    drop = seat.page.goods.findChild(QToolButton, "checkout.drop.p-2")
    assert isinstance(drop, QToolButton)
    drop.click()
    assert "Toner hitam" not in seat.words()
    assert len(seat.mine.cart.lines()) == 2


@pytest.mark.parametrize(
    ("actor", "total", "tone", "said"),
    [
        (builders.PP, 200_000_000, Tone.OK, "Tepat di batas"),
        (builders.PP, 199_999_000, Tone.OK, "Selisih Rp1.000 dari batas"),
        (builders.PP, 200_000_001, Tone.BAD, "Rp1 di atas batas. Kurangi jumlah barang"),
        (builders.PPK, 200_000_001, Tone.OK, "Wewenang PPK. Rp1 di atas batas"),
        (builders.PPK, 200_000_000, Tone.BAD, "Minta Pejabat Pengadaan membuat pesanan ini"),
    ],
)
def test_the_threshold_in_words(qapp, actor, total, tone, said):
    world = office()
    world.vendors["v-1"] = replace(world.vendors["v-1"], pkp=False)
    world.products["p-9"] = builders.product("p-9", price=total, weight=0)
    service, mine = make_service(actor, world)
    form = complete(service, mine, p_9=100)
    verdict = service.evaluate(form, service.know(form))
    assert verdict.executor is not None
    shown = executor_words(verdict.executor, verdict.may_buy)
    assert shown[0] is tone
    assert "Rp200.000.000" in shown[1]
    assert said in shown[2]


def test_every_problem_of_an_empty_form_has_words(qapp):
    service, mine = make_service()
    form = replace(
        complete(service, mine),
        rup_code="",
        mak="",
        ppk_access_id="",
        method=None,
        declaration=False,
        plan=PaymentPlan.TERMIN,
        places=(replace(PLACE, id="p1", recipient="", arrive_to=None),),
        offers={"product:p-1": None, "shipping:p1": Rupiah(-1)},
    )
    form = replace(form, lines=(replace(form.lines[0], quantity=None), *form.lines[1:]))
    sheet = service.sheet(form, service.know(form))
    items = [problem_item(problem, sheet) for problem in sheet.verdict.problems]
    assert len(items) >= 9
    assert all(item.text and "." not in item.text and item.detail for item in items), items
    assert plan_words(PaymentPlan.TERMIN)


def test_options_of_the_picker_carry_the_money_left(qtbot):
    seat = Seat(qtbot)
    seat.open_complete()
    seat.page.budget.rup.open_list()
    option = seat.page.budget.rup.suggestion(0)
    assert isinstance(option, Option)
    assert "sisa Rp250.000.000" in option.detail


def test_a_hundred_hundredths_are_one(qtbot):
    seat = Seat(qtbot)
    seat.open_complete(p_1=150)
    assert seat.line("checkout.quantity.p-1").text() == "1,5"
    assert Quantity(150) == seat.value("checkout.quantity.p-1")


# ---- other devices of the person


def arrive(seat: Seat, form: CheckoutForm) -> None:
    seat.deps.bus.publish(seat.mine.shared.arrive(form))
    seat.qtbot.wait(1)


def test_an_update_from_another_device_is_said_and_leaves_the_cursor_alone(qtbot):
    seat = Seat(qtbot)
    order_id = seat.open_complete(p_1=1000)
    street = seat.line("checkout.place.street")
    street.setFocus()
    street.setCursorPosition(3)
    arrive(seat, replace(seat.kept(order_id), note="Dari meja lain"))
    assert seat.value("checkout.note") == "Dari meja lain"
    assert "Diperbarui dari Meja 2" in seat.words()
    assert seat.page.focusWidget() is street
    assert street.cursorPosition() == 3


def test_typing_goes_on_while_an_update_comes(qtbot):
    seat = Seat(qtbot)
    order_id = seat.open_complete(p_1=1000)
    there = replace(seat.kept(order_id), note="Dari meja lain")
    recipient = seat.line("checkout.place.recipient")
    recipient.setFocus()
    recipient.selectAll()
    qtbot.keyClicks(recipient, "Gudang B")
    arrive(seat, there)
    qtbot.keyClicks(recipient, "arat")
    assert recipient.text() == "Gudang Barat"
    seat.pause()
    kept = seat.kept(order_id)
    assert (kept.places[0].recipient, kept.note) == ("Gudang Barat", "Dari meja lain")
    assert recipient.text() == "Gudang Barat"
    assert seat.value("checkout.note") == "Dari meja lain"


def clash_in(seat: Seat, order_id: str, kind: ClashKind = ClashKind.EDITED) -> DraftClash:
    mine = seat.kept(order_id)
    place, line = mine.places[0], mine.lines[0]
    base = replace(
        mine,
        note="Kirim pagi",
        lines=(replace(line, quantity=Quantity(500)),),
        places=(replace(place, arrive_to=None, street="Jalan Lama"),),
        offers={"product:p-1": Rupiah(50_000)},
    )
    theirs = replace(
        base,
        note="Kirim sore",
        lines=(replace(line, quantity=Quantity(700)),),
        places=(replace(place, street="Jalan Baru Nomor 7", arrive_from=None),),
        offers={"product:p-1": Rupiah(48_000)},
        rup_code="51402901",
        mak="",
        ppk_access_id="a-ppk2",
        method=PaymentMethod.LS,
    )
    base = replace(base, rup_code="", mak="", ppk_access_id="", method=None)
    mine = replace(mine, offers={"product:p-1": Rupiah(52_000)}, note="Mohon dikemas per ruangan")
    clash = DraftClash(
        draft_id=order_id,
        kind=kind,
        base=base,
        mine=mine,
        theirs=theirs if kind is ClashKind.EDITED else None,
        places=merge(base, mine, theirs).clashes,
        number="EP-01KAR2M3N4P5Q6R7S8T9V0W1X2" if kind is ClashKind.SUBMITTED else "",
        device="LAPTOP-GUDANG",
    )
    seat.mine.shared.clashes[order_id] = clash
    return clash


def test_a_clash_is_read_in_three_columns_and_decided_row_by_row(qtbot):
    seat = Seat(qtbot)
    order_id = seat.open_complete(p_1=1000)
    clash_in(seat, order_id)
    seat.open(order_id)
    seat.deps.bus.publish(ChangeSet.of("draft", ids=[order_id], initiator="sync"))
    card = seat.page.clash
    assert card.isVisibleTo(seat.page)
    assert "LAPTOP-GUDANG" in seat.words()
    assert card.grid is not None
    rows = {row.id: (row.name, row.base, row.mine, row.theirs) for row in card.grid.rows()}
    assert rows["lines.p-1.quantity"] == ("Jumlah: Kertas HVS A4 80 gsm", "5 rim", "10 rim", "7 rim")
    assert rows["note"] == ("Catatan", "Kirim pagi", "Mohon dikemas per ruangan", "Kirim sore")
    assert rows["offers.product:p-1"][1:] == ("Rp50.000", "Rp52.000", "Rp48.000")
    assert rows["places.p1.address"][3].startswith("Jalan Baru Nomor 7, Merdeka")
    assert rows["budget"][2:] == (f"51402877 · {MAK}", "51402901")
    assert rows["method"][1:] == ("—", "Uang Persediaan (UP)", "Langsung (LS)")
    assert rows["ppk_access_id"][1:] == ("—", "Bima Latihan", "Citra Latihan")
    assert rows["places.p1.arrival"][0] == "Permintaan tiba: lokasi 1, Bagian Umum"
    assert not seat.button("checkout.submit").isEnabled()
    assert "Pilih dahulu isian yang berlaku" in seat.words()
    card.grid.choose("note", mine=False)
    seat.button("checkout.clash.use").click()
    chosen = seat.mine.shared.resolved[0]
    assert (chosen["note"], chosen["budget"]) == (Side.THEIRS, Side.MINE)
    assert not card.isVisibleTo(seat.page)
    assert seat.value("checkout.note") == "Kirim sore"
    assert seat.button("checkout.submit").isEnabled() == seat.page.panel.submit.isEnabled()


@pytest.mark.parametrize("kind", [ClashKind.DISCARDED, ClashKind.SUBMITTED])
def test_a_draft_that_ended_elsewhere_asks_what_becomes_of_the_rest(qtbot, kind: ClashKind):
    seat = Seat(qtbot)
    order_id = seat.open_complete(p_1=1000)
    clash_in(seat, order_id, kind)
    seat.deps.bus.publish(ChangeSet.of("draft", ids=[order_id], initiator="sync"))
    said = "dihapus di perangkat lain" if kind is ClashKind.DISCARDED else "EP-01KAR2M3N4P5Q6R7S8T9V0W1X2"
    assert said in seat.words()
    seat.button("checkout.clash.renew").click()
    assert seat.mine.drafts.get(order_id) is None
    assert "disimpan di sini sebagai draf baru" in seat.words()
    newest = seat.service.open("")
    assert newest is not None
    clash_in(seat, newest.form.order_id, kind)
    seat.deps.bus.publish(ChangeSet.of("draft", ids=[newest.form.order_id], initiator="sync"))
    seat.button("checkout.clash.drop").click()
    assert seat.mine.shared.discarded == [newest.form.order_id]


def test_an_earlier_version_is_picked_from_a_list(qtbot):
    seat = Seat(qtbot)
    order_id = seat.open_complete(p_1=1000)
    form = seat.kept(order_id)
    seat.mine.shared.kept[order_id] = tuple(
        DraftVersion(n=n, saved_at=builders.NOW, origin=origin, form=replace(form, note=f"versi {n}"))
        for n, origin in enumerate(VersionOrigin, start=1)
    )
    seat.button("checkout.versions.open").click()
    dialog = seat.page.window().findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    assert not dialog.confirm_button.isEnabled()
    dot = dialog.findChild(ChoiceDot, "checkout.version.3")
    assert isinstance(dot, ChoiceDot)
    assert "sebelum diperbarui perangkat lain" in dot.text()
    dot.click()
    dialog.confirm_button.click()
    qtbot.wait(1)
    assert seat.value("checkout.note") == "versi 3"


def test_without_earlier_versions_the_list_says_so(qtbot):
    seat = Seat(qtbot)
    seat.open_complete(p_1=1000)
    seat.button("checkout.versions.open").click()
    dialog = seat.page.window().findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    assert dialog.list.chosen() is None
    dialog.reject()
