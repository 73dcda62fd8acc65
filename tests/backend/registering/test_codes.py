"""One-time codes: bound, counted, timed, paused, used once; the same work for whoever gets none."""

from __future__ import annotations

import stat
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import pytest

from inaproc_backend.accounts import code_limits, codes
from inaproc_backend.accounts.codes import CodeFor, CodePurpose, Issued
from inaproc_backend.config import Throttle
from inaproc_backend.storage import tables
from inaproc_core.errors import Refusal
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import CodeState
from tests.backend.office import Office

HOST = "203.0.113.7"
EMAIL = CodeFor(
    purpose=CodePurpose.REGISTRATION, owner="r1", channel=Channel.EMAIL, target="budi@contoh.go.id"
)
PHONE = CodeFor(purpose=CodePurpose.REGISTRATION, owner="r1", channel=Channel.SMS, target="+628120000123")

_NUMBERS: dict[str, Any] = {
    **dict.fromkeys(Limits.__dataclass_fields__, 0),
    "reminder_days": (),
    "code_digits": 6,
    "code_seconds": 300,
    "code_resend_seconds": 60,
    "code_tries": 5,
    "code_sends_per_hour": 5,
    "code_void_before_pause": 3,
    "code_pause_seconds": 900,
}
LIMITS = Limits(**_NUMBERS)


@dataclass
class Desk:
    """Hands that ask for codes and type them."""

    office: Office

    def issue(self, about: CodeFor = EMAIL, *, host: str = HOST, decoy: bool = False) -> Issued:
        with self.office.services.database.write() as connection:
            return codes.issue(self.office.services, connection, about, limits=LIMITS, host=host, decoy=decoy)

    def check(self, typed: str, about: CodeFor = EMAIL) -> Refusal | None:
        with self.office.services.database.write() as connection:
            return codes.check(self.office.services, connection, about, typed, limits=LIMITS)

    def state(self, about: CodeFor = EMAIL, **more: Any) -> CodeState:
        with self.office.services.database.read() as connection:
            return codes.state_of(self.office.services, connection, about, limits=LIMITS, **more)

    def void(self, about: CodeFor = EMAIL) -> Refusal | None:
        """Ask for a code and type wrong ones until it is void."""
        wrong = _other(self.issue(about).code)
        for _ in range(4):
            assert _code(self.check(wrong, about)) == "code.wrong"
        return self.check(wrong, about)

    def later(self, **span: float) -> None:
        self.office.clock.forward(**span)


@pytest.fixture
def desk(any_office: Office) -> Desk:
    return Desk(any_office)


def _code(refusal: Refusal | None) -> str:
    return refusal.code if refusal is not None else ""


