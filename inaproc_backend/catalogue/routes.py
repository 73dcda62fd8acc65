"""Routes of this package; whoever owns the package replaces this list."""

from __future__ import annotations

from typing import Any

handlers: list[Any] = []
