"""The JSON columns of profiles and requests: fields, files, reasons, checks, snapshots of what was sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from inaproc_core.wire.registration import FieldReason, NibRule

_TEXTS = msgspec.json.Decoder(dict[str, str])
_REASONS = msgspec.json.Decoder(list[FieldReason])
_RULES = msgspec.json.Decoder(list[NibRule])
_ENCODER = msgspec.json.Encoder(order="sorted")

NOTHING = b"[]"
"""An empty list of reasons or checks."""


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """What was sent, as it was decided on."""

    fields: dict[str, str]
    files: dict[str, str]


_SNAPSHOT = msgspec.json.Decoder(Snapshot)


def texts(stored: bytes) -> dict[str, str]:
    """Return fields or files."""
    return _TEXTS.decode(stored)


def reasons(stored: bytes) -> list[FieldReason]:
    """Return reasons."""
    return _REASONS.decode(stored)


def rules(stored: bytes) -> list[NibRule]:
    """Return the checks of a NIB."""
    return _RULES.decode(stored)


def snapshot(stored: bytes) -> Snapshot:
    """Return what was sent."""
    return _SNAPSHOT.decode(stored)


def put(value: Mapping[str, str] | Iterable[FieldReason] | Iterable[NibRule] | Snapshot) -> bytes:
    """Return the bytes of any of them; the same value gives the same bytes."""
    if isinstance(value, Mapping):
        return _ENCODER.encode(dict(value))
    return _ENCODER.encode(value if isinstance(value, Snapshot) else list(value))
