"""The moves of a purchase, each done by the person whose move it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog, QWidget

from inaproc_core.orders.model import Order
from inaproc_core.orders.negotiation import prices_of
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.states import Party, State
from inaproc_core.orders.totals import listed_prices
from inaproc_core.roles import Role
from inaproc_desktop.tour import hands
from inaproc_desktop.tour.seat import Seat
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.catalogue.detail import ProductPanel
from inaproc_desktop.views.widgets import ConfirmDialog, DocumentPreview

PASSWORD = "Latihan-INAPROC-2026"
PASSPHRASE = "kunci latihan 2026"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is bought, and at which prices it is bargained.

    Attributes:
        words: what is typed into the search for each product id.
        amounts: how many of each product.
        rup: code of the RUP package.
    """

    flow: str
    vendor_id: str
    words: Mapping[str, str]
    amounts: Mapping[str, int]
    rup: str
    method: str
    channel: str
    bast_number: str


def fill_cart(buyer: Seat, wish: Wish) -> None:
    """Search, look, and put everything into the Keranjang."""
    buyer.go("catalogue")
    for n, (product_id, words) in enumerate(wish.words.items()):
        hands.type_into(buyer.window, "catalogue.search", words)
        hands.pick(buyer.window, "catalogue.results", product_id)
        see_product(buyer, product_id)
        hands.type_into(buyer.window, "catalogue.quantity", str(wish.amounts[product_id]))
        if n == 0:
            buyer.note(wish.flow, "Katalog, cari dan pilih")
        hands.click(buyer.window, "catalogue.add")
        hands.wait_until(
            lambda: any(line.product_id == product_id for line in buyer.deps.cart.lines()),  # noqa: B023
            f"{product_id} in the Keranjang",
        )
    buyer.go("cart")
    buyer.note(wish.flow, "Keranjang")


def see_product(buyer: Seat, product_id: str) -> None:
    """Wait until the panel shows the picked product: a quantity typed earlier belongs to the former one."""
    panels = buyer.window.findChildren(ProductPanel)
    hands.wait_until(
        lambda: any(panel.product_id == product_id for panel in panels), f"{product_id} beside the list"
    )


def check_out(buyer: Seat, wish: Wish) -> Order:
    """Fill the checkout in and submit it; returns the order with its number."""
    before = {view.order.id for view in buyer.deps.mirror.orders()}
    fill_in(buyer, wish)
    hands.click(buyer.window, "checkout.submit")

    def sent() -> bool:
        return any(
            view.order.id not in before and view.confirmed is not None for view in buyer.deps.mirror.orders()
        )

    hands.wait_until(sent, "the order's number from the backend")
    order = next(view.confirmed for view in buyer.deps.mirror.orders() if view.order.id not in before)
    assert order is not None
    buyer.wait_for(order.id, State.WAIT_SELLER)
    buyer.go("negotiation", order.id)
    buyer.note(wish.flow, "Negosiasi diajukan", order.id)
    return order


def fill_in(buyer: Seat, wish: Wish) -> None:
    """Begin the checkout of what the Keranjang holds, and fill it in until it could be submitted."""
    window = buyer.window
    hands.click(window, f"cart.checkout.{wish.vendor_id}")
    hands.see(window, "checkout.submit", QWidget)
    buyer.note(wish.flow, "Checkout, masih kurang")
    hands.pick_suggestion(window, "checkout.rup", wish.rup, wish.rup)
    hands.choose(window, "checkout.mak", "1.01.02.2.02")
    if wish.method == "UP":
        hands.choose(window, "checkout.ppk", "Bima")
    hands.type_into(window, "checkout.place.recipient", "Bagian Umum")
    hands.type_into(window, "checkout.place.phone", "081200000001")
    hands.type_into(window, "checkout.place.street", "Jalan Contoh Nomor 1")
    hands.pick_suggestion(window, "checkout.place.region", "cipaganti coblong", "Cipaganti")
    hands.type_into(window, "checkout.place.postal_code", "40131")
    today = buyer.deps.clock.now().date()
    hands.type_dates(
        window,
        "checkout.place.arrival",
        fmt.date(today + timedelta(days=3)),
        fmt.date(today + timedelta(days=9)),
    )
    hands.choose(window, "checkout.place.courier", "Kurir")
    hands.type_into(window, "checkout.note", "Mohon dikirim pada jam kerja.")
    tick(window, "checkout.declaration")
    hands.settle(0.4)
    buyer.note(wish.flow, "Checkout, lengkap")


