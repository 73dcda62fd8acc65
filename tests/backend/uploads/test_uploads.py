"""A file on its way: announced, broken off, gone on with, refused, stored once. On both databases."""

from __future__ import annotations

import errno
import hashlib
import threading
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy import func, select

from inaproc_backend.app import create_app
from inaproc_backend.services import open_services
from inaproc_backend.storage import tables
from inaproc_backend.uploads import blobs as blobs_module
from inaproc_core.wire.registration import StoredFile
from inaproc_documents.intake.scanning import EICAR_NAME, ScannerAwayError
from tests import builders as b
from tests.backend.office import Office, open_office
from tests.backend.uploads.office_files import Sender, ktp, letter, problem
from tests.documents.intake import corpus
from tests.documents.intake.pictures import card, jpeg, on_table


def blobs_in(office: Office) -> list[Path]:
    return sorted(path for path in (office.services.config.data / "files").glob("*/*") if path.is_file())


def count(office: Office, table: Any) -> int:
    with office.services.database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def test_a_photo_is_stored_without_its_metadata(any_office: Office, sender: Sender) -> None:
    content = ktp()[:2] + corpus.segment(0xFE, b"GPS -6.2 106.8") + ktp()[2:]
    stored = sender.stored(content, name="..\\C:\\foto\u202egpj.KTP.jpg")
    assert (stored.slot, stored.name, stored.media_type) == ("KTP", "fotogpj.KTP.jpg", "image/jpeg")
    assert (stored.width, stored.height, stored.pages) == (2400, 1800, 0)
    answer = sender.file(stored.file_id)
    assert answer.status_code == 200
    assert hashlib.sha256(answer.content).hexdigest() == stored.sha256
    assert len(answer.content) == stored.size
    assert b"GPS" not in answer.content
    # One sealed blob is left: nothing of the picture can be read off the disk, no name tells whose it is.
    (blob,) = blobs_in(any_office)
    assert b"\xff\xd8\xff" not in blob.read_bytes()[:200]
    assert answer.content not in blob.read_bytes()
    assert "pp" not in str(blob.relative_to(any_office.services.config.data))
    assert blob.stat().st_mode & 0o077 == 0


def test_a_letter_is_stored_byte_for_byte(sender: Sender) -> None:
    stored = sender.stored(letter(), "ASSIGNMENT_LETTER", name="Surat Tugas — Dinas.pdf")
    assert (stored.media_type, stored.pages, stored.size) == ("application/pdf", 2, len(letter()))
    answer = sender.file(stored.file_id)
    assert answer.content == letter()
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''Surat%20Tugas%20%E2%80%94%20Dinas.pdf"
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["cache-control"] == "private, no-store"


def test_an_upload_goes_on_after_the_service_was_killed(tmp_path: Path) -> None:
    """Another process finds the same upload at the same offset; nothing has to be sent twice."""
    office = open_office(tmp_path)
    app = create_app(office.services.config, services=office.services, deadline_seconds=0)
    with TestClient(app) as client:
        sender = Sender(office, client)
        state = sender.send(sender.begin(ktp()), ktp(), until=1)
        token = office.token(b.PP)
    # The first service is closed; nothing but folder and database remain.
    services = open_services(office.services.config, clock=office.clock)
    again = Office(services=services, clock=office.clock)
    again.sessions, again.token_until = office.sessions, office.token_until
    with TestClient(create_app(services.config, services=services, deadline_seconds=0)) as client:
        sender = Sender(again, client)
        assert again.token(b.PP) == token
        resumed = sender.begin(ktp())
        assert (resumed.upload_id, resumed.offset) == (state.upload_id, state.offset)
        assert 0 < resumed.offset < len(ktp())
        sender.send(resumed, ktp())
        assert sender.finish(resumed.upload_id).status_code == 200


def test_the_same_again_has_no_second_effect(any_office: Office, sender: Sender) -> None:
    first = sender.stored(letter(), "ASSIGNMENT_LETTER")
    state = sender.begin(letter(), "ASSIGNMENT_LETTER", name="nama lain.pdf")
    assert state.offset == len(letter())
    assert sender.finish(state.upload_id).json()["file_id"] == first.file_id
    assert count(any_office, tables.files) == 1
    # For another slot it is another file.
    assert sender.stored(letter(), "NPWP").file_id != first.file_id
    # And for another person too.
    other = Sender(any_office, sender.client, b.PPK)
    assert other.stored(letter(), "ASSIGNMENT_LETTER").file_id != first.file_id


@pytest.mark.parametrize("offset", ["1", "-1", "x", "", "999999999999999999", "1.5"])
def test_a_wrong_offset_is_answered_with_the_right_one(sender: Sender, offset: str) -> None:
    state = sender.begin(ktp())
    answer = sender.block(state.upload_id, offset, ktp()[:100])
    assert answer.status_code == 409
    assert (problem(answer).code, problem(answer).facts) == ("upload.offset", {"offset": 0})


