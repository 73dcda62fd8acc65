"""Cek NIB: the five checks before a company access, each passed, failed or unknown, and what to do.

The checks are those of the guides for Penyedia: NIB registered at OSS, the person on the NIB, the person's
own identity verified, the company not on the Daftar Hitam, and whether the company is in INAPROC already.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from inaproc_backend.accounts import code_limits
from inaproc_backend.registration.companies import ADMIN_KINDS, find_company, has_admin
from inaproc_backend.registration.registry import Business, BusinessRegistry
from inaproc_backend.registration.stored_profiles import load_profile
from inaproc_backend.services import Services
from inaproc_core.errors import Fact, refuse
from inaproc_core.identifiers import parse_nib
from inaproc_core.registration.vocabulary import PENYEDIA_KINDS, AccessKind, ProfileStatus
from inaproc_core.wire.registration import NibCheck, NibRule

PASSED = "passed"
FAILED = "failed"
UNKNOWN = "unknown"


def count_check(connection: Connection, services: Services, *, user_id: str, nib: str) -> int:
    """Count one Cek NIB of a person, so that nobody reads the registries number by number.

    Args:
        connection: a writing transaction, committed either way.
        services: the shared parts.
        user_id: who asks.
        nib: as typed; one that is none is not counted.

    Returns:
        Seconds to wait when the person asked too often within the hour, else 0.

    Raises:
        Refused: as ``parse_nib``.
    """
    parse_nib(nib, at="nib")
    most = services.registration.at(services.today()).limits.nib_checks_per_hour
    return code_limits.count_by(services, connection, "nib", user_id=user_id, most=most)


def check_nib(
    connection: Connection,
    services: Services,
    registry: BusinessRegistry,
    *,
    user_id: str,
    nib: str,
    kind: AccessKind,
) -> NibCheck:
    """Return what the registries say of a NIB for this person and this kind of access.

    Raises:
        Refused: as ``parse_nib``; ``access_request.kind_has_no_nib``.
    """
    if kind not in PENYEDIA_KINDS:
        refuse("access_request.kind_has_no_nib", at="kind")
    number = str(parse_nib(nib, at="nib"))
    profile = load_profile(connection, user_id)
    verified = profile is not None and profile.status is ProfileStatus.VERIFIED
    business = registry.find(connection, number)
    fingerprint = profile.nik_fingerprint if profile is not None else ""
    company = find_company(connection, number)
    administered = company is not None and has_admin(
        connection, company[0], services.today(), other_than=user_id
    )
    rules = [
        _registered(business),
        _person(business, kind, fingerprint),
        _identity(verified=verified),
        _blacklist(business),
        _in_inaproc(company, kind, administered=administered),
    ]
    # Whoever is not verified yet learns nothing about companies.
    details = _company(business) if verified else {}
    if not details.get("name") and verified and company is not None:
        details = {"name": company[1]}
    return NibCheck(
        nib=number,
        may_go_on=all(rule.result != FAILED for rule in rules),
        rules=rules,
        company=details,
        known=company is not None,
        checked_at=services.clock(),
    )


def _registered(business: Business | None) -> NibRule:
    if business is None:
        return _rule("registered", UNKNOWN, "nib.no_registry")
    facts: dict[str, Fact] = {"source": business.source, "as_of": business.as_of}
    if business.registered:
        return _rule("registered", PASSED, "nib.registered", facts)
    return _rule("registered", FAILED, "nib.revoked", facts)


def _person(business: Business | None, kind: AccessKind, fingerprint: str) -> NibRule:
    if kind is not AccessKind.COMPANY_OWNER:
        return _rule("person", PASSED, "nib.person_by_letter")
    if business is None or not business.persons:
        return _rule("person", UNKNOWN, "nib.person_unknown")
    for person in business.persons:
        if fingerprint and person.nik_fingerprint == fingerprint:
            return _rule("person", PASSED, "nib.person_matches", {"position": person.position})
    return _rule("person", FAILED, "nib.person_differs")


def _identity(*, verified: bool) -> NibRule:
    if verified:
        return _rule("identity", PASSED, "nib.identity_verified")
    return _rule("identity", FAILED, "nib.identity_missing")


def _blacklist(business: Business | None) -> NibRule:
    if business is None:
        return _rule("blacklist", UNKNOWN, "nib.blacklist_unknown")
    facts: dict[str, Fact] = {"source": business.source, "as_of": business.as_of}
    if business.blacklisted:
        return _rule("blacklist", FAILED, "nib.blacklisted", facts)
    return _rule("blacklist", PASSED, "nib.not_blacklisted", facts)


def _in_inaproc(company: tuple[str, str] | None, kind: AccessKind, *, administered: bool) -> NibRule:
    facts: dict[str, Fact] = {"company": company[1]} if company is not None else {}
    if kind in ADMIN_KINDS:
        if administered:
            return _rule("in_inaproc", FAILED, "nib.join_as_member", facts)
        return _rule("in_inaproc", PASSED, "nib.company_is_set_up")
    if company is None:
        return _rule("in_inaproc", FAILED, "nib.company_missing")
    return _rule("in_inaproc", PASSED, "nib.company_known", facts)


def _company(business: Business | None) -> dict[str, str]:
    if business is None:
        return {}
    found = {
        "name": business.name,
        "form": business.form,
        "npwp": business.npwp,
        "address": business.address,
        "kbli": business.kbli,
    }
    return {name: value for name, value in found.items() if value}


def _rule(rule_id: str, result: str, code: str, facts: Mapping[str, Fact] | None = None) -> NibRule:
    return NibRule(id=rule_id, result=result, code=code, facts=dict(facts or {}))
