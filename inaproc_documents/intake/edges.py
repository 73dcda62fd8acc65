"""Whether all four edges of a card are on the picture.

An edge is a straight change of colour along the whole length of the card's side. It is looked for from the
frame inwards on a picture of fixed size: first top and bottom, then left and right between them, then top and
bottom again between those, so that a line of text or a portrait on the card does not pass for its edge.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from inaproc_documents.intake.regions import Region

_LOOKED_AT: Final = 240
_STEP = 2
_CONTRAST = 16
"""Grey levels between a card and what it lies on."""

_SLACK = 7
"""Points that an edge may wander: about three degrees of slant."""

_COVERED = 0.88
"""Part of a side along which the change must be seen."""

_REACH = 0.65
"""How far from the frame an edge is looked for, in parts of the picture."""

_SAME_EDGE = 0.15
"""Two places nearer than this, in parts of the picture, are the same edge."""

_CARD_SHAPE: Final = 85.6 / 53.98
"""Width to height of a card of format ID-1 (ISO/IEC 7810), which KTP and SIM have."""

_SHAPE_SLACK = 0.07
_STRIP = 0.06


class Side(StrEnum):
    """A side of the picture."""

    LEFT = "LEFT"
    TOP = "TOP"
    RIGHT = "RIGHT"
    BOTTOM = "BOTTOM"

    @property
    def margin(self) -> Region:
        """The margin of the picture at this side."""
        far = 1 - _STRIP
        return {
            Side.LEFT: Region(left=0, top=0, width=_STRIP, height=1),
            Side.TOP: Region(left=0, top=0, width=1, height=_STRIP),
            Side.RIGHT: Region(left=far, top=0, width=_STRIP, height=1),
            Side.BOTTOM: Region(left=0, top=far, width=1, height=_STRIP),
        }[self]


class CardEdges:
    """The edges of a card on one picture.

    Attributes:
        cut: sides at which the card seems to go on beyond the picture.
        found: how many of the four edges were found.
        unseen: not one edge was found, and the picture does not have the shape of a card either.
        upright: the card stands on its short side.
    """

    def __init__(self, picture: Image.Image) -> None:
        """Look for the edges.

        Args:
            picture: upright, RGB, of any size.
        """
        small = picture.resize(_fitted(picture.size), Image.Resampling.BOX)
        self._size = small.size
        soft = small.filter(ImageFilter.GaussianBlur(0.8))
        across, down = _changes(soft, (_STEP, 0)), _changes(soft, (0, _STEP))
        rows = self._rows(down, (0.25, 0.75))
        columns = self._columns(across, _between(rows, 0.08))
        rows = self._rows(down, _between(columns, 0.08))
        edges = {
            Side.LEFT: columns[0],
            Side.RIGHT: columns[1],
            Side.TOP: rows[0],
            Side.BOTTOM: rows[1],
        }
        missing = tuple(side for side, place in edges.items() if place is None)
        self.found = 4 - len(missing)
        width = (_or(columns[1], 1.0) - _or(columns[0], 0.0)) * self._size[0]
        height = (_or(rows[1], 1.0) - _or(rows[0], 0.0)) * self._size[1]
        self.upright = height > width
        shape = max(width, height) / max(min(width, height), 1)
        is_whole = abs(shape / _CARD_SHAPE - 1) <= _SHAPE_SLACK
        self.cut = missing if 0 < self.found < 4 and not is_whole else ()
        self.unseen = self.found == 0 and not is_whole

    def _columns(self, across: Image.Image, rows: tuple[float, float]) -> tuple[float | None, float | None]:
        width, height = self._size
        part = across.crop((0, int(rows[0] * height), width, max(int(rows[1] * height), 1)))
        return _outermost(part.resize((width, 1), Image.Resampling.BOX).tobytes())

    def _rows(self, down: Image.Image, columns: tuple[float, float]) -> tuple[float | None, float | None]:
        width, height = self._size
        part = down.crop((int(columns[0] * width), 0, max(int(columns[1] * width), 1), height))
        return _outermost(part.resize((1, height), Image.Resampling.BOX).tobytes())


def _fitted(size: tuple[int, int]) -> tuple[int, int]:
    scale = _LOOKED_AT / max(size)
    return max(round(size[0] * scale), 40), max(round(size[1] * scale), 40)


def _changes(picture: Image.Image, step: tuple[int, int]) -> Image.Image:
    """Return where the colour changes in one direction, as 0 or 255, widened by the slack."""
    moved = ImageChops.offset(picture, *step)
    red, green, blue = ImageChops.difference(picture, moved).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    # The shifted picture comes in again at the other side: what is found there is no edge.
    most.paste(0, (0, 0, step[0], most.height) if step[0] else (0, 0, most.width, step[1]))
    return most.point(lambda level: 255 if level >= _CONTRAST else 0).filter(ImageFilter.MaxFilter(_SLACK))


def _outermost(coverage: bytes) -> tuple[float | None, float | None]:
    """Return the first place from either end that is covered enough, in parts of the length."""
    length = len(coverage)
    reach = int(length * _REACH)
    needed = _COVERED * 255
    near = next((at for at in range(reach) if coverage[at] >= needed), None)
    far = next((length - at for at in range(reach) if coverage[length - 1 - at] >= needed), None)
    if near is not None and far is not None and far - near < length * _SAME_EDGE:
        # One edge, met from both ends: the card is on the side where there is more to see.
        before, after = sum(coverage[:near]) / max(near, 1), sum(coverage[far:]) / max(length - far, 1)
        near, far = (near, None) if after > before else (None, far)
    return (None if near is None else near / length, None if far is None else far / length)


def _between(places: tuple[float | None, float | None], margin: float) -> tuple[float, float]:
    first, last = _or(places[0], 0.0), _or(places[1], 1.0)
    inset = (last - first) * margin
    return first + inset, last - inset


def _or(place: float | None, otherwise: float) -> float:
    return otherwise if place is None else place
