"""The desktop application: window first, everything heavy after it.

Started by ``inaproc-desktop`` or ``python -m inaproc_desktop``. Nothing in this module imports the database,
the HTTP library or the keyring: they cost more than the window itself (see ``composition.house``).
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QCoreApplication, QPoint, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from inaproc_desktop.bridge.change_bus import QtChangeBus
from inaproc_desktop.bridge.failures import FailureHook
from inaproc_desktop.bridge.messages import QtMessages
from inaproc_desktop.bridge.tasks import TaskRunner
from inaproc_desktop.composition.clock import SystemClock
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.ui import Lane
from inaproc_desktop.settings import Settings
from inaproc_desktop.storage.places import Places
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.shell.view import ShellWindow
from inaproc_desktop.views.widgets import remembered
from inaproc_desktop.views.words import sentence, world_sentence

if TYPE_CHECKING:
    from inaproc_desktop.composition.house import House

_APPLICATION = "inaproc-desktop"
_WAKE_MILLISECONDS = 500


class Program:
    """The window and what it stands on."""

    def __init__(self, application: QApplication, places: Places, options: argparse.Namespace) -> None:
        """Dress the application and build the window; it is shown by ``show``."""
        self._application = application
        self._places = places
        self._options = options
        self._settings = Settings(places.settings)
        self._clock = SystemClock()
        fmt.use(language=self._settings.language)
        remembered.use_store(
            remembered.SettingsStore(QSettings(str(places.root / "window.ini"), QSettings.Format.IniFormat))
        )
        theme.apply_theme(application, self._settings.theme)
        # The hook must exist before the runner, the messages after it.
        self.hook = FailureHook(lambda message: self.messages.tell(message))
        self.runner = TaskRunner(on_exception=self.hook)
        self.bus = QtChangeBus(self.runner)
        self.messages = QtMessages(self.runner)
        self.window = ShellWindow(sentence)
        self.house: House | None = None
        self._ended = False
        self._undo_hook = self.hook.install()
        application.aboutToQuit.connect(self.shut_down)

    def show(self) -> None:
        """Show the window, then fetch the rest of the program."""
        waiting = QLabel(QCoreApplication.translate("Program", "Menyiapkan INAPROC Desktop…"))
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.window.show_alone(waiting)
        self.messages.use_window(self.window)
        if self._options.window_position is not None:
            self.window.move(self._options.window_position)
        self.window.show()
        self.runner.submit(Lane.NETWORK, self._fetch_house, on_done=self._begin)

    def come_to_front(self) -> None:
        """Show the window to somebody who started the program a second time."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def shut_down(self) -> None:
        """End threads and processes in order, once; deeds and drafts are on the disk already."""
        if self._ended:
            return
        self._ended = True
        house, self.house = self.house, None
        if house is not None:
            house.shut_down()
        self.runner.shut_down()
        if house is not None:
            house.close_files()
        self._undo_hook()

    def _fetch_house(self) -> House:
        # Late and on a thread: this is where the database, HTTP and the keyring are imported.
        made: House = import_module("inaproc_desktop.composition.house").House(
            window=self.window,
            runner=self.runner,
            bus=self.bus,
            messages=self.messages,
            clock=self._clock,
            settings=self._settings,
            places=self._places,
            change_theme=self._change_theme,
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

    def _change_theme(self, mode: str) -> None:
        self._settings.keep_theme(mode)
        theme.apply_theme(self._application, mode)


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
    application.setApplicationDisplayName("INAPROC Desktop")
    places = Places(options.profile_dir or Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)))
    try:
        places.prepare()
    except WorldFailed as failed:
        return _say_and_end(application, world_sentence(failed.code))
    instance = import_module("inaproc_desktop.composition.instance").Instance(places.root, places.lock)
    if not instance.take():
        if instance.knock():
            return 0
        return _say_and_end(application, world_sentence("world.profile_in_use"))
    program = Program(application, places, options)
    program.show()
    instance.answer_knocks(program.come_to_front)
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


def _say_and_end(application: QApplication, words: str) -> int:
    """Show why the program does not start, and end with it."""
    theme.apply_theme(application)
    said = QLabel(words)
    said.setWindowTitle("INAPROC Desktop")
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
