"""Proving presence again before a signature or a payment: a code from the phone, or the password."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.code_input import CodeInput
from inaproc_desktop.views.widgets.fields.text import TextField

_DIGITS = 6


class StepUp(QWidget):
    """Password or one-time code, one at a time, with a link that changes over.

    Args:
        name: prefix of the object names of its parts: ``signing`` gives ``signing.password``.
        parent: the widget that owns it.

    Signals:
        changed(): something was typed.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_code = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_4))
        self.password = TextField(self.tr("Kata sandi akun"), required=True, secret=True)
        self.password.setObjectName(f"{name}.password")
        self.code = CodeInput(self.tr("Kode autentikator (6 angka)"))
        self.code.setObjectName(f"{name}.code")
        self.change = parts.button("", "link")
        self.change.setObjectName(f"{name}.change_proof")
        layout.addWidget(self.password)
        layout.addWidget(self.code)
        layout.addWidget(parts.row(self.change, None))
        self.change.clicked.connect(self._on_change)
        self.password.changed.connect(lambda _value: self.changed.emit())
        self.code.changed.connect(lambda _value: self.changed.emit())
        self._show_kind()

    def proof(self) -> tuple[str, str]:
        """Return code and password; the one that is not asked for is empty."""
        return (self.code.value(), "") if self._by_code else ("", self.password.value())

    def is_complete(self) -> bool:
        """Return whether there is something to send."""
        code, password = self.proof()
        return len(code) == _DIGITS or bool(password)

    def forget(self) -> None:
        """Empty both; a proof is used once."""
        self.password.show_value("")
        self.password.show_error("")
        self.code.show_value("")
        self.code.show_error("")

    def show_error(self, text: str) -> None:
        """Say why the proof was not taken."""
        (self.code if self._by_code else self.password).show_error(text)

    def focus_editor(self) -> None:
        """Put the cursor into the field that is asked for."""
        (self.code if self._by_code else self.password).focus_editor()

    def _on_change(self) -> None:
        self._by_code = not self._by_code
        self.forget()
        self._show_kind()
        self.focus_editor()
        self.changed.emit()

    def _show_kind(self) -> None:
        parts.show_or_hide(self.password, not self._by_code)
        parts.show_or_hide(self.code, self._by_code)
        self.change.setText(
            self.tr("Gunakan kata sandi") if self._by_code else self.tr("Gunakan kode autentikator")
        )
