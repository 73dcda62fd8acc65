"""The bad line itself: it does what its name says, and nothing while the weather is calm."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from endurance.faults import ROUGH, Cut, Trouble, Weather
from endurance.proxy import Proxy

BODY = b"jawaban " * 400


class _Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen: list[str]

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).seen.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in (BODY, BODY, b""):
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    _Echo.seen = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Echo)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    made = Proxy(server.server_address[1], 1)
    yield made
    made.close()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def client(proxy: Proxy) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://127.0.0.1:{proxy.line('pp')}", timeout=0.5) as opened:
        yield opened


def test_calm_line_changes_nothing(client: httpx.Client) -> None:
    for _ in range(3):
        assert client.post("/v1/commands", content=b"{}").content == BODY
    assert client.get("/v1/pack").content == BODY + BODY
    assert _Echo.seen == ["/v1/commands"] * 3


def test_doubled_request_arrives_twice_and_is_answered_once(proxy: Proxy, client: httpx.Client) -> None:
    proxy.weather = Weather(doubled=1.0)
    assert client.post("/v1/commands", content=b"{}").content == BODY
    until = time.monotonic() + 5
    while len(_Echo.seen) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    assert _Echo.seen == ["/v1/commands"] * 2
    assert proxy.counted[Trouble.DOUBLED.value] == 1


@pytest.mark.parametrize(("weather", "arrives"), [(Weather(lost=1), 0), (Weather(reset=1), 1)])
def test_lost_and_reset(weather: Weather, arrives: int, proxy: Proxy, client: httpx.Client) -> None:
    proxy.weather = weather
    with pytest.raises(httpx.TransportError):
        client.post("/v1/commands", content=b"{}")
    assert len(_Echo.seen) == arrives


def test_answer_cut_short_is_no_answer(proxy: Proxy, client: httpx.Client) -> None:
    proxy.weather = Weather(cut_short=1.0)
    with pytest.raises(httpx.RemoteProtocolError):
        client.post("/v1/commands", content=b"{}")


@pytest.mark.parametrize(("cut", "arrives_meanwhile"), [(Cut.OUT, 0), (Cut.IN, 1), (Cut.BOTH, 0)])
def test_partition_holds_back_and_then_delivers(
    cut: Cut, arrives_meanwhile: int, proxy: Proxy, client: httpx.Client
) -> None:
    proxy.cut("pp", cut)
    with pytest.raises(httpx.ReadTimeout):
        client.post("/v1/commands", content=b"{}")
    assert len(_Echo.seen) == arrives_meanwhile
    proxy.heal()
    until = time.monotonic() + 5
    while not _Echo.seen and time.monotonic() < until:  # late, and nobody waits for the answer any more
        time.sleep(0.02)
    assert len(_Echo.seen) == 1
    assert client.post("/v1/commands", content=b"{}").content == BODY


def test_throttled_line_takes_its_time(proxy: Proxy, client: httpx.Client) -> None:
    proxy.rate = 16_000
    began = time.monotonic()
    assert client.post("/v1/commands", content=b"{}", timeout=10).content == BODY
    assert time.monotonic() - began >= len(BODY) / 16_000


def test_dead_backend_is_no_answer() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = Proxy(port, 1)
    with pytest.raises(httpx.TransportError):
        httpx.post(f"http://127.0.0.1:{made.line('pp')}/v1/commands", content=b"{}", timeout=2)
    made.close()


def test_rough_weather_is_what_the_protocol_asks_for() -> None:
    assert ROUGH.doubled == 0.05
    assert ROUGH.delay == 0.6
