"""What people do, by their role: drafts and checkouts on the same few packages, bargaining, deciding."""

from __future__ import annotations

import random
import secrets
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from endurance.diary import KEPT, Diary
from endurance.noting import Teller
from endurance.person import PASSWORD
from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.states import NEGOTIATING, Party, State
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah, quantity, uuid7
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.ports.checkout import CheckoutForm, FormPlace
from inaproc_desktop.ports.data import BackendRefused, DeedState, WorldFailed
from inaproc_desktop.ports.ordering import Bargain, Reply
from inaproc_desktop.services.checkout import CheckoutService, with_rup
from inaproc_desktop.services.negotiation import NegotiationService
from inaproc_desktop.services.orders import is_my_move
from inaproc_desktop.services.rules import Rules

PRODUCTS = ("latihan-p-meja-siswa", "latihan-p-kursi-siswa", "latihan-p-lisensi-tepat")
"""Of two penyedia."""

PACKAGES = ("99000010", "99000007", "99000001")
"""RUP that everybody buys from: the first is spent after a few orders."""

OPEN_ORDERS = 24
"""So many negotiations run at once at most; who sees more does not begin another one."""

_REASON = "Barang tidak lagi dibutuhkan tahun ini"
PLACE = FormPlace(
    id="p1",
    recipient="Bagian Umum",
    phone="081234567890",
    street="Jalan Contoh Nomor 1",
    region_code="32.73.02.1001",
    region_path="Cipaganti, Coblong, Kota Bandung, Jawa Barat",
    postal_code="40131",
)


