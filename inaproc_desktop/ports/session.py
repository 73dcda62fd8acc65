"""What signing in needs: a server, what this machine remembers of accounts, and the training server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from inaproc_core.wire.messages import Session
from inaproc_desktop.ports.sync import Wire

TRAINING_KEY = "training"
"""``Server.key`` of the embedded training office."""


@dataclass(frozen=True, kw_only=True)
class Server:
    """A backend to work with.

    Attributes:
        url: scheme, host and port.
        key: names its files and secrets on this machine. Usually the address; the training server's port
            changes with every start and its key does not.
    """

    url: str
    key: str

    @property
    def embedded(self) -> bool:
        """Whether it is the made-up office that this program starts itself."""
        return self.key == TRAINING_KEY


@dataclass(frozen=True, kw_only=True)
class ServerState:
    """What a server says of itself before anybody signs in."""

    server: Server
    version: str
    training: bool


Connect = Callable[[str, Callable[[Session], None]], Wire]
"""Makes the calls of a server from its address and from who is told of every renewed session."""


class Accounts(Protocol):
    """What the machine remembers of accounts, without secrets."""

    def server_url(self) -> str:
        """Return the server that was used last, empty on first start."""

    def keep_server_url(self, url: str) -> None:
        """Remember the server to start with."""

    def username(self, server: str) -> str:
        """Return the account name used last on a server."""

    def keep_username(self, server: str, username: str) -> None:
        """Remember the account name; never the password."""

    def stays_signed_in(self, server: str) -> str:
        """Return the id of the person who stays signed in on this machine, empty when nobody does."""

    def keep_signed_in(self, server: str, user_id: str) -> None:
        """Remember who stays signed in; empty for nobody."""

    def keep_server_time(self, server: str, at: datetime) -> None:
        """Remember what time a server said it was: the computer's clock cannot be right before it."""

    def access(self, server: str, user_id: str) -> str:
        """Return the access a person used last."""

    def keep_access(self, server: str, user_id: str, access_id: str) -> None:
        """Remember the access."""


class Memory(Protocol):
    """What a person's work file remembers of the last sign-in, without secrets, so that it opens offline."""

    def save(self, session: Mapping[str, Any]) -> None:
        """Keep the public part of a session."""

    def load(self) -> Mapping[str, Any] | None:
        """Return it, ``None`` when the person never signed in here."""


class TrainingServer(Protocol):
    """The embedded backend with a made-up office, a process of its own."""

    def start(self) -> Server:
        """Start it unless it runs, and wait until it takes requests.

        Raises:
            WorldFailed: ``world.training_start`` with what it said.
        """

    def stop(self) -> None:
        """End it."""
