"""The shapes of the dated registration data: limits, forms, file rules, reasons.

The values come from ``rules.json`` through ``book.RegistrationBook.at(day)``; nothing here knows a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from inaproc_core.registration.vocabulary import AccessKind, FileSlot, Nationality, Verifier


class Need(StrEnum):
    """Whether a field or file must be given."""

    REQUIRED = "REQUIRED"
    """Wajib Diisi."""
    OPTIONAL = "OPTIONAL"
    """Tidak Wajib Diisi."""
    FIRST_OF_OFFICE = "FIRST_OF_OFFICE"
    """Required of the first person of a satker, not asked of the others."""
    ON_REQUEST = "ON_REQUEST"
    """Not asked at first: handed in because a reason asked for it."""


class FieldType(StrEnum):
    """How a field is typed and checked."""

    TEXT = "TEXT"
    LONG_TEXT = "LONG_TEXT"
    PERSON_NAME = "PERSON_NAME"
    DATE = "DATE"
    SEX = "SEX"
    CHOICE = "CHOICE"
    NIK = "NIK"
    PASSPORT = "PASSPORT"
    NIP = "NIP"
    NPWP = "NPWP"
    NIB = "NIB"
    PHONE = "PHONE"
    INSTANSI_KIND = "INSTANSI_KIND"
    INSTANSI = "INSTANSI"
    """Code of a K/L/PD."""
    SATKER = "SATKER"
    """Id of a satker."""
    UNTIL = "UNTIL"
    """Masa Berlaku Jabatan: a day."""


@dataclass(frozen=True, kw_only=True)
class FormField:
    """One field of a form.

    Attributes:
        id: key in ``fields`` of the messages.
        type: how it is typed and checked.
        need: whether it must be given.
        label_id, label_en: words beside it, held as data with the form.
        options: allowed values of a CHOICE, in order; words beside them in ``option_labels_*``.
        max_length: longest text.
        source: page or article it comes from; ``I`` where it is our default.
    """

    id: str
    type: FieldType
    need: Need
    label_id: str
    label_en: str
    source: str
    options: tuple[str, ...] = ()
    option_labels_id: tuple[str, ...] = ()
    option_labels_en: tuple[str, ...] = ()
    max_length: int = 200


@dataclass(frozen=True, kw_only=True)
class SlotRule:
    """What may be handed in for a slot.

    Attributes:
        min_bytes, max_bytes: of the file as sent.
        min_width, min_height: of a picture in pixels, the longer side of KTP lying.
        label_id, label_en: words, which differ by kind ("SK Bendahara").
        template: id of the sample letter that can be printed and filled, empty for none.
    """

    slot: FileSlot
    need: Need
    max_bytes: int
    label_id: str
    label_en: str
    source: str
    min_bytes: int = 0
    min_width: int = 0
    min_height: int = 0
    template: str = ""


@dataclass(frozen=True, kw_only=True)
class AccessForm:
    """The form of one kind of access.

    Attributes:
        verifier: who decides.
        four_eyes: two different persons must approve.
        totp_required: the access acts only for accounts with a second factor.
        instansi_kinds: kinds of K/L/PD it exists in (``KEMENTERIAN`` …); empty: all.
        whole_instansi: it is for an instansi, not for one satker.
        askable: it can be asked for by anybody with a verified profile.
        ends_with_year: without another date in the letter it ends on 31 December.
    """

    kind: AccessKind
    label_id: str
    label_en: str
    position: str
    verifier: Verifier
    four_eyes: bool
    totp_required: bool
    fields: tuple[FormField, ...]
    slots: tuple[SlotRule, ...]
    instansi_kinds: frozenset[str] = frozenset()
    whole_instansi: bool = False
    askable: bool = True
    ends_with_year: bool = True

    def field(self, field_id: str) -> FormField | None:
        """Return a field by id."""
        return next((field for field in self.fields if field.id == field_id), None)

    def slot(self, slot: FileSlot) -> SlotRule | None:
        """Return the rule of a slot."""
        return next((rule for rule in self.slots if rule.slot is slot), None)


@dataclass(frozen=True, kw_only=True)
class ProfileForm:
    """The form of stage 2 for one nationality."""

    nationality: Nationality
    fields: tuple[FormField, ...]
    slots: tuple[SlotRule, ...]

    def field(self, field_id: str) -> FormField | None:
        """Return a field by id."""
        return next((field for field in self.fields if field.id == field_id), None)

    def slot(self, slot: FileSlot) -> SlotRule | None:
        """Return the rule of a slot."""
        return next((rule for rule in self.slots if rule.slot is slot), None)


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One entry of the reason catalogue.

    Attributes:
        code: stable.
        label_id, label_en: what is wrong, for the verifikator's list and the applicant.
        remedy_id, remedy_en: what to do.
        fields: ids of fields and slots it may be given for; ``*`` for any.
        ask_for: slots to hand in because of it.
        final: the profile or request cannot be mended, only begun anew.
    """

    code: str
    label_id: str
    label_en: str
    remedy_id: str
    remedy_en: str
    fields: frozenset[str]
    source: str
    ask_for: tuple[FileSlot, ...] = ()
    final: bool = False


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Every number of registration and account safety.

    Attributes:
        code_digits: length of a one-time code.
        code_seconds: how long it counts.
        code_resend_seconds: until another may be asked for.
        code_tries: wrong answers per code.
        code_sends_per_hour: per target.
        code_void_before_pause: codes voided by wrong answers before a pause.
        code_pause_seconds: that pause.
        registration_hours: an unfinished registration is forgotten after them.
        recovery_minutes: how long a recovery of the password counts.
        recovery_codes: how many recovery codes are made.
        username_checks: how many usernames one registration may try.
        username_min, username_max: letters.
        name_min, name_max: letters.
        email_max: letters.
        phone_digits_min, phone_digits_max: after +62.
        password_min, password_advised, password_max: characters.
        password_classes: how many of the four classes are needed.
        minimum_age: years at stage 2.
        decision_hours: verification is due within them.
        reminder_days: days before the end of an access on which a reminder goes out, longest first.
        resend_advice_after: attempts after which Pusat Bantuan is advised.
        passport_min_days: days a passport must still count.
        upload_block: bytes of one block of an upload.
        upload_hours: an unfinished upload is forgotten after them.
        picture_max_pixels: pixels of a picture, against decompression bombs.
        pdf_max_pages: pages of a PDF.
        nib_checks_per_hour: how often one account may ask the registries about a company.
    """

    code_digits: int
    code_seconds: int
    code_resend_seconds: int
    code_tries: int
    code_sends_per_hour: int
    code_void_before_pause: int
    code_pause_seconds: int
    registration_hours: int
    recovery_minutes: int
    recovery_codes: int
    username_checks: int
    username_min: int
    username_max: int
    name_min: int
    name_max: int
    email_max: int
    phone_digits_min: int
    phone_digits_max: int
    password_min: int
    password_advised: int
    password_max: int
    password_classes: int
    minimum_age: int
    decision_hours: int
    reminder_days: tuple[int, ...]
    resend_advice_after: int
    passport_min_days: int
    upload_block: int
    upload_hours: int
    picture_max_pixels: int
    pdf_max_pages: int
    nib_checks_per_hour: int


@dataclass(frozen=True, kw_only=True)
class ConsentText:
    """One text to agree to: its version, and the words that are shown."""

    kind: str
    version: str
    title_id: str
    title_en: str
    text_id: str
    text_en: str


@dataclass(frozen=True, kw_only=True)
class RegistrationRules:
    """Everything in force on one day.

    Attributes:
        version: names these values exactly.
        reserved_words: what no part of a username may be, parts being what stands between ``.``, ``_`` and
            digits; with ``*`` as in file names (``*bendahara*`` also inside a part).
        email_domains: well-known domains, to notice a slip in typing one.
    """

    version: str
    limits: Limits
    consents: tuple[ConsentText, ...]
    reserved_words: frozenset[str]
    email_domains: tuple[str, ...]
    profile_forms: Mapping[Nationality, ProfileForm]
    access_forms: Mapping[AccessKind, AccessForm]
    reasons: Mapping[str, Reason]

    def profile_form(self, nationality: Nationality) -> ProfileForm:
        """Return the form of stage 2."""
        return self.profile_forms[nationality]

    def access_form(self, kind: AccessKind) -> AccessForm:
        """Return the form of a kind of access."""
        return self.access_forms[kind]
