"""Old programs on new backends and the other way round, over the whole stack: nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import httpx
import msgspec
import pytest
from litestar.testing import TestClient

from inaproc_backend.app import create_app
from inaproc_backend.storage import tables
from inaproc_core.orders import commands as c
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import COMMANDS
from inaproc_core.wire.command_book import CommandBook
from inaproc_core.wire.messages import Envelope
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.ports.data import DeedState
from inaproc_desktop.ports.session import Server
from inaproc_desktop.ports.ui import Clock
from inaproc_desktop.ports.world import VersionMismatch
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.remote.server_time import ServerTime
from tests import builders as b
from tests.backend.office import Office, open_office
from tests.journeys.seat import PASSPHRASE, PASSWORD, Seat

SERVER = Server(url="http://127.0.0.1:1", key="versions")
ORDER = "0193a1b2-0000-7000-8000-00000000000a"
OTHER = "0193a1b2-0000-7000-8000-00000000000b"
"""Two orders."""


class InProcess(httpx.BaseTransport):
    """Carries requests to a backend in this process; nobody is there between two of them."""

    def __init__(self) -> None:
        self.client: TestClient[Any] | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.client is None:
            raise httpx.ConnectError("nobody listens", request=request)
        answer = self.client.request(
            request.method,
            request.url.raw_path.decode(),
            content=request.read(),
            headers={name: value for name, value in request.headers.items() if name != "accept-encoding"},
        )
        # The client in between has unpacked the content.
        kept = {name: value for name, value in answer.headers.items() if name != "content-encoding"}
        return httpx.Response(answer.status_code, headers=kept, content=answer.content)


@dataclass
class ComputerClock:
    """The clock of a computer that is wrong by ``error``."""

    office: Office
    error: timedelta = timedelta(0)

    def now(self) -> datetime:
        return self.office.clock() + self.error


@dataclass
class OldSeat(Seat):
    """A seat with the program of version 0.1.0, on a backend in this process."""

    office_behind: Office | None = None
    line: InProcess | None = None

    def wrong_by(self, error: timedelta) -> None:
        assert self.office_behind is not None
        self.clock = cast(Any, ComputerClock(self.office_behind, error))

    def _connect(self, url: str, on_session: Any) -> HttpWire:
        behind = self.office_behind
        assert behind is not None
        return HttpWire(
            HttpClient(url, transport=self.line, client_version="0.1.0"),
            device_id=self.settings.device_id(),
            client_version="0.1.0",
            on_session=on_session,
            monotonic=lambda: behind.clock().timestamp(),
            server_time=ServerTime(cast(Clock, self.clock).now, lambda: behind.clock().timestamp()),
        )


class Place:
    """The office, its backend in ever other versions, and one old program."""

    def __init__(self, folder: Path) -> None:
        self.office = open_office(folder / "backend")
        self.line = InProcess()
        self.seat = OldSeat(folder / "seat", SERVER, office_behind=self.office, line=self.line)
        self.seat.wrong_by(timedelta(0))

    @contextmanager
    def backend(self, commands: CommandBook | None = None, **config: Any) -> Iterator[None]:
        """A backend process: of these commands, with these settings."""
        shared = self.office.services
        shared = replace(
            shared, config=replace(shared.config, **config), commands=commands or shared.commands
        )
        app = create_app(shared.config, services=shared, deadline_seconds=0)
        with TestClient(app, raise_server_exceptions=False) as client:
            self.line.client = client
            yield
        self.line.client = None

    def submit(self, deps: Deps, order_id: str = ORDER) -> str:
        command = c.SubmitCheckout(checkout=b.checkout(b.facts()), max_total=Rupiah(10**12))
        cmd_id, _ = deps.outbox.put(command, actor=actor_of(deps), order_id=order_id, base_rev=0)
        return cmd_id

    def close(self) -> None:
        self.seat.close()
        self.office.close()


def actor_of(deps: Deps) -> Actor:
    return deps.signed_in.actor


def state_of(deps: Deps, cmd_id: str) -> tuple[DeedState, str]:
    deed = next(deed for deed in (*deps.outbox.deeds(), *deps.outbox.recent()) if deed.cmd_id == cmd_id)
    return deed.state, deed.last_error


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.close()


def test_the_operator_asks_for_a_newer_program_in_the_middle_of_the_day(place: Place) -> None:
    seat = place.seat
    with place.backend():
        deps = seat.sign_in("pp", keep=True)
        assert seat.sync()
    cmd_id = place.submit(deps)
    assert not seat.sync()
    with place.backend(min_client="0.2"):
        assert not seat.sync()
        assert not seat.sync()
        link = deps.link()
        assert link.understanding.parked is not None and not link.online
        assert link.understanding.parked.facts == {"given": "0.1.0", "minimum": "0.2"}
        # Drafts and orders go on here; the order shows as waiting.
        place.submit(deps, OTHER)
        assert not seat.sync() and deps.link().waiting == 2
        assert state_of(deps, cmd_id)[0] is DeedState.WAITING
    assert place.office.rows(tables.commands) == []
    with place.backend():
        assert seat.sync()
    assert {row["cmd_id"] for row in place.office.rows(tables.commands)} == {
        deed.cmd_id for deed in deps.outbox.recent()
    }
    assert state_of(deps, cmd_id)[0] is DeedState.ACCEPTED
    assert deps.link().understanding.parked is None


def test_with_a_kept_session_one_goes_in_and_works_on_while_versions_do_not_fit(place: Place) -> None:
    seat = place.seat
    with place.backend():
        seat.sign_in("pp", keep=True)
        assert seat.sync()
    seat.files.close()
    again = OldSeat(seat.folder, SERVER, office_behind=place.office, line=place.line)
    place.seat = again
    with place.backend(min_client="0.2"):
        with pytest.raises(VersionMismatch) as mismatch:
            again.session.use_server(SERVER)
        assert mismatch.value.refusal.facts["minimum"] == "0.2"
        with pytest.raises(VersionMismatch):
            again.session.sign_in("pp", PASSWORD, keep=False)
        if again.session.needs_passphrase():
            again.session.unlock(PASSPHRASE)
        signed_in = again.session.restore()
        assert signed_in is not None and signed_in.offline
        deps = again.enter(signed_in)
        cmd_id = place.submit(deps)
        assert not again.sync()
        assert deps.link().understanding.parked is not None
    with place.backend():
        assert again.sync()
    assert state_of(deps, cmd_id)[0] is DeedState.ACCEPTED


@pytest.mark.parametrize(
    ("spoken", "code"), [((2, 3), "version.client_too_old"), ((0, 0), "version.server_too_old")]
)
def test_protocols_that_do_not_meet(
    place: Place, monkeypatch: pytest.MonkeyPatch, spoken: tuple[int, int], code: str
) -> None:
    seat = place.seat
    with place.backend():
        deps = seat.sign_in("pp")
        assert seat.sync()
    cmd_id = place.submit(deps)
    assert not seat.sync()
    with monkeypatch.context() as patch, place.backend():
        patch.setattr("inaproc_backend.services.PROTO_MIN", spoken[0])
        patch.setattr("inaproc_backend.services.PROTO_MAX", spoken[1])
        assert not seat.sync()
        parked = deps.link().understanding.parked
        assert parked is not None and parked.code == code
        # Also whoever does not look at hello is told by every request.
        wire = seat.session.wire
        assert isinstance(wire, HttpWire)
        with pytest.raises(Exception, match=code):
            wire.authorised("GET", "/v1/account")
    with place.backend():
        assert seat.sync()
    assert state_of(deps, cmd_id)[0] is DeedState.ACCEPTED


def test_a_newer_command_waits_for_the_backend_and_holds_up_nobody(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "order.submit_checkout"
    newer = replace(COMMANDS, newest={name: 2}, upcasters={(name, 1): lambda payload: payload})
    seat = place.seat
    with place.backend():
        deps = seat.sign_in("pp")
        assert seat.sync()
        with monkeypatch.context() as patch:
            patch.setattr("inaproc_desktop.storage.queue.COMMANDS", newer)
            waiting = place.submit(deps)
        through = place.submit(deps, OTHER)
        assert seat.sync()
        assert state_of(deps, through)[0] is DeedState.ACCEPTED
        assert state_of(deps, waiting) == (DeedState.PARKED, "command.unsupported_version")
        assert seat.sync()
        assert place.office.order(ORDER) is None
    assert not seat.sync()
    with place.backend(commands=newer):
        assert seat.sync()
    assert state_of(deps, waiting)[0] is DeedState.ACCEPTED
    assert place.office.order(ORDER) is not None


def test_a_wrong_clock_is_told_and_deadlines_follow_the_backend(place: Place) -> None:
    seat = place.seat
    seat.wrong_by(timedelta(minutes=-12))
    with place.backend():
        deps = seat.sign_in("pp")
        assert seat.sync()
        assert deps.link().understanding.skew_minutes == -12
        assert abs(deps.clock.now() - place.office.clock()) < timedelta(seconds=2)
        cmd_id = place.submit(deps)
        assert seat.sync()
    assert state_of(deps, cmd_id)[0] is DeedState.ACCEPTED
    row = place.office.rows(tables.commands)[0]
    envelope = msgspec.json.decode(row["envelope"], type=Envelope)
    assert envelope.made_at == place.office.clock() - timedelta(minutes=12)
    assert abs(envelope.clock_offset_ms - 12 * 60 * 1000) < 2000


@contextmanager
def serving(data: Path, port: int, *options: str) -> Iterator[int]:
    """A training backend in a process of its own; yields its port."""
    command = [sys.executable, "-m", "inaproc_backend", "serve", "--training", "--data", str(data)]
    process = subprocess.Popen(
        [*command, "--port", str(port), "--while-stdin-open", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        ready = process.stdout.readline()
        assert ready.startswith("READY http://"), ready
        yield int(ready.rsplit(":", 1)[1])
    finally:
        process.stdin.close()
        process.wait(30)
        process.stdout.close()


@pytest.mark.journey
def test_a_backend_restarted_for_newer_programs_and_back(tmp_path: Path) -> None:
    """The same with real processes and a real connection."""
    data = tmp_path / "backend"
    with serving(data, 0) as port:
        seat = Seat(tmp_path / "seat", Server(url=f"http://127.0.0.1:{port}", key="versions"))
        seat.session.use_server(seat.server)
        person = next(one for one in seat.session.training_people() if one.role == "PP")
        deps = seat.sign_in(person.username)
        assert seat.sync()
    assert not seat.sync()
    with serving(data, port, "--min-client", "0.9"):
        assert not seat.sync()
        parked = deps.link().understanding.parked
        assert parked is not None and parked.facts["minimum"] == "0.9"
        assert not seat.sync()
    with serving(data, port, "--min-client", "0.9", "--upgrade-by", "2999-12-31"):
        assert seat.sync()
        understanding = deps.link().understanding
        assert (understanding.parked, understanding.upgrade_by) == (None, "2999-12-31")
    seat.close()
