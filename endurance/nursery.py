"""A process with everything imported, that forks a real process for each life: a start is cheap then.

It reads requests as lines of JSON from standard input and answers each by a line. Its children end with it.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, NoReturn

from endurance.backend import prepare_backend, serve
from endurance.life import Life, live

_ROOT = Path(__file__).resolve().parents[1]

SHOW_STACKS = signal.SIGUSR1
"""Lets a child write down where each of its threads stands."""


def main() -> None:
    """Answer requests until standard input closes."""
    prepare_backend()
    gc.collect()
    gc.freeze()
    lifeline, held = os.pipe()
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["do"] == "start":
            pid = os.fork()
            if pid == 0:
                os.close(held)
                _become(asked, lifeline)
            answer: dict[str, Any] = {"pid": pid}
        else:
            answer = {"ended": _end(asked["pid"], asked["signal"])}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _become(asked: dict[str, Any], lifeline: int) -> NoReturn:
    """Be the child: streams of its own, and an end when the nursery is gone."""
    status = 1
    try:
        streams = os.open(asked["output"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.dup2(streams, 1)
        os.dup2(streams, 2)
        faulthandler.register(SHOW_STACKS)
        threading.Thread(target=_end_with, args=(lifeline,), name="lifeline", daemon=True).start()
        if asked["kind"] == "client":
            live(Life(**asked["life"]))
            status = 0
        else:
            status = serve(asked["arguments"], asked["mutant"])
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _end_with(lifeline: int) -> None:
    os.read(lifeline, 1)
    os._exit(3)


def _end(pid: int, number: int) -> int | None:
    """Send a signal (0: none) and return how the child ended; ``None`` while it lives."""
    if number:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return None
    done, status = os.waitpid(pid, 0 if number == signal.SIGKILL else os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


class Nursery:
    """The nursery as the harness sees it. One caller at a time waits for an answer."""

    def __init__(self, environment: dict[str, str] | None = None) -> None:
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "endurance.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": str(_ROOT), **(environment or {})},
        )

    def client(self, life: Life, output: Path) -> int:
        """Start a client; returns its process id."""
        return int(self._ask(do="start", kind="client", life=life.to_json(), output=str(output))["pid"])

    def backend(self, arguments: list[str], output: Path, mutant: str = "") -> int:
        """Start a backend with these arguments of its command line."""
        asked = {"do": "start", "kind": "backend", "arguments": arguments, "mutant": mutant}
        return int(self._ask(**asked, output=str(output))["pid"])

    def kill(self, pid: int) -> None:
        """Kill a child with SIGKILL and wait until it is gone."""
        self._ask(do="end", pid=pid, signal=int(signal.SIGKILL))

    def ended(self, pid: int) -> int | None:
        """Return how a child ended by itself (negative: by which signal), ``None`` while it lives."""
        found: int | None = self._ask(do="end", pid=pid, signal=0)["ended"]
        return found

    def close(self) -> None:
        """End it and all its children."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def _ask(self, **asked: Any) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._lock:
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
            answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


if __name__ == "__main__":
    main()
