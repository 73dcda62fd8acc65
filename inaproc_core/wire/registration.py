"""Messages of stages 2 and 3: files, profile, requests for accesses, the life of an access."""

from __future__ import annotations

from datetime import datetime

import msgspec

from inaproc_core.wire.messages import AccessRow, Message, Reply

# ---- files


class BeginUpload(Message, frozen=True, kw_only=True):
    """Announce a file. The same content for the same slot goes on where it stopped.

    Attributes:
        slot: ``FileSlot`` value, or ``order_attachment`` for a supporting document of a purchase.
        name: as the person knows it; shown, never used as a path.
        size: bytes.
        sha256: of the whole content, hexadecimal.
        acting_as: the access that buys, for a supporting document; empty otherwise.
    """

    slot: str
    name: str
    size: int
    sha256: str
    acting_as: str = ""


class UploadState(Reply, frozen=True, kw_only=True):
    """How far an upload is; the next block starts at ``offset`` and has at most ``block`` bytes."""

    upload_id: str
    offset: int
    size: int
    block: int


class StoredFile(Reply, frozen=True, kw_only=True):
    """A file that was checked by content and stored.

    Attributes:
        media_type: ``image/jpeg``, ``image/png`` or ``application/pdf``, as found in the content.
        size, width, height, pages: of what is stored; pictures are written anew without their metadata.
    """

    file_id: str
    slot: str
    name: str
    media_type: str
    size: int
    sha256: str
    width: int = 0
    height: int = 0
    pages: int = 0


# ---- reasons


class FieldReason(Message, frozen=True, kw_only=True):
    """Why one part of a form or one file has to be mended.

    Attributes:
        field: id of the form field, or the slot of a file.
        code: of the reason catalogue (``letter.no_signature``).
        note: the verifikator's own words.
        ask_for: slots to hand in, as the catalogue says for this reason.
    """

    field: str
    code: str
    note: str = ""
    ask_for: list[str] = msgspec.field(default_factory=list)


class HistoryRow(Reply, frozen=True, kw_only=True):
    """One step of a profile or request: ``sent``, ``resent``, ``approved``, ``first_approval`` and more."""

    at: datetime
    what: str
    by: str = ""
    note: str = ""
    reasons: list[FieldReason] = msgspec.field(default_factory=list)


# ---- stage 2


class SubmitProfile(Message, frozen=True, kw_only=True):
    """The profile, whole: also a correction sends all of it.

    Attributes:
        request_id: made by the client once; the same one again has no second effect.
        revision: revision of the profile that the person saw; 0 for the first.
        fields: by field id (``nik``, ``birth_date`` as ISO, ``sex`` as L/P …), as the form data names them.
        files: slot to file id.
    """

    request_id: str
    revision: int
    nationality: str
    fields: dict[str, str]
    files: dict[str, str]


class ProfileView(Reply, frozen=True, kw_only=True):
    """The person's own profile.

    Attributes:
        status: ``ProfileStatus`` value.
        since: when it came into this status.
        due_at: when the decision is due, while waiting.
        reasons: what to mend, while it needs a fix, or why it was rejected.
        open_fields: ids of fields and slots that may be changed now.
        attempts: how often it was sent.
    """

    status: str
    revision: int = 0
    nationality: str = ""
    fields: dict[str, str] = msgspec.field(default_factory=dict)
    files: dict[str, StoredFile] = msgspec.field(default_factory=dict)
    since: datetime | None = None
    due_at: datetime | None = None
    reasons: list[FieldReason] = msgspec.field(default_factory=list)
    open_fields: list[str] = msgspec.field(default_factory=list)
    attempts: int = 0
    history: list[HistoryRow] = msgspec.field(default_factory=list)


# ---- stage 3


class CheckNib(Message, frozen=True, kw_only=True):
    """Cek NIB: as which kind of company access the person asks."""

    nib: str
    kind: str


class NibRule(Reply, frozen=True, kw_only=True):
    """One check: ``passed``, ``failed`` or ``unknown`` (no source is connected: a verifikator looks).

    Attributes:
        id: ``registered``, ``person``, ``identity``, ``blacklist``, ``in_inaproc``.
        code: sentence that says what was found and what to do.
    """

    id: str
    result: str
    code: str
    facts: dict[str, str | int] = msgspec.field(default_factory=dict)


class NibCheck(Reply, frozen=True, kw_only=True):
    """What the registries say of a NIB.

    Attributes:
        may_go_on: no check failed that stops.
        company: ``name``, ``form``, ``npwp``, ``address``, ``kbli``, as far as known.
        known: the company is in INAPROC already: join as Anggota.
    """

    nib: str
    may_go_on: bool
    rules: list[NibRule]
    company: dict[str, str] = msgspec.field(default_factory=dict)
    known: bool = False
    checked_at: datetime | None = None


class SubmitAccess(Message, frozen=True, kw_only=True):
    """Ajukan Akses, Unggah Perbaikan Data, Aktifkan Kembali or pindah satker.

    Attributes:
        request_id: made by the client once; a correction sends the id of the request it mends.
        revision: revision that the person saw; 0 for a new request.
        fields: by field id, as the kind's form data names them (``satker`` is an id, dates are ISO).
        files: slot to file id.
        renews: the access that is to be active again.
        transfers: the access that ends when this one begins.
    """

    request_id: str
    revision: int
    kind: str
    fields: dict[str, str]
    files: dict[str, str]
    renews: str = ""
    transfers: str = ""


class AccessRequestView(Reply, frozen=True, kw_only=True):
    """One of the person's own requests.

    Attributes:
        verifier: ``Verifier`` value: whose move it is while waiting.
        labels: words for ids in ``fields``: satker name, instansi name, company name.
    """

    request_id: str
    revision: int
    kind: str
    status: str
    verifier: str
    fields: dict[str, str]
    files: dict[str, StoredFile]
    sent_at: datetime
    since: datetime
    due_at: datetime | None = None
    renews: str = ""
    transfers: str = ""
    reasons: list[FieldReason] = msgspec.field(default_factory=list)
    open_fields: list[str] = msgspec.field(default_factory=list)
    labels: dict[str, str] = msgspec.field(default_factory=dict)
    attempts: int = 1
    history: list[HistoryRow] = msgspec.field(default_factory=list)


class Withdraw(Message, frozen=True, kw_only=True):
    """Take a waiting request back."""

    revision: int


class OwnAccesses(Reply, frozen=True, kw_only=True):
    """Manajemen Akses: everything of the signed-in person."""

    accesses: list[AccessRow]
    requests: list[AccessRequestView]
    profile: ProfileView


class Office(Reply, frozen=True, kw_only=True):
    """A satker found by name or code, with its path."""

    satker_id: str
    code: str
    name: str
    klpd_code: str
    klpd_name: str
    klpd_kind: str
    people: int = 0


class Instansi(Reply, frozen=True, kw_only=True):
    """A K/L/PD found by name or code."""

    code: str
    name: str
    kind: str


class OfficeList(Reply, frozen=True, kw_only=True):
    """Found satker, best first."""

    offices: list[Office]


class InstansiList(Reply, frozen=True, kw_only=True):
    """Found instansi, best first."""

    instansi: list[Instansi]


class Deactivate(Message, frozen=True, kw_only=True):
    """End an access, by whoever may decide on its kind. Needs a fresh step-up.

    Attributes:
        code: ``duplicate``, ``transferred``, ``dismissed``, ``requested``, ``other``.
        note: reason in words, shown to the person.
    """

    acting_as: str
    code: str
    note: str
