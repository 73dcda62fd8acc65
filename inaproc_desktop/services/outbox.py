"""Kotak Keluar: what the person did and the backend has not settled, and what came of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from inaproc_core.orders.model import Order
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import Catalogue, Deed, DeedState, Mirror, Outbox
from inaproc_desktop.ports.outgoing import DeedRow, OutboxContent, Standing
from inaproc_desktop.ports.ui import ChangeSet, Clock

SUBMIT = "order.submit_checkout"
EXPIRED = "command.intent_expired"

_ANSWERS = frozenset({DeedState.REFUSED, DeedState.CONFLICT})
_OPEN = frozenset({DeedState.WAITING, DeedState.SENDING, DeedState.PARKED})

_PLACES = {
    "order.save_draft": "checkout",
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

_HOLDS = {
    "session.step_up_required": Standing.STEP_UP,
    "command.intent_expired": Standing.EXPIRED,
    "command.quarantined": Standing.QUARANTINED,
    "command.unsupported_version": Standing.VERSION,
}
_FILES = ("attachment", "upload")
"""Codes of what is held for a file are named after it."""

_AMOUNTS = {"order.submit_checkout": "max_total", "order.confirm_payment": "amount"}
"""Deeds that carry their own amount of money, and the member that holds it."""


class OutboxService:
    """Reads the outbox and answers its simplest cards."""

    def __init__(self, *, outbox: Outbox, mirror: Mirror, catalogue: Catalogue, clock: Clock) -> None:
        self._outbox = outbox
        self._mirror = mirror
        self._catalogue = catalogue
        self._clock = clock

    def read(self) -> OutboxContent:
        """Return everything: what waits for the person first, deeds that fell with another one under it."""
        rows = self.rows(self._outbox.deeds())
        mine = [row for row in rows if row.waits_for_me]
        others = [row for row in rows if not row.waits_for_me]
        return OutboxContent(
            unsettled=(*mine, *others), settled=tuple(self.rows(self._outbox.recent(), settled=True))
        )

    def row(self, cmd_id: str) -> DeedRow | None:
        """Return one deed as it stands among the others; ``None`` when there is none with this id.

        One that stands under the deed it fell with leads to that one.
        """
        for row in self.rows(self._outbox.deeds()):
            if cmd_id == row.id or cmd_id in {deed.cmd_id for deed in row.followers}:
                return row
        file = self._outbox.file(cmd_id)
        return self.rows([file.deed], settled=True)[0] if file is not None else None

    def waiting_for_me(self) -> int:
        """Return how many cards want an answer of the person, for the badge."""
        return sum(row.waits_for_me for row in self.rows(self._outbox.deeds(), told=False))

    def dismiss(self, cmd_id: str) -> ChangeSet:
        """Put away an answered card, and what fell with it; the effects never happened."""
        row = self.row(cmd_id)
        followers = [deed.cmd_id for deed in row.followers] if row is not None else []
        return self._outbox.dismiss(cmd_id, *followers)

    def withdraw(self, cmd_id: str) -> ChangeSet:
        """Take back a deed that was not sent.

        Raises:
            Refused: ``outbox.sent_already``, ``outbox.later_depends``.
        """
        return self._outbox.withdraw(cmd_id)

    def way_to_correct(self, cmd_id: str) -> tuple[str, str]:
        """Return the page and its item where a deed can be put right or gone on with.

        Pages read the refused deed of their order and offer what was typed again. Empty when the deed is
        not there any more.
        """
        deed = next((one for one in self._outbox.deeds() if one.cmd_id == cmd_id), None)
        return place_of(deed) if deed is not None else ("", "")

    def rows(self, deeds: Sequence[Deed], *, settled: bool = False, told: bool = True) -> list[DeedRow]:
        """Return deeds as rows, in their order.

        Args:
            deeds: what to show.
            settled: they are done, so nothing stands under anything.
            told: whether names and amounts are wanted too.
        """
        now = self._clock.now()
        under = {} if settled else fallen(deeds)
        busy: set[str] = set()
        rows = []
        for deed in deeds:
            behind = deed.order_id in busy
            if deed.state in _OPEN:
                busy.add(deed.order_id)
            if any(deed in followers for followers in under.values()):
                continue
            standing = standing_of(deed, behind=behind, now=now)
            row = DeedRow(deed=deed, standing=standing, followers=tuple(under.get(deed.cmd_id, ())))
            rows.append(self._told(row) if told else row)
        return rows

    def _told(self, row: DeedRow) -> DeedRow:
        deed = row.deed
        view = self._mirror.order(deed.order_id)
        order = view.order if view is not None else None
        number = deed.order_number or (order.number if order is not None else "")
        vendor = order.vendor.name if order is not None and order.vendor is not None else ""
        if not vendor:
            found = self._catalogue.vendor(_vendor_id(deed))
            vendor = found.name if found is not None else ""
        return DeedRow(
            deed=_numbered(deed, number),
            standing=row.standing,
            vendor=vendor,
            amount=amount_of(deed, order),
            followers=row.followers,
        )


def place_of(deed: Deed) -> tuple[str, str]:
    """Return the page where a deed is done, and the item it is opened with."""
    place = _PLACES.get(deed.command, "order")
    return place, f"deed:{deed.cmd_id}" if deed.command == SUBMIT else deed.order_id


def standing_of(deed: Deed, *, behind: bool, now: datetime) -> Standing:
    """Return where a deed stands.

    Args:
        deed: the deed.
        behind: an earlier one on the same order is not decided yet.
        now: the time, for intents that ran out before they were sent.
    """
    outcome = deed.outcome
    code = outcome.code if outcome is not None else ""
    match deed.state:
        case DeedState.ACCEPTED:
            return Standing.ACCEPTED
        case DeedState.CONFLICT:
            return Standing.CONFLICT
        case DeedState.REFUSED:
            if code == EXPIRED:
                return Standing.EXPIRED
            skipped = outcome is not None and outcome.outcome == "skipped"
            return Standing.SKIPPED if skipped else Standing.REFUSED
        case DeedState.PARKED:
            if any(word in code for word in _FILES):
                return Standing.ATTACHMENT
            return _HOLDS.get(code, Standing.HELD)
        case DeedState.SENDING:
            return Standing.NOT_ORDERED if deed.command == SUBMIT else Standing.SENDING
        case DeedState.WAITING if deed.uncertain:
            return Standing.NOT_ORDERED if deed.command == SUBMIT else Standing.UNANSWERED
    if deed.not_after is not None and now > deed.not_after:
        return Standing.EXPIRED
    return Standing.BEHIND if behind else Standing.WAITING


def fallen(deeds: Iterable[Deed]) -> dict[str, list[Deed]]:
    """Return by the id of a refused deed those that were skipped because of it, through any steps between."""
    by_id = {deed.cmd_id: deed for deed in deeds}
    under: dict[str, list[Deed]] = {}
    for deed in by_id.values():
        cause = deed
        while _is_skipped(cause) and cause.depends_on in by_id:
            cause = by_id[cause.depends_on]
        if cause is not deed and cause.state in _ANSWERS:
            under.setdefault(cause.cmd_id, []).append(deed)
    return under


def amount_of(deed: Deed, order: Order | None) -> Rupiah | None:
    """Return the rupiah that a deed is about: its own, else the total of the order as it would stand."""
    own = deed.payload.get(_AMOUNTS.get(deed.command, ""))
    if isinstance(own, int):
        return Rupiah(own)
    return order.current.total if order is not None and order.current is not None else None


def _is_skipped(deed: Deed) -> bool:
    return deed.outcome is not None and deed.outcome.outcome == "skipped"


def _numbered(deed: Deed, number: str) -> Deed:
    return replace(deed, order_number=number) if number != deed.order_number else deed


def _vendor_id(deed: Deed) -> str:
    checkout = deed.payload.get("checkout")
    return str(checkout.get("vendor_id", "")) if isinstance(checkout, dict) else ""
