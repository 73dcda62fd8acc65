"""When a draft is kept, and when it goes to the other devices: at pauses, when it is quiet, on leaving."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from inaproc_core.orders.form import CheckoutForm
from inaproc_desktop.ports.data import Draft
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner

PAUSE_SECONDS = 0.7
"""A pause in typing after which the draft is kept on this machine."""

QUIET_SECONDS = 4.0
"""So long after the last pause it goes to the other devices, once, and not letter by letter."""

Save = Callable[[CheckoutForm, CheckoutForm | None], Draft]


class DraftKeeper:
    """Keeps one form at a time.

    Attributes:
        dirty: something was typed that is not on its way to the disk yet.
        since: the form as it was last known to be kept; what another device changed is told from it.
    """

    def __init__(
        self,
        runner: Runner,
        save: Save,
        sync_now: Callable[[], None],
        *,
        on_saved: Callable[[CheckoutForm, Draft], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Build the keeper.

        Args:
            runner: lanes and timers.
            save: keeps a form durably.
            sync_now: asks for a round, which takes the draft along.
            on_saved: told with what was sent to be kept, and what is kept.
            on_failed: told why it could not be kept; it is tried again with the next edit or on leaving.
        """
        self._runner = runner
        self._save = save
        self._sync_now = sync_now
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._form: CheckoutForm | None = None
        self._pause = CancelToken()
        self._quiet: CancelToken | None = None
        self._leaving = False
        self.dirty = False
        self.since: CheckoutForm | None = None

    def begin(self, form: CheckoutForm) -> None:
        """Take a form as it is kept."""
        self.rest()
        self._form = self.since = form

    def end(self) -> None:
        """Let go of the form: it was submitted, or is no more."""
        self.rest()
        self._form = self.since = None

    def rest(self) -> None:
        """Keep nothing more of what was typed so far."""
        self._pause.cancel()
        self._rest_quiet()
        self.dirty = False

    def hold(self) -> None:
        """Wait with keeping: the form is being submitted, which keeps it too."""
        self._pause.cancel()

    def touch(self, form: CheckoutForm) -> None:
        """Keep this form at the next pause."""
        self._form, self.dirty, self._leaving = form, True, False
        self._pause.cancel()
        self._rest_quiet()
        self._pause = self._runner.after(PAUSE_SECONDS, self._keep)

    def leave(self) -> None:
        """Keep at once what was typed, and let it go to the other devices."""
        self._pause.cancel()
        if self.dirty:
            self._leaving = True
            self._keep()
        elif self._quiet is not None:
            self._rest_quiet()
            self._sync_now()

    def now(self) -> None:
        """Keep at once what was typed."""
        self._pause.cancel()
        if self.dirty:
            self._keep()

    def _keep(self) -> None:
        form = self._form
        if form is None:
            return
        self.dirty = False
        self._runner.submit(
            Lane.DATA,
            self._save,
            form,
            self.since,
            on_done=partial(self._kept, form),
            on_error=self._failed,
        )

    def _kept(self, sent: CheckoutForm, draft: Draft) -> None:
        mine = self._form is not None and self._form.order_id == sent.order_id
        if mine:
            self.since = sent
        if self._leaving:
            self._leaving = False
            self._sync_now()
        elif mine and not self.dirty:
            self._rest_quiet()
            self._quiet = self._runner.after(QUIET_SECONDS, self._send)
        self._on_saved(sent, draft)

    def _failed(self, error: Exception) -> None:
        self.dirty = self._form is not None
        self._on_failed(error)

    def _send(self) -> None:
        self._quiet = None
        self._sync_now()

    def _rest_quiet(self) -> None:
        if self._quiet is not None:
            self._quiet.cancel()
            self._quiet = None
