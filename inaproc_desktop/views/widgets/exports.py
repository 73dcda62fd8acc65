"""Where dialogs that save a list or a document start: the folder the person chose, else that of documents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths


@dataclass
class _Chosen:
    folder: str = ""


_chosen = _Chosen()


def use_folder(folder: str) -> None:
    """Start in this folder from now on; empty for the system's folder of documents."""
    _chosen.folder = folder


def usual_folder() -> str:
    """Return the system's folder of documents, the home folder where there is none."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if documents and Path(documents).is_dir() else str(Path.home())


def place_of(name: str) -> str:
    """Return the path to propose for a file. A chosen folder that is gone is passed over."""
    folder = _chosen.folder if _chosen.folder and Path(_chosen.folder).is_dir() else usual_folder()
    return str(Path(folder, name))
