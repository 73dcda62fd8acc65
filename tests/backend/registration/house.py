"""A small house of people for stages 2 and 3: who they are, what they send, and who decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import insert

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.registration.nib import check_nib
from inaproc_backend.registration.person_numbers import fingerprint, person_key
from inaproc_backend.registration.profiles import submit_profile, view_profile
from inaproc_backend.registration.registry import ImportedRegistry
from inaproc_backend.registration.requests import submit_access, withdraw
from inaproc_backend.registration.settling import Decision, Settled, settle_profile, settle_request
from inaproc_backend.registration.stored_profiles import StoredProfile, load_profile
from inaproc_backend.registration.stored_requests import StoredRequest, load_request
from inaproc_backend.registration.transactions import Work, write
from inaproc_backend.services import Services
from inaproc_backend.storage import tables
from inaproc_backend.storage.times import to_text
from inaproc_core.errors import Refusal, Refused
from inaproc_core.registration.deciding import Person
from inaproc_core.registration.vocabulary import (
    PICTURE_SLOTS,
    ROLE_OF,
    AccessKind,
    FileSlot,
    Nationality,
    Verdict,
)
from inaproc_core.wire.registration import (
    AccessRequestView,
    FieldReason,
    NibCheck,
    ProfileView,
    SubmitAccess,
    SubmitProfile,
    Withdraw,
)
from tests.backend.office import Office

NIK = "3273015204930001"
"""Of a woman born on 12 April 1993."""
OTHER_NIK = "3273010101800002"
PROFILE = {
    "nik": NIK,
    "full_name": "Sari Simulasi",
    "birth_place": "Bandung",
    "birth_date": "1993-04-12",
    "sex": "P",
}
FOREIGNER = {
    "passport": "X1234567",
    "passport_expiry": "2030-01-01",
    "surname": "SIMULATION",
    "given_names": "Test",
    "birth_date": "1990-05-05",
}
OFFICE = {
    "golongan": "III/c",
    "instansi_kind": "KOTA",
    "instansi": "D999",
    "satker": "s-1",
    "valid_until": "2026-12-31",
    "satker_npwp": "0990900110423000",
}
COMPANY = {
    "nib": "9120001234567",
    "company_name": "PT Simulasi Uji",
    "company_npwp": "0990992109424000",
    "industry": "Perdagangan",
    "company_address": "Jalan Simulasi 1",
    "owner_position": "DIREKTUR",
}


@dataclass
class House:
    """The office, with people who register."""

    office: Office
    numbers: Any = field(default_factory=lambda: count(1))

    @property
    def services(self) -> Services:
        return self.office.services

    @property
    def today(self) -> date:
        return self.services.today()

    # -- people and files ----------------------------------------------------------------------------------

    def person(self, username: str, *, waived: bool = False, stepped_up: bool = True) -> SignedIn:
        """Somebody with an account."""
        user_id = f"u-{username}"
        known = self.office.rows(tables.people, id=user_id)
        if not known:
            with self.services.database.write() as connection:
                connection.execute(
                    insert(tables.people).values(
                        id=user_id,
                        username=username,
                        name=f"{username} Simulasi",
                        email=f"{username}@simulasi.invalid",
                        without_second_factor=waived,
                        created_at=to_text(self.office.clock()),
                    )
                )
                connection.execute(insert(tables.credentials).values(user_id=user_id, password_hash="x"))
        return SignedIn(
            session_id=f"session-{username}",
            user_id=user_id,
            device_id="device",
            username=username,
            name=f"{username} Simulasi",
            nip="",
            stepped_up_at=self.office.clock() if stepped_up else None,
            token_until=self.office.clock() + timedelta(minutes=10),
        )

    def file(self, owner: SignedIn, slot: FileSlot, **more: Any) -> str:
        """A stored file that its slot takes."""
        file_id = f"file-{next(self.numbers)}"
        picture = slot in PICTURE_SLOTS
        values: dict[str, Any] = {
            "id": file_id,
            "user_id": owner.user_id,
            "slot": slot.value,
            "name": "berkas",
            "media_type": "image/jpeg" if picture else "application/pdf",
            "size": 150_000,
            "sha256": "0" * 64,
            "sent_sha256": file_id,
            "width": 1200 if picture else 0,
            "height": 900 if picture else 0,
            "pages": 0 if picture else 1,
            "blob_id": "0" * 32,
            "created_at": to_text(self.office.clock()),
        }
        with self.services.database.write() as connection:
            connection.execute(insert(tables.files).values({**values, **more}))
        return file_id

    # -- stage 2 -------------------------------------------------------------------------------------------

    def profile_of(self, who: SignedIn, **more: Any) -> SubmitProfile:
        """A first profile that is right, unless told otherwise."""
        values: dict[str, Any] = {
            "request_id": f"p-{next(self.numbers)}",
            "revision": 0,
            "nationality": "WNI",
            "fields": dict(PROFILE),
            **more,
        }
        if "files" not in values:
            first = FileSlot.KTP if values["nationality"] == "WNI" else FileSlot.PASSPORT
            slots = (first, FileSlot.SELFIE)
            values["files"] = {slot.value: self.file(who, slot) for slot in slots}
        return SubmitProfile(**values)

    def send_profile(self, who: SignedIn, *, provider: str = "", **more: Any) -> ProfileView:
        self.office.clock.forward(seconds=1)
        return submit_profile(self.services, who, self.profile_of(who, **more), provider=provider)

    def stored_profile(self, who: SignedIn) -> StoredProfile:
        with self.services.database.read() as connection:
            found = load_profile(connection, who.user_id)
        assert found is not None
        return found

    def view(self, who: SignedIn) -> ProfileView:
        with self.services.database.read() as connection:
            return view_profile(connection, self.services, who.user_id)

    def decide_profile(self, who: SignedIn, verdict: Verdict, *reasons: FieldReason, **more: Any) -> Settled:
        decision = Decision(verdict=verdict, by=Person(user_id="u-desk"), reasons=reasons, **more)

        def run(work: Work) -> Settled:
            profile = load_profile(work.connection, who.user_id, lock=True)
            assert profile is not None
            return settle_profile(work.connection, self.services, profile, decision)

        return write(self.services, run)

    def verified(self, username: str, nik: str = NIK, *, waived: bool = False) -> SignedIn:
        """Somebody whose profile is verified, without the way there."""
        who = self.person(username, waived=waived)
        with self.services.database.write() as connection:
            key = person_key(connection, self.services)
            now = to_text(self.office.clock())
            connection.execute(
                insert(tables.profiles).values(
                    user_id=who.user_id,
                    status="VERIFIED",
                    nationality="WNI",
                    fields=b"{}",
                    files=b"{}",
                    reasons=b"[]",
                    nik_fingerprint=fingerprint(key, Nationality.WNI, nik),
                    masked_id="*" * 12 + nik[-4:],
                    sent_at=now,
                    since=now,
                )
            )
        return who

    # -- stage 3 -------------------------------------------------------------------------------------------

    def asked(self, who: SignedIn, kind: AccessKind = AccessKind.PPK, **more: Any) -> SubmitAccess:
        """A request that is right, unless told otherwise."""
        form = self.services.registration.at(self.today).access_form(kind)
        whole = {**OFFICE, **COMPANY, "address": "Jalan Simulasi 2", "staff_position": "Staf", "unit": "Unit"}
        fields = {one.id: whole[one.id] for one in form.fields if one.id in whole}
        values: dict[str, Any] = {
            "request_id": f"r-{next(self.numbers)}",
            "revision": 0,
            "kind": kind.value,
            "fields": fields,
            **more,
        }
        values["fields"] = {**fields, **more.get("fields", {})}
        if "files" not in values:
            needed = [rule.slot for rule in form.slots if rule.need.value == "REQUIRED"]
            values["files"] = {slot.value: self.file(who, slot) for slot in needed}
        return SubmitAccess(**values)

    def submit(self, who: SignedIn, asked: SubmitAccess) -> AccessRequestView:
        self.office.clock.forward(seconds=1)
        return submit_access(self.services, ImportedRegistry(), who, asked)

    def send(self, who: SignedIn, kind: AccessKind = AccessKind.PPK, **more: Any) -> AccessRequestView:
        return self.submit(who, self.asked(who, kind, **more))

    def withdraw(self, who: SignedIn, request_id: str, revision: int) -> AccessRequestView:
        self.office.clock.forward(seconds=1)
        return withdraw(self.services, who, request_id, Withdraw(revision=revision))

    def stored_request(self, request_id: str) -> StoredRequest:
        with self.services.database.read() as connection:
            found = load_request(connection, request_id)
        assert found is not None
        return found

    def decide(
        self, request_id: str, verdict: Verdict, *reasons: FieldReason, by: str = "u-desk", **more: Any
    ) -> Settled:
        self.office.clock.forward(seconds=1)
        person = Person(user_id=by, fingerprint=f"fingerprint of {by}")
        decision = Decision(verdict=verdict, by=person, reasons=reasons, **more)

        def run(work: Work) -> Settled:
            request = load_request(work.connection, request_id, lock=True)
            assert request is not None
            settled = settle_request(work.connection, self.services, request, decision)
            work.entries += settled.entries
            return settled

        return write(self.services, run)

    def granted(self, who: SignedIn, kind: AccessKind = AccessKind.PPK, **more: Any) -> str:
        """Ask and approve; the id of the access."""
        request = self.send(who, kind, **more)
        return self.decide(request.request_id, Verdict.APPROVE).access_id

    def access(self, who: SignedIn, kind: AccessKind, **more: Any) -> str:
        """An access that is simply there."""
        access_id = f"a-{next(self.numbers)}"
        values = {
            "id": access_id,
            "user_id": who.user_id,
            "role": ROLE_OF[kind].value,
            "kind": kind.value,
            **more,
        }
        with self.services.database.write() as connection:
            connection.execute(insert(tables.accesses).values(values))
        return access_id

    def access_row(self, access_id: str) -> Any:
        return self.office.rows(tables.accesses, id=access_id)[0]

    def check_nib(self, who: SignedIn, nib: str, kind: AccessKind) -> NibCheck:
        with self.services.database.read() as connection:
            return check_nib(
                connection, self.services, ImportedRegistry(), user_id=who.user_id, nib=nib, kind=kind
            )

    def business(self, nib: str, *niks: str, **more: Any) -> None:
        """A company in the registry, with its persons."""
        with self.services.database.write() as connection:
            key = person_key(connection, self.services)
            values = {"nib": nib, "name": "PT Simulasi Uji", "source": "uji", "as_of": "2026-11-01", **more}
            connection.execute(insert(tables.business_registry).values(values))
            for no, nik in enumerate(niks, start=1):
                connection.execute(
                    insert(tables.business_persons).values(
                        nib=nib,
                        no=no,
                        nik_fingerprint=fingerprint(key, Nationality.WNI, nik),
                        position="DIREKTUR",
                    )
                )

    # -- looking -------------------------------------------------------------------------------------------

    def mails(self, who: SignedIn) -> list[str]:
        """Codes of the mails queued for a person, in order."""
        rows = self.office.rows(tables.outgoing_messages, target=f"{who.username}@simulasi.invalid")
        return [row["template"] for row in sorted(rows, key=lambda row: row["id"])]

    def feed(self, scope: str, kind: str) -> list[Any]:
        rows = self.office.rows(tables.feed, scope=scope, kind=kind)
        return sorted(rows, key=lambda row: row["seq"])


def refused(call: Any, *args: Any, **more: Any) -> Refusal:
    """Return the refusal that a call raises."""
    with pytest.raises(Refused) as caught:
        call(*args, **more)
    return caught.value.refusal
