"""The documents of an item: one tab per slot, pictures and PDFs, only what the backend has checked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from inaproc_core.wire.registration import StoredFile
from inaproc_desktop.ports.desk import Part, Sheet
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.views import theme
from inaproc_desktop.views.verification.picture import PictureView, read_picture
from inaproc_desktop.views.verification.words import file_words, part_label
from inaproc_desktop.views.widgets import DocumentPreview, EmptyState, EmptyText, icon_button, label, row
from inaproc_desktop.views.widgets.layers import Layers
from inaproc_desktop.views.words import failure_words

_PDF = "application/pdf"
_LEAST_HEIGHT = 200


class DocumentsPanel(QWidget):
    """Shows the files of an item.

    Args:
        runner: reads pictures and draws pages off the UI thread.
        parent: the widget that owns it.

    Signals:
        file_asked(str): this slot's file should be shown.
    """

    file_asked = Signal(str)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._reading = CancelToken()
        self._slots: list[Part] = []
        self._item_id = ""
        self.tabs = QTabBar()
        self.tabs.setObjectName("verification.slots")
        self.tabs.setAccessibleName(self.tr("Dokumen"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._on_tab)
        self._about = label("", "small", wrap=True, selectable=True)
        self._about.setObjectName("verification.file_name")
        self.picture = PictureView(self.tr("Gambar dokumen"))
        self.picture.setObjectName("verification.picture")
        self.preview = DocumentPreview(self.tr("Dokumen"), runner)
        self.preview.setObjectName("verification.preview")
        self._empty = EmptyState(icon="document")
        self._empty.action.connect(lambda: self._on_tab(self.tabs.currentIndex()))
        self._tools = self._build_tools()
        self._layers = Layers()
        for layer in (self._empty, self.picture, self.preview):
            self._layers.addWidget(layer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(self.tabs)
        line = QHBoxLayout()
        line.setSpacing(theme.px(theme.GAP_8))
        line.addWidget(self._about, 1)
        line.addWidget(self._tools)
        layout.addLayout(line)
        layout.addWidget(self._layers, 1)
        self.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        self.show_sheet(None)

    def _build_tools(self) -> QWidget:
        self._percent = label("", "muted")
        smaller = icon_button(self.tr("Perkecil (−)"), "minus")
        larger = icon_button(self.tr("Perbesar (+)"), "add")
        fit = icon_button(self.tr("Pas di jendela (0)"), "eye")
        turn = icon_button(self.tr("Putar 90° (R)"), "rotate")
        for name, made, does in (
            ("zoom_out", smaller, self.picture.zoom_out),
            ("zoom_in", larger, self.picture.zoom_in),
            ("fit", fit, self.picture.fit),
            ("turn", turn, self.picture.turn),
        ):
            made.setObjectName(f"verification.{name}")
            made.clicked.connect(does)
        self.picture.zoomed.connect(lambda percent: self._percent.setText(f"{percent} %"))
        return row(smaller, self._percent, larger, fit, turn, gap=theme.GAP_4)

    # ---- showing

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show the slots of an item, and ask for the first file; the tab stays when it is the same item."""
        item_id = sheet.item.row.item_id if sheet is not None else ""
        at = max(self.tabs.currentIndex(), 0) if item_id == self._item_id else 0
        self._item_id = item_id
        self._slots = [part for part in sheet.parts if part.file is not None] if sheet is not None else []
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for part in self._slots:
            self.tabs.addTab(part_label(part).replace("&", "&&"))
        self.tabs.setCurrentIndex(min(at, len(self._slots) - 1))
        self.tabs.blockSignals(False)
        self.tabs.setVisible(bool(self._slots))
        self._tools.hide()
        self._about.setText("")
        self._reading.cancel()
        self.picture.clear()
        self.preview.clear()
        if self._slots:
            self._ask(min(at, len(self._slots) - 1))
        else:
            self._say(self.tr("Tidak ada dokumen"), "")

    def show_slot(self, part_id: str) -> None:
        """Turn to the tab of a slot."""
        for at, part in enumerate(self._slots):
            if part.id == part_id:
                self.tabs.setCurrentIndex(at)

    def show_file(self, part_id: str, file: StoredFile, content: bytes) -> None:
        """Show a file, if its tab is still in front."""
        if part_id != self._current():
            return
        self._reading.cancel()
        if file.media_type == _PDF:
            self._tools.hide()
            self._layers.setCurrentWidget(self.preview)
            self.preview.show_document(content)
            return
        self._reading = self._runner.submit(
            Lane.NETWORK, read_picture, content, on_done=self._show_picture, on_error=self._on_unreadable
        )

    def show_failure(self, part_id: str, error: Exception) -> None:
        """Say why a file is not there, with a button to try again."""
        said = failure_words(error)
        if part_id == self._current() and said is not None:
            self._say(self.tr("Dokumen belum dapat dibuka"), said.happened, self.tr("Coba lagi"))

    # ---- inside

    def _current(self) -> str:
        at = self.tabs.currentIndex()
        return self._slots[at].id if 0 <= at < len(self._slots) else ""

    def _on_tab(self, at: int) -> None:
        if 0 <= at < len(self._slots):
            self._ask(at)

    def _ask(self, at: int) -> None:
        part = self._slots[at]
        self._reading.cancel()
        self._tools.hide()
        self._about.setText(file_words(part.file) if part.file is not None else "")
        self._say(self.tr("Memuat dokumen…"), "")
        self.file_asked.emit(part.id)

    def _show_picture(self, image: QImage) -> None:
        if image.isNull():
            self._on_unreadable(ValueError("not a picture"))
            return
        self.picture.show_picture(image)
        self._tools.show()
        self._layers.setCurrentWidget(self.picture)

    def _on_unreadable(self, _error: Exception) -> None:
        self._say(
            self.tr("Gambar ini tidak dapat ditampilkan"),
            self.tr("Berkasnya mungkin rusak. Minta pemohon mengunggah ulang."),
        )

    def _say(self, title: str, text: str, action: str = "") -> None:
        self._empty.show_empty(EmptyText(title, text, action))
        self._layers.setCurrentWidget(self._empty)
