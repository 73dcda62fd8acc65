"""Exactly the limit is the PP's; one rupiah more is the PPK's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.policy import executor_for
from inaproc_core.policy.default import load_default
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah

POLICY = load_default().at(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("total", "pp", "ppk", "difference"),
    [
        (0, True, False, -200_000_000),
        (199_999_999, True, False, -1),
        (200_000_000, True, False, 0),
        (200_000_001, False, True, 1),
        (9_876_543_211, False, True, 9_676_543_211),
    ],
)
def test_both_sides_of_the_limit(total: int, pp: bool, ppk: bool, difference: int) -> None:
    verdict = executor_for(Rupiah(total), POLICY)
    assert (verdict.allows(Role.PP), verdict.allows(Role.PPK)) == (pp, ppk)
    assert verdict.difference == difference
    assert (verdict.total, verdict.limit, verdict.is_over) == (total, 200_000_000, ppk)


@given(st.integers(0, 10**13))
def test_some_buyer_is_always_allowed_and_never_two_branches(total: int) -> None:
    verdict = executor_for(Rupiah(total), POLICY)
    assert verdict.allowed == ({Role.PPK} if total > 200_000_000 else {Role.PP})
    assert not verdict.allows(Role.PENYEDIA)
    assert verdict.difference == total - verdict.limit
