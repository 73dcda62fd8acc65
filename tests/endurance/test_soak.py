"""The short form of ``make soak``: a bad line, kills and pauses; then all agree within a minute."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from endurance.soak import HEALED_WITHIN, soak
from tests.endurance.test_kills import good

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

SECONDS = 25.0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
def test_bad_line_kills_and_pauses_end_in_agreement(tmp_path: Path) -> None:
    report = soak(tmp_path, seconds=SECONDS, seed=11, machines=6)
    good(report)
    assert report.healed_in < HEALED_WITHIN
    assert report.kills >= 4
    assert report.counted["paused"] >= 1
    assert report.counted["exchanges"] >= 100
    assert sum(count for name, count in report.counted.items() if name.startswith("partition")) >= 4
    assert report.verdict.saved >= 15
