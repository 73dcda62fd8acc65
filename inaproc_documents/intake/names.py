"""Names of files as people know them: made safe to show and to offer for saving. Never used as paths here."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from inaproc_documents.intake.kinds import Kind

LONGEST: Final = 120
_NAMELESS = "berkas"
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_BLANKS = re.compile(r"\s+")
_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories of what cannot be seen or turns the reading direction around."""


def display_name(name: str) -> str:
    """Return a name without folders, signs that cannot be seen, and what some system would not store.

    The letters a person typed stay; a name of which nothing is left becomes ``berkas``.

    Args:
        name: whatever a stranger's program sent.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(
        " " if unicodedata.category(letter) == "Cc" else letter
        for letter in last
        if letter in "\t\r\n" or unicodedata.category(letter) not in _HIDDEN
    )
    tidy = _BLANKS.sub(" ", _FORBIDDEN.sub("_", seen)).strip(" .")
    if not tidy.strip("_"):
        return _NAMELESS
    if _DEVICES.match(tidy):
        tidy = f"_{tidy}"
    return _shortened(tidy)


def download_name(name: str, kind: Kind) -> str:
    """Return the name to save a stored file under: its own, with the one ending that its content has."""
    safe = display_name(name)
    stem, dot, ending = safe.rpartition(".")
    alike = {Kind.JPEG: {"jpg", "jpeg"}, Kind.PNG: {"png"}, Kind.PDF: {"pdf"}}[kind]
    base = stem if dot and ending.lower() in alike else safe
    return f"{base[: LONGEST - 5].rstrip(' .')}{kind.ending}"


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 8:
        return name[:LONGEST].rstrip(" .")
    return f"{stem[: LONGEST - len(ending) - 2].rstrip(' .')}….{ending}"[:LONGEST]
