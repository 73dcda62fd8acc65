"""What a verifikator would send a picture back for: too small, blurred, glaring, dark, cut off.

Each finding says where on the picture it is, so that a screen can show the reason on the picture. These are
measures of light and edges, not of meaning: nothing here reads a card, knows whose it is or finds a face, and
a picture without findings can still be refused.

Known limits. A card on a table of its own colour has no edges to find; a strongly patterned table can pass
for an edge. A blurred card is not seen as blurred when something sharp lies beside it. White paper is told
from a reflection only by its extent, by its hard edges and by the print around it.

The thresholds are properties of these measures at a fixed size, found with drawn cards; they are nobody's
rules, which stand in the registration data (:class:`SlotRule`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PIL import Image, ImageFilter, ImageStat

from inaproc_core.errors import Fact
from inaproc_core.registration.forms import SlotRule
from inaproc_core.registration.vocabulary import FileSlot
from inaproc_documents.intake import edges, glare
from inaproc_documents.intake.kinds import Kind, kind_of
from inaproc_documents.intake.pictures import size_of, thumbnail
from inaproc_documents.intake.regions import WHOLE, Region

_LOOKED_AT: Final = 1000
"""Points of the longer side of what is measured."""

_TILES = 5
_LAPLACE = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
_SHARP = 60.0
"""Variance of the Laplacian that the sharpest tiles of a readable card exceed."""

_DARK, _BRIGHT, _INK = 60, 225, 130
"""Mean grey level below and above which nothing can be read; a bright page with ink this dark can."""

_CARDS = frozenset({FileSlot.KTP, FileSlot.SIM})
_GLOSSY = frozenset({FileSlot.KTP, FileSlot.SIM, FileSlot.PASSPORT})


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to mend on a picture.

    Attributes:
        code: ``picture.too_small``, ``picture.blurred``, ``picture.glare``, ``picture.dark``,
            ``picture.washed_out``, ``picture.edge_cut``, ``picture.no_edges``, ``picture.wrong_way``.
        facts: what the sentence needs.
        region: where on the upright picture.
        stops: the backend would refuse it; the others are advice, because a measure can be wrong.
    """

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    region: Region = WHOLE
    stops: bool = False


def look_at(content: bytes, slot: FileSlot, *, rule: SlotRule | None = None) -> tuple[Finding, ...]:
    """Return what speaks against handing in this picture for this slot, the gravest first.

    A PDF has no findings; letters are asked for size, light and sharpness only. Takes 20 to 60 ms for a JPEG
    of 12 megapixels, about 250 ms for such a PNG, which cannot be decoded in part.

    Args:
        content: the file, which need not have been checked.
        slot: what it is to be handed in as.
        rule: the slot's own limits; without it the size in points is not looked at.

    Raises:
        Refused: as ``pictures.decode``, when it is no picture that can be opened.
    """
    if kind_of(content) is Kind.PDF:
        return ()
    width, height = size_of(content)
    small = thumbnail(content, _LOOKED_AT)
    grey = small.convert("L")
    found = [*_size(width, height, rule), *_light(grey), *_sharpness(grey)]
    if slot in _GLOSSY:
        found += [Finding(code="picture.glare", region=region) for region in glare.spots(small)]
    if slot in _CARDS:
        found += _edges(small)
    return tuple(found)


def _size(width: int, height: int, rule: SlotRule | None) -> list[Finding]:
    if rule is None or fits_size(width, height, rule):
        return []
    facts: dict[str, Fact] = {
        "width": width,
        "height": height,
        "min_width": rule.min_width,
        "min_height": rule.min_height,
    }
    return [Finding(code="picture.too_small", facts=facts, stops=True)]


def fits_size(width: int, height: int, rule: SlotRule) -> bool:
    """Return whether a picture has enough points for a slot, lying or standing.

    Args:
        width: of the upright picture.
        height: of the upright picture.
        rule: the slot's limits.
    """
    wanted = sorted((rule.min_width, rule.min_height))
    short, long = sorted((width, height))
    return short >= wanted[0] and long >= wanted[1]


def _light(grey: Image.Image) -> list[Finding]:
    mean = ImageStat.Stat(grey).mean[0]
    if mean < _DARK:
        return [Finding(code="picture.dark")]
    darkest, _ = grey.getextrema()
    if mean > _BRIGHT and isinstance(darkest, int | float) and darkest > _INK:
        return [Finding(code="picture.washed_out")]
    return []


def _sharpness(grey: Image.Image) -> list[Finding]:
    """Look at the sharpest of the tiles: an empty table is smooth and may be."""
    changes = grey.filter(_LAPLACE)
    width, height = grey.size
    tiles = []
    for row in range(_TILES):
        for column in range(_TILES):
            box = (
                width * column // _TILES + 1,
                height * row // _TILES + 1,
                width * (column + 1) // _TILES - 1,
                height * (row + 1) // _TILES - 1,
            )
            tiles.append(ImageStat.Stat(changes.crop(box)).var[0])
    sharpest = sorted(tiles)[-3]
    if sharpest >= _SHARP:
        return []
    return [Finding(code="picture.blurred", facts={"sharpness": round(sharpest), "needed": round(_SHARP)})]


def _edges(small: Image.Image) -> list[Finding]:
    card = edges.CardEdges(small)
    if card.unseen:
        return [Finding(code="picture.no_edges")]
    found = [
        Finding(code="picture.edge_cut", facts={"side": side.value}, region=side.margin) for side in card.cut
    ]
    if card.found == 4 and card.upright:
        found.append(Finding(code="picture.wrong_way"))
    return found
