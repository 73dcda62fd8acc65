"""Nobody learns which accounts exist: not from answers, not from the work that answering takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from inaproc_backend.accounts import recovery
from inaproc_backend.storage import tables
from inaproc_core.errors import Refused
from inaproc_core.wire import account as a
from tests.backend.abuse.conftest import Work
from tests.backend.accounts.owner import ELSEWHERE, EMAIL, Owner

KNOWN = ["pp", EMAIL]
UNKNOWN = ["nobody", "nobody@contoh.invalid"]


def _said(deed: Callable[[], Any]) -> tuple[Any, ...]:
    """Everything of an answer that a stranger sees, but for the token and the id."""
    try:
        answer = deed()
    except Refused as error:
        refusal = error.refusal
        return (refusal.code, refusal.field, dict(refusal.facts))
    state = answer.email
    return (
        answer.proven, answer.needs_second_factor, len(answer.recovery_id), bool(answer.token), state.sent,
        state.verified, state.resend_seconds, state.expires_seconds, state.tries_left, state.sends_left,
        state.paused_seconds,
    )  # fmt: skip


def _same(known: list[Any], unknown: list[Any]) -> None:
    assert known == unknown


@pytest.mark.parametrize("kind", [0, 1])
@pytest.mark.parametrize("inactive", [False, True])
def test_sign_in_from_the_first_try_to_the_growing_pause(
    owner: Owner, work: Work, kind: int, inactive: bool
) -> None:
    if inactive:
        with owner.office.services.database.write() as connection:
            connection.execute(tables.people.update().values(active=False))
    seen: dict[str, list[Any]] = {KNOWN[kind]: [], UNKNOWN[kind]: []}
    for net, (name, met) in enumerate(seen.items()):
        start = owner.office.clock.now
        for attempt in range(30):
            host = f"10.{net}.0.{attempt}"
            work.take()
            said = _said(lambda n=name, h=host: owner.begin(n, "salah", "evil", h))  # type: ignore[misc]
            met.append((said, work.take()))
            owner.office.clock.forward(minutes=1)
        owner.office.clock.now = start
    _same(seen[KNOWN[kind]], seen[UNKNOWN[kind]])
    codes = [said[0] for said, _ in seen[KNOWN[kind]]]
    assert codes[:5] == ["session.wrong_credentials"] * 5 and codes[5] == "session.too_many_attempts"
    assert {hashes for (code, *_), (hashes, _) in seen[KNOWN[kind]] if code == codes[0]} == {1}
    assert {hashes for (code, *_), (hashes, _) in seen[KNOWN[kind]] if code == codes[5]} == {0}


@pytest.mark.parametrize("factor", [False, True])
@pytest.mark.parametrize("kind", [0, 1])
def test_recovery_from_its_begin_to_its_pause(owner: Owner, work: Work, kind: int, factor: bool) -> None:
    if factor:
        owner.turn_on(owner.sign_in())
    services = owner.office.services
    seen: dict[str, list[Any]] = {KNOWN[kind]: [], UNKNOWN[kind]: []}
    for name, met in seen.items():
        start = owner.office.clock.now
        work.take()
        state = owner.begin_recovery(name, ELSEWHERE)
        met.append((_said(lambda s=state: s), work.take()))  # type: ignore[misc]

        def guess(s: a.RecoveryState = state) -> a.RecoveryState:
            asked = a.CheckCode(channel="EMAIL", code="000000")
            return recovery.check_code(services, s.recovery_id, s.token, asked)

        def again(s: a.RecoveryState = state) -> a.RecoveryState:
            return recovery.send_code(services, s.recovery_id, s.token, ELSEWHERE)

        def finish(s: a.RecoveryState = state) -> None:
            asked = a.NewPassword(password="Tembok-Kuning/48")
            recovery.set_password(services, s.recovery_id, s.token, asked, ELSEWHERE)

        def begin(n: str = name) -> a.RecoveryState:
            return owner.begin_recovery(n, ELSEWHERE)

        deeds: list[Callable[[], Any]] = [again, finish, *[guess] * 6, again, begin]
        for deed in [*deeds, *deeds, *deeds]:
            met.append((_said(deed), work.take()))
            owner.office.clock.forward(seconds=31)
        owner.office.clock.now = start
    _same(seen[KNOWN[kind]], seen[UNKNOWN[kind]])
    codes = {said[0] for said, _ in seen[KNOWN[kind]]}
    assert {"code.too_soon", "code.wrong", "code.void", "code.paused", "recovery.not_proven"} <= codes


def test_a_username_does_not_show_the_address_behind_it(owner: Owner) -> None:
    states = [owner.begin_recovery(name, ELSEWHERE) for name in ("pp", "nobody")]
    assert {state.email.target for state in states} == {"***"}
    assert owner.begin_recovery(EMAIL, ELSEWHERE).email.target == "a***@latihan.invalid"


def test_one_account_with_two_names_shows_no_common_count(owner: Owner) -> None:
    """The state of the one name does not change by what happens under the other."""
    first = owner.begin_recovery("pp", ELSEWHERE)
    second = owner.begin_recovery(EMAIL, ELSEWHERE)
    assert _said(lambda: first) == _said(lambda: second)


def test_an_attacker_who_holds_a_recovery_learns_nothing_of_the_second_factor(owner: Owner) -> None:
    owner.turn_on(owner.sign_in())
    state = owner.begin_recovery("pp", ELSEWHERE)
    asked = a.NewPassword(password="Tembok-Kuning/48", code="000000")
    with pytest.raises(Refused) as error:
        recovery.set_password(owner.office.services, state.recovery_id, state.token, asked, ELSEWHERE)
    assert error.value.refusal.code == "recovery.not_proven"
    assert not state.needs_second_factor
