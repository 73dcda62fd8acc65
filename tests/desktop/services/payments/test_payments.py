"""Pembayaran: who sees what, channels and their limits, taxes, and confirming once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders.model import Inspection, Termin
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.finishing import PayForm, PaymentQueue, Proof
from inaproc_desktop.services.payment_taxes import tax_sheet
from inaproc_desktop.services.payments import PaymentsService
from tests import builders
from tests.desktop.fake_data import Mine
from tests.desktop.finishing import rules_of, state_of, world_of

EVERY = (State.WAIT_BAST_SELLER, State.PAYMENT_PREPARATION, State.WAIT_PAYMENT, State.COMPLETED)
PROOF = Proof(password="rahasia")


def service_of(mine: Mine) -> PaymentsService:
    return PaymentsService(
        mirror=mine.mirror, backend=mine.backend, rules=rules_of(mine.world), actor=mine.actor
    )


def form_of(mine: Mine, order_id: str = "o-0") -> PayForm:
    termin = mine.world.orders[order_id].termins[0]
    return PayForm(
        termin_no=termin.no, reference="SP2D-0042", paid_on=date(2026, 11, 23), amount=termin.amount
    )


@pytest.mark.parametrize(
    ("actor", "opened", "mine"),
    [
        (builders.PPK, {"o-1", "o-2#1"}, {"o-1"}),
        (builders.BENDAHARA, {"o-1", "o-2#1"}, {"o-2#1"}),
        (builders.VENDOR, {"o-0", "o-1", "o-2#1"}, set()),
    ],
)
def test_everyone_sees_the_open_ones_and_their_own_move(
    actor: Actor, opened: set[str], mine: set[str]
) -> None:
    service = service_of(Mine(world_of(*EVERY), actor))
    rows = service.rows(PaymentQueue.OPEN)
    assert {row.id for row in rows} == opened
    assert {row.id for row in rows if row.mine} == mine
    assert service.waiting_for_me() == len(mine)
    assert [row.id for row in service.rows(PaymentQueue.PAID)] == ["o-3#1"]


def test_channels_of_up_are_open_below_their_limits() -> None:
    file = service_of(Mine(world_of(State.PAYMENT_PREPARATION), builders.PPK)).read("o-0")
    assert file is not None
    assert file.may_choose
    assert [one.code for one in file.channels] == ["KKP", "VA_BRI", "VA_MANDIRI", "VA_BNI", "KODE_BAYAR"]
    assert all(one.refusal is None for one in file.channels)


def test_a_channel_at_its_limit_is_closed_with_the_reason() -> None:
    world = world_of(State.PAYMENT_PREPARATION)
    order = world.orders["o-0"]
    assert order.current is not None
    world.add_orders(replace(order, current=replace(order.current, total=Rupiah(50_000_000))))
    service = service_of(Mine(world, builders.PPK))
    file = service.read("o-0")
    assert file is not None
    closed = {one.code: one.refusal.code for one in file.channels if one.refusal is not None}
    assert closed == {"VA_BNI": "payment.channel_limit"}
    with pytest.raises(Refused):
        service.choose("o-0", "VA_BNI")
    service.choose("o-0", "KKP")
    assert world.orders["o-0"].payment_channel == "KKP"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"reference": " "}, "payment.reference_missing"),
        ({"amount": Rupiah(1)}, "payment.wrong_amount"),
        ({"termin_no": 2}, "payment.wrong_termin"),
        ({"paid_on": date(2027, 1, 1)}, "payment.in_future"),
        ({"paid_on": date(2026, 11, 1)}, "payment.before_bast"),
    ],
)
def test_rules_speak_before_presence_is_asked(changed: dict[str, object], code: str) -> None:
    mine = Mine(world_of(State.WAIT_PAYMENT), builders.BENDAHARA)
    mine.world.stepped_up = False
    service = service_of(mine)
    file = service.read("o-0")
    assert file is not None
    form = replace(form_of(mine), **changed)  # type: ignore[arg-type]  # names and values of the table above
    refusal = service.check(file, form)
    assert refusal is not None
    assert refusal.code == code
    with pytest.raises(Refused):
        service.confirm("o-0", form, PROOF)
    assert mine.backend.ran == []
    assert not mine.world.stepped_up


def test_who_ordered_may_not_pay() -> None:
    orderer = replace(builders.BENDAHARA, user_id=builders.PP.user_id)
    mine = Mine(world_of(State.WAIT_PAYMENT), orderer)
    service = service_of(mine)
    file = service.read("o-0")
    assert file is not None
    assert not file.may_pay
    assert file.refusal is not None
    assert file.refusal.code == "payment.same_person"
    assert service.waiting_for_me() == 0


def test_confirming_proves_presence_and_pays_once() -> None:
    mine = Mine(world_of(State.WAIT_PAYMENT), builders.BENDAHARA)
    mine.world.stepped_up = False
    service = service_of(mine)
    service.confirm("o-0", form_of(mine), PROOF)
    assert state_of(mine.world) is State.COMPLETED
    with pytest.raises(Refused):
        service.confirm("o-0", form_of(mine), PROOF)
    assert len(mine.world.orders["o-0"].payments) == 1


def test_offline_and_conflict_confirm_nothing() -> None:
    mine = Mine(world_of(State.WAIT_PAYMENT), builders.BENDAHARA)
    service = service_of(mine)
    mine.world.online = False
    with pytest.raises(WorldFailed):
        service.confirm("o-0", form_of(mine), PROOF)
    mine.world.online = True
    mine.world.refuse_next = Refusal(code="order.revision_moved_on")
    with pytest.raises(BackendRefused) as refused:
        service.confirm("o-0", form_of(mine), PROOF)
    assert refused.value.refusal.code == "order.revision_moved_on"
    assert mine.world.orders["o-0"].payments == ()


def test_termin_are_paid_in_their_order() -> None:
    world = world_of(State.WAIT_PAYMENT)
    order = world.orders["o-0"]
    whole = order.termins[0].amount
    split = (Termin(no=1, amount=Rupiah(whole // 3)), Termin(no=2, amount=Rupiah(whole - whole // 3)))
    world.add_orders(replace(order, termins=split))
    mine = Mine(world, builders.BENDAHARA)
    service = service_of(mine)
    assert [(row.id, row.mine) for row in service.rows(PaymentQueue.OPEN)] == [
        ("o-0#1", True),
        ("o-0#2", False),
    ]
    second = service.read("o-0", 2)
    assert second is not None
    assert not second.may_pay
    service.confirm("o-0", form_of(mine), PROOF)
    assert state_of(world) is State.PARTLY_PAID
    after = service.read("o-0")
    assert after is not None
    assert after.termin == split[1]
    assert after.may_pay


def test_up_taxes_are_taken_by_the_platform() -> None:
    order = world_of(State.WAIT_PAYMENT).orders["o-0"]
    assert order.current is not None
    totals = order.current
    sheet = tax_sheet(order, order.termins[0], builders.context().policy)
    lines = {line.code: line for line in sheet.lines}
    base = totals.goods + totals.shipping
    assert (lines["ppn"].amount, lines["ppn"].collector) == (totals.ppn, "pihak_lain")
    pph = lines["PPh22_pihak_lain"]
    assert (pph.amount, pph.rate, pph.collector) == (base * 5 // 1000, "0.5%", "pihak_lain")
    assert sheet.paid_to_seller == totals.total - totals.ppn - base * 5 // 1000
    assert all(line.source for line in sheet.lines)


def test_ls_taxes_are_withheld_by_the_treasurer() -> None:
    order = world_of(State.WAIT_PAYMENT, buyer=builders.PPK).orders["o-0"]
    assert order.current is not None
    totals = order.current
    sheet = tax_sheet(order, order.termins[0], builders.context().policy)
    lines = {line.code: line for line in sheet.lines}
    base = totals.goods + totals.shipping
    assert lines["ppn"].collector == "instansi"
    assert (lines["PPh22"].amount, lines["PPh22"].rate) == (base * 15 // 1000, "1.5%")
    assert sheet.gross == totals.total
    assert sheet.paid_to_seller == totals.total - totals.ppn - lines["PPh22"].amount


def test_a_charged_delay_is_kept_back_from_the_last_termin() -> None:
    order = world_of(State.WAIT_PAYMENT).orders["o-0"]
    assert order.inspection is not None
    late: Inspection = replace(order.inspection, late_days=7, time_ok=False)
    sheet = tax_sheet(replace(order, inspection=late), order.termins[0], builders.context().policy)
    plain = tax_sheet(order, order.termins[0], builders.context().policy)
    penalty = next(line for line in sheet.lines if line.code == "penalty")
    assert penalty.amount > 0
    assert sheet.paid_to_seller == plain.paid_to_seller - penalty.amount
    excused = replace(order, inspection=replace(late, time_ok=True))
    assert tax_sheet(excused, order.termins[0], builders.context().policy) == plain
