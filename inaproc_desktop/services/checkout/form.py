"""Changes of a checkout form, each as a pure function."""

from __future__ import annotations

from dataclasses import replace

from inaproc_core.orders.content import Attachment, AttachmentKind, PaymentPlan
from inaproc_core.orders.facts import RupFact
from inaproc_core.values import Quantity, Rupiah
from inaproc_desktop.ports.checkout import CheckoutForm, FormPlace


def product_offer(product_id: str) -> str:
    """Return the name of a product's offer in ``offers``."""
    return f"product:{product_id}"


def shipping_offer(place_id: str) -> str:
    """Return the name of a place's shipping offer in ``offers``."""
    return f"shipping:{place_id}"


def with_place(form: CheckoutForm, place: FormPlace) -> CheckoutForm:
    """Return the form with a place changed, or added at the end when its id is new.

    When a second place comes, the first keeps all quantities as its own until they are shared out.
    """
    if form.place(place.id) is not None:
        changed = tuple(place if one.id == place.id else one for one in form.places)
        return replace(form, places=changed)
    places = form.places
    if len(places) == 1:
        only = places[0]
        whole = {line.product_id: line.quantity for line in form.lines if line.quantity is not None}
        places = (replace(only, quantities=whole),)
    return replace(form, places=(*places, place))


def without_place(form: CheckoutForm, place_id: str) -> CheckoutForm:
    """Return the form without a place; with one place left, everything is paid at once."""
    left = tuple(place for place in form.places if place.id != place_id)
    offers = {item: price for item, price in form.offers.items() if item != shipping_offer(place_id)}
    plan = form.plan if len(left) > 1 else PaymentPlan.ONCE
    return replace(form, places=left, offers=offers, plan=plan)


def next_place_id(form: CheckoutForm, unique: str) -> str:
    """Return an id that no place of this form has, on this device or another one.

    Args:
        form: the form.
        unique: any id that was made just now; its end tells two devices apart.
    """
    taken = [int(place.id[1:].partition("-")[0]) for place in form.places if place.id[1:2].isdecimal()]
    return f"p{max(taken, default=0) + 1}-{unique[-6:]}"


def with_quantity(form: CheckoutForm, product_id: str, quantity: Quantity | None) -> CheckoutForm:
    """Return the form with another quantity of a product."""
    changed = tuple(
        replace(line, quantity=quantity) if line.product_id == product_id else line for line in form.lines
    )
    return replace(form, lines=changed)


def with_rup(form: CheckoutForm, code: str, rup: RupFact | None) -> CheckoutForm:
    """Return the form with another package; its only MAK comes with it, a foreign one goes."""
    maks = rup.maks if rup is not None else ()
    kept = form.mak if form.mak in maks or not maks else ""
    return replace(form, rup_code=code, mak=maks[0] if len(maks) == 1 else kept)


def with_share(form: CheckoutForm, place_id: str, product_id: str, quantity: Quantity | None) -> CheckoutForm:
    """Return the form in which one of several places gets this much of a product."""
    place = form.place(place_id)
    if place is None:
        return form
    shares = {item: part for item, part in place.quantities.items() if item != product_id}
    if quantity is not None:
        shares[product_id] = quantity
    return with_place(form, replace(place, quantities=shares))


def with_address(form: CheckoutForm, place_id: str, address: FormPlace) -> CheckoutForm:
    """Return the form with a place at a known address; dates, courier and shares stay."""
    place = form.place(place_id)
    if place is None:
        return form
    used = replace(
        address,
        id=place.id,
        arrive_from=place.arrive_from,
        arrive_to=place.arrive_to,
        courier=place.courier,
        quantities=place.quantities,
    )
    return with_place(form, used)


def with_seen_price(form: CheckoutForm, product_id: str, price: Rupiah) -> CheckoutForm:
    """Return the form in which the person has seen this listed price."""
    lines = tuple(
        replace(line, seen_price=price) if line.product_id == product_id else line for line in form.lines
    )
    return replace(form, lines=lines)


def without_line(form: CheckoutForm, product_id: str) -> CheckoutForm:
    """Return the form without a product, its shares and its offer."""
    lines = tuple(line for line in form.lines if line.product_id != product_id)
    places = tuple(
        replace(place, quantities={item: n for item, n in place.quantities.items() if item != product_id})
        for place in form.places
    )
    offers = {item: price for item, price in form.offers.items() if item != product_offer(product_id)}
    return replace(form, lines=lines, places=places, offers=offers)


def with_offer(form: CheckoutForm, item: str, price: Rupiah | None) -> CheckoutForm:
    """Return the form with an own first offer for an item."""
    return replace(form, offers={**form.offers, item: price})


def with_discount(form: CheckoutForm, basis_points: int) -> CheckoutForm:
    """Return the form in which every offer follows this discount, own offers included."""
    return replace(form, discount=basis_points, offers={})


def with_attachment(form: CheckoutForm, attachment: Attachment) -> CheckoutForm:
    """Return the form with a file at the end; the same content again changes nothing."""
    if any(one.sha256 == attachment.sha256 for one in form.attachments):
        return form
    return replace(form, attachments=(*form.attachments, attachment))


def without_attachment(form: CheckoutForm, sha256: str) -> CheckoutForm:
    """Return the form without a file."""
    return replace(form, attachments=tuple(one for one in form.attachments if one.sha256 != sha256))


def with_attachment_kind(
    form: CheckoutForm, sha256: str, kind: AttachmentKind, *, internal: bool
) -> CheckoutForm:
    """Return the form in which a file is of a kind, and the satker's alone or not."""
    changed = tuple(
        replace(one, kind=kind, internal=internal) if one.sha256 == sha256 else one
        for one in form.attachments
    )
    return replace(form, attachments=changed)


def with_text(form: CheckoutForm, name: str, text: str) -> CheckoutForm:
    """Return the form that remembers unreadable text of a field; empty text forgets it."""
    if form.texts.get(name, "") == text:
        return form
    texts = {key: value for key, value in form.texts.items() if key != name}
    if text:
        texts[name] = text
    return replace(form, texts=texts)
