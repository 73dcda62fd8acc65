"""Indonesian telephone numbers in E.164 form (ITU-T E.164)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inaproc_core.errors import refuse
from inaproc_core.identifiers.digits import mask

_COUNTRY = "62"
_SEPARATORS = str.maketrans("", "", " .-()/\u00a0\u2011\u2013\t")
_MOBILE = re.compile(r"8\d{7,11}")
_FIXED = re.compile(r"[2-79]\d{6,11}")


@dataclass(frozen=True)
class Phone:
    """A telephone number as ``+62…``."""

    text: str

    @property
    def is_mobile(self) -> bool:
        """Whether it is a mobile number, which can get an SMS."""
        return self.text[3] == "8"

    @property
    def national(self) -> str:
        """The way people write it: ``0812…``."""
        return "0" + self.text[3:]

    @property
    def masked(self) -> str:
        """Country, first digits and the last three shown: ``+62812*****678``."""
        return mask(self.text, head=6, tail=3)

    def __str__(self) -> str:
        return self.text


def parse_phone(text: str, *, at: str = "phone", mobile_only: bool = False) -> Phone:
    """Read a telephone number written as ``0812…``, ``812…``, ``62812…``, ``+62 812…`` or ``0062…``.

    Args:
        text: what was typed; blanks, dots, dashes, brackets and slashes are ignored.
        at: the input field at fault.
        mobile_only: refuse fixed lines, where a code is to be sent.

    Raises:
        Refused: ``phone.empty``, ``phone.not_digits``, ``phone.not_indonesian`` (another country),
            ``phone.length`` (too short, too long or no such area), ``phone.not_mobile``.
    """
    digits = text.translate(_SEPARATORS)
    is_international = digits.startswith(("+", "00"))
    digits = digits.removeprefix("+").removeprefix("00")
    if not digits:
        refuse("phone.empty", at=at)
    if not (digits.isascii() and digits.isdecimal()):
        refuse("phone.not_digits", at=at)
    if digits.startswith(_COUNTRY):
        digits = digits.removeprefix(_COUNTRY).removeprefix("0")
    elif is_international:
        refuse("phone.not_indonesian", at=at)
    else:
        digits = digits.removeprefix("0")
    is_mobile = _MOBILE.fullmatch(digits) is not None
    if not is_mobile and _FIXED.fullmatch(digits) is None:
        refuse("phone.length", at=at, got=len(digits))
    if mobile_only and not is_mobile:
        refuse("phone.not_mobile", at=at)
    return Phone(f"+{_COUNTRY}{digits}")
