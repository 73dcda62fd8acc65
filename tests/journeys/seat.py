"""One person at their own machine: real files, real HTTP, the real backend; no window."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from inaproc_core.orders.model import Order
from inaproc_core.policy.default import load_default, load_default_calendar
from inaproc_core.registration.book import load_registration
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.composition.files import Files
from inaproc_desktop.composition.office import Office
from inaproc_desktop.composition.release import CLIENT_VERSION
from inaproc_desktop.ports.data import SignedIn
from inaproc_desktop.ports.session import Server
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.services.session import SecondFactorNeeded, SessionService
from inaproc_desktop.settings import Settings
from inaproc_desktop.storage.places import Places
from tests.desktop.fakes import ImmediateRunner, RecordingBus, RecordingMessages, RecordingNavigator

PASSWORD = "Latihan-INAPROC-2026"
PASSPHRASE = "frasa sandi panjang"
"""Opens the secret store of a seat without keyring."""


class Wall:
    """The clock on the wall."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class Seat:
    """A profile folder and what a signed-in person works with."""

    folder: Path
    server: Server
    bus: RecordingBus = field(default_factory=RecordingBus)
    office: Office | None = None
    signed_in: SignedIn | None = None

    def __post_init__(self) -> None:
        places = Places(self.folder)
        places.prepare()
        self.settings = Settings(places.settings)
        self.files = Files(places)
        self.clock = Wall()
        self.session = SessionService(
            connect=self._connect,
            secrets=self.files.secrets,
            accounts=self.settings,
            memory=self.files.memory,
            policy=load_default(),
            registration=load_registration(),
            client_version=CLIENT_VERSION,
        )

    def sign_in(self, username: str, *, keep: bool = False) -> Deps:
        self.session.use_server(self.server)
        if self.session.needs_passphrase():
            self.session.unlock(PASSPHRASE)
        answer = self.session.sign_in(username, PASSWORD, keep=keep)
        assert not isinstance(answer, SecondFactorNeeded)
        return self.enter(answer)

    def enter(self, signed_in: SignedIn) -> Deps:
        """Open the files of a signed-in person; no thread is started, rounds are run by hand."""
        wire = self.session.wire
        assert isinstance(wire, HttpWire)
        self.signed_in = signed_in
        self.office = Office(
            files=self.files,
            server=self.server,
            user_id=signed_in.session.user_id,
            wire=wire,
            policy=self.session.policy,
            registration=self.session.registration,
            calendar=load_default_calendar(),
            bus=self.bus,
            clock=self.clock,
            device_id=self.settings.device_id(),
            online=not signed_in.offline,
            on_session_ended=lambda refused: None,
        )
        return self.office.deps(
            signed_in,
            runner=ImmediateRunner(),
            bus=self.bus,
            messages=RecordingMessages(),
            navigator=RecordingNavigator(),
        )

    def sync(self) -> bool:
        assert self.office is not None
        return self.office.engine.round()

    def close(self) -> None:
        self.files.close()
        if self.session.server is not None:
            self.session.wire.close()

    def _connect(self, url: str, on_session: Any) -> HttpWire:
        return HttpWire(
            HttpClient(url), device_id=self.settings.device_id(), device_name="uji", on_session=on_session
        )


def only_order(deps: Deps) -> Order:
    """The newest order that the access sees."""
    return deps.mirror.orders()[0].order
