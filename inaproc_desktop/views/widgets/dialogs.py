"""Dialogs: questions, reasons, messages, failures and small forms. None of them blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.banner import Banner
from inaproc_desktop.views.widgets.fields.text import MultilineField
from inaproc_desktop.views.widgets.values import Tone

REASON_MINIMUM = 10
"""Letters that a reason needs: less explains nothing to the one who reads it later."""


class _Sheet(QDialog):
    """What all dialogs share: title as heading, body, buttons at the right, window-modal, self-deleting."""

    def __init__(self, parent: QWidget, title: str, width: int = 440) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(side) for side in (20, 16, 20, 16)))
        outer.setSpacing(theme.px(theme.GAP_12))
        outer.addWidget(parts.label(title, "title", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(theme.GAP_12))
        outer.addLayout(self.body)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(theme.GAP_8))
        self.buttons.addStretch(1)
        outer.addLayout(self.buttons)
        self.setMinimumWidth(theme.px(width))

    def showEvent(self, event: QShowEvent) -> None:
        """Take exactly the height that the words need at this width: Qt's first guess leaves gaps."""
        super().showEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        inside = self.layout()
        if inside is not None and inside.hasHeightForWidth():
            width = max(self.width(), self.minimumWidth())
            self.resize(width, inside.totalHeightForWidth(width))


class ConfirmDialog(_Sheet):
    """A question with one way forward and one way back; perhaps a reason.

    Signals:
        answered(bool, str): whether it was confirmed, and the reason. Exactly once.
    """

    answered = Signal(bool, str)

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        text: str,
        confirm: str,
        harmful: bool = False,
        asks_reason: bool = False,
        reason_label: str = "",
        minimum: int = REASON_MINIMUM,
    ) -> None:
        super().__init__(parent, title)
        self._minimum = minimum
        if text:
            self.body.addWidget(parts.label(text, wrap=True, selectable=True))
        self._reason: MultilineField | None = None
        if asks_reason:
            hint = self.tr("Paling sedikit {count} huruf; dibaca oleh pihak lain.").format(count=minimum)
            self._reason = MultilineField(
                reason_label or self.tr("Alasan"), hint=hint, required=True, max_length=1000
            )
            self.body.addWidget(self._reason)
        self.cancel_button = parts.button(self.tr("Tidak jadi"))
        self.confirm_button = parts.button(confirm, "harm" if harmful else "primary")
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.confirm_button)
        # Enter must not do harm by habit.
        (self.cancel_button if harmful and not asks_reason else self.confirm_button).setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.confirm_button.clicked.connect(self._on_confirm)
        self.finished.connect(self._on_finished)
        if self._reason is not None:
            self._reason.focus_editor()
        else:
            (self.cancel_button if harmful else self.confirm_button).setFocus()

    @property
    def reason_field(self) -> MultilineField | None:
        """The field of the reason, None when none is asked for."""
        return self._reason

    def _on_confirm(self) -> None:
        if self._reason is not None and len(self._reason.value()) < self._minimum:
            short = self.tr("Alasan masih terlalu pendek: paling sedikit {count} huruf.")
            self._reason.show_error(short.format(count=self._minimum))
            self._reason.focus_editor()
            return
        self.accept()

    def _on_finished(self, result: int) -> None:
        reason = self._reason.value() if self._reason is not None else ""
        self.answered.emit(result == QDialog.DialogCode.Accepted.value, reason)


def confirm(
    parent: QWidget,
    *,
    title: str,
    text: str,
    confirm: str,
    harmful: bool = False,
    on_yes: Callable[[], None],
) -> ConfirmDialog:
    """Ask before going on; opens at once and returns at once.

    Args:
        parent: any widget of the window.
        title: the question.
        text: what follows from a yes.
        confirm: the word on the button: the verb, never ``OK``.
        harmful: whether it destroys something.
        on_yes: called when confirmed.
    """
    dialog = ConfirmDialog(parent, title=title, text=text, confirm=confirm, harmful=harmful)
    dialog.answered.connect(lambda agreed, _reason: on_yes() if agreed else None)
    dialog.open()
    return dialog


def ask_reason(
    parent: QWidget,
    *,
    title: str,
    text: str,
    confirm: str,
    label: str = "",
    harmful: bool = False,
    minimum: int = REASON_MINIMUM,
    on_reason: Callable[[str], None],
) -> ConfirmDialog:
    """Ask for a written reason; opens at once and returns at once.

    Args:
        parent: any widget of the window.
        title: what is about to be done.
        text: what follows from it.
        confirm: the verb on the button.
        label: label of the reason; ``Alasan`` when empty.
        harmful: whether it destroys something.
        minimum: letters that the reason needs.
        on_reason: gets the reason when confirmed.
    """
    dialog = ConfirmDialog(
        parent,
        title=title,
        text=text,
        confirm=confirm,
        harmful=harmful,
        asks_reason=True,
        reason_label=label,
        minimum=minimum,
    )
    dialog.answered.connect(lambda agreed, reason: on_reason(reason) if agreed else None)
    dialog.open()
    return dialog


