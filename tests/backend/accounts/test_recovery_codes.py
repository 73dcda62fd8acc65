"""Recovery codes: shown once, hashed, each good once, wherever a code of the app is."""

from __future__ import annotations

import random
import re

import pytest

from inaproc_backend.accounts import account_view, recovery_codes, totp
from inaproc_backend.accounts.passwords import Passwords
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from tests.backend.accounts.owner import HOME, Owner, code_of


def _left(owner: Owner) -> int:
    with owner.office.services.database.read() as connection:
        return recovery_codes.left(connection, "u-pp")


def test_codes_have_no_letters_that_look_alike(owner: Owner) -> None:
    codes = recovery_codes.draw(owner.office.services, 10)
    assert len(set(codes)) == 10
    assert all(re.fullmatch(r"[0-9][0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{4}){2}", code) for code in codes)


@pytest.mark.parametrize(
    ("typed", "looks"),
    [
        ("0ABC-DEFG-HJKM", True), ("0abc defg hjkm", True), ("oabc-defg-hjki", True), ("0ABCDEFGHJK", False),
        ("123456", False), ("", False), ("0ABC-DEFG-HJKU", False), ("０ABC-DEFG-HJKM", False),
    ],
)  # fmt: skip
def test_what_looks_like_a_code(typed: str, looks: bool) -> None:
    assert recovery_codes.looks_like(typed) is looks


def test_each_signs_in_once_however_it_is_typed(any_owner: Owner) -> None:
    any_owner.turn_on(any_owner.sign_in())
    first, second = any_owner.codes[:2]
    typed = first.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert any_owner.answer(any_owner.begin().challenge, typed).session is not None
    with pytest.raises(Refused) as error:
        any_owner.answer(any_owner.begin().challenge, first)
    assert code_of(error) == "session.wrong_code"
    assert any_owner.answer(any_owner.begin().challenge, second).session is not None
    assert _left(any_owner) == 8
    used = [row["body"] for row in any_owner.messages() if row["template"] == "account.recovery_code_used"]
    assert ["Tersisa 9 kode" in used[0], "Tersisa 8 kode" in used[1]] == [True, True]


def test_the_code_of_another_slot_or_person_is_wrong(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    moved = owner.codes[1][0] + owner.codes[0][1:]
    with pytest.raises(Refused):
        owner.answer(owner.begin().challenge, moved)
    other = Owner(owner.office, user_id="u-ppk", email="", phone="")
    other.turn_on(other.sign_in())
    with pytest.raises(Refused):
        other.answer(other.begin().challenge, owner.codes[2])
    assert _left(owner) == 10


def test_new_codes_void_the_old(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    services = any_owner.office.services
    with pytest.raises(Refused) as error:
        totp.renew_codes(services, any_owner.present(session), HOME)
    assert code_of(error) == "account.totp_off"
    any_owner.turn_on(session)
    any_owner.answer(any_owner.begin().challenge, any_owner.codes[0])
    made = totp.renew_codes(services, any_owner.present(session), HOME).codes
    assert _left(any_owner) == 10
    with pytest.raises(Refused):
        any_owner.answer(any_owner.begin().challenge, any_owner.codes[1])
    assert any_owner.answer(any_owner.begin().challenge, made[1]).session is not None
    assert account_view.view(services, any_owner.at(session)).recovery_codes_left == 9
    assert "account.recovery_codes_made" in any_owner.notices()


def test_renewing_needs_presence(owner: Owner) -> None:
    session = owner.sign_in()
    owner.turn_on(session)
    owner.office.clock.forward(minutes=6)
    with pytest.raises(Refused) as error:
        totp.renew_codes(owner.office.services, owner.at(session), HOME)
    assert code_of(error) == "session.step_up_required"


def test_a_wrong_code_costs_one_hash_whether_or_not_its_slot_is_there(
    owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner.turn_on(owner.sign_in())
    asked: list[str | None] = []
    real = owner.office.services.passwords.matches

    def watched(_: Passwords, encoded: str | None, password: str) -> bool:
        asked.append(encoded)
        return real(encoded, password)

    monkeypatch.setattr(Passwords, "matches", watched)
    dice = random.Random(3)
    for slot in "09AZ":
        typed = slot + "".join(dice.choice("23456789ABCDEFGH") for _ in range(11))
        assert recovery_codes.find(owner.office.services, "u-pp", typed) is None
    assert [bool(one) for one in asked] == [True, True, False, False]


def test_codes_are_kept_as_slow_hashes(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    rows = owner.office.rows(tables.recovery_codes)
    assert len(rows) == 10 and all(row["code_hash"].startswith("$argon2id$") for row in rows)
