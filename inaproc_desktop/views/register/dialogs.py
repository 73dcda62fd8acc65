"""The dialogs of the register: ending an access, reading a recap."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from inaproc_desktop.ports.desk import RegisterRow
from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.views import theme
from inaproc_desktop.views.register.words import ending_reasons
from inaproc_desktop.views.widgets import (
    ComboField,
    DocumentPreview,
    FormDialog,
    MultilineField,
    column,
    label,
)
from inaproc_desktop.views.words import failure_words


class EndingDialog(FormDialog):
    """Why an access ends.

    Signals:
        asked(object, str, str): the row, code of the reason, note.
    """

    asked = Signal(object, str, str)

    def __init__(self, parent: QWidget, row: RegisterRow, what: str) -> None:
        text = QCoreApplication.translate(
            "EndingDialog",
            "{name}, {what}. Akses ini berhenti saat itu juga; yang sudah dikerjakan tetap tercatat. "
            "Pemilik akses membaca alasan dan catatan Anda.",
        )
        reason = ComboField(QCoreApplication.translate("EndingDialog", "Alasan"), required=True)
        reason.setObjectName("register.end.reason")
        reason.show_options(ending_reasons())
        note = MultilineField(
            QCoreApplication.translate("EndingDialog", "Catatan untuk pemilik akses"),
            hint=QCoreApplication.translate("EndingDialog", "Jelaskan dalam satu kalimat."),
            required=True,
            max_length=500,
        )
        note.setObjectName("register.end.note")
        words = label(text.format(name=row.name, what=what), wrap=True)
        super().__init__(
            parent,
            title=QCoreApplication.translate("EndingDialog", "Nonaktifkan akses?"),
            body=column(words, reason, note, gap=theme.GAP_12),
            confirm=QCoreApplication.translate("EndingDialog", "Nonaktifkan"),
            harmful=True,
        )
        self.row = row
        self.reason, self.note = reason, note
        self.confirm_button.setObjectName("register.end.confirm")
        self.confirmed.connect(self._on_confirmed)

    def show_failure(self, error: Exception) -> None:
        """Say why it did not end; what was entered stays."""
        self.show_busy(False)
        said = failure_words(error)
        if said is not None:
            self.show_error(said.happened)

    def _on_confirmed(self) -> None:
        if not self.reason.value():
            self.reason.show_error(self.tr("Pilih alasannya."))
            self.reason.focus_editor()
            return
        self.show_error("")
        self.show_busy(True)
        self.asked.emit(self.row, self.reason.value() or "", self.note.value())


class RecapDialog(FormDialog):
    """A recap as it will be, with a way to save it."""

    def __init__(self, parent: QWidget, runner: Runner, month: str, pdf: bytes) -> None:
        preview = DocumentPreview(QCoreApplication.translate("RecapDialog", "Rekap bulanan"), runner)
        preview.setObjectName("register.recap.preview")
        preview.setMinimumHeight(theme.px(_PREVIEW_HEIGHT))
        title = QCoreApplication.translate("RecapDialog", "Rekap {month}").format(month=month)
        super().__init__(
            parent,
            title=title,
            body=preview,
            confirm=QCoreApplication.translate("RecapDialog", "Simpan PDF…"),
            width=_PREVIEW_WIDTH,
        )
        self.preview = preview
        self.cancel_button.setText(self.tr("Tutup"))
        self.confirm_button.setObjectName("register.recap.save")
        preview.show_document(pdf)


_PREVIEW_HEIGHT, _PREVIEW_WIDTH = 440, 720
