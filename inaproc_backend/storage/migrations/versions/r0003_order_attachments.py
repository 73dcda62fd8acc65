"""Which files an order carries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "order_attachments",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("bound_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_order_attachments_order_id_orders")
        ),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_order_attachments_file_id_files")),
        sa.PrimaryKeyConstraint("order_id", "sha256", name=op.f("pk_order_attachments")),
    )
    op.create_index("ix_order_attachments_file_id", "order_attachments", ["file_id"])
