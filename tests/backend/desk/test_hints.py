"""What a row of the queue says beside its name, and which rows may be approved together."""

from __future__ import annotations

import msgspec
from sqlalchemy import insert

from inaproc_backend.storage import tables
from inaproc_core.registration.vocabulary import AccessKind, ProfileStatus
from inaproc_core.wire.desk import QueueRow
from inaproc_core.wire.registration import NibRule
from tests.backend.desk.bench import UNSIGNED, Bench
from tests.backend.desk.house import NIB


def row_of(bench: Bench, who: str, item_id: str) -> QueueRow:
    return next(row for row in bench.queue(who, limit=200).rows if row.item_id == item_id)


def test_an_ordinary_request_is_clean_and_says_nothing(bench: Bench) -> None:
    row = row_of(bench, "vai", bench.waiting("a1", satker="s-2"))
    assert (row.hints, row.clean, row.needs, row.attempts) == ([], True, "first", 1)
    assert (row.what, row.kind, row.office) == ("ACCESS", "PPK", "Dinas Pendidikan Kota Contoh")
    assert row.due_at is not None
    assert (row.due_at - row.sent_at).total_seconds() == 72 * 3600


def test_an_ordinary_profile_is_clean(bench: Bench) -> None:
    row = row_of(bench, "in1", bench.waiting_profile("a1"))
    assert (row.hints, row.clean, row.kind, row.office) == ([], True, "WNI", "")


def test_the_same_number_on_another_account_is_a_duplicate(bench: Bench) -> None:
    nik = bench.nik()
    item_id = bench.waiting_profile("a1", nik=nik)
    bench.person("a2", nik=nik, status=ProfileStatus.REJECTED)
    row = row_of(bench, "in1", item_id)
    assert (row.hints, row.clean) == (["duplicate"], False)


def test_a_request_of_somebody_with_two_accounts_is_a_duplicate(bench: Bench) -> None:
    nik = bench.nik()
    bench.person("a1", nik=nik)
    bench.person("a2", nik=nik, status=ProfileStatus.NEEDS_FIX)
    row = row_of(bench, "vai", f"access:{bench.ask('a1', satker='s-2').request_id}")
    assert (row.hints, row.clean) == (["duplicate"], False)


def test_the_same_nip_on_another_account_is_a_duplicate(bench: Bench) -> None:
    nip = "198501012010011001"
    bench.person("a1", nip=nip)
    bench.person("a2", nip=nip)
    mine = f"access:{bench.ask('a1', satker='s-2', nip=nip).request_id}"
    without = f"access:{bench.ask('a2', satker='s-2').request_id}"
    assert (row_of(bench, "vai", mine).hints, row_of(bench, "vai", mine).clean) == (["duplicate"], False)
    assert row_of(bench, "vai", without).clean


def test_the_picture_of_another_person_is_a_duplicate_but_a_shared_letter_is_none(bench: Bench) -> None:
    bench.person("a1", status=None)
    bench.person("a2")
    bench.file("a2", "KTP", content=b"one card")
    card = bench.file("a1", "KTP", content=b"one card")
    bench.send_profile("a1", files={"KTP": card, "SELFIE": bench.file("a1", "SELFIE")})
    row = row_of(bench, "in1", "profile:u-a1")
    assert (row.hints, row.clean) == (["duplicate"], False)
    for who in ("b1", "b2"):
        bench.person(who)
        letter = bench.file(who, content=b"one decree")
        bench.ask(who, satker="s-2", files={"ASSIGNMENT_LETTER": letter})
    assert all(row.clean for row in bench.queue("vai").rows)


