"""A backend of stages 2 and 3 in memory, pictures as cameras make them, and drafts in a real file."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from inaproc_core.errors import Refusal
from inaproc_core.registration.book import load_registration
from inaproc_core.wire.messages import AccessRow
from inaproc_core.wire.registration import (
    AccessRequestView,
    FieldReason,
    HistoryRow,
    Instansi,
    NibCheck,
    NibRule,
    Office,
    OwnAccesses,
    ProfileView,
    StoredFile,
    SubmitAccess,
    SubmitProfile,
)
from inaproc_desktop.ports.accesses import Progress
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.ui import CancelToken
from inaproc_desktop.services.registration.access import AccessJourney
from inaproc_desktop.services.registration.profile import ProfileJourney
from inaproc_desktop.storage.database import Database
from inaproc_desktop.storage.wizard_drafts import LocalWizardDrafts, open_registration_file
from tests.desktop.fakes import FixedClock
from tests.desktop.sealed import KEY

NOW = datetime(2026, 11, 23, 2, 41, tzinfo=UTC)
BOOK = load_registration()
NIK = "3275015705900001"
"""Of nobody: region 32.75.01, a woman born on 17 May 1990."""

OFFICES = (
    Office(
        satker_id="sk-1",
        code="1.01.01",
        name="Dinas Pendidikan",
        klpd_code="D9901",
        klpd_name="Pemerintah Kota Contoh",
        klpd_kind="KOTA",
        people=3,
    ),
    Office(
        satker_id="sk-2",
        code="1.02.01",
        name="Dinas Kesehatan",
        klpd_code="D9901",
        klpd_name="Pemerintah Kota Contoh",
        klpd_kind="KOTA",
        people=0,
    ),
)
INSTANSI = (
    Instansi(code="D9901", name="Pemerintah Kota Contoh", kind="KOTA"),
    Instansi(code="K9902", name="Kementerian Simulasi", kind="KEMENTERIAN"),
)


def photo(width: int = 1200, height: int = 800, *, blurred: bool = False, quality: int = 95) -> bytes:
    """Return a JPEG of a card with print on a dark table, heavy enough for the least size."""
    dice = random.Random(7)
    picture = Image.effect_noise((width, height), 18).convert("RGB")
    draw = ImageDraw.Draw(picture)
    left, top, right, bottom = width // 8, height // 8, width * 7 // 8, height * 7 // 8
    draw.rounded_rectangle((left, top, right, bottom), radius=width // 40, fill=(176, 206, 228))
    for line in range(12):
        y = top + (bottom - top) * (line + 1) // 14
        for word in range(9):
            x = left + (right - left) * (word + 1) // 12
            if dice.random() > 0.15:
                draw.rectangle((x, y, x + width // 24, y + height // 70), fill=(28, 34, 60))
    if blurred:
        picture = picture.filter(ImageFilter.GaussianBlur(width / 60))
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality)
    return written.getvalue()


def letter(pages: int = 1) -> bytes:
    """Return a small PDF."""
    from reportlab.pdfgen.canvas import Canvas  # late: only some tests need one

    written = io.BytesIO()
    canvas = Canvas(written)
    for page in range(pages):
        canvas.drawString(72, 760, f"SURAT TUGAS (contoh latihan), halaman {page + 1}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@dataclass
class Calls:
    """Implements ``AccessCalls`` in memory; ``online`` and ``lose_after`` make the world fail."""

    own: OwnAccesses = field(
        default_factory=lambda: OwnAccesses(accesses=[], requests=[], profile=ProfileView(status="NONE"))
    )
    online: bool = True
    lose_after: int = -1
    refuse: dict[str, str] = field(default_factory=dict)
    uploads: list[str] = field(default_factory=list)
    sent: list[SubmitProfile | SubmitAccess] = field(default_factory=list)
    stored: dict[str, bytes] = field(default_factory=dict)
    on_block: Callable[[int], None] = lambda done: None
    nib: NibCheck | None = None

    def _reach(self) -> None:
        if not self.online:
            raise WorldFailed("world.offline", "no link")

    def profile(self) -> ProfileView:
        self._reach()
        return self.own.profile

    def submit_profile(self, asked: SubmitProfile) -> ProfileView:
        self._reach()
        if "profile" in self.refuse:
            raise BackendRefused(Refusal(code=self.refuse["profile"], field="nik"), "Ditolak.", 422)
        self.sent.append(asked)
        made = ProfileView(
            status="WAITING",
            revision=asked.revision + 1,
            nationality=asked.nationality,
            fields=asked.fields,
            since=NOW,
            due_at=NOW + timedelta(hours=72),
            attempts=1,
        )
        self.own = OwnAccesses(accesses=self.own.accesses, requests=self.own.requests, profile=made)
        return made

    def accesses(self) -> OwnAccesses:
        self._reach()
        return self.own

    def submit_access(self, asked: SubmitAccess) -> AccessRequestView:
        self._reach()
        self.sent.append(asked)
        made = request(
            asked.request_id, asked.kind, "WAITING", fields=asked.fields, revision=asked.revision + 1
        )
        self.own = OwnAccesses(
            accesses=self.own.accesses,
            requests=[*[one for one in self.own.requests if one.request_id != asked.request_id], made],
            profile=self.own.profile,
        )
        return made

    def withdraw(self, request_id: str, revision: int) -> AccessRequestView:
        self._reach()
        (old,) = (one for one in self.own.requests if one.request_id == request_id)
        made = request(request_id, old.kind, "WITHDRAWN", fields=old.fields, revision=revision + 1)
        others = [one for one in self.own.requests if one.request_id != request_id]
        self.own = OwnAccesses(accesses=self.own.accesses, requests=[*others, made], profile=self.own.profile)
        return made

    def check_nib(self, nib: str, kind: str) -> NibCheck:
        self._reach()
        return self.nib or nib_check(nib)

    def offices(self, query: str, klpd: str, limit: int) -> tuple[Office, ...]:
        self._reach()
        wanted = query.lower()
        return tuple(
            office
            for office in OFFICES
            if (wanted in office.name.lower() or wanted in office.code) and klpd in {"", office.klpd_code}
        )

    def instansi(self, query: str, kind: str, limit: int) -> tuple[Instansi, ...]:
        self._reach()
        return tuple(one for one in INSTANSI if query.lower() in one.name.lower() and kind in {"", one.kind})

    def upload(
        self, slot: str, name: str, content: bytes, on_progress: Progress, cancel: CancelToken
    ) -> StoredFile:
        self._reach()
        size = len(content)
        for done in (0, size // 4, size // 2, size):
            cancel.stop_if_cancelled()
            on_progress(done, len(content))
            self.on_block(done)
            if self.lose_after == len(self.uploads) and done:
                raise WorldFailed("world.timeout", "the link went down")
        if slot in self.refuse:
            raise BackendRefused(Refusal(code=self.refuse[slot], field=slot), "Ditolak.", 422)
        self.uploads.append(slot)
        file_id = f"file-{slot}-{len(self.uploads)}"
        self.stored[file_id] = content
        return stored(slot, name, file_id, content)

    def file(self, file_id: str) -> bytes:
        self._reach()
        return self.stored[file_id]


def stored(slot: str, name: str, file_id: str, content: bytes) -> StoredFile:
    media = "application/pdf" if content.startswith(b"%PDF") else "image/jpeg"
    return StoredFile(file_id=file_id, slot=slot, name=name, media_type=media, size=len(content), sha256="")


def request(
    request_id: str,
    kind: str,
    status: str,
    *,
    fields: dict[str, str] | None = None,
    reasons: list[FieldReason] | None = None,
    open_fields: list[str] | None = None,
    files: dict[str, StoredFile] | None = None,
    revision: int = 1,
    attempts: int = 1,
) -> AccessRequestView:
    waiting = status == "WAITING"
    return AccessRequestView(
        request_id=request_id,
        revision=revision,
        kind=kind,
        status=status,
        verifier="VAI",
        fields=fields or {},
        files=files or {},
        sent_at=NOW - timedelta(hours=20),
        since=NOW - timedelta(hours=2),
        due_at=NOW + timedelta(hours=52) if waiting else None,
        reasons=reasons or [],
        open_fields=open_fields or [],
        labels={"satker": "Dinas Pendidikan", "instansi": "Pemerintah Kota Contoh"},
        attempts=attempts,
        history=[HistoryRow(at=NOW - timedelta(hours=20), what="sent")],
    )


def access(access_id: str, kind: str = "PPK", status: str = "ACTIVE", until: str = "2026-12-31") -> AccessRow:
    return AccessRow(
        access_id=access_id,
        role=kind,
        position="Pejabat Pembuat Komitmen",
        satker_id="sk-1",
        satker_name="Dinas Pendidikan",
        klpd_code="D9901",
        klpd_name="Pemerintah Kota Contoh",
        valid_from="2026-01-01",
        valid_until=until,
        active=status in {"ACTIVE", "ENDING"},
        kind=kind,
        status=status,
    )


NIB_FACTS: dict[str, str | int] = {
    "source": "OSS (latihan)",
    "as_of": "2026-11-23",
    "position": "DIREKTUR",
    "company": "CV Simulasi Jaya",
}
NIB_CODES = {
    "registered": {"passed": "nib.registered", "failed": "nib.revoked"},
    "person": {"passed": "nib.person_matches", "failed": "nib.person_differs"},
    "identity": {"unknown": "nib.identity_verified", "failed": "nib.identity_missing"},
    "blacklist": {"passed": "nib.not_blacklisted", "failed": "nib.blacklisted"},
    "in_inaproc": {"passed": "nib.company_is_set_up", "failed": "nib.company_missing"},
}


def nib_check(nib: str, *, failed: str = "", known: bool = False) -> NibCheck:
    names = ("registered", "person", "identity", "blacklist", "in_inaproc")
    rules = []
    for name in names:
        result = "failed" if name == failed else "unknown" if name == "identity" else "passed"
        rules.append(NibRule(id=name, result=result, code=NIB_CODES[name][result], facts=NIB_FACTS))
    return NibCheck(
        nib=nib,
        may_go_on=not failed,
        rules=rules,
        company={"name": "CV Simulasi Jaya", "npwp": "0012345678901234", "address": "Jalan Latihan 1"},
        known=known,
        checked_at=NOW,
    )


VERIFIED = ProfileView(status="VERIFIED", nationality="WNI", since=NOW)


class Desk:
    """Both wizards' services over the fakes and a real file for drafts."""

    def __init__(self, folder: Path, calls: Calls | None = None) -> None:
        self.calls = calls or Calls()
        self.clock = FixedClock(NOW)
        self.place = folder / "drafts.db"
        self.count = 0
        self.database: Database | None = None
        self.restart()

    def restart(self) -> None:
        """Begin again as after a killed program: only what is in the file is left."""
        self.close()
        self.database = open_registration_file(self.place, KEY)
        self.drafts = LocalWizardDrafts(self.database, self.clock)
        self.profile = ProfileJourney(self.calls, self.drafts, BOOK, self.clock, self._new_id)
        self.access = AccessJourney(self.calls, self.drafts, BOOK, self.clock, self._new_id)

    def close(self) -> None:
        if self.database is not None:
            self.database.close()
            self.database = None

    def _new_id(self) -> str:
        self.count += 1
        return f"id-{self.count}"
