"""One person's machine for tests: real files, the real engine, a fake backend."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import resources
from inaproc_core.roles import Actor
from inaproc_desktop.ports.attachments import UploadCalls
from inaproc_desktop.storage.attachments import LocalAttachments
from inaproc_desktop.storage.base import BaseRows
from inaproc_desktop.storage.blobs import SealedBlobs
from inaproc_desktop.storage.catalogue import LocalCatalogue
from inaproc_desktop.storage.catalogue_file import CatalogueFiles
from inaproc_desktop.storage.draft_exchange import LocalDraftExchange
from inaproc_desktop.storage.drafts import LocalCart, LocalDrafts
from inaproc_desktop.storage.knowledge import Knowledge
from inaproc_desktop.storage.mirror import LocalMirror
from inaproc_desktop.storage.outbox import LocalOutbox
from inaproc_desktop.storage.overlay import Overlay
from inaproc_desktop.storage.regions import RegionIndex
from inaproc_desktop.storage.settling import LocalWorkFile
from inaproc_desktop.storage.shared_drafts import LocalSharedDrafts
from inaproc_desktop.storage.work import open_work_file
from inaproc_desktop.sync.backend import LiveBackend
from inaproc_desktop.sync.engine import SyncEngine
from inaproc_desktop.sync.uploads import Uploader
from tests import builders
from tests.desktop.fakes import FixedClock, RecordingBus
from tests.desktop.sealed import KEY
from tests.desktop.sync.fake_server import FakeServer, FakeWire


@dataclass
class Machine:
    """Everything below the services, for one person."""

    folder: Path
    server: FakeServer
    actor: Actor = builders.PP
    bus: RecordingBus = field(default_factory=RecordingBus)
    uploads: UploadCalls | None = None
    device: str = "dev-1"

    def __post_init__(self) -> None:
        self.clock = FixedClock(self.server.now)
        self.work = open_work_file(self.folder / "work.db", KEY)
        base = BaseRows()
        self.regions = RegionIndex(self.folder / "regions.db", resources.path("data", "regions.csv.gz"))
        self.files = CatalogueFiles(self.folder)
        self.catalogue = LocalCatalogue(self.files, self.regions)
        knowledge = Knowledge(base, self.catalogue, builders.BOOK, builders.CALENDAR)
        self.overlay = Overlay(self.work, base, knowledge, self.clock)
        self.mirror = LocalMirror(self.work, base, self.overlay, self.actor)
        self.outbox = LocalOutbox(self.work, base, self.overlay, self.clock, self.device)
        self.drafts = LocalDrafts(self.work, self.actor.access_id, self.clock, self.actor)
        self.shared = LocalSharedDrafts(self.work, self.actor.access_id, self.clock, self.device)
        self.exchange = LocalDraftExchange(
            self.work, base, self.clock, self.device, device_name=f"Meja {self.device}"
        )
        self.cart = LocalCart(self.work, self.actor.access_id)
        self.blobs = SealedBlobs(self.folder / "blobs", lambda: b"k" * 32)
        self.attachments = LocalAttachments(self.work, self.blobs, self.clock)
        self.file = LocalWorkFile(self.work, self.clock, self.device)
        self.wire = FakeWire(self.server, self.actor)
        calls = self.uploads
        self.uploader = (
            Uploader(self.attachments, calls, self.file, self.bus.publish, self.clock)
            if calls is not None
            else None
        )
        self.engine = SyncEngine(
            file=self.file,
            catalogue=self.catalogue,
            wire=self.wire,
            bus=self.bus,
            clock=self.clock,
            uploads=self.uploader,
            drafts=self.exchange,
        )
        self.backend = LiveBackend(
            file=self.file, wire=self.wire, rules=self.overlay, engine=self.engine, bus=self.bus
        )

    def close(self) -> None:
        self.work.close()
        self.files.close()
        self.regions.close()

    def reopened(self) -> Machine:
        """The same files after the program was started again."""
        self.close()
        return Machine(self.folder, self.server, self.actor, uploads=self.uploads, device=self.device)
