"""Talking to the backend over HTTP."""

from __future__ import annotations

import sys

# Where click and rich are installed, and the training backend brings them, httpx imports its own command-line
# program: 80 modules and 8 MiB that nobody calls here. It asks for this module inside ``except ImportError``.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # None: "cannot be imported"
