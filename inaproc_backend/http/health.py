"""``/health``: is the service up?"""

from __future__ import annotations

from litestar import get

from inaproc_backend.http.requests import ServicesParameter


@get("/health", sync_to_thread=True, security=[{}])
def health(services: ServicesParameter) -> dict[str, str]:
    """Answer once the database answers."""
    with services.database.read() as connection:
        connection.exec_driver_sql("SELECT 1")
    return {"status": "ok", "version": services.version}


handlers = [health]
