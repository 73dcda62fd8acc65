"""RUP packages with their money, and the budget lines (MAK) behind them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, Table

from inaproc_backend.storage.tables.columns import flag, metadata, text, whole

rup = Table(
    "rup",
    metadata,
    text("code", primary_key=True, default=None),
    text("satker_id", ForeignKey("satker.id"), default=None),
    whole("year", default=None),
    text("name", default=None),
    whole("pagu", default=None, comment="ceiling"),
    whole("reserved", default=0, comment="held by orders not yet accepted by the penyedia"),
    whole("committed", default=0, comment="bound by accepted orders"),
    whole("elsewhere", default=0, comment="part of committed that was bound outside this backend"),
    text("funding_source"),
    flag("announced", default=True),
    whole("rev", default=1, comment="counts changes of this row"),
    text("method_code", comment="kd_metode_pengadaan; 9 is E-Purchasing"),
    text("method"),
    text("kind", comment="jenis pengadaan: Barang, Jasa Lainnya …"),
    text("account", comment="kode_akun of the largest budget line"),
    text("volume"),
    text("description", comment="uraian_pekerjaan"),
    text("specification", comment="spesifikasi_pekerjaan"),
    flag("pdn", default=False),
    flag("umkk", default=False),
    text("region_code"),
    text("contract_from", comment="tgl_awal_kontrak"),
    text("contract_to", comment="tgl_akhir_kontrak"),
    text("announced_on", comment="tgl_pengumuman_paket"),
    text("source"),
    # The last wall behind the conditional update: no transaction, however it came about, overspends.
    CheckConstraint("reserved >= 0", name="reserved"),
    CheckConstraint("committed >= 0", name="committed"),
    CheckConstraint("reserved + committed <= pagu", name="within_pagu"),
    CheckConstraint("elsewhere >= 0 AND elsewhere <= committed", name="elsewhere"),
    Index("ix_rup_satker_id_year", "satker_id", "year"),
)

rup_lines = Table(
    "rup_lines",
    metadata,
    # No foreign key: the lines of a package may be imported before the package.
    text("rup_code", primary_key=True, default=None),
    whole("no", primary_key=True, default=None, autoincrement=False, comment="1, 2, 3 … in the package"),
    text("mak", default=None, comment="whole account code; equal lines are real"),
    whole("pagu", default=0),
    text("funding_source"),
    text("source"),
)
