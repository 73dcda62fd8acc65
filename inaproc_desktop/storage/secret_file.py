"""Secrets where the system has no keyring: one file under a passphrase, AES-256-GCM, key by Argon2id."""

from __future__ import annotations

import base64
import json
import secrets
import threading
from pathlib import Path
from typing import Any

from inaproc_core.errors import refuse
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.files import write_durably

FORMAT = 1
TIME_COST = 3
MEMORY_KIB = 64 * 1024
PARALLELISM = 4
"""Argon2id parameters (security.md 4.1, 4.2); also written into the file, so that they may rise later."""

MINIMUM_PASSPHRASE = 8
_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12


class PassphraseStore:
    """Implements ``ports.keys.SecretStore``. Nothing is readable before ``unlock`` of this run."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._lock = threading.Lock()
        self._key: bytes | None = None
        self._salt = b""
        self._secrets: dict[str, str] = {}

    def needs_passphrase(self) -> bool:
        """Whether ``unlock`` has to be called first."""
        return self._key is None

    def exists(self) -> bool:
        """Whether a passphrase was chosen before; else ``unlock`` chooses it."""
        return self._place.exists()

    def unlock(self, passphrase: str) -> None:
        """Open the store with its passphrase, or make it with a new one.

        Raises:
            WorldFailed: ``world.passphrase_wrong``, ``world.damaged_file``, ``world.disk``.
            Refused: ``passphrase.too_short`` for a new one.
        """
        with self._lock:
            if self._place.exists():
                self._open(passphrase)
            else:
                if len(passphrase) < MINIMUM_PASSPHRASE:
                    refuse("passphrase.too_short", at="passphrase", minimum=MINIMUM_PASSPHRASE)
                self._salt = secrets.token_bytes(_SALT_BYTES)
                self._key = _derive(passphrase, self._salt, TIME_COST, MEMORY_KIB, PARALLELISM)
                self._write()

    def get(self, name: str) -> str | None:
        """Return a secret.

        Raises:
            WorldFailed: ``world.keyring_locked`` before ``unlock``.
        """
        with self._lock:
            self._require_key()
            return self._secrets.get(name)

    def set(self, name: str, secret: str) -> None:
        """Keep a secret; replaces an older one."""
        with self._lock:
            self._require_key()
            self._secrets[name] = secret
            self._write()

    def delete(self, name: str) -> None:
        """Forget a secret; nothing happens when it is not there."""
        with self._lock:
            self._require_key()
            if self._secrets.pop(name, None) is not None:
                self._write()

    def _require_key(self) -> bytes:
        if self._key is None:
            raise WorldFailed("world.keyring_locked", "the passphrase has not been given")
        return self._key

    def _open(self, passphrase: str) -> None:
        try:
            sealed: dict[str, Any] = json.loads(self._place.read_bytes())
            if sealed["format"] != FORMAT:
                raise WorldFailed("world.newer_file", f"{self._place}: format {sealed['format']}")
            salt, nonce, text = (base64.b64decode(sealed[name]) for name in ("salt", "nonce", "text"))
            costs = int(sealed["time_cost"]), int(sealed["memory_kib"]), int(sealed["parallelism"])
        except OSError as error:
            raise WorldFailed("world.disk", str(error)) from error
        except (ValueError, KeyError, TypeError) as error:
            raise WorldFailed("world.damaged_file", str(self._place)) from error
        # Late, here and below: only a system without a keyring needs them.
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        key = _derive(passphrase, salt, *costs)
        try:
            clear = AESGCM(key).decrypt(nonce, text, _bound(salt))
        except InvalidTag:
            raise WorldFailed("world.passphrase_wrong") from None
        self._salt, self._key, self._secrets = salt, key, json.loads(clear)

    def _write(self) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        key = self._require_key()
        nonce = secrets.token_bytes(_NONCE_BYTES)  # a new one for every writing under the same key
        text = AESGCM(key).encrypt(nonce, json.dumps(self._secrets).encode(), _bound(self._salt))
        sealed = {
            "format": FORMAT,
            "time_cost": TIME_COST,
            "memory_kib": MEMORY_KIB,
            "parallelism": PARALLELISM,
            "salt": base64.b64encode(self._salt).decode(),
            "nonce": base64.b64encode(nonce).decode(),
            "text": base64.b64encode(text).decode(),
        }
        write_durably(self._place, json.dumps(sealed).encode())


def _bound(salt: bytes) -> bytes:
    return b"inaproc-secrets-%d:" % FORMAT + salt


def _derive(passphrase: str, salt: bytes, time_cost: int, memory_kib: int, parallelism: int) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=time_cost,
        memory_cost=memory_kib,
        parallelism=parallelism,
        hash_len=_KEY_BYTES,
        type=Type.ID,
    )
