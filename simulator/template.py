"""The prepared world that every schedule starts from: an office with orders at every stage, machines in sync.

Made once per process by the same code that later runs; a schedule copies its files.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert

from inaproc_backend.accounts.accesses import access_entries
from inaproc_backend.catalogue.changes import products_changed
from inaproc_backend.feed.publish import Entry, publish
from inaproc_backend.feed.rows import official_entries, rup_entry, satker_entry, vendor_entry
from inaproc_backend.services import Services
from inaproc_backend.storage.tables import accesses, rup, rup_lines
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_core.roles import Actor, Role
from inaproc_core.values import Rupiah, quantity
from inaproc_core.wire.messages import Session
from simulator import deeds
from simulator.catalogue import MemoryCatalogue
from simulator.documents import RowDocuments
from simulator.ledger import Known
from simulator.people import PP_AS_PPK, RUPS, SEATS
from simulator.seen import Seen
from tests import builders as b
from tests.backend.office import Office, open_office

_STAGES = (
    State.WAIT_SELLER,
    State.WAIT_BUYER,
    State.AGREED,
    State.WAITING_PPK_REVIEW,
    State.WAITING_SELLER_CONFIRMATION,
    State.ARRIVED,
    State.WAIT_PAYMENT,
)
"""Where the prepared orders stand."""

_BY_ROLE: Mapping[Role, Actor] = {
    Role.PP: b.PP,
    Role.PPK: b.PPK,
    Role.PENYEDIA: b.VENDOR,
    Role.BENDAHARA: b.BENDAHARA,
}
_TURN: Mapping[type, Role] = {
    c.CounterOffer: Role.PENYEDIA,
    c.AgreePrices: Role.PP,
    c.SubmitToPpk: Role.PP,
    c.IssueLetter: Role.PPK,
    c.SignLetter: Role.PPK,
    c.AcceptOrder: Role.PENYEDIA,
    c.Ship: Role.PENYEDIA,
    c.MarkArrived: Role.PPK,
    c.Inspect: Role.PPK,
    c.IssueBast: Role.PPK,
    c.SignBast: Role.PPK,
    c.CountersignBast: Role.PENYEDIA,
    c.ChoosePaymentMethod: Role.PPK,
    c.ConfirmPayment: Role.BENDAHARA,
}


@dataclass(kw_only=True)
class Template:
    """The prepared world.

    Attributes:
        services: rules, sentences and settings, lent to every backend.
        server_file: the backend's database.
        work_files, sessions, catalogues: by machine.
        known: what the ledger knows of the prepared history.
        seen: what was checked of the machines' files when they were prepared.
    """

    folder: Path
    services: Services
    server_file: Path
    start: datetime
    work_files: dict[str, Path] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    catalogues: dict[str, MemoryCatalogue] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
    seen: dict[str, Seen] = field(default_factory=dict)


def prepare_backend(folder: Path) -> Template:
    """Make an office and play its orders forward through the real handler."""
    folder.mkdir(parents=True, exist_ok=True)
    office = open_office(folder / "office")
    documents = RowDocuments()
    with office.services.database.write() as connection:
        _furnish(connection, office)
    for number, stage in enumerate(_STAGES):
        _play(office, documents, f"0193a1b2-0000-7000-8000-0000000001{number:02}", stage)
        office.clock.forward(minutes=3)
    start = office.clock()
    office.close()
    server_file = folder / "server.db"
    shutil.copyfile(folder / "office" / "inaproc.db", server_file)
    return Template(folder=folder, services=office.services, server_file=server_file, start=start)


def _furnish(connection: Connection, office: Office) -> None:
    """Add what the office of the tests lacks, and publish what its people hold."""
    for code, fact in RUPS.items():
        values = {"name": fact.name, "satker_id": fact.satker_id, "year": fact.year, "pagu": fact.pagu}
        if code == b.rup().code:
            continue
        connection.execute(insert(rup).values(code=code, funding_source=fact.funding_source, **values))
        connection.execute(insert(rup_lines).values(rup_code=code, no=1, mak=fact.maks[0], pagu=fact.pagu))
    connection.execute(
        insert(accesses).values(
            id=PP_AS_PPK.access_id,
            user_id=PP_AS_PPK.user_id,
            role=PP_AS_PPK.role.value,
            position="Pejabat Pembuat Komitmen",
            satker_id=PP_AS_PPK.satker_id,
        )
    )
    products_changed(connection, ["p-1", "p-2"])
    today = office.services.today()
    entries: list[Entry] = [satker_entry(connection, "s-1"), vendor_entry(connection, "v-1")]
    entries += [rup_entry(connection, code) for code in RUPS]
    entries += official_entries(connection, "s-1", today)
    for user_id in sorted({seat.actor.user_id for seat in SEATS.values()}):
        entries += access_entries(connection, user_id, today)
    publish(connection, entries)


def _play(office: Office, documents: RowDocuments, order_id: str, stage: State) -> None:
    dice = _Steady()
    today = office.clock().date()
    form = b.checkout(b.facts(), {"p-1": quantity(10), "p-2": quantity(2)})
    _done(office.send(b.PP, c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12)), order_id), order_id)
    while (order := _order(office, order_id)).state is not stage:
        kind = deeds.usual(order)
        assert kind is not None, f"no way to {stage} from {order.state}"
        actor = _BY_ROLE[_TURN[kind]]
        current = order

        def sign(document_id: str, actor: Actor = actor, current: Order = current) -> str:
            with office.services.database.write() as connection:
                return documents.upload(connection, document_id, current.id, actor, office.clock())

        if kind is c.IssueBast:
            command: c.Command | None = c.IssueBast(number=f"900/{order_id[-2:]}/2026")
        else:
            command = deeds.make(kind, order, dice, today, sign)
        assert command is not None
        office.token(actor)
        office.step_up(actor)
        _done(office.send(actor, command, order_id), order_id)
        office.clock.forward(minutes=1)


def _order(office: Office, order_id: str) -> Order:
    order = office.order(order_id)
    assert order is not None
    return order


def _done(outcome: object, order_id: str) -> None:
    assert getattr(outcome, "outcome", "") == "ok", f"{order_id}: {outcome}"


class _Steady(random.Random):
    """Dice that never choose the odd case."""

    def __init__(self) -> None:
        super().__init__(1)

    def random(self) -> float:
        """Return the middle."""
        return 0.5
