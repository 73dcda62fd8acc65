"""One purchase end to end over HTTP, signatures included: eighteen commands by four people."""

from __future__ import annotations

import secrets
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.commands import cheapest_five, roomiest_rup
from benchmarks.measure import Measurement
from benchmarks.office import PASSWORD, Seat, checkout, envelope, read_pack, sign_in
from benchmarks.services import served
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order
from inaproc_core.orders.negotiation import counter_bounds, offer_bounds
from inaproc_core.orders.review import CHECKLIST
from inaproc_core.orders.states import State
from inaproc_core.policy.default import load_default
from inaproc_core.values import Rupiah, uuid7
from inaproc_core.wire import codec
from inaproc_core.wire.messages import (
    Certificate,
    CertificateRequest,
    CommandAnswer,
    CommandBatch,
    PullAnswer,
    PullRequest,
    StepUp,
)
from inaproc_documents.paper.signing_area import Field
from inaproc_documents.signing.keys import new_key, with_certificate
from inaproc_documents.signing.sign import Appearance, sign_pdf

_PASSPHRASE = "kunci ukur 2026"


def measure() -> list[Measurement]:
    """Play one purchase to warm up and measure the second; both must end as completed."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(
            "-m",
            "inaproc_backend",
            "serve",
            "--training",
            "--data",
            str(Path(folder) / "office"),
            "--port",
            "0",
        ) as address,
    ):
        game = _Game(address)
        game.play("UKUR/1")
        began = time.perf_counter()
        game.play("UKUR/2")
        seconds = time.perf_counter() - began
    return [
        Measurement(
            name=f"one purchase over HTTP, {game.commands // 2} commands and 4 signatures",
            value=seconds * 1000,
            unit="ms",
        )
    ]


@dataclass
class _Signer:
    seat: Seat
    key: bytes


class _Game:
    def __init__(self, address: str) -> None:
        self._pp, self._ppk = sign_in(address, "pp"), sign_in(address, "ppk")
        self._treasurer = sign_in(address, "bendahara")
        vendors, products = read_pack(self._pp)
        seller, five = cheapest_five(products)
        self._vendor = sign_in(address, f"penyedia{seller.removeprefix('latihan-v')}")
        rup = roomiest_rup(self._pp.connection)
        self._form = checkout(
            vendors[seller],
            five,
            rup=rup.code,
            mak=rup.maks[0],
            funding=rup.funding_source,
            ppk_access=self._ppk.access,
        )
        self._keys = {seat.session.user_id: _with_key(seat) for seat in (self._ppk, self._vendor)}
        self._cursors: dict[str, int] = {}
        self._order: Order | None = None
        self._id = ""
        self.commands = 0

    def play(self, bast_number: str) -> None:
        """Play from checkout to payment."""
        self._order, self._id = None, uuid7(datetime.now(UTC), secrets.randbits(74))
        policy = load_default().at(datetime.now(UTC).date())
        self._do(c.SubmitCheckout(checkout=self._form, max_total=Rupiah(10**12)), self._pp)
        lowest = {item: low for item, (low, _high) in counter_bounds(self._now()).items()}
        self._do(c.CounterOffer(round_no=1, prices=lowest), self._vendor)
        offers = {item: high for item, (_low, high) in offer_bounds(self._now(), policy).items()}
        self._do(c.OfferPrices(round_no=2, prices=offers), self._pp)
        self._do(c.AgreePrices(round_no=3), self._vendor)
        self._do(c.SubmitToPpk(), self._pp)
        self._do(c.IssueLetter(terms="", checklist=CHECKLIST), self._ppk)
        letter = self._now().letter
        assert letter is not None
        self._do(c.SignLetter(sha256=self._sign(letter.document_id, Field.PPK, self._ppk)), self._ppk)
        self._do(
            c.AcceptOrder(sha256=self._sign(letter.document_id, Field.PENYEDIA, self._vendor)), self._vendor
        )
        place = self._now().deliveries[0]
        today = datetime.now(UTC).date()
        self._do(
            c.Ship(
                delivery_no=1,
                courier_name="Kurir Ukur",
                tracking_number="UKUR1",
                driver="Sopir",
                quantities=dict(place.quantities),
                expected_on=today + timedelta(days=2),
            ),
            self._vendor,
        )
        self._do(c.MarkArrived(shipment_no=1, received_by="Bagian Umum"), self._ppk)
        self._do(c.Inspect(finished_on=today, function_ok=True, quantity_ok=True, time_ok=True), self._ppk)
        self._do(c.IssueBast(number=bast_number), self._ppk)
        bast = self._now().bast
        assert bast is not None
        self._do(c.SignBast(sha256=self._sign(bast.document_id, Field.PPK, self._ppk)), self._ppk)
        self._do(
            c.CountersignBast(sha256=self._sign(bast.document_id, Field.PENYEDIA, self._vendor)), self._vendor
        )
        self._do(c.ChoosePaymentMethod(channel="KKP"), self._ppk)
        self._step_up(self._treasurer)
        due = self._now().termins[0]
        self._do(
            c.ConfirmPayment(termin_no=due.no, reference="UKUR-1", paid_on=today, amount=due.amount),
            self._treasurer,
        )
        if self._now().state is not State.COMPLETED:
            message = f"the purchase of the benchmark ended as {self._now().state}"
            raise RuntimeError(message)

    def _now(self) -> Order:
        assert self._order is not None
        return self._order

    def _do(self, command: c.Command, seat: Seat) -> None:
        revision = self._order.revision if self._order is not None else 0
        one = envelope(command, access=seat.access, order=self._id, base_rev=revision)
        raw = seat.connection.post("/v1/commands", codec.to_json(CommandBatch(envelopes=[one])))
        outcome = codec.from_json(raw, CommandAnswer).outcomes[0]
        if outcome.outcome != "ok":
            message = f"{one.type}: {outcome.outcome} {outcome.code} {outcome.facts}"
            raise RuntimeError(message)
        self.commands += 1
        self._pull()

    def _pull(self) -> None:
        while True:
            asked = PullRequest(cursors=self._cursors)
            answer = codec.from_json(
                self._ppk.connection.post("/v1/sync/pull", codec.to_json(asked)), PullAnswer
            )
            for row in answer.rows:
                if row.kind == "order" and row.entity == self._id:
                    self._order = codec.decode_order(row.row)
            self._cursors = answer.heads
            if not answer.more:
                return

    def _sign(self, document_id: str, field: Field, seat: Seat) -> str:
        signer = self._keys[seat.session.user_id]
        pdf = seat.connection.get(f"/v1/documents/{document_id}")
        signed = sign_pdf(
            pdf,
            signer.key,
            _PASSPHRASE,
            field=field,
            appearance=Appearance(simulation=True),
            at=datetime.now(UTC),
        )
        self._step_up(seat)
        raw = seat.connection.put_pdf(f"/v1/documents/{document_id}/revisions", signed)
        return str(codec.from_json(raw, dict)["sha256"])

    def _step_up(self, seat: Seat) -> None:
        seat.connection.post("/v1/session/step-up", codec.to_json(StepUp(password=PASSWORD)))


def _with_key(seat: Seat) -> _Signer:
    made = new_key(_PASSPHRASE, common_name=seat.session.name)
    raw = seat.connection.post("/v1/certificates", codec.to_json(CertificateRequest(csr_pem=made.csr_pem)))
    issued = codec.from_json(raw, Certificate)
    return _Signer(seat, with_certificate(made.p12, _PASSPHRASE, issued.certificate_pem, issued.chain_pem))
