"""Signing in, second factor, token rotation with its grace rule, step-up and throttling."""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyotp
import pytest

from inaproc_backend.accounts import sign_in as use
from inaproc_backend.accounts import step_up as presence
from inaproc_backend.accounts.passwords import Passwords
from inaproc_backend.accounts.sealing import seal_secret
from inaproc_backend.accounts.sessions import SignedIn, find_session
from inaproc_backend.accounts.tokens import digest, new_token, seal, unseal
from inaproc_backend.config import Config
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.wire import messages as m
from tests.backend.office import CHEAP, PASSWORD, Office

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HOST = "10.0.0.7"


def _asked(username: str = "pp", password: str = PASSWORD, device: str = "pc-1") -> m.SignIn:
    return m.SignIn(username=username, password=password, device_id=device, device_name="PC")


def _signed_in(office: Office, **more: Any) -> m.Session:
    session = use.sign_in(office.services, _asked(**more), HOST).session
    assert session is not None
    return session


def _code(error: pytest.ExceptionInfo[Refused]) -> str:
    return error.value.refusal.code


def _who(office: Office, token: str) -> SignedIn | None:
    with office.services.database.read() as connection:
        return find_session(connection, token, office.clock())


def _refresh(office: Office, token: str, device: str = "pc-1") -> m.Session:
    return use.refresh(office.services, m.Refresh(refresh_token=token, device_id=device))


@pytest.fixture
def with_totp(office: Office) -> Iterator[Office]:
    with office.services.database.write() as connection:
        connection.execute(
            tables.credentials.update()
            .where(tables.credentials.c.user_id == "u-pp")
            .values(totp_secret=seal_secret(office.services, "u-pp", SECRET))
        )
    yield office


# -- passwords ---------------------------------------------------------------------------------------------


def test_the_shipped_cost_is_the_stated_one() -> None:
    cost = Config(data=Path()).passwords
    assert (cost.passes, cost.memory_kib, cost.lanes) == (3, 65536, 4)
    encoded = Passwords(CHEAP).hash("x")
    assert encoded.startswith("$argon2id$v=19$m=8,t=1,p=1$")


def test_sign_in_gives_a_session_with_accesses(office: Office) -> None:
    session = _signed_in(office, username="  PP ")
    assert (session.user_id, session.name, session.access_seconds) == ("u-pp", "Ayu Latihan", 600)
    assert [(row.role, row.satker_id, row.active) for row in session.accesses] == [("PP", "s-1", True)]
    found = _who(office, session.access_token)
    assert found is not None and found.user_id == "u-pp"
    assert len(session.refresh_token) == 43


def test_no_token_or_password_is_stored(office: Office) -> None:
    session = _signed_in(office)
    _refresh(office, session.refresh_token)
    everything = repr([office.rows(table) for table in tables.metadata.sorted_tables])
    for secret in (session.access_token, session.refresh_token, PASSWORD):
        assert secret not in everything


@pytest.mark.parametrize(("username", "password"), [("pp", "salah"), ("nobody", PASSWORD)])
def test_wrong_name_and_wrong_password_are_told_alike(office: Office, username: str, password: str) -> None:
    with pytest.raises(Refused) as error:
        use.sign_in(office.services, _asked(username, password), HOST)
    assert (_code(error), dict(error.value.refusal.facts)) == ("session.wrong_credentials", {})


def test_an_unknown_name_costs_a_hash_like_a_known_one(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str | None] = []
    real = office.services.passwords.matches

    def watched(_: Passwords, encoded: str | None, password: str) -> bool:
        seen.append(encoded)
        return real(encoded, password)

    monkeypatch.setattr(Passwords, "matches", watched)
    for name in ("nobody", "pp"):
        with pytest.raises(Refused):
            use.sign_in(office.services, _asked(name, "salah"), HOST)
    assert seen[0] is None and seen[1]
    assert not real(None, "no such account")  # even the stand-in's own password opens nothing


