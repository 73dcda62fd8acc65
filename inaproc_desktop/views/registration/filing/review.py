"""All data beside the pictures, what is still missing, and the tick before it is sent."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_desktop.ports.filing import (
    DECLARATION,
    FilingPage,
    FilingSheet,
    FilingStage,
    Intent,
)
from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.filing import words
from inaproc_desktop.views.registration.filing.canvas import PictureCanvas
from inaproc_desktop.views.widgets import (
    Card,
    CheckField,
    Checklist,
    ChecklistItem,
    button,
    label,
)
from inaproc_desktop.views.words.desk import in_language


class FactRows(QWidget):
    """Labels and values in two columns; long values break."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.GAP_16))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_rows(self, rows: Collection[tuple[str, str]]) -> None:
        """Show these rows in place of the present ones."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        while self._grid.count():
            item = self._grid.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        for line, (name, value) in enumerate(self._shown):
            said = label(value, wrap=True, selectable=True)
            said.setAccessibleName(f"{name}: {value}")
            said.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._grid.addWidget(label(name, "muted", wrap=True), line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, line, 1, Qt.AlignmentFlag.AlignTop)

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return what is shown."""
        return self._shown


class ReviewPanel(QWidget):
    """The last page.

    Args:
        name: prefix of object names.
        stage: of the application.
        parent: the widget that owns it.

    Signals:
        change_asked(str): back to a page, by its id.
        followed(str): to a part that is missing.
        declared(bool): the tick.
    """

    change_asked = Signal(str)
    followed = Signal(str)
    declared = Signal(bool)

    def __init__(self, name: str, stage: FilingStage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._name = name
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        self._missing = Card(self.tr("Yang masih kurang"))
        self._list = Checklist(self.tr("Yang masih kurang"))
        self._list.setObjectName(f"{name}.missing")
        self._list.followed.connect(self.followed)
        self._missing.add(self._list)
        layout.addWidget(self._missing)
        beside = QWidget()
        columns = QHBoxLayout(beside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.px(theme.GAP_12))
        self._change = {page: self._change_button(page) for page in (FilingPage.DATA, FilingPage.FILES)}
        data = Card(self.tr("Data"), self._change[FilingPage.DATA])
        self.facts = FactRows()
        self.facts.setObjectName(f"{name}.review.facts")
        data.add(self.facts)
        data.body.addStretch(1)
        files = Card(self.tr("Berkas"), self._change[FilingPage.FILES])
        holder = QWidget()
        self._pictures = QVBoxLayout(holder)
        self._pictures.setContentsMargins(0, 0, 0, 0)
        self._pictures.setSpacing(theme.px(theme.GAP_8))
        files.add(holder)
        files.body.addStretch(1)
        columns.addWidget(data, 3)
        columns.addWidget(files, 2)
        layout.addWidget(beside)
        self._what = label("", "muted", wrap=True)
        layout.addWidget(self._what)
        self._tick = CheckField(
            self.tr("Saya Setuju dengan ketentuan di atas; data dan berkas ini benar dan milik saya.")
        )
        self._tick.setObjectName(f"{name}.declare")
        self._tick.changed.connect(lambda ticked: self.declared.emit(bool(ticked)))
        layout.addWidget(self._tick)
        self._shown: tuple[tuple[str, int], ...] = ()

    def show_sheet(
        self, sheet: FilingSheet, complaints: Collection[str], canvases: Mapping[str, PictureCanvas]
    ) -> None:
        """Show everything that will be sent.

        Args:
            sheet: the application.
            complaints: parts whose problem is to be said.
            canvases: of the slots; their pictures are shown again here.
        """
        filing = sheet.filing
        self.facts.show_rows(self._rows(sheet))
        for page, change in self._change.items():
            change.setVisible(page in sheet.pages)
        wanting = [part for part in sheet.problems if part != DECLARATION]
        self._list.show_items(
            [
                ChecklistItem(
                    part, words.part_label(part, sheet), words.problem_sentence(sheet.problems[part])
                )
                for part in wanting
            ]
        )
        self._missing.setVisible(bool(wanting))
        self._show_pictures(sheet, canvases)
        self._what.setText(self._after(sheet))
        self._tick.show_value(filing.declared)
        problem = sheet.problems.get(DECLARATION)
        told = problem is not None and DECLARATION in complaints
        self._tick.show_error(words.problem_sentence(problem) if told and problem else "")

    def focus_part(self, part: str) -> bool:
        """Put the cursor on the tick; returns whether the part is here."""
        if part == DECLARATION:
            self._tick.focus_editor()
        return part == DECLARATION

    # ---- inside

    def _change_button(self, page: FilingPage) -> QWidget:
        made = button(self.tr("Ubah"), "link", "edit")
        made.setObjectName(f"{self._name}.review.change_{page.value}")
        made.clicked.connect(lambda: self.change_asked.emit(page.value))
        return made

    def _rows(self, sheet: FilingSheet) -> list[tuple[str, str]]:
        filing = sheet.filing
        rows: list[tuple[str, str]] = []
        if sheet.form is not None:
            rows.append((self.tr("Peran"), in_language(sheet.form.label_id, sheet.form.label_en)))
        elif filing.choice:
            rows.append((self.tr("Kewarganegaraan"), filing.choice))
        if filing.intent is Intent.RENEW:
            rows.append((self.tr("Jenis permohonan"), self.tr("Aktifkan Kembali")))
        elif filing.intent is Intent.TRANSFER:
            rows.append((self.tr("Jenis permohonan"), self.tr("Pindah satker: akses lama berakhir")))
        for field in sheet.reviewed:
            value, said = filing.fields.get(field.id, ""), filing.labels.get(field.id, "")
            shown = words.value_words(field, value, said)
            if field.id == "satker" and filing.office is not None and filing.office.code:
                shown = f"{shown} ({filing.office.code})"
            rows.append((words.field_label(field), shown))
        return rows

    def _show_pictures(self, sheet: FilingSheet, canvases: Mapping[str, PictureCanvas]) -> None:
        filing = sheet.filing
        wanted = tuple((rule.slot.value, id(filing.files.get(rule.slot.value))) for rule in sheet.slots)
        if wanted != self._shown:
            self._shown = wanted
            while self._pictures.count():
                item = self._pictures.takeAt(0)
                old = item.widget() if item is not None else None
                if old is not None:
                    old.setParent(None)
                    old.deleteLater()
            for rule in sheet.slots:
                self._pictures.addWidget(self._picture(sheet, rule.slot.value))
        for at in range(self._pictures.count()):
            item = self._pictures.itemAt(at)
            holder = item.widget() if item is not None else None
            shown = holder.findChild(PictureCanvas) if holder is not None else None
            slot = sheet.slots[at].slot.value
            if shown is not None and slot in canvases:
                shown.show_same(canvases[slot])

    def _picture(self, sheet: FilingSheet, slot: str) -> QWidget:
        rule = next(rule for rule in sheet.slots if rule.slot.value == slot)
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_4))
        canvas = PictureCanvas(words.slot_label(rule))
        canvas.setFixedHeight(theme.px(150))
        handed = sheet.filing.files.get(slot)
        layout.addWidget(canvas)
        layout.addWidget(label(words.file_words(handed) if handed else "—", "small", wrap=True))
        return made

    def _after(self, sheet: FilingSheet) -> str:
        if self._stage is FilingStage.PROFILE:
            return self.tr(
                "Data dan foto dikirim ke peladen dan dilihat Verifikator Akses INAPROC, yang memutuskan"
                " paling lama {hours} jam. Setiap kali berkas Anda dibuka orang lain, hal itu dicatat."
            ).format(hours=sheet.decision_hours)
        form = sheet.form
        who = words.verifier_words(form.verifier) if form is not None else ""
        said = self.tr(
            "Permohonan diputuskan oleh {who} paling lama {hours} jam. Hasilnya dikirim ke email Anda"
            " dan tampak di Manajemen Akses."
        ).format(who=who, hours=sheet.decision_hours)
        if form is not None and form.four_eyes:
            said += " " + self.tr("Akses ini disetujui oleh dua orang.")
        if form is not None and form.totp_required:
            said += " " + self.tr("Akses ini hanya dapat dipakai dengan verifikasi dua langkah.")
        return said
