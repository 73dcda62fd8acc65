"""What the presenter of Kotak Keluar asks of its page."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from inaproc_desktop.ports.data import Link
from inaproc_desktop.ports.outgoing import CardFile, OutboxContent


class OutboxView(Protocol):
    """The page."""

    def show_content(self, content: OutboxContent, link: Link, now: datetime) -> None:
        """Show every deed and the state of the link."""

    def show_card(self, file: CardFile | None, link: Link, now: datetime) -> None:
        """Show one deed beside the list, or none."""

    def show_time(self, now: datetime) -> None:
        """Say the ages again."""

    def show_busy(self, busy: bool) -> None:
        """Keep a choice from being made twice."""

    def ask_proof(self) -> None:
        """Ask the person to prove presence."""

    def show_proof_refused(self, error: Exception) -> None:
        """Say why the proof was not taken; it is asked for again."""

    def end_proof(self) -> None:
        """Close the question for a proof."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
