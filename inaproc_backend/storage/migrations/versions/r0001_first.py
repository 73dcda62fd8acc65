"""The tables as they were when revisions began; before that their shape was version 2 of the meta table."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from inaproc_backend.storage.migrations.first import offices, orders, papers, persons

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables in an empty database; one of version 2 has them already and is only stamped."""
    if sa.inspect(op.get_bind()).has_table("meta"):
        return
    offices.make()
    persons.make()
    papers.make()
    orders.make()
