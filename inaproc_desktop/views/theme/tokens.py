"""The design tokens: every colour, distance and type size of the application. No toolkit here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GAP_4, GAP_8, GAP_12, GAP_16, GAP_24 = 4, 8, 12, 16, 24
"""The only distances between things, in pixels at 100 %."""

RADIUS = 8
"""Corner of cards, in pixels at 100 %."""

RADIUS_SMALL = 6
"""Corner of fields and buttons."""

CONTROL_HEIGHT = 34
"""Height of fields and buttons with the pixel around them that focus uses; 32 are seen."""
ROW_ONE_LINE = 34
ROW_TWO_LINES = 52


class Mode(StrEnum):
    """Which theme is wanted; SYSTEM follows the desktop and its changes."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, kw_only=True)
class Colours:
    """One theme. ``*_soft`` is the tinted surface on which the colour of the same name is read."""

    background: str
    surface: str
    hover: str
    line: str
    soft_line: str
    control_line: str
    text: str
    muted: str
    disabled: str
    scroll: str
    neutral_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    on_bad: str


LIGHT = Colours(
    background="#F4F6F8",
    surface="#FFFFFF",
    hover="#F4F7FA",
    line="#D8DEE6",
    soft_line="#E9EDF2",
    control_line="#7D8A99",
    text="#1A2430",
    muted="#566474",
    disabled="#8A96A3",
    scroll="#B4BECA",
    neutral_soft="#E7EBF1",
    ok="#1B7344",
    ok_soft="#E5F4EB",
    warn="#8F5400",
    warn_soft="#FDF2DD",
    bad="#B1241C",
    bad_soft="#FBE9E8",
    accent="#0B5CAD",
    accent_strong="#094C8F",
    accent_soft="#E6F0FA",
    on_accent="#FFFFFF",
    on_bad="#FFFFFF",
)

DARK = Colours(
    background="#13171C",
    surface="#1B2128",
    hover="#222A33",
    line="#323C48",
    soft_line="#28313B",
    control_line="#6B7887",
    text="#E7EBF1",
    muted="#9FACBA",
    disabled="#75818E",
    scroll="#4A5663",
    neutral_soft="#2A333D",
    ok="#6FD19B",
    ok_soft="#17322A",
    warn="#F0BE6A",
    warn_soft="#3A2D16",
    bad="#F59A94",
    bad_soft="#3E2120",
    accent="#74B6F5",
    accent_strong="#93C7F8",
    accent_soft="#1B3148",
    on_accent="#101820",
    on_bad="#2A0F0E",
)

READ_PAIRS: tuple[tuple[str, str], ...] = (
    ("text", "background"),
    ("text", "surface"),
    ("text", "hover"),
    ("text", "neutral_soft"),
    ("text", "accent_soft"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "hover"),
    ("muted", "neutral_soft"),
    ("muted", "accent_soft"),
    *(
        (tone, ground)
        for tone in ("ok", "warn", "bad", "accent")
        for ground in ("surface", "background", "hover")
    ),
    *((tone, f"{tone}_soft") for tone in ("ok", "warn", "bad", "accent")),
    *((tone, "accent_soft") for tone in ("ok", "warn", "bad")),
    *(("text", f"{tone}_soft") for tone in ("ok", "warn", "bad")),
    *(("muted", f"{tone}_soft") for tone in ("ok", "warn", "bad")),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("on_bad", "bad"),
)
"""Pairs of text and ground that occur on screen; a test holds each to a contrast of 4.5 : 1."""

SEEN_PAIRS: tuple[tuple[str, str], ...] = (
    ("control_line", "surface"),
    ("accent", "soft_line"),
    ("ok", "soft_line"),
    ("warn", "soft_line"),
    ("bad", "soft_line"),
)
"""Pairs of shape and ground that carry meaning without text; held to 3 : 1 (WCAG 2.2, 1.4.11)."""


@dataclass(frozen=True, kw_only=True)
class TypeSize:
    """One step of the type scale: points at 100 % and weight (400, 600 or 700)."""

    points: float
    weight: int = 400


TYPE_SCALE: dict[str, TypeSize] = {
    "body": TypeSize(points=10),
    "strong": TypeSize(points=10, weight=600),
    "small": TypeSize(points=9),
    "small_strong": TypeSize(points=9, weight=600),
    "heading": TypeSize(points=10, weight=600),
    "title": TypeSize(points=14, weight=600),
    "total": TypeSize(points=12, weight=600),
}


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#RRGGBB`` colours (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
