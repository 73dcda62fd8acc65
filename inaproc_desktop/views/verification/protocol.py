"""What the presenter of the desk asks of its page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from inaproc_core.errors import Refusal
from inaproc_core.registration.vocabulary import Verdict
from inaproc_core.wire.desk import Decided, DecidedMany
from inaproc_core.wire.registration import StoredFile
from inaproc_desktop.ports.desk import (
    ManyPrepared,
    Moved,
    Notes,
    Prepared,
    ProofView,
    QueueList,
    QueueRow,
    Sheet,
)


class VerificationView(ProofView, Protocol):
    """What the presenter asks of the page."""

    def show_queue(self, queue: QueueList, now: datetime) -> None:
        """Show what is here of the queue."""

    def show_loading(self) -> None:
        """Say that an item is on its way; nothing of another one stays on screen."""

    def show_sheet(self, sheet: Sheet | None, notes: Notes, now: datetime) -> None:
        """Show one item with what was entered about it; ``None`` for none."""

    def show_file(self, part_id: str, file: StoredFile, content: bytes) -> None:
        """Show a document."""

    def show_file_failure(self, part_id: str, error: Exception) -> None:
        """Say why a document cannot be shown."""

    def show_problem(self, refusal: Refusal) -> None:
        """Say what has to be entered before this can be decided."""

    def ask_decision(self, verdict: Verdict, unlooked: int) -> None:
        """Ask whether to decide; ``unlooked`` parts were not ticked."""

    def show_clean(self, rows: Sequence[QueueRow]) -> None:
        """Offer to approve these together."""

    def show_decided(self, prepared: Prepared, decided: Decided) -> None:
        """Say what became of a decision."""

    def show_many_decided(self, prepared: ManyPrepared, decided: DecidedMany) -> None:
        """Say what became of several."""

    def show_moved(self, moved: Moved) -> None:
        """Say what changed while the item was open."""

    def show_busy(self, busy: bool) -> None:
        """Keep a decision from being sent twice."""

    def show_online(self, online: bool) -> None:
        """Close what needs the link, or open it again."""

    def show_failure(self, error: Exception, *, deciding: bool) -> None:
        """Say what did not work; what was entered stays."""
