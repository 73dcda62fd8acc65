"""Values between the screens of stage 1 and account safety and their services."""

from __future__ import annotations

from dataclasses import dataclass, field

from inaproc_core.errors import Refusal
from inaproc_core.wire.account import AccountView, SecurityEvent, SessionRow


@dataclass(frozen=True, kw_only=True)
class IdentityForm:
    """The form of stage 1 as it was typed."""

    full_name: str = ""
    username: str = ""
    email: str = ""
    phone: str = ""
    password: str = field(default="", repr=False)
    password_again: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class FieldNews:
    """What can be said of a field while it is typed.

    Attributes:
        refusal: what is wrong with it.
        meant: the well-known domain that the email probably meant.
        tidy: the value as it will be sent (``+62…``, lower case).
    """

    refusal: Refusal | None = None
    meant: str = ""
    tidy: str = ""


@dataclass(frozen=True, kw_only=True)
class TotpSetup:
    """A second factor that waits for its first code. In memory only.

    Attributes:
        key: for typing, in groups of four.
        modules: the QR code, rows of dark (true) and light.
    """

    key: str = field(repr=False)
    modules: tuple[tuple[bool, ...], ...] = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class AccountState:
    """Everything the page of account safety shows."""

    account: AccountView
    devices: tuple[SessionRow, ...]
    events: tuple[SecurityEvent, ...]
