"""A form drawn from data: each field by its type, with what the verifikator wrote above it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from inaproc_core.registration.forms import FieldType, FormField, Need
from inaproc_core.wire.registration import Instansi, Office
from inaproc_desktop.ports.filing import CONFIRM_OFFICE, FilingSheet
from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.filing import words
from inaproc_desktop.views.registration.filing.lookups import NibPanel, OfficePanel
from inaproc_desktop.views.widgets import (
    ComboField,
    DateField,
    Field,
    IconMark,
    MultilineField,
    Option,
    PickerField,
    TextField,
    label,
)
from inaproc_desktop.views.widgets.parts import show_or_hide

_TWO_COLUMNS = 560
_DATES = frozenset({FieldType.DATE, FieldType.UNTIL})
_CHOICES = frozenset({FieldType.SEX, FieldType.CHOICE, FieldType.INSTANSI_KIND})
_PICKED = frozenset({FieldType.INSTANSI, FieldType.SATKER})
_WIDE = frozenset({FieldType.LONG_TEXT, FieldType.SATKER, FieldType.NIB})


class NoteLine(QWidget):
    """What the verifikator wrote, above what it is about; hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_4))
        self._words = label("", "warn", wrap=True, selectable=True)
        layout.addWidget(IconMark("warning", "warn", 16), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def show_note(self, text: str) -> None:
        """Show words; empty hides them."""
        self._words.setText(text)
        self.setAccessibleName(text)
        show_or_hide(self, bool(text))

    def text(self) -> str:
        """Return the words."""
        return self._words.text()


class FormFields(QWidget):
    """The fields of a form.

    Args:
        name: prefix of object names: ``profile`` gives ``profile.field.nik``.
        parent: the widget that owns it.

    Signals:
        edited(str, str): a field by id, and what stands in it.
        office_query(str), office_picked(str): satker.
        instansi_query(str), instansi_picked(str): K/L/PD.
        confirmed(bool): the tick that the satker is the right one.
        nib_check_asked(): Cek NIB.
    """

    edited = Signal(str, str)
    office_query = Signal(str)
    office_picked = Signal(str)
    instansi_query = Signal(str)
    instansi_picked = Signal(str)
    confirmed = Signal(bool)
    nib_check_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._shown: tuple[FormField, ...] = ()
        self._fields: dict[str, Field] = {}
        self._cells: dict[str, QWidget] = {}
        self._notes: dict[str, NoteLine] = {}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.GAP_16))
        self._grid.setVerticalSpacing(theme.px(theme.GAP_12))
        self.office = OfficePanel(name, self)
        self.office.confirmed.connect(self.confirmed)
        self.nib = NibPanel(name, self)
        self.nib.hide()
        self.nib.check_asked.connect(self.nib_check_asked)

    # ---- showing

    def show_sheet(self, sheet: FilingSheet, complaints: Collection[str]) -> None:
        """Show form, values and problems; a field that is being typed in keeps its letters."""
        if sheet.fields != self._shown:
            self._build(sheet.fields)
        self._show_values(sheet)
        self._show_problems(sheet, complaints)
        filing = sheet.filing
        office = filing.office if "satker" in self._fields else None
        self.office.show_office(office, filing.confirmed, closed=not filing.is_open("satker"))
        problem = sheet.problems.get(CONFIRM_OFFICE)
        told = problem is not None and CONFIRM_OFFICE in complaints
        self.office.show_error(words.problem_sentence(problem) if told and problem else "")
        self.nib.show_check(filing.nib)

    def show_offices(self, offices: Sequence[Office]) -> None:
        """Answer a search for satker: name, with code and path below."""
        field = self._fields.get("satker")
        if isinstance(field, PickerField):
            field.show_suggestions([_office_option(office) for office in offices])

    def show_instansi(self, instansi: Sequence[Instansi]) -> None:
        """Answer a search for K/L/PD."""
        field = self._fields.get("instansi")
        if isinstance(field, PickerField):
            field.show_suggestions([Option(one.code, one.name, one.code) for one in instansi])

    def show_search_failed(self, field_id: str, sentence: str) -> None:
        """Say at a field that nothing can be looked up now."""
        field = self._fields.get(field_id)
        if field is not None:
            field.show_error(sentence)

    def field(self, field_id: str) -> Field | None:
        """Return a field."""
        return self._fields.get(field_id)

    def focus_part(self, part: str) -> bool:
        """Put the cursor into a field; returns whether it is here."""
        if part == CONFIRM_OFFICE and self.office.isVisibleTo(self):
            self.office.focus_editor()
            return True
        field = self._fields.get(part)
        if field is not None:
            field.focus_editor()
        return field is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put fields under each other where two do not fit."""
        super().resizeEvent(event)
        self._arrange()

    # ---- inside

    def _build(self, fields: tuple[FormField, ...]) -> None:
        # What stands over the fields is kept; everything else belongs to the former form.
        for shared in (self.office, self.nib):
            shared.setParent(self)
            shared.hide()
        for cell in self._cells.values():
            self._grid.removeWidget(cell)
            cell.setParent(None)
            cell.deleteLater()
        self._shown, self._fields, self._cells, self._notes, self._columns = fields, {}, {}, {}, 0
        for field in fields:
            made = self._made(field)
            made.setObjectName(f"{self._name}.field.{field.id}")
            self._fields[field.id] = made
            self._cells[field.id] = self._cell(field, made)
        self._arrange()

    def _cell(self, field: FormField, made: Field) -> QWidget:
        cell = QWidget()
        cell.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_4))
        note = NoteLine()
        note.setObjectName(f"{self._name}.note.{field.id}")
        self._notes[field.id] = note
        layout.addWidget(note)
        layout.addWidget(made)
        if field.type is FieldType.SATKER:
            layout.addWidget(self.office)
        if field.type is FieldType.NIB:
            layout.addWidget(self.nib)
            show_or_hide(self.nib, True)
        layout.addStretch(1)
        return cell

    def _made(self, field: FormField) -> Field:
        name, hint = words.field_label(field), words.field_hint(field)
        required = field.need is not Need.OPTIONAL
        made: Field
        if field.type in _DATES:
            made = DateField(name, hint=hint, required=required)
        elif field.type in _CHOICES:
            made = ComboField(name, hint=hint, required=required)
            made.show_options([Option(value, words.option_label(field, value)) for value in field.options])
        elif field.type in _PICKED:
            made = PickerField(name, hint=hint, required=required)
            is_satker = field.type is FieldType.SATKER
            made.query_changed.connect(self.office_query if is_satker else self.instansi_query)
        elif field.type is FieldType.LONG_TEXT:
            made = MultilineField(name, hint=hint, required=required, max_length=field.max_length, lines=2)
        else:
            made = TextField(name, hint=hint, required=required, max_length=field.max_length)
        made.changed.connect(lambda value, at=field: self._on_edited(at, value))
        return made

    def _on_edited(self, field: FormField, value: object) -> None:
        made = self._fields[field.id]
        if isinstance(made, PickerField):
            picked = value.id if isinstance(value, Option) else ""
            is_satker = field.type is FieldType.SATKER
            (self.office_picked if is_satker else self.instansi_picked).emit(picked)
        elif isinstance(made, DateField):
            # Letters that are no date are kept too: nothing typed is lost.
            self.edited.emit(field.id, value.isoformat() if isinstance(value, date) else made.typed())
        else:
            self.edited.emit(field.id, str(value or ""))

    def _show_values(self, sheet: FilingSheet) -> None:
        filing = sheet.filing
        for field in sheet.fields:
            made, value = self._fields[field.id], filing.fields.get(field.id, "")
            if isinstance(made, PickerField):
                shown = made.value()
                if (shown.id if shown else "") != value:
                    said = filing.labels.get(field.id, value)
                    made.show_value(Option(value, said) if value else None)
            elif isinstance(made, DateField):
                _show_date(made, value)
            elif isinstance(made, ComboField):
                made.show_value(value or None)
            elif isinstance(made, TextField | MultilineField) and made.value() != value.strip():
                made.show_value(value)
            if field.type is FieldType.NIK and all(sheet.from_nik):
                made.show_hint(words.nik_words(*sheet.from_nik))
            elif field.type is FieldType.NIK:
                made.show_hint(words.field_hint(field))
            self._notes[field.id].show_note(words.note_words(sheet.notes.get(field.id, ())))

    def _show_problems(self, sheet: FilingSheet, complaints: Collection[str]) -> None:
        for field_id, made in self._fields.items():
            problem = sheet.problems.get(field_id)
            told = problem is not None and field_id in complaints
            sentence = words.problem_sentence(problem) if told and problem is not None else ""
            if made.error() != sentence and (sentence or field_id not in _OWN_WORDS):
                made.show_error(sentence)

    def _arrange(self) -> None:
        columns = 2 if self.width() >= theme.px(_TWO_COLUMNS) else 1
        if columns == self._columns or not self._cells:
            return
        self._columns = columns
        row = column = 0
        for field in self._shown:
            wide = columns == 1 or field.type in _WIDE
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(self._cells[field.id], row, column, 1, columns if wide else 1)
            if wide or column == columns - 1:
                row, column = row + 1, 0
            else:
                column += 1
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


_OWN_WORDS = frozenset({"satker", "instansi"})
"""Pickers say themselves that nothing was picked from the list; that is not taken back."""


def _office_option(office: Office) -> Option:
    return Option(office.satker_id, office.name, f"{office.code} · {office.klpd_name}")


def _show_date(field: DateField, value: str) -> None:
    try:
        day = date.fromisoformat(value) if value else None
    except ValueError:
        for line in field.findChildren(QLineEdit):
            if line.text() != value:
                line.setText(value)
        return
    if field.value() != day:
        field.show_value(day)
