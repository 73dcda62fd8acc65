"""What has been checked of a machine's confirmed rows, so that the same row is not checked twice."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Seen:
    """Confirmed rows of one history, by scope, kind and entity.

    Attributes:
        epoch: the history.
        revisions: the highest that was seen.
        checked: revision and feed number of the row that was compared with what the backend sent.
    """

    epoch: str = ""
    revisions: dict[tuple[str, str, str], int] = field(default_factory=dict)
    checked: dict[tuple[str, str, str], tuple[int, int]] = field(default_factory=dict)

    def copy(self) -> Seen:
        """Return the same; what comes later goes into one of the two."""
        return Seen(self.epoch, dict(self.revisions), dict(self.checked))
