"""The theme in force, and switching it while the window is open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from inaproc_desktop.views.theme.fonts import font_of, load_fonts
from inaproc_desktop.views.theme.palette import palette_of
from inaproc_desktop.views.theme.sheet import sheet_of
from inaproc_desktop.views.theme.tokens import DARK, LIGHT, TYPE_SCALE, Colours, Mode

SMALLEST_SCALE, LARGEST_SCALE = 0.8, 2.0


class Notifier(QObject):
    """Tells self-painting widgets that colours or sizes changed.

    Signals:
        changed(): after palette, sheet and font of the application were replaced.
    """

    changed = Signal()


@dataclass
class _Active:
    mode: Mode = Mode.LIGHT
    dark: bool = False
    scale: float = 1.0
    family: str = ""
    notifier: Notifier | None = None
    follows_system: bool = False


_active = _Active()
_MIDDLE = 128
"""Of 255: a ground darker than this is a dark one."""


def apply_theme(app: QApplication, mode: str = Mode.SYSTEM, scale: float = 1.0) -> None:
    """Dress the application; call again at any time to switch.

    Args:
        app: the application.
        mode: ``"light"``, ``"dark"`` or ``"system"``.
        scale: size of letters, controls and distances; 1.0 is 100 %. Held between 0.8 and 2.

    Raises:
        ValueError: if the mode is none of the three.
    """
    _active.mode = Mode(mode)
    _active.scale = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
    if not _active.family:
        _active.family = load_fonts()
    if not _active.follows_system:
        app.styleHints().colorSchemeChanged.connect(_system_switched)
        _active.follows_system = True
    _dress(app)


def dress_first(app: QApplication, mode: str) -> None:
    """Give the first window its ground and letters; :func:`apply_theme` follows once it is painted.

    Neither the sheet nor what the system says about dark and light is asked: both cost more than the window.
    Whether the system is dark is read from the palette that it gave the application.

    Raises:
        ValueError: if the mode is none of the three.
    """
    _active.mode = Mode(mode)
    dark_ground = app.palette().window().color().lightness() < _MIDDLE
    _active.dark = _active.mode == Mode.DARK or (_active.mode == Mode.SYSTEM and dark_ground)
    _use_fusion(app)
    app.setPalette(palette_of(colours()))
    app.setFont(font("body"))


def _dress(app: QApplication) -> None:
    from PySide6.QtCore import Qt  # late: its hundred enumerations cost a tenth of a bare window

    hints = app.styleHints()
    wanted = {
        Mode.LIGHT: Qt.ColorScheme.Light,
        Mode.DARK: Qt.ColorScheme.Dark,
        Mode.SYSTEM: Qt.ColorScheme.Unknown,
    }[_active.mode]
    if hints.property("wantedScheme") != wanted.value:
        # Native file dialogs follow this hint; "unknown" gives it back to the system.
        hints.setProperty("wantedScheme", wanted.value)
        hints.setColorScheme(wanted)
    system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    _active.dark = _active.mode == Mode.DARK or (_active.mode == Mode.SYSTEM and system_dark)
    _use_fusion(app)
    # Palette, then sheet: a sheet freezes the palette that it finds, so both are set on every switch.
    app.setStyleSheet("")
    app.setPalette(palette_of(colours()))
    app.setFont(font("body"))
    app.setStyleSheet(sheet_of(colours(), _active.scale, _active.family))
    notifier().changed.emit()


def _use_fusion(app: QApplication) -> None:
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")


def _system_switched() -> None:
    app = QGuiApplication.instance()
    if _active.mode == Mode.SYSTEM and isinstance(app, QApplication):
        _dress(app)


def notifier() -> Notifier:
    """Return the one object whose ``changed`` signal follows every switch."""
    if _active.notifier is None:
        _active.notifier = Notifier()
    return _active.notifier


def colours() -> Colours:
    """Return the colours in force."""
    return DARK if _active.dark else LIGHT


def is_dark() -> bool:
    """Return whether the dark theme is in force."""
    return _active.dark


def scale() -> float:
    """Return the scale in force; 1.0 is 100 %."""
    return _active.scale


def px(at_full_size: float) -> int:
    """Return a distance given at 100 % in pixels of the scale in force."""
    return round(at_full_size * _active.scale)


def font(name: str) -> QFont:
    """Return a font of the type scale: body, strong, small, small_strong, heading, title or total.

    Raises:
        KeyError: if there is no such step.
    """
    size = TYPE_SCALE[name]
    if not _active.family:
        _active.family = load_fonts()
    return font_of(_active.family, size.points * _active.scale, size.weight)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role that the sheet knows, and let it show at once."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
