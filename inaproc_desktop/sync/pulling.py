"""Fetching what is new: pages of the feed, and the catalogue when it has moved on."""

from __future__ import annotations

from collections.abc import Callable

from inaproc_core.wire.messages import changed
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.sync import CatalogueFile, Wire, WorkFile
from inaproc_desktop.ports.ui import ChangeSet, Clock

_NEW_HISTORY = "sync.epoch_changed"

SMALL_PAGE = 256 * 1024
LARGE_PAGE = 4 * 1024 * 1024


class Puller:
    """Pulls the pages of a checkpoint; the work file applies them with the last one.

    The first page is small, each one after is twice as large, and a failure makes them small again: over a
    bad link a page that is cut costs little.
    """

    def __init__(
        self,
        file: WorkFile,
        catalogue: CatalogueFile,
        wire: Wire,
        publish: Callable[[ChangeSet], None],
        clock: Clock,
        answered: Callable[[], None] = lambda: None,
    ) -> None:
        self._file = file
        self._catalogue = catalogue
        self._wire = wire
        self._publish = publish
        self._clock = clock
        self._answered = answered
        self._catalogue_is_of_another_history = False
        self._page_bytes = SMALL_PAGE

    def pull_all(self) -> int:
        """Pull until nothing is new; returns the catalogue's sequence on the backend.

        Raises:
            WorldFailed: no link, rows are missing, or most of a scope would go; what was fetched is kept for
                the next attempt where it can be.
            BackendRefused: the session has ended, or the backend was put back to an earlier state.
        """
        started_anew = False
        while True:
            try:
                asked = changed(self._file.position(), want_bytes=self._page_bytes)
                answer = self._wire.pull(asked)
                self._answered()
                changes = self._file.apply(answer)
            except BackendRefused as refused:
                if refused.refusal.code != _NEW_HISTORY or started_anew:
                    raise
                started_anew = True
                self._publish(self._file.forget_history())
                self._catalogue_is_of_another_history = True
                continue
            except WorldFailed as failed:
                self._page_bytes = SMALL_PAGE
                if failed.code != "world.answer" or started_anew:
                    raise
                started_anew = True  # the scope with the hole is fetched from its beginning, once
                continue
            if changes.kinds:
                self._publish(changes)
            self._page_bytes = min(2 * self._page_bytes, LARGE_PAGE)
            if not answer.more:
                return answer.catalogue_seq

    def refresh_catalogue(self, wanted: int) -> bool:
        """Fetch the catalogue unless the wanted one is held; returns whether a new one is in use."""
        held = 0 if self._catalogue_is_of_another_history else self._catalogue.seq()
        if held == wanted:
            return False
        pack = self._wire.catalogue_pack(held)
        if pack is None:
            return False
        self._publish(self._catalogue.replace(pack, self._clock.now()))
        self._catalogue_is_of_another_history = False
        return True
