"""Whether the files handed in are those a form asks for. The content itself is checked at intake."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inaproc_core.errors import Refusal
from inaproc_core.registration.forms import Need, SlotRule
from inaproc_core.registration.vocabulary import PICTURE_SLOTS, FileSlot

_PICTURES = frozenset({"image/jpeg", "image/png"})
_PAPERS = _PICTURES | {"application/pdf"}


@dataclass(frozen=True, kw_only=True)
class FileFacts:
    """What is known of a stored file.

    Attributes:
        media_type: as found in the content; empty when not known yet.
        size: bytes as stored; a picture written anew may have become smaller than a slot's minimum.
        width, height: pixels of a picture, 0 when not known.
        slot: ``FileSlot`` value it was handed in for, empty when not known.
    """

    media_type: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    slot: str = ""


def file_problems(
    slots: Sequence[SlotRule], files: Mapping[str, FileFacts], *, asked: Collection[FileSlot] = ()
) -> Iterator[Refusal]:
    """Yield at most one problem per slot, in the order of the form; unknown slots last.

    Args:
        slots: of the form.
        files: slot to what is known of its file.
        asked: slots that reasons asked for; they must be filled whatever their need is.

    Yields:
        Refusal: ``form.file_missing``, ``form.file_other_slot`` (fact ``slot``), ``form.file_type``,
            ``form.file_too_big`` (``size``, ``most``), ``form.picture_too_small`` (``width``,
            ``height``, ``got_width``, ``got_height``), ``form.file_slot_unknown``.
    """
    for rule in slots:
        file = files.get(rule.slot.value)
        if file is not None:
            problem = _problem(rule, file)
            if problem is not None:
                yield problem
        elif rule.need is Need.REQUIRED or rule.slot in asked:
            yield Refusal(code="form.file_missing", field=rule.slot.value)
    known = {rule.slot.value for rule in slots}
    for slot in files:
        if slot not in known:
            yield Refusal(code="form.file_slot_unknown", facts={"slot": slot[:40]}, field=slot)


def _problem(rule: SlotRule, file: FileFacts) -> Refusal | None:
    at = rule.slot.value
    if file.slot and file.slot != at:
        return Refusal(code="form.file_other_slot", facts={"slot": file.slot}, field=at)
    is_picture_slot = rule.slot in PICTURE_SLOTS
    if file.media_type and file.media_type not in (_PICTURES if is_picture_slot else _PAPERS):
        kind = "PICTURE" if is_picture_slot else "PAPER"
        return Refusal(code="form.file_type", facts={"kind": kind}, field=at)
    if file.size > rule.max_bytes:
        return Refusal(code="form.file_too_big", facts={"size": file.size, "most": rule.max_bytes}, field=at)
    if not _is_large_enough(rule, file):
        return Refusal(
            code="form.picture_too_small",
            facts={
                "width": rule.min_width,
                "height": rule.min_height,
                "got_width": file.width,
                "got_height": file.height,
            },
            field=at,
        )
    return None


def _is_large_enough(rule: SlotRule, file: FileFacts) -> bool:
    if not (file.width and file.height and file.media_type in _PICTURES):
        return True
    # Held upright or lying: the longer side is compared with the longer side.
    sides = sorted((file.width, file.height))
    wanted = sorted((rule.min_width, rule.min_height))
    return sides[0] >= wanted[0] and sides[1] >= wanted[1]
