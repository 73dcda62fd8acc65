"""Who takes part, and on which machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from inaproc_core.roles import Actor, Role
from tests import builders as b

PP_AS_PPK = replace(b.PP, access_id="a-pp-ppk", role=Role.PPK)
"""The second access of the person who buys: nobody may approve what they bought."""

RUPS = {
    "51402877": b.rup(pagu=250_000_000),
    "51402878": b.rup(pagu=16_000_000, code="51402878"),
    "51402879": b.rup(pagu=900_000_000, code="51402879"),
}
"""Wide enough, so narrow that the third order fails, and for a PPK's own purchase."""


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One machine: a person, and the access they use there."""

    name: str
    actor: Actor
    others: tuple[Actor, ...] = ()

    @property
    def device_id(self) -> str:
        """Identity of the installation."""
        return f"device-{self.name}"


SEATS: Mapping[str, Seat] = {
    seat.name: seat
    for seat in (
        Seat(name="pp1", actor=b.PP, others=(PP_AS_PPK,)),
        Seat(name="pp2", actor=b.PP),
        Seat(name="ppk", actor=b.PPK),
        Seat(name="penyedia", actor=b.VENDOR),
        Seat(name="bendahara", actor=b.BENDAHARA),
    )
}
"""Two devices of one person among them."""
