"""Proving presence again before a signature, a payment or a decision.

Where the second factor is on, a code of the authenticator or a recovery code counts, else the password; which
of the two is asked for is not the reader's choice, because the backend takes no other.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.code_input import CodeInput
from inaproc_desktop.views.widgets.fields.field import Field
from inaproc_desktop.views.widgets.fields.text import TextField

_DIGITS = 6
_MOST = 64


def _nobody() -> bool:
    return False


_second_factor: Callable[[], bool] = _nobody


def use_second_factor(is_on: Callable[[], bool] = _nobody) -> None:
    """Choose who knows whether the second factor of the signed-in person is on.

    Args:
        is_on: asked whenever a proof comes on screen, and again when one was refused.
    """
    global _second_factor
    _second_factor = is_on


class _Kind(Enum):
    PASSWORD = auto()
    APP = auto()
    RECOVERY = auto()


class StepUp(QWidget):
    """The password; or a code of the authenticator, with a link to a recovery code instead.

    Args:
        name: prefix of the object names of its parts: ``signing`` gives ``signing.password``.
        parent: the widget that owns it.

    Signals:
        changed(): something was typed, or something else is asked for.
        kind_changed(): something else is asked for, which may need another height.
    """

    changed = Signal()
    kind_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_4))
        self.password = TextField(self.tr("Kata sandi akun"), required=True, secret=True)
        self.password.setObjectName(f"{name}.password")
        self.code = CodeInput(self.tr("Kode autentikator (6 angka)"))
        self.code.setObjectName(f"{name}.code")
        self.recovery = TextField(
            self.tr("Kode pemulihan"),
            required=True,
            max_length=_MOST,
            hint=self.tr("Salah satu dari kode yang Anda simpan; berlaku satu kali."),
        )
        self.recovery.setObjectName(f"{name}.recovery_code")
        self.change = parts.button("", "link")
        self.change.setObjectName(f"{name}.change_proof")
        for each in (self.password, self.code, self.recovery, parts.row(self.change, None)):
            layout.addWidget(each)
        self.change.clicked.connect(self._on_change)
        for field in (self.password, self.code, self.recovery):
            field.changed.connect(lambda _value: self.changed.emit())
        self._kind = _Kind.APP if _second_factor() else _Kind.PASSWORD
        self._show_kind()

    def proof(self) -> tuple[str, str]:
        """Return code and password; the one that is not asked for is empty."""
        if self._kind is _Kind.PASSWORD:
            return "", self.password.value()
        return (self.code.value() if self._kind is _Kind.APP else self.recovery.value()), ""

    def is_complete(self) -> bool:
        """Return whether there is something to send."""
        code, password = self.proof()
        return len(code) == _DIGITS if self._kind is _Kind.APP else bool(code or password)

    def forget(self) -> None:
        """Empty everything; a proof is used once."""
        for field in (self.password, self.code, self.recovery):
            field.show_value("")
            field.show_error("")

    def show_error(self, text: str) -> None:
        """Say why the proof was not taken, at what is asked for by now."""
        self._follow()
        self._field().show_error(text)

    def show_missing(self) -> None:
        """Say what is to be filled in."""
        words = {
            _Kind.PASSWORD: self.tr("Isi kata sandi akun Anda."),
            _Kind.APP: self.tr("Isi enam angka dari aplikasi autentikator Anda."),
            _Kind.RECOVERY: self.tr("Isi salah satu kode pemulihan Anda."),
        }
        self._field().show_error(words[self._kind])
        self.focus_editor()

    def focus_editor(self) -> None:
        """Put the cursor into the field that is asked for."""
        self._field().focus_editor()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what counts by now: the second factor may have been turned on since."""
        self._follow()
        super().showEvent(event)

    def _field(self) -> Field:
        fields: dict[_Kind, Field] = {
            _Kind.PASSWORD: self.password,
            _Kind.APP: self.code,
            _Kind.RECOVERY: self.recovery,
        }
        return fields[self._kind]

    def _follow(self) -> None:
        if _second_factor() is (self._kind is _Kind.PASSWORD):
            self._ask_for(_Kind.APP if self._kind is _Kind.PASSWORD else _Kind.PASSWORD)

    def _on_change(self) -> None:
        self._ask_for(_Kind.RECOVERY if self._kind is _Kind.APP else _Kind.APP)
        self.focus_editor()

    def _ask_for(self, kind: _Kind) -> None:
        self._kind = kind
        self.forget()
        self._show_kind()
        self.changed.emit()
        self.kind_changed.emit()

    def _show_kind(self) -> None:
        kind = self._kind
        parts.show_or_hide(self.password, kind is _Kind.PASSWORD)
        parts.show_or_hide(self.code, kind is _Kind.APP)
        parts.show_or_hide(self.recovery, kind is _Kind.RECOVERY)
        parts.show_or_hide(self.change, kind is not _Kind.PASSWORD)
        self.change.setText(
            self.tr("Pakai kode pemulihan") if kind is _Kind.APP else self.tr("Pakai kode autentikator")
        )
