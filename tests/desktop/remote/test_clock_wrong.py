"""TLS fails because the computer's clock is wrong: said so in words, with a real handshake."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import create_server, socket

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.remote import client as remote
from inaproc_desktop.remote.client import HttpClient

NOW = datetime.now(UTC)


@dataclass
class Host:
    """A server on this machine whose certificate counts from one day to another."""

    folder: Path
    begins: datetime
    ends: datetime

    def __enter__(self) -> Host:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
        made = (
            x509.CertificateBuilder(name, name, key.public_key(), 7, self.begins, self.ends)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        self.chain = self.folder / "chain.pem"
        self.chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
        secret = self.folder / "key.pem"
        secret.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(self.chain, secret)
        self._listener = create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        self.url = f"https://localhost:{self._listener.getsockname()[1]}"
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._ended.is_set():
            with suppress(OSError):  # nobody called, or the caller does not trust us
                self._greet(self._listener.accept()[0])

    def _greet(self, called: socket) -> None:
        called.settimeout(5)
        with called, self._context.wrap_socket(called, server_side=True):
            pass


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """Trust these authorities in place of the machine's; everything else is as always."""
    roots: list[Path] = []

    def trust(_url: str) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=roots[0])

    monkeypatch.setattr(remote, "_trust", trust)
    yield roots


YEAR = timedelta(days=365)


@pytest.mark.parametrize(
    ("begins", "ends", "behind", "code"),
    [
        (NOW + YEAR, NOW + 2 * YEAR, True, "world.clock_wrong"),
        (NOW - 2 * YEAR, NOW - YEAR, True, "world.clock_wrong"),
        # The clock is right as far as anybody can tell: then it is the server's fault.
        (NOW - 2 * YEAR, NOW - YEAR, False, "world.offline"),
    ],
)
def test_a_certificate_out_of_its_days(
    tmp_path: Path, trusting: list[Path], begins: datetime, ends: datetime, behind: bool, code: str
) -> None:
    with Host(tmp_path, begins, ends) as host:
        trusting.append(host.chain)
        client = HttpClient(host.url, clock_is_behind=lambda: behind)
        with pytest.raises(WorldFailed) as failed:
            client.send("GET", "/")
        client.close()
    assert failed.value.code == code


def test_another_fault_of_a_certificate_is_not_the_clocks(tmp_path: Path, trusting: list[Path]) -> None:
    (tmp_path / "other").mkdir()
    with Host(tmp_path / "other", NOW - YEAR, NOW + YEAR) as other:
        trusting.append(other.chain)
    with Host(tmp_path, NOW - YEAR, NOW + YEAR) as host:
        client = HttpClient(host.url, clock_is_behind=lambda: True)
        with pytest.raises(WorldFailed) as failed:
            client.send("GET", "/")
        client.close()
    assert failed.value.code == "world.offline"
