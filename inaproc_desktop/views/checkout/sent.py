"""What stands on the page after Ajukan Negosiasi: sent, and not an order before the backend's number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_desktop.ports.checkout import Submission
from inaproc_desktop.ports.data import DeedState
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import Card, Pill, PillText, Tone, button, label, row


class SentPanel(QWidget):
    """A card in the middle.

    Signals:
        outbox_asked(): see Kotak Keluar.
        catalogue_asked(): go on buying.
    """

    outbox_asked = Signal()
    catalogue_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        card = Card()
        card.setObjectName("checkout.sent")
        card.setFixedWidth(theme.px(560))
        self._title = label("", "title", wrap=True)
        self._state = Pill()
        self._text = label("", "muted", wrap=True)
        outbox = button(self.tr("Lihat Kotak Keluar"))
        outbox.setObjectName("checkout.sent.outbox")
        outbox.clicked.connect(self.outbox_asked)
        more = button(self.tr("Lanjut belanja"))
        more.setObjectName("checkout.sent.catalogue")
        more.clicked.connect(self.catalogue_asked)
        for part in (self._title, row(self._state, None), self._text, row(outbox, more, None)):
            card.add(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)

    def show_submission(self, submission: Submission, online: bool) -> None:
        """Say where it stands."""
        self._title.setText(self.tr("Pengajuan negosiasi tersimpan"))
        waits = PillText(self.tr("Terkirim, belum dipesan"), Tone.WARN)
        text = self.tr(
            "Menunggu nomor pesanan dari peladen. Halaman negosiasi terbuka sendiri begitu nomor diterima;"
            " bila ditolak, isian Anda kembali ke sini beserta alasannya."
        )
        deed = submission.deed
        may_have_arrived = deed is not None and (deed.uncertain or deed.state is not DeedState.WAITING)
        if not online and may_have_arrived:
            text = self.tr(
                "Sambungan terputus sebelum nomor pesanan diterima. Pengajuan tersimpan di perangkat ini dan"
                " hasilnya ditanyakan lagi begitu tersambung; tidak akan dipesan dua kali."
            )
        elif not online:
            waits = PillText(self.tr("Belum terkirim"), Tone.WARN)
            text = self.tr(
                "Anda sedang luring. Pengajuan tersimpan di perangkat ini dan dikirim begitu tersambung;"
                " belum menjadi pesanan sebelum nomor dari peladen diterima."
            )
        self._state.show_pill(waits)
        self._text.setText(text)
        self.setAccessibleName(f"{self._title.text()}. {waits.text}. {text}")
