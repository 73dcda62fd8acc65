"""The kinds of trouble, and how much of each a seed deals out."""

from __future__ import annotations

import random
from collections import Counter
from enum import StrEnum


class Fault(StrEnum):
    """One kind of trouble."""

    NO_LINK = "no link"
    REQUEST_LOST = "request lost"
    REQUEST_LATE = "request late: arrives after its sender gave up"
    REQUEST_DOUBLED = "request delivered twice"
    REQUEST_AGAIN_LATER = "copy of a request delivered again much later"
    ANSWER_LOST = "answer lost"
    ANSWER_CUT = "connection cut in the middle of the answer"
    ROWS_DROPPED = "feed rows missing in the middle of a page"
    ROWS_CUT = "feed rows missing at the end of a page"
    PAGE_SHORT = "feed page truncated by the backend's limit"
    SERVER_DIES_BEFORE_COMMIT = "backend killed before a commit"
    SERVER_DIES_AFTER_COMMIT = "backend killed after a commit"
    SERVER_RESTART = "backend restarted"
    SERVER_AWAY = "backend away for a while"
    SERVER_BUG = "backend fails on one command"
    CLIENT_TOO_OLD = "backend wants a newer program for a while"
    VERSION_UNKNOWN = "backend does not know a command for a while"
    COMMON_COMMIT = "batches of several people made durable by one commit"
    KILL_BEFORE_COMMIT = "client killed before a local commit"
    KILL_AFTER_COMMIT = "client killed after a local commit"
    KILL_WHILE_WAITING = "client killed while it waits for an answer"
    CLIENT_RESTART = "client closed and opened"
    DISK_FULL = "client's disk is full"
    DISK_BUSY = "client's file is locked"
    CLOCK_SKEW = "client's clock jumps"
    TIME_PASSES = "hours or days pass: deadlines, tokens"
    SESSION_ENDED = "session ended from elsewhere"
    KEYRING_LOST = "kept refresh token not replaced"
    ROLE_REVOKED = "access revoked or given back"
    PAGU_CHANGED = "pagu of a RUP changed"
    PRODUCT_CHANGED = "product delisted, listed or priced anew"
    EPOCH_CHANGED = "new history without loss"
    BACKEND_RESTORED = "backend put back to an earlier state"


_LEVELS = (0.0, 0.0, 0.0, 0.02, 0.05, 0.1, 0.25)
_OFTEN = 0.4
_SCALE = {
    # These are drawn at every local commit, or bring everything to a halt: a lower level is as instructive.
    Fault.KILL_BEFORE_COMMIT: 0.12,
    Fault.KILL_AFTER_COMMIT: 0.12,
    Fault.DISK_FULL: 0.2,
    Fault.DISK_BUSY: 0.2,
    Fault.KILL_WHILE_WAITING: 0.4,
    Fault.SERVER_DIES_BEFORE_COMMIT: 0.4,
    Fault.SERVER_DIES_AFTER_COMMIT: 0.4,
    Fault.SERVER_BUG: 0.3,
    Fault.CLIENT_TOO_OLD: 0.4,
    Fault.VERSION_UNKNOWN: 0.6,
    Fault.ROWS_DROPPED: 0.6,
    Fault.ROWS_CUT: 0.6,
    Fault.PAGE_SHORT: 3.0,
    Fault.COMMON_COMMIT: 9.0,
    Fault.EPOCH_CHANGED: 0.8,
    Fault.BACKEND_RESTORED: 0.8,
}


class Plan:
    """How likely each fault is in one schedule, and how often it came.

    Attributes:
        weights: chance at each opportunity.
        dealt: how often each was dealt out.
    """

    def __init__(self, dice: random.Random, *, calm: bool = False, wants: tuple[Fault, ...] = ()) -> None:
        """Draw the weights.

        Args:
            dice: chance.
            calm: no trouble at all.
            wants: trouble that comes often, whatever the dice say.
        """
        self._dice = dice
        self.weights = {
            fault: 0.0 if calm else min(0.9, dice.choice(_LEVELS) * _SCALE.get(fault, 1.0)) for fault in Fault
        }
        for fault in wants:
            self.weights[fault] = min(0.9, _OFTEN * _SCALE.get(fault, 1.0))
        self.dealt: Counter[Fault] = Counter()
        self.paused = calm

    def strikes(self, fault: Fault) -> bool:
        """Return whether the fault comes now; noted if it does."""
        weight = self.weights[fault]
        if self.paused or weight == 0.0 or self._dice.random() >= weight:
            return False
        self.dealt[fault] += 1
        return True
