"""The backend's desk in memory: queue, four eyes, revisions, step-up, register, mailbox."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import msgspec
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from inaproc_core.errors import Refusal
from inaproc_core.wire.account import Mailbox, MailboxMessage
from inaproc_core.wire.desk import (
    Decide,
    Decided,
    DecidedMany,
    DecideMany,
    DeskItem,
    Duplicate,
    Queue,
    QueueRow,
    Register,
    RegisterRow,
)
from inaproc_core.wire.registration import Deactivate, FieldReason, HistoryRow, NibRule, StoredFile
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.desk import QueueFilter, RegisterFilter
from inaproc_desktop.ports.registration import WizardDraft

NOW = dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC)
PASSWORD = "Latihan-INAPROC-2026"
_SEEN: dict[str, str | int] = {"source": "OSS", "as_of": "2026-11-23"}
_STATUS = {"APPROVE": "APPROVED", "FIX": "NEEDS_FIX", "REJECT": "REJECTED"}


def refused(code: str, status: int = 403, **facts: Any) -> BackendRefused:
    return BackendRefused(Refusal(code=code, facts=facts), "", status)


def picture(words: str, size: tuple[int, int] = (856, 540)) -> bytes:
    image = Image.new("RGB", size, "#BBD7EA")
    draw = ImageDraw.Draw(image)
    draw.rectangle((8, 8, size[0] - 8, size[1] - 8), outline="#35607F", width=4)
    draw.rectangle((size[0] - 220, 120, size[0] - 40, 360), fill="#8FB3CC")
    for at, line in enumerate(words.split("\n")):
        draw.text((40, 50 + at * 44), line, fill="#16324A", font_size=26)
    out = BytesIO()
    image.save(out, "JPEG", quality=82)
    return out.getvalue()


def letter(lines: list[str]) -> bytes:
    out = BytesIO()
    page = Canvas(out)
    page.setFont("Helvetica-Bold", 14)
    page.drawString(72, 770, "SURAT TUGAS (CONTOH LATIHAN)")
    page.setFont("Helvetica", 11)
    for at, line in enumerate(lines):
        page.drawString(72, 730 - at * 18, line)
    page.save()
    return out.getvalue()


def stored(file_id: str, slot: str, name: str, content: bytes) -> StoredFile:
    pdf = content.startswith(b"%PDF")
    size = (0, 0) if pdf else Image.open(BytesIO(content)).size
    return StoredFile(
        file_id=file_id,
        slot=slot,
        name=name,
        media_type="application/pdf" if pdf else "image/jpeg",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        width=size[0],
        height=size[1],
        pages=int(pdf),
    )


def queue_row(item_id: str, name: str, **more: Any) -> QueueRow:
    members: dict[str, Any] = {
        "item_id": item_id,
        "what": "PROFILE" if item_id.startswith("profile") else "ACCESS",
        "kind": "WNI" if item_id.startswith("profile") else "PPK",
        "status": "WAITING",
        "revision": 1,
        "name": name,
        "masked_id": "3273••••••••0004",
        "office": "" if item_id.startswith("profile") else "Dinas Kesehatan Kota Contoh",
        "sent_at": NOW - dt.timedelta(hours=30),
        "due_at": NOW + dt.timedelta(hours=42),
        "attempts": 1,
        **more,
    }
    return QueueRow(**members)


@dataclass
class FakeDesk:
    """Implements ``DeskCalls``; what it takes and refuses follows the backend's contract."""

    items: dict[str, DeskItem] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    register_rows: list[RegisterRow] = field(default_factory=list)
    online: bool = True
    proven: bool = True
    lose_answer: bool = False
    page_size: int = 100
    decisions: list[tuple[str, Decide]] = field(default_factory=list)
    many: list[DecideMany] = field(default_factory=list)
    viewed: list[tuple[str, str]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    ended: list[tuple[str, Deactivate]] = field(default_factory=list)
    asked: list[Any] = field(default_factory=list)
    _seen: dict[str, Decided] = field(default_factory=dict)

    # ---- making

    def add(self, item: DeskItem) -> DeskItem:
        self.items[item.row.item_id] = item
        return item

    def change(self, item_id: str, **more: Any) -> None:
        """Somebody else changes an item."""
        item = self.items[item_id]
        one = msgspec.structs.replace(item.row, revision=item.row.revision + 1, **more.pop("row", {}))
        self.items[item_id] = msgspec.structs.replace(item, row=one, **more)

    def keep(self, slot: str, name: str, content: bytes) -> StoredFile:
        file_id = f"f-{len(self.contents) + 1}"
        self.contents[file_id] = content
        return stored(file_id, slot, name, content)

    # ---- the calls

    def queue(self, acting_as: str, asked: QueueFilter, cursor: str, limit: int) -> Queue:
        self._link()
        self.asked.append(asked)
        rows = [
            item.row
            for item in self.items.values()
            if (not asked.status or item.row.status == asked.status)
            and (not asked.what or item.row.what == asked.what)
            and asked.text.lower() in f"{item.row.name} {item.row.office}".lower()
        ]
        rows.sort(key=lambda row: row.sent_at)
        at, size = int(cursor or 0), min(limit, self.page_size)
        return Queue(
            rows=rows[at : at + size],
            total=len(rows),
            next_cursor=str(at + size) if at + size < len(rows) else "",
        )

    def item(self, acting_as: str, item_id: str) -> DeskItem:
        self._link()
        self.opened.append(item_id)
        if item_id not in self.items:
            raise refused("desk.unknown_item", 404)
        return self.items[item_id]

    def decide(self, item_id: str, decision: Decide) -> Decided:
        self._link()
        if decision.decision_id in self._seen:
            return self._seen[decision.decision_id]
        if not self.proven:
            raise refused("session.step_up_required")
        item = self.items[item_id]
        if not item.may_decide:
            raise refused(item.why_not)
        if item.row.revision != decision.revision or item.row.status != "WAITING":
            raise refused("desk.moved_on", 409)
        self.decisions.append((item_id, decision))
        second = decision.verdict == "APPROVE" and item.row.needs == "first" and item.row.kind == "VAI"
        status = "WAITING" if second else _STATUS[decision.verdict]
        one = msgspec.structs.replace(
            item.row,
            status=status,
            revision=item.row.revision + 1,
            needs="second" if second else item.row.needs,
        )
        self.items[item_id] = msgspec.structs.replace(
            item, row=one, may_decide=not second, why_not="desk.same_eyes" if second else ""
        )
        done = Decided(item_id=item_id, status=status, revision=one.revision, needs_second=second)
        self._seen[decision.decision_id] = done
        if self.lose_answer:
            self.lose_answer = False
            raise WorldFailed("world.timeout", "no answer")
        return done

    def decide_many(self, decision: DecideMany) -> DecidedMany:
        self._link()
        if not self.proven:
            raise refused("session.step_up_required")
        self.many.append(decision)
        done, left = {}, {}
        for item_id, revision in decision.items.items():
            item = self.items[item_id]
            if item.row.revision != revision or item.row.status != "WAITING":
                left[item_id] = "desk.moved_on"
                continue
            second = item.row.kind == "VAI" and item.row.needs == "first"
            done[item_id] = "WAITING" if second else "APPROVED"
            self.change(item_id, row={"status": done[item_id], "clean": False})
        return DecidedMany(statuses=done, refusals=left)

    def register(self, acting_as: str, asked: RegisterFilter, cursor: str, limit: int) -> Register:
        self._link()
        self.asked.append(asked)
        rows = [row for row in self.register_rows if _fits(row, asked)]
        at, size = int(cursor or 0), min(limit, self.page_size)
        return Register(
            rows=rows[at : at + size],
            total=len(rows),
            next_cursor=str(at + size) if at + size < len(rows) else "",
        )

    def deactivate(self, access_id: str, asked: Deactivate) -> None:
        self._link()
        if not self.proven:
            raise refused("session.step_up_required")
        self.ended.append((access_id, asked))
        self.register_rows = [
            msgspec.structs.replace(row, access_status="DEACTIVATED") if row.access_id == access_id else row
            for row in self.register_rows
        ]

    def file(self, acting_as: str, file_id: str) -> bytes:
        self._link()
        self.viewed.append((acting_as, file_id))
        if file_id not in self.contents:
            raise refused("file.unknown", 404)
        return self.contents[file_id]

    def step_up(self, code: str, password: str) -> int:
        self._link()
        if password != PASSWORD:
            raise refused("session.wrong_password")
        self.proven = True
        return 300

    def _link(self) -> None:
        if not self.online:
            raise WorldFailed("world.offline", "no link")


def _fits(row: RegisterRow, asked: RegisterFilter) -> bool:
    day = row.sent_at.date()
    return (
        (asked.first is None or day >= asked.first)
        and (asked.last is None or day <= asked.last)
        and asked.status in ("", row.status, row.access_status)
        and asked.kind in ("", row.kind)
        and asked.text.lower() in f"{row.name} {row.office} {row.letter_number}".lower()
    )


@dataclass
class FakeWizardDrafts:
    """Drafts in memory; files are not needed at the desk."""

    kept: dict[str, WizardDraft] = field(default_factory=dict)

    def load(self, key: str) -> WizardDraft | None:
        return self.kept.get(key)

    def all(self, prefix: str = "") -> tuple[WizardDraft, ...]:
        return tuple(draft for key, draft in self.kept.items() if key.startswith(prefix))

    def save(self, key: str, page: str, data: Any) -> None:
        self.kept[key] = WizardDraft(key=key, page=page, data=dict(data), saved_at=NOW)

    def forget(self, key: str) -> None:
        self.kept.pop(key, None)

    def keep_file(self, key: str, slot: str, name: str, content: bytes) -> None:
        raise NotImplementedError

    def file(self, key: str, slot: str) -> None:
        raise NotImplementedError

    def drop_file(self, key: str, slot: str) -> None:
        raise NotImplementedError


@dataclass
class FakeMailbox:
    """Implements ``MailboxCalls``."""

    messages: list[MailboxMessage] = field(default_factory=list)
    online: bool = True
    calls: int = 0

    def mailbox(self) -> Mailbox:
        self.calls += 1
        if not self.online:
            raise WorldFailed("world.offline", "no link")
        return Mailbox(messages=list(self.messages))


# ---- a full desk


def ppk_item(
    desk: FakeDesk, item_id: str = "access:r-1", name: str = "Gilang Latihan", **more: Any
) -> DeskItem:
    """Return a request of a PPK with a letter of assignment; changed members by name."""
    paper = letter(
        [
            "Nomor 800/112/DINKES/2026",
            "",
            f"Menugaskan: {name}",
            "sebagai Pejabat Pembuat Komitmen",
            "s.d. 31 Desember 2026",
        ]
    )
    members: dict[str, Any] = {
        "row": queue_row(item_id, name, **more.pop("row", {})),
        "fields": {
            "golongan": "III/c",
            "instansi_kind": "KOTA",
            "instansi": "D9901",
            "satker": "0190a1b2-0000-7000-8000-000000000001",
            "valid_from": "2026-01-02",
            "valid_until": "2026-12-31",
            "satker_npwp": "0012345670441000",
            "nip": "198501012010012001",
            "letter_number": "800/112/DINKES/2026",
            "letter_date": "2026-01-02",
            "letter_until": "2026-12-31",
        },
        "labels": {
            "instansi": "Pemerintah Kota Contoh",
            "satker": "Dinas Kesehatan Kota Contoh",
        },
        "files": {"ASSIGNMENT_LETTER": desk.keep("ASSIGNMENT_LETTER", "surat-tugas.pdf", paper)},
        "person": {
            "name": name,
            "nik": "3273010101850004",
            "email": "gilang@contoh.example",
            "phone": "+6281200000004",
        },
        "history": [HistoryRow(at=NOW - dt.timedelta(hours=30), what="sent", by=name)],
        **more,
    }
    return desk.add(DeskItem(**members))


def profile_item(
    desk: FakeDesk, item_id: str = "profile:u-9", name: str = "Hana Latihan", **more: Any
) -> DeskItem:
    """Return a profile with KTP and selfie."""
    ktp = picture(f"KTP CONTOH LATIHAN\nNIK 3273014502900002\n{name}\nKOTA CONTOH, 05-02-1990\nPEREMPUAN")
    members: dict[str, Any] = {
        "row": queue_row(item_id, name, **more.pop("row", {})),
        "fields": {
            "nik": "3273014502900002",
            "full_name": name,
            "birth_place": "Kota Contoh",
            "birth_date": "1990-02-05",
            "sex": "P",
        },
        "files": {
            "KTP": desk.keep("KTP", "ktp.jpg", ktp),
            "SELFIE": desk.keep("SELFIE", "swafoto.jpg", picture("SWAFOTO CONTOH", (540, 720))),
        },
        "person": {"username": "hana.latihan", "email": "hana@contoh.example"},
        "history": [HistoryRow(at=NOW - dt.timedelta(hours=20), what="sent", by=name)],
        **more,
    }
    return desk.add(DeskItem(**members))


def full_desk() -> FakeDesk:
    """Return a desk with every case: late, duplicate, blacklist, resent, second eyes, own, clean."""
    desk = FakeDesk()
    ppk_item(
        desk,
        row={
            "hints": ["duplicate", "resent"],
            "attempts": 2,
            "due_at": NOW - dt.timedelta(hours=5),
            "sent_at": NOW - dt.timedelta(hours=77),
        },
        duplicates=[
            Duplicate(
                code="same_role_and_satker",
                name="Gilang Latihan",
                detail="PPK · Dinas Kesehatan Kota Contoh, aktif s.d. 31 Des 2026",
            )
        ],
        old_fields={
            "valid_until": "2025-12-31",
            "letter_number": "800/044/DINKES/2025",
            "nip": "198501012010012001",
        },
        history=[
            HistoryRow(at=NOW - dt.timedelta(hours=77), what="resent", by="Gilang Latihan"),
            HistoryRow(
                at=NOW - dt.timedelta(hours=90),
                what="fix",
                by="Verifikator Latihan",
                note="Mohon surat yang sudah ditandatangani.",
                reasons=[
                    FieldReason(field="ASSIGNMENT_LETTER", code="letter.no_signature", note="halaman 1")
                ],
            ),
            HistoryRow(at=NOW - dt.timedelta(hours=100), what="sent", by="Gilang Latihan"),
        ],
    )
    profile_item(desk, row={"due_at": NOW + dt.timedelta(hours=9), "sent_at": NOW - dt.timedelta(hours=63)})
    desk.add(
        DeskItem(
            row=queue_row(
                "access:r-3",
                "Indra Latihan",
                kind="COMPANY_OWNER",
                office="CV Graha Contoh Utama",
                hints=["blacklist"],
                sent_at=NOW - dt.timedelta(hours=25),
                due_at=NOW + dt.timedelta(hours=47),
            ),
            fields={
                "nib": "9120001234567",
                "company_name": "CV Graha Contoh Utama",
                "company_npwp": "0098765430441000",
                "owner_position": "DIREKTUR",
            },
            files={
                slot: desk.keep(slot, f"{slot.lower()}.pdf", letter([slot]))
                for slot in ("NIB", "NPWP", "KSWP", "OWNER_STATEMENT", "PKP", "ASSIGNMENT_LETTER", "DEED")
            },
            checks=[
                NibRule(id="registered", result="passed", code="nib.registered", facts=_SEEN),
                NibRule(id="blacklist", result="failed", code="nib.blacklisted", facts=_SEEN),
            ],
            history=[HistoryRow(at=NOW - dt.timedelta(hours=25), what="sent", by="Indra Latihan")],
        )
    )
    ppk_item(
        desk,
        "access:r-4",
        "Joko Latihan",
        row={
            "kind": "VAI",
            "needs": "second",
            "office": "Pemerintah Kota Contoh",
            "sent_at": NOW - dt.timedelta(hours=20),
            "due_at": NOW + dt.timedelta(hours=52),
        },
        first_by="Verifikator INAPROC Latihan 1",
    )
    ppk_item(
        desk,
        "access:r-5",
        "Verifikator Latihan",
        row={
            "kind": "PP",
            "hints": ["own_request"],
            "sent_at": NOW - dt.timedelta(hours=8),
            "due_at": NOW + dt.timedelta(hours=64),
        },
        may_decide=False,
        why_not="desk.own_request",
    )
    for at, (name, kind) in enumerate(
        (("Kartika Latihan", "PP"), ("Lukman Latihan", "BENDAHARA_PENGELUARAN"), ("Mega Latihan", "PPK")),
        start=6,
    ):
        ppk_item(
            desk,
            f"access:r-{at}",
            name,
            row={
                "kind": kind,
                "clean": True,
                "sent_at": NOW - dt.timedelta(hours=6 - at / 10),
                "due_at": NOW + dt.timedelta(hours=66),
            },
        )
    return desk


def register_row(number: int = 1, **more: Any) -> RegisterRow:
    members: dict[str, Any] = {
        "request_id": f"r-{number}",
        "access_id": f"a-{number}",
        "name": f"Peserta Latihan {number}",
        "masked_id": "3273••••••••0004",
        "nip": "198501012010012001",
        "kind": "PPK",
        "role": "PPK",
        "instansi": "Pemerintah Kota Contoh",
        "office": "Dinas Kesehatan Kota Contoh",
        "letter_number": f"800/{number:03d}/DINKES/2026",
        "sent_at": NOW - dt.timedelta(days=number % 20),
        "decided_at": NOW - dt.timedelta(days=number % 20) + dt.timedelta(hours=30),
        "decided_by": "Verifikator Latihan",
        "status": "APPROVED",
        "access_status": "ACTIVE",
        "valid_from": "2026-01-02",
        "valid_until": "2026-12-31",
        "attempts": 1,
        "hours": 30,
        **more,
    }
    return RegisterRow(**members)


def full_register() -> list[RegisterRow]:
    """Return rows of several offices, kinds and outcomes."""
    waiting = {
        "decided_at": None,
        "decided_by": "",
        "access_id": "",
        "access_status": "",
        "valid_from": "",
        "valid_until": "",
    }
    rows = [register_row(number) for number in range(1, 13)]
    rows += [
        register_row(number, kind="PP", role="PP", office="Dinas Pendidikan Kota Contoh")
        for number in range(13, 22)
    ]
    rows.append(
        register_row(
            22,
            status="NEEDS_FIX",
            hours=12,
            attempts=2,
            access_id="",
            access_status="",
            valid_from="",
            valid_until="",
        )
    )
    rows.append(
        register_row(
            23, status="REJECTED", hours=80, access_id="", access_status="", valid_from="", valid_until=""
        )
    )
    rows.append(register_row(24, status="WAITING", hours=90, **waiting))
    rows.append(register_row(25, status="WITHDRAWN", hours=3, **waiting))
    rows.append(
        register_row(
            26,
            access_status="ENDING",
            valid_until="2026-12-05",
            kind="BENDAHARA_PENGELUARAN",
            role="BENDAHARA",
        )
    )
    rows.append(register_row(27, access_status="DEACTIVATED"))
    rows.append(
        register_row(
            28, name='=HYPERLINK("http://contoh")', access_status="EXPIRED", valid_until="2026-06-30"
        )
    )
    return rows
