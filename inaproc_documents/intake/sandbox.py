"""The check in a process apart, so that a file that breaks a library breaks that process only.

The child gets the file on its standard input, little memory, little time, no file of its own to write and
nothing of the service's environment. What it sends back is one line of JSON and the bytes to keep. Whatever
goes wrong in it is the file's fault: ``file.unreadable``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import inaproc_documents
from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_documents.intake.inspecting import Inspected, Wanted
from inaproc_documents.intake.kinds import Kind
from inaproc_documents.intake.pictures import Compressed

MODULE: Final = "inaproc_documents.intake"

_SEATS = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))
"""How many children may run at a time; the others wait their turn."""

_PASSED_ON = ("PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "LANG", "LD_LIBRARY_PATH")


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What a child may use.

    Attributes:
        seconds: of the clock, its start included; then it is killed.
        cpu_seconds: of computing, where the system can count them.
        memory: bytes of address space, where the system can bound it.
    """

    seconds: float = 30.0
    cpu_seconds: int = 20
    memory: int = 1536 * 1024 * 1024


def command() -> tuple[str, ...]:
    """Return the command that starts a child."""
    return (sys.executable, "-P", "-m", MODULE)


def inspect_apart(
    content: bytes, wanted: Wanted, *, bounds: Bounds | None = None, run: Sequence[str] = ()
) -> Inspected:
    """Check a file in a process apart and return what may be kept of it.

    Args:
        content: the file.
        wanted: what it must be.
        bounds: what the child may use.
        run: command of the child, where it is not this Python.

    Raises:
        Refused: as ``inspecting.inspect``; ``file.unreadable`` when the child crashed, used more than it may
            or took too long.
    """
    if len(content) > wanted.max_bytes:
        refuse("file.too_large", size=len(content), most=wanted.max_bytes)
    if not content:
        refuse("file.empty")
    told, kept = _ask({"do": "inspect", "wanted": asdict(wanted)}, content, bounds or Bounds(), run)
    kind = Kind(told["kind"])
    return Inspected(
        kind=kind,
        content=kept if kind.is_picture else content,
        width=int(told["width"]),
        height=int(told["height"]),
        pages=int(told["pages"]),
        signed=bool(told["signed"]),
    )


def compress_scan_apart(
    content: bytes, max_bytes: int, *, bounds: Bounds | None = None, run: Sequence[str] = ()
) -> Compressed:
    """Make a scanned PDF smaller in a process apart; see ``scans.compress_scan``.

    Raises:
        Refused: as ``scans.compress_scan``; ``file.unreadable``.
    """
    patient = Bounds(seconds=90.0, cpu_seconds=80)
    told, kept = _ask({"do": "compress", "max_bytes": max_bytes}, content, bounds or patient, run)
    return Compressed(content=kept, **{key: int(value) for key, value in told.items()})


def _ask(
    question: Mapping[str, object], content: bytes, bounds: Bounds, run: Sequence[str]
) -> tuple[dict[str, Any], bytes]:
    limits = {"cpu_seconds": bounds.cpu_seconds, "memory": bounds.memory}
    line = json.dumps({**question, "bounds": limits}).encode() + b"\n"
    try:
        with _SEATS:
            done = subprocess.run(
                [*(run or command())],
                input=line + content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=tempfile.gettempdir(),
                env=_environment(),
                timeout=bounds.seconds,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                check=False,
            )
    except subprocess.TimeoutExpired:
        refuse("file.unreadable")
    head, _, kept = done.stdout.partition(b"\n")
    told = _read(head) if done.returncode == 0 else None
    if told is None:
        refuse("file.unreadable")
    if "refused" in told:
        raise Refused(Refusal(code=str(told["refused"]), facts=dict(told.get("facts", {}))))
    return told, kept


def _read(head: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(head)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _environment() -> dict[str, str]:
    """Return what the child must know: where libraries lie, and nothing of the service's secrets."""
    root = str(Path(inaproc_documents.__file__).parents[1])
    known = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**known, "PYTHONPATH": root, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
