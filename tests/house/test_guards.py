"""The guards of ``tests/conftest.py`` catch what they are for, and let the rest pass."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

GUARDED = """
import logging, threading, time, warnings

import keyring
import pytest

kept = []


def test_thread_left():
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()


def test_thread_that_ends():
    threading.Thread(target=time.sleep, args=(0.1,)).start()


def test_window_left(qapp):
    from PySide6.QtWidgets import QWidget

    kept.append(QWidget())


def test_window_told_of(qtbot):
    from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

    window = QWidget()
    window.own = window
    box = QComboBox()
    box.addItems(["satu", "dua"])
    QVBoxLayout(window).addWidget(box)
    qtbot.addWidget(window)
    window.show()
    box.showPopup()


def test_warning():
    warnings.warn("old", DeprecationWarning)


def test_log():
    logging.getLogger("inaproc_core.orders").warning("odd")


@pytest.mark.expects_log
def test_log_expected():
    logging.getLogger("inaproc_core.orders").warning("odd")


def test_log_of_others():
    logging.getLogger("httpx").warning("odd")


def test_font(qapp):
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(qapp.font()).family() == "Noto Sans"


def test_keyring(memory_keyring):
    keyring.set_password("inaproc", "pp", "rahasia")
    assert keyring.get_password("inaproc", "pp") == "rahasia"
    keyring.delete_password("inaproc", "pp")
    assert keyring.get_password("inaproc", "pp") is None


def test_no_keyring():
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("inaproc", "pp")


def test_failure_is_reported_once(qapp):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    assert window.isVisible()
"""

CAUGHT = {
    "test_thread_left": "ERROR",
    "test_window_left": "ERROR",
    "test_log": "ERROR",
    "test_warning": "FAILED",
    "test_failure_is_reported_once": "FAILED",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What pytest says of each test above, run with the project's own settings."""
    file = tmp_path_factory.mktemp("guarded") / "test_guarded.py"
    file.write_text(GUARDED, encoding="utf-8")
    file.with_name("conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    options = ["-c", "pyproject.toml", "--rootdir", str(ROOT), "-rA"]
    plugins = ["-p", "no:xdist", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *plugins, str(file)],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\w+)", done.stdout, re.MULTILINE):
        found.setdefault(name, set()).add(outcome)
    assert found, done.stdout + done.stderr
    return found


@pytest.mark.parametrize("name", re.findall(r"^def (test_\w+)", GUARDED, re.MULTILINE))
def test_guard(outcomes: dict[str, set[str]], name: str) -> None:
    """A leftover is an error of the test that left it; a failed test is not blamed twice."""
    expected = {
        "ERROR": {"PASSED", "ERROR"},
        "FAILED": {"FAILED"},
        "PASSED": {"PASSED"},
    }[CAUGHT.get(name, "PASSED")]
    assert outcomes[name] == expected


def test_data_folders_are_not_the_users() -> None:
    """What the application writes in a test goes to a folder that vanishes."""
    home = Path.home()
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        assert not Path(os.environ[name]).is_relative_to(home)
