"""The people of the training office: who they are, what they may act as, and their one public password."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from inaproc_backend.registration.person_numbers import fingerprint
from inaproc_backend.registration.stored_profiles import StoredProfile, add_profile
from inaproc_backend.storage import tables
from inaproc_backend.storage.times import to_text
from inaproc_backend.training.vault import Vault
from inaproc_backend.training.vocabulary import PASSWORD, Office, Official, load_applicants, load_office
from inaproc_core.identifiers import Nik, mask
from inaproc_core.registration.vocabulary import AccessKind, Nationality, ProfileStatus
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
    places = {"VAI": office.klpd.name, "VERIFIKATOR_INAPROC": "INAPROC"}
    officials = [
        Person(
            username=one.username,
            name=one.name,
            role=one.role,
            office=places.get(one.kind, office.satker.name),
        )
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


def nik_of(username: str, office: Office) -> str:
    """Return the made-up NIK of an official or a penyedia's person: no region begins with 9999.

    Raises:
        LookupError: nobody of that name.
    """
    for number, official in enumerate(office.officials, start=1):
        if official.username == username:
            # The NIP says birthday and sex.
            year, month, day = official.nip[2:4], official.nip[4:6], int(official.nip[6:8])
            is_woman = official.nip[14] == "2"
            return f"999999{day + (40 if is_woman else 0):02d}{month}{year}{9000 + number}"
    for number, vendor in enumerate(office.vendors, start=1):
        if vendor.username == username:
            return f"999999{10 + number:02d}{number:02d}{70 + number}{9100 + number}"
    raise LookupError(username)


def add_people(
    connection: Connection, office: Office, now: datetime, hash_password: Callable[[str], str], vault: Vault
) -> None:
    """Add the people that are not there yet with verified profiles, and the accesses of all."""
    nips = {one.username: one.nip for one in office.officials}
    names = {person.username: person.name for person in people()}
    names |= {one.username: one.name for one in load_applicants()}
    known = set(connection.execute(select(tables.people.c.id)).scalars())
    new = [username for username in names if user_id(username) not in known]
    if new:
        encoded = hash_password(PASSWORD)
        connection.execute(
            insert(tables.people),
            [
                {
                    "id": user_id(username),
                    "username": username,
                    "name": names[username],
                    "nip": nips.get(username, ""),
                    "email": f"{username}@latihan.invalid",
                    "simulation": True,
                    "without_second_factor": True,
                    "created_at": to_text(now),
                }
                for username in new
            ],
        )
        connection.execute(
            insert(tables.credentials),
            [{"user_id": user_id(username), "password_hash": encoded} for username in new],
        )
    key = vault.person_key(connection)
    for person in people():
        if person.username in new:
            _add_profile(connection, person, nik_of(person.username, office), key, now)
    officials = [_official(one, office) for one in office.officials]
    sellers = [
        _access(
            one.username,
            Role.PENYEDIA.value,
            AccessKind.COMPANY_OWNER,
            one.position,
            vendor_id=one.id,
        )
        for one in office.vendors
    ]
    connection.execute(insert(tables.accesses), officials + sellers)


def _add_profile(connection: Connection, person: Person, number: str, key: bytes, now: datetime) -> None:
    nik = Nik(number)
    profile = StoredProfile(
        user_id=user_id(person.username),
        status=ProfileStatus.VERIFIED,
        nationality=Nationality.WNI,
        fields={
            "nik": nik.text,
            "full_name": person.name,
            "birth_place": "Bandung",
            "birth_date": nik.birth_date(now.date()).isoformat(),
            "sex": nik.sex.value,
        },
        files={},
        nik_fingerprint=fingerprint(key, Nationality.WNI, nik.text),
        masked_id=mask(nik.text),
        request_id=f"latihan-p-{person.username}",
        sent_at=now,
        since=now,
    )
    add_profile(connection, profile)


def _official(one: Official, office: Office) -> Mapping[str, str | None]:
    kind = AccessKind(one.kind)
    if kind is AccessKind.VERIFIKATOR_INAPROC:
        return _access(one.username, one.role, kind, one.position)
    satker_id = None if kind is AccessKind.VAI else office.satker.id
    return _access(
        one.username, one.role, kind, one.position, klpd_code=office.klpd.code, satker_id=satker_id
    )


def _access(
    username: str,
    role: str,
    kind: AccessKind,
    position: str,
    *,
    klpd_code: str = "",
    satker_id: str | None = None,
    vendor_id: str | None = None,
) -> Mapping[str, str | None]:
    return {
        "id": access_id(username),
        "user_id": user_id(username),
        "role": role,
        "kind": kind.value,
        "position": position,
        "klpd_code": klpd_code,
        "satker_id": satker_id,
        "vendor_id": vendor_id,
    }
