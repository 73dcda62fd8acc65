"""The keyring of the operating system, or the passphrase file where there is none (security.md 4.2)."""

from __future__ import annotations

from pathlib import Path

import keyring
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.keys import SecretStore
from inaproc_desktop.storage.secret_file import PassphraseStore

SERVICE = "inaproc-desktop"
_NOT_TRUSTED = ("keyrings.alt", "keyrings.cryptfile")
"""Packages whose stores are files, some of them in clear; keyring picks them by itself once installed."""

_PROBE = "probe"


class KeyringStore:
    """Implements ``ports.keys.SecretStore`` over one keyring, whatever the default becomes later."""

    def __init__(self, ring: KeyringBackend, profile: str) -> None:
        """Use a keyring for one profile folder; ``profile`` keeps several apart."""
        self._ring = ring
        self._profile = profile

    def needs_passphrase(self) -> bool:
        """The session of the operating system has opened it."""
        return False

    def exists(self) -> bool:
        """The system made it."""
        return True

    def unlock(self, passphrase: str) -> None:
        """Nothing to do here."""

    def get(self, name: str) -> str | None:
        """Return a secret.

        Raises:
            WorldFailed: ``world.keyring_locked``.
        """
        try:
            return self._ring.get_password(SERVICE, self._key(name))
        except KeyringError as error:
            raise _world_failed(error) from error

    def set(self, name: str, secret: str) -> None:
        """Keep a secret; replaces an older one."""
        try:
            self._ring.set_password(SERVICE, self._key(name), secret)
        except KeyringError as error:
            raise _world_failed(error) from error

    def delete(self, name: str) -> None:
        """Forget a secret; nothing happens when it is not there."""
        try:
            self._ring.delete_password(SERVICE, self._key(name))
        except PasswordDeleteError:
            return
        except KeyringError as error:
            raise _world_failed(error) from error

    def _key(self, name: str) -> str:
        return f"{self._profile}:{name}"


def choose_secret_store(place: Path, profile: str) -> SecretStore:
    """Return the system's keyring if it works, else the passphrase file at ``place``.

    A locked keyring counts as working: it says so when asked, and the person unlocks it.
    """
    ring = trusted(keyring.get_keyring())
    if ring is None:
        return PassphraseStore(place)
    store = KeyringStore(ring, profile)
    try:
        store.get(_PROBE)
    except WorldFailed as failed:
        if failed.code != "world.keyring_locked":
            return PassphraseStore(place)
    return store


def trusted(ring: KeyringBackend) -> KeyringBackend | None:
    """Return the keyring that may hold secrets behind this one, ``None`` when there is none."""
    if isinstance(ring, chainer.ChainerBackend):
        return next((found for inner in ring.backends if (found := trusted(inner)) is not None), None)
    if isinstance(ring, fail.Keyring | null.Keyring):
        return None
    return None if type(ring).__module__.startswith(_NOT_TRUSTED) else ring


def _world_failed(error: KeyringError) -> WorldFailed:
    locked = isinstance(error, KeyringLocked | InitError)
    return WorldFailed("world.keyring_locked" if locked else "world.keyring", type(error).__name__)
