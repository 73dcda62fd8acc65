"""Words for codes: none is missing, both languages agree, and each side reads its own."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator

import pytest

import resources
from inaproc_core.errors import Refusal, Refused
from inaproc_core.orders import events
from inaproc_core.orders.model import HistoryEntry
from inaproc_core.orders.states import Party, State
from inaproc_core.roles import Role
from inaproc_core.wire.codec import COMMAND_TYPES
from inaproc_core.wire.messages import Outcome
from inaproc_desktop.ports.data import BackendRefused, DeedState, WorldFailed
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import words
from tests import builders
from tests.house.source import package_files, tree_of

_PLACE = re.compile(r"\{[^}]*\}")


@pytest.fixture(autouse=True)
def indonesian() -> Iterator[None]:
    fmt.use(language="id", zone=fmt.Zone.WIB)
    yield
    fmt.use(language="id", zone=fmt.Zone.WIB)


def table(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(
        resources.path("messages", f"desktop.{language}.json").read_text(encoding="utf-8")
    )
    return found


def codes_of(*callables: str) -> set[str]:
    """Codes written out as first argument, or as ``code=``, of these calls."""
    found: set[str] = set()
    for file in package_files("inaproc_desktop"):
        for node in ast.walk(tree_of(file)):
            if not isinstance(node, ast.Call) or ast.unparse(node.func).rpartition(".")[2] not in callables:
                continue
            given = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "code")]
            # "a" if x else "b" says both.
            for value in given:
                found |= {
                    each.value
                    for each in ast.walk(value)
                    if isinstance(each, ast.Constant) and isinstance(each.value, str) and "." in each.value
                }
    return found


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_failure_message_and_question_has_a_sentence(language: str) -> None:
    fmt.use(language=language)
    used = codes_of("WorldFailed", "world_sentence", "Message", "Question")
    assert {"world.offline", "world.training_start", "session.sign_out_unsent", "training.reset_done"} <= used
    of_the_shell = {"program.fault"}
    assert {code for code in used - of_the_shell if not words.sentence(code)} == set()


def test_both_languages_say_the_same_with_the_same_facts() -> None:
    indonesian, english = table("id"), table("en")
    assert indonesian.keys() == english.keys()
    for code, template in indonesian.items():
        assert set(_PLACE.findall(template)) == set(_PLACE.findall(english[code])), code


def test_failures_say_what_to_do_or_what_was_kept() -> None:
    for code, template in table("id").items():
        if code.startswith("world."):
            assert template.endswith("."), code
            assert len(re.findall(r"[.;]", template)) >= 2, code


@pytest.mark.parametrize("party", list(Party))
def test_every_state_has_a_name_on_every_side(party: Party) -> None:
    assert all(words.state_label(state, party) for state in State)


def test_each_side_reads_its_own_label() -> None:
    """orders.md §6.2."""
    assert words.state_label(State.WAIT_BUYER, Party.BUYER) == "Negosiasi: Menunggu Respons Anda"
    assert words.state_label(State.WAIT_BUYER, Party.VENDOR) == "Negosiasi: Menunggu Pembeli"
    assert words.state_label(State.PROCESSING, Party.PPK) == "Diproses Penyedia"
    assert words.state_label(State.PROCESSING, Party.VENDOR) == "Dalam Pengiriman / Pengerjaan"
    assert words.state_label(State.ARRIVED, Party.PPK) == "Pesanan Tiba"
    assert words.state_label(State.ARRIVED, Party.VENDOR) == "Menunggu Konfirmasi BAST oleh Pembeli"
    assert words.state_label(State.WAIT_PAYMENT, Party.TREASURER) == "Perlu Diproses"


def test_ppk_who_bought_alone_reads_as_the_buyer() -> None:
    order = builders.play_to(State.WAIT_BUYER, buyer=builders.PPK)
    assert words.order_label(order, words.party_of(Role.PPK)) == "Negosiasi: Menunggu Respons Anda"
    assert words.turn_words(order.turn, words.party_of(Role.PPK)) == "Giliran Anda"


def test_turns() -> None:
    assert words.turn_words(Party.VENDOR, Party.BUYER) == "Giliran Penyedia"
    assert words.turn_words(Party.NOBODY, Party.BUYER) == "Tidak ada yang perlu bertindak"


def test_every_role_command_and_state_of_a_deed_has_words() -> None:
    assert all(words.role_label(role) != "" for role in Role)
    assert words.role_label("ASTRONOT") == "ASTRONOT"
    assert all(words.command_words(name) != name for name in COMMAND_TYPES)
    assert len({words.deed_state_words(state) for state in DeedState}) == len(DeedState)


def test_every_event_has_words() -> None:
    kinds = [kind.__name__ for kind in events.Event.__args__]
    person = builders.play_to(State.WAIT_SELLER).buyer
    for kind in kinds:
        said = words.event_words(HistoryEntry(n=1, at=builders.NOW, event=kind, by=person))
        assert said != kind, kind


def test_timeline_of_a_whole_purchase() -> None:
    said = [words.event_words(entry) for entry in builders.play_to(State.COMPLETED).history]
    assert said[0] == "Negosiasi diajukan, penawaran awal Rp12.687.300"
    assert said[1].startswith("Penyedia menawar balik, total Rp")
    assert "Pesanan tiba, diterima oleh Bagian Umum" in said
    assert said[-1].endswith("(SP2D-0001)")
    assert not any("…" in each for each in said)


def test_refusals_failures_and_bugs() -> None:
    refused = words.failure_words(Refused(Refusal(code="outbox.sent_already")))
    assert refused is not None
    assert refused.refused
    assert refused.happened.startswith("Perubahan ini sudah dikirim")
    unknown = words.failure_words(BackendRefused(Refusal(code="nie.gehoert"), "Kata peladen.", 400))
    assert unknown is not None
    assert unknown.happened == "Kata peladen."
    world = words.failure_words(WorldFailed("world.neu", "ENOENT"))
    assert world is not None
    assert world.happened == words.world_sentence("world.unknown")
    assert "ENOENT" in world.detail
    assert words.failure_words(ValueError()) is None
    assert words.refusal_sentence(Refusal(code="nie.gehoert")) == "nie.gehoert"
    outcome = Outcome(cmd_id="1", outcome="rejected", code="nie.gehoert", sentence="Kata peladen.")
    assert words.outcome_sentence(outcome) == "Kata peladen."


def test_words_follow_the_language() -> None:
    before = words.sentence("world.offline")
    fmt.use(language="en")
    assert words.sentence("world.offline") != before
    assert words.sentence("world.offline").startswith("The server")


def test_access_in_one_line() -> None:
    assert words.access_words("PPK", "Dinas", "31 Des 2026") == "PPK · Dinas · s.d. 31 Des 2026"
    assert words.access_words(Role.PENYEDIA, "CV Contoh") == "Penyedia · CV Contoh"
