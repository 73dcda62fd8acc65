"""The program of one person without its windows: files, session, engine, services, as the frame has them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import keyring

from endurance.keyring_file import FileKeyring
from inaproc_core.policy.default import load_default, load_default_calendar
from inaproc_core.registration.book import load_registration
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.composition.files import Files
from inaproc_desktop.composition.office import Office
from inaproc_desktop.ports.data import BackendRefused, SignedIn, WorldFailed
from inaproc_desktop.ports.ui import ChangeSet
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.services.servers import server_of
from inaproc_desktop.services.session import SecondFactorNeeded, SessionService
from inaproc_desktop.settings import Settings
from inaproc_desktop.storage.places import Places

PASSWORD = "Latihan-INAPROC-2026"
"""Of everybody in the training office; its sign-in page prints it."""

Listener = Callable[[ChangeSet], None]


class Wall:
    """The clock on the wall."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)


class Bus:
    """Tells listeners at once, on the thread that made the change."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []

    def publish(self, changes: ChangeSet) -> None:
        """Tell everybody."""
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(changes)

    def subscribe(self, listener: Listener, *kinds: str) -> Callable[[], None]:
        """Listen to every change."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)


Connect = Callable[[str], HttpClient]


class Person:
    """Somebody at their machine.

    Attributes:
        bus: where changes are announced.
        asked_password: whether this start took a password.
    """

    def __init__(self, folder: Path, address: str, username: str, *, connect: Connect = HttpClient) -> None:
        """Open a profile; nothing is connected yet.

        Args:
            folder: of the profile; its keyring lies beside it.
            address: of the backend.
            username: account.
            connect: makes the HTTP client.
        """
        keyring.set_keyring(FileKeyring(folder.with_suffix(".keyring")))
        places = Places(folder)
        places.prepare()
        self.bus = Bus()
        self.asked_password = False
        self.username = username
        self.files = Files(places)
        self._server = server_of(address)
        self._settings = Settings(places.settings)
        self._connect = connect
        self._office: Office | None = None
        self._session = SessionService(
            connect=self._wire,
            secrets=self.files.secrets,
            accounts=self._settings,
            memory=self.files.memory,
            policy=load_default(),
            registration=load_registration(),
        )

    @property
    def office(self) -> Office:
        """The data side, once entered."""
        assert self._office is not None
        return self._office

    def enter(self, on_session_ended: Callable[[BackendRefused], None]) -> Deps:
        """Go on with the kept session, also without a link; sign in where there is none.

        Raises:
            WorldFailed: no link at the very first start.
            BackendRefused: signing in was refused.
        """
        with suppress(WorldFailed):  # without a link everything goes on from what is remembered
            self._session.use_server(self._server)
        signed_in = self._session.restore()
        if signed_in is None:
            self.asked_password = True
            answer = self._session.sign_in(self.username, PASSWORD, keep=True)
            assert not isinstance(answer, SecondFactorNeeded)
            signed_in = answer
        wire = self._session.wire
        assert isinstance(wire, HttpWire)
        clock = Wall()
        self._office = Office(
            files=self.files,
            server=self._server,
            user_id=signed_in.session.user_id,
            wire=wire,
            policy=self._session.policy,
            registration=self._session.registration,
            calendar=load_default_calendar(),
            bus=self.bus,
            clock=clock,
            device_id=self._settings.device_id(),
            online=not signed_in.offline,
            on_session_ended=on_session_ended,
        )
        return self._deps(signed_in)

    def close(self, seconds: float = 5.0) -> None:
        """End in order."""
        if self._office is not None:
            self._office.engine.stop(seconds)
        self.files.close()

    def _deps(self, signed_in: SignedIn) -> Deps:
        nobody: Any = None  # no windows: nobody runs jobs, shows messages or opens pages here
        return self.office.deps(signed_in, runner=nobody, bus=self.bus, messages=nobody, navigator=nobody)

    def _wire(self, url: str, on_session: Any) -> HttpWire:
        return HttpWire(
            self._connect(url),
            device_id=self._settings.device_id(),
            device_name=f"endurance {self.username}",
            on_session=on_session,
        )
