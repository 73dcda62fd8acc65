"""Secrets: in the system's keyring, else under a passphrase, never in clear."""

from __future__ import annotations

from pathlib import Path

import keyring
import keyring.backend
import pytest
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.secret_file import PassphraseStore
from inaproc_desktop.storage.secret_store import KeyringStore, choose_secret_store, trusted
from tests.conftest import MemoryKeyring

TOKEN = "rt-0123456789-abcdefghijklmnopqrstuvwxyz-AB"


def test_working_keyring_is_used(memory_keyring: MemoryKeyring, tmp_path: Path) -> None:
    store = choose_secret_store(tmp_path / "secrets.bin", "p1")
    assert isinstance(store, KeyringStore)
    assert not store.needs_passphrase()
    store.set("refresh", TOKEN)
    assert store.get("refresh") == TOKEN
    assert choose_secret_store(tmp_path / "secrets.bin", "p2").get("refresh") is None
    store.delete("refresh")
    store.delete("refresh")
    assert store.get("refresh") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ring", [fail.Keyring(), null.Keyring()])
def test_no_keyring_means_a_passphrase(ring: keyring.backend.KeyringBackend, tmp_path: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(ring)
    try:
        store = choose_secret_store(tmp_path / "secrets.bin", "p1")
    finally:
        keyring.set_keyring(before)
    assert isinstance(store, PassphraseStore)
    assert store.needs_passphrase()


class _InClear(MemoryKeyring):
    """Stands for a store of the package keyrings.alt."""


_InClear.__module__ = "keyrings.alt.file"


def test_stores_in_clear_are_never_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert trusted(_InClear()) is None
    good = MemoryKeyring()
    chain = chainer.ChainerBackend()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [_InClear(), null.Keyring(), good])
    assert trusted(chain) is good


def test_locked_keyring_says_so(tmp_path: Path) -> None:
    class Locked(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            raise KeyringLocked("locked")

    before = keyring.get_keyring()
    keyring.set_keyring(Locked())
    try:
        store = choose_secret_store(tmp_path / "secrets.bin", "p1")
        with pytest.raises(WorldFailed) as failed:
            store.get("refresh")
    finally:
        keyring.set_keyring(before)
    assert failed.value.code == "world.keyring_locked"


def test_passphrase_opens_what_it_closed(tmp_path: Path) -> None:
    place = tmp_path / "secrets.bin"
    store = PassphraseStore(place)
    with pytest.raises(WorldFailed) as locked:
        store.set("refresh", TOKEN)
    assert locked.value.code == "world.keyring_locked"
    store.unlock("frasa sandi panjang")
    store.set("refresh", TOKEN)
    store.set("other", "x")
    store.delete("other")
    assert TOKEN.encode() not in place.read_bytes()
    assert place.stat().st_mode & 0o077 == 0

    again = PassphraseStore(place)
    with pytest.raises(WorldFailed) as wrong:
        again.unlock("frasa sandi lain")
    assert wrong.value.code == "world.passphrase_wrong"
    assert again.needs_passphrase()
    again.unlock("frasa sandi panjang")
    assert again.get("refresh") == TOKEN
    assert again.get("other") is None


def test_short_passphrase_is_refused_when_it_is_chosen(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        PassphraseStore(tmp_path / "secrets.bin").unlock("pendek")
    assert refused.value.refusal.code == "passphrase.too_short"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format": 1, "salt": 5}', b"\xff\xfe"])
def test_damaged_store_is_said_to_be_damaged(content: bytes, tmp_path: Path) -> None:
    place = tmp_path / "secrets.bin"
    place.write_bytes(content)
    with pytest.raises(WorldFailed) as failed:
        PassphraseStore(place).unlock("frasa sandi panjang")
    assert failed.value.code == "world.damaged_file"
