"""Forgetting what is no longer needed: unfinished registrations and uploads, spent codes, sent messages."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from inaproc_backend.accounts import registering
from inaproc_backend.accounts.sweeping import sweep as sweep_accounts
from inaproc_backend.cluster import alone
from inaproc_backend.messaging import queue
from inaproc_backend.services import Services
from inaproc_backend.uploads import sweeping

_LOG = logging.getLogger(__name__)


def sweep(services: Services) -> None:
    """Delete everything that has served its time, in short transactions."""
    now = services.clock()
    keep = timedelta(days=services.config.messaging.keep_days)
    with services.database.write() as connection:
        registering.sweep(connection, now)
    with services.database.write() as connection:
        sweep_accounts(services, connection, now)
    with services.database.write() as connection:
        queue.sweep(connection, now, keep=keep)
    sweeping.sweep(services)


class UpkeepWorker:
    """Sweeps every so often, on a thread of its own."""

    def __init__(
        self, services: Services, *, every: float = 600.0, leads: Callable[[], bool] = alone
    ) -> None:
        """Prepare; :meth:`start` begins. ``every``: seconds between two sweeps of the one that ``leads``."""
        self._services = services
        self._every = every
        self._leads = leads
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, after the sweep that is running."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._every):
            if not self._leads():
                continue
            try:
                sweep(self._services)
            except Exception:  # the next sweep may go better; the operator reads the log
                _LOG.exception("sweeping failed")
