"""The child of :mod:`inaproc_documents.intake.sandbox`: one question, one answer, then it ends.

Reads a line of JSON and the bytes of a file, binds itself to its limits, and writes a line of JSON and the
bytes to keep. A refusal is an answer; everything else ends with a status that is not 0.
"""

from __future__ import annotations

import contextlib
import json
import sys
from dataclasses import asdict
from typing import Any


def main() -> int:
    """Answer the question on the standard input."""
    question = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    _bind(**question["bounds"])
    # Only now, so that the limits hold for the libraries too.
    from inaproc_core.errors import Refused

    try:
        told, kept = _answer(question, content)
    except Refused as refused:
        told = {"refused": refused.refusal.code, "facts": dict(refused.refusal.facts)}
        kept = b""
    except MemoryError:
        return 3
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + kept)
    sys.stdout.buffer.flush()
    return 0


def _answer(question: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
    if question["do"] == "compress":
        from inaproc_documents.intake.scans import compress_scan

        made = compress_scan(content, int(question["max_bytes"]))
        return {key: value for key, value in asdict(made).items() if key != "content"}, made.content
    from inaproc_documents.intake.inspecting import Wanted, inspect

    found = inspect(content, Wanted(**question["wanted"]))
    told = {key: value for key, value in asdict(found).items() if key != "content"}
    return told, found.content if found.kind.is_picture else b""


def _bind(*, cpu_seconds: int, memory: int) -> None:
    """Bind this process to its limits, where the system has such limits (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    for name, value in wanted.items():
        # macOS refuses some of them; the parent's clock holds in any case.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(name, (value, value))


if __name__ == "__main__":
    sys.exit(main())
