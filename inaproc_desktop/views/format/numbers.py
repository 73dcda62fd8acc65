"""Rupiah, quantities and shares as text: thousands by point, decimals by comma (EYD), no space after Rp."""

from __future__ import annotations

from inaproc_core.values import QUANTITY_SCALE, Quantity, half_up_div

MINUS = "−"
"""The true minus sign: as wide as a digit, unlike the hyphen."""

NOTHING = "—"
"""Shown where there is no value."""


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _signed(number: int, text: str) -> str:
    return MINUS + text if number < 0 else text


def rupiah(amount: int) -> str:
    """Return ``1234567`` as ``Rp1.234.567``; a negative amount as ``−Rp500``."""
    return _signed(amount, f"Rp{_grouped(abs(amount))}")


def rupiah_plain(amount: int) -> str:
    """Return ``1234567`` as ``1.234.567``, as it stands inside a money field."""
    return _signed(amount, _grouped(abs(amount)))


def quantity(hundredths: Quantity | int, unit: str = "") -> str:
    """Return hundredths as ``1.234,5 rim``: at most two decimals, none when whole."""
    whole, part = divmod(abs(hundredths), QUANTITY_SCALE)
    decimals = f",{part:02d}".rstrip("0") if part else ""
    text = _signed(hundredths, _grouped(whole) + decimals)
    return f"{text} {unit}" if unit else text


def percent(*, basis_points: int, decimals: int = 1) -> str:
    """Return hundredths of a percent as ``6,2 %``.

    Args:
        basis_points: 620 is 6,2 %.
        decimals: 0 to 2; rounded half up.
    """
    step = 10 ** (2 - decimals)
    scaled = half_up_div(abs(basis_points), step)
    whole, part = divmod(scaled, 10**decimals)
    digits = f",{part:0{decimals}d}" if decimals else ""
    return _signed(basis_points if scaled else 0, f"{_grouped(whole)}{digits} %")


def share(part: int, whole: int, decimals: int = 0) -> str:
    """Return ``part`` of ``whole`` as ``94 %``, or a dash when there is no whole."""
    if whole <= 0:
        return NOTHING
    basis_points = half_up_div(abs(part) * 10_000, whole)
    return percent(basis_points=-basis_points if part < 0 else basis_points, decimals=decimals)
