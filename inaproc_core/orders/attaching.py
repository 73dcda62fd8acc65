"""Supporting documents of a checkout (Dokumen pendukung): how many, how large, and that they are there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from inaproc_core.errors import refuse
from inaproc_core.orders import commands as c
from inaproc_core.orders.content import Attachment
from inaproc_core.orders.facts import AttachmentFact, Facts
from inaproc_core.policy import Policy

UPLOAD_SLOT: Final = "order_attachment"
"""What such a file is announced for when it is handed in."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST_NAME = 120
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories of what cannot be seen or turns the reading direction around."""


def attachments_of(command: c.Command) -> tuple[Attachment, ...]:
    """Return the supporting documents that a command names."""
    match command:
        case c.SaveDraft():
            return command.form.attachments
        case c.SubmitCheckout():
            return command.checkout.attachments
    return ()


def checked_attachments(
    attachments: Sequence[Attachment], policy: Policy, facts: Facts
) -> tuple[Attachment, ...]:
    """Return the supporting documents with type and size as they are, not as they were stated.

    Raises:
        Refused: ``checkout.too_many_attachments``, ``checkout.attachment_twice``,
            ``checkout.attachment_name``, ``checkout.attachment_unknown`` (nobody has this file, or it is
            not clean), ``checkout.attachment_too_large``.
    """
    most = policy.attachments_max_files
    if len(attachments) > most:
        refuse("checkout.too_many_attachments", at="attachments", maximum=most, count=len(attachments))
    seen: set[str] = set()
    kept: list[Attachment] = []
    for index, one in enumerate(attachments):
        at = f"attachments.{index}"
        if one.sha256 in seen:
            refuse("checkout.attachment_twice", at=at, name=one.name)
        seen.add(one.sha256)
        if not is_plain_name(one.name):
            refuse("checkout.attachment_name", at=f"{at}.name", maximum=_LONGEST_NAME)
        fact = facts.attachments.get(one.sha256)
        if fact is None or not _SHA256.fullmatch(one.sha256):
            refuse("checkout.attachment_unknown", at=at, name=one.name)
        if fact.size > policy.attachments_max_bytes:
            refuse(
                "checkout.attachment_too_large",
                at=at,
                name=one.name,
                size=fact.size,
                most=policy.attachments_max_bytes,
            )
        kept.append(replace(one, media_type=fact.media_type, size=fact.size))
    return tuple(kept)


def facts_of(attachments: Iterable[Attachment]) -> dict[str, AttachmentFact]:
    """Return files as the facts they were chosen with: for machines that looked at them before."""
    return {
        one.sha256: AttachmentFact(sha256=one.sha256, media_type=one.media_type, size=one.size)
        for one in attachments
    }


def is_plain_name(name: str) -> bool:
    """Return whether a file's name is short, visible, and no path."""
    return (
        0 < len(name) <= _LONGEST_NAME
        and name == name.strip(" .")
        and not any(letter in '/\\<>:"|?*' or unicodedata.category(letter) in _UNSEEN for letter in name)
    )
