"""The backend without HTTP: its real handler, feed, sessions and tables behind a table of routes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import msgspec
from sqlalchemy import Connection

from inaproc_backend.accounts import sign_in, step_up
from inaproc_backend.accounts.sessions import SignedIn, Tokens, find_session, open_session
from inaproc_backend.catalogue.changes import catalogue_seq
from inaproc_backend.catalogue.products import all_products, all_vendors
from inaproc_backend.greeting import greet, refusal_of
from inaproc_backend.http import problems
from inaproc_backend.http.commands import RawCommandAnswer
from inaproc_backend.http.sync import post_pull
from inaproc_backend.purchasing.batch import check_batch
from inaproc_backend.purchasing.handler import Asked, CommandHandler
from inaproc_backend.services import Services
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import write_meta
from inaproc_backend.wake import Wake
from inaproc_core.errors import Refused, refuse
from inaproc_core.wire.codec import COMMANDS, to_json
from inaproc_core.wire.messages import CommandBatch, Hello, PullRequest, Refresh, StepUp, changed
from inaproc_core.wire.versions import UPGRADE_REQUIRED, this_program
from simulator.clocks import TrueClock
from simulator.documents import RowDocuments
from simulator.faults import Fault, Plan

_BATCH = msgspec.json.Decoder(CommandBatch)
_PULL = msgspec.json.Decoder(PullRequest)
_REFRESH = msgspec.json.Decoder(Refresh)
_STEP_UP = msgspec.json.Decoder(StepUp)
_HELLO = "/v1/session/hello"
_HELLO_DECODER = msgspec.json.Decoder(Hello)
_FORGETTABLE = tuple(sorted(set(COMMANDS.ranges()) - {"order.expire_deadline"}))
_PROGRAM = this_program("0.1.0")
_SHORT_PAGES = (1, 2, 3, 5, 8)


class ServerDied(BaseException):
    """The backend's process is gone; whoever waits for it gets no answer."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """One call of a machine."""

    machine: str
    method: str
    path: str
    token: str
    body: bytes


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The backend's answer."""

    status: int
    content: bytes


