"""What the wizards of stages 2 and 3 show: one application being filled in, and how it stands.

Both wizards are the same journey over other form data, so they share these values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from inaproc_core.errors import Fact, Refusal
from inaproc_core.registration.forms import AccessForm, FormField, Reason, SlotRule
from inaproc_core.registration.vocabulary import FileSlot
from inaproc_core.wire.registration import FieldReason, NibCheck


class FilingStage(StrEnum):
    """Which application it is."""

    PROFILE = "profile"
    ACCESS = "access"


class Intent(StrEnum):
    """Why it is filled in."""

    NEW = "new"
    FIX = "fix"
    """Unggah Perbaikan Data: only what was refused is open."""
    RENEW = "renew"
    """Aktifkan Kembali."""
    TRANSFER = "transfer"
    """Pindah satker."""
    CHANGE = "change"
    """Ubah permohonan: it still waits, and everything but the role is open."""


class FilingPage(StrEnum):
    """The pages, in their order."""

    NATIONALITY = "nationality"
    TYPE = "type"
    ROLE = "role"
    DATA = "data"
    FILES = "files"
    REVIEW = "review"


PENYEDIA = "PENYEDIA"
NON_PENYEDIA = "NON_PENYEDIA"

CONFIRM_OFFICE = "confirm_office"
"""Id of the tick that says: yes, this is my satker."""

DECLARATION = "declaration"
"""Id of the tick under the review."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A rectangle on a picture, in parts of its width and height."""

    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    height: float = 1.0

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the picture."""
        return (self.left, self.top, self.width, self.height) == (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What speaks against a picture, and where on it. ``stops``: the backend would refuse it."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    spot: Spot = Spot()
    stops: bool = False


@dataclass(frozen=True, kw_only=True)
class Handed:
    """A file in a slot.

    Attributes:
        name: as the person knows it.
        media_type: as found in the content.
        size: bytes of what will be sent.
        before: bytes it had before it was made smaller, 0 when it was not.
        width, height: of a picture, in points.
        pages: of a PDF.
        findings: what speaks against it.
        file_id: as the backend stores it; empty while it is only here.
        content: ``None`` when only the backend has it.
    """

    slot: FileSlot
    name: str
    media_type: str
    size: int
    before: int = 0
    width: int = 0
    height: int = 0
    pages: int = 0
    findings: tuple[Finding, ...] = ()
    file_id: str = ""
    content: bytes | None = field(default=None, repr=False)

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture."""
        return self.media_type.startswith("image/")

    @property
    def stops(self) -> bool:
        """Whether the backend would refuse it."""
        return any(finding.stops for finding in self.findings)


@dataclass(frozen=True, kw_only=True)
class Shrunk:
    """A file that is too big, and what it would be made smaller to. Nothing is replaced before a yes."""

    smaller: Handed
    before: int
    limit: int


@dataclass(frozen=True, kw_only=True)
class PickedOffice:
    """The satker that was picked, with its path, as it is shown for confirmation."""

    satker_id: str
    code: str
    name: str
    klpd_code: str
    klpd_name: str
    klpd_kind: str
    people: int = 0


@dataclass(frozen=True, kw_only=True)
class Filing:
    """One application as it is filled in. Immutable: every edit gives another one.

    Attributes:
        key: names its draft on this machine.
        request_id: made once; sending it again has no second effect.
        revision: of what the backend has; 0 for a new one.
        group: ``PENYEDIA`` or ``NON_PENYEDIA``; empty before it is chosen.
        choice: nationality or ``AccessKind`` value; empty before it is chosen.
        fields: what stands in the fields, as typed.
        labels: words for ids in ``fields``.
        files: by slot value.
        open_parts: ids of fields and slots that may be changed; ``None``: all of them.
        reasons: what the verifikator gave back.
        renews, transfers: ids of accesses.
        office: the satker that was picked.
        confirmed: the person said that the satker is theirs.
        declared: the tick under the review.
        nib: what Cek NIB said of the number in ``fields``.
    """

    key: str
    stage: FilingStage
    request_id: str
    intent: Intent = Intent.NEW
    revision: int = 0
    group: str = ""
    choice: str = ""
    page: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Handed] = field(default_factory=dict)
    open_parts: frozenset[str] | None = None
    reasons: tuple[FieldReason, ...] = ()
    renews: str = ""
    transfers: str = ""
    office: PickedOffice | None = None
    confirmed: bool = False
    declared: bool = False
    nib: NibCheck | None = None
    attempts: int = 0

    def is_open(self, part: str) -> bool:
        """Return whether a field or slot may be changed."""
        return self.open_parts is None or part in self.open_parts

    def with_field(self, field_id: str, value: str, words: str = "") -> Filing:
        """Return it with another value in a field, and the words for it where it is an id."""
        fields = {**self.fields, field_id: value}
        labels = {name: said for name, said in self.labels.items() if name != field_id}
        if words:
            labels[field_id] = words
        return replace(self, fields=fields, labels=labels)

    def with_file(self, handed: Handed) -> Filing:
        """Return it with another file in a slot."""
        return replace(self, files={**self.files, handed.slot.value: handed})

    def without_file(self, slot: str) -> Filing:
        """Return it with an empty slot."""
        return replace(self, files={name: file for name, file in self.files.items() if name != slot})


