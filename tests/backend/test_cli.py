"""The command line as an operator and the desktop use it: a real process, a real port, a clean end."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inaproc_backend.cli import main
from inaproc_backend.storage import tables
from tests.backend.office import open_office

ROOT = Path(__file__).parents[2]


@contextmanager
def _serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "inaproc_backend", "serve", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("READY http://127.0.0.1:"), line
        yield process, line.removeprefix("READY ").strip()
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=10) as answer:
        found: bytes = answer.read()
    return found


def test_training_serves_a_believable_office_and_ends_on_sigterm(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    with _serving("--training", "--data", str(folder)) as (process, address):
        assert json.loads(_get(f"{address}/health"))["status"] == "ok"
        people = json.loads(_get(f"{address}/v1/training/people"))
        assert {"pp", "ppk", "bendahara", "penyedia1"} <= {person["username"] for person in people}
        stream = urllib.request.Request(
            f"{address}/v1/wake", headers={"Authorization": f"Bearer {_token(address)}"}
        )
        with urllib.request.urlopen(stream, timeout=10) as opened:
            assert opened.readline() == b": open\r\n"
            process.send_signal(signal.SIGTERM)  # an open stream must not hold it up
            assert process.wait(10) == 0
    assert main(["check", "--data", str(folder)]) == 0


def _token(address: str) -> str:
    body = json.dumps({"username": "pp", "password": "Latihan-INAPROC-2026", "device_id": "pc"}).encode()
    request = urllib.request.Request(
        f"{address}/v1/session/sign-in", data=body, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        token: str = json.loads(answer.read())["session"]["access_token"]
    return token


def test_check_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = open_office(tmp_path)
    office.checkout("0193a1b2-0000-7000-8000-00000000000a")
    office.close()
    assert main(["check", "--data", str(tmp_path)]) == 0
    assert "no faults" in capsys.readouterr().out
    office = open_again(tmp_path)
    with office.write() as connection:
        connection.execute(tables.feed.delete().where(tables.feed.c.kind == "ack"))
    office.close()
    assert main(["check", "--data", str(tmp_path)]) == 1
    shown = capsys.readouterr().out
    assert "WRONG feed numbers without a gap" in shown
    assert "WRONG commands acknowledged once" in shown


def open_again(folder: Path):
    from inaproc_backend.storage.database import Database

    return Database.in_folder(folder)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["serve", "--training", "--host", "0.0.0.0"], "for this machine alone"),
        (["serve", "--host", "0.0.0.0"], "in clear"),
        (["serve", "--certificate", "x.pem"], "go together"),
        (["check", "--database", "mysql://x/y"], "must be SQLite or PostgreSQL"),
    ],
)
def test_what_would_be_unsafe_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main([*arguments, "--data", str(tmp_path)]) == 2
    assert words in capsys.readouterr().err


def test_training_keeps_out_of_a_real_office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_office(tmp_path).close()
    for arguments in (["training", "--reset"], ["training"], ["serve", "--training"]):
        assert main([*arguments, "--data", str(tmp_path)]) == 2
        assert "holds a real office" in capsys.readouterr().err


def test_the_training_office_is_made_once_and_anew_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INAPROC_DATABASE_URL", "postgresql+psycopg://nowhere/none")  # must be left alone
    for arguments, words in (([], "was made"), ([], "there already"), (["--reset"], "made anew")):
        assert main(["training", "--data", str(tmp_path), *arguments]) == 0
        assert words in capsys.readouterr().out


def test_import_is_part_of_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "none.csv"
    assert main(["import", "klpd", str(file), "--data", str(tmp_path / "data")]) != 0
