"""Fresh proofs of presence: before signing, paying, deciding, and account changes (ASVS 7.5.1–7.5.3)."""

from __future__ import annotations

from datetime import timedelta

from inaproc_backend.accounts import second_factor, throttle
from inaproc_backend.accounts.sessions import SignedIn, mark_step_up
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.errors import refuse
from inaproc_core.wire import messages as m

_MOST_LETTERS = 1024

_HASH = Statement("SELECT password_hash FROM credentials WHERE user_id = :user_id")


def require_step_up(services: Services, signed_in: SignedIn) -> None:
    """Refuse what needs presence, unless the session proved it within the last minutes.

    Raises:
        Refused: ``session.step_up_required`` (HTTP 403).
    """
    proven = signed_in.stepped_up_at
    within = timedelta(seconds=services.config.lifetimes.step_up)
    if proven is None or services.clock() - proven > within:
        refuse("session.step_up_required")


def step_up(services: Services, signed_in: SignedIn, asked: m.StepUp, host: str = "") -> m.StepUpAnswer:
    """Take a fresh proof: the app's or a recovery code where a second factor is on, else the password.

    Raises:
        Refused: ``session.wrong_code``, ``session.wrong_password``, ``session.too_many_attempts``,
            ``session.second_factor_locked``; ``session.code_needed``, ``session.password_needed`` for the
            other kind of proof alone: the second factor went on or off on another device.
    """
    user_id = signed_in.user_id
    subjects = throttle.factor_subjects(services, user_id, device_id=signed_in.device_id, known_device=True)
    with services.database.write() as connection:
        counted = throttle.count_attempt(connection, subjects, services.config.throttle, services.clock())
        by_code = second_factor.is_on(connection, user_id)
        stored = _HASH.one(connection, {"user_id": user_id})
    throttle.refuse_for(counted.wait_seconds)
    if by_code and asked.password and not asked.code:
        refuse("session.code_needed", at="code")
    if not by_code and asked.code and not asked.password:
        refuse("session.password_needed", at="password")
    if by_code:
        where = {"device_name": signed_in.device_name, "address": host}
        if not second_factor.prove(services, user_id, asked.code, **where):
            refuse("session.wrong_code", at="code")
    elif not services.passwords.matches(stored[0] if stored else None, asked.password[:_MOST_LETTERS]):
        refuse("session.wrong_password", at="password")
    with services.database.write() as connection:
        throttle.forgive(connection, subjects)
        mark_step_up(connection, signed_in.session_id, services.clock())
    return m.StepUpAnswer(seconds=services.config.lifetimes.step_up)
