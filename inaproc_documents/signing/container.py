"""The PKCS#12 container of a signer's key (RFC 7292): packed so that every way in costs the same.

The library encrypts with as many PBKDF2 rounds as it is told, but seals the file with a MAC of 2,048 rounds
over the same passphrase (measured, cryptography 50.0.2). Whoever guesses would guess there, hundreds of times
faster; so the MAC is made anew at full cost.
"""

from __future__ import annotations

import hashlib
import hmac

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12

_FRIENDLY_NAME = b"INAPROC"
_MAC_PURPOSE = 3
_BLOCK = 64
"""Bytes in a block of SHA-256."""


def pack(
    private_key: ec.EllipticCurvePrivateKey,
    certificate: x509.Certificate | None,
    chain: tuple[x509.Certificate, ...],
    secret: bytes,
    rounds: int,
) -> bytes:
    """Return a container with a key and what is known of its certificate.

    Args:
        private_key: the key.
        certificate: ``None`` before the authority has answered.
        chain: issuing certificates.
        secret: the passphrase in UTF-8.
        rounds: key derivation rounds for the content and for the seal.
    """
    encryption = (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(secret)
    )
    plain = pkcs12.serialize_key_and_certificates(
        _FRIENDLY_NAME, private_key, certificate, list(chain) or None, encryption
    )
    return _sealed(plain, secret.decode(), rounds)


def is_container(p12: bytes) -> bool:
    """Return whether bytes are a PKCS#12 container at all, whatever its passphrase."""
    try:
        parsed = asn1_pkcs12.Pfx.load(p12, strict=True)
        return bool(parsed["version"].native == "v3" and parsed["auth_safe"]["content"].native)
    except (ValueError, TypeError, KeyError):
        return False


def _sealed(p12: bytes, passphrase: str, rounds: int) -> bytes:
    parsed = asn1_pkcs12.Pfx.load(p12, strict=True)
    mac = parsed["mac_data"]
    if mac["mac"]["digest_algorithm"]["algorithm"].native != "sha256":
        message = "the container is not sealed with SHA-256"
        raise ValueError(message)
    key = _mac_key(passphrase, mac["mac_salt"].native, rounds)
    mac["iterations"] = rounds
    mac["mac"]["digest"] = hmac.digest(key, parsed["auth_safe"]["content"].native, "sha256")
    sealed: bytes = parsed.dump(force=True)
    return sealed


def _mac_key(passphrase: str, salt: bytes, rounds: int) -> bytes:
    """Derive the MAC's key (RFC 7292 appendix B.2; one block of output is enough)."""
    password = passphrase.encode("utf-16-be") + b"\0\0"
    block = bytes([_MAC_PURPOSE]) * _BLOCK + _filled(salt) + _filled(password)
    for _ in range(rounds):
        block = hashlib.sha256(block).digest()
    return block


def _filled(text: bytes) -> bytes:
    """Repeat a text until it fills whole blocks."""
    length = -(-len(text) // _BLOCK) * _BLOCK
    return (text * (length // len(text) + 1))[:length] if text else b""
