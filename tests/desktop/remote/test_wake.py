"""The stream of hints on a real socket: heard at once, given up at once, never fatal."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from inaproc_core.wire.messages import Session
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.remote import wake
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.tokens import Tokens
from inaproc_desktop.remote.wake import HttpWakeStream


class _Stream(BaseHTTPRequestHandler):
    """Sends a heartbeat and a hint, then holds the line until told to go."""

    asked: list[str]
    go: threading.Event
    said: bytes

    def do_GET(self) -> None:
        type(self).asked.append(self.headers["Authorization"])
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(type(self).said)
        self.wfile.flush()
        type(self).go.wait(20)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    _Stream.asked, _Stream.go = [], threading.Event()
    _Stream.said = b': open\n\ndata: {"scope": "satker/1", "head": 3}\n\n'
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Stream)
    made.daemon_threads = True
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    _Stream.go.set()
    made.shutdown()
    made.server_close()
    thread.join()


def tokens() -> Tokens:
    made = Tokens(lambda token: (_ for _ in ()).throw(WorldFailed("world.offline")))
    made.adopt(
        Session(
            access_token="a",
            access_seconds=600,
            refresh_token="r",
            user_id="u",
            name="",
            username="",
            nip="",
            accesses=[],
            training=False,
        )
    )
    return made


def test_hint_is_heard_and_the_thread_ends_when_told(server: ThreadingHTTPServer) -> None:
    client = HttpClient(f"http://127.0.0.1:{server.server_address[1]}")
    stream = HttpWakeStream(client, tokens())
    heard = threading.Event()
    stream.start(heard.set)
    assert heard.wait(5)
    assert _Stream.asked == ["Bearer a"]
    began = time.monotonic()
    assert stream.stop(5)  # although the line is held for twenty seconds
    assert time.monotonic() - began < 2
    client.close()


def test_ended_stream_is_opened_again(server: ThreadingHTTPServer) -> None:
    _Stream.go.set()
    _Stream.said = b": open\n\n"  # a hint for each stream
    client = HttpClient(f"http://127.0.0.1:{server.server_address[1]}")
    hints: list[int] = []
    twice = threading.Event()

    def hint() -> None:
        hints.append(1)
        if len(hints) == 2:
            twice.set()

    class Soon(random.Random):
        def uniform(self, a: float, b: float) -> float:
            return 0.01

    stream = HttpWakeStream(client, tokens(), dice=Soon())
    stream.start(hint)
    assert twice.wait(5)
    assert stream.stop(5)
    client.close()


def test_opened_stream_is_a_hint_itself(server: ThreadingHTTPServer) -> None:
    """What the backend told while nobody listened is fetched as soon as somebody listens again."""
    _Stream.said = b": open\n\n"
    client = HttpClient(f"http://127.0.0.1:{server.server_address[1]}")
    stream = HttpWakeStream(client, tokens())
    heard = threading.Event()
    stream.start(heard.set)
    assert heard.wait(5)
    assert stream.stop(5)
    client.close()


def test_stream_without_a_heartbeat_is_given_up(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line is held and nothing comes: behind a dead proxy nobody would ever say so."""
    assert wake.SILENCE_SECONDS == 45.0  # three heartbeats of the backend
    monkeypatch.setattr(wake, "SILENCE_SECONDS", 0.2)
    client = HttpClient(f"http://127.0.0.1:{server.server_address[1]}")
    stream = HttpWakeStream(client, tokens(), dice=random.Random(1))
    stream.start(lambda: None)
    until = time.monotonic() + 10
    while len(_Stream.asked) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    assert len(_Stream.asked) >= 2
    assert stream.stop(5)
    client.close()


def test_dead_server_is_no_reason_to_fail() -> None:
    client = HttpClient("http://127.0.0.1:9")
    stream = HttpWakeStream(client, tokens())
    stream.start(lambda: None)
    time.sleep(0.05)
    assert stream.stop(5)
    client.close()
