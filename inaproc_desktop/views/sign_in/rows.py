"""Plain values between the sign-in page and its presenter."""

from __future__ import annotations

from enum import StrEnum


class Busy(StrEnum):
    """What the page is waiting for."""

    NOTHING = ""
    SERVER = "server"
    SIGNING_IN = "signing_in"
    RESTORING = "restoring"
    TRAINING = "training"
