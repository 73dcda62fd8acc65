"""Stored files: claimed by forms, seen by whoever may, forgotten when not needed; on both databases."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.storage import tables
from inaproc_backend.uploads.blobs import FolderBlobs, blobs_of
from inaproc_backend.uploads.slots import slot_rule
from inaproc_backend.uploads.stored import claim_files, describe_files
from inaproc_backend.uploads.sweeping import sweep
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import FileSlot
from tests import builders as b
from tests.backend.office import Office
from tests.backend.uploads.office_files import Sender, ktp, letter, problem
from tests.backend.uploads.test_uploads import blobs_in, count


def claim(office: Office, files: dict[str, str], user_id: str = b.PP.user_id) -> Any:
    with office.services.database.write() as connection:
        return claim_files(connection, user_id, files, office.clock())


def test_a_form_claims_its_files(any_office: Office, sender: Sender) -> None:
    card, paper = sender.stored(ktp()), sender.stored(letter(), "NPWP")
    assert claim(any_office, {"KTP": card.file_id, "NPWP": paper.file_id, "KK": ""}) == {
        "KTP": card,
        "NPWP": paper,
    }
    assert claim(any_office, {"KTP": card.file_id}) == {"KTP": card}
    with any_office.services.database.read() as connection:
        assert describe_files(connection, [paper.file_id, "none", paper.file_id]) == {paper.file_id: paper}


@pytest.mark.parametrize("kind", ["unknown", "other slot", "other person"])
def test_what_is_not_there_cannot_be_claimed(any_office: Office, sender: Sender, kind: str) -> None:
    stored = sender.stored(letter(), "NPWP")
    files = {"KTP" if kind == "other slot" else "NPWP": "01ARZ" if kind == "unknown" else stored.file_id}
    person = b.PPK.user_id if kind == "other person" else b.PP.user_id
    with pytest.raises(Refused) as caught:
        claim(any_office, files, person)
    assert caught.value.refusal.code == "file.unknown"
    assert caught.value.refusal.field == next(iter(files))


def test_only_claimed_files_stay(any_office: Office, sender: Sender) -> None:
    kept, left = sender.stored(ktp()), sender.stored(letter(), "NPWP")
    claim(any_office, {"KTP": kept.file_id})
    unfinished = sender.send(sender.begin(letter(), "DEED"), letter())
    assert sweep(any_office.services) == 0
    any_office.clock.forward(days=8)
    assert sweep(any_office.services) == 2
    assert len(blobs_in(any_office)) == 1
    assert sender.file(kept.file_id).status_code == 200
    assert problem(sender.file(left.file_id)).code == "file.unknown"
    assert problem(sender.finish(unfinished.upload_id)).code == "upload.unknown"
    with pytest.raises(Refused):
        claim(any_office, {"NPWP": left.file_id})
    # The same file can be handed in again.
    assert sender.stored(letter(), "NPWP").file_id != left.file_id


def test_an_expired_upload_is_not_gone_on_with(sender: Sender, any_office: Office) -> None:
    state = sender.send(sender.begin(ktp()), ktp(), until=1)
    any_office.clock.forward(hours=25)
    assert problem(sender.block(state.upload_id, state.offset, b"x")).code == "upload.unknown"
    # Before the sweep has run, announcing it again picks it up: the bytes are still good.
    again = sender.begin(ktp())
    assert again.upload_id == state.upload_id
    assert sender.send(again, ktp()).offset == len(ktp())


def test_bytes_of_nobody_are_swept(any_office: Office, sender: Sender) -> None:
    """A service that was killed between writing bytes and naming them leaves nothing for ever."""
    stored = sender.stored(letter(), "NPWP")
    store = blobs_of(any_office.services)
    store.put("0" * 32, b"yatim")
    assert len(blobs_in(any_office)) == 2
    now = any_office.clock().timestamp()
    for blob in blobs_in(any_office):
        os.utime(blob, (now, now))
    assert sweep(any_office.services) == 0
    long_ago = (any_office.clock() - timedelta(days=2)).timestamp()
    for blob in blobs_in(any_office):
        os.utime(blob, (long_ago, long_ago))
    half_written = blobs_in(any_office)[0].with_suffix(".part")
    half_written.write_bytes(b"x")
    os.utime(half_written, (long_ago, long_ago))
    assert sweep(any_office.services) == 1
    assert len(blobs_in(any_office)) == 1
    assert sender.file(stored.file_id).status_code == 200


def test_every_view_by_others_is_written_down(any_office: Office, sender: Sender) -> None:
    stored = sender.stored(ktp())
    asked: list[tuple[str, str, str]] = []

    def may_view(connection: Connection, viewer: SignedIn, access_id: str, file_id: str) -> bool:
        asked.append((viewer.user_id, access_id, file_id))
        return access_id == b.PPK.access_id

    desk = Sender(any_office, sender.client, b.PPK)
    assert problem(desk.file(stored.file_id, b.PPK.access_id)).code == "file.unknown"
    sender.client.app.state.may_view = may_view
    assert sender.file(stored.file_id).status_code == 200
    assert asked == []
    assert desk.file(stored.file_id).status_code == 404
    assert desk.file(stored.file_id, "lain").status_code == 404
    assert desk.file(stored.file_id, b.PPK.access_id).content == sender.file(stored.file_id).content
    assert asked[-1] == (b.PPK.user_id, b.PPK.access_id, stored.file_id)
    with any_office.services.database.read() as connection:
        views = connection.execute(select(tables.file_views)).mappings().all()
    assert [(row["file_id"], row["user_id"], row["access_id"]) for row in views] == [
        (stored.file_id, b.PPK.user_id, b.PPK.access_id)
    ]
    # What somebody looked at is evidence, claimed or not.
    any_office.clock.forward(days=9)
    sweep(any_office.services)
    assert count(any_office, tables.files) == 1


def test_a_blob_opens_under_its_own_id_only(any_office: Office) -> None:
    store = blobs_of(any_office.services)
    store.put("a" * 32, b"KTP A")
    store.put("b" * 32, b"KTP B")
    first, second = blobs_in(any_office)
    assert store.get("a" * 32) == b"KTP A"
    second.write_bytes(first.read_bytes())
    with pytest.raises(ValueError, match="exchanged"):
        store.get("b" * 32)
    other = FolderBlobs(any_office.services.config.data / "files", bytes(32), any_office.services.bits)
    with pytest.raises(ValueError, match="another key"):
        other.get("a" * 32)
    store.drop("a" * 32)
    store.drop("a" * 32)
    with pytest.raises(LookupError):
        store.get("a" * 32)


@pytest.mark.parametrize(
    "blob_id", ["../../inaproc.db", "", "A" * 32, "a" * 31, "/etc/passwd", "a" * 32 + "\n"]
)
def test_no_other_id_becomes_a_path(any_office: Office, blob_id: str) -> None:
    store = blobs_of(any_office.services)
    attempts = (lambda: store.put(blob_id, b"x"), lambda: store.get(blob_id), lambda: store.drop(blob_id))
    for attempt in attempts:
        with pytest.raises(ValueError, match="no id of a blob"):
            attempt()


def test_every_slot_has_a_rule(any_office: Office) -> None:
    rules = any_office.services.registration.at(any_office.services.today())
    slots = [form.slots for form in rules.profile_forms.values()]
    slots += [form.slots for form in rules.access_forms.values()]
    asked_for = {rule.slot for rules_of_form in slots for rule in rules_of_form}
    assert FileSlot.KTP in asked_for
    for slot in asked_for:
        assert slot_rule(rules, slot.value).max_bytes >= 2 * 1024 * 1024
