"""Taking files into slots: what is wrong with them is said at once, and nothing is changed unasked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from inaproc_core.errors import refuse
from inaproc_core.registration.files import FileFacts
from inaproc_core.registration.forms import SlotRule
from inaproc_core.registration.vocabulary import PICTURE_SLOTS, FileSlot
from inaproc_core.wire.registration import StoredFile
from inaproc_desktop.ports.filing import Finding, Handed, Shrunk, Spot
from inaproc_desktop.ports.world import WorldFailed
from inaproc_documents.intake import pictures, quality
from inaproc_documents.intake.kinds import Kind, kind_of
from inaproc_documents.intake.regions import Region

_LARGEST_READ = 64 * 1024 * 1024
"""Bytes of the largest file that is read at all; a photo of a telephone has a tenth of it."""

_ENDINGS = {Kind.JPEG: (".jpg", ".jpeg"), Kind.PNG: (".png",), Kind.PDF: (".pdf",)}


def read_file(path: str) -> tuple[str, bytes]:
    """Return name and content of a file of the person's.

    Raises:
        WorldFailed: ``world.file`` when it cannot be read.
        Refused: ``file.far_too_big`` for what no slot would take.
    """
    place = Path(path)
    try:
        size = place.stat().st_size
        if size > _LARGEST_READ:
            refuse("file.far_too_big", size=size, most=_LARGEST_READ)
        return place.name, place.read_bytes()
    except OSError as error:
        raise WorldFailed("world.file", f"{type(error).__name__}: {error}") from error


def take(rule: SlotRule, name: str, content: bytes) -> Handed | Shrunk:
    """Look at a file for a slot.

    Args:
        rule: of the slot.
        name: of the file.
        content: of the file.

    Returns:
        Handed: ready, with what speaks against it.
        Shrunk: it is too big; this is what it would become, to be told before it is used.

    Raises:
        Refused: ``file.…``: it is something else, damaged, or cannot be made small enough.
    """
    kind = kind_of(content)
    if rule.slot in PICTURE_SLOTS and not kind.is_picture:
        refuse("file.picture_wanted")
    if len(content) > rule.max_bytes:
        return _shrunk(rule, kind, name, content)
    return _look(rule, kind, name, content)


def again(rule: SlotRule, name: str, content: bytes, before: int = 0) -> Handed:
    """Look at a kept file anew; errors as ``take``."""
    return replace(_look(rule, kind_of(content), name, content), before=before)


def turned(rule: SlotRule, handed: Handed, degrees: int) -> Handed:
    """Return the picture turned clockwise by a multiple of 90 degrees; errors as ``take``."""
    return _edited(rule, handed, pictures.turn(_content(handed), degrees))


def cropped(rule: SlotRule, handed: Handed, spot: Spot) -> Handed:
    """Return what lies in a rectangle of the picture; errors as ``take``."""
    return _edited(rule, handed, pictures.crop(_content(handed), _region(spot)))


def facts_of(handed: Handed) -> FileFacts:
    """Return what the rules want to know of a file."""
    return FileFacts(
        media_type=handed.media_type,
        size=handed.size,
        width=handed.width,
        height=handed.height,
        slot=handed.slot.value,
    )


def stored_files(files: Mapping[str, StoredFile]) -> dict[str, Handed]:
    """Return files that the backend has, as they stand in their slots; unknown slots are left out."""
    known = {slot.value: slot for slot in FileSlot}
    return {
        slot: Handed(
            slot=known[slot],
            name=file.name,
            media_type=file.media_type,
            size=file.size,
            width=file.width,
            height=file.height,
            pages=file.pages,
            file_id=file.file_id,
        )
        for slot, file in files.items()
        if slot in known
    }


def sendable_name(name: str, media_type: str) -> str:
    """Return the file's name with the ending of what it is: a PNG made smaller has become a JPEG."""
    kind = Kind(media_type)
    stem = Path(name).stem or "berkas"
    return name if Path(name).suffix.lower() in _ENDINGS[kind] else f"{stem}{kind.ending}"


def _content(handed: Handed) -> bytes:
    if handed.content is None:
        message = f"the file of slot {handed.slot} is not on this machine"
        raise ValueError(message)
    return handed.content


def _edited(rule: SlotRule, handed: Handed, content: bytes) -> Handed:
    """An edit may make a file bigger than it was; it is written smaller then without asking again."""
    before = max(handed.before, handed.size) if len(content) > rule.max_bytes else handed.before
    if len(content) > rule.max_bytes:
        content = _compressed(rule, content)
    made = _look(rule, kind_of(content), handed.name, content)
    return replace(made, before=before)


def _shrunk(rule: SlotRule, kind: Kind, name: str, content: bytes) -> Shrunk:
    smaller = _compressed(rule, content) if kind.is_picture else _compressed_pdf(rule, content)
    handed = _look(rule, kind_of(smaller), name, smaller)
    return Shrunk(smaller=replace(handed, before=len(content)), before=len(content), limit=rule.max_bytes)


def _compressed(rule: SlotRule, content: bytes) -> bytes:
    return pictures.compress_to(
        content, rule.max_bytes, min_width=max(rule.min_width, rule.min_height), min_height=_short(rule)
    ).content


def _short(rule: SlotRule) -> int:
    return min(rule.min_width, rule.min_height)


def _compressed_pdf(rule: SlotRule, content: bytes) -> bytes:
    refuse("file.cannot_shrink", most=rule.max_bytes)


def _look(rule: SlotRule, kind: Kind, name: str, content: bytes) -> Handed:
    width, height = pictures.size_of(content) if kind.is_picture else (0, 0)
    findings = tuple(
        Finding(code=found.code, facts=found.facts, spot=_spot(found.region), stops=found.stops)
        for found in quality.look_at(content, rule.slot, rule=rule)
    )
    if kind.is_picture and len(content) < rule.min_bytes:
        small = Finding(
            code="picture.too_few_bytes",
            facts={"size": len(content), "least": rule.min_bytes},
            stops=True,
        )
        findings = (small, *findings)
    return Handed(
        slot=FileSlot(rule.slot),
        name=sendable_name(name, kind.value),
        media_type=kind.value,
        size=len(content),
        width=width,
        height=height,
        findings=findings,
        content=content,
    )


def _spot(region: Region) -> Spot:
    return Spot(left=region.left, top=region.top, width=region.width, height=region.height)


def _region(spot: Spot) -> Region:
    return Region(left=spot.left, top=spot.top, width=spot.width, height=spot.height)
