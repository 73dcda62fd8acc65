"""The desktop application: window first, everything else after it.

Started by ``inaproc-desktop`` or ``python -m inaproc_desktop``. This module imports only what the first paint
needs. What the window stands on (lanes, messages, theme) follows when it is painted, and then, on a thread,
the database, the HTTP library and the keyring: they cost more than the window itself (``composition.house``).
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.settings import Settings
from inaproc_desktop.storage.places import Places
from inaproc_desktop.storage.preferences import PreferenceFile
from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.view import ShellWindow
from inaproc_desktop.views.widgets import remembered

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from inaproc_core.errors import Fact
    from inaproc_desktop.bridge.change_bus import QtChangeBus
    from inaproc_desktop.bridge.messages import QtMessages
    from inaproc_desktop.bridge.tasks import TaskRunner
    from inaproc_desktop.composition.foundation import Foundation
    from inaproc_desktop.composition.house import House

_APPLICATION = "inaproc-desktop"
_NAME = "INAPROC Desktop"
_WAKE_MILLISECONDS = 500
_LATEST_MILLISECONDS = 300
"""A window that is not painted, because it starts minimised, goes on after this time."""


class Opening(QWidget):
    """What the window shows until the program is there: one line in the middle.

    Signals:
        painted(): it stands on the screen for the first time.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = False
        self._words = QLabel(_NAME)
        row = QHBoxLayout(self)
        row.addStretch()
        row.addWidget(self._words)
        row.addStretch()

    def say(self, words: str) -> None:
        """Show what is waited for."""
        self._words.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, after it."""
        super().paintEvent(event)
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)


class Program:
    """The window and what it stands on.

    Attributes:
        window: the window.
        runner, bus, messages: what everything stands on; there once the window was painted.
        house: the rest; there a moment later.
    """

    runner: TaskRunner
    bus: QtChangeBus
    messages: QtMessages

    def __init__(self, application: QApplication, places: Places, options: argparse.Namespace) -> None:
        """Build the window; it is shown by ``show``."""
        self._application = application
        self._places = places
        self._options = options
        self._settings = Settings(places.settings)
        remembered.use_store(
            remembered.SettingsStore(QSettings(str(places.root / "window.ini"), QSettings.Format.IniFormat))
        )
        self._preferences = PreferenceFile(places.root / "preferences.json")
        theme.dress_first(application, self._preferences.load().theme)
        self.window = ShellWindow(_sentence)
        self._foundation: Foundation | None = None
        self.house: House | None = None
        self._opening: Opening | None = None
        self._ended = False
        application.aboutToQuit.connect(self.shut_down)

    def show(self) -> None:
        """Show the window, then fetch the rest of the program."""
        opening = self._opening = Opening()
        opening.painted.connect(self._go_on)
        QTimer.singleShot(_LATEST_MILLISECONDS, self._go_on)
        self.window.show_alone(opening)
        if self._options.window_position is not None:
            self.window.move(self._options.window_position)
        self.window.show()

    def come_to_front(self) -> None:
        """Show the window to somebody who started the program a second time."""
        from PySide6.QtCore import Qt  # late: its hundred enumerations cost a tenth of a bare window

        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def shut_down(self) -> None:
        """End threads and processes in order, once; deeds and drafts are on the disk already."""
        if self._ended:
            return
        self._ended = True
        self._opening = None
        house, self.house = self.house, None
        if house is not None:
            house.shut_down()
        if self._foundation is not None:
            self._foundation.runner.shut_down()
        if house is not None:
            house.close_files()
        if self._foundation is not None:
            self._foundation.undo_hook()

    def _go_on(self) -> None:
        """Dress the window, lay what it stands on, and fetch the house."""
        opening, self._opening = self._opening, None
        if opening is None:
            return
        laid: Foundation = import_module("inaproc_desktop.composition.foundation").lay(
            self._application, self.window, self._preferences
        )
        self._foundation = laid
        self.runner, self.bus, self.messages = laid.runner, laid.bus, laid.messages
        opening.say(QCoreApplication.translate("Program", "Menyiapkan INAPROC Desktop…"))
        laid.fetch(self._fetch_house, self._begin)

    def _fetch_house(self, foundation: Foundation) -> House:
        # Late and on a thread: this is where the database, HTTP and the keyring are imported.
        made: House = import_module("inaproc_desktop.composition.house").House(
            window=self.window,
            runner=foundation.runner,
            bus=foundation.bus,
            messages=foundation.messages,
            clock=foundation.clock,
            settings=self._settings,
            places=self._places,
            look=foundation.look,
        )
        return made

    def _begin(self, house: House) -> None:
        wishes = import_module("inaproc_desktop.composition.house").Wishes(
            training=self._options.training,
            server=self._options.server,
            sign_in_as=self._options.sign_in,
        )
        self.house = house
        house.begin(wishes)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog=_APPLICATION, description="INAPROC Desktop")
    parser.add_argument(
        "--training", action="store_true", help="start the made-up training office on this machine"
    )
    parser.add_argument("--server", default="", metavar="URL", help="server to use instead of the last one")
    parser.add_argument(
        "--profile-dir",
        type=Path,
        default=None,
        metavar="DIR",
        help="folder of this profile's data; two windows need two folders",
    )
    parser.add_argument(
        "--sign-in", default="", metavar="USER", help="account to sign in by itself, in training only"
    )
    parser.add_argument(
        "--window-position", type=_position, default=None, metavar="X,Y", help="where the window appears"
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the application; returns its exit status."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    application = QApplication(sys.argv[:1])
    application.setApplicationName(_APPLICATION)
    application.setApplicationDisplayName(_NAME)
    places = Places(options.profile_dir or _usual_profile())
    try:
        places.prepare()
    except WorldFailed as failed:
        return _say_and_end(application, failed.code)
    instance = import_module("inaproc_desktop.composition.instance").Instance(places.root, places.lock)
    if not instance.take():
        if instance.knock():
            return 0
        return _say_and_end(application, "world.profile_in_use")
    program = Program(application, places, options)
    program.show()
    # Not before the window is painted: somebody who starts twice within this moment waits for it anyway.
    QTimer.singleShot(_LATEST_MILLISECONDS, lambda: instance.answer_knocks(program.come_to_front))
    waking = _end_in_order_when_told(application)
    status = application.exec()
    waking.stop()
    instance.release()
    return status


def _end_in_order_when_told(application: QApplication) -> QTimer:
    """Let Ctrl+C and the end of the session close the window, and with it the training server.

    Python looks at signals only when it runs; the timer gives it a turn while nothing else happens.
    """
    for which in (signal.SIGINT, signal.SIGTERM):
        signal.signal(which, lambda _number, _frame: application.quit())
    waking = QTimer()
    waking.timeout.connect(lambda: None)
    waking.start(_WAKE_MILLISECONDS)
    return waking


def _usual_profile() -> Path:
    import platformdirs  # late: a profile may be named instead

    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False))


def _sentence(code: str, facts: Mapping[str, Fact]) -> str:
    from inaproc_desktop.views.words import sentence  # late: brings the whole vocabulary of orders

    return sentence(code, facts)


def _say_and_end(application: QApplication, code: str) -> int:
    """Show why the program does not start, and end with it."""
    from inaproc_desktop.views.words import world_sentence  # late, as above

    theme.apply_theme(application)
    said = QLabel(world_sentence(code))
    said.setWindowTitle(_NAME)
    said.setMargin(theme.px(theme.GAP_24))
    said.setWordWrap(True)
    said.setMinimumWidth(theme.px(420))
    said.show()
    application.exec()
    return 1


def _position(text: str) -> QPoint:
    x, comma, y = text.partition(",")
    try:
        if not comma:
            raise ValueError
        return QPoint(int(x), int(y))
    except ValueError:
        message = f"expected X,Y in pixels, got {text!r}"
        raise argparse.ArgumentTypeError(message) from None
