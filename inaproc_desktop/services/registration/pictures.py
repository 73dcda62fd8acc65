"""Taking files into slots: what is wrong with them is said at once, and nothing is changed unasked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from inaproc_core.errors import Fact, refuse
from inaproc_core.registration.files import FileFacts
from inaproc_core.registration.forms import Limits, SlotRule
from inaproc_core.registration.vocabulary import PICTURE_SLOTS, FileSlot
from inaproc_core.wire.registration import StoredFile
from inaproc_desktop.ports.filing import Finding, Handed, Shrunk, Spot
from inaproc_desktop.ports.world import WorldFailed
from inaproc_documents.intake import pictures, quality
from inaproc_documents.intake.inspecting import Wanted, inspect
from inaproc_documents.intake.kinds import Kind, kind_of
from inaproc_documents.intake.regions import Region
from inaproc_documents.intake.sandbox import compress_scan_apart

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


def take(rule: SlotRule, name: str, content: bytes, limits: Limits) -> Handed | Shrunk:
    """Look at a file for a slot.

    Args:
        rule: of the slot.
        name: of the file.
        content: of the file.
        limits: in force.

    Returns:
        Handed: ready, with what speaks against it.
        Shrunk: it is too big; this is what it would become, to be told before it is used.

    Raises:
        Refused: ``file.…``: it is something else, damaged, unsafe, or cannot be made small enough.
    """
    kind = kind_of(content)
    if rule.slot in PICTURE_SLOTS and not kind.is_picture:
        refuse("file.picture_wanted")
    if len(content) <= rule.max_bytes:
        return _look(rule, name, content, limits)
    if kind.is_picture:
        smaller = _compressed(rule, content)
    else:
        smaller = compress_scan_apart(content, rule.max_bytes).content
    handed = replace(_look(rule, name, smaller, limits), before=len(content))
    return Shrunk(smaller=handed, before=len(content), limit=rule.max_bytes)


def again(rule: SlotRule, name: str, content: bytes, limits: Limits, before: int = 0) -> Handed:
    """Look at a kept file anew; errors as ``take``.

    Its bytes stay what they were, so that an upload that was cut off goes on where it stopped.
    """
    seen = _look(rule, name, content, limits)
    return replace(seen, before=before, content=content, size=len(content))


def turned(rule: SlotRule, handed: Handed, degrees: int, limits: Limits) -> Handed:
    """Return the picture turned clockwise by a multiple of 90 degrees; errors as ``take``."""
    return _edited(rule, handed, pictures.turn(_content(handed), degrees), limits)


def cropped(rule: SlotRule, handed: Handed, spot: Spot, limits: Limits) -> Handed:
    """Return what lies in a rectangle of the picture; errors as ``take``."""
    return _edited(rule, handed, pictures.crop(_content(handed), _region(spot)), limits)


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


def _edited(rule: SlotRule, handed: Handed, content: bytes, limits: Limits) -> Handed:
    """An edit may make a file bigger than it was; it is written smaller then without asking again."""
    before = handed.before
    if len(content) > rule.max_bytes:
        before, content = max(before, handed.size), _compressed(rule, content)
    return replace(_look(rule, handed.name, content, limits), before=before)


def _compressed(rule: SlotRule, content: bytes) -> bytes:
    longer, shorter = max(rule.min_width, rule.min_height), min(rule.min_width, rule.min_height)
    return pictures.compress_to(content, rule.max_bytes, min_width=longer, min_height=shorter).content


def _look(rule: SlotRule, name: str, content: bytes, limits: Limits) -> Handed:
    wanted = Wanted(
        max_bytes=rule.max_bytes,
        pictures_only=rule.slot in PICTURE_SLOTS,
        max_pixels=limits.picture_max_pixels,
        max_pages=limits.pdf_max_pages,
    )
    seen = inspect(content, wanted)
    findings = tuple(
        Finding(code=found.code, facts=found.facts, spot=_spot(found.region), stops=found.stops)
        for found in quality.look_at(content, rule.slot, rule=rule)
    )
    if len(content) < rule.min_bytes:
        facts: dict[str, Fact] = {"size": len(content), "least": rule.min_bytes}
        findings = (Finding(code="file.too_small", facts=facts, stops=True), *findings)
    # Without its metadata a picture may fall under the least size although it says as much as before.
    kept = seen.content if len(seen.content) >= rule.min_bytes else content
    return Handed(
        slot=FileSlot(rule.slot),
        name=sendable_name(name, seen.kind.value),
        media_type=seen.kind.value,
        size=len(kept),
        width=seen.width,
        height=seen.height,
        pages=seen.pages,
        findings=findings,
        content=kept,
    )


def _spot(region: Region) -> Spot:
    return Spot(left=region.left, top=region.top, width=region.width, height=region.height)


def _region(spot: Spot) -> Region:
    return Region(left=spot.left, top=spot.top, width=spot.width, height=spot.height)
