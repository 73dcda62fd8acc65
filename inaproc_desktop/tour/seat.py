"""One person at their own window, with their own profile on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_desktop.app import Program, parse
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.storage.places import Places
from inaproc_desktop.tour import hands
from inaproc_desktop.tour.record import Record
from inaproc_desktop.views.widgets import Table

PASSPHRASE = "frasa sandi simulasi"
"""Of every machine of the tour: it has a secret store of its own, and leaves the system's alone."""

_WIDTH, _HEIGHT = 1366, 768
_FIRST_START = 60.0
"""Seconds that the very first start may take on a slow machine: nothing is compiled or cached yet."""


class Seat:
    """A person, their window, and what the tour notes about them."""

    def __init__(self, username: str, folder: Path, server: str, record: Record) -> None:
        self.username = username
        self._record = record
        places = Places(folder / username)
        places.prepare()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._program = Program(application, places, parse(["--server", server]))
        self.window = self._program.window
        self.window.resize(_WIDTH, _HEIGHT)
        self._program.show()
        # One after the other: five programs fetching the same modules at once is nothing a person does.
        hands.see(self.window, "sign_in.people", Table, _FIRST_START)

    def sign_in(self) -> None:
        """Choose the training person and press Masuk."""
        hands.pick(self.window, "sign_in.people", self.username)
        hands.settle()
        self._record.step("masuk", self.username, "Masuk", self.window)
        hands.click(self.window, "sign_in.submit")
        self.give_passphrase()
        self.arrived()

    def give_passphrase(self) -> None:
        """Give the passphrase of this machine where it is asked for; the first time it is chosen."""
        house = self._program.house
        if house is None or not house.asks_passphrase():
            return
        hands.see(self.window, "sign_in.passphrase_dialog", QDialog)
        for name in ("sign_in.passphrase", "sign_in.passphrase_again"):
            field = self.window.findChild(QWidget, name)
            if field is not None and field.isVisible():
                hands.type_into(self.window, name, PASSPHRASE)
        hands.click(self.window, "sign_in.passphrase_confirm")
        hands.wait_until(lambda: not house.asks_passphrase(), "the passphrase to be taken")

    def arrived(self) -> None:
        """Wait until the frame stands and the first round of synchronising is done."""
        hands.wait_until(lambda: self.window.current_page() != "", f"{self.username}'s first page")
        hands.wait_until(lambda: self.deps.link().synced_at is not None, f"{self.username}'s first sync")
        hands.settle(0.4)

    @property
    def deps(self) -> Deps:
        """What the pages of this window are built from."""
        house = self._program.house
        deps = house.deps if house is not None else None
        if deps is None:
            message = f"{self.username} is not signed in"
            raise hands.Stuck(message)
        return deps

    def go(self, place: str, item: str = "") -> None:
        """Open a page as the rail or a link would."""
        self.deps.navigator.open_page(place, item)
        hands.wait_until(lambda: self.window.current_page() == place, f"page {place}")
        hands.settle()

    def order(self, order_id: str) -> Order | None:
        """Return an order as this person's machine has it confirmed."""
        view = self.deps.mirror.order(order_id)
        return view.confirmed if view is not None else None

    def newest(self) -> Order | None:
        """Return this person's newest confirmed order."""
        views = [view for view in self.deps.mirror.orders() if view.confirmed is not None]
        return views[0].confirmed if views else None

    def wait_for(self, order_id: str, state: State) -> Order:
        """Wait until the backend's word about a state has come to this machine."""

        def there() -> bool:
            order = self.order(order_id)
            return order is not None and order.state is state

        def failed() -> str:
            order = self.order(order_id)
            return order.state.value if order is not None else "unknown"

        try:
            hands.wait_until(there, state.value)
        except hands.Stuck as stuck:
            self._record.step("macet", self.username, "macet", self.window)
            message = f"{self.username}: order {order_id} should be {state.value} but is {failed()}; {stuck}"
            raise hands.Stuck(message) from stuck
        hands.settle()
        order = self.order(order_id)
        assert order is not None
        return order

    def note(self, flow: str, what: str, order_id: str = "") -> None:
        """Keep a picture of the window and where the order stands."""
        hands.settle(0.25)
        order = self.order(order_id) if order_id else None
        self._record.step(
            flow,
            self.username,
            what,
            self.window,
            order=order.number if order else "",
            state=order.state.value if order else "",
            total=order.current.total if order and order.current else 0,
        )

    def picture(self, flow: str, what: str) -> None:
        """Keep a picture of the window, signed in or not."""
        hands.settle(0.25)
        self._record.step(flow, self.username, what, self.window)

    def table(self, name: str) -> Table:
        """Return a table of the page."""
        return hands.see(self.window, name, Table)

    def dialog(self, act: Callable[[QDialog], None]) -> None:
        """Wait for a dialog over this window and do something in it."""

        def opened() -> QDialog | None:
            for widget in QApplication.topLevelWidgets():
                if isinstance(widget, QDialog) and widget.isVisible() and widget.window() is not self.window:
                    return widget
            return None

        hands.wait_until(lambda: opened() is not None, "a dialog")
        dialog = opened()
        assert dialog is not None
        hands.settle(0.2)
        act(dialog)
        hands.settle(0.1)

    def close(self) -> None:
        """Close the window and end its threads."""
        self.window.close()
        self._program.shut_down()
