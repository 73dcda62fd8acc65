"""From the entries in force on one day to ``RegistrationRules``; every fault names its section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as members_of
from types import MappingProxyType

from inaproc_core.policy.entries import PolicyError
from inaproc_core.registration.forms import (
    AccessForm,
    ConsentText,
    FieldType,
    FormField,
    Limits,
    Need,
    ProfileForm,
    Reason,
    RegistrationRules,
    SlotRule,
)
from inaproc_core.registration.reading import Members
from inaproc_core.registration.vocabulary import AccessKind, FileSlot, Nationality, Verifier

SECTIONS = (
    *("limits", "consents", "usernames.reserved", "email.domains", "fields", "slots"),
    *(f"profile.{nationality.value}" for nationality in Nationality),
    *(f"access.{kind.value}" for kind in AccessKind),
    "reasons",
)
"""Every section the data must have; others are refused by name."""

_CHOICES = frozenset({FieldType.CHOICE, FieldType.SEX, FieldType.INSTANSI_KIND})
_ANY = "*"


def assemble(values: Mapping[str, object], *, version: str) -> RegistrationRules:
    """Read all sections as they stand on a day.

    Args:
        values: section to the value in force.
        version: names these values.

    Raises:
        PolicyError: naming the section, the place in it and what is wrong.
    """
    fields = _field_words(values["fields"])
    slots = _slot_words(values["slots"])
    profile_forms = {
        nationality: _profile_form(nationality, values[f"profile.{nationality.value}"], fields, slots)
        for nationality in Nationality
    }
    access_forms = {
        kind: _access_form(kind, values[f"access.{kind.value}"], fields, slots) for kind in AccessKind
    }
    known = frozenset(fields) | {slot.value for slot in FileSlot} | {_ANY}
    return RegistrationRules(
        version=version,
        limits=_limits(values["limits"]),
        consents=_consents(values["consents"]),
        reserved_words=frozenset(_texts("usernames.reserved", values["usernames.reserved"])),
        email_domains=_texts("email.domains", values["email.domains"]),
        profile_forms=MappingProxyType(profile_forms),
        access_forms=MappingProxyType(access_forms),
        reasons=_reasons(values["reasons"], known),
    )


def _texts(key: str, raw: object) -> tuple[str, ...]:
    texts = Members(key, {"value": raw}).texts("value")
    for text in texts:
        if text != text.lower():
            raise PolicyError(key, f"must be in lower case, got {text!r}")
    return texts


def _limits(raw: object) -> Limits:
    found = Members("limits", raw)
    values: dict[str, int] = {}
    days: tuple[int, ...] = ()
    for member in members_of(Limits):
        if member.name == "reminder_days":
            days = found.counts(member.name)
        else:
            values[member.name] = found.count(member.name)
    found.done()
    if not days or list(days) != sorted(set(days), reverse=True):
        raise found.fault("reminder_days", f"must fall from the longest, got {list(days)}")
    for name in ("username", "name", "phone_digits", "password"):
        if values[f"{name}_min"] > values[f"{name}_max"]:
            raise found.fault(f"{name}_min", f"is more than {name}_max")
    if not values["password_min"] <= values["password_advised"] <= values["password_max"]:
        raise found.fault("password_advised", "must lie between password_min and password_max")
    if values["password_classes"] > 4:
        raise found.fault("password_classes", "there are 4 classes of characters")
    return Limits(reminder_days=days, **values)


def _consents(raw: object) -> tuple[ConsentText, ...]:
    texts = []
    for found in Members("consents", {"value": raw}).objects("value"):
        texts.append(ConsentText(**{name.name: found.text(name.name) for name in members_of(ConsentText)}))
        found.done()
    kinds = [text.kind for text in texts]
    if sorted(kinds) != ["privacy", "terms"]:
        raise PolicyError("consents", f"must be one text of kind terms and one of kind privacy, got {kinds}")
    return tuple(texts)


_Words = Mapping[str, Mapping[str, object]]


def _field_words(raw: object) -> _Words:
    """Words and types of fields, shared by all forms."""
    found = Members("fields", raw)
    return {name: _as_object("fields", name, found.raw(name)) for name in found.names()}


def _slot_words(raw: object) -> _Words:
    found = Members("slots", raw)
    words = {name: _as_object("slots", name, found.raw(name)) for name in found.names()}
    for slot in FileSlot:
        if slot.value not in words:
            raise PolicyError("slots", f"lacks {slot.value!r}")
    unknown = sorted(set(words) - {slot.value for slot in FileSlot})
    if unknown:
        raise PolicyError("slots", f"unknown member {unknown[0]!r}")
    return words


def _as_object(key: str, name: str, raw: object) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise PolicyError(key, f"{name}: must be an object, got {raw!r}")
    return raw


def _form_fields(form: Members, words: _Words, kinds: frozenset[str]) -> tuple[FormField, ...]:
    read: list[FormField] = []
    for given in form.objects("fields"):
        field_id = given.text("id")
        if field_id not in words:
            raise given.fault("id", f"there is no field {field_id!r} in section fields")
        if any(field.id == field_id for field in read):
            raise given.fault("id", f"field {field_id!r} is there twice")
        read.append(_field(field_id, given, words[field_id], kinds))
    return tuple(read)


def _field(field_id: str, given: Members, words: Mapping[str, object], kinds: frozenset[str]) -> FormField:
    # A form may say in other words what the shared section says: "Satuan Kerja (UKPBJ)".
    shared = Members("fields", words, field_id)
    label_id = given.text("label_id", shared.text("label_id"))
    label_en = given.text("label_en", shared.text("label_en"))
    kind = shared.word("type", FieldType)
    options = shared.texts("options")
    labels_id = shared.texts("option_labels_id")
    labels_en = shared.texts("option_labels_en")
    max_length = shared.count("max_length", 200)
    shared.done()
    if not len(options) == len(labels_id) == len(labels_en):
        raise shared.fault("options", "needs one word in each language for each option")
    if (kind in _CHOICES) != bool(options):
        raise shared.fault("options", f"must be given for a choice and for nothing else, type {kind.value}")
    kept = [
        index
        for index, option in enumerate(options)
        if kind is not FieldType.INSTANSI_KIND or not kinds or option in kinds
    ]
    field = FormField(
        id=field_id,
        type=kind,
        need=given.word("need", Need),
        label_id=label_id,
        label_en=label_en,
        source=given.text("source"),
        options=tuple(options[index] for index in kept),
        option_labels_id=tuple(labels_id[index] for index in kept),
        option_labels_en=tuple(labels_en[index] for index in kept),
        max_length=max_length,
    )
    given.done()
    if kind is FieldType.INSTANSI_KIND and not kinds <= set(options):
        raise PolicyError(given.key, f"instansi_kinds: unknown kind {sorted(kinds - set(options))[0]!r}")
    return field


def _form_slots(form: Members, words: _Words) -> tuple[SlotRule, ...]:
    read: list[SlotRule] = []
    for given in form.objects("slots"):
        slot = given.word("slot", FileSlot)
        if any(rule.slot is slot for rule in read):
            raise given.fault("slot", f"slot {slot.value!r} is there twice")
        shared = Members("slots", words[slot.value], slot.value)
        read.append(
            SlotRule(
                slot=slot,
                need=given.word("need", Need),
                label_id=given.text("label_id", shared.text("label_id")),
                label_en=given.text("label_en", shared.text("label_en")),
                source=given.text("source"),
                max_bytes=shared.count("max_bytes"),
                min_bytes=shared.count("min_bytes", 0),
                min_width=shared.count("min_width", 0),
                min_height=shared.count("min_height", 0),
                template=given.text("template", ""),
            )
        )
        shared.done()
        given.done()
        if read[-1].min_bytes > read[-1].max_bytes:
            raise shared.fault("min_bytes", "is more than max_bytes")
    return tuple(read)


def _profile_form(nationality: Nationality, raw: object, fields: _Words, slots: _Words) -> ProfileForm:
    found = Members(f"profile.{nationality.value}", raw)
    form = ProfileForm(
        nationality=nationality,
        fields=_form_fields(found, fields, frozenset()),
        slots=_form_slots(found, slots),
    )
    found.done()
    identity = "nik" if nationality is Nationality.WNI else "passport"
    if form.field(identity) is None:
        raise found.fault("fields", f"lacks {identity!r}, by which a person is known")
    return form


def _access_form(kind: AccessKind, raw: object, fields: _Words, slots: _Words) -> AccessForm:
    found = Members(f"access.{kind.value}", raw)
    kinds = frozenset(found.texts("instansi_kinds"))
    form = AccessForm(
        kind=kind,
        label_id=found.text("label_id"),
        label_en=found.text("label_en"),
        position=found.text("position"),
        verifier=found.word("verifier", Verifier),
        four_eyes=found.flag("four_eyes", default=False),
        totp_required=found.flag("totp_required", default=False),
        fields=_form_fields(found, fields, kinds),
        slots=_form_slots(found, slots),
        instansi_kinds=kinds,
        whole_instansi=found.flag("whole_instansi", default=False),
        askable=found.flag("askable", default=True),
        ends_with_year=found.flag("ends_with_year", default=True),
    )
    found.done()
    return form


def _reasons(raw: object, known: frozenset[str]) -> Mapping[str, Reason]:
    read: dict[str, Reason] = {}
    for found in Members("reasons", {"value": raw}).objects("value"):
        reason = Reason(
            code=found.text("code"),
            label_id=found.text("label_id"),
            label_en=found.text("label_en"),
            remedy_id=found.text("remedy_id"),
            remedy_en=found.text("remedy_en"),
            fields=frozenset(found.texts("fields")),
            source=found.text("source"),
            ask_for=found.words("ask_for", FileSlot),
            final=found.flag("final", default=False),
        )
        found.done()
        if reason.code in read:
            raise found.fault("code", f"reason {reason.code!r} is there twice")
        unknown = sorted(reason.fields - known)
        if unknown:
            raise found.fault("fields", f"no such field or slot: {unknown[0]!r}")
        if not reason.fields:
            raise found.fault("fields", "must not be empty")
        if reason.final and reason.ask_for:
            raise found.fault("ask_for", "a final reason asks for nothing")
        read[reason.code] = reason
    return MappingProxyType(read)
