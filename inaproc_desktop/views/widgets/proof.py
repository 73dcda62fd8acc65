"""The dialog that asks for password or code before a deed that the backend wants proven."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inaproc_desktop.views.widgets.dialogs import FormDialog
from inaproc_desktop.views.widgets.parts import column, label
from inaproc_desktop.views.widgets.step_up import StepUp


class ProofDialog(FormDialog):
    """Asks once; stays open until the proof was taken.

    Args:
        parent: any widget of the window.
        name: prefix of the object names: ``verification`` gives ``verification.proof.password``.

    Signals:
        given(str, str): code and password; one of them is empty.
        dropped(): the person does not want to.
    """

    given = Signal(str, str)
    dropped = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        proof = StepUp(f"{name}.proof")
        why = QCoreApplication.translate(
            "ProofDialog",
            "Keputusan ini perlu konfirmasi baru. Sesudahnya berlaku beberapa menit tanpa ditanya lagi.",
        )
        super().__init__(
            parent,
            title=QCoreApplication.translate("ProofDialog", "Pastikan ini Anda"),
            body=column(label(why, wrap=True), proof, gap=12),
            confirm=QCoreApplication.translate("ProofDialog", "Lanjutkan"),
            width=420,
        )
        self._step_up = proof
        self.setObjectName(f"{name}.proof")
        self.confirm_button.setObjectName(f"{name}.proof.confirm")
        self.cancel_button.setObjectName(f"{name}.proof.cancel")
        self.confirmed.connect(self._on_confirmed)
        self.rejected.connect(self.dropped)
        self._step_up.changed.connect(lambda: self.show_error(""))
        self._step_up.kind_changed.connect(self._fit_soon)
        self._step_up.focus_editor()

    def show_refused(self, text: str) -> None:
        """Say why the proof was not taken; it is asked for again."""
        self.show_busy(False)
        self._step_up.forget()
        self._step_up.show_error(text)
        self._step_up.focus_editor()
        self._fit_soon()

    def _on_confirmed(self) -> None:
        if not self._step_up.is_complete():
            self._step_up.show_missing()
            self._fit_soon()
            return
        self.show_busy(True)
        code, password = self._step_up.proof()
        self.given.emit(code, password)

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit_height)
