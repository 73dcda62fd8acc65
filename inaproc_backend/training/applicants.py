"""People who wait at the training desk: profiles, requests for accesses, and their made-up papers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from inaproc_backend.registration import images
from inaproc_backend.registration.person_numbers import fingerprint
from inaproc_backend.registration.stored_profiles import (
    Step,
    StoredProfile,
    add_profile,
    add_profile_step,
)
from inaproc_backend.registration.stored_requests import (
    StoredRequest,
    add_request,
    add_request_step,
)
from inaproc_backend.storage import tables
from inaproc_backend.storage.times import to_text
from inaproc_backend.training.papers import (
    CARD_SIZE,
    FACE_SIZE,
    card_picture,
    face_picture,
    letter_pdf,
)
from inaproc_backend.training.people import nik_of, user_id
from inaproc_backend.training.vault import Vault
from inaproc_backend.training.vocabulary import Applicant, Office, load_applicants
from inaproc_core.calendar import Zone, local_date
from inaproc_core.identifiers import Nik, mask
from inaproc_core.registration.book import load_registration
from inaproc_core.registration.forms import AccessForm, Need, RegistrationRules
from inaproc_core.registration.vocabulary import (
    PENYEDIA_KINDS,
    AccessKind,
    FileSlot,
    Nationality,
    ProfileStatus,
    RequestStatus,
)


@dataclass(frozen=True, kw_only=True)
class _Paper:
    slot: FileSlot
    name: str
    media_type: str
    content: bytes
    width: int = 0
    height: int = 0
    pages: int = 0


def request_id(username: str) -> str:
    """Return the id of a training applicant's request."""
    return f"latihan-r-{username}"


def add_applicants(connection: Connection, office: Office, now: datetime, vault: Vault) -> None:
    """Put everybody to the desk as they were at first; their accounts exist."""
    rules = load_registration().at(local_date(now, Zone(office.satker.zone)))
    key = vault.person_key(connection)
    for number, one in enumerate(load_applicants()):
        _forget(connection, one)
        sent_at = now - timedelta(hours=one.hours_ago)
        profile = _profile(connection, one, office, rules, key, vault, sent_at, number)
        add_profile(connection, profile)
        _profile_steps(connection, profile)
        if one.kind:
            request = _request(connection, one, office, rules, vault, sent_at)
            add_request(connection, request)
            snapshot = images.Snapshot(fields=dict(request.fields), files=dict(request.files))
            step = Step(at=sent_at, what="sent", revision=1, by_user=request.user_id, snapshot=snapshot)
            add_request_step(connection, request.request_id, step)


def _profile(
    connection: Connection,
    one: Applicant,
    office: Office,
    rules: RegistrationRules,
    key: bytes,
    vault: Vault,
    sent_at: datetime,
    number: int,
) -> StoredProfile:
    nik = Nik(one.nik or nik_of(one.same_nik_as, office))
    today = sent_at.date()
    born = one.birth_date or nik.birth_date(today).isoformat()
    fields = {
        "nik": nik.text,
        "full_name": one.name,
        "birth_place": one.birth_place,
        "birth_date": born,
        "sex": one.sex or nik.sex.value,
    }
    waits = not one.kind
    papers: list[_Paper] = []
    if waits:
        card = card_picture(["KARTU LATIHAN", one.name, f"NIK {nik.text}", f"Lahir {born}"])
        papers = [
            _Paper(
                slot=FileSlot.KTP,
                name="Foto KTP.jpg",
                media_type="image/jpeg",
                content=card,
                width=CARD_SIZE[0],
                height=CARD_SIZE[1],
            ),
            _Paper(
                slot=FileSlot.SELFIE,
                name="Swafoto.jpg",
                media_type="image/jpeg",
                content=face_picture(17 * number),
                width=FACE_SIZE[0],
                height=FACE_SIZE[1],
            ),
        ]
    verified_at = sent_at - timedelta(days=1)
    return StoredProfile(
        user_id=user_id(one.username),
        status=ProfileStatus.WAITING if waits else ProfileStatus.VERIFIED,
        nationality=Nationality.WNI,
        fields=fields,
        files=_keep(connection, one, vault, papers, sent_at),
        nik_fingerprint=fingerprint(key, Nationality.WNI, nik.text),
        masked_id=mask(nik.text),
        revision=1 if waits else 2,
        request_id=f"latihan-p-{one.username}",
        sent_at=sent_at if waits else verified_at,
        since=sent_at if waits else verified_at,
        due_at=sent_at + timedelta(hours=rules.limits.decision_hours) if waits else None,
    )


