"""Hello in time; silence while program and backend do not fit; going on by itself when they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import COMMANDS
from inaproc_core.wire.messages import Envelope, HelloAnswer, Outcome, changed
from inaproc_desktop.ports.data import BackendRefused, DeedState, WorldFailed
from inaproc_desktop.ports.understanding import UNDERSTOOD
from inaproc_desktop.ports.world import VersionMismatch
from inaproc_desktop.storage.held import UNSUPPORTED, LocalHeldCommands
from inaproc_desktop.sync.backend import LiveBackend
from inaproc_desktop.sync.engine import SyncEngine
from inaproc_desktop.sync.greeting import HELD_SECONDS, HELLO_SECONDS, Greeter, skew_minutes
from tests import builders
from tests.desktop.sync.conftest import MakeMachine
from tests.desktop.sync.fake_server import FakeServer, FakeWire
from tests.desktop.sync.office import Machine

ORDER = builders.ORDER_ID
OTHER = builders.ORDER_ID.replace("0001", "0002")
TOO_OLD = Refusal(code="version.client_too_old", facts={"given": "0.1.0", "minimum": "0.2"})


@dataclass
class TalkingWire(FakeWire):
    """Also says hello, and refuses every request by version when told to."""

    said: HelloAnswer = field(
        default_factory=lambda: HelloAnswer(
            proto_min=1,
            proto_max=1,
            server_version="0.5.0",
            server_time=builders.NOW,
            epoch="e1",
            training=False,
            type_versions=COMMANDS.ranges(),
        )
    )
    hellos: int = 0
    refusing: bool = False

    def hello(self) -> HelloAnswer:
        self._open()
        self.hellos += 1
        return self.said

    def _reach(self) -> None:
        self._open()
        if self.refusing:
            raise BackendRefused(TOO_OLD, status=426)

    def _open(self) -> None:
        if self.server.offline:
            raise WorldFailed("world.offline", "no route")


class Desk:
    """A machine whose engine says hello."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.wire = TalkingWire(machine.server, machine.actor)
        self.seconds = 0.0
        self.offset = timedelta(0)
        self.learnt: list[HelloAnswer] = []
        self.begin()

    def begin(self) -> None:
        """Start the engine's day."""
        machine = self.machine
        self.greeter = Greeter(
            wire=self.wire,
            held=LocalHeldCommands(machine.work),
            client_version="0.1.0",
            publish=machine.bus.publish,
            on_hello=self.learnt.append,
            offset=lambda: self.offset,
            monotonic=lambda: self.seconds,
        )
        self.engine = SyncEngine(
            file=machine.file,
            catalogue=machine.catalogue,
            wire=self.wire,
            bus=machine.bus,
            clock=machine.clock,
            greeting=self.greeter,
        )

    def want(self, **terms: object) -> None:
        self.wire.said = changed(self.wire.said, **terms)

    def submit(self, order_id: str = ORDER) -> str:
        form = builders.checkout(self.machine.server.known)
        command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
        cmd_id, _ = self.machine.outbox.put(command, actor=self.machine.actor, order_id=order_id, base_rev=0)
        return cmd_id

    def state(self, cmd_id: str) -> tuple[DeedState, str]:
        deed = self.machine.file.deed(cmd_id)
        assert deed is not None
        return deed.state, deed.last_error


@pytest.fixture
def desk(machine: Machine) -> Desk:
    return Desk(machine)


