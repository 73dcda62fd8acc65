"""Money and turns computed a second time, by other means than the core's."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

_DPP = Decimal(11) / Decimal(12)
_RATE = Decimal("0.12")
_PP_LIMIT = 200_000_000


def faults_of_totals(order: Mapping[str, Any]) -> list[str]:
    """Return where the totals of an order's image are not the sum of its parts.

    The penyedia of the simulation is PKP and sells ordinary goods, so PPN is 12 % of 11/12.
    """
    faults = []
    if order.get("listed"):
        prices = {f"line:{line['no']}": line["listed_price"] for line in order["lines"]}
        prices |= {f"shipping:{place['no']}": place["listed_shipping"] for place in order["deliveries"]}
        faults += _differences("listed", order, prices, order["listed"])
    if order.get("current") and order["rounds"]:
        prices = order["agreed"] or order["rounds"][-1]["prices"]
        faults += _differences("current", order, prices, order["current"])
    held = order["reserved"] + order["committed"]
    if order.get("current") and held not in {0, order["listed"]["total"], order["current"]["total"]}:
        faults.append(f"holds {held} of the pagu, its totals are {order['listed']} and {order['current']}")
    return faults


def faults_of_rounds(order: Mapping[str, Any]) -> list[str]:
    """Return where the rounds of a negotiation do not alternate between buyer and penyedia."""
    turns = [entry["party"] for entry in order["rounds"]]
    numbers = [entry["no"] for entry in order["rounds"]]
    expected = ["BUYER" if index % 2 == 0 else "VENDOR" for index in range(len(turns))]
    returned = any(review["outcome"] == "returned" for review in order["reviews"])
    faults = []
    if numbers != list(range(1, len(numbers) + 1)):
        faults.append(f"rounds are numbered {numbers}")
    if turns != expected and not returned:
        faults.append(f"rounds are by {turns}")
    return faults


def fault_of_buyer(order: Mapping[str, Any]) -> str:
    """Return why this person may not buy this order, empty when they may."""
    listed, buyer, ppk = order["listed"], order["buyer"], order["ppk"]
    before_tax = listed["total"] - listed["ppn"]
    over = before_tax > _PP_LIMIT
    if over is not (buyer["role"] == "PPK"):
        return f"{buyer['role']} bought for {before_tax} before PPN"
    if buyer["role"] == "PP" and (ppk["user_id"], ppk["nip"]) == (buyer["user_id"], buyer["nip"]):
        return f"{buyer['user_id']} is buyer and PPK"
    return ""


def _differences(
    name: str, order: Mapping[str, Any], prices: Mapping[str, int], stated: Mapping[str, int]
) -> list[str]:
    goods = sum(
        _rounded(Decimal(line["quantity"]) * prices[f"line:{line['no']}"] / 100) for line in order["lines"]
    )
    own = sum(
        prices[f"shipping:{place['no']}"]
        for place in order["deliveries"]
        if f"shipping:{place['no']}" in prices
    )
    ppn = _rounded(Decimal(_rounded(Decimal(goods + own) * _DPP)) * _RATE)
    total = goods + own + ppn + stated["courier"]
    found = {"goods": goods, "shipping": own, "ppn": ppn, "total": total}
    return [
        f"{name} {part} is {stated[part]}, recomputed {value}"
        for part, value in found.items()
        if stated[part] != value
    ]


def _rounded(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
