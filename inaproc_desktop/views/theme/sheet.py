"""The one style sheet, built from the tokens. About a hundred rules: each one costs every widget a little."""

from __future__ import annotations

import re
from dataclasses import asdict

import resources
from inaproc_desktop.views.theme.tokens import CONTROL_HEIGHT, RADIUS, RADIUS_SMALL, TYPE_SCALE, Colours

_VALUE = re.compile(r"\$(?:\$|([a-z_][a-z0-9_]*))")
_DISTANCES = (1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24)


def sheet_of(colours: Colours, scale: float, family: str) -> str:
    """Return the sheet of a theme at a scale.

    Args:
        colours: the tokens of the theme.
        scale: 1.0 is 100 %; multiplies letters, controls and distances alike.
        family: the font family in use.
    """
    values: dict[str, str] = dict(asdict(colours))
    values |= {f"p{distance}": f"{max(round(distance * scale), 1)}px" for distance in _DISTANCES}
    values |= {
        f"font_{name}": _font_rule(size.points * scale, size.weight) for name, size in TYPE_SCALE.items()
    }
    values["family"] = family
    values["radius"] = f"{round(RADIUS * scale)}px"
    values["radius_small"] = f"{round(RADIUS_SMALL * scale)}px"
    # Inner height: four pixels less than the control, for its border and focus margin.
    values["control"] = f"{round(CONTROL_HEIGHT * scale) - 4}px"
    values["box"] = f"{round(16 * scale)}px"
    values["bar"] = f"{round(10 * scale)}px"
    text = resources.path("qss", "application.qss").read_text(encoding="utf-8")
    return _VALUE.sub(lambda found: values[found[1]] if found[1] else "$", text)


def _font_rule(points: float, weight: int) -> str:
    return f"font-size: {points:.2f}pt; font-weight: {weight};"
