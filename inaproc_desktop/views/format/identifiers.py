"""Phone numbers, order numbers and file sizes as people read them."""

from __future__ import annotations

from inaproc_core.sizes import size_words
from inaproc_desktop.views.format.setting import language

_PHONE_HEAD = 4
_PHONE_TAIL = 4
_ORDER_LONGER_THAN = 12
_ORDER_HEAD = 9
_ORDER_TAIL = 2


def phone(number: str) -> str:
    """Return ``+6281212341490`` as ``0812-1234-1490``; what is no Indonesian number stays as it is."""
    national = _national(number)
    if not national:
        return number
    rest = national[_PHONE_HEAD:]
    return "-".join(part for part in (national[:_PHONE_HEAD], rest[:_PHONE_HEAD], rest[_PHONE_HEAD:]) if part)


def masked_phone(number: str) -> str:
    """Return ``0812-••••-1490``: enough to recognise one's own number, too little to call it."""
    national = _national(number)
    if len(national) < _PHONE_HEAD + _PHONE_TAIL:
        return "••••"
    return f"{national[:_PHONE_HEAD]}-••••-{national[-_PHONE_TAIL:]}"


def order_number(number: str) -> str:
    """Return a long order number as ``EP-01KA7Q…M3``; short ones stay whole."""
    if len(number) <= _ORDER_LONGER_THAN:
        return number
    return f"{number[:_ORDER_HEAD]}…{number[-_ORDER_TAIL:]}"


def file_size(size: int) -> str:
    """Return bytes as ``1,9 MB``: 1024 × 1024 bytes each, as file explorers and upload limits count."""
    return size_words(size, language())


def _national(number: str) -> str:
    digits = "".join(letter for letter in number if letter.isdigit())
    long_enough = len(digits) > _PHONE_HEAD + _PHONE_TAIL + 2
    if number.strip().startswith("+62") or (digits.startswith("62") and long_enough):
        digits = "0" + digits[2:]
    return digits if digits.startswith("0") else ""
