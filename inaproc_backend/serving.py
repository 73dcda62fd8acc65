"""Running the service: one process, one port, a line on stdout when it takes requests, a clean end."""

from __future__ import annotations

import signal
import socket
import sys
import threading
from types import FrameType

import uvicorn
from litestar import Litestar

from inaproc_backend.services import Services

_END_SECONDS = 5
"""How long a request that runs may go on after the signal to stop."""

_WAITING = 2048
"""Connections that may wait to be taken."""


class _Server(uvicorn.Server):
    """Says READY once requests are taken, and lets wake streams go when told to stop."""

    def __init__(self, config: uvicorn.Config, services: Services, address: str) -> None:
        super().__init__(config)
        self._services = services
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say where."""
        await super().startup(sockets)
        if self.started:
            sys.stdout.write(f"READY {self._address}\n")
            sys.stdout.flush()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop: open streams would otherwise be waited for."""
        self._services.wake.end_all()
        super().handle_exit(sig, frame)
        # uvicorn raises the signal again once it has ended; ending on request is no failure.
        self._captured_signals = [caught for caught in self._captured_signals if caught != signal.SIGTERM]


def serve(
    app: Litestar,
    *,
    host: str,
    port: int,
    certificate: str = "",
    key: str = "",
) -> None:
    """Serve until SIGTERM or Ctrl+C.

    Args:
        app: made by ``create_app``.
        host: address to listen on.
        port: 0 for any free one; the READY line names it.
        certificate: file with the TLS chain in PEM; empty: plain HTTP, for loopback or behind a proxy.
        key: file with its private key.

    Raises:
        OSError: the port is taken.
    """
    listener = _listen(host, port)
    scheme = "https" if certificate else "http"
    shown = f"[{host}]" if ":" in host else host
    address = f"{scheme}://{shown}:{listener.getsockname()[1]}"
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_END_SECONDS,
        ssl_certfile=certificate or None,
        ssl_keyfile=key or None,
    )
    with listener:
        _Server(config, app.state.services, address).run(sockets=[listener])


def end_with_stdin() -> None:
    """End this process in order when standard input closes, which it does when its starter is gone."""

    def wait() -> None:
        while sys.stdin.buffer.read(1024):
            pass
        signal.raise_signal(signal.SIGTERM)

    threading.Thread(target=wait, name="starter", daemon=True).start()


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket. Naming TCP lets asyncio switch Nagle off: 40 ms an answer otherwise."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let two servers share the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(_WAITING)
    return listener
