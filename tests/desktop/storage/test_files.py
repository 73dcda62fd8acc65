"""Files of a profile: durable settings, newer and damaged files, keys, places."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage.database import generation_of
from inaproc_desktop.storage.files import patiently
from inaproc_desktop.storage.keys import KeyFiles
from inaproc_desktop.storage.places import Places, refuse_remote, safe_name
from inaproc_desktop.storage.work import LastSession, WorkDatabase, open_work_file
from tests.desktop.sealed import KEY


@pytest.fixture
def work(tmp_path: Path):
    made = open_work_file(tmp_path / "work.db", KEY)
    yield made
    made.close()


def test_work_file_is_durable_before_it_is_fast(work: WorkDatabase) -> None:
    with work.read() as connection:
        pragma = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragma == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_a_failed_write_leaves_nothing(work: WorkDatabase) -> None:
    work.keep_setting("a", "1")
    before = work.generation
    with pytest.raises(ZeroDivisionError), work.write() as connection:
        connection.execute(text("UPDATE settings SET value = '2'"))
        _ = 1 / 0
    assert work.setting("a") == "1"
    assert work.generation == before


def test_generation_is_that_of_the_transaction(work: WorkDatabase) -> None:
    with work.read() as connection:
        seen = generation_of(connection)
    work.keep_setting("a", "1")
    with work.read() as connection:
        assert generation_of(connection) == (seen or 0) + 1
    with work.write() as connection:
        assert generation_of(connection) is None


def test_writers_of_several_threads_take_turns(work: WorkDatabase) -> None:
    work.keep_setting("n", "0")

    def count() -> None:
        for _ in range(25):
            with work.write() as connection:
                connection.execute(text("UPDATE settings SET value = value + 1 WHERE key = 'n'"))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert work.setting("n") == "100"


def test_last_session_is_remembered_without_secrets(work: WorkDatabase) -> None:
    last = LastSession(work)
    assert last.load() is None
    last.save({"name": "Ayu Latihan"})
    assert last.load() == {"name": "Ayu Latihan"}


def test_key_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    keys = KeyFiles(tmp_path / "keys")
    assert keys.load("u-1") is None
    keys.save("u-1", b"first")
    keys.save("u-1", b"second")
    assert keys.load("u-1") == b"second"
    assert keys.load("u-2") is None
    files = list((tmp_path / "keys").iterdir())
    assert [file.name for file in files] == ["u-1.p12"]
    assert files[0].stat().st_mode & 0o077 == 0


def test_full_disk_is_a_failure_of_the_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    keys = KeyFiles(tmp_path)
    keys.save("u-1", b"kept")
    monkeypatch.setattr("os.fsync", no_space)
    with pytest.raises(WorldFailed) as failed:
        keys.save("u-1", b"lost")
    assert failed.value.code == "world.disk_full"
    assert keys.load("u-1") == b"kept"
    assert len(list(tmp_path.iterdir())) == 1


def test_people_and_servers_have_folders_of_their_own(tmp_path: Path) -> None:
    places = Places(tmp_path / "data")
    places.prepare()
    first = places.person("https://a.example", "u-1")
    assert places.person("https://a.example/", "u-1") == first
    assert (
        len({first, places.person("https://a.example", "u-2"), places.person("https://b.example", "u-1")})
        == 3
    )
    assert first.is_relative_to(tmp_path / "data")


def test_others_are_counted_and_no_more(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.note_waiting("https://a.example", "u-1", 3)
    places.note_waiting("https://a.example", "u-2", 4)
    places.note_waiting("https://b.example", "u-3", 9)
    assert places.others_waiting("https://a.example", "u-1") == 4


@pytest.mark.parametrize("name", ["../../etc", "a/b", "CON", "", "x" * 300, "ä"])
def test_names_become_plain_file_names(name: str) -> None:
    safe = safe_name(name)
    assert safe == Path(safe).name
    assert len(safe) < 100
    assert safe not in {"", ".", ".."}


def test_names_do_not_collide() -> None:
    assert len({safe_name(name) for name in ("a/b", "a_b", "a.b", "a b")}) == 4


@pytest.mark.parametrize("folder", ["/home/ayu/OneDrive/inaproc", "/home/ayu/Dropbox/x", "/net/share/x"])
def test_folders_that_others_change_are_refused(folder: str, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\nserver:/share /net/share nfs4 rw 0 0\n", encoding="utf-8")
    with pytest.raises(WorldFailed) as failed:
        refuse_remote(Path(folder), mounts)
    assert failed.value.code == "world.profile_remote"


def test_local_folder_is_taken(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\nserver:/share /net/share nfs4 rw 0 0\n", encoding="utf-8")
    refuse_remote(Path("/net/shared-not/x"), mounts)


class Held:
    """A file that another program holds for a while."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.tried = 0

    def __call__(self) -> None:
        self.tried += 1
        if self.tried <= self.times:
            raise PermissionError(13, "the process cannot access the file")


def test_file_that_antivirus_holds_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("inaproc_desktop.storage.files.os.name", "nt")
    monkeypatch.setattr("inaproc_desktop.storage.files.time.sleep", pauses.append)
    deed = Held(4)
    patiently(deed)
    assert deed.tried == 5
    assert pauses == sorted(pauses) and len(pauses) == 4
    stuck = Held(1000)
    with pytest.raises(PermissionError):
        patiently(stuck)
    assert sum(pauses) < 5


def test_permissions_are_not_waited_for_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inaproc_desktop.storage.files.os.name", "posix")
    deed = Held(1)
    with pytest.raises(PermissionError):
        patiently(deed)
    assert deed.tried == 1
