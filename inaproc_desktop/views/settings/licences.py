"""What the program is made of that belongs to others, with the licences that came with it."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QPlainTextEdit, QWidget

import resources
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import ComboField, FormDialog, Option, column

_TEXTS = {"font": ("fonts", "OFL.txt"), "regions": ("data", "ATTRIBUTION.md")}


class LicencesDialog(FormDialog):
    """Shows one licence at a time; what is shown can be copied."""

    def __init__(self, parent: QWidget) -> None:
        self.part = ComboField(self.tr("Bagian"))
        self.part.setObjectName("settings.licence_part")
        self.part.show_options(
            [
                Option("font", self.tr("Huruf Noto Sans"), "SIL Open Font License 1.1"),
                Option("regions", self.tr("Data wilayah"), "MIT"),
                Option("qt", f"Qt {qVersion()}, PySide6", "GNU LGPL 3"),
            ]
        )
        self.words = QPlainTextEdit()
        self.words.setObjectName("settings.licence_text")
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Naskah lisensi"))
        self.words.setMinimumHeight(theme.px(320))
        super().__init__(
            parent,
            title=self.tr("Lisensi"),
            body=column(self.part, self.words),
            confirm=self.tr("Tutup"),
            width=640,
        )
        self.setObjectName("settings.licences_dialog")
        self.cancel_button.hide()
        self.confirmed.connect(self.accept)
        self.part.changed.connect(lambda part: self._show(part))
        self.part.show_value("font")
        self._show("font")

    def _show(self, part: str) -> None:
        if part in _TEXTS:
            self.words.setPlainText(resources.path(*_TEXTS[part]).read_text(encoding="utf-8"))
            return
        self.words.setPlainText(
            self.tr(
                "Qt dan PySide6 dipakai menurut GNU Lesser General Public License versi 3 dan tidak diubah. "
                "Keduanya dipasang sebagai pustaka terpisah dan boleh diganti dengan versi lain yang cocok."
                "\n\n"
                "Naskah lisensi: https://www.gnu.org/licenses/lgpl-3.0.html\n"
                "Kode sumber: https://download.qt.io/official_releases/"
            )
        )
