"""Kotak surat latihan: mails and SMS that training mode would have sent, with their codes in large type."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.registration.vocabulary import Channel
from inaproc_desktop.ports.desk import MailboxMessage
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import (
    Banner,
    Card,
    EmptyState,
    EmptyText,
    Pill,
    PillText,
    Tone,
    VerticalScroll,
    button,
    column,
    label,
    parts,
    row,
)
from inaproc_desktop.views.widgets.layers import Layers
from inaproc_desktop.views.words import failure_words

_SIZE = (440, 560)


class MessageCard(Card):
    """One mail or SMS."""

    def __init__(self, message: MailboxMessage, code: str) -> None:
        super().__init__()
        self.message = message
        sms = message.channel == Channel.SMS
        pill = Pill(PillText(self.tr("SMS") if sms else self.tr("Email"), Tone.NEUTRAL))
        when = label(fmt.time(message.at), "small")
        to = label(self.tr("Kepada {to}").format(to=message.to), "small", wrap=True, selectable=True)
        self.add(row(pill, None, when))
        if message.subject:
            self.add(label(message.subject, "strong", wrap=True))
        self.add(to)
        if code:
            line = QHBoxLayout()
            digits = label(code, "total", selectable=True)
            digits.setObjectName(f"tray.code.{message.id}")
            digits.setAccessibleName(self.tr("Kode {code}").format(code=" ".join(code)))
            self.copy = button(self.tr("Salin kode"), "", "copy")
            self.copy.setObjectName(f"tray.copy.{message.id}")
            self.copy.clicked.connect(lambda: self._copy(code))
            line.addWidget(digits)
            line.addStretch(1)
            line.addWidget(self.copy)
            self.body.addLayout(line)
        self.add(label(message.text, wrap=True, selectable=True))

    def _copy(self, code: str) -> None:
        QGuiApplication.clipboard().setText(code)
        self.copy.setText(self.tr("Tersalin"))


class TrayWindow(QWidget):
    """The mailbox in a window of its own, beside the program; it blocks nothing.

    Args:
        parent: the window it belongs to.
        code_in: finds the code in a message.

    Signals:
        closed(): the window goes.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, code_in: Callable[[str], str]) -> None:
        super().__init__(parent.window(), Qt.WindowType.Tool)
        self.setObjectName("tray")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Kotak surat latihan — SIMULASI"))
        self.setAccessibleName(self.tr("Kotak surat latihan"))
        self._code_in = code_in
        self._cards: dict[str, MessageCard] = {}
        note = self.tr("SIMULASI: email dan SMS ini tidak dikirim ke siapa pun, hanya ada di mode latihan.")
        self.note = Banner(Tone.WARN, note)
        self.note.setObjectName("tray.simulation")
        self.trouble = Banner(Tone.BAD, "")
        self.trouble.setObjectName("tray.trouble")
        self._area = VerticalScroll()
        self._area.setObjectName("tray.messages")
        self._area.content.addStretch(1)
        empty = EmptyState(
            EmptyText(
                self.tr("Belum ada surat"),
                self.tr("Kode dan pemberitahuan muncul di sini beberapa saat setelah dikirim."),
            ),
            "bell",
        )
        self._layers = Layers()
        self._layers.addWidget(empty)
        self._layers.addWidget(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (14, 12, 14, 12)))
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(column(self.note, self.trouble, gap=theme.GAP_8))
        layout.addWidget(self._layers, 1)
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    # ---- showing

    def show_messages(self, messages: Sequence[MailboxMessage]) -> None:
        """Show these, newest first; cards that stand already stay, so that marked text stays marked."""
        wanted = {message.id: message for message in messages}
        for gone in [old for old in self._cards if old not in wanted]:
            card = self._cards.pop(gone)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        for at, (message_id, message) in enumerate(wanted.items()):
            if message_id not in self._cards:
                made = MessageCard(message, self._code_in(message.text))
                made.setObjectName(f"tray.message.{message_id}")
                self._cards[message_id] = made
                self._area.content.insertWidget(at, made)
        self._cards = {message_id: self._cards[message_id] for message_id in wanted}
        self._layers.setCurrentIndex(1 if wanted else 0)

    def show_failure(self, error: Exception | None) -> None:
        """Say that the mailbox cannot be read now; what was read stays."""
        said = failure_words(error) if error is not None else None
        self.trouble.show_text(Tone.BAD, said.happened if said is not None else "")
        parts.show_or_hide(self.trouble, said is not None)

    def messages(self) -> list[MailboxMessage]:
        """Return what is shown."""
        return [card.message for card in self._cards.values()]

    # ---- coming and going

    def show_beside(self) -> None:
        """Come into sight at the right edge of the window it belongs to."""
        around = self.parentWidget()
        if around is not None and not self.isVisible():
            place = around.geometry()
            room = self.screen().availableGeometry()
            left = min(place.right() - self.width() - theme.px(24), room.right() - self.width())
            top = max(place.top() + theme.px(72), room.top())
            self.move(max(left, room.left()), top)
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it goes."""
        self.closed.emit()
        super().closeEvent(event)
