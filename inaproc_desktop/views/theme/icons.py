"""Icons: one family of stroke drawings, recoloured by the theme and crisp at every pixel density."""

from __future__ import annotations

import weakref
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

import resources
from inaproc_desktop.views.theme.active import colours, notifier, px

_STANDARD_SIZE = 18
_INK = "currentColor"


_pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}
_Target = QAbstractButton | QAction
_dressed: weakref.WeakKeyDictionary[_Target, tuple[str, str, int]] = weakref.WeakKeyDictionary()
_watching: set[int] = set()


@cache
def icon_names() -> tuple[str, ...]:
    """Return the names of all icons, sorted."""
    return tuple(sorted(file.stem for file in Path(resources.path("icons")).glob("*.svg")))


@cache
def _drawing(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size: int = _STANDARD_SIZE, colour: str = "text", ratio: float = 1.0) -> QPixmap:
    """Draw an icon.

    Args:
        name: file name without ending, e.g. ``"cart"``.
        size: width and height in logical pixels; scale it with ``theme.px`` first.
        colour: a colour token, e.g. ``"muted"``.
        ratio: device pixels per logical pixel of the screen it is shown on.

    Raises:
        FileNotFoundError: if there is no such icon.
        AttributeError: if there is no such colour.
    """
    ink = getattr(colours(), colour)
    key = (name, size, ink, ratio)
    found = _pixmaps.get(key)
    if found is None:
        found = _render(_drawing(name).replace(_INK, ink), size, ratio)
        _pixmaps[key] = found
    return found


def _render(svg: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # late: the first window has no icon

    renderer = QSvgRenderer(QByteArray(svg.encode()))
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: str = "text", size: int = _STANDARD_SIZE) -> QIcon:
    """Return an icon in one colour, faint when disabled, for the pixel densities of all screens.

    It does not follow a theme switch by itself: use :func:`set_icon` for what stays on screen.
    """
    shown = QIcon()
    ratios = {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    for ratio in sorted(ratios):
        shown.addPixmap(pixmap(name, px(size), colour, ratio), QIcon.Mode.Normal)
        shown.addPixmap(pixmap(name, px(size), "disabled", ratio), QIcon.Mode.Disabled)
    return shown


def set_icon(target: _Target, name: str, colour: str = "text", size: int = _STANDARD_SIZE) -> None:
    """Give a button or action an icon that follows theme and scale as long as it lives.

    Raises:
        FileNotFoundError: if there is no such icon.
    """
    _dressed[target] = (name, colour, size)
    source = notifier()
    if id(source) not in _watching:
        _watching.add(id(source))
        source.changed.connect(_redress)
    _dress_one(target, name, colour, size)


def _dress_one(target: _Target, name: str, colour: str, size: int) -> None:
    target.setIcon(icon(name, colour, size))
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(px(size), px(size)))


def _redress() -> None:
    _pixmaps.clear()
    for target, (name, colour, size) in list(_dressed.items()):
        try:
            _dress_one(target, name, colour, size)
        except RuntimeError:  # the C++ half is gone, the Python half is not collected yet
            _dressed.pop(target, None)
