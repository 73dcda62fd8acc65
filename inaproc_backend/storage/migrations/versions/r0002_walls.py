"""Walls: a command has one acknowledgement; no RUP has more bound outside than is bound at all.

From here on Alembic's own table alone tells the shape of the database.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add them.

    On SQLite the table ``rup`` is copied, and its older checks have to be named: reflecting leaves them out.
    """
    older = (
        sa.CheckConstraint("reserved >= 0", name=op.f("ck_rup_reserved")),
        sa.CheckConstraint("committed >= 0", name=op.f("ck_rup_committed")),
        sa.CheckConstraint("reserved + committed <= pagu", name=op.f("ck_rup_within_pagu")),
    )
    with op.batch_alter_table("rup", table_args=older) as batch:
        batch.create_check_constraint(op.f("ck_rup_elsewhere"), "elsewhere >= 0 AND elsewhere <= committed")
    is_ack = sa.text("kind = 'ack'")
    op.create_index(
        "uq_feed_ack", "feed", ["entity"], unique=True, sqlite_where=is_ack, postgresql_where=is_ack
    )
    # A program from before revisions looks here, finds nothing it knows, and refuses.
    op.execute("DELETE FROM meta WHERE key = 'schema_version'")
