"""The owner of an account at their devices, with a phone that makes codes and reads messages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pyotp
import pytest
from sqlalchemy import update

from inaproc_backend.accounts import recovery, sign_in, step_up, totp
from inaproc_backend.accounts.sessions import SignedIn, find_session
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire import account as a
from inaproc_core.wire import messages as m
from tests.backend.office import PASSWORD, Office

HOME = "203.0.113.7"
ELSEWHERE = "198.51.100.9"
EMAIL = "ayu@latihan.invalid"
PHONE = "+6281200001234"
NEW_PASSWORD = "Kopi-Tubruk/37 pagi"


def code_of(error: pytest.ExceptionInfo[Refused]) -> str:
    return error.value.refusal.code


@dataclass
class Owner:
    """One person of the office (``u-pp`` unless told otherwise)."""

    office: Office
    user_id: str = "u-pp"
    password: str = PASSWORD
    email: str = EMAIL
    phone: str = PHONE
    secret: str = ""
    codes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        with self.office.services.database.write() as connection:
            found = tables.people.c.id == self.user_id
            connection.execute(update(tables.people).where(found).values(email=self.email, phone=self.phone))

    @property
    def username(self) -> str:
        return self.user_id.removeprefix("u-")

    # -- signing in

    def asks(self, name: str = "", password: str = "", device: str = "pc-1") -> m.SignIn:
        return m.SignIn(
            username=name or self.username,
            password=password or self.password,
            device_id=device,
            device_name=f"PC {device}",
        )

    def begin(
        self, name: str = "", password: str = "", device: str = "pc-1", host: str = HOME
    ) -> m.SignInAnswer:
        return sign_in.sign_in(self.office.services, self.asks(name, password, device), host)

    def sign_in(self, **more: Any) -> m.Session:
        """All the way, with the app's code where it is asked for."""
        answer = self.begin(**more)
        if answer.challenge:
            answer = self.answer(answer.challenge, self.app_code())
        assert answer.session is not None
        return answer.session

    def answer(self, challenge: str, code: str) -> m.SignInAnswer:
        asked = m.SecondFactor(challenge=challenge, code=code)
        return sign_in.answer_challenge(self.office.services, asked, HOME)

    def answer_is_right(self, code: str) -> bool:
        try:
            return self.answer(self.begin().challenge, code).session is not None
        except Refused:
            return False

    def fails(self, **more: Any) -> str:
        with pytest.raises(Refused) as error:
            self.begin(**{"password": "salah", **more})
        return code_of(error)

    def refresh(self, session: m.Session, device: str = "pc-1") -> m.Session:
        asked = m.Refresh(refresh_token=session.refresh_token, device_id=device)
        return sign_in.refresh(self.office.services, asked, HOME)

    def who(self, session: m.Session) -> SignedIn | None:
        with self.office.services.database.read() as connection:
            return find_session(connection, session.access_token, self.office.clock())

    def at(self, session: m.Session) -> SignedIn:
        found = self.who(session)
        assert found is not None
        return found

    def present(self, session: m.Session) -> SignedIn:
        """The session after a fresh proof."""
        asked = m.StepUp(code=self.app_code()) if self.secret else m.StepUp(password=self.password)
        step_up.step_up(self.office.services, self.at(session), asked, HOME)
        return self.at(session)

    # -- the phone

    def app_code(self) -> str:
        """The next code of the app that was not used yet."""
        self.office.clock.forward(seconds=30)
        return pyotp.TOTP(self.secret).at(self.office.clock())

    def turn_on(self, session: m.Session) -> a.RecoveryCodes:
        """Turn the second factor on, or move it."""
        services = self.office.services
        made = totp.begin(services, self.present(session))
        self.secret = made.secret
        made_codes = totp.confirm(services, self.at(session), a.ConfirmTotp(code=self.app_code()), HOME)
        self.codes = list(made_codes.codes)
        return made_codes

    def messages(self, channel: Channel = Channel.EMAIL, to: str | None = None) -> list[Any]:
        rows = self.office.rows(tables.outgoing_messages, channel=channel.value)
        mine = [row for row in rows if row["target"] == (self.email if to is None else to)]
        return sorted(mine, key=lambda row: str(row["created_at"]))

    def notices(self, to: str | None = None) -> list[str]:
        return [row["template"] for row in self.messages(to=to)]

    def sent_code(self, channel: Channel = Channel.EMAIL, to: str | None = None) -> str:
        codes = [row for row in self.messages(channel, to) if row["template"].startswith("code.")]
        found = re.search(r"\b(\d{6})\b", codes[-1]["body"])
        assert found is not None
        return found[1]

    def events(self) -> list[str]:
        rows = self.office.rows(tables.security_events, user_id=self.user_id)
        return [row["code"] for row in sorted(rows, key=lambda row: str(row["at"]))]

    # -- forgetting the password

    def begin_recovery(self, name: str = "", host: str = HOME) -> a.RecoveryState:
        asked = a.BeginRecovery(account=name or self.username)
        return recovery.begin(self.office.services, asked, host)

    def prove_recovery(self, state: a.RecoveryState) -> a.RecoveryState:
        asked = a.CheckCode(channel="EMAIL", code=self.sent_code())
        return recovery.check_code(self.office.services, state.recovery_id, state.token, asked)

    def recover(self, password: str = NEW_PASSWORD, code: str = "", host: str = HOME) -> None:
        state = self.begin_recovery(host=host)
        self.prove_recovery(state)
        asked = a.NewPassword(password=password, code=code)
        recovery.set_password(self.office.services, state.recovery_id, state.token, asked, host)
        self.password = password
