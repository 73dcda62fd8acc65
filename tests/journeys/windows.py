"""A person at a real window, as the tests need one: any account, any profile folder, no pictures kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inaproc_core.roles import Role
from inaproc_desktop.app import Program, parse
from inaproc_desktop.storage.places import Places
from inaproc_desktop.tour import hands
from inaproc_desktop.tour.seat import Seat
from inaproc_desktop.views.widgets import Table

WIDTH, HEIGHT = 1366, 768
FIRST_START = 60.0


class Window(Seat):
    """A window on a profile folder; ``close`` ends the program in order."""

    def __init__(self, application: QApplication, folder: Path, url: str) -> None:
        self.username = ""
        self.folder = folder
        self._closed = False
        places = Places(folder)
        places.prepare()
        self._program = Program(application, places, parse(["--server", url]))
        self.window = self._program.window
        self.window.resize(WIDTH, HEIGHT)
        self._program.show()
        self.at_sign_in()

    def come_in(self, username: str, password: str) -> None:
        """Sign in as anybody."""
        self.give_password(username, password)
        self.arrived()

    def give_password(self, username: str, password: str) -> None:
        """Type account and password, and press Masuk."""
        self.username = username
        hands.type_into(self.window, "sign_in.username", username)
        hands.type_into(self.window, "sign_in.password", password)
        hands.click(self.window, "sign_in.submit")
        self.give_passphrase()

    def at_sign_in(self) -> None:
        """Wait until somebody can sign in here."""
        hands.see(self.window, "sign_in.people", Table, FIRST_START)

    def wait_for_role(self, role: Role) -> None:
        """Wait until the window acts in a role."""
        hands.wait_until(lambda: self.deps.signed_in.actor.role is role, f"the pages of {role.value}")
        hands.settle()

    def says(self, words: str, patience: float = hands.PATIENCE) -> None:
        """Wait until these words stand somewhere in the window."""
        try:
            hands.wait_until(lambda: words in said(self.window), f"“{words}”", patience)
        except hands.Stuck as stuck:
            message = f"{stuck}; the window says: {said(self.window)}"
            raise hands.Stuck(message) from stuck

    def picture(self, flow: str, what: str) -> None:
        """Keep no picture."""

    def close(self) -> None:
        """Close the window and end its threads."""
        if self._closed:
            return
        self._closed = True
        super().close()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.aboutToQuit.disconnect(self._program.shut_down)


def said(window: QWidget) -> str:
    """Return all words in sight."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
