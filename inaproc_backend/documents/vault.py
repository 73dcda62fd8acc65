"""Where the authority's certificates and keys are kept, and the certificates it issued.

Keys lie in the database as encrypted PKCS#8; the secret that opens them lies beside it in a file that only
its owner may read. A copy of the database alone signs nothing.
"""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import Connection

from inaproc_backend.documents.authority import Authority, Bits, new_authority, to_pem
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text

SECRET_FILE = "ca.secret"

_TRAINING_NAME = "INAPROC CA Latihan (SIMULASI)"
_NAME = "INAPROC Desktop CA"
_SECRET_BITS = 256

_ADD_KEY = Statement(
    """
    INSERT INTO ca_keys (name, certificate_pem, private_key, created_at)
    VALUES (:name, :pem, :key, :at) ON CONFLICT DO NOTHING
    """
)
_KEY = Statement("SELECT certificate_pem, private_key FROM ca_keys WHERE name = :name")
_ADD_CERTIFICATE = Statement(
    """
    INSERT INTO certificates (serial, user_id, certificate_pem, not_before, not_after)
    VALUES (:serial, :user_id, :pem, :not_before, :not_after)
    """
)
_CERTIFICATE = Statement("SELECT user_id, revoked_at FROM certificates WHERE serial = :serial")


class SecretMissingError(RuntimeError):
    """The file that opens the authority's keys is gone; restore it from the backup of the data folder."""


@dataclass(frozen=True, kw_only=True)
class IssuedTo:
    """Whom a certificate was issued to."""

    user_id: str
    revoked: bool


def open_authority(services: Services) -> Authority:
    """Return the authority of this service, made at its first use.

    Raises:
        SecretMissingError: the database has keys, the data folder has not their secret.
    """
    with services.database.read() as connection:
        found = _load(connection, services.config.data)
    if found is not None:
        return found
    _make(services)
    with services.database.read() as connection:
        found = _load(connection, services.config.data)
    if found is None:
        message = "the authority was stored and cannot be read back"
        raise RuntimeError(message)
    return found


def chain_of(services: Services) -> list[str]:
    """Return issuing certificate and root in PEM, without touching a key."""
    with services.database.read() as connection:
        rows = [_KEY.one(connection, {"name": name}) for name in ("issuing", "root")]
    found = [str(row[0]) for row in rows if row is not None]
    return found if len(found) == len(rows) else open_authority(services).chain_pem


def record(connection: Connection, certificate: x509.Certificate, user_id: str) -> str:
    """Note an issued certificate and return its serial number in hex."""
    serial = f"{certificate.serial_number:x}"
    _ADD_CERTIFICATE.run(
        connection,
        {
            "serial": serial,
            "user_id": user_id,
            "pem": to_pem(certificate),
            "not_before": to_text(certificate.not_valid_before_utc),
            "not_after": to_text(certificate.not_valid_after_utc),
        },
    )
    return serial


def issued_to(connection: Connection, serial: str) -> IssuedTo | None:
    """Return whom we issued a certificate to; ``None`` when we did not."""
    row = _CERTIFICATE.one(connection, {"serial": serial})
    return IssuedTo(user_id=row[0], revoked=bool(row[1])) if row is not None else None


def _make(services: Services) -> None:
    now = services.clock()
    secret = _secret(services.config.data, services.bits)
    made = new_authority(_TRAINING_NAME if services.config.training else _NAME, now=now, bits=services.bits)
    with services.database.write() as connection:
        # The root decides who was first: the loser's pair is thrown away as a whole.
        if _store(connection, "root", made.authority.root, made.root_key, secret, now):
            _store(connection, "issuing", made.authority.issuing, made.authority.issuing_key, secret, now)


def _store(
    connection: Connection,
    name: str,
    certificate: x509.Certificate,
    key: ec.EllipticCurvePrivateKey,
    secret: bytes,
    now: datetime,
) -> bool:
    sealed = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(secret),
    )
    row = {"name": name, "pem": to_pem(certificate), "key": sealed, "at": to_text(now)}
    return _ADD_KEY.run(connection, row) == 1


def _load(connection: Connection, folder: Path) -> Authority | None:
    root, issuing = (_KEY.one(connection, {"name": name}) for name in ("root", "issuing"))
    if root is None or issuing is None:
        return None
    try:
        secret = (folder / SECRET_FILE).read_bytes().strip()
    except FileNotFoundError:
        message = f"{SECRET_FILE} is missing in the data folder: the authority's keys cannot be opened"
        raise SecretMissingError(message) from None
    key = serialization.load_der_private_key(bytes(issuing[1]), secret)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        message = "the authority's key is not of the kind that was stored"
        raise TypeError(message)
    return Authority(
        root=x509.load_pem_x509_certificate(root[0].encode()),
        issuing=x509.load_pem_x509_certificate(issuing[0].encode()),
        issuing_key=key,
    )


def _secret(folder: Path, bits: Bits) -> bytes:
    """Return the secret, made readable for its owner alone when there is none yet."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / SECRET_FILE
    draft = folder / f".{SECRET_FILE}.{os.getpid()}.{threading.get_ident()}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(f"{bits(_SECRET_BITS):064x}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    # A link appears whole or not at all, and never over another one: nobody reads half a secret.
    with contextlib.suppress(FileExistsError):
        os.link(draft, place)
    draft.unlink()
    return place.read_bytes().strip()
