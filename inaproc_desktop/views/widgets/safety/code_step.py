"""Proving an address by a code: six boxes, how long it counts, a new one, another address, and help."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import CodeState
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.banner import Banner
from inaproc_desktop.views.widgets.code_input import CodeInput
from inaproc_desktop.views.widgets.fields.text import TextField
from inaproc_desktop.views.widgets.safety.countdown import Countdown, clock_text
from inaproc_desktop.views.widgets.values import Tone


class CodeStep(QWidget):
    """The code of one channel.

    Args:
        name: prefix of object names: ``identity.email`` gives ``identity.email.code``.
        channel: where the code goes.
        changeable: whether the address can be changed here.
        shows_target: whether to say where the code went; not where that would tell of an account.
        parent: the widget that owns it.

    Signals:
        code_given(str): six digits.
        resend_asked(): a new code.
        change_given(str): another address, as typed.
    """

    code_given = Signal(str)
    resend_asked = Signal()
    change_given = Signal(str)

    def __init__(
        self,
        name: str,
        channel: Channel,
        *,
        changeable: bool = True,
        shows_target: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._channel = channel
        self._shows_target = shows_target
        self._online = True
        self._state: CodeState | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        self._target = parts.label("", wrap=True)
        self._target.setObjectName(f"{name}.target")
        layout.addWidget(self._target)
        self._proven = Banner(Tone.OK, "")
        self._proven.setObjectName(f"{name}.proven")
        layout.addWidget(self._proven)
        self.code = CodeInput(self.tr("Kode 6 angka"))
        self.code.setObjectName(f"{name}.code")
        self.code.completed.connect(self.code_given)
        layout.addWidget(self.code)
        self._life = parts.label("", "muted", wrap=True)
        self._life.setObjectName(f"{name}.life")
        layout.addWidget(self._life)
        self.resend = parts.button(self.tr("Kirim ulang kode"), icon="sync")
        self.resend.setObjectName(f"{name}.resend")
        self.resend.clicked.connect(self.resend_asked)
        self.change = parts.button(
            self.tr("Ubah email") if channel is Channel.EMAIL else self.tr("Ubah nomor"), "quiet"
        )
        self.change.setObjectName(f"{name}.change")
        self.change.clicked.connect(self._on_change_asked)
        parts.show_or_hide(self.change, changeable)
        self._changeable = changeable
        self.help = parts.button(self.tr("Tidak menerima kode?"), "link")
        self.help.setObjectName(f"{name}.help")
        self.help.clicked.connect(self._on_help)
        layout.addWidget(parts.row(self.resend, self.change, self.help, None))
        self._changing: QFrame = self._build_change(name)
        layout.addWidget(self._changing)
        self._advice: QFrame = self._build_help(name)
        layout.addWidget(self._advice)
        self._expiry = Countdown(self, lambda _left: self._show_times())
        self._pause = Countdown(self, lambda _left: self._show_times())
        self._again = Countdown(self, lambda _left: self._show_times())
        self._changing.hide()
        self._advice.hide()
        self.setFocusProxy(self.code)

    def _build_change(self, name: str) -> QFrame:
        panel = QFrame()
        theme.set_role(panel, "panel")
        inside = QVBoxLayout(panel)
        inside.setSpacing(theme.px(theme.GAP_8))
        if self._channel is Channel.EMAIL:
            self.new_target = TextField(self.tr("Email baru"), required=True, max_length=254)
        else:
            self.new_target = TextField(
                self.tr("Nomor ponsel baru"),
                required=True,
                max_length=20,
                hint=self.tr("Diawali 08 atau +62."),
            )
        self.new_target.setObjectName(f"{name}.new_target")
        send = parts.button(self.tr("Kirim kode ke sini"))
        send.setObjectName(f"{name}.send_there")
        send.clicked.connect(self._on_change)
        cancel = parts.button(self.tr("Tidak jadi"), "quiet")
        cancel.setObjectName(f"{name}.keep_target")
        cancel.clicked.connect(lambda: self._show_change(False))
        inside.addWidget(
            parts.label(self.tr("Isian lain tetap seperti yang sudah Anda isi."), "muted", wrap=True)
        )
        inside.addWidget(self.new_target)
        inside.addWidget(parts.row(send, cancel, None))
        return panel

    def _build_help(self, name: str) -> QFrame:
        panel = QFrame()
        panel.setObjectName(f"{name}.advice")
        theme.set_role(panel, "panel")
        inside = QVBoxLayout(panel)
        inside.setSpacing(theme.px(theme.GAP_4))
        inside.addWidget(parts.label(self.tr("Yang dapat diperiksa"), "strong"))
        email = (
            self.tr("Periksa folder spam, promosi, dan karantina kantor."),
            self.tr("Pastikan alamat di atas benar; salah satu huruf saja membuat kode tidak sampai."),
            self.tr("Pastikan kotak surat tidak penuh, lalu tambahkan pengirim ke kontak."),
            self.tr("Tunggu satu sampai dua menit, lalu minta kode baru; kode lama tidak berlaku lagi."),
            self.tr("Kalau tetap tidak sampai, pakai alamat lain lewat Ubah email."),
        )
        sms = (
            self.tr("Pastikan ponsel menyala, ada sinyal, dan kotak SMS tidak penuh."),
            self.tr("Pastikan nomor di atas benar dan kartunya masih aktif."),
            self.tr("Matikan pemblokir SMS, dan pastikan SMS dari pengirim tanpa nomor tidak disaring."),
            self.tr("Tunggu satu sampai dua menit, lalu minta kode baru; kode lama tidak berlaku lagi."),
            self.tr("Kalau tetap tidak sampai, pakai nomor lain lewat Ubah nomor."),
        )
        lines = email if self._channel is Channel.EMAIL else sms
        for line in lines if self._changeable else lines[:-1]:
            inside.addWidget(parts.label(f"• {line}", wrap=True))
        return panel

    # ---- what the screen shows

    def show_state(self, state: CodeState | None) -> None:
        """Show where the code stands; ``None`` while nothing was sent."""
        self._state = state
        self._expiry.start(state.expires_seconds if state else 0)
        self._pause.start(state.paused_seconds if state else 0)
        self._again.start(state.resend_seconds if state else 0)
        self._show_times()

    def show_online(self, online: bool) -> None:
        """Grey what needs the link."""
        self._online = online
        self._show_times()

    def show_error(self, text: str) -> None:
        """Say why the code was not taken; the boxes are emptied for the next try."""
        if text:
            self.code.clear()
        self.code.show_error(text)

    def show_change_error(self, text: str) -> None:
        """Say why the new address was not taken."""
        self._show_change(True)
        self.new_target.show_error(text)

    def show_changed(self) -> None:
        """The new address was taken: a code is on its way to it."""
        self.new_target.show_value("")
        self._show_change(False)
        self.code.clear()

    # ---- inside

    def _show_times(self) -> None:
        state = self._state
        proven = bool(state and state.verified)
        paused, again, life = self._pause.left(), self._again.left(), self._expiry.left()
        target = state.target if state else ""
        if not state or not target:
            words = self.tr("Kode belum dikirim.")
        elif not state.sent and not proven:
            words = self.tr("Kode akan dikirim ke {target}.").format(target=target)
        elif self._channel is Channel.EMAIL:
            words = self.tr("Kode 6 angka dikirim ke email {target}.").format(target=target)
        else:
            words = self.tr("Kode 6 angka dikirim lewat SMS ke {target}.").format(target=target)
        self._target.setText("" if proven else words)
        self._target.setVisible(self._shows_target and not proven)
        done = self.tr("{target} sudah terverifikasi.").format(target=target)
        self._proven.show_text(Tone.OK, done if proven else "")
        self._life.setText(self._life_words(state, paused, life))
        self._life.setVisible(bool(self._life.text()) and not proven)
        self.resend.setText(
            self.tr("Kirim ulang kode ({wait})").format(wait=clock_text(again))
            if again
            else self._send_words(state)
        )
        usable = self._online and not proven and state is not None and not paused
        self.resend.setEnabled(usable and not again and bool(state and state.sends_left))
        self.change.setEnabled(self._online and state is not None)
        self.code.setEnabled(usable and bool(state and state.sent))
        for widget in (self.code, self.resend, self.help):
            widget.setVisible(not proven)
        self.change.setVisible(self._changeable and not proven)
        if proven:
            self._show_change(False)
            self._advice.hide()

    def _send_words(self, state: CodeState | None) -> str:
        return self.tr("Kirim ulang kode") if state is None or state.sent else self.tr("Kirim kode")

    def _life_words(self, state: CodeState | None, paused: int, life: int) -> str:
        if state is None:
            return ""
        if paused:
            return self.tr("Terlalu banyak kode salah. Dapat dicoba lagi dalam {wait}.").format(
                wait=clock_text(paused)
            )
        if state.sent and not life:
            return self.tr("Kode ini sudah tidak berlaku. Minta kode baru.")
        if not state.sends_left and state.sent:
            return self.tr(
                "Berlaku {wait} lagi · sisa percobaan {tries} · kode baru belum dapat diminta"
            ).format(wait=clock_text(life), tries=state.tries_left)
        if state.sent:
            return self.tr("Berlaku {wait} lagi · sisa percobaan {tries} · sisa pengiriman {sends}").format(
                wait=clock_text(life), tries=state.tries_left, sends=state.sends_left
            )
        return ""

    def _on_change_asked(self) -> None:
        self._show_change(self._changing.isHidden())

    def _on_help(self) -> None:
        self._show_help(self._advice.isHidden())

    def _show_change(self, shown: bool) -> None:
        parts.show_or_hide(self._changing, shown)
        self.new_target.show_error("")
        if shown:
            self._advice.hide()
            self.new_target.focus_editor()

    def _show_help(self, shown: bool) -> None:
        parts.show_or_hide(self._advice, shown)
        if shown:
            self._changing.hide()
            QTimer.singleShot(0, self._advice, lambda: _reveal(self._advice))

    def _on_change(self) -> None:
        self.change_given.emit(self.new_target.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in the new address send a code there instead of leading on."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.new_target.isAncestorOf(self.focusWidget() or self):
            self._on_change()
        else:
            super().keyPressEvent(event)


def _reveal(panel: QWidget) -> None:
    """Scroll to a panel that was opened, once the layout knows of it."""
    widget = panel.parentWidget()
    while widget is not None:
        if isinstance(widget, QScrollArea):
            widget.ensureWidgetVisible(panel)
        widget = widget.parentWidget()
