"""Importers of regions and of K/L/PD."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from inaproc_backend.catalogue.zones import zone_of
from inaproc_backend.feed.publish import publish
from inaproc_backend.feed.rows import satker_entry
from inaproc_backend.importers import fields
from inaproc_backend.importers.upsert import fetch, upsert
from inaproc_backend.importers.verdicts import Numbered, Row, Verdict
from inaproc_backend.storage.tables import klpd, regions, satker
from inaproc_core.errors import Refusal, refuse

_CODE = re.compile(r"\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?")
_LEVELS = ("provinsi", "kabupaten_kota", "kecamatan", "desa_kelurahan")


class RegionImporter:
    """``kode,nama,tingkat,induk``: regions with their Kemendagri codes."""

    required: Sequence[str] = ("kode", "nama", "tingkat", "induk")
    repeats = False

    def read(self, values: Mapping[str, Any]) -> Row:
        """Return a row of ``regions``; the code decides level and parent, the file must agree."""
        code = fields.code(values["kode"], at="kode", longest=20, required=True)
        if not _CODE.fullmatch(code):
            refuse("import.region_code", at="kode", value=code)
        depth = code.count(".")
        level = fields.text(values["tingkat"], at="tingkat", longest=40).lower()
        if level != _LEVELS[depth]:
            refuse("import.region_level", at="tingkat", value=level, region=code, expected=_LEVELS[depth])
        parent = fields.code(values["induk"], at="induk", longest=20)
        if parent != code.rpartition(".")[0]:
            expected = code.rpartition(".")[0] or "-"
            refuse("import.region_parent", at="induk", value=parent or "-", region=code, expected=expected)
        return {
            "code": code,
            "name": fields.text(values["nama"], at="nama", longest=200, required=True),
            "level": level,
            "parent": parent,
            "zone": zone_of(code).value,
        }

    def key(self, row: Row) -> str:
        """Return the code."""
        return f"wilayah {row['code']}"

    def store(self, connection: Connection, rows: Sequence[Numbered], now: datetime) -> Sequence[Verdict]:
        """Write a batch."""
        return upsert(connection, regions, "code", [numbered.row for numbered in rows])


class KlpdImporter:
    """``kd_klpd,nama_klpd,jenis_klpd,…``: ministries, agencies and regional governments."""

    required: Sequence[str] = ("kd_klpd", "nama_klpd", "jenis_klpd")
    repeats = False

    def read(self, values: Mapping[str, Any]) -> Row:
        """Return a row of ``klpd``."""
        region = fields.code(values.get("kode_kemendagri"), at="kode_kemendagri", longest=20)
        if region and not _CODE.fullmatch(region):
            refuse("import.region_code", at="kode_kemendagri", value=region)
        year = values.get("tahun_sumber")
        return {
            "code": fields.code(values["kd_klpd"], at="kd_klpd", longest=20, required=True),
            "name": fields.text(values["nama_klpd"], at="nama_klpd", longest=300, required=True),
            "kind": fields.text(values["jenis_klpd"], at="jenis_klpd", longest=60).upper(),
            "region_code": region,
            "former_name": fields.text(values.get("nama_lama"), at="nama_lama", longest=300),
            "year": fields.year(year, at="tahun_sumber") if year else None,
        }

    def key(self, row: Row) -> str:
        """Return the code."""
        return f"K/L/PD {row['code']}"

    def store(
        self, connection: Connection, rows: Sequence[Numbered], now: datetime
    ) -> Sequence[Verdict | Refusal]:
        """Write a batch; satker that print a changed name go out to their people again."""
        codes = [numbered.row["code"] for numbered in rows]
        before = {code: row["name"] for code, row in fetch(connection, klpd, "code", codes).items()}
        verdicts = upsert(connection, klpd, "code", [numbered.row for numbered in rows])
        renamed = [
            row.row["code"] for row in rows if before.get(row.row["code"], row.row["name"]) != row.row["name"]
        ]
        if renamed:
            concerned = (
                connection.execute(select(satker.c.id).where(satker.c.klpd_code.in_(renamed))).scalars().all()
            )
            connection.execute(update(satker).where(satker.c.id.in_(concerned)).values(rev=satker.c.rev + 1))
            publish(connection, [satker_entry(connection, satker_id) for satker_id in concerned])
        return verdicts
