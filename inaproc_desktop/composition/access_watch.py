"""Accesses that begin, change or end while their owner is at the window."""

from __future__ import annotations

from collections.abc import Callable

from inaproc_desktop.ports.data import BackendRefused, SignedIn, WorldFailed
from inaproc_desktop.ports.ui import CancelToken, ChangeBus, ChangeSet, Lane, Level, Message, Runner
from inaproc_desktop.services.session import SessionService
from inaproc_desktop.views.words import role_label

_PAUSE_SECONDS = 0.2


class AccessWatch:
    """Asks for the accesses again when the feed says that one has changed.

    The backend decides on every command by the accesses as they stand there; this only lets the window say so
    before a command is refused.
    """

    def __init__(
        self,
        *,
        bus: ChangeBus,
        runner: Runner,
        session: SessionService,
        signed_in: Callable[[], SignedIn],
        on_changed: Callable[[SignedIn, SignedIn], None],
    ) -> None:
        """Begin to watch.

        Args:
            bus: brings changes of kinds ``access`` and ``filing`` (a decision on what was handed in).
            runner: asks off the UI thread.
            session: knows the backend.
            signed_in: the person as they stand in the window now.
            on_changed: called on the UI thread with the person before and after.
        """
        self._runner = runner
        self._session = session
        self._signed_in = signed_in
        self._on_changed = on_changed
        self._token = CancelToken()
        self._pause: CancelToken | None = None
        self._end = bus.subscribe(self._noted, "access", "filing")

    def close(self) -> None:
        """Stop watching."""
        self._end()
        self._token.cancel()
        if self._pause is not None:
            self._pause.cancel()

    def _noted(self, _changes: ChangeSet) -> None:
        if self._pause is None:
            self._pause = self._runner.after(_PAUSE_SECONDS, self._ask)

    def _ask(self) -> None:
        self._pause = None
        self._runner.submit(
            Lane.NETWORK,
            self._session.refresh_accesses,
            self._signed_in(),
            on_done=self._answered,
            on_error=_leave_it,
            cancel=self._token,
        )

    def _answered(self, after: SignedIn) -> None:
        before = self._signed_in()
        if after.accesses != before.accesses or after.session.profile_status != before.session.profile_status:
            self._on_changed(before, after)


def access_news(before: SignedIn, after: SignedIn) -> Message | None:
    """Return what to tell the person: the active access ended, or a new one began."""
    if after.access.access_id != before.access.access_id and before.access.access_id:
        row = before.access
        return Message(
            level=Level.WARNING,
            code="access.ended_here",
            facts={"role": role_label(row.role), "office": row.satker_name or row.vendor_name},
        )
    known = {access.access_id for access in before.accesses}
    for access in after.accesses:
        if access.access_id not in known:
            office = access.satker_name or access.vendor_name or access.klpd_name
            facts = {"role": role_label(access.role), "office": office}
            return Message(level=Level.DONE, code="access.begun_here", facts=facts)
    return None


def _leave_it(error: Exception) -> None:
    """Without a link the next command is decided by the backend all the same."""
    if not isinstance(error, (BackendRefused, WorldFailed)):
        raise error
