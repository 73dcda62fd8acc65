"""From a person's deed to "tersimpan": service, rules, overlay and the sealed work file."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from benchmarks.measure import Measurement, percentile
from inaproc_core.orders.states import State
from inaproc_desktop.ports.data import Catalogue
from inaproc_desktop.ports.ordering import Reply
from inaproc_desktop.services.negotiation import NegotiationService
from inaproc_desktop.services.rules import Rules
from tests import builders
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine

AIM_MS = 50.0
_ORDERS = 300


def measure() -> list[Measurement]:
    """Reply to negotiations without a link, each written twice as a draft before it is sent."""
    server = FakeServer()
    server.open_office()
    order = builders.play_to(State.WAIT_SELLER)
    ids = [f"0193a1b2-0000-7000-8000-{number:012}" for number in range(_ORDERS)]
    for order_id in ids:
        server.keep(replace(order, id=order_id))
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(Path(folder), server, builders.VENDOR)
        machine.engine.round()
        server.offline = True
        service = NegotiationService(
            mirror=machine.mirror,
            outbox=machine.outbox,
            drafts=machine.drafts,
            catalogue=cast(Catalogue, machine.catalogue),
            rules=Rules(builders.BOOK, builders.CALENDAR, machine.clock),
            actor=builders.VENDOR,
        )
        kept: list[float] = []
        saved: list[float] = []
        for order_id in ids:
            bargain = service.read(order_id)
            assert bargain is not None
            reply = Reply(round_no=bargain.round_no, prices={}, note="Harga terbaik kami")
            for _ in range(2):
                kept.append(_milliseconds(partial(service.keep, order_id, reply, "Nego")))
            saved.append(_milliseconds(partial(service.agree, order_id, bargain.round_no)))
        machine.close()
    return [
        Measurement(
            name=f"draft of a reply to 'tersimpan', p95 of {len(kept)} (sealed file)",
            value=percentile(kept, 0.95),
            unit="ms",
            aim=AIM_MS,
        ),
        Measurement(
            name=f"deed to 'tersimpan', p95 of {len(saved)} (sealed file)",
            value=percentile(saved, 0.95),
            unit="ms",
            aim=AIM_MS,
        ),
    ]


def _milliseconds(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return (time.perf_counter() - began) * 1000
