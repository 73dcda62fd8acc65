"""The change bus: one signal that says what changed; the screens decide whether to read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inaproc_desktop.bridge.tasks import TaskRunner
from inaproc_desktop.ports.ui import ChangeSet

Listener = Callable[[ChangeSet], None]


@dataclass(frozen=True, eq=False)
class _Subscription:
    listener: Listener
    kinds: tuple[str, ...]


class QtChangeBus:
    """Implements :class:`inaproc_desktop.ports.ui.ChangeBus` over the runner's relay.

    Changes that are published within one turn of the window reach a listener one by one, in order.

    Args:
        runner: brings changes from any thread to the UI thread.
    """

    def __init__(self, runner: TaskRunner) -> None:
        self._runner = runner
        self._subscriptions: list[_Subscription] = []

    def publish(self, changes: ChangeSet) -> None:
        """Announce a change; see the port."""
        self._runner.call_soon(lambda: self._tell(changes))

    def subscribe(self, listener: Listener, *kinds: str) -> Callable[[], None]:
        """Listen to changes; see the port."""
        entry = _Subscription(listener, kinds)
        self._subscriptions.append(entry)

        def end() -> None:
            if entry in self._subscriptions:
                self._subscriptions.remove(entry)

        return end

    def _tell(self, changes: ChangeSet) -> None:
        for entry in list(self._subscriptions):
            if entry in self._subscriptions and (not entry.kinds or changes.touches(*entry.kinds)):
                # Each listener on a turn of its own: one that fails keeps nothing from the others.
                self._runner.call_soon(lambda entry=entry: self._deliver(entry, changes))  # type: ignore[misc]

    def _deliver(self, entry: _Subscription, changes: ChangeSet) -> None:
        if entry in self._subscriptions:
            entry.listener(changes)
