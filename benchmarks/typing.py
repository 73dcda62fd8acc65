"""Types into the catalogue like a person and prints, per key, the milliseconds to painted results."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from benchmarks.search import stroke_clock
from inaproc_desktop.tour import hands
from inaproc_desktop.tour.record import Record
from inaproc_desktop.tour.seat import Seat
from inaproc_desktop.views.widgets import Table

_PATIENCE_MS = 5000.0
WORDS = ("kertas hvs", "meja siswa", "laptop", "toner hitam", "proyektor", "kursi", "lemari arsip", "seragam")


class Paints(QObject):
    """Counts paint events of the result list."""

    def __init__(self, view: QTableView) -> None:
        super().__init__()
        self.last = 0.0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note when the list was painted."""
        if event.type() is QEvent.Type.Paint:
            self.last = stroke_clock()
        return False


def wait_for_paint(paints: Paints, since: float) -> None:
    """Let the window live until the list was painted after ``since``."""
    while paints.last <= since:
        if stroke_clock() - since > _PATIENCE_MS:
            message = "no results were painted"
            raise hands.Stuck(message)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)


def main() -> None:
    """Sign in, open the catalogue, type."""
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as pictures:
        seat = Seat("pp", Path(sys.argv[2]), sys.argv[1], Record(Path(pictures)))
        seat.sign_in()
        seat.go("catalogue")
        hands.settle(1.0)
        table = hands.see(seat.window, "catalogue.results", Table)
        paints = Paints(table.findChildren(QTableView)[0])
        field = hands.see(seat.window, "catalogue.search", QWidget)
        editor = field if isinstance(field, QLineEdit) else field.findChildren(QLineEdit)[0]
        editor.setFocus()
        for word in WORDS:
            editor.clear()
            hands.settle(0.3)
            for letter in word:
                began = stroke_clock()
                QTest.keyClicks(editor, letter)
                wait_for_paint(paints, began)
                sys.stdout.write(f"{paints.last - began:.1f}\n")
                QTest.qWait(120)
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        seat.close()


main()
