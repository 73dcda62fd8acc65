"""One draft on several devices: what the person decides when they clash, and earlier versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from inaproc_core.orders.merging import Side
from inaproc_desktop.ports.drafts import DraftClash, DraftVersion, SharedDrafts
from inaproc_desktop.ports.ui import ChangeSet


class CheckoutSharing:
    """What is done on the Checkout page about the person's other devices."""

    def __init__(self, drafts: SharedDrafts, new_id: Callable[[], str]) -> None:
        self._drafts = drafts
        self._new_id = new_id

    def clash(self, draft_id: str) -> DraftClash | None:
        """Return what must be decided about a draft."""
        return self._drafts.clash(draft_id)

    def resolve(self, draft_id: str, choices: Mapping[str, Side]) -> ChangeSet:
        """Put both versions together as chosen; it goes to the other devices with the next round."""
        return self._drafts.resolve(draft_id, choices)

    def keep_as_new(self, draft_id: str) -> tuple[str, ChangeSet]:
        """Keep what stands here as a draft of its own; returns its id."""
        new_id = self._new_id()
        return new_id, self._drafts.renew(draft_id, new_id)

    def versions(self, draft_id: str) -> tuple[DraftVersion, ...]:
        """Return earlier versions, newest first; they are kept for 30 days."""
        return self._drafts.versions(draft_id)

    def take_back(self, draft_id: str, n: int) -> ChangeSet:
        """Let an earlier version stand again.

        Raises:
            Refused: ``draft.version_gone``.
        """
        return self._drafts.take_back(draft_id, n)
