"""The session service on a fake wire: versions, accesses, staying, going on without a link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec
import pytest

from inaproc_core.errors import Refusal, Refused
from inaproc_core.policy.default import load_default
from inaproc_core.registration.book import load_registration
from inaproc_core.roles import Role
from inaproc_core.wire.messages import AccessRow, HelloAnswer, Session, SignInAnswer
from inaproc_desktop.ports.data import BackendRefused, SignedIn, WorldFailed
from inaproc_desktop.ports.session import Server
from inaproc_desktop.ports.world import VersionMismatch
from inaproc_desktop.services.servers import server_of
from inaproc_desktop.services.session import SecondFactorNeeded, SessionService
from inaproc_desktop.settings import Settings
from tests import builders

SERVER = Server(url="https://inaproc.example", key="https://inaproc.example")
BOOK = load_default()


def access(access_id: str = "a-pp", role: str = "PP", **more: Any) -> AccessRow:
    return AccessRow(access_id=access_id, role=role, position="Pejabat", satker_id="s-1", **more)


def session(*accesses: AccessRow, refresh: str = "refresh-1") -> Session:
    return Session(
        access_token="access-1",
        access_seconds=600,
        refresh_token=refresh,
        user_id="u-pp",
        name="Ayu Latihan",
        username="ayu",
        nip="198501012010012001",
        accesses=list(accesses) or [access()],
        training=False,
    )


class FakeWire:
    """A backend that answers what it is told."""

    def __init__(self, on_session: Callable[[Session], None]) -> None:
        self.on_session = on_session
        self.proto = (1, 1)
        self.offline = False
        self.answer: SignInAnswer | Exception = SignInAnswer(session=session())
        self.renewed: Session | Exception = session(refresh="refresh-2")
        self.adopted: Session | None = None
        self.restored_with = ""
        self.signed_out = False
        self.closed = False

    def hello(self) -> HelloAnswer:
        self._reach()
        return HelloAnswer(
            proto_min=self.proto[0],
            proto_max=self.proto[1],
            server_version="1.0",
            server_time=builders.NOW,
            epoch="e",
            training=False,
            policy=dict(BOOK.document),
        )

    def sign_in(self, username: str, password: str) -> SignInAnswer:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def second_factor(self, challenge: str, code: str) -> SignInAnswer:
        assert (challenge, code) == ("c-1", "123456")
        return SignInAnswer(session=session())

    def restore(self, refresh_token: str) -> Session:
        self._reach()
        self.restored_with = refresh_token
        if isinstance(self.renewed, Exception):
            raise self.renewed
        self.on_session(self.renewed)
        return self.renewed

    def renew(self) -> Session:
        return self.restore("")

    def adopt(self, given: Session) -> None:
        self.adopted = given

    def sign_out(self) -> None:
        self._reach()
        self.signed_out = True

    def close(self) -> None:
        self.closed = True

    def _reach(self) -> None:
        if self.offline:
            raise WorldFailed("world.offline")


class FakeSecrets:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.locked = False

    def get(self, name: str) -> str | None:
        self._open()
        return self.kept.get(name)

    def set(self, name: str, secret: str) -> None:
        self._open()
        self.kept[name] = secret

    def delete(self, name: str) -> None:
        self._open()
        self.kept.pop(name, None)

    def needs_passphrase(self) -> bool:
        return False

    def exists(self) -> bool:
        return True

    def unlock(self, passphrase: str) -> None:
        """Open already."""

    def _open(self) -> None:
        if self.locked:
            raise WorldFailed("world.keyring_locked")


class FakeMemory:
    def __init__(self) -> None:
        self.kept: Mapping[str, Any] | None = None

    def save(self, session: Mapping[str, Any]) -> None:
        self.kept = session

    def load(self) -> Mapping[str, Any] | None:
        return self.kept


class Desk:
    """A service and everything it stands on."""

    def __init__(self, folder: Any) -> None:
        self.wires: list[FakeWire] = []
        self.secrets = FakeSecrets()
        self.memory = FakeMemory()
        self.settings = Settings(folder / "settings.json")
        self.service = SessionService(
            connect=self._connect,
            secrets=lambda: self.secrets,
            accounts=self.settings,
            memory=lambda server, user_id: self.memory,
            policy=BOOK,
            registration=load_registration(),
        )

    def _connect(self, url: str, on_session: Callable[[Session], None]) -> Any:
        self.wires.append(FakeWire(on_session))
        return self.wires[-1]

    @property
    def wire(self) -> FakeWire:
        return self.wires[-1]

    def sign_in(self, *, keep: bool = False) -> SignedIn:
        answer = self.service.sign_in(" ayu ", "rahasia", keep=keep)
        assert isinstance(answer, SignedIn)
        return answer


@pytest.fixture
def desk(tmp_path: Any) -> Desk:
    made = Desk(tmp_path)
    made.service.use_server(SERVER)
    return made


def test_signing_in(desk: Desk) -> None:
    signed_in = desk.sign_in()
    assert signed_in.actor.role is Role.PP
    assert signed_in.actor.user_id == "u-pp"
    assert signed_in.actor.nip == "198501012010012001"
    assert (signed_in.session.access_token, signed_in.session.refresh_token) == ("", "")
    assert desk.settings.username(SERVER.key) == "ayu"
    assert desk.settings.server_url() == SERVER.url
    assert desk.secrets.kept == {}
    assert desk.memory.kept is not None
    assert "refresh-1" not in str(desk.memory.kept)
    assert "access-1" not in str(desk.memory.kept)


def test_second_factor(desk: Desk) -> None:
    desk.wire.answer = SignInAnswer(challenge="c-1")
    needed = desk.service.sign_in("ayu", "rahasia", keep=True)
    assert needed == SecondFactorNeeded(challenge="c-1")
    signed_in = desk.service.second_factor("c-1", " 123456 ")
    assert isinstance(signed_in, SignedIn)
    assert list(desk.secrets.kept.values()) == ["refresh-1"]


def test_refused_sign_in_remembers_nothing(desk: Desk) -> None:
    desk.wire.answer = BackendRefused(Refusal(code="session.wrong_credentials"), "Salah.", 401)
    with pytest.raises(BackendRefused):
        desk.service.sign_in("siapa", "x", keep=True)
    assert desk.settings.username(SERVER.key) == ""
    assert desk.secrets.kept == {}


@pytest.mark.parametrize("proto", [(0, 0), (2, 9)])
def test_other_protocol_is_refused(desk: Desk, proto: tuple[int, int]) -> None:
    desk.wire.proto = proto
    with pytest.raises(VersionMismatch) as failed:
        desk.sign_in()
    code = "version.client_too_old" if proto[0] > 1 else "version.server_too_old"
    assert (failed.value.code, failed.value.refusal.code) == ("world.parked", code)


def test_going_on_spends_the_kept_token(desk: Desk) -> None:
    desk.sign_in(keep=True)
    signed_in = desk.service.restore()
    assert signed_in is not None
    assert desk.wire.restored_with == "refresh-1"
    assert list(desk.secrets.kept.values()) == ["refresh-2"]


def test_ended_session_is_forgotten(desk: Desk) -> None:
    desk.sign_in(keep=True)
    desk.wire.renewed = BackendRefused(Refusal(code="session.ended"), status=401)
    assert desk.service.restore() is None
    assert desk.secrets.kept == {}
    assert not desk.service.somebody_stays()


def test_without_a_link_work_goes_on(desk: Desk) -> None:
    desk.sign_in(keep=True)
    desk.wire.offline = True
    signed_in = desk.service.restore()
    assert signed_in is not None
    assert signed_in.offline
    assert signed_in.session.name == "Ayu Latihan"
    assert desk.wire.adopted is not None
    assert desk.wire.adopted.refresh_token == "refresh-1"
    # Later, with a link again, a request renews the session: the kept token follows.
    desk.wire.on_session(session(refresh="refresh-3"))
    assert list(desk.secrets.kept.values()) == ["refresh-3"]
    assert desk.memory.kept is not None
    assert desk.memory.kept["policy"]  # the rule book that was learnt before is not lost


def test_a_server_that_wants_another_program_lets_one_go_on_with_what_is_here(desk: Desk) -> None:
    desk.sign_in(keep=True)
    desk.wire.proto = (2, 3)
    signed_in = desk.service.restore()
    assert signed_in is not None and signed_in.offline
    assert list(desk.secrets.kept.values()) == ["refresh-1"]
    # The same where only the request is refused: the backend was restarted in between.
    desk.wire.proto = (1, 1)
    desk.wire.renewed = BackendRefused(Refusal(code="version.client_too_old"), status=426)
    signed_in = desk.service.restore()
    assert signed_in is not None and signed_in.offline
    assert desk.service.somebody_stays()


def test_rules_of_a_later_hello_are_in_force_and_remembered(desk: Desk) -> None:
    desk.sign_in()
    before = desk.service.policy
    rules = dict(cast(Mapping[str, Any], BOOK.document["rules"]))
    key = "cart.max_lines"
    rules[key] = [{**entry, "value": 7} for entry in rules[key]]
    newer = {**BOOK.document, "rules": rules}
    hello = msgspec.structs.replace(desk.wire.hello(), policy=newer, rules_version="r2")
    desk.service.learn(hello)
    assert desk.service.policy is not before
    assert desk.service.policy.at(builders.NOW.date()).cart_max_lines == 7
    assert desk.memory.kept is not None and desk.memory.kept["policy"] == newer
    assert "session" in desk.memory.kept
    # The same again changes nothing; a book that cannot be read leaves the one in force.
    kept, policy = desk.memory.kept, desk.service.policy
    desk.service.learn(hello)
    assert desk.memory.kept is kept and desk.service.policy is policy
    desk.service.learn(msgspec.structs.replace(hello, policy={"format": 9}, rules_version="r3"))
    assert desk.memory.kept is kept and desk.service.policy is policy


def test_the_servers_time_is_remembered(desk: Desk, tmp_path: Any) -> None:
    desk.sign_in()
    assert Settings(tmp_path / "settings.json").server_time(SERVER.url) == builders.NOW
    assert Settings(tmp_path / "settings.json").server_time("https://other.example").year == 1


def test_without_link_and_memory_there_is_nothing_to_open(desk: Desk) -> None:
    desk.sign_in(keep=True)
    desk.memory.kept = None
    desk.wire.offline = True
    with pytest.raises(WorldFailed) as failed:
        desk.service.restore()
    assert failed.value.code == "world.offline"


def test_locked_store_does_not_stop_signing_in(desk: Desk) -> None:
    desk.secrets.locked = True
    assert desk.sign_in(keep=True).actor.role is Role.PP
    assert not desk.service.somebody_stays()


def test_nobody_stays_nothing_is_asked(desk: Desk) -> None:
    desk.secrets.locked = True
    assert desk.service.restore() is None


def test_accesses_that_cannot_be_used_are_left_out(desk: Desk) -> None:
    desk.wire.answer = SignInAnswer(
        session=session(
            access("a-1", "PP", active=False), access("a-2", "ASTRONOT"), access("a-3", "PPK"), access("a-4")
        )
    )
    signed_in = desk.sign_in()
    assert [one.access_id for one in signed_in.accesses] == ["a-3", "a-4"]
    assert signed_in.access.access_id == "a-3"


def test_without_any_access_one_goes_in_as_applicant(desk: Desk) -> None:
    desk.wire.answer = SignInAnswer(session=session(access(active=False)))
    signed_in = desk.sign_in()
    assert signed_in.accesses == ()
    assert signed_in.actor.role is Role.APPLICANT
    assert (signed_in.actor.access_id, signed_in.actor.satker_id) == ("", "")


def test_session_of_a_new_account_is_gone_on_with(desk: Desk) -> None:
    made = msgspec.structs.replace(session(), accesses=[], profile_status="NONE", username="baru")
    signed_in = desk.service.adopt(made)
    assert desk.wire.adopted == made
    assert signed_in.session.profile_status == "NONE"
    assert signed_in.session.access_token == ""
    assert signed_in.actor.role is Role.APPLICANT
    assert desk.service.username() == "baru"
    assert desk.secrets.kept == {}
    assert not desk.service.somebody_stays()


def test_another_access_is_remembered(desk: Desk) -> None:
    desk.wire.answer = SignInAnswer(session=session(access("a-1", "PP"), access("a-2", "PPK")))
    signed_in = desk.sign_in()
    other = desk.service.switch_access(signed_in, "a-2")
    assert other.actor.role is Role.PPK
    assert desk.sign_in().access.access_id == "a-2"


def test_accesses_are_asked_for_again(desk: Desk) -> None:
    desk.wire.answer = SignInAnswer(session=session(access("a-1", "PP"), access("a-2", "PPK")))
    signed_in = desk.service.switch_access(desk.sign_in(), "a-2")
    desk.wire.renewed = session(access("a-1", "PP"), access("a-2", "PPK"), access("a-3", "APIP"))
    again = desk.service.refresh_accesses(signed_in)
    assert (again.access.access_id, len(again.accesses)) == ("a-2", 3)
    desk.wire.renewed = session(access("a-1", "PP"), access("a-2", "PPK", active=False))
    assert desk.service.refresh_accesses(again).access.access_id == "a-1"


def test_signing_out_forgets_here_whatever_the_link_does(desk: Desk) -> None:
    desk.sign_in(keep=True)
    desk.wire.offline = True
    desk.service.sign_out()
    assert desk.secrets.kept == {}
    assert desk.service.restore() is None


def test_asking_a_server_leaves_the_one_in_use(desk: Desk) -> None:
    used = desk.service.server
    state = desk.service.check_server("lain.example")
    assert state.server.url == "https://lain.example"
    assert desk.wire.closed
    assert desk.service.server == used


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("inaproc.kantor.go.id", "https://inaproc.kantor.go.id"),
        (" https://Kantor.go.id:8443/ ", "https://kantor.go.id:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_addresses_as_people_type_them(typed: str, url: str) -> None:
    assert server_of(typed) == Server(url=url, key=url)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("http://kantor.go.id", "server.not_encrypted"),
        ("http://10.0.0.1", "server.not_encrypted"),
        ("ftp://kantor", "server.address_malformed"),
        ("https://kantor/jalan", "server.address_malformed"),
        ("https://ayu@kantor", "server.address_malformed"),
        ("https://kantor?x", "server.address_malformed"),
        ("https://", "server.address_malformed"),
        ("kantor:abc", "server.address_malformed"),
        ("https://[::1", "server.address_malformed"),
        ("", "server.address_malformed"),
    ],
)
def test_addresses_that_do_not_do(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        server_of(typed)
    assert refused.value.refusal.code == code
