"""The made-up business registry: the companies of the office, and some that are not in INAPROC yet."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert

from inaproc_backend.registration.person_numbers import fingerprint
from inaproc_backend.storage import tables
from inaproc_backend.training.people import nik_of
from inaproc_backend.training.vocabulary import (
    Business,
    BusinessPerson,
    Office,
    Registry,
    Vendor,
    load_registry,
)
from inaproc_core.identifiers import mask
from inaproc_core.registration.vocabulary import Nationality


def add_registry(connection: Connection, office: Office, key: bytes, today: date) -> None:
    """Fill the registry; persons are kept by fingerprint alone."""
    registry = load_registry()
    businesses = [*(_of_office(vendor, office) for vendor in office.vendors), *registry.businesses]
    connection.execute(insert(tables.business_registry), [_row(one, registry, today) for one in businesses])
    connection.execute(
        insert(tables.business_persons),
        [
            {
                "nib": one.nib,
                "no": no,
                "nik_fingerprint": fingerprint(key, Nationality.WNI, person.nik),
                "masked_id": mask(person.nik),
                "name": person.name,
                "position": person.position,
            }
            for one in businesses
            for no, person in enumerate(one.persons, start=1)
        ],
    )


def _of_office(vendor: Vendor, office: Office) -> Business:
    person = BusinessPerson(
        nik=nik_of(vendor.username, office), name=vendor.person, position="PENANGGUNG_JAWAB"
    )
    return Business(
        nib=vendor.nib,
        name=vendor.name,
        form=vendor.name.split()[0],
        npwp=vendor.npwp,
        address=f"{vendor.street}, {vendor.postal_code}",
        kbli="46499",
        persons=[person],
    )


def _row(one: Business, registry: Registry, today: date) -> dict[str, object]:
    return {
        "nib": one.nib,
        "name": one.name,
        "form": one.form,
        "npwp": one.npwp,
        "address": one.address,
        "kbli": one.kbli,
        "registered": one.registered,
        "blacklisted": one.blacklisted,
        "blacklist_reason": one.blacklist_reason,
        "source": registry.source,
        "as_of": today.isoformat(),
    }
