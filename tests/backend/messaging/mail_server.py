"""A small real mail server on loopback (RFC 5321 with STARTTLS, AUTH PLAIN), and its certificate."""

from __future__ import annotations

import base64
import email
import email.policy
import ipaddress
import socketserver
import ssl
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class Received:
    """One mail, with how it came."""

    sender: str
    recipients: list[str]
    raw: bytes
    encrypted: bool
    user: str

    @property
    def mail(self) -> EmailMessage:
        parsed = email.message_from_bytes(self.raw, policy=email.policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed


@dataclass
class Behaviour:
    """How the server meets its clients.

    Attributes:
        answers: verb to the line answered in place of the ordinary one, while there are some.
        hang_up_after_data: take the mail and die before the answer: the client cannot know.
    """

    starttls: bool = True
    implicit_tls: bool = False
    user: str = ""
    password: str = ""
    answers: dict[str, list[str]] = field(default_factory=dict)
    hang_up_after_data: int = 0


class MailServer:
    """Listens until closed; ``received`` holds what came."""

    def __init__(self, folder: Path, behaviour: Behaviour, *, name: str = "localhost") -> None:
        self.behaviour = behaviour
        self.received: list[Received] = []
        self.lines: list[str] = []
        self.connections = 0
        self.ca_file, chain = make_certificate(folder, name)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(chain)
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                _Conversation(outer, self).run()

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            block_on_close = False

            def handle_error(self, request: Any, client_address: Any) -> None:
                """A client that leaves in the middle is no news."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Conversation:
    def __init__(self, server: MailServer, handler: socketserver.StreamRequestHandler) -> None:
        self._server = server
        self._socket = handler.request
        self._file: Any = handler.rfile
        self._out: Any = handler.wfile
        self._encrypted = False
        self._user = ""
        self._sender = ""
        self._recipients: list[str] = []

    def run(self) -> None:
        self._server.connections += 1
        try:
            if self._server.behaviour.implicit_tls:
                self._wrap()
            self._say("220 mail ready")
            while self._one(self._file.readline()):
                pass
        except (OSError, ValueError):
            pass
        finally:
            if self._encrypted:
                self._socket.close()

    def _wrap(self) -> None:
        self._socket = self._server.context.wrap_socket(self._socket, server_side=True)
        self._file, self._out = self._socket.makefile("rb"), self._socket.makefile("wb")
        self._encrypted = True

    def _say(self, *lines: str) -> None:
        self._out.write("".join(f"{line}\r\n" for line in lines).encode())
        self._out.flush()

    def _one(self, raw: bytes) -> bool:
        if not raw:
            return False
        line = raw.decode("ascii", "replace").strip()
        self._server.lines.append(line)
        verb, _, rest = line.partition(" ")
        verb = verb.upper()
        waiting = self._server.behaviour.answers.get(verb, [])
        if waiting:
            self._say(waiting.pop(0))
            return True
        return bool(getattr(self, f"_do_{verb.lower()}", self._unknown)(rest))

    def _unknown(self, _rest: str) -> bool:
        self._say("502 what")
        return True

    def _do_ehlo(self, _rest: str) -> bool:
        offers = ["250-mail"]
        if self._server.behaviour.starttls and not self._encrypted:
            offers.append("250-STARTTLS")
        if self._server.behaviour.user:
            offers.append("250-AUTH PLAIN")
        self._say(*offers, "250 8BITMIME")
        return True

    def _do_starttls(self, _rest: str) -> bool:
        self._say("220 go")
        self._wrap()
        return True

    def _do_auth(self, rest: str) -> bool:
        _mechanism, _, given = rest.partition(" ")
        _, user, password = base64.b64decode(given).decode().split("\0")
        behaviour = self._server.behaviour
        if (user, password) != (behaviour.user, behaviour.password):
            self._say(f"535 no such user {user} {password}")
            return True
        self._user = user
        self._say("235 ok")
        return True

    def _do_noop(self, _rest: str) -> bool:
        self._say("250 ok")
        return True

    def _do_rset(self, _rest: str) -> bool:
        self._say("250 ok")
        return True

    def _do_mail(self, rest: str) -> bool:
        if self._server.behaviour.user and not self._user:
            self._say("530 sign in first")
            return True
        self._sender, self._recipients = rest[rest.index("<") + 1 : rest.index(">")], []
        self._say("250 ok")
        return True

    def _do_rcpt(self, rest: str) -> bool:
        self._recipients.append(rest[rest.index("<") + 1 : rest.index(">")])
        self._say("250 ok")
        return True

    def _do_data(self, _rest: str) -> bool:
        self._say("354 go on")
        lines: list[bytes] = []
        while (line := self._file.readline()) not in {b".\r\n", b""}:
            lines.append(line[1:] if line.startswith(b"..") else line)
        self._server.received.append(
            Received(self._sender, self._recipients, b"".join(lines), self._encrypted, self._user)
        )
        if self._server.behaviour.hang_up_after_data:
            self._server.behaviour.hang_up_after_data -= 1
            return False
        self._say("250 taken")
        return True

    def _do_quit(self, _rest: str) -> bool:
        self._say("221 bye")
        return False


def make_certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Write a self-made certificate for a name and 127.0.0.1; return it alone, and it with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    names: list[x509.GeneralName] = [x509.DNSName(name)]
    if name == "localhost":
        names.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    alone = certificate.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    ca_file, chain = folder / f"{name}.pem", folder / f"{name}.chain.pem"
    ca_file.write_bytes(alone)
    chain.write_bytes(alone + private)
    return ca_file, chain
