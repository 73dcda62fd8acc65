"""A checkout service on the fakes, and forms in every state of completeness."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

from inaproc_core.roles import Actor
from inaproc_core.values import Quantity
from inaproc_desktop.ports.checkout import CheckoutForm, FormPlace
from inaproc_desktop.services.checkout import CheckoutService
from inaproc_desktop.services.rules import Rules
from tests import builders
from tests.desktop.fake_data import Mine, World, office

PLACE = FormPlace(
    id="p1",
    recipient="Bagian Umum",
    phone="081234567890",
    street="Jalan Contoh Nomor 1",
    region_code="32.73.09.1002",
    region_path="Merdeka, Sumur Bandung, Kota Bandung, Jawa Barat",
    postal_code="40113",
    arrive_from=date(2026, 12, 1),
    arrive_to=date(2026, 12, 5),
)


def make(actor: Actor = builders.PP, world: World | None = None) -> tuple[CheckoutService, Mine]:
    mine = Mine(world or office(), actor)
    numbers = itertools.count(1)
    service = CheckoutService(
        actor=actor,
        mirror=mine.mirror,
        catalogue=mine.catalogue,
        cart=mine.cart,
        drafts=mine.drafts,
        shared=mine.shared,
        outbox=mine.outbox,
        rules=Rules(builders.BOOK, builders.CALENDAR, mine.world.clock),
        clock=mine.world.clock,
        new_id=lambda: f"order-{next(numbers)}",
    )
    return service, mine


def complete(service: CheckoutService, mine: Mine, **amounts: int) -> CheckoutForm:
    """Return a form that may be submitted; amounts in hundredths by product (``p_1=1000``)."""
    for name, hundredths in (amounts or {"p_1": 1000, "p_2": 1000}).items():
        mine.put_in_cart(name.replace("_", "-"), hundredths)
    vendor = mine.cart.lines()[0].vendor_id
    desk = service.open(service.start_from_cart(vendor))
    assert desk is not None
    form = replace(
        desk.form,
        rup_code="51402877",
        mak="1.01.01.2.06.0002.5.1.02.01.01.0024",
        ppk_access_id="a-ppk",
        places=(PLACE,),
        declaration=True,
    )
    service.save(form)
    return form


def codes(service: CheckoutService, form: CheckoutForm) -> dict[str, str]:
    """Return field to refusal code (empty: only missing) of everything in the way."""
    verdict = service.evaluate(form, service.know(form))
    return {p.field: p.refusal.code if p.refusal is not None else "" for p in verdict.problems}


def hundredths(units: int) -> Quantity:
    return Quantity(units * 100)
