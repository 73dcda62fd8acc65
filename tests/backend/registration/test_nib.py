"""Cek NIB: each of the five checks passed, failed and unknown, and what stops."""

from __future__ import annotations

import pytest

from inaproc_backend.storage import tables
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.wire.registration import NibCheck
from tests.backend.registration.house import NIK, OTHER_NIK, House, refused

NIB = "9120001234567"
OWNER, STAFF, MEMBER = AccessKind.COMPANY_OWNER, AccessKind.COMPANY_STAFF, AccessKind.COMPANY_MEMBER


def results(check: NibCheck) -> dict[str, str]:
    return {rule.id: f"{rule.result} {rule.code}" for rule in check.rules}


def test_everything_is_known_and_fits(any_house: House) -> None:
    sari = any_house.verified("sari")
    any_house.business(NIB, OTHER_NIK, NIK, form="PT", npwp="0990992109424000", kbli="46499")
    check = any_house.check_nib(sari, " 9120 0012 34567 ", OWNER)
    assert check.nib == NIB and check.may_go_on and not check.known
    assert results(check) == {
        "registered": "passed nib.registered",
        "person": "passed nib.person_matches",
        "identity": "passed nib.identity_verified",
        "blacklist": "passed nib.not_blacklisted",
        "in_inaproc": "passed nib.company_is_set_up",
    }
    assert check.company == {
        "name": "PT Simulasi Uji",
        "form": "PT",
        "npwp": "0990992109424000",
        "kbli": "46499",
    }
    assert check.checked_at == any_house.office.clock()
    assert check.rules[1].facts == {"position": "DIREKTUR"}


def test_what_no_registry_knows_is_for_a_verifikator(any_house: House) -> None:
    check = any_house.check_nib(any_house.verified("sari"), NIB, OWNER)
    assert check.may_go_on and check.company == {}
    assert {rule.id for rule in check.rules if rule.result == "unknown"} == {
        "registered",
        "person",
        "blacklist",
    }


def test_a_registry_without_persons_says_nothing_about_them(house: House) -> None:
    house.business(NIB)
    assert results(house.check_nib(house.verified("sari"), NIB, OWNER))["person"].startswith("unknown")


@pytest.mark.parametrize(
    ("business", "rule", "code"),
    [
        ({"registered": False}, "registered", "nib.revoked"),
        ({"blacklisted": True}, "blacklist", "nib.blacklisted"),
    ],
)
def test_a_revoked_or_blacklisted_company_stops(
    house: House, business: dict[str, bool], rule: str, code: str
) -> None:
    sari = house.verified("sari")
    house.business(NIB, NIK, **business)
    for kind in (OWNER, STAFF):
        check = house.check_nib(sari, NIB, kind)
        assert not check.may_go_on and results(check)[rule] == f"failed {code}"
        refusal = refused(house.send, sari, kind, fields={"nib": NIB})
        assert (refusal.code, refusal.field) == ("access_request.nib_stops", "nib")


def test_an_owner_must_be_on_the_nib_staff_need_not(house: House) -> None:
    sari = house.verified("sari")
    house.business(NIB, OTHER_NIK)
    check = house.check_nib(sari, NIB, OWNER)
    assert not check.may_go_on and results(check)["person"] == "failed nib.person_differs"
    assert refused(house.send, sari, OWNER, fields={"nib": NIB}).code == "access_request.nib_stops"
    check = house.check_nib(sari, NIB, STAFF)
    assert check.may_go_on and results(check)["person"] == "passed nib.person_by_letter"


def test_whoever_is_not_verified_learns_nothing(house: House) -> None:
    house.business(NIB, NIK)
    check = house.check_nib(house.person("nobody"), NIB, OWNER)
    assert not check.may_go_on and check.company == {}
    assert results(check)["identity"] == "failed nib.identity_missing"
    assert results(check)["person"].startswith("failed")


def test_a_company_with_an_admin_is_joined(any_house: House) -> None:
    owner, sari = any_house.verified("owner", OTHER_NIK), any_house.verified("sari")
    check = any_house.check_nib(sari, NIB, MEMBER)
    assert not check.may_go_on and results(check)["in_inaproc"] == "failed nib.company_missing"
    access_id = any_house.granted(owner, OWNER, fields={"nib": NIB})
    check = any_house.check_nib(sari, NIB, MEMBER)
    assert check.may_go_on and check.known and results(check)["in_inaproc"] == "passed nib.company_known"
    assert check.company == {"name": "PT Simulasi Uji"}
    for kind in (OWNER, STAFF):
        check = any_house.check_nib(sari, NIB, kind)
        assert not check.may_go_on and results(check)["in_inaproc"] == "failed nib.join_as_member"
    assert any_house.check_nib(owner, NIB, OWNER).may_go_on, "their own admin access does not count"
    with any_house.services.database.write() as connection:
        connection.execute(tables.accesses.update().where(tables.accesses.c.id == access_id).values(
            revoked_at="2026-11-23T00:00:00.000000+00:00"))  # fmt: skip
    check = any_house.check_nib(sari, NIB, OWNER)
    assert check.may_go_on, "a company whose admin went takes a new one"


def test_only_company_kinds_and_numbers_are_checked(house: House) -> None:
    sari = house.verified("sari")
    assert refused(house.check_nib, sari, NIB, AccessKind.PPK).code == "access_request.kind_has_no_nib"
    assert refused(house.check_nib, sari, "12", OWNER).code == "nib.length"
