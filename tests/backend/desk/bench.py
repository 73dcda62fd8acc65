"""What applicants and verifikators do, each in one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inaproc_backend.desk import deciding, items, queue, register
from inaproc_backend.desk.seats import take_seat
from inaproc_backend.registration import deactivating, profiles, requests
from inaproc_backend.registration.registry import ImportedRegistry
from inaproc_backend.storage import tables
from inaproc_core.registration.forms import Need
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.wire.desk import Decide, Decided, DecidedMany, DecideMany, DeskItem, Queue, Register
from inaproc_core.wire.registration import (
    AccessRequestView,
    Deactivate,
    FieldReason,
    ProfileView,
    SubmitAccess,
    SubmitProfile,
    Withdraw,
)
from tests.backend.desk.house import NIB, PLACES, House
from tests.backend.office import Office

UNSIGNED = FieldReason(field="ASSIGNMENT_LETTER", code="letter.no_signature")
"""A reason that can be mended."""
NOT_ENTITLED = FieldReason(field="satker", code="access.not_entitled")
"""A final one."""


class Bench(House):
    """The house with its desk. Who acts is named first: ``bench.decide("vai", item)``."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.registry = ImportedRegistry()

    # -- applicants ----------------------------------------------------------------------------------------

    def form(self, kind: AccessKind, *, satker: str = "s-1", nib: str = NIB, **given: str) -> dict[str, str]:
        """The least that the form of a kind takes, and what is given."""
        values = {
            "golongan": "III/a",
            "instansi_kind": "KOTA",
            "instansi": PLACES[satker],
            "satker": satker,
            "valid_until": "2026-12-31",
            "satker_npwp": "0012345678901000",
            "address": "Jalan Contoh Nomor 9",
            "nib": nib,
            "company_name": "CV Baru Contoh",
            "company_npwp": "0098765432109000",
            "industry": "Alat tulis",
            "company_address": "Jalan Niaga Nomor 7",
            "owner_position": "DIREKTUR",
        }
        form = self.services.registration.at(self.services.today()).access_form(kind)
        needed = {one.id: values[one.id] for one in form.fields if one.need is not Need.OPTIONAL}
        return {**needed, **given}

    def papers(self, who: str, kind: AccessKind) -> dict[str, str]:
        """Files for every slot that a kind requires."""
        form = self.services.registration.at(self.services.today()).access_form(kind)
        required = [rule.slot.value for rule in form.slots if rule.need is Need.REQUIRED]
        return {slot: self.file(who, slot) for slot in required}

    def ask(
        self,
        who: str,
        kind: AccessKind = AccessKind.PPK,
        *,
        request_id: str = "",
        revision: int = 0,
        files: Mapping[str, str] | None = None,
        renews: str = "",
        transfers: str = "",
        **fields: str,
    ) -> AccessRequestView:
        """Ajukan Akses."""
        asked = SubmitAccess(
            request_id=request_id or f"r-{self.number('request')}",
            revision=revision,
            kind=kind.value,
            fields=self.form(kind, **fields),
            files=dict(files) if files is not None else self.papers(who, kind),
            renews=renews,
            transfers=transfers,
        )
        return requests.submit_access(self.services, self.registry, self.signed(who), asked)

    def waiting(self, who: str, kind: AccessKind = AccessKind.PPK, **more: Any) -> str:
        """A new person whose request waits; returns the id of the item."""
        self.person(who)
        return f"access:{self.ask(who, kind, **more).request_id}"

    def withdraw(self, who: str, view: AccessRequestView, *, revision: int = 0) -> AccessRequestView:
        """Tarik permohonan, at the revision that was seen unless another is given."""
        return self.withdraw_at(who, view.request_id, revision or view.revision)

    def withdraw_at(self, who: str, request_id: str, revision: int) -> AccessRequestView:
        asked = Withdraw(revision=revision)
        return requests.withdraw(self.services, self.signed(who), request_id, asked)

    def send_profile(
        self,
        who: str,
        *,
        revision: int = 0,
        provider: str = "",
        files: Mapping[str, str] | None = None,
        nik: str = "",
        **fields: str,
    ) -> ProfileView:
        """Kirim profil of a man born on 1 January 1990."""
        given = {
            "nik": nik or self.nik(),
            "full_name": "Calon Latihan",
            "birth_place": "Bandung",
            "birth_date": "1990-01-01",
            "sex": "L",
            **fields,
        }
        pictures = {slot: self.file(who, slot) for slot in ("KTP", "SELFIE")}
        asked = SubmitProfile(
            request_id=f"p-{self.number('profile')}",
            revision=revision,
            nationality="WNI",
            fields=given,
            files=dict(files) if files is not None else pictures,
        )
        return profiles.submit_profile(self.services, self.signed(who), asked, provider=provider)

    def waiting_profile(self, who: str, **more: Any) -> str:
        """A new person whose profile waits; returns the id of the item."""
        self.person(who, status=None)
        self.send_profile(who, **more)
        return f"profile:u-{who}"

    # -- the desk ------------------------------------------------------------------------------------------

    def queue(self, who: str, *, access: str = "", **asked: Any) -> Queue:
        with self.services.database.read() as connection:
            seat = take_seat(connection, self.services, self.signed(who), access or f"a-{who}")
            return queue.read_queue(connection, seat, queue.Asked(**asked), self.clock())

    def listed(self, who: str, **asked: Any) -> set[str]:
        """Ids of the items in a queue."""
        return {row.item_id for row in self.queue(who, limit=200, **asked).rows}

    def item(self, who: str, item_id: str) -> DeskItem:
        return items.open_item(self.services, self.signed(who), f"a-{who}", item_id)

    def decide(
        self,
        who: str,
        item_id: str,
        verdict: str = "APPROVE",
        *reasons: FieldReason,
        revision: int | None = None,
        decision_id: str = "",
        note: str = "",
        proven: bool = True,
        access: str = "",
    ) -> Decided:
        """Decide on an item as it stands now, unless a revision is given."""
        asked = Decide(
            decision_id=decision_id or f"d-{self.number('decision')}",
            acting_as=access or f"a-{who}",
            revision=self.revision(item_id) if revision is None else revision,
            verdict=verdict,
            reasons=list(reasons),
            note=note,
        )
        return deciding.decide(self.services, self.signed(who, proven=proven), item_id, asked)

    def decide_as_written(self, who: str, item_id: str, *, decision_id: str) -> Decided:
        """Approve with just this decision id."""
        asked = Decide(decision_id=decision_id, acting_as=f"a-{who}", revision=1, verdict="APPROVE")
        return deciding.decide(self.services, self.signed(who), item_id, asked)

    def decide_many(
        self,
        who: str,
        *item_ids: str,
        decision_id: str = "",
        revisions: Mapping[str, int] | None = None,
        proven: bool = True,
    ) -> DecidedMany:
        """Approve several as they stand now, unless revisions are given."""
        asked = DecideMany(
            decision_id=decision_id or f"m-{self.number('many')}",
            acting_as=f"a-{who}",
            items=dict(revisions) if revisions is not None else {one: self.revision(one) for one in item_ids},
        )
        return deciding.decide_many(self.services, self.signed(who, proven=proven), asked)

    def register(self, who: str, **asked: Any) -> Register:
        with self.services.database.read() as connection:
            seat = take_seat(connection, self.services, self.signed(who), f"a-{who}")
            return register.read_register(connection, self.services, seat, register.Asked(**asked))

    def deactivate(self, who: str, access_id: str) -> None:
        asked = Deactivate(acting_as=f"a-{who}", code="duplicate", note="Terdaftar dua kali.")
        deactivating.deactivate(self.services, self.signed(who), access_id, asked)

    # -- looking -------------------------------------------------------------------------------------------

    def request(self, item_id: str) -> Any:
        return self.office.rows(tables.access_requests, id=item_id.removeprefix("access:"))[0]

    def profile(self, item_id: str) -> Any:
        return self.office.rows(tables.profiles, user_id=item_id.removeprefix("profile:"))[0]

    def revision(self, item_id: str) -> int:
        row = self.profile(item_id) if item_id.startswith("profile:") else self.request(item_id)
        return int(row["revision"])

    def history(self, item_id: str) -> list[str]:
        """What happened, oldest first."""
        what, _, key = item_id.partition(":")
        table = tables.profile_history if what == "profile" else tables.request_history
        column = "user_id" if what == "profile" else "request_id"
        rows = sorted(self.office.rows(table, **{column: key}), key=lambda row: row["n"])
        return [row["what"] for row in rows]

    def mails(self, who: str) -> dict[str, str]:
        """What was written to somebody: template to text; each template at most once."""
        rows = self.office.rows(tables.outgoing_messages, target=f"{who}@contoh.invalid")
        found = {row["template"]: row["body"] for row in rows}
        assert len(found) == len(rows)
        return found
