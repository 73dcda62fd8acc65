"""The carrier's price of one delivery, by weight and distance."""

from __future__ import annotations

from inaproc_core.orders.facts import ShippingTariff
from inaproc_core.values import QUANTITY_SCALE, Rupiah

_GRAMS_PER_KG = 1000


def billed_kilograms(weight_grams_hundredths: int) -> int:
    """Return started kilograms of ``Σ grams x quantity in hundredths``; at least one."""
    per_kg = _GRAMS_PER_KG * QUANTITY_SCALE
    return max(1, -(-weight_grams_hundredths // per_kg))


def shipping_quote(tariff: ShippingTariff, kilograms: int, origin: str, destination: str) -> Rupiah:
    """Return the price of a delivery.

    Args:
        tariff: the carrier's prices.
        kilograms: billed weight, see ``billed_kilograms``.
        origin: Kemendagri code (``31.74.03``) that the goods leave from.
        destination: Kemendagri code of the delivery place.

    Returns:
        Weight times the price of the distance (same regency, same province, elsewhere), not less than
        the tariff's minimum.
    """
    if origin.split(".")[:2] == destination.split(".")[:2]:
        per_kg = tariff.per_kg_regency
    elif origin.split(".")[:1] == destination.split(".")[:1]:
        per_kg = tariff.per_kg_province
    else:
        per_kg = tariff.per_kg_national
    return Rupiah(max(tariff.minimum, per_kg * kilograms))