def _other(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"


def test_a_code_is_right_once(desk: Desk) -> None:
    code = desk.issue().code
    assert len(code) == 6 and code.isdecimal()
    assert desk.check(f" {code[:3]}-{code[3:]} ") is None
    assert _code(desk.check(code)) == "code.none"


def test_nothing_that_is_stored_tells_the_code_or_the_address(desk: Desk) -> None:
    code = desk.issue().code
    rows = [*desk.office.rows(tables.one_time_codes), *desk.office.rows(tables.code_limits)]
    stored = " ".join(str(value) for row in rows for value in row.values())
    assert len(rows) == 3
    assert code not in stored and "budi" not in stored and HOST not in stored
    key = desk.office.services.config.data / "codes.secret"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600 and len(key.read_bytes().strip()) == 64


@pytest.mark.parametrize(
    "other",
    [
        replace(EMAIL, purpose=CodePurpose.CONTACT),
        replace(EMAIL, owner="r2"),
        replace(EMAIL, channel=Channel.SMS),
        replace(EMAIL, target="lain@contoh.go.id"),
    ],
)
def test_a_code_counts_for_nothing_else(desk: Desk, other: CodeFor) -> None:
    code = desk.issue().code
    assert _code(desk.check(code, other)) == "code.none"
    assert desk.check(code) is None


def test_a_code_in_anothers_row_is_wrong(desk: Desk) -> None:
    """Also with the row of one copied over the other's, as somebody with the database alone could."""
    code = desk.issue().code
    desk.issue(replace(EMAIL, owner="r2", target="lain@contoh.go.id"))
    row = tables.one_time_codes
    with desk.office.services.database.write() as connection:
        mine = connection.execute(row.select().where(row.c.owner == "r1")).mappings().one()
        connection.execute(
            row.update()
            .where(row.c.owner == "r2")
            .values(code_mac=mine["code_mac"], target_mac=mine["target_mac"])
        )
    assert _code(desk.check(code, replace(EMAIL, owner="r2"))) == "code.wrong"


@pytest.mark.parametrize(
    ("seconds", "expected"), [(299, ""), (300, "code.expired"), (86_400, "code.expired")]
)
def test_a_code_counts_for_five_minutes(desk: Desk, seconds: int, expected: str) -> None:
    code = desk.issue().code
    desk.later(seconds=seconds)
    assert _code(desk.check(code)) == expected


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12a456", "١٢٣٤٥٦", "¹23456"])
def test_what_is_no_code_costs_no_try(desk: Desk, typed: str) -> None:
    desk.issue()
    assert _code(desk.check(typed)) == "code.digits"
    assert desk.state().tries_left == 5


def test_five_wrong_answers_void_a_code(desk: Desk) -> None:
    code = desk.issue().code
    left = [desk.check(_other(code)) for _ in range(4)]
    assert [refusal.facts["tries_left"] for refusal in left if refusal] == [4, 3, 2, 1]
    assert _code(desk.check(_other(code))) == "code.void"
    assert _code(desk.check(code)) == "code.none"


def test_a_new_code_voids_the_old(desk: Desk) -> None:
    first = desk.issue().code
    desk.later(seconds=60)
    second = desk.issue().code
    assert first != second
    assert _code(desk.check(first)) == "code.wrong"
    assert desk.check(second) is None


def test_another_code_comes_after_a_minute(desk: Desk) -> None:
    desk.issue()
    desk.later(seconds=59)
    refused = desk.issue()
    assert refused.code == "" and refused.refusal is not None
    assert (refused.refusal.code, refused.refusal.facts["wait_seconds"]) == ("code.too_soon", 1)
    desk.later(seconds=1)
    assert desk.issue().code


def test_five_sends_an_hour_to_a_target_whoever_asks(desk: Desk) -> None:
    for number in range(5):
        assert desk.issue(replace(EMAIL, owner=f"r{number}"), host=f"203.0.113.{number}").code
        desk.later(seconds=60)
    refused = desk.issue(replace(EMAIL, owner="r9"), host="203.0.113.9").refusal
    assert refused is not None and refused.code == "code.too_many_sends"
    assert refused.facts["wait_seconds"] == 3600 - 5 * 60
    assert desk.state().sends_left == 0 and desk.state().resend_seconds == 3300
    desk.later(seconds=3300)
    assert desk.issue().code  # the oldest send has left the hour
    desk.later(seconds=59)
    assert _code(desk.issue().refusal) == "code.too_soon"


def test_three_void_codes_bring_a_pause(desk: Desk) -> None:
    assert _code(desk.void()) == "code.void"
    desk.later(seconds=60)
    assert _code(desk.void()) == "code.void"
    desk.later(seconds=60)
    paused = desk.void()
    assert paused is not None and (paused.code, paused.facts["wait_seconds"]) == ("code.paused", 900)
    assert _code(desk.issue(replace(EMAIL, owner="r2")).refusal) == "code.paused"
    assert desk.state().paused_seconds == 900
    desk.later(seconds=899)
    assert _code(desk.check("000000")) == "code.paused"
    desk.later(seconds=1)
    code = desk.issue().code
    assert desk.check(code) is None


def test_a_right_code_forgets_the_void_ones(desk: Desk) -> None:
    for _ in range(2):
        desk.void()
        desk.later(seconds=60)
    assert desk.check(desk.issue().code) is None
    desk.later(seconds=60)
    assert _code(desk.void()) == "code.void"


def test_void_codes_are_forgotten_after_an_hour(desk: Desk) -> None:
    for _ in range(2):
        desk.void()
        desk.later(seconds=60)
    desk.later(seconds=3600)
    assert _code(desk.void()) == "code.void"


def test_an_address_may_cause_so_many_sends(desk: Desk) -> None:
    throttle = Throttle(emails_per_address=3, sms_per_address=2)
    config = replace(desk.office.services.config, throttle=throttle)
    desk.office.services = replace(desk.office.services, config=config)
    asked = [
        *((replace(EMAIL, target=f"a{number}@contoh.go.id"), "2001:db8::1") for number in range(4)),
        *((replace(PHONE, target=f"+62812000000{number}"), "2001:db8::ffff") for number in range(3)),
    ]
    answers = [_code(desk.issue(about, host=host).refusal) for about, host in asked]
    assert answers == ["", "", "", "code.too_many_here", "", "", "code.too_many_here"]
    assert desk.issue(replace(EMAIL, target="b@contoh.go.id"), host="2001:db8:0:1::1").code


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
    ],
)
def test_networks(host: str, network: str) -> None:
    assert code_limits.network_of(host) == network


