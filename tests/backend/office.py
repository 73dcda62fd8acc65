"""A small office in the database: people and facts of ``tests.builders``, and hands that send commands."""

from __future__ import annotations

import dataclasses
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, insert

from inaproc_backend.accounts.sessions import Tokens, mark_step_up, open_session
from inaproc_backend.config import Config, PasswordCost
from inaproc_backend.purchasing.handler import Asked, CommandHandler
from inaproc_backend.services import Services, open_services
from inaproc_backend.storage import tables
from inaproc_backend.storage.times import to_text
from inaproc_core.orders import commands as c
from inaproc_core.orders.facts import ProductFact, RupFact, SignatureFact
from inaproc_core.orders.model import Order
from inaproc_core.roles import Actor
from inaproc_core.values import Rupiah, uuid7
from inaproc_core.wire.codec import encode_command, to_json
from inaproc_core.wire.messages import Envelope, Outcome
from tests import builders as b

PASSWORD = "Latihan-INAPROC-2026"
CHEAP = PasswordCost(passes=1, memory_kib=8, lanes=1)
ACTORS = (b.PP, b.PPK, b.PPK2, b.BENDAHARA, b.VENDOR, b.OTHER_VENDOR)


@dataclass
class HandClock:
    """A clock that stands still until a test moves it."""

    now: datetime = b.NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


class TableDocuments:
    """The document store reduced to what the handler asks: rows of ``document_revisions``."""

    def signature_fact(self, connection: Connection, document_id: str, sha256: str) -> SignatureFact | None:
        revisions = tables.document_revisions
        row = (
            connection.execute(
                revisions.select().where(revisions.c.document_id == document_id, revisions.c.sha256 == sha256)
            )
            .mappings()
            .first()
        )
        if row is None:
            return None
        return SignatureFact(
            document_id=document_id,
            sha256=sha256,
            based_on=row["based_on"],
            signer_user_id=row["signer_user_id"],
            certificate_serial=row["certificate_serial"],
            valid=bool(row["valid"]),
        )

    def current_sha256(self, connection: Connection, document_id: str) -> str:
        revisions = tables.document_revisions
        query = revisions.select().where(
            revisions.c.document_id == document_id, revisions.c.status == "current"
        )
        row = connection.execute(query).mappings().first()
        return str(row["sha256"]) if row is not None else ""

    def make_current(self, connection: Connection, document_id: str, sha256: str, at: datetime) -> None:
        revisions = tables.document_revisions
        of_document = revisions.update().where(revisions.c.document_id == document_id)
        connection.execute(of_document.where(revisions.c.status == "current").values(status="superseded"))
        connection.execute(of_document.where(revisions.c.sha256 == sha256).values(status="current"))


