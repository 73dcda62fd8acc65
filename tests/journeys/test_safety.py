"""Account safety on a real backend: proofs by code and password, a lost factor, signing out everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pyotp
import pytest

from inaproc_core.registration.book import load_registration
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import Consents
from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.registration import Identity
from inaproc_desktop.ports.session import Server
from inaproc_desktop.remote.account import HttpAccount, HttpRegistration
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.services.account_safety import AccountSafetyService
from inaproc_desktop.services.factor_reset import FactorResetService
from inaproc_desktop.tour import hands
from inaproc_desktop.tour.newcomer import Mailbox
from tests.journeys.seat import PASSWORD as TRAINING_PASSWORD

pytestmark = pytest.mark.journey

RULES = load_registration().at(date(2026, 11, 23))
EMAIL, PHONE = "pemilik.simulasi@simulasi.example", "+628119000777"
PASSWORD = "Kopi-Tubruk/37 pagi"


@pytest.fixture
def client(server: Server) -> Iterator[HttpClient]:
    client = HttpClient(server.url)
    yield client
    client.close()


@pytest.fixture
def mailbox(server: Server) -> Iterator[Mailbox]:
    mailbox = Mailbox(server.url)
    yield mailbox
    mailbox.close()


def register(client: HttpClient, mailbox: Mailbox) -> HttpWire:
    """Make an account in English; its first session is signed in on the wire."""
    calls = HttpRegistration(client, device_id="dev-pemilik", device_name="meja")
    identity = Identity(
        full_name="Pemilik Simulasi",
        username="pemilik.simulasi",
        email=EMAIL,
        phone=PHONE,
        password=PASSWORD,
    )
    shown = {text.kind: text.version for text in RULES.consents}
    consents = Consents(terms_version=shown["terms"], privacy_version=shown["privacy"])
    begun = calls.begin_registration(identity, consents, "en")
    for channel, to in ((Channel.EMAIL, EMAIL), (Channel.SMS, PHONE)):
        calls.send_registration_code(begun.registration_id, begun.token, channel)
        code = mailbox.code_for(channel, to)
        calls.check_registration_code(begun.registration_id, begun.token, channel, code)
    session = calls.complete_registration(begun.registration_id, begun.token).session
    assert session is not None
    wire = HttpWire(client, device_id="dev-pemilik", device_name="meja")
    wire.adopt(session)
    return wire


def test_second_factor_from_on_to_lost(client: HttpClient, mailbox: Mailbox) -> None:
    wire = register(client, mailbox)
    account = HttpAccount(wire)
    assert [event.code for event in account.events()] == ["account.created"]
    hands.wait_until(lambda: mailbox.subjects(EMAIL)[0] == "Your INAPROC account was made", "the first mail")
    safety = AccountSafetyService(lambda: account, lambda: RULES)
    setup = safety.begin_totp(PASSWORD)
    codes = safety.confirm_totp(pyotp.TOTP(setup.key.replace(" ", "")).now())
    assert wire.totp_on

    with pytest.raises(BackendRefused) as refused:
        wire.step_up("", PASSWORD)
    assert refused.value.refusal.code == "session.code_needed"
    assert wire.step_up(codes[0].lower(), "") > 0
    assert account.account().recovery_codes_left == len(codes) - 1

    calls = HttpRegistration(client, device_id="dev-lain", device_name="laptop")
    lost = FactorResetService(lambda: calls, lambda: RULES)
    begun = lost.begin(f" {EMAIL.upper()} ", PASSWORD)
    # The address got a code moments ago, whatever for: the next one has to wait, and the state says so.
    assert not begun.email.sent and begun.email.resend_seconds > 0
    assert begun.email.target == "p***@simulasi.example"
    with pytest.raises(BackendRefused) as refused:
        lost.send_code(Channel.EMAIL)
    assert refused.value.refusal.code == "code.too_soon"
    with pytest.raises(BackendRefused) as refused:
        lost.send_code(Channel.SMS)
    assert refused.value.refusal.code == "factor_reset.email_first"
    account.stop_factor_reset()
    assert account.account().totp_on
    with pytest.raises(BackendRefused) as refused:
        lost.send_code(Channel.EMAIL)
    assert refused.value.refusal.code == "factor_reset.unknown"


def test_signing_out_everywhere_after_a_proof(client: HttpClient, server: Server) -> None:
    wire = HttpWire(client, device_id="dev-pp", device_name="meja")
    assert wire.sign_in("pp", TRAINING_PASSWORD).session is not None
    account = HttpAccount(wire)
    with pytest.raises(BackendRefused) as refused:
        account.end_all_sessions()
    assert refused.value.refusal.code == "session.step_up_required"
    account.step_up("", TRAINING_PASSWORD)
    account.end_all_sessions()
    with pytest.raises(BackendRefused) as refused:
        account.account()
    assert refused.value.status == 401
