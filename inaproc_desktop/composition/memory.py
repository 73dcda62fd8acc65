"""Memory that the start needed and the window does not."""

from __future__ import annotations

import sys


def give_back() -> None:
    """Give freed pages back to the system.

    The C library of Linux keeps what a thread freed for that thread's next wish (malloc_trim(3)); after
    imports and indexing on a thread that idles from then on, that is several MiB. Elsewhere nothing is done.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # late: only here

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    if trim is not None:
        trim(0)
