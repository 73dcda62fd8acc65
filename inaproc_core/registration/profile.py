"""Stage 2: the profile of a person, and the states it goes through."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum

from inaproc_core.errors import Refusal, refuse
from inaproc_core.identifiers import Nik, Sex
from inaproc_core.registration.fields import FieldReading, read_fields
from inaproc_core.registration.files import FileFacts, file_problems
from inaproc_core.registration.forms import Limits, ProfileForm
from inaproc_core.registration.reasons import first_per_field
from inaproc_core.registration.vocabulary import FileSlot, ProfileStatus, Verdict


class ProfileDeed(StrEnum):
    """What can be done with a profile."""

    SEND = "SEND"
    """By the person: the first time, to mend it, or anew after a rejection."""
    APPROVE = "APPROVE"
    FIX = "FIX"
    REJECT = "REJECT"


PROFILE_DEED_OF: Mapping[Verdict, ProfileDeed] = {
    Verdict.APPROVE: ProfileDeed.APPROVE,
    Verdict.FIX: ProfileDeed.FIX,
    Verdict.REJECT: ProfileDeed.REJECT,
}
"""The deed of a verdict."""

PROFILE_MOVES: Mapping[tuple[ProfileStatus, ProfileDeed], ProfileStatus] = {
    (ProfileStatus.NONE, ProfileDeed.SEND): ProfileStatus.WAITING,
    (ProfileStatus.NEEDS_FIX, ProfileDeed.SEND): ProfileStatus.WAITING,
    (ProfileStatus.REJECTED, ProfileDeed.SEND): ProfileStatus.WAITING,
    (ProfileStatus.WAITING, ProfileDeed.APPROVE): ProfileStatus.VERIFIED,
    (ProfileStatus.WAITING, ProfileDeed.FIX): ProfileStatus.NEEDS_FIX,
    (ProfileStatus.WAITING, ProfileDeed.REJECT): ProfileStatus.REJECTED,
}
"""Every move there is; what is not here is refused. Statuses of the verification of persons (spec 3.3)."""


def decide_profile(status: ProfileStatus, deed: ProfileDeed) -> ProfileStatus:
    """Return the status after a deed.

    Raises:
        Refused: ``profile.waiting`` (sent while it is being looked at), ``profile.already_verified``,
            ``profile.not_waiting`` (fact ``status``; a verdict on what does not wait for one).
    """
    after = PROFILE_MOVES.get((status, deed))
    if after is None and deed is ProfileDeed.SEND:
        refuse("profile.waiting" if status is ProfileStatus.WAITING else "profile.already_verified")
    if after is None:
        refuse("profile.not_waiting", status=f"PROFILE_{status.value}")
    return after


def check_profile(
    form: ProfileForm,
    fields: Mapping[str, str],
    files: Mapping[str, FileFacts],
    *,
    today: date,
    limits: Limits,
    asked: Collection[FileSlot] = (),
) -> tuple[Refusal, ...]:
    """Return everything that is wrong with a profile, at most one problem per field or slot.

    Args:
        form: of the nationality.
        fields: by id, as typed or as sent.
        files: slot to what is known of its file.
        today: local day.
        limits: in force.
        asked: slots that reasons asked for.

    Returns:
        tuple: problems of :func:`read_fields` and :func:`file_problems`, and ``nik.other_birth_date``,
            ``nik.other_sex``, ``profile.too_young`` (``minimum``), ``profile.birth_in_future``,
            ``passport.expired`` (``expiry``).
    """
    reading = read_profile(form, fields, limits)
    return first_per_field(
        (
            *reading.problems,
            *_nik_problems(reading),
            *_day_problems(reading, today, limits),
            *file_problems(form.slots, files, asked=asked),
        )
    )


def read_profile(form: ProfileForm, fields: Mapping[str, str], limits: Limits) -> FieldReading:
    """Return the normal forms of a profile's fields: what is stored and compared."""
    return read_fields(form.fields, fields, limits)


def _nik_problems(reading: FieldReading) -> Iterator[Refusal]:
    """NIK: digits 7–12 are the birth date, the day plus 40 for women (Permendagri 95/2019 on the NIK)."""
    if "nik" not in reading.values:
        return
    nik = Nik(reading.values["nik"])
    born = reading.day("birth_date")
    if born is not None and not is_birth_date_of(nik, born):
        yield Refusal(code="nik.other_birth_date", field="nik")
    sex = reading.values.get("sex")
    if sex is not None and Sex(sex) is not nik.sex:
        yield Refusal(code="nik.other_sex", field="nik")


def is_birth_date_of(nik: Nik, born: date) -> bool:
    """Return whether a NIK was given to somebody born on this day; the century is not in it."""
    day = born.day + (40 if nik.sex is Sex.FEMALE else 0)
    return nik.text[6:12] == f"{day:02d}{born.month:02d}{born.year % 100:02d}"


def _day_problems(reading: FieldReading, today: date, limits: Limits) -> Iterator[Refusal]:
    born = reading.day("birth_date")
    if born is not None and born > today:
        yield Refusal(code="profile.birth_in_future", field="birth_date")
    elif born is not None and age(born, today) < limits.minimum_age:
        yield Refusal(code="profile.too_young", facts={"minimum": limits.minimum_age}, field="birth_date")
    expiry = reading.day("passport_expiry")
    if expiry is not None and expiry < today + timedelta(days=limits.passport_min_days):
        yield Refusal(code="passport.expired", facts={"expiry": expiry.isoformat()}, field="passport_expiry")


def age(born: date, today: date) -> int:
    """Return full years of age; who was born on 29 February is a year older on 1 March of common years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
