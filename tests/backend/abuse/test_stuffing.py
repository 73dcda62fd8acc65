"""Guessing at large: many names from one place, one name from many places, all at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inaproc_backend.accounts import recovery, sign_in
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.wire import account as a
from inaproc_core.wire import messages as m
from tests.backend.abuse.conftest import Together, Work
from tests.backend.accounts.owner import ELSEWHERE, HOME, Owner, code_of


def test_many_names_from_one_address(any_owner: Owner) -> None:
    codes = [any_owner.fails(name=f"nama{n}", device=f"d{n}", host=ELSEWHERE) for n in range(53)]
    assert codes == ["session.wrong_credentials"] * 50 + ["session.too_many_attempts"] * 3
    assert any_owner.fails(name="pp", device="evil", host=ELSEWHERE) == "session.too_many_attempts"
    assert any_owner.sign_in(host=HOME).user_id == "u-pp"


def test_a_household_with_a_million_ipv6_addresses_is_one_place(owner: Owner) -> None:
    codes = [owner.fails(name=f"nama{n}", device="d", host=f"2001:db8:1:2::{n:x}") for n in range(51)]
    assert codes[-1] == "session.too_many_attempts"
    assert owner.fails(name="x", device="d", host="2001:db8:1:2:ffff::1") == "session.too_many_attempts"
    assert owner.fails(name="x", device="d", host="2001:db8:1:3::1") == "session.wrong_credentials"


def test_one_name_from_many_addresses_and_devices(any_owner: Owner) -> None:
    codes = [any_owner.fails(device=f"d{n}", host=f"10.0.{n}.1") for n in range(40)]
    assert codes == ["session.wrong_credentials"] * 5 + ["session.too_many_attempts"] * 35


def test_guesses_at_one_account_in_a_week_are_few(owner: Owner) -> None:
    """NIST SP 800-63B-4, 3.2.2: no more than 100 failures in a row."""
    tried = 0
    for _ in range(7 * 24 * 12):
        owner.office.clock.forward(minutes=5)
        while owner.fails(device="evil", host=ELSEWHERE) == "session.wrong_credentials":
            tried += 1
    assert 5 <= tried <= 150


def test_two_hundred_at_once_are_counted_before_they_are_tried(
    any_owner: Owner, work: Work, together: Together
) -> None:
    deeds = [
        lambda n=n: any_owner.begin(password="salah", device=f"d{n}", host=f"10.0.{n}.1") for n in range(40)
    ]
    work.take()
    codes = together(deeds)
    assert codes.count("session.wrong_credentials") == 5
    assert codes.count("session.too_many_attempts") == 35
    assert work.take()[0] == 5


def test_a_pause_costs_the_service_no_hash(owner: Owner, work: Work) -> None:
    for _ in range(6):
        owner.fails()
    work.take()
    owner.fails()
    assert work.take()[0] == 0


def test_the_right_password_during_a_pause_opens_nothing_and_says_nothing(owner: Owner) -> None:
    for _ in range(6):
        owner.fails(device="evil")
    with pytest.raises(Refused) as right:
        owner.begin(device="evil")
    with pytest.raises(Refused) as wrong:
        owner.begin(device="evil", password="salah")
    assert code_of(right) == code_of(wrong) == "session.too_many_attempts"
    assert right.value.refusal == wrong.value.refusal


def test_a_made_up_device_id_brings_no_tries_of_its_own(owner: Owner) -> None:
    owner.sign_in(device="mine")
    for n in range(5):
        owner.fails(device=f"made-up-{n}")
    assert owner.fails(device="made-up-again") == "session.too_many_attempts"


def test_challenges_bring_no_more_tries_of_the_second_factor(owner: Owner) -> None:
    """Each challenge takes five; all of them together take five."""
    owner.turn_on(owner.sign_in(device="mine"))
    codes = []
    for _ in range(4):
        challenge = owner.begin(device="evil").challenge
        for _ in range(3):
            with pytest.raises(Refused) as error:
                owner.answer(challenge, "000000")
            codes.append(code_of(error))
    assert codes[:5] == ["session.wrong_code"] * 5
    assert set(codes[5:]) == {"session.too_many_attempts"}


def test_recoveries_cannot_flood_a_mailbox_or_the_database(owner: Owner) -> None:
    most = owner.office.services.config.throttle.per_address
    for _ in range(most):
        owner.begin_recovery(host=ELSEWHERE)
    with pytest.raises(Refused) as error:
        owner.begin_recovery(host=ELSEWHERE)
    assert code_of(error) == "session.too_many_attempts"
    assert owner.notices().count("code.recovery") == 1
    assert len(owner.office.rows(tables.recoveries)) == most


def test_a_day_of_recoveries_from_everywhere_sends_few_mails(owner: Owner) -> None:
    for n in range(24 * 30):
        owner.office.clock.forward(minutes=2)
        owner.begin_recovery(host=f"10.{n // 200}.{n % 200}.1")
    assert owner.notices().count("code.recovery") <= 24 * 5


def test_guessing_the_code_of_a_recovery(owner: Owner) -> None:
    """Fifteen wrong codes, then a pause: one guess in 66,000 an hour at most."""
    services = owner.office.services
    tried = 0
    start = owner.office.clock.now
    state = owner.begin_recovery(host=ELSEWHERE)
    while (owner.office.clock.now - start).total_seconds() < 3600:
        try:
            asked = a.CheckCode(channel="EMAIL", code="000000")
            recovery.check_code(services, state.recovery_id, state.token, asked)
        except Refused as refused:
            if refused.refusal.code in {"code.wrong", "code.void"}:
                tried += 1
                continue
        owner.office.clock.forward(seconds=20)
        state = owner.begin_recovery(host=ELSEWHERE)
    assert tried <= 25


def test_the_factor_is_locked_long_before_it_is_guessed(owner: Owner) -> None:
    """One in a million each time; three codes count at a time."""
    session = owner.sign_in(device="mine")
    owner.turn_on(session)
    services = owner.office.services
    few = replace(services.config.throttle, second_factor_ever=20)
    owner.office.services = replace(services, config=replace(services.config, throttle=few))
    met = set()
    for _ in range(60):
        owner.office.clock.forward(hours=9)
        challenge = owner.begin(device="evil").challenge
        with pytest.raises(Refused) as error:
            sign_in.answer_challenge(
                owner.office.services, m.SecondFactor(challenge=challenge, code="000000"), ELSEWHERE
            )
        met.add(code_of(error))
    assert "session.second_factor_locked" in met
    assert owner.events().count("account.totp_locked") == 1
