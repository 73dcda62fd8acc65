"""The network between machines and backend: late, doubled, lost, cut; and others act while one waits."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn, cast

import msgspec

from inaproc_core.errors import Refusal
from inaproc_core.wire.messages import Problem
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.remote.client import Answer, HttpClient, Stream
from simulator.clocks import TrueClock
from simulator.disk import Disk, Killed
from simulator.faults import Fault, Plan
from simulator.server import Reply, Request, Server, ServerDied
from simulator.trace import Trace

_PULL = "/v1/sync/pull"
_COMMANDS = "/v1/commands"
_PATIENCE = 20.0
"""Seconds that a client waits for an answer."""


@dataclass(eq=False)
class _Flight:
    """A call whose sender waits."""

    request: Request
    reply: Reply | None = None
    died: bool = False


class Network:
    """Carries calls. While one waits, ``meanwhile`` lets the rest of the world go on."""

    def __init__(
        self, *, server: Server, clock: TrueClock, dice: random.Random, plan: Plan, trace: Trace
    ) -> None:
        self._server = server
        self._clock = clock
        self._dice = dice
        self._plan = plan
        self._trace = trace
        self._waiting: list[_Flight] = []
        self.late: list[Request] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def exchange(self, request: Request, disk: Disk) -> Reply:
        """Carry a call and its answer.

        Raises:
            WorldFailed: as ``HttpClient.send``.
            Killed: the sender's process ended while it waited.
        """
        plan, server = self._plan, self._server
        self._clock.forward(self._dice.uniform(0.02, 1.5))
        if plan.strikes(Fault.SERVER_AWAY):
            server.away = self._dice.randint(1, 6)
        if plan.strikes(Fault.CLIENT_TOO_OLD):
            server.wants_newer = self._dice.randint(1, 8)
        if plan.strikes(Fault.VERSION_UNKNOWN):
            server.forget_command(self._dice.randint(2, 20))
        if server.away or plan.strikes(Fault.NO_LINK):
            server.away = max(0, server.away - 1)
            self._fail("world.offline", request)
        if plan.strikes(Fault.REQUEST_LOST):
            self._fail("world.timeout", request)
        if plan.strikes(Fault.REQUEST_LATE):
            self.late.append(request)
            self._fail("world.timeout", request)
        reply = self._carried(request, disk)
        if plan.strikes(Fault.REQUEST_DOUBLED):
            self.deliver(request)
        if plan.strikes(Fault.REQUEST_AGAIN_LATER):
            self.late.append(request)
        if request.path == _PULL and reply.status == 200:
            reply = self._thinned(reply)
        if plan.strikes(Fault.ANSWER_LOST):
            self._fail("world.timeout", request)
        if plan.strikes(Fault.ANSWER_CUT):
            if self._dice.random() < 0.5:
                self._fail("world.timeout", request)
            reply = Reply(status=reply.status, content=reply.content[: len(reply.content) // 2])
        self._trace.note("  call", request.machine, request.path, reply.status, len(reply.content))
        return reply

    def deliver_late(self) -> None:
        """Let one of the calls arrive whose sender has given up long ago."""
        if self.late:
            request = self.late.pop(self._dice.randrange(len(self.late)))
            self._trace.note("  late call", request.machine, request.path)
            self.deliver(request)

    def deliver(self, request: Request) -> None:
        """Hand a call to the backend; nobody waits for the answer."""
        flight = _Flight(request)
        self._arrive(flight)

    # ---- inside

    def _carried(self, request: Request, disk: Disk) -> Reply:
        flight = _Flight(request)
        self._waiting.append(flight)
        try:
            self.meanwhile()
            self._check_alive(disk)
            if flight.reply is None and not flight.died:
                self._arrive(flight)
            self.meanwhile()
            if self._plan.strikes(Fault.KILL_WHILE_WAITING):
                disk.kill()
            self._check_alive(disk)
        finally:
            self._waiting.remove(flight)
        reply: Reply | None = flight.reply
        return self._fail("world.timeout", request) if reply is None else reply

    def deliver_waiting(self) -> None:
        """Let a call arrive whose sender still waits, before that sender goes on."""
        open_flights = [one for one in self._waiting if one.reply is None and not one.died]
        if open_flights:
            self._arrive(self._dice.choice(open_flights))

    def _arrive(self, flight: _Flight) -> None:
        together = [flight]
        try:
            if flight.request.path != _COMMANDS:
                flight.reply = self._server.handle(flight.request)
                return
            others = [
                one
                for one in self._waiting
                if one is not flight and one.request.path == _COMMANDS and one.reply is None and not one.died
            ]
            if others and self._plan.strikes(Fault.COMMON_COMMIT):
                together += others
            replies = self._server.handle_batches([one.request for one in together])
        except ServerDied:
            self._trace.note("  backend died", flight.request.path)
            for one in together:
                one.died = True
            return
        for one, reply in zip(together, replies, strict=True):
            one.reply = reply

    def _check_alive(self, disk: Disk) -> None:
        if disk.dead:
            raise Killed

    def _thinned(self, reply: Reply) -> Reply:
        """Take rows out of a page, as a bug on the way would."""
        middle, end = self._plan.strikes(Fault.ROWS_DROPPED), self._plan.strikes(Fault.ROWS_CUT)
        if not (middle or end):
            return reply
        page = msgspec.json.decode(reply.content)
        if page["rows"] and middle:
            del page["rows"][self._dice.randrange(len(page["rows"]))]
        if page["rows"] and end:
            del page["rows"][self._dice.randrange(len(page["rows"])) :]
        return Reply(status=200, content=msgspec.json.encode(page))

    def _fail(self, code: str, request: Request) -> NoReturn:
        if code == "world.timeout":
            self._clock.forward(_PATIENCE)
        self._trace.note("  call", request.machine, request.path, code)
        raise WorldFailed(code, request.path)


class MachineClient(HttpClient):
    """The HTTP client of one machine, with the simulated network in place of a connection."""

    def __init__(self, machine: str, network: Network, disk: Callable[[], Disk]) -> None:
        super().__init__("http://127.0.0.1")
        self._machine = machine
        self._network = network
        self._disk = disk

    def send(
        self,
        method: str,
        path: str,
        *,
        token: str = "",
        body: bytes | None = None,
        content_type: str = "application/json",
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float = _PATIENCE,
    ) -> Answer:
        """Carry a call; errors as the real client's."""
        request = Request(machine=self._machine, method=method, path=path, token=token, body=body or b"")
        reply = self._network.exchange(request, self._disk())
        if reply.status >= 400:
            try:
                problem = msgspec.json.decode(reply.content, type=Problem)
            except msgspec.MsgspecError as error:
                raise WorldFailed("world.answer", str(error)) from error
            refusal = Refusal(code=problem.code, facts=dict(problem.facts), field=problem.field)
            raise BackendRefused(refusal, problem.sentence, reply.status)
        return Answer(status=reply.status, headers={}, content=reply.content)

    @contextmanager
    def stream(
        self,
        path: str,
        *,
        token: str = "",
        headers: Mapping[str, str] | None = None,
        seconds: float = _PATIENCE,
    ) -> Iterator[Stream]:
        """Carry a call whose answer is read piece by piece."""
        yield cast(Stream, _Pieces(self.send("GET", path, token=token, headers=headers)))


class _Pieces:
    """The whole answer as one piece."""

    def __init__(self, answer: Answer) -> None:
        self.status = answer.status
        self._content = answer.content

    def pieces(self) -> Iterator[Any]:
        yield self._content
