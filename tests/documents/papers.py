"""Sample documents and what they say, for the tests of rendering and signing."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pypdfium2

from inaproc_core.calendar import Zone
from inaproc_core.orders.content import Courier, PaymentPlan
from inaproc_core.orders.model import Order, OrderService
from inaproc_core.orders.states import State
from inaproc_core.orders.totals import listed_prices, totals_at
from inaproc_core.tax import PpnTreatment
from inaproc_core.values import Quantity, Rupiah
from inaproc_documents.bast import render_bast
from inaproc_documents.paper.signing_area import Field
from inaproc_documents.surat_pesanan import render_surat_pesanan
from tests import builders as b
from tests.documents.people import signer

_WORDS = ("laptop", "meja", "kantor", "printer", "kertas", "lemari", "arsip", "kursi", "monitor", "toner")


def text_of(pdf: bytes) -> list[str]:
    """The text of each page, lines joined by blanks."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return pages


@cache
def letter_order(*, simulation: bool = True) -> Order:
    return replace(b.play_to(State.ESIGN_IN_PROGRESS), simulation=simulation)


@cache
def bast_order() -> Order:
    return replace(b.play_to(State.COMPLETED), simulation=True)


@cache
def letter() -> bytes:
    return render_surat_pesanan(letter_order())


@cache
def signed_once() -> bytes:
    return signer(b.PPK).sign(letter(), Field.PPK)


@cache
def signed_twice() -> bytes:
    return signer(b.VENDOR).sign(signed_once(), Field.PENYEDIA)


@cache
def bast() -> bytes:
    return render_bast(bast_order())


def long_order(lines: int = 100, places: int = 53) -> Order:
    """An order of many lines to many places, paid by termin, with services and both couriers."""
    dice = random.Random(4)
    order = letter_order()
    base = order.lines[0]
    chosen = tuple(
        replace(
            base,
            no=no,
            product_id=f"p-{no}",
            name=" ".join(dice.choices(_WORDS, k=dice.randint(2, 20))),
            unit=dice.choice(["unit", "rim", "liter", "paket 12 botol"]),
            quantity=Quantity(dice.choice([100, 5300, 123_456, 75_050])),
            listed_price=Rupiah(dice.choice([1_500, 66_936, 18_818_919, 6_760_000_000])),
            pdn=dice.random() < 0.7,
            ppn=dice.choice([PpnTreatment.TAXED, PpnTreatment.EXEMPT]),
            sku=f"SKU-{no}",
        )
        for no in range(1, lines + 1)
    )
    deliveries = tuple(
        replace(
            order.deliveries[0],
            no=no,
            recipient=f"SD Negeri {no}",
            street=f"Jalan Pendidikan Nomor {no}, " * (1 + no % 3),
            quantities={
                str(line.no): Quantity(_share(line.quantity, line.no, no, places))
                for line in chosen
                if _share(line.quantity, line.no, no, places)
            },
            courier=dice.choice(list(Courier)),
            listed_shipping=Rupiah(275_000),
            arrive_to=order.deliveries[0].arrive_to + timedelta(days=no % 5),
        )
        for no in range(1, places + 1)
    )
    services = (
        OrderService(no=1, service_id="s", name="Instalasi dan pelatihan", listed_price=Rupiah(2_500_000)),
    )
    prices = listed_prices(chosen, services, deliveries)
    totals = totals_at(
        chosen, services, deliveries, prices, seller_is_pkp=True, policy=b.BOOK.at(b.NOW.date())
    )
    assert order.satker is not None
    return replace(
        order,
        lines=chosen,
        services=services,
        deliveries=deliveries,
        agreed=prices,
        current=totals,
        payment_plan=PaymentPlan.TERMIN,
        satker=replace(order.satker, zone=Zone.WIT),
    )


def _share(amount: int, line: int, no: int, places: int) -> int:
    """Every seventh place gets an even share of a line, the last one what is left."""
    share = amount // places
    if no < places:
        return share if (line + no) % 7 == 0 else 0
    return amount - share * sum((line + earlier) % 7 == 0 for earlier in range(1, places))