class WatchedDatabase(Database):
    """The real database; only its commits are watched."""

    def __init__(self, path: Path, committing: Callable[[], None], committed: Callable[[], None]) -> None:
        super().__init__(f"sqlite:///{path}")
        self.watch(committing, committed)

    def watch(self, committing: Callable[[], None], committed: Callable[[], None]) -> None:
        """Tell these of every commit from now on."""
        self._committing = committing
        self._committed = committed

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Do as the database does, with trouble at the commit."""
        with super().write() as connection:
            yield connection
            self._committing()
        self._committed()


_OPENED: dict[Path, WatchedDatabase] = {}


def _open_database(
    path: Path, committing: Callable[[], None], committed: Callable[[], None]
) -> WatchedDatabase:
    """Open a database.

    Every schedule has its file in the same place, so what SQLAlchemy made and compiled for it serves again;
    closing gave all connections back.
    """
    database = _OPENED.get(path)
    if database is None:
        database = _OPENED[path] = WatchedDatabase(path, committing, committed)
    database.watch(committing, committed)
    return database


class FaultyHandler(CommandHandler):
    """The real handler, with a bug of ours that some commands run into."""

    def __init__(self, services: Services, documents: RowDocuments) -> None:
        super().__init__(services, documents)
        self.poisoned: dict[str, int] = {}

    def _run(self, connection: Connection, asked: Asked) -> Any:
        left = self.poisoned.get(asked.envelope.cmd_id, 0)
        if left:
            self.poisoned[asked.envelope.cmd_id] = left - 1
            message = "a fault of ours"
            raise RuntimeError(message)
        return super()._run(connection, asked)


class Server:
    """One backend on one database file.

    Attributes:
        away: so many more calls find nobody.
        wants_newer: so many more calls are refused because the operator wants a newer program.
        results: called with the id and the bytes of every final outcome that leaves the backend.
    """

    def __init__(
        self,
        *,
        path: Path,
        model: Services,
        clock: TrueClock,
        dice: random.Random,
        plan: Plan,
        on_commit: Callable[[], None],
        on_result: Callable[[str, bytes], None],
    ) -> None:
        """Open the file; ``model`` lends rules, sentences and settings."""
        self.path = path
        self.clock = clock
        self.documents = RowDocuments()
        self.away = 0
        self.wants_newer = 0
        self._behind = 0
        self._closed: frozenset[str] = frozenset()
        self._model = model
        self._dice = dice
        self._plan = plan
        self._on_commit = on_commit
        self._on_result = on_result
        self._poisoned: dict[str, int] = {}
        self._routes: dict[str, Callable[[Request], bytes]] = {
            _HELLO: self._hello,
            "/v1/sync/pull": self._pull,
            "/v1/session/refresh": self._refresh,
            "/v1/session/step-up": self._step_up,
            "/v1/catalogue/pack": self._pack,
        }
        self.open()

    # ---- life

    def open(self) -> None:
        """Start the process."""
        database = _open_database(self.path, self._committing, self._committed)
        self.services = replace(
            self._model,
            database=database,
            clock=self.clock,
            bits=self._dice.getrandbits,
            wake=Wake(),
        )
        self._make_handler()

    def _make_handler(self) -> None:
        self.services = replace(self.services, commands=replace(COMMANDS, closed=self._closed))
        self.handler = FaultyHandler(self.services, self.documents)
        self.handler.poisoned = self._poisoned

    def forget_command(self, calls: int) -> None:
        """Be of an earlier version for so many calls: one command is not known to it."""
        self._behind = calls
        self._closed = frozenset({self._dice.choice(_FORGETTABLE)})
        self._make_handler()

    def be_newest(self) -> None:
        """Be of the version of the program again, and content with it."""
        self.wants_newer = self._behind = 0
        self._closed = frozenset()
        self._make_handler()

    def _check_version(self, request: Request) -> None:
        """Refuse as every request of an old program is; time goes by call by call."""
        if self._behind:
            self._behind -= 1
            if not self._behind:
                self._closed = frozenset()
                self._make_handler()
        if not self.wants_newer:
            return
        self.wants_newer -= 1
        if request.path != _HELLO:
            refusal = refusal_of(self._asking_services(), _PROGRAM)
            if refusal is not None:
                raise problems.HttpRefused(UPGRADE_REQUIRED, refusal.code, at="", **refusal.facts)

    def _asking_services(self) -> Services:
        return replace(self.services, config=replace(self.services.config, min_client="9.0"))

    def close(self) -> None:
        """End the process."""
        self.services.database.close()

    def restart(self) -> None:
        """End it and start it again."""
        self.close()
        self.open()

    def change_epoch(self) -> None:
        """Begin a new history with everything in it."""
        with self.services.database.write() as connection:
            write_meta(connection, "epoch", f"{self._dice.getrandbits(128):032x}")
        self.restart()

    def _committing(self) -> None:
        if self._plan.strikes(Fault.SERVER_DIES_BEFORE_COMMIT):
            raise ServerDied

    def _committed(self) -> None:
        self._on_commit()
        if self._plan.strikes(Fault.SERVER_DIES_AFTER_COMMIT):
            raise ServerDied

    # ---- calls

    def handle(self, request: Request) -> Reply:
        """Answer a call that is no batch of commands.

        Raises:
            ServerDied: the process ended meanwhile; it is running again.
        """
        try:
            self._check_version(request)
            return Reply(status=200, content=self._routes[request.path](request))
        except (Refused, problems.HttpRefused) as refused:
            return self._refusal(refused)
        except ServerDied:
            self.restart()
            raise

    def handle_batches(self, requests: Sequence[Request]) -> list[Reply]:
        """Answer batches of commands, several by one commit, as the lane of the backend does.

        Raises:
            ServerDied: the process ended meanwhile; it is running again.
        """
        replies: dict[int, Reply] = {}
        asked: list[tuple[int, list[Asked]]] = []
        for index, request in enumerate(requests):
            try:
                self._check_version(request)
                asked.append((index, self._asked(request)))
            except (Refused, problems.HttpRefused) as refused:
                replies[index] = self._refusal(refused)
        try:
            results = iter(self.handler.execute_together([one for _, batch in asked for one in batch]))
        except ServerDied:
            self.restart()
            raise
        for index, batch in asked:
            own = [next(results) for _ in batch]
            for one, result in zip(batch, own, strict=True):
                if isinstance(result, bytes):
                    self._on_result(one.envelope.cmd_id, result)
            refusal = next((result for result in own if isinstance(result, Refused)), None)
            if refusal is not None:
                replies[index] = self._refusal(refusal)
                continue
            raw = RawCommandAnswer([msgspec.Raw(result) for result in own if isinstance(result, bytes)])
            replies[index] = Reply(status=200, content=msgspec.json.encode(raw))
        return [replies[index] for index in range(len(requests))]

    def sign_in(self, user_id: str, device_id: str) -> Tokens:
        """Open a session, all factors being proven."""
        with self.services.database.write() as connection:
            return open_session(
                connection,
                user_id=user_id,
                device_id=device_id,
                device_name="PC",
                lifetimes=self.services.config.lifetimes,
                bits=self.services.bits,
                now=self.clock(),
            )

    # ---- routes

    def _asked(self, request: Request) -> list[Asked]:
        batch = _BATCH.decode(request.body)
        check_batch(batch.envelopes, request.body, self.services.config.limits)
        sentences = self.services.sentences["id"]
        for envelope in batch.envelopes:
            if self._plan.strikes(Fault.SERVER_BUG):
                self._poisoned[envelope.cmd_id] = self._dice.choice((1, 1, 2, 5))
        return [
            Asked(envelope=envelope, token=request.token, sentences=sentences) for envelope in batch.envelopes
        ]

    def _signed_in(self, request: Request) -> SignedIn:
        with self.services.database.read() as connection:
            found = find_session(connection, request.token, self.clock())
        if found is None:
            refuse("session.token_expired")
        return found

    def _pull(self, request: Request) -> bytes:
        services = self.services
        if self._plan.strikes(Fault.PAGE_SHORT):
            limits = replace(services.config.limits, pull_rows=self._dice.choice(_SHORT_PAGES))
            services = replace(services, config=replace(services.config, limits=limits))
        answer: Any = post_pull.fn(
            data=_PULL.decode(request.body),
            request=SimpleNamespace(headers={}),
            services=services,
            signed_in=self._signed_in(request),
        )
        return cast(bytes, answer.content)

    def _hello(self, request: Request) -> bytes:
        asking = self._asking_services() if self.wants_newer else self.services
        # The rules are everybody's from the beginning.
        asked = changed(_HELLO_DECODER.decode(request.body), rules_held=asking.rules_version)
        return to_json(greet(asking, asked))

    def _refresh(self, request: Request) -> bytes:
        return to_json(sign_in.refresh(self.services, _REFRESH.decode(request.body), "10.0.0.1"))

    def _step_up(self, request: Request) -> bytes:
        asked, signed_in = _STEP_UP.decode(request.body), self._signed_in(request)
        return to_json(step_up.step_up(self.services, signed_in, asked, "10.0.0.1"))

    def _pack(self, request: Request) -> bytes:
        self._signed_in(request)
        with self.services.database.read() as connection:
            lines = [to_json({"seq": catalogue_seq(connection)})]
            lines += [to_json({"kind": "vendor", **row}) for row in all_vendors(connection)]
            lines += [to_json({"kind": "product", **row}) for row in all_products(connection)]
        return b"\n".join(lines)

    def _refusal(self, refused: Refused | problems.HttpRefused) -> Reply:
        state = SimpleNamespace(services=self.services)
        request = cast(Any, SimpleNamespace(app=SimpleNamespace(state=state), headers={}))
        if isinstance(refused, Refused):
            response = problems.answer_refused(request, refused)
        else:
            response = problems.answer_http_refused(request, refused)
        return Reply(status=response.status_code or 400, content=to_json(response.content))
