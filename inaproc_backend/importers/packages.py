"""Importer of RUP packages (SiRUP, paket penyedia)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from inaproc_backend.feed.publish import Entry, publish
from inaproc_backend.feed.rows import rup_entry, satker_entry
from inaproc_backend.importers import fields
from inaproc_backend.importers.offices import OfficeBook, OfficeName
from inaproc_backend.importers.satker import read_office
from inaproc_backend.importers.upsert import differing, fetch, known
from inaproc_backend.importers.verdicts import Numbered, Row, Verdict
from inaproc_backend.storage.tables import rup, rup_lines, satker
from inaproc_core.errors import Refusal
from inaproc_core.identifiers import parse_maks, parse_rup_code
from inaproc_core.orders.visibility import satker_scope

FROM_PACKAGE = "rup_packages"
"""Source of budget lines that are known from the package alone, until the real ones come."""

_BETWEEN_SOURCES = re.compile(r"[;|,]")
_WRITTEN = (
    "satker_id", "year", "name", "pagu", "funding_source", "announced", "method_code", "method", "kind",
    "account", "volume", "description", "specification", "pdn", "umkk", "region_code", "contract_from",
    "contract_to", "announced_on", "source",
)  # fmt: skip
_BLANK: Row = dict.fromkeys(_WRITTEN, "") | {"announced": True, "pdn": False, "umkk": False}

_UPDATE = (
    update(rup)
    .where(
        rup.c.code == bindparam("old_code"),
        # Whoever takes from the pagu meanwhile wins: the condition is checked where the row is written.
        rup.c.reserved + rup.c.committed <= bindparam("new_pagu"),
        or_(rup.c.satker_id == bindparam("new_satker_id"), rup.c.reserved + rup.c.committed == 0),
    )
    .values({column: bindparam(f"new_{column}") for column in _WRITTEN} | {"rev": rup.c.rev + 1})
)


class PackageImporter:
    """``rup_packages``: one package each, with its satker and its pagu."""

    required: Sequence[str] = (
        "tahun_anggaran", "kd_klpd", "kd_satker", "kd_satker_str", "nama_satker", "kd_rup", "nama_paket",
        "pagu", "sumber_dana",
    )  # fmt: skip
    repeats = False

    def read(self, values: Mapping[str, Any]) -> Row:
        """Return a row of ``rup`` with its satker and its MAK."""
        raw_maks = fields.text(values.get("mak_pertama"), at="mak_pertama", longest=20_000).strip(" ;,.")
        return {
            "code": parse_rup_code(fields.number_code(values["kd_rup"], at="kd_rup"), at="kd_rup").text,
            "office": read_office(values),
            "maks": tuple(mak.text for mak in parse_maks(raw_maks, at="mak_pertama")) if raw_maks else (),
            "year": fields.year(values["tahun_anggaran"], at="tahun_anggaran"),
            "name": fields.text(values["nama_paket"], at="nama_paket", required=True),
            "pagu": fields.rupiah(values["pagu"], at="pagu"),
            "funding_source": funding_sources(values["sumber_dana"], at="sumber_dana"),
            "announced": _announced(values),
            "method_code": fields.code(values.get("kd_metode_pengadaan"), at="kd_metode_pengadaan"),
            "method": fields.text(values.get("metode_pengadaan"), at="metode_pengadaan"),
            "kind": fields.text(values.get("jenis_pengadaan"), at="jenis_pengadaan"),
            "account": fields.code(values.get("kode_akun"), at="kode_akun"),
            "volume": fields.text(values.get("volume_pekerjaan"), at="volume_pekerjaan"),
            "description": fields.text(values.get("uraian_pekerjaan"), at="uraian_pekerjaan", longest=50_000),
            "specification": fields.text(
                values.get("spesifikasi_pekerjaan"), at="spesifikasi_pekerjaan", longest=50_000
            ),
            "pdn": _is(values, "status_pdn", "PDN"),
            "umkk": _is(values, "status_ukm", "UKM"),
            "contract_from": fields.day(values.get("tgl_awal_kontrak"), at="tgl_awal_kontrak"),
            "contract_to": fields.day(values.get("tgl_akhir_kontrak"), at="tgl_akhir_kontrak"),
            "announced_on": fields.day(values.get("tgl_pengumuman_paket"), at="tgl_pengumuman_paket"),
            "source": fields.text(values.get("sumber"), at="sumber", longest=100),
        }

    def key(self, row: Row) -> str:
        """Return the code."""
        return f"RUP {row['code']}"

    def store(
        self, connection: Connection, rows: Sequence[Numbered], now: datetime
    ) -> Sequence[Verdict | Refusal]:
        """Write a batch: satker that are not known yet, packages, their MAK, and the feed."""
        book = OfficeBook(connection, [numbered.row["office"] for numbered in rows])
        codes = [numbered.row["code"] for numbered in rows]
        stored = fetch(connection, rup, "code", codes)
        lines = _Lines(connection, codes)
        added: list[Row] = []
        entries: list[Entry] = []
        touched: list[str] = []
        verdicts: list[Verdict | Refusal] = []
        for numbered in rows:
            wanted = numbered.row
            satker_id = _satker_of(connection, book, wanted, entries)
            row = {column: wanted.get(column) for column in _WRITTEN}
            row |= {"satker_id": satker_id, "region_code": book.stored[satker_id]["region_code"]}
            verdict = self._put(connection, stored.get(wanted["code"]), wanted["code"], row, added, entries)
            if not isinstance(verdict, Refusal):
                has_news = lines.put(wanted["code"], wanted["maks"], wanted["funding_source"])
                if verdict is Verdict.UNCHANGED and has_news:
                    _count_up(connection, wanted["code"])
                    verdict = Verdict.CHANGED
                if verdict is not Verdict.UNCHANGED:
                    touched.append(wanted["code"])
            verdicts.append(verdict)
        if added:
            connection.execute(insert(rup), added)
        lines.write()
        entries += [rup_entry(connection, code) for code in dict.fromkeys(touched)]
        publish(connection, entries)
        return verdicts

    def _put(
        self,
        connection: Connection,
        current: Row | None,
        code: str,
        row: Row,
        added: list[Row],
        entries: list[Entry],
    ) -> Verdict | Refusal:
        if current is None:
            added.append({"code": code} | _BLANK | known(row))
            return Verdict.TAKEN
        news = differing(current, row)
        if not news:
            return Verdict.UNCHANGED
        moved_from = current["satker_id"]
        wanted = {column: {**current, **news}[column] for column in _WRITTEN}
        params = {"old_code": code, **{f"new_{column}": value for column, value in wanted.items()}}
        if connection.execute(_UPDATE, params).rowcount != 1:
            return _why_not(connection, code, wanted)
        if "satker_id" in news:
            old = rup_entry(connection, code)
            scope = satker_scope(moved_from)
            entries.append(
                Entry(scope=scope, kind="rup", entity=code, rev=old.rev, row=old.row, deleted=True)
            )
        return Verdict.CHANGED


class _Lines:
    """Budget lines of a batch, as far as they are known from the packages alone."""

    def __init__(self, connection: Connection, codes: Sequence[str]) -> None:
        self._connection = connection
        self._stored: dict[str, list[str]] = {}
        self._real: set[str] = set()
        self._replaced: dict[str, list[Row]] = {}
        columns = select(rup_lines.c.rup_code, rup_lines.c.mak, rup_lines.c.source)
        ordered = columns.where(rup_lines.c.rup_code.in_(codes)).order_by(
            rup_lines.c.rup_code, rup_lines.c.no
        )
        for code, mak, source in connection.execute(ordered):
            self._stored.setdefault(code, []).append(mak)
            if source != FROM_PACKAGE:
                self._real.add(code)

    def put(self, code: str, maks: Sequence[str], funding_source: str) -> bool:
        """Note the MAK of a package unless its real lines are there; return whether that changes anything."""
        if code in self._real or not maks or self._stored.get(code) == list(maks):
            return False
        self._stored[code] = list(maks)
        self._replaced[code] = [
            {
                "rup_code": code,
                "no": no,
                "mak": mak,
                "pagu": 0,
                "funding_source": funding_source,
                "source": FROM_PACKAGE,
            }
            for no, mak in enumerate(maks, start=1)
        ]
        return True

    def write(self) -> None:
        """Write what was noted."""
        if self._replaced:
            self._connection.execute(delete(rup_lines).where(rup_lines.c.rup_code.in_(list(self._replaced))))
            self._connection.execute(
                insert(rup_lines), [row for rows in self._replaced.values() for row in rows]
            )


def funding_sources(raw: Any, *, at: str) -> str:
    """Return the funding sources of a package, each once: ``APBD|APBDP`` becomes ``APBD; APBDP``."""
    parts = (part.strip() for part in _BETWEEN_SOURCES.split(fields.text(raw, at=at, longest=200)))
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _announced(values: Mapping[str, Any]) -> bool:
    """Return whether a package counts; sources without the columns hold announced packages only."""
    status = fields.text(values.get("status_umumkan_rup"), at="status_umumkan_rup", longest=40).lower()
    active = fields.flag(values.get("status_aktif_rup"), at="status_aktif_rup", absent=True)
    return active and status in {"", "terumumkan"}


def _is(values: Mapping[str, Any], column: str, wanted: str) -> bool | None:
    value = fields.text(values.get(column), at=column, longest=40)
    return value.upper() == wanted if value else None


def _satker_of(connection: Connection, book: OfficeBook, row: Row, entries: list[Entry]) -> str:
    office: OfficeName = row["office"]
    found = book.find(office)
    if found is not None:
        return found
    book.add_klpd(office)
    fresh = book.new_row(office, row["source"])
    connection.execute(insert(satker).values(**fresh))
    book.remember(fresh)
    entries.append(satker_entry(connection, fresh["id"]))
    return str(fresh["id"])


def _count_up(connection: Connection, code: str) -> None:
    connection.execute(update(rup).where(rup.c.code == code).values(rev=rup.c.rev + 1))


def _why_not(connection: Connection, code: str, wanted: Row) -> Refusal:
    """Return why the conditional update found no row to change."""
    current = connection.execute(select(rup).where(rup.c.code == code)).mappings().one()
    used = current["reserved"] + current["committed"]
    if used > wanted["pagu"]:
        facts = {"rup": code, "pagu": wanted["pagu"], "used": used, "current": current["pagu"]}
        return Refusal(code="import.pagu_below_use", facts=facts, field="pagu")
    facts = {"rup": code, "satker": current["satker_id"]}
    return Refusal(code="import.rup_moved", facts=facts, field="kd_satker")
