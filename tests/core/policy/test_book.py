"""The rule book: strict reading, dated lookup, no overlap, no gap, a stable version."""

from __future__ import annotations

import copy
import json
from datetime import date, timedelta
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.calendar import Zone
from inaproc_core.policy import Deadline, PaguExceeded, PolicyBook, PolicyError, Ratio, ThresholdBasis
from inaproc_core.policy.default import load_default
from inaproc_core.roles import Role

TODAY = date(2026, 10, 1)


def packaged() -> dict[str, Any]:
    text = resources.files("inaproc_core.policy").joinpath("rules.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


def entry(value: object, valid_from: str, valid_to: str | None = None, **more: object) -> dict[str, object]:
    return {
        "value": value,
        "valid_from": valid_from,
        "valid_to": valid_to,
        "source": "uji",
        "status": "I",
        **more,
    }


def with_rule(key: str, entries: object) -> dict[str, Any]:
    document = packaged()
    document["rules"][key] = entries
    return document


def test_today_holds_the_rules_of_the_mission() -> None:
    policy = load_default().at(TODAY)
    assert policy.pp_max == 200_000_000
    assert policy.executor_up_to == {Role.PP}
    assert policy.executor_over == {Role.PPK}
    assert policy.threshold_basis is ThresholdBasis.GROSS_BEFORE_NEGOTIATION
    assert policy.pagu_exceeded is PaguExceeded.REFUSE
    assert (policy.ppn_rate, policy.dpp_factor) == (Ratio(12, 100), Ratio(11, 12))
    assert [policy.days(deadline) for deadline in Deadline] == [3, 3, 3, 5, 3, 3, 3, 14]
    assert policy.auto_cancel == {
        Deadline.NEGOTIATION_SELLER,
        Deadline.NEGOTIATION_BUYER,
        Deadline.PPK_FOLLOW_UP,
        Deadline.SELLER_ACCEPT,
    }
    assert (policy.cart_max_lines, policy.reason_min_length, policy.max_rounds) == (100, 10, None)
    assert policy.checkout_intent_hours == 72
    assert (policy.product_floor, policy.service_floor, policy.shipping_floor) == (1, 0, 0)
    assert policy.up_channel_below["KKP"] == 200_000_000
    assert policy.up_channel_below["VA_BNI"] == 50_000_000
    assert policy.deadline_zone is Zone.WIB


@pytest.mark.parametrize(
    ("on", "rate", "factor", "hps_above", "construction_max"),
    [
        (date(2024, 12, 31), Ratio(11, 100), Ratio(1, 1), None, 200_000_000),
        (date(2025, 1, 1), Ratio(12, 100), Ratio(11, 12), None, 200_000_000),
        (date(2025, 4, 29), Ratio(12, 100), Ratio(11, 12), None, 200_000_000),
        (date(2025, 4, 30), Ratio(12, 100), Ratio(11, 12), 100_000_000, 400_000_000),
    ],
)
def test_values_change_on_their_day(
    on: date, rate: Ratio, factor: Ratio, hps_above: int | None, construction_max: int
) -> None:
    policy = load_default().at(on)
    assert (policy.ppn_rate, policy.dpp_factor) == (rate, factor)
    assert policy.hps_required_above == hps_above
    assert policy.pl_construction_max == construction_max


def test_small_business_forms_shrink_with_pp_20_2026() -> None:
    book = load_default()
    assert "cv" in book.at(date(2026, 4, 21)).withholding.umkm_kinds
    assert book.at(date(2026, 4, 22)).withholding.umkm_kinds == {
        "orang_pribadi",
        "pt_perorangan",
        "koperasi",
    }


def test_every_rule_names_its_source() -> None:
    policy = load_default().at(TODAY)
    assert policy.sources["ppn.dpp_factor"].startswith("PMK 131/2024")
    assert set(policy.sources) == set(load_default().keys())
    assert all(source.strip() for source in policy.sources.values())


def test_days_before_the_book_are_refused() -> None:
    with pytest.raises(PolicyError, match="covers days from 2022-05-01, asked for 2022-04-30"):
        load_default().at(date(2022, 4, 30))


def test_switched_off_readings_are_kept_and_never_applied() -> None:
    book = load_default()
    off = book.alternatives("epurchasing.executor_over")
    assert [entry.valid_from for entry in off] == [date(2025, 4, 30), date(2026, 9, 1)]
    assert book.at(date(2027, 1, 1)).executor_over == {Role.PPK}


def test_an_amendment_switches_a_rule_by_date() -> None:
    amended = load_default().amended(
        {
            "epurchasing.executor_over": [
                entry(["PPK"], "2018-03-22", "2026-08-31"),
                entry(["POKJA", "PPK"], "2026-09-01"),
            ]
        }
    )
    assert amended.at(date(2026, 8, 31)).executor_over == {Role.PPK}
    assert amended.at(date(2026, 9, 1)).executor_over == {Role.POKJA, Role.PPK}
    assert amended.version != load_default().version


def test_the_longest_matching_region_wins() -> None:
    book = load_default().amended(
        {
            "epurchasing.pp_max": [
                entry(200_000_000, "2018-03-22"),
                entry(1_000_000_000, "2026-09-01", region="94"),
                entry(700_000_000, "2026-09-01", "2026-12-31", region="94.03"),
            ]
        }
    )
    on = date(2026, 10, 1)
    assert book.at(on).pp_max == 200_000_000
    assert book.at(on, "31.71").pp_max == 200_000_000
    assert book.at(on, "94").pp_max == 1_000_000_000
    assert book.at(on, "94.01").pp_max == 1_000_000_000
    assert book.at(on, "94.03.05").pp_max == 700_000_000
    assert book.at(date(2027, 1, 1), "94.03").pp_max == 1_000_000_000
    assert book.at(date(2026, 8, 31), "94.03").pp_max == 200_000_000
    # A prefix of digits is not a parent: 9 is no region, 941 is not in 94.
    assert book.at(on, "941").pp_max == 200_000_000


def test_version_follows_the_data_and_nothing_else() -> None:
    document = packaged()
    shuffled = {name: document[name] for name in reversed(list(document))}
    assert PolicyBook.parse(shuffled).version == load_default().version
    changed = copy.deepcopy(document)
    changed["rules"]["epurchasing.pp_max"][0]["value"] = 200_000_001
    assert PolicyBook.parse(changed).version != load_default().version
    assert load_default().at(TODAY).version == load_default().version


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ("200", "rule cart.max_lines: must be a list of entries, got '200'"),
        ([], "no enabled national value"),
        (["x"], "each entry must be an object"),
        ([entry(100, "2018-01-01", colour="red")], "unknown member 'colour'"),
        ([{"value": 1}], "an entry lacks 'valid_from'"),
        ([entry(100, "01-01-2018")], "valid_from must be a date like 2026-01-31, got '01-01-2018'"),
        ([entry(100, "20180101")], "valid_from must be a date"),
        ([entry(100, "2018-01-01", "2017-01-01")], "valid_to 2017-01-01 is before valid_from 2018-01-01"),
        ([entry(100, "2018-01-01", enabled="yes")], "enabled must be true or false, got 'yes'"),
        ([entry(100, "2018-01-01", enabled=False)], "no enabled national value"),
        ([entry(100, "2018-01-01", region="94")], "no enabled national value"),
        ([entry(100, "2018-01-01", status="X")], "status must be C, S or I, got 'X'"),
        ([entry(100, "2018-01-01", source=" ")], "source must be a text that is not empty"),
        ([entry(100, "2018-01-01"), entry(90, "2024-01-01")], "two values are in force on 2024-01-01"),
        (
            [entry(100, "2018-01-01", "2024-01-01"), entry(90, "2024-01-01")],
            "two values are in force on 2024-01-01",
        ),
        (
            [
                entry(100, "2018-01-01"),
                entry(90, "2024-01-01", region="94"),
                entry(80, "2025-01-01", region="94"),
            ],
            "two values are in force on 2025-01-01 in region 94",
        ),
        (
            [entry(100, "2018-01-01", "2023-12-30"), entry(90, "2024-01-01")],
            "no value from 2023-12-31 until 2024-01-01",
        ),
        ([entry(100, "2018-01-01", "2029-12-31")], "no value after 2029-12-31"),
        ([entry(100, "2022-05-02")], "no value from 2022-05-01 until 2022-05-02"),
        ([entry("100", "2018-01-01")], "must be a whole number, zero or more, got '100'"),
        ([entry(True, "2018-01-01")], "must be a whole number, zero or more, got True"),
        ([entry(1.5, "2018-01-01")], "must be a whole number"),
        ([entry(-1, "2018-01-01")], "must be a whole number"),
        ([entry(0, "2018-01-01")], "must be at least 1, got 0"),
        ([entry(None, "2018-01-01")], "must be a whole number"),
        # Wrong only later, or only in one region: still found when the book is read.
        ([entry(100, "2018-01-01", "2039-12-31"), entry("x", "2040-01-01")], "whole number, .* got 'x'"),
        ([entry(100, "2018-01-01"), entry("x", "2040-01-01", region="94")], "whole number, .* got 'x'"),
    ],
)
def test_a_faulty_rule_is_refused_by_name(entries: object, message: str) -> None:
    with pytest.raises(PolicyError, match=message) as caught:
        PolicyBook.parse(with_rule("cart.max_lines", entries))
    assert caught.value.key == "cart.max_lines"
    assert "rule cart.max_lines: " in str(caught.value)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("ppn.rate", "12%", "written as two whole numbers, like 11/12, got '12%'"),
        ("ppn.rate", 0.12, 'written like "11/12", got 0.12'),
        ("ppn.dpp_factor", "11/0", "two whole numbers"),
        ("epurchasing.executor_over", ["PPX"], "must be one of PP, PPK, .*got 'PPX'"),
        ("epurchasing.executor_over", [], "must be a list that is not empty"),
        ("epurchasing.executor_over", "PPK", "must be a list that is not empty"),
        ("epurchasing.threshold_basis", "netto", "must be one of gross_before_negotiation"),
        ("deadline.zone", "WIX", "must be one of WIB, WITA, WIT"),
        ("deadline.auto_cancel", ["sometimes"], "must be one of negotiation_seller"),
        ("pph22.kkp_exempt", 1, "must be true or false, got 1"),
        ("up.channel_below", [1], "must be an object"),
        ("up.channel_below", {"KKP": "1"}, "must be a whole number"),
        ("umkm.kinds", [1], "must be a list of texts, got 1 in it"),
        ("pph21.layers", [{"up_to": None}], "each layer needs up_to and rate"),
        ("pph21.layers", [{"up_to": 5, "rate": "1/2"}], "only the last one is null"),
        (
            "pph21.layers",
            [{"up_to": 5, "rate": "1/2"}, {"up_to": 5, "rate": "1/2"}, {"up_to": None, "rate": "1/2"}],
            "upper ends must rise",
        ),
        (
            "pph21.layers",
            [{"up_to": None, "rate": "1/2"}, {"up_to": None, "rate": "1/2"}],
            "only the last one is null",
        ),
    ],
)
def test_a_value_of_a_wrong_form_is_refused_by_name(key: str, value: object, message: str) -> None:
    with pytest.raises(PolicyError, match=message) as caught:
        PolicyBook.parse(with_rule(key, [entry(value, "2018-01-01")]))
    assert caught.value.key == key


