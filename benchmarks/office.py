"""The training office as seen over HTTP: sign in, read the catalogue, make checkouts."""

from __future__ import annotations

import gzip
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from benchmarks.services import Connection
from inaproc_core.orders.commands import Command, SubmitCheckout
from inaproc_core.orders.content import Checkout, CheckoutLine, Courier, Delivery, PaymentMethod
from inaproc_core.orders.facts import ProductFact, VendorFact
from inaproc_core.orders.shipping_price import billed_kilograms, shipping_quote
from inaproc_core.values import Rupiah, uuid7
from inaproc_core.wire import codec
from inaproc_core.wire.messages import CommandBatch, Envelope, Session, SignIn, SignInAnswer

PASSWORD = "Latihan-INAPROC-2026"
PLACE = "32.73.02.1001"


@dataclass(frozen=True)
class Seat:
    """A signed-in person."""

    connection: Connection
    session: Session

    @property
    def access(self) -> str:
        """The access they act through."""
        return self.session.accesses[0].access_id


def sign_in(address: str, username: str) -> Seat:
    """Sign in as somebody of the training office."""
    asked = SignIn(username=username, password=PASSWORD, device_id=f"bench-{username}")
    raw = Connection(address).post("/v1/session/sign-in", codec.to_json(asked))
    answer = codec.from_json(raw, SignInAnswer)
    assert answer.session is not None
    return Seat(Connection(address, answer.session.access_token), answer.session)


def read_pack(seat: Seat) -> tuple[dict[str, VendorFact], list[ProductFact]]:
    """Fetch the catalogue pack."""
    raw = seat.connection.get("/v1/catalogue/pack")
    text = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    vendors: dict[str, VendorFact] = {}
    products: list[ProductFact] = []
    for line in text.splitlines()[1:]:
        row = json.loads(line)
        kind = row.pop("kind")
        if kind == "vendor":
            vendors[row["id"]] = codec.from_plain(_known(row, VendorFact), VendorFact)
        elif kind == "product":
            products.append(codec.from_plain(_known(row, ProductFact), ProductFact))
    return vendors, products


def checkout(
    seller: VendorFact,
    products: list[ProductFact],
    *,
    rup: str,
    mak: str,
    funding: str,
    ppk_access: str,
    method: PaymentMethod = PaymentMethod.UP,
) -> Checkout:
    """A complete checkout of the smallest amounts to the office of the satker."""
    lines = tuple(
        CheckoutLine(
            no=no,
            product_id=item.id,
            quantity=item.minimum,
            listed_price=item.price,
            offer_price=Rupiah(max(1, item.price - 1)),
        )
        for no, item in enumerate(products, start=1)
    )
    grams = sum(item.weight_grams * item.minimum for item in products)
    tariff = seller.tariffs[Courier.THIRD_PARTY.value]
    origin = next((item.origin_region for item in products if item.origin_region), seller.region_code)
    shipping = shipping_quote(tariff, billed_kilograms(grams), origin, PLACE) if grams else Rupiah(0)
    today = datetime.now(UTC).date()
    place = Delivery(
        no=1,
        recipient="Bagian Umum",
        phone="081200000000",
        street="Jalan Contoh Nomor 1",
        region_code=PLACE,
        region_path="Cipaganti, Coblong, Kota Bandung, Jawa Barat",
        postal_code="40131",
        arrive_from=today + timedelta(days=3),
        arrive_to=today + timedelta(days=10),
        courier=Courier.THIRD_PARTY,
        quantities={str(line.no): line.quantity for line in lines},
        shipping_price=shipping,
        shipping_offer=shipping,
    )
    return Checkout(
        vendor_id=seller.id,
        lines=lines,
        deliveries=(place,),
        rup_code=rup,
        mak=mak,
        funding_source=funding,
        ppk_access_id=ppk_access,
        payment_method=method,
        declaration=True,
    )


def envelope(command: Command, *, access: str, order: str, base_rev: int) -> Envelope:
    """Wrap a command."""
    now = datetime.now(UTC)
    name, payload = codec.encode_command(command)
    return Envelope(
        cmd_id=uuid7(now, secrets.randbits(74)),
        type=name,
        type_version=codec.COMMANDS.written(name),
        acting_as=access,
        aggregate=order,
        base_rev=base_rev,
        payload=payload,
    )


def opening_batches(form: Checkout, access: str, count: int) -> list[bytes]:
    """Return request bodies that each open one new order."""
    bodies: list[bytes] = []
    for _ in range(count):
        order = uuid7(datetime.now(UTC), secrets.randbits(74))
        command = SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
        one = envelope(command, access=access, order=order, base_rev=0)
        bodies.append(codec.to_json(CommandBatch(envelopes=[one])))
    return bodies


def _known(row: dict[str, object], kind: type[VendorFact] | type[ProductFact]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name in kind.__dataclass_fields__}
