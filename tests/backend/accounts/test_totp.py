"""The second factor: vectors of RFC 6238, turning on, moving, turning off, and what is kept of it."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime

import pyotp
import pytest

from inaproc_backend.accounts import sign_in, totp
from inaproc_backend.accounts.sealing import SealBrokenError, open_secret, seal_secret
from inaproc_backend.accounts.second_factor import matching_step, prove
from inaproc_backend.accounts.step_up import step_up
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.wire import account as a
from inaproc_core.wire import messages as m
from tests.backend.accounts.owner import HOME, Owner, code_of

RFC_SECRET = base64.b32encode(b"12345678901234567890").decode()
RFC_VECTORS = [
    (59, "94287082"),
    (1111111109, "07081804"),
    (1111111111, "14050471"),
    (1234567890, "89005924"),
    (2000000000, "69279037"),
    (20000000000, "65353130"),
]
"""RFC 6238, appendix B, SHA-1: eight digits, of which ours are the last six (RFC 4226, 5.3)."""


@pytest.mark.parametrize(("seconds", "eight"), RFC_VECTORS)
def test_vectors_of_rfc_6238(seconds: int, eight: str) -> None:
    assert pyotp.TOTP(RFC_SECRET, digits=8).at(seconds) == eight
    step = matching_step(RFC_SECRET, eight[2:], datetime.fromtimestamp(seconds, UTC))
    assert step == seconds // 30


@pytest.mark.parametrize(("late", "counts"), [(-31, False), (-30, True), (0, True), (59, True), (60, False)])
def test_a_phone_may_be_half_a_minute_off(late: int, counts: bool) -> None:
    """The code of step 37037036 is shown from second 1111111080 on."""
    now = datetime.fromtimestamp(1111111080 + late, UTC)
    assert bool(matching_step(RFC_SECRET, "081804", now)) is counts


@pytest.mark.parametrize("typed", ["", "081 804 1", "81804", "081804x", "０８１８０４", "-81804", "081,804"])
def test_what_is_no_code(typed: str) -> None:
    assert matching_step(RFC_SECRET, typed, datetime.fromtimestamp(1111111109, UTC)) == 0


def test_turning_on_needs_presence_and_a_code_of_the_new_secret(any_owner: Owner) -> None:
    services, session = any_owner.office.services, any_owner.sign_in()
    with pytest.raises(Refused) as error:
        totp.begin(services, any_owner.at(session))
    assert code_of(error) == "session.step_up_required"
    made = totp.begin(services, any_owner.present(session))
    assert made.uri == f"otpauth://totp/INAPROC:pp?secret={made.secret}&issuer=INAPROC"
    assert len(base64.b32decode(made.secret)) == 20
    with pytest.raises(Refused) as error:
        totp.confirm(services, any_owner.at(session), a.ConfirmTotp(code="000000"), HOME)
    assert code_of(error) == "session.wrong_code"
    assert any_owner.begin(device="pc-2").session is not None  # pending: not asked for yet
    any_owner.secret = made.secret
    asked = a.ConfirmTotp(code=any_owner.app_code())
    codes = totp.confirm(services, any_owner.at(session), asked, HOME).codes
    assert len(codes) == len(set(codes)) == 10
    assert any_owner.begin(device="pc-2").challenge
    assert "account.totp_on" in any_owner.notices()


def test_the_confirming_code_is_used_up(owner: Owner) -> None:
    session = owner.sign_in()
    services = owner.office.services
    owner.secret = totp.begin(services, owner.present(session)).secret
    code = owner.app_code()
    totp.confirm(services, owner.at(session), a.ConfirmTotp(code=code), HOME)
    with pytest.raises(Refused) as error:
        owner.answer(owner.begin().challenge, code)
    assert code_of(error) == "session.wrong_code"
    with pytest.raises(Refused) as error:
        totp.confirm(services, owner.at(session), a.ConfirmTotp(code=owner.app_code()), HOME)
    assert code_of(error) == "account.no_enrolment"


def test_only_the_session_that_began_may_confirm_and_only_for_a_while(owner: Owner) -> None:
    here, there = owner.sign_in(device="here"), owner.sign_in(device="there")
    services = owner.office.services
    secret = totp.begin(services, owner.present(here)).secret

    def confirm(session: m.Session) -> str:
        code = pyotp.TOTP(secret).at(owner.office.clock())
        with pytest.raises(Refused) as error:
            totp.confirm(services, owner.at(session), a.ConfirmTotp(code=code), HOME)
        return code_of(error)

    assert confirm(there) == "account.no_enrolment"
    owner.office.clock.forward(minutes=8)
    here = owner.refresh(here, device="here")
    owner.office.clock.forward(minutes=8)
    assert confirm(owner.refresh(here, device="here")) == "account.no_enrolment"


def test_moving_to_a_new_phone_takes_the_old_one_and_keeps_it_until_confirmed(owner: Owner) -> None:
    session = owner.sign_in()
    owner.turn_on(session)
    old_secret, old_codes = owner.secret, owner.codes
    pending = totp.begin(owner.office.services, owner.present(session))
    assert pending.secret != old_secret
    session = owner.sign_in()  # still by the old phone
    with pytest.raises(Refused) as error:
        totp.begin(owner.office.services, owner.at(session))
    assert code_of(error) == "session.step_up_required"
    owner.turn_on(session)
    assert owner.secret != old_secret
    assert owner.events()[-1] == "account.totp_changed"
    with pytest.raises(Refused):
        owner.answer(owner.begin().challenge, pyotp.TOTP(old_secret).at(owner.office.clock()))
    with pytest.raises(Refused):
        owner.answer(owner.begin().challenge, old_codes[0])
    assert owner.sign_in().user_id == "u-pp"


def test_turning_off(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    any_owner.turn_on(session)
    services = any_owner.office.services
    any_owner.office.clock.forward(minutes=6)
    with pytest.raises(Refused) as error:
        totp.disable(services, any_owner.at(session), HOME)
    assert code_of(error) == "session.step_up_required"
    totp.disable(services, any_owner.present(session), HOME)
    totp.disable(services, any_owner.at(session), HOME)
    assert any_owner.begin().session is not None
    assert any_owner.events().count("account.totp_off") == 1
    assert any_owner.office.rows(tables.recovery_codes) == []


@pytest.mark.parametrize(("valid_to", "allowed"), [("", False), ("2020-01-01", True)])
def test_an_active_access_that_demands_it_keeps_it_on(owner: Owner, valid_to: str, allowed: bool) -> None:
    session = owner.sign_in()
    owner.turn_on(session)
    with owner.office.services.database.write() as connection:
        connection.execute(
            tables.accesses.update()
            .where(tables.accesses.c.user_id == "u-pp")
            .values(kind=AccessKind.BENDAHARA_PENGELUARAN.value, valid_to=valid_to)
        )
    signed_in = owner.present(session)
    if allowed:
        totp.disable(owner.office.services, signed_in, HOME)
        return
    with pytest.raises(Refused) as error:
        totp.disable(owner.office.services, signed_in, HOME)
    assert code_of(error) == "account.totp_required"
    assert error.value.refusal.facts["kinds"] == "BENDAHARA_PENGELUARAN"


def test_the_database_alone_makes_no_code(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    owner.begin(device="pc-2")
    everything = repr([owner.office.rows(table) for table in tables.metadata.sorted_tables])
    assert owner.secret not in everything
    assert not any(code in everything or code.replace("-", "") in everything for code in owner.codes)


def test_a_sealed_secret_opens_for_its_person_with_its_key_only(owner: Owner) -> None:
    services = owner.office.services
    sealed = seal_secret(services, "u-pp", RFC_SECRET)
    assert open_secret(services, "u-pp", sealed) == RFC_SECRET
    assert seal_secret(services, "u-pp", RFC_SECRET) != sealed
    broken = sealed[:-4] + ("AAAA" if sealed[-4:] != "AAAA" else "BBBB")
    for user_id, text in (("u-ppk", sealed), ("u-pp", broken), ("u-pp", "rahasia"), ("u-pp", "")):
        with pytest.raises(SealBrokenError, match="second factor"):
            open_secret(services, user_id, text)
    (services.config.data / "secondfactor.secret").unlink()
    with pytest.raises(SealBrokenError, match=r"secondfactor\.secret"):
        open_secret(services, "u-pp", sealed)


def test_a_locked_factor_opens_by_a_recovery_code(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    services = owner.office.services
    few = replace(services.config.throttle, second_factor_ever=3)
    services = owner.office.services = replace(services, config=replace(services.config, throttle=few))
    for _ in range(3):
        assert prove(services, "u-pp", "000000") is None
    assert owner.events()[-1] == "account.totp_locked"
    with pytest.raises(Refused) as error:
        owner.answer(owner.begin().challenge, owner.app_code())
    assert code_of(error) == "session.second_factor_locked"
    assert owner.answer(owner.begin().challenge, owner.codes[3]).session is not None
    assert owner.sign_in().user_id == "u-pp"


def test_step_up_by_recovery_code_but_never_by_password(owner: Owner) -> None:
    session = owner.sign_in()
    owner.turn_on(session)
    services = owner.office.services
    with pytest.raises(Refused) as error:
        step_up(services, owner.at(session), m.StepUp(password=owner.password), HOME)
    assert code_of(error) == "session.code_needed"
    assert step_up(services, owner.at(session), m.StepUp(code=owner.codes[0]), HOME).seconds == 300
    with pytest.raises(Refused):
        step_up(services, owner.at(session), m.StepUp(code=owner.codes[0]), HOME)


def test_the_challenge_of_a_stranger_is_counted_apart_from_the_owners(owner: Owner) -> None:
    """Who has stolen the password cannot keep the owner from the second step."""
    owner.turn_on(owner.sign_in(device="mine"))
    for _ in range(7):
        challenge = owner.begin(device="evil").challenge
        with pytest.raises(Refused) as error:
            owner.answer(challenge, "000000")
    assert code_of(error) == "session.too_many_attempts"
    assert owner.sign_in(device="mine").user_id == "u-pp"


def test_hello_and_sign_in_know_nothing_of_the_factor_before_the_password(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    with pytest.raises(Refused) as error:
        sign_in.sign_in(owner.office.services, owner.asks(password="salah"), HOME)
    assert code_of(error) == "session.wrong_credentials"
