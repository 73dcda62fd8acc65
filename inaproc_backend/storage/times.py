"""Moments as text: one fixed-width UTC form that sorts as time does, in both databases."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(at: datetime) -> str:
    """Return ``2026-11-22T08:55:00.123456+00:00``.

    Raises:
        ValueError: the time has no zone.
    """
    if at.tzinfo is None:
        message = "a stored moment needs a zone"
        raise ValueError(message)
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(stored: str) -> datetime:
    """Return the aware moment that ``to_text`` wrote."""
    return datetime.fromisoformat(stored)