def test_a_request_sent_again_is_marked_and_stays_clean(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    bench.decide("vai", item_id, "FIX", UNSIGNED)
    bench.ask("a1", request_id=bench.request(item_id)["id"], revision=2, satker="s-2")
    row = row_of(bench, "vai", item_id)
    assert (row.hints, row.clean, row.attempts, row.revision) == (["resent"], True, 2, 3)


def test_ones_own_request_is_marked_also_under_another_account(bench: Bench) -> None:
    own = f"access:{bench.ask('vai', AccessKind.PPK, satker='s-2').request_id}"
    row = row_of(bench, "vai", own)
    assert (row.hints, row.clean) == (["own_request"], False)
    assert row_of(bench, "vai2", own).clean
    number = bench.office.rows(tables.profiles, user_id="u-vai2")[0]["nik_fingerprint"]
    bench.person("alias", status=ProfileStatus.VERIFIED)
    item_id = f"access:{bench.ask('alias', AccessKind.PPK, satker='s-2').request_id}"
    with bench.services.database.write() as connection:
        change = tables.profiles.update().where(tables.profiles.c.user_id == "u-alias")
        connection.execute(change.values(nik_fingerprint=number, status="REJECTED"))
    assert row_of(bench, "vai2", item_id).hints == ["duplicate", "own_request"]
    assert row_of(bench, "vai", item_id).hints == ["duplicate"]


def test_a_late_one_is_marked_while_it_waits(bench: Bench) -> None:
    item_id = bench.waiting("a1", satker="s-2")
    bench.clock.forward(hours=72)
    assert row_of(bench, "vai", item_id).hints == []
    bench.clock.forward(seconds=1)
    row = row_of(bench, "vai", item_id)
    assert (row.hints, row.clean) == (["late"], True)
    bench.decide("vai", item_id, "REJECT", UNSIGNED)
    row = row_of(bench, "vai", item_id)
    assert (row.hints, row.clean, row.due_at) == ([], False, None)


def test_a_renewal_and_a_transfer_are_marked(bench: Bench) -> None:
    for who in ("a1", "a2"):
        bench.person(who)
        bench.access(who, AccessKind.PPK, satker="s-2", valid_to="2026-12-01")
    renewal = bench.ask("a1", satker="s-2", renews="a-a1")
    transfer = bench.ask("a2", satker="s-1", transfers="a-a2")
    assert row_of(bench, "vai", f"access:{renewal.request_id}").hints == ["renewal"]
    assert row_of(bench, "vai", f"access:{transfer.request_id}").hints == ["transfer"]


def test_a_company_is_clean_only_when_every_check_passed(bench: Bench) -> None:
    unknown = bench.waiting("a0", AccessKind.COMPANY_MEMBER)
    assert (row_of(bench, "own", unknown).hints, row_of(bench, "own", unknown).clean) == ([], False)
    with bench.services.database.write() as connection:
        connection.execute(insert(tables.business_registry).values(nib=NIB, name="CV Contoh", source="uji"))
    known = bench.waiting("a1", AccessKind.COMPANY_MEMBER)
    assert (row_of(bench, "own", known).hints, row_of(bench, "own", known).clean) == ([], True)
    # As one shows that was taken while the check did not stop it.
    checks = msgspec.json.decode(bytes(bench.request(known)["checks"]), type=list[NibRule])
    found = [
        msgspec.structs.replace(rule, result="failed") if rule.id == "blacklist" else rule for rule in checks
    ]
    with bench.services.database.write() as connection:
        change = tables.access_requests.update().where(tables.access_requests.c.id == known.split(":")[1])
        connection.execute(change.values(checks=msgspec.json.encode(found)))
    assert (row_of(bench, "own", known).hints, row_of(bench, "own", known).clean) == (["blacklist"], False)


def test_the_second_pair_of_eyes_is_asked_for_and_the_first_sees_no_clean_row(bench: Bench) -> None:
    item_id = bench.waiting("a1", AccessKind.VAI, satker="s-3")
    assert row_of(bench, "in1", item_id).needs == "first"
    bench.decide("in1", item_id)
    first, second = row_of(bench, "in1", item_id), row_of(bench, "in2", item_id)
    assert (first.needs, first.clean, first.status) == ("second", False, "WAITING")
    assert (second.needs, second.clean) == ("second", True)
    bench.decide("in2", item_id)
    assert row_of(bench, "in2", item_id).needs == "first"
