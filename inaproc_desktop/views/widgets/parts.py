"""The smallest parts: buttons, labels, rows and columns in the distances of the house."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inaproc_desktop.views import theme

_LAYOUT_GAP = theme.GAP_8


def plain(text: str) -> str:
    """Return a text in which ``&`` is a letter, where Qt would make the next letter a key."""
    return text.replace("&", "&&")


def button(text: str, role: str = "", icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button.

    Args:
        text: what it does, a verb.
        role: ``primary`` (one per page), ``danger`` (leads to harm), ``harm`` (does harm, in a dialog),
            ``quiet``, ``link``; empty for the usual one.
        icon: name of an icon before the text.
        parent: the widget that owns it.
    """
    made = QPushButton(plain(text), parent)
    if role:
        theme.set_role(made, role)
    if icon:
        colours = {"primary": "on_accent", "danger": "bad", "harm": "on_bad", "link": "accent"}
        theme.set_icon(made, icon, colours.get(role, "text"))
    # Enter belongs to the one default button of a dialog, not to whichever was touched last.
    made.setAutoDefault(False)
    return made


def icon_button(name: str, icon: str, colour: str = "muted", parent: QWidget | None = None) -> QToolButton:
    """Return a button of one icon; ``name`` is its tooltip and what a screen reader says."""
    made = QToolButton(parent)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    theme.set_icon(made, icon, colour)
    return made


def label(
    text: str = "",
    role: str = "",
    *,
    wrap: bool = False,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a label of plain text (never read as markup).

    Args:
        text: what it says.
        role: ``title``, ``heading``, ``strong``, ``muted``, ``small``, ``small_strong``, ``total``,
            ``error``, ``ok``, ``warn``, ``bad``, ``accent``; empty for body text.
        wrap: whether long text breaks into lines.
        selectable: whether it can be marked and copied, by mouse and keyboard.
        parent: the widget that owns it.
    """
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        theme.set_role(made, role)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def row(*widgets: QWidget | None, gap: int = _LAYOUT_GAP) -> QWidget:
    """Return the widgets side by side, fields equally wide; ``None`` is a stretch between them."""
    box = QWidget()
    _fill(QHBoxLayout(box), widgets, gap)
    return box


def column(*widgets: QWidget | None, gap: int = _LAYOUT_GAP) -> QWidget:
    """Return the widgets one under the other; ``None`` is a stretch between them."""
    box = QWidget()
    _fill(QVBoxLayout(box), widgets, gap)
    return box


def _fill(layout: QBoxLayout, widgets: tuple[QWidget | None, ...], gap: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(gap))
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            expands = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
            equally = 1 if expands and isinstance(layout, QHBoxLayout) else 0
            layout.addWidget(widget, equally)


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame(parent)
    theme.set_role(line, "line")
    line.setFixedHeight(1)
    return line


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def show_or_hide(widget: QWidget, shown: bool) -> None:
    """Show or hide a part, also one that has no parent yet (which must not open a window of its own)."""
    if not shown:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
