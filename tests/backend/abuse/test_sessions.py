"""Stolen tokens, planted sessions, proofs that ran out."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.testing import TestClient

from inaproc_backend.accounts import sign_in
from inaproc_backend.accounts.sessions import find_session
from inaproc_backend.accounts.step_up import require_step_up, step_up
from inaproc_backend.accounts.tokens import digest
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.wire import messages as m
from tests.backend.abuse.conftest import Together
from tests.backend.accounts.owner import ELSEWHERE, HOME, Owner, code_of
from tests.backend.office import PASSWORD


def _refresh(owner: Owner, token: str, device: str = "pc-1", host: str = HOME) -> m.Session:
    asked = m.Refresh(refresh_token=token, device_id=device)
    return sign_in.refresh(owner.office.services, asked, host)


# -- theft of a refresh token ------------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["thief", "owner"])
def test_a_stolen_refresh_token_is_of_use_to_nobody_for_long(any_owner: Owner, first: str) -> None:
    """Whoever comes second shows a spent token, and the family ends for both."""
    session = any_owner.sign_in()
    quick = _refresh(any_owner, session.refresh_token)
    any_owner.office.clock.forward(minutes=5)
    quick = _refresh(any_owner, quick.refresh_token)
    with pytest.raises(Refused) as error:
        _refresh(any_owner, session.refresh_token, host=ELSEWHERE if first == "owner" else HOME)
    assert code_of(error) == "session.refresh_reused"
    assert any_owner.who(quick) is None
    with pytest.raises(Refused) as error:
        _refresh(any_owner, quick.refresh_token)
    assert code_of(error) == "session.ended"


def test_the_owner_is_told_of_the_theft_once(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    for _ in range(3):
        with pytest.raises(Refused):
            _refresh(any_owner, session.refresh_token, device="thief", host=ELSEWHERE)
    assert any_owner.notices() == ["account.token_reused"]
    assert ELSEWHERE in any_owner.messages()[0]["body"]


def test_theft_from_one_device_leaves_the_others_signed_in(owner: Owner) -> None:
    stolen, other = owner.sign_in(device="pc-1"), owner.sign_in(device="pc-2")
    with pytest.raises(Refused):
        _refresh(owner, stolen.refresh_token, device="thief")
    assert owner.who(other) is not None


@pytest.mark.parametrize("seconds", [0, 60])
def test_within_the_grace_the_same_successor_and_no_second_family(any_owner: Owner, seconds: int) -> None:
    session = any_owner.sign_in()
    renewed = _refresh(any_owner, session.refresh_token)
    any_owner.office.clock.forward(seconds=seconds)
    assert _refresh(any_owner, session.refresh_token).refresh_token == renewed.refresh_token
    assert len(any_owner.office.rows(tables.sessions)) == 1
    live = [row for row in any_owner.office.rows(tables.refresh_tokens) if row["spent_at"] is None]
    assert len(live) == 1


def test_a_second_beyond_the_grace(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    _refresh(any_owner, session.refresh_token)
    any_owner.office.clock.forward(seconds=61)
    with pytest.raises(Refused) as error:
        _refresh(any_owner, session.refresh_token)
    assert code_of(error) == "session.refresh_reused"


def test_the_grace_does_not_reach_back_two_tokens(any_owner: Owner) -> None:
    first = any_owner.sign_in()
    second = _refresh(any_owner, first.refresh_token)
    third = _refresh(any_owner, second.refresh_token)
    with pytest.raises(Refused) as error:
        _refresh(any_owner, first.refresh_token)
    assert code_of(error) == "session.refresh_spent"
    assert any_owner.who(third) is not None
    assert any_owner.notices() == []


def test_theft_and_renewal_at_one_moment_end_in_one_family_or_none(
    any_owner: Owner, together: Together
) -> None:
    session = any_owner.sign_in()
    token = session.refresh_token
    codes = together(
        [*[lambda: _refresh(any_owner, token)] * 4, lambda: _refresh(any_owner, token, device="thief")]
    )
    assert set(codes) <= {"ok", "session.refresh_reused", "session.ended"}
    assert codes.count("session.refresh_reused") == 1
    with pytest.raises(Refused) as error:
        _refresh(any_owner, token)
    assert code_of(error) == "session.ended"
    assert any_owner.events() == ["account.token_reused"]


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "\u00e9", "A" * 10_000])
def test_what_is_no_refresh_token(any_owner: Owner, token: str) -> None:
    with pytest.raises(Refused) as error:
        _refresh(any_owner, token)
    assert code_of(error) == "session.refresh_unknown"


def test_an_access_token_renews_nothing_and_a_refresh_token_opens_nothing(owner: Owner) -> None:
    session = owner.sign_in()
    with pytest.raises(Refused):
        _refresh(owner, session.access_token)
    with owner.office.services.database.read() as connection:
        assert find_session(connection, session.refresh_token, owner.office.clock()) is None


def test_a_stolen_database_signs_nobody_in(owner: Owner) -> None:
    """Hashes of tokens are no tokens."""
    session = owner.sign_in()
    for row in owner.office.rows(tables.refresh_tokens):
        with pytest.raises(Refused):
            _refresh(owner, row["token_hash"])
    with owner.office.services.database.read() as connection:
        now = owner.office.clock()
        for row in owner.office.rows(tables.access_tokens):
            assert row["token_hash"] == digest(session.access_token)
            assert find_session(connection, row["token_hash"], now) is None


# -- planted sessions --------------------------------------------------------------------------------------


def test_every_sign_in_is_a_new_session_with_new_tokens(owner: Owner) -> None:
    """Nothing that the client held before is taken over (ASVS 5.0, 7.2.4)."""
    first, second = owner.sign_in(), owner.sign_in()
    assert len({first.access_token, first.refresh_token, second.access_token, second.refresh_token}) == 4
    assert owner.at(first).session_id != owner.at(second).session_id


def test_a_proof_of_presence_is_not_carried_into_the_next_session(owner: Owner) -> None:
    owner.present(owner.sign_in())
    assert owner.at(owner.sign_in()).stepped_up_at is None


def test_a_planted_challenge_signs_in_its_own_person_only(owner: Owner) -> None:
    other = Owner(owner.office, user_id="u-ppk", email="", phone="")
    owner.turn_on(owner.sign_in())
    other.turn_on(other.sign_in())
    theirs = other.begin().challenge
    for code in (owner.app_code(), owner.codes[0]):
        with pytest.raises(Refused) as error:
            owner.answer(theirs, code)
        assert code_of(error) == "session.wrong_code"
    session = other.answer(theirs, other.app_code()).session
    assert session is not None and session.user_id == "u-ppk"


@pytest.mark.parametrize("challenge", ["", "x", "A" * 43])
def test_a_challenge_cannot_be_made_up(owner: Owner, challenge: str) -> None:
    owner.turn_on(owner.sign_in())
    with pytest.raises(Refused) as error:
        owner.answer(challenge, owner.app_code())
    assert code_of(error) == "session.challenge_expired"


def test_a_session_before_the_second_factor_gets_no_token(client: TestClient[Any], owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    asked = {"username": "pp", "password": PASSWORD, "device_id": "evil"}
    answer = client.post("/v1/session/sign-in", json=asked).json()
    assert answer["session"] is None and answer["challenge"]
    got = client.get("/v1/account", headers={"authorization": f"Bearer {answer['challenge']}"})
    assert got.status_code == 401


def test_cookies_and_query_strings_carry_no_session(client: TestClient[Any], owner: Owner) -> None:
    token = owner.sign_in().access_token
    client.cookies.set("authorization", f"Bearer {token}")
    for path in (
        "/v1/account",
        f"/v1/account?access_token={token}",
        f"/v1/account?authorization=Bearer+{token}",
    ):
        assert client.get(path).status_code == 401
    client.cookies.clear()
    answer = client.get("/v1/account", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 200 and "set-cookie" not in answer.headers


# -- presence ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("seconds", "fresh"), [(0, True), (300, True), (301, False)])
def test_presence_lasts_five_minutes(owner: Owner, seconds: int, fresh: bool) -> None:
    session = owner.sign_in()
    owner.present(session)
    owner.office.clock.forward(seconds=seconds)
    if fresh:
        require_step_up(owner.office.services, owner.at(session))
        return
    with pytest.raises(Refused) as error:
        require_step_up(owner.office.services, owner.at(session))
    assert code_of(error) == "session.step_up_required"


def test_presence_of_one_session_is_not_that_of_another(owner: Owner) -> None:
    here, there = owner.sign_in(device="here"), owner.sign_in(device="there")
    owner.present(here)
    with pytest.raises(Refused):
        require_step_up(owner.office.services, owner.at(there))


def test_renewing_tokens_is_no_presence(owner: Owner) -> None:
    session = owner.sign_in()
    owner.present(session)
    owner.office.clock.forward(seconds=301)
    renewed = owner.refresh(session)
    with pytest.raises(Refused):
        require_step_up(owner.office.services, owner.at(renewed))


def test_a_thief_at_an_open_session_guesses_five_times(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    codes = []
    for _ in range(7):
        with pytest.raises(Refused) as error:
            step_up(any_owner.office.services, any_owner.at(session), m.StepUp(password="salah"), HOME)
        codes.append(code_of(error))
    assert codes == ["session.wrong_password"] * 5 + ["session.too_many_attempts"] * 2


def test_guessing_the_old_password_and_stepping_up_share_their_tries(owner: Owner) -> None:
    session = owner.sign_in()
    for _ in range(5):
        with pytest.raises(Refused):
            step_up(owner.office.services, owner.at(session), m.StepUp(password="salah"), HOME)
    with pytest.raises(Refused) as error:
        step_up(owner.office.services, owner.at(session), m.StepUp(password=PASSWORD), HOME)
    assert code_of(error) == "session.too_many_attempts"


def test_a_person_who_left_is_out_in_the_same_moment(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    any_owner.present(session)
    with any_owner.office.services.database.write() as connection:
        connection.execute(tables.people.update().where(tables.people.c.id == "u-pp").values(active=False))
    assert any_owner.who(session) is None
    with pytest.raises(Refused) as error:
        _refresh(any_owner, session.refresh_token)
    assert code_of(error) == "session.ended"
