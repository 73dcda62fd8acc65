"""What the presenter asks of the page of accesses."""

from __future__ import annotations

from typing import Protocol

from inaproc_desktop.ports.accesses import AccessBook, Reporter


class AccessesView(Protocol):
    """What the presenter asks of the page."""

    def show_loading(self, loading: bool) -> None:
        """Say that the backend is being asked."""

    def show_book(self, book: AccessBook, *, online: bool) -> None:
        """Show accesses and requests."""

    def show_withdrawn(self) -> None:
        """Say that a request was taken back."""

    def copy_report(self, reporter: Reporter, about: str, book: AccessBook) -> None:
        """Put the text of a ticket on the clipboard; ``about`` is a request or empty."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
