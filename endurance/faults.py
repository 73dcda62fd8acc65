"""How bad the line is: what each exchange may suffer, drawn by seeded dice."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum


class Cut(StrEnum):
    """A partition of one machine from the backend."""

    NONE = "none"
    OUT = "out"
    """Nothing gets to the backend."""
    IN = "in"
    """Requests arrive, answers do not."""
    BOTH = "both"


class Trouble(StrEnum):
    """What happens to one exchange."""

    LOST = "request lost"
    RESET = "reset in the middle of the answer"
    CUT_SHORT = "answer cut short"
    STALL = "silence before the answer"
    DOUBLED = "request doubled"


@dataclass(frozen=True, kw_only=True)
class Weather:
    """Shares of all exchanges, and seconds.

    Attributes:
        doubled: of all POST requests, sent to the backend a second time on another connection.
        delay: longest way there and back.
        stall: longest silence.
    """

    lost: float = 0.0
    reset: float = 0.0
    cut_short: float = 0.0
    stalled: float = 0.0
    doubled: float = 0.0
    delay: float = 0.0
    stall: float = 0.0

    def strikes(self, dice: random.Random) -> Trouble | None:
        """Draw what happens to an exchange, besides its delay."""
        luck = dice.random()
        for share, trouble in (
            (self.lost, Trouble.LOST),
            (self.reset, Trouble.RESET),
            (self.cut_short, Trouble.CUT_SHORT),
            (self.stalled, Trouble.STALL),
            (self.doubled, Trouble.DOUBLED),
        ):
            if luck < share:
                return trouble
            luck -= share
        return None


CALM = Weather()
ROUGH = Weather(lost=0.03, reset=0.03, cut_short=0.03, stalled=0.02, doubled=0.05, delay=0.6, stall=6.0)
"""5 % doubled and up to 600 ms, as protocol.md 3.3 B5 asks."""
