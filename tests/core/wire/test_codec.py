"""The wire: every command and every order comes back as it went, and nothing unknown slips in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.values import half_up_div, ulid, uuid7
from inaproc_core.wire import codec
from inaproc_core.wire.messages import Envelope
from tests.builders import play_to
from tests.core.orders.test_transitions import COMMANDS, REACHABLE


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_a_command_survives_the_wire(command: c.Command):
    name, payload = codec.encode_command(command)
    assert codec.decode_command(name, codec.COMMANDS.written(name), payload) == command


def test_every_command_has_one_name():
    assert set(codec.COMMAND_TYPES.values()) == {type(command) for command in COMMANDS}


@pytest.mark.parametrize("state", REACHABLE)
def test_an_order_survives_the_wire(state: State):
    order = play_to(state)
    assert codec.from_json(codec.to_json(order), Order) == order


def refusal(name: str, version: int, payload: dict[str, Any]) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        codec.decode_command(name, version, payload)
    return caught.value.refusal.code, caught.value.refusal.field


def test_what_is_unknown_is_refused_by_name():
    unsupported = ("command.unsupported_version", "type_version")
    assert refusal("order.teleport", 1, {}) == unsupported
    assert refusal("order.agree_prices", 9, {"round_no": 1}) == unsupported
    assert refusal("order.agree_prices", 1, {"round_no": 1, "hurry": True}) == ("wire.unknown_field", "hurry")
    assert refusal("order.agree_prices", 1, {"round_no": "1"}) == ("wire.malformed", "round_no")
    assert refusal("order.agree_prices", 1, {"round_no": True}) == ("wire.malformed", "round_no")
    assert refusal("order.agree_prices", 1, {"round_no": 1.0})[0] == "wire.malformed"
    assert refusal("order.agree_prices", 1, {})[0] == "wire.malformed"


def test_an_unknown_field_deep_inside_is_named_with_its_path():
    name, payload = codec.encode_command(COMMANDS[1])
    payload["checkout"]["lines"][1]["colour"] = "blue"
    assert refusal(name, 1, payload) == ("wire.unknown_field", "checkout.lines.1.colour")


def test_canonical_bytes_do_not_depend_on_the_order_of_keys():
    one = codec.from_plain(
        {
            "cmd_id": "1",
            "type": "t",
            "type_version": 1,
            "acting_as": "a",
            "aggregate": "o",
            "base_rev": 0,
            "payload": {"b": 1, "a": "é"},
        },
        Envelope,
    )
    two = codec.from_plain(
        {
            "payload": {"a": "é", "b": 1},
            "base_rev": 0,
            "aggregate": "o",
            "acting_as": "a",
            "type_version": 1,
            "type": "t",
            "cmd_id": "1",
        },
        Envelope,
    )
    assert codec.canonical(one) == codec.canonical(two)
    assert codec.fingerprint(one) == codec.fingerprint(two)


@given(
    moments=st.lists(
        st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1)), min_size=2, max_size=2, unique=True
    ),
    bits=st.integers(0, 2**80 - 1),
)
def test_ids_sort_by_time(moments: list[datetime], bits: int):
    early, late = (moment.replace(tzinfo=UTC) for moment in sorted(moments))
    assert len(ulid(early, bits)) == 26
    if int(early.timestamp() * 1000) < int(late.timestamp() * 1000):
        assert ulid(early, bits) < ulid(late, bits)
        assert uuid7(early, bits) < uuid7(late, bits)
    assert uuid7(early, bits)[14] == "7"
    assert uuid7(early, bits)[19] in "89ab"


@given(numerator=st.integers(0, 10**18), denominator=st.integers(1, 10**6))
def test_half_up_rounds_half_up(numerator: int, denominator: int):
    result = half_up_div(numerator, denominator)
    assert 2 * numerator < denominator * (2 * result + 1)
    assert 2 * numerator >= denominator * (2 * result - 1)
