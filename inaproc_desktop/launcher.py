"""The embedded training backend: a process of its own that ends with the window."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from queue import Empty, Queue

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.session import TRAINING_KEY, Server

START_SECONDS = 60.0
"""The first start makes the whole office."""

STOP_SECONDS = 5.0
_READY = "READY "
_LAST_LINES = 20


class TrainingProcess:
    """Implements ``ports.session.TrainingServer``. Blocking; call it on a lane, never on the UI thread."""

    def __init__(self, folder: Path, *, command: tuple[str, ...] = ()) -> None:
        """Name the folder of its data; ``command`` stands in for the program in tests."""
        self._folder = folder
        self._command = command or (
            *(sys.executable, "-m", "inaproc_backend", "serve", "--training"),
            "--while-stdin-open",
        )
        self._lock = threading.Lock()
        self._given_up = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._server: Server | None = None
        self._last: deque[str] = deque(maxlen=_LAST_LINES)

    def start(self) -> Server:
        """Start it unless it runs, and wait until it takes requests.

        Raises:
            WorldFailed: ``world.training_start`` with the last lines of what it said.
        """
        with self._lock:
            if self._process is not None and self._process.poll() is None and self._server is not None:
                return self._server
            if self._process is not None:
                _end(self._process)
            if self._process is not None:  # it ended by itself; its pipes are still ours to close
                _end(self._process)
            self._end_left_over()
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._last.clear()
            try:
                self._process = self._begun()
            except OSError as error:
                raise WorldFailed("world.training_start", str(error)) from error
            self._pid_file.write_text(str(self._process.pid), encoding="utf-8")
            self._server = Server(url=self._awaited(self._process), key=TRAINING_KEY)
            return self._server

    def stop(self) -> None:
        """End it, by force if it does not end by itself; a start under way is given up."""
        self._given_up.set()
        with self._lock:
            self._given_up.clear()
            process, self._process, self._server = self._process, None, None
            if process is not None:
                _end(process)
                self._pid_file.unlink(missing_ok=True)

    @property
    def _pid_file(self) -> Path:
        return self._folder / "server.pid"

    def _begun(self) -> subprocess.Popen[str]:
        apart: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # exists on Windows only
        return subprocess.Popen(
            [*self._command, "--data", str(self._folder), "--port", "0"],
            # Nothing is ever written to it: it closes with this program, however this program ends.
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            creationflags=apart,
            # Ctrl+C in a terminal goes to the window alone; the window then ends its server in order.
            start_new_session=sys.platform != "win32",
        )

    def _awaited(self, process: subprocess.Popen[str]) -> str:
        ready: Queue[str] = Queue()
        threading.Thread(
            target=self._read, args=(process, ready), name="training-output", daemon=True
        ).start()
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and not self._given_up.is_set():
            with contextlib.suppress(Empty):
                url = ready.get(timeout=0.1)
                if url:
                    return url
                break  # its output ended: it has
        _end(process)
        raise WorldFailed("world.training_start", "\n".join(self._last))

    def _read(self, process: subprocess.Popen[str], ready: Queue[str]) -> None:
        """Read all output, so that the process never waits for us; hand the address on."""
        if process.stdout is not None:
            with process.stdout as output:
                for line in output:
                    self._last.append(line.rstrip())
                    if line.startswith(_READY):
                        ready.put(line.removeprefix(_READY).strip())
        ready.put("")

    def _end_left_over(self) -> None:
        """End the server of a window that was killed: two must not write the same data.

        The lock of the profile says that no other window runs, so what runs on this folder is left over.
        """
        try:
            pid = int(self._pid_file.read_text(encoding="utf-8"))
            command = Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace").split("\0")
        except (OSError, ValueError):
            return
        if str(self._folder) in command:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
            until = time.monotonic() + STOP_SECONDS
            while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
                time.sleep(0.05)


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdin is not None:
        process.stdin.close()
