"""The floor of start-up and memory: a bare window. Prints READY once it was painted, then idles or ends."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()


def ready() -> None:
    """Say that the window is usable."""
    sys.stdout.write("READY\n")
    sys.stdout.flush()
    if "--stay" not in sys.argv:
        app.quit()


QTimer.singleShot(0, ready)
sys.exit(app.exec())