@dataclass
class Office:
    """The office, its service and its people."""

    services: Services
    clock: HandClock
    documents: TableDocuments = field(default_factory=TableDocuments)
    sessions: dict[str, Tokens] = field(default_factory=dict)
    token_until: dict[str, datetime] = field(default_factory=dict)
    dice: random.Random = field(default_factory=lambda: random.Random(7))

    def __post_init__(self) -> None:
        self.handler = CommandHandler(self.services, self.documents)

    def close(self) -> None:
        self.services.database.close()

    # -- sending -------------------------------------------------------------------------------------------

    def token(self, actor: Actor) -> str:
        """The access token of this person, with a fresh proof of presence."""
        held = self.sessions.get(actor.user_id)
        if held is None or self.clock() >= self.token_until[actor.user_id]:
            with self.services.database.write() as connection:
                tokens = open_session(
                    connection,
                    user_id=actor.user_id,
                    device_id=f"device-{actor.user_id}",
                    device_name="PC",
                    lifetimes=self.services.config.lifetimes,
                    bits=self.services.bits,
                    now=self.clock(),
                )
                mark_step_up(connection, tokens.session_id, self.clock())
            self.sessions[actor.user_id] = tokens
            lifetime = timedelta(seconds=self.services.config.lifetimes.access)
            self.token_until[actor.user_id] = self.clock() + lifetime
        return self.sessions[actor.user_id].access

    def step_up(self, actor: Actor) -> None:
        with self.services.database.write() as connection:
            mark_step_up(connection, self.sessions[actor.user_id].session_id, self.clock())

    def new_id(self) -> str:
        return uuid7(self.clock(), self.dice.getrandbits(74))

    def envelope(
        self, actor: Actor, command: c.Command, order_id: str, base_rev: int = 0, **more: Any
    ) -> Envelope:
        name, payload = encode_command(command)
        values: dict[str, Any] = {
            "cmd_id": self.new_id(),
            "type": name,
            "type_version": 1,
            "acting_as": actor.access_id,
            "aggregate": order_id,
            "base_rev": base_rev,
            "payload": payload,
            "device_id": f"device-{actor.user_id}",
        }
        return Envelope(**{**values, **more})

    def execute(self, actor: Actor, envelope: Envelope, language: str = "id") -> Outcome:
        return msgspec.json.decode(self.handler.execute(self.asked(actor, envelope, language)), type=Outcome)

    def asked(self, actor: Actor, envelope: Envelope, language: str = "id") -> Asked:
        return Asked(envelope=envelope, token=self.token(actor), sentences=self.services.sentences[language])

    def send(
        self, actor: Actor, command: c.Command, order_id: str, base_rev: int | None = None, **more: Any
    ) -> Outcome:
        """Send a command on the order as it stands now."""
        if base_rev is None:
            found = self.order(order_id)
            base_rev = found.revision if found is not None else 0
        return self.execute(actor, self.envelope(actor, command, order_id, base_rev, **more))

    def checkout(self, order_id: str, known: Any = None, **more: Any) -> Outcome:
        """The PP submits the ordinary checkout of about 15 million rupiah."""
        form = b.checkout(known or b.facts())
        return self.send(b.PP, c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12)), order_id, **more)

    # -- looking -------------------------------------------------------------------------------------------

    def order(self, order_id: str) -> Order | None:
        with self.services.database.read() as connection:
            image = connection.execute(
                tables.orders.select().where(tables.orders.c.id == order_id)
            ).mappings()
            row = image.first()
        return msgspec.json.decode(row["image"], type=Order) if row is not None else None

    def rows(self, table: Any, **where: Any) -> list[Any]:
        query = table.select()
        for name, value in where.items():
            query = query.where(table.c[name] == value)
        with self.services.database.read() as connection:
            return list(connection.execute(query).mappings())

    def rup(self, code: str = "51402877") -> Any:
        return self.rows(tables.rup, code=code)[0]

    # -- putting -------------------------------------------------------------------------------------------

    def put_order(self, order: Order) -> None:
        """Put an order into the database as if its history had happened here."""
        with self.services.database.write() as connection:
            connection.execute(
                insert(tables.orders).values(
                    id=order.id,
                    number=order.number or None,
                    state=order.state.value,
                    satker_id=order.satker_id,
                    vendor_id=order.vendor.id if order.vendor else "",
                    buyer_user_id=order.buyer.user_id,
                    rup_code=order.rup.code if order.rup else "",
                    revision=order.revision,
                    reserved=order.reserved,
                    committed=order.committed,
                    image=to_json(order),
                    deadline=to_text(order.deadline) if order.deadline else None,
                    created_at=to_text(order.created_at),
                    updated_at=to_text(self.clock()),
                )
            )
            if order.rup is not None:
                connection.execute(
                    tables.rup.update()
                    .where(tables.rup.c.code == order.rup.code)
                    .values(
                        pagu=600_000_000,
                        reserved=tables.rup.c.reserved + order.reserved,
                        committed=tables.rup.c.committed + order.committed,
                    )
                )

    def put_document(self, order: Order, document_id: str, current: str = "0" * 64) -> None:
        """Put a rendered document."""
        with self.services.database.write() as connection:
            connection.execute(
                insert(tables.documents).values(
                    document_id=document_id,
                    order_id=order.id,
                    kind="SP",
                    verification=f"V-{document_id}",
                    created_at=to_text(self.clock()),
                )
            )
        self.put_revision(document_id, current, status="current")

    def put_revision(self, document_id: str, sha256: str, *, actor: Actor | None = None, **more: Any) -> None:
        """Put a revision: a candidate signed by this actor, unless told otherwise."""
        values: dict[str, Any] = {
            "document_id": document_id,
            "sha256": sha256,
            "size": 1,
            "content": b"x",
            "status": "candidate",
            "based_on": "0" * 64 if actor else "",
            "signer_user_id": actor.user_id if actor else "",
            "certificate_serial": "0a",
            "valid": True,
            "created_at": to_text(self.clock()),
        }
        with self.services.database.write() as connection:
            connection.execute(insert(tables.document_revisions).values({**values, **more}))

    def put_product(self, product: ProductFact) -> None:
        with self.services.database.write() as connection:
            _insert_product(connection, product)

    def put_rup(self, rup: RupFact) -> None:
        with self.services.database.write() as connection:
            _insert_rup(connection, rup)


