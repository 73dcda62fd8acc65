"""The transition table against its specification: 41 rows and one of our own; all else is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.machine import decide
from inaproc_core.orders.states import State, Status, status_of
from inaproc_core.orders.transitions import TRANSITIONS, allowed_commands, rows_for
from inaproc_core.roles import SYSTEM, Actor, Role
from inaproc_core.values import Rupiah
from tests.builders import BENDAHARA, NOW, PP, PPK, VENDOR, checkout, context, facts, form, play_to

ACTORS: dict[Role, Actor] = {
    Role.PP: PP,
    Role.PPK: PPK,
    Role.BENDAHARA: BENDAHARA,
    Role.PENYEDIA: VENDOR,
    Role.SYSTEM: SYSTEM,
    Role.APIP: replace(PP, role=Role.APIP, user_id="u-apip", access_id="a-apip"),
    Role.VERIFIKATOR: replace(PP, role=Role.VERIFIKATOR, user_id="u-ver", access_id="a-ver"),
    Role.ADMIN: replace(PP, role=Role.ADMIN, user_id="u-adm", access_id="a-adm"),
}

REASON = "Anggaran dialihkan ke kegiatan lain"
COMMANDS: tuple[c.Command, ...] = (
    c.SaveDraft(form=form()),
    c.SubmitCheckout(checkout=checkout(facts()), max_total=Rupiah(10**12)),
    c.AgreePrices(round_no=1),
    c.CounterOffer(round_no=1, prices={"line:1": Rupiah(59_000)}),
    c.DeclineNegotiation(reason=REASON),
    c.OfferPrices(round_no=2, prices={"line:1": Rupiah(50_000)}),
    c.CancelNegotiation(reason=REASON),
    c.DelistProduct(product_id="p-1"),
    c.ExpireDeadline(),
    c.SubmitToPpk(),
    c.ProceedOrder(),
    c.ReturnToBuyer(reason=REASON),
    c.RejectOrder(reason=REASON),
    c.IssueLetter(terms="", checklist=()),
    c.SignLetter(sha256="1" * 64),
    c.AcceptOrder(sha256="2" * 64),
    c.DeclineOrder(reason=REASON),
    c.Ship(
        delivery_no=1,
        courier_name="Armada",
        tracking_number="",
        driver="Sopir",
        quantities={},
        expected_on=NOW.date(),
    ),
    c.MarkArrived(shipment_no=1, received_by="Gudang"),
    c.Inspect(finished_on=NOW.date(), function_ok=True, quantity_ok=True, time_ok=True),
    c.IssueBast(number="1"),
    c.SignBast(sha256="3" * 64),
    c.CountersignBast(sha256="4" * 64),
    c.ChoosePaymentMethod(channel="KKP"),
    c.ConfirmPayment(termin_no=1, reference="x", paid_on=NOW.date(), amount=Rupiah(1)),
    c.DiscardDraft(),
)
REACHABLE = (
    State.WAIT_SELLER,
    State.WAIT_BUYER,
    State.AGREED,
    State.WAITING_PPK_REVIEW,
    State.ESIGN_IN_PROGRESS,
    State.WAITING_SELLER_CONFIRMATION,
    State.PROCESSING,
    State.SHIPPING,
    State.ARRIVED,
    State.BAST_DRAFT,
    State.WAIT_BAST_SELLER,
    State.PAYMENT_PREPARATION,
    State.WAIT_PAYMENT,
    State.COMPLETED,
)
BUILT_ROWS = {*range(1, 19), 20, 21, 22, 26, 28, 29, 32, 33, 35, 36, 38, 42}


def test_the_table_has_all_41_rows_and_ours_in_order():
    numbers = [row.row for row in TRANSITIONS]
    assert sorted(set(numbers)) == list(range(1, 43))
    assert numbers == sorted(numbers)


def test_the_rows_of_this_stage_have_a_command_and_the_others_wait():
    assert {row.row for row in TRANSITIONS if row.command is not None} == BUILT_ROWS


def test_every_command_has_a_row():
    assert {type(command) for command in COMMANDS} == {
        row.command for row in TRANSITIONS if row.command is not None
    }


def test_every_state_has_a_status_of_the_platform():
    assert {status_of(state) for state in State} == set(Status)


@pytest.mark.parametrize("state", [State.NONE, *REACHABLE])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_a_pair_outside_the_table_is_refused_by_its_code(state: State, command: c.Command):
    order = None if state is State.NONE else play_to(state)
    rows = rows_for(state, type(command))
    for role, actor in ACTORS.items():
        decision = decide(order, command, actor, facts(), context(NOW + timedelta(hours=3)))
        if not rows:
            assert isinstance(decision, Refusal)
            assert decision.code == "order.not_allowed_in_state"
            assert decision.facts == {"state": state.value, "command": type(command).__name__}
        elif not any(role in row.roles for row in rows):
            assert isinstance(decision, Refusal)
            assert decision.code == "order.wrong_role"
            assert decision.facts["role"] == role.value
        elif isinstance(decision, Refusal):
            assert decision.code not in {"order.not_allowed_in_state", "order.wrong_role"}


@pytest.mark.parametrize("state", REACHABLE)
def test_an_ordinary_step_lands_on_a_target_of_the_table(state: State):
    order = play_to(state)
    assert any(state in row.targets for row in TRANSITIONS)
    assert order.state is state
    assert order.revision == len(order.history)


def test_other_satkers_other_penyedia_and_other_ppk_are_refused():
    order = play_to(State.WAITING_PPK_REVIEW)
    stranger = replace(PPK, satker_id="s-2")
    second = replace(PPK, user_id="u-ppk2", access_id="a-ppk2", name="Citra Latihan")
    command = c.RejectOrder(reason=REASON)
    for actor, code in ((stranger, "order.not_yours"), (second, "order.other_ppk")):
        decision = decide(order, command, actor, facts(), context())
        assert isinstance(decision, Refusal)
        assert decision.code == code
    negotiating = play_to(State.WAIT_SELLER)
    rival = replace(VENDOR, vendor_id="v-2")
    decision = decide(negotiating, c.AgreePrices(round_no=1), rival, facts(), context())
    assert isinstance(decision, Refusal)
    assert decision.code == "order.not_yours"


def test_allowed_commands_are_what_a_seat_can_try():
    assert allowed_commands(State.WAIT_SELLER, Role.PENYEDIA) == (
        c.AgreePrices,
        c.CounterOffer,
        c.DeclineNegotiation,
    )
    assert allowed_commands(State.COMPLETED, Role.PPK) == ()
