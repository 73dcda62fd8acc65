"""A backend in memory: the same rules as the real one, an office from ``tests.builders``, no I/O.

``World`` holds what the backend would hold; the fakes of the data ports (``fake_data``) are windows on it.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from inaproc_core.errors import Refusal
from inaproc_core.orders.budget import budget_effect
from inaproc_core.orders.commands import Command, SubmitCheckout
from inaproc_core.orders.facts import (
    Facts,
    OfficialFact,
    ProductFact,
    RupFact,
    SatkerFact,
    SignatureFact,
    VendorFact,
)
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.model import Order
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah
from inaproc_core.wire.messages import Outcome
from tests import builders
from tests.desktop.fakes import FixedClock

TINY_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
"""One empty A4 page; renderers repair the missing table."""


def sha256_of(data: bytes) -> str:
    """Return the hash that document revisions are named by."""
    return hashlib.sha256(data).hexdigest()


@dataclass
class World:
    """The office, the catalogue, the orders, and a backend that decides commands on them.

    Attributes:
        online: False makes every call that needs the link fail.
        refuse_next: the backend refuses the next command with this, whatever the rules say.
        parked: cmd_ids wait for a step-up; the outcome is ``parked`` until ``stepped_up`` is True.
        revisions: verified signed revisions by sha256.
        pdfs: current bytes of documents; unknown documents are an empty page.
    """

    clock: FixedClock = field(default_factory=lambda: FixedClock(builders.NOW))
    satker: SatkerFact = field(default_factory=builders.satker)
    officials: list[OfficialFact] = field(default_factory=list)
    rups: dict[str, RupFact] = field(default_factory=dict)
    vendors: dict[str, VendorFact] = field(default_factory=dict)
    products: dict[str, ProductFact] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    online: bool = True
    refuse_next: Refusal | None = None
    stepped_up: bool = True
    revisions: dict[str, SignatureFact] = field(default_factory=dict)
    pdfs: dict[str, bytes] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    catalogue_seq: int = 1

    _numbers: Any = field(default_factory=lambda: itertools.count(1))

    def add_orders(self, *orders: Order) -> None:
        """Put orders as the backend has them; the last word on each id."""
        for order in orders:
            self.orders[order.id] = order

    def pdf(self, document_id: str) -> bytes:
        """Return the current revision of a document."""
        return self.pdfs.get(document_id, TINY_PDF)

    def sign(self, document_id: str, signer: Actor, pdf: bytes) -> SignatureFact:
        """Keep a signed revision as verified."""
        made = SignatureFact(
            document_id=document_id,
            sha256=sha256_of(pdf),
            based_on=sha256_of(self.pdf(document_id)),
            signer_user_id=signer.user_id,
            certificate_serial="0a1b",
            valid=True,
        )
        self.revisions[made.sha256] = made
        self.pdfs[f"candidate:{made.sha256}"] = pdf
        return made

    def facts_for(self, command: Command, order: Order | None, actor: Actor) -> Facts:
        """Gather what the rules need, as the backend does."""
        rup_code = order.rup.code if order is not None and order.rup is not None else ""
        ppk_access = order.ppk.access_id if order is not None and order.ppk is not None else ""
        vendor_id = order.vendor.id if order is not None and order.vendor is not None else ""
        products: Iterable[str] = [line.product_id for line in order.lines] if order is not None else []
        if isinstance(command, SubmitCheckout):
            form = command.checkout
            rup_code, ppk_access, vendor_id = form.rup_code, form.ppk_access_id, form.vendor_id
            products = [line.product_id for line in form.lines]
        sha256 = getattr(command, "sha256", "")
        signature = self.revisions.get(sha256)
        document_id = signature.document_id if signature is not None else ""
        number = str(getattr(command, "number", ""))
        return Facts(
            products={item: self.products[item] for item in products if item in self.products},
            vendor=self.vendors.get(vendor_id),
            satker=self.satker,
            buyer=next((one for one in self.officials if one.access_id == actor.access_id), None),
            ppk=next((one for one in self.officials if one.access_id == ppk_access), None),
            rup=self.rups.get(rup_code),
            order_number=f"EP-01KAR2M3N4P5Q6R7S8T9V{next(self._numbers):05d}",
            signature=signature,
            document_sha256=sha256_of(self.pdf(document_id)) if document_id else "",
            bast_number_taken=any(
                other.bast is not None and other.bast.number == number
                for other in self.orders.values()
                if order is None or other.id != order.id
            ),
        )

    def run(self, cmd_id: str, command: Command, actor: Actor, order_id: str, base_rev: int) -> Outcome:
        """Decide a command once, keep its outcome, and change the order and its RUP."""
        known = self.outcomes.get(cmd_id)
        if known is not None:
            return known
        if not self.stepped_up:
            return Outcome(cmd_id=cmd_id, outcome="parked", code="session.step_up_required")
        outcome = self._decide(cmd_id, command, actor, order_id, base_rev)
        self.outcomes[cmd_id] = outcome
        return outcome

    def _decide(self, cmd_id: str, command: Command, actor: Actor, order_id: str, base_rev: int) -> Outcome:
        before = self.orders.get(order_id)
        revision = before.revision if before is not None else 0
        if self.refuse_next is not None:
            refusal, self.refuse_next = self.refuse_next, None
            return _rejected(cmd_id, refusal)
        if base_rev != revision:
            return Outcome(
                cmd_id=cmd_id,
                outcome="conflict",
                code="order.revision_moved_on",
                facts={"seen": base_rev, "revision": revision},
                aggregate=order_id,
                rev=revision,
            )
        facts = self.facts_for(command, before, actor)
        context = builders.context(self.clock.now())
        decision = decide(before, command, actor, facts, context)
        if isinstance(decision, Refusal):
            return _rejected(cmd_id, decision)
        after = fold(before, decision, order_id)
        assert after is not None
        self.orders[order_id] = after
        self._move_money(before, after)
        if facts.signature is not None:
            candidate = self.pdfs.get(f"candidate:{facts.signature.sha256}", b"")
            self.pdfs[facts.signature.document_id] = candidate
        return Outcome(
            cmd_id=cmd_id, outcome="ok", aggregate=order_id, rev=after.revision, number=after.number
        )

    def _move_money(self, before: Order | None, after: Order) -> None:
        effect = budget_effect(before, after)
        rup = self.rups.get(effect.rup_code) if effect is not None else None
        if effect is not None and rup is not None:
            self.rups[rup.code] = replace(
                rup,
                reserved=Rupiah(rup.reserved + effect.reserve),
                committed=Rupiah(rup.committed + effect.commit),
            )


def _rejected(cmd_id: str, refusal: Refusal) -> Outcome:
    return Outcome(
        cmd_id=cmd_id, outcome="rejected", code=refusal.code, field=refusal.field, facts=dict(refusal.facts)
    )


def office() -> World:
    """Return a world with the people, RUP packages, two penyedia and some products of ``tests.builders``."""
    world = World()
    people = (builders.PP, builders.PPK, builders.PPK2, builders.BENDAHARA)
    world.officials = [builders.official(person) for person in people]
    for rup in (
        builders.rup(),
        replace(
            builders.rup(pagu=900_000_000, code="51402901"),
            name="Belanja Modal Peralatan TIK Sekolah",
            funding_source="APBD",
            maks=("1.01.02.2.01.0031.5.2.02.10.02.0001", "1.01.02.2.01.0031.5.2.02.10.02.0003"),
        ),
    ):
        world.rups[rup.code] = rup
    first = builders.vendor()
    second = replace(
        builders.vendor(vendor_id="v-2"),
        name="PT Sarana Contoh Nusantara",
        umkk=False,
        pkp=False,
        bank_holder="PT Sarana Contoh Nusantara",
    )
    world.vendors = {first.id: first, second.id: second}
    for product in (
        builders.product("p-1"),
        builders.product("p-2", price=1_200_000, name="Toner hitam", unit="buah", weight=900),
        builders.product("p-3", price=8_000_000, name="Laptop 14 inci", unit="unit", weight=2_000),
        builders.product("p-4", price=62_500, name="Kertas HVS A4 75 gsm", vendor_id="v-2"),
    ):
        world.products[product.id] = product
    return world
