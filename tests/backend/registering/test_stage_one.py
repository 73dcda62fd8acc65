"""Stage 1 from the form to the account, and everything that is refused on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from inaproc_backend import upkeep
from inaproc_backend.accounts import events
from inaproc_backend.accounts import registering as use
from inaproc_backend.accounts.sessions import find_session
from inaproc_backend.config import Throttle
from inaproc_backend.storage import tables
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import Refused
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire import account as a
from tests.backend.office import Office
from tests.backend.registering.conftest import (
    EMAIL,
    HOST,
    PASSWORD,
    PHONE,
    Applicant,
    form,
    refused,
    with_ways,
)

SMS = Channel.SMS


def test_from_the_form_to_the_account(applicant: Applicant) -> None:
    begun = applicant.begin(
        email=" Sari.Latihan@Contoh.go.id ", username="Sari.Latihan", phone="0812 0000 123"
    )
    assert (begun.email.target, begun.phone.target) == ("s***@contoh.go.id", "+62812****123")
    assert begun.token and begun.username_free is None and begun.expires_seconds == 24 * 3600
    assert not begun.email.sent and applicant.messages() == []
    sent = applicant.send()
    assert (sent.email.sent, sent.email.expires_seconds, sent.email.resend_seconds) == (True, 300, 60)
    proven = applicant.check(applicant.code())
    assert proven.email.verified and not proven.phone.verified and proven.username_free is True
    assert applicant.prove(SMS).phone.verified
    session = applicant.complete()
    assert (session.name, session.username, session.profile_status) == (
        "Sari Latihan",
        "sari.latihan",
        "NONE",
    )
    assert session.accesses == [] and session.nip == ""
    (person,) = applicant.office.rows(tables.people, username="sari.latihan")
    assert (person["email"], person["phone"], person["simulation"]) == (EMAIL, PHONE, False)
    with applicant.office.services.database.read() as connection:
        signed_in = find_session(connection, session.access_token, applicant.office.clock())
    assert signed_in is not None and signed_in.device_id == "pc-sari"
    given = {row["kind"]: row["version"] for row in applicant.office.rows(tables.consents)}
    assert given == {"terms": "2026-01", "privacy": "2026-01"}
    (credentials,) = applicant.office.rows(tables.credentials, user_id=session.user_id)
    assert applicant.office.services.passwords.matches(credentials["password_hash"], PASSWORD)
    assert applicant.messages()[-1]["template"] == "account.created"
    (event,) = applicant.office.rows(tables.security_events, user_id=session.user_id)
    assert (event["code"], event["device_name"], event["address"]) == ("account.created", "PC Sari", HOST)


@pytest.mark.parametrize(("language", "subject"), [("id", "Akun INAPROC"), ("en", "Your INAPROC account")])
def test_an_account_keeps_the_language_of_its_registration(
    applicant: Applicant, language: str, subject: str
) -> None:
    session = applicant.register(language=language)
    (person,) = applicant.office.rows(tables.people, id=session.user_id)
    assert person["language"] == language
    welcome = applicant.messages()[-1]
    assert welcome["subject"].startswith(subject) and "sari.latihan" in welcome["body"]
    services = applicant.office.services
    applicant.office.clock.forward(minutes=1)
    with services.database.write() as connection:
        events.note(services, connection, session.user_id, events.Happened.LOCKED)
    assert applicant.messages()[-1]["language"] == language


def test_a_language_that_nobody_speaks_is_the_first(applicant: Applicant) -> None:
    session = applicant.register(language="xx")
    (person,) = applicant.office.rows(tables.people, id=session.user_id)
    assert person["language"] == "id"


def test_the_consent_counts_from_the_tick(applicant: Applicant) -> None:
    ticked = applicant.office.clock()
    applicant.begin()
    applicant.office.clock.forward(hours=2)
    applicant.prove()
    applicant.prove(SMS)
    session = applicant.complete()
    given = applicant.office.rows(tables.consents, user_id=session.user_id)
    assert [row["at"] for row in given] == [to_text(ticked)] * 2


def test_what_a_registration_held_is_wiped_with_the_account(applicant: Applicant) -> None:
    applicant.register()
    (row,) = applicant.office.rows(tables.registrations)
    assert {row[name] for name in ("full_name", "username", "email", "phone", "password_hash")} == {""}


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"full_name": " "}, "name.empty", "full_name"),
        ({"full_name": "Sari <b>"}, "name.characters", "full_name"),
        ({"full_name": "x" * 101}, "name.length", "full_name"),
        ({"username": "sari"}, "username.length", "username"),
        ({"username": "1sari.latihan"}, "username.start", "username"),
        ({"username": "sari..latihan"}, "username.separators", "username"),
        ({"username": "sari@contoh.id"}, "username.is_email", "username"),
        ({"username": "a3374010101900001"}, "username.is_nik", "username"),
        ({"email": "sari"}, "email.form", "email"),
        ({"email": "sari@contoh"}, "email.domain", "email"),
        ({"email": "sari\r\nBcc: x@contoh.id@contoh.id"}, "email.form", "email"),
        ({"phone": ""}, "phone.empty", "phone"),
        ({"phone": "021 555 1234"}, "phone.not_mobile", "phone"),
        ({"phone": "+1 202 555 0100"}, "phone.not_indonesian", "phone"),
        ({"password": ""}, "password.empty", "password"),
        ({"password": "Aa1!"}, "password.too_short", "password"),
        ({"password": "aaaaaaaaaaaa1!"}, "password.classes", "password"),
        ({"password": "Sari.Latihan-1"}, "password.holds_username", "password"),
        ({"password": "P@ssw0rd1"}, "password.breached", "password"),
        ({"password": "Aa1!" + "x" * 200}, "password.too_long", "password"),
        (
            {"consents": a.Consents(terms_version="", privacy_version="2026-01")},
            *("consent.missing", "consents.terms_version"),
        ),
        (
            {"consents": a.Consents(terms_version="2026-01", privacy_version="2019-01")},
            *("consent.outdated", "consents.privacy_version"),
        ),
        ({"device_id": ""}, "session.field_length", "device_id"),
        ({"device_id": "x" * 201}, "session.field_length", "device_id"),
    ],
)
def test_a_form_is_refused_by_name(office: Office, more: dict[str, Any], code: str, field: str) -> None:
    applicant = Applicant(with_ways(office))
    with pytest.raises(Refused) as error:
        applicant.begin(**more)
    assert refused(error) == (code, field)
    assert office.rows(tables.registrations) == []


# -- codes


def test_the_phone_comes_after_the_email(applicant: Applicant) -> None:
    applicant.begin()
    with pytest.raises(Refused) as error:
        applicant.send(SMS)
    assert refused(error)[0] == "code.email_first" and applicant.messages(SMS) == []


def test_a_refused_code_is_counted(applicant: Applicant) -> None:
    applicant.begin()
    applicant.send()
    wrong = f"{(int(applicant.code()) + 1) % 10**6:06d}"
    for left in (4, 3, 2, 1):
        with pytest.raises(Refused) as error:
            applicant.check(wrong)
        assert refused(error) == ("code.wrong", "code")
        assert error.value.refusal.facts["tries_left"] == left == applicant.look().email.tries_left
    with pytest.raises(Refused) as error:
        applicant.check(wrong)
    assert refused(error)[0] == "code.void"
    with pytest.raises(Refused) as error:
        applicant.check(applicant.code())
    assert refused(error)[0] == "code.none"


def test_another_code_too_soon_sends_nothing(applicant: Applicant) -> None:
    applicant.begin()
    applicant.send()
    with pytest.raises(Refused) as error:
        applicant.send()
    assert refused(error)[0] == "code.too_soon" and len(applicant.messages()) == 1
    applicant.office.clock.forward(seconds=60)
    applicant.send()
    assert len(applicant.messages()) == 2


def test_a_second_registration_with_the_address_is_counted_with_the_first(applicant: Applicant) -> None:
    applicant.begin()
    applicant.send()
    other = Applicant(applicant.office, host="198.51.100.9")
    assert other.begin(username="lain.latihan").email.resend_seconds == 60
    with pytest.raises(Refused) as error:
        other.send()
    assert refused(error)[0] == "code.too_soon"


def test_a_code_of_one_registration_is_none_of_the_other(applicant: Applicant) -> None:
    applicant.begin()
    applicant.send()
    code = applicant.code()
    other = Applicant(applicant.office)
    other.begin()
    with pytest.raises(Refused) as error:
        other.check(code)
    assert refused(error)[0] == "code.none"


def test_a_proven_address_needs_no_other_code(applicant: Applicant) -> None:
    applicant.begin()
    applicant.prove()
    applicant.office.clock.forward(hours=1)
    assert applicant.send().email.verified and applicant.check("000000").email.verified
    assert len(applicant.messages()) == 1


def test_sms_of_one_registration_are_limited_whatever_the_number(applicant: Applicant) -> None:
    with_ways(applicant.office, throttle=Throttle(sms_per_registration=3))
    applicant.begin()
    applicant.prove()
    for number in range(3):
        applicant.amend(phone=f"+62812000020{number}")
        applicant.send(SMS)
    applicant.amend(phone="+628120000209")
    with pytest.raises(Refused) as error:
        applicant.send(SMS)
    assert refused(error) == ("code.too_many_sms", "phone") and len(applicant.messages(SMS)) == 3


@pytest.mark.parametrize("channel", ["WHATSAPP", "", "email"])
def test_an_unknown_channel_is_refused(office: Office, channel: str) -> None:
    applicant = Applicant(with_ways(office))
    applicant.begin()
    for call in (
        lambda: use_send(applicant, channel),
        lambda: use_check(applicant, channel),
    ):
        with pytest.raises(Refused) as error:
            call()
        assert refused(error) == ("code.channel", "channel")


def use_send(applicant: Applicant, channel: str) -> object:
    return use.send_code(
        applicant.office.services, applicant.id, applicant.token, a.SendCode(channel=channel), HOST
    )


def use_check(applicant: Applicant, channel: str) -> object:
    asked = a.CheckCode(channel=channel, code="123456")
    return use.check_code(applicant.office.services, applicant.id, applicant.token, asked)


def test_a_service_that_cannot_send_says_so(office: Office) -> None:
    applicant = Applicant(office)
    applicant.begin()
    with pytest.raises(Refused) as error:
        applicant.send()
    assert error.value.refusal.code == "code.no_way" and office.rows(tables.code_limits, voided=1) == []
    assert applicant.messages() == []


# -- Ubah email, Ubah nomor, another username


def test_another_email_keeps_the_rest_and_voids_its_code(applicant: Applicant) -> None:
    applicant.begin()
    applicant.send()
    old = applicant.code()
    state = applicant.amend(email="sari@contoh.id")
    assert state.email.target == "s***@contoh.id" and not state.email.sent
    assert state.email.resend_seconds == 0 and state.username == "sari.latihan"
    with pytest.raises(Refused) as error:
        applicant.check(old)
    assert refused(error)[0] == "code.none"
    applicant.amend(email=EMAIL)
    with pytest.raises(Refused) as error:
        applicant.check(old)
    assert refused(error)[0] == "code.none", "also after changing back"
    applicant.amend(email="sari@contoh.id")
    assert applicant.prove().email.verified


def test_another_email_is_to_be_proven_again_and_the_phone_is_not(applicant: Applicant) -> None:
    applicant.begin()
    applicant.prove()
    applicant.prove(SMS)
    state = applicant.amend(email="sari@contoh.id")
    assert not state.email.verified and state.phone.verified and state.username_free is None
    with pytest.raises(Refused) as error:
        applicant.complete()
    assert refused(error) == ("code.not_proven", "EMAIL")
    assert applicant.amend(phone="081200009999").phone.verified is False


def test_amending_to_the_same_changes_nothing(applicant: Applicant) -> None:
    applicant.begin()
    applicant.prove()
    state = applicant.amend(email=EMAIL.upper(), phone="08120000123", username="SARI.LATIHAN")
    assert state.email.verified
    (row,) = applicant.office.rows(tables.registrations)
    assert row["username_checks"] == 0


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"email": "x"}, "email.form"),
        ({"phone": "12"}, "phone.length"),
        ({"username": "x"}, "username.length"),
    ],
)
def test_a_bad_amendment_changes_nothing(office: Office, more: dict[str, str], code: str) -> None:
    applicant = Applicant(with_ways(office))
    applicant.begin()
    with pytest.raises(Refused) as error:
        applicant.amend(**more)
    assert refused(error)[0] == code
    assert applicant.look().username == "sari.latihan"


# -- usernames


def test_a_taken_username_is_told_after_the_email_with_suggestions(applicant: Applicant) -> None:
    Applicant(applicant.office).register()
    mine = {"email": "lain@contoh.id", "phone": "+628120000999", "full_name": "Sari Ayu Latihan"}
    assert applicant.begin(**mine).username_free is None
    state = applicant.prove()
    assert state.username_free is False
    assert state.suggestions == ["sarilatihan", "s.latihan", "latihan.sari"]
    chosen = applicant.amend(username="sarilatihan")
    assert chosen.username_free is True and chosen.suggestions == []


def test_usernames_may_be_tried_so_often(applicant: Applicant) -> None:
    applicant.begin()
    applicant.prove()
    for number in range(10):
        assert applicant.amend(username=f"sari.latihan{number}").username_free is True
    with pytest.raises(Refused) as error:
        applicant.amend(username="pp.lama.sekali")
    assert refused(error)[0] in {"username.too_many", "username.reserved"}
    with pytest.raises(Refused) as error:
        applicant.amend(username="lain.latihan")
    assert refused(error) == ("username.too_many", "username")


# -- the account is made once


def test_nothing_unproven_makes_an_account(applicant: Applicant) -> None:
    applicant.begin()
    for expected in ("EMAIL", "SMS"):
        with pytest.raises(Refused) as error:
            applicant.complete()
        assert refused(error) == ("code.not_proven", expected)
        if expected == "EMAIL":
            applicant.prove()
    assert applicant.office.rows(tables.people, username="sari.latihan") == []


def test_a_completed_registration_is_over(applicant: Applicant) -> None:
    applicant.register()
    calls: list[Callable[[], object]] = [
        applicant.complete,
        applicant.look,
        applicant.send,
        lambda: applicant.check("123456"),
        lambda: applicant.amend(username="lain.latihan"),
    ]
    for call in calls:
        with pytest.raises(Refused) as error:
            call()
        assert error.value.refusal.code == "registration.completed"


def test_of_two_completions_at_once_one_makes_the_account(applicant: Applicant) -> None:
    applicant.begin()
    applicant.prove()
    applicant.prove(SMS)
    assert _race([applicant] * 4) == {"": 1, "registration.completed": 3}
    assert len(applicant.office.rows(tables.people, username="sari.latihan")) == 1


@pytest.mark.parametrize("shared", [("username",), ("email",), ("phone",), ("username", "email", "phone")])
def test_of_two_registrations_at_once_one_gets_the_name(
    applicant: Applicant, shared: tuple[str, ...]
) -> None:
    """Both hold the mailbox and the phone, so both have proven everything."""
    racers = []
    for number in range(2):
        own = {
            "username": f"sari.latihan{number}",
            "email": f"sari{number}@contoh.id",
            "phone": f"+62812000030{number}",
        }
        mine = {**own, **{name: getattr(form(), name) for name in shared}}
        racer = Applicant(applicant.office)
        racer.begin(**mine)
        racer.prove()
        racer.prove(SMS)
        racers.append(racer)
        applicant.office.clock.forward(seconds=61)
    winner, loser = sorted(_race(racers).elements())
    assert winner == ""
    assert loser in {f"{name}.taken" for name in shared}  # which of several, the database finds first


def _race(racers: list[Applicant]) -> Counter[str]:
    def run(racer: Applicant) -> str:
        try:
            racer.complete()
        except Refused as error:
            return error.refusal.code
        return ""

    with ThreadPoolExecutor(len(racers)) as pool:
        return Counter(pool.map(run, racers))


# -- tokens and time


@pytest.mark.parametrize("spoil", ["token", "id", "swap", "old"])
def test_only_the_token_of_a_registration_opens_it(applicant: Applicant, spoil: str) -> None:
    applicant.begin()
    if spoil == "token":
        applicant.token = applicant.token[:-1] + ("A" if applicant.token[-1] != "A" else "B")
    elif spoil == "id":
        applicant.id = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
    elif spoil == "swap":
        other = Applicant(applicant.office)
        other.begin(email="lain@contoh.id")
        applicant.id = other.id
    else:
        applicant.office.clock.forward(hours=24)
    for call in (applicant.look, applicant.send, applicant.complete):
        with pytest.raises(Refused) as error:
            call()
        assert error.value.refusal.code == "registration.unknown"


def test_unfinished_registrations_are_swept(applicant: Applicant) -> None:
    applicant.begin()
    applicant.send()
    applicant.office.clock.forward(hours=24, seconds=1)
    upkeep.sweep(applicant.office.services)
    assert applicant.office.rows(tables.registrations) == []
    assert applicant.office.rows(tables.one_time_codes) == []


def test_registrations_from_one_address_are_limited(applicant: Applicant) -> None:
    with_ways(applicant.office, throttle=Throttle(registrations_per_address=3))
    for _ in range(3):
        applicant.begin()
    with pytest.raises(Refused) as error:
        applicant.begin()
    assert error.value.refusal.code == "registration.too_many_here"
    assert error.value.refusal.facts["wait_seconds"] == 3600
    Applicant(applicant.office, host="198.51.100.9").begin()
    applicant.office.clock.forward(hours=1)
    applicant.begin()


def test_a_training_service_makes_simulated_people(office: Office) -> None:
    config = replace(office.services.config, training=True)
    office.services = replace(office.services, config=config)
    session = Applicant(office).register()
    (person,) = office.rows(tables.people, id=session.user_id)
    assert session.training and person["simulation"]
