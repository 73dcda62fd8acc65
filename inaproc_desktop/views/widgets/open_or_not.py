"""Greying a control and saying why: beside it, on hovering, and to a screen reader."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton


def open_or_say_why(control: QAbstractButton, reason: str, *, also: bool = True) -> None:
    """Free a button, or grey it with the reason as tooltip and description.

    Args:
        control: the button.
        reason: why it is closed, in words; empty where nothing speaks against it.
        also: what else must hold for it to be open, e.g. that nothing is under way.
    """
    control.setEnabled(not reason and also)
    say_why(control, reason)


def say_why(control: QAbstractButton, reason: str) -> None:
    """Say why a button is grey to whoever points at it or listens; empty words take that back."""
    control.setToolTip(reason)
    control.setAccessibleDescription(reason)
