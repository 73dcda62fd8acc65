"""Changing the password while signed in, and what every new password brings with it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from inaproc_backend.accounts import devices, factor_reset, throttle
from inaproc_backend.accounts.breached import breach_check
from inaproc_backend.accounts.events import Happened, note
from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.accounts.step_up import require_step_up
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import refuse
from inaproc_core.registration.identity import check_password
from inaproc_core.wire import account as wire

_MOST_LETTERS = 1024

_STORED = Statement(
    """
    SELECT c.password_hash, p.username, p.email FROM credentials c JOIN people p ON p.id = c.user_id
    WHERE c.user_id = :user_id
    """
)
_SET = Statement(
    """
    UPDATE credentials SET password_hash = :new, changed_at = :now
    WHERE user_id = :user_id AND password_hash = :old
    """
)
_LOCK = Statement("SELECT user_id FROM credentials WHERE user_id = :user_id /*pg FOR UPDATE*/")
_END_RECOVERIES = Statement(
    "UPDATE recoveries SET expires_at = :now WHERE user_id = :user_id AND expires_at > :now"
)


def change(services: Services, signed_in: SignedIn, asked: wire.ChangePassword, host: str) -> None:
    """Change the password; all other sessions end.

    Raises:
        Refused: ``session.step_up_required``, ``session.too_many_attempts``, ``session.wrong_password`` at
            ``old_password``, ``password.same``, and those of ``identity.check_password`` at ``new_password``.
    """
    require_step_up(services, signed_in)
    user_id = signed_in.user_id
    subjects = throttle.factor_subjects(services, user_id, device_id=signed_in.device_id, known_device=True)
    with services.database.write() as connection:
        counted = throttle.count_attempt(connection, subjects, services.config.throttle, services.clock())
        stored = _STORED.one(connection, {"user_id": user_id})
    throttle.refuse_for(counted.wait_seconds)
    old = str(stored[0]) if stored is not None else None
    if not services.passwords.matches(old, asked.old_password[:_MOST_LETTERS]):
        refuse("session.wrong_password", at="old_password")
    with services.database.write() as connection:
        throttle.forgive(connection, subjects)
    check_new(services, user_id, asked.new_password, at="new_password")
    if asked.new_password == asked.old_password:
        refuse("password.same", at="new_password")
    new = services.passwords.hash(asked.new_password)
    where = {"device_name": signed_in.device_name, "address": host}
    with services.database.write() as connection:
        # Resets before credentials before recoveries: everybody locks in this order.
        factor_reset.stop(services, connection, user_id, **where)
        lock(connection, user_id)
        if not put(connection, user_id, old=old or "", new=new, now=services.clock()):
            refuse("session.wrong_password", at="old_password")  # another change was faster
        devices.end_others(
            connection, user_id, "password changed", services.clock(), kept=signed_in.session_id
        )
        note(services, connection, user_id, Happened.PASSWORD_CHANGED, **where)


def check_new(services: Services, user_id: str, password: str, *, at: str) -> None:
    """Check a new password of this person.

    Raises:
        Refused: those of ``identity.check_password`` at this field.
    """
    with services.database.read() as connection:
        row = _STORED.one(connection, {"user_id": user_id})
    _, username, email = row if row is not None else ("", "", "")
    limits = services.registration.at(services.today()).limits
    check_password(
        password, username=username, email=email, limits=limits, is_breached=breach_check(services), at=at
    )


def lock(connection: Connection, user_id: str) -> None:
    """Let nobody else change the credentials of this person until the end of the transaction."""
    _LOCK.one(connection, {"user_id": user_id})


def put(connection: Connection, user_id: str, *, old: str, new: str, now: datetime) -> bool:
    """Set the hash, if it still is the one that was looked at; recoveries under way end."""
    row = {"user_id": user_id, "now": to_text(now)}
    if not _SET.run(connection, {**row, "old": old, "new": new}):
        return False
    _END_RECOVERIES.run(connection, row)
    return True
