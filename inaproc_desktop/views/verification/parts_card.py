"""The form of an item: each field and file with what was handed in, and the judgement on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from inaproc_desktop.ports.desk import Mark, MarkState, Notes, Part, Sheet
from inaproc_desktop.views import theme
from inaproc_desktop.views.verification.words import file_words, part_label, value_words
from inaproc_desktop.views.widgets import (
    Card,
    ComboField,
    MultilineField,
    Option,
    Pill,
    PillText,
    TextField,
    Tone,
    button,
    label,
    parts,
    rule,
)
from inaproc_desktop.views.words.desk import reason_label, remedy

_NOTE_MOST = 500
_OTHER = "other"


class PartRow(QWidget):
    """One field or file.

    Signals:
        judged(str, object): id and the new ``Mark``.
        file_asked(str): show this slot's document.
    """

    judged = Signal(str, object)
    file_asked = Signal(str)

    def __init__(self, part: Part, mark: Mark, locked: bool) -> None:
        super().__init__()
        self.part = part
        self._mark = mark
        self._name = part_label(part)
        self._details: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(theme.GAP_4))
        self._layout.addLayout(self._build_head(locked))
        self._layout.addLayout(self._build_value())
        self._show_mark()

    def _build_head(self, locked: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.px(theme.GAP_4))
        head.addWidget(label(self._name, "small", wrap=True), 1)
        self.ok = self._toggle(self.tr("Sesuai"), "ok", MarkState.OK)
        self.wrong = self._toggle(self.tr("Masalah"), "wrong", MarkState.WRONG)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        # What the forms do not know cannot be judged, and what was left empty cannot be right.
        known = self.part.field is not None or self.part.slot is not None
        for made, shown in ((self.ok, self.part.is_given), (self.wrong, True)):
            self._group.addButton(made)
            head.addWidget(made)
            parts.show_or_hide(made, known and shown and not locked)
        return head

    def _toggle(self, text: str, name: str, state: MarkState) -> QToolButton:
        made = QToolButton(self)
        made.setText(text)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setCheckable(True)
        made.setObjectName(f"verification.{name}.{self.part.id}")
        made.setAccessibleName(f"{self._name}: {text}")
        made.clicked.connect(lambda: self._on_toggled(state if made.isChecked() else MarkState.OPEN))
        return made

    def _build_value(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(theme.px(2))
        part = self.part
        if part.moved:
            box.addWidget(Pill(PillText(self.tr("Berubah"), Tone.WARN)))
        if part.is_file:
            if part.file is None:
                box.addWidget(label(self.tr("Tidak diunggah"), "muted"))
                return box
            look = button(self.tr("Lihat dokumen"), "link", "document")
            look.setToolTip(file_words(part.file))
            look.setObjectName(f"verification.look.{part.id}")
            look.clicked.connect(lambda: self.file_asked.emit(part.id))
            line = QHBoxLayout()
            line.addWidget(look)
            line.addStretch(1)
            box.addLayout(line)
            return box
        role = "" if part.value else "muted"
        box.addWidget(label(value_words(part, part.value), role, wrap=True, selectable=True))
        if part.old and part.old != part.value:
            old = self.tr("Sebelumnya: {value}").format(value=value_words(part, part.old))
            box.addWidget(label(old, "warn", wrap=True, selectable=True))
        return box

    # ---- judging

    def show_mark(self, mark: Mark) -> None:
        """Show a judgement without telling ``judged``."""
        self._mark = mark
        self._show_mark()

    def focus_judgement(self) -> None:
        """Lead to what is missing here."""
        target: QWidget = self.wrong
        if self._details is not None and self._mark.state is MarkState.WRONG:
            target = self.note if self._mark.reason else self.reason
        target.setFocus()
        if isinstance(target, ComboField | TextField):
            target.focus_editor()

    def show_error(self, text: str) -> None:
        """Say what is wrong with the judgement itself."""
        if self._details is not None:
            field = self.note if self._mark.reason == _OTHER else self.reason
            field.show_error(text)

    def _on_toggled(self, state: MarkState) -> None:
        self._take(Mark(state=state, reason=self._mark.reason, note=self._mark.note))
        if state is MarkState.WRONG and not self._mark.reason:
            # Its place is known once the row has grown.
            QTimer.singleShot(0, self.reason, self.reason.focus_editor)

    def _take(self, mark: Mark) -> None:
        self._mark = mark
        self._show_mark()
        self.judged.emit(self.part.id, mark)

    def _show_mark(self) -> None:
        wrong = self._mark.state is MarkState.WRONG
        self.ok.setChecked(self._mark.state is MarkState.OK)
        self.wrong.setChecked(wrong)
        theme.set_icon(self.ok, "check", "ok" if self.ok.isChecked() else "muted", 14)
        theme.set_icon(self.wrong, "warning", "bad" if wrong else "muted", 14)
        if wrong and self._details is None:
            self._build_details()
        if self._details is not None:
            parts.show_or_hide(self._details, wrong)
            self._show_remedy()

    def _build_details(self) -> None:
        self.reason = ComboField(self.tr("Alasan"), required=True, placeholder=self.tr("Pilih alasan…"))
        self.reason.setObjectName(f"verification.reason.{self.part.id}")
        self.reason.show_options([Option(each.code, reason_label(each)) for each in self.part.reasons])
        self.reason.show_value(self._mark.reason or None)
        self._remedy = label("", "muted", wrap=True)
        self.note = TextField(self.tr("Catatan untuk bagian ini"), max_length=_NOTE_MOST)
        self.note.setObjectName(f"verification.note.{self.part.id}")
        self.note.show_value(self._mark.note)
        self.reason.changed.connect(
            lambda code: self._take(Mark(state=MarkState.WRONG, reason=code or "", note=self._mark.note))
        )
        self.note.changed.connect(
            lambda text: self._take(Mark(state=MarkState.WRONG, reason=self._mark.reason, note=text))
        )
        self._details = parts.column(self.reason, self._remedy, self.note, gap=theme.GAP_4)
        self._layout.addWidget(self._details)

    def _show_remedy(self) -> None:
        chosen = next((each for each in self.part.reasons if each.code == self._mark.reason), None)
        said = ""
        if chosen is not None:
            said = self.tr("Pemohon membaca: {remedy}").format(remedy=remedy(chosen))
            if chosen.final:
                final = self.tr("Alasan ini tidak dapat diperbaiki: hanya untuk Tolak.")
                said = f"{said}\n{final}"
        self._remedy.setText(said)
        parts.show_or_hide(self._remedy, bool(said))


class PartsCard(Card):
    """All parts of an item and the words to the applicant.

    Signals:
        edited(object): the ``Notes`` as they stand now.
        file_asked(str): show this slot's document.
    """

    edited = Signal(object)
    file_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Data yang diajukan"))
        self._rows: dict[str, PartRow] = {}
        self._notes = Notes()
        self.all_ok = button(self.tr("Semua sesuai"), "link")
        self.all_ok.setObjectName("verification.all_ok")
        self.all_ok.setToolTip(self.tr("Menandai semua bagian yang belum ditandai sebagai sesuai"))
        self.all_ok.clicked.connect(self._on_all_ok)
        self.add_trailing(self.all_ok)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.px(theme.GAP_8))
        self.add(inside)
        self.note = MultilineField(
            self.tr("Catatan untuk pemohon"),
            hint=self.tr("Dibaca pemohon bersama alasan di atas."),
            lines=2,
            max_length=_NOTE_MOST,
        )
        self.note.setObjectName("verification.note")
        self.note.changed.connect(lambda text: self._on_note(text))
        self.add(self.note)

    def show_sheet(self, sheet: Sheet, notes: Notes, *, locked: bool) -> None:
        """Show the parts with what was entered."""
        self._notes = notes
        parts.clear(self._list)
        self._rows = {}
        for at, part in enumerate(sheet.parts):
            if at:
                self._list.addWidget(rule())
            made = PartRow(part, notes.mark(part.id), locked)
            made.judged.connect(lambda part_id, mark: self._on_judged(part_id, mark))
            made.file_asked.connect(self.file_asked)
            self._list.addWidget(made)
            self._rows[part.id] = made
        self.note.show_value(notes.note)
        self.note.setVisible(not locked)
        self.all_ok.setVisible(not locked)
        self._show_count()
        if locked:
            self.show_note("")

    def show_problem(self, part_id: str, text: str) -> bool:
        """Lead to the part that is at fault; returns whether there is one."""
        made = self._rows.get(part_id)
        if made is None:
            return False
        made.show_error(text)
        made.focus_judgement()
        return True

    def row_of(self, part_id: str) -> PartRow | None:
        """Return the row of a part."""
        return self._rows.get(part_id)

    def first_row(self) -> PartRow | None:
        """Return the row where examining begins."""
        return next(iter(self._rows.values()), None)

    # ---- inside

    def _on_judged(self, part_id: str, mark: Mark) -> None:
        self._tell(self._notes.marked(part_id, mark))

    def _on_note(self, text: str) -> None:
        self._tell(Notes(marks=self._notes.marks, note=text))

    def _on_all_ok(self) -> None:
        notes = self._notes
        for part_id, made in self._rows.items():
            if made.part.is_given and notes.mark(part_id).state is MarkState.OPEN and not made.ok.isHidden():
                notes = notes.marked(part_id, Mark(state=MarkState.OK))
                made.show_mark(Mark(state=MarkState.OK))
        self._tell(notes)

    def _tell(self, notes: Notes) -> None:
        self._notes = notes
        self._show_count()
        self.edited.emit(notes)

    def _show_count(self) -> None:
        given = [part_id for part_id, made in self._rows.items() if made.part.is_given]
        looked = sum(self._notes.mark(part_id).state is not MarkState.OPEN for part_id in given)
        self.show_note(f"{looked}/{len(given)}")