def test_a_decoy_looks_the_same_and_no_answer_is_right(desk: Desk) -> None:
    real = replace(EMAIL, owner="real", target="a@contoh.go.id")
    decoy = replace(EMAIL, owner="decoy", target="b@contoh.go.id")
    desk.issue(real)
    code = desk.issue(decoy, decoy=True).code
    assert len(code) == 6
    states = [replace_target(desk.state(about)) for about in (real, decoy)]
    assert states[0] == states[1]
    assert _code(desk.check(code, decoy)) == "code.wrong"
    assert desk.state(decoy).tries_left == 4


def replace_target(state: CodeState) -> dict[str, Any]:
    return {name: getattr(state, name) for name in state.__struct_fields__ if name != "target"}


def test_counting_by_what_was_typed_leaves_the_target_alone(desk: Desk) -> None:
    by_name = replace(EMAIL, purpose=CodePurpose.RECOVERY, limit_by="budi")
    desk.issue(by_name)
    assert desk.state().resend_seconds == 0 and desk.state().sends_left == 5
    assert desk.state(by_name).resend_seconds == 60


def test_the_state_says_what_the_screen_counts_down(desk: Desk) -> None:
    assert desk.state() == CodeState(channel="EMAIL", target="b***@contoh.go.id", sends_left=5)
    code = desk.issue().code
    desk.later(seconds=10.5)
    state = desk.state()
    assert (state.sent, state.resend_seconds, state.sends_left, state.tries_left) == (True, 50, 4, 5)
    assert state.expires_seconds == 290
    desk.check(code)
    proven = desk.state(verified=True)
    assert proven.verified and not proven.sent and proven.resend_seconds == 0
    assert desk.state(PHONE).target == "+62812****123"


def test_of_many_answers_at_once_one_is_right(desk: Desk) -> None:
    code = desk.issue().code
    with ThreadPoolExecutor(6) as pool:
        answers = Counter(_code(refusal) for refusal in pool.map(desk.check, [code] * 6))
    assert answers == {"": 1, "code.none": 5}


def test_of_many_wrong_answers_at_once_five_count(desk: Desk) -> None:
    code = desk.issue().code
    with ThreadPoolExecutor(8) as pool:
        answers = Counter(_code(refusal) for refusal in pool.map(desk.check, [_other(code)] * 8))
    assert answers == {"code.wrong": 4, "code.void": 1, "code.none": 3}


def test_of_many_askers_at_once_one_gets_a_code(desk: Desk) -> None:
    abouts = [replace(EMAIL, owner=f"r{number}") for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        answers = Counter(_code(issued.refusal) for issued in pool.map(desk.issue, abouts))
    assert answers == {"": 1, "code.too_soon": 5}


def test_old_rows_are_swept(desk: Desk) -> None:
    desk.issue()
    desk.later(seconds=3601)
    with desk.office.services.database.write() as connection:
        codes.sweep(connection, desk.office.clock())
    assert desk.office.rows(tables.one_time_codes) == []
    assert desk.office.rows(tables.code_limits) == []


def test_digits_are_spread_evenly(desk: Desk) -> None:
    drawn = [codes._digits(desk.office.services, 6) for _ in range(2000)]
    firsts = Counter(code[0] for code in drawn)
    assert set(firsts) == set("0123456789")
    assert all(130 <= count <= 280 for count in firsts.values())
