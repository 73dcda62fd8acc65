"""Numbers of persons: NIK of every resident, NIP of civil servants.

Both are checked for structure only; neither has a check digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inaproc_core.errors import refuse
from inaproc_core.identifiers.digits import mask, read_digits, real_date

_NIK_LENGTH = 16
_NIP_LENGTH = 18
_WOMAN_DAY_OFFSET = 40
_FIRST_PROVINCE = 11
_PPPK_MARK = 21
_DECEMBER = 12
_CENTURIES = (2000, 1900)


class Sex(StrEnum):
    """Sex as an identity number states it; wire values of the KTP."""

    MALE = "L"
    FEMALE = "P"


@dataclass(frozen=True)
class Nik:
    """Nomor Induk Kependudukan: 6 digits of region, DDMMYY (day + 40 for women), 4 of serial.

    The region is that of first registration: it may be a code that no longer exists, and need not be where
    the person lives.
    """

    text: str

    @property
    def region(self) -> str:
        """Region code with dots: ``34.71.10``."""
        return f"{self.text[:2]}.{self.text[2:4]}.{self.text[4:6]}"

    @property
    def sex(self) -> Sex:
        """Sex, told by the day of birth."""
        return Sex.FEMALE if int(self.text[6:8]) > _WOMAN_DAY_OFFSET else Sex.MALE

    def birth_date(self, today: date) -> date:
        """Return the birth date: the latest one that the two-digit year allows and that is not in the future.

        For people above a hundred years it is a century too late; compare with the KTP.
        """
        found = [born for born in _birth_dates(self.text) if born <= today]
        return found[0] if found else _birth_dates(self.text)[-1]

    @property
    def masked(self) -> str:
        """All but the last four digits hidden."""
        return mask(self.text)

    def __str__(self) -> str:
        return self.text


def _birth_dates(text: str) -> list[date]:
    day, month, year = int(text[6:8]), int(text[8:10]), int(text[10:12])
    if day > _WOMAN_DAY_OFFSET:
        day -= _WOMAN_DAY_OFFSET
    dates = [real_date(century + year, month, day) for century in _CENTURIES]
    return [born for born in dates if born is not None]


def parse_nik(text: str, *, at: str = "nik") -> Nik:
    """Read a NIK.

    Raises:
        Refused: ``nik.empty``, ``nik.not_digits``, ``nik.length``, ``nik.region`` (no such kind of region
            code), ``nik.birth_date`` (no such day), ``nik.serial`` (0000).
    """
    digits = read_digits(text, name="nik", at=at, lengths=(_NIK_LENGTH,))
    if int(digits[:2]) < _FIRST_PROVINCE or digits[2:4] == "00" or digits[4:6] == "00":
        refuse("nik.region", at=at, region=digits[:6])
    if not _birth_dates(digits):
        refuse("nik.birth_date", at=at)
    if digits[12:] == "0000":
        refuse("nik.serial", at=at)
    return Nik(digits)


@dataclass(frozen=True)
class Nip:
    """Nomor Induk Pegawai: birth YYYYMMDD, start of service YYYYMM, sex 1 or 2, 3 digits of serial.

    A PPPK (contract civil servant) has ``21`` in place of the month of service.
    """

    text: str

    @property
    def birth_date(self) -> date:
        """Birth date."""
        return date(int(self.text[:4]), int(self.text[4:6]), int(self.text[6:8]))

    @property
    def is_pppk(self) -> bool:
        """Whether the number is a PPPK's."""
        return int(self.text[12:14]) == _PPPK_MARK

    @property
    def service_year(self) -> int:
        """Year in which service began."""
        return int(self.text[8:12])

    @property
    def sex(self) -> Sex:
        """Sex."""
        return Sex.MALE if self.text[14] == "1" else Sex.FEMALE

    @property
    def spaced(self) -> str:
        """The way letters print it: ``19800101 200501 1 001``."""
        return f"{self.text[:8]} {self.text[8:14]} {self.text[14]} {self.text[15:]}"

    @property
    def masked(self) -> str:
        """All but the last four digits hidden."""
        return mask(self.text)

    def __str__(self) -> str:
        return self.text


def parse_nip(text: str, *, at: str = "nip") -> Nip:
    """Read a NIP.

    Raises:
        Refused: ``nip.empty``, ``nip.not_digits``, ``nip.length``, ``nip.birth_date``, ``nip.service_month``
            (neither 01–12 nor the PPPK mark 21), ``nip.service_before_birth``, ``nip.sex`` (neither 1 nor 2),
            ``nip.serial`` (000).
    """
    digits = read_digits(text, name="nip", at=at, lengths=(_NIP_LENGTH,))
    born = real_date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    if born is None:
        refuse("nip.birth_date", at=at)
    month = int(digits[12:14])
    if not (1 <= month <= _DECEMBER or month == _PPPK_MARK):
        refuse("nip.service_month", at=at, month=digits[12:14])
    if int(digits[8:12]) <= born.year:
        refuse("nip.service_before_birth", at=at, service_year=digits[8:12], birth_year=born.year)
    if digits[14] not in "12":
        refuse("nip.sex", at=at, digit=digits[14])
    if digits[15:] == "000":
        refuse("nip.serial", at=at)
    return Nip(digits)
