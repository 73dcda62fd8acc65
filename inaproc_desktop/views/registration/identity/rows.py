"""Plain values between the wizard of stage 1 and its presenter."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """The pages, by the ids that a draft keeps."""

    TERMS = "terms"
    ACCOUNT = "account"
    EMAIL = "email"
    PHONE = "phone"
    TOTP = "totp"
    CODES = "codes"
    DONE = "done"


class Waiting(StrEnum):
    """What is waited for."""

    NOTHING = ""
    SENDING = "sending"
    CHECKING = "checking"
    CODE = "code"
    CREATING = "creating"
    TOTP = "totp"