def open_office(folder: Path, *, database_url: str = "", **config: Any) -> Office:
    """Open a service on an empty database and move the people in."""
    clock = HandClock()
    dice = random.Random(20261122)
    services = open_services(
        Config(data=folder, database_url=database_url, passwords=CHEAP, **config),
        clock=clock,
        bits=dice.getrandbits,
    )
    office = Office(services=services, clock=clock)
    with services.database.write() as connection:
        _move_in(connection, services, clock())
    return office


def _move_in(connection: Connection, services: Services, now: datetime) -> None:
    satker, vendor = b.satker(), b.vendor()
    connection.execute(insert(tables.klpd).values(code="D999", name=satker.klpd))
    for satker_id in (satker.id, "s-2"):
        connection.execute(
            insert(tables.satker).values(
                id=satker_id,
                code=satker.code,
                name=satker.name,
                klpd_code="D999",
                address=satker.address,
                npwp=satker.npwp,
                region_code=satker.region_code,
                zone=satker.zone.value,
            )
        )
    for vendor_id in (vendor.id, "v-2"):
        tariffs = to_json(vendor.tariffs).decode()
        row = {**_columns(vendor, tables.vendors), "id": vendor_id, "tariffs": tariffs}
        connection.execute(insert(tables.vendors).values(row))
    password_hash = services.passwords.hash(PASSWORD)
    for actor in ACTORS:
        connection.execute(
            insert(tables.people).values(
                id=actor.user_id,
                username=actor.user_id.removeprefix("u-"),
                name=actor.name,
                nip=actor.nip,
                created_at=to_text(now),
            )
        )
        connection.execute(
            insert(tables.credentials).values(user_id=actor.user_id, password_hash=password_hash)
        )
        connection.execute(
            insert(tables.accesses).values(
                id=actor.access_id,
                user_id=actor.user_id,
                role=actor.role.value,
                position=actor.position,
                satker_id=actor.satker_id or None,
                vendor_id=actor.vendor_id or None,
            )
        )
    for product in b.facts().products.values():
        _insert_product(connection, product)
    _insert_rup(connection, b.rup())


def _insert_product(connection: Connection, product: ProductFact) -> None:
    connection.execute(
        insert(tables.products).values({**_columns(product, tables.products), "ppn": product.ppn.value})
    )


def _insert_rup(connection: Connection, rup: RupFact) -> None:
    connection.execute(insert(tables.rup).values(_columns(rup, tables.rup)))
    for no, mak in enumerate(rup.maks, start=1):
        connection.execute(insert(tables.rup_lines).values(rup_code=rup.code, no=no, mak=mak, pagu=rup.pagu))


def _columns(fact: Any, table: Table) -> dict[str, Any]:
    """The fields of a fact that are columns of the same name."""
    names = [field.name for field in dataclasses.fields(fact) if field.name in table.c]
    return {name: getattr(fact, name) for name in names}
