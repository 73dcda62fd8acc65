"""Orders, people and pages for the tests of the finishing screens."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.composition.finishing import pages
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.services.seals import DocumentSeals
from inaproc_desktop.services.signing import SigningService
from tests import builders
from tests.desktop.fake_data import Mine, office
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_world import World
from tests.desktop.signing.authority import RealDocuments

PASSPHRASE = "frasa sandi uji 1"
_PEOPLE = itertools.count(1)
SEALS = DocumentSeals(rounds=1_000)


def numbered(order: Order, at: int) -> Order:
    """Return an order under another id and number, so that several of a kind can stand together."""
    name = f"o-{at}"
    letter, bast = order.letter, order.bast
    return replace(
        order,
        id=name,
        number=f"EP-01KAR2M3N4P5Q6R7S8T9V0W1X{at}",
        letter=replace(letter, document_id=f"{name}.sp.{letter.version}") if letter is not None else None,
        bast=replace(bast, document_id=f"{name}.bast.{bast.version}") if bast is not None else None,
    )


def world_of(*states: State, buyer: Actor = builders.PP) -> World:
    """Return an office with one order in each state: ``o-0``, ``o-1`` …"""
    world = office()
    world.add_orders(*(numbered(builders.play_to(state, buyer=buyer), at) for at, state in enumerate(states)))
    return world


def state_of(world: World, order_id: str = "o-0") -> State:
    """Return where an order stands on the backend."""
    return world.orders[order_id].state


def rules_of(world: World) -> Rules:
    """Return the rules at the world's clock."""
    return Rules(builders.BOOK, builders.CALENDAR, world.clock)


def signer(world: World, actor: Actor, *, key: bool = True) -> Mine:
    """Return a person's ports with documents that are really rendered, and perhaps a certified key."""
    mine = Mine(world, actor)
    mine.documents = RealDocuments(world, actor)
    # Two people on one world must not give two commands the same id.
    mine.backend._ids = itertools.count(1_000 * next(_PEOPLE))
    if key:
        signing_of(mine).make_key(PASSPHRASE)
    return mine


def signing_of(mine: Mine) -> SigningService:
    """Return the signing service of a person."""
    return SigningService(
        mirror=mine.mirror,
        documents=mine.documents,
        backend=mine.backend,
        keys=mine.keys,
        seals=SEALS,
        rules=rules_of(mine.world),
        clock=mine.world.clock,
        actor=mine.actor,
    )


def page_of(place: str, mine: Mine, **others: Any) -> tuple[QWidget, Deps]:
    """Return a page over fakes, with its presenter, and what it was built from."""
    deps, _ = fake_deps(mine.world, mine.actor, mine=mine, **others)
    spec = next(one for one in pages(deps, SEALS) if one.place_id == place)
    return spec.make(), deps
