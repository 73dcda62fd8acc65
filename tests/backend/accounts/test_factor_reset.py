"""Phone and recovery codes are lost: password, email and SMS, a day of waiting, and a way to stop it."""

from __future__ import annotations

import pytest

from inaproc_backend.accounts import account_view, factor_reset, password, totp
from inaproc_backend.accounts.sign_in import check_password
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire import account as a
from inaproc_core.wire import messages as m
from tests.backend.accounts.owner import ELSEWHERE, HOME, NEW_PASSWORD, PHONE, Owner, code_of


def _begin(owner: Owner) -> a.FactorResetState:
    services = owner.office.services
    user_id = check_password(services, owner.asks(device="new"), HOME)
    return factor_reset.begin(services, user_id, device_name="PC baru", host=HOME)


def _send(owner: Owner, state: a.FactorResetState, channel: Channel) -> a.FactorResetState:
    asked = a.SendCode(channel=channel.value)
    return factor_reset.send_code(owner.office.services, state.reset_id, state.token, asked, HOME)


def _check(owner: Owner, state: a.FactorResetState, channel: Channel, code: str = "") -> a.FactorResetState:
    to = PHONE if channel is Channel.SMS else None
    asked = a.CheckCode(channel=channel.value, code=code or owner.sent_code(channel, to))
    return factor_reset.check_code(owner.office.services, state.reset_id, state.token, asked)


def _ask(owner: Owner) -> a.FactorResetState:
    """Everything that has to be proven."""
    state = _begin(owner)
    _check(owner, state, Channel.EMAIL)
    _send(owner, state, Channel.SMS)
    return _check(owner, state, Channel.SMS)


def _view(owner: Owner, session: m.Session) -> a.AccountView:
    return account_view.view(owner.office.services, owner.at(session))


def test_the_first_sign_in_after_the_wait_needs_the_password_only(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    any_owner.turn_on(session)
    state = _ask(any_owner)
    assert state.wait_seconds == 24 * 3600
    assert state.takes_effect_at is not None and state.lapses_at is not None
    assert (state.lapses_at - state.takes_effect_at).days == 7
    assert _view(any_owner, session).factor_reset_at == state.takes_effect_at
    assert any_owner.notices()[-1] == "account.factor_reset_asked"
    any_owner.office.clock.forward(hours=23, minutes=59)
    assert any_owner.begin().challenge
    any_owner.office.clock.forward(minutes=2)
    fresh = any_owner.begin().session
    assert fresh is not None
    view = _view(any_owner, fresh)
    assert (view.totp_on, view.recovery_codes_left, view.factor_reset_at) == (False, 0, None)
    assert "account.totp_off" in any_owner.events()


def test_a_new_factor_after_it_is_not_lost_again(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    _ask(owner)
    owner.office.clock.forward(hours=25)
    fresh = owner.begin().session
    assert fresh is not None
    owner.secret = ""
    owner.turn_on(fresh)
    assert owner.begin().challenge


def test_any_signed_in_session_stops_it(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    any_owner.turn_on(session)
    _ask(any_owner)
    with any_owner.office.services.database.write() as connection:
        factor_reset.stop(any_owner.office.services, connection, "u-pp", address=HOME)
    assert _view(any_owner, session).factor_reset_at is None
    assert any_owner.notices()[-1] == "account.factor_reset_stopped"
    any_owner.office.clock.forward(hours=25)
    assert any_owner.begin().challenge


@pytest.mark.parametrize("deed", ["sign in", "turn off", "move", "password"])
def test_who_holds_the_factor_or_changes_the_password_stops_it(owner: Owner, deed: str) -> None:
    session = owner.sign_in()
    owner.turn_on(session)
    _ask(owner)
    services = owner.office.services
    if deed == "sign in":
        owner.sign_in(device="pc-3")
    elif deed == "turn off":
        totp.disable(services, owner.present(session), HOME)
    elif deed == "move":
        owner.turn_on(session)
    else:
        asked = a.ChangePassword(old_password=owner.password, new_password=NEW_PASSWORD)
        password.change(services, owner.present(session), asked, HOME)
    assert "account.factor_reset_stopped" in owner.events()


def test_both_codes_are_needed_the_sms_last(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    state = _begin(owner)
    assert state.email.sent and not state.phone.sent
    with pytest.raises(Refused) as error:
        _send(owner, state, Channel.SMS)
    assert code_of(error) == "factor_reset.email_first"
    half = _check(owner, state, Channel.EMAIL)
    assert half.email.verified and half.takes_effect_at is None
    with pytest.raises(Refused):
        _check(owner, state, Channel.SMS, "000000")
    owner.office.clock.forward(hours=25)
    assert owner.begin().challenge


def test_it_lapses_when_nobody_comes(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    _ask(owner)
    owner.office.clock.forward(days=8, seconds=1)
    assert owner.begin().challenge
    assert _begin(owner).email.sent


def test_one_at_a_time(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    _ask(owner)
    with pytest.raises(Refused) as error:
        _begin(owner)
    assert code_of(error) == "factor_reset.waiting"
    assert str(error.value.refusal.facts["until"]).endswith("+07:00")


def test_a_newer_one_voids_what_was_not_finished(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    first = _begin(owner)
    owner.office.clock.forward(seconds=61)
    second = _begin(owner)
    with pytest.raises(Refused) as error:
        _check(owner, first, Channel.EMAIL)
    assert code_of(error) == "factor_reset.unknown"
    assert _check(owner, second, Channel.EMAIL).email.verified


def test_without_the_token_or_too_late(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    state = _begin(owner)
    thief = a.FactorResetState(reset_id=state.reset_id, email=state.email, phone=state.phone, token="x")
    with pytest.raises(Refused) as error:
        _check(owner, thief, Channel.EMAIL)
    assert code_of(error) == "factor_reset.unknown"
    owner.office.clock.forward(minutes=31)
    with pytest.raises(Refused) as error:
        _send(owner, state, Channel.EMAIL)
    assert code_of(error) == "factor_reset.unknown"


@pytest.mark.parametrize(("phone", "on", "code"), [("", True, "no_contact"), (PHONE, False, "not_on")])
def test_where_this_way_is_closed(owner: Owner, phone: str, on: bool, code: str) -> None:
    session = owner.sign_in()
    if on:
        owner.turn_on(session)
    with owner.office.services.database.write() as connection:
        connection.execute(tables.people.update().where(tables.people.c.id == "u-pp").values(phone=phone))
    with pytest.raises(Refused) as error:
        _begin(owner)
    assert code_of(error) == f"factor_reset.{code}"


def test_it_needs_the_password_and_counts_as_a_sign_in(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    codes = []
    for _ in range(6):
        with pytest.raises(Refused) as error:
            check_password(owner.office.services, owner.asks(password="salah", device="evil"), ELSEWHERE)
        codes.append(code_of(error))
    assert codes == ["session.wrong_credentials"] * 5 + ["session.too_many_attempts"]
