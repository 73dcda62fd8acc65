"""The port to whoever verifies identities, and what they may say.

Without a provider a verifikator decides at the desk. With one, profiles are handed over and asked about by a
worker; the provider never calls us. What it says is turned into our own statuses and reasons here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from inaproc_core.registration.forms import Reason
from inaproc_core.registration.reasons import ANY
from inaproc_core.registration.vocabulary import FileSlot, Nationality, Verdict
from inaproc_core.wire.registration import FieldReason

FINAL = "profile.final"

_REASON_OF = {
    "PRVK001": FINAL,
    "PRVK002": "ktp.unclear",
    "PRVK003": "ktp.unclear",
    "PRVK004": "ktp.unclear",
    "PRVK006": "ktp.face_faded",
    "PRVK008": "ktp.expired",
    "PRVK011": "ktp.face_faded",
    "PRVK012": "ktp.face_faded",
    "PRVK013": "ktp.unclear",
    "PRVK014": FINAL,
    "PRVK015": "ktp.unreadable",
    "PRVK016": "ktp.unclear_and_faded",
    "PRVK017": "ktp.unreadable_and_faded",
    "PRVK018": "ktp.unreadable",
    "PRVK019": "ktp.damaged",
    "PRVS001": "selfie.guidance",
    "PRVS002": "selfie.face_differs",
    "PRVS003": "selfie.guidance",
    "PRVS004": "selfie.missing",
    "PRVS006": "selfie.guidance",
    "PRVN002": FINAL,
    "PRVN004": "nik.not_found",
    "PRVN005": "nik.data_differ",
    "PRVD001": "profile.pictures_missing",
    "PRVD002": "profile.pictures_missing",
    "PRVD004": FINAL,
    "PRVD005": "profile.pictures_unclear",
    "PRVD007": "profile.data_doubtful",
    "PRVD009": "profile.data_doubtful",
    "PRVD013": "profile.face_faded",
    "PRVM001": FINAL,
    "PRVM002": FINAL,
    "PRVM003": FINAL,
    "PRVP009": FINAL,
}
"""Codes as Privy gives them, from the public code of two of its clients; ours are those of the catalogue."""

_SUPPORT_PREFIX = "PRVP"
_SUPPORT = "support.wrong"


class ProviderStatus(StrEnum):
    """What a provider says of a verification."""

    WAITING = "waiting"
    VERIFIED = "verified"
    REGISTERED = "registered"
    """Known there from before: counts as verified."""
    INVALID = "invalid"
    """Can be mended with other documents."""
    REJECTED = "rejected"
    """Refused for good for this set of documents."""


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """One document of a case."""

    media_type: str
    sha256: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A profile as it is handed to a provider.

    Attributes:
        key: the same for every delivery of the same submission, another one for the next submission.
        fields: by field id, as the person sent them.
    """

    key: str
    nationality: Nationality
    fields: Mapping[str, str] = field(repr=False)
    files: Mapping[FileSlot, CaseFile] = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class ProviderAnswer:
    """Where a verification stands at the provider."""

    reference: str
    status: ProviderStatus
    codes: Sequence[str] = ()


class ProviderFailedError(Exception):
    """The provider could not be asked or said what cannot be believed; trying again later may help.

    Attributes:
        final: no retry of the same submission helps: a verifikator has to decide.
    """

    def __init__(self, problem: str, *, final: bool = False) -> None:
        super().__init__(problem)
        self.final = final


class VerificationProvider(Protocol):
    """Whoever verifies identities."""

    @property
    def name(self) -> str:
        """Short name, kept with the profile."""

    def submit(self, case: Case) -> ProviderAnswer:
        """Hand a case over; a second time with the same key has no second effect.

        Raises:
            ProviderFailedError: not taken.
        """

    def ask(self, reference: str) -> ProviderAnswer:
        """Ask how a verification stands.

        Raises:
            ProviderFailedError: not answered.
        """

    def close(self) -> None:
        """Close connections."""


def verdict_of(status: ProviderStatus) -> Verdict | None:
    """Return what a status decides; ``None`` while the provider is not done."""
    return {
        ProviderStatus.VERIFIED: Verdict.APPROVE,
        ProviderStatus.REGISTERED: Verdict.APPROVE,
        ProviderStatus.INVALID: Verdict.FIX,
        ProviderStatus.REJECTED: Verdict.REJECT,
    }.get(status)


def reasons_of(
    codes: Sequence[str], *, catalogue: Mapping[str, Reason], parts: Sequence[str]
) -> list[FieldReason]:
    """Turn a provider's codes into reasons of our catalogue, each about one part of the form.

    Args:
        codes: as the provider gave them; those that nobody knows are left out.
        catalogue: reasons in force.
        parts: ids of the fields and slots of the person's form, in its order.

    Returns:
        list: empty when no code is known: a person has to find the words.
    """
    found: dict[tuple[str, str], FieldReason] = {}
    for code in codes:
        ours = _REASON_OF.get(code) or (_SUPPORT if code.startswith(_SUPPORT_PREFIX) else "")
        reason = catalogue.get(ours)
        if reason is None:
            continue
        about = _part(reason, parts)
        ask_for = [slot.value for slot in reason.ask_for]
        found.setdefault((about, ours), FieldReason(field=about, code=ours, ask_for=ask_for))
    return list(found.values())


def _part(reason: Reason, parts: Sequence[str]) -> str:
    """Return the first part of the form that a reason may be given for."""
    if ANY in reason.fields:
        return parts[0]
    return next((part for part in parts if part in reason.fields), parts[0])
