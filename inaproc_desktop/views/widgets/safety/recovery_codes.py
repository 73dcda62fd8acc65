"""Ten recovery codes, shown once: to read, print or save."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import exports, parts
from inaproc_desktop.views.widgets.banner import Banner
from inaproc_desktop.views.widgets.fields.choice import CheckField
from inaproc_desktop.views.widgets.values import Tone

_COLUMNS = 2


class RecoveryCodesPanel(QWidget):
    """The codes, and a tick that they were put away.

    Args:
        name: prefix of object names.
        parent: the widget that owns it.

    Signals:
        put_away(bool): the tick.
    """

    put_away = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._codes: tuple[str, ...] = ()
        self._account = ""
        self._shown: list[QLabel] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(
            parts.label(
                self.tr(
                    "Pakai salah satu kode ini bila ponsel hilang atau rusak. Setiap kode berlaku satu kali. "
                    "Kode tidak ditampilkan lagi sesudah ini."
                ),
                wrap=True,
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(theme.GAP_24))
        self._grid.setVerticalSpacing(theme.px(theme.GAP_8))
        self._grid.setColumnStretch(_COLUMNS, 1)
        layout.addLayout(self._grid)
        self.print_button = parts.button(self.tr("Cetak…"), icon="print")
        self.print_button.setObjectName(f"{name}.print_codes")
        self.print_button.clicked.connect(self._on_print)
        self.save_button = parts.button(self.tr("Simpan sebagai berkas…"), icon="download")
        self.save_button.setObjectName(f"{name}.save_codes")
        self.save_button.clicked.connect(self._on_save)
        layout.addWidget(parts.row(self.print_button, self.save_button, None))
        self._said = Banner(Tone.OK, "")
        self._said.setObjectName(f"{name}.codes_said")
        layout.addWidget(self._said)
        self.tick = CheckField(self.tr("Kode pemulihan sudah saya simpan di tempat yang aman"), required=True)
        self.tick.setObjectName(f"{name}.codes_put_away")
        self.tick.changed.connect(lambda ticked: self.put_away.emit(bool(ticked)))
        layout.addWidget(self.tick)

    def show_codes(self, codes: Sequence[str], account: str) -> None:
        """Show codes; none takes them off the screen.

        Args:
            codes: as the backend made them.
            account: whose they are, for the printed page.
        """
        self._codes, self._account = tuple(codes), account
        while self._shown:
            old = self._shown.pop()
            old.clear()  # at once: it is let go only at the next turn
            old.deleteLater()
        for at, code in enumerate(codes):
            shown = parts.label(f"{at + 1:>2}.  {code}", "strong", selectable=True)
            shown.setObjectName(f"{self._name}.recovery_code")
            self._shown.append(shown)
            down = (len(codes) + _COLUMNS - 1) // _COLUMNS
            self._grid.addWidget(shown, at % down, at // down)
        self.tick.show_value(False)
        self._said.show_text(Tone.OK, "")

    def text(self) -> str:
        """Return what is printed and saved."""
        head = self.tr("INAPROC: kode pemulihan akun {account}").format(account=self._account)
        note = self.tr("Setiap kode berlaku satu kali. Simpan di tempat yang aman dan jangan dibagikan.")
        lines = [f"{at:>2}.  {code}" for at, code in enumerate(self._codes, start=1)]
        return "\n".join([head, note, "", *lines, ""])

    def save_to(self, path: str) -> None:
        """Write the codes to a file that only its owner can read."""
        place = Path(path)
        try:
            place.touch(mode=0o600)
            place.write_text(self.text(), encoding="utf-8")
        except OSError as error:
            failed = self.tr("Berkas tidak dapat ditulis: {why}. Pilih tempat lain.")
            self._said.show_text(Tone.BAD, failed.format(why=error.strerror or error))
            return
        self._said.show_text(Tone.OK, self.tr("Tersimpan di {place}.").format(place=path))

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Simpan kode pemulihan"))
        dialog.setObjectName(f"{self._name}.codes_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(exports.place_of("kode-pemulihan-inaproc.txt"))
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_print(self) -> None:
        # Late: the print support is a library of its own, and few print.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName(f"{self._name}.print_dialog")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: self._print(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()  # its own open() wants a slot by name

    def _print(self, printer: object) -> None:
        document = QTextDocument()
        document.setPlainText(self.text())
        document.print_(printer)  # type: ignore[arg-type]
        self._said.show_text(Tone.OK, self.tr("Dikirim ke pencetak."))
