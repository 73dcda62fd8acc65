"""A search of the catalogue, checked: what is looked for, how it is sorted, and from where it goes on."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from inaproc_core.errors import refuse

MOST_AT_ONCE = 200
"""Products of one page."""

_REGION = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
_HIGHEST_PRICE = 10**15


class Sort(StrEnum):
    """Orders a result can have; wire values."""

    RELEVANCE = "relevance"
    CHEAPEST = "price"
    DEAREST = "-price"
    TKDN = "tkdn"
    NEWEST = "newest"


class Cursor(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Where the next page begins: behind this row, or at this place for relevance.

    Attributes:
        sort: the order it belongs to; another order refuses it.
        total: products found, counted once on the first page.
        key: sort value of the last row.
        no: its row number, which decides between equal values.
        offset: rows passed, for relevance.
    """

    sort: str
    total: int
    key: int | str = 0
    no: int = 0
    offset: int = 0


@dataclass(frozen=True, kw_only=True)
class Search:
    """One page of one search.

    Attributes:
        words: normalised words; each must begin a word of the product.
        category: a category with everything below it (``Mebel`` holds ``Mebel > Kantor``).
        region: Kemendagri code with everything inside it.
    """

    words: tuple[str, ...] = ()
    category: str = ""
    vendor: str = ""
    region: str = ""
    pdn: bool | None = None
    umkk: bool | None = None
    in_stock: bool | None = None
    min_price: int | None = None
    max_price: int | None = None
    sort: Sort = Sort.RELEVANCE
    cursor: Cursor | None = None
    limit: int = 50


def check_search(search: Search) -> Search:
    """Return the search when its parts make sense.

    Raises:
        Refused: ``catalogue.limit``, ``catalogue.price``, ``catalogue.price_range``, ``catalogue.region``,
            ``catalogue.cursor``.
    """
    if not 1 <= search.limit <= MOST_AT_ONCE:
        refuse("catalogue.limit", at="limit", limit=search.limit, maximum=MOST_AT_ONCE)
    for name, price in (("min_price", search.min_price), ("max_price", search.max_price)):
        if price is not None and not 0 <= price <= _HIGHEST_PRICE:
            refuse("catalogue.price", at=name, price=price)
    if search.min_price is not None and search.max_price is not None and search.min_price > search.max_price:
        refuse(
            "catalogue.price_range", at="max_price", min_price=search.min_price, max_price=search.max_price
        )
    if search.region and not _REGION.fullmatch(search.region):
        refuse("catalogue.region", at="region", region=search.region[:20])
    if search.cursor is not None and search.cursor.sort != search.sort.value:
        refuse("catalogue.cursor", at="cursor")
    return search


def encode_cursor(cursor: Cursor) -> str:
    """Return a cursor as opaque text for a URL."""
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def decode_cursor(text: str) -> Cursor | None:
    """Return the cursor behind a text, ``None`` for an empty one.

    Raises:
        Refused: ``catalogue.cursor``.
    """
    if not text:
        return None
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        cursor = msgspec.json.decode(raw, type=Cursor)
    except (binascii.Error, ValueError, msgspec.MsgspecError):
        refuse("catalogue.cursor", at="cursor")
    if min(cursor.no, cursor.offset, cursor.total) < 0 or max(cursor.no, cursor.offset) >= 1 << 62:
        refuse("catalogue.cursor", at="cursor")
    return cursor
