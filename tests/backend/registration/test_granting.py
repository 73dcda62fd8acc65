"""What an approval makes: the access, its company, its feed rows; renewal, transfer, and the end of one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from inaproc_backend.accounts import second_factor
from inaproc_backend.accounts.accesses import load_accesses, scopes_for
from inaproc_backend.registration.deactivating import deactivate
from inaproc_backend.storage import tables
from inaproc_core.registration.vocabulary import AccessKind, Verdict
from inaproc_core.wire.messages import AccessRow
from inaproc_core.wire.registration import Deactivate
from tests import builders as b
from tests.backend.registration.house import COMPANY, NIK, OTHER_NIK, House, refused

THIRD_NIK = "3273010101850003"


def rows_of(house: House, user_id: str) -> list[AccessRow]:
    limits = house.services.registration.at(house.today).limits
    with house.services.database.read() as connection:
        return load_accesses(connection, user_id, house.today, limits)


def ending(house: House, who: Any, by: Any, acting_as: str, access_id: str, **more: Any) -> None:
    values = {"acting_as": acting_as, "code": "dismissed", "note": "Tidak bertugas lagi", **more}
    deactivate(house.services, by, access_id, Deactivate(**values))


# -- granting ----------------------------------------------------------------------------------------------


def test_the_person_and_their_colleagues_hear_of_a_new_access(any_house: House) -> None:
    sari = any_house.verified("sari")
    access_id = any_house.granted(sari, fields={"nip": "199304122015032001"})
    (own,) = any_house.feed(f"user/{sari.user_id}", "access")
    row = msgspec.json.decode(own["row"], type=AccessRow)
    assert (row.access_id, row.status, row.active, row.klpd_code) == (access_id, "ACTIVE", True, "D999")
    assert row.klpd_name == "Pemerintah Kota Simulasi" and row.valid_until == "2026-12-31"
    (official,) = any_house.feed("satker/s-1", "official")
    fact = msgspec.json.decode(official["row"])
    assert fact["access_id"] == access_id and fact["nip"] == "199304122015032001"
    assert fact["position"] == "Pejabat Pembuat Komitmen"
    assert any_house.mails(sari) == ["access.received", "access.approved"]
    assert scopes_for(sari.user_id, rows_of(any_house, sari.user_id)) == (
        "satker/s-1",
        f"user/{sari.user_id}",
    )


def test_an_access_may_begin_later(house: House) -> None:
    sari = house.verified("sari")
    access_id = house.granted(sari, fields={"valid_from": "2026-12-01"})
    (row,) = rows_of(house, sari.user_id)
    assert (row.access_id, row.valid_from, row.status, row.active) == (
        access_id,
        "2026-12-01",
        "FUTURE",
        False,
    )
    assert scopes_for(sari.user_id, [row]) == (f"user/{sari.user_id}",)


def test_a_new_nib_sets_up_its_company_once(any_house: House) -> None:
    owner, partner = any_house.verified("owner"), any_house.verified("partner", OTHER_NIK)
    requests = [any_house.send(one, AccessKind.COMPANY_OWNER) for one in (owner, partner)]
    for request in requests:
        any_house.decide(request.request_id, Verdict.APPROVE)
    (vendor,) = any_house.office.rows(tables.vendors, nib=COMPANY["nib"])
    assert (vendor["id"], vendor["name"]) == (f"nib-{COMPANY['nib']}", "PT Simulasi Uji")
    assert vendor["representative_position"] == "Direktur" and vendor["active"]
    rows = any_house.office.rows(tables.accesses, vendor_id=vendor["id"])
    assert {row["user_id"] for row in rows} == {owner.user_id, partner.user_id}
    assert len(any_house.feed(f"vendor/{vendor['id']}", "vendor")) == 2
    assert "access.second_factor_needed" in any_house.mails(owner)
    # From now on others join as members.
    late = any_house.verified("late", THIRD_NIK)
    assert refused(any_house.send, late, AccessKind.COMPANY_OWNER).code == "access_request.nib_stops"


def test_a_buyer_outside_government_gets_a_unit_of_the_company(house: House) -> None:
    house.granted(house.verified("owner", OTHER_NIK), AccessKind.COMPANY_OWNER)
    access_id = house.granted(house.verified("sari"), AccessKind.PPK_NON_KLPD)
    row = house.access_row(access_id)
    assert row["satker_id"] == f"nib-{COMPANY['nib']}" and row["vendor_id"] is None and row["role"] == "PPK"
    unit = house.office.rows(tables.satker, id=row["satker_id"])[0]
    assert unit["name"] == "PT Simulasi Uji, Unit" and unit["klpd_code"] is None
    assert len(house.feed(f"satker/{row['satker_id']}", "satker")) == 1


def test_a_vai_of_a_whole_instansi_sees_no_satker(any_house: House) -> None:
    vai = any_house.verified("vai")
    any_house.access(vai, AccessKind.VAI, klpd_code="D999")
    (row,) = rows_of(any_house, vai.user_id)
    assert row.active and row.klpd_name == "Pemerintah Kota Simulasi"
    assert scopes_for(vai.user_id, [row]) == (f"user/{vai.user_id}",)


# -- renewal and transfer ----------------------------------------------------------------------------------


def test_an_expired_access_is_made_active_again(any_house: House) -> None:
    sari = any_house.verified("sari")
    access_id = any_house.granted(sari, fields={"valid_until": "2026-12-01"})
    early = refused(any_house.send, sari, renews=access_id, fields={"valid_until": "2026-12-01"})
    assert early.code == "access_request.until_not_later"
    any_house.office.clock.forward(days=20)
    (row,) = rows_of(any_house, sari.user_id)
    assert (row.status, row.active) == ("EXPIRED", False)
    assert refused(any_house.send, sari, AccessKind.PP, renews=access_id).code == "access_request.other_role"
    elsewhere = refused(any_house.send, sari, renews=access_id, fields={"satker": "s-2"})
    assert elsewhere.code == "access_request.renewal_elsewhere"
    request = any_house.send(sari, renews=access_id)
    assert any_house.decide(request.request_id, Verdict.APPROVE).access_id == access_id
    (row,) = rows_of(any_house, sari.user_id)
    assert (row.active, row.valid_from, row.valid_until) == (True, "2026-12-13", "2026-12-31")
    assert any_house.mails(sari)[-1] == "access.renewed"
    revs = [entry["rev"] for entry in any_house.feed(f"user/{sari.user_id}", "access")]
    assert revs == [1, 2]


def test_what_is_renewed_before_its_end_goes_on_without_a_gap(house: House) -> None:
    sari = house.verified("sari")
    access_id = house.granted(sari, fields={"valid_until": "2026-12-10"})
    house.office.clock.forward(days=3)
    request = house.send(sari, renews=access_id)
    house.decide(request.request_id, Verdict.APPROVE)
    (row,) = rows_of(house, sari.user_id)
    assert (row.valid_from, row.valid_until) == ("2026-11-23", "2026-12-31")


def test_a_transfer_ends_the_old_access_and_begins_the_new_one_together(any_house: House) -> None:
    sari = any_house.verified("sari")
    old = any_house.granted(sari)
    same = refused(any_house.send, sari, transfers=old)
    assert same.code == "access_request.transfer_same_place"
    request = any_house.send(sari, transfers=old, fields={"satker": "s-2"})
    assert any_house.access_row(old)["revoked_at"] is None, "the old one works until the decision"
    new = any_house.decide(request.request_id, Verdict.APPROVE).access_id
    rows = {row.access_id: row for row in rows_of(any_house, sari.user_id)}
    assert rows[old].status == "DEACTIVATED" and rows[old].reason == "transferred"
    assert rows[new].active and rows[new].satker_id == "s-2"
    assert any_house.access_row(old)["revoked_by"] == "u-desk"
    left = msgspec.json.decode(any_house.feed("satker/s-1", "official")[-1]["row"])
    came = msgspec.json.decode(any_house.feed("satker/s-2", "official")[-1]["row"])
    assert (left["access_id"], left["active"]) == (old, False)
    assert (came["access_id"], came["active"]) == (new, True)
    assert any_house.mails(sari)[-1] == "access.transferred"


def test_a_transfer_that_cannot_be_granted_leaves_everything_as_it_was(any_house: House) -> None:
    sari = any_house.verified("sari")
    old = any_house.granted(sari)
    request = any_house.send(sari, transfers=old, fields={"satker": "s-2"})
    # The same access came into being by another way meanwhile.
    any_house.access(sari, AccessKind.PPK, klpd_code="D999", satker_id="s-2")
    assert refused(any_house.decide, request.request_id, Verdict.APPROVE).code == "access_request.duplicate"
    assert any_house.access_row(old)["revoked_at"] is None
    stored = any_house.stored_request(request.request_id)
    assert stored.status == "WAITING" and stored.revision == 1
    assert len(any_house.office.rows(tables.request_history, request_id=request.request_id)) == 1


def test_an_access_that_was_ended_meanwhile_is_not_renewed(house: House) -> None:
    sari = house.verified("sari")
    old = house.granted(sari, fields={"valid_until": "2026-12-10"})
    request = house.send(sari, renews=old)
    with house.services.database.write() as connection:
        connection.execute(tables.accesses.update().where(tables.accesses.c.id == old).values(
            revoked_at="2026-11-24T00:00:00.000000+00:00"))  # fmt: skip
    refusal = refused(house.decide, request.request_id, Verdict.APPROVE)
    assert refusal.code == "access_request.other_access_gone"
    assert refused(house.send, sari, renews=old).code in {
        "access_request.asked_already",
        "access_request.renews_deactivated",
    }


# -- deactivation ------------------------------------------------------------------------------------------


def test_a_revoked_access_is_refused_at_the_next_command(any_house: House) -> None:
    """Signed in, session alive: the handler looks at the access in the transaction that decides."""
    house = any_house
    with house.services.database.write() as connection:
        connection.execute(tables.accesses.update().where(tables.accesses.c.id == b.PP.access_id).values(
            kind="PP", klpd_code="D999"))  # fmt: skip
    assert house.office.checkout("order-1").outcome == "ok"
    verifier = house.verified("vera", waived=True)
    seat = house.access(verifier, AccessKind.VERIFIKATOR_INAPROC)
    ending(house, b.PP, verifier, seat, b.PP.access_id)
    outcome = house.office.checkout("order-2")
    assert (outcome.outcome, outcome.code) == ("rejected", "access.not_active")
    row = house.access_row(b.PP.access_id)
    assert (
        row["revoked_because"] == "dismissed: Tidak bertugas lagi" and row["revoked_by"] == verifier.user_id
    )
    (entry,) = house.feed(f"user/{b.PP.user_id}", "access")
    told = msgspec.json.decode(entry["row"], type=AccessRow)
    assert (told.status, told.active) == ("DEACTIVATED", False) and "Tidak bertugas" in told.reason
    official = msgspec.json.decode(house.feed("satker/s-1", "official")[-1]["row"])
    assert official["access_id"] == b.PP.access_id and official["active"] is False


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        ({"code": "mood"}, "access.reason_unknown", "code"),
        ({"note": "  "}, "access.note_missing", "note"),
        ({"note": "x" * 501}, "access.note_too_long", "note"),
        ({"acting_as": "a-of-nobody"}, "access.not_yours", "acting_as"),
    ],
)
def test_ending_needs_a_reason_and_an_access(house: House, change: Any, code: str, at: str) -> None:
    verifier, sari = house.verified("vera", OTHER_NIK, waived=True), house.verified("sari")
    seat = house.access(verifier, AccessKind.VERIFIKATOR_INAPROC)
    access_id = house.granted(sari)
    values = {"acting_as": seat, **change}
    refusal = refused(ending, house, sari, verifier, access_id=access_id, **values)
    assert (refusal.code, refusal.field) == (code, at)


def test_who_may_end_what(any_house: House) -> None:
    house = any_house
    vera = house.verified("vera", "3273010101700001", waived=True)
    vai = house.verified("vai", "3273010101710002", waived=True)
    other_vai = house.verified("othervai", "3273010101720003", waived=True)
    boss = house.verified("boss", "3273010101730004", waived=True)
    sari, member = house.verified("sari", NIK), house.verified("member", OTHER_NIK)
    of_vera = house.access(vera, AccessKind.VERIFIKATOR_INAPROC)
    of_vai = house.access(vai, AccessKind.VAI, klpd_code="D999")
    of_other = house.access(other_vai, AccessKind.VAI, klpd_code="D998")
    of_boss = house.access(boss, AccessKind.COMPANY_OWNER, vendor_id="v-1")
    of_sari = house.access(sari, AccessKind.PPK, klpd_code="D999", satker_id="s-1")
    of_member = house.access(member, AccessKind.COMPANY_MEMBER, vendor_id="v-1")

    def code(by: Any, acting_as: str, access_id: str) -> str:
        return refused(ending, house, sari, by, acting_as, access_id).code

    assert code(other_vai, of_other, of_sari) == "desk.other_instansi"
    assert code(boss, of_boss, of_sari) == "desk.not_verifier"
    assert code(vai, of_vai, of_member) == "desk.not_verifier"
    assert code(vai, of_vai, of_vai) == "desk.not_verifier", "a VAI is the business of INAPROC"
    assert code(sari, of_sari, of_member) == "desk.not_verifier"
    assert code(sari, of_vai, of_member) == "access.not_yours"
    assert code(vera, of_vera, of_vera) == "desk.own_request"
    assert code(vera, of_vera, "a-404") == "access.unknown"
    ending(house, sari, vai, of_vai, of_sari)
    assert code(vai, of_vai, of_sari) == "access.ended_already"
    ending(house, member, boss, of_boss, of_member)
    ending(house, vai, vera, of_vera, of_vai)
    assert code(vai, of_vai, of_member) == "desk.access_not_active"
    assert house.mails(sari) == ["access.deactivated"]


def test_one_person_with_two_accounts_does_not_end_their_own_access(house: House) -> None:
    vera = house.verified("vera", waived=True)
    other = house.person("veratwo")
    house.send_profile(other, fields={**house.profile_of(other).fields})
    seat = house.access(vera, AccessKind.VERIFIKATOR_INAPROC)
    access_id = house.access(other, AccessKind.PPK, klpd_code="D999", satker_id="s-1")
    assert refused(ending, house, other, vera, seat, access_id).code == "desk.own_request"


def test_ending_needs_a_fresh_proof(house: House) -> None:
    vera = house.verified("vera", waived=True)
    seat = house.access(vera, AccessKind.VERIFIKATOR_INAPROC)
    stale = house.person("vera", stepped_up=False)
    assert refused(ending, house, vera, stale, seat, "a-1").code == "session.step_up_required"
    house.office.clock.forward(minutes=6)
    assert refused(ending, house, vera, vera, seat, "a-1").code == "session.step_up_required"


# -- second factor -----------------------------------------------------------------------------------------


def test_powerful_accesses_act_only_with_a_second_factor(any_house: House) -> None:
    house = any_house
    accesses, people = tables.accesses, tables.people
    with house.services.database.write() as connection:
        connection.execute(
            accesses.update()
            .where(accesses.c.id == b.PP.access_id)
            .values(kind=AccessKind.BENDAHARA_PENGELUARAN.value)
        )
    refusal = house.office.checkout("order-1")
    assert (refusal.outcome, refusal.code) == ("rejected", "access.second_factor_required")
    with house.services.database.write() as connection:
        connection.execute(
            people.update().where(people.c.id == b.PP.user_id).values(without_second_factor=True)
        )
    assert house.office.checkout("order-2").outcome == "ok", "made-up people of training need none"
    with house.services.database.write() as connection:
        connection.execute(
            people.update().where(people.c.id == b.PP.user_id).values(without_second_factor=False)
        )
        second_factor.put(connection, b.PP.user_id, "JBSWY3DPEHPK3PXP")
    assert house.office.checkout("order-3").outcome == "ok"


def test_a_verifikator_without_a_second_factor_does_not_sit_down(house: House) -> None:
    vera = house.verified("vera")
    seat = house.access(vera, AccessKind.VERIFIKATOR_INAPROC)
    refusal = refused(ending, house, vera, vera, seat, "a-1")
    assert (refusal.code, refusal.facts) == ("access.second_factor_required", {"role": "VERIFIKATOR"})


def test_accesses_say_when_they_end(house: House) -> None:
    sari = house.verified("sari")
    last = house.today + timedelta(days=30)
    house.access(sari, AccessKind.PPK, satker_id="s-1", valid_to=last.isoformat())
    house.access(sari, AccessKind.PP, satker_id="s-1", valid_to=(last + timedelta(days=1)).isoformat())
    assert [row.status for row in rows_of(house, sari.user_id)] == ["ENDING", "ACTIVE"]
    with house.services.database.read() as connection:
        plain = load_accesses(connection, sari.user_id, house.today)
    assert [row.status for row in plain] == ["ACTIVE", "ACTIVE"]
