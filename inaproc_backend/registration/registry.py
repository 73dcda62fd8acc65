"""The business registry port, and the registry that was imported into our own tables.

A registry of our own is a partial extract: a NIB that it does not hold may well be registered at OSS, so
nothing is said about it and a verifikator looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement

_BUSINESS = Statement(
    """
    SELECT nib, name, form, npwp, address, kbli, registered, blacklisted, source, as_of
    FROM business_registry WHERE nib = :nib
    """
)
_PERSONS = Statement(
    "SELECT nik_fingerprint, masked_id, name, position FROM business_persons WHERE nib = :nib ORDER BY no"
)


@dataclass(frozen=True, kw_only=True)
class BusinessPerson:
    """A person whom the NIB names; the number itself is never kept.

    Attributes:
        position: ``DIREKTUR``, ``PENANGGUNG_JAWAB`` or ``PEMEGANG_SAHAM``.
    """

    nik_fingerprint: str
    masked_id: str
    name: str
    position: str


@dataclass(frozen=True, kw_only=True)
class Business:
    """What a registry says of a NIB.

    Attributes:
        form: ``PT``, ``CV``, ``PERORANGAN`` …
        kbli: codes, separated by blanks.
        registered: the NIB is valid at its source.
        blacklisted: its NPWP is on the Daftar Hitam.
        persons: empty when the registry names none.
        source, as_of: whose data, and of which day.
    """

    nib: str
    name: str
    form: str
    npwp: str
    address: str
    kbli: str
    registered: bool
    blacklisted: bool
    source: str
    as_of: str
    persons: Sequence[BusinessPerson] = ()


class BusinessRegistry(Protocol):
    """Looks up businesses. An implementation for OSS would keep what it fetched in the same tables."""

    def find(self, connection: Connection, nib: str) -> Business | None:
        """Return what is known of a NIB; ``None`` when nothing is."""


class ImportedRegistry:
    """The registry in ``business_registry`` and ``business_persons``."""

    def find(self, connection: Connection, nib: str) -> Business | None:
        """Return what is known of a NIB; ``None`` when nothing is."""
        row = _BUSINESS.one(connection, {"nib": nib})
        if row is None:
            return None
        persons = [
            BusinessPerson(nik_fingerprint=one[0], masked_id=one[1], name=one[2], position=one[3])
            for one in _PERSONS.all(connection, {"nib": nib})
        ]
        return Business(
            nib=row[0],
            name=row[1],
            form=row[2],
            npwp=row[3],
            address=row[4],
            kbli=row[5],
            registered=bool(row[6]),
            blacklisted=bool(row[7]),
            source=row[8],
            as_of=row[9],
            persons=persons,
        )
