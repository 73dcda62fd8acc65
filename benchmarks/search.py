"""From a key stroke in the catalogue to painted results, in the real window over a real catalogue file."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Measurement, percentile
from benchmarks.services import served

AIM_MS = 50.0


def measure() -> list[Measurement]:
    """Type words letter by letter in a window of its own process."""
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
        finished = subprocess.run(
            [sys.executable, "-m", "benchmarks.typing", address, str(Path(folder) / "profile")],
            capture_output=True,
            text=True,
            check=True,
            timeout=180,
        )
    strokes = [float(line) for line in finished.stdout.split() if line]
    return [
        Measurement(
            name=f"key stroke to painted results, p95 of {len(strokes)} strokes",
            value=percentile(strokes, 0.95),
            unit="ms",
            aim=AIM_MS,
        )
    ]


def stroke_clock() -> float:
    """Return milliseconds of a steady clock."""
    return time.perf_counter() * 1000