def test_a_person_who_left_cannot_sign_in_and_is_out_at_once(office: Office) -> None:
    session = _signed_in(office)
    with office.services.database.write() as connection:
        connection.execute(tables.people.update().where(tables.people.c.id == "u-pp").values(active=False))
    assert _who(office, session.access_token) is None
    for attempt in (lambda: _signed_in(office), lambda: _refresh(office, session.refresh_token)):
        with pytest.raises(Refused):
            attempt()


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"username": ""}, "username"), ({"password": "x" * 2000}, "password"), ({"device": ""}, "device_id")],
)
def test_sign_in_fields_have_lengths(office: Office, changes: dict[str, str], field: str) -> None:
    with pytest.raises(Refused) as error:
        use.sign_in(office.services, _asked(**changes), HOST)
    assert (_code(error), error.value.refusal.field) == ("session.field_length", field)


# -- throttling --------------------------------------------------------------------------------------------


def _fails(office: Office, username: str, host: str = HOST) -> str:
    with pytest.raises(Refused) as error:
        use.sign_in(office.services, _asked(username, "salah"), host)
    return _code(error)


@pytest.mark.parametrize("username", ["pp", "nobody"])
def test_the_sixth_failure_of_a_name_waits_and_says_how_long(office: Office, username: str) -> None:
    assert {_fails(office, username, f"10.0.0.{n}") for n in range(5)} == {"session.wrong_credentials"}
    office.clock.forward(minutes=5)
    with pytest.raises(Refused) as error:
        use.sign_in(office.services, _asked(username), "10.0.0.99")  # even with the right password
    assert _code(error) == "session.too_many_attempts"
    assert error.value.refusal.facts["wait_seconds"] == 601
    office.clock.forward(seconds=602)
    if username == "pp":
        assert _signed_in(office).user_id == "u-pp"


def test_success_forgives_the_name(office: Office) -> None:
    for _ in range(4):
        _fails(office, "pp")
    _signed_in(office)
    for _ in range(5):
        assert _fails(office, "pp") == "session.wrong_credentials"


def test_one_address_cannot_try_many_names(office: Office) -> None:
    codes = [_fails(office, f"name{n}") for n in range(52)]
    assert codes[:50] == ["session.wrong_credentials"] * 50
    assert codes[50:] == ["session.too_many_attempts"] * 2
    assert _fails(office, "name99", "10.9.9.9") == "session.wrong_credentials"


def test_parallel_guesses_are_counted_before_they_are_tried(office: Office) -> None:
    with ThreadPoolExecutor(10) as pool:
        codes = list(pool.map(lambda n: _fails(office, "pp", f"10.1.0.{n}"), range(20)))
    assert codes.count("session.wrong_credentials") == 5
    assert codes.count("session.too_many_attempts") == 15


# -- second factor -----------------------------------------------------------------------------------------


def _challenge(office: Office) -> str:
    answer = use.sign_in(office.services, _asked(), HOST)
    assert answer.session is None
    return answer.challenge


def _now_code(office: Office) -> str:
    return pyotp.TOTP(SECRET).at(office.clock())


def _answer(office: Office, challenge: str, code: str) -> m.SignInAnswer:
    return use.answer_challenge(office.services, m.SecondFactor(challenge=challenge, code=code))


def test_the_second_factor_opens_the_session_once(with_totp: Office) -> None:
    challenge = _challenge(with_totp)
    code = _now_code(with_totp)
    assert _answer(with_totp, challenge, f"{code[:3]} {code[3:]}").session is not None
    with pytest.raises(Refused) as error:
        _answer(with_totp, challenge, code)
    assert _code(error) == "session.challenge_expired"
    with pytest.raises(Refused) as error:  # the same code with a fresh challenge: it was used
        _answer(with_totp, _challenge(with_totp), code)
    assert _code(error) == "session.wrong_code"
    with_totp.clock.forward(seconds=30)
    assert _answer(with_totp, _challenge(with_totp), _now_code(with_totp)).session is not None


def test_of_many_parallel_uses_of_one_code_exactly_one_counts(with_totp: Office) -> None:
    challenges = [_challenge(with_totp) for _ in range(5)]
    code = _now_code(with_totp)

    def attempt(challenge: str) -> bool:
        try:
            return _answer(with_totp, challenge, code).session is not None
        except Refused:
            return False

    with ThreadPoolExecutor(5) as pool:
        assert sum(pool.map(attempt, challenges)) == 1


