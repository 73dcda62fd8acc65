"""Who may buy: the executor threshold (Perpres 16/2018 Ps 11-12 as amended)."""

from __future__ import annotations

from dataclasses import dataclass

from inaproc_core.policy.policy import Policy
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah


@dataclass(frozen=True, kw_only=True)
class ExecutorVerdict:
    """Who may execute a purchase of this total, and by how much it is off the boundary.

    Attributes:
        total: the total that was compared, on the policy's threshold basis.
        limit: highest total of the lower branch, inclusive.
        allowed: roles that may execute it.
        is_over: the total is above the limit.
        difference: ``total - limit`` in rupiah: positive above, zero exactly at, negative below.
    """

    total: Rupiah
    limit: Rupiah
    allowed: frozenset[Role]
    is_over: bool
    difference: int

    def allows(self, role: Role) -> bool:
        """Return whether this role may execute the purchase."""
        return role in self.allowed


def executor_for(total: Rupiah, policy: Policy) -> ExecutorVerdict:
    """Decide who may execute a purchase: exactly the limit is still the lower branch's.

    Args:
        total: compared total, on ``policy.threshold_basis``.
        policy: rules in force on the day of checkout.
    """
    is_over = total > policy.pp_max
    return ExecutorVerdict(
        total=total,
        limit=policy.pp_max,
        allowed=policy.executor_over if is_over else policy.executor_up_to,
        is_over=is_over,
        difference=total - policy.pp_max,
    )
