"""What may be done without a link, on every screen: one table, and no button beside it (protocol.md 2.10).

A button that is not in the table fails the test: whoever adds one says what becomes of it on a bad link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from inaproc_core.orders.offline import ONLINE_CLASSES, DeedClass, needs_link, reason_code
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor
from inaproc_desktop.composition import buying, finishing, ordering, outbox
from inaproc_desktop.views.words import sentence
from tests import builders
from tests.desktop.fake_data import Mine, office
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_desk import full_desk
from tests.desktop.services.checkout.desk import complete
from tests.desktop.services.checkout.desk import make as make_checkout
from tests.desktop.verification.test_view import VAI, specs_of

DEEDS: dict[str, DeedClass] = {
    "checkout.submit": DeedClass.INTENT,
    "checkout.discard": DeedClass.DRAFT,
    "negotiation.send": DeedClass.TURN,
    "negotiation.agree": DeedClass.TURN,
    "negotiation.stop": DeedClass.TURN,
    "negotiation.hand_over": DeedClass.TURN,
    "shipping.send": DeedClass.REPORT,
    "shipping.mark_arrived": DeedClass.REPORT,
    "receiving.mark_arrived": DeedClass.REPORT,
    "approvals.issue": DeedClass.APPROVAL,
    "approvals.send_back": DeedClass.APPROVAL,
    "approvals.reject": DeedClass.APPROVAL,
    "receiving.inspect": DeedClass.APPROVAL,
    "signing.issue_bast": DeedClass.APPROVAL,
    "signing.decline": DeedClass.APPROVAL,
    "signing.make_key": DeedClass.CERTIFICATE,
    "signing.sign": DeedClass.SIGNATURE,
    "payments.choose": DeedClass.MONEY,
    "payments.confirm": DeedClass.MONEY,
    "verification.approve": DeedClass.ROLE,
    "verification.fix": DeedClass.ROLE,
    "verification.reject": DeedClass.ROLE,
    "verification.many": DeedClass.ROLE,
    "register.end": DeedClass.ROLE,
}
"""Every button that asks for something, by its object name."""

NO_DEED = frozenset(
    {
        "approvals.back",
        "cart.undo",
        "catalogue.clear_filters",
        "checkout.attach",
        "checkout.place.add",
        "home.all_orders",
        "negotiation.fill_lower",
        "negotiation.fill_same",
        "order.action",
        "order.negotiation",
        "orders.export",
        "outbox.send_all",
        "payments.copy_amount",
        "payments.open_bast",
        "payments.open_letter",
        "payments.open_order",
        "receiving.open_bast",
        "receiving.open_order",
        "shipping.open_order",
        "signing.save",
        "signing.verify",
    }
)
"""Buttons that lead somewhere, look at something or fill in a form on this machine."""

NAMELESS = frozenset({"Buka Katalog", "Buka Keranjang", "Selebar halaman"})
"""Ways on from an empty page, and the sizes of a preview."""

CASES: tuple[tuple[Actor, State | None, str], ...] = (
    (builders.PP, None, "home"),
    (builders.PP, None, "catalogue"),
    (builders.PP, None, "cart"),
    (builders.PP, None, "checkout"),
    (builders.PP, State.WAIT_BUYER, "negotiation"),
    (builders.PP, State.AGREED, "negotiation"),
    (builders.PP, State.AGREED, "order"),
    (builders.PP, State.WAIT_BUYER, "orders"),
    (builders.PP, State.WAIT_BUYER, "outbox"),
    (builders.VENDOR, State.WAIT_SELLER, "negotiation"),
    (builders.VENDOR, State.WAITING_SELLER_CONFIRMATION, "letter"),
    (builders.VENDOR, State.PROCESSING, "shipping"),
    (builders.VENDOR, State.SHIPPING, "shipping"),
    (builders.VENDOR, State.WAIT_BAST_SELLER, "bast"),
    (builders.PPK, State.WAITING_PPK_REVIEW, "approvals"),
    (builders.PPK, State.ESIGN_IN_PROGRESS, "letter"),
    (builders.PPK, State.SHIPPING, "receiving"),
    (builders.PPK, State.ARRIVED, "receiving"),
    (builders.PPK, State.BAST_DRAFT, "bast"),
    (builders.PPK, State.PAYMENT_PREPARATION, "payments"),
    (builders.BENDAHARA, State.WAIT_PAYMENT, "payments"),
)

_ROOMS = (buying, ordering, finishing, outbox)


def opened(qtbot: Any, actor: Actor, state: State | None, place: str, *, online: bool, key: bool) -> QWidget:
    world = office()
    item = ""
    mine = Mine(world, actor)
    if place == "checkout":
        service, mine = make_checkout(actor, world)
        item = complete(service, mine).order_id
    if state is not None:
        order = builders.play_to(state)
        world.add_orders(order)
        item = order.id if place not in {"orders", "outbox"} else ""
    if key:
        mine.keys.save(actor.user_id, b"sealed")
    world.online = online
    deps, _ = fake_deps(world, actor, mine=mine)
    spec = next(one for room in _ROOMS for one in room.pages(deps) if one.place_id == place)
    page: Any = spec.make()
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    page.open_item(item)
    QCoreApplication.processEvents()
    return cast(QWidget, page)


def in_sight(page: QWidget) -> Iterator[QPushButton]:
    for made in page.findChildren(QPushButton):
        if made.isVisibleTo(page) and made.text():
            yield made


def name_of(made: QPushButton) -> str:
    """Return the object name without the number of a row."""
    return made.objectName().rstrip("_0123456789")


def check(page: QWidget, was_open: dict[str, bool], *, online: bool) -> None:
    for made in in_sight(page):
        name = name_of(made)
        of = DEEDS.get(name)
        if of is None:
            continue
        if online:
            was_open[name] = made.isEnabled()
        elif needs_link(of):
            said = sentence(reason_code(of))
            assert not made.isEnabled(), name
            assert made.toolTip() == said, name
            assert made.accessibleDescription() == said, name
        else:
            assert made.isEnabled() is was_open[name], name


@pytest.mark.parametrize(
    ("actor", "state", "place", "key"),
    [
        (*case, key)
        for case in CASES
        for key in (False, True)
        if not key or case[2] in {"letter", "bast"}  # only signing has a key
    ],
    ids=lambda one: getattr(one, "user_id", None) or str(one),
)
def test_only_what_may_wait_is_open(
    qtbot: Any, actor: Actor, state: State | None, place: str, key: bool
) -> None:
    was_open: dict[str, bool] = {}
    for online in (True, False):
        page = opened(qtbot, actor, state, place, online=online, key=key)
        for made in in_sight(page):
            known = name_of(made) in DEEDS or name_of(made) in NO_DEED or made.text() in NAMELESS
            assert known or _is_part(made), f"{place}: {made.objectName() or made.text()} is in no table"
        check(page, was_open, online=online)


def _is_part(made: QPushButton) -> bool:
    """Parts of shared widgets that have no deed of their own: links in lists, banners, proofs."""
    return made.property("role") in {"link", "quiet"} or made.objectName().endswith(".change_proof")


def test_every_place_of_a_purchase_is_in_the_table(qtbot: Any) -> None:
    deps, _ = fake_deps(office(), builders.PP)
    places = {spec.place_id for room in _ROOMS for spec in room.pages(deps)}
    assert places == {place for _actor, _state, place in CASES}


def test_the_desk_decides_online_only(qtbot: Any, app_style: Any) -> None:
    desk = full_desk()
    seen: set[str] = set()
    for place in ("verification", "register"):
        specs, _more = specs_of(VAI, desk)
        page = next(spec for spec in specs if spec.place_id == place).make()
        qtbot.addWidget(page)
        page.show()
        page.open_item("profile:u-9" if place == "verification" else "")
        QCoreApplication.processEvents()
        page.show_online(False)
        for made in page.findChildren(QPushButton):
            of = DEEDS.get(made.objectName())
            if of is not None:
                seen.add(made.objectName())
                assert not made.isEnabled()
                assert made.toolTip() == made.accessibleDescription() == sentence(reason_code(of))
    wanted = {name for name, of in DEEDS.items() if of is DeedClass.ROLE}
    assert seen == wanted


def test_every_class_has_its_sentence_and_is_used() -> None:
    for of in ONLINE_CLASSES:
        assert sentence(reason_code(of)).startswith("Perlu tautan ke peladen")
    assert set(DEEDS.values()) >= ONLINE_CLASSES
