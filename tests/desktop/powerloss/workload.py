"""The canonical days of a work file: all that is ever told to be saved, by the product's own classes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inaproc_core.orders import commands as c
from inaproc_core.values import Rupiah
from inaproc_desktop.storage.wizard_drafts import LocalWizardDrafts
from tests import builders
from tests.desktop.powerloss.crashes import Recorder
from tests.desktop.powerloss.vfs import Shim
from tests.desktop.storage.first_version import envelope_of, make_first_version
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine

ORDERS = tuple(builders.ORDER_ID.replace("0001", f"000{number}") for number in range(1, 5))
OLD = {f"cmd-{no}": envelope_of(no, f"0193a1b2-0000-7000-8000-00000000900{no}") for no in range(1, 8)}
"""Commands of the file of the first version, and their bytes."""


@dataclass(frozen=True)
class Promise:
    """What the person was told is saved from then on.

    Attributes:
        command: in outbox or journal, for ever, with these bytes.
        draft: by id, this text or a later one.
        refused: has a card.
        setting: name and value.
        wizard: page of the draft of a wizard.
    """

    command: str = ""
    envelope: bytes = b""
    draft: str = ""
    text: str = ""
    gone: str = ""
    refused: str = ""
    setting: tuple[str, str] = ("", "")
    wizard: str = ""


@dataclass
class Day:
    """One recorded workload.

    Attributes:
        acks: commands in the order of the person's feed.
    """

    name: str
    recorder: Recorder
    acks: list[str] = field(default_factory=list)
    outcomes: dict[str, str] = field(default_factory=dict)


def record(name: str, folder: Path, shim: Shim) -> Day:
    """Play a day once and write down what it does to the disk.

    Args:
        name: ``first`` begins with no file, ``older`` with one of the first version.
        folder: an empty one; it is given back as it was found at the start.
        shim: installed already.
    """
    if name == "older":
        make_first_version(folder / "work.db")
    recorder = Recorder(folder)
    server = FakeServer(page=3)
    server.open_office()
    day = Day(name, recorder)
    shim.watcher = recorder
    with recorder.watching_the_program():
        _play(Machine(folder, server), recorder)
    shim.watcher = type(shim)().watcher
    day.acks = list(server.log)
    day.outcomes = {cmd_id: outcome.outcome for cmd_id, outcome in server.log.items()}
    for file in folder.iterdir():
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    return day


def _play(machine: Machine, recorder: Recorder) -> None:
    promise = recorder.promise
    _draft(machine, promise, "d-1", "setengah jadi")
    machine.engine.round()
    _draft(machine, promise, "d-1", "hampir jadi " * 300)
    _draft(machine, promise, "d-2", "lain")
    machine.work.keep_setting("note", "ingat")
    promise(Promise(setting=("note", "ingat")))
    first = _submit(machine, promise, ORDERS[0], clear="d-1")
    machine.server.lose = 1  # done, and the answer is lost
    machine.engine.round()
    machine.engine.round()
    _submit(machine, promise, ORDERS[1])
    refused = _submit(machine, promise, ORDERS[2], base_rev=7)
    machine.engine.round()
    assert machine.server.log[refused].outcome == "conflict"
    promise(Promise(refused=refused))
    machine = machine.reopened()
    assert first in machine.server.log
    _draft(machine, promise, "d-2", "lain, lanjut")
    wizards = LocalWizardDrafts(machine.work, machine.clock)
    wizards.keep_file("profile", "KTP", "ktp.jpg", bytes(range(256)) * 180)
    wizards.save("profile", "data", {"nik": "3273010101900001"})
    promise(Promise(wizard="data"))
    machine.server.offline = True
    _submit(machine, promise, ORDERS[3])
    machine.engine.round()
    machine.work.checkpoint()
    machine.server.offline = False
    machine.engine.round()
    machine.server.epoch = "e2"  # the backend begins a new history: base goes, outbox and journal stay
    machine.engine.round()
    machine.engine.round()
    wizards.forget("profile")
    promise(Promise(gone="profile"))
    _draft(machine, promise, "d-3", "terakhir")
    machine.close()


def _draft(machine: Machine, promise: Callable[[Any], None], draft_id: str, text: str) -> None:
    machine.drafts.save(draft_id, "checkout", "v-1", "ATK", {"text": text})
    promise(Promise(draft=draft_id, text=text))


def _submit(
    machine: Machine, promise: Callable[[Any], None], order_id: str, *, clear: str = "", base_rev: int = 0
) -> str:
    command = c.SubmitCheckout(checkout=builders.checkout(machine.server.known), max_total=Rupiah(10**12))
    cmd_id, _changed = machine.outbox.put(
        command, actor=machine.actor, order_id=order_id, base_rev=base_rev, clear_draft=clear
    )
    queued = machine.file.queued(cmd_id)
    assert queued is not None
    promise(Promise(command=cmd_id, envelope=queued.envelope, gone=clear))
    return cmd_id
