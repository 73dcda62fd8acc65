"""The next BAST number in the satker's own pattern."""

from __future__ import annotations

from datetime import date

import pytest

from inaproc_desktop.services.bast_number import next_number

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ([], "001/BAST/2026"),
        (["027/BAST/001/2026"], "027/BAST/002/2026"),
        (["001/BAST/DISDIK/X/2026"], "002/BAST/DISDIK/XI/2026"),
        (["BAST-99"], "BAST-100"),
        (["027/BAST/009/2026", "027/BAST/010/2026"], "027/BAST/011/2026"),
        (["014/027/BAST/2026", "013/027/BAST/2026"], "015/027/BAST/2026"),
        (["BAST/041/2025"], "BAST/001/2026"),
        (["BAST/2026"], "BAST/2026"),
        (["Tanpa nomor"], "Tanpa nomor"),
    ],
)
def test_next_number(known: list[str], expected: str) -> None:
    assert next_number(known, TODAY) == expected


def test_a_number_in_use_is_never_proposed() -> None:
    known = ["A/001/2026", "A/002/2026", "A/003/2026"]
    assert next_number(known, TODAY) == "A/004/2026"
