"""The ClamAV adapter against a stand-in that speaks clamd's INSTREAM, over TCP and over a local socket."""

from __future__ import annotations

import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from inaproc_documents.intake.scanning import (
    EICAR_NAME,
    BuiltInScanner,
    ClamdScanner,
    Scanner,
    ScannerAwayError,
    scanner_at,
)
from tests.documents.intake.corpus import EICAR


class StandInDaemon:
    """Answers one connection after the other as clamd would; not a virus scanner."""

    def __init__(self, listener: socket.socket, answer: bytes | None = None) -> None:
        self.received: list[bytes] = []
        self._answer = answer
        self._listener = listener
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stopped.set()
        self._thread.join(3)
        self._listener.close()

    def _serve(self) -> None:
        self._listener.settimeout(0.05)
        while not self._stopped.is_set():
            try:
                link, _ = self._listener.accept()
            except TimeoutError:
                continue
            with link:
                link.settimeout(3)
                self._speak(link)

    def _speak(self, link: socket.socket) -> None:
        with link.makefile("rb") as lines:
            command = lines.read(10)
            content = b""
            while length := int.from_bytes(lines.read(4), "big"):
                content += lines.read(length)
        assert command == b"zINSTREAM\0"
        self.received.append(content)
        if self._answer is not None:
            link.sendall(self._answer)
        else:
            found = b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if EICAR in content else b"stream: OK\0"
            link.sendall(found)


def listening(kind: str) -> tuple[socket.socket, str]:
    if kind == "tcp":
        listener = socket.create_server(("127.0.0.1", 0))
        return listener, f"clamd://127.0.0.1:{listener.getsockname()[1]}"
    place = str(Path(tempfile.mkdtemp(prefix="clamd"), "s"))
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(place)
    listener.listen()
    return listener, f"clamd://{place}"


@pytest.fixture(params=["tcp", "unix"])
def daemon(request: pytest.FixtureRequest) -> Iterator[tuple[StandInDaemon, Scanner]]:
    listener, setting = listening(request.param)
    opened = StandInDaemon(listener)
    yield opened, scanner_at(setting)
    opened.close()


def test_a_clean_file_is_clean(daemon: tuple[StandInDaemon, Scanner]) -> None:
    content = bytes(range(256)) * 2000
    assert daemon[1].scan(content) == ""
    assert daemon[0].received == [content]


def test_what_was_found_is_named(daemon: tuple[StandInDaemon, Scanner]) -> None:
    assert daemon[1].scan(b"a" * 100_000 + EICAR) == "Win.Test.EICAR_HDB-1"


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"", b"\xff\xff\0", b"halo"])
def test_an_answer_that_makes_no_sense_is_no_all_clear(answer: bytes) -> None:
    listener, setting = listening("tcp")
    opened = StandInDaemon(listener, answer)
    with pytest.raises(ScannerAwayError):
        scanner_at(setting).scan(b"x")
    opened.close()


def test_a_daemon_that_is_not_there_is_no_all_clear() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    for away in (ClamdScanner(("127.0.0.1", port), seconds=1), ClamdScanner("/nowhere/clamd.ctl", seconds=1)):
        with pytest.raises(ScannerAwayError):
            away.scan(b"x")


def test_without_a_daemon_the_test_string_is_known() -> None:
    assert scanner_at("").scan(b"x" + EICAR) == EICAR_NAME
    assert BuiltInScanner().scan(b"x") == ""


@pytest.mark.parametrize("setting", ["http://x", "clamd:", "clamd://", "localhost:3310"])
def test_a_wrong_setting_is_told(setting: str) -> None:
    with pytest.raises(ValueError, match="a scanner is"):
        scanner_at(setting)
