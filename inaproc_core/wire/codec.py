"""JSON for core values: strict, named refusals for unknown fields, canonical bytes for hashes.

Commands, orders and events are plain dataclasses; this module is the only place that knows how they look
on the wire. Numbers are integers, times ISO 8601 with offset, enums their value.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from inaproc_core.errors import refuse
from inaproc_core.orders import commands as c
from inaproc_core.orders.model import Order
from inaproc_core.wire.command_book import CommandBook

T = TypeVar("T")

COMMAND_TYPES: Mapping[str, type] = {
    "order.save_draft": c.SaveDraft,
    "order.discard_draft": c.DiscardDraft,
    "order.submit_checkout": c.SubmitCheckout,
    "order.agree_prices": c.AgreePrices,
    "order.counter_offer": c.CounterOffer,
    "order.decline_negotiation": c.DeclineNegotiation,
    "order.offer_prices": c.OfferPrices,
    "order.cancel_negotiation": c.CancelNegotiation,
    "order.delist_product": c.DelistProduct,
    "order.expire_deadline": c.ExpireDeadline,
    "order.submit_to_ppk": c.SubmitToPpk,
    "order.proceed": c.ProceedOrder,
    "order.return_to_buyer": c.ReturnToBuyer,
    "order.reject": c.RejectOrder,
    "order.issue_letter": c.IssueLetter,
    "order.sign_letter": c.SignLetter,
    "order.accept": c.AcceptOrder,
    "order.decline": c.DeclineOrder,
    "order.ship": c.Ship,
    "order.mark_arrived": c.MarkArrived,
    "order.inspect": c.Inspect,
    "order.issue_bast": c.IssueBast,
    "order.sign_bast": c.SignBast,
    "order.countersign_bast": c.CountersignBast,
    "order.choose_payment_method": c.ChoosePaymentMethod,
    "order.confirm_payment": c.ConfirmPayment,
}
"""Wire name of every command. A changed meaning gets a new ``type_version`` (``COMMANDS``), never a silent
change.
"""

COMMAND_NAMES: Mapping[type, str] = {kind: name for name, kind in COMMAND_TYPES.items()}


def to_plain(value: Any) -> Any:
    """Return a value as JSON-ready plain data (dict, list, str, int, bool, None)."""
    return msgspec.to_builtins(value)


def to_json(value: Any) -> bytes:
    """Return the JSON bytes of a value."""
    return msgspec.json.encode(value)


def canonical(value: Any) -> bytes:
    """Return canonical JSON bytes (RFC 8785 for integers and strings): sorted keys, no blanks, UTF-8."""
    return json.dumps(
        msgspec.to_builtins(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def fingerprint(value: Any) -> str:
    """Return the SHA-256 of a value's canonical bytes, in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def from_plain(data: Any, kind: type[T]) -> T:
    """Build a value from plain data.

    Raises:
        Refused: ``wire.malformed`` with the path and what is wrong, or ``wire.unknown_field`` by name.
    """
    try:
        value = msgspec.convert(data, kind, strict=True, str_keys=True)
    except msgspec.ValidationError as error:
        text = str(error)
        what, _, where = text.partition(" - at `")
        refuse("wire.malformed", at=where.rstrip("`").removeprefix("$.").removeprefix("$"), problem=what)
    unknown = _unknown_field(data, msgspec.to_builtins(value), "")
    if unknown:
        refuse("wire.unknown_field", at=unknown, name=unknown)
    return value


def from_json(raw: bytes, kind: type[T]) -> T:
    """Build a value from JSON bytes; refusals as ``from_plain``."""
    try:
        data = msgspec.json.decode(raw)
    except msgspec.DecodeError as error:
        refuse("wire.malformed", at="", problem=str(error))
    return from_plain(data, kind)


def encode_command(command: c.Command) -> tuple[str, dict[str, Any]]:
    """Return the wire name and the payload of a command."""
    return COMMAND_NAMES[type(command)], to_plain(command)


def decode_command(name: str, type_version: int, payload: Mapping[str, Any]) -> c.Command:
    """Build a command from the wire, of any version that ``COMMANDS`` knows; refusals as there."""
    return COMMANDS.decode(name, type_version, payload)


def decode_order(data: Any) -> Order:
    """Build an order from its wire image."""
    return from_plain(data, Order)


def _unknown_field(given: Any, known: Any, path: str) -> str:
    """Return the path of the first key that was given but is not part of the value; runs on every message."""
    if isinstance(given, dict) and isinstance(known, dict):
        for key, inner in given.items():
            if key not in known:
                return f"{path}.{key}" if path else str(key)
            if isinstance(inner, dict | list | tuple):
                found = _unknown_field(inner, known[key], f"{path}.{key}" if path else str(key))
                if found:
                    return found
    elif isinstance(given, list | tuple) and isinstance(known, list | tuple):
        for index, (inner, kept) in enumerate(zip(given, known, strict=False)):
            found = _unknown_field(inner, kept, f"{path}.{index}" if path else str(index))
            if found:
                return found
    return ""


COMMANDS = CommandBook(kinds=COMMAND_TYPES, build=from_plain)
"""What this program understands and writes. Every command is of version 1 so far."""
