"""Payment by the treasurer: who collects what, and the balance that always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refused
from inaproc_core.policy import LimitBasis, Ratio, Rounding
from inaproc_core.policy.default import load_default
from inaproc_core.tax import (
    Collector,
    LatePenalty,
    Mechanism,
    NoPph,
    Payment,
    PphKind,
    PpnTreatment,
    SellerForm,
    SellerTaxStatus,
    TaxObject,
    UmkmProof,
    late_penalty,
    meterai,
    settle,
)
from inaproc_core.values import Rupiah

POLICY = load_default().at(date(2026, 10, 1))
RULES = POLICY.withholding
PKP = SellerTaxStatus(form=SellerForm.COMPANY, is_pkp=True, has_npwp=True)
NON_PKP = replace(PKP, is_pkp=False)
PERSON = SellerTaxStatus(form=SellerForm.PERSON, is_pkp=False, has_npwp=True)


def payment(price: int, **changes: object) -> Payment:
    plain = Payment(price=Rupiah(price), object=TaxObject.GOODS, seller=PKP, mechanism=Mechanism.LS)
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paid", "pph", "to_seller", "treasurer", "pihak_lain", "self_remitted"),
    [
        (payment(100_000_000), 1_500_000, 98_500_000, 12_500_000, 0, 0),
        (payment(2_000_000), 0, 2_220_000, 0, 0, 220_000),
        (payment(2_000_001), 30_000, 1_970_001, 250_000, 0, 0),
        (
            payment(15_000_000, seller=replace(NON_PKP, has_npwp=False)),
            450_000,
            14_550_000,
            450_000,
            0,
            0,
        ),
        (
            payment(30_000_000, seller=replace(PERSON, umkm=UmkmProof.CERTIFICATE)),
            150_000,
            29_850_000,
            150_000,
            0,
            0,
        ),
        (
            payment(60_000_000, object=TaxObject.COMPANY_SERVICE),
            1_200_000,
            58_800_000,
            7_800_000,
            0,
            0,
        ),
        (
            payment(10_000_000, object=TaxObject.PERSON_SERVICE, seller=replace(PERSON, has_npwp=False)),
            300_000,
            9_700_000,
            300_000,
            0,
            0,
        ),
        (payment(45_000_000, mechanism=Mechanism.KKP), 0, 49_950_000, 0, 0, 4_950_000),
        (
            payment(20_000_000, mechanism=Mechanism.UP, through_pihak_lain=True),
            100_000,
            19_900_000,
            0,
            2_300_000,
            0,
        ),
        (payment(20_000_000, through_pihak_lain=True), 300_000, 19_700_000, 2_500_000, 0, 0),
        (
            payment(500_000_000, treatment=PpnTreatment.LUXURY),
            7_500_000,
            492_500_000,
            67_500_000,
            0,
            0,
        ),
    ],
)
def test_table_of_the_regulations(
    paid: Payment, pph: int, to_seller: int, treasurer: int, pihak_lain: int, self_remitted: int
) -> None:
    result = settle(paid, POLICY)
    assert result.pph.amount == pph
    assert result.paid_to_seller == to_seller
    assert result.remitted_by_instansi == treasurer
    assert result.remitted_by_pihak_lain == pihak_lain
    assert result.remitted_by_seller == self_remitted


@pytest.mark.parametrize(
    ("paid", "kind", "rate", "reason", "collector"),
    [
        (payment(3_000_000), PphKind.PPH22, "1.5%", None, Collector.INSTANSI),
        (payment(2_000_000), None, None, NoPph.UP_TO_LIMIT, None),
        (payment(2_000_000, real_value=Rupiah(4_000_000)), PphKind.PPH22, "1.5%", None, Collector.INSTANSI),
        (payment(9_000_000, is_pph22_exempt=True), None, None, NoPph.EXEMPT_GOODS, None),
        (payment(9_000_000, mechanism=Mechanism.KKPD), None, None, NoPph.CARD, None),
        (
            payment(9_000_000, object=TaxObject.COMPANY_SERVICE, mechanism=Mechanism.KKP),
            PphKind.PPH23,
            "2%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(100_000, object=TaxObject.COMPANY_SERVICE),
            PphKind.PPH23,
            "2%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(9_000_000, object=TaxObject.MOVABLE_RENT, seller=replace(PKP, has_npwp=False)),
            PphKind.PPH23,
            "4%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(9_000_000, object=TaxObject.LAND_BUILDING_RENT, seller=replace(PKP, has_npwp=False)),
            PphKind.PPH4_2,
            "10%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(9_000_000, object=TaxObject.CONSTRUCTION, construction_kind="pelaksanaan_kecil"),
            PphKind.PPH4_2,
            "1.75%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(9_000_000, object=TaxObject.CONSTRUCTION, construction_kind="pelaksanaan"),
            PphKind.PPH4_2,
            "2.65%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(9_000_000, object=TaxObject.PERSON_SERVICE, seller=PERSON),
            PphKind.PPH21_NON_EMPLOYEE,
            "5%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(9_000_000, object=TaxObject.PERSON_SERVICE, seller=replace(PERSON, has_npwp=False)),
            PphKind.PPH21_NON_EMPLOYEE,
            "6%",
            None,
            Collector.INSTANSI,
        ),
        # A CV may no longer use the final tax of small business, whatever paper it shows.
        (
            payment(9_000_000, seller=replace(NON_PKP, umkm=UmkmProof.CERTIFICATE)),
            PphKind.PPH22,
            "1.5%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(
                9_000_000,
                seller=replace(NON_PKP, form=SellerForm.COOPERATIVE, umkm=UmkmProof.CERTIFICATE),
            ),
            PphKind.UMKM_FINAL,
            "0.5%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(9_000_000, seller=replace(PERSON, umkm=UmkmProof.STATEMENT)),
            None,
            None,
            NoPph.SMALL_TURNOVER,
            None,
        ),
        # Only an individual can state a turnover below 500 million.
        (
            payment(9_000_000, seller=replace(NON_PKP, umkm=UmkmProof.STATEMENT)),
            PphKind.PPH22,
            "1.5%",
            None,
            Collector.INSTANSI,
        ),
        (
            payment(
                9_000_000, object=TaxObject.MOVABLE_RENT, mechanism=Mechanism.UP, through_pihak_lain=True
            ),
            PphKind.PPH22_PIHAK_LAIN,
            "0.5%",
            None,
            Collector.PIHAK_LAIN,
        ),
    ],
)
def test_which_income_tax(
    paid: Payment,
    kind: PphKind | None,
    rate: str | None,
    reason: NoPph | None,
    collector: Collector | None,
) -> None:
    pph = settle(paid, POLICY).pph
    assert (pph.kind, pph.rate_text, pph.reason, pph.collector) == (kind, rate, reason, collector)
    assert (pph.amount > 0) == (kind is not None)


def test_a_cv_could_use_the_final_tax_until_april_2026() -> None:
    seller = replace(NON_PKP, umkm=UmkmProof.CERTIFICATE)
    earlier = load_default().at(date(2026, 4, 21))
    assert settle(payment(9_000_000, seller=seller), earlier).pph.kind is PphKind.UMKM_FINAL


@pytest.mark.parametrize(
    ("paid", "basis", "collector"),
    [
        (payment(1_900_000), LimitBasis.EXCL_PPN, Collector.SELLER),
        (payment(1_900_000), LimitBasis.INCL_PPN, Collector.INSTANSI),
        (payment(1_900_000, real_value=Rupiah(3_800_000)), LimitBasis.EXCL_PPN, Collector.INSTANSI),
        (payment(9_000_000, is_wapu_exempt=True), LimitBasis.EXCL_PPN, Collector.SELLER),
        (payment(9_000_000, mechanism=Mechanism.KKP), LimitBasis.EXCL_PPN, Collector.SELLER),
        (payment(9_000_000, seller=NON_PKP), LimitBasis.EXCL_PPN, None),
        (payment(9_000_000, treatment=PpnTreatment.EXEMPT), LimitBasis.EXCL_PPN, None),
    ],
)
def test_who_remits_the_ppn(paid: Payment, basis: LimitBasis, collector: Collector | None) -> None:
    policy = replace(POLICY, withholding=replace(RULES, wapu_limit_basis=basis))
    assert settle(paid, policy).ppn_collector is collector


LAYERS = [(60, 5), (250, 15), (500, 25), (5000, 30), (None, 35)]


def yearly_tax(base: int) -> Fraction:
    """UU PPh Ps 17 on a yearly base, written anew."""
    tax, floor_ = Fraction(0), 0
    for top, percent in LAYERS:
        end = base if top is None else min(base, top * 10**6)
        tax += Fraction(max(end - floor_, 0) * percent, 100)
        floor_ = end if top is None else top * 10**6
    return tax


@given(st.integers(0, 2 * 10**10), st.integers(0, 10**10), st.booleans())
def test_pph21_counts_layers_over_the_year(price: int, so_far: int, has_npwp: bool) -> None:
    paid = payment(
        price,
        object=TaxObject.PERSON_SERVICE,
        seller=replace(PERSON, has_npwp=has_npwp),
        pph21_base_so_far=Rupiah(so_far),
    )
    result = settle(paid, POLICY).pph
    factor = Fraction(1) if has_npwp else Fraction(6, 5)
    assert result.base == price // 2
    assert result.amount == floor((yearly_tax(so_far + price // 2) - yearly_tax(so_far)) * factor)


@given(st.integers(0, 10**12), st.sampled_from(list(Rounding)))
def test_pph_rounding_is_a_setting(price: int, rounding: Rounding) -> None:
    policy = replace(POLICY, withholding=replace(RULES, rounding=rounding))
    exact = Fraction(15, 1000) * price if price > 2_000_000 else Fraction(0)
    expected = floor(exact) if rounding is Rounding.FLOOR else floor(exact + Fraction(1, 2))
    assert settle(payment(price), policy).pph.amount == expected


payments = st.builds(
    Payment,
    price=st.integers(0, 10**12).map(Rupiah),
    object=st.sampled_from(list(TaxObject)),
    seller=st.builds(
        SellerTaxStatus,
        form=st.sampled_from(list(SellerForm)),
        is_pkp=st.booleans(),
        has_npwp=st.booleans(),
        umkm=st.sampled_from(list(UmkmProof)),
    ),
    mechanism=st.sampled_from(list(Mechanism)),
    treatment=st.sampled_from(list(PpnTreatment)),
    through_pihak_lain=st.booleans(),
    is_pph22_exempt=st.booleans(),
    is_wapu_exempt=st.booleans(),
    construction_kind=st.sampled_from(sorted(RULES.construction_rates)),
    penalty=st.none()
    | st.builds(LatePenalty, base=st.integers(0, 10**10).map(Rupiah), days=st.integers(0, 400)),
)


@given(payments)
def test_the_balance_always_holds(paid: Payment) -> None:
    try:
        result = settle(paid, POLICY)
    except Refused as refused:
        assert refused.refusal.code == "tax.penalty_above_payment"
        return
    collected = result.remitted_by_instansi + result.remitted_by_pihak_lain
    assert result.paid_to_seller + collected + result.penalty == result.ppn.gross
    assert result.budget_charge == result.ppn.gross == paid.price + result.ppn.ppn
    assert result.net_of_seller == paid.price - result.pph.amount - result.penalty
    assert result.paid_to_seller == result.net_of_seller + result.remitted_by_seller
    assert collected + result.remitted_by_seller == result.ppn.ppn + result.pph.amount
    assert (result.ppn_collector is None) == (result.ppn.ppn == 0)
    assert (result.pph.kind is None) == (result.pph.reason is not None)


@pytest.mark.parametrize(
    ("base", "days", "penalty"),
    [(150_000_000, 7, 1_050_000), (999, 1, 0), (1_000, 1, 1), (12_345_678, 3, 37_037), (5, 0, 0)],
)
def test_late_penalty(base: int, days: int, penalty: int) -> None:
    assert late_penalty(LatePenalty(base=Rupiah(base), days=days), RULES) == penalty


def test_the_penalty_follows_its_settings() -> None:
    late = LatePenalty(base=Rupiah(10_000_999), days=100)
    assert late_penalty(late, RULES) == 1_000_099
    assert late_penalty(late, replace(RULES, penalty_rounding=Rounding.HALF_UP)) == 1_000_100
    assert late_penalty(late, replace(RULES, penalty_cap=Ratio(5, 100))) == 500_049


@pytest.mark.parametrize(("base", "days"), [(-1, 1), (1, -1)])
def test_an_impossible_lateness_is_refused(base: int, days: int) -> None:
    with pytest.raises(ValueError, match="zero or more"):
        late_penalty(LatePenalty(base=Rupiah(base), days=days), RULES)


@pytest.mark.parametrize(("stated", "duty"), [(0, 0), (5_000_000, 0), (5_000_001, 10_000)])
def test_meterai_is_due_above_the_limit(stated: int, duty: int) -> None:
    assert meterai(Rupiah(stated), RULES) == duty


@pytest.mark.parametrize(
    ("paid", "code", "field"),
    [
        (
            payment(5_000_000, real_value=Rupiah(4_999_999)),
            "tax.real_value_below_payment",
            "real_value",
        ),
        (
            payment(1_000, penalty=LatePenalty(base=Rupiah(10**9), days=10)),
            "tax.penalty_above_payment",
            "penalty",
        ),
        (
            payment(1_000, object=TaxObject.CONSTRUCTION, construction_kind="x"),
            "tax.construction_kind_unknown",
            "construction_kind",
        ),
    ],
)
def test_impossible_payments_are_refused(paid: Payment, code: str, field: str) -> None:
    with pytest.raises(Refused) as caught:
        settle(paid, POLICY)
    assert (caught.value.refusal.code, caught.value.refusal.field) == (code, field)