@dataclass(frozen=True, kw_only=True)
class Note:
    """A verifikator's reason at one part, with the catalogue's words where it is known."""

    part: str
    reason: Reason | None
    code: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class FilingSheet:
    """What a wizard shows of an application: pages, form, and what the rules say.

    Attributes:
        pages: in their order; a correction has only those with something open.
        fields: of the data page; the pictures and documents are ``slots``.
        slots: of the files page, those that reasons asked for among them.
        reviewed: all fields that are sent, the closed ones of a correction among them.
        asked: slots that a reason asked for.
        problems: first problem by field, slot or tick.
        page_problems: ids of the parts with problems, by page.
        notes: what the verifikator wrote, by field or slot.
        from_nik: birth date (ISO) and sex that the NIK states; empty while it states none.
        kinds: forms to choose from on the page of roles.
        advise_help: it was given back so often that Pusat Bantuan should be asked.
        decision_hours: within which a decision is due.
    """

    filing: Filing
    pages: tuple[FilingPage, ...]
    fields: tuple[FormField, ...] = ()
    slots: tuple[SlotRule, ...] = ()
    reviewed: tuple[FormField, ...] = ()
    asked: frozenset[FileSlot] = frozenset()
    problems: Mapping[str, Refusal] = field(default_factory=dict)
    page_problems: Mapping[FilingPage, tuple[str, ...]] = field(default_factory=dict)
    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    from_nik: tuple[str, str] = ("", "")
    kinds: tuple[AccessForm, ...] = ()
    form: AccessForm | None = None
    advise_help: bool = False
    decision_hours: int = 0

    def page_of(self, part: str) -> FilingPage | None:
        """Return the page on which a part stands."""
        return next((page for page, parts in self.page_problems.items() if part in parts), None)

    def page_with(self, part: str) -> FilingPage | None:
        """Return the page that has this field or slot, whether or not something is wrong with it."""
        if any(rule.slot.value == part for rule in self.slots):
            return FilingPage.FILES
        return FilingPage.DATA if any(field.id == part for field in self.fields) else None


@dataclass(frozen=True, kw_only=True)
class FilingStatus:
    """How an application stands with the backend.

    Attributes:
        status: ``ProfileStatus`` or ``RequestStatus`` value.
        verifier: ``Verifier`` value: whose move it is while waiting.
        final: it was rejected and cannot be mended: only begun anew.
        parts: words beside the ids of fields and slots, by (Indonesian, English).
        slots: words beside slots that reasons ask for.
        title: kind of the access, by (Indonesian, English); empty for the profile.
        office: satker, instansi or company.
        instansi, instansi_kind: K/L/PD of a non penyedia access, with the kind as it is stored.
    """

    stage: FilingStage
    status: str
    request_id: str = ""
    since: datetime | None = None
    due_at: datetime | None = None
    verifier: str = ""
    notes: tuple[Note, ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    parts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    title: tuple[str, str] = ("", "")
    office: str = ""
    instansi: str = ""
    instansi_kind: str = ""
    attempts: int = 0
    advise_help: bool = False

    @property
    def item_to_mend(self) -> str:
        """What the wizard opens to mend or begin anew; empty when there is nothing to do."""
        if self.status not in {"NEEDS_FIX", "REJECTED", "WITHDRAWN"}:
            return ""
        if self.stage is FilingStage.PROFILE:
            return "edit"
        return f"{'fix' if self.status == 'NEEDS_FIX' else 'again'}:{self.request_id}"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What opens: the wizard, or how things stand."""

    filing: Filing | None = None
    status: FilingStatus | None = None
    resumed: bool = False
