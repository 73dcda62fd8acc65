"""The application as it starts for a person, up to the moment its window is painted and takes events."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from inaproc_desktop.app import Program, parse
from inaproc_desktop.storage.places import Places

app = QApplication(sys.argv[:1])
places = Places(Path(os.environ["INAPROC_BENCH_PROFILE"]))
places.prepare()
program = Program(app, places, parse([]))
program.show()


def ready() -> None:
    """Say that the window is usable."""
    sys.stdout.write("READY\n")
    sys.stdout.flush()
    if "--stay" not in sys.argv:
        os._exit(0)


QTimer.singleShot(0, ready)
sys.exit(app.exec())
