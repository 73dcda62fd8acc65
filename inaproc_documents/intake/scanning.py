"""Looking for malware: the EICAR test string always, a ClamAV daemon where one is configured."""

from __future__ import annotations

import socket
from contextlib import AbstractContextManager, suppress
from typing import Final, Protocol
from urllib.parse import urlsplit

from inaproc_core.errors import refuse

EICAR_NAME: Final = "EICAR-Test-File"

# In pieces: a scanner on the developer's machine must not take this file away.
_EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"

_PIECE = 64 * 1024
_LONGEST_ANSWER = 4096
_DEFAULT_PORT = 3310


class ScannerAwayError(Exception):
    """The scanner cannot be reached or does not answer sense: nothing is known about the file."""


class Scanner(Protocol):
    """Looks at whole files before they are stored."""

    def scan(self, content: bytes) -> str:
        """Return the name of what was found, empty when nothing was.

        Raises:
            ScannerAwayError: it could not look.
        """
        ...


def refuse_test_virus(part: bytes) -> None:
    """Refuse the EICAR test string, with which anybody can try out whether files are scanned.

    Raises:
        Refused: ``file.malware``.
    """
    if _EICAR in part:
        refuse("file.malware", threat=EICAR_NAME)


class BuiltInScanner:
    """Knows the test string only; stands where no scanner is configured."""

    def scan(self, content: bytes) -> str:
        """Return the name of the test string if it is in the file."""
        return EICAR_NAME if _EICAR in content else ""


class ClamdScanner:
    """A ClamAV daemon over TCP or a local socket, by its INSTREAM command (clamd(8))."""

    def __init__(self, address: str | tuple[str, int], *, seconds: float = 30.0) -> None:
        """Name the daemon; nothing is connected yet.

        Args:
            address: path of a local socket, or host and port.
            seconds: to wait for it, each time.
        """
        self._address = address
        self._seconds = seconds

    def scan(self, content: bytes) -> str:
        """Send a file and return the name of what was found, empty when it is clean.

        Raises:
            ScannerAwayError: no connection, time over, or an answer that is neither OK nor FOUND; also when
                the file is larger than the daemon's StreamMaxLength.
        """
        try:
            with self._connected() as link:
                link.sendall(b"zINSTREAM\0")
                # A daemon that has seen enough may answer and hang up before everything is sent.
                with suppress(BrokenPipeError, ConnectionResetError):
                    for at in range(0, len(content), _PIECE):
                        piece = content[at : at + _PIECE]
                        link.sendall(len(piece).to_bytes(4, "big") + piece)
                    link.sendall(bytes(4))
                answer = _answer(link)
        except OSError as error:
            raise ScannerAwayError(str(error)) from error
        return _threat_in(answer)

    def _connected(self) -> AbstractContextManager[socket.socket]:
        if isinstance(self._address, tuple):
            return socket.create_connection(self._address, timeout=self._seconds)
        link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        link.settimeout(self._seconds)
        try:
            link.connect(self._address)
        except OSError:
            link.close()
            raise
        return link


def scanner_at(setting: str) -> Scanner:
    """Return the scanner that an operator names.

    Args:
        setting: empty for none; ``clamd://host:3310`` or ``clamd:///run/clamav/clamd.ctl``.

    Raises:
        ValueError: it names something else.
    """
    if not setting:
        return BuiltInScanner()
    parts = urlsplit(setting)
    if parts.scheme != "clamd" or not (parts.hostname or parts.path.strip("/")):
        message = f"a scanner is clamd://host:port or clamd:///path/of/socket, got {setting!r}"
        raise ValueError(message)
    if parts.hostname:
        return ClamdScanner((parts.hostname, parts.port or _DEFAULT_PORT))
    return ClamdScanner(parts.path)


def _answer(link: socket.socket) -> str:
    received = b""
    while not received.endswith(b"\0") and len(received) < _LONGEST_ANSWER:
        piece = link.recv(_LONGEST_ANSWER)
        if not piece:
            break
        received += piece
    return received.rstrip(b"\0\n").decode("utf-8", "replace")


def _threat_in(answer: str) -> str:
    _, _, verdict = answer.partition(": ")
    if verdict == "OK":
        return ""
    if verdict.endswith(" FOUND"):
        return verdict.removesuffix(" FOUND").strip() or "?"
    message = f"the scanner answered {answer[:200]!r}"
    raise ScannerAwayError(message)
