"""Offices and regions: K/L/PD, satker, Kemendagri regions."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from inaproc_backend.storage.tables.columns import flag, metadata, text, whole

klpd = Table(
    "klpd",
    metadata,
    text("code", primary_key=True, default=None, comment="K34, D197"),
    text("name", default=None),
    text("kind", comment="KEMENTERIAN, LEMBAGA, PROVINSI, KABUPATEN, KOTA …"),
    text("region_code", comment="Kemendagri code of a region's government"),
    text("former_name"),
    whole("year", default=0, comment="year of the source list; 0 unknown"),
)

satker = Table(
    "satker",
    metadata,
    text("id", primary_key=True, default=None, comment="SiRUP number, else made from K/L/PD and code"),
    text("sirup_number", comment="kd_satker; empty where no source has named it"),
    text("code", comment="code printed in documents: 1.02.0.00.0.00.01.0002"),
    text("name", default=None),
    Column("klpd_code", Text, ForeignKey("klpd.code"), comment="NULL when the source names none"),
    text("address"),
    text("npwp"),
    text("region_code"),
    text("zone", default="WIB"),
    text("kind", comment="jenis satker of the source"),
    text("status", comment="status of the source"),
    text("source"),
    flag("active", default=True),
    whole("rev", default=1, comment="counts changes of this row"),
    CheckConstraint("zone IN ('WIB', 'WITA', 'WIT')", name="zone"),
    Index("ix_satker_klpd_code", "klpd_code"),
    Index("ix_satker_code", "code"),
    Index("ix_satker_sirup_number", "sirup_number"),
)

regions = Table(
    "regions",
    metadata,
    text("code", primary_key=True, default=None, comment="31.74.03.1002"),
    text("name", default=None),
    text("level", default=None, comment="provinsi, kabupaten_kota, kecamatan, desa_kelurahan"),
    text("parent", comment="code of the region around it"),
    text("zone", comment="WIB, WITA, WIT where known"),
    Index("ix_regions_parent", "parent"),
)
