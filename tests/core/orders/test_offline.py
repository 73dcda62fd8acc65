"""Every command has a class, and the classes say what protocol.md 2.10 says."""

from __future__ import annotations

import pytest

from inaproc_core.orders import commands as c
from inaproc_core.orders.offline import (
    CLASS_OF,
    ONLINE_CLASSES,
    ONLINE_ONLY,
    DeedClass,
    needs_link,
    reason_code,
)
from inaproc_core.orders.transitions import TRANSITIONS
from inaproc_core.roles import Role
from inaproc_core.wire.codec import COMMAND_TYPES


def test_every_command_has_a_class() -> None:
    """A new command must say what becomes of it without a link."""
    assert set(CLASS_OF) == set(COMMAND_TYPES.values())


@pytest.mark.parametrize(
    ("command", "offline"),
    [
        (c.SaveDraft, True),
        (c.SubmitCheckout, True),
        (c.CounterOffer, True),
        (c.AgreePrices, True),
        (c.SubmitToPpk, True),
        (c.Ship, True),
        (c.MarkArrived, True),
        (c.IssueLetter, False),
        (c.ReturnToBuyer, False),
        (c.RejectOrder, False),
        (c.DeclineOrder, False),
        (c.SignLetter, False),
        (c.CountersignBast, False),
        (c.Inspect, False),
        (c.ChoosePaymentMethod, False),
        (c.ConfirmPayment, False),
    ],
)
def test_what_may_be_done_offline(command: type, offline: bool) -> None:
    assert needs_link(CLASS_OF[command]) is not offline
    assert (command in ONLINE_ONLY) is not offline


def test_whatever_a_ppk_or_treasurer_decides_is_decided_online() -> None:
    """Rows of the table that only they may ask for; arrival is a report, not a decision."""
    theirs = {
        row.command
        for row in TRANSITIONS
        if row.command is not None and row.roles <= {Role.PPK, Role.BENDAHARA} and row.row > 14
    }
    assert theirs
    assert {CLASS_OF[command] for command in theirs} <= ONLINE_CLASSES


def test_the_clock_is_nobody() -> None:
    machine = {command for command, of in CLASS_OF.items() if of is DeedClass.MACHINE}
    assert machine == {c.DelistProduct, c.ExpireDeadline}
    assert all(row.roles == {Role.SYSTEM} for row in TRANSITIONS if row.command in machine)


def test_reasons_are_named_by_class() -> None:
    assert reason_code(DeedClass.APPROVAL) == "offline.approval"
    assert len({reason_code(of) for of in ONLINE_CLASSES}) == len(ONLINE_CLASSES)
