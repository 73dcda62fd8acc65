"""Codes of plan and budget: kode RUP and MAK."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inaproc_core.errors import refuse
from inaproc_core.identifiers.digits import read_digits

_RUP_LENGTHS = tuple(range(6, 11))
_BETWEEN_RUP = re.compile(r"[;,\s]+")
_BETWEEN_MAK = re.compile(r"[;,\n]")
_MAK = re.compile(r"[0-9A-Za-z]{1,12}(?:\.[0-9A-Za-z]{1,12}){3,23}")


@dataclass(frozen=True)
class RupCode:
    """Code of a package in the Rencana Umum Pengadaan: text, because leading zeros count."""

    text: str

    def __str__(self) -> str:
        return self.text


def parse_rup_code(text: str, *, at: str = "rup_code") -> RupCode:
    """Read one kode RUP of 6 to 10 digits.

    Raises:
        Refused: ``rup_code.empty``, ``rup_code.not_digits``, ``rup_code.length``, ``rup_code.zero``.
    """
    digits = read_digits(text, name="rup_code", at=at, lengths=_RUP_LENGTHS)
    if not digits.strip("0"):
        refuse("rup_code.zero", at=at)
    return RupCode(digits)


def parse_rup_codes(text: str, *, at: str = "rup_code") -> tuple[RupCode, ...]:
    """Read one or several kode RUP, separated by ``;``, commas or blanks; each once, in order.

    Raises:
        Refused: as :func:`parse_rup_code`; of several, the field names the place (``rup_code.1``).
    """
    parts = [part for part in _BETWEEN_RUP.split(text) if part]
    if len(parts) <= 1:
        return (parse_rup_code(text.strip(" ;,"), at=at),)
    codes = [parse_rup_code(part, at=f"{at}.{index}") for index, part in enumerate(parts)]
    return tuple(dict.fromkeys(codes))


@dataclass(frozen=True)
class Mak:
    """Mata anggaran: dotted segments, APBN (``WA.6621.EBA.994.002.0A.521111``) or APBD (``5.1.02.…``).

    Loosely checked: systems differ in depth, and older exports leave a dot at the end.
    """

    text: str

    @property
    def is_apbn(self) -> bool:
        """Whether it begins with a programme in letters, as the state budget's do."""
        return self.text[0].isalpha()

    @property
    def account(self) -> str:
        """Account of the state budget (six digits at the end), empty when it cannot be told."""
        last = self.text.rsplit(".", 1)[-1]
        return last if self.is_apbn and re.fullmatch(r"\d{6}", last) else ""

    def __str__(self) -> str:
        return self.text


def parse_maks(text: str, *, at: str = "mak") -> tuple[Mak, ...]:
    """Read one or several MAK separated by ``;`` or commas; each once, in order.

    Raises:
        Refused: ``mak.empty``; ``mak.form`` (fact ``segment`` holds the part that is no MAK).
    """
    parts = [part for part in (raw.strip().strip(".") for raw in _BETWEEN_MAK.split(text)) if part]
    if not parts:
        refuse("mak.empty", at=at)
    for part in parts:
        if _MAK.fullmatch(part) is None:
            refuse("mak.form", at=at, segment=part[:60])
    return tuple(dict.fromkeys(Mak(part) for part in parts))
