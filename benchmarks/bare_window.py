"""The floor of start-up and memory: a bare window. Prints READY once it was painted, then idles or ends."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


def ready() -> None:
    """Say that the window is usable."""
    sys.stdout.write("READY\n")
    sys.stdout.flush()
    if "--stay" not in sys.argv:
        app.quit()


class Bare(QMainWindow):
    """Tells when it was painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as usual, then tell."""
        super().paintEvent(event)
        QTimer.singleShot(0, ready)


app = QApplication(sys.argv)
window = Bare()
window.resize(1366, 768)
window.show()
sys.exit(app.exec())
