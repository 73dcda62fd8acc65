"""The training desk: everybody on it could have sent what they did, and nobody real is on it."""

from __future__ import annotations

import time
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from sqlalchemy import func, select

from inaproc_backend.registration.registry import ImportedRegistry
from inaproc_backend.registration.stored_profiles import StoredProfile, load_profile
from inaproc_backend.registration.stored_requests import load_request
from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_backend.training.applicants import request_id
from inaproc_backend.training.office import build_office, reset
from inaproc_backend.training.people import nik_of, people, user_id
from inaproc_backend.training.vocabulary import Applicant, load_applicants, load_office, load_registry
from inaproc_core.calendar import Zone, local_date
from inaproc_core.identifiers import parse_nib, parse_nik, parse_npwp
from inaproc_core.registration.access import AccessContext, check_access
from inaproc_core.registration.book import load_registration
from inaproc_core.registration.files import FileFacts
from inaproc_core.registration.profile import check_profile
from inaproc_core.registration.vocabulary import ProfileStatus, RequestStatus
from tests.backend.training.conftest import VAULT, MemoryBlobs, hashed, new_database
from tests.builders import NOW

RULES = load_registration().at(NOW.date())
APPLICANTS = list(load_applicants())


def profile_of(office: Database, username: str) -> StoredProfile:
    with office.read() as connection:
        found = load_profile(connection, user_id(username))
    assert found is not None
    return found


def facts(office: Database, files: dict[str, str]) -> dict[str, FileFacts]:
    found = {}
    with office.read() as connection:
        for slot, file_id in files.items():
            row = (
                connection.execute(select(tables.files).where(tables.files.c.id == file_id)).mappings().one()
            )
            found[slot] = FileFacts(
                media_type=row["media_type"],
                size=row["size"],
                width=row["width"],
                height=row["height"],
                slot=row["slot"],
            )
    return found


@pytest.mark.parametrize("one", APPLICANTS, ids=lambda one: one.username)
def test_profiles_would_be_taken(office: Database, one: Applicant) -> None:
    profile = profile_of(office, one.username)
    form = RULES.profile_form(profile.nationality)
    files = facts(office, dict(profile.files))
    problems = check_profile(form, profile.fields, files, today=NOW.date(), limits=RULES.limits)
    if one.kind:
        assert profile.status is ProfileStatus.VERIFIED
        assert {problem.code for problem in problems} == {"form.file_missing"}
    else:
        assert profile.status is ProfileStatus.WAITING and not problems
        assert profile.due_at == profile.sent_at + timedelta(hours=72)


@pytest.mark.parametrize("one", [one for one in APPLICANTS if one.kind], ids=lambda one: one.username)
def test_requests_would_be_taken(office: Database, one: Applicant) -> None:
    with office.read() as connection:
        request = load_request(connection, request_id(one.username))
    assert request is not None and request.status is RequestStatus.WAITING
    problems = check_access(
        RULES.access_form(request.kind),
        request.fields,
        facts(office, dict(request.files)),
        context=AccessContext(instansi_kind="KOTA", satker_instansi=request.klpd_code),
        today=NOW.date(),
        limits=RULES.limits,
    )
    assert problems == ()


def test_the_desk_has_something_for_everybody(office: Database) -> None:
    with office.read() as connection:
        found = connection.execute(select(tables.access_requests.c.verifier)).scalars().all()
        late = connection.execute(select(func.min(tables.profiles.c.due_at))).scalar_one()
    assert set(found) == {"INAPROC", "VAI", "COMPANY"}
    assert late < (NOW + timedelta(hours=12)).isoformat()
    same = [one for one in APPLICANTS if one.same_nik_as]
    assert same
    for one in same:
        of_other = profile_of(office, one.same_nik_as).nik_fingerprint
        assert profile_of(office, one.username).nik_fingerprint == of_other


def test_papers_can_be_opened_and_say_that_they_are_none(office: Database) -> None:
    blobs = VAULT.blobs
    assert isinstance(blobs, MemoryBlobs)
    with office.read() as connection:
        rows = connection.execute(select(tables.files)).mappings().all()
    assert len(rows) >= 10
    for row in rows:
        content = blobs.get(row["blob_id"])
        assert len(content) == row["size"] <= 2 * 1024 * 1024
        if row["media_type"] == "application/pdf":
            with pikepdf.open(BytesIO(content)) as pdf:
                assert len(pdf.pages) == row["pages"] == 1
                assert b"SIMULASI" in pdf.pages[0].Contents.read_bytes()
        else:
            with Image.open(BytesIO(content)) as picture:
                picture.load()
                assert picture.size == (row["width"], row["height"]) and picture.format == "JPEG"


def test_numbers_of_persons_are_of_nobody(office: Database) -> None:
    data = load_office()
    niks = [nik_of(person.username, data) for person in people()]
    niks += [one.nik for one in APPLICANTS if one.nik]
    assert len(set(niks)) == len(niks)
    for nik in [*niks, *(person.nik for one in load_registry().businesses for person in one.persons)]:
        assert parse_nik(nik).text.startswith("9999")
    for business in load_registry().businesses:
        assert parse_nib(business.nib) and parse_npwp(business.npwp).check_digit_agrees
    with pytest.raises(LookupError):
        nik_of("nobody", data)
    with office.read() as connection:
        stored = connection.execute(select(tables.business_persons)).mappings().all()
    assert all(row["masked_id"].startswith("*") and len(row["nik_fingerprint"]) == 64 for row in stored)


def test_the_registry_has_each_case(office: Database) -> None:
    registry = ImportedRegistry()
    with office.read() as connection:
        found = [registry.find(connection, one.nib) for one in load_registry().businesses]
        of_office = registry.find(connection, load_office().vendors[0].nib)
    assert of_office is not None and len(of_office.persons) == 1
    assert [one.blacklisted for one in found if one].count(True) == 1
    assert [one.registered for one in found if one].count(False) == 1
    assert [bool(one.persons) for one in found if one].count(False) == 1
    assert {one.as_of for one in found if one} == {local_date(NOW, Zone.WIB).isoformat()}


def test_a_reset_puts_everybody_back_to_the_desk(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    build_office(database, now=NOW, hash_password=hashed, vault=VAULT)
    with database.write() as connection:
        connection.execute(tables.profiles.update().values(status="REJECTED", revision=9))
        connection.execute(tables.access_requests.update().values(status="APPROVED"))
    started = time.perf_counter()
    reset(database, now=NOW, hash_password=hashed, vault=VAULT)
    assert time.perf_counter() - started < 10
    assert profile_of(database, "calon1").status is ProfileStatus.WAITING
    with database.read() as connection:
        request = load_request(connection, request_id("calon3"))
        steps = connection.execute(select(func.count()).select_from(tables.profile_history)).scalar_one()
        snapshot = connection.execute(select(tables.request_history.c.snapshot)).scalars().first()
    assert request is not None and request.status is RequestStatus.WAITING and request.revision == 1
    assert steps == sum(2 if one.kind else 1 for one in APPLICANTS)
    assert snapshot is not None
    database.close()
