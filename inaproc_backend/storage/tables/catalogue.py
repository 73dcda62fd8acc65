"""Penyedia and their products; what search looks in is in ``search``."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Table

from inaproc_backend.storage.tables.columns import flag, metadata, moment, text, whole

vendors = Table(
    "vendors",
    metadata,
    text("id", primary_key=True, default=None),
    text("name", default=None),
    text("npwp"),
    text("nib"),
    text("address"),
    flag("pkp", default=True),
    flag("umkk", default=False),
    text("region_code"),
    text("representative"),
    text("representative_position"),
    text("bank_name"),
    text("bank_account"),
    text("bank_holder"),
    text("tariffs", default="{}", comment="JSON: courier code to ShippingTariff"),
    flag("active", default=True),
    flag("simulation", default=False),
    whole("rev", default=1, comment="counts changes of this row"),
    text("source"),
)

products = Table(
    "products",
    metadata,
    text("id", primary_key=True, default=None),
    text("vendor_id", ForeignKey("vendors.id"), default=None),
    text("name", default=None),
    text("unit", default=None),
    whole("price", default=None, comment="rupiah per unit before tax (Harga DPP)"),
    flag("listed", default=True),
    Column("stock", BigInteger, nullable=True, comment="hundredths on offer; NULL: not stated"),
    whole("minimum", default=100, comment="hundredths"),
    whole("weight_grams", default=0),
    text("ppn", default="terutang", comment="inaproc_core.tax.PpnTreatment value"),
    flag("pdn", default=False),
    whole("tkdn", default=0, comment="hundredths of a percent"),
    whole("bmp", default=0, comment="hundredths of a percent"),
    text("kbki"),
    text("sku"),
    text("brand"),
    text("category"),
    text("origin_region"),
    text("description"),
    moment("published_at"),
    whole("seq", default=0, comment="catalogue_meta.seq of its last change"),
    text("source"),
    CheckConstraint("price >= 0", name="price"),
    CheckConstraint("stock IS NULL OR stock >= 0", name="stock"),
    CheckConstraint("minimum > 0", name="minimum"),
    Index("ix_products_vendor_id", "vendor_id"),
    Index("ix_products_category", "category"),
    Index("ix_products_price", "price"),
    Index("ix_products_seq", "seq"),
)

catalogue_meta = Table(
    "catalogue_meta",
    metadata,
    whole("id", primary_key=True, default=None, comment="always 1", autoincrement=False),
    whole("seq", default=0, comment="counts catalogue changes; ETag of packs"),
    CheckConstraint("id = 1", name="one_row"),
)
