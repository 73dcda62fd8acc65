"""What the person at a driven window can do and see."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from inaproc_desktop.ports.data import OrderView
from inaproc_desktop.tour import hands, purchase
from inaproc_desktop.views.shell.sync_button import SyncButton
from tests.journeys.windows import FIRST_START, Window


class Hand(Window):
    """A window that comes up at the sign-in page, or in the frame where a session was kept."""

    def at_sign_in(self) -> None:
        """Wait for nothing: what comes up depends on the profile."""

    def note(self, flow: str, what: str, order_id: str = "") -> None:
        """Keep no picture by itself."""

    def live(self) -> None:
        """Let the window be."""
        hands.settle(0.02)

    # ---- coming and going

    def enter_as(self, username: str) -> None:
        """Sign in, and stay signed in on this machine."""
        hands.see(self.window, "sign_in.username", QWidget, FIRST_START)
        purchase.tick(self.window, "sign_in.keep")
        self.come_in(username, purchase.PASSWORD)

    def come_back(self) -> None:
        """Wait until the frame stands by itself, with or without a link."""
        try:
            hands.wait_until(lambda: self.window.current_page() != "", "the frame", FIRST_START)
        except hands.Stuck as stuck:
            raise hands.Stuck(f"{stuck}; the window says: {in_sight(self.window)}") from stuck
        hands.settle(0.3)

    def shut(self) -> None:
        """Close the window."""
        self.window.close()

    def see_picture(self, place: str) -> None:
        """Keep a picture."""
        hands.settle(0.4)
        assert self.window.grab().save(place), place

    # ---- doing

    def open(self, page: str, item: str = "") -> None:
        """Open a page."""
        self.go(page, item)

    def press(self, name: str) -> None:
        """Press a button."""
        hands.click(self.window, name)

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        hands.type_into(self.window, name, text)

    def fill_checkout(self, amount: int) -> None:
        """Put chairs into the Keranjang and fill the checkout in."""
        purchase.fill_cart(self, _wish(amount))
        purchase.fill_in(self, _wish(amount))

    def begin_checkout(self, amount: int, note: str) -> str:
        """Begin a checkout of something and type only a note; returns the draft's id once it is kept."""
        wish = _wish(amount)
        before = {draft.id for draft in self.deps.drafts.all("checkout")}
        purchase.fill_cart(self, wish)
        hands.click(self.window, f"cart.checkout.{wish.vendor_id}")
        hands.type_into(self.window, "checkout.note", note)

        def kept() -> list[str]:
            drafts = self.deps.drafts.all("checkout")
            return [one.id for one in drafts if one.id not in before and one.content.get("note") == note]

        hands.wait_until(lambda: bool(kept()), "the draft to be kept")
        return kept()[0]

    def offer(self, order_id: str) -> None:
        """Type new prices and send them."""
        self.go("negotiation", order_id)
        self.prices(order_id)
        hands.click(self.window, "negotiation.send")

    def prices(self, order_id: str) -> None:
        """Type new prices."""
        purchase.type_prices(self, order_id, lambda listed, other: other - (listed - other) // 4 - 1)

    # ---- seeing

    def sees(self, words: str, patience: float = hands.PATIENCE) -> None:
        """Wait until these words stand somewhere in the window."""
        try:
            hands.wait_until(lambda: words in in_sight(self.window), f"“{words}”", patience)
        except hands.Stuck as stuck:
            raise hands.Stuck(f"{stuck}; the window says: {in_sight(self.window)}") from stuck

    def typed(self, name: str) -> str:
        """Return what stands in a field."""
        field = hands.see(self.window, name, QWidget)
        editors: list[Any] = [
            one
            for kind in (QLineEdit, QPlainTextEdit)
            for one in ([field] if isinstance(field, kind) else field.findChildren(kind))
        ]
        first = editors[0]
        return str(first.text() if isinstance(first, QLineEdit) else first.toPlainText())

    def pill(self, words: str, patience: float = hands.PATIENCE) -> None:
        """Wait until the line of the state begins with these words."""
        button = self.window.findChild(SyncButton)
        assert button is not None
        try:
            hands.wait_until(lambda: button.text().startswith(words), f"“{words}”", patience)
        except hands.Stuck as stuck:
            raise hands.Stuck(f"{stuck}; it says “{button.text()}”") from stuck

    def unsettled(self) -> list[str]:
        """Return the commands that *Kotak Keluar* holds."""
        return [deed.command for deed in self.deps.outbox.deeds()]

    def orders(self) -> list[tuple[str, str, str]]:
        """Return id, number and state of every order that the machine shows, as confirmed."""

        def of(view: OrderView) -> tuple[str, str, str]:
            confirmed = view.confirmed
            return view.order.id, confirmed.number if confirmed else "", view.order.state.value

        return [of(view) for view in self.deps.mirror.orders()]


def in_sight(window: QWidget) -> str:
    """Return all words in sight: labels, buttons, tables."""
    words = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    words += [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    for table in window.findChildren(QTableView):
        if table.isVisible() and (model := table.model()) is not None:
            for number in range(model.rowCount()):
                for column in range(model.columnCount()):
                    index = model.index(number, column)
                    words.append(str(model.data(index, Qt.ItemDataRole.AccessibleTextRole) or ""))
    return "\n".join(words)


def _wish(amount: int) -> purchase.Wish:
    return purchase.Wish(
        flow="terputus",
        vendor_id="latihan-v1",
        words={"latihan-p-kursi-siswa": "kursi siswa tegakarya"},
        amounts={"latihan-p-kursi-siswa": amount},
        rup="99000001",
        method="UP",
        channel="KKP",
        bast_number="",
    )