def _profile_steps(connection: Connection, profile: StoredProfile) -> None:
    steps = [Step(at=profile.sent_at, what="sent", revision=1, by_user=profile.user_id)]
    if profile.status is ProfileStatus.VERIFIED:
        steps.append(Step(at=profile.since, what="approved", revision=2))
    for step in steps:
        add_profile_step(connection, profile.user_id, step)


def _request(
    connection: Connection,
    one: Applicant,
    office: Office,
    rules: RegistrationRules,
    vault: Vault,
    sent_at: datetime,
) -> StoredRequest:
    kind = AccessKind(one.kind)
    form = rules.access_form(kind)
    until = f"{local_date(sent_at, Zone(office.satker.zone)).year}-12-31"
    fields = _fields(one, form, office, until)
    is_company = kind in PENYEDIA_KINDS
    nib = fields.get("nib", "")
    vendor = next((vendor.id for vendor in office.vendors if nib and vendor.nib == nib), "")
    papers = [
        _Paper(
            slot=rule.slot,
            name=f"{rule.label_id.replace('/', ' ')}.pdf",
            media_type="application/pdf",
            content=letter_pdf(
                [rule.label_id, "", f"Nama: {one.name}", f"Sebagai: {form.label_id}", f"Sampai: {until}"]
            ),
            pages=1,
        )
        for rule in form.slots
        if rule.need is Need.REQUIRED
    ]
    return StoredRequest(
        request_id=request_id(one.username),
        user_id=user_id(one.username),
        kind=kind,
        status=RequestStatus.WAITING,
        verifier=form.verifier,
        fields=fields,
        files=_keep(connection, one, vault, papers, sent_at),
        klpd_code="" if is_company else office.klpd.code,
        satker_id=office.satker.id if "satker" in fields else "",
        vendor_id=vendor,
        nib=nib,
        valid_until=fields.get("valid_until", ""),
        sent_at=sent_at,
        since=sent_at,
        due_at=sent_at + timedelta(hours=rules.limits.decision_hours),
    )


def _fields(one: Applicant, form: AccessForm, office: Office, until: str) -> dict[str, str]:
    places = {
        "instansi_kind": office.klpd.kind,
        "instansi": office.klpd.code,
        "satker": office.satker.id,
        "valid_until": until,
    }
    asked = {field.id for field in form.fields}
    return {**{name: value for name, value in places.items() if name in asked}, **one.fields}


def _keep(
    connection: Connection, one: Applicant, vault: Vault, papers: Iterable[_Paper], at: datetime
) -> dict[str, str]:
    """Store papers that are not there yet; a reset leaves files, because people may have looked at them."""
    found: dict[str, str] = {}
    for paper in papers:
        file_id = f"latihan-f-{one.username}-{paper.slot.value.lower()}"
        found[paper.slot.value] = file_id
        files = tables.files
        if connection.execute(select(files.c.id).where(files.c.id == file_id)).first() is not None:
            continue
        blob_id = hashlib.sha256(file_id.encode()).hexdigest()[:32]
        vault.blobs.put(blob_id, paper.content)
        digest = hashlib.sha256(paper.content).hexdigest()
        connection.execute(insert(files).values(_file_row(one, paper, file_id, blob_id, digest, at)))
    return found


def _file_row(
    one: Applicant, paper: _Paper, file_id: str, blob_id: str, digest: str, at: datetime
) -> Mapping[str, Any]:
    return {
        "id": file_id,
        "user_id": user_id(one.username),
        "slot": paper.slot.value,
        "name": paper.name,
        "media_type": paper.media_type,
        "size": len(paper.content),
        "sha256": digest,
        "sent_sha256": digest,
        "width": paper.width,
        "height": paper.height,
        "pages": paper.pages,
        "blob_id": blob_id,
        "created_at": to_text(at),
        "used_at": to_text(at),
    }


def _forget(connection: Connection, one: Applicant) -> None:
    for table in (tables.profile_history, tables.profiles):
        connection.execute(delete(table).where(table.c.user_id == user_id(one.username)))


def usernames() -> Sequence[str]:
    """Return the usernames of everybody who waits at the desk."""
    return [one.username for one in load_applicants()]
