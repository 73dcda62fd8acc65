"""Reflections of a lamp or flash: spots of full light with a soft rim, inside the picture.

Light from a window touches the frame, white paper has hard edges or print around it: neither is a reflection.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageStat

from inaproc_documents.intake.regions import Region

_LOOKED_AT: Final = 200
_FULL = 247
_LEAST, _MOST = 0.001, 0.15
"""Parts of the picture that a reflection takes."""

_RIM_LEAST = 190
"""Mean grey level just outside a spot; print and card are darker there."""

_RIM_DARK = 150
_RIM_DARK_MOST = 0.12
_ROOM = 0.02


def spots(picture: Image.Image) -> tuple[Region, ...]:
    """Return the reflections on an upright RGB picture, the largest first."""
    scale = _LOOKED_AT / max(picture.size)
    size = (max(round(picture.width * scale), 20), max(round(picture.height * scale), 20))
    small = picture.resize(size, Image.Resampling.BOX)
    red, green, blue = small.split()
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    full = least.point(lambda level: 255 if level >= _FULL else 0)
    grey = small.convert("L")
    found = [
        (len(cells), _region(cells, size))
        for cells in _components(full)
        if _LEAST <= len(cells) / (size[0] * size[1]) <= _MOST
        and not _touches_frame(cells, size)
        and _has_soft_rim(cells, grey)
    ]
    return tuple(region for _, region in sorted(found, key=lambda one: -one[0]))


def _components(full: Image.Image) -> Iterator[set[tuple[int, int]]]:
    width, levels = full.width, full.tobytes()
    left = {(at % width, at // width) for at, level in enumerate(levels) if level}
    while left:
        start = left.pop()
        cells, waiting = {start}, [start]
        while waiting:
            x, y = waiting.pop()
            for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if near in left:
                    left.discard(near)
                    cells.add(near)
                    waiting.append(near)
        yield cells


def _touches_frame(cells: set[tuple[int, int]], size: tuple[int, int]) -> bool:
    return any(x in {0, size[0] - 1} or y in {0, size[1] - 1} for x, y in cells)


def _has_soft_rim(cells: set[tuple[int, int]], grey: Image.Image) -> bool:
    spot = Image.new("L", grey.size)
    for cell in cells:
        spot.putpixel(cell, 255)
    near = spot.filter(ImageFilter.MaxFilter(3))
    rim = ImageChops.subtract(spot.filter(ImageFilter.MaxFilter(7)), near)
    if rim.getbbox() is None:
        return False
    light = ImageStat.Stat(grey, mask=rim)
    histogram = grey.histogram(mask=rim)
    dark = sum(histogram[:_RIM_DARK]) / max(sum(histogram), 1)
    return light.mean[0] >= _RIM_LEAST and dark <= _RIM_DARK_MOST


def _region(cells: set[tuple[int, int]], size: tuple[int, int]) -> Region:
    columns, rows = [x for x, _ in cells], [y for _, y in cells]
    left, top = max(min(columns) / size[0] - _ROOM, 0.0), max(min(rows) / size[1] - _ROOM, 0.0)
    right = min((max(columns) + 1) / size[0] + _ROOM, 1.0)
    bottom = min((max(rows) + 1) / size[1] + _ROOM, 1.0)
    return Region(left=left, top=top, width=right - left, height=bottom - top)
