"""``/v1/training/mailbox``: what training would have sent."""

from __future__ import annotations

from litestar import get

from inaproc_backend.http.requests import ServicesParameter
from inaproc_backend.messaging.training import read_mailbox
from inaproc_core.wire.account import Mailbox


@get("/v1/training/mailbox", sync_to_thread=True, security=[{}])
def mailbox(services: ServicesParameter) -> Mailbox:
    """All emails and SMS that would have been sent, newest first. There only in training mode."""
    return read_mailbox(services.database)


handlers = [mailbox]
"""For training mode alone."""
