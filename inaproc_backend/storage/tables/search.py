"""What catalogue search looks in: one narrow row for each listed product, and full text over its words.

Kept apart from ``products`` so that a filter or a sort reads few pages, and because full text on SQLite needs
a row number of its own: that of a table keyed by text may change with every ``VACUUM``. SQLite searches with
FTS5, PostgreSQL with a ``tsvector`` of the language-free configuration; both take the words as
``catalogue.words`` has normalised them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Index, Integer, Table, event

from inaproc_backend.storage.tables.columns import flag, metadata, text, whole

catalogue_index = Table(
    "catalogue_index",
    metadata,
    Column("no", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    text("product_id", ForeignKey("products.id"), default=None, unique=True),
    text("vendor_id", default=None),
    text("category"),
    text("region", comment="Kemendagri code of the place it is sent from"),
    whole("price", default=None),
    whole("tkdn", default=0, comment="TKDN and BMP together, hundredths of a percent"),
    flag("pdn", default=False),
    flag("umkk", default=False, comment="of its penyedia"),
    flag("in_stock", default=True),
    text("published_at"),
    text("name_words", comment="normalised words of the name"),
    text("other_words", comment="normalised words of brand, category, SKU and penyedia"),
    Index("ix_catalogue_index_price", "price"),
    Index("ix_catalogue_index_tkdn", "tkdn"),
    Index("ix_catalogue_index_published_at", "published_at"),
    Index("ix_catalogue_index_vendor_id", "vendor_id"),
    # Holds everything a filter asks for, so that counting reads this alone and not the words.
    Index(
        "ix_catalogue_index_filters",
        *("category", "region", "pdn", "umkk", "in_stock", "price", "vendor_id"),
    ),
)

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


@event.listens_for(catalogue_index, "after_create")
def _add_full_text(_table: Table, connection: Connection, **_options: Any) -> None:
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)
