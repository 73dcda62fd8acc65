"""A batch of envelopes, checked as a whole before the first one runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from inaproc_backend.config import Limits
from inaproc_core.errors import refuse
from inaproc_core.wire.messages import Envelope

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_NUL = rb"\u0000"
_LONG_NUMBER = re.compile(rb"\d{16}")
_LARGEST = 2**53 - 1
"""Largest integer that every JSON reader keeps exact (RFC 8785 §3.2.2.3)."""


def check_batch(envelopes: Sequence[Envelope], body: bytes, limits: Limits) -> None:
    """Refuse a batch that cannot be meant.

    Args:
        envelopes: the batch.
        body: the JSON it came as.
        limits: how many at most.

    Raises:
        Refused: ``command.batch_empty``, ``command.batch_too_long``, ``command.two_devices``,
            ``command.id_malformed``, ``command.aggregate_malformed``, ``wire.number_too_large``,
            ``wire.forbidden_character``.
    """
    if not envelopes:
        refuse("command.batch_empty", at="envelopes")
    if len(envelopes) > limits.batch:
        refuse("command.batch_too_long", at="envelopes", maximum=limits.batch, count=len(envelopes))
    if len({envelope.device_id for envelope in envelopes}) > 1:
        refuse("command.two_devices", at="envelopes")
    # Only a body that could hold such a thing is walked through.
    suspect = _NUL in body or _LONG_NUMBER.search(body) is not None
    for index, envelope in enumerate(envelopes):
        at = f"envelopes.{index}"
        for name, cmd_id in (("cmd_id", envelope.cmd_id), ("depends_on", envelope.depends_on)):
            if (cmd_id or name == "cmd_id") and not _UUID.fullmatch(cmd_id):
                refuse("command.id_malformed", at=f"{at}.{name}", name=name)
        if not _ID.fullmatch(envelope.aggregate):
            refuse("command.aggregate_malformed", at=f"{at}.aggregate")
        if suspect:
            for name in envelope.__struct_fields__:
                check_plain(getattr(envelope, name), f"{at}.{name}")


def check_plain(value: Any, at: str) -> None:
    """Refuse numbers and characters that some database or reader would change or choke on.

    Raises:
        Refused: ``wire.number_too_large`` or ``wire.forbidden_character``, with the path.
    """
    kind = type(value)  # what a JSON reader makes: these types exactly
    if kind is str:
        if "\x00" in value:
            refuse("wire.forbidden_character", at=at)
    elif kind is int:
        if not -_LARGEST <= value <= _LARGEST:
            refuse("wire.number_too_large", at=at, maximum=_LARGEST)
    elif kind is dict:
        for key, inner in value.items():
            if "\x00" in key:
                refuse("wire.forbidden_character", at=at)
            check_plain(inner, f"{at}.{key}")
    elif kind is list:
        for index, inner in enumerate(value):
            check_plain(inner, f"{at}.{index}")
