"""Signing devices out from afar: one, or all."""

from __future__ import annotations

from inaproc_backend.accounts import devices
from inaproc_backend.accounts.events import Happened, note
from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.accounts.step_up import require_step_up
from inaproc_backend.services import Services
from inaproc_core.errors import refuse


def end_session(services: Services, signed_in: SignedIn, session_id: str, host: str) -> None:
    """End one session of the signed-in person, with all its tokens, at once.

    Raises:
        Refused: ``session.step_up_required``; ``account.session_unknown``: it is not theirs, or has ended.
    """
    require_step_up(services, signed_in)
    now = services.clock()
    with services.database.write() as connection:
        ended = devices.end_one(connection, signed_in.user_id, session_id, now)
        if ended is None:
            refuse("account.session_unknown")
        where = {"device_name": signed_in.device_name, "address": host}
        note(services, connection, signed_in.user_id, Happened.SESSION_ENDED, **where, ended=ended)


def end_all(services: Services, signed_in: SignedIn, host: str) -> None:
    """Keluar dari semua perangkat, this one too; every device is a stranger from then on.

    Raises:
        Refused: ``session.step_up_required``.
    """
    require_step_up(services, signed_in)
    now = services.clock()
    with services.database.write() as connection:
        devices.end_others(connection, signed_in.user_id, "ended by its owner", now)
        devices.disown_all(connection, signed_in.user_id, now)
        where = {"device_name": signed_in.device_name, "address": host}
        note(services, connection, signed_in.user_id, Happened.SESSIONS_ENDED, **where)
