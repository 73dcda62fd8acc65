"""DPP and PPN: the table of the regulations, rates by date, properties against an oracle."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.policy import Ratio
from inaproc_core.policy.default import load_default
from inaproc_core.tax import PpnReason, PpnResult, PpnTreatment, compute_mixed_ppn, compute_ppn
from inaproc_core.tax.ppn import split_inclusive
from inaproc_core.values import Rupiah
from tests.core.tax import oracle

BOOK = load_default()
NOW = BOOK.at(date(2026, 10, 1))
BEFORE = BOOK.at(date(2024, 12, 31))

prices = st.integers(0, 10**13).map(Rupiah)


def taxed(price: int, *, pkp: bool = True, treatment: PpnTreatment = PpnTreatment.TAXED) -> PpnResult:
    return compute_ppn(Rupiah(price), seller_is_pkp=pkp, treatment=treatment, policy=NOW)


@pytest.mark.parametrize(
    ("price", "dpp", "ppn"),
    [
        (0, 0, 0),
        (1, 1, 0),
        (6, 6, 1),
        (100_000_000, 91_666_667, 11_000_000),
        (12_345_678, 11_316_872, 1_358_025),
        (2_000_000, 1_833_333, 220_000),
        (2_000_001, 1_833_334, 220_000),
        (60_000_000, 55_000_000, 6_600_000),
        (150_000_000, 137_500_000, 16_500_000),
        (9_876_543_211, 9_053_497_943, 1_086_419_753),
        (7_108_338, 6_515_977, 781_917),
    ],
)
def test_table(price: int, dpp: int, ppn: int) -> None:
    result = taxed(price)
    assert (result.dpp, result.ppn, result.gross) == (dpp, ppn, price + ppn)
    assert (result.rate, result.factor) == (Ratio(12, 100), Ratio(11, 12))
    assert result.reason is PpnReason.TAXED
    assert result.rule.startswith("PMK 131/2024")


@given(prices)
def test_agrees_with_the_oracle(price: Rupiah) -> None:
    result = taxed(price)
    assert (result.dpp, result.ppn) == (oracle.dpp(price), oracle.ppn(price))
    assert result.gross == price + result.ppn


def test_rounding_twice_is_not_rounding_once_with_eleven_percent() -> None:
    """About 2,7 % of amounts differ by a rupiah; the engine must be on the side of the law."""
    differing = [price for price in range(1, 20_001) if taxed(price).ppn != (price * 11 + 50) // 100]
    assert 0.02 < len(differing) / 20_000 < 0.035
    assert all(taxed(price).ppn == oracle.ppn(price) for price in differing)


@given(prices)
def test_until_2024_eleven_percent_of_the_price(price: Rupiah) -> None:
    result = compute_ppn(price, seller_is_pkp=True, treatment=PpnTreatment.TAXED, policy=BEFORE)
    assert (result.dpp, result.ppn) == (price, oracle.ppn_2024(price))


@given(prices)
def test_luxury_goods_bear_the_full_rate(price: Rupiah) -> None:
    result = taxed(price, treatment=PpnTreatment.LUXURY)
    assert (result.dpp, result.ppn) == (price, oracle.ppn_luxury(price))
    assert result.reason is PpnReason.LUXURY


@pytest.mark.parametrize("treatment", list(PpnTreatment))
@given(price=prices)
def test_a_seller_who_is_not_pkp_adds_nothing(treatment: PpnTreatment, price: Rupiah) -> None:
    result = taxed(price, pkp=False, treatment=treatment)
    assert (result.dpp, result.ppn, result.gross, result.rule) == (0, 0, price, "")
    if treatment.is_taxed:
        assert result.reason is PpnReason.SELLER_NOT_PKP


@pytest.mark.parametrize(
    ("treatment", "reason"),
    [
        (PpnTreatment.NOT_OBJECT, PpnReason.NOT_OBJECT),
        (PpnTreatment.EXEMPT, PpnReason.EXEMPT),
        (PpnTreatment.NOT_COLLECTED, PpnReason.NOT_COLLECTED),
    ],
)
def test_what_is_not_taxed_says_why(treatment: PpnTreatment, reason: PpnReason) -> None:
    result = taxed(25_000_000, treatment=treatment)
    assert (result.dpp, result.ppn, result.gross, result.reason) == (0, 0, 25_000_000, reason)


@given(prices, st.integers(0, 10**6))
def test_a_higher_price_never_has_a_lower_tax(price: Rupiah, more: int) -> None:
    assert taxed(price + more).ppn >= taxed(price).ppn


@given(prices, prices)
def test_ordinary_and_luxury_goods_in_one_document(plain: Rupiah, luxury: Rupiah) -> None:
    result = compute_mixed_ppn(Rupiah(plain + luxury), luxury=luxury, seller_is_pkp=True, policy=NOW)
    assert result.dpp == oracle.dpp(plain) + luxury
    assert result.ppn == oracle.ppn_luxury(result.dpp)


@pytest.mark.parametrize("luxury", [-1, 11])
def test_the_luxury_part_lies_within_the_whole(luxury: int) -> None:
    with pytest.raises(ValueError, match="between 0 and the base 10"):
        compute_mixed_ppn(Rupiah(10), luxury=Rupiah(luxury), seller_is_pkp=True, policy=NOW)


def test_a_negative_price_is_refused() -> None:
    with pytest.raises(ValueError, match="zero or more, got -1"):
        taxed(-1)


def test_an_inclusive_price_without_whole_solution_reports_the_rupiah() -> None:
    found = split_inclusive(Rupiah(7_500_002), seller_is_pkp=True, treatment=PpnTreatment.TAXED, policy=NOW)
    assert (found.result.base, found.result.ppn, found.result.gross) == (6_756_759, 743_244, 7_500_003)
    assert found.rounding_difference == -1


@given(prices, st.sampled_from(list(PpnTreatment)), st.booleans())
def test_an_inclusive_price_is_off_by_a_rupiah_at_most(
    stated: Rupiah, treatment: PpnTreatment, pkp: bool
) -> None:
    found = split_inclusive(stated, seller_is_pkp=pkp, treatment=treatment, policy=NOW)
    assert abs(found.rounding_difference) <= 1
    assert found.result.gross + found.rounding_difference == stated
    if not (pkp and treatment.is_taxed):
        assert found.rounding_difference == 0


@given(prices)
def test_a_price_that_was_taxed_forward_is_found_again(price: Rupiah) -> None:
    gross = taxed(price).gross
    found = split_inclusive(gross, seller_is_pkp=True, treatment=PpnTreatment.TAXED, policy=NOW)
    assert found.rounding_difference == 0
    assert found.result.gross == gross


def test_a_tenth_of_inclusive_prices_has_no_exact_solution() -> None:
    """9,9 % by regulations §3.2; and where one exists, the formula finds it."""
    reachable = {taxed(price).gross for price in range(18_100)}
    inexact = {
        stated
        for stated in range(1, 20_001)
        if split_inclusive(
            Rupiah(stated), seller_is_pkp=True, treatment=PpnTreatment.TAXED, policy=NOW
        ).rounding_difference
    }
    assert inexact == set(range(1, 20_001)) - reachable
    assert round(len(inexact) / 20_000, 3) == 0.099
