"""The people and places around the desk.

Two instansi: D999 (satker s-1 and s-2, with two VAI) and D998 (satker s-3, one VAI); D997 has no VAI. Two
companies, v-1 and v-2, each with an Admin Perusahaan.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from inaproc_backend.accounts.sessions import SignedIn, Tokens, find_session, mark_step_up, open_session
from inaproc_backend.registration.person_numbers import fingerprint, person_key
from inaproc_backend.registration.stored_profiles import StoredProfile, add_profile
from inaproc_backend.storage import tables
from inaproc_backend.storage.times import to_text
from inaproc_backend.uploads.blobs import blobs_of, new_blob_id
from inaproc_core.identifiers import mask
from inaproc_core.registration.vocabulary import (
    PICTURE_SLOTS,
    ROLE_OF,
    AccessKind,
    Nationality,
    ProfileStatus,
)
from tests.backend.office import Office

NIB = "1234567890123"
OTHER_NIB = "1234567890124"
PLACES = {"s-1": "D999", "s-2": "D999", "s-3": "D998", "s-4": "D997"}
"""Satker to instansi."""


class House:
    """The office with more people. They are named by short names: ``vai`` is account u-vai, access a-vai."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.numbers: dict[str, int] = {}
        self.tokens: dict[str, Tokens] = {}
        self.services = office.services
        self.clock = office.clock
        self._move_in()

    def _move_in(self) -> None:
        with self.services.database.write() as connection:
            for code, name in (("D998", "Pemerintah Kabupaten Misal"), ("D997", "Pemerintah Kota Sepi")):
                connection.execute(insert(tables.klpd).values(code=code, name=name))
            for satker, name in (("s-3", "Dinas Kesehatan Kabupaten Misal"), ("s-4", "Dinas Kota Sepi")):
                values = {"id": satker, "code": satker, "name": name, "klpd_code": PLACES[satker]}
                connection.execute(insert(tables.satker).values(values))
            connection.execute(tables.vendors.update().where(tables.vendors.c.id == "v-1").values(nib=NIB))
            other = {"nib": OTHER_NIB, "name": "PT Lain Contoh"}
            connection.execute(tables.vendors.update().where(tables.vendors.c.id == "v-2").values(other))
        for who, klpd in (("vai", "D999"), ("vai2", "D999"), ("vai3", "D998")):
            self.official(who, AccessKind.VAI, klpd=klpd)
        for who in ("in1", "in2", "in3"):
            self.official(who, AccessKind.VERIFIKATOR_INAPROC)
        self.official("adm", AccessKind.ADMIN_PPE, klpd="D999")
        self.official("own", AccessKind.COMPANY_OWNER, vendor="v-1")
        self.official("own2", AccessKind.COMPANY_STAFF, vendor="v-2")

    # -- people --------------------------------------------------------------------------------------------

    def number(self, name: str) -> int:
        """A running number."""
        self.numbers[name] = self.numbers.get(name, 0) + 1
        return self.numbers[name]

    def person(
        self,
        who: str,
        *,
        name: str = "",
        nik: str = "",
        status: ProfileStatus | None = ProfileStatus.VERIFIED,
        **more: Any,
    ) -> str:
        """Move somebody in, with a profile in a status; returns the user id."""
        user_id = f"u-{who}"
        values = {
            "simulation": True,
            "without_second_factor": True,
            "email": f"{who}@contoh.invalid",
            "nip": "",
            **more,
        }
        with self.services.database.write() as connection:
            connection.execute(
                insert(tables.people).values(
                    id=user_id,
                    username=who,
                    name=name or f"{who.title()} Latihan",
                    created_at=to_text(self.clock()),
                    **values,
                )
            )
            if status is not None:
                key = person_key(connection, self.services)
                number = nik or self.nik()
                profile = StoredProfile(
                    user_id=user_id,
                    status=status,
                    nationality=Nationality.WNI,
                    fields={"nik": number, "full_name": name or f"{who.title()} Latihan"},
                    files={},
                    nik_fingerprint=fingerprint(key, Nationality.WNI, number),
                    masked_id=mask(number),
                    sent_at=self.clock() - timedelta(days=30),
                    since=self.clock() - timedelta(days=30),
                )
                add_profile(connection, profile)
        return user_id

    def nik(self) -> str:
        """A number of nobody yet: a man born on 1 January 1990."""
        return f"327301010190{self.number('nik'):04}"

    def access(
        self,
        who: str,
        kind: AccessKind,
        *,
        klpd: str = "",
        satker: str = "",
        vendor: str = "",
        access_id: str = "",
        **more: Any,
    ) -> str:
        """Give somebody an access; returns its id."""
        access_id = access_id or f"a-{who}"
        with self.services.database.write() as connection:
            connection.execute(
                insert(tables.accesses).values(
                    id=access_id,
                    user_id=f"u-{who}",
                    role=ROLE_OF[kind].value,
                    kind=kind.value,
                    klpd_code=klpd or PLACES.get(satker, ""),
                    satker_id=satker or None,
                    vendor_id=vendor or None,
                    **more,
                )
            )
        return access_id

    def official(self, who: str, kind: AccessKind, **place: str) -> str:
        self.person(who)
        return self.access(who, kind, **place)

    def signed(self, who: str, *, proven: bool = True) -> SignedIn:
        """The session of somebody, with a fresh proof of presence unless told otherwise."""
        user_id, now = f"u-{who}", self.clock()
        with self.services.database.write() as connection:
            held = self.tokens.get(who)
            found = find_session(connection, held.access, now) if held is not None else None
            if held is None or found is None:
                held = self.tokens[who] = open_session(
                    connection,
                    user_id=user_id,
                    device_id=f"device-{who}",
                    device_name="PC",
                    lifetimes=self.services.config.lifetimes,
                    bits=self.services.bits,
                    now=now,
                )
            if proven:
                mark_step_up(connection, held.session_id, now)
            found = find_session(connection, held.access, now)
        assert found is not None
        return found

    # -- files ---------------------------------------------------------------------------------------------

    def file(self, who: str, slot: str = "ASSIGNMENT_LETTER", *, content: bytes = b"") -> str:
        """Put a stored file; the same content is the same file handed in twice."""
        number = self.number("file")
        is_picture = slot in PICTURE_SLOTS
        digest = f"{number:064x}" if not content else content.hex().ljust(64, "0")
        blob_id = new_blob_id(self.services.bits)
        if content:
            blobs_of(self.services).put(blob_id, content)
        with self.services.database.write() as connection:
            connection.execute(
                insert(tables.files).values(
                    id=f"f-{number}",
                    user_id=f"u-{who}",
                    slot=slot,
                    name="berkas",
                    media_type="image/jpeg" if is_picture else "application/pdf",
                    size=200_000,
                    sha256=f"{number:064x}",
                    sent_sha256=digest,
                    width=1000 if is_picture else 0,
                    height=1000 if is_picture else 0,
                    pages=0 if is_picture else 1,
                    blob_id=blob_id,
                    created_at=to_text(self.clock()),
                )
            )
        return f"f-{number}"
