"""Who may decide on a profile or a request: not on one's own, not outside one's house, not twice."""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.errors import Refusal
from inaproc_core.registration.validity import ACTING
from inaproc_core.registration.vocabulary import AccessKind, AccessStatus, Verifier

COMPANY_ADMINS = frozenset({AccessKind.COMPANY_OWNER, AccessKind.COMPANY_STAFF})
"""Admin Perusahaan."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """A human being: several accounts of one NIK are one person.

    Attributes:
        user_id: the account.
        fingerprint: keyed hash of NIK or passport, empty when it is not known.
    """

    user_id: str
    fingerprint: str = ""


def is_same_person(one: Person, other: Person) -> bool:
    """Return whether two accounts are one person, by account or by identity number."""
    return one.user_id == other.user_id or (bool(one.fingerprint) and one.fingerprint == other.fingerprint)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What is to be decided.

    Attributes:
        applicant: whose profile, request or access it is.
        verifier: whose move it is now; INAPROC also where an instansi has no active VAI.
        klpd_code: instansi of the request, empty for a profile or a company.
        vendor_id: company of the request.
        first: who approved first, with four eyes.
    """

    applicant: Person
    verifier: Verifier
    klpd_code: str = ""
    vendor_id: str = ""
    first: Person | None = None


@dataclass(frozen=True, kw_only=True)
class Decider:
    """Who wants to decide, and through which access.

    Attributes:
        person: the human being.
        kind: of the access that acts, ``None`` for one made before kinds.
        status: of that access today.
        klpd_code: instansi of a VAI.
        vendor_id: company of an Admin Perusahaan.
    """

    person: Person
    kind: AccessKind | None
    status: AccessStatus
    klpd_code: str = ""
    vendor_id: str = ""


def may_decide(subject: Subject, decider: Decider) -> Refusal | None:
    """Return why this access may not decide, or ``None``.

    Returns:
        Refusal: ``desk.access_not_active``, ``desk.not_verifier`` (fact ``verifier``),
            ``desk.other_instansi``, ``desk.other_company``, ``desk.own_request``, ``desk.same_eyes``.
    """
    if decider.status not in ACTING:
        return Refusal(code="desk.access_not_active")
    stranger = _stranger(subject, decider)
    if stranger is not None:
        return stranger
    if is_same_person(subject.applicant, decider.person):
        return Refusal(code="desk.own_request")
    if subject.first is not None and is_same_person(subject.first, decider.person):
        return Refusal(code="desk.same_eyes")
    return None


def _stranger(subject: Subject, decider: Decider) -> Refusal | None:
    if not _is_verifier(subject.verifier, decider.kind):
        facts = {"verifier": f"VERIFIER_{subject.verifier.value}"}
        return Refusal(code="desk.not_verifier", facts=facts)
    # An empty code would make all strangers equal: it never counts as the same house.
    if subject.verifier is Verifier.VAI and not (
        subject.klpd_code and subject.klpd_code == decider.klpd_code
    ):
        return Refusal(code="desk.other_instansi")
    if subject.verifier is Verifier.COMPANY and not (
        subject.vendor_id and subject.vendor_id == decider.vendor_id
    ):
        return Refusal(code="desk.other_company")
    return None


def _is_verifier(verifier: Verifier, kind: AccessKind | None) -> bool:
    if verifier is Verifier.INAPROC:
        return kind is AccessKind.VERIFIKATOR_INAPROC
    if verifier is Verifier.VAI:
        return kind is AccessKind.VAI
    return kind in COMPANY_ADMINS
