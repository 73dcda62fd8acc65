"""Ids of items on the desk, and cursors of its lists."""

from __future__ import annotations

import base64
import binascii

from inaproc_core.errors import refuse

PROFILE = "PROFILE"
ACCESS = "ACCESS"
_MOST_LETTERS = 200
_PREFIXES = {"profile": PROFILE, "access": ACCESS}


def item_of(what: str, key: str) -> str:
    """Return the id of an item: ``profile:<user id>`` or ``access:<request id>``."""
    return f"{what.lower()}:{key}"


def parse_item(item_id: str) -> tuple[str, str]:
    """Return what an item is, and its key.

    Raises:
        Refused: ``desk.item_unknown``.
    """
    prefix, _, key = item_id.partition(":")
    if prefix not in _PREFIXES or not key:
        refuse("desk.item_unknown", at="item_id")
    return _PREFIXES[prefix], key


def encode_cursor(at: str, key: str) -> str:
    """Return the place after a row: its moment and its key."""
    return base64.urlsafe_b64encode(f"{at}|{key}".encode()).decode()


def decode_cursor(cursor: str) -> tuple[str, str]:
    """Return moment and key of the last row that was seen; two empty texts at the beginning.

    Raises:
        Refused: ``desk.cursor_malformed``.
    """
    if not cursor:
        return "", ""
    try:
        at, found, key = base64.urlsafe_b64decode(cursor.encode()).decode().partition("|")
    except (binascii.Error, ValueError):
        found = ""
    if not found:
        refuse("desk.cursor_malformed", at="cursor")
    return at, key


def like(text: str) -> str:
    """Return the pattern of a text search: lower case, its own wildcards meant literally; empty for all."""
    typed = " ".join(text.lower().split())[:_MOST_LETTERS]
    for sign in ("\\", "%", "_"):
        typed = typed.replace(sign, f"\\{sign}")
    return f"%{typed}%" if typed else ""


def within(limit: int, most: int) -> int:
    """Return a page size that the service allows."""
    return max(1, min(limit, most))
