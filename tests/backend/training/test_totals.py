"""The totals that the named products make, by the rules themselves: tours and lessons rely on them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from inaproc_backend.storage.database import Database
from inaproc_backend.storage.facts import (
    load_official,
    load_products,
    load_rup,
    load_satker,
    load_vendor,
)
from inaproc_backend.training.people import access_id
from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.content import Checkout, CheckoutLine, Courier, Delivery, PaymentMethod
from inaproc_core.orders.context import Context
from inaproc_core.orders.events import NegotiationOpened
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.machine import decide
from inaproc_core.orders.shipping_price import billed_kilograms, shipping_quote
from inaproc_core.roles import Actor, Role
from inaproc_core.values import Rupiah, quantity
from tests.builders import BOOK, CALENDAR, NOW


def open_order(
    connection: Connection, who: Role, lines: list[tuple[str, int]], vendor_id: str, rup_code: str
) -> NegotiationOpened | Refusal:
    """Submit a checkout by the rules, delivered by the penyedia to the office."""
    vendor = load_vendor(connection, vendor_id)
    rup = load_rup(connection, rup_code)
    satker = load_satker(connection, "990001")
    products = load_products(connection, [product_id for product_id, _ in lines])
    assert vendor and rup and satker
    buyer, ppk = (official(connection, name) for name in (who.value.lower(), "ppk"))
    grams = sum(products[product_id].weight_grams * quantity(count) for product_id, count in lines)
    shipping = Rupiah(0)
    if grams:
        shipping = shipping_quote(
            vendor[0].tariffs[Courier.VENDOR.value],
            billed_kilograms(grams),
            products[lines[0][0]].origin_region,
            "32.73.02.1001",
        )
    today = date(2026, 12, 1)
    checkout = Checkout(
        vendor_id=vendor_id,
        lines=tuple(
            CheckoutLine(
                no=no,
                product_id=product_id,
                quantity=quantity(count),
                listed_price=products[product_id].price,
                offer_price=Rupiah(products[product_id].price - 1),
            )
            for no, (product_id, count) in enumerate(lines, start=1)
        ),
        deliveries=(
            Delivery(
                no=1,
                recipient="Gudang Latihan",
                phone="081200000000",
                street="Jalan Latihan Nomor 1",
                region_code="32.73.02.1001",
                region_path="Cipaganti, Coblong, Kota Bandung, Jawa Barat",
                postal_code="40131",
                arrive_from=today,
                arrive_to=today,
                courier=Courier.VENDOR,
                quantities={str(no): quantity(count) for no, (_, count) in enumerate(lines, start=1)},
                shipping_price=shipping,
                shipping_offer=Rupiah(max(0, shipping - 1)),
            ),
        ),
        rup_code=rup_code,
        mak=rup[0].maks[0],
        funding_source=rup[0].funding_source,
        ppk_access_id=ppk.access_id,
        payment_method=PaymentMethod.UP if who is Role.PP else PaymentMethod.LS,
        declaration=True,
    )
    facts = Facts(
        products=products,
        vendor=vendor[0],
        satker=satker[0],
        buyer=buyer,
        ppk=ppk,
        rup=rup[0],
        order_number="EP-01KAR2M3N4P5Q6R7S8T9V0W1X2",
    )
    actor = Actor(
        user_id=buyer.user_id,
        access_id=buyer.access_id,
        role=who,
        name=buyer.name,
        satker_id=buyer.satker_id,
        position=buyer.position,
        nip=buyer.nip,
    )
    context = Context(policy=BOOK.at(NOW.date()), calendar=CALENDAR, now=NOW)
    decided = decide(
        None, c.SubmitCheckout(checkout=checkout, max_total=Rupiah(10**12)), actor, facts, context
    )
    if isinstance(decided, Refusal):
        return decided
    event = decided[0]
    assert isinstance(event, NegotiationOpened)
    return event


def official(connection: Connection, username: str) -> Any:
    found = load_official(connection, access_id(username), NOW.date())
    return found[0] if isinstance(found, tuple) else found


LICENCE, LICENCE_MORE = "latihan-p-lisensi-tepat", "latihan-p-lisensi-lebih"


@pytest.mark.parametrize(
    ("who", "lines", "vendor", "rup", "total"),
    [
        (Role.PP, [("latihan-p-meja-siswa", 100), ("latihan-p-kursi-siswa", 100)], "v1", "01", 119_547_000),
        (Role.PPK, [("latihan-p-laptop", 30)], "v3", "02", 350_499_150),
        (Role.PPK, [("latihan-p-laptop", 30), ("latihan-p-proyektor", 10)], "v3", "02", 434_381_850),
        (Role.PP, [(LICENCE, 200)], "v2", "03", 200_000_000),
        (Role.PPK, [(LICENCE, 199), (LICENCE_MORE, 1)], "v2", "04", 200_000_001),
        (Role.PP, [("latihan-p-platform-tepat", 1)], "v3", "04", 200_000_000),
        (Role.PPK, [("latihan-p-platform-lebih", 1)], "v3", "04", 200_000_001),
    ],
)
def test_named_products_make_the_totals_that_tours_need(
    office: Database, who: Role, lines: list[tuple[str, int]], vendor: str, rup: str, total: int
) -> None:
    with office.read() as connection:
        opened = open_order(connection, who, lines, f"latihan-{vendor}", f"990000{rup}")
    assert isinstance(opened, NegotiationOpened), opened
    assert opened.listed.total == total


@pytest.mark.parametrize(
    ("who", "lines", "code"),
    [
        (Role.PP, [(LICENCE, 199), (LICENCE_MORE, 1)], "checkout.over_threshold"),
        (Role.PPK, [(LICENCE, 200)], "checkout.below_threshold"),
    ],
)
def test_one_rupiah_decides_who_may_buy(
    office: Database, who: Role, lines: list[tuple[str, int]], code: str
) -> None:
    with office.read() as connection:
        refused = open_order(connection, who, lines, "latihan-v2", "99000004")
    assert isinstance(refused, Refusal) and refused.code == code
