"""One slot for a file: preview with the slot's name, what is wrong on the picture, and ways to mend it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.registration.forms import SlotRule
from inaproc_core.registration.vocabulary import PICTURE_SLOTS
from inaproc_desktop.ports.filing import Finding, Handed, Shrunk, Spot
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.filing import reading, words
from inaproc_desktop.views.registration.filing.camera import Camera, CameraDialog, CameraState
from inaproc_desktop.views.registration.filing.canvas import PictureCanvas
from inaproc_desktop.views.registration.filing.form import NoteLine
from inaproc_desktop.views.registration.filing.tools import FindingList, Tools
from inaproc_desktop.views.widgets import (
    Card,
    DocumentPreview,
    FormDialog,
    Pill,
    PillText,
    Tone,
    button,
    exports,
    label,
    row,
    tell,
)
from inaproc_desktop.views.words import sentence

_PASTED = "tempel.jpg"
_TAKEN = "kamera.jpg"


class SlotCard(Card):
    """A slot. What is dropped, pasted, chosen or photographed is handed on; nothing is judged here.

    Args:
        name: prefix of object names: ``profile`` gives ``profile.slot.KTP.choose``.
        rule: of the slot.
        runner: reads pictures off the UI thread.
        camera: takes pictures.
        parent: the widget that owns it.

    Signals:
        path_given(str, str): slot and path of a file.
        bytes_given(str, str, bytes): slot, name and content.
        smaller_answered(str, bool): whether the smaller file is used.
        turned(str, int), cropped(str, Spot), undone(str), dropped(str): edits.
        letter_asked(str, str): the sample letter of a slot, and where to save it.
    """

    path_given = Signal(str, str)
    bytes_given = Signal(str, str, bytes)
    smaller_answered = Signal(str, bool)
    turned = Signal(str, int)
    cropped = Signal(str, Spot)
    undone = Signal(str)
    dropped = Signal(str)
    letter_asked = Signal(str, str)

    def __init__(
        self, name: str, rule: SlotRule, runner: Runner, camera: Camera, parent: QWidget | None = None
    ) -> None:
        super().__init__(words.slot_label(rule), parent=parent)
        self.rule = rule
        self._slot = rule.slot.value
        self._runner = runner
        self._camera = camera
        self._handed: Handed | None = None
        self._content = b""
        self._job = CancelToken()
        self._edited = self._busy = False
        self._prefix = f"{name}.slot.{self._slot}"
        self.setObjectName(self._prefix)
        self.setAcceptDrops(True)
        self._state = Pill()
        self._state.setObjectName(f"{self._prefix}.state")
        self.add_trailing(self._state)
        self.note = NoteLine()
        self.note.setObjectName(f"{self._prefix}.note")
        self.canvas = PictureCanvas(words.slot_label(rule))
        self.canvas.setObjectName(f"{self._prefix}.preview")
        self.canvas.setFixedHeight(theme.px(230))
        self._about = label("", "small", wrap=True)
        self._error = label("", "error", wrap=True)
        self._error.setObjectName(f"{self._prefix}.error")
        self.findings = FindingList()
        self.tools = Tools(self._prefix, picture=rule.slot in PICTURE_SLOTS, template=bool(rule.template))
        self._offer = _Offer(self._prefix)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(theme.GAP_8))
        for part in (self._about, self._error, self._offer, self.findings, self.tools):
            column.addWidget(part)
        column.addStretch(1)
        beside = QWidget()
        layout = QHBoxLayout(beside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_16))
        layout.addWidget(self.canvas, 5)
        layout.addWidget(side, 6)
        self.add(self.note)
        self.add(beside)
        self._connect()
        self.show_handed(None, edited=False)

    # ---- showing

    def show_taking(self) -> None:
        """Say that a file is being looked at."""
        self._busy = True
        self._error.hide()
        self._offer.hide()
        self._state.show_pill(PillText(self.tr("Memeriksa…"), Tone.ACCENT))
        self.tools.show_busy()

    def show_handed(self, handed: Handed | None, *, edited: bool) -> None:
        """Show a file, or that there is none."""
        self._busy = False
        self._handed, self._edited = handed, edited
        self._error.hide()
        self._offer.hide()
        self.canvas.show_frame(False)
        self.tools.show_file(handed, edited=edited)
        self.findings.show_findings(self._said(handed))
        self._show_state()
        if handed is None:
            self._about.setText(words.slot_hint(self.rule))
            self.canvas.show_words(self.tr("Seret berkas ke sini, atau pilih di sebelah."), self._label())
            return
        self._about.setText(words.file_words(handed))
        if handed.content is not None:
            self._draw(handed.content, handed)
        else:
            self.canvas.show_words(self.tr("Mengambil berkas dari peladen…"), self._label())

    def show_content(self, content: bytes) -> None:
        """Show what came from the backend."""
        if self._handed is not None and self._handed.content is None:
            self._draw(content, self._handed)

    def show_shrunk(self, shrunk: Shrunk) -> None:
        """Ask whether the smaller file is used; it is shown, so that one sees whether it can be read."""
        self._busy = False
        self._error.hide()
        self.tools.show_offer()
        self._about.setText(words.file_words(shrunk.smaller))
        self._state.show_pill(PillText(self.tr("Terlalu besar"), Tone.WARN))
        self._offer.show_shrunk(shrunk)
        self.findings.show_findings(self._said(shrunk.smaller))
        if shrunk.smaller.content is not None:
            self._draw(shrunk.smaller.content, shrunk.smaller)

    def show_error(self, text: str) -> None:
        """Say why a file was not taken, or that one is missing; empty clears."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def error(self) -> str:
        """Return what is said to be wrong."""
        return self._error.text() if not self._error.isHidden() else ""

    def focus_editor(self) -> None:
        """Put the focus on the first way to hand something in."""
        self.tools.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- taking

    def take_mime(self, data: QMimeData) -> bool:
        """Hand on what was dropped or pasted; returns whether it was a file or a picture."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.path_given.emit(self._slot, paths[0])
            return True
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self._give_image(_PASTED, image)
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that this is a place for it."""
        if not self._busy and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()
            self._state.show_pill(PillText(self.tr("Lepaskan di sini"), Tone.ACCENT))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show the state again."""
        self._show_state()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._show_state()
        if self.take_mime(event.mimeData()):
            event.acceptProposedAction()

    # ---- inside

    def _connect(self) -> None:
        tools = self.tools
        tools.choose.clicked.connect(self._choose)
        tools.paste.clicked.connect(self._paste)
        tools.camera.clicked.connect(self._photograph)
        tools.template.clicked.connect(self._save_letter)
        tools.turn_left.clicked.connect(lambda: self.turned.emit(self._slot, 270))
        tools.turn_right.clicked.connect(lambda: self.turned.emit(self._slot, 90))
        tools.crop.clicked.connect(lambda: self._show_cropping(True))
        tools.apply.clicked.connect(lambda: self.cropped.emit(self._slot, self.canvas.frame_spot()))
        tools.cancel.clicked.connect(lambda: self._show_cropping(False))
        tools.undo.clicked.connect(lambda: self.undone.emit(self._slot))
        tools.drop.clicked.connect(lambda: self.dropped.emit(self._slot))
        tools.pages.clicked.connect(self._open_pages)
        self._offer.use.clicked.connect(lambda: self.smaller_answered.emit(self._slot, True))
        self._offer.other.clicked.connect(lambda: self.smaller_answered.emit(self._slot, False))

    def _label(self) -> str:
        return words.slot_label(self.rule)

    def _said(self, handed: Handed | None) -> list[tuple[Finding, str]]:
        found = handed.findings if handed is not None else ()
        return [(finding, sentence(finding.code, finding.facts) or finding.code) for finding in found]

    def _show_state(self) -> None:
        handed = self._handed
        if handed is None:
            self._state.show_pill(PillText(self.tr("Belum ada"), Tone.NEUTRAL))
        elif handed.stops:
            self._state.show_pill(PillText(self.tr("Tidak dapat dikirim"), Tone.BAD))
        elif handed.findings:
            self._state.show_pill(PillText(self.tr("Periksa dahulu"), Tone.WARN))
        else:
            self._state.show_pill(PillText(self.tr("Siap"), Tone.OK))

    def _draw(self, content: bytes, handed: Handed) -> None:
        self._content = content
        self._job.cancel()
        self._job = self._runner.submit(
            Lane.NETWORK,
            reading.picture_of if handed.is_picture else reading.first_page_of,
            content,
            on_done=partial(self._drawn, handed),
            on_error=lambda _error: self.canvas.show_words(
                self.tr("Pratinjau tidak dapat dibuat."), self._label()
            ),
        )

    def _drawn(self, handed: Handed, image: QImage) -> None:
        if image.isNull():
            self.canvas.show_words(self.tr("Pratinjau tidak dapat dibuat."), self._label())
        else:
            self.canvas.show_picture(image, self._label(), self._said(handed))

    def _show_cropping(self, shown: bool) -> None:
        self.canvas.show_frame(shown)
        if shown:
            self.tools.show_cropping()
        else:
            self.tools.show_file(self._handed, edited=self._edited)

    def _give_image(self, name: str, image: QImage) -> None:
        self.show_taking()
        self._runner.submit(
            Lane.NETWORK,
            reading.jpeg_of,
            image,
            on_done=lambda content: self.bytes_given.emit(self._slot, name, content),
        )

    def _choose(self) -> None:
        pictures = self.rule.slot in PICTURE_SLOTS
        kinds = "*.jpg *.jpeg *.png" if pictures else "*.pdf *.jpg *.jpeg *.png"
        dialog = QFileDialog(self.window(), self._label())
        dialog.setObjectName(f"{self._prefix}.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{self._label()} ({kinds})", self.tr("Semua berkas (*)")])
        dialog.fileSelected.connect(lambda path: self.path_given.emit(self._slot, path))
        dialog.open()

    def _save_letter(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Simpan contoh surat"))
        dialog.setObjectName(f"{self._prefix}.letter_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        name = self._label().replace("/", "-")
        dialog.selectFile(exports.place_of(self.tr("Contoh {name}.pdf").format(name=name)))
        dialog.fileSelected.connect(lambda path: self.letter_asked.emit(self._slot, path))
        dialog.open()

    def _paste(self) -> None:
        if not self.take_mime(QGuiApplication.clipboard().mimeData()):
            self.show_error(self.tr("Papan klip tidak berisi gambar atau berkas. Salin gambarnya dahulu."))

    def _photograph(self) -> None:
        state = self._camera.state()
        if state is not CameraState.READY:
            missing = self.tr(
                "Aplikasi ini dipasang tanpa dukungan kamera. Foto dengan ponsel, pindahkan berkasnya ke"
                " komputer ini, lalu seret ke kotaknya."
            )
            none = self.tr(
                "Tidak ada kamera yang terhubung. Sambungkan kamera lalu coba lagi, atau foto dengan ponsel"
                " dan seret berkasnya ke kotak ini."
            )
            denied = self.tr(
                "Sistem tidak mengizinkan aplikasi ini memakai kamera. Izinkan di pengaturan privasi sistem,"
                " atau foto dengan ponsel dan seret berkasnya ke kotak ini."
            )
            text = {CameraState.NO_MODULE: missing, CameraState.DENIED: denied}.get(state, none)
            tell(self, title=self.tr("Kamera tidak tersedia"), text=text)
            return
        guide = self.tr("Pegang di tempat terang, seluruh tepi terlihat, tanpa pantulan cahaya.")
        dialog = CameraDialog(self, self._camera, self._label(), guide)
        dialog.taken.connect(lambda image: self._give_image(_TAKEN, image))
        dialog.open()

    def _open_pages(self) -> None:
        preview = DocumentPreview(self._label(), self._runner)
        preview.setMinimumSize(theme.px(640), theme.px(480))
        dialog = FormDialog(self, title=self._label(), body=preview, confirm=self.tr("Tutup"), width=700)
        dialog.cancel_button.hide()
        dialog.confirmed.connect(dialog.accept)
        preview.show_document(self._content)
        dialog.open()


class _Offer(QWidget):
    """What a file would be made smaller to; nothing is replaced before a yes."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        self._words = label("", "warn", wrap=True)
        self._words.setObjectName(f"{prefix}.smaller")
        self.use = button(self.tr("Pakai yang diperkecil"))
        self.use.setObjectName(f"{prefix}.use_smaller")
        self.other = button(self.tr("Jangan pakai"), "quiet")
        self.other.setObjectName(f"{prefix}.refuse_smaller")
        layout.addWidget(self._words)
        layout.addWidget(row(self.use, self.other, None))

    def show_shrunk(self, shrunk: Shrunk) -> None:
        """Say from what to what."""
        said = self.tr(
            "Berkas ini {before}, paling besar {limit}. Dapat diperkecil: {before} → {after}. Pastikan"
            " tulisannya di pratinjau masih terbaca."
        )
        self._words.setText(
            said.format(
                before=fmt.file_size(shrunk.before),
                limit=fmt.file_size(shrunk.limit),
                after=fmt.file_size(shrunk.smaller.size),
            )
        )
        self.show()
