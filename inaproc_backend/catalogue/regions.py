"""Regions for addresses: provinces, regencies, districts and villages by name or from the top down."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from inaproc_backend.storage.tables import regions
from inaproc_core.errors import refuse

MOST_AT_ONCE = 500
_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
_LEVELS = ("provinsi", "kabupaten_kota", "kecamatan", "desa_kelurahan")
_LIKE_SIGNS = re.compile(r"([%_\\])")


@dataclass(frozen=True, kw_only=True)
class Region:
    """A region.

    Attributes:
        path: its name and those around it, largest last: ``Coblong, Kota Bandung, Jawa Barat``.
    """

    code: str
    name: str
    level: str
    parent: str
    zone: str
    path: str


def find_regions(
    connection: Connection, *, name: str = "", parent: str = "", limit: int = 50
) -> list[Region]:
    """Return regions by the beginning of any word of their name, larger ones first.

    Args:
        connection: a reading transaction.
        name: what was typed; empty for all children of ``parent``.
        parent: code; with a name everything inside it is searched, without one its children are listed.
        limit: how many at most.

    Raises:
        Refused: ``catalogue.region`` for a malformed parent, ``catalogue.limit``.
    """
    if parent and not _CODE.fullmatch(parent):
        refuse("catalogue.region", at="parent", region=parent[:20])
    if not 1 <= limit <= MOST_AT_ONCE:
        refuse("catalogue.limit", at="limit", limit=limit, maximum=MOST_AT_ONCE)
    wanted = " ".join(name.split()).lower()[:100]
    statement = select(
        regions.c.code, regions.c.name, regions.c.level, regions.c.parent, regions.c.zone
    ).limit(limit)
    if wanted:
        pattern = _LIKE_SIGNS.sub(r"\\\1", wanted)
        lower = func.lower(regions.c.name)
        begins = lower.like(f"{pattern}%", escape="\\")
        statement = statement.where(begins | lower.like(f"% {pattern}%", escape="\\"))
        if parent:
            statement = statement.where(regions.c.code.like(f"{parent}.%"))
        level = case({level: place for place, level in enumerate(_LEVELS)}, value=regions.c.level, else_=9)
        statement = statement.order_by(level, case((begins, 0), else_=1), regions.c.name, regions.c.code)
    else:
        statement = statement.where(regions.c.parent == parent).order_by(regions.c.code)
    rows = connection.execute(statement).all()
    above = {code for row in rows for code in _around(row.code)}
    found = connection.execute(select(regions.c.code, regions.c.name).where(regions.c.code.in_(above))).all()
    names = {row.code: row.name for row in found}
    return [
        Region(
            code=row.code,
            name=row.name,
            level=row.level,
            parent=row.parent,
            zone=row.zone,
            path=", ".join([row.name, *(names[code] for code in _around(row.code) if code in names)]),
        )
        for row in rows
    ]


def _around(code: str) -> list[str]:
    """Return the codes of the regions around one, nearest first."""
    parts = code.split(".")
    return [".".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]