def test_hello_is_said_at_the_start_every_six_hours_and_after_a_broken_link(desk: Desk) -> None:
    assert desk.engine.round() and desk.wire.hellos == 1
    assert desk.learnt == [desk.wire.said]
    assert desk.engine.round() and desk.wire.hellos == 1
    desk.seconds = HELLO_SECONDS - 1
    assert desk.engine.round() and desk.wire.hellos == 1
    desk.seconds = HELLO_SECONDS
    assert desk.engine.round() and desk.wire.hellos == 2
    desk.machine.server.offline = True
    assert not desk.engine.round() and desk.wire.hellos == 2
    desk.machine.server.offline = False
    assert desk.engine.round() and desk.wire.hellos == 3
    assert desk.engine.link().understanding == UNDERSTOOD


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"min_client": "0.2"}, "version.client_too_old"),
        ({"min_client": "0.2", "upgrade_by": "2020-01-31"}, "version.client_too_old"),
        ({"proto_min": 2, "proto_max": 3}, "version.client_too_old"),
        ({"proto_min": 0, "proto_max": 0}, "version.server_too_old"),
    ],
)
def test_nothing_is_sent_while_they_do_not_fit(desk: Desk, terms: dict[str, object], code: str) -> None:
    before = desk.wire.said
    desk.want(**terms)
    cmd_id = desk.submit()
    assert not desk.engine.round()
    assert not desk.engine.round()
    link = desk.engine.link()
    assert not link.online and link.waiting == 1
    assert link.understanding.parked is not None and link.understanding.parked.code == code
    assert (desk.machine.server.received, desk.wire.pushes, desk.wire.hellos) == ([], [], 2)
    assert not desk.learnt
    # Work goes on here.
    view = desk.machine.mirror.order(ORDER)
    assert view is not None and [deed.cmd_id for deed in view.pending] == [cmd_id]
    other = desk.submit(OTHER)
    # It goes on by itself when they fit again.
    desk.wire.said = before
    assert desk.engine.round()
    assert set(desk.machine.server.executed) == {cmd_id, other}
    assert desk.engine.link().understanding == UNDERSTOOD and desk.engine.link().waiting == 0


def test_min_client_raised_in_the_middle_of_the_day(desk: Desk) -> None:
    assert desk.engine.round()
    cmd_id = desk.submit()
    desk.wire.refusing = True
    desk.want(min_client="0.2")
    assert not desk.engine.round()
    # Told by the request itself, before any hello: certainly nothing happened, so it may be taken back.
    assert desk.wire.hellos == 1
    assert desk.state(cmd_id) == (DeedState.WAITING, "world.parked")
    assert desk.engine.link().understanding.parked == TOO_OLD
    assert not desk.engine.round() and desk.wire.hellos == 2
    desk.machine.outbox.withdraw(cmd_id)
    kept = desk.submit(OTHER)
    desk.wire.refusing = False
    desk.want(min_client="")
    assert desk.engine.round()
    assert desk.machine.server.executed == [kept]


def test_an_online_deed_is_dropped_and_says_why(desk: Desk) -> None:
    """Nobody should find a signature executed hours later, after the program was updated."""
    backend = LiveBackend(
        file=desk.machine.file,
        wire=desk.wire,
        rules=desk.machine.overlay,
        engine=desk.engine,
        bus=desk.machine.bus,
    )
    assert desk.engine.round()
    desk.wire.refusing = True

    def run() -> VersionMismatch:
        form = builders.checkout(desk.machine.server.known)
        command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
        with pytest.raises(VersionMismatch) as caught:
            backend.run_now(command, actor=desk.machine.actor, order_id=ORDER, base_rev=0)
        return caught.value

    assert run().refusal == TOO_OLD  # by the backend's own word
    assert run().refusal == TOO_OLD  # and from now on without asking
    assert len(desk.machine.server.received) == 0
    assert desk.machine.outbox.deeds() == ()


def test_an_upgrade_that_is_asked_for_is_told_with_its_day(desk: Desk) -> None:
    desk.want(min_client="0.2", upgrade_by="2031-01-31")
    assert desk.engine.round()
    understanding = desk.engine.link().understanding
    assert (understanding.parked, understanding.upgrade_to, understanding.upgrade_by) == (
        None,
        "0.2",
        "2031-01-31",
    )
    desk.want(min_client="0.1")
    desk.seconds = HELLO_SECONDS
    assert desk.engine.round()
    assert desk.engine.link().understanding == UNDERSTOOD


