"""A rectangle on a picture, in parts of its width and height, so that it fits every size of the picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Region:
    """A rectangle on a picture as it is seen, upright.

    Attributes:
        left, top: of its upper left corner, 0 to 1.
        width, height: its size, in parts of the picture's width and height.
    """

    left: float
    top: float
    width: float
    height: float

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return left, top, right, bottom on a picture of this size, inside it and at least one pixel big.

        Args:
            width: of the picture in pixels.
            height: of the picture in pixels.
        """
        left = min(max(round(self.left * width), 0), width - 1)
        top = min(max(round(self.top * height), 0), height - 1)
        right = min(max(round((self.left + self.width) * width), left + 1), width)
        bottom = min(max(round((self.top + self.height) * height), top + 1), height)
        return left, top, right, bottom


WHOLE = Region(left=0.0, top=0.0, width=1.0, height=1.0)
"""All of the picture."""
