"""Lupa kata sandi: the way out of every pause and lock, which tells nobody what accounts there are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inaproc_backend.accounts import contact, factor_reset, recovery
from inaproc_backend.accounts.second_factor import prove
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.wire import account as a
from tests.backend.accounts.owner import ELSEWHERE, EMAIL, HOME, NEW_PASSWORD, Owner, code_of
from tests.backend.office import PASSWORD


def _set(owner: Owner, state: a.RecoveryState, password: str = NEW_PASSWORD, code: str = "") -> None:
    asked = a.NewPassword(password=password, code=code)
    recovery.set_password(owner.office.services, state.recovery_id, state.token, asked, HOME)


def _refused(owner: Owner, state: a.RecoveryState, password: str = NEW_PASSWORD, code: str = "") -> str:
    with pytest.raises(Refused) as error:
        _set(owner, state, password, code)
    return code_of(error)


@pytest.mark.parametrize("name", ["pp", EMAIL, f" {EMAIL.upper()} "])
def test_a_new_password_closes_everything_and_opens_the_door(any_owner: Owner, name: str) -> None:
    session = any_owner.sign_in(device="old")
    state = any_owner.begin_recovery(name)
    assert (state.proven, state.email.sent, state.needs_second_factor) == (False, True, False)
    assert any_owner.prove_recovery(state).proven
    _set(any_owner, state)
    assert any_owner.who(session) is None
    with pytest.raises(Refused):
        any_owner.refresh(session, device="old")
    assert any_owner.fails(password=PASSWORD) == "session.wrong_credentials"
    assert any_owner.sign_in(password=NEW_PASSWORD).user_id == "u-pp"
    assert "account.password_reset" in any_owner.notices()


def test_messages_are_in_the_language_of_the_account(owner: Owner) -> None:
    with owner.office.services.database.write() as connection:
        connection.execute(tables.people.update().where(tables.people.c.id == "u-pp").values(language="en"))
    session = owner.sign_in()
    owner.turn_on(session)
    owner.recover(code=owner.app_code())
    asked = a.ChangeContact(channel="SMS", target="081200005678")
    fresh = owner.present(owner.sign_in())
    contact.begin(owner.office.services, fresh, asked, HOME)
    sent = owner.office.rows(tables.outgoing_messages)
    assert {row["template"] for row in sent} >= {"account.totp_on", "code.recovery", "code.contact"}
    assert {row["language"] for row in sent} == {"en"}
    owner.begin_recovery("nobody@contoh.id")
    (told,) = owner.office.rows(tables.outgoing_messages, template="recovery.no_account")
    assert told["language"] == "id"


def test_it_lifts_every_pause_without_a_help_desk(owner: Owner) -> None:
    owner.sign_in(device="mine")
    for device in ("mine", "evil"):
        for _ in range(15):
            owner.fails(device=device, host=ELSEWHERE)
    assert owner.fails(device="mine") == owner.fails(device="new") == "session.too_many_attempts"
    owner.recover(host=ELSEWHERE)
    for device in ("mine", "new"):
        assert owner.sign_in(device=device).user_id == "u-pp"


def test_it_lifts_the_lock_of_the_second_factor_too(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    services = owner.office.services
    few = replace(services.config.throttle, second_factor_ever=3)
    services = owner.office.services = replace(services, config=replace(services.config, throttle=few))
    for _ in range(3):
        prove(services, "u-pp", "000000")
    owner.recover(code=owner.codes[0])
    assert owner.sign_in().user_id == "u-pp"


def test_the_second_factor_is_asked_for_where_it_is_on(any_owner: Owner) -> None:
    any_owner.turn_on(any_owner.sign_in())
    state = any_owner.prove_recovery(any_owner.begin_recovery())
    state = replace_token(state, any_owner)
    assert state.needs_second_factor
    assert _refused(any_owner, state) == "session.wrong_code"
    assert _refused(any_owner, state, code="000000") == "session.wrong_code"
    _set(any_owner, state, code=any_owner.app_code())
    any_owner.password = NEW_PASSWORD
    assert any_owner.sign_in().user_id == "u-pp"


def replace_token(state: a.RecoveryState, owner: Owner) -> a.RecoveryState:
    """The token comes with the first answer only: begin again and keep it."""
    owner.office.clock.forward(seconds=61)
    begun = owner.begin_recovery()
    proven = owner.prove_recovery(begun)
    assert proven.token == ""
    return a.RecoveryState(
        recovery_id=begun.recovery_id,
        email=proven.email,
        token=begun.token,
        proven=proven.proven,
        needs_second_factor=proven.needs_second_factor,
    )


def test_five_tries_of_the_second_factor_then_begin_anew(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    state = replace_token(owner.begin_recovery(), owner)
    assert {_refused(owner, state, code="000000") for _ in range(5)} == {"session.wrong_code"}
    assert _refused(owner, state, code=owner.app_code()) == "recovery.too_many_tries"


def test_a_bad_password_spends_no_code_of_the_second_factor(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    state = replace_token(owner.begin_recovery(), owner)
    code = owner.app_code()
    assert _refused(owner, state, password="pendek", code=code) == "password.too_short"
    assert _refused(owner, state, password="Rahasia2026!", code=code) == "password.breached"
    _set(owner, state, password="Tembok-Kuning/48", code=code)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password.empty"),
        ("Aa1!", "password.too_short"),
        ("tanpa-huruf-besar-1", "password.classes"),
        ("P@ssw0rd2026!", "password.breached"),
    ],
)
def test_new_passwords_keep_the_rules(owner: Owner, password: str, code: str) -> None:
    state = owner.begin_recovery()
    owner.prove_recovery(state)
    assert _refused(owner, state, password=password) == code


def test_it_is_used_once(owner: Owner) -> None:
    state = owner.begin_recovery()
    owner.prove_recovery(state)
    _set(owner, state)
    assert _refused(owner, state, password="Tembok-Kuning/48") == "recovery.unknown"


def test_nothing_without_the_code_or_the_token(owner: Owner) -> None:
    state = owner.begin_recovery()
    assert _refused(owner, state) == "recovery.not_proven"
    owner.prove_recovery(state)
    stolen = a.RecoveryState(recovery_id=state.recovery_id, email=state.email, token="x" * 43)
    assert _refused(owner, stolen) == "recovery.unknown"
    owner.office.clock.forward(minutes=31)
    assert _refused(owner, state) == "recovery.unknown"


def test_only_email_serves(owner: Owner) -> None:
    state = owner.begin_recovery()
    for channel in ("SMS", "PIGEON"):
        with pytest.raises(Refused) as error:
            asked = a.CheckCode(channel=channel, code=owner.sent_code())
            recovery.check_code(owner.office.services, state.recovery_id, state.token, asked)
        assert code_of(error) == "code.channel"


def test_a_change_of_the_password_ends_recoveries_under_way(owner: Owner) -> None:
    state = owner.begin_recovery()
    owner.prove_recovery(state)
    owner.office.clock.forward(seconds=61)
    other = owner.begin_recovery()
    owner.prove_recovery(other)
    _set(owner, other)
    assert _refused(owner, state, password="Tembok-Kuning/48") == "recovery.unknown"


def test_a_person_who_left_gets_nothing(owner: Owner) -> None:
    with owner.office.services.database.write() as connection:
        connection.execute(tables.people.update().where(tables.people.c.id == "u-pp").values(active=False))
    state = owner.begin_recovery()
    assert state.email.sent and not owner.messages()


def test_an_address_without_an_account_is_told_so(owner: Owner) -> None:
    owner.begin_recovery("siapa@contoh.invalid")
    assert owner.notices(to="siapa@contoh.invalid") == ["recovery.no_account"]
    owner.begin_recovery("bukan siapa-siapa")
    assert [row["target"] for row in owner.office.rows(tables.outgoing_messages)].count("") == 1


def test_another_code_voids_the_first(owner: Owner) -> None:
    state = owner.begin_recovery()
    first = owner.sent_code()
    with pytest.raises(Refused) as error:
        recovery.send_code(owner.office.services, state.recovery_id, state.token, HOME)
    assert code_of(error) == "code.too_soon"
    owner.office.clock.forward(seconds=61)
    recovery.send_code(owner.office.services, state.recovery_id, state.token, HOME)
    if first != owner.sent_code():
        with pytest.raises(Refused) as error:
            asked = a.CheckCode(channel="EMAIL", code=first)
            recovery.check_code(owner.office.services, state.recovery_id, state.token, asked)
        assert code_of(error) == "code.wrong"
    assert owner.prove_recovery(state).proven


def test_a_pending_loss_of_the_factor_is_stopped_by_a_new_password(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    services = owner.office.services
    state = factor_reset.begin(services, "u-pp", device_name="PC", host=ELSEWHERE)
    owner.office.clock.forward(seconds=61)
    owner.recover(code=owner.codes[0])
    with pytest.raises(Refused) as error:
        asked = a.SendCode(channel="EMAIL")
        factor_reset.send_code(services, state.reset_id, state.token, asked, HOME)
    assert code_of(error) == "factor_reset.unknown"