@pytest.mark.parametrize("code", ["000000", "12345", "1234567", "abcdef", "１２３４５６", ""])
def test_wrong_codes(with_totp: Office, code: str) -> None:
    with pytest.raises(Refused) as error:
        _answer(with_totp, _challenge(with_totp), code)
    assert _code(error) == "session.wrong_code"


def test_codes_are_throttled_per_person_even_with_the_password(with_totp: Office) -> None:
    for _ in range(5):
        with pytest.raises(Refused) as error:
            _answer(with_totp, _challenge(with_totp), "000000")
        assert _code(error) == "session.wrong_code"
    with pytest.raises(Refused) as error:
        _answer(with_totp, _challenge(with_totp), _now_code(with_totp))
    assert _code(error) == "session.too_many_attempts"


def test_a_hundred_wrong_codes_in_a_row_lock_the_factor(with_totp: Office) -> None:
    with with_totp.services.database.write() as connection:
        connection.execute(tables.credentials.update().values(totp_failures=100))
    with pytest.raises(Refused) as error:
        _answer(with_totp, _challenge(with_totp), _now_code(with_totp))
    assert _code(error) == "session.second_factor_locked"


def test_a_challenge_ends(with_totp: Office) -> None:
    challenge = _challenge(with_totp)
    with_totp.clock.forward(seconds=301)
    with pytest.raises(Refused) as error:
        _answer(with_totp, challenge, _now_code(with_totp))
    assert _code(error) == "session.challenge_expired"


# -- tokens ------------------------------------------------------------------------------------------------


def test_access_tokens_end_after_ten_minutes(office: Office) -> None:
    session = _signed_in(office)
    office.clock.forward(seconds=599)
    assert _who(office, session.access_token) is not None
    office.clock.forward(seconds=1)
    assert _who(office, session.access_token) is None
    assert _who(office, _refresh(office, session.refresh_token).access_token) is not None


def test_signing_out_ends_everything_at_once(office: Office) -> None:
    session = _signed_in(office)
    signed_in = _who(office, session.access_token)
    assert signed_in is not None
    use.sign_out(office.services, signed_in)
    assert _who(office, session.access_token) is None
    with pytest.raises(Refused) as error:
        _refresh(office, session.refresh_token)
    assert _code(error) == "session.ended"


def test_a_lost_answer_is_given_again_to_the_same_device(office: Office) -> None:
    first = _signed_in(office)
    second = _refresh(office, first.refresh_token)
    office.clock.forward(seconds=59)
    again = _refresh(office, first.refresh_token)
    assert again.refresh_token == second.refresh_token
    assert _who(office, again.access_token) is not None
    assert _who(office, second.access_token) is not None


def test_in_the_window_but_after_the_successor_was_used_is_refused_without_harm(office: Office) -> None:
    first = _signed_in(office)
    second = _refresh(office, first.refresh_token)
    third = _refresh(office, second.refresh_token)
    with pytest.raises(Refused) as error:
        _refresh(office, first.refresh_token)
    assert _code(error) == "session.refresh_spent"
    assert _refresh(office, third.refresh_token).user_id == "u-pp"


def test_a_spent_token_shown_late_revokes_the_family(office: Office) -> None:
    first = _signed_in(office)
    second = _refresh(office, first.refresh_token)
    office.clock.forward(seconds=61)
    with pytest.raises(Refused) as error:
        _refresh(office, first.refresh_token)
    assert _code(error) == "session.refresh_reused"
    assert _who(office, second.access_token) is None
    with pytest.raises(Refused) as error:
        _refresh(office, second.refresh_token)
    assert _code(error) == "session.ended"
    assert office.rows(tables.sessions)[0]["revoked_because"] == "spent refresh token shown again"


def test_another_device_revokes_the_family_even_with_a_live_token(office: Office) -> None:
    session = _signed_in(office)
    with pytest.raises(Refused) as error:
        _refresh(office, session.refresh_token, device="thief")
    assert _code(error) == "session.refresh_reused"
    assert _who(office, session.access_token) is None


def test_a_family_ends_after_thirty_days_however_often_it_is_renewed(office: Office) -> None:
    session = _signed_in(office)
    for _ in range(5):
        office.clock.forward(days=5, hours=20)
        session = _refresh(office, session.refresh_token)
    office.clock.forward(days=1)
    with pytest.raises(Refused) as error:
        _refresh(office, session.refresh_token)
    assert _code(error) == "session.ended"


