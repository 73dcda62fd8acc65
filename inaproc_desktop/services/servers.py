"""Addresses of servers as people type them, and whether a server and this program understand each other."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from inaproc_core.errors import refuse
from inaproc_core.wire.messages import HelloAnswer
from inaproc_core.wire.versions import refusal_by, this_program
from inaproc_desktop.ports.session import Server
from inaproc_desktop.ports.world import VersionMismatch


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


def check_version(hello: HelloAnswer, client_version: str) -> None:
    """Refuse a server that this program does not fit.

    Raises:
        VersionMismatch: with the reason.
    """
    refusal = refusal_by(hello, this_program(client_version))
    if refusal is not None:
        raise VersionMismatch(refusal)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