class MessageDialog(_Sheet):
    """Something to read, with one button."""

    def __init__(self, parent: QWidget, *, title: str, text: str, close: str = "") -> None:
        super().__init__(parent, title)
        self.body.addWidget(parts.label(text, wrap=True, selectable=True))
        self.close_button = parts.button(close or self.tr("Tutup"), "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.buttons.addWidget(self.close_button)
        self.close_button.setFocus()


def tell(parent: QWidget, *, title: str, text: str) -> MessageDialog:
    """Show something to read; opens at once and returns at once."""
    dialog = MessageDialog(parent, title=title, text=text)
    dialog.open()
    return dialog


class FailureDialog(_Sheet):
    """What happened, what was kept, what to do; the technical side folded, with a button that copies it."""

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        happened: str,
        kept: str = "",
        next_step: str = "",
        detail: str = "",
    ) -> None:
        super().__init__(parent, title, width=480)
        self.body.addWidget(parts.label(happened, wrap=True, selectable=True))
        for heading, text in (
            (self.tr("Yang tersimpan"), kept),
            (self.tr("Yang dapat dilakukan"), next_step),
        ):
            if text:
                self.body.addWidget(
                    parts.column(parts.label(heading, "strong"), parts.label(text, wrap=True), gap=2)
                )
        self._report = "\n".join(part for part in (title, happened, detail) if part)
        self._detail = QPlainTextEdit(detail)
        self._detail.setReadOnly(True)
        self._detail.setTabChangesFocus(True)
        self._detail.setAccessibleName(self.tr("Keterangan teknis"))
        self._detail.setFixedHeight(theme.px(140))
        self._detail.hide()
        self.fold_button = parts.button(self.tr("Keterangan teknis"), "link", "chevron_right")
        self.fold_button.setCheckable(True)
        self.fold_button.toggled.connect(self._on_fold)
        parts.show_or_hide(self.fold_button, bool(detail))
        self.body.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._detail)
        self.copy_button = parts.button(self.tr("Salin laporan"), "", "copy")
        self.copy_button.clicked.connect(self._on_copy)
        parts.show_or_hide(self.copy_button, bool(detail))
        self.close_button = parts.button(self.tr("Tutup"), "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.buttons.insertWidget(0, self.copy_button)
        self.buttons.addWidget(self.close_button)
        self.close_button.setFocus()

    def _on_fold(self, opened: bool) -> None:
        theme.set_icon(self.fold_button, "chevron_down" if opened else "chevron_right", "accent")
        self._detail.setVisible(opened)
        self._fit_height()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_button.setText(self.tr("Tersalin"))


def show_failure(
    parent: QWidget, *, title: str, happened: str, kept: str = "", next_step: str = "", detail: str = ""
) -> FailureDialog:
    """Show what went wrong; opens at once and returns at once.

    Args:
        parent: any widget of the window.
        title: what did not work.
        happened: what happened, in a sentence.
        kept: what of the person's work is safe.
        next_step: what to do now.
        detail: technical text, folded; never a secret.
    """
    dialog = FailureDialog(
        parent, title=title, happened=happened, kept=kept, next_step=next_step, detail=detail
    )
    dialog.open()
    return dialog


class FormDialog(_Sheet):
    """A small form. It stays open until the screen accepts it, so that a refusal loses nothing.

    Signals:
        confirmed(): the button was pressed; the screen checks, then calls ``accept`` or ``show_error``.
    """

    confirmed = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        body: QWidget,
        confirm: str,
        harmful: bool = False,
        width: int = 480,
    ) -> None:
        super().__init__(parent, title, width=width)
        self._banner = Banner(Tone.BAD, "")
        self.body.addWidget(self._banner)
        self.body.addWidget(body)
        self.cancel_button = parts.button(self.tr("Tidak jadi"))
        self.confirm_button = parts.button(confirm, "harm" if harmful else "primary")
        self.confirm_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.confirm_button.clicked.connect(self.confirmed)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.confirm_button)

    def show_error(self, text: str) -> None:
        """Say why it was refused; empty clears."""
        self._banner.show_text(Tone.BAD, text)

    def show_busy(self, busy: bool) -> None:
        """Keep the form from being sent twice while it is on its way."""
        self.confirm_button.setEnabled(not busy)
