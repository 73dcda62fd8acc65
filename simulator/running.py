"""Many schedules, on several processes: each prepares its world once and plays one chunk after the other."""

from __future__ import annotations

import logging
import multiprocessing
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager, nullcontext

from simulator.faults import Fault
from simulator.mutants import planted
from simulator.preparing import prepared
from simulator.template import Template
from simulator.world import Ended, World

STEPS = 14
"""Steps of one schedule, without those that happen while somebody waits."""

_CHUNK = 20
_QUIET = ("inaproc_backend", "inaproc_desktop")

_own: ExitStack = ExitStack()
_template: Template | None = None


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the log of the product to itself: trouble is what this is about."""
    levels = {name: logging.getLogger(name).level for name in _QUIET}
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def play(seed: int, template: Template, *, steps: int = STEPS, wants: tuple[Fault, ...] = ()) -> Ended:
    """Play one schedule from the prepared world; ``wants`` names trouble that it must have."""
    folder = template.folder / "run"
    shutil.rmtree(folder, ignore_errors=True)
    with quiet():
        return World(seed, template, folder, wants=wants).play(steps)


def play_many(seeds: range, *, steps: int, processes: int, mutant: str = "") -> Iterator[Ended]:
    """Play schedules and yield what came of each, in the order of their seeds."""
    chunks = [seeds[start : start + _CHUNK] for start in range(0, len(seeds), _CHUNK)]
    if processes == 1:
        with prepared() as template, planted(mutant) if mutant else nullcontext():
            for seed in seeds:
                yield play(seed, template, steps=steps)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_prepare, initargs=(mutant,)) as pool:
        for ended in pool.map(_play_chunk, chunks, [steps] * len(chunks)):
            yield from ended


def _prepare(mutant: str) -> None:
    """Prepare a worker; what it made is removed when it ends."""
    global _template
    _template = _own.enter_context(prepared())
    if mutant:
        _own.enter_context(planted(mutant))
    multiprocessing.util.Finalize(None, _own.close, exitpriority=10)


def _play_chunk(seeds: range, steps: int) -> list[Ended]:
    assert _template is not None, "a worker prepares itself before it plays"
    ended: list[Ended] = []
    parent = multiprocessing.parent_process()
    for seed in seeds:
        if parent is not None and not parent.is_alive():
            _own.close()
            os._exit(1)  # nobody waits for the rest, and the pool would hold any exception up
        ended.append(play(seed, _template, steps=steps))
    return ended
