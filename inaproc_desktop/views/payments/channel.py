"""Choosing the payment channel: every one with its limit, the closed ones with the reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from inaproc_core.orders.offline import DeedClass
from inaproc_desktop.ports.finishing import ChannelOption, PaymentFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.payments.words import channel_words
from inaproc_desktop.views.widgets import Card, button, column, label, row
from inaproc_desktop.views.widgets.choice import ChoiceDot
from inaproc_desktop.views.widgets.open_or_not import say_why
from inaproc_desktop.views.widgets.parts import clear
from inaproc_desktop.views.words import refusal_sentence
from inaproc_desktop.views.words.offline import reason_without_link


class ChannelCard(Card):
    """The channels of an order's method.

    Attributes:
        deed: its button, for the page to keep in sight.

    Signals:
        chosen(str): use this channel.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Pilih metode pembayaran"))
        self._group = QButtonGroup(self)
        self._codes: dict[ChoiceDot, str] = {}
        self._shown: object = None
        self._online = True
        self._busy = False
        self._list = column(gap=theme.GAP_12)
        self.why = label("", "warn", wrap=True)
        self.send = button(self.tr("Pilih Metode"), "primary", "check")
        self.send.setObjectName("payments.choose")
        self.add(self._list)
        self.deed = row(self.why, None, self.send)
        self._group.buttonToggled.connect(lambda *_what: self._show_open())
        self.send.clicked.connect(self._on_send)

    def show_file(self, file: PaymentFile) -> None:
        """Show the channels; a choice stays while they are the same."""
        shown = (file.order.id, file.channels)
        if shown == self._shown:
            return
        self._shown = shown
        layout = self._list.layout()
        for each in list(self._codes):
            self._group.removeButton(each)
        self._codes = {}
        clear(layout)  # type: ignore[arg-type]  # a column's layout is a box layout
        for option in file.channels:
            layout.addWidget(self._line(option))  # type: ignore[union-attr]  # as above
        self._show_open()

    def show_online(self, online: bool) -> None:
        """Close it without a link, and say why."""
        self._online = online
        self.why.setText(reason_without_link(DeedClass.MONEY, online=online))
        say_why(self.send, self.why.text())
        self._show_open()

    def show_busy(self, busy: bool) -> None:
        """Keep it from being sent twice."""
        self._busy = busy
        self._show_open()

    def _line(self, option: ChannelOption) -> QWidget:
        name, how = channel_words(option.code)
        choice = ChoiceDot(name)
        choice.setObjectName(f"payments.channel_{option.code.lower()}")
        choice.setEnabled(option.refusal is None)
        self._group.addButton(choice)
        self._codes[choice] = option.code
        limit = (
            self.tr("Untuk nilai di bawah {limit}.").format(limit=fmt.rupiah(option.below))
            if option.below is not None
            else self.tr("Tanpa batas nilai.")
        )
        detail = label(f"{how} {limit}", "small", wrap=True)
        detail.setContentsMargins(theme.px(28), 0, 0, 0)
        choice.setAccessibleDescription(detail.text())
        lines: list[QWidget] = [choice, detail]
        if option.refusal is not None:
            closed = label(refusal_sentence(option.refusal), "warn", wrap=True)
            closed.setContentsMargins(theme.px(28), 0, 0, 0)
            lines.append(closed)
        return column(*lines, gap=2)

    def _chosen(self) -> str:
        return next((code for choice, code in self._codes.items() if choice.isChecked()), "")

    def _show_open(self) -> None:
        self.send.setEnabled(bool(self._chosen()) and self._online and not self._busy)

    def _on_send(self) -> None:
        if self._chosen():
            self.chosen.emit(self._chosen())
