"""Old and new clients on this backend: told at hello, refused by name in every request, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from inaproc_backend import cli
from inaproc_backend.app import create_app
from inaproc_backend.services import Services
from inaproc_core.orders import commands as c
from inaproc_core.values import Rupiah
from inaproc_core.wire import messages as m
from tests import builders as b
from tests.backend.office import Office

ORDER = "0193a1b2-0000-7000-8000-00000000000a"
OTHER = "0193a1b2-0000-7000-8000-00000000000b"
OLD = {"x-inaproc-client": "0.1.0", "x-inaproc-proto": "1-1"}


@contextmanager
def serving(office: Office, services: Services | None = None, **config: Any) -> Iterator[TestClient[Any]]:
    """The office behind HTTP, each time as a process started anew."""
    shared = services or office.services
    shared = replace(shared, config=replace(shared.config, **config))
    app = create_app(shared.config, services=shared, deadline_seconds=0)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def _post(client: TestClient[Any], path: str, body: object, headers: dict[str, str]) -> Any:
    return client.post(
        path, content=msgspec.json.encode(body), headers={"content-type": "application/json", **headers}
    )


def _hello(client: TestClient[Any], **more: Any) -> m.HelloAnswer:
    asked = {"proto_min": 1, "proto_max": 1, "client_version": "0.1.0", **more}
    answer = _post(client, "/v1/session/hello", asked, OLD)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=m.HelloAnswer)


def _signed_in(office: Office, actor: Any = b.PP) -> dict[str, str]:
    return {**OLD, "authorization": f"Bearer {office.token(actor)}"}


def _checkout() -> c.SubmitCheckout:
    return c.SubmitCheckout(checkout=b.checkout(b.facts()), max_total=Rupiah(10**12))


def test_hello_says_everything_a_client_needs(office: Office) -> None:
    with serving(office, min_client="0.1", upgrade_by=date(2027, 1, 31)) as client:
        said = _hello(client)
    assert said.type_versions["order.submit_checkout"] == (1, 1)
    assert (said.min_client, said.upgrade_by) == ("0.1", "2027-01-31")
    assert said.server_time == office.clock() and said.epoch == office.services.epoch
    assert said.limits.batch == 50 and said.limits.body and said.limits.pull_rows and said.limits.chunk
    assert said.policy and said.registration and said.schema > 0


def test_rules_that_the_client_has_are_not_sent_again(office: Office) -> None:
    with serving(office) as client:
        held = _hello(client).rules_version
        again = _hello(client, rules_held=held)
        assert again.rules_version == held and not again.policy and not again.registration
        assert _hello(client, rules_held="other").policy


def test_hello_understands_a_client_of_the_future(office: Office) -> None:
    with serving(office) as client:
        said = _hello(client, proto_min=7, proto_max=9, client_version="4.0", mood="good")
    assert (said.proto_min, said.proto_max) == (m.PROTO_MIN, m.PROTO_MAX)
    assert not said.policy  # it cannot go on anyway


def test_every_request_of_an_old_client_is_refused_by_name(office: Office) -> None:
    envelope = office.envelope(b.PP, _checkout(), ORDER)
    batch = m.CommandBatch(envelopes=[envelope])
    signed_in = _signed_in(office)
    with serving(office, min_client="0.2") as client:
        assert client.get("/health", headers=OLD).status_code == 200
        assert not _hello(client).policy
        for method, path in (("POST", "/v1/commands"), ("POST", "/v1/sync/pull"), ("GET", "/v1/wake")):
            answer = client.request(
                method,
                path,
                content=msgspec.json.encode(batch) if method == "POST" else None,
                headers={"content-type": "application/json", **signed_in},
            )
            problem = msgspec.json.decode(answer.content, type=m.Problem)
            assert (answer.status_code, problem.code) == (426, "version.client_too_old")
            assert problem.facts == {"given": "0.1.0", "minimum": "0.2"} and "0.2" in problem.sentence
            assert answer.headers["upgrade"] == f"inaproc/{m.PROTO_MAX}"
        newer = {**signed_in, "x-inaproc-client": "0.2.0"}
        assert _post(client, "/v1/sync/pull", m.PullRequest(cursors={}), newer).status_code == 200
    assert office.order(ORDER) is None


def test_min_client_raised_in_the_middle_of_a_session(office: Office) -> None:
    signed_in = _signed_in(office)
    with serving(office) as client:
        assert _post(client, "/v1/sync/pull", m.PullRequest(cursors={}), signed_in).status_code == 200
    with serving(office, min_client="0.2") as client:
        assert _post(client, "/v1/sync/pull", m.PullRequest(cursors={}), signed_in).status_code == 426
    # The session has not ended by it.
    with serving(office) as client:
        assert _post(client, "/v1/sync/pull", m.PullRequest(cursors={}), signed_in).status_code == 200


def test_until_the_day_named_old_clients_go_on(office: Office) -> None:
    today = office.services.today()
    for by, status in ((today, 200), (date(2020, 1, 1), 426)):
        with serving(office, min_client="0.2", upgrade_by=by) as client:
            answer = _post(client, "/v1/sync/pull", m.PullRequest(cursors={}), _signed_in(office))
            assert answer.status_code == status


def test_a_client_of_another_protocol_is_refused_and_one_that_says_nothing_is_not(office: Office) -> None:
    signed_in = _signed_in(office)
    with serving(office, min_client="9") as client:
        future = {**signed_in, "x-inaproc-client": "9.1", "x-inaproc-proto": "5-6"}
        answer = _post(client, "/v1/sync/pull", m.PullRequest(cursors={}), future)
        assert (answer.status_code, answer.json()["code"]) == (426, "version.server_too_old")
        tool = {"authorization": signed_in["authorization"]}
        assert _post(client, "/v1/sync/pull", m.PullRequest(cursors={}), tool).status_code == 200


def test_a_command_of_a_newer_client_waits_and_holds_up_nobody(office: Office) -> None:
    """An older backend: it does not know the checkout of tomorrow yet."""
    name = "order.submit_checkout"
    tomorrow = office.envelope(b.PP, _checkout(), ORDER, type_version=2)
    unheard_of = office.envelope(b.PP, _checkout(), ORDER, type="order.lease")
    ordinary = office.envelope(b.PP, _checkout(), OTHER)
    batch = m.CommandBatch(
        envelopes=[msgspec.structs.replace(e, device_id="d") for e in (tomorrow, unheard_of, ordinary)]
    )
    with serving(office) as client:
        first = _outcomes(client, batch, _signed_in(office))
        assert [(o.outcome, o.code) for o in first] == [
            ("parked", "command.unsupported_version"),
            ("parked", "command.unsupported_version"),
            ("ok", ""),
        ]
        assert first[0].facts == {"name": name, "version": 2, "newest": 1}
        assert "versi 2" in first[0].sentence
        # However often: it is never set aside, and no incident is counted.
        for _ in range(5):
            assert [o.outcome for o in _outcomes(client, batch, _signed_in(office))] == [
                "parked",
                "parked",
                "ok",
            ]
    later = replace(
        office.services,
        commands=replace(
            office.services.commands, newest={name: 2}, upcasters={(name, 1): lambda payload: payload}
        ),
    )
    with serving(office, later) as client:
        assert _hello(client).type_versions[name] == (1, 2)
        assert [o.outcome for o in _outcomes(client, batch, _signed_in(office))] == ["ok", "parked", "ok"]
    assert office.order(ORDER) is not None


def _outcomes(client: TestClient[Any], batch: m.CommandBatch, headers: dict[str, str]) -> list[m.Outcome]:
    answer = _post(client, "/v1/commands", batch, headers)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=m.CommandAnswer).outcomes


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--min-client", "new"], "0.3.1"),
        (["--upgrade-by", "2027-01-31"], "--min-client"),
    ],
)
def test_the_operator_is_told_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert cli.main(["serve", "--data", str(tmp_path), *options]) == 2
    assert said in capsys.readouterr().err
