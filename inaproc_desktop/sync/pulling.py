"""Fetching what is new: pages of the feed, and the catalogue when it has moved on."""

from __future__ import annotations

from collections.abc import Callable

from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.sync import CatalogueFile, Wire, WorkFile
from inaproc_desktop.ports.ui import ChangeSet, Clock

_NEW_HISTORY = "sync.epoch_changed"


class Puller:
    """Pulls pages and applies each in one transaction."""

    def __init__(
        self,
        file: WorkFile,
        catalogue: CatalogueFile,
        wire: Wire,
        publish: Callable[[ChangeSet], None],
        clock: Clock,
    ) -> None:
        self._file = file
        self._catalogue = catalogue
        self._wire = wire
        self._publish = publish
        self._clock = clock
        self._catalogue_is_of_another_history = False

    def pull_all(self) -> int:
        """Pull until nothing is new; returns the catalogue's sequence on the backend.

        Raises:
            WorldFailed: no link, or rows are missing; what was applied stays applied.
            BackendRefused: the session has ended, or the backend was put back to an earlier state.
        """
        started_anew = False
        while True:
            try:
                answer = self._wire.pull(self._file.position())
                changes = self._file.apply(answer)
            except BackendRefused as refused:
                if refused.refusal.code != _NEW_HISTORY or started_anew:
                    raise
                started_anew = True
                self._publish(self._file.forget_history())
                self._catalogue_is_of_another_history = True
                continue
            except WorldFailed as failed:
                if failed.code != "world.answer" or started_anew:
                    raise
                started_anew = True  # the scope with the hole is fetched from its beginning, once
                continue
            if changes.kinds:
                self._publish(changes)
            if not answer.more:
                break
        self._file.finish(self._clock.now())
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
