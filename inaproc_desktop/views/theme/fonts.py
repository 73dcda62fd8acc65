"""The shipped font, so that every machine shows the same letters and widths."""

from __future__ import annotations

import logging

from PySide6.QtGui import QFont, QFontDatabase

import resources

_LOG = logging.getLogger(__name__)

FAMILY = "Noto Sans"
_FILES = ("Regular", "SemiBold", "Bold", "Italic", "BoldItalic")


def load_fonts() -> str:
    """Register the shipped fonts with Qt.

    Returns:
        The family to use: Noto Sans, or the system's own when the files are missing, so that a damaged
        installation still opens and can say so.
    """
    loaded = 0
    for name in _FILES:
        try:
            file = resources.path("fonts", f"NotoSans-{name}.ttf")
        except FileNotFoundError:
            continue
        loaded += QFontDatabase.addApplicationFont(str(file)) >= 0
    if loaded:
        return FAMILY
    _LOG.warning("no font of the application could be loaded; using the font of the system")
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def font_of(family: str, points: float, weight: int) -> QFont:
    """Return a font of the application: hinted only vertically, so that widths do not jump with the scale."""
    found = QFont(family)
    found.setPointSizeF(points)
    found.setWeight(QFont.Weight(weight))
    found.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return found
