"""What the presenter asks of the wizard's page."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from inaproc_core.errors import Refusal
from inaproc_desktop.ports.filing import FilingSheet, FilingStatus
from inaproc_desktop.ports.filing_view import FilesView, LookUpView


class FilingView(FilesView, LookUpView, Protocol):
    """What the presenter asks of the page."""

    def show_loading(self) -> None:
        """Say that it is being looked up how things stand."""

    def show_filing(self, sheet: FilingSheet, page: str) -> None:
        """Build the wizard for an application, at one of its pages."""

    def show_sheet(self, sheet: FilingSheet, complaints: Collection[str]) -> None:
        """Show what the rules say; fields stay as they are but for what was filled in for the person.

        Args:
            sheet: the application.
            complaints: parts whose problem is to be said; the others are not finished yet.
        """

    def show_page(self, page: str) -> None:
        """Show another page."""

    def focus_part(self, part: str) -> None:
        """Bring a field or slot of the page in sight before the eyes."""

    def show_standing(self, status: FilingStatus, now: datetime, *, online: bool) -> None:
        """Say how the application stands."""

    def show_kept(self, at: datetime | None) -> None:
        """Say when the draft was kept; ``None`` while it is being typed."""

    def show_resumed(self) -> None:
        """Say that this is what was left half-way."""

    def show_online(self, online: bool) -> None:
        """Say that there is no link, and what that means here."""

    def show_progress(self, done: int, total: int) -> None:
        """Cover the pages and say how much was sent; ``total`` 0: the form itself is under way."""

    def hide_progress(self) -> None:
        """Uncover the pages."""

    def show_refused(self, refusal: Refusal, sentence: str) -> None:
        """Say that the backend did not take it, at the part if it is one of a page in sight."""

    def show_letter_saved(self, name: str) -> None:
        """Say where the sample letter went."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work; nothing is lost."""
