"""The application as it starts for a person, up to the moment its window is painted and takes events."""

from __future__ import annotations

import os
import sys

from inaproc_desktop import app


def ready() -> None:
    """Say that the window is usable."""
    sys.stdout.write("READY\n")
    sys.stdout.flush()
    if "--stay" not in sys.argv:
        os._exit(0)


class Painted(app.Opening):
    """Tells the benchmark as well."""

    def __init__(self) -> None:
        super().__init__()
        self.painted.connect(ready)


app.Opening = Painted  # type: ignore[misc]  # the program makes the watched one
sys.exit(app.main(["--profile-dir", os.environ["INAPROC_BENCH_PROFILE"]]))
