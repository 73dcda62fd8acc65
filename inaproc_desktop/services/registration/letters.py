"""Sample letters with what the application says already, ready to be completed, signed and scanned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from inaproc_core.registration.forms import SlotRule
from inaproc_desktop.ports.filing import FilingSheet
from inaproc_desktop.ports.ui import Clock
from inaproc_desktop.ports.world import WorldFailed
from inaproc_documents.sample_letters import LetterFacts, sample_letter


class SampleLetters:
    """Letters of one person."""

    def __init__(self, name: str, clock: Clock, *, simulation: bool) -> None:
        """Name the person; ``simulation`` prints the band of training mode."""
        self._name = name
        self._clock = clock
        self._simulation = simulation

    def save(self, sheet: FilingSheet, rule: SlotRule, path: str) -> str:
        """Write the letter of a slot to a file (network lane) and return its name.

        Raises:
            WorldFailed: ``world.disk``.
        """
        pdf = sample_letter(
            rule.template, self._facts(sheet), made_at=self._clock.now(), simulation=self._simulation
        )
        place = Path(path)
        if place.suffix.lower() != ".pdf":
            place = place.with_name(f"{place.name}.pdf")
        try:
            place.write_bytes(pdf)
        except OSError as error:
            raise WorldFailed("world.disk", f"{type(error).__name__}: {error}") from error
        return place.name

    def _facts(self, sheet: FilingSheet) -> LetterFacts:
        filing = sheet.filing
        fields = filing.fields
        return LetterFacts(
            name=self._name,
            nip=fields.get("nip", ""),
            position=sheet.form.position if sheet.form is not None else "",
            office=filing.labels.get("satker") or fields.get("company_name", ""),
            instansi=filing.labels.get("instansi", ""),
            nib=fields.get("nib", ""),
            valid_from=_day(fields.get("valid_from", "")),
            valid_until=_day(fields.get("valid_until", "")),
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
