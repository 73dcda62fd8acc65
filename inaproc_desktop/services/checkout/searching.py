"""Searches on the Checkout page: packages of the satker, and regions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from inaproc_core.orders.facts import RupFact
from inaproc_desktop.ports.catalogue import Region
from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.services.checkout.known import Known, find_rups
from inaproc_desktop.services.checkout.service import CheckoutService


class SearchView(Protocol):
    """What is asked of the page."""

    def show_rups(self, rups: Sequence[RupFact]) -> None:
        """Answer a search for packages."""

    def show_regions(self, regions: Sequence[Region]) -> None:
        """Answer a search for regions."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class Searching:
    """Answers while a person types into a picker."""

    def __init__(
        self,
        view: SearchView,
        service: CheckoutService,
        runner: Runner,
        known: Callable[[], Known | None],
    ) -> None:
        self._view = view
        self._service = service
        self._runner = runner
        self._known = known
        self._asking = CancelToken()

    def close(self) -> None:
        """Drop the answer under way."""
        self._asking.cancel()

    def find_rups(self, text: str) -> None:
        """Search packages of the satker."""
        known = self._known()
        if known is not None:
            self._view.show_rups(find_rups(known, text))

    def find_regions(self, text: str) -> None:
        """Search desa, kelurahan and kecamatan."""
        self._asking.cancel()
        # Not DATA: the very first search on a machine waits for the index of regions, and drafts, prices
        # and orders must not wait behind it. The index is a file of its own.
        self._asking = self._runner.submit(
            Lane.NETWORK,
            self._service.regions,
            text,
            on_done=self._view.show_regions,
            on_error=self._view.show_failure,
        )
