"""A real window in a process of its own, that does what it is told by lines, and can be killed at any moment.

``python -m tests.journeys.driven PROFILE URL``: a line ``["name", [arguments]]`` on standard input is one
thing that a person does or sees; the answer is a line ``[true, value]`` or ``[false, why not]``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from typing import Any

ROOT = Path(__file__).parents[2]
_ANSWERS = "ANSWER "


class Driven:
    """The window as the test sees it."""

    def __init__(self, profile: Path, url: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.driven", str(profile), url],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def do(self, name: str, *arguments: Any) -> Any:
        """Let the person do or see something."""
        self.begin(name, *arguments)
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith(_ANSWERS):
                went_well, value = json.loads(line.removeprefix(_ANSWERS))
                assert went_well, f"{name}{arguments}: {value}"
                return value
        raise AssertionError(f"the window ended while it should {name}{arguments}")

    def begin(self, name: str, *arguments: Any) -> None:
        """The same without waiting for it to end."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([name, arguments]) + "\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        """Kill -9."""
        self._process.kill()
        self._process.communicate()


def main() -> None:
    """Be the window."""
    import keyring

    from endurance.keyring_file import FileKeyring

    profile, url = Path(sys.argv[1]), sys.argv[2]
    keyring.set_keyring(FileKeyring(profile.with_suffix(".keyring")))
    from PySide6.QtWidgets import QApplication

    from tests.journeys.driving import Hand

    hand = Hand(QApplication(sys.argv[:1]), profile, url)
    lines: Queue[str] = Queue()
    threading.Thread(target=_read, args=(lines,), daemon=True).start()
    while True:
        hand.live()
        try:
            name, arguments = json.loads(lines.get_nowait())
        except Empty:
            continue
        sys.stdout.write(_ANSWERS + json.dumps(_done(getattr(hand, name), arguments)) + "\n")
        sys.stdout.flush()


def _done(act: Callable[..., Any], arguments: list[Any]) -> tuple[bool, Any]:
    try:
        return True, act(*arguments)
    except Exception as error:
        return False, f"{type(error).__name__}: {error}"


def _read(lines: Queue[str]) -> None:
    for line in sys.stdin:
        lines.put(line)
    os._exit(0)  # whoever drove it is gone


if __name__ == "__main__":
    main()
