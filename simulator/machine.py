"""One machine: real files, real engine, real services; what survives the process and what does not."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import cast

from inaproc_core.errors import Refused
from inaproc_core.roles import Actor
from inaproc_core.wire.messages import Session
from inaproc_core.wire.versions import UPGRADE_REQUIRED
from inaproc_desktop.composition.clock import ServerClock
from inaproc_desktop.ports.data import BackendRefused, Catalogue, WorldFailed
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.remote.server_time import ServerTime
from inaproc_desktop.services.negotiation import NegotiationService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.draft_exchange import LocalDraftExchange
from inaproc_desktop.storage.drafts import LocalDrafts
from inaproc_desktop.storage.held import LocalHeldCommands
from inaproc_desktop.storage.knowledge import Knowledge
from inaproc_desktop.storage.mirror import LocalMirror
from inaproc_desktop.storage.outbox import LocalOutbox
from inaproc_desktop.storage.overlay import Overlay
from inaproc_desktop.storage.settling import LocalWorkFile
from inaproc_desktop.storage.shared_drafts import LocalSharedDrafts
from inaproc_desktop.sync.backend import LiveBackend
from inaproc_desktop.sync.engine import SyncEngine
from inaproc_desktop.sync.greeting import Greeter
from inaproc_desktop.sync.schedule import Schedule
from simulator.catalogue import MemoryCatalogue
from simulator.clocks import MachineClock, TrueClock
from simulator.disk import Disk, Killed, WatchedWork, open_work
from simulator.faults import Fault, Plan
from simulator.network import MachineClient, Network
from simulator.people import Seat
from tests import builders as b

_VERSION = "0.1.0"
_STAGED_BYTES = (0, 4000, 2**26)
"""Some machines put pages of a pull into their file at once, some after a few, most never."""


class NoBus:
    """Nobody looks at screens here."""

    def publish(self, changes: ChangeSet) -> None:
        """Drop it."""

    def subscribe(self, listener: Callable[[ChangeSet], None], *kinds: str) -> Callable[[], None]:
        """Never call anybody."""
        return lambda: None


class WatchedFile(LocalWorkFile):
    """The real work file of the engine; says which command it is about to drop without a trace."""

    on_forget: Callable[[str], None] = staticmethod(lambda cmd_id: None)

    def forget(self, cmd_id: str) -> ChangeSet:
        """Do as the work file does."""
        self.on_forget(cmd_id)
        return super().forget(cmd_id)


class Machine:
    """A person's installation.

    Attributes:
        signed_out: the person has to sign in again.
        frames: calls of this process that have not returned; it can be opened again only at 0.
        resets: how often its process began.
    """

    def __init__(
        self,
        seat: Seat,
        path: Path,
        catalogue: MemoryCatalogue,
        *,
        network: Network,
        clock: TrueClock,
        plan: Plan,
        dice: random.Random,
    ) -> None:
        self.seat = seat
        self.path = path
        self.catalogue = catalogue
        self.clock = MachineClock(clock)
        self.refresh_token = ""
        self.signed_out = True
        self.frames = 0
        self.running = False
        self.on_commit: Callable[[], None] = lambda: None
        self.on_forget: Callable[[str], None] = lambda cmd_id: None
        self._true = clock
        self._network = network
        self._plan = plan
        self._dice = dice
        self._staged_bytes = dice.choice(_STAGED_BYTES)
        self.disk = Disk(plan, self._committed)
        self.work: WatchedWork | None = None
        self._observer: sqlite3.Connection | None = None

    @property
    def name(self) -> str:
        """Which machine."""
        return self.seat.name

    @property
    def actor(self) -> Actor:
        """The person through the access used here."""
        return self.seat.actor

    @property
    def busy(self) -> bool:
        """Whether a call of its engine waits for the backend."""
        return self.frames > 0

    @property
    def observer(self) -> sqlite3.Connection:
        """A second look at the work file: what is committed, and nothing else."""
        if self._observer is None:
            self._observer = sqlite3.connect(self.path, isolation_level=None)
        return self._observer

    # ---- the process

    def open(self, session: Session | None = None) -> None:
        """Start the program; ``session`` as though it had just signed in.

        Raises:
            Killed, WorldFailed: it did not come up.
        """
        self.disk = Disk(self._plan, self._committed)
        bits = self._dice.getrandbits
        self.running = True
        self.work = open_work(self.path, self.disk)
        work, base, catalogue = self.work, BaseRows(), cast(Catalogue, self.catalogue)
        knowledge = Knowledge(base, catalogue, b.BOOK, b.CALENDAR)
        wire = self.wire = HttpWire(
            MachineClient(self.name, self._network, lambda: self.disk),
            device_id=self.seat.device_id,
            client_version=_VERSION,
            on_session=self._keep,
            monotonic=self._true.monotonic,
            server_time=ServerTime(self.clock.now, self._true.monotonic),
        )
        offset = wire.server_time.offset if wire.server_time is not None else timedelta
        clock = ServerClock(self.clock, offset)
        overlay = Overlay(work, base, knowledge, clock)
        device_id = self.seat.device_id
        staged_bytes = self._staged_bytes
        self.file = WatchedFile(work, clock, device_id, bits=bits, staged_bytes=staged_bytes, offset=offset)
        self.file.on_forget = self.on_forget
        self.outbox = LocalOutbox(work, base, overlay, clock, device_id, bits=bits, offset=offset)
        access_id = self.actor.access_id
        self.drafts = LocalDrafts(work, access_id, clock, self.actor, bits=bits)
        self.shared = LocalSharedDrafts(work, access_id, clock, device_id, bits=bits)
        exchange = LocalDraftExchange(work, base, clock, device_id, device_name=self.name, bits=bits)
        self.mirror = LocalMirror(work, base, overlay, self.actor)
        self.rules = overlay
        greeter = Greeter(
            wire=wire,
            held=LocalHeldCommands(work),
            client_version=_VERSION,
            publish=NoBus().publish,
            offset=offset,
            monotonic=self._true.monotonic,
        )
        self.engine = SyncEngine(
            file=self.file,
            catalogue=self.catalogue,
            wire=self.wire,
            bus=NoBus(),
            clock=clock,
            schedule=Schedule(self._dice),
            greeting=greeter,
            drafts=exchange,
        )
        self.backend = LiveBackend(
            file=self.file, wire=self.wire, rules=overlay, engine=self.engine, bus=NoBus()
        )
        self.negotiation = NegotiationService(
            mirror=self.mirror,
            outbox=self.outbox,
            drafts=self.drafts,
            catalogue=catalogue,
            rules=Rules(b.BOOK, b.CALENDAR, clock),
            actor=self.actor,
        )
        if session is not None:
            self.adopt(session)
        elif self.refresh_token:
            self._begin_again()

    def close(self) -> None:
        """End the process, however it came about; what is on disk stays."""
        if self.work is not None:
            self.work.close()
        self.running = False

    def shut(self) -> None:
        """Close also the second look, at the end of a schedule."""
        self.close()
        if self._observer is not None:
            self._observer.close()
            self._observer = None

    def run(self, deed: Callable[[], object]) -> str:
        """Let the process do something; returns how it ended."""
        self.frames += 1
        try:
            deed()
            result = "ok"
        except Killed:
            self.disk.dead = True
            result = "killed"
        except WorldFailed as failed:
            result = failed.code
        except BackendRefused as refused:
            result = refused.refusal.code
            self.signed_out = self.signed_out or refused.status == 401
        except Refused as refused:
            result = refused.refusal.code
        finally:
            self.frames -= 1
        if self.disk.dead and not self.frames:
            self.close()
        return result

    def adopt(self, session: Session) -> None:
        """Sign in."""
        self.refresh_token = session.refresh_token
        self.signed_out = False
        self.wire.adopt(session)

    def _begin_again(self) -> None:
        try:
            self.wire.restore(self.refresh_token)
            self.signed_out = False
        except WorldFailed:
            self.signed_out = False  # the token stays and is used at the next call
        except BackendRefused as refused:  # an old program keeps its token
            self.signed_out = refused.status != UPGRADE_REQUIRED

    def _keep(self, session: Session) -> None:
        if not self._plan.strikes(Fault.KEYRING_LOST):
            self.refresh_token = session.refresh_token

    def _committed(self) -> None:
        self.on_commit()
