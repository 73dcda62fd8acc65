"""The backend's calls about an account: registration of the identity, the way back in, its safety."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import (
    AccountView,
    AmendRegistration,
    BeginFactorReset,
    BeginRecovery,
    BeginRegistration,
    ChangeContact,
    ChangePassword,
    CheckCode,
    CodeState,
    ConfirmTotp,
    Consents,
    FactorResetState,
    NewPassword,
    RecoveryCodes,
    RecoveryState,
    RegistrationState,
    SecurityEvent,
    SecurityEvents,
    SendCode,
    SessionList,
    SessionRow,
    TotpSecret,
)
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import SignInAnswer
from inaproc_desktop.ports.registration import Identity
from inaproc_desktop.ports.world import WorldFailed
from inaproc_desktop.remote.client import Answer, HttpClient
from inaproc_desktop.remote.endpoints import HttpWire

T = TypeVar("T")


class HttpRegistration:
    """Implements ``RegistrationCalls``, ``RecoveryCalls``, ``FactorResetCalls``; nobody is signed in."""

    def __init__(self, client: HttpClient, *, device_id: str, device_name: str = "") -> None:
        """Use a connection; the device is the one that the account is first used on."""
        self._client = client
        self._device_id = device_id
        self._device_name = device_name

    # ---- registration

    def begin_registration(self, identity: Identity, consents: Consents, language: str) -> RegistrationState:
        """Send the whole form; the first code goes out."""
        asked = BeginRegistration(
            full_name=identity.full_name,
            username=identity.username,
            email=identity.email,
            phone=identity.phone,
            password=identity.password,
            consents=consents,
            device_id=self._device_id,
            device_name=self._device_name,
            language=language,
        )
        return _read(self._send("POST", "/v1/registrations", "", asked), RegistrationState)

    def registration(self, registration_id: str, token: str) -> RegistrationState:
        """Ask where it stands."""
        return _read(self._send("GET", f"/v1/registrations/{registration_id}", token), RegistrationState)

    def amend_registration(
        self, registration_id: str, token: str, *, email: str = "", phone: str = "", username: str = ""
    ) -> RegistrationState:
        """Ubah email, Ubah nomor, another username."""
        asked = AmendRegistration(email=email, phone=phone, username=username)
        path = f"/v1/registrations/{registration_id}"
        return _read(self._send("PATCH", path, token, asked), RegistrationState)

    def send_registration_code(self, registration_id: str, token: str, channel: Channel) -> RegistrationState:
        """Ask for a code."""
        path = f"/v1/registrations/{registration_id}/codes"
        return _read(self._send("POST", path, token, SendCode(channel=channel.value)), RegistrationState)

    def check_registration_code(
        self, registration_id: str, token: str, channel: Channel, code: str
    ) -> RegistrationState:
        """Send the digits that arrived."""
        asked = CheckCode(channel=channel.value, code=code)
        path = f"/v1/registrations/{registration_id}/codes/check"
        return _read(self._send("POST", path, token, asked), RegistrationState)

    def complete_registration(self, registration_id: str, token: str) -> SignInAnswer:
        """Make the account."""
        path = f"/v1/registrations/{registration_id}/complete"
        return _read(self._send("POST", path, token), SignInAnswer)

    # ---- the way back in

    def begin_recovery(self, account: str) -> RecoveryState:
        """Begin with a username or an email."""
        return _read(self._send("POST", "/v1/recoveries", "", BeginRecovery(account=account)), RecoveryState)

    def send_recovery_code(self, recovery_id: str, token: str) -> RecoveryState:
        """Ask for another code."""
        asked = SendCode(channel=Channel.EMAIL.value)
        return _read(self._send("POST", f"/v1/recoveries/{recovery_id}/codes", token, asked), RecoveryState)

    def check_recovery_code(self, recovery_id: str, token: str, code: str) -> RecoveryState:
        """Send the digits that arrived."""
        asked = CheckCode(channel=Channel.EMAIL.value, code=code)
        path = f"/v1/recoveries/{recovery_id}/codes/check"
        return _read(self._send("POST", path, token, asked), RecoveryState)

    def set_new_password(self, recovery_id: str, token: str, password: str, code: str) -> None:
        """End the recovery."""
        asked = NewPassword(password=password, code=code)
        self._send("POST", f"/v1/recoveries/{recovery_id}/password", token, asked)

    # ---- the second factor is lost

    def begin_factor_reset(self, username: str, password: str) -> FactorResetState:
        """Begin with name and password."""
        asked = BeginFactorReset(
            username=username, password=password, device_id=self._device_id, device_name=self._device_name
        )
        return _read(self._send("POST", "/v1/factor-resets", "", asked), FactorResetState)

    def send_factor_reset_code(self, reset_id: str, token: str, channel: Channel) -> FactorResetState:
        """Ask for a code."""
        path = f"/v1/factor-resets/{reset_id}/codes"
        return _read(self._send("POST", path, token, SendCode(channel=channel.value)), FactorResetState)

    def check_factor_reset_code(
        self, reset_id: str, token: str, channel: Channel, code: str
    ) -> FactorResetState:
        """Send the digits that arrived."""
        asked = CheckCode(channel=channel.value, code=code)
        path = f"/v1/factor-resets/{reset_id}/codes/check"
        return _read(self._send("POST", path, token, asked), FactorResetState)

    def _send(self, method: str, path: str, token: str, asked: Any = None) -> Answer:
        body = None if asked is None else to_json(asked)
        return self._client.send(method, path, token=token, body=body)


class HttpAccount:
    """Implements ``ports.registration.AccountCalls`` with the session of a wire."""

    def __init__(self, wire: HttpWire) -> None:
        self._wire = wire

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again."""
        return self._wire.step_up(code, password)

    def account(self) -> AccountView:
        """Return the account."""
        found = _read(self._send("GET", "/v1/account"), AccountView)
        self._wire.totp_on = found.totp_on
        return found

    def begin_totp(self) -> TotpSecret:
        """Return a new secret."""
        return _read(self._send("POST", "/v1/account/totp"), TotpSecret)

    def confirm_totp(self, code: str) -> RecoveryCodes:
        """Turn the second factor on, or move it."""
        made = _read(self._send("POST", "/v1/account/totp/confirm", ConfirmTotp(code=code)), RecoveryCodes)
        self._wire.totp_on = True
        return made

    def remove_totp(self) -> None:
        """Turn the second factor off."""
        self._send("DELETE", "/v1/account/totp")
        self._wire.totp_on = False

    def stop_factor_reset(self) -> None:
        """Stop the reset of the second factor that somebody asked for."""
        self._send("DELETE", "/v1/account/factor-reset")

    def renew_recovery_codes(self) -> RecoveryCodes:
        """Make new recovery codes."""
        return _read(self._send("POST", "/v1/account/recovery-codes"), RecoveryCodes)

    def change_password(self, old: str, new: str) -> None:
        """Change the password."""
        self._send("POST", "/v1/account/password", ChangePassword(old_password=old, new_password=new))

    def change_contact(self, channel: Channel, target: str) -> CodeState:
        """Begin with a new email or phone."""
        asked = ChangeContact(channel=channel.value, target=target)
        return _read(self._send("POST", "/v1/account/contact", asked), CodeState)

    def check_contact(self, channel: Channel, code: str) -> AccountView:
        """Send the digits that arrived at the new one."""
        asked = CheckCode(channel=channel.value, code=code)
        return _read(self._send("POST", "/v1/account/contact/check", asked), AccountView)

    def sessions(self) -> tuple[SessionRow, ...]:
        """Return the devices that are signed in."""
        return tuple(_read(self._send("GET", "/v1/account/sessions"), SessionList).sessions)

    def end_session(self, session_id: str) -> None:
        """Sign one device out."""
        self._send("DELETE", f"/v1/account/sessions/{session_id}")

    def end_all_sessions(self) -> None:
        """Sign every device out."""
        self._send("DELETE", "/v1/account/sessions")

    def events(self) -> tuple[SecurityEvent, ...]:
        """Return what happened to the account, newest first."""
        return tuple(_read(self._send("GET", "/v1/account/events"), SecurityEvents).events)

    def _send(self, method: str, path: str, asked: Any = None) -> Answer:
        return self._wire.authorised(method, path, None if asked is None else to_json(asked))


def _read(answer: Answer, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.content, type=kind)
    except msgspec.MsgspecError as error:
        raise WorldFailed("world.answer", str(error)) from error
