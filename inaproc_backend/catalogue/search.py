"""Finding products: text as it is typed, filters, five orders, pages by cursor; SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from inaproc_backend.catalogue.full_text import FullText, full_text
from inaproc_backend.catalogue.query import Cursor, Search, Sort
from inaproc_core.errors import refuse

_ORDERS = {
    Sort.CHEAPEST: ("i.price", "ASC"),
    Sort.DEAREST: ("i.price", "DESC"),
    Sort.TKDN: ("i.tkdn", "DESC"),
    Sort.NEWEST: ("i.published_at", "DESC"),
}

_RANKED_AT_MOST = 5000
"""Ranking costs a look at every product that fits; beyond this many it would cost more than it tells."""


_SORTED_AT_MOST = 7000


@dataclass(frozen=True, kw_only=True)
class Found:
    """One page.

    Attributes:
        product_ids: in order.
        cursor: where the next page begins; ``None`` behind the last.
        total: products that fit the search, over all pages.
    """

    product_ids: tuple[str, ...]
    cursor: Cursor | None
    total: int


@dataclass(frozen=True, kw_only=True)
class _Filters:
    """Conditions on a row ``i`` of ``catalogue_index``, and the values they are bound to."""

    conditions: tuple[str, ...]
    params: dict[str, Any]


def find_products(connection: Connection, search: Search) -> Found:
    """Return one page of the listed products that fit.

    A relevance search shows the best match first. Without words, or where the words fit so much that they
    tell nothing (one letter of a word), it shows the highest domestic content first.
    """
    filters = _filters(search, sqlite=connection.dialect.name == "sqlite")
    words = full_text(connection, search.words) if search.words else None
    total = search.cursor.total if search.cursor else _count(connection, filters, words)
    if total == 0:
        return Found(product_ids=(), cursor=None, total=0)
    if words is not None and search.sort is Sort.RELEVANCE and total <= _RANKED_AT_MOST:
        return _by_rank(connection, search, filters, words, total)
    return _by_column(connection, search, filters, words, total)


def _by_rank(connection: Connection, search: Search, filters: _Filters, words: FullText, total: int) -> Found:
    offset = search.cursor.offset if search.cursor else 0
    rows = connection.execute(
        text(
            f"SELECT i.product_id FROM {words.ranked_from}"
            f" WHERE {_all(words.ranked_condition, *filters.conditions)}"
            f" ORDER BY {words.rank}, i.tkdn DESC, i.no LIMIT :limit OFFSET :offset"
        ),
        {**filters.params, "words": words.expression, "limit": search.limit + 1, "offset": offset},
    ).all()
    cursor = None
    if len(rows) > search.limit:
        cursor = Cursor(sort=search.sort.value, total=total, offset=offset + search.limit)
    return Found(product_ids=tuple(row[0] for row in rows[: search.limit]), cursor=cursor, total=total)


def _by_column(
    connection: Connection, search: Search, filters: _Filters, words: FullText | None, total: int
) -> Found:
    column, direction = _ORDERS.get(search.sort, _ORDERS[Sort.TKDN])
    conditions, params = list(filters.conditions), {**filters.params, "limit": search.limit + 1}
    if words is not None:
        conditions.append(words.condition)
        params["words"] = words.expression
    if search.cursor is not None:
        sign = ">" if direction == "ASC" else "<"
        conditions.append(f"({column} {sign} :key OR ({column} = :key AND i.no > :no))")
        params |= {"key": _key(search.cursor, column), "no": search.cursor.no}
    # Few results are sorted; of many the first are met soon by walking the index of the order.
    plus = "+" if connection.dialect.name == "sqlite" and total <= _SORTED_AT_MOST else ""
    rows = connection.execute(
        text(
            f"SELECT i.product_id, i.no, {column} FROM catalogue_index i WHERE {_all(*conditions)}"
            f" ORDER BY {plus}{column} {direction}, i.no LIMIT :limit"
        ),
        params,
    ).all()
    page = rows[: search.limit]
    cursor = None
    if len(rows) > search.limit:
        last = page[-1]
        cursor = Cursor(sort=search.sort.value, total=total, key=last[2], no=last[1])
    return Found(product_ids=tuple(row[0] for row in page), cursor=cursor, total=total)


def _count(connection: Connection, filters: _Filters, words: FullText | None) -> int:
    conditions, params = list(filters.conditions), dict(filters.params)
    if words is not None:
        if words.fits is not None and (not conditions or words.fits == 0):
            return words.fits
        conditions.append(words.condition)
        params["words"] = words.expression
    statement = f"SELECT count(*) FROM catalogue_index i WHERE {_all(*conditions)}"
    return int(connection.execute(text(statement), params).scalar_one())


def _filters(search: Search, *, sqlite: bool) -> _Filters:
    conditions: list[str] = []
    params: dict[str, Any] = {}

    def add(condition: str, **values: Any) -> None:
        conditions.append(condition)
        params.update(values)

    if search.category:
        add(
            "(i.category = :category OR substr(i.category, 1, :category_length) = :below)",
            category=search.category,
            below=f"{search.category} > ",
            category_length=len(search.category) + 3,
        )
        if sqlite:  # its texts sort by bytes, so the condition can also be said as a range of the index
            add(
                "i.category BETWEEN :category AND :category_end",
                category_end=f"{search.category} > \U0010ffff",
            )
    if search.region:
        add(
            "(i.region = :region OR substr(i.region, 1, :region_length) = :inside)",
            region=search.region,
            inside=f"{search.region}.",
            region_length=len(search.region) + 1,
        )
    if search.vendor:
        add("i.vendor_id = :vendor", vendor=search.vendor)
    for name, value in (("pdn", search.pdn), ("umkk", search.umkk), ("in_stock", search.in_stock)):
        if value is not None:
            conditions.append(f"i.{name}" if value else f"NOT i.{name}")
    # The plus keeps SQLite from walking the price index for a bound that nearly everything is within.
    if search.min_price is not None:
        add("+i.price >= :min_price", min_price=search.min_price)
    if search.max_price is not None:
        add("+i.price <= :max_price", max_price=search.max_price)
    return _Filters(conditions=tuple(conditions), params=params)


def _all(*conditions: str) -> str:
    return " AND ".join(conditions) or "1 = 1"


def _key(cursor: Cursor, column: str) -> int | str:
    """Return the cursor's sort value in the column's own type: a forged one must not reach the database.

    Raises:
        Refused: ``catalogue.cursor``.
    """
    wanted = str if column == "i.published_at" else int
    if not isinstance(cursor.key, wanted) or (isinstance(cursor.key, int) and abs(cursor.key) >= 1 << 62):
        refuse("catalogue.cursor", at="cursor")
    return cursor.key
