"""Sample facts, checkouts and orders in every state, for all suites. Everything is made up and fixed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.content import (
    Checkout,
    CheckoutLine,
    Courier,
    Delivery,
    PaymentMethod,
)
from inaproc_core.orders.context import Context
from inaproc_core.orders.facts import (
    Facts,
    OfficialFact,
    ProductFact,
    RupFact,
    SatkerFact,
    ShippingTariff,
    SignatureFact,
    VendorFact,
)
from inaproc_core.orders.form import CheckoutForm, FormLine, FormPlace, Origin
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.model import Order
from inaproc_core.orders.negotiation import prices_of
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.shipping_price import billed_kilograms, shipping_quote
from inaproc_core.orders.states import Party, State
from inaproc_core.policy.default import load_default, load_default_calendar
from inaproc_core.roles import Actor, Role
from inaproc_core.values import Quantity, Rupiah, quantity

NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
BOOK = load_default()
CALENDAR = load_default_calendar()
ORDER_ID = "0193a1b2-0000-7000-8000-000000000001"
ORDER_NUMBER = "EP-01KAR2M3N4P5Q6R7S8T9V0W1X2"

PP = Actor(
    user_id="u-pp",
    access_id="a-pp",
    role=Role.PP,
    name="Ayu Latihan",
    satker_id="s-1",
    position="Pejabat Pengadaan",
    nip="198501012010012001",
)
PPK = Actor(
    user_id="u-ppk",
    access_id="a-ppk",
    role=Role.PPK,
    name="Bima Latihan",
    satker_id="s-1",
    position="Pejabat Pembuat Komitmen",
    nip="197901012005011002",
)
PPK2 = replace(PPK, user_id="u-ppk2", access_id="a-ppk2", name="Citra Latihan")
BENDAHARA = Actor(
    user_id="u-ben",
    access_id="a-ben",
    role=Role.BENDAHARA,
    name="Dewi Latihan",
    satker_id="s-1",
    position="Bendahara Pengeluaran",
    nip="198001012006042003",
)
VENDOR = Actor(user_id="u-v1", access_id="a-v1", role=Role.PENYEDIA, name="Eko Latihan", vendor_id="v-1")
OTHER_VENDOR = Actor(
    user_id="u-v2", access_id="a-v2", role=Role.PENYEDIA, name="Fitri Latihan", vendor_id="v-2"
)

TARIFF = ShippingTariff(
    minimum=Rupiah(50_000),
    per_kg_regency=Rupiah(2_000),
    per_kg_province=Rupiah(5_000),
    per_kg_national=Rupiah(20_000),
)


def context(now: datetime = NOW) -> Context:
    """Rules of the packaged rule book at this moment."""
    return Context(policy=BOOK.at(now.date()), calendar=CALENDAR, now=now)


def satker() -> SatkerFact:
    return SatkerFact(
        id="s-1",
        code="1.01.0.00.0.00.01.0000",
        name="Dinas Pendidikan Kota Contoh",
        klpd="Pemerintah Kota Contoh",
        address="Jalan Contoh Nomor 1",
        npwp="0012345678901000",
        region_code="32.73.09.1002",
    )


def vendor(*, pkp: bool = True, vendor_id: str = "v-1") -> VendorFact:
    return VendorFact(
        id=vendor_id,
        name="CV Graha Contoh Utama",
        npwp="0098765432109000",
        nib="1234567890123",
        address="Jalan Niaga Nomor 7",
        pkp=pkp,
        umkk=True,
        region_code="32.73.01.1001",
        representative="Eko Latihan",
        representative_position="Direktur",
        bank_name="Bank Contoh",
        bank_account="0011223344",
        bank_holder="CV Graha Contoh Utama",
        tariffs={Courier.VENDOR.value: TARIFF, Courier.THIRD_PARTY.value: TARIFF},
    )


def product(
    product_id: str = "p-1",
    *,
    price: int = 60_000,
    listed: bool = True,
    vendor_id: str = "v-1",
    name: str = "Kertas HVS A4 80 gsm",
    unit: str = "rim",
    weight: int = 2_500,
    stock: Quantity | None = None,
) -> ProductFact:
    return ProductFact(
        id=product_id,
        vendor_id=vendor_id,
        name=name,
        unit=unit,
        price=Rupiah(price),
        listed=listed,
        weight_grams=weight,
        pdn=True,
        tkdn=4525,
        bmp=1000,
        stock=stock,
        origin_region="32.73.01.1001",
        category="Alat Tulis Kantor",
    )


def rup(*, pagu: int = 250_000_000, reserved: int = 0, committed: int = 0, code: str = "51402877") -> RupFact:
    return RupFact(
        code=code,
        name="Belanja Alat Tulis Kantor Sekretariat",
        satker_id="s-1",
        year=2026,
        pagu=Rupiah(pagu),
        reserved=Rupiah(reserved),
        committed=Rupiah(committed),
        funding_source="APBD",
        maks=("1.01.01.2.06.0002.5.1.02.01.01.0024",),
    )


def official(actor: Actor = PPK) -> OfficialFact:
    return OfficialFact(
        user_id=actor.user_id,
        access_id=actor.access_id,
        role=actor.role,
        name=actor.name,
        nip=actor.nip,
        position=actor.position,
        satker_id=actor.satker_id,
    )


def facts(
    *products: ProductFact,
    seller: VendorFact | None = None,
    budget: RupFact | None = None,
    ppk: Actor = PPK,
    number: str = ORDER_NUMBER,
) -> Facts:
    """Everything a checkout needs to know."""
    offered = products or (product("p-1"), product("p-2", price=1_200_000, name="Toner hitam", unit="buah"))
    return Facts(
        products={item.id: item for item in offered},
        vendor=seller or vendor(),
        satker=satker(),
        ppk=official(ppk),
        rup=budget or rup(),
        order_number=number,
    )


def form(order_id: str = ORDER_ID, note: str = "", **amounts: int) -> CheckoutForm:
    """Return a form as begun: one place, amounts in hundredths by product (``p_1=1000``)."""
    return CheckoutForm(
        order_id=order_id,
        vendor_id="v-1",
        origin=Origin.DIRECT,
        lines=tuple(
            FormLine(product_id=name.replace("_", "-"), quantity=Quantity(amount), seen_price=product().price)
            for name, amount in (amounts or {"p_1": 1000}).items()
        ),
        places=(FormPlace(id="p1", recipient="Bagian Umum"),),
        note=note,
    )


def checkout(
    known: Facts,
    amounts: Mapping[str, Quantity] | None = None,
    *,
    ppk: Actor = PPK,
    method: PaymentMethod = PaymentMethod.UP,
    discount: int = 10,
    courier: Courier = Courier.VENDOR,
) -> Checkout:
    """A complete checkout to one place, offering ``discount`` percent under the listed prices."""
    assert known.vendor is not None
    assert known.rup is not None
    wanted = amounts or {item: quantity(10) for item in known.products}
    lines = tuple(
        CheckoutLine(
            no=no,
            product_id=item,
            quantity=amount,
            listed_price=known.products[item].price,
            offer_price=Rupiah(max(1, known.products[item].price * (100 - discount) // 100)),
        )
        for no, (item, amount) in enumerate(wanted.items(), start=1)
    )
    weight = sum(known.products[line.product_id].weight_grams * line.quantity for line in lines)
    destination = "32.73.09.1002"
    shipping = (
        shipping_quote(
            known.vendor.tariffs[courier.value], billed_kilograms(weight), "32.73.01.1001", destination
        )
        if weight
        else Rupiah(0)
    )
    offer = shipping if courier is Courier.THIRD_PARTY else Rupiah(shipping * (100 - discount) // 100)
    place = Delivery(
        no=1,
        recipient="Bagian Umum",
        phone="081234567890",
        street="Jalan Contoh Nomor 1",
        region_code=destination,
        region_path="Merdeka, Sumur Bandung, Kota Bandung, Jawa Barat",
        postal_code="40113",
        arrive_from=date(2026, 12, 1),
        arrive_to=date(2026, 12, 5),
        courier=courier,
        quantities={str(line.no): line.quantity for line in lines},
        shipping_price=shipping,
        shipping_offer=offer,
    )
    return Checkout(
        vendor_id=known.vendor.id,
        lines=lines,
        deliveries=(place,),
        rup_code=known.rup.code,
        mak=known.rup.maks[0],
        funding_source=known.rup.funding_source,
        ppk_access_id=ppk.access_id,
        payment_method=method,
        note="Mohon dikemas per ruangan",
        declaration=True,
        catalogue_seq=1,
    )


@dataclass
class Play:
    """Plays commands against one order and keeps what happened."""

    order: Order | None = None
    now: datetime = NOW
    known: Facts | None = None
    order_id: str = ORDER_ID

    def do(self, command: c.Command, actor: Actor, *, given: Facts | None = None) -> Order:
        """Decide and evolve; fails the test on a refusal."""
        decision = decide(self.order, command, actor, given or self.known or facts(), context(self.now))
        assert not isinstance(decision, Refusal), decision
        self.order = fold(self.order, decision, self.order_id)
        assert self.order is not None
        return self.order

    def signed(self, actor: Actor, document_id: str, tag: str) -> Facts:
        """Facts with a verified signature of this actor, and its sha256 as ``tag``."""
        base = self.known or facts()
        return replace(
            base,
            document_sha256="0" * 64,
            signature=SignatureFact(
                document_id=document_id,
                sha256=tag,
                based_on="0" * 64,
                signer_user_id=actor.user_id,
                certificate_serial="0a1b",
                valid=True,
            ),
        )


def play_to(state: State, *, buyer: Actor = PP) -> Order:
    """Return an order that has come to this state by the ordinary way.

    A PP's order is about 15 million, a PPK's about 445 million rupiah.
    """
    over = buyer.role is Role.PPK
    known = (
        facts(
            product("p-1", price=8_000_000, name="Laptop 14 inci", unit="unit", weight=2_000),
            budget=rup(pagu=600_000_000),
        )
        if over
        else facts()
    )
    amounts = {"p-1": quantity(50)} if over else None
    form = checkout(
        known, amounts, ppk=buyer if over else PPK, method=PaymentMethod.LS if over else PaymentMethod.UP
    )
    play = Play(known=known)
    for target, step in _steps(play, form, buyer):
        step()
        assert play.order is not None
        play.now += timedelta(minutes=7)
        if target is state:
            return play.order
    message = f"no ordinary way to {state}"
    raise AssertionError(message)


def _steps(play: Play, form: Checkout, buyer: Actor):
    def current() -> Order:
        assert play.order is not None
        return play.order

    def counter() -> Order:
        own = prices_of(current(), Party.VENDOR)
        answer = {item: Rupiah(price * 97 // 100) for item, price in own.items()}
        return play.do(c.CounterOffer(round_no=1, prices=answer, note="Stok tersedia"), VENDOR)

    def offer_again() -> Order:
        theirs = prices_of(current(), Party.VENDOR)
        offer = {item: Rupiah(max(1, price * 98 // 100)) for item, price in theirs.items()}
        return play.do(c.OfferPrices(round_no=2, prices=offer), buyer)

    def sign(kind: str, actor: Actor, tag: str) -> Order:
        order = current()
        command: c.Command
        if kind in {"sign", "accept"}:
            assert order.letter is not None
            document = order.letter.document_id
            command = c.SignLetter(sha256=tag) if kind == "sign" else c.AcceptOrder(sha256=tag)
        else:
            assert order.bast is not None
            document = order.bast.document_id
            command = c.SignBast(sha256=tag) if kind == "bast" else c.CountersignBast(sha256=tag)
        return play.do(command, actor, given=play.signed(actor, document, tag))

    ppk = buyer if buyer.role is Role.PPK else PPK
    submit: c.Command = c.ProceedOrder() if buyer.role is Role.PPK else c.SubmitToPpk(note="Mohon ditinjau")
    channel = "LS_PEMDA" if buyer.role is Role.PPK else "KKP"
    yield (
        State.WAIT_SELLER,
        lambda: play.do(c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12)), buyer),
    )
    yield State.WAIT_BUYER, counter
    yield State.NONE, offer_again
    yield State.AGREED, lambda: play.do(c.AgreePrices(round_no=3), VENDOR)
    yield State.WAITING_PPK_REVIEW, lambda: play.do(submit, buyer)
    yield (
        State.ESIGN_IN_PROGRESS,
        lambda: play.do(c.IssueLetter(terms="Barang dikirim bertahap bila perlu.", checklist=CHECKLIST), ppk),
    )
    yield State.WAITING_SELLER_CONFIRMATION, lambda: sign("sign", ppk, "1" * 64)
    yield State.PROCESSING, lambda: sign("accept", VENDOR, "2" * 64)
    yield (
        State.SHIPPING,
        lambda: play.do(
            c.Ship(
                delivery_no=1,
                courier_name="Armada sendiri",
                tracking_number="",
                driver="Gilang Latihan 081200000000",
                quantities=dict(current().deliveries[0].quantities),
                expected_on=date(2026, 12, 2),
            ),
            VENDOR,
        ),
    )
    yield State.ARRIVED, lambda: play.do(c.MarkArrived(shipment_no=1, received_by="Bagian Umum"), ppk)
    yield (
        State.BAST_DRAFT,
        lambda: play.do(
            c.Inspect(finished_on=date(2026, 11, 23), function_ok=True, quantity_ok=True, time_ok=True), ppk
        ),
    )
    yield State.NONE, lambda: play.do(c.IssueBast(number="027/BAST/001/2026"), ppk)
    yield State.WAIT_BAST_SELLER, lambda: sign("bast", ppk, "3" * 64)
    yield State.PAYMENT_PREPARATION, lambda: sign("counter", VENDOR, "4" * 64)
    yield State.WAIT_PAYMENT, lambda: play.do(c.ChoosePaymentMethod(channel=channel), ppk)
    yield (
        State.COMPLETED,
        lambda: play.do(
            c.ConfirmPayment(
                termin_no=1,
                reference="SP2D-0001",
                paid_on=date(2026, 11, 23),
                amount=current().termins[0].amount,
            ),
            BENDAHARA,
        ),
    )
