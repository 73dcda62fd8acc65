"""Document totals: parts add up, tax is rounded once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.policy.default import load_default
from inaproc_core.tax import document_totals
from inaproc_core.values import Quantity, Rupiah, line_amount
from tests.core.tax import oracle

POLICY = load_default().at(date(2026, 10, 1))
parts = st.integers(0, 10**12).map(Rupiah)


def test_a_real_order_total_is_a_rupiah_away() -> None:
    """A real order of October 2025 printed 922.174.200: its platform rounded 11 % once.

    The law rounds the DPP first (PER-11/PJ/2025 Ps 129), which gives one rupiah more here. An import of such
    an order shows that rupiah as "selisih pembulatan".
    """
    goods = line_amount(Quantity(1_153_800), Rupiah(66_936))
    totals = document_totals(
        goods=goods, shipping_taxed=Rupiah(58_480_000), seller_is_pkp=True, policy=POLICY
    )
    assert goods == 772_307_568
    assert (830_787_568 * 111 + 50) // 100 == 922_174_200
    assert totals.base == 830_787_568
    assert totals.gross == 922_174_201


def test_once_per_document_not_per_line() -> None:
    lines = [3 * 1_111_111, 7 * 357_143, 11 * 90_909]
    totals = document_totals(
        goods=Rupiah(sum(lines)), shipping_taxed=Rupiah(275_005), seller_is_pkp=True, policy=POLICY
    )
    assert (totals.base, totals.ppn.dpp, totals.ppn.ppn) == (7_108_338, 6_515_977, 781_917)
    assert sum(oracle.ppn(line) for line in [*lines, 275_005]) == 781_918


@given(st.integers(1, 10**12).map(Rupiah), parts, parts, parts, parts, parts, st.booleans())
def test_parts_add_up(
    goods: Rupiah,
    luxury: Rupiah,
    untaxed: Rupiah,
    services: Rupiah,
    own_courier: Rupiah,
    third_party: Rupiah,
    pkp: bool,
) -> None:
    totals = document_totals(
        goods=goods,
        luxury_goods=luxury,
        untaxed_goods=untaxed,
        services=services,
        shipping_taxed=own_courier,
        shipping_untaxed=third_party,
        seller_is_pkp=pkp,
        policy=POLICY,
    )
    dpp = oracle.dpp(goods + services + own_courier) + luxury if pkp else 0
    assert totals.ppn.dpp == dpp
    assert totals.ppn.ppn == oracle.ppn_luxury(dpp)
    assert totals.goods == goods + luxury + untaxed
    assert totals.base == goods + luxury + untaxed + services + own_courier
    assert totals.gross == totals.base + totals.ppn.ppn + third_party


@pytest.mark.parametrize(
    ("kind", "dpp"),
    [("goods", 1_008_333), ("services", 1_008_333), ("luxury_goods", 1_100_000), ("untaxed_goods", 0)],
)
def test_own_courier_is_taxed_like_what_it_carries(kind: str, dpp: int) -> None:
    price = {kind: Rupiah(1_000_000)}
    totals = document_totals(**price, shipping_taxed=Rupiah(100_000), seller_is_pkp=True, policy=POLICY)
    assert totals.ppn.dpp == dpp
    assert totals.base == 1_100_000


@given(parts, parts)
def test_own_courier_can_be_switched_off_by_policy(goods: Rupiah, own_courier: Rupiah) -> None:
    policy = replace(POLICY, own_courier_taxed=False)
    totals = document_totals(goods=goods, shipping_taxed=own_courier, seller_is_pkp=True, policy=policy)
    assert totals.ppn.ppn == oracle.ppn(goods)
    assert totals.gross == goods + own_courier + totals.ppn.ppn


def test_negative_parts_are_refused() -> None:
    with pytest.raises(ValueError, match="zero or more, got -1"):
        document_totals(goods=Rupiah(5), services=Rupiah(-1), seller_is_pkp=True, policy=POLICY)
