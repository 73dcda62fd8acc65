"""Keys of private files: made once, kept in the secret store, never replaced behind a file's back."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

import pytest

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.session import TRAINING_KEY, Server
from inaproc_desktop.services.servers import server_of
from inaproc_desktop.storage.places import Places
from inaproc_desktop.storage.secret_file import PassphraseStore
from inaproc_desktop.storage.work_keys import BLOBS, KEY_BYTES, WorkKeys, subkey

REAL = Server(url="https://a.example", key="https://a.example")
TRAINING = Server(url="http://127.0.0.1:4711", key=TRAINING_KEY)


@pytest.fixture
def store(tmp_path: Path) -> PassphraseStore:
    made = PassphraseStore(tmp_path / "secrets.bin")
    made.unlock("sandi panjang sekali")
    return made


@pytest.fixture
def keys(tmp_path: Path, store: PassphraseStore) -> WorkKeys:
    return WorkKeys(lambda: store, Places(tmp_path))


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_key_is_made_once_and_is_the_persons_own(keys: WorkKeys) -> None:
    first = keys.of_person(REAL, "u-1", in_use=False)
    assert len(first) == KEY_BYTES
    assert keys.of_person(REAL, "u-1", in_use=True) == first
    others = [
        keys.of_person(REAL, "u-2", in_use=False),
        keys.of_person(Server(url="https://b.example", key="https://b.example"), "u-1", in_use=False),
        keys.of_registration(REAL, in_use=False),
    ]
    assert len({first, *others}) == 4


def test_no_key_is_made_for_a_file_that_is_there(keys: WorkKeys, store: PassphraseStore) -> None:
    with pytest.raises(WorldFailed) as failed:
        keys.of_person(REAL, "u-1", in_use=True)
    assert failed.value.code == "world.key_missing"
    assert store.get("work:https://a.example:u-1") is None


def test_what_is_no_key_is_not_used_and_replaced_only_where_nothing_is_lost(
    keys: WorkKeys, store: PassphraseStore
) -> None:
    for odd in ("", "zz", "ab" * 31):
        store.set("work:https://a.example:u-1", odd)
        with pytest.raises(WorldFailed) as failed:
            keys.of_person(REAL, "u-1", in_use=True)
        assert failed.value.code == "world.key_wrong"
        assert store.get("work:https://a.example:u-1") == odd
    made = keys.of_person(REAL, "u-1", in_use=False)
    assert keys.of_person(REAL, "u-1", in_use=True) == made


def test_a_locked_store_gives_no_key(tmp_path: Path) -> None:
    locked = WorkKeys(lambda: PassphraseStore(tmp_path / "secrets.bin"), Places(tmp_path))
    with pytest.raises(WorldFailed) as failed:
        locked.of_person(REAL, "u-1", in_use=False)
    assert failed.value.code == "world.keyring_locked"


def test_a_store_that_forgets_is_found_out_before_anything_is_sealed(tmp_path: Path) -> None:
    class Forgetful(PassphraseStore):
        def set(self, name: str, secret: str) -> None:
            """Keep nothing."""

    store = Forgetful(tmp_path / "secrets.bin")
    store.unlock("sandi panjang sekali")
    with pytest.raises(WorldFailed) as failed:
        WorkKeys(lambda: store, Places(tmp_path)).of_person(REAL, "u-1", in_use=False)
    assert failed.value.code == "world.keyring"


def test_keys_of_real_servers_lie_in_no_file(tmp_path: Path, keys: WorkKeys) -> None:
    made = [keys.of_person(REAL, "u-1", in_use=False), keys.of_registration(REAL, in_use=False)]
    for content in files_of(tmp_path).values():
        for key in made:
            assert key not in content
            assert key.hex().encode() not in content


def test_training_asks_nobody_and_keeps_its_key_for_the_owner(tmp_path: Path) -> None:
    def nobody() -> PassphraseStore:
        raise AssertionError("the secret store was asked for")

    keys = WorkKeys(nobody, Places(tmp_path))
    key = keys.of_person(TRAINING, "u-1", in_use=False)
    assert WorkKeys(nobody, Places(tmp_path)).of_person(TRAINING, "u-1", in_use=True) == key
    assert keys.of_registration(TRAINING, in_use=False) != key
    places = list(tmp_path.rglob("*.key"))
    assert len(places) == 2
    assert all(place.stat().st_mode & 0o077 == 0 for place in places)


@pytest.mark.parametrize("address", ["training", "https://training", "http://127.0.0.1:4711"])
def test_no_typed_address_is_taken_for_the_training_office(address: str) -> None:
    assert not server_of(address).embedded


def test_subkeys_differ_by_key_and_purpose() -> None:
    one, two = bytes(32), b"\1" * 32
    made = {subkey(one, BLOBS), subkey(two, BLOBS), subkey(one, "other")}
    assert len(made) == 3
    assert all(len(key) == KEY_BYTES for key in made)
    assert subkey(one, BLOBS) == subkey(one, BLOBS)
    # RFC 5869 by hand: extract with a salt of zeros, then the first block of expand.
    extracted = hmac.new(bytes(32), two, hashlib.sha256).digest()
    block = hmac.new(extracted, b"inaproc-desktop/blobs\1", hashlib.sha256).digest()
    assert subkey(two, BLOBS) == block
