"""The words of messages: ``resources/messages/notices.<language>.json``.

Each code has a ``subject`` and the paragraphs of a ``text`` for email, or an ``sms``, or both. Places such as
``{valid_until:date}`` are filled as in refusals (``inaproc_core.sentences``); a fact that is not given shows
as "…". Moments are given as ISO text with the reader's own offset (``…+07:00``), else they are shown in UTC.
A notice to an address that nobody has proven carries no word that its asker chose: no name, nothing else one
could put a link into.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from inaproc_core.errors import Fact
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.sentences import LANGUAGES, render

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u0085\u2028\u2029]+")
_BLANK = re.compile(r"\s+")
_FOOTER = "footer"


@dataclass(frozen=True, kw_only=True)
class Words:
    """A message in words; an SMS has no subject."""

    subject: str
    body: str


class UnknownNoticeError(LookupError):
    """There is no such notice for this channel."""


def words_of(code: str, channel: Channel, facts: Mapping[str, Fact], language: str) -> Words:
    """Return the words of a notice.

    Args:
        code: as in the file: ``account.password_changed``.
        channel: email takes ``subject`` and ``text``, SMS takes ``sms``.
        facts: what the words need; control characters in them are dropped.
        language: ``id`` or ``en``; any other is ``id``.

    Raises:
        UnknownNoticeError: the file has no such notice for this channel.
    """
    language = language if language in LANGUAGES else "id"
    notices = load_notices(language)
    entry = notices.get(code, {})
    clean = {name: _clean(fact) for name, fact in facts.items()}
    if channel is Channel.SMS:
        if "sms" not in entry:
            raise UnknownNoticeError(f"{code} by {channel}")
        return Words(subject="", body=_BLANK.sub(" ", render(entry["sms"], clean, language)).strip())
    if "text" not in entry:
        raise UnknownNoticeError(f"{code} by {channel}")
    paragraphs = [*entry["text"], *notices[_FOOTER]["text"]]
    return Words(
        subject=_BLANK.sub(" ", render(entry["subject"], clean, language)).strip(),
        body="\n\n".join(render(paragraph, clean, language) for paragraph in paragraphs) + "\n",
    )


@cache
def load_notices(language: str) -> Mapping[str, Mapping[str, Any]]:
    """Read the packaged notices of a language."""
    path = resources.path("messages", f"notices.{language}.json")
    found: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _clean(fact: Fact) -> Fact:
    return _CONTROL.sub(" ", fact) if isinstance(fact, str) else fact
