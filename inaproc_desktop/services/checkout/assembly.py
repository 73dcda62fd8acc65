"""From the form to what the core counts and decides with, and from a refusal back to the form's field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from inaproc_core.errors import Refusal
from inaproc_core.orders.content import (
    Checkout,
    CheckoutLine,
    Courier,
    Delivery,
    PaymentMethod,
    line_item,
    shipping_item,
)
from inaproc_core.orders.facts import ProductFact, VendorFact
from inaproc_core.orders.model import OrderDelivery, OrderLine, Totals
from inaproc_core.orders.negotiation import floor_of
from inaproc_core.orders.quoting import DeliveryQuote, delivery_quote, frozen_line
from inaproc_core.orders.totals import listed_prices, totals_at
from inaproc_core.policy import Policy
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.checkout import CheckoutForm, FormPlace
from inaproc_desktop.services.checkout.form import product_offer, shipping_offer
from inaproc_desktop.services.checkout.known import Known

_WHOLE = 10_000
_NO_DAY = date.min


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The countable part of a form.

    Attributes:
        lines: products that are known; the quantity is zero while none is filled in.
        quotes: every place with its shipping; ``None`` while it cannot be told.
        listed: listed price by core item (``line:1``).
        offers: first offer by core item; an item without one is missing.
        names: the form's name of an item to the core's.
    """

    vendor: VendorFact | None
    products: Mapping[str, ProductFact]
    lines: tuple[OrderLine, ...]
    deliveries: tuple[OrderDelivery, ...]
    quotes: tuple[tuple[FormPlace, DeliveryQuote | None], ...]
    listed: Mapping[str, Rupiah]
    offers: Mapping[str, Rupiah]
    names: Mapping[str, str]

    def listed_totals(self, policy: Policy) -> Totals:
        """Return the totals at listed prices."""
        return self._totals(self.listed, policy)

    def offered_totals(self, policy: Policy) -> Totals:
        """Return the totals at the first offers."""
        # A price below nothing is refused by name elsewhere; here it must only be countable.
        offers = {item: Rupiah(max(price, 0)) for item, price in self.offers.items()}
        return self._totals({**self.listed, **offers}, policy)

    def _totals(self, prices: Mapping[str, Rupiah], policy: Policy) -> Totals:
        pkp = self.vendor.pkp if self.vendor is not None else True
        return totals_at(self.lines, (), self.deliveries, prices, seller_is_pkp=pkp, policy=policy)


def draft_of(form: CheckoutForm, known: Known, policy: Policy) -> Draft:
    """Return what can be counted of a form."""
    lines = tuple(
        frozen_line(no, Quantity(max(line.quantity or 0, 0)), product)
        for no, line in enumerate(form.lines, start=1)
        if (product := known.products.get(line.product_id)) is not None
    )
    numbers = {line.product_id: str(line.no) for line in lines}
    quotes = tuple((place, _quote(form, place, numbers, known)) for place in form.places)
    deliveries = tuple(
        _delivery(no, place, quote, _shares(form, place, numbers))
        for no, (place, quote) in enumerate(quotes, start=1)
    )
    listed = listed_prices(lines, (), deliveries)
    names = {product_offer(line.product_id): line_item(line.no) for line in lines}
    names |= {
        shipping_offer(place.id): shipping_item(no)
        for no, (place, quote) in enumerate(quotes, start=1)
        if place.courier is Courier.VENDOR and quote is not None
    }
    offers: dict[str, Rupiah] = {}
    for name, item in names.items():
        own = form.offers.get(name)
        if own is not None:
            offers[item] = own
        elif name not in form.offers:
            offers[item] = suggested(listed[item], form.discount, floor_of(item, policy))
    return Draft(
        vendor=known.vendor,
        products=known.products,
        lines=lines,
        deliveries=deliveries,
        quotes=quotes,
        listed=listed,
        offers=offers,
        names=names,
    )


def suggested(listed: Rupiah, discount: int, floor: Rupiah) -> Rupiah:
    """Return a first offer: the listed price less a discount, below the listed price, not below the floor.

    Args:
        listed: the price before negotiation.
        discount: hundredths of a percent.
        floor: lowest price the rules allow.
    """
    wanted = listed * (_WHOLE - discount) // _WHOLE
    return Rupiah(max(floor, min(wanted, listed - 1)))


def assemble(form: CheckoutForm, known: Known, draft: Draft) -> Checkout:
    """Return the checkout that ``Ajukan Negosiasi`` sends, of a form in which nothing is missing."""
    rup = known.rups.get(form.rup_code)
    offered = {name: draft.offers.get(item) for name, item in draft.names.items()}
    numbers = {line.product_id: str(line.no) for line in draft.lines}
    return Checkout(
        vendor_id=form.vendor_id,
        lines=tuple(
            CheckoutLine(
                no=no,
                product_id=line.product_id,
                quantity=line.quantity or Quantity(0),
                listed_price=line.seen_price,
                offer_price=offered.get(product_offer(line.product_id)) or Rupiah(0),
            )
            for no, line in enumerate(form.lines, start=1)
        ),
        deliveries=tuple(
            _sent_delivery(no, place, quote, _shares(form, place, numbers), offered)
            for no, (place, quote) in enumerate(draft.quotes, start=1)
        ),
        rup_code=form.rup_code,
        mak=form.mak,
        funding_source=rup.funding_source if rup is not None else "",
        ppk_access_id=form.ppk_access_id,
        payment_method=form.method or PaymentMethod.UP,
        payment_plan=form.plan,
        note=form.note,
        attachments=form.attachments,
        declaration=form.declaration,
        catalogue_seq=known.catalogue_seq,
    )


