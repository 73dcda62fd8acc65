"""Drafts of the wizards: they survive a kill, and what is forgotten leaves no trace in the file."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from inaproc_desktop.ports.registration import KeptFile
from inaproc_desktop.storage.database import Database
from inaproc_desktop.storage.wizard_drafts import LocalWizardDrafts, open_registration_file
from inaproc_desktop.storage.work import open_work_file
from tests import builders
from tests.desktop.fakes import FixedClock
from tests.desktop.sealed import KEY


@pytest.fixture(params=["registration.db", "work.db"])
def database(request: pytest.FixtureRequest, tmp_path: Path):
    path = tmp_path / request.param
    made: Database = (
        open_work_file(path, KEY) if request.param == "work.db" else open_registration_file(path, KEY)
    )
    yield made
    made.close()


def written(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def test_draft_is_read_back_as_it_was_saved(database: Database) -> None:
    clock = FixedClock(builders.NOW)
    drafts = LocalWizardDrafts(database, clock)
    assert drafts.load("profile") is None
    drafts.save("profile", "data", {"full_name": "Ayu Latihan", "agreed": True})
    drafts.keep_file("profile", "KTP", "ktp.jpg", b"satu")
    drafts.keep_file("profile", "KTP", "ktp-baru.jpg", b"dua")
    drafts.save("profile", "photos", {"full_name": "Ayu Latihan Ké", "agreed": True})
    draft = drafts.load("profile")
    assert draft is not None
    assert (draft.page, draft.saved_at) == ("photos", builders.NOW)
    assert draft.data == {"full_name": "Ayu Latihan Ké", "agreed": True}
    assert draft.files == {"KTP": "ktp-baru.jpg"}
    assert drafts.file("profile", "KTP") == KeptFile(name="ktp-baru.jpg", content=b"dua")
    assert drafts.file("profile", "SELFIE") is None


def test_drafts_are_listed_by_prefix_newest_first(database: Database) -> None:
    clock = FixedClock(builders.NOW)
    drafts = LocalWizardDrafts(database, clock)
    for key in ("access:PPK", "access_other", "access:PP", "profile"):
        drafts.save(key, "p", {})
        clock.moment += timedelta(minutes=1)
    assert [draft.key for draft in drafts.all("access:")] == ["access:PP", "access:PPK"]
    assert len(drafts.all()) == 4


def test_forgotten_draft_leaves_no_trace_in_the_file(tmp_path: Path) -> None:
    """Also for whoever has the key; looked at in a file that is not sealed."""
    database = Database(tmp_path / "plain.db")
    drafts = LocalWizardDrafts(database, FixedClock(builders.NOW))
    drafts.save("profile", "data", {"nik": "3273010101900001"})
    drafts.keep_file("profile", "KTP", "ktp.jpg", b"GAMBAR-KTP" * 3000)
    drafts.keep_file("profile", "SELFIE", "swafoto.jpg", b"GAMBAR-SWAFOTO" * 300)
    assert b"GAMBAR-KTP" in written(tmp_path)
    drafts.drop_file("profile", "SELFIE")
    assert drafts.file("profile", "SELFIE") is None
    assert b"GAMBAR-SWAFOTO" not in written(tmp_path)
    drafts.forget("profile")
    assert drafts.load("profile") is None
    assert drafts.file("profile", "KTP") is None
    for trace in (b"3273010101900001", b"GAMBAR-KTP"):
        assert trace not in written(tmp_path), trace
    database.close()


def test_draft_survives_a_killed_program(tmp_path: Path) -> None:
    program = f"""
import os, pathlib, signal
from inaproc_desktop.storage.wizard_drafts import LocalWizardDrafts, open_registration_file
from tests import builders
from tests.desktop.fakes import FixedClock
from tests.desktop.sealed import KEY
database = open_registration_file(pathlib.Path({str(tmp_path / "registration.db")!r}), KEY)
LocalWizardDrafts(database, FixedClock(builders.NOW)).save("identity", "account", {{"username": "ayu"}})
os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.run([sys.executable, "-c", program], cwd=Path.cwd(), check=False, timeout=60)
    assert killed.returncode == -9
    database = open_registration_file(tmp_path / "registration.db", KEY)
    draft = LocalWizardDrafts(database, FixedClock(builders.NOW)).load("identity")
    database.close()
    assert draft is not None
    assert draft.data == {"username": "ayu"}
