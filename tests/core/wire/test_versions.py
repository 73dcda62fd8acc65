"""Whether client and backend understand each other: the same judgement on both sides."""

from __future__ import annotations

from datetime import date

import pytest

from inaproc_core.wire.versions import Speaker, Terms, is_version, newer, parts, read_range

TODAY = date(2026, 11, 23)


def _client(version: str = "0.2.0", low: int = 1, high: int = 1) -> Speaker:
    return Speaker(version=version, proto_min=low, proto_max=high)


def _terms(low: int = 1, high: int = 1, minimum: str = "", by: date | None = None) -> Terms:
    return Terms(server_version="0.3.0", proto_min=low, proto_max=high, min_client=minimum, upgrade_by=by)


@pytest.mark.parametrize(
    ("client", "terms", "code"),
    [
        (_client(), _terms(), ""),
        (_client(low=1, high=2), _terms(2, 3), ""),
        (_client(low=1, high=1), _terms(2, 3), "version.client_too_old"),
        (_client(low=3, high=4), _terms(1, 2), "version.server_too_old"),
        (_client("0.2.0"), _terms(minimum="0.2"), ""),
        (_client("0.2.0"), _terms(minimum="0.2.1"), "version.client_too_old"),
        (_client("0.10.0"), _terms(minimum="0.9"), ""),
        (_client("0.2.1rc1"), _terms(minimum="0.2.1"), ""),
        (_client(""), _terms(minimum="9"), ""),
        (_client("nonsense"), _terms(minimum="0.1"), "version.client_too_old"),
        (_client("0.2.0"), _terms(minimum="0.3", by=TODAY), ""),
        (_client("0.2.0"), _terms(minimum="0.3", by=date(2026, 11, 22)), "version.client_too_old"),
        (_client("0.3.0"), _terms(minimum="0.3", by=date(2026, 11, 22)), ""),
        (_client("0.2.0", 1, 1), _terms(2, 2, minimum="0.3", by=TODAY), "version.client_too_old"),
    ],
)
def test_who_is_talked_to(client: Speaker, terms: Terms, code: str) -> None:
    refusal = terms.refusal(client, TODAY)
    assert (refusal.code if refusal is not None else "") == code


def test_a_client_that_is_too_old_is_told_which_one_to_install() -> None:
    refusal = _terms(minimum="0.2.5").refusal(_client("0.2.0"), TODAY)
    assert refusal is not None and refusal.facts == {"given": "0.2.0", "minimum": "0.2.5"}
    # By protocol alone: the release of the backend is sure to speak it.
    refusal = _terms(2, 2).refusal(_client("0.2.0"), TODAY)
    assert refusal is not None and refusal.facts["minimum"] == "0.3.0"


def test_versions_compare_by_number() -> None:
    assert parts("0.10") > parts("0.9.9") > parts("0.9") == parts("0.9.0.0") > parts("x") == parts("")
    assert newer("0.10.0", "0.9.0") == "0.10.0"
    assert [is_version(text) for text in ("1", "0.3.1", "0.3-1", "v1", "", "1.2.3.4.5")] == [
        *(True, True, False, False, False, False)
    ]
    assert [read_range(text) for text in ("1-1", "2-10", "1", "", "-1-2")] == [
        (1, 1),
        (2, 10),
        None,
        None,
        None,
    ]
