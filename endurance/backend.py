"""The backend's process: its own command line, its own data folder, SQLite or PostgreSQL."""

from __future__ import annotations

import importlib
import sys
from datetime import UTC, datetime
from pathlib import Path

from endurance.mutants import planted

_HEAVY = (
    "inaproc_backend.app",
    "inaproc_backend.cli",
    "inaproc_backend.messaging.settings",
    "inaproc_backend.registration.settings",
    "inaproc_backend.serving",
    "inaproc_backend.training.office",
    "inaproc_backend.training.vault",
    "psycopg",
    "sqlalchemy.dialects.postgresql.psycopg",
    "uvicorn.lifespan.on",
    "uvicorn.loops.auto",
    "uvicorn.protocols.http.auto",
)


def prepare_backend() -> None:
    """Import what a backend needs, in the process that it is forked from."""
    for name in _HEAVY:
        importlib.import_module(name)


def serve(arguments: list[str], mutant: str = "") -> int:
    """Be a backend until it ends; ``mutant`` is planted first."""
    from inaproc_backend.cli import main  # late: clients need none of it

    sys.argv = ["inaproc-backend", *arguments]  # as though it had been started so
    with planted(mutant):
        return main(arguments)


def build_office(data: Path, database_url: str = "") -> None:
    """Make the training office in an empty database, whichever it is.

    ``serve --training`` does so on SQLite alone, so that nobody trains in a real office's PostgreSQL.
    """
    from inaproc_backend.config import Config
    from inaproc_backend.services import open_services
    from inaproc_backend.training.office import build_office as build
    from inaproc_backend.training.vault import vault_of

    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    services = open_services(Config(data=data, database_url=database_url, training=True))
    try:
        build(
            services.database,
            now=datetime.now(UTC),
            hash_password=services.passwords.hash,
            vault=vault_of(services),
        )
    finally:
        services.database.close()
