"""One theme module: tokens, palette, sheet, fonts and icons; light, dark and as the system has it.

Widgets carry a role (:func:`set_role`) and never a style sheet of their own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from inaproc_desktop.views.theme.active import (
    Notifier,
    apply_theme,
    colours,
    dress_first,
    font,
    is_dark,
    notifier,
    px,
    scale,
    set_role,
)
from inaproc_desktop.views.theme.tokens import (
    CONTROL_HEIGHT,
    GAP_4,
    GAP_8,
    GAP_12,
    GAP_16,
    GAP_24,
    RADIUS,
    RADIUS_SMALL,
    ROW_ONE_LINE,
    ROW_TWO_LINES,
    Colours,
    Mode,
)

if TYPE_CHECKING:
    from inaproc_desktop.views.theme.icons import icon, icon_names, pixmap, set_icon

__all__ = [
    "CONTROL_HEIGHT",
    "GAP_4",
    "GAP_8",
    "GAP_12",
    "GAP_16",
    "GAP_24",
    "RADIUS",
    "RADIUS_SMALL",
    "ROW_ONE_LINE",
    "ROW_TWO_LINES",
    "Colours",
    "Mode",
    "Notifier",
    "apply_theme",
    "colours",
    "dress_first",
    "font",
    "icon",
    "icon_names",
    "is_dark",
    "notifier",
    "pixmap",
    "px",
    "scale",
    "set_icon",
    "set_role",
]


if not TYPE_CHECKING:  # a type checker would take any misspelt name for one of these

    def __getattr__(name: str) -> Any:
        """Import the icons when the first is drawn: the first window has none."""
        if name not in ("icon", "icon_names", "pixmap", "set_icon"):
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        found = globals()[name] = getattr(import_module(f"{__name__}.icons"), name)
        return found
