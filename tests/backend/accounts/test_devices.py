"""Sign-in by username or email, devices that are known, and pauses that an attacker cannot cause."""

from __future__ import annotations

import pytest

from inaproc_backend.accounts import closing
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from tests.backend.accounts.owner import ELSEWHERE, EMAIL, Owner, code_of
from tests.backend.office import Office


@pytest.mark.parametrize("name", ["pp", " PP ", EMAIL, EMAIL.upper()])
def test_username_and_email_both_sign_in(any_owner: Owner, name: str) -> None:
    assert any_owner.sign_in(name=name).user_id == "u-pp"


def test_an_account_without_an_email_is_not_found_by_nothing(owner: Owner) -> None:
    """Everybody else in the office has an empty email."""
    with pytest.raises(Refused) as error:
        owner.begin(name=" ")
    assert code_of(error) == "session.field_length"


def test_both_names_share_one_count(owner: Owner) -> None:
    for number in range(5):
        name = EMAIL if number % 2 else "pp"
        assert owner.fails(name=name, host=f"10.0.0.{number}") == "session.wrong_credentials"
    assert owner.fails(name=EMAIL, host="10.0.0.9") == "session.too_many_attempts"
    assert owner.fails(name="pp", host="10.0.0.9") == "session.too_many_attempts"


def test_an_attacker_elsewhere_cannot_lock_the_owner_out_of_the_own_device(any_owner: Owner) -> None:
    any_owner.sign_in(device="mine")
    for number in range(30):
        any_owner.fails(device=f"evil-{number}", host=f"10.0.0.{number}")
    assert any_owner.fails(device="evil", host=ELSEWHERE) == "session.too_many_attempts"
    assert any_owner.sign_in(device="mine").user_id == "u-pp"
    # The owner's success does not give the attacker a new start.
    assert any_owner.fails(device="evil", host=ELSEWHERE) == "session.too_many_attempts"


def test_not_even_from_the_owners_own_network(owner: Owner) -> None:
    owner.sign_in(device="mine", host="10.0.0.1")
    for number in range(60):
        owner.fails(name=f"nobody{number}", device="evil", host="10.0.0.1")
    assert owner.fails(name="nobody", device="evil", host="10.0.0.1") == "session.too_many_attempts"
    assert owner.sign_in(device="mine", host="10.0.0.1").user_id == "u-pp"


def test_a_known_device_is_paused_by_its_own_failures_only(owner: Owner) -> None:
    owner.sign_in(device="mine")
    owner.sign_in(device="other")
    assert {owner.fails(device="mine") for _ in range(10)} == {"session.wrong_credentials"}
    assert owner.fails(device="mine") == "session.too_many_attempts"
    assert owner.sign_in(device="other").user_id == "u-pp"
    assert owner.sign_in(device="third").user_id == "u-pp"


def test_a_device_of_one_account_is_a_stranger_to_another(office: Office) -> None:
    Owner(office).sign_in(device="shared")
    ppk = Owner(office, user_id="u-ppk", email="ppk@latihan.invalid", phone="")
    assert {ppk.fails(device="shared") for _ in range(5)} == {"session.wrong_credentials"}
    assert ppk.fails(device="shared") == "session.too_many_attempts"


def test_a_device_that_was_sent_away_is_a_stranger(owner: Owner) -> None:
    lost, mine = owner.sign_in(device="lost"), owner.sign_in(device="mine")
    closing.end_session(owner.office.services, owner.present(mine), owner.at(lost).session_id, ELSEWHERE)
    assert owner.who(lost) is None
    assert {owner.fails(device="lost") for _ in range(5)} == {"session.wrong_credentials"}
    assert owner.fails(device="lost") == "session.too_many_attempts"
    assert owner.sign_in(device="mine").user_id == "u-pp"


def test_pauses_grow_and_are_forgotten(owner: Owner) -> None:
    clock = owner.office.clock
    waits = []
    for _ in range(8):
        for _ in range(5):
            assert owner.fails() == "session.wrong_credentials"
        with pytest.raises(Refused) as error:
            owner.begin()
        waits.append(int(error.value.refusal.facts["wait_seconds"]))
        clock.forward(seconds=waits[-1])
    assert waits == [901, 1801, 3601, 7201, 14401, 28801, 28801, 28801]
    clock.forward(hours=25)
    for _ in range(5):
        owner.fails()
    with pytest.raises(Refused) as error:
        owner.begin()
    assert error.value.refusal.facts["wait_seconds"] == 901


def test_asking_during_a_pause_does_not_make_it_longer(owner: Owner) -> None:
    for _ in range(40):
        owner.fails()
    owner.office.clock.forward(seconds=902)
    assert owner.sign_in().user_id == "u-pp"


def test_a_pause_is_told_to_the_owner_once(owner: Owner) -> None:
    for _ in range(30):
        owner.fails(device="evil", host=ELSEWHERE)
    assert owner.events() == ["account.locked"]
    assert owner.notices() == ["account.locked"]
    assert ELSEWHERE in owner.messages()[0]["body"]


def test_a_new_device_is_told_to_the_owner_but_the_first_is_no_news(any_owner: Owner) -> None:
    any_owner.sign_in(device="first")
    any_owner.sign_in(device="first")
    assert any_owner.notices() == []
    any_owner.sign_in(device="second")
    assert any_owner.notices() == ["account.new_device"]
    assert "PC second" in any_owner.messages()[0]["body"]


def test_an_inactive_person_is_told_what_nobody_is_told(owner: Owner) -> None:
    with owner.office.services.database.write() as connection:
        connection.execute(tables.people.update().where(tables.people.c.id == "u-pp").values(active=False))
    answers = set()
    for name in ("pp", EMAIL, "nobody"):
        with pytest.raises(Refused) as error:
            owner.begin(name=name)
        answers.add((code_of(error), error.value.refusal.field, tuple(error.value.refusal.facts)))
    assert answers == {("session.wrong_credentials", "password", ())}


def test_what_is_counted_names_nobody(owner: Owner) -> None:
    """A password that was typed into the wrong field is not kept."""
    owner.fails(name="rahasia-saya-1", host=ELSEWHERE)
    kept = repr(owner.office.rows(tables.sign_in_attempts))
    assert "rahasia" not in kept and ELSEWHERE not in kept
