"""The command ``inaproc-backend``: serve, import, check."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from inaproc_backend.app import create_app
from inaproc_backend.config import Config
from inaproc_backend.importers.cli import add_arguments as add_import
from inaproc_backend.services import open_services
from inaproc_backend.training.office import build_office

DATABASE_VARIABLE = "INAPROC_DATABASE_URL"
_LOOPBACK = "127.0.0.1"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand and return its exit status."""
    parser = argparse.ArgumentParser(prog="inaproc-backend", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_serve(commands)
    add_import(commands)
    parsed = parser.parse_args(arguments)
    status: int = parsed.run(parsed)
    return status


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="answer requests until told to stop")
    serve.add_argument("--data", type=Path, required=True, help="folder of database, keys and files")
    serve.add_argument("--host", default=_LOOPBACK, help="address to listen on (%(default)s)")
    serve.add_argument("--port", type=int, default=8080, help="0 takes a free one (%(default)s)")
    serve.add_argument("--training", action="store_true", help="a made-up office, marked SIMULASI")
    serve.add_argument(
        "--trust-forwarded", action="store_true", help="take addresses from X-Forwarded-For (own proxy)"
    )
    serve.set_defaults(run=_serve)


def _serve(parsed: argparse.Namespace) -> int:
    if parsed.training and parsed.host != _LOOPBACK:
        sys.stderr.write("Mode latihan hanya pada 127.0.0.1: kata sandinya diketahui umum.\n")
        return 2
    data: Path = parsed.data
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    config = Config(
        data=data,
        database_url="" if parsed.training else os.environ.get(DATABASE_VARIABLE, ""),
        training=parsed.training,
        trust_forwarded=parsed.trust_forwarded,
    )
    services = open_services(config)
    if config.training:
        build_office(services.database, now=services.clock(), hash_password=services.passwords.hash)
    listener = _listen(parsed.host, parsed.port)
    server = _Announcing(
        uvicorn.Config(
            create_app(config, services=services),
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=2,
        ),
        f"http://{parsed.host}:{listener.getsockname()[1]}",
    )
    server.run(sockets=[listener])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket. Naming TCP lets asyncio switch Nagle off: 40 ms an answer otherwise."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(2048)
    return listener


class _Announcing(uvicorn.Server):
    """Says where it listens, on one line of standard output, once it takes requests."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            sys.stdout.write(f"READY {self._address}\n")
            sys.stdout.flush()
