"""Whom one can sign in as in training."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from inaproc_desktop.ports.data import TrainingPerson
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import Card, Column, Table, label
from inaproc_desktop.views.words import role_label

PEOPLE_WIDTH = 520
_PEOPLE_HEIGHT = 470


class PeopleCard(Card):
    """The list of made-up people.

    Signals:
        person_chosen(str): one click, or the arrow keys.
        person_opened(): double click or Enter: sign in at once.
    """

    person_chosen = Signal(str)
    person_opened = Signal()

    def __init__(self) -> None:
        super().__init__("", padded=False)
        self.show_title(self.tr("Pilih peran latihan"))
        self.setFixedWidth(theme.px(PEOPLE_WIDTH))
        self.setObjectName("sign_in.people_card")
        note = label(
            self.tr(
                "SIMULASI: semua orang dan kantor ini buatan, dan kata sandinya umum. Satu klik mengisi "
                "formulir; klik ganda langsung masuk."
            ),
            "warn",
            wrap=True,
        )
        note.setContentsMargins(*(theme.px(side) for side in (14, 10, 14, 6)))
        self._people = Table(
            self.tr("Orang latihan"),
            [
                Column(
                    key="name",
                    title=self.tr("Nama"),
                    text=lambda one: one.name,
                    secondary=lambda one: one.username,
                    width=190,
                    strong=True,
                ),
                Column(
                    key="role",
                    title=self.tr("Peran"),
                    text=lambda one: role_label(one.role),
                    secondary=lambda one: one.office,
                    stretch=True,
                ),
            ],
            row_id=lambda one: one.username,
            lines=2,
        )
        self._people.setObjectName("sign_in.people")
        self._people.setFixedHeight(theme.px(_PEOPLE_HEIGHT))
        self._people.chosen.connect(self._on_person)
        self._people.opened.connect(lambda _username: self.person_opened.emit())
        self.add(note)
        self.add(self._people)

    def show_people(self, people: Sequence[TrainingPerson]) -> None:
        """Show them, and put the keyboard there."""
        self._people.show_rows(people)
        if people:
            self._people.focus_rows()

    def _on_person(self, username: str) -> None:
        if username:
            self.person_chosen.emit(username)
