"""A supporting document in a window of its own, from memory: nothing of it is written to the disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inaproc_core.orders.content import Attachment
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import Banner, DocumentPreview, Tone, button, exports, label
from inaproc_desktop.views.widgets.attachments import attachment_note
from inaproc_desktop.views.words import failure_words

_PDF = "application/pdf"
_WIDTH, _HEIGHT = 860, 640
_LONGEST_SIDE = 2000
"""Points of a picture as it is shown; the copy that is saved keeps all of them."""


def read_picture(content: bytes) -> QImage:
    """Return a picture no larger than it is shown. For a lane.

    Raises:
        ValueError: it cannot be read.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _LONGEST_SIDE:
        most = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        message = "this picture cannot be read"
        raise ValueError(message)
    return image


class FileWindow(QDialog):
    """Shows one file.

    Signals:
        save_asked(bytes, str): write this content to this path.
    """

    save_asked = Signal(bytes, str)

    def __init__(self, parent: QWidget, runner: Runner) -> None:
        super().__init__(parent.window())
        self.setObjectName("attachment_window")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._runner = runner
        self._content = b""
        self._name = ""
        self._reading = CancelToken()
        self.finished.connect(lambda _result: self._reading.cancel())
        self._title = label("", "title", wrap=True)
        self._note = label("", "muted", wrap=True)
        self._banner = Banner(Tone.BAD, "")
        self._preview = DocumentPreview(self.tr("Isi berkas"), runner)
        self._picture = label("")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._frame = QScrollArea()
        self._frame.setWidgetResizable(True)
        self._frame.setWidget(self._picture)
        self._frame.setAccessibleName(self.tr("Isi berkas"))
        self.save = button(self.tr("Simpan salinan…"), "", "download")
        self.save.setObjectName("attachment_window.save")
        self.save.clicked.connect(self._ask_path)
        self.close_button = button(self.tr("Tutup"), "primary")
        self.close_button.setObjectName("attachment_window.close")
        self.close_button.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (20, 16, 20, 16)))
        layout.setSpacing(theme.px(theme.GAP_8))
        for widget in (self._title, self._note, self._banner):
            layout.addWidget(widget)
        layout.addWidget(self._preview, 1)
        layout.addWidget(self._frame, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(theme.GAP_8))
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        buttons.addWidget(self.close_button)
        layout.addLayout(buttons)
        self._fit(parent)

    def show_waiting(self, attachment: Attachment) -> None:
        """Say that the file is on its way."""
        self._name = attachment.name
        self.setWindowTitle(attachment.name)
        self.setAccessibleName(attachment.name)
        self._title.setText(attachment.name)
        self._note.setText(attachment_note(attachment))
        self._banner.show_text(Tone.BAD, "")
        self._frame.hide()
        self._preview.show()
        self._preview.show_message(self.tr("Mengambil berkas…"))
        self.save.setEnabled(False)
        self.open()

    def show_content(self, attachment: Attachment, content: bytes) -> None:
        """Show the file."""
        self._content = content
        self.save.setEnabled(True)
        if attachment.media_type == _PDF:
            self._preview.show_document(content)
            return
        self._reading = self._runner.submit(
            Lane.NETWORK, read_picture, content, on_done=self._show_picture, on_error=self.show_failed
        )

    def show_failed(self, error: Exception) -> None:
        """Say why it cannot be shown."""
        self._preview.show_message("")
        if isinstance(error, WorldFailed) and error.code in {"world.offline", "world.timeout"}:
            text = self.tr(
                "Berkas ini belum ada di komputer ini dan peladen tidak terjangkau. Sambungkan jaringan, lalu"
                " buka lagi."
            )
            self._banner.show_text(Tone.WARN, text)
            return
        words = failure_words(error)
        if words is None and not isinstance(error, ValueError):
            raise error
        broken = self.tr(
            "Berkas ini tidak dapat ditampilkan. Simpan salinan, lalu buka dengan aplikasi lain."
        )
        self._banner.show_text(Tone.BAD, words.happened if words is not None else broken)

    def show_saved(self, path: Path) -> None:
        """Say where the copy is."""
        text = self.tr("Salinan disimpan di {path}. Salinan itu tidak terenkripsi.")
        self._banner.show_text(Tone.OK, text.format(path=path))

    # ---- inside

    def _show_picture(self, image: QImage) -> None:
        frame = 2 * theme.px(theme.GAP_4)
        room = self._preview.size() - QSize(frame, frame)
        self._preview.hide()
        shown = image.scaled(
            image.size().boundedTo(room),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._picture.setPixmap(QPixmap.fromImage(shown))
        self._frame.show()

    def _fit(self, parent: QWidget) -> None:
        around = parent.window().size() * 0.92
        self.resize(
            min(theme.px(_WIDTH), max(around.width(), 400)), min(theme.px(_HEIGHT), max(around.height(), 300))
        )

    def _ask_path(self) -> None:
        dialog = QFileDialog(self, self.tr("Simpan salinan"), exports.place_of(self._name))
        dialog.setObjectName("attachment_window.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self._name)
        dialog.fileSelected.connect(lambda path: self.save_asked.emit(self._content, path))
        dialog.open()
