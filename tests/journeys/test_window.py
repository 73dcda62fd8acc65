"""The real window on a real backend: training, accesses, pages, leaving and coming back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from inaproc_core.orders import commands as c
from inaproc_core.values import Rupiah
from inaproc_desktop.app import Program, parse
from inaproc_desktop.ports.data import DeedState
from inaproc_desktop.ports.session import Server
from inaproc_desktop.storage.places import Places
from inaproc_desktop.views.widgets import ConfirmDialog, remembered
from tests.conftest import MemoryKeyring
from tests.journeys.test_purchase import checkout

pytestmark = pytest.mark.journey

WAIT = 60_000
Start = Callable[..., Program]


@pytest.fixture
def start(app_style: Any, qtbot: Any, tmp_path: Path, memory_keyring: MemoryKeyring) -> Iterator[Start]:
    """Start the program on a profile; it is shut down when the test ends."""
    running: list[Program] = []

    def begin(*arguments: str, profile: str = "profile") -> Program:
        places = Places(tmp_path / profile)
        places.prepare()
        program = Program(app_style, places, parse(arguments))
        running.append(program)
        qtbot.addWidget(program.window)
        program.show()
        return program

    yield begin
    for program in running:
        program.shut_down()
        app_style.aboutToQuit.disconnect(program.shut_down)
    remembered.use_store(remembered.MemoryStore())


def in_frame(program: Program) -> bool:
    house = program.house
    return house is not None and house._frame is not None and bool(program.window.current_page())


def named(program: Program, name: str, kind: type[Any] = QWidget) -> Any:
    return program.window.findChild(kind, name)


def people_cards(program: Program) -> list[QWidget]:
    return program.window.findChildren(QWidget, "sign_in.people_card")


def test_training_by_one_click(start: Start, qtbot: Any) -> None:
    program = start()
    qtbot.waitUntil(lambda: named(program, "sign_in.training") is not None, timeout=WAIT)
    qtbot.mouseClick(named(program, "sign_in.training", QPushButton), Qt.MouseButton.LeftButton)
    people = named(program, "sign_in.people_card")
    qtbot.waitUntil(people.isVisible, timeout=WAIT)
    named(program, "sign_in.people").choose("ppk")
    assert named(program, "sign_in.username").findChild(QLineEdit).text() == "ppk"
    qtbot.mouseClick(named(program, "sign_in.submit", QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: in_frame(program), timeout=WAIT)
    assert "MODE LATIHAN" in program.window.windowTitle()
    frame = program.house._frame  # type: ignore[union-attr]
    assert frame is not None
    shell = frame._shell
    assert shell is not None
    for place in ("home", "catalogue", "cart", "approvals", "orders", "receiving", "payments", "outbox"):
        assert shell.may_open(place), place
        frame.open_page(place)
        assert program.window.current_page() == place
    assert not shell.may_open("shipping")
    qtbot.waitUntil(lambda: program.house._office.link().online, timeout=WAIT)  # type: ignore[union-attr]

    frame.ask_to_leave()
    # The former page may still wait to be deleted: only one that is in sight counts.
    qtbot.waitUntil(lambda: any(card.isVisible() for card in people_cards(program)), timeout=WAIT)
    assert "MODE LATIHAN" not in program.window.windowTitle()


def test_unsent_work_is_kept_by_closing_and_asked_about_by_signing_out(
    server: Server, start: Start, qtbot: Any
) -> None:
    program = start("--server", server.url, "--sign-in", "pp")
    qtbot.waitUntil(lambda: in_frame(program), timeout=WAIT)
    house = program.house
    assert house is not None
    office, frame = house._office, house._frame
    assert office is not None
    assert frame is not None
    qtbot.waitUntil(lambda: office._catalogue.seq() > 0 and not office.link().syncing, timeout=WAIT)
    office.engine.stop()  # the link is gone
    deps = office.deps(
        frame._signed_in, runner=program.runner, bus=program.bus, messages=program.messages, navigator=frame
    )
    _, changes = deps.outbox.put(
        c.SubmitCheckout(checkout=checkout(deps), max_total=Rupiah(10**9)),
        actor=frame._signed_in.actor,
        order_id="0193a1b2-0000-7000-8000-0000000c105e",
        base_rev=0,
    )
    program.bus.publish(changes)
    office.engine.recount()
    assert office.link().waiting == 1
    frame.ask_to_leave()
    qtbot.waitUntil(lambda: program.window.findChild(ConfirmDialog) is not None, timeout=5000)
    asked = program.window.findChild(ConfirmDialog)
    assert "1 perubahan" in " ".join(
        label.text() for label in asked.findChildren(QWidget) if hasattr(label, "text")
    )
    asked.reject()
    assert in_frame(program)
    program.window.close()
    program.shut_down()

    again = start("--server", server.url, "--sign-in", "pp")
    qtbot.waitUntil(lambda: in_frame(again), timeout=WAIT)
    office = again.house._office  # type: ignore[union-attr]
    assert office is not None
    qtbot.waitUntil(lambda: office.link().waiting == 0 and office.link().online, timeout=WAIT)
    deps = office.deps(
        again.house._frame._signed_in,  # type: ignore[union-attr]
        runner=again.runner,
        bus=again.bus,
        messages=again.messages,
        navigator=frame,
    )
    assert [deed.state for deed in deps.outbox.recent()] == [DeedState.ACCEPTED]
    assert len(deps.mirror.orders()) == 1


def test_told_to_end_it_ends_in_order(tmp_path: Path) -> None:
    """Ctrl+C, or the end of the desktop session: the training server goes with the window."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "inaproc_desktop",
            "--training",
            "--profile-dir",
            str(tmp_path),
            "--sign-in",
            "pp",
        ],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        kept = tmp_path / "training" / "server.pid"
        work = tmp_path / "servers"
        until = time.monotonic() + 60
        while not (kept.exists() and list(work.rglob("work.db"))) and time.monotonic() < until:
            assert process.poll() is None
            time.sleep(0.05)
        server = int(kept.read_text(encoding="utf-8"))
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0, process.stderr
        with pytest.raises(ProcessLookupError):
            os.kill(server, 0)
        assert not kept.exists()
    finally:
        process.kill()
        process.communicate()
