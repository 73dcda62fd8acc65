"""The process apart: whatever happens in it, the caller gets an answer, and nothing of the caller's leaks."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from inaproc_core.errors import Refused
from inaproc_documents.intake import sandbox
from inaproc_documents.intake.inspecting import inspect
from inaproc_documents.intake.sandbox import Bounds, compress_scan_apart, inspect_apart
from tests.documents.intake import corpus


def refusal(content: bytes, program: str, bounds: Bounds | None = None) -> str:
    """The code that a child of this program is answered with."""
    run = (sys.executable, "-c", program)
    with pytest.raises(Refused) as caught:
        inspect_apart(content, corpus.ANYTHING, bounds=bounds, run=run)
    return caught.value.refusal.code


@pytest.mark.parametrize("good", [corpus.good_jpeg, corpus.good_pdf], ids=["photo", "letter"])
def test_both_ways_give_the_same(good: Callable[[], bytes]) -> None:
    content = good()
    assert inspect_apart(content, corpus.ANYTHING) == inspect(content, corpus.ANYTHING)


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "import ctypes; ctypes.string_at(0)",
        "raise SystemExit(1)",
        "print('halo')",
        "print('[]')",
        "",
    ],
    ids=["aborts", "segmentation fault", "fails", "says nonsense", "says a list", "says nothing"],
)
def test_a_child_that_breaks_is_the_files_fault(program: str) -> None:
    assert refusal(corpus.good_jpeg(), program) == "file.unreadable"


def test_a_child_that_takes_too_long_is_ended() -> None:
    begun = time.monotonic()
    assert refusal(b"x", "import time; time.sleep(60)", Bounds(seconds=0.4)) == "file.unreadable"
    assert time.monotonic() - begun < 5


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_a_child_that_wants_too_much_memory_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        inspect_apart(corpus.good_jpeg(), corpus.ANYTHING, bounds=Bounds(memory=24 * 1024 * 1024))
    assert caught.value.refusal.code == "file.unreadable"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
@pytest.mark.parametrize(
    "attempt",
    ["open('made', 'w').write('x' * 99_000)", "while True: pass", "bytearray(2**31)"],
    ids=["writing", "computing", "remembering"],
)
def test_a_child_is_bound(attempt: str, tmp_path: Path) -> None:
    """The limits are those the real child sets before it looks at the file."""
    program = (
        "import os\n"
        f"os.chdir({str(tmp_path)!r})\n"
        "from inaproc_documents.intake.__main__ import _bind\n"
        "_bind(cpu_seconds=1, memory=800 * 1024 * 1024)\n"
        f"{attempt}\n"
        'print(\'{"kind": "application/pdf", "width": 0, "height": 0, "pages": 1, "signed": false}\')\n'
    )
    assert refusal(b"x", program, Bounds(seconds=20)) == "file.unreadable"
    assert [file.stat().st_size for file in tmp_path.iterdir()] in ([], [0])


def test_a_child_knows_nothing_of_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INAPROC_SMTP_PASSWORD", "rahasia")
    told = "{'refused': 'file.seen', 'facts': {'names': ','.join(os.environ)}}"
    program = f"import os, json; print(json.dumps({told}))"
    with pytest.raises(Refused) as caught:
        inspect_apart(b"x", corpus.ANYTHING, run=(sys.executable, "-c", program))
    names = set(str(caught.value.refusal.facts["names"]).split(","))
    assert names <= {*sandbox._PASSED_ON, "PYTHONPATH", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE", "LC_CTYPE"}


def test_a_scan_is_made_smaller_apart() -> None:
    content = corpus.scan(900)
    made = compress_scan_apart(content, len(content) // 2)
    assert made.after == len(made.content) <= len(content) // 2
    assert (made.before, made.pages) == (len(content), 1)
    assert made.dpi in range(96, 201)
    assert inspect_apart(made.content, corpus.ANYTHING).pages == 1
