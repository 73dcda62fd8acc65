"""Which satker a row speaks of: sources know them by SiRUP number, by printed code, or by name alone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, or_, select

from inaproc_backend.catalogue.zones import zone_of
from inaproc_backend.importers.upsert import fetch
from inaproc_backend.importers.verdicts import Row
from inaproc_backend.storage.tables import klpd, satker


@dataclass(frozen=True, kw_only=True)
class OfficeName:
    """How a row names a satker.

    Attributes:
        number: ``kd_satker``, SiRUP's number: one satker in the whole nation.
        code: ``kd_satker_str``, printed in documents: one or, over the years, several in a K/L/PD.
        place: where it is, for sources that name neither code nor K/L/PD.
    """

    klpd_code: str
    klpd_name: str
    klpd_kind: str
    number: str
    code: str
    name: str
    place: str = ""


class OfficeBook:
    """The satker that a batch of rows may mean, read at once and then looked up one by one."""

    def __init__(self, connection: Connection, names: Sequence[OfficeName]) -> None:
        """Read every satker and K/L/PD that any of the names could mean."""
        self._connection = connection
        numbers = {name.number for name in names if name.number}
        codes = {name.code for name in names if name.code}
        ids = {new_id(name) for name in names}
        self.stored: dict[str, Row] = {}
        self._by_number: dict[str, str] = {}
        self._by_code: dict[tuple[str, str], list[str]] = {}
        clauses = or_(
            satker.c.sirup_number.in_(sorted(numbers)),
            satker.c.code.in_(sorted(codes)),
            satker.c.id.in_(sorted(ids)),
        )
        for row in connection.execute(select(satker).where(clauses).order_by(satker.c.id)).mappings():
            self.remember(dict(row))
        self._klpd = fetch(connection, klpd, "code", [name.klpd_code for name in names if name.klpd_code])

    def remember(self, row: Row) -> None:
        """Add a satker, or note that one got a number or a code."""
        self.stored[row["id"]] = row
        if row["sirup_number"]:
            self._by_number[row["sirup_number"]] = row["id"]
        if row["code"]:
            same = self._by_code.setdefault((row["klpd_code"] or "", row["code"]), [])
            if row["id"] not in same:
                same.append(row["id"])

    def find(self, name: OfficeName) -> str | None:
        """Return the id of the satker that is meant, ``None`` when there is none yet.

        A number decides alone. A number not seen yet may belong to a satker that is known by its code only.
        Of several with the same code the one of the same name is meant, else the first.
        """
        if name.number and name.number in self._by_number:
            return self._by_number[name.number]
        same = self._by_code.get((name.klpd_code, name.code), []) if name.code else []
        if name.number:
            same = [satker_id for satker_id in same if not self.stored[satker_id]["sirup_number"]]
            return same[0] if len(same) == 1 else None
        if same:
            alike = [each for each in same if _plain(self.stored[each]["name"]) == _plain(name.name)]
            return (alike or same)[0]
        return new_id(name) if new_id(name) in self.stored else None

    def add_klpd(self, name: OfficeName) -> None:
        """Make the K/L/PD that a row names where it is not known yet."""
        if not name.klpd_code or name.klpd_code in self._klpd:
            return
        row = {
            "code": name.klpd_code,
            "name": name.klpd_name or name.klpd_code,
            "kind": name.klpd_kind.upper(),
        }
        self._connection.execute(insert(klpd).values(**row))
        self._klpd[name.klpd_code] = {**row, "region_code": ""}

    def new_row(self, name: OfficeName, source: str) -> Row:
        """Return the row of a satker that is not known yet; the region is that of its government."""
        region = self._klpd[name.klpd_code]["region_code"] if name.klpd_code else ""
        return {
            "id": new_id(name),
            "sirup_number": name.number,
            "code": name.code,
            "name": name.name,
            "klpd_code": name.klpd_code or None,
            "region_code": region,
            "zone": zone_of(region).value,
            "source": source,
        }


def new_id(name: OfficeName) -> str:
    """Return the id that a satker gets: the number, else K/L/PD and code, else made from the name."""
    if name.number:
        return name.number
    if name.code:
        return f"{name.klpd_code or 'X'}-{name.code}"
    digest = hashlib.sha256(f"{_plain(name.name)}|{_plain(name.place)}".encode()).hexdigest()
    return f"{name.klpd_code or 'X'}-{digest[:12]}"


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
