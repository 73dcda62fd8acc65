"""Products of the training catalogue: combinations of the vocabulary with believable prices."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from inaproc_backend.storage.times import to_text
from inaproc_backend.training.vocabulary import Kind, Office, Vendor, load_goods
from inaproc_core.tax import PpnTreatment
from inaproc_core.values import QUANTITY_SCALE

_SOURCE = "latihan"
_BOOKS = "Buku dan Konten > Buku"
_STOCKS = (None, 5, 12, 25, 40, 60, 100, 150, 250, 500, 1000, 5000)
_LISTED_DAYS = 420


def product_rows(office: Office, now: datetime, seed: int) -> Iterator[dict[str, Any]]:
    """Yield the rows of all training products: the named ones, then the generated ones.

    Prices of one kind are log-normal around its median, moved by the factors of the variant, and rounded as
    sellers round. The same seed and moment give the same rows.
    """
    for named in office.products:
        yield _row(
            id=named.id,
            vendor_id=named.vendor_id,
            name=named.name,
            unit=named.unit,
            price=named.price,
            stock=named.stock,
            weight_grams=named.weight_grams,
            pdn=named.pdn,
            tkdn=named.tkdn,
            bmp=named.bmp,
            kbki=named.kbki,
            sku=named.id.removeprefix("latihan-p-").upper(),
            brand=named.brand,
            category=named.category,
            origin_region=_vendor(office.vendors, named.vendor_id).region_code,
            description=named.description,
            published_at=to_text(now - timedelta(days=30)),
        )
    for kind in load_goods().kinds:
        # A generator of its own for each kind: a change to one leaves all others as they were.
        yield from _of_kind(kind, office.vendors, now, random.Random(f"{seed}/{kind.code}"))


def _of_kind(
    kind: Kind, vendors: Sequence[Vendor], now: datetime, draw: random.Random
) -> Iterator[dict[str, Any]]:
    variants = list(itertools.product(kind.brands, itertools.product(*(dim.items() for dim in kind.dims))))
    offers = [(vendor, brand, values) for vendor in kind.vendors for brand, values in variants]
    if len(offers) > kind.count:
        offers = sorted(
            draw.sample(offers, kind.count), key=lambda offer: (offer[0], offer[1], str(offer[2]))
        )
    makers = {brand: math.exp(draw.gauss(0, kind.spread)) for brand in kind.brands}
    domestic = {brand: draw.randrange(100) < kind.pdn_percent for brand in kind.brands}
    content = {brand: draw.randint(kind.tkdn_from * 100, kind.tkdn_to * 100) for brand in kind.brands}
    for number, (seller, brand, values) in enumerate(offers, start=1):
        vendor = vendors[seller - 1]
        factor = math.prod(value for _, value in values)
        price = kind.median * factor * makers[brand] * math.exp(draw.gauss(0, kind.spread / 2))
        pdn = domestic[brand]
        tkdn = content[brand] if pdn else 0
        stock = draw.choice(_STOCKS) if kind.weight_grams else None
        yield _row(
            id=f"latihan-p-{kind.code}-{number:04d}",
            vendor_id=vendor.id,
            name=kind.name.format(*(label for label, _ in values), brand=brand),
            unit=kind.unit,
            price=round_price(price),
            stock=stock,
            minimum=kind.minimum,
            weight_grams=kind.weight_grams,
            ppn=PpnTreatment.EXEMPT if kind.category == _BOOKS else PpnTreatment.TAXED,
            pdn=pdn,
            tkdn=tkdn,
            bmp=draw.choice((0, 400, 800, 1200, 1500)) if tkdn >= 2500 else 0,
            kbki=kind.kbki,
            sku=f"{kind.code.upper()}-{seller}{number:04d}",
            brand=brand,
            category=kind.category,
            origin_region=vendor.region_code,
            description=f"{kind.about} Merek dan harga hanya untuk latihan.",
            published_at=to_text(now - timedelta(days=draw.randrange(1, _LISTED_DAYS), minutes=number)),
        )


def round_price(price: float) -> int:
    """Return a price as sellers write it: about three digits that count, never below Rp100."""
    step: int = 10 ** max(2, math.floor(math.log10(max(price, 1))) - 2)
    if step > 100 and price / step < 300:
        step //= 2
    return max(step, round(price / step) * step)


def _vendor(vendors: Sequence[Vendor], vendor_id: str) -> Vendor:
    return next(vendor for vendor in vendors if vendor.id == vendor_id)


def _row(
    *,
    stock: int | None,
    minimum: int = 1,
    ppn: PpnTreatment = PpnTreatment.TAXED,
    **columns: object,
) -> dict[str, Any]:
    known: Mapping[str, object] = {
        "listed": True,
        "stock": None if stock is None else stock * QUANTITY_SCALE,
        "minimum": minimum * QUANTITY_SCALE,
        "ppn": ppn.value,
        "source": _SOURCE,
    }
    return {**columns, **known}
