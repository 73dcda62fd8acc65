"""Where secrets live: the OS keyring, or a passphrase-protected file (security.md 4.2)."""

from __future__ import annotations

from typing import Protocol


class SecretStore(Protocol):
    """Small secrets by name. Never a file in clear."""

    def get(self, name: str) -> str | None:
        """Return a secret.

        Raises:
            WorldFailed: ``world.keyring_locked`` when the store must be unlocked first.
        """

    def set(self, name: str, secret: str) -> None:
        """Keep a secret; replaces an older one."""

    def delete(self, name: str) -> None:
        """Forget a secret; nothing happens when it is not there."""

    def needs_passphrase(self) -> bool:
        """Whether a passphrase has to be given by ``unlock`` before anything else."""

    def exists(self) -> bool:
        """Whether the store was made before; a passphrase-protected one is made by ``unlock``."""

    def unlock(self, passphrase: str) -> None:
        """Open (or create) the passphrase-protected store for this run.

        Raises:
            WorldFailed: ``world.passphrase_wrong``.
        """


class KeyStore(Protocol):
    """The person's signing key: an encrypted PKCS#12, made on this machine and kept here."""

    def load(self, user_id: str) -> bytes | None:
        """Return the PKCS#12 bytes, ``None`` when this machine holds no key of the person."""

    def save(self, user_id: str, p12: bytes) -> None:
        """Keep the PKCS#12 bytes durably, readable by the owner only."""
