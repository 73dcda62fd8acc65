"""Drafts of checkouts on several machines of one person: what people do with them, and what must be kept.

Everything typed carries a mark of its own in ``texts``, where two devices never clash: so whatever merges and
overtakes what, a mark that was said to be kept must still be there.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from inaproc_core.orders.form import CheckoutForm, FormPlace
from inaproc_core.orders.merging import Side
from inaproc_core.orders.states import State
from inaproc_core.values import Quantity, uuid7
from inaproc_core.wire.codec import from_plain, to_plain
from inaproc_desktop.ports.data import Draft
from inaproc_desktop.ports.drafts import ClashKind
from simulator import deeds
from simulator.ledger import Broken
from simulator.machine import Machine
from simulator.trace import Trace
from simulator.watch import Watch
from tests import builders as b

_KIND = "checkout"
_INTENT_HOLDS = timedelta(hours=72)
_WORDS = ("Mohon dikemas", "Kirim pagi", "Kirim sore")
_PRODUCTS = ("p-1", "p-2", "p-3")


_NOT_THROUGH = (
    "SELECT order_id FROM outbox UNION"
    " SELECT order_id FROM journal JOIN tray USING (cmd_id) WHERE command = 'order.save_draft'"
    " AND instr(outcome, '\"rejected\"')"
)
"""Drafts of which something is held, or was refused with a card that says so (a revoked access)."""


class Drafting:
    """Lets people work on drafts, and remembers what they were told is kept."""

    def __init__(self, *, dice: random.Random, trace: Trace, broken: Broken) -> None:
        self._dice = dice
        self._trace = trace
        self._broken = broken
        self._marks = 0
        self._typed: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._pages: dict[tuple[str, str], CheckoutForm] = {}
        self._taken_back: set[str] = set()
        self._let_go: set[tuple[str, str]] = set()

    # ---- deeds

    def act(self, machine: Machine, watch: Watch) -> None:
        """Do something with a draft."""
        dice = self._dice
        drafts = machine.drafts.all(_KIND)
        shared = [draft for draft in drafts if "lines" in draft.content]
        if not shared or dice.random() < 0.1:
            self._begin(machine)
            return
        draft = shared[-1] if dice.random() < 0.7 else dice.choice(shared)  # people crowd around one
        if draft.undecided and dice.random() < 0.5:
            self.decide(machine, draft.id)
            return
        luck = dice.random()
        if luck < 0.8:
            self._edit(machine, draft)
        elif luck < 0.87:
            self._submit(machine, watch, draft)
        elif luck < 0.93:
            self._take_back(machine, draft)
        else:
            self._discard(machine, draft.id)

    def decide(self, machine: Machine, draft_id: str, *, ending: bool = False) -> None:
        """Answer a clash."""
        clash = machine.shared.clash(draft_id)
        if clash is None:
            return
        self._trace.note(" ", machine.name, "decides", draft_id, clash.kind, len(clash.places))
        if clash.kind is ClashKind.EDITED:
            choices = {one.where: self._dice.choice(list(Side)) for one in clash.places}
            machine.shared.resolve(draft_id, choices)
        elif ending or self._dice.random() < 0.5:
            self._discard(machine, draft_id)
        else:
            new_id = self._new_id(machine)
            machine.shared.renew(draft_id, new_id)
            self._let_go.add((machine.name, draft_id))
            self._note_typed(machine, new_id, self._form(machine, new_id))

    def decide_everything(self, machine: Machine) -> bool:
        """Answer every clash, as a person would in the end; returns whether there was one."""
        found = [draft for draft in machine.drafts.all(_KIND) if draft.undecided]
        for draft in found:
            self.decide(machine, draft.id, ending=True)
        return bool(found)

    # ---- the last look

    def check(self, machines: Iterable[Machine], orders: dict[str, State], *, history_lost: bool) -> None:
        """After quiet: one content on all machines of a person, and every mark where it belongs.

        Args:
            machines: all.
            orders: state by id, as the backend has them.
            history_lost: the backend was put back at some time.
        """
        known: dict[tuple[str, str], dict[str, CheckoutForm]] = {}
        every = list(machines)
        waits = {row[0] for machine in every for row in machine.observer.execute(_NOT_THROUGH)}
        for machine in every:
            forms = {
                draft.id: from_plain(dict(draft.content), CheckoutForm)
                for draft in machine.drafts.all(_KIND)
                if "lines" in draft.content and draft.id not in waits
            }
            person = (machine.actor.user_id, machine.actor.access_id)
            other = known.setdefault(person, forms)
            for draft_id in sorted((forms.keys() | other.keys()) - waits):
                if forms.get(draft_id) != other.get(draft_id):
                    self._broken("drafts", f"{machine.name}: draft {draft_id} is another on another machine")
            self._check_marks(machine, forms, orders, waits, history_lost=history_lost)

    def _check_marks(
        self,
        machine: Machine,
        forms: dict[str, CheckoutForm],
        orders: dict[str, State],
        waits: set[str],
        *,
        history_lost: bool,
    ) -> None:
        for (name, draft_id), marks in sorted(self._typed.items()):
            if name != machine.name or draft_id in waits or (name, draft_id) in self._let_go:
                continue
            earlier: set[str] = set()
            for version in machine.shared.versions(draft_id):
                earlier |= version.form.texts.keys()
            if draft_id in forms:
                kept = set(forms[draft_id].texts)
                lost = marks - kept - (earlier if draft_id in self._taken_back else set())
            elif history_lost or draft_id in self._submitted(machine):
                continue
            else:
                lost = marks - earlier
                if draft_id not in orders:
                    self._broken("drafts", f"{name}: draft {draft_id} is nowhere")
            if lost:
                self._broken("drafts", f"{name}: {sorted(lost)} of draft {draft_id} are lost")

    def _submitted(self, machine: Machine) -> set[str]:
        rows = machine.observer.execute(
            "SELECT order_id FROM journal WHERE command = 'order.submit_checkout'"
        ).fetchall()
        return {row[0] for row in rows}

    # ---- inside

    def _begin(self, machine: Machine) -> None:
        draft_id = self._new_id(machine)
        form = self._typing(b.form(draft_id, p_1=1000, p_2=500))
        self._trace.note(" ", machine.name, "begins draft", draft_id)
        self._save(machine, form, None)

    def _edit(self, machine: Machine, draft: Draft) -> None:
        """Type on a page that may have been read some time ago."""
        held = from_plain(dict(draft.content), CheckoutForm)
        page = self._pages.get((machine.name, draft.id), held) if self._dice.random() < 0.5 else held
        self._trace.note(" ", machine.name, "edits draft", draft.id, page == held)
        self._save(machine, self._typing(page), page)

    def _save(self, machine: Machine, form: CheckoutForm, page: CheckoutForm | None) -> None:
        since = None if page is None else to_plain(page)
        kept = machine.drafts.save(form.order_id, _KIND, form.vendor_id, "Pesanan", to_plain(form), since)
        now = from_plain(dict(kept.content), CheckoutForm)
        self._note_typed(machine, kept.id, form if kept.id == form.order_id else now)
        # A page that goes on being typed on builds on what was sent; one that rests shows what is kept.
        self._pages[machine.name, kept.id] = form if self._dice.random() < 0.3 else now

    def _submit(self, machine: Machine, watch: Watch, draft: Draft) -> None:
        now = machine.clock.now()
        submit = deeds.submit(machine.actor, self._dice, now.date())
        self._trace.note(" ", machine.name, "submits draft", draft.id)
        cmd_id, _ = machine.outbox.put(
            submit,
            actor=machine.actor,
            order_id=draft.id,
            base_rev=machine.shared.position(draft.id),
            not_after=now + _INTENT_HOLDS,
            clear_draft=draft.id,
        )
        watch.saved.add(cmd_id)

    def _take_back(self, machine: Machine, draft: Draft) -> None:
        versions = machine.shared.versions(draft.id)
        if versions:
            self._trace.note(" ", machine.name, "takes back", draft.id)
            self._taken_back.add(draft.id)
            machine.shared.take_back(draft.id, self._dice.choice(versions).n)

    def _discard(self, machine: Machine, draft_id: str) -> None:
        self._trace.note(" ", machine.name, "discards draft", draft_id)
        self._let_go.add((machine.name, draft_id))  # also if the program dies before it can say so
        machine.shared.discard(draft_id)

    def _typing(self, form: CheckoutForm) -> CheckoutForm:
        """Return the form after a few keys; each time with a new mark."""
        dice = self._dice
        self._marks += 1
        form = replace(form, texts={**form.texts, f"m{self._marks}": "x"})
        luck = dice.random()
        if luck < 0.3:
            return replace(form, note=dice.choice(_WORDS))
        if luck < 0.6 and form.lines:
            at = dice.randrange(len(form.lines))
            line = replace(form.lines[at], quantity=Quantity(100 * dice.randint(1, 20)))
            return replace(form, lines=(*form.lines[:at], line, *form.lines[at + 1 :]))
        if luck < 0.7:
            product_id = dice.choice(_PRODUCTS)
            rest = tuple(line for line in form.lines if line.product_id != product_id)
            if len(rest) == len(form.lines):
                line = replace(b.form(p_1=100).lines[0], product_id=product_id)
                return replace(form, lines=(*form.lines, line))
            return replace(form, lines=rest)
        if luck < 0.8:
            place = replace(form.places[0], street=dice.choice(_WORDS))
            return replace(form, places=(place, *form.places[1:]))
        if luck < 0.85:
            place = FormPlace(id=f"p{self._marks}", recipient="Gudang")
            return replace(form, places=(*form.places, place))
        return replace(form, rup_code=dice.choice(("", "51402877", "51402878")))

    def _note_typed(self, machine: Machine, draft_id: str, form: CheckoutForm | None) -> None:
        if form is not None:
            self._typed[machine.name, draft_id] |= form.texts.keys()

    def _form(self, machine: Machine, draft_id: str) -> CheckoutForm | None:
        draft = machine.drafts.get(draft_id)
        return None if draft is None else from_plain(dict(draft.content), CheckoutForm)

    def _new_id(self, machine: Machine) -> str:
        return uuid7(machine.clock.now(), self._dice.getrandbits(74))
