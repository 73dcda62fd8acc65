"""The queue: who sees what, filters and search, and pages that neither lose nor repeat."""

from __future__ import annotations

import re

import msgspec
import pytest

from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind, ProfileStatus
from tests.backend.desk.bench import UNSIGNED, Bench
from tests.backend.desk.house import OTHER_NIB


@pytest.fixture
def full(bench: Bench) -> dict[str, str]:
    """One item of every sort that waits, by a short name."""
    return {
        "profile": bench.waiting_profile("calon"),
        "ppk": bench.waiting("komit", AccessKind.PPK, satker="s-1"),
        "pp": bench.waiting("beli", AccessKind.PP, satker="s-2"),
        "elsewhere": bench.waiting("jauh", AccessKind.PPK, satker="s-3"),
        "orphan": bench.waiting("sepi", AccessKind.PPK, satker="s-4"),
        "vai": bench.waiting("calonvai", AccessKind.VAI),
        "admin": bench.waiting("calonadm", AccessKind.ADMIN_SATKER, satker="s-2"),
        "member": bench.waiting("anggota", AccessKind.COMPANY_MEMBER),
        "member2": bench.waiting("anggota2", AccessKind.COMPANY_MEMBER, nib=OTHER_NIB),
        "owner": bench.waiting("pemilik", AccessKind.COMPANY_OWNER, nib="9876543210987"),
    }


def test_everybody_sees_what_they_decide_on(bench: Bench, full: dict[str, str]) -> None:
    def seen(who: str) -> set[str]:
        names = {item_id: name for name, item_id in full.items()}
        return {names[item_id] for item_id in bench.listed(who, status="WAITING")}

    assert seen("vai") == seen("vai2") == {"ppk", "pp"}
    assert seen("vai3") == {"elsewhere"}
    assert seen("in1") == seen("in2") == {"profile", "orphan", "vai", "admin", "owner"}
    assert seen("own") == {"member"}
    assert seen("own2") == {"member2"}


def test_what_is_over_stays_within_the_house(bench: Bench, full: dict[str, str]) -> None:
    bench.decide("in1", full["orphan"], "FIX", UNSIGNED)
    bench.decide("vai", full["ppk"])
    bench.decide("own", full["member"])
    bench.decide("in1", full["profile"])
    assert bench.listed("vai", status="APPROVED") == {full["ppk"]}
    assert bench.listed("vai3", status="APPROVED") == set()
    assert bench.listed("own", status="APPROVED") == {full["member"]}
    assert bench.listed("own2", status="APPROVED") == set()
    assert bench.listed("in2", status="APPROVED") == {full["ppk"], full["member"]}
    assert bench.listed("in2", status="NEEDS_FIX") == {full["orphan"]}
    # Those who live in the house were verified too.
    assert full["profile"] in bench.listed("in2", status="VERIFIED")
    assert bench.listed("vai", status="VERIFIED") == set()
    assert {full["ppk"], full["pp"]} == bench.listed("vai", status="")


def test_others_have_no_seat(bench: Bench) -> None:
    bench.official("komit", AccessKind.PPK, satker="s-1")
    bench.official("agen", AccessKind.ADMIN_AGENCY, klpd="D999")
    bench.official("admsat", AccessKind.ADMIN_SATKER, satker="s-1")
    bench.official("anggota", AccessKind.COMPANY_MEMBER, vendor="v-1")
    for who in ("komit", "adm", "agen", "admsat", "anggota"):
        with pytest.raises(Refused) as refused:
            bench.queue(who)
        assert refused.value.refusal.code == "desk.no_seat"
    for who in ("adm", "agen", "admsat"):
        assert bench.register(who).total == 0
    for who in ("komit", "anggota"):
        with pytest.raises(Refused) as refused:
            bench.register(who)
        assert refused.value.refusal.code == "desk.no_seat"


def test_an_access_of_before_kinds_has_no_seat(bench: Bench) -> None:
    bench.person("lama")
    bench.access("lama", AccessKind.VAI, klpd="D999")
    with bench.services.database.write() as connection:
        connection.exec_driver_sql("UPDATE accesses SET kind = '' WHERE id = 'a-lama'")
    assert refusal_of(bench, "lama") == "desk.no_seat"


def refusal_of(bench: Bench, who: str, access: str = "") -> str:
    with pytest.raises(Refused) as refused:
        bench.queue(who, access=access)
    return refused.value.refusal.code


def test_a_seat_needs_an_access_of_ones_own_that_acts(bench: Bench) -> None:
    assert refusal_of(bench, "vai", "a-in1") == "access.not_yours"
    assert refusal_of(bench, "vai", "nothing") == "access.not_yours"
    bench.person("usai")
    bench.access("usai", AccessKind.VAI, klpd="D999", valid_to="2026-11-22")
    bench.access("usai", AccessKind.VAI, klpd="D999", valid_from="2026-11-24", access_id="a-nanti")
    bench.access("usai", AccessKind.VAI, klpd="D999", valid_to="2026-11-23", access_id="a-hari")
    assert refusal_of(bench, "usai") == "desk.access_not_active"
    assert refusal_of(bench, "usai", "a-nanti") == "desk.access_not_active"
    assert bench.queue("usai", access="a-hari").total == 0
    bench.deactivate("in1", "a-vai2")
    assert refusal_of(bench, "vai2") == "desk.access_not_active"


