"""Numbers of taxpayers and businesses: NPWP, NITKU, NIB, and the account that is paid."""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.errors import refuse
from inaproc_core.identifiers.digits import mask, read_digits

_OLD_NPWP_LENGTH = 15
_NPWP_LENGTH = 16
_BRANCH_LENGTH = 6
_NIB_LENGTH = 13
_BANK_CODE_LENGTH = 3
_ACCOUNT_LENGTHS = tuple(range(8, 21))
_SHORTEST_HOLDER = 3


@dataclass(frozen=True)
class Npwp:
    """Nomor Pokok Wajib Pajak in its form of 16 digits (PMK 112/PMK.03/2022).

    The old 15 digits take a leading zero; a resident person's is the NIK.
    """

    text: str

    @property
    def is_old_form(self) -> bool:
        """Whether it is an old number of 15 digits behind a leading zero."""
        return self.text[0] == "0"

    @property
    def check_digit_agrees(self) -> bool | None:
        """Whether the ninth old digit is the Luhn check digit of the eight before it.

        A hint for a warning, never a refusal: no published rule was found. ``None`` for new numbers.
        """
        if not self.is_old_form:
            return None
        total = 0
        for place, letter in enumerate(reversed(self.text[1:10])):
            doubled = int(letter) * (1 + place % 2)
            total += doubled // 10 + doubled % 10
        return total % 10 == 0

    @property
    def printed(self) -> str:
        """Old numbers with their dots (``01.234.567.8-901.000``), new ones in groups of four."""
        old = self.text[1:]
        if self.is_old_form:
            return f"{old[:2]}.{old[2:5]}.{old[5:8]}.{old[8]}-{old[9:12]}.{old[12:]}"
        return " ".join(self.text[start : start + 4] for start in range(0, _NPWP_LENGTH, 4))

    @property
    def masked(self) -> str:
        """All but the last four digits hidden."""
        return mask(self.text)

    def __str__(self) -> str:
        return self.text


def parse_npwp(text: str, *, at: str = "npwp") -> Npwp:
    """Read an NPWP of 15 or 16 digits.

    Raises:
        Refused: ``npwp.empty``, ``npwp.not_digits``, ``npwp.length``, ``npwp.zero`` (only zeros).
    """
    digits = read_digits(text, name="npwp", at=at, lengths=(_OLD_NPWP_LENGTH, _NPWP_LENGTH))
    if not digits.strip("0"):
        refuse("npwp.zero", at=at)
    return Npwp(digits.rjust(_NPWP_LENGTH, "0"))


@dataclass(frozen=True)
class Nitku:
    """Nomor Identitas Tempat Kegiatan Usaha: NPWP of 16 digits and 6 of the place (000000 head office)."""

    text: str

    @property
    def npwp(self) -> Npwp:
        """The taxpayer."""
        return Npwp(self.text[:_NPWP_LENGTH])

    @property
    def is_head_office(self) -> bool:
        """Whether it is the head office."""
        return self.text[_NPWP_LENGTH:] == "0" * _BRANCH_LENGTH

    def __str__(self) -> str:
        return self.text


def parse_nitku(text: str, *, at: str = "nitku") -> Nitku:
    """Read a NITKU.

    Raises:
        Refused: ``nitku.empty``, ``nitku.not_digits``, ``nitku.length``, ``nitku.zero``.
    """
    digits = read_digits(text, name="nitku", at=at, lengths=(_NPWP_LENGTH + _BRANCH_LENGTH,))
    if not digits[:_NPWP_LENGTH].strip("0"):
        refuse("nitku.zero", at=at)
    return Nitku(digits)


@dataclass(frozen=True)
class Nib:
    """Nomor Induk Berusaha of OSS: 13 digits, no public check digit."""

    text: str

    @property
    def masked(self) -> str:
        """All but the last four digits hidden."""
        return mask(self.text)

    def __str__(self) -> str:
        return self.text


def parse_nib(text: str, *, at: str = "nib") -> Nib:
    """Read a NIB.

    Raises:
        Refused: ``nib.empty``, ``nib.not_digits``, ``nib.length``, ``nib.zero``.
    """
    digits = read_digits(text, name="nib", at=at, lengths=(_NIB_LENGTH,))
    if not digits.strip("0"):
        refuse("nib.zero", at=at)
    return Nib(digits)


@dataclass(frozen=True, kw_only=True)
class BankAccount:
    """Where a seller is paid.

    Attributes:
        bank_code: three digits of the clearing system: ``002``.
        number: account number, digits only.
        holder: name of the holder as the bank knows it, blanks tidied.
    """

    bank_code: str
    number: str
    holder: str

    @property
    def masked_number(self) -> str:
        """All but the last four digits hidden."""
        return mask(self.number)

    def is_held_by(self, name: str) -> bool:
        """Return whether the holder is this name, letter case and blanks aside."""
        return self.holder.casefold() == " ".join(name.split()).casefold()


def parse_bank_account(bank_code: str, number: str, holder: str, *, at: str = "bank_account") -> BankAccount:
    """Read a bank account; fields at fault are ``<at>.bank_code``, ``<at>.number`` and ``<at>.holder``.

    Raises:
        Refused: ``bank_code.empty|not_digits|length``, ``account_number.empty|not_digits|length``,
            ``account_number.zero``, ``account_holder.too_short``.
    """
    code = read_digits(bank_code, name="bank_code", at=f"{at}.bank_code", lengths=(_BANK_CODE_LENGTH,))
    digits = read_digits(number, name="account_number", at=f"{at}.number", lengths=_ACCOUNT_LENGTHS)
    if not digits.strip("0"):
        refuse("account_number.zero", at=f"{at}.number")
    tidy = " ".join(holder.split())
    if len(tidy) < _SHORTEST_HOLDER:
        refuse("account_holder.too_short", at=f"{at}.holder", shortest=_SHORTEST_HOLDER)
    return BankAccount(bank_code=code, number=digits, holder=tidy)
