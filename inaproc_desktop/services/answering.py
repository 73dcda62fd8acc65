"""Answering a card: leave it, ask again on the order as it is now, merge, confirm, prove, try again.

Whatever is asked again is a new command with its own id, on the present revision and with present guards. The
old card goes in the transaction in which the new command enters, so that nothing is answered twice.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order
from inaproc_core.orders.offline import ONLINE_ONLY
from inaproc_core.roles import Actor
from inaproc_desktop.ports.data import Backend, Catalogue, Deed, DeedFile, DeedState, Mirror, Outbox
from inaproc_desktop.ports.outgoing import (
    HELD,
    CardFile,
    Choice,
    DeedRow,
    Difference,
    Offer,
    Standing,
)
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.services.comparing import (
    Key,
    compare,
    intended,
    merged,
    renewed,
    separable_keys,
)
from inaproc_desktop.services.facets import Names, facets_of_command, facets_of_order, products_of
from inaproc_desktop.services.intents import intent_of
from inaproc_desktop.services.outbox import OutboxService, place_of
from inaproc_desktop.services.rules import Rules

_OPEN = frozenset({DeedState.WAITING, DeedState.SENDING, DeedState.PARKED})
_ANSWERED = frozenset({Standing.CONFLICT, Standing.REFUSED, Standing.SKIPPED, Standing.EXPIRED})
_OF_ROWS = (
    "offer.not_lower",
    "offer.below_floor",
    "offer.above_own_last",
    "offer.below_buyer",
    "offer.unknown_item",
    "shipment.more_than_left",
)
_COMPARED = frozenset({Standing.CONFLICT, Standing.REFUSED, Standing.EXPIRED, Standing.SKIPPED})


class AnsweringService:
    """Reads one card and carries what the person chooses."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        mirror: Mirror,
        catalogue: Catalogue,
        backend: Backend,
        listing: OutboxService,
        rules: Rules,
        actor: Actor,
    ) -> None:
        self._outbox = outbox
        self._mirror = mirror
        self._catalogue = catalogue
        self._backend = backend
        self._listing = listing
        self._rules = rules
        self._actor = actor

    def card(self, cmd_id: str) -> CardFile | None:
        """Return the card of a deed, ``None`` when there is no such deed any more."""
        row = self._listing.row(cmd_id)
        file = self._outbox.file(row.id) if row is not None else None
        if row is None or file is None:
            return None
        now = self._now(file.deed.order_id)
        names = self._names(file.command)
        place, item = place_of(row.deed)
        command = file.command
        differences = self._differences(row, file, now, names)
        return CardFile(
            row=row,
            tried=facets_of_command(command, file.seen or now, names) if command is not None else (),
            differences=differences,
            base_known=file.seen is not None or now is None,
            offers=tuple(self._offers(row, file, differences)),
            order=now,
            place=place,
            item=item,
            until=row.deed.not_after,
        )

    # ---- answers

    def leave(self, cmd_id: str) -> ChangeSet:
        """Let it be as it is now: the card goes, and what fell with it; an expired one that was not sent too.

        Raises:
            Refused: ``outbox.sent_already``, ``outbox.later_depends``.
        """
        file = self._outbox.file(cmd_id)
        if file is not None and file.deed.state in _OPEN:
            return self._listing.withdraw(cmd_id)
        return self._listing.dismiss(cmd_id)

    def ask_again(self, cmd_id: str) -> ChangeSet:
        """Ask for the same with what stands now as its guard; the old card goes with it.

        Raises:
            Refused: the rules say no, or the card is not one that can be asked again; nothing has changed.
            WorldFailed: ``world.disk``.
        """
        file = self._require(cmd_id)
        command = self._command(file)
        now = self._now(file.deed.order_id)
        refusal = self._hindrance(file.deed, renewed(command, now))
        if refusal is not None:
            raise Refused(refusal)
        return self._put(file.deed, renewed(command, now))

    def merge(self, cmd_id: str, mine: Collection[Key]) -> ChangeSet:
        """Ask for the chosen rows of mine; all others stay as they are now.

        Raises:
            Refused: ``outbox.nothing_chosen``, or as :meth:`ask_again`.
            WorldFailed: ``world.disk``.
        """
        file = self._require(cmd_id)
        command = merged(self._command(file), file.seen, self._now(file.deed.order_id), mine)
        if command is None:
            refuse("outbox.nothing_chosen")
        refusal = self._hindrance(file.deed, command)
        if refusal is not None:
            raise Refused(refusal)
        return self._put(file.deed, command)

    def try_again(self, cmd_id: str) -> ChangeSet:
        """Send a held deed once more, the same bytes under the same id, and wait for what comes of it.

        Raises:
            WorldFailed: no link, or no answer yet.
            BackendRefused: the session has ended.
        """
        file = self._require(cmd_id)
        deed = file.deed
        self._backend.run_now(
            self._command(file), actor=self._actor, order_id=deed.order_id, base_rev=0, cmd_id=deed.cmd_id
        )
        return ChangeSet.of("deed", "order", "rup", ids=(deed.cmd_id, deed.order_id), initiator="outbox")

    def prove(self, cmd_id: str, code: str, password: str) -> ChangeSet:
        """Prove presence, then send a deed that was held for it; raises as :meth:`try_again`."""
        self._backend.step_up(code, password)
        return self.try_again(cmd_id)

    # ---- inside

    def _put(self, old: Deed, command: c.Command) -> ChangeSet:
        # Nothing else of mine is under way on this order, and the old deed goes: what is confirmed counts.
        order = self._now(old.order_id)
        intent = intent_of(command, order, self._rules.context(order.satker if order is not None else None))
        row = self._listing.row(old.cmd_id)
        followers = [deed.cmd_id for deed in row.followers] if row is not None else []
        _cmd_id, changes = self._outbox.put(
            command,
            actor=self._actor,
            order_id=old.order_id,
            base_rev=order.revision if order is not None else 0,
            guards=intent.guards,
            not_after=intent.not_after,
            answers=(old.cmd_id, *followers),
        )
        return changes

    def _offers(self, row: DeedRow, file: DeedFile, differences: tuple[Difference, ...]) -> list[Offer]:
        standing = row.standing
        if standing in _ANSWERED:
            return self._answers(row, file, differences)
        if standing is Standing.ACCEPTED:
            return []
        withdraw = Offer(choice=Choice.WITHDRAW, refusal=self._stays(row.deed))
        if standing is Standing.STEP_UP:
            return [Offer(choice=Choice.PROVE, refusal=self._other_access(row.deed)), withdraw]
        if standing in HELD:
            known = None if file.command is not None else Refusal(code="outbox.newer_program")
            again = Offer(choice=Choice.SEND, refusal=self._other_access(row.deed) or known)
            copy = [Offer(choice=Choice.COPY)] if standing is Standing.QUARANTINED else []
            return [again, *copy, withdraw]
        return [Offer(choice=Choice.SEND), withdraw]

    def _answers(self, row: DeedRow, file: DeedFile, differences: tuple[Difference, ...]) -> list[Offer]:
        standing, command = row.standing, file.command
        if command is None:
            return [Offer(choice=Choice.LEAVE)]
        hindrance = self._hindrance(row.deed, renewed(command, self._now(row.deed.order_id)))
        correct = Offer(choice=Choice.CORRECT, refusal=self._other_access(row.deed))
        leave = Offer(choice=Choice.LEAVE)
        if standing is Standing.EXPIRED:
            return [Offer(choice=Choice.CONFIRM, refusal=hindrance), correct, leave]
        if standing is not Standing.CONFLICT:
            again = [Offer(choice=Choice.AGAIN)] if hindrance is None else []
            return [correct, *again, leave]
        offers = [leave, Offer(choice=Choice.AGAIN, refusal=hindrance)]
        if any(one.separable for one in differences):
            # What speaks against single rows does not speak against merging: those rows can be given up.
            whole = hindrance is not None and not hindrance.code.startswith(_OF_ROWS)
            offers.append(Offer(choice=Choice.MERGE, refusal=hindrance if whole else None))
        return [*offers, correct]

    def _hindrance(self, deed: Deed, command: c.Command) -> Refusal | None:
        """Return why a deed cannot be asked again here and now."""
        before = self._before_rules(deed, command)
        if before is not None:
            return before
        if deed.state in _OPEN:  # it still counts itself in; what is expected of it is known already
            return deed.predicted
        return self._outbox.expected_refusal(command, self._actor, deed.order_id)

    def _before_rules(self, deed: Deed, command: c.Command) -> Refusal | None:
        if isinstance(command, ONLINE_ONLY):
            return Refusal(code="outbox.decided_online")
        elsewhere = self._other_access(deed)
        if elsewhere is not None:
            return elsewhere
        waiting = [
            one
            for one in self._outbox.deeds()
            if one.order_id == deed.order_id and one.state in _OPEN and one.cmd_id != deed.cmd_id
        ]
        return Refusal(code="outbox.own_pending") if waiting else None

    def _other_access(self, deed: Deed) -> Refusal | None:
        if deed.actor is None or deed.actor.access_id == self._actor.access_id:
            return None
        return Refusal(code="outbox.other_access", facts={"role": deed.actor.role.value})

    def _stays(self, deed: Deed) -> Refusal | None:
        """Return why a deed cannot be taken back."""
        if deed.state is DeedState.SENDING or (deed.state is DeedState.WAITING and deed.uncertain):
            return Refusal(code="outbox.sent_already")
        later = (one for one in self._outbox.deeds() if one.depends_on == deed.cmd_id)
        return Refusal(code="outbox.later_depends") if next(later, None) is not None else None

    def _differences(
        self, row: DeedRow, file: DeedFile, now: Order | None, names: Names
    ) -> tuple[Difference, ...]:
        command, seen = file.command, file.seen
        if row.standing not in _COMPARED or command is None or now is None:
            return ()
        if seen is not None and seen.revision == now.revision:
            return ()  # nobody else has done anything: what was tried says it all
        actor = file.deed.actor or self._actor
        satker = (seen or now).satker
        ctx = replace(self._rules.context(satker), now=file.deed.made_at)
        return compare(
            facets_of_order(seen) if seen is not None else (),
            intended(command, seen, actor, ctx, names),
            facets_of_order(now),
            separable_keys(command),
            names,
        )

    def _names(self, command: c.Command | None) -> Names:
        named = products_of(command) if command is not None else ()
        if not named:
            return {}
        rows = self._catalogue.products(named)
        return {row.product.id: (row.product.name, row.product.unit) for row in rows}

    def _now(self, order_id: str) -> Order | None:
        view = self._mirror.order(order_id)
        return view.confirmed if view is not None else None

    def _require(self, cmd_id: str) -> DeedFile:
        file = self._outbox.file(cmd_id)
        if file is None:
            refuse("outbox.gone")
        return file

    def _command(self, file: DeedFile) -> c.Command:
        if file.command is None:
            refuse("outbox.newer_program")
        return file.command
