"""Keranjang: a card per penyedia, because one checkout has one penyedia."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.errors import Refusal
from inaproc_desktop.ports.buying import Amount, CartView
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.cart.group import VendorGroup
from inaproc_desktop.views.widgets import (
    Banner,
    EmptyState,
    EmptyText,
    Page,
    PillText,
    Tone,
    label,
    parts,
)
from inaproc_desktop.views.words import failure_words, refusal_sentence


class CartPage(Page):
    """The page.

    Signals:
        quantity_changed(str, Amount): product and what was typed.
        price_taken(str): the new price of a product was seen.
        removed(str): a product is to go.
        undone(): put the last one back.
        checkout_asked(str): id of the penyedia.
        catalogue_asked(): look for products.
        product_opened(str): look at one.
    """

    quantity_changed = Signal(str, Amount)
    price_taken = Signal(str)
    removed = Signal(str)
    undone = Signal()
    checkout_asked = Signal(str)
    catalogue_asked = Signal()
    product_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Keranjang"))
        self._groups: dict[str, VendorGroup] = {}
        self._undo = Banner(Tone.NEUTRAL)
        self._undo.setObjectName("cart.undo")
        self._undo.action.connect(self.undone)
        self._rule = label(
            self.tr("Satu checkout hanya untuk satu penyedia; tiap penyedia menjadi pesanan tersendiri."),
            "muted",
            wrap=True,
        )
        self._area, self._list = self.scrollable()
        self._list.addStretch(1)
        self._empty = EmptyState(
            EmptyText(
                self.tr("Keranjang kosong"),
                self.tr("Cari produk di Katalog, lalu tekan Tambah Keranjang."),
                self.tr("Buka Katalog"),
            ),
            "cart",
        )
        self._empty.setObjectName("cart.empty")
        self._empty.action.connect(self.catalogue_asked)
        self._waiting = label(self.tr("Memuat…"), "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._undo)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._waiting, 1)
        for part in (self._undo, self._rule, self._area, self._empty):
            part.hide()

    def show_cart(self, cart: CartView) -> None:
        """Show all lines by penyedia."""
        self.show_banner(Tone.BAD, "")
        self._waiting.hide()
        shown = {group.vendor_id for group in cart.groups}
        for vendor_id in [known for known in self._groups if known not in shown]:
            card = self._groups.pop(vendor_id)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, group in enumerate(cart.groups):
            card = self._groups.get(group.vendor_id) or self._new_group(group.vendor_id, place)
            card.show_group(group)
        full = bool(cart.groups)
        parts.show_or_hide(self._area, full)
        parts.show_or_hide(self._empty, not full)
        parts.show_or_hide(self._rule, len(cart.groups) > 1)
        if not full:
            self.show_status(None)
            self.show_note("")
            return
        count = self.tr("{count} dari {most} baris").format(count=cart.lines, most=cart.most_lines)
        nearly = cart.lines * 10 >= cart.most_lines * 9
        self.show_status(PillText(count, Tone.WARN if nearly else Tone.NEUTRAL))
        self.show_note(
            self.tr("Jumlah harga {goods} sebelum pajak dan ongkir").format(goods=fmt.rupiah(cart.goods))
        )

    def show_quantity_refused(self, product_id: str, refusal: Refusal) -> None:
        """Say at the line why its quantity was not taken; what was typed stays."""
        for card in self._groups.values():
            if card.show_quantity_refused(product_id, refusal):
                return

    def show_undo(self, name: str) -> None:
        """Offer to put the removed product back; an empty name takes the offer away."""
        text = self.tr("{name} dikeluarkan dari Keranjang.").format(name=name) if name else ""
        self._undo.show_text(Tone.NEUTRAL, text, self.tr("Kembalikan"))

    def show_refused(self, refusal: Refusal) -> None:
        """Say why something else was not done."""
        self.show_banner(Tone.WARN, refusal_sentence(refusal))

    def show_busy(self, busy: bool) -> None:
        """Keep Checkout from being pressed twice."""
        for card in self._groups.values():
            card.show_busy(busy)

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        words = failure_words(error)
        if words is None:
            raise error
        self.show_banner(Tone.BAD, words.happened)

    def _new_group(self, vendor_id: str, place: int) -> VendorGroup:
        card = self._groups[vendor_id] = VendorGroup(vendor_id)
        card.quantity_changed.connect(self.quantity_changed)
        card.price_taken.connect(self.price_taken)
        card.removed.connect(self.removed)
        card.product_opened.connect(self.product_opened)
        card.checkout_asked.connect(self.checkout_asked)
        self._list.insertWidget(place, card)
        return card
