"""What a step does to the RUP's money: the caller turns it into one conditional update (protocol.md 2.7)."""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.orders.model import Order


@dataclass(frozen=True, kw_only=True)
class BudgetEffect:
    """Changes in rupiah to one RUP; both parts may be negative. ``reserve + commit`` must fit the pagu."""

    rup_code: str
    reserve: int
    commit: int


def budget_effect(before: Order | None, after: Order) -> BudgetEffect | None:
    """Return what a step from one version of an order to the next changes, ``None`` when nothing.

    A checkout reserves its listed total; an agreement gives back the saving; acceptance by the penyedia
    turns the reservation into a commitment; an end gives everything back.
    """
    if after.rup is None:
        return None
    reserve = after.reserved - (before.reserved if before is not None else 0)
    commit = after.committed - (before.committed if before is not None else 0)
    if reserve == 0 and commit == 0:
        return None
    return BudgetEffect(rup_code=after.rup.code, reserve=reserve, commit=commit)
