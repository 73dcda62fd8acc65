"""Handing files in, step by step: looked at off the UI thread, kept at once, changed only with a yes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from inaproc_desktop.ports.filing import Filing, Handed, Shrunk, Spot
from inaproc_desktop.ports.filing_view import FilesView
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.services.registration.staging import Staging


class Handing:
    """The files of the application in sight."""

    def __init__(
        self,
        view: FilesView,
        staging: Staging,
        runner: Runner,
        filing: Callable[[], Filing | None],
        on_changed: Callable[[Filing, str], None],
    ) -> None:
        """Begin without files.

        Args:
            view: shows the slots.
            staging: looks at files and keeps them.
            runner: lanes for work.
            filing: the application in sight.
            on_changed: takes the application with another file, and the slot.
        """
        self._view = view
        self._staging = staging
        self._runner = runner
        self._filing = filing
        self._on_changed = on_changed
        self._offered: dict[str, Shrunk] = {}
        self._as_it_came: dict[str, Handed] = {}
        self._work = CancelToken()

    def show_all(self) -> None:
        """Show the files of another application; what was being looked at is dropped."""
        self.close()
        self._work = CancelToken()
        self._offered, self._as_it_came = {}, {}
        filing = self._filing()
        for slot, handed in filing.files.items() if filing is not None else ():
            self._view.show_handed(slot, handed, edited=False)
            if handed.content is None:
                self._fetch(slot, handed)

    def close(self) -> None:
        """Drop what is being looked at."""
        self._work.cancel()

    def give_path(self, slot: str, path: str) -> None:
        """Take a file that was dropped or chosen."""

        def work(filing: Filing) -> Handed | Shrunk:
            name, content = self._staging.read(path)
            return self._staging.take(filing, slot, name, content)

        self._look(slot, work)

    def give_bytes(self, slot: str, name: str, content: bytes) -> None:
        """Take a picture from the clipboard or the camera."""
        self._look(slot, lambda filing: self._staging.take(filing, slot, name, content))

    def use_smaller(self, slot: str, agreed: bool) -> None:
        """Answer to what a file would be made smaller to."""
        shrunk = self._offered.pop(slot, None)
        if shrunk is not None and agreed:
            self._as_it_came.pop(slot, None)
            self._hand(shrunk.smaller)
        else:
            self._show_former(slot)

    def turn(self, slot: str, degrees: int) -> None:
        """Turn the picture of a slot."""
        self._edit(slot, lambda filing, file: self._staging.turned(filing, file, degrees))

    def crop(self, slot: str, spot: Spot) -> None:
        """Cut the picture of a slot."""
        self._edit(slot, lambda filing, file: self._staging.cropped(filing, file, spot))

    def undo(self, slot: str) -> None:
        """Go back to the picture as it came."""
        came = self._as_it_came.pop(slot, None)
        if came is not None:
            self._hand(came)

    def drop(self, slot: str) -> None:
        """Take a file out of its slot."""
        filing = self._filing()
        if filing is None:
            return
        self._as_it_came.pop(slot, None)
        without = filing.without_file(slot)
        self._on_changed(without, slot)
        self._view.show_handed(slot, None, edited=False)
        self._runner.submit(
            Lane.DATA, self._staging.drop_file, without, slot, on_error=self._view.show_failure
        )

    # ---- inside

    def _fetch(self, slot: str, handed: Handed) -> None:
        self._runner.submit(
            Lane.NETWORK,
            self._staging.content,
            handed,
            on_done=partial(self._view.show_content, slot),
            on_error=partial(self._view.show_file_refused, slot),
            cancel=self._work,
        )

    def _look(self, slot: str, work: Callable[[Filing], Handed | Shrunk]) -> None:
        filing = self._filing()
        if filing is None:
            return
        self._view.show_taking(slot)
        self._runner.submit(
            Lane.NETWORK,
            work,
            filing,
            on_done=partial(self._taken, slot),
            on_error=partial(self._not_taken, slot),
            cancel=self._work,
        )

    def _edit(self, slot: str, work: Callable[[Filing, Handed], Handed]) -> None:
        filing = self._filing()
        handed = filing.files.get(slot) if filing is not None else None
        if filing is None or handed is None or handed.content is None:
            return
        came = self._as_it_came.get(slot, handed)
        self._view.show_taking(slot)

        def done(made: Handed) -> None:
            self._as_it_came[slot] = came
            self._hand(made)

        self._runner.submit(
            Lane.NETWORK,
            work,
            filing,
            handed,
            on_done=done,
            on_error=partial(self._not_taken, slot),
            cancel=self._work,
        )

    def _taken(self, slot: str, found: Handed | Shrunk) -> None:
        if isinstance(found, Shrunk):
            self._offered[slot] = found
            self._view.show_shrunk(slot, found)
            return
        self._as_it_came.pop(slot, None)
        self._hand(found)

    def _not_taken(self, slot: str, error: Exception) -> None:
        self._show_former(slot)
        self._view.show_file_refused(slot, error)

    def _show_former(self, slot: str) -> None:
        filing = self._filing()
        former = filing.files.get(slot) if filing is not None else None
        self._view.show_handed(slot, former, edited=slot in self._as_it_came)

    def _hand(self, handed: Handed) -> None:
        filing = self._filing()
        if filing is None:
            return
        slot = handed.slot.value
        made = filing.with_file(handed)
        self._on_changed(made, slot)
        self._view.show_handed(slot, handed, edited=slot in self._as_it_came)
        self._runner.submit(
            Lane.DATA, self._staging.keep_file, made, handed, on_error=self._view.show_failure
        )
