"""Account safety: contact, password, second factor, devices and what happened to the account."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from inaproc_core.errors import Refusal, Refused
from inaproc_core.registration import identity as rules_of_identity
from inaproc_core.registration.forms import Limits, RegistrationRules
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import AccountView, CodeState
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.identity import AccountState, TotpSetup
from inaproc_desktop.ports.registration import AccountCalls

T = TypeVar("T")

PROOF_NEEDED = "session.step_up_required"
"""The deed needs a proof of presence within the last minutes."""

_GROUP = 4


class AccountSafetyService:
    """The signed-in person's own account. Methods that call the backend block."""

    def __init__(self, calls: Callable[[], AccountCalls], rules: Callable[[], RegistrationRules]) -> None:
        """Put the service together.

        Args:
            calls: the backend, signed in.
            rules: the registration rules in force today.
        """
        self._calls = calls
        self._rules = rules

    @property
    def limits(self) -> Limits:
        """The numbers in force."""
        return self._rules().limits

    # ---- what is shown

    def load(self) -> AccountState:
        """Read everything."""
        calls = self._calls()
        return AccountState(account=calls.account(), devices=calls.sessions(), events=calls.events())

    def account(self) -> AccountView:
        """Read the account alone."""
        return self._calls().account()

    def prove(self, code: str, password: str) -> int:
        """Prove presence; returns seconds of validity."""
        return self._calls().step_up(code, password)

    # ---- second factor

    def begin_totp(self, password: str = "") -> TotpSetup:
        """Ask for a secret; its QR code is drawn on this machine.

        Args:
            password: proves presence where the backend asks for it, right after registration.
        """
        secret = self._proven(self._calls().begin_totp, password)
        from inaproc_documents.qr import qr_modules  # late: brings reportlab

        plain = secret.secret.replace(" ", "")
        groups = [plain[at : at + _GROUP] for at in range(0, len(plain), _GROUP)]
        return TotpSetup(key=" ".join(groups), modules=qr_modules(secret.uri))

    def confirm_totp(self, code: str, password: str = "") -> tuple[str, ...]:
        """Turn the second factor on, or move it to another phone; returns new recovery codes."""
        return tuple(self._proven(lambda: self._calls().confirm_totp(code), password).codes)

    def remove_totp(self) -> None:
        """Turn the second factor off."""
        self._calls().remove_totp()

    def stop_factor_reset(self) -> None:
        """Stop the reset of the second factor that somebody asked for."""
        self._calls().stop_factor_reset()

    def renew_recovery_codes(self) -> tuple[str, ...]:
        """Make new recovery codes; the old ones are void."""
        return tuple(self._calls().renew_recovery_codes().codes)

    # ---- password and contact

    def password_lacks(self, password: str) -> tuple[str, ...]:
        """Return the codes of what a password still lacks."""
        return rules_of_identity.password_lacks(password, self.limits)

    def check_new_password(
        self, password: str, again: str, *, username: str, email: str
    ) -> tuple[Refusal, ...]:
        """Return what is wrong with a new password."""
        return new_password_problems(password, again, username=username, email=email, limits=self.limits)

    def change_password(self, old: str, new: str, *, second_factor: bool) -> None:
        """Change the password; other sessions are closed.

        Args:
            old: the present one; without a second factor it is also the proof of presence.
            new: the new one.
            second_factor: whether it is on: then presence is proven by a code.
        """
        self._proven(lambda: self._calls().change_password(old, new), "" if second_factor else old)

    def change_contact(self, channel: Channel, text: str) -> CodeState:
        """Begin with a new email or phone.

        Raises:
            Refused: it is malformed.
        """
        return self._calls().change_contact(channel, self.tidy_contact(channel, text))

    def tidy_contact(self, channel: Channel, text: str) -> str:
        """Return an email or phone as it is sent.

        Raises:
            Refused: it is malformed.
        """
        if channel is Channel.EMAIL:
            return rules_of_identity.check_email(text, self.limits)
        return rules_of_identity.phone_for_code(text, self.limits).text

    def check_contact(self, channel: Channel, code: str) -> AccountView:
        """Send the digits that arrived at the new one."""
        return self._calls().check_contact(channel, code)

    # ---- devices

    def end_device(self, session_id: str) -> None:
        """Sign one device out."""
        self._calls().end_session(session_id)

    def end_all_devices(self) -> None:
        """Sign every device out, this one too."""
        self._calls().end_all_sessions()

    def _proven(self, deed: Callable[[], T], password: str) -> T:
        try:
            return deed()
        except BackendRefused as refused:
            if refused.refusal.code != PROOF_NEEDED or not password:
                raise
        self._calls().step_up("", password)
        return deed()


def new_password_problems(
    password: str, again: str, *, username: str, email: str, limits: Limits
) -> tuple[Refusal, ...]:
    """Return what is wrong with a new password, first of each field; leaked ones only the backend knows."""
    found: list[Refusal] = []
    try:
        rules_of_identity.check_password(
            password, username=username, email=email, limits=limits, is_breached=lambda _password: False
        )
    except Refused as refused:
        found.append(refused.refusal)
    repeated = rules_of_identity.check_repeated(password, again) if password else None
    return (*found, repeated) if repeated is not None else tuple(found)
