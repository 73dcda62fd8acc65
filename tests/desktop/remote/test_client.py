"""The connection: what goes out, which error is whose, and tokens that are renewed once."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from inaproc_core.errors import Refusal
from inaproc_core.wire.codec import to_json
from inaproc_core.wire.messages import Outcome, PullAnswer, PullRequest, Session
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.remote.client import HttpClient
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.remote.tokens import Tokens

Handler = Callable[[httpx.Request], httpx.Response]


def session(number: int = 1, seconds: int = 600) -> Session:
    return Session(
        access_token=f"access-{number}",
        access_seconds=seconds,
        refresh_token=f"refresh-{number}",
        user_id="u-1",
        name="Ayu Latihan",
        username="ayu",
        nip="",
        accesses=[],
        training=False,
    )


def problem(
    code: str, status: int = 400, headers: dict[str, str] | None = None, **more: Any
) -> httpx.Response:
    return httpx.Response(status, json={"code": code, "sentence": "Kalimat.", **more}, headers=headers)


def client(handler: Handler) -> HttpClient:
    return HttpClient("http://127.0.0.1:1", transport=httpx.MockTransport(handler), client_version="9")


def wire(handler: Handler, **options: Any) -> HttpWire:
    return HttpWire(client(handler), device_id="dev-1", **options)


def test_request_says_who_asks_in_which_language() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, content=b"{}")

    made = HttpClient(
        "http://127.0.0.1:1/",
        language=lambda: "en",
        transport=httpx.MockTransport(answer),
        client_version="9",
    )
    made.send("POST", "/v1/x", token="t", body=b"{}", query={"limit": 5})
    request = seen[0]
    assert str(request.url) == "http://127.0.0.1:1/v1/x?limit=5"
    assert request.headers["Authorization"] == "Bearer t"
    assert request.headers["Accept-Language"] == "en"
    assert request.headers["Content-Type"] == "application/json"
    assert request.headers["User-Agent"] == "inaproc-desktop/9"
    assert request.headers["X-Inaproc-Client"] == "9"
    assert request.headers["X-Inaproc-Proto"] == "1-1"
    made.close()


@pytest.mark.parametrize(
    ("url", "packed"), [("https://inaproc.example", "gzip"), ("http://127.0.0.1:1", "identity")]
)
def test_answers_are_packed_except_on_this_machine(url: str, packed: str) -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["Accept-Encoding"])
        return httpx.Response(200, content=b"{}")

    made = HttpClient(url, transport=httpx.MockTransport(answer))
    made.send("GET", "/v1/x")
    made.close()
    assert seen == [packed]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (httpx.ConnectError("refused"), "world.offline"),
        (httpx.ConnectTimeout("slow"), "world.offline"),
        (httpx.ReadTimeout("slow"), "world.timeout"),
        (httpx.WriteError("gone"), "world.timeout"),
        (httpx.RemoteProtocolError("cut"), "world.timeout"),
        (httpx.DecodingError("bad gzip"), "world.answer"),
    ],
)
def test_failure_says_whether_anything_was_sent(fault: Exception, code: str) -> None:
    def fail(_request: httpx.Request) -> httpx.Response:
        raise fault

    with pytest.raises(WorldFailed) as failed:
        client(fail).send("GET", "/v1/x")
    assert failed.value.code == code


@pytest.mark.parametrize("status", [500, 502, 503])
def test_fault_of_the_server(status: int) -> None:
    with pytest.raises(WorldFailed) as failed:
        client(lambda request: httpx.Response(status)).send("GET", "/v1/x")
    assert failed.value.code == "world.server"


@pytest.mark.parametrize("content", [b"<html>proxy</html>", b"", b"[]"])
def test_refusal_that_is_none_of_ours(content: bytes) -> None:
    """A proxy in between answers 407 or a page: that is the world, not the backend."""
    with pytest.raises(WorldFailed) as failed:
        client(lambda request: httpx.Response(407, content=content)).send("GET", "/v1/x")
    assert failed.value.code == "world.answer"


def test_redirect_is_not_followed() -> None:
    with pytest.raises(WorldFailed) as failed:
        client(lambda request: httpx.Response(302, headers={"Location": "https://evil"})).send("GET", "/v1/x")
    assert failed.value.code == "world.answer"


def test_refusal_carries_code_facts_field_sentence_and_wait() -> None:
    refused = problem(
        "session.too_many_attempts", 429, {"Retry-After": "95"}, field="password", facts={"wait_seconds": 95}
    )
    with pytest.raises(BackendRefused) as caught:
        client(lambda request: refused).send("POST", "/v1/x")
    assert caught.value.status == 429
    assert caught.value.sentence == "Kalimat."
    assert caught.value.refusal.code == "session.too_many_attempts"
    assert caught.value.refusal.field == "password"
    assert dict(caught.value.refusal.facts) == {"wait_seconds": 95, "seconds": 95}


def test_refused_token_is_renewed_and_the_request_sent_again() -> None:
    tokens: list[str] = []
    renewed: list[Session] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/session/refresh":
            assert json.loads(request.content) == {"refresh_token": "refresh-1", "device_id": "dev-1"}
            return httpx.Response(200, content=to_json(session(2)))
        tokens.append(request.headers["Authorization"])
        if tokens[-1] == "Bearer access-1":
            return problem("session.token_expired", 401)
        pulled = PullAnswer(epoch="e", scopes_version="", rows=[], heads={}, more=False)
        return httpx.Response(200, content=to_json(pulled))

    made = wire(answer, on_session=renewed.append)
    made.adopt(session(1))
    assert made.pull(PullRequest(cursors={})).epoch == "e"
    assert tokens == ["Bearer access-1", "Bearer access-2"]
    assert [one.refresh_token for one in renewed] == ["refresh-2"]


def test_refused_renewal_ends_the_session() -> None:
    made = wire(lambda request: problem("session.ended", 401))
    made.adopt(session(1))
    for _ in range(2):
        with pytest.raises(BackendRefused) as refused:
            made.pull(PullRequest(cursors={}))
        assert refused.value.status == 401


def test_only_one_thread_renews() -> None:
    """A refresh token shown twice would look like theft: eight threads, one exchange."""
    exchanged: list[str] = []
    gate = threading.Barrier(8)

    def renew(token: str) -> Session:
        exchanged.append(token)
        return session(len(exchanged) + 1)

    tokens = Tokens(renew)
    tokens.adopt(session(1))
    found: list[str] = []

    def ask() -> None:
        gate.wait()
        found.append(tokens.access(stale="access-1"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert exchanged == ["refresh-1"]
    assert set(found) == {"access-2"}


def test_token_is_renewed_before_it_ends() -> None:
    now = [0.0]
    tokens = Tokens(lambda token: session(2), monotonic=lambda: now[0])
    tokens.adopt(session(1, seconds=600))
    now[0] = 569
    assert tokens.access() == "access-1"
    now[0] = 571
    assert tokens.access() == "access-2"


def test_failed_renewal_keeps_the_token_for_the_next_try() -> None:
    answers: list[Any] = [WorldFailed("world.offline"), session(2)]

    def renew(token: str) -> Session:
        assert token == "refresh-1"
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        made: Session = answer
        return made

    tokens = Tokens(renew)
    with pytest.raises(WorldFailed):
        tokens.begin("refresh-1")
    assert tokens.access() == "access-2"


def test_envelopes_are_sent_byte_for_byte() -> None:
    envelopes = [b'{"cmd_id":"1","x":"\\u00e9"}', b'{ "cmd_id": "2" }']
    seen: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.content)
        outcomes = [Outcome(cmd_id="1", outcome="ok"), Outcome(cmd_id="2", outcome="retry")]
        return httpx.Response(200, json={"outcomes": json.loads(to_json(outcomes)), "new_member": 1})

    made = wire(answer)
    made.adopt(session())
    assert [outcome.outcome for outcome in made.push(envelopes)] == ["ok", "retry"]
    assert seen == [b'{"envelopes":[' + b",".join(envelopes) + b"]}"]
    with pytest.raises(WorldFailed):
        made.push(envelopes[:1])


@pytest.mark.parametrize("packed", ["transport", "body", "not"])
def test_catalogue_pack_is_read_line_by_line(packed: str) -> None:
    content = b'{"seq":7,"products":1,"vendors":0}\n{"kind":"product","id":"p"}\n'
    headers = {"Content-Encoding": "gzip"} if packed == "transport" else {}
    body = content if packed == "not" else gzip.compress(content)

    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["If-None-Match"] == '"3"'
        return httpx.Response(200, content=body, headers=headers)

    made = wire(answer)
    made.adopt(session())
    pack = made.catalogue_pack(3)
    assert pack is not None
    assert pack.seq == 7
    assert [json.loads(line) for line in pack.lines] == [{"kind": "product", "id": "p"}]


def test_catalogue_that_is_still_the_newest() -> None:
    made = wire(lambda request: httpx.Response(304))
    made.adopt(session())
    assert made.catalogue_pack(3) is None


def test_pack_that_is_no_pack() -> None:
    made = wire(lambda request: httpx.Response(200, content=b"<html>"))
    made.adopt(session())
    with pytest.raises(WorldFailed) as failed:
        made.catalogue_pack(0)
    assert failed.value.code == "world.answer"


def test_training_people_outside_training() -> None:
    assert wire(lambda request: problem("http.not_found", 404)).training_people() == ()


def test_signing_out_forgets_even_without_a_link() -> None:
    def fail(_request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    made = wire(fail)
    made.adopt(session())
    with pytest.raises(WorldFailed):
        made.sign_out()
    with pytest.raises(BackendRefused):
        made.tokens.access()


def test_document_with_its_hash() -> None:
    made = wire(lambda request: httpx.Response(200, content=b"%PDF", headers={"ETag": 'W/"abc"'}))
    made.adopt(session())
    assert made.document("d-1") == (b"%PDF", "abc")


@pytest.mark.parametrize("status", [426, 429])
def test_a_refusal_that_says_nothing_of_the_token_leaves_it(status: int) -> None:
    """A program that was too old for a day does not lose its session by it."""
    answers: list[Any] = [BackendRefused(Refusal(code="version.client_too_old"), status=status), session(2)]

    def renew(token: str) -> Session:
        assert token == "refresh-1"
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        made: Session = answer
        return made

    tokens = Tokens(renew)
    with pytest.raises(BackendRefused):
        tokens.begin("refresh-1")
    assert tokens.access() == "access-2"


def test_rules_are_fetched_once_and_given_with_every_hello() -> None:
    held: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)
        held.append(asked["rules_held"])
        rules = {} if asked["rules_held"] == "r1" else {"policy": {"a": 1}, "registration": {"b": 2}}
        said = {"proto_min": 1, "proto_max": 1, "server_version": "1", "epoch": "e", "training": False}
        body = {**said, **rules, "server_time": "2026-11-23T02:40:00+00:00", "rules_version": "r1"}
        return httpx.Response(200, json=body)

    made = wire(answer)
    assert [made.hello().policy, made.hello().policy] == [{"a": 1}, {"a": 1}]
    assert made.hello().registration == {"b": 2}
    assert held == ["", "r1", "r1"]
