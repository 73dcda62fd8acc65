"""Drafts and files of an application on this machine; the same for both wizards."""

from __future__ import annotations

from collections.abc import Callable

from inaproc_core.registration.forms import Limits, SlotRule
from inaproc_desktop.ports.accesses import AccessCalls
from inaproc_desktop.ports.filing import Filing, FilingStage, Handed, Shrunk, Spot
from inaproc_desktop.ports.registration import WizardDrafts
from inaproc_desktop.services.registration import drafting, pictures


class Staging:
    """Keeps drafts (data lane) and looks at files (network lane)."""

    def __init__(
        self,
        calls: AccessCalls,
        drafts: WizardDrafts,
        stage: FilingStage,
        slot_rule: Callable[[Filing, str], SlotRule | None],
        limits: Callable[[], Limits],
    ) -> None:
        """Put it together.

        Args:
            calls: the backend, for files that only it has.
            drafts: where drafts are kept.
            stage: of the applications.
            slot_rule: finds the rule of a slot in the form of an application.
            limits: in force.
        """
        self._calls = calls
        self._drafts = drafts
        self._stage = stage
        self._slot_rule = slot_rule
        self._limits = limits

    # ---- drafts (data lane)

    def restore(self, key: str) -> Filing | None:
        """Return what was left half-way, with its files."""
        return drafting.restore(self._drafts, key, self._stage, self._slot_rule, self._limits())

    def keep(self, filing: Filing) -> None:
        """Keep what was typed."""
        drafting.keep(self._drafts, filing)

    def keep_file(self, filing: Filing, handed: Handed) -> None:
        """Keep a file with its draft."""
        drafting.keep_file(self._drafts, filing, handed)

    def drop_file(self, filing: Filing, slot: str) -> None:
        """Remove a file from its draft."""
        drafting.drop_file(self._drafts, filing, slot)

    def forget(self, filing: Filing) -> None:
        """Remove the draft with its files: it was sent, or is not wanted."""
        self._drafts.forget(filing.key)

    # ---- files (network lane)

    def read(self, path: str) -> tuple[str, bytes]:
        """Return name and content of a file of the person's; errors as ``pictures.read_file``."""
        return pictures.read_file(path)

    def take(self, filing: Filing, slot: str, name: str, content: bytes) -> Handed | Shrunk:
        """Look at a file for a slot; errors as ``pictures.take``."""
        return pictures.take(self._rule(filing, slot), name, content, self._limits())

    def turned(self, filing: Filing, handed: Handed, degrees: int) -> Handed:
        """Return a picture turned clockwise; errors as ``pictures.take``."""
        return pictures.turned(self._rule(filing, handed.slot.value), handed, degrees, self._limits())

    def cropped(self, filing: Filing, handed: Handed, spot: Spot) -> Handed:
        """Return what lies in a rectangle of a picture; errors as ``pictures.take``."""
        return pictures.cropped(self._rule(filing, handed.slot.value), handed, spot, self._limits())

    def content(self, handed: Handed) -> bytes:
        """Return a file's content, from the backend where it is not here."""
        return handed.content if handed.content is not None else self._calls.file(handed.file_id)

    def _rule(self, filing: Filing, slot: str) -> SlotRule:
        rule = self._slot_rule(filing, slot)
        if rule is None:
            message = f"the form has no slot {slot}"
            raise ValueError(message)
        return rule
