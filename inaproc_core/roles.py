"""Who may act: roles, the actor of a command, and the party of an order they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Roles of an access (registration.md §4); wire values."""

    PP = "PP"
    PPK = "PPK"
    PA = "PA"
    KPA = "KPA"
    PPSPM = "PPSPM"
    BUD = "BUD"
    POKJA = "POKJA"
    BENDAHARA = "BENDAHARA"
    PENYEDIA = "PENYEDIA"
    VERIFIKATOR = "VERIFIKATOR"
    APIP = "APIP"
    ADMIN = "ADMIN"
    APPLICANT = "APPLICANT"
    """Signed in without an active access: may register, and read nothing of others."""
    SYSTEM = "SYSTEM"


BUYERS = frozenset({Role.PP, Role.PPK, Role.POKJA})
"""Roles that check out and negotiate for a satker."""

OBSERVERS = frozenset({Role.APIP, Role.PA, Role.KPA, Role.PPSPM, Role.BUD})
"""Officials who see every order of their satker and have no move in it."""


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A person acting through one of their accesses.

    Attributes:
        user_id: the person; four-eyes rules compare this, never the access.
        access_id: the access (role assignment) that is used.
        role: its role.
        name: full name as verified, for records and documents.
        satker_id: the satker of an official's access, empty for a penyedia.
        vendor_id: the penyedia of a vendor access, empty for an official.
        position: title printed under a signature ("Pejabat Pembuat Komitmen").
        nip: 18 digits of a civil servant, empty otherwise.
    """

    user_id: str
    access_id: str
    role: Role
    name: str
    satker_id: str = ""
    vendor_id: str = ""
    position: str = ""
    nip: str = ""


SYSTEM = Actor(user_id="system", access_id="system", role=Role.SYSTEM, name="Sistem")
"""The clock and other machines: deadlines, delistings."""
