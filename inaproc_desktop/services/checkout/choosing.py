"""What the person chooses about the draft that is open: after a clash, and among earlier versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from inaproc_core.orders.merging import Side
from inaproc_desktop.ports.drafts import DraftVersion
from inaproc_desktop.ports.ui import ChangeBus, ChangeSet, Lane, Runner
from inaproc_desktop.services.checkout.service import DRAFT_KIND
from inaproc_desktop.services.checkout.sharing import CheckoutSharing


class VersionsView(Protocol):
    """What is asked of the page."""

    def show_versions(self, versions: Sequence[DraftVersion]) -> None:
        """Let the person take back an earlier version."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class Choosing:
    """Carries what the person chooses about the draft that is open."""

    def __init__(
        self,
        view: VersionsView,
        sharing: CheckoutSharing,
        runner: Runner,
        bus: ChangeBus,
        *,
        keep_now: Callable[[], None],
        draft_id: Callable[[], str],
        read_again: Callable[[str], None],
        sync_now: Callable[[], None],
    ) -> None:
        """Put it together.

        Args:
            view: the page.
            sharing: the deeds.
            runner: lanes for work.
            bus: told what changed.
            keep_now: keeps what is being typed before anything is decided about it.
            draft_id: which draft is open, empty for none.
            read_again: shows a draft as it stands now.
            sync_now: takes the decision to the other devices.
        """
        self._view = view
        self._sharing = sharing
        self._runner = runner
        self._bus = bus
        self._keep_now = keep_now
        self._draft_id = draft_id
        self._read_again = read_again
        self._sync_now = sync_now

    def resolve(self, choices: Mapping[str, Side]) -> None:
        """Put both versions together as chosen."""
        draft_id = self._draft_id()
        if not draft_id:
            return
        self._keep_now()

        def done(changes: ChangeSet) -> None:
            self._told(changes)
            self._read_again(draft_id)

        self._runner.submit(
            Lane.DATA,
            self._sharing.resolve,
            draft_id,
            choices,
            on_done=done,
            on_error=self._view.show_failure,
        )

    def keep_as_new(self) -> None:
        """Keep what stands here as a draft of its own: the shared one has ended elsewhere."""
        draft_id = self._draft_id()
        if not draft_id:
            return
        self._keep_now()

        def done(result: tuple[str, ChangeSet]) -> None:
            new_id, changes = result
            self._told(changes)
            self._read_again(new_id)

        self._runner.submit(
            Lane.DATA,
            self._sharing.keep_as_new,
            draft_id,
            on_done=done,
            on_error=self._view.show_failure,
        )

    def ask_versions(self) -> None:
        """Show earlier versions."""
        draft_id = self._draft_id()
        if not draft_id:
            return

        def done(versions: tuple[DraftVersion, ...]) -> None:
            self._view.show_versions(versions)

        self._runner.submit(
            Lane.DATA,
            self._sharing.versions,
            draft_id,
            on_done=done,
            on_error=self._view.show_failure,
        )

    def take_back(self, n: int) -> None:
        """Let an earlier version stand again."""
        draft_id = self._draft_id()
        if not draft_id:
            return
        self._keep_now()

        def done(changes: ChangeSet) -> None:
            self._told(changes)
            self._read_again(draft_id)

        self._runner.submit(
            Lane.DATA,
            self._sharing.take_back,
            draft_id,
            n,
            on_done=done,
            on_error=self._view.show_failure,
        )

    def _told(self, changes: ChangeSet) -> None:
        self._bus.publish(ChangeSet(kinds=changes.kinds, ids=changes.ids, initiator=DRAFT_KIND))
        self._sync_now()
