"""Start a service as its own process, and talk to it over kept-alive connections without a client library."""

from __future__ import annotations

import http.client
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
    """One kept-alive connection."""

    def __init__(self, address: str, token: str = "") -> None:
        self._http = http.client.HTTPConnection(urlsplit(address).netloc)
        self._headers = {"Content-Type": "application/json"}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"

    def post(self, path: str, body: bytes) -> bytes:
        """Send a request and return the answer's body.

        Raises:
            RuntimeError: for an answer that is not a success.
        """
        self._http.request("POST", path, body, self._headers)
        answer = self._http.getresponse()
        content = answer.read()
        if answer.status >= 300:
            message = f"{path}: {answer.status} {content[:300]!r}"
            raise RuntimeError(message)
        return content

    def get(self, path: str) -> bytes:
        """Fetch something."""
        self._http.request("GET", path, headers=self._headers)
        answer = self._http.getresponse()
        content = answer.read()
        if answer.status >= 300:
            message = f"{path}: {answer.status} {content[:300]!r}"
            raise RuntimeError(message)
        return content


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
