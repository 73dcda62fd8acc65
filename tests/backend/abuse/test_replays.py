"""Everything that proves something proves it once, also when it comes many times at one moment."""

from __future__ import annotations

from typing import Any

import pyotp
import pytest

from inaproc_backend.accounts import contact, factor_reset, recovery, sign_in, totp
from inaproc_backend.accounts.step_up import step_up
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire import account as a
from inaproc_core.wire import messages as m
from tests.backend.abuse.conftest import Together
from tests.backend.accounts.owner import HOME, NEW_PASSWORD, PHONE, Owner, code_of

AT_ONCE = 8


def _one_wins(codes: list[str]) -> set[str]:
    assert codes.count("ok") == 1, codes
    return set(codes) - {"ok"}


def test_one_code_of_the_app_in_many_sign_ins(any_owner: Owner, together: Together) -> None:
    any_owner.turn_on(any_owner.sign_in())
    challenges = [any_owner.begin(device=f"d{n}").challenge for n in range(5)]
    code = any_owner.app_code()
    before = len(any_owner.office.rows(tables.sessions))
    codes = together([lambda c=c: any_owner.answer(c, code) for c in challenges])  # type: ignore[misc]
    assert _one_wins(codes) == {"session.wrong_code"}
    assert len(any_owner.office.rows(tables.sessions)) == before + 1


def test_one_recovery_code_in_many_sign_ins(any_owner: Owner, together: Together) -> None:
    any_owner.turn_on(any_owner.sign_in())
    challenges = [any_owner.begin(device=f"d{n}").challenge for n in range(5)]
    code = any_owner.codes[4]
    codes = together([lambda c=c: any_owner.answer(c, code) for c in challenges])  # type: ignore[misc]
    assert _one_wins(codes) == {"session.wrong_code"}
    assert any_owner.events().count("account.recovery_code_used") == 1


def test_one_code_at_sign_in_and_at_step_up(any_owner: Owner, together: Together) -> None:
    session = any_owner.sign_in()
    any_owner.turn_on(session)
    signed_in, challenge = any_owner.at(session), any_owner.begin().challenge
    code = any_owner.app_code()
    codes = together(
        [
            lambda: any_owner.answer(challenge, code),
            lambda: step_up(any_owner.office.services, signed_in, m.StepUp(code=code), HOME),
        ]
    )
    assert _one_wins(codes) == {"session.wrong_code"}


def test_the_code_of_the_step_before_after_the_one_of_now(owner: Owner) -> None:
    """Within the tolerance, but behind what was used."""
    owner.turn_on(owner.sign_in())
    older = owner.app_code()
    newer = owner.app_code()
    assert owner.answer(owner.begin().challenge, newer).session is not None
    with pytest.raises(Refused) as error:
        owner.answer(owner.begin().challenge, older)
    assert code_of(error) == "session.wrong_code"


def test_one_challenge_opens_one_session(any_owner: Owner, together: Together) -> None:
    any_owner.turn_on(any_owner.sign_in())
    challenge = any_owner.begin().challenge
    codes = together(
        [lambda c=c: any_owner.answer(challenge, c) for c in any_owner.codes[:3]]  # type: ignore[misc]
    )
    assert codes.count("ok") == 1


def test_one_confirmation_makes_one_set_of_recovery_codes(any_owner: Owner, together: Together) -> None:
    services, session = any_owner.office.services, any_owner.sign_in()
    secret = totp.begin(services, any_owner.present(session)).secret
    any_owner.office.clock.forward(seconds=30)
    asked = a.ConfirmTotp(code=pyotp.TOTP(secret).at(any_owner.office.clock()))
    signed_in = any_owner.at(session)
    codes = together([lambda: totp.confirm(services, signed_in, asked, HOME)] * AT_ONCE)
    assert _one_wins(codes) == {"account.no_enrolment"}
    assert len(any_owner.office.rows(tables.recovery_codes)) == 10


def test_new_recovery_codes_asked_for_many_times_are_one_whole_set(
    any_owner: Owner, together: Together
) -> None:
    services, session = any_owner.office.services, any_owner.sign_in()
    any_owner.turn_on(session)
    signed_in, made = any_owner.present(session), []
    codes = together([lambda: made.append(totp.renew_codes(services, signed_in, HOME).codes)] * 4)
    assert codes == ["ok"] * 4
    good = [one for one in made if any_owner.answer_is_right(one[0])]
    assert len(any_owner.office.rows(tables.recovery_codes)) == 10 and len(good) == 1


