"""Where a command of the operator works: data folder and database, by option or environment."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from inaproc_backend.config import Config
from inaproc_backend.storage.database import Database

DATABASE_VARIABLE = "INAPROC_DATABASE_URL"


def add_place(parser: argparse.ArgumentParser) -> None:
    """Add ``--data`` and ``--database``."""
    parser.add_argument(
        "--data",
        type=Path,
        default=Path("data"),
        help="folder of keys and files, and of the SQLite database; shared by all processes on one (data)",
    )
    parser.add_argument(
        "--database",
        default=os.environ.get(DATABASE_VARIABLE, ""),
        metavar="URL",
        help="PostgreSQL 15 or newer instead of SQLite: postgresql://user@host/name; a password belongs into "
        f"the environment, where others of the machine do not see it: {DATABASE_VARIABLE}",
    )


def open_database(config: Config) -> Database:
    """Open the database of a configuration.

    Raises:
        ValueError: the URL names another kind of database, or is none.
    """
    return Database(config.database_url) if config.database_url else Database.in_folder(config.data)