def test_blocks_out_of_order_and_sent_again_are_answered_with_the_offset(sender: Sender) -> None:
    state = sender.begin(ktp())
    assert sender.block(state.upload_id, state.block, ktp()[state.block : state.block + 9]).status_code == 409
    assert sender.block(state.upload_id, 0, ktp()[: state.block]).status_code == 200
    repeated = sender.block(state.upload_id, 0, ktp()[: state.block])
    assert (repeated.status_code, problem(repeated).facts) == (409, {"offset": state.block})
    assert sender.send(sender.begin(ktp()), ktp()).offset == len(ktp())


def test_blocks_of_a_wrong_size_are_refused(sender: Sender) -> None:
    state = sender.begin(letter(), "NPWP")
    for block in (b"", letter() + b"x"):
        answer = sender.block(state.upload_id, 0, block)
        assert (answer.status_code, problem(answer).code) == (400, "upload.block_size")
    large = sender.begin(ktp())
    answer = sender.block(large.upload_id, 0, ktp()[: large.block + 1])
    assert problem(answer).facts == {"size": large.block + 1, "most": large.block}


def test_what_arrived_must_be_what_was_announced(any_office: Office, sender: Sender) -> None:
    state = sender.begin(letter(), "NPWP")
    assert problem(sender.finish(state.upload_id)).code == "upload.incomplete"
    sender.send(state, letter()[:-1] + b"x")
    answer = sender.finish(state.upload_id)
    assert (answer.status_code, problem(answer).code) == (409, "upload.checksum")
    assert blobs_in(any_office) == []
    # It begins anew by itself.
    begun = sender.begin(letter(), "NPWP")
    assert (begun.upload_id, begun.offset) == (state.upload_id, 0)
    sender.send(begun, letter())
    assert sender.finish(state.upload_id).status_code == 200


def test_a_damaged_block_is_noticed(any_office: Office, sender: Sender) -> None:
    state = sender.send(sender.begin(letter(), "NPWP"), letter())
    (blob,) = blobs_in(any_office)
    blob.write_bytes(corpus.flipped(blob.read_bytes(), 40))
    assert problem(sender.finish(state.upload_id)).code == "upload.checksum"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (
            lambda: corpus.bad("JavaScript at opening"),
            "file.pdf_script",
        ),
        (lambda: corpus.good_jpeg() + corpus.archive(), "file.two_in_one"),
        (lambda: corpus.png_of(50_000, 50_000), "file.too_many_pixels"),
        (lambda: corpus.office(), "file.is_office"),
    ],
)
def test_a_bad_file_leaves_nothing_behind(
    any_office: Office, sender: Sender, content: Any, code: str
) -> None:
    made = content()
    state = sender.send(sender.begin(made, "ASSIGNMENT_LETTER"), made)
    for _ in range(2):  # a lost answer can be asked for again
        answer = sender.finish(state.upload_id)
        assert (answer.status_code, problem(answer).code) == (400, code)
        assert problem(answer).field == "ASSIGNMENT_LETTER"
    assert blobs_in(any_office) == []
    assert count(any_office, tables.files) == 0
    # Tried again it is looked at again, from its beginning.
    assert sender.begin(made, "ASSIGNMENT_LETTER").offset == 0


def test_a_pdf_is_no_photo(sender: Sender) -> None:
    padded = letter().replace(b"%%EOF\n", b"%" + b"x" * 120_000 + b"\n%%EOF\n")
    assert problem(sender.upload(padded)).code == "file.picture_wanted"


def test_small_photos_are_refused(sender: Sender) -> None:
    tiny = jpeg(on_table(card(300), (400, 300)), 100, comment=b"x" * 60_000)
    tiny = tiny[:2] + corpus.segment(0xFE, b"x" * 60_000) * 2 + tiny[2:]
    answer = sender.upload(tiny)
    assert problem(answer).code == "file.picture_too_small"
    assert problem(answer).facts["width"] == 400


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"size": 0}, "file.empty", "KTP"),
        ({"size": -1}, "upload.bad_announcement", "size"),
        ({"size": 99_999_999}, "file.too_large", "KTP"),
        ({"size": 10}, "file.too_small", "KTP"),
        ({"sha256": "x"}, "upload.bad_announcement", "sha256"),
        ({"sha256": "A" * 64}, "upload.bad_announcement", "sha256"),
        ({"slot": "../KTP"}, "upload.bad_announcement", "slot"),
        ({"slot": ""}, "upload.bad_announcement", "slot"),
        ({"path": "/etc"}, "wire.unknown_field", "path"),
        ({"size": [1]}, "wire.malformed", "size"),
    ],
)
def test_a_bad_announcement_is_refused_before_a_byte(
    any_office: Office, sender: Sender, changes: dict[str, Any], code: str, field: str
) -> None:
    answer = sender.announce(ktp(), **changes)
    assert (answer.status_code, problem(answer).code, problem(answer).field) == (400, code, field)
    assert count(any_office, tables.uploads) == 0