@pytest.fixture
def old_backend(machines: MakeMachine, server: FakeServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A backend that does not know the checkouts of this program yet."""
    decide: Callable[[Envelope], Outcome] = server.execute

    def execute(envelope: Envelope) -> Outcome:
        if envelope.type == "order.submit_checkout" and not server.known_type:  # type: ignore[attr-defined]
            facts: dict[str, str | int] = {"name": envelope.type, "version": 1, "newest": 0}
            return Outcome(cmd_id=envelope.cmd_id, outcome="parked", code=UNSUPPORTED, facts=facts)
        return decide(envelope)

    server.known_type = False  # type: ignore[attr-defined]
    monkeypatch.setattr(server, "execute", execute)
    desk = Desk(machines())
    desk.want(type_versions={name: v for name, v in COMMANDS.ranges().items() if "checkout" not in name})
    yield desk


def test_a_command_that_is_not_known_yet_waits_and_goes_when_hello_says_so(old_backend: Desk) -> None:
    desk, server = old_backend, old_backend.machine.server
    cmd_id = desk.submit()
    assert desk.engine.round()
    assert desk.state(cmd_id) == (DeedState.PARKED, UNSUPPORTED)
    assert (desk.engine.link().waiting, desk.engine.link().attention) == (1, 0)  # nobody has to do anything
    raw = desk.machine.file.queued(cmd_id)
    # Quarter of an hour later it asks; nothing has changed.
    desk.seconds = HELD_SECONDS
    assert desk.engine.round() and desk.wire.hellos == 2
    assert desk.state(cmd_id)[0] is DeedState.PARKED
    # The backend was updated.
    server.known_type = True  # type: ignore[attr-defined]
    desk.want(type_versions=COMMANDS.ranges())
    desk.seconds = 2 * HELD_SECONDS
    assert raw is not None and desk.machine.file.queued(cmd_id) == replace(raw)
    assert desk.engine.round()
    assert server.executed == [cmd_id]
    assert LocalHeldCommands(desk.machine.work).count() == 0
    assert desk.engine.link().waiting == desk.engine.link().attention == 0


def test_what_waits_for_a_proof_is_left_to_its_person(desk: Desk) -> None:
    desk.machine.server.park.add("order.submit_checkout")
    cmd_id = desk.submit()
    assert desk.engine.round()
    desk.seconds = HELLO_SECONDS
    assert desk.engine.round()
    assert desk.state(cmd_id) == (DeedState.PARKED, "session.step_up_required")


def test_the_clock_is_told_in_minutes_and_only_when_it_matters(desk: Desk) -> None:
    assert desk.engine.round()
    desk.offset = timedelta(minutes=12, seconds=10)
    assert desk.engine.round()
    assert desk.engine.link().understanding.skew_minutes == -12


def test_a_clock_so_wrong_that_there_is_no_link(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise WorldFailed("world.clock_wrong")

    with monkeypatch.context() as patch:
        patch.setattr(desk.wire, "_open", fail)
        cmd_id = desk.submit()
        assert not desk.engine.round()
        assert desk.engine.link().understanding.clock_wrong and not desk.engine.link().online
    assert desk.engine.round()
    assert desk.engine.link().understanding == UNDERSTOOD
    assert desk.machine.server.executed == [cmd_id]


@pytest.mark.parametrize(
    ("offset", "minutes"),
    [
        (timedelta(0), 0),
        (timedelta(minutes=5), 0),
        (timedelta(minutes=-5), 0),
        (timedelta(minutes=5, seconds=31), -6),
        (timedelta(minutes=-90), 90),
        (timedelta(days=2), -2880),
    ],
)
def test_skew(offset: timedelta, minutes: int) -> None:
    assert skew_minutes(offset) == minutes
