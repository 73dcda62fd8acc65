"""An application as a draft on this machine: it survives a pause, a lost link and a killed program."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from inaproc_core.errors import Refused
from inaproc_core.registration.forms import Limits, SlotRule
from inaproc_desktop.ports.filing import Filing, FilingStage, Handed, Intent, PickedOffice
from inaproc_desktop.ports.registration import DraftValue, WizardDraft, WizardDrafts
from inaproc_desktop.services.registration import pictures

_FIELD, _LABEL, _BEFORE, _OFFICE = "f.", "l.", "b.", "o."


def keep(drafts: WizardDrafts, filing: Filing) -> None:
    """Keep everything typed; files are kept on their own when they change."""
    drafts.save(filing.key, filing.page, _plain(filing))


def keep_file(drafts: WizardDrafts, filing: Filing, handed: Handed) -> None:
    """Keep a file with its draft."""
    if handed.content is not None:
        drafts.keep_file(filing.key, handed.slot.value, handed.name, handed.content)
    keep(drafts, filing)


def drop_file(drafts: WizardDrafts, filing: Filing, slot: str) -> None:
    """Remove a file from its draft."""
    drafts.drop_file(filing.key, slot)
    keep(drafts, filing)


def restore(
    drafts: WizardDrafts,
    key: str,
    stage: FilingStage,
    slot_rule: Callable[[Filing, str], SlotRule | None],
    limits: Limits,
) -> Filing | None:
    """Return the application that was left half-way, with its files looked at anew.

    Args:
        drafts: where drafts are kept.
        key: of the draft.
        stage: of the application.
        slot_rule: finds the rule of a slot of the form in force; a file of a slot that no longer exists
            is left out.
        limits: in force.
    """
    draft = drafts.load(key)
    if draft is None:
        return None
    filing = _filing(draft, stage)
    for slot in draft.files:
        rule = slot_rule(filing, slot)
        kept = drafts.file(key, slot) if rule is not None else None
        if rule is None or kept is None:
            continue
        try:
            before = _number(draft.data.get(f"{_BEFORE}{slot}"))
            handed = pictures.again(rule, kept.name, kept.content, limits, before)
        except Refused:  # rules became stricter since; the slot is simply empty again
            continue
        filing = filing.with_file(handed)
    return filing


def _plain(filing: Filing) -> dict[str, DraftValue]:
    data: dict[str, DraftValue] = {
        "request_id": filing.request_id,
        "intent": filing.intent.value,
        "revision": str(filing.revision),
        "group": filing.group,
        "choice": filing.choice,
        "renews": filing.renews,
        "transfers": filing.transfers,
        "confirmed": filing.confirmed,
    }
    data.update({f"{_FIELD}{name}": value for name, value in filing.fields.items()})
    data.update({f"{_LABEL}{name}": words for name, words in filing.labels.items()})
    for slot, handed in filing.files.items():
        if handed.content is not None:
            data[f"{_BEFORE}{slot}"] = str(handed.before)
    if filing.office is not None:
        office = filing.office
        data.update(
            {
                f"{_OFFICE}satker_id": office.satker_id,
                f"{_OFFICE}code": office.code,
                f"{_OFFICE}name": office.name,
                f"{_OFFICE}klpd_code": office.klpd_code,
                f"{_OFFICE}klpd_name": office.klpd_name,
                f"{_OFFICE}klpd_kind": office.klpd_kind,
                f"{_OFFICE}people": str(office.people),
            }
        )
    return data


def _filing(draft: WizardDraft, stage: FilingStage) -> Filing:
    data = draft.data
    return Filing(
        key=draft.key,
        stage=stage,
        request_id=str(data.get("request_id", "")),
        intent=_intent(str(data.get("intent", ""))),
        revision=_number(data.get("revision")),
        group=str(data.get("group", "")),
        choice=str(data.get("choice", "")),
        page=draft.page,
        fields=_part(data, _FIELD),
        labels=_part(data, _LABEL),
        renews=str(data.get("renews", "")),
        transfers=str(data.get("transfers", "")),
        office=_office(_part(data, _OFFICE)),
        confirmed=data.get("confirmed") is True,
    )


def _office(data: Mapping[str, str]) -> PickedOffice | None:
    if not data.get("satker_id"):
        return None
    return PickedOffice(
        satker_id=data["satker_id"],
        code=data.get("code", ""),
        name=data.get("name", ""),
        klpd_code=data.get("klpd_code", ""),
        klpd_name=data.get("klpd_name", ""),
        klpd_kind=data.get("klpd_kind", ""),
        people=_number(data.get("people")),
    )


def _part(data: Mapping[str, DraftValue], prefix: str) -> dict[str, str]:
    return {
        name.removeprefix(prefix): value
        for name, value in data.items()
        if name.startswith(prefix) and isinstance(value, str)
    }


def _intent(text: str) -> Intent:
    return next((intent for intent in Intent if intent.value == text), Intent.NEW)


def _number(text: DraftValue | None) -> int:
    return int(text) if isinstance(text, str) and text.isdecimal() else 0
