"""Changing password, email and phone while signed in; closing sessions; what the account shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inaproc_backend.accounts import account_view, closing, contact, devices, events, password
from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.accounts.sweeping import sweep
from inaproc_backend.services import Services
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import AccessKind, Channel
from inaproc_core.wire import account as a
from tests.backend.accounts.owner import ELSEWHERE, EMAIL, HOME, NEW_PASSWORD, PHONE, Owner, code_of
from tests.backend.office import PASSWORD

NEW_EMAIL = "ayu.baru@latihan.invalid"
NEW_PHONE = "+6281200005678"


def _change_password(owner: Owner, signed_in: SignedIn, old: str = PASSWORD, new: str = NEW_PASSWORD) -> None:
    asked = a.ChangePassword(old_password=old, new_password=new)
    password.change(owner.office.services, signed_in, asked, HOME)


def _begin(owner: Owner, signed_in: SignedIn, channel: Channel, target: str) -> a.CodeState:
    asked = a.ChangeContact(channel=channel.value, target=target)
    return contact.begin(owner.office.services, signed_in, asked, HOME)


def _check(owner: Owner, signed_in: SignedIn, channel: Channel, code: str) -> None:
    asked = a.CheckCode(channel=channel.value, code=code)
    contact.check(owner.office.services, signed_in, asked, HOME)


def _view(owner: Owner, signed_in: SignedIn) -> a.AccountView:
    return account_view.view(owner.office.services, signed_in)


# -- password ----------------------------------------------------------------------------------------------


def test_a_new_password_ends_all_other_sessions(any_owner: Owner) -> None:
    here, there = any_owner.sign_in(device="here"), any_owner.sign_in(device="there")
    _change_password(any_owner, any_owner.present(here))
    assert any_owner.who(here) is not None and any_owner.who(there) is None
    assert any_owner.refresh(here, device="here").user_id == "u-pp"
    assert any_owner.fails(password=PASSWORD) == "session.wrong_credentials"
    assert any_owner.sign_in(password=NEW_PASSWORD).user_id == "u-pp"
    assert "account.password_changed" in any_owner.notices()
    assert _view(any_owner, any_owner.at(here)).password_changed_at == any_owner.office.clock()


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("salah", NEW_PASSWORD, "session.wrong_password", "old_password"),
        (PASSWORD, PASSWORD, "password.same", "new_password"),
        (PASSWORD, "Pendek1!", "", ""),
        (PASSWORD, "Pen1!", "password.too_short", "new_password"),
        (PASSWORD, "Password-2026", "password.breached", "new_password"),
        (PASSWORD, "", "password.empty", "new_password"),
    ],
)
def test_what_a_new_password_must_be(owner: Owner, old: str, new: str, code: str, field: str) -> None:
    signed_in = owner.present(owner.sign_in())
    if not code:
        _change_password(owner, signed_in, old, new)
        return
    with pytest.raises(Refused) as error:
        _change_password(owner, signed_in, old, new)
    assert (code_of(error), error.value.refusal.field) == (code, field)


def test_the_old_password_cannot_be_guessed_in_an_open_session(owner: Owner) -> None:
    session = owner.sign_in()
    signed_in = owner.present(session)
    codes = []
    for _ in range(6):
        with pytest.raises(Refused) as error:
            _change_password(owner, signed_in, old="salah")
        codes.append(code_of(error))
    assert codes == ["session.wrong_password"] * 5 + ["session.too_many_attempts"]


# -- email and phone ---------------------------------------------------------------------------------------


def test_a_new_email_is_proven_and_the_old_one_is_told(any_owner: Owner) -> None:
    signed_in = any_owner.present(any_owner.sign_in())
    state = _begin(any_owner, signed_in, Channel.EMAIL, f" {NEW_EMAIL.upper()}")
    assert (state.sent, state.target) == (True, "a***@latihan.invalid")
    assert _view(any_owner, signed_in).email == EMAIL
    _check(any_owner, signed_in, Channel.EMAIL, any_owner.sent_code(to=NEW_EMAIL))
    assert _view(any_owner, signed_in).email == NEW_EMAIL
    for address in (EMAIL, NEW_EMAIL):
        assert any_owner.notices(to=address)[-1] == "account.email_changed"
    assert NEW_EMAIL not in any_owner.messages(to=EMAIL)[-1]["body"]
    assert any_owner.sign_in(name=NEW_EMAIL).user_id == "u-pp"
    assert any_owner.fails(name=EMAIL) == "session.wrong_credentials"


def test_a_new_phone_is_proven_and_the_old_one_is_told(any_owner: Owner) -> None:
    signed_in = any_owner.present(any_owner.sign_in())
    _begin(any_owner, signed_in, Channel.SMS, "0812-0000-5678")
    _check(any_owner, signed_in, Channel.SMS, any_owner.sent_code(Channel.SMS, NEW_PHONE))
    assert _view(any_owner, signed_in).phone == NEW_PHONE
    assert [row["template"] for row in any_owner.messages(Channel.SMS, PHONE)] == ["account.phone_changed"]
    assert any_owner.notices()[-1] == "account.phone_changed"


@pytest.mark.parametrize(
    ("channel", "target", "code"),
    [
        ("EMAIL", EMAIL, "account.same_contact"),
        ("SMS", "081200001234", "account.same_contact"),
        ("EMAIL", "ayu", "email.form"),
        ("SMS", "021555", ""),
        ("PIGEON", "x", "code.channel"),
    ],
)
def test_what_a_new_contact_must_be(owner: Owner, channel: str, target: str, code: str) -> None:
    signed_in = owner.present(owner.sign_in())
    with pytest.raises(Refused) as error:
        contact.begin(owner.office.services, signed_in, a.ChangeContact(channel=channel, target=target), HOME)
    assert code_of(error) == code or (not code and code_of(error).startswith("phone."))


@pytest.mark.parametrize("channel", Channel)
def test_a_contact_of_another_account_is_not_told_to_the_asker(owner: Owner, channel: Channel) -> None:
    taken, free = {
        Channel.EMAIL: ("ppk@latihan.invalid", "bebas@latihan.invalid"),
        Channel.SMS: ("+6281200009999", "+6281200008888"),
    }[channel]
    Owner(owner.office, user_id="u-ppk", email="ppk@latihan.invalid", phone="+6281200009999")
    signed_in = owner.present(owner.sign_in())
    state = _begin(owner, signed_in, channel, taken)
    owner.office.clock.forward(seconds=61)
    other = _begin(owner, signed_in, channel, free)
    assert {(s.sent, s.tries_left, s.expires_seconds) for s in (state, other)} == {(True, 5, 300)}
    assert [row["template"] for row in owner.messages(channel, taken)] == ["registration.address_known"]


def test_a_code_serves_its_session_its_target_and_once(owner: Owner) -> None:
    here, there = owner.sign_in(device="here"), owner.sign_in(device="there")
    signed_in = owner.present(here)
    _begin(owner, signed_in, Channel.EMAIL, NEW_EMAIL)
    code = owner.sent_code(to=NEW_EMAIL)
    with pytest.raises(Refused) as error:
        _check(owner, owner.at(there), Channel.EMAIL, code)
    assert code_of(error) == "account.no_contact_change"
    owner.office.clock.forward(seconds=61)
    _begin(owner, signed_in, Channel.EMAIL, "lain@latihan.invalid")
    if code != owner.sent_code(to="lain@latihan.invalid"):
        with pytest.raises(Refused) as error:
            _check(owner, signed_in, Channel.EMAIL, code)
        assert code_of(error) == "code.wrong"
    _check(owner, signed_in, Channel.EMAIL, owner.sent_code(to="lain@latihan.invalid"))
    with pytest.raises(Refused) as error:
        _check(owner, signed_in, Channel.EMAIL, owner.sent_code(to="lain@latihan.invalid"))
    assert code_of(error) == "account.no_contact_change"


def test_an_address_that_was_registered_meanwhile_stays_theirs(any_owner: Owner) -> None:
    signed_in = any_owner.present(any_owner.sign_in())
    _begin(any_owner, signed_in, Channel.EMAIL, NEW_EMAIL)
    Owner(any_owner.office, user_id="u-ppk", email=NEW_EMAIL, phone="")
    with pytest.raises(Refused) as error:
        _check(any_owner, signed_in, Channel.EMAIL, any_owner.sent_code(to=NEW_EMAIL))
    assert code_of(error) == "account.contact_taken"
    assert _view(any_owner, signed_in).email == EMAIL


def test_a_recovery_under_way_to_the_old_address_ends(owner: Owner) -> None:
    signed_in = owner.present(owner.sign_in())
    state = owner.begin_recovery()
    stolen = owner.sent_code()
    _begin(owner, signed_in, Channel.EMAIL, NEW_EMAIL)
    _check(owner, signed_in, Channel.EMAIL, owner.sent_code(to=NEW_EMAIL))
    with pytest.raises(Refused) as error:
        owner.prove_recovery(state)
    assert code_of(error) == "recovery.unknown"
    assert stolen


# -- presence ----------------------------------------------------------------------------------------------

CHANGES: dict[str, Callable[[Services, SignedIn], object]] = {
    "password": lambda s, w: password.change(
        s, w, a.ChangePassword(old_password=PASSWORD, new_password=NEW_PASSWORD), HOME
    ),
    "email": lambda s, w: contact.begin(s, w, a.ChangeContact(channel="EMAIL", target=NEW_EMAIL), HOME),
    "phone": lambda s, w: contact.begin(s, w, a.ChangeContact(channel="SMS", target=NEW_PHONE), HOME),
    "one session": lambda s, w: closing.end_session(s, w, w.session_id, HOME),
    "all sessions": lambda s, w: closing.end_all(s, w, HOME),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("minutes", [0, 5])
def test_changes_need_presence_within_five_minutes(owner: Owner, change: str, minutes: int) -> None:
    session = owner.sign_in()
    if minutes:
        owner.present(session)
        owner.office.clock.forward(minutes=minutes)
        CHANGES[change](owner.office.services, owner.at(session))
        return
    with pytest.raises(Refused) as error:
        CHANGES[change](owner.office.services, owner.at(session))
    assert code_of(error) == "session.step_up_required"
    owner.present(session)
    owner.office.clock.forward(minutes=5, seconds=1)
    with pytest.raises(Refused) as error:
        CHANGES[change](owner.office.services, owner.at(session))
    assert code_of(error) == "session.step_up_required"


# -- sessions ----------------------------------------------------------------------------------------------


def _sessions(owner: Owner, current: SignedIn) -> list[a.SessionRow]:
    with owner.office.services.database.read() as connection:
        return devices.live_sessions(
            connection, current.user_id, owner.office.clock(), current=current.session_id
        )


def test_sessions_show_device_address_and_last_sign_of_life(any_owner: Owner) -> None:
    clock = any_owner.office.clock
    first_at = clock()
    first = any_owner.sign_in(device="one", host=ELSEWHERE)
    clock.forward(minutes=3)
    second = any_owner.sign_in(device="two", host=ELSEWHERE)
    clock.forward(minutes=3)
    any_owner.refresh(first, device="one")
    shown = _sessions(any_owner, any_owner.at(second))
    assert [(row.device_name, row.address, row.current) for row in shown] == [
        ("PC one", HOME, False),
        ("PC two", ELSEWHERE, True),
    ]
    assert (shown[0].created_at, shown[0].last_seen) == (first_at, clock())


def test_ended_and_expired_sessions_are_not_shown(owner: Owner) -> None:
    gone, here = owner.sign_in(device="gone"), owner.sign_in(device="here")
    closing.end_session(owner.office.services, owner.present(here), owner.at(gone).session_id, HOME)
    assert [row.device_name for row in _sessions(owner, owner.at(here))] == ["PC here"]
    owner.office.clock.forward(days=29)
    fresh = owner.sign_in(device="fresh")
    owner.office.clock.forward(days=2)
    assert _sessions(owner, owner.at(owner.refresh(fresh, device="fresh")))[0].device_name == "PC fresh"
    assert len(_sessions(owner, owner.at(owner.sign_in(device="fresh")))) == 2


@pytest.mark.parametrize("which", ["other person", "unknown", "ended"])
def test_only_ones_own_live_session_can_be_ended(owner: Owner, which: str) -> None:
    other = Owner(owner.office, user_id="u-ppk", email="", phone="")
    theirs = other.sign_in()
    mine, gone = owner.sign_in(), owner.sign_in(device="gone")
    gone_id = owner.at(gone).session_id
    closing.end_session(owner.office.services, owner.present(mine), gone_id, HOME)
    wanted = {"other person": other.at(theirs).session_id, "unknown": "01ARZ", "ended": gone_id}[which]
    with pytest.raises(Refused) as error:
        closing.end_session(owner.office.services, owner.at(mine), wanted, HOME)
    assert code_of(error) == "account.session_unknown"
    assert other.who(theirs) is not None


def test_signing_out_everywhere_means_here_too(any_owner: Owner) -> None:
    sessions = [any_owner.sign_in(device=f"pc-{number}") for number in range(3)]
    other = Owner(any_owner.office, user_id="u-ppk", email="", phone="")
    theirs = other.sign_in()
    closing.end_all(any_owner.office.services, any_owner.present(sessions[0]), HOME)
    assert [any_owner.who(one) for one in sessions] == [None, None, None]
    assert other.who(theirs) is not None
    assert any_owner.notices()[-1] == "account.sessions_ended"


# -- the account -------------------------------------------------------------------------------------------


def test_the_account_as_its_owner_sees_it(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    with any_owner.office.services.database.write() as connection:
        connection.execute(
            tables.accesses.update()
            .where(tables.accesses.c.user_id == "u-pp")
            .values(kind=AccessKind.VAI.value)
        )
        connection.execute(
            tables.consents.insert().values(
                user_id="u-pp", kind="terms", version="2026-01", at="2026-01-05T00:00:00.000000+00:00"
            )
        )
    view = _view(any_owner, any_owner.at(session))
    assert (view.user_id, view.username, view.email, view.phone) == ("u-pp", "pp", EMAIL, PHONE)
    assert (view.totp_on, view.totp_required, view.totp_required_by) == (False, True, ["VAI"])
    assert [(row.kind, row.version) for row in view.consents] == [("terms", "2026-01")]
    any_owner.turn_on(session)
    view = _view(any_owner, any_owner.at(session))
    assert (view.totp_on, view.recovery_codes_left) == (True, 10)


def test_training_people_need_no_second_factor(owner: Owner) -> None:
    session = owner.sign_in()
    with owner.office.services.database.write() as connection:
        connection.execute(tables.accesses.update().values(kind=AccessKind.VAI.value))
        connection.execute(tables.people.update().values(without_second_factor=True))
    assert not _view(owner, owner.at(session)).totp_required


def test_events_are_the_owners_newest_first(any_owner: Owner) -> None:
    session = any_owner.sign_in()
    any_owner.turn_on(session)
    any_owner.office.clock.forward(seconds=1)
    any_owner.sign_in(device="pc-2")
    with any_owner.office.services.database.read() as connection:
        own = events.newest(connection, "u-pp")
        others = events.newest(connection, "u-ppk")
    assert [event.code for event in own] == ["account.new_device", "account.totp_on"]
    assert (own[0].device_name, own[0].address, others) == ("PC pc-2", HOME, [])


def test_what_served_its_time_is_swept_and_evidence_is_kept(owner: Owner) -> None:
    session = owner.sign_in()
    owner.turn_on(session)
    owner.begin_recovery()
    for _ in range(7):
        owner.fails(name="nobody", device="evil")
    services = owner.office.services
    owner.office.clock.forward(days=3)
    with services.database.write() as connection:
        sweep(services, connection, owner.office.clock())
    for table in (tables.recoveries, tables.sign_in_attempts, tables.access_tokens, tables.challenges):
        assert owner.office.rows(table) == []
    assert {row["user_id"] for row in owner.office.rows(tables.security_events)} == {"u-pp"}
    assert len(owner.office.rows(tables.recovery_codes)) == 10
