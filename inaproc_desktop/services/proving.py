"""Deeds that need proven presence: tried first, and asked for only when the backend wants a proof.

A proof counts for some minutes on the backend, so most deeds go through without asking.
"""

from __future__ import annotations

from collections.abc import Callable

from inaproc_desktop.ports.data import BackendRefused
from inaproc_desktop.ports.desk import STEP_UP_REQUIRED, ProofView
from inaproc_desktop.ports.ui import Lane, Runner


class Proving:
    """Holds the one deed of a page that waits for a proof."""

    def __init__(
        self,
        view: ProofView,
        runner: Runner,
        step_up: Callable[[str, str], int],
        on_dropped: Callable[[], None],
    ) -> None:
        """Begin without a deed.

        Args:
            view: asks the person.
            runner: work lanes.
            step_up: proves presence to the backend with code or password.
            on_dropped: called when the person does not want to prove it; nothing was sent.
        """
        self._view = view
        self._runner = runner
        self._step_up = step_up
        self._on_dropped = on_dropped
        self._held: Callable[[], None] | None = None

    def run(
        self, deed: Callable[[], object], on_done: Callable[[], None], on_error: Callable[[Exception], None]
    ) -> None:
        """Run a deed on the network lane; it is run again after a proof where one is needed.

        Args:
            deed: blocks; the same one again must have no second effect.
            on_done: called when it succeeded.
            on_error: gets every other failure.
        """

        def failed(error: Exception) -> None:
            if isinstance(error, BackendRefused) and error.refusal.code == STEP_UP_REQUIRED:
                self._held = lambda: self.run(deed, on_done, on_error)
                self._view.ask_proof()
            else:
                on_error(error)

        self._runner.submit(Lane.NETWORK, deed, on_done=lambda _result: on_done(), on_error=failed)

    def prove(self, code: str, password: str) -> None:
        """Send a proof, and after it the deed that waits."""
        self._runner.submit(
            Lane.NETWORK,
            self._step_up,
            code,
            password,
            on_done=lambda _seconds: self._proven(),
            on_error=self._view.show_proof_error,
        )

    def drop(self) -> None:
        """The person does not go on."""
        if self._held is not None:
            self._held = None
            self._on_dropped()

    def _proven(self) -> None:
        held, self._held = self._held, None
        self._view.close_proof()
        if held is not None:
            held()
