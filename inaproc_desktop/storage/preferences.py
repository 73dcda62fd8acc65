"""The choices of a profile in a small JSON file, and what the data folder of that profile holds."""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path
from typing import Any

from inaproc_desktop.ports.preferences import (
    SCALES,
    Language,
    Preferences,
    StoredAmount,
    StoredKind,
    ThemeChoice,
)
from inaproc_desktop.storage.files import write_durably

_LOG = logging.getLogger(__name__)


class PreferenceFile:
    """Implements ``ports.preferences.PreferenceStore``. A file that cannot be read counts as none."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._lock = threading.Lock()
        self._known: Preferences | None = None

    def load(self) -> Preferences:
        """Return what was chosen; read from the disk once."""
        with self._lock:
            if self._known is None:
                self._known = _from_json(_read(self._place))
            return self._known

    def save(self, preferences: Preferences) -> None:
        """Keep the choices, in place of the former as a whole.

        Raises:
            WorldFailed: ``world.disk``; the former choices stay.
        """
        content = {
            "language": preferences.language.value,
            "theme": preferences.theme.value,
            "scale_percent": preferences.scale_percent,
            "export_folder": preferences.export_folder,
        }
        with self._lock:
            write_durably(self._place, json.dumps(content, ensure_ascii=False, indent=1).encode())
            self._known = preferences


class DataFolder:
    """Implements ``ports.preferences.Device`` over the data folder of a profile (see ``Places``)."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def folder(self) -> str:
        """Return the data folder."""
        return str(self._root)

    def stored(self) -> tuple[StoredAmount, ...]:
        """Return the size of each kind; files that vanish meanwhile count as nothing."""
        sizes = dict.fromkeys(StoredKind, 0)
        for file in self._root.rglob("*"):
            try:
                if file.is_file() and not file.is_symlink():
                    sizes[_kind_of(file.relative_to(self._root))] += file.stat().st_size
            except OSError:
                continue
        return tuple(StoredAmount(kind=kind, size=size) for kind, size in sizes.items())

    def can_write(self, folder: str) -> bool:
        """Return whether a file can be made there, by making one that goes away again."""
        import tempfile  # late: the first window reads preferences and needs no random names

        try:
            with tempfile.TemporaryFile(dir=folder):
                return True
        except OSError:
            return False


def _kind_of(place: Path) -> StoredKind:
    if place.parts[0] == "training":
        return StoredKind.TRAINING
    if "keys" in place.parts:
        return StoredKind.KEYS
    if place.name.startswith("catalogue"):
        return StoredKind.CATALOGUE
    return StoredKind.WORK if "people" in place.parts else StoredKind.PROGRAM


def _read(place: Path) -> dict[str, Any]:
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _LOG.info("preferences %s cannot be read: %s", place, error)
        return {}
    return found if isinstance(found, dict) else {}


def _from_json(found: dict[str, Any]) -> Preferences:
    default = Preferences()
    language, theme = found.get("language"), found.get("theme")
    scale, folder = found.get("scale_percent"), found.get("export_folder")
    return Preferences(
        language=Language(language) if language in list(Language) else default.language,
        theme=ThemeChoice(theme) if theme in list(ThemeChoice) else default.theme,
        scale_percent=scale if isinstance(scale, int) and scale in SCALES else default.scale_percent,
        export_folder=folder if isinstance(folder, str) else default.export_folder,
    )
