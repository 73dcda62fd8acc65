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
from inaproc_desktop.ports.drafts import DraftClash, DraftVersion


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

    def show_followed(self, sheet: CheckoutSheet, device: str, *, begun_anew: bool) -> None:
        """Fill the fields with what came from another device; what is in focus stays in focus.

        Args:
            sheet: as it is now.
            device: where it came from, ``-`` where nobody knows.
            begun_anew: the draft ended there, and what was typed here goes on as a draft of its own.
        """

    def show_clash(self, clash: DraftClash | None, sheet: CheckoutSheet) -> None:
        """Ask what is to stand where two devices did what does not go together; ``None`` asks nothing."""

    def show_versions(self, versions: Sequence[DraftVersion]) -> None:
        """Let the person take back an earlier version."""

    def show_ended(self) -> None:
        """Say that the draft was submitted or thrown away on another device."""