def test_a_verifikator_needs_a_second_factor_outside_training(bench: Bench) -> None:
    bench.person("nyata", without_second_factor=False)
    bench.access("nyata", AccessKind.VAI, klpd="D999")
    assert refusal_of(bench, "nyata") == "access.second_factor_required"


def test_the_queue_is_filtered_by_what_and_status(bench: Bench, full: dict[str, str]) -> None:
    assert bench.listed("in1", what="PROFILE", status="WAITING") == {full["profile"]}
    assert full["profile"] not in bench.listed("in1", what="ACCESS", status="WAITING")
    assert bench.queue("in1", status="WAITING").total == 5
    for asked, code in (
        ({"what": "SOMETHING"}, "desk.what_unknown"),
        ({"status": "LOST"}, "desk.status_unknown"),
        ({"status": "ACTIVE"}, "desk.status_unknown"),
        ({"cursor": "%%%"}, "desk.cursor_malformed"),
        ({"cursor": "YWJj"}, "desk.cursor_malformed"),
    ):
        with pytest.raises(Refused) as refused:
            bench.queue("in1", **asked)
        assert refused.value.refusal.code == code


def test_text_finds_name_office_and_numbers_with_wildcards_meant_literally(bench: Bench) -> None:
    bench.person("a1", name="Kadar 50% Latihan", nip="198501012010011001", nik="3273010101900991")
    bench.person("a2", name="Nama_Bergaris Latihan")
    bench.person("a3", name="Nama Bergaris Latihan")
    bench.person("a4", name="Garis\\Miring LATIHAN")
    names = {}
    for who in ("a1", "a2", "a3", "a4"):
        names[f"access:{bench.ask(who, satker='s-2').request_id}"] = who
    view = bench.ask("a1", AccessKind.PP, satker="s-1", nip="198501012010011001")
    names[f"access:{view.request_id}"] = "pp"

    def found(text: str) -> list[str]:
        return sorted(names[item_id] for item_id in bench.listed("vai", text=text))

    assert found("50%") == ["a1", "pp"]
    assert found("5%0") == []
    assert found("%") == ["a1", "pp"]
    assert found("_") == ["a2"]
    assert found("nama_berg") == ["a2"]
    assert found("  nama   BERGARIS ") == ["a3"]
    assert found("garis\\miring") == ["a4"]
    assert found("dinas pendidikan") == ["a1", "a2", "a3", "a4", "pp"]
    assert found("kota contoh") == ["a1", "a2", "a3", "a4", "pp"]
    assert found("kabupaten") == []
    assert found("0991") == ["a1", "pp"]
    assert found("3273010101900991") == []  # only the last digits are in the list
    assert found("198501012010011001") == ["pp"]
    assert found("' OR 1=1 --") == []
    assert bench.queue("vai", text="50%").total == 2


def test_pages_neither_lose_nor_repeat_while_others_are_added(bench: Bench) -> None:
    wanted = []
    for number in range(7):
        bench.person(f"b{number}")
        wanted.append(f"access:{bench.ask(f'b{number}', satker='s-2').request_id}")
        if number % 2:  # several at the same moment
            bench.clock.forward(minutes=1)
    seen: list[str] = []
    cursor, pages = "", 0
    while True:
        page = bench.queue("vai", status="WAITING", limit=2, cursor=cursor)
        assert page.total == 7 + pages
        seen += [row.item_id for row in page.rows]
        bench.person(f"c{pages}")
        wanted.append(f"access:{bench.ask(f'c{pages}', satker='s-2').request_id}")
        bench.clock.forward(minutes=1)
        pages += 1
        cursor = page.next_cursor
        if not cursor or pages == 4:
            break
    seen += [row.item_id for row in bench.queue("vai", status="WAITING", limit=200, cursor=cursor).rows]
    assert seen == sorted(seen, key=wanted.index)
    assert seen == wanted


def test_a_page_is_not_disturbed_by_what_is_decided_meanwhile(bench: Bench) -> None:
    ids = [bench.waiting(f"b{number}", satker="s-2") for number in range(6)]
    first = bench.queue("vai", status="WAITING", limit=3)
    bench.decide("vai2", ids[0])
    bench.decide("vai2", ids[2])
    second = bench.queue("vai", status="WAITING", limit=3, cursor=first.next_cursor)
    assert [row.item_id for row in (*first.rows, *second.rows)] == ids
    assert second.next_cursor == ""


def test_a_page_has_at_least_one_and_at_most_two_hundred_rows(bench: Bench) -> None:
    bench.waiting("b1", satker="s-2")
    bench.waiting("b2", satker="s-2")
    assert len(bench.queue("vai", limit=0).rows) == 1
    assert len(bench.queue("vai", limit=-5).rows) == 1
    assert len(bench.queue("vai", limit=10**9).rows) == 2


def test_no_list_shows_the_number_of_a_person(bench: Bench) -> None:
    niks = {who: bench.nik() for who in ("a1", "a2")}
    bench.person("a1", nik=niks["a1"])
    bench.ask("a1", satker="s-2")
    bench.person("a2", status=None)
    bench.send_profile("a2", nik=niks["a2"])
    bench.person("a3", nik=niks["a2"], status=ProfileStatus.REJECTED)
    answers = (
        bench.queue("in1", limit=200),
        bench.queue("vai"),
        bench.register("in1"),
        bench.register("vai"),
        bench.register("adm"),
    )
    text = b" ".join(msgspec.json.encode(answer) for answer in answers).decode()
    for nik in niks.values():
        assert nik not in text
        assert nik[:12] not in text
        assert nik[-4:] in text
    assert not re.search(r"\d{16}", text)
