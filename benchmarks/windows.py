"""Start-up and memory of the application beside a bare window of the same toolkit."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from benchmarks.measure import Measurement, median_of

_RUNS = 7
_SETTLED = 6.0
"""Seconds after which an idle application has imported and indexed everything it fetches at start."""

_MIB = 1024 * 1024


def measure() -> list[Measurement]:
    """Measure both, in turn."""
    bare = ("-m", "benchmarks.bare_window")
    own = ("-m", "benchmarks.own_window")
    start = Measurement(
        name="start-up to a usable window (warm, median of 7)",
        value=median_of(_RUNS, lambda: _seconds_to_ready(own)) * 1000,
        unit="ms",
        floor=median_of(_RUNS, lambda: _seconds_to_ready(bare)) * 1000,
        aim=1.5,
    )
    memory = Measurement(
        name="resident memory of the idle application",
        value=_resident(own) / _MIB,
        unit="MiB",
        floor=_resident(bare) / _MIB,
        aim=2.5,
    )
    return [start, memory]


def _seconds_to_ready(program: tuple[str, ...]) -> float:
    began = time.perf_counter()
    with _running(program):
        return time.perf_counter() - began


def _resident(program: tuple[str, ...]) -> int:
    with _running((*program, "--stay")) as process:
        time.sleep(_SETTLED)
        return int(psutil.Process(process.pid).memory_info().rss)


@contextmanager
def _running(program: tuple[str, ...]) -> Iterator[subprocess.Popen[str]]:
    """Run a program until it says READY; end it after the block. Its profile folder is thrown away."""
    with tempfile.TemporaryDirectory() as profile:
        environment = {**os.environ, "INAPROC_BENCH_PROFILE": profile}
        process = subprocess.Popen(
            [sys.executable, *program], stdout=subprocess.PIPE, text=True, env=environment
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line.startswith("READY"):
            message = f"{' '.join(program)} did not get ready"
            raise RuntimeError(message)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)
            process.stdout.close()