def test_uploads_belong_to_one_person(any_office: Office, sender: Sender) -> None:
    state = sender.begin(ktp())
    other = Sender(any_office, sender.client, b.VENDOR)
    for answer in (
        other.block(state.upload_id, 0, ktp()[:9]),
        other.finish(state.upload_id),
        other.client.get(f"/v1/uploads/{state.upload_id}", headers=other.headers()),
        other.file("../../inaproc.db"),
        other.file("01ARZ3NDEKTSV4RRFFQ69G5FAV"),
    ):
        assert answer.status_code == 404, answer.text
    nobody = sender.client.get(f"/v1/uploads/{state.upload_id}")
    assert (nobody.status_code, problem(nobody).code) == (401, "session.missing")


def test_blocks_need_their_media_type(sender: Sender) -> None:
    state = sender.begin(ktp())
    headers = sender.headers(**{"content-type": "image/jpeg", "upload-offset": "0"})
    answer = sender.client.patch(f"/v1/uploads/{state.upload_id}", content=b"x", headers=headers)
    assert answer.status_code == 415


def test_two_programs_uploading_the_same_end_with_one_file(any_office: Office, sender: Sender) -> None:
    """Announced, sent and finished twice at once: one file, one blob, the same answer for both."""
    answers: list[StoredFile] = []
    content = ktp()

    def push() -> None:
        mine = Sender(any_office, sender.client)
        state = mine.begin(content)
        while state.offset < len(content):
            answer = mine.block(
                state.upload_id, state.offset, content[state.offset : state.offset + state.block]
            )
            assert answer.status_code in {200, 409}, answer.text
            state = mine.begin(content)
        answer = mine.finish(state.upload_id)
        assert answer.status_code == 200, answer.text
        answers.append(answer.json())

    sender.headers()  # one session for both
    threads = [threading.Thread(target=push) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 2
    assert answers[0] == answers[1]
    assert count(any_office, tables.files) == 1
    assert len(blobs_in(any_office)) == 1


def test_a_person_may_not_fill_the_disk(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    limits = type(office.services.config.limits)(open_uploads=3, unused_bytes=1_000_000)
    config = type(office.services.config)(
        data=office.services.config.data, passwords=office.services.config.passwords, limits=limits
    )
    services = open_services(config, clock=office.clock)
    office.services.database.close()
    small = Office(services=services, clock=office.clock)
    with TestClient(create_app(config, services=services, deadline_seconds=0)) as client:
        sender = Sender(small, client)
        for number in range(3):
            sender.begin(letter() + bytes(number + 1), "NPWP")
        answer = sender.announce(letter(), "NPWP")
        assert (answer.status_code, problem(answer).code, problem(answer).facts) == (
            429,
            "upload.too_many",
            {"open": 3},
        )
        other = Sender(small, client, b.PPK)
        other.begin(bytes(900_000), "NPWP")
        answer = other.announce(bytes(200_000), "NPWP")
        assert (answer.status_code, problem(answer).code) == (429, "upload.quota")
        assert problem(answer).facts == {"used": 900_000, "most": 1_000_000}


def test_a_full_disk_is_told(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    state = sender.begin(letter(), "NPWP")
    monkeypatch.setattr(blobs_module, "_replace", full)
    answer = sender.block(state.upload_id, 0, letter())
    assert (answer.status_code, problem(answer).code) == (507, "upload.no_room")
    monkeypatch.undo()
    assert sender.send(state, letter()).offset == len(letter())


class StandInScanner:
    """Says what a test tells it to; not a virus scanner."""

    def __init__(self) -> None:
        self.threat = ""
        self.is_away = False

    def scan(self, content: bytes) -> str:
        if self.is_away:
            raise ScannerAwayError
        return self.threat


def test_what_the_scanner_finds_is_refused(any_office: Office, sender: Sender) -> None:
    scanner = StandInScanner()
    sender.client.app.state.scanner = scanner
    state = sender.send(sender.begin(letter(), "NPWP"), letter())
    scanner.is_away = True
    answer = sender.finish(state.upload_id)
    assert (answer.status_code, problem(answer).code) == (503, "file.scanner_away")
    assert len(blobs_in(any_office)) == 1  # what was sent is kept for the next try
    scanner.is_away, scanner.threat = False, EICAR_NAME
    answer = sender.finish(state.upload_id)
    assert (problem(answer).code, problem(answer).facts) == ("file.malware", {"threat": EICAR_NAME})
    assert blobs_in(any_office) == []
