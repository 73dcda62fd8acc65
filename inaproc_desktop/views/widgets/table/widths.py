"""How wide columns are: fixed ones as asked or as dragged, stretching ones share what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from inaproc_desktop.views.widgets.table.columns import Column

_LEAST_SHARE = 0.6
"""A stretching column may shrink to this part of its width before the table scrolls sideways."""


def fitted(
    columns: Sequence[Column[Any]],
    by_hand: Mapping[str, int],
    room: int,
    scale: float,
    needed: Mapping[str, int] | None = None,
) -> list[int]:
    """Return the width of each column in pixels.

    Args:
        columns: the specifications; their widths are at 100 %.
        by_hand: widths the person dragged, in pixels at the present scale; they are always kept.
        room: the width to fill.
        scale: 1.0 is 100 %.
        needed: what the states of a column need in pixels; a column is wider when they do.
    """
    least = needed or {}
    wished = [
        by_hand.get(column.key, max(round(column.width * scale), least.get(column.key, 0)))
        for column in columns
    ]
    free = [at for at, column in enumerate(columns) if column.stretch and column.key not in by_hand]
    spare = room - sum(wished)
    if not free or not spare:
        return wished
    weight = sum(wished[at] for at in free)
    widths = list(wished)
    left = spare
    floors = {at: max(int(wished[at] * _LEAST_SHARE), least.get(columns[at].key, 0)) for at in free}
    for place, at in enumerate(free):
        part = left if place == len(free) - 1 else spare * wished[at] // weight
        left -= part
        widths[at] = max(wished[at] + part, floors[at])
    # What a column could not give up, the others give as far as they can.
    over = sum(widths) - room
    for at in sorted(free, key=lambda one: floors[one] - widths[one]):
        given = min(max(over, 0), widths[at] - floors[at])
        widths[at] -= given
        over -= given
    return widths
