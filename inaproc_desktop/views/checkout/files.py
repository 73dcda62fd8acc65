"""Dokumen pendukung of a checkout: choose, name, see how far each file is, take out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.content import Attachment, AttachmentKind
from inaproc_desktop.ports.attachments import FileState, KeptFile
from inaproc_desktop.ports.checkout import CheckoutSheet
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.checkout.section import SectionCard
from inaproc_desktop.views.widgets import (
    Banner,
    CheckField,
    ComboField,
    Option,
    Pill,
    PillText,
    Tone,
    button,
    icon_button,
    label,
    row,
    rule,
)
from inaproc_desktop.views.widgets.attachments import attachment_kind
from inaproc_desktop.views.words import refusal_sentence

_FILTER = "*.pdf *.jpg *.jpeg *.png"


@dataclass(frozen=True)
class _Row:
    """The widgets of one file."""

    attachment: Attachment
    box: QWidget
    kind: ComboField
    internal: CheckField
    state: Pill
    reason: QLabel


class FilesCard(SectionCard):
    """Dokumen pendukung.

    Signals:
        chosen(str): the path of a file.
        removed(str), opened(str): the file with this hash.
        kind_chosen(str, str), internal_chosen(str, bool): what it is, and whether the satker keeps it.
    """

    chosen = Signal(str)
    removed = Signal(str)
    opened = Signal(str)
    kind_chosen = Signal(str, str)
    internal_chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("attachments", "", parent=parent)
        self.show_title(self.tr("Dokumen pendukung"))
        self._rows: dict[str, _Row] = {}
        self._files: Mapping[str, KeptFile] = {}
        self._hint = label("", "muted", wrap=True)
        self._problem = Banner(Tone.BAD)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(theme.GAP_12))
        self.choose = button(self.tr("Pilih berkas…"), "", "attach")
        self.choose.setObjectName("checkout.attach")
        self.choose.clicked.connect(self._ask_path)
        self._working = label("", "muted")
        self.body.addWidget(self._hint)
        self.body.addWidget(self._problem)
        self.body.addLayout(self._list)
        self.body.addWidget(row(self.choose, self._working, None))

    def show_limits(self, count: int, size: int) -> None:
        """Say what may be chosen."""
        text = self.tr(
            "Boleh kosong: KAK, spesifikasi, HPS, referensi harga. PDF, JPG, atau PNG, paling banyak {count}"
            " berkas, masing-masing sampai {size}."
        )
        self._hint.setText(text.format(count=count, size=fmt.file_size(size)))

    def show_form(self, sheet: CheckoutSheet) -> None:
        """Show the files of another form."""
        self._problem.show_text(Tone.BAD, "")
        self.show_sheet(sheet)

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show the files of the form."""
        wanted = {one.sha256: one for one in sheet.form.attachments}
        if list(wanted) != list(self._rows):
            self._rebuild(list(wanted.values()))
        for sha256, attachment in wanted.items():
            shown = self._rows[sha256]
            shown.kind.show_value(attachment.kind.value)
            shown.internal.show_value(attachment.internal)
        self.show_state(sheet)
        if not wanted and not any(one.section == self.section for one in sheet.verdict.problems):
            self.state.show_pill(PillText(self.tr("boleh kosong"), Tone.NEUTRAL))
        self._show_states()

    def show_files(self, files: Mapping[str, KeptFile]) -> None:
        """Show how far the files are."""
        self._files = files
        self._show_states()

    def show_working(self, working: bool) -> None:
        """Say that a file is being looked at."""
        self.choose.setEnabled(not working)
        self._working.setText(self.tr("Memeriksa dan menyimpan berkas…") if working else "")
        if working:
            self._problem.show_text(Tone.BAD, "")

    def show_problem(self, text: str) -> None:
        """Say why a file was not taken."""
        self._problem.show_text(Tone.BAD, text)

    # ---- inside

    def _rebuild(self, attachments: list[Attachment]) -> None:
        for shown in self._rows.values():
            shown.box.hide()
            shown.box.deleteLater()
        self._rows = {}
        for number, attachment in enumerate(attachments, start=1):
            made = self._row(number, attachment)
            self._rows[attachment.sha256] = made
            self._list.addWidget(made.box)

    def _row(self, number: int, attachment: Attachment) -> _Row:
        sha256 = attachment.sha256
        name = label(attachment.name, "strong", wrap=True, selectable=True)
        state, reason = Pill(), label("", "small", wrap=True)
        state.setObjectName(f"checkout.file_state.{number}")
        reason.hide()
        opening = icon_button(self.tr("Buka {name}").format(name=attachment.name), "eye")
        opening.setObjectName(f"checkout.file_open.{number}")
        opening.clicked.connect(lambda: self.opened.emit(sha256))
        removing = icon_button(self.tr("Hapus {name} dari daftar").format(name=attachment.name), "remove")
        removing.setObjectName(f"checkout.file_remove.{number}")
        removing.clicked.connect(lambda: self.removed.emit(sha256))
        kind = ComboField(self.tr("Jenis dokumen"))
        kind.setObjectName(f"checkout.file_kind.{number}")
        kind.show_options([Option(one.value, attachment_kind(one)) for one in AttachmentKind])
        kind.changed.connect(lambda value: self.kind_chosen.emit(sha256, str(value)))
        internal = CheckField(self.tr("Hanya untuk satker; tidak terlihat oleh penyedia"))
        internal.setObjectName(f"checkout.file_internal.{number}")
        internal.changed.connect(lambda value: self.internal_chosen.emit(sha256, bool(value)))
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(theme.GAP_8))
        head.addWidget(name, 1)
        head.addWidget(label(fmt.file_size(attachment.size), "muted"))
        for widget in (state, opening, removing):
            head.addWidget(widget)
        choices = QHBoxLayout()
        choices.setSpacing(theme.px(14))
        choices.addWidget(kind, 2)
        choices.addWidget(internal, 3, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(head)
        layout.addWidget(reason)
        layout.addLayout(choices)
        layout.addWidget(rule())
        return _Row(attachment=attachment, box=box, kind=kind, internal=internal, state=state, reason=reason)

    def _show_states(self) -> None:
        for sha256, shown in self._rows.items():
            kept = self._files.get(sha256)
            shown.state.show_pill(self._pill(kept))
            refused = kept is not None and kept.state is FileState.REFUSED
            why = refusal_sentence(Refusal(code=kept.reason, facts=kept.facts)) if kept and refused else ""
            shown.reason.setText(why)
            shown.reason.setVisible(refused)
        wrong = sum(
            one.state is FileState.REFUSED for sha256, one in self._files.items() if sha256 in self._rows
        )
        if wrong:
            self.state.show_pill(PillText(self.tr("ganti {count} berkas").format(count=wrong), Tone.BAD))

    def _pill(self, kept: KeptFile | None) -> PillText:
        if kept is None:
            return PillText(self.tr("dari perangkat lain"), Tone.NEUTRAL)
        match kept.state:
            case FileState.KEPT:
                return PillText(self.tr("tersimpan di komputer"), Tone.NEUTRAL)
            case FileState.UPLOADING:
                percent = kept.sent * 100 // max(kept.size, 1)
                return PillText(self.tr("mengunggah {percent} %").format(percent=percent), Tone.ACCENT)
            case FileState.CHECKING:
                return PillText(self.tr("diperiksa"), Tone.ACCENT)
            case FileState.ACCEPTED:
                return PillText(self.tr("diterima"), Tone.OK)
            case FileState.REFUSED:
                return PillText(self.tr("ditolak"), Tone.BAD)

    def _ask_path(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Pilih dokumen pendukung"))
        dialog.setObjectName("checkout.attach_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = self.tr("Dokumen pendukung ({kinds})").format(kinds=_FILTER)
        dialog.setNameFilters([known, self.tr("Semua berkas (*)")])
        dialog.fileSelected.connect(self.chosen)
        dialog.open()
