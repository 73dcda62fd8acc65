"""Files of a checkout on their way: whatever dies when, the order has each of them exactly once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inaproc_core.orders import commands as c
from inaproc_core.orders.content import Attachment
from inaproc_core.orders.states import State
from inaproc_core.values import Rupiah
from inaproc_desktop.ports.attachments import FileState
from inaproc_desktop.ports.data import DeedState, WorldFailed
from inaproc_desktop.storage.documents import DocumentCache
from inaproc_desktop.sync.order_files import LiveOrderFiles
from inaproc_desktop.sync.uploads import BLOCKS_OF_A_STEP
from tests import builders
from tests.desktop.sync.fake_uploads import BLOCK, PDF, FilingServer
from tests.desktop.sync.office import Machine

ORDER = "0193a1b2-0000-7000-8000-0000000000f1"
OTHER = "0193a1b2-0000-7000-8000-0000000000f2"
CANARY = b"Kerangka-Acuan-Kerja-yang-tidak-boleh-terbaca-di-disk "
CONTENT = CANARY * 200
SHA = hashlib.sha256(CONTENT).hexdigest()
MAX = Rupiah(10**12)


def named(content: bytes = CONTENT, name: str = "KAK.pdf") -> Attachment:
    return Attachment(
        sha256=hashlib.sha256(content).hexdigest(), name=name, media_type=PDF, size=len(content)
    )


@pytest.fixture
def server() -> FilingServer:
    return FilingServer()


Open = Callable[[], Machine]


@pytest.fixture
def open_machine(server: FilingServer, tmp_path: Path) -> Iterator[Open]:
    made: list[Machine] = []

    def make() -> Machine:
        folder = tmp_path / "pp"
        folder.mkdir(exist_ok=True)
        machine = Machine(folder, server, builders.PP, uploads=server.files)
        made.append(machine)
        return machine

    yield make
    for machine in made:
        machine.close()


def choose(machine: Machine, content: bytes = CONTENT, name: str = "KAK.pdf") -> None:
    machine.attachments.keep(name, PDF, content, machine.actor.access_id)


def submit(machine: Machine, *attachments: Attachment, order_id: str = ORDER) -> str:
    form = replace(builders.checkout(machine.server.known), attachments=attachments)
    command = c.SubmitCheckout(checkout=form, max_total=MAX)
    cmd_id, _ = machine.outbox.put(command, actor=machine.actor, order_id=order_id, base_rev=0)
    return cmd_id


def settle(machine: Machine, rounds: int = 12) -> None:
    for _ in range(rounds):
        machine.engine.round()


def state_of(machine: Machine, sha256: str = SHA) -> FileState:
    return machine.attachments.find((sha256,))[sha256].state


def test_the_file_goes_first_and_the_command_once(open_machine: Open, server: FilingServer) -> None:
    machine = open_machine()
    machine.engine.round()
    choose(machine)
    cmd_id = submit(machine, named())
    machine.engine.round()
    assert server.received == []  # its file is on the way
    settle(machine)
    assert server.received == [cmd_id]
    assert server.orders[ORDER].attachments == (named(),)
    assert server.orders[ORDER].state is State.WAIT_SELLER
    assert (state_of(machine), server.files.sent) == (FileState.ACCEPTED, len(CONTENT))
    assert machine.outbox.deeds() == ()


def test_other_orders_do_not_wait_for_a_file(open_machine: Open, server: FilingServer) -> None:
    machine = open_machine()
    machine.engine.round()
    big = CANARY * 2000
    choose(machine, big)
    submit(machine, named(big))
    machine.engine.round()
    assert server.files.sent == BLOCKS_OF_A_STEP * BLOCK
    other = submit(machine, order_id=OTHER)
    machine.engine.round()
    assert server.received == [other]
    assert OTHER in server.orders
    settle(machine, 30)
    assert ORDER in server.orders


def test_a_draft_lets_its_file_go_ahead(open_machine: Open, server: FilingServer) -> None:
    machine = open_machine()
    choose(machine)
    settle(machine)
    assert server.files.sent == 0  # nothing names it yet
    machine.drafts.save("d-1", "checkout", "v-1", "ATK", {"attachments": [{"sha256": SHA}]})
    settle(machine)
    assert state_of(machine) is FileState.ACCEPTED
    submit(machine, named())
    machine.engine.round()
    assert ORDER in server.orders


class Killed(BaseException):
    """The process is gone."""


class Lifetime:
    """Dies at an instant: before or after each step that somebody else could see."""

    def __init__(self, instants: int) -> None:
        self.left = instants
        self.died = False

    def __call__(self) -> None:
        if self.left == 0:
            self.died = True
            raise Killed
        self.left -= 1


def play(machine: Machine, life: Lifetime) -> None:
    """Choose, keep a draft, submit, sync; every step is an instant."""
    work = machine.work
    with work.read() as connection:
        put = connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar()
        settled = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar()
    if not put and not settled:
        original = machine.blobs.put

        def put_blob(content: bytes) -> str:
            life()
            blob = original(content)
            life()
            return blob

        machine.blobs.put = put_blob  # type: ignore[method-assign]
        choose(machine)
        life()
        machine.drafts.save(ORDER, "checkout", "v-1", "ATK", {"attachments": [{"sha256": SHA}]})
        life()
        submit(machine, named())
    life()
    for _ in range(20):
        machine.engine.round()
        life()


def test_killed_at_every_instant_the_order_has_its_file_once(tmp_path: Path) -> None:
    """A process that dies leaves its objects as they are; the next one has only the disk."""
    played = 0
    for instants in range(200):
        server = FilingServer()
        folder = tmp_path / f"at-{instants}"
        folder.mkdir()
        life = Lifetime(instants)
        server.files.instant = life
        machine = Machine(folder, server, builders.PP, uploads=server.files)
        try:
            machine.engine.round()
            play(machine, life)
        except Killed:
            machine.close()
            server.files.instant = lambda: None
            machine = Machine(folder, server, builders.PP, uploads=server.files)
            machine.clock.moment += timedelta(minutes=5)
            play(machine, Lifetime(10**9))
        order = server.orders[ORDER]
        assert order.attachments == (named(),), instants
        assert order.revision == 1
        assert server.files.clean == {SHA: CONTENT}
        assert machine.outbox.deeds() == ()
        files = [path for path in (folder / "blobs").iterdir() if not path.name.startswith(".")]
        with machine.work.read() as connection:
            rows = connection.exec_driver_sql("SELECT blob FROM attachments").scalars().all()
        assert {path.name for path in files} >= set(rows)
        assert CANARY not in b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        machine.close()
        played += 1
        if not life.died:
            break
    assert played > 40


def test_half_an_upload_goes_on_where_it_stopped(open_machine: Open, server: FilingServer) -> None:
    machine = open_machine()
    choose(machine)
    submit(machine, named())
    machine.engine.round()
    half = server.files.sent
    assert 0 < half < len(CONTENT)
    machine.close()
    machine = open_machine()
    settle(machine)
    assert server.files.sent == len(CONTENT)
    assert ORDER in server.orders


def test_an_upload_that_expired_begins_anew(open_machine: Open, server: FilingServer) -> None:
    machine = open_machine()
    choose(machine)
    submit(machine, named())
    machine.engine.round()
    server.files.forget(SHA)
    settle(machine)
    assert server.orders[ORDER].attachments == (named(),)
    assert server.files.sent > len(CONTENT)


def test_without_a_link_nothing_is_lost_and_the_person_is_told(
    open_machine: Open, server: FilingServer
) -> None:
    machine = open_machine()
    machine.engine.round()
    choose(machine)
    cmd_id = submit(machine, named())
    server.offline = True
    assert not machine.engine.round()
    assert state_of(machine) is FileState.KEPT
    (deed,) = machine.outbox.deeds()
    assert (deed.cmd_id, deed.state) == (cmd_id, DeedState.WAITING)
    server.offline = False
    settle(machine)
    assert ORDER in server.orders


def test_a_refused_file_refuses_its_command_with_a_card(open_machine: Open, server: FilingServer) -> None:
    machine = open_machine()
    choose(machine)
    server.files.refuse[SHA] = "file.two_in_one"
    cmd_id = submit(machine, named())
    settle(machine)
    assert server.received == []
    (deed,) = machine.outbox.deeds()
    assert (deed.cmd_id, deed.state) == (cmd_id, DeedState.REFUSED)
    assert deed.outcome is not None
    assert deed.outcome.code == "command.attachment_refused"
    assert deed.outcome.facts == {"sha256": SHA, "name": "KAK.pdf", "reason": "file.two_in_one"}
    kept = machine.attachments.find((SHA,))[SHA]
    assert (kept.state, kept.reason, kept.facts) == (
        FileState.REFUSED,
        "file.two_in_one",
        {"other": "ZIP"},
    )
    # Another file takes its place in a new command.
    better = CONTENT + b"."
    choose(machine, better)
    submit(machine, named(better), order_id=OTHER)
    settle(machine)
    assert server.orders[OTHER].attachments == (named(better),)


@pytest.mark.expects_log
def test_a_damaged_file_is_told_and_not_sent(open_machine: Open, server: FilingServer) -> None:
    machine = open_machine()
    choose(machine)
    (blob,) = (machine.folder / "blobs").iterdir()
    sealed = bytearray(blob.read_bytes())
    sealed[40] ^= 1
    blob.write_bytes(sealed)
    submit(machine, named())
    settle(machine)
    assert (server.received, server.files.sent) == ([], 0)
    (deed,) = machine.outbox.deeds()
    assert deed.outcome is not None
    assert deed.outcome.facts["reason"] == "world.blob_damaged"
    # The same file chosen again is sound.
    choose(machine)
    submit(machine, named(), order_id=OTHER)
    settle(machine)
    assert OTHER in server.orders


def test_a_file_that_the_backend_lost_is_sent_again_by_itself(
    open_machine: Open, server: FilingServer
) -> None:
    machine = open_machine()
    choose(machine)
    machine.drafts.save("d-1", "checkout", "v-1", "ATK", {"attachments": [{"sha256": SHA}]})
    settle(machine)
    server.files.forget(SHA)  # swept: no command named it for weeks
    submit(machine, named())
    machine.engine.round()
    assert ORDER not in server.orders
    settle(machine)
    assert server.orders[ORDER].attachments == (named(),)
    assert machine.outbox.deeds() == ()


def test_a_full_backend_is_asked_again_later(open_machine: Open, server: FilingServer) -> None:
    machine = open_machine()
    choose(machine)
    submit(machine, named())
    server.files.later = ["upload.quota"]
    settle(machine, 3)
    assert server.files.sent == 0
    assert state_of(machine) is FileState.KEPT
    machine.clock.moment += timedelta(seconds=61)
    settle(machine)
    assert ORDER in server.orders


def test_a_file_opens_here_or_is_fetched_checked_and_kept_sealed(
    open_machine: Open, server: FilingServer, tmp_path: Path
) -> None:
    machine = open_machine()
    choose(machine)
    submit(machine, named())
    settle(machine)
    folder = tmp_path / "ppk"
    folder.mkdir()
    other = Machine(folder, server, builders.PPK, uploads=server.files)
    try:
        cache = DocumentCache(other.work)
        files = LiveOrderFiles(other.attachments, server.files, cache, other.clock)
        assert not files.is_here(named())
        assert files.open(ORDER, named()) == CONTENT
        server.offline = True
        assert files.is_here(named())
        assert files.open(ORDER, named()) == CONTENT
        server.offline = False
        bent = replace(named(), sha256="0" * 64)
        server.files.clean[bent.sha256] = b"something else"
        with pytest.raises(WorldFailed) as caught:
            files.open(ORDER, bent)
        assert caught.value.code == "world.answer"
    finally:
        other.close()