class Deeds:
    """One person's day. What the rules or the backend refuse is counted and is no fault."""

    def __init__(self, deps: Deps, diary: Diary, teller: Teller, dice: random.Random) -> None:
        self._deps = deps
        self._diary = diary
        self._teller = teller
        self._dice = dice
        self._own_drafts: dict[str, int] = {}
        self.counted: Counter[str] = Counter()
        rules = Rules(deps.policy, deps.calendar, deps.clock)
        actor = deps.signed_in.actor
        self._negotiation = NegotiationService(
            mirror=deps.mirror,
            outbox=deps.outbox,
            drafts=deps.drafts,
            catalogue=deps.catalogue,
            rules=rules,
            actor=actor,
        )
        self._checkout = CheckoutService(
            actor=actor,
            mirror=deps.mirror,
            catalogue=deps.catalogue,
            cart=deps.cart,
            drafts=deps.drafts,
            shared=deps.shared_drafts,
            outbox=deps.outbox,
            rules=rules,
            clock=deps.clock,
            new_id=lambda: uuid7(deps.clock.now(), secrets.randbits(74)),
        )

    def remember_drafts(self, kept: Mapping[str, int]) -> None:
        """Go on with the drafts of former lives: id and how often each was changed."""
        self._own_drafts.update(kept)

    def act(self) -> None:
        """Do one thing."""
        role = self._deps.signed_in.actor.role
        doing = {Role.PP: self._buy, Role.PENYEDIA: self._sell, Role.PPK: self._decide}.get(role)
        if doing is not None:
            self._try(doing)

    def answer_parked(self) -> None:
        """Prove presence for what the backend holds undecided, as *Kotak Keluar* asks the person to."""
        for deed in self._deps.outbox.deeds():
            if deed.state is DeedState.PARKED:
                self._try(lambda cmd_id=deed.cmd_id: self._again(cmd_id))  # type: ignore[misc]

    def _try(self, doing: Callable[[], None]) -> None:
        try:
            doing()
        except Refused as refused:
            self.counted[f"refused here: {refused.refusal.code}"] += 1
        except BackendRefused as refused:
            self.counted[f"refused there: {refused.refusal.code}"] += 1
        except WorldFailed as failed:
            self.counted[failed.code] += 1

    # ---- the buyer

    def _buy(self) -> None:
        luck = self._dice.random()
        drafts = [one for one in self._deps.drafts.all("checkout") if one.id in self._own_drafts]
        if luck < 0.25 and len(drafts) < 4:
            self._keep_draft(self._begun())
        elif luck < 0.4 and drafts:
            self._change(self._dice.choice(drafts).id)
        elif luck < 0.62 and drafts and self._running() < OPEN_ORDERS:
            self._submit(self._dice.choice(drafts).id)
        elif luck < 0.66:
            self._take_back()
        else:
            self._bargain()

    def _begun(self) -> CheckoutForm:
        dice, today = self._dice, self._deps.clock.now().date()
        order_id = self._checkout.start_direct(dice.choice(PRODUCTS), quantity(dice.randint(1, 6)))
        desk = self._checkout.open(order_id)
        assert desk is not None
        code = dice.choice(PACKAGES)
        form = with_rup(desk.form, code, desk.known.rups.get(code) or self._deps.mirror.rup(code))
        rup = self._deps.mirror.rup(code)
        ppk = dice.choice(sorted(desk.known.ppks))
        place = replace(PLACE, arrive_from=today + timedelta(days=14), arrive_to=today + timedelta(days=21))
        return replace(
            form,
            places=(place,),
            mak=rup.maks[0] if rup is not None else "",
            ppk_access_id=ppk,
            declaration=True,
        )

    def _keep_draft(self, form: CheckoutForm) -> None:
        times = self._own_drafts.get(form.order_id, 0) + 1
        self._checkout.save(replace(form, note=f"catatan {times}"))
        self._own_drafts[form.order_id] = times
        self._diary.write(KEPT, form.order_id, times=times)

    def _change(self, order_id: str) -> None:
        desk = self._checkout.open(order_id)
        if desk is not None:
            self._keep_draft(desk.form)

    def _submit(self, order_id: str) -> None:
        desk = self._checkout.open(order_id)
        if desk is None:
            return
        verdict = self._checkout.evaluate(desk.form, desk.known)
        _submission, changes = self._checkout.submit(desk.form, verdict.listed.total)
        self._own_drafts.pop(order_id, None)
        self._published(changes)

    def _running(self) -> int:
        return sum(view.order.state in NEGOTIATING for view in self._deps.mirror.orders())

    # ---- both sides of the table

    def _sell(self) -> None:
        self._bargain()

    def _bargain(self) -> None:
        actor = self._deps.signed_in.actor
        open_ones = [
            view.order
            for view in self._deps.mirror.orders()
            if view.order.state in NEGOTIATING and is_my_move(view.order, actor)
        ]
        if not open_ones:
            return
        bargain = self._negotiation.read(self._dice.choice(open_ones).id)
        if bargain is not None and bargain.my_move:
            self._move(bargain)

    def _move(self, bargain: Bargain) -> None:
        dice, order = self._dice, bargain.order
        luck = dice.random()
        if order.state is State.AGREED:
            stop = luck < 0.2
            self._published(
                self._negotiation.stop(order.id, _REASON)
                if stop and bargain.seat is Party.BUYER
                else self._negotiation.hand_over(order.id, "Mohon ditinjau")
            )
        elif luck < 0.12:
            self._published(self._negotiation.stop(order.id, _REASON))
        elif luck < 0.4 and bargain.theirs is not None and bargain.seat is Party.BUYER:
            self._published(self._negotiation.agree(order.id, bargain.round_no))
        else:
            self._reply(bargain)

    def _reply(self, bargain: Bargain) -> None:
        prices = {
            item.key: Rupiah(self._dice.randint(item.lowest, item.highest))
            for item in bargain.items
            if item.lowest is not None and item.highest is not None
        }
        reply = Reply(round_no=bargain.round_no, prices=prices, note="Balasan")
        self._negotiation.keep(bargain.order.id, reply, "Balasan")
        if self._dice.random() < 0.9:
            self._published(self._negotiation.reply(bargain.order.id, reply))

    def _take_back(self) -> None:
        waiting = [one for one in self._deps.outbox.deeds() if one.state is DeedState.WAITING]
        if waiting:
            self._published(self._deps.outbox.withdraw(waiting[-1].cmd_id))

    # ---- the PPK, online only

    def _decide(self) -> None:
        actor = self._deps.signed_in.actor
        waiting = [
            view.order
            for view in self._deps.mirror.orders()
            if view.order.state is State.WAITING_PPK_REVIEW and is_my_move(view.order, actor)
        ]
        if not waiting or self._dice.random() < 0.5:
            return
        order = self._dice.choice(waiting)
        luck = self._dice.random()
        command: c.Command = c.ReturnToBuyer(reason=_REASON)
        if luck < 0.4:
            self._deps.backend.step_up("", PASSWORD)
            command = c.IssueLetter(terms="", checklist=CHECKLIST)
        elif luck < 0.6:
            command = c.RejectOrder(reason=_REASON)
        outcome = self._deps.backend.run_now(command, actor=actor, order_id=order.id, base_rev=order.revision)
        self._teller.tell(outcome)
        self.counted[f"decided online: {outcome.outcome}"] += 1

    def _again(self, cmd_id: str) -> None:
        deed = next(one for one in self._deps.outbox.deeds() if one.cmd_id == cmd_id)
        self._deps.backend.step_up("", PASSWORD)
        outcome = self._deps.backend.run_now(
            c.ReturnToBuyer(reason=_REASON),  # only the kept bytes are sent
            actor=self._deps.signed_in.actor,
            order_id=deed.order_id,
            base_rev=0,
            cmd_id=cmd_id,
        )
        self._teller.tell(outcome)

    def _published(self, changes: object) -> None:
        self.counted["put"] += 1
        self._deps.sync_now()
