"""Pengaturan: language, colours, sizes, where files go, what is stored here, what this program is."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import Link, WorldFailed
from inaproc_desktop.ports.preferences import (
    SCALES,
    DeviceContent,
    Language,
    OfflineCatalogue,
    Preferences,
    StoredKind,
    ThemeChoice,
)
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.settings.licences import LicencesDialog
from inaproc_desktop.views.widgets import (
    Card,
    Columns,
    ComboField,
    Option,
    Page,
    SummaryRow,
    SummaryRows,
    TextField,
    button,
    column,
    exports,
    label,
    row,
    show_failure,
)
from inaproc_desktop.views.words import refusal_sentence, world_sentence


class SettingsPage(Page):
    """The page.

    Signals:
        language_chosen(object): another ``Language``.
        theme_chosen(object): another ``ThemeChoice``.
        scale_chosen(int): another size, in percent.
        folder_chosen(str): another folder for files; empty for the system's.
        renewal_asked(): fetch a newer catalogue.
    """

    language_chosen = Signal(object)
    theme_chosen = Signal(object)
    scale_chosen = Signal(int)
    folder_chosen = Signal(str)
    renewal_asked = Signal()

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("settings")
        self.show_title(self.tr("Pengaturan"))
        self._data_folder = ""
        main = column(self._looks(), self._files(), self._catalogue(), None, gap=12)
        side = column(self._device(), self._about(version), gap=12)
        self.body.addWidget(Columns(main, side, scrolls=True), 1)

    # ---- the cards

    def _looks(self) -> Card:
        card = Card(self.tr("Tampilan"))
        self.language = ComboField(self.tr("Bahasa"))
        self.language.setObjectName("settings.language")
        # A language is called by its own name, so that its speakers find it.
        self.language.show_options(
            [Option(Language.INDONESIAN, "Bahasa Indonesia"), Option(Language.ENGLISH, "English")]
        )
        self.language.changed.connect(lambda code: self.language_chosen.emit(Language(code)))
        self.theme = ComboField(self.tr("Tema"))
        self.theme.setObjectName("settings.theme")
        self.theme.show_options(
            [
                Option(ThemeChoice.SYSTEM, self.tr("Ikuti sistem")),
                Option(ThemeChoice.LIGHT, self.tr("Terang")),
                Option(ThemeChoice.DARK, self.tr("Gelap")),
            ]
        )
        self.theme.changed.connect(lambda mode: self.theme_chosen.emit(ThemeChoice(mode)))
        self.scale = ComboField(
            self.tr("Ukuran huruf"), hint=self.tr("Tombol, jarak, dan huruf membesar bersama.")
        )
        self.scale.setObjectName("settings.scale")
        self.scale.show_options(
            [Option(str(percent), fmt.percent(basis_points=percent * 100, decimals=0)) for percent in SCALES]
        )
        self.scale.changed.connect(lambda percent: self.scale_chosen.emit(int(percent)))
        card.add(row(self.language, self.theme, gap=12))
        card.add(self.scale)
        return card

    def _files(self) -> Card:
        card = Card(self.tr("Ekspor"))
        self.folder = TextField(
            self.tr("Folder ekspor"),
            hint=self.tr("Daftar dan dokumen disimpan ke sini, kecuali Anda memilih tempat lain."),
        )
        self.folder.setObjectName("settings.export_folder")
        self.folder.set_locked(True)
        self.choose = button(self.tr("Pilih folder…"))
        self.choose.setObjectName("settings.export_choose")
        self.choose.clicked.connect(self._ask_folder)
        self.usual = button(self.tr("Kembali ke folder dokumen"), "quiet")
        self.usual.setObjectName("settings.export_usual")
        self.usual.clicked.connect(lambda: self.folder_chosen.emit(""))
        card.add(self.folder)
        card.add(row(self.choose, self.usual, None))
        return card

    def _catalogue(self) -> Card:
        card = Card(self.tr("Katalog luring"))
        self.held = SummaryRows()
        self.held.setObjectName("settings.catalogue")
        self.renew = button(self.tr("Perbarui"), icon="sync")
        self.renew.setObjectName("settings.catalogue_renew")
        self.renew.clicked.connect(self.renewal_asked)
        self.renewal = label("", "muted", wrap=True)
        self.renewal.setObjectName("settings.catalogue_state")
        card.add(self.held)
        card.add(self.renewal)
        card.add(row(self.renew, None))
        return card

    def _device(self) -> Card:
        card = Card(self.tr("Data di perangkat ini"))
        self.stored = SummaryRows()
        self.stored.setObjectName("settings.stored")
        self.place = label("", "small", wrap=True, selectable=True)
        self.place.setObjectName("settings.data_folder")
        self.show_folder = button(self.tr("Buka folder"), icon="external")
        self.show_folder.setObjectName("settings.data_open")
        self.show_folder.setEnabled(False)
        self.show_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._data_folder))
        )
        card.add(self.stored)
        card.add(self.place)
        card.add(
            label(
                self.tr(
                    "Kata sandi tidak disimpan. Kunci tanda tangan terkunci oleh frasa sandi Anda dan tidak "
                    "pernah dikirim."
                ),
                "muted",
                wrap=True,
            )
        )
        card.add(row(self.show_folder, None))
        return card

    def _about(self, version: str) -> Card:
        card = Card(self.tr("Tentang"))
        card.add(label(self.tr("INAPROC Desktop, versi {version}").format(version=version), "strong"))
        card.add(
            label(
                self.tr("E-purchasing pemerintah dari katalog sampai pembayaran, juga tanpa sambungan."),
                "muted",
                wrap=True,
            )
        )
        self.licences = button(self.tr("Lisensi…"), icon="document")
        self.licences.setObjectName("settings.licences")
        self.licences.clicked.connect(lambda: LicencesDialog(self).open())
        card.add(row(self.licences, None))
        return card

    # ---- what the presenter shows

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the choices in force."""
        self.language.show_value(preferences.language)
        self.theme.show_value(preferences.theme)
        self.scale.show_value(str(preferences.scale_percent))
        self.folder.show_value(preferences.export_folder or exports.usual_folder())
        self.folder.show_error("")
        self.usual.setVisible(bool(preferences.export_folder))

    def show_catalogue(self, held: OfflineCatalogue, link: Link) -> None:
        """Show what of the catalogue is here, and whether it can be renewed."""
        at = held.fetched_at
        fetched = fmt.moment(at) if at is not None else self.tr("belum pernah")
        self.held.show_rows(
            [
                SummaryRow(self.tr("Produk tayang"), fmt.quantity(held.products * 100)),
                SummaryRow(self.tr("Diunduh"), fetched),
            ]
        )
        if link.syncing:
            said = self.tr("Sedang diperbarui…")
        elif not link.online:
            said = self.tr("Luring: katalog diperbarui sendiri begitu tersambung.")
        else:
            said = self.tr("Diperbarui sendiri selama tersambung; hanya diunduh bila ada yang baru.")
        self.renewal.setText(said)
        self.renew.setEnabled(link.online and not link.syncing)

    def show_device(self, content: DeviceContent) -> None:
        """Show what is stored on this device."""
        words = {
            StoredKind.WORK: self.tr("Pesanan, draf, dan dokumen"),
            StoredKind.CATALOGUE: self.tr("Katalog"),
            StoredKind.KEYS: self.tr("Kunci tanda tangan"),
            StoredKind.TRAINING: self.tr("Kantor latihan"),
            StoredKind.PROGRAM: self.tr("Pengaturan dan daftar wilayah"),
        }
        rows = [
            SummaryRow(words[amount.kind], fmt.file_size(amount.size))
            for amount in content.amounts
            if amount.size
        ]
        self.stored.show_rows([*rows, SummaryRow(self.tr("Jumlah"), fmt.file_size(content.total), "total")])
        self._data_folder = content.folder
        self.place.setText(content.folder)
        self.show_folder.setEnabled(bool(content.folder))

    def show_folder_problem(self, error: Refused) -> None:
        """Say why a folder cannot be used; the former one stays."""
        self.folder.show_error(refusal_sentence(error.refusal))

    def show_failure(self, error: WorldFailed) -> None:
        """Say that a choice was not kept."""
        show_failure(
            self,
            title=self.tr("Pilihan belum tersimpan"),
            happened=world_sentence(error.code),
            kept=self.tr("Pilihan sebelumnya tetap berlaku."),
            detail=str(error),
        )

    def focus_field(self, field: str) -> None:
        """Put the focus where it was before the window was built again: ``language`` or ``scale``."""
        fields = {"language": self.language, "scale": self.scale}
        if field in fields:
            fields[field].focus_editor()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder ekspor"), self.folder.value())
        dialog.setObjectName("settings.export_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
