"""A whole purchase, from checkout to payment: four people at four machines, one backend."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inaproc_core.calendar import local_date
from inaproc_core.orders import commands as c
from inaproc_core.orders.content import Checkout, CheckoutLine, Courier, Delivery, PaymentMethod
from inaproc_core.orders.model import Order
from inaproc_core.orders.negotiation import prices_of
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.shipping_price import billed_kilograms, shipping_quote
from inaproc_core.orders.states import Party, State
from inaproc_core.values import Rupiah, quantity
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.ports.catalogue import CatalogueQuery
from inaproc_desktop.ports.finishing import Paper, Proof
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.services.seals import DocumentSeals
from inaproc_desktop.services.signing import SigningService
from inaproc_desktop.services.way_back import WayBack
from tests.journeys.conftest import MakeSeat
from tests.journeys.seat import PASSWORD, Seat, only_order

pytestmark = pytest.mark.journey

RUP = "99000001"
DESTINATION = "32.73.02.1001"
PASSPHRASE = "frasa sandi latihan"


def checkout(deps: Deps) -> Checkout:
    """Fill in a checkout from what this machine knows, as the checkout page does."""
    actor, catalogue = deps.signed_in.actor, deps.catalogue
    found = catalogue.search(CatalogueQuery(text="meja siswa tegakarya")).rows
    product = next(row.product for row in found if row.product.sku == "MEJA-SISWA")
    vendor = catalogue.vendor(product.vendor_id)
    rup = deps.mirror.rup(RUP)
    assert vendor is not None
    assert rup is not None
    ppk = next(one for one in deps.mirror.officials(actor.satker_id) if one.user_id.endswith("-ppk"))
    amount = quantity(20)
    tariff = vendor.tariffs[Courier.VENDOR.value]
    weight = billed_kilograms(product.weight_grams * amount)
    shipping = shipping_quote(tariff, weight, product.origin_region, DESTINATION)
    today = local_date(deps.clock.now(), deps.mirror.satker(actor.satker_id).zone)  # type: ignore[union-attr]
    place = Delivery(
        no=1,
        recipient="Bagian Umum",
        phone="081234567890",
        street="Jalan Contoh Nomor 1",
        region_code=DESTINATION,
        region_path=catalogue.regions("cipaganti coblong")[0].path,
        postal_code="40131",
        arrive_from=today + timedelta(days=7),
        arrive_to=today + timedelta(days=10),
        courier=Courier.VENDOR,
        quantities={"1": amount},
        shipping_price=shipping,
        shipping_offer=Rupiah(shipping * 9 // 10),
    )
    line = CheckoutLine(
        no=1,
        product_id=product.id,
        quantity=amount,
        listed_price=product.price,
        offer_price=Rupiah(product.price * 92 // 100),
    )
    return Checkout(
        vendor_id=vendor.id,
        lines=(line,),
        deliveries=(place,),
        rup_code=rup.code,
        mak=rup.maks[0],
        funding_source=rup.funding_source,
        ppk_access_id=ppk.access_id,
        payment_method=PaymentMethod.UP,
        declaration=True,
        catalogue_seq=catalogue.seq(),
    )


def queue(seat: Seat, deps: Deps, command: c.Command, order: Order) -> Order:
    """Do something that may be done offline, and let it go out."""
    deps.outbox.put(command, actor=deps.signed_in.actor, order_id=order.id, base_rev=order.revision)
    assert seat.sync()
    assert deps.outbox.deeds() == ()
    return only_order(deps)


def run(deps: Deps, command: c.Command) -> Order:
    """Do something that is done online only."""
    order = only_order(deps)
    outcome = deps.backend.run_now(
        command, actor=deps.signed_in.actor, order_id=order.id, base_rev=order.revision
    )
    assert outcome.outcome == "ok", outcome
    return only_order(deps)


def signing(deps: Deps) -> SigningService:
    return SigningService(
        mirror=deps.mirror,
        documents=deps.documents,
        backend=deps.backend,
        keys=deps.keys,
        seals=DocumentSeals(),
        rules=Rules(deps.policy, deps.calendar, deps.clock),
        clock=deps.clock,
        actor=deps.signed_in.actor,
    )


def sign(seat: Seat, deps: Deps, paper: Paper) -> Order:
    """Sign the document whose turn it is, with a key made on this machine."""
    seat.sync()
    service = signing(deps)
    order = only_order(deps)
    if deps.keys.load(deps.signed_in.actor.user_id) is None:
        service.make_key(PASSPHRASE)
    file = service.read(order.id, paper)
    assert file is not None
    assert file.may_sign
    service.sign(file, PASSPHRASE, Proof(password=PASSWORD), lambda step: None, WayBack())
    return only_order(deps)


def test_whole_purchase(seats: MakeSeat) -> None:
    pp_seat, ppk_seat, seller_seat, payer_seat = (
        seats(name) for name in ("pp", "ppk", "penyedia1", "bendahara")
    )
    pp, ppk = pp_seat.sign_in("pp"), ppk_seat.sign_in("ppk")
    seller, payer = seller_seat.sign_in("penyedia1"), payer_seat.sign_in("bendahara")
    assert pp_seat.sync()
    before = pp.mirror.rup(RUP)
    form = checkout(pp)
    order_id = "0193a1b2-0000-7000-8000-00000000feed"
    pp.outbox.put(
        c.SubmitCheckout(checkout=form, max_total=Rupiah(10**9)),
        actor=pp.signed_in.actor,
        order_id=order_id,
        base_rev=0,
    )
    assert pp_seat.sync()
    assert pp.outbox.deeds() == ()
    order = only_order(pp)
    assert (order.state, order.number[:3], order.simulation) == (State.WAIT_SELLER, "EP-", True)
    after = pp.mirror.rup(RUP)
    assert before is not None
    assert after is not None
    assert order.listed is not None
    assert after.remaining == before.remaining - order.listed.total

    seller_seat.sync()
    theirs = {item: Rupiah(price * 103 // 100) for item, price in prices_of(order, Party.BUYER).items()}
    theirs = {item: min(price, prices_of(order, Party.VENDOR)[item]) for item, price in theirs.items()}
    order = queue(seller_seat, seller, c.CounterOffer(round_no=1, prices=theirs), only_order(seller))
    assert order.state is State.WAIT_BUYER
    assert order.rup is not None
    assert order.rup.pagu == 0  # what a penyedia is not shown

    pp_seat.sync()
    order = queue(pp_seat, pp, c.AgreePrices(round_no=2), only_order(pp))
    order = queue(pp_seat, pp, c.SubmitToPpk(note="Mohon ditinjau"), order)
    assert order.state is State.WAITING_PPK_REVIEW

    ppk_seat.sync()
    order = run(ppk, c.IssueLetter(terms="", checklist=CHECKLIST))
    assert order.letter is not None
    order = sign(ppk_seat, ppk, Paper.LETTER)
    assert order.state is State.WAITING_SELLER_CONFIRMATION
    order = sign(seller_seat, seller, Paper.LETTER)
    assert order.state is State.PROCESSING

    ship = c.Ship(
        delivery_no=1,
        courier_name="Armada sendiri",
        tracking_number="",
        driver="Sopir latihan 081200000000",
        quantities=dict(order.deliveries[0].quantities),
        expected_on=order.deliveries[0].arrive_from,
    )
    queue(seller_seat, seller, ship, order)
    ppk_seat.sync()
    order = queue(ppk_seat, ppk, c.MarkArrived(shipment_no=1, received_by="Bagian Umum"), only_order(ppk))
    assert order.state is State.ARRIVED
    assert order.satker is not None
    today = local_date(ppk.clock.now(), order.satker.zone)
    run(ppk, c.Inspect(finished_on=today, function_ok=True, quantity_ok=True, time_ok=True))
    run(ppk, c.IssueBast(number="027/BAST/UJI/2026"))
    sign(ppk_seat, ppk, Paper.BAST)
    order = sign(seller_seat, seller, Paper.BAST)
    assert order.state is State.PAYMENT_PREPARATION

    ppk_seat.sync()
    order = run(ppk, c.ChoosePaymentMethod(channel="KKP"))
    payer_seat.sync()
    payer.backend.step_up("", PASSWORD)
    order = run(
        payer,
        c.ConfirmPayment(
            termin_no=1, reference="KKP-0001", paid_on=today, amount=only_order(payer).termins[0].amount
        ),
    )
    assert order.state is State.COMPLETED

    for seat, deps in ((pp_seat, pp), (ppk_seat, ppk), (seller_seat, seller), (payer_seat, payer)):
        assert seat.sync()
        assert only_order(deps).state is State.COMPLETED
        assert deps.outbox.deeds() == ()
    history = [entry.event for entry in only_order(pp).history]
    assert history[0] == "NegotiationOpened"
    assert history[-1] == "PaymentConfirmed"
