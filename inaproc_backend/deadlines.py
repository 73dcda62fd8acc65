"""The clock's commands: orders whose time is up are ended, one ordinary command each.

Only states whose deadline cancels by itself are looked at; the rules check the time again, so a second worker
or a wrong guess does no harm. Command ids are made from order and revision: however many workers run, an
expiry is decided once.
"""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable

from inaproc_backend.cluster import alone
from inaproc_backend.purchasing.actors import SERVICE_TOKEN
from inaproc_backend.purchasing.handler import Asked, CommandHandler
from inaproc_backend.services import Services
from inaproc_backend.storage.schema import current_epoch
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.orders import commands as c
from inaproc_core.orders.transitions import TRANSITIONS
from inaproc_core.roles import SYSTEM
from inaproc_core.wire.codec import COMMAND_NAMES, COMMANDS
from inaproc_core.wire.messages import Envelope

_LOG = logging.getLogger(__name__)

_OVERDUE = Statement(
    """
    SELECT id, revision FROM orders
    WHERE state = :state AND deadline IS NOT NULL AND deadline < :now ORDER BY deadline LIMIT 500
    """
)
_STATES = tuple(
    sorted({state for row in TRANSITIONS if row.command is c.ExpireDeadline for state in row.sources})
)
_EXPIRE = COMMAND_NAMES[c.ExpireDeadline]
_NAMESPACE = uuid.UUID("5f0b6a1e-6d0c-4f7e-9c53-1f5f3c2b7a10")


def expire_overdue(services: Services, handler: CommandHandler) -> int:
    """End every order whose deadline has passed; return how many were tried."""
    now = to_text(services.clock())
    with services.database.read() as connection:
        epoch = current_epoch(connection)
        overdue = [
            row for state in _STATES for row in _OVERDUE.all(connection, {"state": state.value, "now": now})
        ]
    for order_id, revision in overdue:
        envelope = Envelope(
            cmd_id=str(uuid.uuid5(_NAMESPACE, f"{epoch}/{order_id}/{revision}")),
            type=_EXPIRE,
            type_version=COMMANDS.written(_EXPIRE),
            acting_as=SYSTEM.access_id,
            aggregate=order_id,
            base_rev=revision,
            payload={},
        )
        handler.execute(Asked(envelope=envelope, token=SERVICE_TOKEN, sentences=services.sentences["id"]))
    return len(overdue)


class DeadlineWorker:
    """Looks for overdue orders every so often, on a thread of its own."""

    def __init__(
        self,
        services: Services,
        handler: CommandHandler,
        *,
        every: float = 60.0,
        leads: Callable[[], bool] = alone,
    ) -> None:
        """Prepare; :meth:`start` begins. ``every``: seconds between two looks of the one that ``leads``."""
        self._services = services
        self._handler = handler
        self._every = every
        self._leads = leads
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="deadlines", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, after the command that is running."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._every):
            if not self._leads():
                continue
            try:
                expire_overdue(self._services, self._handler)
            except Exception:  # the next look may go better; the operator reads the log
                _LOG.exception("looking for overdue orders failed")
