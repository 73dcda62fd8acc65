"""The keys under which a profile's private files are sealed: 256 random bits each, in the secret store.

Nothing here is derived from a password and nothing lies in clear beside the files. The one exception is the
embedded training office: what it holds is made up, nobody should choose a passphrase for it, and so its keys
lie in a file for the owner alone (docs/decisions/0030).
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from pathlib import Path

from inaproc_desktop.ports.keys import SecretStore
from inaproc_desktop.ports.session import Server
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.storage.files import write_durably
from inaproc_desktop.storage.places import Places

KEY_BYTES = 32
BLOBS = "blobs"
"""Purpose of the sub-key for attachments that wait to go."""

_REGISTRATION = "registration"


class WorkKeys:
    """Gives the key of a private file; makes it at first use. Blocking, from any thread."""

    def __init__(self, secret_store: Callable[[], SecretStore], places: Places) -> None:
        """Nothing is asked of the store yet.

        Args:
            secret_store: the system's keyring, or the passphrase file where there is none.
            places: where the training office's keys lie.
        """
        self._store = secret_store
        self._places = places
        self._lock = threading.Lock()

    def of_person(self, server: Server, user_id: str, *, in_use: bool) -> bytes:
        """Return the key of a person's work file and, by ``subkey``, of what belongs to it.

        Args:
            server: whose person.
            user_id: the person.
            in_use: a file sealed with it is there already: then no new key may take its place.

        Raises:
            WorldFailed: ``world.keyring_locked`` before the store is unlocked, ``world.keyring``,
                ``world.key_missing`` when the store has none for a file that is there, ``world.key_wrong``
                when what it has is no key, ``world.disk``.
        """
        place = self._places.person(server.key, user_id) / "work.key" if server.embedded else None
        return self._key(f"work:{server.key}:{user_id}", place, in_use=in_use)

    def of_registration(self, server: Server, *, in_use: bool) -> bytes:
        """Return the key of the registration drafts of this profile; arguments and errors as ``of_person``.

        All real servers share one file of drafts and its key; the training office has its own.
        """
        place = self._places.server(server.key) / "registration.key" if server.embedded else None
        return self._key(_REGISTRATION, place, in_use=in_use)

    def _key(self, name: str, place: Path | None, *, in_use: bool) -> bytes:
        with self._lock:
            kept = self._store().get(name) if place is None else _read(place)
            if kept is not None and (in_use or _is_key(kept)):
                return _from_hex(kept)
            if in_use:
                raise WorldFailed("world.key_missing", name)
            made = secrets.token_bytes(KEY_BYTES)
            if place is None:
                self._store().set(name, made.hex())
                if self._store().get(name) != made.hex():  # before anything is sealed with it
                    raise WorldFailed("world.keyring", "the secret store does not keep what it is given")
            else:
                write_durably(place, made.hex().encode())
            return made


def subkey(key: bytes, purpose: str) -> bytes:
    """Return 32 bytes that belong to a key and one purpose (HKDF-SHA256, RFC 5869).

    Whoever holds the sub-key learns nothing about the key or about other purposes.

    Args:
        key: of ``WorkKeys``.
        purpose: ``BLOBS`` for attachments. A text of its own for everything else that is sealed.
    """
    # Late: it loads OpenSSL, and most people open their work file without ever needing a sub-key.
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = f"inaproc-desktop/{purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(key)


def _read(place: Path) -> str | None:
    try:
        return place.read_text(encoding="ascii")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise WorldFailed("world.disk", f"{place}: {type(error).__name__}") from error


def _is_key(kept: str) -> bool:
    try:
        return len(bytes.fromhex(kept)) == KEY_BYTES
    except ValueError:
        return False


def _from_hex(kept: str) -> bytes:
    if not _is_key(kept):
        raise WorldFailed("world.key_wrong", "what the secret store holds is no key")
    return bytes.fromhex(kept)
