"""A month offline: what waited here goes out, and what changed meanwhile comes in, over a thin line.

The month is there by its size, not by its date: intents expire after three days and sessions after thirty,
and both would end this before it begins.
"""

from __future__ import annotations

import json
import random
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from endurance.arena import Arena, Stuck
from endurance.deeds import PLACE
from endurance.person import Person
from inaproc_backend.feed.publish import Entry, publish
from inaproc_core.orders.commands import SubmitCheckout
from inaproc_core.orders.visibility import satker_scope, view_for
from inaproc_core.values import quantity, uuid7
from inaproc_core.wire.codec import from_plain, to_json
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.services.checkout import CheckoutService, with_rup
from inaproc_desktop.services.rules import Rules

BAR = 600.0
"""Seconds within which everything has to be in step (protocol.md 3.3 B10)."""

_LONGEST = 3 * BAR
_SAY_EVERY = 20.0
_BATCH = 1000
_PACKAGE = "99000009"
_PRODUCT = "latihan-p-kursi-siswa"


@dataclass(frozen=True, kw_only=True)
class Absence:
    """How much has piled up.

    Attributes:
        commands: in the outbox.
        rows: changed on the backend; ``orders`` of them orders, the others RUP packages.
    """

    commands: int
    rows: int
    orders: int
    bytes_per_second: float


def come_home(
    folder: Path,
    absence: Absence,
    *,
    seed: int,
    database_url: str = "",
    say: Callable[[str], None] = lambda text: None,
) -> tuple[list[str], str]:
    """Let everything pile up, then measure; returns what is wrong, and the figures."""
    # Not 127.0.0.1: to its own machine a client asks for nothing packed.
    arena = Arena(folder, seed, 1, database_url=database_url, host="127.0.0.2")
    try:
        arena.begin()
        machine = next(iter(arena.machines.values()))
        arena.kill(machine)
        order = _work_offline(arena, absence, say)
        arena.start_backend()
        _change(arena, absence, order, say)
        return _measure(arena, absence, say)
    finally:
        arena.close()


def _work_offline(arena: Arena, absence: Absence, say: Callable[[str], None]) -> dict[str, Any]:
    """Put the commands into the outbox while there is no backend; returns the image of an order."""
    person = _person(arena)
    deps = person.enter(_ignore)
    person.office.engine.round()  # the catalogue comes last
    arena.kill_backend()
    began = time.monotonic()
    command = _submitted(deps)
    image = deps.mirror.orders()[0].order
    for _ in range(absence.commands - 1):
        deps.outbox.put(
            command,
            actor=deps.signed_in.actor,
            order_id=uuid7(deps.clock.now(), secrets.randbits(74)),
            base_rev=0,
            not_after=deps.clock.now() + timedelta(hours=72),
        )
    person.close()
    say(f"{absence.commands} commands in the outbox after {time.monotonic() - began:.1f} s")
    found: dict[str, Any] = json.loads(to_json(view_for(image, satker_scope(image.satker_id))))
    return found


def _submitted(deps: Deps) -> SubmitCheckout:
    """Submit one checkout as the page does, and return the command."""
    service = CheckoutService(
        actor=deps.signed_in.actor,
        mirror=deps.mirror,
        catalogue=deps.catalogue,
        cart=deps.cart,
        drafts=deps.drafts,
        shared=deps.shared_drafts,
        outbox=deps.outbox,
        rules=Rules(deps.policy, deps.calendar, deps.clock),
        clock=deps.clock,
        new_id=lambda: uuid7(deps.clock.now(), secrets.randbits(74)),
    )
    desk = service.open(service.start_direct(_PRODUCT, quantity(1)))
    rup = deps.mirror.rup(_PACKAGE)
    if desk is None or rup is None:
        raise Stuck("the machine does not know what to buy")
    today = deps.clock.now().date()
    place = replace(PLACE, arrive_from=today + timedelta(days=14), arrive_to=today + timedelta(days=21))
    form = replace(
        with_rup(desk.form, _PACKAGE, rup),
        places=(place,),
        mak=rup.maks[0],
        ppk_access_id=sorted(desk.known.ppks)[0],
        declaration=True,
    )
    service.submit(form, service.evaluate(form, service.know(form)).listed.total)
    return from_plain(dict(deps.outbox.deeds()[0].payload), SubmitCheckout)


