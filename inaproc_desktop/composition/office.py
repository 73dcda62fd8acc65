"""Everything below the screens for one signed-in person: files, rules, sync engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from inaproc_core.calendar import WorkCalendar
from inaproc_core.wire.account import AccountView
from inaproc_core.wire.messages import HelloAnswer
from inaproc_desktop.composition.clock import ServerClock
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.composition.files import Files
from inaproc_desktop.composition.release import CLIENT_VERSION
from inaproc_desktop.ports.data import BackendRefused, Link, SignedIn
from inaproc_desktop.ports.rules import PolicySource, RegistrationSource
from inaproc_desktop.ports.session import Server
from inaproc_desktop.ports.ui import ChangeBus, Clock, Messages, Navigator, Runner
from inaproc_desktop.remote.account import HttpAccount
from inaproc_desktop.remote.attachments import HttpAttachments
from inaproc_desktop.remote.desk import HttpDesk, HttpMailbox
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.remote.registration import HttpAccesses
from inaproc_desktop.remote.wake import HttpWakeStream
from inaproc_desktop.storage.attachments import LocalAttachments
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.documents import DocumentCache
from inaproc_desktop.storage.draft_exchange import LocalDraftExchange
from inaproc_desktop.storage.drafts import LocalCart, LocalDrafts
from inaproc_desktop.storage.held import LocalHeldCommands
from inaproc_desktop.storage.knowledge import Knowledge
from inaproc_desktop.storage.mirror import LocalMirror
from inaproc_desktop.storage.outbox import LocalOutbox
from inaproc_desktop.storage.overlay import Overlay
from inaproc_desktop.storage.settling import LocalWorkFile
from inaproc_desktop.storage.shared_drafts import LocalSharedDrafts
from inaproc_desktop.storage.wizard_drafts import LocalWizardDrafts
from inaproc_desktop.storage.work import WorkDatabase
from inaproc_desktop.sync.backend import LiveBackend
from inaproc_desktop.sync.documents import LiveDocuments
from inaproc_desktop.sync.engine import SyncEngine
from inaproc_desktop.sync.greeting import Greeter
from inaproc_desktop.sync.order_files import LiveOrderFiles
from inaproc_desktop.sync.uploads import Uploader


class Office:
    """The data side of one person; lives from signing in to signing out, across changes of the access."""

    def __init__(
        self,
        *,
        files: Files,
        server: Server,
        user_id: str,
        wire: HttpWire,
        policy: PolicySource,
        registration: RegistrationSource,
        calendar: WorkCalendar,
        bus: ChangeBus,
        clock: Clock,
        device_id: str,
        device_name: str = "",
        online: bool,
        on_session_ended: Callable[[BackendRefused], None],
        on_hello: Callable[[HelloAnswer], None] = lambda hello: None,
    ) -> None:
        """Open the person's files and put the engine together; blocking.

        ``clock`` is the computer's; below here everything goes by the backend's time as far as it is known.

        Raises:
            WorldFailed: a file cannot be opened.
        """
        self.work: WorkDatabase = files.work(server, user_id)
        offset = wire.server_time.offset if wire.server_time is not None else timedelta
        self.clock = clock = ServerClock(clock, offset)
        self._offset = offset
        self._device_id = device_id
        self._policy = policy
        self._registration = registration
        self._wire = wire
        self._wizard_drafts = LocalWizardDrafts(self.work, clock)
        self._calendar = calendar
        self._base = BaseRows()
        self._catalogue = files.catalogue(server)
        knowledge = Knowledge(self._base, self._catalogue, policy, calendar)
        self._overlay = Overlay(self.work, self._base, knowledge, clock)
        cache = DocumentCache(self.work)
        self._documents = LiveDocuments(wire, cache, clock)
        self._attachments = LocalAttachments(self.work, files.blobs(server, user_id), clock)
        file_calls = HttpAttachments(wire)
        self._order_files = LiveOrderFiles(self._attachments, file_calls, cache, clock)
        self._keys = files.keys(server, user_id)
        file = LocalWorkFile(
            self.work,
            clock,
            device_id,
            others=lambda: files.others_waiting(server, user_id),
            client_version=CLIENT_VERSION,
            offset=offset,
        )
        greeter = Greeter(
            wire=wire,
            held=LocalHeldCommands(self.work),
            client_version=CLIENT_VERSION,
            publish=bus.publish,
            on_hello=on_hello,
            offset=offset,
        )
        self.engine = SyncEngine(
            file=file,
            catalogue=self._catalogue,
            wire=wire,
            bus=bus,
            clock=clock,
            wake=HttpWakeStream(wire.client, wire.tokens),
            greeting=greeter,
            uploads=Uploader(self._attachments, file_calls, file, bus.publish, clock),
            drafts=LocalDraftExchange(
                self.work,
                self._base,
                clock,
                device_id,
                device_name=device_name,
                client_version=CLIENT_VERSION,
                title_of=self._title_of,
            ),
            online=online,
            on_session_ended=on_session_ended,
        )
        self.backend = LiveBackend(file=file, wire=wire, rules=self._overlay, engine=self.engine, bus=bus)

    def _title_of(self, vendor_id: str) -> str:
        vendor = self._catalogue.vendor(vendor_id)
        return vendor.name if vendor is not None else vendor_id

    def second_factor_on(self) -> bool:
        """Return whether a proof of presence takes a code, as far as the backend has said."""
        return self._wire.totp_on

    def account(self) -> AccountView:
        """Read the account of the signed-in person; blocking."""
        return HttpAccount(self._wire).account()

    def deps(
        self,
        signed_in: SignedIn,
        *,
        runner: Runner,
        bus: ChangeBus,
        messages: Messages,
        navigator: Navigator,
    ) -> Deps:
        """Return what pages are built from, acting through one access."""
        actor = signed_in.actor
        return Deps(
            signed_in=signed_in,
            runner=runner,
            bus=bus,
            messages=messages,
            clock=self.clock,
            navigator=navigator,
            mirror=LocalMirror(self.work, self._base, self._overlay, actor),
            outbox=LocalOutbox(
                self.work,
                self._base,
                self._overlay,
                self.clock,
                self._device_id,
                client_version=CLIENT_VERSION,
                offset=self._offset,
            ),
            drafts=LocalDrafts(self.work, actor.access_id, self.clock, actor),
            shared_drafts=LocalSharedDrafts(
                self.work,
                actor.access_id,
                self.clock,
                self._device_id,
                client_version=CLIENT_VERSION,
            ),
            cart=LocalCart(self.work, actor.access_id),
            catalogue=self._catalogue,
            documents=self._documents,
            backend=self.backend,
            keys=self._keys,
            shelf=self._attachments,
            order_files=self._order_files,
            account=HttpAccount(self._wire),
            accesses=HttpAccesses(self._wire),
            desk=HttpDesk(self._wire),
            mailbox=HttpMailbox(self._wire.client),
            wizard_drafts=self._wizard_drafts,
            registration_rules=self._registration,
            policy=self._policy,
            calendar=self._calendar,
            link=self.link,
            sync_now=self.engine.sync_now,
            agree_to_deletions=self.engine.agree_to_deletions,
        )

    def link(self) -> Link:
        """Return how the connection and the outbox stand."""
        return self.engine.link()
