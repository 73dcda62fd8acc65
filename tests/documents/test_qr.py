"""QR codes as modules: size by version, the three finder patterns, the same for the same text."""

from __future__ import annotations

import pytest

from inaproc_documents.qr import qr_modules

URI = "otpauth://totp/INAPROC:ayu.latihan?secret=JBSWY3DPEHPK3PXP&issuer=INAPROC"
_FINDER = (
    "#######",
    "#.....#",
    "#.###.#",
    "#.###.#",
    "#.###.#",
    "#.....#",
    "#######",
)


def corner(rows: tuple[tuple[bool, ...], ...], top: int, left: int) -> tuple[str, ...]:
    return tuple("".join("#" if rows[top + y][left + x] else "." for x in range(7)) for y in range(7))


@pytest.mark.parametrize("text", ["A", URI, "é" * 40])
def test_modules_are_square_with_three_finders(text: str) -> None:
    rows = qr_modules(text)
    count = len(rows)
    assert (count - 17) % 4 == 0
    assert all(len(row) == count for row in rows)
    for top, left in ((0, 0), (0, count - 7), (count - 7, 0)):
        assert corner(rows, top, left) == _FINDER
    assert corner(rows, count - 7, count - 7) != _FINDER


def test_same_text_same_code() -> None:
    assert qr_modules(URI) == qr_modules(URI)
    assert qr_modules(URI) != qr_modules(URI + "X")
