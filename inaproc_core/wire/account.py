"""Messages of an account: registration of the digital identity, its safety, its sessions."""

from __future__ import annotations

from datetime import datetime

import msgspec

from inaproc_core.wire.messages import Message, Reply

# ---- stage 1: registration of the digital identity


class Consents(Message, frozen=True, kw_only=True):
    """The two ticks, each by the version of the text that was shown."""

    terms_version: str
    privacy_version: str


class BeginRegistration(Message, frozen=True, kw_only=True):
    """The whole form of stage 1. The answer never says whether email, phone or username are taken.

    Attributes:
        phone: as ``+62…``.
        device_id: the device the account is first used on.
    """

    full_name: str
    username: str
    email: str
    phone: str
    password: str
    consents: Consents
    device_id: str
    device_name: str = ""
    language: str = "id"


class CodeState(Reply, frozen=True, kw_only=True):
    """Where the code of one channel stands; seconds from now, so that clocks need not agree.

    Attributes:
        channel: ``Channel`` value.
        target: the masked address it goes to.
        sent: a code was sent and still counts.
        resend_seconds: until another may be asked for.
        expires_seconds: until the one that was sent is void; 0 when there is none.
        tries_left: wrong answers that are left.
        sends_left: sends that are left within the hour.
        paused_seconds: until sends and answers are taken again.
    """

    channel: str
    target: str
    verified: bool = False
    sent: bool = False
    resend_seconds: int = 0
    expires_seconds: int = 0
    tries_left: int = 0
    sends_left: int = 0
    paused_seconds: int = 0


class RegistrationState(Reply, frozen=True, kw_only=True):
    """A registration that is under way. Known to whoever holds its token.

    Attributes:
        token: bearer token of the registration, only in the answer to ``BeginRegistration``.
        expires_seconds: until it is forgotten.
        username_free: ``None`` until the email is proven; then whether the username is free.
        suggestions: free usernames near the one that is taken.
    """

    registration_id: str
    email: CodeState
    phone: CodeState
    username: str
    expires_seconds: int
    token: str = ""
    username_free: bool | None = None
    suggestions: list[str] = msgspec.field(default_factory=list)


class SendCode(Message, frozen=True, kw_only=True):
    """Ask for a (new) code; the old one is void then."""

    channel: str


class CheckCode(Message, frozen=True, kw_only=True):
    """The six digits that arrived."""

    channel: str
    code: str


class AmendRegistration(Message, frozen=True, kw_only=True):
    """Ubah email, Ubah nomor, another username; what is empty stays."""

    email: str = ""
    phone: str = ""
    username: str = ""


# ---- the account


class ConsentRow(Reply, frozen=True, kw_only=True):
    """One consent: what, in which version, when."""

    kind: str
    version: str
    at: datetime


class AccountView(Reply, frozen=True, kw_only=True):
    """The signed-in person's own account.

    Attributes:
        phone: as ``+62…``, empty for accounts that were made without one.
        totp_on: whether the second factor is on.
        totp_required: an access of theirs makes it compulsory; without it that access may not act.
        totp_required_by: ``AccessKind`` values.
        recovery_codes_left: unused recovery codes.
        password_changed_at: last change.
        factor_reset_at: somebody proved password, email and phone, and the second factor will be off from
            then on unless it is stopped (``DELETE /v1/account/factor-reset``).
    """

    user_id: str
    username: str
    name: str
    email: str
    phone: str
    totp_on: bool
    totp_required: bool
    recovery_codes_left: int
    profile_status: str
    totp_required_by: list[str] = msgspec.field(default_factory=list)
    password_changed_at: datetime | None = None
    factor_reset_at: datetime | None = None
    consents: list[ConsentRow] = msgspec.field(default_factory=list)


class TotpSecret(Reply, frozen=True, kw_only=True):
    """A secret that becomes the second factor once a code of it is confirmed.

    Attributes:
        secret: base32, for typing.
        uri: ``otpauth://`` for the QR code.
    """

    secret: str
    uri: str


class ConfirmTotp(Message, frozen=True, kw_only=True):
    """A code of the new secret."""

    code: str


class RecoveryCodes(Reply, frozen=True, kw_only=True):
    """Ten codes, shown once; each signs in once in place of the second factor."""

    codes: list[str]


class ChangePassword(Message, frozen=True, kw_only=True):
    """Needs a fresh step-up; ends all other sessions."""

    old_password: str
    new_password: str


class ChangeContact(Message, frozen=True, kw_only=True):
    """A new email or phone: a code goes to the new one. Needs a fresh step-up."""

    channel: str
    target: str


class SessionRow(Reply, frozen=True, kw_only=True):
    """One signed-in device."""

    session_id: str
    device_name: str
    created_at: datetime
    last_seen: datetime
    current: bool
    address: str = ""


class SessionList(Reply, frozen=True, kw_only=True):
    """All sessions of the account that live."""

    sessions: list[SessionRow]


class SecurityEvent(Reply, frozen=True, kw_only=True):
    """One thing that happened to the account, in the code of its notice (``account.password_changed``)."""

    code: str
    at: datetime
    device_name: str = ""
    address: str = ""


class SecurityEvents(Reply, frozen=True, kw_only=True):
    """The newest events of the account, newest first."""

    events: list[SecurityEvent]


# ---- the way back in


class BeginRecovery(Message, frozen=True, kw_only=True):
    """Lupa kata sandi: username or email. The answer is the same whether or not there is such an account."""

    account: str


class RecoveryState(Reply, frozen=True, kw_only=True):
    """A recovery that is under way.

    Attributes:
        token: bearer token, only in the first answer.
        proven: the code was right; a new password is taken.
        needs_second_factor: known once proven: the new password needs a TOTP or recovery code beside it.
    """

    recovery_id: str
    email: CodeState
    token: str = ""
    proven: bool = False
    needs_second_factor: bool = False


class NewPassword(Message, frozen=True, kw_only=True):
    """Ends the recovery: all sessions are closed, locks of the account are lifted.

    Attributes:
        code: TOTP or recovery code where the second factor is on.
    """

    password: str
    code: str = ""


class BeginFactorReset(Message, frozen=True, kw_only=True):
    """Phone and recovery codes are lost: turn the second factor off after a waiting period.

    Takes the password, a code by email and a code by SMS. Every signed-in session can stop it meanwhile.
    """

    username: str
    password: str
    device_id: str
    device_name: str = ""


class FactorResetState(Reply, frozen=True, kw_only=True):
    """A reset of the second factor that is under way.

    Attributes:
        token: bearer token, only in the first answer.
        takes_effect_at: known once both codes were right; the first sign-in after it needs the password only.
        wait_seconds: until then.
        lapses_at: whoever has not signed in by then has to ask again.
    """

    reset_id: str
    email: CodeState
    phone: CodeState
    token: str = ""
    takes_effect_at: datetime | None = None
    wait_seconds: int = 0
    lapses_at: datetime | None = None


class MailboxMessage(Reply, frozen=True, kw_only=True):
    """One message in the mailbox of training mode."""

    id: str
    channel: str
    to: str
    subject: str
    text: str
    at: datetime


class Mailbox(Reply, frozen=True, kw_only=True):
    """What training mode has sent, newest first."""

    messages: list[MailboxMessage]
