"""Local facts: what the rules need to know, gathered from confirmed rows and the catalogue.

The backend gathers the same with authority; here it serves prediction and explanation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, Protocol

from sqlalchemy import Connection

from inaproc_core.calendar import WorkCalendar, Zone, local_date
from inaproc_core.orders import commands as c
from inaproc_core.orders.attaching import attachments_of, facts_of
from inaproc_core.orders.context import Context
from inaproc_core.orders.facts import Facts, OfficialFact, RupFact, SatkerFact, SignatureFact
from inaproc_core.orders.model import Order
from inaproc_core.orders.visibility import satker_scope
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import Catalogue
from inaproc_desktop.ports.rules import PolicySource
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.shelf import Shelf

_ASSUMED = "assumed"
_Signed = c.SignLetter | c.AcceptOrder | c.SignBast | c.CountersignBast


class Need(NamedTuple):
    """A confirmed row that facts are gathered from."""

    kind: str
    entity: str


class FactRows(Protocol):
    """Confirmed rows that facts are gathered from."""

    def satker(self, connection: Connection, satker_id: str) -> SatkerFact | None:
        """Return a satker."""

    def official(self, connection: Connection, satker_id: str, access_id: str) -> OfficialFact | None:
        """Return one official of a satker."""

    def rup(self, connection: Connection, code: str) -> RupFact | None:
        """Return one RUP package."""


class Knowledge:
    """Gathers facts for one decision.

    Attributes:
        policy: the rule book that the backend works by.
        calendar: hari kerja.
    """

    def __init__(
        self, base: BaseRows, catalogue: Catalogue, policy: PolicySource, calendar: WorkCalendar
    ) -> None:
        self.policy = policy
        self.calendar = calendar
        self._base = base
        self._catalogue = catalogue
        self._shelf = Shelf(catalogue)

    def freshness(self) -> tuple[int, str]:
        """Return something else whenever the catalogue or the rule book is another one."""
        return self._catalogue.seq(), self.policy.version

    def needs(self, command: c.Command, actor: Actor) -> tuple[Need, ...]:
        """Return the confirmed rows that the facts of a command are gathered from, the order's own aside.

        Whoever keeps a decision compares their versions to know whether it still holds; ``facts`` reads no
        other rows for a command that may be decided offline.
        """
        if not isinstance(command, c.SubmitCheckout):
            return ()
        checkout = command.checkout
        return (
            Need("satker", actor.satker_id),
            Need("official", checkout.ppk_access_id),
            Need("rup", checkout.rup_code),
        )

    def context(self, facts: Facts, now: datetime) -> Context:
        """Return the rules of the local day at the satker's place."""
        satker = facts.satker
        day = local_date(now, satker.zone if satker is not None else Zone.WIB)
        policy = self.policy.at(day, satker.region_code if satker is not None else None)
        return Context(policy=policy, calendar=self.calendar, now=now)

    def facts(
        self,
        connection: Connection,
        command: c.Command,
        order: Order | None,
        actor: Actor,
        held: Mapping[str, int],
        *,
        rows: FactRows | None = None,
    ) -> Facts:
        """Return what a command needs to know.

        Args:
            connection: a transaction on the work file.
            command: what is asked.
            order: the order as it stands, pending deeds applied.
            actor: who asks.
            held: rupiah per RUP that own unsent orders would take besides what is confirmed.
            rows: confirmed rows where somebody has their versions at hand.
        """
        base, shelf = rows or self._base, self._shelf
        checkout = command.checkout if isinstance(command, c.SubmitCheckout) else None
        lines = checkout.lines if checkout is not None else order.lines if order is not None else ()
        facts = Facts(
            products=shelf.products([line.product_id for line in lines]),
            attachments=facts_of(attachments_of(command)),
        )
        if checkout is not None:
            facts = replace(
                facts,
                vendor=shelf.vendor(checkout.vendor_id),
                satker=base.satker(connection, actor.satker_id),
                ppk=base.official(connection, actor.satker_id, checkout.ppk_access_id),
                rup=with_held(base.rup(connection, checkout.rup_code), held),
            )
        elif order is not None:
            facts = replace(facts, vendor=order.vendor, satker=order.satker)
        if isinstance(command, _Signed) and order is not None:
            facts = replace(
                facts, signature=_assumed_signature(command, order, actor), document_sha256=_ASSUMED
            )
        if isinstance(command, c.IssueBast) and order is not None:
            facts = replace(facts, bast_number_taken=self._bast_taken(connection, command.number, order))
        return facts

    def _bast_taken(self, connection: Connection, number: str, order: Order) -> bool:
        if order.satker is None:
            return False
        others = self._base.orders(connection, (satker_scope(order.satker_id),)).values()
        return any(
            other.bast is not None
            and other.id != order.id
            and other.bast.number == number.strip()
            and local_date(other.bast.issued_at, order.satker.zone).year
            == local_date(order.created_at, order.satker.zone).year
            for other in others
        )


def with_held(rup: RupFact | None, held: Mapping[str, int]) -> RupFact | None:
    """Return a RUP with what own unsent orders would take counted as reserved."""
    if rup is None or not held.get(rup.code):
        return rup
    return replace(rup, reserved=Rupiah(rup.reserved + held[rup.code]))


def _assumed_signature(command: _Signed, order: Order, actor: Actor) -> SignatureFact:
    on_letter = isinstance(command, c.SignLetter | c.AcceptOrder)
    document = order.letter if on_letter else order.bast
    return SignatureFact(
        document_id=document.document_id if document is not None else "",
        sha256=command.sha256,
        based_on=_ASSUMED,
        signer_user_id=actor.user_id,
        certificate_serial="",
        valid=True,
    )
