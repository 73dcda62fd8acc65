"""What every test stands on: no real display, no real keyring, no real data folder, nothing left running.

Set before anything imports Qt or keyring, because both read the environment once.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import keyring
import keyring.backend
import keyring.errors
import pytest
from hypothesis import HealthCheck, settings

import resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

_OWN_PACKAGES = ("inaproc_core", "inaproc_documents", "inaproc_desktop", "inaproc_backend")
_GRACE_SECONDS = 1.0
_HOME = tempfile.TemporaryDirectory(prefix="inaproc-tests-")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A test that needs a keyring asks for `memory_keyring`, or is marked `keyring` and names a backend itself.
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_HOME.name, _name.lower()))

# Two shared cores make time limits per example worthless; on the build machine a failure must repeat.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("house"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Remember that a test failed: its traceback keeps windows alive, so the guards below stay quiet."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The one application, with font and style pinned so that pictures are alike on every machine.

    Style, size and font file are those of the shipped application (Fusion, Noto Sans 10 points).
    """
    from PySide6.QtGui import QFont, QFontDatabase  # late: tests of the core run without Qt

    for weight in ("Regular", "Bold", "Italic", "BoldItalic", "SemiBold"):
        font = str(resources.path("fonts", f"NotoSans-{weight}.ttf"))
        assert QFontDatabase.addApplicationFont(font) >= 0, font
    qapp.setStyle("Fusion")
    qapp.setFont(QFont("Noto Sans", 10))
    return qapp


@pytest.fixture
def app_style(qapp: QApplication) -> Iterator[QApplication]:
    """Give the pinned application back as it was: for tests that change font, palette or style sheet."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    yield qapp
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that forgets everything when the test ends."""

    # keyring reads the priority from the class; low, so that nobody picks this one by accident.
    priority = 0.1

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret or ``None``."""
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret.

        Raises:
            keyring.errors.PasswordDeleteError: There is none, as a real keyring does.
        """
        if self.secrets.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError(f"no secret for {username} in {service}")


@pytest.fixture
def memory_keyring() -> Iterator[MemoryKeyring]:
    """An empty keyring in memory, in place for the whole process while the test runs."""
    before = keyring.get_keyring()
    ours = MemoryKeyring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


def _own_threads() -> set[threading.Thread]:
    # A dummy thread is Qt's own thread that once ran Python; Python never takes it off the list again.
    return {t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)}


@pytest.fixture(autouse=True)
def no_thread_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread or a job of Qt's pool running. A short grace lets them end."""
    before = _own_threads()
    yield
    if request.node.stash.get(_FAILED, False):
        return
    until = time.monotonic() + _GRACE_SECONDS
    while (left := _own_threads() - before) and time.monotonic() < until:
        for thread in left:
            thread.join(0.05)
    assert not left, f"threads left running: {sorted(thread.name for thread in left)}"
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QThreadPool  # late: only when the test used Qt

        assert QThreadPool.globalInstance().waitForDone(int(_GRACE_SECONDS * 1000)), "Qt pool still busy"


def _windows() -> list[QWidget]:
    from PySide6.QtWidgets import QApplication  # late: only when the test used Qt

    return [w for w in QApplication.topLevelWidgets() if w.parent() is None]


@pytest.fixture(autouse=True)
def no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window behind; ``qtbot.addWidget`` closes those it is told of."""
    widgets_loaded = "PySide6.QtWidgets" in sys.modules
    before = [id(window) for window in _windows()] if widgets_loaded else []
    yield
    if "PySide6.QtWidgets" not in sys.modules or request.node.stash.get(_FAILED, False):
        return
    from PySide6.QtCore import QCoreApplication, QEvent  # late: only when the test used Qt

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [window for window in _windows() if id(window) not in before]
    if left:
        del left
        gc.collect()
        left = [window for window in _windows() if id(window) not in before]
    names = [f"{type(w).__name__} {w.objectName()!r} {w.windowTitle()!r}" for w in left]
    for window in left:
        window.deleteLater()
    assert not names, f"windows left behind: {names}"


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the project logs a warning or worse, unless marked ``expects_log``."""
    seen: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(f"{record.name}: {record.getMessage()}")

    listener = Listener(level=logging.WARNING)
    for package in _OWN_PACKAGES:
        logging.getLogger(package).addHandler(listener)
    yield
    for package in _OWN_PACKAGES:
        logging.getLogger(package).removeHandler(listener)
    if not request.node.get_closest_marker("expects_log") and not request.node.stash.get(_FAILED, False):
        assert not seen, f"unexpected log: {seen}"
