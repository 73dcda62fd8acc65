"""What both wizards ask of their services; the presenter knows no more of them than this."""

from __future__ import annotations

from typing import Protocol

from inaproc_core.wire.registration import OwnAccesses
from inaproc_desktop.ports.accesses import Progress
from inaproc_desktop.ports.filing import Filing, FilingSheet, FilingStage, FilingStatus, Opening
from inaproc_desktop.ports.ui import CancelToken
from inaproc_desktop.services.registration.staging import Staging


class Journey(Protocol):
    """One wizard without its widgets.

    Attributes:
        stage: which of the stages.
    """

    stage: FilingStage

    @property
    def staging(self) -> Staging:
        """Drafts and files."""

    def kept(self, item_id: str) -> Filing | None:
        """Return the draft of this machine (data lane)."""

    def standing(self) -> OwnAccesses:
        """Ask the backend how things stand (network lane)."""

    def open(self, item_id: str, kept: Filing | None, own: OwnAccesses | None) -> Opening:
        """Return what opens (no I/O)."""

    def sheet(self, filing: Filing) -> FilingSheet:
        """Return pages, form and problems (no I/O)."""

    def chosen(self, filing: Filing, choice: str) -> Filing:
        """Return it for another nationality or role (no I/O)."""

    def edited(self, filing: Filing, field_id: str, value: str, words: str = "") -> Filing:
        """Return it with an edit (no I/O)."""

    def send(self, filing: Filing, on_progress: Progress, cancel: CancelToken) -> FilingStatus:
        """Send files and form (network lane)."""
