"""``Deps`` for building real pages over fakes. Apart from ``fake_data`` because it needs Qt."""

from __future__ import annotations

from typing import Any

from inaproc_core.registration.book import load_registration
from inaproc_core.roles import Actor
from inaproc_desktop.composition.deps import Deps
from tests import builders
from tests.desktop.fake_data import Mine, World, signed_in
from tests.desktop.fake_shelf import FakeOrderFiles
from tests.desktop.fakes import ImmediateRunner, RecordingBus, RecordingMessages, RecordingNavigator


def fake_deps(world: World, actor: Actor, **others: Any) -> tuple[Deps, Mine]:
    """Return everything a page is built from, and the fakes behind it.

    ``sync_now`` delivers the outbox at once when the world is online, and publishes the change. Keyword
    arguments replace members of ``Deps`` (``runner=HeldRunner()``); calls of registration have no fake here,
    a test that needs them passes its own.
    """
    mine = others.pop("mine", None) or Mine(world, actor)
    bus = others.pop("bus", None) or RecordingBus()

    def sync_now() -> None:
        if world.online:
            bus.publish(mine.outbox.deliver())

    members: dict[str, Any] = {
        "signed_in": signed_in(actor),
        "runner": ImmediateRunner(),
        "bus": bus,
        "messages": RecordingMessages(),
        "clock": world.clock,
        "navigator": RecordingNavigator(),
        "mirror": mine.mirror,
        "outbox": mine.outbox,
        "drafts": mine.drafts,
        "shared_drafts": mine.shared,
        "cart": mine.cart,
        "catalogue": mine.catalogue,
        "documents": mine.documents,
        "backend": mine.backend,
        "keys": mine.keys,
        "shelf": mine.shelf,
        "order_files": FakeOrderFiles(mine.shelf),
        "account": None,
        "accesses": None,
        "desk": None,
        "mailbox": None,
        "wizard_drafts": None,
        "registration_rules": load_registration(),
        "policy": builders.BOOK,
        "calendar": builders.CALENDAR,
        "link": mine.link,
        "sync_now": sync_now,
        **others,
    }
    return Deps(**members), mine
