"""The people of the training office: who they are, what they may act as, and their one public password."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from inaproc_backend.storage import tables
from inaproc_backend.storage.times import to_text
from inaproc_backend.training.vocabulary import PASSWORD, Office, load_office
from inaproc_core.roles import Role


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody to sign in as, for the sign-in page of training mode."""

    username: str
    name: str
    role: str
    office: str


def people() -> list[Person]:
    """Return the training people in the order of a purchase: officials, then penyedia."""
    office = load_office()
    officials = [
        Person(username=one.username, name=one.name, role=one.role, office=office.satker.name)
        for one in office.officials
    ]
    sellers = [
        Person(username=one.username, name=one.person, role=Role.PENYEDIA.value, office=one.name)
        for one in office.vendors
    ]
    return officials + sellers


def user_id(username: str) -> str:
    """Return the id of a training person."""
    return f"latihan-u-{username}"


def access_id(username: str) -> str:
    """Return the id of the one access that a training person has."""
    return f"latihan-a-{username}"


def add_people(
    connection: Connection, office: Office, now: datetime, hash_password: Callable[[str], str]
) -> None:
    """Add the people that are not there yet, and the accesses of all."""
    nips = {one.username: one.nip for one in office.officials}
    known = set(connection.execute(select(tables.people.c.id)).scalars())
    new = [person for person in people() if user_id(person.username) not in known]
    if new:
        encoded = hash_password(PASSWORD)
        connection.execute(
            insert(tables.people),
            [
                {
                    "id": user_id(person.username),
                    "username": person.username,
                    "name": person.name,
                    "nip": nips.get(person.username, ""),
                    "email": f"{person.username}@latihan.invalid",
                    "simulation": True,
                    "created_at": to_text(now),
                }
                for person in new
            ],
        )
        connection.execute(
            insert(tables.credentials),
            [{"user_id": user_id(person.username), "password_hash": encoded} for person in new],
        )
    officials = [
        _access(one.username, one.role, one.position, satker_id=office.satker.id) for one in office.officials
    ]
    sellers = [
        _access(one.username, Role.PENYEDIA.value, one.position, vendor_id=one.id) for one in office.vendors
    ]
    connection.execute(insert(tables.accesses), officials + sellers)


def _access(
    username: str, role: str, position: str, *, satker_id: str | None = None, vendor_id: str | None = None
) -> Mapping[str, str | None]:
    return {
        "id": access_id(username),
        "user_id": user_id(username),
        "role": role,
        "position": position,
        "satker_id": satker_id,
        "vendor_id": vendor_id,
    }
