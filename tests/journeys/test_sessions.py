"""Signing in on a real backend: staying, renewing, leaving; and what lies on the disk afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from inaproc_core.errors import Refused
from inaproc_core.orders import commands as c
from inaproc_core.orders.states import State
from inaproc_core.roles import Role
from inaproc_core.values import Rupiah
from inaproc_desktop.launcher import TrainingProcess
from inaproc_desktop.ports.data import BackendRefused, DeedState, WorldFailed
from inaproc_desktop.ports.session import Server
from inaproc_desktop.services.session import SecondFactorNeeded
from tests.conftest import MemoryKeyring
from tests.journeys.conftest import MakeSeat
from tests.journeys.seat import PASSPHRASE, PASSWORD, Seat, only_order
from tests.journeys.test_purchase import checkout

pytestmark = pytest.mark.journey

ORDER = "0193a1b2-0000-7000-8000-0000000c0de5"


def secrets_of(seat: Seat) -> list[str]:
    """Both tokens as this process holds them."""
    tokens = seat.session.wire.tokens  # type: ignore[attr-defined]
    return [tokens._refresh, tokens.access()]


def tokens_in(keyring: MemoryKeyring) -> list[str]:
    """The refresh tokens that a keyring holds, beside the keys of files."""
    return [secret for (_service, name), secret in keyring.secrets.items() if "refresh:" in name]


def assert_not_on_disk(folder: Path, secrets: list[str]) -> None:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    for file in files:
        content = file.read_bytes()
        for secret in secrets:
            assert len(secret) > 20
            assert secret.encode() not in content, file


def test_people_of_the_office_and_wrong_password(seats: MakeSeat) -> None:
    seat = seats("anyone")
    state = seat.session.use_server(seat.server)
    assert state.training
    assert "pp" in {person.username for person in seat.session.training_people()}
    with pytest.raises(BackendRefused) as refused:
        seat.session.sign_in("pp", "bukan kata sandinya", keep=False)
    assert refused.value.refusal.code == "session.wrong_credentials"
    assert refused.value.sentence


def test_session_that_stays_leaves_no_token_on_the_disk(
    seats: MakeSeat, memory_keyring: MemoryKeyring
) -> None:
    seat = seats("pp")
    deps = seat.sign_in("pp", keep=True)
    seat.sync()
    assert deps.signed_in.actor.role is Role.PP
    first = secrets_of(seat)
    assert tokens_in(memory_keyring) == [first[0]]
    assert_not_on_disk(seat.folder, first)
    seat.close()

    again = Seat(seat.folder, seat.server)
    again.session.use_server(again.server)
    restored = again.session.restore()
    assert restored is not None
    assert not restored.offline
    assert restored.session.username == "pp"
    assert restored.session.refresh_token == restored.session.access_token == ""
    renewed = secrets_of(again)
    assert renewed[0] != first[0]  # the kept token is spent by using it
    assert tokens_in(memory_keyring) == [renewed[0]]
    assert_not_on_disk(again.folder, [*first, *renewed])
    again.session.sign_out()
    assert tokens_in(memory_keyring) == []
    assert again.session.restore() is None
    again.close()


def test_without_keyring_a_passphrase_guards_the_session(seats: MakeSeat) -> None:
    seat = seats("ppk")
    seat.session.use_server(seat.server)
    assert seat.session.needs_passphrase()
    assert not seat.session.passphrase_exists()
    with pytest.raises(Refused):
        seat.session.unlock("pendek")
    seat.session.unlock(PASSPHRASE)
    signed_in = seat.session.sign_in("ppk", PASSWORD, keep=True)
    assert not isinstance(signed_in, SecondFactorNeeded)
    assert_not_on_disk(seat.folder, secrets_of(seat))
    seat.close()

    again = Seat(seat.folder, seat.server)
    again.session.use_server(again.server)
    assert again.session.passphrase_exists()
    with pytest.raises(WorldFailed) as locked:
        again.session.restore()
    assert locked.value.code == "world.keyring_locked"
    with pytest.raises(WorldFailed) as wrong:
        again.session.unlock("frasa sandi salah")
    assert wrong.value.code == "world.passphrase_wrong"
    again.session.unlock(PASSPHRASE)
    restored = again.session.restore()
    assert restored is not None
    assert restored.session.username == "ppk"
    assert_not_on_disk(again.folder, secrets_of(again))
    again.close()


def test_unkept_session_is_gone_with_the_window(seats: MakeSeat, memory_keyring: MemoryKeyring) -> None:
    seat = seats("pp")
    seat.sign_in("pp")
    assert tokens_in(memory_keyring) == []
    assert_not_on_disk(seat.folder, secrets_of(seat))
    seat.close()
    again = Seat(seat.folder, seat.server)
    again.session.use_server(again.server)
    assert again.session.username() == "pp"
    assert again.session.restore() is None
    again.close()


def test_old_access_token_is_renewed_on_the_way(seats: MakeSeat) -> None:
    seat = seats("pp")
    seat.sign_in("pp")
    tokens = seat.session.wire.tokens  # type: ignore[attr-defined]
    before = tokens._refresh
    tokens._access = "spoiled"
    assert seat.sync()
    assert tokens._refresh != before


def test_ended_session_is_told_and_work_is_kept(seats: MakeSeat) -> None:
    seat = seats("pp")
    deps = seat.sign_in("pp")
    seat.sync()
    deps.drafts.save("d-1", "checkout", "v", "ATK", {})
    tokens = seat.session.wire.tokens  # type: ignore[attr-defined]
    refresh, access = tokens._refresh, tokens.access()
    seat.session.sign_out()
    tokens._refresh, tokens._access = refresh, access
    with pytest.raises(BackendRefused) as refused:
        seat.sync()
    assert refused.value.status == 401
    assert deps.drafts.get("d-1") is not None


def test_offline_work_survives_and_goes_out_once(tmp_path: Path, memory_keyring: MemoryKeyring) -> None:
    """The server goes away, a checkout is written, the program ends; everything comes back, once."""
    process = TrainingProcess(tmp_path / "server")
    try:
        seat = Seat(tmp_path / "pp", process.start())
        deps = seat.sign_in("pp", keep=True)
        seat.sync()
        form = checkout(deps)
        process.stop()

        deps.drafts.save("d-1", "checkout", form.vendor_id, "ATK", {"note": "setengah jadi"})
        deps.outbox.put(
            c.SubmitCheckout(checkout=form, max_total=Rupiah(10**9)),
            actor=deps.signed_in.actor,
            order_id=ORDER,
            base_rev=0,
        )
        assert not seat.sync()
        seat.close()

        dead = Seat(tmp_path / "pp", seat.server)
        with pytest.raises(WorldFailed):
            dead.session.use_server(dead.server)
        offline = dead.session.restore()
        assert offline is not None
        assert offline.offline
        kept = dead.enter(offline)
        draft = kept.drafts.get("d-1")
        assert draft is not None
        assert draft.content == {"note": "setengah jadi"}
        view = kept.mirror.order(ORDER)
        assert view is not None
        assert view.confirmed is None
        assert (view.order.state, view.order.number) == (State.WAIT_SELLER, "")
        assert [deed.state for deed in view.pending] == [DeedState.WAITING]
        assert kept.catalogue.seq() > 0
        dead.close()

        alive = Seat(tmp_path / "pp", process.start())
        alive.session.use_server(alive.server)
        restored = alive.session.restore()
        assert restored is not None
        assert not restored.offline
        back = alive.enter(restored)
        assert alive.sync()
        assert alive.sync()
        assert back.outbox.deeds() == ()
        assert [order.order.id for order in back.mirror.orders()] == [ORDER]
        assert only_order(back).number.startswith("EP-")
        assert len(back.outbox.recent()) == 1
        alive.close()
    finally:
        process.stop()


def test_reset_begins_a_new_history(tmp_path: Path) -> None:
    process = TrainingProcess(tmp_path / "server")
    try:
        seat = Seat(tmp_path / "pp", process.start())
        deps = seat.sign_in("pp")
        seat.sync()
        deps.outbox.put(
            c.SubmitCheckout(checkout=checkout(deps), max_total=Rupiah(10**9)),
            actor=deps.signed_in.actor,
            order_id=ORDER,
            base_rev=0,
        )
        seat.sync()
        assert len(deps.mirror.orders()) == 1
        deps.backend.reset_training()
        assert seat.sync()
        assert deps.mirror.orders() == ()
        rup = deps.mirror.rup("99000001")
        assert rup is not None
        assert rup.reserved == 0
        assert deps.catalogue.seq() > 0
        seat.close()
    finally:
        process.stop()


def test_server_of_another_kind_is_no_server(server: Server, tmp_path: Path) -> None:
    seat = Seat(tmp_path / "x", server)
    state = seat.session.check_server(server.url)
    assert state.training
    for address, code in (
        ("http://example.test", "server.not_encrypted"),
        ("https://a b", "server.address_malformed"),
        ("ftp://x", "server.address_malformed"),
        ("https://x/path", "server.address_malformed"),
        ("https://x:99999", "server.address_malformed"),
        ("", "server.address_malformed"),
    ):
        with pytest.raises(Refused) as refused:
            seat.session.check_server(address)
        assert refused.value.refusal.code == code, address
    with pytest.raises(WorldFailed) as failed:
        seat.session.check_server("http://127.0.0.1:9")
    assert failed.value.code == "world.offline"
    seat.close()
