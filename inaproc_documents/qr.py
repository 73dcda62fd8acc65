"""QR codes as a square of dark and light modules, for whoever draws them."""

from __future__ import annotations

from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

QUIET = 4
"""Light modules around it that a reader needs (ISO/IEC 18004)."""


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR code, dark as true, without the quiet zone; computed on this machine.

    Raises:
        ValueError: the text is longer than a QR code can hold.
    """
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    return tuple(tuple(bool(code.isDark(row, column)) for column in range(count)) for row in range(count))
