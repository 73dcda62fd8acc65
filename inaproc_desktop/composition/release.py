"""Which release of the program this is."""

from __future__ import annotations

from datetime import UTC, datetime

CLIENT_VERSION = "0.1.0"

BUILT = datetime(2026, 11, 22, tzinfo=UTC)
"""No correct clock says an earlier time; set with the version."""
