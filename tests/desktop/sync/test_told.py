"""Which pages hear of a deed on its way: those of its order too, not only those that list all deeds."""

from __future__ import annotations

import pytest

from inaproc_desktop.ports.data import WorldFailed
from tests.desktop.sync.office import Machine
from tests.desktop.sync.test_rounds import ORDER, submit


def heard_of_order(machine: Machine) -> int:
    """How many of the changes a page hears that shows this order alone."""
    published = [changes for changes in machine.bus.published if changes.touches("deed")]
    return sum(ORDER in changes.ids for changes in published)


@pytest.mark.parametrize("code", ["world.offline", "world.timeout"])
def test_page_of_the_order_hears_of_sending_and_of_silence(machine: Machine, code: str) -> None:
    cmd_id = submit(machine)
    machine.bus.published.clear()
    machine.bus.publish(machine.file.begin((cmd_id,)))
    assert heard_of_order(machine) == 1
    machine.bus.publish(machine.file.unanswered((cmd_id,), code))
    assert heard_of_order(machine) == 2


def test_page_of_the_order_hears_of_an_answer_without_rows(machine: Machine) -> None:
    submit(machine)
    machine.bus.published.clear()

    def no_pull(*_arguments: object) -> None:
        raise WorldFailed("world.timeout", "")

    machine.wire.pull = no_pull  # type: ignore[assignment,method-assign]
    assert not machine.engine.round()
    assert heard_of_order(machine) == 2  # sent, answered
