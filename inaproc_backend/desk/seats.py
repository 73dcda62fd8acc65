"""Who sits at the desk: what an access may see there, and what it may decide."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.registration.deactivating import load_decider
from inaproc_backend.registration.stored_profiles import StoredProfile, load_profile
from inaproc_backend.registration.stored_requests import StoredRequest
from inaproc_backend.registration.verifiers import verifier_of
from inaproc_backend.services import Services
from inaproc_core.errors import Refusal, refuse
from inaproc_core.registration.deciding import COMPANY_ADMINS, Decider, Person, Subject, may_decide
from inaproc_core.registration.validity import ACTING
from inaproc_core.registration.vocabulary import AccessKind, RequestStatus, Verifier

_READERS = frozenset({AccessKind.ADMIN_PPE, AccessKind.ADMIN_AGENCY, AccessKind.ADMIN_SATKER})
"""They read the register of their instansi and decide on nothing."""


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One access at the desk.

    Attributes:
        decider: the person and the access, as the rules compare them.
        verifier: whose requests wait here; ``None`` for a reader of the register.
        everything: the whole country is seen.
        klpd_code: else the instansi that is seen.
        vendor_id: or the company whose Anggota are seen.
    """

    decider: Decider
    verifier: Verifier | None
    everything: bool = False
    klpd_code: str = ""
    vendor_id: str = ""

    def sees(self, request: StoredRequest) -> bool:
        """Return whether a request lies within what this access sees."""
        if self.everything:
            return True
        if self.klpd_code:
            return request.klpd_code == self.klpd_code
        return request.kind is AccessKind.COMPANY_MEMBER and request.vendor_id == self.vendor_id

    def decides_as(self) -> Verifier:
        """Return whose requests wait here.

        Raises:
            Refused: ``desk.no_seat``: a reader of the register decides on nothing.
        """
        if self.verifier is None:
            refuse("desk.no_seat", at="acting_as")
        return self.verifier

    @property
    def reach(self) -> dict[str, str | int]:
        """What it sees, as parameters of the queries."""
        return {"everything": int(self.everything), "klpd_code": self.klpd_code, "vendor_id": self.vendor_id}


def take_seat(
    connection: Connection, services: Services, signed_in: SignedIn, acting_as: str, *, lock: bool = False
) -> Seat:
    """Return the seat of an access; ``lock`` keeps the access as it is until the transaction ends.

    Raises:
        Refused: ``access.not_yours``, ``access.second_factor_required``, ``desk.access_not_active``,
            ``desk.no_seat``: the access has nothing to do here.
    """
    decider = load_decider(connection, services, signed_in, acting_as, lock=lock)
    if decider.status not in ACTING:
        refuse("desk.access_not_active", at="acting_as")
    if decider.kind is AccessKind.VERIFIKATOR_INAPROC:
        return Seat(decider=decider, verifier=Verifier.INAPROC, everything=True)
    if decider.kind is AccessKind.VAI and decider.klpd_code:
        return Seat(decider=decider, verifier=Verifier.VAI, klpd_code=decider.klpd_code)
    if decider.kind in COMPANY_ADMINS and decider.vendor_id:
        return Seat(decider=decider, verifier=Verifier.COMPANY, vendor_id=decider.vendor_id)
    if decider.kind not in _READERS or not decider.klpd_code:
        refuse("desk.no_seat", at="acting_as")
    return Seat(decider=decider, verifier=None, klpd_code=decider.klpd_code)


def why_not_profile(seat: Seat, profile: StoredProfile) -> Refusal | None:
    """Return why this seat may not decide on a profile."""
    applicant = Person(user_id=profile.user_id, fingerprint=profile.nik_fingerprint)
    return may_decide(Subject(applicant=applicant, verifier=Verifier.INAPROC), seat.decider)


def current_verifier(connection: Connection, services: Services, request: StoredRequest) -> Verifier:
    """Return whose move a request is now: a VAI or company admin may have come or gone since it was sent."""
    today = services.today()
    return verifier_of(
        connection,
        services.registration.at(today).access_form(request.kind),
        klpd_code=request.klpd_code,
        vendor_id=request.vendor_id,
        applicant=request.user_id,
        today=today,
    )


def why_not_request(
    connection: Connection, services: Services, seat: Seat, request: StoredRequest
) -> Refusal | None:
    """Return why this seat may not decide on a request; who approved first counts while it waits."""
    profile = load_profile(connection, request.user_id)
    applicant = Person(
        user_id=request.user_id, fingerprint=profile.nik_fingerprint if profile is not None else ""
    )
    first = Person(user_id=request.first_by, fingerprint=request.first_fingerprint)
    awaited = request.first_by and request.status is RequestStatus.WAITING
    subject = Subject(
        applicant=applicant,
        verifier=current_verifier(connection, services, request),
        klpd_code=request.klpd_code,
        vendor_id=request.vendor_id,
        first=first if awaited else None,
    )
    return may_decide(subject, seat.decider)
