"""What registration and account safety need: the backend's calls, and wizard drafts on this machine.

Every method blocks and is called on a lane. Calls raise ``WorldFailed`` or ``BackendRefused``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import (
    AccountView,
    CodeState,
    Consents,
    FactorResetState,
    RecoveryCodes,
    RecoveryState,
    RegistrationState,
    SecurityEvent,
    SessionRow,
    TotpSecret,
)
from inaproc_core.wire.messages import SignInAnswer

DraftValue = str | bool


@dataclass(frozen=True, kw_only=True)
class Identity:
    """The form of stage 1 as it is sent. Lives in memory only: it holds the password.

    Attributes:
        phone: as ``+62…``.
    """

    full_name: str
    username: str
    email: str
    phone: str
    password: str = field(repr=False)


class RegistrationCalls(Protocol):
    """Stage 1. ``registration_id`` and ``token`` come from ``begin_registration``; the token is a secret."""

    def begin_registration(self, identity: Identity, consents: Consents, language: str) -> RegistrationState:
        """Send the whole form; the first code goes out."""

    def registration(self, registration_id: str, token: str) -> RegistrationState:
        """Ask where it stands."""

    def amend_registration(
        self, registration_id: str, token: str, *, email: str = "", phone: str = "", username: str = ""
    ) -> RegistrationState:
        """Ubah email, Ubah nomor, another username; what is empty stays."""

    def send_registration_code(self, registration_id: str, token: str, channel: Channel) -> RegistrationState:
        """Ask for a code; an older one is void then."""

    def check_registration_code(
        self, registration_id: str, token: str, channel: Channel, code: str
    ) -> RegistrationState:
        """Send the digits that arrived."""

    def complete_registration(self, registration_id: str, token: str) -> SignInAnswer:
        """Make the account; the session of the answer is signed in on this device."""


class RecoveryCalls(Protocol):
    """Lupa kata sandi. Answers are the same whether or not there is such an account."""

    def begin_recovery(self, account: str) -> RecoveryState:
        """Begin with a username or an email; a code goes to the email of the account."""

    def send_recovery_code(self, recovery_id: str, token: str) -> RecoveryState:
        """Ask for another code."""

    def check_recovery_code(self, recovery_id: str, token: str, code: str) -> RecoveryState:
        """Send the digits that arrived."""

    def set_new_password(self, recovery_id: str, token: str, password: str, code: str) -> None:
        """End the recovery; ``code`` is the second factor where it is on. All sessions are closed."""


class FactorResetCalls(Protocol):
    """Phone and recovery codes are lost: password, email and SMS together turn the factor off, later."""

    def begin_factor_reset(self, username: str, password: str) -> FactorResetState:
        """Begin with name and password; a code goes to the email."""

    def send_factor_reset_code(self, reset_id: str, token: str, channel: Channel) -> FactorResetState:
        """Ask for a code; by SMS once the email is proven."""

    def check_factor_reset_code(
        self, reset_id: str, token: str, channel: Channel, code: str
    ) -> FactorResetState:
        """Send the digits that arrived; with both right the waiting time begins."""


class AccountCalls(Protocol):
    """The signed-in person's own account. Changes need a step-up within the last minutes."""

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again; returns seconds of validity."""

    def account(self) -> AccountView:
        """Return the account."""

    def begin_totp(self) -> TotpSecret:
        """Return a new secret; the present one stays in force until the new one is confirmed."""

    def confirm_totp(self, code: str) -> RecoveryCodes:
        """Turn the second factor on (or move it); returns new recovery codes, shown once."""

    def remove_totp(self) -> None:
        """Turn the second factor off."""

    def stop_factor_reset(self) -> None:
        """Stop the reset of the second factor that somebody asked for; needs no step-up."""

    def renew_recovery_codes(self) -> RecoveryCodes:
        """Make new recovery codes; the old ones are void."""

    def change_password(self, old: str, new: str) -> None:
        """Change the password; other sessions are closed."""

    def change_contact(self, channel: Channel, target: str) -> CodeState:
        """Begin with a new email or phone: a code goes to the new one."""

    def check_contact(self, channel: Channel, code: str) -> AccountView:
        """Send the digits that arrived at the new one."""

    def sessions(self) -> tuple[SessionRow, ...]:
        """Return the devices that are signed in."""

    def end_session(self, session_id: str) -> None:
        """Sign one device out."""

    def end_all_sessions(self) -> None:
        """Sign every device out, this one too."""

    def events(self) -> tuple[SecurityEvent, ...]:
        """Return what happened to the account, newest first."""


@dataclass(frozen=True, kw_only=True)
class WizardDraft:
    """A wizard that was left half-way.

    Attributes:
        key: which wizard, and about what (``identity``, ``profile``, ``access:PPK``).
        page: id of the page it was left on.
        data: what was typed, by field.
        files: names of kept files by slot.
    """

    key: str
    page: str
    data: Mapping[str, DraftValue]
    saved_at: datetime
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class KeptFile:
    """A file of a draft."""

    name: str
    content: bytes = field(repr=False)


class WizardDrafts(Protocol):
    """Drafts of the registration wizards; each write is durable when it returns.

    Never a password, a code or a token.
    """

    def load(self, key: str) -> WizardDraft | None:
        """Return a draft."""

    def all(self, prefix: str = "") -> tuple[WizardDraft, ...]:
        """Return the drafts whose key begins so, newest first."""

    def save(self, key: str, page: str, data: Mapping[str, DraftValue]) -> None:
        """Keep a draft; its files stay."""

    def keep_file(self, key: str, slot: str, name: str, content: bytes) -> None:
        """Keep a file of a draft; replaces the one of the same slot."""

    def file(self, key: str, slot: str) -> KeptFile | None:
        """Return a file of a draft."""

    def drop_file(self, key: str, slot: str) -> None:
        """Remove one file."""

    def forget(self, key: str) -> None:
        """Remove the draft and its files, beyond recovery from the file itself."""
