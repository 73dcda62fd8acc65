"""One backend process of a test: the real application, with cheap passwords and the made-up office's clock.

``python -m tests.backend.cluster.serving FOLDER URL BEGAN CHORES``: ``BEGAN`` is the machine's time at which
the office's clock stood at ``builders.NOW``, ``CHORES`` the seconds between two looks for overdue orders.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from inaproc_backend.app import create_app
from inaproc_backend.config import Config
from inaproc_backend.services import open_services
from inaproc_backend.serving import serve
from tests import builders as b
from tests.backend.office import CHEAP


def main(folder: str, url: str, began: str, chores: str) -> None:
    """Serve until SIGTERM."""

    def clock() -> datetime:
        return b.NOW + timedelta(seconds=time.time() - float(began))

    config = Config(data=Path(folder), database_url=url, passwords=CHEAP, heartbeat=1.0)
    services = open_services(config, clock=clock)
    serve(create_app(config, services=services, deadline_seconds=float(chores)), host="127.0.0.1", port=0)


if __name__ == "__main__":
    main(*sys.argv[1:])
