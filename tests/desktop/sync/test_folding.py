"""The overlay that follows changes is the overlay made from nothing, whatever happened."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any
from unittest import mock

import pytest

from inaproc_core.orders import commands as c
from inaproc_core.orders.machine import decide
from inaproc_core.values import Rupiah
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.storage import folding
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.folding import Folding
from inaproc_desktop.storage.knowledge import Knowledge
from tests import builders
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine

SCOPE = "satker/s-1"
ORDERS = [builders.ORDER_ID.replace("0001", f"00{number:02}") for number in range(10, 16)]
RUPS = ("51402877", "51402878")


class Days:
    """Random days of a person, with everything that an overlay may rest on changing in between."""

    def __init__(self, machine: Machine, dice: random.Random) -> None:
        self._machine = machine
        self._dice = dice
        self._rev = 1
        self.steps: tuple[Callable[[], object], ...] = (
            self.submit,
            self.submit,
            self.submit,
            self.cancel,
            self.cancel,
            self.sync,
            self.answer,
            self.park,
            self.refuse,
            self.withdraw,
            self.dismiss,
            self.change_rup,
            self.change_official,
            self.change_satker,
            self.change_catalogue,
            self.begin_anew,
            self.write_a_draft,
        )

    def submit(self) -> None:
        server, dice = self._machine.server, self._dice
        form = replace(builders.checkout(server.known), rup_code=dice.choice(RUPS))
        command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
        order = dice.choice(ORDERS)
        self._machine.outbox.put(command, actor=builders.PP, order_id=order, base_rev=self._seen(order))

    def cancel(self) -> None:
        order = self._dice.choice(ORDERS)
        command = c.CancelNegotiation(reason="Anggaran dialihkan")
        self._machine.outbox.put(command, actor=builders.PP, order_id=order, base_rev=self._seen(order))

    def sync(self) -> None:
        self._machine.engine.round()

    def answer(self) -> None:
        self._machine.server.lose = self._dice.randint(0, 1)
        with suppress(WorldFailed):
            self._machine.engine._pusher.push_all()

    def park(self) -> None:
        self._outcome("parked")

    def refuse(self) -> None:
        self._outcome("rejected")

    def withdraw(self) -> None:
        for deed in reversed(self._machine.outbox.deeds()):
            record_is_free = deed.state.value == "waiting" and not deed.attempts
            if record_is_free and self._dice.random() < 0.3:
                with mock.patch.object(folding, "_MANY", self._dice.choice((0, 20))):
                    self._machine.file.forget(deed.cmd_id)

    def dismiss(self) -> None:
        for deed in self._machine.outbox.deeds():
            if self._dice.random() < 0.3:
                self._machine.outbox.dismiss(deed.cmd_id)

    def change_rup(self) -> None:
        code = self._dice.choice(RUPS)
        pagu = self._dice.choice((250_000_000, 30_000_000, 1000))
        self._publish("rup", code, replace(builders.rup(pagu=pagu), code=code))

    def change_official(self) -> None:
        known = builders.official(builders.PPK)
        self._publish("official", builders.PPK.access_id, replace(known, active=self._dice.random() < 0.6))

    def change_satker(self) -> None:
        self._publish("satker", "s-1", replace(builders.satker(), name=f"Satker {self._rev}"))

    def change_catalogue(self) -> None:
        server = self._machine.server
        known = builders.facts()
        listed = self._dice.random() < 0.6
        products = {key: replace(one, listed=listed) for key, one in known.products.items()}
        server.known = replace(known, products=products)
        server.catalogue_seq += 1
        self._machine.engine._puller.refresh_catalogue(server.catalogue_seq)

    def begin_anew(self) -> None:
        if self._dice.random() < 0.3:
            self._machine.backend.reset_training()

    def write_a_draft(self) -> None:
        self._machine.drafts.save("d-1", "checkout", "v-1", "ATK", {"note": str(self._rev)})

    def _publish(self, kind: str, entity: str, row: Any) -> None:
        self._rev += 1
        self._machine.server.publish(SCOPE, kind, entity, row, rev=self._rev)

    def _outcome(self, kind: Any) -> None:
        deeds = [deed for deed in self._machine.outbox.deeds() if deed.outcome is None]
        if deeds:
            deed = self._dice.choice(deeds)
            outcome = Outcome(cmd_id=deed.cmd_id, outcome=kind, code="x", aggregate=deed.order_id)
            self._machine.file.answered([outcome])

    def _seen(self, order_id: str) -> int:
        view = self._machine.mirror.order(order_id)
        moved = self._dice.random() < 0.1
        return (view.order.revision if view is not None else 0) + moved


@pytest.mark.parametrize("seed", range(10))
def test_following_changes_gives_the_same_as_from_nothing(
    machine: Machine, server: FakeServer, seed: int
) -> None:
    server.publish(SCOPE, "rup", RUPS[1], replace(builders.rup(), code=RUPS[1]))
    days = Days(machine, random.Random(seed))
    dice = random.Random(f"{seed}/steps")
    for _ in range(50):
        dice.choice(days.steps)()
        with machine.work.read() as connection:
            followed = machine.overlay.snapshot(connection)
            base = BaseRows()
            knowledge = Knowledge(base, machine.catalogue, builders.BOOK, builders.CALENDAR)
            anew = Folding(base, knowledge).snapshot(connection)
        assert followed == anew


def test_only_what_a_change_touches_is_decided_again(
    machine: Machine, server: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.offline = True
    decided: list[object] = []

    def counting(*asked: Any) -> object:
        decided.append(asked)
        return decide(*asked)

    monkeypatch.setattr(folding, "decide", counting)
    for order in ORDERS:
        form = builders.checkout(server.known)
        command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
        machine.outbox.put(command, actor=builders.PP, order_id=order, base_rev=0)
    machine.mirror.orders()
    assert len(decided) == len(ORDERS)
    machine.drafts.save("d-1", "checkout", "v-1", "ATK", {"note": "x"})
    machine.file.unanswered([machine.outbox.deeds()[0].cmd_id], "world.offline")
    assert machine.outbox.deeds()[0].last_error == "world.offline"
    assert len(decided) == len(ORDERS)
    command = c.SubmitCheckout(checkout=builders.checkout(server.known), max_total=Rupiah(10**12))
    machine.outbox.put(command, actor=builders.PP, order_id=builders.ORDER_ID, base_rev=0)
    machine.mirror.orders()
    assert len(decided) == len(ORDERS) + 1
