"""Start a service as its own process, and talk to it over kept-alive connections without a client library."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit


@contextmanager
def served(*arguments: str) -> Iterator[str]:
    """Run ``python arguments…`` until the block ends; yields the address it prints after READY."""
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line.startswith("READY"):
            message = f"the service did not start: {' '.join(arguments)}"
            raise RuntimeError(message)
        yield line.split()[1]
    finally:
        process.terminate()
        process.wait(20)


class Connection:
    """One kept-alive connection; a request leaves in one piece, so no acknowledgement is waited for."""

    def __init__(self, address: str, token: str = "", *, packed: bool = False) -> None:
        self._host = urlsplit(address).netloc
        name, _, port = self._host.partition(":")
        self._socket = socket.create_connection((name, int(port)))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._reader = self._socket.makefile("rb")
        self._token = f"Authorization: Bearer {token}\r\n" if token else ""
        if packed:
            self._token += "Accept-Encoding: gzip\r\n"

    def post(self, path: str, body: bytes) -> bytes:
        """Send a JSON request and return the answer's body.

        Raises:
            RuntimeError: for an answer that is not a success.
        """
        return self._ask("POST", path, body)

    def put_pdf(self, path: str, pdf: bytes) -> bytes:
        """Upload a document."""
        return self._ask("PUT", path, pdf, "application/pdf")

    def get(self, path: str) -> bytes:
        """Fetch something."""
        return self._ask("GET", path, b"")

    def _ask(self, method: str, path: str, body: bytes, kind: str = "application/json") -> bytes:
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\n{self._token}"
            f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self._socket.sendall(head.encode() + body)
        status = int(self._reader.readline().split()[1])
        length, chunked, packed = 0, False, False
        while (line := self._reader.readline().strip().lower()) != b"":
            if line.startswith(b"content-length:"):
                length = int(line.split(b":")[1])
            chunked = chunked or line == b"transfer-encoding: chunked"
            packed = packed or line == b"content-encoding: gzip"
        content = self._chunks() if chunked else self._reader.read(length)
        if status >= 300:
            message = f"{path}: {status} {content[:300]!r}"
            raise RuntimeError(message)
        return gzip.decompress(content) if packed else content

    def _chunks(self) -> bytes:
        parts: list[bytes] = []
        while size := int(self._reader.readline(), 16):
            parts.append(self._reader.read(size))
            self._reader.readline()
        self._reader.readline()
        return b"".join(parts)


def rate(connections: Sequence[Connection], path: str, bodies: Sequence[bytes]) -> float:
    """Post all bodies over these connections at once; returns requests a second."""
    shares = [bodies[n :: len(connections)] for n in range(len(connections))]
    start = threading.Barrier(len(connections) + 1)

    def work(connection: Connection, share: Sequence[bytes]) -> None:
        start.wait()
        for body in share:
            connection.post(path, body)

    threads = [
        threading.Thread(target=work, args=(connection, share))
        for connection, share in zip(connections, shares, strict=True)
    ]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return len(bodies) / (time.perf_counter() - began)
