"""Which rule key fills which field of the policy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from inaproc_core.calendar import Zone
from inaproc_core.policy.entries import PolicyError, RuleEntry
from inaproc_core.policy.policy import (
    Deadline,
    LimitBasis,
    PaguExceeded,
    Policy,
    Rounding,
    ThresholdBasis,
    Withholding,
)
from inaproc_core.policy.reader import RuleReader
from inaproc_core.roles import Role


def assemble(entries: Mapping[str, RuleEntry], *, on: date, region: str, version: str) -> Policy:
    """Make the typed policy from the entries in force, one per rule key.

    Raises:
        PolicyError: naming the rule that is missing, unknown or of a wrong form.
    """
    rules = RuleReader({key: entry.value for key, entry in entries.items()})
    policy = Policy(
        on=on,
        region=region,
        version=version,
        sources=MappingProxyType({key: entry.source for key, entry in entries.items()}),
        pp_max=rules.rupiah("epurchasing.pp_max"),
        executor_up_to=rules.words("epurchasing.executor_up_to", Role),
        executor_over=rules.words("epurchasing.executor_over", Role),
        threshold_basis=rules.word("epurchasing.threshold_basis", ThresholdBasis),
        mini_competition_above=rules.rupiah_or_none("mini_competition.above"),
        pl_goods_max=rules.rupiah("pl.goods_max"),
        pl_construction_max=rules.rupiah("pl.construction_max"),
        pl_consult_max=rules.rupiah("pl.consult_max"),
        receipt_max=rules.rupiah("contract_form.receipt_max"),
        kuitansi_max=rules.rupiah("contract_form.kuitansi_max"),
        spk_max=rules.rupiah("contract_form.spk_max"),
        spk_consult_max=rules.rupiah("contract_form.spk_consult_max"),
        spk_construction_max=rules.rupiah("contract_form.spk_construction_max"),
        hps_required_above=rules.rupiah_or_none("hps.required_above"),
        guarantee_required_above=rules.rupiah_or_none("guarantee.required_above"),
        guarantee_rate=rules.ratio("guarantee.rate"),
        contract_growth_max=rules.ratio("contract.growth_max"),
        pagu_exceeded=rules.word("pagu.exceeded", PaguExceeded),
        cart_max_lines=rules.count("cart.max_lines"),
        attachments_max_files=rules.count("attachments.max_files"),
        attachments_max_bytes=rules.count("attachments.max_bytes"),
        attachments_max_pages=rules.count("attachments.max_pages"),
        checkout_intent_hours=rules.count("checkout.intent_hours"),
        reason_min_length=rules.count("reason.min_length"),
        product_floor=rules.rupiah("negotiation.product_floor"),
        service_floor=rules.rupiah("negotiation.service_floor"),
        shipping_floor=rules.rupiah("negotiation.shipping_floor"),
        max_rounds=rules.count_or_none("negotiation.max_rounds"),
        deadline_zone=rules.word("deadline.zone", Zone),
        negotiation_seller_days=rules.count("deadline.negotiation_seller_days"),
        negotiation_buyer_days=rules.count("deadline.negotiation_buyer_days"),
        ppk_follow_up_days=rules.count("deadline.ppk_follow_up_days"),
        ppk_review_days=rules.count("deadline.ppk_review_days"),
        sign_days=rules.count("deadline.sign_days"),
        seller_accept_days=rules.count("deadline.seller_accept_days"),
        bast_seller_days=rules.count("deadline.bast_seller_days"),
        payment_days=rules.count("deadline.payment_days"),
        auto_cancel=rules.words("deadline.auto_cancel", Deadline),
        up_cash_max_per_payee=rules.rupiah("up.cash_max_per_payee"),
        up_kkp_max_per_payee=rules.rupiah("up.kkp_max_per_payee"),
        up_channel_below=rules.amounts("up.channel_below"),
        kkpd_max=rules.rupiah_or_none("kkpd.max"),
        ppn_rate=rules.ratio("ppn.rate"),
        dpp_factor=rules.ratio("ppn.dpp_factor"),
        dpp_factor_luxury=rules.ratio("ppn.dpp_factor_luxury"),
        own_courier_taxed=rules.flag("ppn.own_courier_taxed"),
        withholding=_withholding(rules),
        tkdn_bmp_min=rules.ratio("pdn.tkdn_bmp_min"),
        tkdn_min=rules.ratio("pdn.tkdn_min"),
        umkk_share=rules.ratio("umkk.share"),
        umkk_pagu_max=rules.rupiah("umkk.pagu_max"),
        retention_years=rules.count("retention.default_years"),
    )
    unknown = rules.unread()
    if unknown:
        raise PolicyError(unknown[0], "unknown to this version of the rules")
    return policy


def _withholding(rules: RuleReader) -> Withholding:
    return Withholding(
        wapu_limit=rules.rupiah("wapu.limit"),
        wapu_limit_basis=rules.word("wapu.limit_basis", LimitBasis),
        rounding=rules.word("pph.rounding", Rounding),
        pph22_rate=rules.ratio("pph22.rate"),
        pph22_limit=rules.rupiah("pph22.limit"),
        pph22_kkp_exempt=rules.flag("pph22.kkp_exempt"),
        pph23_rate=rules.ratio("pph23.rate"),
        pph23_kkp_exempt=rules.flag("pph23.kkp_exempt"),
        pph21_base_factor=rules.ratio("pph21.base_factor"),
        pph21_layers=rules.layers("pph21.layers"),
        land_building_rate=rules.ratio("pph4_2.land_building_rate"),
        construction_rates=rules.ratios("pph4_2.construction_rates"),
        no_npwp_pph22=rules.ratio("no_npwp.pph22_factor"),
        no_npwp_pph23=rules.ratio("no_npwp.pph23_factor"),
        no_npwp_pph21=rules.ratio("no_npwp.pph21_factor"),
        umkm_rate=rules.ratio("umkm.final_rate"),
        umkm_kinds=rules.texts("umkm.kinds"),
        umkm_untaxed_turnover=rules.rupiah("umkm.individual_untaxed_turnover"),
        pihak_lain_rate=rules.ratio("pihak_lain.pph22_rate"),
        meterai_limit=rules.rupiah("meterai.limit"),
        meterai_tariff=rules.rupiah("meterai.tariff"),
        penalty_per_day=rules.ratio("penalty.per_day"),
        penalty_cap=rules.ratio_or_none("penalty.cap"),
        penalty_rounding=rules.word("penalty.rounding", Rounding),
    )
