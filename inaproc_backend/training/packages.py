"""RUP packages of the training office for the budget year of the clock."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterator, Sequence
from typing import Any

from inaproc_backend.training.vocabulary import Office

_METHOD_CODE = "9"
_METHOD = "E-Purchasing"
_TOP = 0.985


def package_rows(office: Office, year: int, seed: int) -> Iterator[tuple[dict[str, Any], Sequence[str]]]:
    """Yield rows of ``rup`` with the MAK of each.

    Args:
        office: the data.
        year: the current budget year of the office.
        seed: the same seed gives the same packages.
    """
    for package in office.packages:
        budget_year = year - package.years_back
        row = _row(office, package.code, package.name, package.pagu, budget_year)
        row["committed"] = row["elsewhere"] = package.used
        row["funding_source"] = package.funding_source
        row["announced"] = package.announced
        yield row, package.maks
    drawn = office.generated_packages
    draw = random.Random(f"{seed}/rup")
    lowest = drawn.quantiles[0][0]
    for index in range(drawn.count):
        # One draw in each of equal slices, so that a small office still shows the whole spread.
        level = lowest + (_TOP - lowest) * (index + draw.random()) / drawn.count
        name, mak = drawn.names[index % len(drawn.names)]
        pagu = _round(quantile(drawn.quantiles, level))
        yield _row(office, str(drawn.first_code + index), name, pagu, year), (mak,)


def quantile(points: Sequence[tuple[float, int]], level: float) -> float:
    """Return the value at a level between known quantiles, straight in the logarithm."""
    for (low, small), (high, big) in itertools.pairwise(points):
        if level <= high:
            share = (level - low) / (high - low)
            return math.exp(math.log(small) + share * (math.log(big) - math.log(small)))
    return float(points[-1][1])


def _round(pagu: float) -> int:
    step = 50_000 if pagu < 100_000_000 else 500_000
    return max(step, round(pagu / step) * step)


def _row(office: Office, code: str, name: str, pagu: int, year: int) -> dict[str, Any]:
    return {
        "code": code,
        "satker_id": office.satker.id,
        "year": year,
        "name": f"{name} Tahun {year}",
        "pagu": pagu,
        "reserved": 0,
        "committed": 0,
        "funding_source": "APBD",
        "announced": True,
        "method_code": _METHOD_CODE,
        "method": _METHOD,
        "kind": "Barang",
        "pdn": True,
        "umkk": True,
        "region_code": office.satker.region_code,
        "contract_from": f"{year}-01-01",
        "contract_to": f"{year}-12-31",
        "announced_on": f"{year}-01-15",
        "source": "latihan",
    }
