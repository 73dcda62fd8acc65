"""Somebody who has no account yet: from the sign-in page through stage 1 into the window."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyotp
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from inaproc_core.identifiers.contact import parse_phone
from inaproc_core.registration.vocabulary import Channel
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.desk import HttpMailbox
from inaproc_desktop.tour import hands
from inaproc_desktop.tour.purchase import tick
from inaproc_desktop.tour.seat import Seat
from inaproc_desktop.views.widgets import CodeInput

PASSWORD = "Kertas-Biru-Tujuh-2026"
_KEY_LETTERS = 26
"""A key has at least 128 bits (RFC 4226 §4), which is this many letters of base32."""
_CODE = re.compile(r"\b\d{6}\b")


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What somebody types into the form of stage 1; all of it is made up."""

    full_name: str
    username: str
    email: str
    phone: str


class Mailbox:
    """The training mailbox, read the way its tray reads it."""

    def __init__(self, server: str) -> None:
        self._client = HttpClient(server)
        self._calls = HttpMailbox(self._client)
        self._seen: set[str] = set()

    def code_for(self, channel: Channel, to: str) -> str:
        """Wait for a message with a code to an address that was not read yet; return the code."""
        found: list[str] = []

        def arrived() -> bool:
            for message in self._calls.mailbox().messages:
                code = _CODE.search(message.text)
                if message.channel == channel.value and message.to == to and code is not None:
                    if message.id in self._seen:
                        return False  # newest first: nothing newer is there
                    self._seen.add(message.id)
                    found.append(code[0])
                    return True
            return False

        hands.wait_until(arrived, f"a code by {channel.value} to {to}")
        return found[0]

    def subjects(self, to: str) -> list[str]:
        """Return the subjects of what was sent to an address, newest first."""
        return [message.subject for message in self._calls.mailbox().messages if message.to == to]

    def close(self) -> None:
        """Give the connection back."""
        self._client.close()


def register(seat: Seat, mailbox: Mailbox, identity: Identity, *, second_factor: bool) -> str:
    """Play stage 1 to the window; returns the key of the second factor, empty where none was set up."""
    window = seat.window
    seat.picture("daftar", "Halaman masuk")
    hands.click(window, "sign_in.register")
    seat.give_passphrase()
    for kind in ("terms", "privacy"):
        tick(window, f"identity.agree_{kind}")
    seat.picture("daftar", "Ketentuan")
    hands.click(window, "identity.next")
    for name in ("full_name", "username", "email", "phone"):
        hands.type_into(window, f"identity.{name}", getattr(identity, name))
    hands.type_into(window, "identity.password", PASSWORD)
    hands.type_into(window, "identity.password_again", PASSWORD)
    seat.picture("daftar", "Data akun")
    hands.click(window, "identity.next")
    hands.see(window, "identity.email.code", CodeInput)
    seat.picture("daftar", "Verifikasi email")
    type_code(window, "identity.email.code", mailbox.code_for(Channel.EMAIL, identity.email))
    _beyond(seat, "identity.phone.code")
    seat.picture("daftar", "Verifikasi ponsel")
    type_code(window, "identity.phone.code", mailbox.code_for(Channel.SMS, parse_phone(identity.phone).text))
    _beyond(seat, "identity.totp.code")
    shown = hands.see(window, "identity.totp.key", QLabel)
    hands.wait_until(lambda: len(shown.text()) >= _KEY_LETTERS, "the key of the second factor")
    seat.picture("daftar", "Verifikasi dua langkah")
    key = ""
    if second_factor:
        key = "".join(shown.text().split())
        type_code(window, "identity.totp.code", pyotp.TOTP(key).now())
        hands.see(window, "identity.codes_put_away", QWidget)
        tick(window, "identity.codes_put_away")
        seat.picture("daftar", "Kode pemulihan")
        hands.click(window, "identity.next")
    else:
        hands.click(window, "identity.extra")
    hands.see(window, "identity.done_rows", QWidget)
    seat.picture("daftar", "Identitas digital selesai")
    hands.click(window, "identity.next")
    seat.arrived()
    return key


def type_code(window: QWidget, name: str, code: str) -> None:
    """Type a code into its boxes."""
    field = hands.see(window, name, CodeInput)
    boxes = [box for box in field.findChildren(QLineEdit) if box.isVisible()]
    hands.reveal(field)
    boxes[0].setFocus(Qt.FocusReason.MouseFocusReason)
    for box, digit in zip(boxes, code, strict=True):
        QTest.keyClicks(box, digit)
    hands.settle(0.1)


def _beyond(seat: Seat, name: str) -> None:
    """Wait for the next page with a code; the page before may want to be turned."""

    def there() -> bool:
        return any(one.isVisible() for one in seat.window.findChildren(CodeInput, name))

    hands.settle(0.5)
    if not there():
        hands.click(seat.window, "identity.next")
    hands.wait_until(there, f"the page of {name}")
