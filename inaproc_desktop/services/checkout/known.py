"""What a checkout is judged by: the facts of mirror and catalogue, read once and refreshed on change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from inaproc_core.orders.attaching import facts_of
from inaproc_core.orders.facts import Facts, OfficialFact, ProductFact, RupFact, SatkerFact, VendorFact
from inaproc_core.roles import Actor
from inaproc_desktop.ports.checkout import CheckoutForm, FormPlace


@dataclass(frozen=True, kw_only=True)
class Known:
    """Facts for one checkout.

    Attributes:
        products: by id, as the catalogue has them now.
        rups: packages of the satker that may be bought from this year, by code.
        ppks: officials who may review, by access id.
        addresses: places that earlier orders were delivered to, the latest first; ids are empty.
        catalogue_seq: freshness of the catalogue.
    """

    actor: Actor
    satker: SatkerFact | None
    vendor: VendorFact | None
    products: Mapping[str, ProductFact]
    rups: Mapping[str, RupFact]
    ppks: Mapping[str, OfficialFact]
    addresses: tuple[FormPlace, ...] = field(default=())
    catalogue_seq: int = 0

    def facts(self, form: CheckoutForm) -> Facts:
        """Return the facts that the core's rules need for this form."""
        return Facts(
            products=self.products,
            vendor=self.vendor,
            satker=self.satker,
            ppk=self.ppks.get(form.ppk_access_id),
            rup=self.rups.get(form.rup_code),
            attachments=facts_of(form.attachments),
        )


def find_rups(known: Known, text: str, limit: int = 20) -> tuple[RupFact, ...]:
    """Return packages whose code, name or accounts hold all words, those with money left first."""
    words = text.lower().split()
    found = [
        rup
        for rup in known.rups.values()
        if all(word in f"{rup.code} {rup.name} {' '.join(rup.maks)}".lower() for word in words)
    ]
    return tuple(sorted(found, key=lambda rup: (rup.remaining <= 0, rup.name))[:limit])
