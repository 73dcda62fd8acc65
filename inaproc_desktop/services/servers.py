"""Addresses of servers as people type them, and whether a server and this program understand each other."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from inaproc_core.errors import refuse
from inaproc_core.wire.messages import PROTO_MAX, PROTO_MIN, HelloAnswer
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.session import Server


def server_of(address: str) -> Server:
    """Return the server at an address as somebody types it; HTTPS where no scheme is named.

    Raises:
        Refused: ``server.address_malformed``; ``server.not_encrypted`` for plain HTTP to another machine,
            because passwords would cross the network in clear.
    """
    typed = address.strip()
    try:
        split = urlsplit(typed if "://" in typed else f"https://{typed}")
        host, port = split.hostname or "", split.port
    except ValueError:
        refuse("server.address_malformed", at="server", address=typed)
    beside = split.path.strip("/") or split.query or split.fragment or split.username
    if split.scheme not in {"http", "https"} or not host or " " in host or beside:
        refuse("server.address_malformed", at="server", address=typed)
    if split.scheme == "http" and not _is_this_machine(host):
        refuse("server.not_encrypted", at="server", address=typed)
    shown = f"[{host}]" if ":" in host else host
    url = f"{split.scheme}://{shown}:{port}" if port else f"{split.scheme}://{shown}"
    return Server(url=url, key=url)


def check_version(hello: HelloAnswer) -> None:
    """Refuse a server that speaks another protocol.

    Raises:
        WorldFailed: ``world.version``.
    """
    if hello.proto_max < PROTO_MIN or hello.proto_min > PROTO_MAX:
        detail = f"server speaks {hello.proto_min}–{hello.proto_max}, this program {PROTO_MIN}–{PROTO_MAX}"
        raise WorldFailed("world.version", detail)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