def bargain(buyer: Seat, vendor: Seat, wish: Wish, order_id: str) -> None:
    """Counter, offer again, agree."""
    vendor.wait_for(order_id, State.WAIT_SELLER)
    vendor.go("home")
    vendor.note(wish.flow, "Beranda penyedia", order_id)
    vendor.go("negotiation", order_id)
    type_prices(vendor, order_id, lambda listed, other: other + (listed - other) * 6 // 10)
    hands.type_into(vendor.window, "negotiation.note", "Stok tersedia, siap kirim.")
    vendor.note(wish.flow, "Harga balasan", order_id)
    hands.click(vendor.window, "negotiation.send")
    buyer.wait_for(order_id, State.WAIT_BUYER)
    buyer.go("negotiation", order_id)
    type_prices(buyer, order_id, lambda listed, other: other - (listed - other) // 4 - 1)
    buyer.note(wish.flow, "Harga baru", order_id)
    hands.click(buyer.window, "negotiation.send")
    vendor.wait_for(order_id, State.WAIT_SELLER)
    vendor.go("negotiation", order_id)
    hands.click(vendor.window, "negotiation.agree")
    _confirm_if_asked(vendor)
    vendor.wait_for(order_id, State.AGREED)
    vendor.note(wish.flow, "Harga disepakati", order_id)


def hand_over(buyer: Seat, wish: Wish, order_id: str) -> None:
    """Ajukan ke PPK, or Lanjut Proses Pesanan."""
    buyer.wait_for(order_id, State.AGREED)
    buyer.go("negotiation", order_id)
    buyer.note(wish.flow, "Nego disepakati", order_id)
    hands.click(buyer.window, "negotiation.hand_over")
    _confirm_if_asked(buyer)
    buyer.wait_for(order_id, State.WAITING_PPK_REVIEW)


def review(ppk: Seat, wish: Wish, order_id: str) -> None:
    """Find the order under Daftar Persetujuan PPK, check it and make the Surat Pesanan."""
    ppk.wait_for(order_id, State.WAITING_PPK_REVIEW)
    ppk.go("approvals")
    hands.open_row(ppk.window, "approvals.table", order_id)
    hands.see(ppk.window, "approvals.issue", QWidget)
    hands.settle(0.3)
    ppk.note(wish.flow, "Tinjauan PPK", order_id)
    for point in CHECKLIST:
        tick(ppk.window, f"approvals.check.{point}")
    hands.type_into(ppk.window, "approvals.terms", "Barang disertai kartu garansi resmi.")
    ppk.note(wish.flow, "Daftar periksa lengkap", order_id)
    hands.click(ppk.window, "approvals.issue")
    _confirm_if_asked(ppk)
    ppk.wait_for(order_id, State.ESIGN_IN_PROGRESS)


def sign(person: Seat, wish: Wish, order_id: str, place: str, becomes: State, what: str) -> None:
    """Read the document, make a key where there is none, sign."""
    person.go(place, order_id)
    preview = hands.see(person.window, "signing.preview", DocumentPreview)
    hands.wait_until(preview.is_drawn, f"the document on the page “{place}”")
    person.note(wish.flow, what, order_id)
    if person.deps.keys.load(person.deps.signed_in.session.user_id) is None:
        hands.type_into(person.window, "signing.passphrase_new", PASSPHRASE)
        hands.type_into(person.window, "signing.passphrase_repeat", PASSPHRASE)
        hands.click(person.window, "signing.make_key")
    hands.type_into(person.window, "signing.passphrase", PASSPHRASE)
    hands.type_into(person.window, "signing.password", PASSWORD)
    hands.click(person.window, "signing.sign")
    _confirm_if_asked(person, patience=1.0)
    person.wait_for(order_id, becomes)
    hands.see(person.window, f"order.open_{place}", QAbstractButton)
    hands.settle(0.5)
    person.note(wish.flow, f"{what}, ditandatangani", order_id)


def ship(vendor: Seat, wish: Wish, order_id: str) -> None:
    """Send everything with the penyedia's own courier."""
    vendor.go("shipping", order_id)
    hands.type_into(vendor.window, "shipping.courier", "Armada sendiri")
    hands.type_into(vendor.window, "shipping.driver", "Sopir Latihan, 081200000002")
    vendor.note(wish.flow, "Pengiriman", order_id)
    hands.click(vendor.window, "shipping.send")
    _confirm_if_asked(vendor, patience=1.0)
    vendor.wait_for(order_id, State.SHIPPING)


def receive(ppk: Seat, wish: Wish, order_id: str) -> None:
    """Mark arrived, inspect, give the BAST its number."""
    ppk.wait_for(order_id, State.SHIPPING)
    ppk.go("receiving", order_id)
    hands.click(ppk.window, "receiving.mark_arrived_1")
    hands.type_into(ppk.window, "receiving.received_by", "Bagian Umum")
    ppk.note(wish.flow, "Barang tiba", order_id)
    hands.click(ppk.window, "receiving.confirm_arrived")
    ppk.wait_for(order_id, State.ARRIVED)
    for name in ("function_ok", "quantity_ok", "time_ok"):
        tick(ppk.window, f"receiving.{name}")
    ppk.note(wish.flow, "Pemeriksaan Tepat Guna", order_id)
    hands.click(ppk.window, "receiving.inspect")
    _confirm_if_asked(ppk, patience=1.0)
    ppk.wait_for(order_id, State.BAST_DRAFT)
    ppk.go("bast", order_id)
    hands.type_into(ppk.window, "signing.bast_number", wish.bast_number)
    hands.click(ppk.window, "signing.issue_bast")

    def issued() -> bool:
        order = ppk.order(order_id)
        return order is not None and order.bast is not None

    hands.wait_until(issued, "the BAST")


def pay(ppk: Seat, treasurer: Seat, wish: Wish, order_id: str) -> None:
    """The PPK picks the channel, the bendahara confirms."""
    ppk.wait_for(order_id, State.PAYMENT_PREPARATION)
    ppk.go("payments", order_id)
    hands.settle(0.3)
    tick(ppk.window, f"payments.channel_{wish.channel.lower()}")
    ppk.note(wish.flow, "Pilih metode pembayaran", order_id)
    hands.click(ppk.window, "payments.choose")
    _confirm_if_asked(ppk, patience=1.0)
    ppk.wait_for(order_id, State.WAIT_PAYMENT)
    treasurer.wait_for(order_id, State.WAIT_PAYMENT)
    treasurer.go("payments", order_id)
    hands.type_into(treasurer.window, "payments.reference", f"LATIHAN-{wish.flow.upper()}-0001")
    hands.type_into(treasurer.window, "payments.password", PASSWORD)
    treasurer.note(wish.flow, "Pembayaran", order_id)
    hands.click(treasurer.window, "payments.confirm")
    _confirm_if_asked(treasurer, patience=1.0)
    treasurer.wait_for(order_id, State.COMPLETED)
    treasurer.note(wish.flow, "Pembayaran berhasil", order_id)


def tick(window: QWidget, name: str) -> None:
    """Tick a box or a choice that is not ticked yet."""
    holder = hands.see(window, name, QWidget)
    box = holder if isinstance(holder, QAbstractButton) else holder.findChild(QCheckBox)
    if box is None:
        message = f"“{name}” cannot be ticked"
        raise hands.Stuck(message)
    if not box.isChecked():
        hands.press(box, name)


def type_prices(person: Seat, order_id: str, price: Callable[[int, int], int]) -> None:
    """Type a price per item, made of its listed price and the other side's last one."""
    order = person.order(order_id)
    assert order is not None
    other = Party.BUYER if person.deps.signed_in.actor.role is Role.PENYEDIA else Party.VENDOR
    theirs = prices_of(order, other)
    for item, listed in listed_prices(order.lines, order.services, order.deliveries).items():
        hands.type_into(person.window, f"negotiation.price.{item}", str(max(1, price(listed, theirs[item]))))


def _confirm_if_asked(person: Seat, patience: float = 2.0) -> None:
    def asked() -> list[QDialog]:
        return [one for one in person.window.findChildren(ConfirmDialog) if one.isVisible()]

    try:
        hands.wait_until(lambda: bool(asked()), "a question", patience)
    except hands.Stuck:
        return
    dialog = asked()[0]
    assert isinstance(dialog, ConfirmDialog)
    hands.press(dialog.confirm_button, "confirm")
