"""``python -m benchmarks``: every figure beside its floor, measured in this run on this machine."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable

import psutil

from benchmarks import commands, pulls, purchase, rebase, saving, search, windows
from benchmarks.measure import Measurement

_PARTS: dict[str, Callable[[], list[Measurement]]] = {
    "windows": windows.measure,
    "search": search.measure,
    "commands": commands.measure,
    "purchase": purchase.measure,
    "saving": saving.measure,
    "rebase": rebase.measure,
    "pulls": pulls.measure,
}


def main() -> int:
    """Run all parts, or those named; an aim that is not reached is printed, and is no failure."""
    wanted = sys.argv[1:] or list(_PARTS)
    unknown = [name for name in wanted if name not in _PARTS]
    if unknown:
        sys.stderr.write(f"no such part: {', '.join(unknown)}; there are {', '.join(_PARTS)}\n")
        return 2
    sys.stdout.write(
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"{psutil.cpu_count()} processors\n"
    )
    missed = 0
    for name in wanted:
        for measurement in _PARTS[name]():
            sys.stdout.write(measurement.line() + "\n")
            sys.stdout.flush()
            missed += not measurement.reached
    sys.stdout.write(f"{missed} aims not reached\n" if missed else "every aim reached\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
