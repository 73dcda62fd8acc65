"""Offices, penyedia, products, search and RUP as revision 0001 makes them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "catalogue_meta",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), server_default="0", nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_catalogue_meta_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_meta")),
    )
    op.create_table(
        "klpd",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("region_code", sa.Text(), server_default="", nullable=False),
        sa.Column("former_name", sa.Text(), server_default="", nullable=False),
        sa.Column("year", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_klpd")),
    )
    op.create_table(
        "regions",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), server_default="", nullable=False),
        sa.Column("zone", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_regions")),
    )
    op.create_index("ix_regions_parent", "regions", ["parent"])
    op.create_table(
        "rup_lines",
        sa.Column("rup_code", sa.Text(), nullable=False),
        sa.Column("no", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("mak", sa.Text(), nullable=False),
        sa.Column("pagu", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("funding_source", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("rup_code", "no", name=op.f("pk_rup_lines")),
    )
    op.create_table(
        "vendors",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("npwp", sa.Text(), server_default="", nullable=False),
        sa.Column("nib", sa.Text(), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("pkp", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("umkk", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("region_code", sa.Text(), server_default="", nullable=False),
        sa.Column("representative", sa.Text(), server_default="", nullable=False),
        sa.Column("representative_position", sa.Text(), server_default="", nullable=False),
        sa.Column("bank_name", sa.Text(), server_default="", nullable=False),
        sa.Column("bank_account", sa.Text(), server_default="", nullable=False),
        sa.Column("bank_holder", sa.Text(), server_default="", nullable=False),
        sa.Column("tariffs", sa.Text(), server_default="{}", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("simulation", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="1", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vendors")),
    )
    op.create_table(
        "products",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("vendor_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("listed", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("stock", sa.BigInteger(), nullable=True),
        sa.Column("minimum", sa.BigInteger(), server_default="100", nullable=False),
        sa.Column("weight_grams", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("ppn", sa.Text(), server_default="terutang", nullable=False),
        sa.Column("pdn", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("tkdn", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("bmp", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("kbki", sa.Text(), server_default="", nullable=False),
        sa.Column("sku", sa.Text(), server_default="", nullable=False),
        sa.Column("brand", sa.Text(), server_default="", nullable=False),
        sa.Column("category", sa.Text(), server_default="", nullable=False),
        sa.Column("origin_region", sa.Text(), server_default="", nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("published_at", sa.Text(), nullable=True),
        sa.Column("seq", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("minimum > 0", name=op.f("ck_products_minimum")),
        sa.CheckConstraint("price >= 0", name=op.f("ck_products_price")),
        sa.CheckConstraint("stock IS NULL OR stock >= 0", name=op.f("ck_products_stock")),
        sa.ForeignKeyConstraint(["vendor_id"], ["vendors.id"], name=op.f("fk_products_vendor_id_vendors")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_products")),
    )
    op.create_index("ix_products_category", "products", ["category"])
    op.create_index("ix_products_price", "products", ["price"])
    op.create_index("ix_products_seq", "products", ["seq"])
    op.create_index("ix_products_vendor_id", "products", ["vendor_id"])
    op.create_table(
        "satker",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sirup_number", sa.Text(), server_default="", nullable=False),
        sa.Column("code", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("klpd_code", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("npwp", sa.Text(), server_default="", nullable=False),
        sa.Column("region_code", sa.Text(), server_default="", nullable=False),
        sa.Column("zone", sa.Text(), server_default="WIB", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("status", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("zone IN ('WIB', 'WITA', 'WIT')", name=op.f("ck_satker_zone")),
        sa.ForeignKeyConstraint(["klpd_code"], ["klpd.code"], name=op.f("fk_satker_klpd_code_klpd")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_satker")),
    )
    op.create_index("ix_satker_code", "satker", ["code"])
    op.create_index("ix_satker_klpd_code", "satker", ["klpd_code"])
    op.create_index("ix_satker_sirup_number", "satker", ["sirup_number"])
    op.create_table(
        "catalogue_index",
        sa.Column(
            "no", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("product_id", sa.Text(), nullable=False),
        sa.Column("vendor_id", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), server_default="", nullable=False),
        sa.Column("region", sa.Text(), server_default="", nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("tkdn", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("pdn", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("umkk", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("in_stock", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("published_at", sa.Text(), server_default="", nullable=False),
        sa.Column("name_words", sa.Text(), server_default="", nullable=False),
        sa.Column("other_words", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_catalogue_index_product_id_products")
        ),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_catalogue_index")),
        sa.UniqueConstraint("product_id", name=op.f("uq_catalogue_index_product_id")),
    )
    op.create_index(
        "ix_catalogue_index_filters",
        "catalogue_index",
        ["category", "region", "pdn", "umkk", "in_stock", "price", "vendor_id"],
    )
    op.create_index("ix_catalogue_index_price", "catalogue_index", ["price"])
    op.create_index("ix_catalogue_index_published_at", "catalogue_index", ["published_at"])
    op.create_index("ix_catalogue_index_tkdn", "catalogue_index", ["tkdn"])
    op.create_index("ix_catalogue_index_vendor_id", "catalogue_index", ["vendor_id"])
    _add_full_text()
    op.create_table(
        "rup",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("satker_id", sa.Text(), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pagu", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("committed", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("elsewhere", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("funding_source", sa.Text(), server_default="", nullable=False),
        sa.Column("announced", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("rev", sa.BigInteger(), server_default="1", nullable=False),
        sa.Column("method_code", sa.Text(), server_default="", nullable=False),
        sa.Column("method", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("account", sa.Text(), server_default="", nullable=False),
        sa.Column("volume", sa.Text(), server_default="", nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("specification", sa.Text(), server_default="", nullable=False),
        sa.Column("pdn", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("umkk", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("region_code", sa.Text(), server_default="", nullable=False),
        sa.Column("contract_from", sa.Text(), server_default="", nullable=False),
        sa.Column("contract_to", sa.Text(), server_default="", nullable=False),
        sa.Column("announced_on", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("committed >= 0", name=op.f("ck_rup_committed")),
        sa.CheckConstraint("reserved + committed <= pagu", name=op.f("ck_rup_within_pagu")),
        sa.CheckConstraint("reserved >= 0", name=op.f("ck_rup_reserved")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_rup_satker_id_satker")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_rup")),
    )
    op.create_index("ix_rup_satker_id_year", "rup", ["satker_id", "year"])


_SQLITE = (
    """
    CREATE VIRTUAL TABLE catalogue_words USING fts5(
        name_words, other_words, content='catalogue_index', content_rowid='no',
        tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
    )
    """,
    """
    CREATE TRIGGER catalogue_index_added AFTER INSERT ON catalogue_index BEGIN
        INSERT INTO catalogue_words (rowid, name_words, other_words)
        VALUES (new.no, new.name_words, new.other_words);
    END
    """,
    """
    CREATE TRIGGER catalogue_index_gone AFTER DELETE ON catalogue_index BEGIN
        INSERT INTO catalogue_words (catalogue_words, rowid, name_words, other_words)
        VALUES ('delete', old.no, old.name_words, old.other_words);
    END
    """,
    """
    CREATE TRIGGER catalogue_index_changed AFTER UPDATE OF name_words, other_words ON catalogue_index BEGIN
        INSERT INTO catalogue_words (catalogue_words, rowid, name_words, other_words)
        VALUES ('delete', old.no, old.name_words, old.other_words);
        INSERT INTO catalogue_words (rowid, name_words, other_words)
        VALUES (new.no, new.name_words, new.other_words);
    END
    """,
)

_POSTGRESQL = (
    """
    ALTER TABLE catalogue_index ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', name_words), 'A')
        || setweight(to_tsvector('simple', other_words), 'C')
    ) STORED
    """,
    "CREATE INDEX ix_catalogue_index_words ON catalogue_index USING gin (words)",
)


def _add_full_text() -> None:
    connection = op.get_bind()
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)
