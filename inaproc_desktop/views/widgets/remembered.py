"""What a person arranged by hand and expects to find again: column widths, window size."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QByteArray, QSettings


class Store(Protocol):
    """Keeps small texts under a key."""

    def read(self, key: str) -> str:
        """Return what is kept, empty when nothing is."""

    def write(self, key: str, value: str) -> None:
        """Keep a text."""


class MemoryStore:
    """Forgets when the process ends: the store until another is chosen, and the one of tests."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def read(self, key: str) -> str:
        """Return what is kept, empty when nothing is."""
        return self._kept.get(key, "")

    def write(self, key: str, value: str) -> None:
        """Keep a text."""
        self._kept[key] = value


class SettingsStore:
    """Keeps in the settings of the user's account on this machine."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def read(self, key: str) -> str:
        """Return what is kept, empty when nothing is."""
        return str(self._settings.value(f"arranged/{key}", "") or "")

    def write(self, key: str, value: str) -> None:
        """Keep a text."""
        self._settings.setValue(f"arranged/{key}", value)


_store: Store = MemoryStore()


def use_store(store: Store) -> None:
    """Choose where arrangements are kept; called once when the application is composed."""
    global _store
    _store = store


def read(key: str) -> str:
    """Return the arrangement kept under ``key``, empty when none is."""
    return _store.read(key)


def write(key: str, value: str) -> None:
    """Keep an arrangement."""
    _store.write(key, value)


def to_text(value: QByteArray) -> str:
    """Return Qt's opaque bytes as text that a store can keep."""
    return bytes(value.toBase64().data()).decode("ascii")


def from_text(text: str) -> QByteArray:
    """Return the bytes of :func:`to_text`."""
    return QByteArray.fromBase64(text.encode("ascii", errors="ignore"))
