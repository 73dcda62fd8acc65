"""Versions of commands: old ones are brought up to the newest, newer ones wait."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.wire.codec import COMMANDS

AGREE = "order.agree_prices"


def _from_one(payload: dict[str, Any]) -> dict[str, Any]:
    return {"round": payload["number"]}


def _from_two(payload: dict[str, Any]) -> dict[str, Any]:
    return {"round_no": payload["round"]}


LATER = replace(COMMANDS, newest={AGREE: 3}, upcasters={(AGREE, 1): _from_one, (AGREE, 2): _from_two})
"""Two releases on: what is called ``round_no`` now was ``number`` once, then ``round``."""


def test_every_command_is_of_version_one() -> None:
    assert set(COMMANDS.ranges().values()) == {(1, 1)}
    assert COMMANDS.written(AGREE) == 1


@pytest.mark.parametrize(
    ("version", "payload"), [(1, {"number": 4}), (2, {"round": 4}), (3, {"round_no": 4})]
)
def test_old_versions_are_brought_up_to_the_newest(version: int, payload: dict[str, Any]) -> None:
    assert LATER.decode(AGREE, version, payload) == c.AgreePrices(round_no=4)
    assert LATER.accepted(AGREE) == (1, 3)
    assert LATER.written(AGREE) == 3


def test_a_version_without_its_way_up_is_not_taken_any_more() -> None:
    book = replace(LATER, upcasters={(AGREE, 2): _from_two})
    assert book.accepted(AGREE) == (2, 3)
    assert _facts(book, AGREE, 1) == {"name": AGREE, "version": 1, "newest": 3}


@pytest.mark.parametrize(
    ("name", "version", "newest"), [(AGREE, 2, 1), (AGREE, 0, 1), ("order.teleport", 1, 0), ("", 0, 0)]
)
def test_what_is_not_known_waits(name: str, version: int, newest: int) -> None:
    assert _facts(COMMANDS, name, version) == {"name": name, "version": version, "newest": newest}


def test_a_closed_command_is_as_though_it_were_unknown() -> None:
    book = replace(COMMANDS, closed=frozenset({AGREE}))
    assert book.accepted(AGREE) == (0, 0)
    assert AGREE not in book.ranges() and len(book.ranges()) == len(COMMANDS.ranges()) - 1
    assert _facts(book, AGREE, 1)["newest"] == 0


def test_an_old_payload_is_read_as_strictly_as_a_new_one() -> None:
    with pytest.raises(Refused) as caught:
        LATER.decode(AGREE, 1, {"number": "4"})
    assert caught.value.refusal.code == "wire.malformed"


def _facts(book: Any, name: str, version: int) -> dict[str, Any]:
    with pytest.raises(Refused) as caught:
        book.decode(name, version, {"round_no": 1})
    assert caught.value.refusal.code == "command.unsupported_version"
    return dict(caught.value.refusal.facts)
