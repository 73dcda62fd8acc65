"""Signing in, staying signed in, changing the access, signing out (security.md 4.2)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inaproc_core.errors import Refused, refuse
from inaproc_core.policy import PolicyBook, PolicyError
from inaproc_core.registration.book import RegistrationBook
from inaproc_core.wire.codec import from_plain, to_plain
from inaproc_core.wire.messages import HelloAnswer, Session, SignInAnswer
from inaproc_core.wire.versions import UPGRADE_REQUIRED
from inaproc_desktop.ports.data import BackendRefused, SignedIn, TrainingPerson, WorldFailed
from inaproc_desktop.ports.keys import SecretStore
from inaproc_desktop.ports.session import Accounts, Connect, Memory, Server, ServerState
from inaproc_desktop.ports.sync import Wire
from inaproc_desktop.ports.world import VersionMismatch
from inaproc_desktop.services.identity import acting_as, public_part, with_refresh_token
from inaproc_desktop.services.servers import check_version, server_of

LOCKED_OUT = frozenset({"world.key_missing", "world.key_wrong"})
"""Failures after which a person may put their work file aside and begin with a new one."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class SecondFactorNeeded:
    """The password was right; a code is asked for next."""

    challenge: str


class SessionService:
    """One server and, after signing in, one person on it. All methods block; call them on a lane."""

    def __init__(
        self,
        *,
        connect: Connect,
        secrets: Callable[[], SecretStore],
        accounts: Accounts,
        memory: Callable[[Server, str], Memory],
        set_aside: Callable[[Server, str], Path] | None = None,
        policy: PolicyBook,
        registration: RegistrationBook,
        client_version: str = "",
    ) -> None:
        """Put the service together; nothing is connected yet.

        Args:
            connect: makes the calls of a server.
            secrets: the store for refresh tokens; opened late, because it may be slow or locked.
            accounts: what the machine remembers.
            memory: what a person's own file remembers.
            set_aside: puts a person's own file aside that no key opens, and says where.
            policy: the rule book that ships with the program, until the server gives its own.
            registration: the same for the forms and limits of registration.
            client_version: of this program; a server may want a newer one.
        """
        self._connect = connect
        self._secrets = secrets
        self._accounts = accounts
        self._memory = memory
        self._set_aside = set_aside
        self._server: Server | None = None
        self._wire: Wire | None = None
        self._client_version = client_version
        self._keep = False
        self._user_id = ""
        self._hello: HelloAnswer | None = None
        self.policy = policy
        self.registration = registration
        self.training = False

    # ---- the server

    @property
    def wire(self) -> Wire:
        """The calls of the server in use."""
        if self._wire is None:
            refuse("server.none", at="server")
        return self._wire

    @property
    def server(self) -> Server | None:
        """The server in use."""
        return self._server

    def check_server(self, address: str) -> ServerState:
        """Ask a server who it is, without using it.

        Raises:
            Refused: ``server.address_malformed``, ``server.not_encrypted``.
            WorldFailed: it does not answer.
            VersionMismatch: it does not fit this program.
        """
        server = server_of(address)
        wire = self._connect(server.url, _ignore)
        try:
            return _state(server, self._greet(wire, server))
        finally:
            wire.close()

    def use_server(self, server: Server, *, remember: bool = True) -> ServerState:
        """Work with a server from now on; errors as ``check_server``."""
        wire = self._connect(server.url, self._renewed)
        if self._wire is not None:
            self._wire.close()
        self._server, self._wire, self._hello = server, wire, None
        if remember:
            self._accounts.keep_server_url(server.url)
        hello = self._greet(wire, server)
        self.training = hello.training
        self._use_rules(hello.policy, hello.registration)
        return _state(server, hello)

    def username(self) -> str:
        """Return the account name used last on this server."""
        return self._accounts.username(self._server.key) if self._server is not None else ""

    def training_people(self) -> tuple[TrainingPerson, ...]:
        """Return the people of the training office; empty outside training."""
        return self.wire.training_people()

    # ---- the secret store

    def needs_passphrase(self) -> bool:
        """Whether a passphrase must be given before private files can be opened or a session be kept."""
        return self._secrets().needs_passphrase()

    def keeps_secrets(self) -> bool:
        """Whether the server in use keeps a person's data under a key of the secret store.

        The embedded training office does not: its data is made up, and nobody is asked for a passphrase.
        """
        return self._server is not None and not self._server.embedded

    def passphrase_exists(self) -> bool:
        """Whether a passphrase was chosen on this machine before; else the next one is chosen."""
        return self._secrets().exists()

    def unlock(self, passphrase: str) -> None:
        """Open the passphrase-protected store.

        Raises:
            WorldFailed: ``world.passphrase_wrong``.
            Refused: ``passphrase.too_short`` for a new one.
        """
        self._secrets().unlock(passphrase)

    def somebody_stays(self) -> bool:
        """Whether somebody stays signed in on this machine with this server."""
        return bool(self._server is not None and self._accounts.stays_signed_in(self._server.key))

    def set_aside(self) -> Path:
        """Put the file aside that the last person who tried could not open; they begin with a new one.

        Raises:
            Refused: ``server.none`` when nobody has tried.
            WorldFailed: ``world.disk``.
        """
        user_id = self._user_id or self._accounts.stays_signed_in(self._require_server().key)
        if self._set_aside is None or not user_id:
            refuse("server.none", at="server")
        return self._set_aside(self._require_server(), user_id)

    # ---- signing in

    def sign_in(self, username: str, password: str, *, keep: bool) -> SignedIn | SecondFactorNeeded:
        """First step.

        Args:
            username: account name or email.
            password: as typed.
            keep: keep the refresh token in the secret store ("Tetap masuk di perangkat ini").

        Raises:
            BackendRefused: wrong, locked or throttled, with the sentence and the waiting time.
            WorldFailed: no link.
        """
        wire, server = self.wire, self._require_server()
        self._hello = self._greet(wire, server)
        self._keep = keep
        answer = wire.sign_in(username.strip(), password)
        self._accounts.keep_username(server.key, username.strip())
        return self._after(answer)

    def second_factor(self, challenge: str, code: str) -> SignedIn | SecondFactorNeeded:
        """Second step: a code of the authenticator or a recovery code; errors as ``sign_in``."""
        return self._after(self.wire.second_factor(challenge, code.strip()))

    def adopt(self, session: Session) -> SignedIn:
        """Go in with the session of an account that was just made; it is not kept on this machine."""
        server = self._require_server()
        self.wire.adopt(session)
        self._keep, self._user_id = False, session.user_id
        self._accounts.keep_username(server.key, session.username)
        return self._opened(session)

    def restore(self) -> SignedIn | None:
        """Go on with a kept session; on what was remembered while there is no link or versions do not fit.

        Returns:
            ``None`` when nobody stays signed in here, or the session has ended meanwhile.

        Raises:
            WorldFailed: the secret store is locked; no link and nothing remembered.
        """
        wire, server = self.wire, self._require_server()
        user_id = self._accounts.stays_signed_in(server.key)
        token = self._secrets().get(_token_name(server, user_id)) if user_id else None
        if token is None:
            return None
        self._keep, self._user_id = True, user_id
        try:
            self._hello = self._greet(wire, server)
            session = wire.restore(token)
        except BackendRefused as refused:
            if refused.status == UPGRADE_REQUIRED:
                return self._offline(token, user_id, VersionMismatch(refused.refusal))
            self._forget_token()
            return None
        except WorldFailed as failed:
            return self._offline(token, user_id, failed)
        return self._opened(session)

    def switch_access(self, signed_in: SignedIn, access_id: str) -> SignedIn:
        """Act through another access of the same account; through the first where it is not there."""
        opened = self._acting(signed_in.session, access_id, offline=signed_in.offline)
        self._accounts.keep_access(
            self._require_server().key, signed_in.session.user_id, opened.access.access_id
        )
        return opened

    def refresh_accesses(self, signed_in: SignedIn) -> SignedIn:
        """Return the person with their accesses as the backend has them now.

        They go on acting through the same access while it counts, else through another one.

        Raises:
            BackendRefused: the session has ended.
            WorldFailed: no link.
        """
        return self._acting(self.wire.renew(), signed_in.access.access_id, offline=False)

    def sign_out(self) -> None:
        """End the session here at once, and on the backend if it can be told; the outbox stays."""
        self._forget_token()
        try:
            self.wire.sign_out()
        except (WorldFailed, BackendRefused) as error:
            _LOG.info("the backend was not told of the signing out: %s", error)
        self._user_id = ""

    def learn(self, hello: HelloAnswer) -> None:
        """Take the rules of a later hello into use, and remember them for a start without a link."""
        if self._server is not None:
            self._accounts.keep_server_time(self._server.url, hello.server_time)
        known = self._hello.rules_version if self._hello is not None else ""
        if not hello.policy or (known and hello.rules_version == known):
            return
        if not self._use_rules(hello.policy, hello.registration):
            return
        self._hello = hello
        if self._server is None or not self._user_id:
            return
        memory = self._memory(self._server, self._user_id)
        kept = memory.load()
        rules = {"policy": hello.policy, "registration": hello.registration}
        if kept is not None and any(kept.get(name) != value for name, value in rules.items()):
            memory.save({**kept, **rules})

    # ---- inside

    def _greet(self, wire: Wire, server: Server) -> HelloAnswer:
        hello = wire.hello()
        self._accounts.keep_server_time(server.url, hello.server_time)
        check_version(hello, self._client_version)
        return hello

    def _after(self, answer: SignInAnswer) -> SignedIn | SecondFactorNeeded:
        if answer.session is None:
            return SecondFactorNeeded(challenge=answer.challenge)
        self._user_id = answer.session.user_id
        if self._keep:
            self._store_token(answer.session)
        return self._opened(answer.session)

    def _opened(self, session: Session) -> SignedIn:
        server = self._require_server()
        wanted = self._accounts.access(server.key, session.user_id)
        signed_in = self._acting(session, wanted, offline=False)
        self._remember(signed_in.session)
        if self._hello is not None:
            self._use_rules(self._hello.policy, self._hello.registration)
        return signed_in

    def _acting(self, session: Session, access_id: str, *, offline: bool) -> SignedIn:
        return acting_as(session, access_id, self._require_server().url, offline=offline)

    def _offline(self, token: str, user_id: str, failed: WorldFailed) -> SignedIn:
        kept = self._memory(self._require_server(), user_id).load()
        if kept is None:
            raise failed
        try:
            session = from_plain(kept["session"], Session)
        except (Refused, KeyError):
            raise failed from None
        self._use_rules(kept.get("policy") or {}, kept.get("registration") or {})
        self.wire.adopt(with_refresh_token(session, token))
        wanted = self._accounts.access(self._require_server().key, user_id)
        return self._acting(session, wanted, offline=True)

    def _renewed(self, session: Session) -> None:
        """A request renewed the session: the kept token is spent, so the new one takes its place."""
        self._remember(session)
        if self._keep:
            self._store_token(session)

    def _store_token(self, session: Session) -> None:
        server = self._require_server()
        try:
            self._secrets().set(_token_name(server, session.user_id), session.refresh_token)
            self._accounts.keep_signed_in(server.key, session.user_id)
        except WorldFailed as failed:  # the session itself is good: next time the password is asked for
            _LOG.info("the session cannot be kept: %s", failed)
            self._accounts.keep_signed_in(server.key, "")

    def _forget_token(self) -> None:
        server = self._require_server()
        user_id = self._user_id or self._accounts.stays_signed_in(server.key)
        self._accounts.keep_signed_in(server.key, "")
        if user_id:
            try:
                self._secrets().delete(_token_name(server, user_id))
            except WorldFailed as failed:  # it is spent or about to be revoked; it only stays behind
                _LOG.info("the kept session cannot be deleted: %s", failed)

    def _remember(self, session: Session) -> None:
        memory = self._memory(self._require_server(), session.user_id)
        kept = memory.load() or {}
        if self._hello is not None:
            kept = {"policy": self._hello.policy, "registration": self._hello.registration}
        rules = {name: kept.get(name, {}) for name in ("policy", "registration")}
        memory.save({"session": to_plain(public_part(session)), **rules})

    def _use_rules(self, policy: Mapping[str, Any], registration: Mapping[str, Any]) -> bool:
        """Take rules into use; returns whether they could be read."""
        try:
            if policy:
                self.policy = PolicyBook.parse(policy)
            if registration:
                self.registration = RegistrationBook.from_document(registration)
        except PolicyError as error:  # a newer book: the shipped one explains, the backend decides
            _LOG.info("the server's rule book cannot be read here: %s", error)
            return False
        return True

    def _require_server(self) -> Server:
        if self._server is None:
            refuse("server.none", at="server")
        return self._server


def _state(server: Server, hello: HelloAnswer) -> ServerState:
    return ServerState(server=server, version=hello.server_version, training=hello.training)


def _token_name(server: Server, user_id: str) -> str:
    return f"refresh:{server.key}:{user_id}"


def _ignore(_session: Session) -> None:
    """A server that is only looked at has no session."""
