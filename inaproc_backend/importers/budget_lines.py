"""Importer of the budget lines (MAK) of RUP packages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from inaproc_backend.feed.publish import publish
from inaproc_backend.feed.rows import rup_entry
from inaproc_backend.importers import fields
from inaproc_backend.importers.packages import FROM_PACKAGE, funding_sources
from inaproc_backend.importers.seen import Seen
from inaproc_backend.importers.verdicts import Numbered, Row, Verdict
from inaproc_backend.storage.tables import rup, rup_lines
from inaproc_core.identifiers import parse_maks, parse_rup_code

_Key = tuple[str, int, str]


class BudgetLineImporter:
    """``rup_budget_lines``: lines of packages that may not be there yet.

    Equal lines are real (a package may hold the same account with the same amount twice), so a line is told
    by how often it has been met in this file: the third of a kind is new when two are stored. Lines are only
    ever added; a file does not say which ones are gone.
    """

    required: Sequence[str] = ("tahun_anggaran", "kd_rup", "sumber_dana", "mak", "pagu")
    repeats = True

    def __init__(self, seen: Seen) -> None:
        """Count occurrences in ``seen``, which belongs to one file."""
        self._seen = seen

    def read(self, values: Mapping[str, Any]) -> Row:
        """Return a row of ``rup_lines`` without its number."""
        raw_mak = fields.text(values["mak"], at="mak", longest=2000).strip(" ;,.")
        maks = parse_maks(raw_mak, at="mak") if raw_mak else ()
        return {
            "rup_code": parse_rup_code(fields.number_code(values["kd_rup"], at="kd_rup"), at="kd_rup").text,
            "mak": ";".join(mak.text for mak in maks),
            # Real packages hold lines that take back a part of another one; their sum is the package's pagu.
            "pagu": fields.rupiah(values["pagu"], at="pagu", lowest=-fields.HIGHEST_RUPIAH),
            "funding_source": funding_sources(values["sumber_dana"], at="sumber_dana"),
            "source": fields.text(values.get("sumber"), at="sumber", longest=100) or "rup_budget_lines",
        }

    def key(self, row: Row) -> str:
        """Return package and account."""
        return f"RUP {row['rup_code']} MAK {row['mak']}"

    def store(self, connection: Connection, rows: Sequence[Numbered], now: datetime) -> Sequence[Verdict]:
        """Write a batch; packages whose accounts changed are published again."""
        codes = sorted({numbered.row["rup_code"] for numbered in rows})
        times: dict[str, Counter[_Key]] = {code: Counter() for code in codes}
        maks: dict[str, dict[str, None]] = {code: {} for code in codes}
        last: dict[str, int] = dict.fromkeys(codes, 0)
        provisional: set[str] = set()
        for line in self._stored(connection, codes):
            if line["source"] == FROM_PACKAGE:
                provisional.add(line["rup_code"])
            else:
                times[line["rup_code"]][_key(line)] += 1
                last[line["rup_code"]] = line["no"]
            if line["mak"]:
                maks[line["rup_code"]].setdefault(line["mak"])
        before = {code: tuple(found) for code, found in maks.items()}
        for code in provisional:
            maks[code] = {}
        added: list[Row] = []
        verdicts: list[Verdict] = []
        for numbered in rows:
            row, code = numbered.row, numbered.row["rup_code"]
            if self._seen.count("|".join(map(str, (code, *_key(row))))) <= times[code][_key(row)]:
                verdicts.append(Verdict.UNCHANGED)
                continue
            times[code][_key(row)] += 1
            last[code] += 1
            if row["mak"]:
                maks[code].setdefault(row["mak"])
            added.append({**row, "no": last[code]})
            verdicts.append(Verdict.TAKEN)
        if provisional:
            connection.execute(
                delete(rup_lines).where(
                    rup_lines.c.rup_code.in_(sorted(provisional)), rup_lines.c.source == FROM_PACKAGE
                )
            )
        if added:
            connection.execute(insert(rup_lines), added)
        self._publish(connection, [code for code in codes if before[code] != tuple(maks[code])])
        return verdicts

    def _stored(self, connection: Connection, codes: Sequence[str]) -> list[Row]:
        ordered = select(rup_lines).where(rup_lines.c.rup_code.in_(codes))
        rows = connection.execute(ordered.order_by(rup_lines.c.rup_code, rup_lines.c.no)).mappings()
        return [dict(row) for row in rows]

    def _publish(self, connection: Connection, codes: Sequence[str]) -> None:
        known = connection.execute(select(rup.c.code).where(rup.c.code.in_(codes))).scalars().all()
        if known:
            connection.execute(update(rup).where(rup.c.code.in_(known)).values(rev=rup.c.rev + 1))
        publish(connection, [rup_entry(connection, code) for code in known])


def _key(row: Row) -> _Key:
    return row["mak"], row["pagu"], row["funding_source"]
