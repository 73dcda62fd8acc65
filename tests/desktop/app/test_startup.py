"""Starting: the window is there before anything heavy is imported, and stays responsive meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from inaproc_desktop.app import parse
from inaproc_desktop.composition.instance import Instance
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.places import Places

START = """
import json, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from inaproc_desktop import app
from inaproc_desktop.storage.places import Places

HEAVY = ("sqlalchemy", "httpx", "keyring", "cryptography", "argon2", "reportlab", "pyhanko", "pypdfium2",
         "openpyxl", "PIL", "asyncio")
at_paint = []

class Opening(app.Opening):
    def paintEvent(self, event):
        at_paint.append(sorted({name.split(".")[0] for name in sys.modules} | set(sys.modules)))
        super().paintEvent(event)

app.Opening = Opening
application = QApplication([])
places = Places(Path(sys.argv[1]))
places.prepare()
program = app.Program(application, places, app.parse(["--window-position", "30,40"]))
program.show()
application.processEvents()
shown = program.window.isVisible()
early = [name for name in HEAVY if name in sys.modules]
longest, until = 0.0, time.monotonic() + 60
while program.house is None and time.monotonic() < until:
    began = time.thread_time()
    application.processEvents()
    longest = max(longest, time.thread_time() - began)
    time.sleep(0.001)
for _ in range(20):
    application.processEvents()
    time.sleep(0.005)
late = [name for name in ("sqlalchemy", "httpx", "keyring") if name in sys.modules]
where = program.window.x(), program.window.y()
page = program.window.findChild(object, "sign_in.page") is not None
program.shut_down()
print(json.dumps([shown, early, late, longest, where, page, at_paint[0]]))
"""


def test_window_comes_before_everything_heavy(tmp_path: Path) -> None:
    """stack.md §3: SQLAlchemy alone costs more than the bare window."""
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path / "profile")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    shown, early, late, longest, where, page, at_paint = json.loads(done.stdout.splitlines()[-1])
    assert shown
    assert early == []
    later = {
        "inaproc_core",
        "msgspec",
        "hashlib",
        "zoneinfo",
        "platformdirs",
        "PySide6.QtNetwork",
        "PySide6.QtSvg",
    }
    assert later.isdisjoint(at_paint)
    assert late == ["sqlalchemy", "httpx", "keyring"]
    assert page
    assert where == [30, 40]
    # Its own work in one turn; waiting for the other core is not counted, so that a busy machine may pass.
    assert longest < 0.1


UNSEEN = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from inaproc_desktop import app
from inaproc_desktop.storage.places import Places

application = QApplication([])
places = Places(Path(sys.argv[1]))
places.prepare()
program = app.Program(application, places, app.parse([]))
program.show()
program.window.hide()
until = time.monotonic() + 60
while program.house is None and time.monotonic() < until and sys.argv[2] == "wait":
    application.processEvents()
    time.sleep(0.001)
print(program.house is not None)
program.shut_down()
application.processEvents()
"""


@pytest.mark.parametrize(("how", "there"), [("wait", "True"), ("at once", "False")])
def test_window_that_nobody_sees(tmp_path: Path, how: str, there: str) -> None:
    """Minimised at the start it is never painted; and it may be closed before anything stands."""
    done = subprocess.run(
        [sys.executable, "-c", UNSEEN, str(tmp_path / "profile"), how],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert (done.returncode, done.stdout.strip()) == (0, there), done.stderr
    assert "Traceback" not in done.stderr


def test_command_line() -> None:
    options = parse(
        [
            "--training",
            "--server",
            "https://x",
            "--profile-dir",
            "d",
            "--sign-in",
            "pp",
            "--window-position",
            "5,9",
        ]
    )
    assert (options.training, options.server, options.sign_in) == (True, "https://x", "pp")
    assert options.profile_dir == Path("d")
    assert options.window_position == QPoint(5, 9)
    nothing = parse([])
    assert (nothing.training, nothing.server, nothing.profile_dir, nothing.window_position) == (
        False,
        "",
        None,
        None,
    )


@pytest.mark.parametrize("position", ["5", "a,b", "1,2,3", ""])
def test_position_that_is_none(position: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--window-position", position])
    assert "expected X,Y" in capsys.readouterr().err


def test_profile_belongs_to_one_program(tmp_path: Path, qtbot: object, qapp: object) -> None:
    places = Places(tmp_path)
    places.prepare()
    first = Instance(places.root, places.lock)
    second = Instance(places.root, places.lock)
    assert first.take()
    assert not second.take()
    assert not second.knock()  # it does not answer yet
    knocked: list[int] = []
    first.answer_knocks(lambda: knocked.append(1))
    assert second.knock()
    qtbot.waitUntil(lambda: knocked == [1], timeout=2000)  # type: ignore[attr-defined]
    first.release()
    assert second.take()
    second.release()
    other = Instance(tmp_path / "other", tmp_path / "other.lock")
    assert other.take()
    other.release()


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(WorldFailed) as failed:
        Places(tmp_path / "file" / "profile").prepare()
    assert failed.value.code == "world.disk"