def test_one_code_by_email_proves_a_recovery_once(any_owner: Owner, together: Together) -> None:
    services, state = any_owner.office.services, any_owner.begin_recovery()
    asked = a.CheckCode(channel="EMAIL", code=any_owner.sent_code())
    codes = together([lambda: recovery.check_code(services, state.recovery_id, state.token, asked)] * AT_ONCE)
    assert _one_wins(codes) == {"code.none"}


def test_one_recovery_sets_one_password(any_owner: Owner, together: Together) -> None:
    services, state = any_owner.office.services, any_owner.begin_recovery()
    any_owner.prove_recovery(state)
    wanted = [f"{NEW_PASSWORD}{number}" for number in range(4)]

    def setting(text: str) -> Any:
        asked = a.NewPassword(password=text)
        return lambda: recovery.set_password(services, state.recovery_id, state.token, asked, HOME)

    assert _one_wins(together([setting(text) for text in wanted])) == {"recovery.unknown"}
    right = [text for text in wanted if _opens(any_owner, text)]
    assert len(right) == 1
    assert any_owner.events().count("account.password_reset") == 1


def _opens(owner: Owner, password: str) -> bool:
    try:
        return owner.begin(password=password).session is not None
    except Refused:
        return False


def test_wrong_codes_at_one_moment_are_all_counted(any_owner: Owner, together: Together) -> None:
    services, state = any_owner.office.services, any_owner.begin_recovery()
    right = any_owner.sent_code()
    wrong = "000000" if right != "000000" else "111111"
    asked = a.CheckCode(channel="EMAIL", code=wrong)
    codes = together([lambda: recovery.check_code(services, state.recovery_id, state.token, asked)] * AT_ONCE)
    assert codes.count("code.wrong") == 4 and codes.count("code.void") == 1
    with pytest.raises(Refused) as error:
        any_owner.prove_recovery(state)
    assert code_of(error) == "code.none"


def test_one_code_changes_the_email_once(any_owner: Owner, together: Together) -> None:
    services = any_owner.office.services
    signed_in = any_owner.present(any_owner.sign_in())
    wanted = a.ChangeContact(channel="EMAIL", target="baru@latihan.invalid")
    contact.begin(services, signed_in, wanted, HOME)
    asked = a.CheckCode(channel="EMAIL", code=any_owner.sent_code(to="baru@latihan.invalid"))
    codes = together([lambda: contact.check(services, signed_in, asked, HOME)] * AT_ONCE)
    assert _one_wins(codes) <= {"account.no_contact_change", "code.none"}
    assert any_owner.events().count("account.email_changed") == 1


def test_two_accounts_take_one_address_at_one_moment(any_owner: Owner, together: Together) -> None:
    other = Owner(any_owner.office, user_id="u-ppk", email="", phone="")
    services, target = any_owner.office.services, "baru@latihan.invalid"
    deeds = []
    for one in (any_owner, other):
        signed_in = one.present(one.sign_in())
        any_owner.office.clock.forward(seconds=61)
        contact.begin(services, signed_in, a.ChangeContact(channel="EMAIL", target=target), HOME)
        asked = a.CheckCode(channel="EMAIL", code=one.sent_code(to=target))
        deeds.append(lambda w=signed_in, c=asked: contact.check(services, w, c, HOME))
    assert _one_wins(together(deeds)) == {"account.contact_taken"}
    assert len(any_owner.office.rows(tables.people, email=target)) == 1


def test_a_lost_phone_waits_once(any_owner: Owner, together: Together) -> None:
    services = any_owner.office.services
    any_owner.turn_on(any_owner.sign_in())
    user_id = sign_in.check_password(services, any_owner.asks(), HOME)
    state = factor_reset.begin(services, user_id, device_name="PC", host=HOME)

    def check(channel: Channel, to: str | None = None) -> Any:
        asked = a.CheckCode(channel=channel.value, code=any_owner.sent_code(channel, to))
        return lambda: factor_reset.check_code(services, state.reset_id, state.token, asked)

    assert _one_wins(together([check(Channel.EMAIL)] * AT_ONCE)) == {"code.none"}
    wanted = a.SendCode(channel="SMS")
    factor_reset.send_code(services, state.reset_id, state.token, wanted, HOME)
    assert _one_wins(together([check(Channel.SMS, PHONE)] * AT_ONCE)) == {"code.none"}
    assert any_owner.events().count("account.factor_reset_asked") == 1
    any_owner.office.clock.forward(hours=25)
    assert together([any_owner.begin] * 4) == ["ok"] * 4
    assert any_owner.events().count("account.totp_off") == 1
