"""What may be done without a link, by kind of deed (protocol.md 2.10). One table for every command.

A command that is not in the table does not exist for the desktop: a test compares it with the wire's list, so
that whoever adds a command must say what becomes of it on a bad link.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from inaproc_core.orders import commands as c


class DeedClass(StrEnum):
    """How a deed behaves on a bad link, and what an answer may be."""

    DRAFT = "draft"
    """Private work in progress: kept here, sent quietly, merged line by line."""
    TURN = "turn"
    """A move in an order that takes turns: kept with round and deadline; refused when the turn is over."""
    INTENT = "intent"
    """Asks for something scarce: kept with guards and an expiry; nothing is ordered before the number."""
    REPORT = "report"
    """Says what has happened in the world: goods left, goods came. Kept and sent."""
    APPROVAL = "approval"
    """Decides for the office or for the company: prepared here, decided on the spot by the backend."""
    SIGNATURE = "signature"
    """Puts a name under a document that only the backend holds in its last state."""
    MONEY = "money"
    """Moves money or says how it moves."""
    CERTIFICATE = "certificate"
    """Keys and certificates."""
    ROLE = "role"
    """Who may do what: accesses, verification, the safety of an account."""
    MACHINE = "machine"
    """Nobody's deed: the backend's own clock and catalogue."""


ONLINE_CLASSES = frozenset(
    {DeedClass.APPROVAL, DeedClass.SIGNATURE, DeedClass.MONEY, DeedClass.CERTIFICATE, DeedClass.ROLE}
)
"""Decided online only; never shown as done before the backend has said so."""

CLASS_OF: Mapping[type, DeedClass] = {
    c.SaveDraft: DeedClass.DRAFT,
    c.DiscardDraft: DeedClass.DRAFT,
    c.SubmitCheckout: DeedClass.INTENT,
    c.AgreePrices: DeedClass.TURN,
    c.CounterOffer: DeedClass.TURN,
    c.DeclineNegotiation: DeedClass.TURN,
    c.OfferPrices: DeedClass.TURN,
    c.CancelNegotiation: DeedClass.TURN,
    c.DelistProduct: DeedClass.MACHINE,
    c.ExpireDeadline: DeedClass.MACHINE,
    c.SubmitToPpk: DeedClass.TURN,
    c.ProceedOrder: DeedClass.TURN,
    c.ReturnToBuyer: DeedClass.APPROVAL,
    c.RejectOrder: DeedClass.APPROVAL,
    c.IssueLetter: DeedClass.APPROVAL,
    c.SignLetter: DeedClass.SIGNATURE,
    c.AcceptOrder: DeedClass.SIGNATURE,
    c.DeclineOrder: DeedClass.APPROVAL,
    c.Ship: DeedClass.REPORT,
    c.MarkArrived: DeedClass.REPORT,
    c.Inspect: DeedClass.APPROVAL,
    c.IssueBast: DeedClass.APPROVAL,
    c.SignBast: DeedClass.SIGNATURE,
    c.CountersignBast: DeedClass.SIGNATURE,
    c.ChoosePaymentMethod: DeedClass.MONEY,
    c.ConfirmPayment: DeedClass.MONEY,
}
"""The class of every command."""

ONLINE_ONLY: tuple[type, ...] = tuple(kind for kind, of in CLASS_OF.items() if of in ONLINE_CLASSES)
"""Commands that the backend decides while the person waits."""


def needs_link(of: DeedClass) -> bool:
    """Return whether deeds of this class are decided online only."""
    return of in ONLINE_CLASSES


def reason_code(of: DeedClass) -> str:
    """Return the code of the sentence that says why a deed of this class waits for the link."""
    return f"offline.{of.value}"
