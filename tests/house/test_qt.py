"""Where Qt may be, how its names are used, and that the pinned version counts references right."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib

import pytest

from tests.house.source import ROOT, package_files, tree_of

QT_FREE = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"Qt is not installed here: {name}")

sys.meta_path.insert(0, NoQt())
broken = {}
for module in sys.argv[1:]:
    try:
        importlib.import_module(module)
    except Exception as error:
        broken[module] = repr(error)
print(broken or "all imported")
sys.exit(bool(broken))
"""

QT_FREE_ROOMS = (
    "inaproc_core",
    "inaproc_documents",
    "inaproc_backend",
    "inaproc_desktop/ports",
    "inaproc_desktop/services",
    "inaproc_desktop/storage",
    "inaproc_desktop/remote",
    "inaproc_desktop/sync",
)

COUNT_REFERENCES = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Source(QObject):
    happened = Signal(bool, object)

def count():
    return sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False)

application = QCoreApplication([])
source, seen = Source(), []
source.happened.connect(lambda flag, thing: seen.append(flag))
source.setObjectName("warm")
source.happened.emit(True, None)
before = count()
for _ in range(4000):
    source.happened.emit(True, None)
    source.blockSignals(False)
    source.setObjectName("x")
seen_true = len(seen)
seen.clear()
print(*(after - was for was, after in zip(before, count())), seen_true)
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own, from the root of the project."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_rooms_without_qt_import_without_it() -> None:
    """Rules, services, presenters and the backend work where Qt is not installed; not even indirectly."""
    files = package_files(*QT_FREE_ROOMS)
    files += [file for file in package_files("inaproc_desktop/views") if file.name == "presenter.py"]
    modules = [
        ".".join(file.with_suffix("").parts).removesuffix(".__init__")
        for file in files
        if file.name != "__main__.py" and "migrations" not in file.parts
    ]
    assert "inaproc_core.values" in modules
    done = run(QT_FREE, *modules)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_blocker_blocks() -> None:
    """A module that needs Qt is reported, so the test above can fail."""
    done = run(QT_FREE, "PySide6.QtCore")
    assert done.returncode == 1
    assert "Qt is not installed here" in done.stdout


def test_emissions_keep_the_count_of_references() -> None:
    """Emitting and calling void methods loses no reference to ``None`` or ``True``.

    PySide6 6.12.0 loses one per call on Python 3.11 and aborts after some thousand ("deallocating None").
    """
    done = run(COUNT_REFERENCES)
    assert done.returncode == 0, done.stderr
    *drift, seen = (int(word) for word in done.stdout.split())
    assert seen == 4001
    # From Python 3.12 on these objects live for ever and their counts mean nothing.
    if sys.version_info < (3, 12):
        # Some dozens come and go with the interpreter's own work; a loss would be 4,000.
        assert all(abs(change) < 200 for change in drift), drift


def test_qt_is_pinned_to_the_version_that_was_counted() -> None:
    """A newer Qt is taken on purpose, after the test above has seen it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "PySide6-Essentials==6.11.3" in project["dependencies"]


def test_names_in_qt_spelling_are_overrides() -> None:
    """A method in mixedCase overrides one of Qt's; what is ours is in snake_case."""
    from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets  # late: the other tests need no Qt here

    known = {
        name
        for module in (QtCore, QtGui, QtWidgets, QtPrintSupport)
        for thing in dir(module)
        for name in dir(getattr(module, thing))
    }
    assert {"paintEvent", "sizeHint"} <= known
    found = [
        f"{file}:{node.lineno} {node.name}"
        for file in package_files("inaproc_desktop")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef) and node.name.lower() != node.name and node.name not in known
    ]
    assert found == []


@pytest.mark.parametrize("call", ["exec", "exec_"])
def test_no_dialog_blocks(call: str) -> None:
    """Dialogs open and tell when they are done; only the application may ``exec``."""
    found = [
        f"{file}:{node.lineno}"
        for file in package_files("inaproc_desktop")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == call
        and not any(word in ast.unparse(node.func.value).lower() for word in ("app", "loop"))
    ]
    assert found == []