@pytest.mark.parametrize("key", sorted(packaged()["rules"]))
def test_no_rule_may_be_missing(key: str) -> None:
    document = packaged()
    del document["rules"][key]
    with pytest.raises(PolicyError) as caught:
        PolicyBook.parse(document)
    assert caught.value.key == key


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(PolicyError, match=r"rule epurchasing\.pp_maxx: unknown to this version"):
        PolicyBook.parse(with_rule("epurchasing.pp_maxx", [entry(1, "2018-01-01")]))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": 2}, "format must be 1, got 2"),
        ({"format": True}, "format must be 1, got True"),
        ({"covers_from": "soon"}, "covers_from must be a date"),
        ({"rules": []}, "rules must be an object"),
        ({"note": "x"}, "unknown member 'note'"),
    ],
)
def test_a_faulty_book_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(PolicyError, match=f"rule book: .*{message}"):
        PolicyBook.parse({**packaged(), **change})


@pytest.mark.parametrize("member", ["format", "covers_from", "rules"])
def test_a_book_lacking_a_member_is_refused(member: str) -> None:
    document = packaged()
    del document[member]
    with pytest.raises(PolicyError, match=f"lacks '{member}'"):
        PolicyBook.parse(document)


@given(st.lists(st.integers(1, 900), min_size=1, max_size=6), st.integers(0, 6000))
def test_a_history_without_gaps_answers_every_day(spans: list[int], offset: int) -> None:
    """Whatever the cuts, each day gets the value of its own piece (counted independently here)."""
    first = date(2022, 5, 1)
    starts = [first + timedelta(days=sum(spans[:index])) for index in range(len(spans) + 1)]
    entries = [
        entry(
            index + 1,
            start.isoformat(),
            None if index == len(spans) else (starts[index + 1] - timedelta(days=1)).isoformat(),
        )
        for index, start in enumerate(starts)
    ]
    book = load_default().amended({"cart.max_lines": entries})
    day = first + timedelta(days=offset)
    assert book.at(day).cart_max_lines == sum(start <= day for start in starts)
