"""What a verifikator has entered about an item and not sent: kept on this machine until it is decided."""

from __future__ import annotations

from collections.abc import Mapping

from inaproc_desktop.ports.desk import Mark, MarkState, Notes
from inaproc_desktop.ports.registration import WizardDrafts

_PAGE = "notes"
_NOTE = "note"
_MARK = "mark:"
_WORDS = ("state", "reason", "note")


class DeskNotes:
    """Keeps notes by item. Methods block; call them on the data lane."""

    def __init__(self, drafts: WizardDrafts, acting_as: str) -> None:
        """Keep them apart for each access that decides."""
        self._drafts = drafts
        self._acting_as = acting_as

    def load(self, item_id: str) -> Notes:
        """Return what was entered, empty notes where nothing was."""
        draft = self._drafts.load(self._key(item_id))
        return notes_of({name: str(value) for name, value in draft.data.items()}) if draft else Notes()

    def keep(self, item_id: str, notes: Notes) -> None:
        """Keep what was entered; durable when it returns."""
        if notes.is_empty():
            self._drafts.forget(self._key(item_id))
        else:
            self._drafts.save(self._key(item_id), _PAGE, plain_of(notes))

    def forget(self, item_id: str) -> None:
        """The item is decided."""
        self._drafts.forget(self._key(item_id))

    def _key(self, item_id: str) -> str:
        return f"desk:{self._acting_as}:{item_id}"


def plain_of(notes: Notes) -> dict[str, str | bool]:
    """Return notes as plain data."""
    data: dict[str, str | bool] = {_NOTE: notes.note}
    for part, mark in notes.marks.items():
        for word, value in zip(_WORDS, (mark.state.value, mark.reason, mark.note), strict=True):
            data[f"{_MARK}{word}:{part}"] = value
    return data


def notes_of(data: Mapping[str, str]) -> Notes:
    """Return notes from plain data; what this version does not know is passed over."""
    marks: dict[str, Mark] = {}
    for name, state in data.items():
        if not name.startswith(f"{_MARK}state:") or state not in set(MarkState):
            continue
        part = name.removeprefix(f"{_MARK}state:")
        marks[part] = Mark(
            state=MarkState(state),
            reason=data.get(f"{_MARK}reason:{part}", ""),
            note=data.get(f"{_MARK}note:{part}", ""),
        )
    return Notes(marks=marks, note=data.get(_NOTE, ""))
