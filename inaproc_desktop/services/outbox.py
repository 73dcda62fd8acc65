"""Kotak Keluar: what the person did and the backend has not settled, and what came of the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inaproc_desktop.ports.data import Deed, DeedState, Mirror, Outbox
from inaproc_desktop.ports.ui import ChangeSet

_ANSWERS = frozenset({DeedState.REFUSED, DeedState.CONFLICT})

_PLACES = {
    "order.submit_checkout": "checkout",
    "order.agree_prices": "negotiation",
    "order.counter_offer": "negotiation",
    "order.offer_prices": "negotiation",
    "order.decline_negotiation": "negotiation",
    "order.cancel_negotiation": "negotiation",
    "order.submit_to_ppk": "negotiation",
    "order.proceed": "negotiation",
    "order.issue_letter": "approvals",
    "order.return_to_buyer": "approvals",
    "order.reject": "approvals",
    "order.sign_letter": "letter",
    "order.accept": "letter",
    "order.decline": "letter",
    "order.ship": "shipping",
    "order.inspect": "receiving",
    "order.issue_bast": "bast",
    "order.sign_bast": "bast",
    "order.countersign_bast": "bast",
    "order.choose_payment_method": "payments",
    "order.confirm_payment": "payments",
}
"""Where each deed is done; for all others the order itself."""


@dataclass(frozen=True, kw_only=True)
class OutboxContent:
    """Everything Kotak Keluar shows.

    Attributes:
        open: deeds on their way, and refused or conflicting ones that wait for the person.
        settled: accepted deeds, newest first.
    """

    open: tuple[Deed, ...]
    settled: tuple[Deed, ...]

    @property
    def attention(self) -> int:
        """How many wait for the person rather than for the link."""
        return sum(deed.state in _ANSWERS or deed.state is DeedState.PARKED for deed in self.open)


class OutboxService:
    """Reads the outbox and answers its cards."""

    def __init__(self, *, outbox: Outbox, mirror: Mirror) -> None:
        self._outbox = outbox
        self._mirror = mirror

    def read(self) -> OutboxContent:
        """Return everything, each deed with the number of its order where there is one."""
        return OutboxContent(
            open=tuple(self._numbered(deed) for deed in self._outbox.deeds()),
            settled=tuple(self._numbered(deed) for deed in self._outbox.recent()),
        )

    def waiting_for_me(self) -> int:
        """Return how many deeds want an answer of the person, for the badge."""
        return OutboxContent(open=self._outbox.deeds(), settled=()).attention

    def dismiss(self, cmd_id: str) -> ChangeSet:
        """Put away a refused or conflicting deed; its effect never happened."""
        return self._outbox.dismiss(cmd_id)

    def withdraw(self, cmd_id: str) -> ChangeSet:
        """Take back a deed that was not sent.

        Raises:
            Refused: ``outbox.sent_already``.
        """
        return self._outbox.withdraw(cmd_id)

    def way_to_correct(self, cmd_id: str) -> tuple[str, str]:
        """Return the page and its item where a deed can be put right or gone on with.

        Pages read the refused deed of their order and offer what was typed again. Empty when the deed is
        not there any more.
        """
        deed = next((one for one in self._outbox.deeds() if one.cmd_id == cmd_id), None)
        if deed is None:
            return "", ""
        place = _PLACES.get(deed.command, "order")
        return place, f"deed:{cmd_id}" if place == "checkout" else deed.order_id

    def _numbered(self, deed: Deed) -> Deed:
        if deed.order_number:
            return deed
        view = self._mirror.order(deed.order_id)
        return replace(deed, order_number=view.order.number) if view is not None else deed