def _shares(form: CheckoutForm, place: FormPlace, numbers: Mapping[str, str]) -> dict[str, Quantity]:
    """Return what a place gets, by line number; lines it gets nothing of are left out."""
    return {
        number: amount
        for product_id, number in numbers.items()
        if (amount := form.quantity_at(place, product_id)) > 0
    }


def _quote(
    form: CheckoutForm, place: FormPlace, numbers: Mapping[str, str], known: Known
) -> DeliveryQuote | None:
    shares = _shares(form, place, numbers)
    by_number = {number: known.products[product_id] for product_id, number in numbers.items()}
    has_weight = any(by_number[number].weight_grams for number in shares)
    if known.vendor is None or (has_weight and not place.region_code):
        return None
    return delivery_quote(shares, by_number, known.vendor, place.courier, place.region_code)


def _delivery(
    no: int, place: FormPlace, quote: DeliveryQuote | None, shares: Mapping[str, Quantity]
) -> OrderDelivery:
    """Return a place for counting; days that are not filled in do not count."""
    day = place.arrive_from or place.arrive_to or _NO_DAY
    return OrderDelivery(
        no=no,
        recipient=place.recipient,
        phone=place.phone,
        street=place.street,
        region_code=place.region_code,
        region_path=place.region_path,
        postal_code=place.postal_code,
        arrive_from=place.arrive_from or day,
        arrive_to=place.arrive_to or day,
        courier=place.courier,
        quantities=shares,
        listed_shipping=quote.price if quote is not None else Rupiah(0),
        weight_grams=quote.weight_grams if quote is not None else 0,
        note=place.note,
    )


def _sent_delivery(
    no: int,
    place: FormPlace,
    quote: DeliveryQuote | None,
    shares: Mapping[str, Quantity],
    offered: Mapping[str, Rupiah | None],
) -> Delivery:
    price = quote.price if quote is not None else Rupiah(0)
    own = offered.get(shipping_offer(place.id))
    day = place.arrive_from or place.arrive_to or _NO_DAY
    return Delivery(
        no=no,
        recipient=place.recipient.strip(),
        phone=place.phone.strip(),
        street=place.street.strip(),
        region_code=place.region_code,
        region_path=place.region_path,
        postal_code=place.postal_code.strip(),
        arrive_from=place.arrive_from or day,
        arrive_to=place.arrive_to or day,
        courier=place.courier,
        quantities=shares,
        shipping_price=price,
        shipping_offer=own if place.courier is Courier.VENDOR and own is not None else price,
        note=place.note.strip(),
    )


_PLACE_PARTS = {"arrive_from": "arrival", "arrive_to": "arrival"}
_SECTIONS = {
    "rup_code": ("rup", "rup_code"),
    "mak": ("rup", "mak"),
    "funding_source": ("rup", "rup_code"),
    "ppk_access_id": ("ppk", "ppk_access_id"),
    "payment_method": ("payment", "method"),
    "payment_plan": ("payment", "plan"),
    "note": ("note", "note"),
    "declaration": ("note", "declaration"),
    "attachments": ("attachments", "attachments"),
    "lines": ("goods", "goods"),
    "vendor_id": ("goods", "goods"),
}


def form_field(refusal: Refusal, form: CheckoutForm) -> tuple[str, str]:
    """Return the section and the form's field that a refusal of the core points at.

    Args:
        refusal: its ``field`` is a path in the command: ``deliveries.0.phone``, ``prices.line:2``.
        form: the form that the command was made from.
    """
    head, _, rest = refusal.field.removeprefix("checkout.").partition(".")
    if head == "deliveries":
        name = _place_field(rest, form)
        return "goods" if name.startswith("offers.") else "places", name
    if head == "lines" and rest:
        index, _, part = rest.partition(".")
        product_id = form.lines[int(index)].product_id
        if part == "offer_price":
            return "goods", f"offers.{product_offer(product_id)}"
        return "goods", f"goods.{product_id}.{'price' if part == 'listed_price' else 'quantity'}"
    if head == "prices":
        kind, _, number = rest.partition(":")
        if kind == "shipping":
            return "goods", f"offers.{shipping_offer(form.places[int(number) - 1].id)}"
        return "goods", f"offers.{product_offer(form.lines[int(number) - 1].product_id)}"
    return _SECTIONS.get(head, ("rup", "total"))


def _place_field(rest: str, form: CheckoutForm) -> str:
    index, _, part = rest.partition(".")
    if not index.isdecimal():
        return f"places.{form.places[-1].id}.quantities" if form.places else "places"
    place = form.places[int(index)]
    if part in {"shipping_offer", "shipping_price"}:
        return f"offers.{shipping_offer(place.id)}"
    return f"places.{place.id}.{_PLACE_PARTS.get(part, part)}"
