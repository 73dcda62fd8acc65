"""Pending deeds laid over changed rows: from the commit of a checkpoint to an overlay that is up to date."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import msgspec

from benchmarks.feed_office import rup
from benchmarks.measure import Measurement, percentile
from inaproc_core.orders import commands as c
from inaproc_core.orders.states import State
from inaproc_core.orders.visibility import satker_scope
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import RawFeedRow, RawPullAnswer
from tests import builders
from tests.desktop.sync.fake_server import FakeServer
from tests.desktop.sync.office import Machine

AIM_MS = 500.0
_PENDING = 1000
_CHANGED = 5000
_RUPS = 50
_RUNS = 20
_SMALL = 2_000
_LARGE = 200_000
_CHUNK = 10_000
_SCOPE = satker_scope("s-1")


def measure() -> list[Measurement]:
    """Change rows that every pending checkout rests on; then one row, in a small file and in a large one."""
    with tempfile.TemporaryDirectory() as folder:
        office = _Office(Path(folder))
        office.fill(_SMALL)
        office.pend()
        every = [office.change(_CHANGED, rups=_RUPS) for _ in range(_RUNS)]
        small = [office.change(1, rups=1) for _ in range(_RUNS)]
        office.fill(_LARGE - _SMALL)
        large = [office.change(1, rups=1) for _ in range(_RUNS)]
        office.machine.close()
    return [
        Measurement(
            name=f"rebase of {_PENDING} pending over {_CHANGED} changed rows, p95",
            value=percentile(every, 0.95),
            unit="ms",
            aim=AIM_MS,
        ),
        Measurement(
            name=f"rebase of {_PENDING} pending, 1 row of {_LARGE} changed (floor: of {_SMALL})",
            value=statistics.median(large),
            unit="ms",
            floor=statistics.median(small),
            aim=1.5,
        ),
    ]


class _Office:
    """A PP with a thousand checkouts that have not been sent, and a feed that goes on."""

    def __init__(self, folder: Path) -> None:
        self._server = FakeServer()
        self._server.open_office()
        self._order = builders.play_to(State.WAIT_SELLER)
        self._rev = 1
        self._filled = 0
        self.machine = Machine(folder, self._server)
        self.machine.engine.round()
        self._arrive([self._rup(number) for number in range(_RUPS)])

    def fill(self, rows: int) -> None:
        """Let so many rows arrive that nothing rests on."""
        for start in range(self._filled, self._filled + rows, _CHUNK):
            numbers = range(start, min(start + _CHUNK, self._filled + rows))
            self._arrive([("rup", f"8{n:07}", to_json(rup(f"8{n:07}", "s-1", pagu=10**8))) for n in numbers])
        self._filled += rows
        self._look()

    def pend(self) -> None:
        """Make the checkouts, without a link."""
        for number in range(_PENDING):
            form = replace(builders.checkout(self._server.known), rup_code=f"9{number % _RUPS:07}")
            order_id = f"0193a1b2-0000-7000-8000-{number:012}"
            command = c.SubmitCheckout(checkout=form, max_total=Rupiah(10**12))
            self.machine.outbox.put(command, actor=builders.PP, order_id=order_id, base_rev=0)
        self._look()

    def change(self, rows: int, *, rups: int) -> float:
        """Let rows change, among them so many RUPs of the checkouts; returns milliseconds of the rebase."""
        self._rev += 1
        changed = [self._rup(number) for number in range(rups)]
        for number in range(rows - rups):
            order = replace(self._order, id=f"0193a1b2-0000-7000-9000-{number:012}", revision=self._rev)
            changed.append(("order", order.id, to_json(order)))
        self._arrive(changed)
        return self._look()

    def _look(self) -> float:
        began = time.perf_counter()
        with self.machine.work.read() as connection:
            snapshot = self.machine.overlay.snapshot(connection)
        milliseconds = (time.perf_counter() - began) * 1000
        assert all(deed.predicted is None for deeds in snapshot.pending.values() for deed in deeds)
        return milliseconds

    def _rup(self, number: int) -> tuple[str, str, bytes]:
        code = f"9{number:07}"
        return "rup", code, to_json(replace(builders.rup(pagu=10**12 + self._rev), code=code))

    def _arrive(self, images: list[tuple[str, str, bytes]]) -> None:
        """Apply a checkpoint with these images."""
        stands = self.machine.file.position()
        first = stands.cursors[_SCOPE] + 1
        rows = [
            RawFeedRow(scope=_SCOPE, seq=seq, kind=kind, entity=entity, rev=self._rev, row=msgspec.Raw(image))
            for seq, (kind, entity, image) in enumerate(images, start=first)
        ]
        self.machine.file.apply(
            RawPullAnswer(
                epoch=stands.epoch,
                scopes_version=stands.scopes_version,
                rows=rows,
                heads={**stands.cursors, _SCOPE: rows[-1].seq},
                more=False,
            )
        )
