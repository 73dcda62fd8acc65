"""The card of a clash: two devices did what does not go together, and the person says what is to stand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.orders.merging import Side
from inaproc_desktop.ports.checkout import CheckoutSheet
from inaproc_desktop.ports.drafts import ClashKind, DraftClash
from inaproc_desktop.views.checkout.clash_words import clash_name, clash_value, device_words
from inaproc_desktop.views.widgets import Card, Pill, PillText, Tone, button, label, row
from inaproc_desktop.views.widgets.compare import CompareGrid, CompareRow, CompareWords
from inaproc_desktop.views.widgets.parts import show_or_hide


class ClashCard(Card):
    """Stands above the form while something must be decided.

    Signals:
        resolved(object): side by path of a clash.
        kept_as_new(): what stands here is to be a draft of its own.
        dropped(): what stands here is to go.
    """

    resolved = Signal(object)
    kept_as_new = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("checkout.clash")
        self._clash: DraftClash | None = None
        self.add_trailing(Pill(PillText(self.tr("perlu dipilih"), Tone.WARN)))
        self._text = label("", wrap=True)
        self.add(self._text)
        self._place = QWidget()
        self._inside = QVBoxLayout(self._place)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.add(self._place)
        self.grid: CompareGrid | None = None
        self.use = button(self.tr("Gunakan pilihan ini"), "primary")
        self.use.setObjectName("checkout.clash.use")
        self.renew = button(self.tr("Simpan sebagai draf baru"), "primary")
        self.renew.setObjectName("checkout.clash.renew")
        self.drop = button(self.tr("Buang perubahan saya"), "quiet")
        self.drop.setObjectName("checkout.clash.drop")
        self.add(row(self.use, self.renew, self.drop, None))
        self.use.clicked.connect(self._on_use)
        self.renew.clicked.connect(self.kept_as_new)
        self.drop.clicked.connect(self.dropped)
        self.hide()

    def show_clash(self, clash: DraftClash | None, sheet: CheckoutSheet) -> None:
        """Ask about a clash, or go."""
        self._clash = clash
        if clash is None:
            self.hide()
            return
        edited = clash.kind is ClashKind.EDITED
        self.show_title(self._heading(clash))
        self._text.setText(self._explained(clash))
        for one, shown in ((self.use, edited), (self.renew, not edited), (self.drop, not edited)):
            show_or_hide(one, shown)
        show_or_hide(self._place, edited)
        if edited:
            self._show_rows(clash, sheet)
        self.show()

    def _show_rows(self, clash: DraftClash, sheet: CheckoutSheet) -> None:
        if self.grid is None:
            self.grid = CompareGrid(
                self.tr("Isian yang berbeda"),
                CompareWords(
                    base=self.tr("Semula"),
                    mine=self.tr("Di perangkat ini"),
                    theirs=self.tr("Di perangkat lain"),
                    mine_changed=self.tr("diubah di sini"),
                    theirs_changed=self.tr("diubah di sana"),
                ),
            )
            self._inside.addWidget(self.grid)
            self.grid.show_merging(True)
        self.grid.show_rows(
            [
                CompareRow(
                    id=one.where,
                    name=clash_name(clash, one, sheet),
                    base=clash_value(one, one.base, sheet),
                    mine=clash_value(one, one.mine, sheet),
                    theirs=clash_value(one, one.theirs, sheet),
                    mine_differs=True,
                    theirs_differs=True,
                    separable=True,
                )
                for one in clash.places
            ]
        )

    def _heading(self, clash: DraftClash) -> str:
        match clash.kind:
            case ClashKind.EDITED:
                return self.tr("Diubah di dua perangkat")
            case ClashKind.DISCARDED:
                return self.tr("Dihapus di perangkat lain")
        return self.tr("Sudah diajukan dari perangkat lain")

    def _explained(self, clash: DraftClash) -> str:
        match clash.kind:
            case ClashKind.EDITED:
                text = self.tr(
                    "Isian berikut diubah di sini dan di {device} dengan cara berbeda. Pilih yang berlaku;"
                    " perubahan lain sudah cocok. Kedua versi tetap disimpan 30 hari."
                )
                return text.format(device=device_words(clash.device))
            case ClashKind.DISCARDED:
                return self.tr(
                    "Draf ini dihapus di perangkat lain, sedangkan di sini ada perubahan yang belum ikut."
                    " Simpan sebagai draf baru, atau buang."
                )
        text = self.tr(
            "Draf ini sudah menjadi pesanan {number}, tanpa perubahan terakhir di sini. Simpan perubahan"
            " sebagai draf baru hanya bila Anda memang perlu memesan lagi."
        )
        return text.format(number=clash.number)

    def _on_use(self) -> None:
        if self._clash is None or self.grid is None:
            return
        mine = set(self.grid.chosen_mine())
        self.resolved.emit(
            {one.where: Side.MINE if one.where in mine else Side.THEIRS for one in self._clash.places}
        )
