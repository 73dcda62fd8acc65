"""Importer of satker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from inaproc_backend.feed.publish import publish
from inaproc_backend.feed.rows import satker_entry
from inaproc_backend.importers import fields
from inaproc_backend.importers.offices import OfficeBook, OfficeName
from inaproc_backend.importers.upsert import differing, write_back
from inaproc_backend.importers.verdicts import Numbered, Row, Verdict
from inaproc_backend.storage.tables import satker

_WRITTEN = (
    "sirup_number", "code", "name", "klpd_code", "region_code", "zone", "kind", "status", "active", "source",
)  # fmt: skip
_BLANK: Row = {"address": "", "npwp": "", "kind": "", "status": "", "active": True}


class SatkerImporter:
    """``kd_klpd,…,kd_satker,kd_satker_str,nama_satker,…``: buying units."""

    required: Sequence[str] = (
        "kd_klpd",
        "nama_klpd",
        "jenis_klpd",
        "kd_satker",
        "kd_satker_str",
        "nama_satker",
    )
    repeats = False

    def read(self, values: Mapping[str, Any]) -> Row:
        """Return the satker's name and what else the source tells."""
        status = fields.text(values.get("status_satker"), at="status_satker", longest=60)
        return {
            "office": read_office(values),
            "kind": fields.text(values.get("jenis_satker"), at="jenis_satker", longest=60),
            "status": status,
            "active": not status.lower().startswith(("tidak", "non", "hapus")) if status else None,
            "source": fields.text(values.get("sumber"), at="sumber", longest=100),
        }

    def key(self, row: Row) -> str:
        """Return what the satker is known by."""
        office: OfficeName = row["office"]
        if office.number:
            return f"satker {office.number}"
        return f"satker {office.klpd_code} {office.code or office.name}"

    def store(self, connection: Connection, rows: Sequence[Numbered], now: datetime) -> Sequence[Verdict]:
        """Write a batch and publish what is new to each satker's people."""
        book = OfficeBook(connection, [numbered.row["office"] for numbered in rows])
        added: dict[str, Row] = {}
        changed: dict[str, Row] = {}
        verdicts: list[Verdict] = []
        for numbered in rows:
            office: OfficeName = numbered.row["office"]
            book.add_klpd(office)
            facts = {name: numbered.row[name] for name in ("kind", "status", "active", "source")}
            fresh = book.new_row(office, numbered.row["source"])
            found = book.find(office)
            if found is None:
                row = {
                    **_BLANK,
                    **fresh,
                    **{name: value for name, value in facts.items() if value is not None},
                }
                book.remember(row)
                added[row["id"]] = row
                verdicts.append(Verdict.TAKEN)
                continue
            current = book.stored[found]
            news = _news(current, {**fresh, **facts})
            if not news:
                verdicts.append(Verdict.UNCHANGED)
                continue
            current.update(news)
            book.remember(current)
            if found not in added:
                changed[found] = current
            verdicts.append(Verdict.CHANGED)
        if added:
            connection.execute(insert(satker), list(added.values()))
        if changed:
            write_back(connection, satker, "id", list(changed.values()), columns=_WRITTEN)
        publish(connection, [satker_entry(connection, each) for each in [*added, *changed]])
        return verdicts


def read_office(values: Mapping[str, Any]) -> OfficeName:
    """Return how a row names its satker.

    Raises:
        Refused: ``import.empty`` when even the name is missing.
    """
    place = " ".join(
        fields.text(values.get(each), at=each, longest=100) for each in ("kabupaten", "provinsi")
    )
    return OfficeName(
        klpd_code=fields.code(values.get("kd_klpd"), at="kd_klpd", longest=20),
        klpd_name=fields.text(values.get("nama_klpd"), at="nama_klpd", longest=300),
        klpd_kind=fields.text(values.get("jenis_klpd"), at="jenis_klpd", longest=60),
        number=fields.number_code(values.get("kd_satker"), at="kd_satker"),
        code=fields.code(values.get("kd_satker_str"), at="kd_satker_str", longest=60),
        name=fields.text(values.get("nama_satker"), at="nama_satker", longest=300, required=True),
        place=place.strip(),
    )


def _news(stored: Row, row: Row) -> Row:
    """Return what a row changes; one without a number does not rename a satker that has one."""
    news = differing(stored, {name: value for name, value in row.items() if name not in {"id", "zone"}})
    if stored["sirup_number"] and not row["sirup_number"]:
        news = {name: value for name, value in news.items() if stored[name] in (None, "")}
    if "region_code" in news and stored["region_code"]:
        del news["region_code"]  # where a satker lies is known better than where its government sits
    if "region_code" in news:
        news["zone"] = row["zone"]
    return news
