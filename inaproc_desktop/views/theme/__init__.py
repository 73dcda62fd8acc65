"""One theme module: tokens, palette, sheet, fonts and icons; light, dark and as the system has it.

Widgets carry a role (:func:`set_role`) and never a style sheet of their own.
"""

from __future__ import annotations

from inaproc_desktop.views.theme.active import (
    Notifier,
    apply_theme,
    colours,
    font,
    is_dark,
    notifier,
    px,
    scale,
    set_role,
)
from inaproc_desktop.views.theme.icons import icon, icon_names, pixmap, set_icon
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
