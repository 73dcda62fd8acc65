"""Time zones by region (Keppres 41/1987): the first two digits of a Kemendagri code are the province."""

from __future__ import annotations

from inaproc_core.calendar import Zone

_WITA = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
_WIT = frozenset({"81", "82", "91", "92", "93", "94", "95", "96"})


def zone_of(region_code: str) -> Zone:
    """Return the zone of a region; WIB, the capital's, for an unknown or empty code."""
    province = region_code[:2]
    if province in _WITA:
        return Zone.WITA
    return Zone.WIT if province in _WIT else Zone.WIB
