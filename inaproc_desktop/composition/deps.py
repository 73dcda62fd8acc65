"""What pages are built from, and how a page is described to the shell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inaproc_core.calendar import WorkCalendar
from inaproc_core.roles import Role
from inaproc_desktop.ports.accesses import AccessCalls
from inaproc_desktop.ports.attachments import AttachmentShelf, OrderFiles
from inaproc_desktop.ports.data import (
    Backend,
    Cart,
    Catalogue,
    Documents,
    Drafts,
    Link,
    Mirror,
    Outbox,
    SignedIn,
)
from inaproc_desktop.ports.desk import DeskCalls, MailboxCalls
from inaproc_desktop.ports.drafts import SharedDrafts
from inaproc_desktop.ports.keys import KeyStore
from inaproc_desktop.ports.registration import AccountCalls, WizardDrafts
from inaproc_desktop.ports.rules import PolicySource, RegistrationSource
from inaproc_desktop.ports.ui import ChangeBus, Clock, Messages, Navigator, Runner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget  # named only: the office of a person works without windows


@dataclass(frozen=True, kw_only=True)
class Deps:
    """Everything a page may be built from, for one person acting through one access.

    Attributes:
        shelf: supporting documents on this machine.
        order_files: supporting documents of orders, wherever they are.
        account: the person's own account: contact, password, second factor, sessions.
        accesses: profile, uploads, requests for accesses.
        desk: deciding on what others handed in.
        mailbox: messages of training mode.
        shared_drafts: checkouts that the person's other devices have too.
        wizard_drafts: drafts of the registration wizards, with their files.
        registration_rules: dated forms, limits and reasons of registration.
        link: the present state of connection and outbox; changes come over the bus as kind ``link``.
        sync_now: ask the sync engine for a round soon; returns at once.
        agree_to_deletions: let through what was held back because it deletes so much; writes to the file.
    """

    signed_in: SignedIn
    runner: Runner
    bus: ChangeBus
    messages: Messages
    clock: Clock
    navigator: Navigator
    mirror: Mirror
    outbox: Outbox
    drafts: Drafts
    shared_drafts: SharedDrafts
    cart: Cart
    catalogue: Catalogue
    documents: Documents
    backend: Backend
    keys: KeyStore
    shelf: AttachmentShelf
    order_files: OrderFiles
    account: AccountCalls
    accesses: AccessCalls
    desk: DeskCalls
    mailbox: MailboxCalls
    wizard_drafts: WizardDrafts
    registration_rules: RegistrationSource
    policy: PolicySource
    calendar: WorkCalendar
    link: Callable[[], Link]
    sync_now: Callable[[], None]
    agree_to_deletions: Callable[[], None] = lambda: None


@dataclass(frozen=True, kw_only=True)
class PageSpec:
    """One page of the window.

    Attributes:
        place_id: name that ``Navigator.open_page`` uses.
        rail: the rail entry that lights up; the place itself when empty.
        roles: roles whose access may open it.
        make: builds view and presenter and ties them; called when the page is first opened.
        badge: how many things wait there; blocking, called on the data lane; ``None`` for no badge.
    """

    place_id: str
    roles: frozenset[Role]
    make: Callable[[], QWidget]
    rail: str = ""
    badge: Callable[[], int] | None = None