def test_eight_threads_refreshing_at_once_are_not_signed_out(any_office: Office) -> None:
    session = _signed_in(any_office)
    for _ in range(5):
        token = session.refresh_token
        with ThreadPoolExecutor(8) as pool:
            renewed = list(pool.map(lambda _, t=token: _refresh(any_office, t), range(8)))
        assert len({one.refresh_token for one in renewed}) == 1
        assert all(_who(any_office, one.access_token) for one in renewed)
        session = renewed[0]
    live = [row for row in any_office.rows(tables.refresh_tokens) if row["spent_at"] is None]
    assert len(live) == 1


def test_lost_answers_at_random_never_sign_out(office: Office) -> None:
    dice = random.Random(5)
    token = _signed_in(office).refresh_token
    for _ in range(60):
        office.clock.forward(seconds=dice.randint(0, 40))
        successor = _refresh(office, token).refresh_token
        if dice.random() < 0.5:
            token = successor  # else the answer got lost, and the client asks again with the old one
        else:
            office.clock.forward(seconds=dice.randint(0, 19))
            token = _refresh(office, token).refresh_token


def test_seal_opens_with_its_token_only() -> None:
    dice = random.Random(1)
    spent, successor = new_token(dice.getrandbits), new_token(dice.getrandbits)
    sealed = seal(successor, spent)
    assert unseal(sealed, spent) == successor
    assert unseal(sealed, new_token(dice.getrandbits)) != successor
    assert digest(successor) not in sealed


# -- step-up -----------------------------------------------------------------------------------------------


def test_step_up_by_password(office: Office) -> None:
    session = _signed_in(office)
    signed_in = _who(office, session.access_token)
    assert signed_in is not None and signed_in.stepped_up_at is None
    with pytest.raises(Refused) as error:
        presence.step_up(office.services, signed_in, m.StepUp(password="salah"))
    assert _code(error) == "session.wrong_password"
    assert presence.step_up(office.services, signed_in, m.StepUp(password=PASSWORD)).seconds == 300
    after = _who(office, session.access_token)
    assert after is not None and after.stepped_up_at == office.clock()


def test_a_proof_of_the_other_kind_says_which_is_needed(with_totp: Office) -> None:
    session = _answer(with_totp, _challenge(with_totp), _now_code(with_totp)).session
    assert session is not None and session.totp_on
    signed_in = _who(with_totp, session.access_token)
    assert signed_in is not None
    with pytest.raises(Refused) as error:
        presence.step_up(with_totp.services, signed_in, m.StepUp(password=PASSWORD))
    assert (_code(error), error.value.refusal.field) == ("session.code_needed", "code")


def test_a_code_where_no_second_factor_is_on_asks_for_the_password(office: Office) -> None:
    session = _signed_in(office)
    assert not session.totp_on
    signed_in = _who(office, session.access_token)
    assert signed_in is not None
    with pytest.raises(Refused) as error:
        presence.step_up(office.services, signed_in, m.StepUp(code="123456"))
    assert (_code(error), error.value.refusal.field) == ("session.password_needed", "password")


def test_step_up_by_code_where_a_second_factor_is_on(with_totp: Office) -> None:
    session = _answer(with_totp, _challenge(with_totp), _now_code(with_totp)).session
    assert session is not None
    signed_in = _who(with_totp, session.access_token)
    assert signed_in is not None
    with pytest.raises(Refused) as error:  # the password is no second factor, and the code was used
        presence.step_up(
            with_totp.services, signed_in, m.StepUp(password=PASSWORD, code=_now_code(with_totp))
        )
    assert _code(error) == "session.wrong_code"
    with_totp.clock.forward(seconds=30)
    assert presence.step_up(with_totp.services, signed_in, m.StepUp(code=_now_code(with_totp))).seconds == 300


def test_step_up_is_throttled(office: Office) -> None:
    signed_in = _who(office, _signed_in(office).access_token)
    assert signed_in is not None
    codes = []
    for _ in range(6):
        with pytest.raises(Refused) as error:
            presence.step_up(office.services, signed_in, m.StepUp(password="salah"))
        codes.append(_code(error))
    assert codes == ["session.wrong_password"] * 5 + ["session.too_many_attempts"]
