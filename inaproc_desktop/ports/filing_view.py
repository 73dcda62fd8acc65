"""What services of the wizards tell the page while they work off the UI thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from inaproc_core.wire.registration import Instansi, Office
from inaproc_desktop.ports.filing import Handed, Shrunk


class FilesView(Protocol):
    """What shows the slots."""

    def show_taking(self, slot: str) -> None:
        """Say that a file is being looked at."""

    def show_shrunk(self, slot: str, shrunk: Shrunk) -> None:
        """Ask whether the smaller file is to be used."""

    def show_handed(self, slot: str, handed: Handed | None, *, edited: bool) -> None:
        """Show the file of a slot; ``edited``: the way back to the picture as it came is open."""

    def show_content(self, slot: str, content: bytes) -> None:
        """Show the content of a file that came from the backend."""

    def show_file_refused(self, slot: str, error: Exception) -> None:
        """Say why a file was not taken; the former one stays."""

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""


class LookUpView(Protocol):
    """What shows the answers."""

    def show_offices(self, offices: Sequence[Office]) -> None:
        """Answer a search for satker."""

    def show_instansi(self, instansi: Sequence[Instansi]) -> None:
        """Answer a search for K/L/PD."""

    def show_search_failed(self, field_id: str, error: Exception) -> None:
        """Say at the field that nothing can be looked up now."""

    def show_checking_nib(self, checking: bool) -> None:
        """Say that the registries are being asked."""