def _change(arena: Arena, absence: Absence, order: dict[str, Any], say: Callable[[str], None]) -> None:
    """Publish rows that look as real ones do, of things that are new to the machine."""
    database = arena.open_database()
    try:
        with database.read() as connection:
            scope, row = connection.exec_driver_sql(
                "SELECT scope, row FROM feed WHERE kind = 'rup' ORDER BY seq LIMIT 1"
            ).one()
        rup = json.loads(bytes(row))
        entries = [_changed(scope, "order", "id", order, number) for number in range(absence.orders)]
        entries += [
            _changed(scope, "rup", "code", rup, number) for number in range(absence.rows - absence.orders)
        ]
        for at in range(0, len(entries), _BATCH):
            with database.write() as connection:
                publish(connection, entries[at : at + _BATCH])
    finally:
        database.close()
    say(f"{len(entries)} rows changed, {sum(len(one.row) for one in entries) / 1e6:.1f} MB of images")


def _changed(scope: str, kind: str, key: str, row: dict[str, Any], number: int) -> Entry:
    """Return another thing of the same kind: what is random in real ones is random here, too."""
    dice = random.Random(f"{kind}{number}")
    entity = f"{dice.getrandbits(128):032x}" if kind == "order" else f"88{number:06}"
    image = row | {key: entity}
    if kind == "rup":
        image |= {"pagu": dice.randrange(10**8, 10**10), "reserved": dice.randrange(10**8)}
    else:
        image |= {"number": f"EP-{dice.getrandbits(128):026X}", "state": "COMPLETED"}
    return Entry(scope=scope, kind=kind, entity=entity, rev=1, row=to_json(image))


def _measure(arena: Arena, absence: Absence, say: Callable[[str], None]) -> tuple[list[str], str]:
    """Come home, and wait until all is in step."""
    proxy = arena.proxy
    proxy.rate = absence.bytes_per_second
    there, back = proxy.bytes_to_backend, proxy.bytes_to_machines
    person = _person(arena)
    began = time.monotonic()
    deps = person.enter(_ignore)
    person.office.engine.start()
    emptied = 0.0
    said = began
    while (seconds := time.monotonic() - began) < _LONGEST:
        left = len(deps.outbox.deeds()) if time.monotonic() - said > _SAY_EVERY or emptied else -1
        if left >= 0:
            behind = _behind(arena, person)
            say(f"{seconds:.0f} s: {left} in the outbox, {behind} rows behind")
            said = time.monotonic()
            emptied = emptied or (seconds if not left else 0.0)
            if not left and not behind:
                break
        time.sleep(1.0)
    refused = sum(deed.outcome is None or deed.outcome.outcome != "ok" for deed in deps.outbox.recent(10_000))
    settled = len(deps.outbox.recent(10_000))
    person.close()
    up, down = (proxy.bytes_to_backend - there) / 1e6, (proxy.bytes_to_machines - back) / 1e6
    line = (
        f"{absence.commands} commands and {absence.rows} rows ({absence.orders} orders) over "
        f"{absence.bytes_per_second * 8 / 1000:.0f} kbit/s: in step after {seconds:.0f} s (bar {BAR:.0f} s), "
        f"{settled} settled, {refused} of them not ok, {up:.1f} MB there, {down:.1f} MB back"
    )
    wrong = [] if seconds <= BAR else [f"not in step within {BAR:.0f} s"]
    if settled != absence.commands:
        wrong.append(f"{settled} commands settled of {absence.commands}")
    return wrong, line


def _behind(arena: Arena, person: Person) -> int:
    """Return how many rows the machine lacks."""
    with person.office.work.read() as connection:
        rows = connection.exec_driver_sql("SELECT scope, seq FROM cursors").fetchall()
    database = arena.open_database()
    try:
        with database.read() as other:
            heads = dict(tuple(row) for row in other.exec_driver_sql("SELECT scope, seq FROM scope_head"))
    finally:
        database.close()
    return sum(heads.get(scope, 0) - seq for scope, seq in rows)


def _person(arena: Arena) -> Person:
    life = next(iter(arena.machines.values())).life
    return Person(life.profile, life.address, life.username)


def _ignore(refused: BackendRefused) -> None:
    """The session does not end here."""
