"""The words: both languages, whole, short enough for SMS, and nothing in them that an attacker chose."""

from __future__ import annotations

import re
from typing import Any

import pytest

from inaproc_backend.accounts.codes import CodePurpose
from inaproc_backend.messaging.notices import UnknownNoticeError, load_notices, words_of
from inaproc_core.errors import Fact
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.sentences import LANGUAGES

_PLACE = re.compile(r"\{([a-z0-9_]+)(?::([a-z]+))?\}")
_FACTS: dict[str, Fact] = {
    "code": "493817",
    "seconds": 300,
    "new": "+62812*****678",
    "at": "2026-11-22T15:00:00+07:00",
}
_GSM7 = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""3GPP TS 23.038: one letter beyond it makes an SMS 70 letters long instead of 160."""


def _texts(entry: dict[str, Any]) -> list[str]:
    return [entry.get("subject", ""), *entry.get("text", []), entry.get("sms", "")]


def test_both_languages_say_the_same_with_the_same_facts() -> None:
    indonesian, english = (load_notices(language) for language in ("id", "en"))
    assert indonesian.keys() == english.keys() and len(indonesian) > 35
    for code, entry in indonesian.items():
        other = english[code]
        assert entry.keys() == other.keys(), code
        asked = [sorted(_PLACE.findall(" ".join(_texts(one)))) for one in (dict(entry), dict(other))]
        assert set(asked[0]) == set(asked[1]), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices_are_whole(language: str) -> None:
    for code, entry in load_notices(language).items():
        texts = _texts(dict(entry))
        assert {spec for text in texts for _, spec in _PLACE.findall(text)} <= {
            "", "rp", "qty", "date", "moment", "wait", "word", "words",
        }, code  # fmt: skip
        assert not any("\n" in text for text in (entry.get("subject", ""), entry.get("sms", ""))), code
        assert len(entry.get("subject", "")) <= 90, code
        assert code == "footer" or ("subject" in entry and entry["text"]), code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("purpose", CodePurpose)
def test_a_code_says_what_for_how_long_and_that_nobody_asks_for_it(
    language: str, purpose: CodePurpose
) -> None:
    code = f"code.{purpose.value.lower()}"
    mail = words_of(code, Channel.EMAIL, _FACTS, language)
    lasting = "5 menit" if language == "id" else "5 min"
    never = "tidak pernah meminta" if language == "id" else "never ask"
    assert "\n493817\n" in mail.body and lasting in mail.body and never in mail.body
    assert "493817" not in mail.subject and "…" not in mail.body, "logs of mail servers show subjects"
    sms = words_of(code, Channel.SMS, _FACTS, language)
    assert "493817" in sms.body and lasting in sms.body and never in sms.body and sms.subject == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_sms_is_one_sms(language: str) -> None:
    for code, entry in load_notices(language).items():
        if "sms" in entry:
            body = words_of(code, Channel.SMS, _FACTS, language).body
            assert len(body) <= 160 and set(body) <= _GSM7, (code, len(body))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_goes_to_unproven_addresses_takes_no_words_from_its_asker(language: str) -> None:
    """Else anybody could send their own text, with a link, in our name."""
    for code, entry in load_notices(language).items():
        if code.startswith(("code.", "registration.", "recovery.no_account")):
            asked = {name for text in _texts(dict(entry)) for name, _ in _PLACE.findall(text)}
            assert asked <= {"code", "seconds"}, code


def test_facts_cannot_break_out() -> None:
    facts = {"access": "PPK\r\nBcc: all@contoh.id\u2028x", "place": "{reasons}", "reasons": "a\nb"}
    words = words_of("access.rejected", Channel.EMAIL, facts, "id")
    assert words.subject == "Permintaan akses ditolak: PPK Bcc: all@contoh.id x"
    assert "Tempat: {reasons}" in words.body and "Alasan:\na\nb" in words.body


def test_an_unknown_language_is_indonesian_and_an_unknown_notice_fails() -> None:
    assert words_of("code.contact", Channel.EMAIL, _FACTS, "fr") == words_of(
        "code.contact", Channel.EMAIL, _FACTS, "id"
    )
    with pytest.raises(UnknownNoticeError):
        words_of("no.such", Channel.EMAIL, {}, "id")
    with pytest.raises(UnknownNoticeError):
        words_of("access.approved", Channel.SMS, {}, "id")
