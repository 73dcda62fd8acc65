"""What the presenter asks of the checkout page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from inaproc_core.errors import Refusal
from inaproc_core.orders.facts import RupFact
from inaproc_desktop.ports.attachments import AttachmentsView
from inaproc_desktop.ports.catalogue import Region
from inaproc_desktop.ports.checkout import CheckoutSheet, Submission


class CheckoutView(AttachmentsView, Protocol):
    """What the presenter asks of the page."""

    def show_form(self, sheet: CheckoutSheet) -> None:
        """Fill every field, and show what the rules say."""

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show what the rules say; fields stay as they are."""

    def show_places(self, sheet: CheckoutSheet, place_id: str) -> None:
        """Show the places anew, with one of them in the editor."""

    def show_rups(self, rups: Sequence[RupFact]) -> None:
        """Answer a search for packages."""

    def show_regions(self, regions: Sequence[Region]) -> None:
        """Answer a search for regions."""

    def show_saved(self, at: datetime | None) -> None:
        """Say when the draft was last kept; ``None`` while it is being typed."""

    def show_online(self, online: bool) -> None:
        """Say what Ajukan Negosiasi will do now."""

    def show_refused(self, refusal: Refusal, field: str) -> None:
        """Say at a field why the checkout was refused."""

    def show_busy(self, busy: bool) -> None:
        """Keep everything from being edited while it is being sent."""

    def show_sent(self, submission: Submission, online: bool) -> None:
        """Say that it was sent and is not an order yet."""

    def show_nothing(self) -> None:
        """Say that there is no checkout to work on."""
