"""A backend of registration and accounts in memory: codes are known, answers follow the contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import msgspec

from inaproc_core.errors import Refusal
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
from inaproc_core.wire.messages import Session, SignInAnswer
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.registration import Identity
from inaproc_desktop.ports.world import WorldFailed
from tests import builders

CODE = "123456"
PASSWORD = "Rahasia-Latihan-1"
RECOVERY_CODE = "PULIH-01XYZ"
FORM = {
    "full_name": "Ayu Latihan",
    "username": "ayu.latihan",
    "email": "ayu@kantor.go.id",
    "phone": "0812 3456 1490",
}


def refused(code: str, status: int = 422, field_: str = "", **facts: Any) -> BackendRefused:
    return BackendRefused(Refusal(code=code, facts=facts, field=field_), "", status)


def new_session(username: str = "ayu.latihan") -> Session:
    return Session(
        access_token="access-1",
        access_seconds=600,
        refresh_token="refresh-1",
        user_id="u-baru",
        name="Ayu Latihan",
        username=username,
        nip="",
        accesses=[],
        training=False,
        profile_status="NONE",
    )


def code_state(channel: Channel, target: str, **more: Any) -> CodeState:
    values = {"sent": True, "resend_seconds": 60, "expires_seconds": 300, "tries_left": 5, "sends_left": 4}
    return CodeState(channel=channel.value, target=target, **{**values, **more})


@dataclass
class FakeRegistration:
    """Implements ``RegistrationCalls``, ``RecoveryCalls`` and ``FactorResetCalls``."""

    offline: bool = False
    taken: set[str] = field(default_factory=set)
    fail_next: Exception | None = None
    calls: list[str] = field(default_factory=list)
    identity: Identity | None = None
    consents: Consents | None = None
    verified: set[Channel] = field(default_factory=set)
    sent: set[Channel] = field(default_factory=set)
    tries: int = 5
    second_factor: bool = False
    new_password: tuple[str, str] | None = None
    sms_fails: bool = False
    sms_waits: int = 0

    def _reach(self, call: str) -> None:
        self.calls.append(call)
        if self.offline:
            raise WorldFailed("world.offline")
        if self.fail_next is not None:
            failed, self.fail_next = self.fail_next, None
            raise failed

    def _state(self, token: str = "") -> RegistrationState:
        assert self.identity is not None
        proven = Channel.EMAIL in self.verified
        username = self.identity.username
        free = username not in self.taken if proven else None
        return RegistrationState(
            registration_id="r-1",
            token=token,
            username=username,
            expires_seconds=3600,
            email=self._code(Channel.EMAIL, self.identity.email),
            phone=self._code(Channel.SMS, self.identity.phone),
            username_free=free,
            suggestions=[] if free is not False else [f"{username}1", f"{username}.2"],
        )

    def _code(self, channel: Channel, target: str) -> CodeState:
        if channel not in self.sent:
            return CodeState(channel=channel.value, target=target, sends_left=5, tries_left=5)
        return code_state(channel, target, verified=channel in self.verified, tries_left=self.tries)

    def begin_registration(self, identity: Identity, consents: Consents, language: str) -> RegistrationState:
        self._reach("begin")
        self.identity, self.consents = identity, consents
        self.verified, self.sent = set(), {Channel.EMAIL}
        return self._state("rahasia-token")

    def registration(self, registration_id: str, token: str) -> RegistrationState:
        self._reach("look")
        return self._state()

    def amend_registration(
        self, registration_id: str, token: str, *, email: str = "", phone: str = "", username: str = ""
    ) -> RegistrationState:
        assert (registration_id, token) == ("r-1", "rahasia-token")
        self._reach("amend")
        assert self.identity is not None
        old = self.identity
        self.identity = Identity(
            full_name=old.full_name,
            username=username or old.username,
            email=email or old.email,
            phone=phone or old.phone,
            password=old.password,
        )
        for value, channel in ((email, Channel.EMAIL), (phone, Channel.SMS)):
            if value:
                self.verified.discard(channel)
                self.sent.add(channel)
        return self._state()

    def send_registration_code(self, registration_id: str, token: str, channel: Channel) -> RegistrationState:
        self._reach(f"send {channel}")
        self.sent.add(channel)
        return self._state()

    def check_registration_code(
        self, registration_id: str, token: str, channel: Channel, code: str
    ) -> RegistrationState:
        self._reach(f"check {channel}")
        if code != CODE:
            self.tries -= 1
            raise refused("code.wrong", field_="code", tries_left=self.tries)
        self.verified.add(channel)
        return self._state()

    def complete_registration(self, registration_id: str, token: str) -> SignInAnswer:
        self._reach("complete")
        assert self.verified == {Channel.EMAIL, Channel.SMS}
        assert self.identity is not None
        return SignInAnswer(session=new_session(self.identity.username))

    def begin_recovery(self, account: str) -> RecoveryState:
        self._reach("recover")
        return self._recovery(token="rahasia-token")

    def send_recovery_code(self, recovery_id: str, token: str) -> RecoveryState:
        self._reach("recover again")
        return self._recovery()

    def check_recovery_code(self, recovery_id: str, token: str, code: str) -> RecoveryState:
        assert (recovery_id, token) == ("c-1", "rahasia-token")
        self._reach("recover check")
        if code != CODE:
            raise refused("code.wrong", field_="code", tries_left=4)
        return self._recovery(proven=True, needs_second_factor=self.second_factor)

    def set_new_password(self, recovery_id: str, token: str, password: str, code: str) -> None:
        self._reach("recover password")
        if self.second_factor and code != "654321":
            raise refused("session.wrong_code", 401)
        self.new_password = (password, code)

    def begin_factor_reset(self, username: str, password: str) -> FactorResetState:
        self._reach(f"reset {username}")
        if password != PASSWORD:
            raise refused("session.wrong_credentials", 401, "password")
        self.verified, self.sent = set(), {Channel.EMAIL}
        return self._reset(token="rahasia-token")

    def send_factor_reset_code(self, reset_id: str, token: str, channel: Channel) -> FactorResetState:
        assert (reset_id, token) == ("f-1", "rahasia-token")
        self._reach(f"reset send {channel}")
        if channel is Channel.SMS and self.sms_fails:
            raise refused("code.too_many_here", 429, wait_seconds=60)
        self.sent.add(channel)
        return self._reset()

    def check_factor_reset_code(
        self, reset_id: str, token: str, channel: Channel, code: str
    ) -> FactorResetState:
        assert (reset_id, token) == ("f-1", "rahasia-token")
        self._reach(f"reset check {channel}")
        if code != CODE:
            raise refused("code.wrong", field_="code", tries_left=4)
        self.verified.add(channel)
        return self._reset()

    def _reset(self, **more: Any) -> FactorResetState:
        at = builders.NOW + timedelta(days=1) if self.verified == set(Channel) else None
        return FactorResetState(
            reset_id="f-1",
            email=self._code(Channel.EMAIL, "a•••@kantor.go.id"),
            phone=msgspec.structs.replace(
                self._code(Channel.SMS, "0812-••••-1490"), resend_seconds=self.sms_waits
            ),
            takes_effect_at=at,
            wait_seconds=86400 if at else 0,
            lapses_at=at + timedelta(days=7) if at else None,
            **more,
        )

    def _recovery(self, **more: Any) -> RecoveryState:
        state = code_state(Channel.EMAIL, "a•••@kantor.go.id")
        return RecoveryState(recovery_id="c-1", email=state, **more)


@dataclass
class FakeAccount:
    """Implements ``AccountCalls``."""

    offline: bool = False
    proven: bool = True
    password: str = PASSWORD
    totp_on: bool = False
    required: bool = False
    calls: list[str] = field(default_factory=list)
    email: str = "ayu@kantor.go.id"
    phone: str = "+6281234561490"
    codes_left: int = 0
    pending: tuple[Channel, str] | None = None
    reset_at: datetime | None = None
    devices: list[SessionRow] = field(
        default_factory=lambda: [
            SessionRow(
                session_id="s-1",
                device_name="meja-kantor",
                created_at=builders.NOW,
                last_seen=builders.NOW,
                current=True,
                address="10.1.2.3",
            ),
            SessionRow(
                session_id="s-2",
                device_name="laptop-rumah",
                created_at=builders.NOW,
                last_seen=builders.NOW,
                current=False,
                address="36.1.2.3",
            ),
        ]
    )

    def _reach(self, call: str, *, guarded: bool = False) -> None:
        self.calls.append(call)
        if self.offline:
            raise WorldFailed("world.offline")
        if guarded and not self.proven:
            raise refused("session.step_up_required", 403)

    def step_up(self, code: str, password: str) -> int:
        self._reach("step up")
        if self.totp_on and not code:
            raise refused("session.code_needed", 422, "code")
        if self.totp_on and code not in (CODE, RECOVERY_CODE):
            raise refused("session.wrong_code", 401, "code")
        if not self.totp_on and password != self.password:
            raise refused("session.wrong_password", 401, "password")
        self.proven = True
        return 300

    def account(self) -> AccountView:
        self._reach("account")
        return AccountView(
            user_id="u-baru",
            username="ayu.latihan",
            name="Ayu Latihan",
            email=self.email,
            phone=self.phone,
            totp_on=self.totp_on,
            totp_required=self.required,
            totp_required_by=["BENDAHARA_PENGELUARAN"] if self.required else [],
            recovery_codes_left=self.codes_left,
            profile_status="NONE",
            password_changed_at=builders.NOW,
            factor_reset_at=self.reset_at,
        )

    def begin_totp(self) -> TotpSecret:
        self._reach("begin totp", guarded=True)
        return TotpSecret(
            secret="JBSWY3DPEHPK3PXP",
            uri="otpauth://totp/INAPROC:ayu.latihan?secret=JBSWY3DPEHPK3PXP&issuer=INAPROC",
        )

    def confirm_totp(self, code: str) -> RecoveryCodes:
        self._reach("confirm totp", guarded=True)
        if code != CODE:
            raise refused("session.wrong_code", 401, "code")
        self.totp_on = True
        return self._codes()

    def remove_totp(self) -> None:
        self._reach("remove totp", guarded=True)
        self.totp_on, self.codes_left = False, 0

    def stop_factor_reset(self) -> None:
        self._reach("stop reset")
        self.reset_at = None

    def renew_recovery_codes(self) -> RecoveryCodes:
        self._reach("renew codes", guarded=True)
        return self._codes()

    def _codes(self) -> RecoveryCodes:
        self.codes_left = 10
        return RecoveryCodes(codes=[f"PULIH-{at:02d}XYZ" for at in range(1, 11)])

    def change_password(self, old: str, new: str) -> None:
        self._reach("change password", guarded=True)
        if old != self.password:
            raise refused("session.wrong_password", 401, "old_password")
        self.password = new

    def change_contact(self, channel: Channel, target: str) -> CodeState:
        self._reach("change contact", guarded=True)
        self.pending = (channel, target)
        return code_state(channel, target)

    def check_contact(self, channel: Channel, code: str) -> AccountView:
        self._reach("check contact", guarded=True)
        if code != CODE:
            raise refused("code.wrong", field_="code", tries_left=4)
        assert self.pending is not None
        if channel is Channel.EMAIL:
            self.email = self.pending[1]
        else:
            self.phone = self.pending[1]
        return self.account()

    def sessions(self) -> tuple[SessionRow, ...]:
        self._reach("sessions")
        return tuple(self.devices)

    def end_session(self, session_id: str) -> None:
        self._reach(f"end {session_id}", guarded=True)
        self.devices = [device for device in self.devices if device.session_id != session_id]

    def end_all_sessions(self) -> None:
        self._reach("end all", guarded=True)
        self.devices = []

    def events(self) -> tuple[SecurityEvent, ...]:
        self._reach("events")
        return (
            SecurityEvent(
                code="account.password_changed",
                at=builders.NOW,
                device_name="meja-kantor",
                address="10.1.2.3",
            ),
        )
